#pragma once

#include "map_layout.h"
#include "map_router.h"
#include "struct_list_model.h"
#include "workbench_kinds.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <QHash>
#include <QObject>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <vector>

namespace bindlab {

struct LaneRowData {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString subtitle MEMBER subtitle)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool bare MEMBER bare)

public:
    QString title;
    QString subtitle;
    QRectF frame;
    bool bare = false;   ///< nothing in it but its title

    bool operator==(const LaneRowData&) const = default;
};

struct GroupRow {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool titleRight MEMBER titleRight)

public:
    QString title;
    QRectF frame;
    bool titleRight = false;

    bool operator==(const GroupRow&) const = default;
};

/// One object, as a card or as a file of user space.
struct CardRow {
    Q_GADGET
    Q_PROPERTY(int object MEMBER object)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool shown MEMBER shown)
    Q_PROPERTY(bool file MEMBER file)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(int status MEMBER status)
    Q_PROPERTY(QString badge MEMBER badge)
    Q_PROPERTY(bool badgeChanged MEMBER badgeChanged)
    Q_PROPERTY(QString stateWord MEMBER stateWord)
    Q_PROPERTY(bool stateRow MEMBER stateRow)
    Q_PROPERTY(int trackLength MEMBER trackLength)
    Q_PROPERTY(int trackCurrent MEMBER trackCurrent)
    Q_PROPERTY(int caller MEMBER caller)
    Q_PROPERTY(QString call MEMBER call)
    Q_PROPERTY(int touchedBy MEMBER touchedBy)
    Q_PROPERTY(bool primary MEMBER primary)
    Q_PROPERTY(QString details MEMBER details)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QString description MEMBER description)

public:
    int object = 0;
    QRectF frame;
    bool shown = false;
    bool file = false;
    QString name;
    int status = kinds::Absent;   ///< one of kinds::Status
    QString badge;            ///< the counter that keeps it alive, "2"; empty when it has none
    bool badgeChanged = false;
    QString stateWord;        ///< "destroying", "freed", "bound: true"
    bool stateRow = false;
    int trackLength = 0;      ///< states of its machine; 0 without one
    int trackCurrent = 0;
    int caller = -1;          ///< thread whose call goes through this file
    QString call;
    int touchedBy = -1;       ///< thread whose last step touched it
    bool primary = false;     ///< what the last step was about
    QString details;          ///< everything it holds, a line each
    QString meaning;          ///< what the glossary says of its kind; empty when it says nothing
    QString description;      ///< for screen readers

    bool operator==(const CardRow&) const = default;
};

struct LockRow {
    Q_GADGET
    Q_PROPERTY(int lock MEMBER lock)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool shown MEMBER shown)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(int holder MEMBER holder)
    Q_PROPERTY(bool reading MEMBER reading)
    Q_PROPERTY(bool waitedFor MEMBER waitedFor)
    Q_PROPERTY(bool inFreed MEMBER inFreed)
    Q_PROPERTY(bool primary MEMBER primary)
    Q_PROPERTY(QString description MEMBER description)
    Q_PROPERTY(QString meaning MEMBER meaning)

public:
    int lock = 0;
    QRectF frame;
    bool shown = false;
    QString name;
    int holder = -1;       ///< thread; of several readers the first
    bool reading = false;  ///< held for reading only
    bool waitedFor = false;
    bool inFreed = false;  ///< lies in freed memory
    bool primary = false;
    QString description;
    QString meaning;       ///< as CardRow::meaning

    bool operator==(const LockRow&) const = default;
};

/// Name and note of a chart.
struct ChartTitleRow {
    Q_GADGET
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QRectF labelFrame MEMBER labelFrame)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(QRectF noteFrame MEMBER noteFrame)
    Q_PROPERTY(QString description MEMBER description)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QRectF frame MEMBER frame)

public:
    QString label;
    QRectF labelFrame;
    QString note;
    QRectF noteFrame;
    QString description;
    QString meaning;     ///< as CardRow::meaning
    QRectF frame;
    QString value;       ///< what changesOf() knows the machine by

    bool operator==(const ChartTitleRow&) const = default;
};

struct PillRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool code MEMBER code)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool mishap MEMBER mishap)
    Q_PROPERTY(bool primary MEMBER primary)

public:
    QString name;
    QString meaning;
    QRectF frame;
    bool code = false;     ///< set in the code font
    bool current = false;
    bool mishap = false;
    bool primary = false;  ///< the last step led here

    bool operator==(const PillRow&) const = default;
};

/// A line of the map, with its head and its label.
struct EdgeRow {
    Q_GADGET
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(QString path READ path)
    Q_PROPERTY(QString headPath READ headPath)
    Q_PROPERTY(QRectF frame READ frame)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QRectF labelFrame MEMBER labelFrame)

public:
    int kind = kinds::Link;   ///< one of kinds::Edge
    int thread = -1;     ///< whose ink it has; -1 for none
    QPolygonF line;
    QPolygonF head;      ///< a triangle, or nothing
    QString label;
    QRectF labelFrame;   ///< empty when there is no room for it

    /// As a view's path wants them: "M 0 0 L 10 0".
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString headPath() const { return pathOf(head); }
    [[nodiscard]] QRectF frame() const { return line.boundingRect().united(head.boundingRect()); }

    bool operator==(const EdgeRow&) const = default;

private:
    [[nodiscard]] static QString pathOf(const QPolygonF& points);
};

/// The system map: lanes, objects, locks, charts and lines, with their places.
class MapViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the WorkbenchViewModel")
    Q_PROPERTY(double width READ width NOTIFY changed FINAL)
    Q_PROPERTY(double height READ height NOTIFY changed FINAL)
    Q_PROPERTY(double scale READ scale NOTIFY changed FINAL)
    Q_PROPERTY(double laneTitleWidth READ laneTitleWidth NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* lanes READ lanes CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* groups READ groups CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* cards READ cards CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* locks READ locks CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* chartTitles READ chartTitles CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* pills READ pills CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* edges READ edges CONSTANT FINAL)

public:
    explicit MapViewModel(QObject* parent = nullptr);

    /// Takes over a state of the run. With `fresh`, the model is another one and everything is laid out anew.
    void update(const Run& run, const Snapshot& now, bool fresh);
    void tell() { emit changed(); }

    /// When the next run is shown: draws these objects alone, by name, unless there are none, and gives them the room that they
    /// need in the other snapshot too, so that both maps have the same places.
    void layBeside(std::set<QString> objects, std::shared_ptr<const Snapshot> other) {
        m_only = std::move(objects);
        m_beside = std::move(other);
        m_outdated = true;
    }
    /// layBeside() has asked for something else than what was laid out.
    [[nodiscard]] bool outdated() const { return m_outdated; }

    /// The pane has this size, and text is so much larger than it is drawn for.
    Q_INVOKABLE void arrange(double width, double height, double textScale, const QString& sans, const QString& code);

    [[nodiscard]] double width() const { return m_layout.width; }
    [[nodiscard]] double height() const { return m_layout.height; }
    /// At which it is to be shown so that it fits its pane; 0.8 to 1.
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] double laneTitleWidth() const { return m_layout.laneTitleWidth; }
    [[nodiscard]] QAbstractItemModel* lanes() { return &m_lanes; }
    [[nodiscard]] QAbstractItemModel* groups() { return &m_groups; }
    [[nodiscard]] QAbstractItemModel* cards() { return &m_cards; }
    [[nodiscard]] QAbstractItemModel* locks() { return &m_locks; }
    [[nodiscard]] QAbstractItemModel* chartTitles() { return &m_chartTitles; }
    [[nodiscard]] QAbstractItemModel* pills() { return &m_pills; }
    [[nodiscard]] QAbstractItemModel* edges() { return &m_edges; }
    /// The rows of these models, for who draws them elsewhere.
    [[nodiscard]] const std::vector<LaneRowData>& laneRows() const { return m_lanes.rows(); }
    [[nodiscard]] const std::vector<GroupRow>& groupRows() const { return m_groups.rows(); }
    [[nodiscard]] const std::vector<CardRow>& cardRows() const { return m_cards.rows(); }
    [[nodiscard]] const std::vector<LockRow>& lockRows() const { return m_locks.rows(); }
    [[nodiscard]] const std::vector<ChartTitleRow>& chartTitleRows() const { return m_chartTitles.rows(); }
    [[nodiscard]] const std::vector<PillRow>& pillRows() const { return m_pills.rows(); }
    [[nodiscard]] const std::vector<EdgeRow>& edgeRows() const { return m_edges.rows(); }
    /// The box next to `box` in a direction (0 right, 1 down, 2 left, 3 up): objects, locks and charts that are shown, by number.
    /// The first one when there is no such box; -1 when nothing is shown.
    Q_INVOKABLE int neighbour(int box, int direction) const;
    [[nodiscard]] Q_INVOKABLE QRectF boxFrame(int box) const;
    [[nodiscard]] Q_INVOKABLE QString boxDescription(int box) const;
    /// The box that is shown at a point of the map; -1 when none is.
    [[nodiscard]] Q_INVOKABLE int boxAt(double x, double y) const;
    /// What changesOf() knows an object, a lock or a chart's machine by; empty when there is no such box.
    [[nodiscard]] QString boxValue(int box) const;
    /// Number and name of every box that is shown, to be searched.
    [[nodiscard]] std::vector<std::pair<int, QString>> namedBoxes() const;
    [[nodiscard]] const MapLayout& layout() const { return m_layout; }
    /// Of what stands for an object: its card, or its first chart; empty when it is not drawn.
    [[nodiscard]] QRectF frameOf(int object) const;

signals:
    void changed();

private:
    /// What one step was about; of object, lock and machine at most one is set.
    struct LastStep {
        int thread = -1;
        int object = -1;
        int lock = -1;
        int machine = -1;
        std::vector<int> touched;                      ///< objects, in the order they were touched
        std::vector<std::pair<int, QString>> fired;    ///< machine, and its event
        int place = -1;                                ///< object it touched last
        int placeLock = -1;                            ///< lock, when that was the last thing
    };

    struct Box {
        QRectF frame;
        QString description;
        bool shown = false;
        QString value;   ///< as boxValue()
    };
    [[nodiscard]] std::vector<Box> boxes() const;
    void forecast();
    void measureText();
    void layOut();
    void fill();
    void fillEdges(const LastStep& last);
    [[nodiscard]] LastStep stepAt(int step) const;
    [[nodiscard]] bool drawn(const PointerView& pointer, int to) const;
    [[nodiscard]] QRectF boxOf(int object) const;
    [[nodiscard]] QStringList lockWords(int lock) const;
    /// A line between two boxes; kept, so that the same two always get the same one.
    const QPolygonF& route(const QRectF& from, const QRectF& to);
    void addEdge(std::vector<EdgeRow>& rows, kinds::Edge kind, int thread, const QPolygonF& line, const QString& label) const;
    /// Gives each label a place where it covers nothing, once all lines are known; without one it is left out.
    void placeLabels(std::vector<EdgeRow>& rows) const;
    [[nodiscard]] bool isFree(const QRectF& place, const std::vector<EdgeRow>& rows) const;

    const Run* m_run = nullptr;
    Snapshot m_now;
    Snapshot m_before;
    std::set<QString> m_only;    ///< empty: all
    std::shared_ptr<const Snapshot> m_beside;
    bool m_outdated = false;
    MapForecast m_forecast;
    MapMeasure m_measure;
    QSizeF m_pane{760, 560};
    std::pair<QString, QString> m_fonts;
    std::map<QString, QHash<QString, double>> m_widths;   ///< of texts in pixels, by font
    double m_scale = 1;
    MapLayout m_layout;
    std::unique_ptr<MapRouter> m_router;
    std::map<std::tuple<double, double, double, double>, QPolygonF> m_routes;
    StructListModel<LaneRowData> m_lanes;
    StructListModel<GroupRow> m_groups;
    StructListModel<CardRow> m_cards;
    StructListModel<LockRow> m_locks;
    StructListModel<ChartTitleRow> m_chartTitles;
    StructListModel<PillRow> m_pills;
    StructListModel<EdgeRow> m_edges;
};

} // namespace bindlab
