#pragma once

#include "map_layout.h"
#include "map_lines.h"
#include "map_rows.h"
#include "viewmodels/shared/struct_list_model.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <QHash>
#include <QObject>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace bindlab {

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
    struct Box {
        QRectF frame;
        QString description;
        bool shown = false;
        QString value;   ///< as boxValue()
    };
    [[nodiscard]] std::vector<Box> boxes() const;
    [[nodiscard]] std::optional<std::set<int>> objectsToDraw() const;
    void measureText();
    void layOut();
    void fill();
    [[nodiscard]] QRectF boxOf(int object) const;

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
    std::unique_ptr<MapLines> m_lines;
    StructListModel<LaneRowData> m_lanes;
    StructListModel<GroupRow> m_groups;
    StructListModel<CardRow> m_cards;
    StructListModel<LockRow> m_locks;
    StructListModel<ChartTitleRow> m_chartTitles;
    StructListModel<PillRow> m_pills;
    StructListModel<EdgeRow> m_edges;
};

} // namespace bindlab
