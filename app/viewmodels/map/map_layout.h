#pragma once

#include "world/snapshot.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace bindlab {

/// The kinds of text on the map; their fonts are the theme's.
enum class MapText { Name, Code, Label, Caption };

/// What the layout has to know of the screen it is made for.
struct MapMeasure {
    double width = 760;    ///< of the pane
    double height = 560;
    double scale = 1;      ///< of text, and of what holds text
    std::function<double(MapText, const QString&)> textWidth;
};

/// What a run may show beyond one snapshot: room is kept for it, so that nothing moves when it comes.
struct MapForecast {
    std::set<std::pair<int, int>> pointers;      ///< pointer index and the object it named
    std::map<int, QString> calls;                ///< longest call seen, by object index of the file
    std::shared_ptr<const Snapshot> beside;      ///< of another map of which this one is to have the places, or null
    std::optional<std::set<int>> only;           ///< the objects that are drawn, when not all are; empty lanes are left out then
};

struct MapLane {
    QString title;
    QString subtitle;
    QRectF frame;
    bool empty = false;    ///< nothing but its title
};

struct MapGroup {
    QString title;
    QRectF frame;
    bool titleRight = false;   ///< something comes in from above on the left
};

enum class MapPlace { None, Card, File, Chip, Chart };

/// Where one object is drawn. A chip is an object that is nothing but its lock; a chart one whose machines fill a lane.
struct MapObject {
    MapPlace place = MapPlace::None;
    QRectF frame;
    int lane = -1;
    bool stateRow = false;     ///< a second row under the name
};

struct MapArrow {
    int from = 0;    ///< state
    int to = 0;
    QString label;
    QPolygonF line;
    QRectF labelFrame;
    bool back = false;     ///< runs below the pills
    int depth = 0;         ///< of an arrow back: how far below, so that it lies on no other
    bool mishap = false;   ///< into a state nobody wants
};

/// A machine drawn as a chart in its lane.
struct MapChart {
    bool shown = false;
    QString label;
    QRectF labelFrame;
    QRectF frame;              ///< pills and arrows
    QRectF noteFrame;          ///< what is left of the row
    std::vector<QRectF> pills; ///< one a state; empty when the state is not drawn
    std::vector<MapArrow> arrows;
};

/// Where everything stands. It follows from the model, not from the state: boxes never jump.
struct MapLayout {
    double width = 0;
    double height = 0;
    double laneTitleWidth = 0;
    std::vector<MapLane> lanes;
    std::vector<MapGroup> groups;
    std::vector<MapObject> objects;   ///< as Snapshot::objects
    std::vector<QRectF> locks;        ///< as Snapshot::locks
    std::vector<MapChart> charts;     ///< as Snapshot::machines
    std::vector<QRectF> titles;       ///< texts that no line may cross
};

[[nodiscard]] MapLayout layoutMap(const Snapshot& snapshot, const MapForecast& forecast, const MapMeasure& measure);

/// Whether a state is one that nobody wants to be in, going by its name: drawn dashed, apart from the way that is meant.
[[nodiscard]] bool isMishap(std::string_view state);
/// A name in capitals, as specifications write states, is set in the code font.
[[nodiscard]] bool isCodeName(const QString& name);

} // namespace bindlab
