#pragma once

#include "map_layout.h"
#include "map_lines.h"
#include "map_rows.h"
#include "map_step.h"
#include "world/run.h"

#include <QCoreApplication>

#include <vector>

namespace bindlab {

/// The lines of the map in one state of a run: arrows of charts, what locks guard, who points where, and where the threads are.
class MapEdges {
    Q_DECLARE_TR_FUNCTIONS(MapEdges)

public:
    /// `last` is the step that led here from the state `before`.
    MapEdges(const Run& run, const Snapshot& now, const Snapshot& before, const MapStep& last, const MapLayout& layout, const MapMeasure& measure)
        : m_run(run), m_now(now), m_before(before), m_last(last), m_layout(layout), m_measure(measure) {}

    [[nodiscard]] std::vector<EdgeRow> rows(MapLines& lines);

private:
    [[nodiscard]] bool isShown(int object) const;
    [[nodiscard]] const QRectF& boxOf(int object) const { return m_layout.objects[std::size_t(object)].frame; }
    void addChartArrows();
    void addGuards(MapLines& lines);
    /// Between a lock and what it guards where they stand above each other with nothing between; else empty.
    [[nodiscard]] QPolygonF straightGuard(const QRectF& chip, const QRectF& card, bool isOwn) const;
    void addPointers(MapLines& lines);
    /// Where each thread is, what it waits for, and what the last step sent: kept apart from each other too.
    void addThreads(MapLines& lines);
    void addThread(int thread, MapLines& lines);
    /// The file that its call goes through.
    [[nodiscard]] QRectF fileOf(const ThreadView& thread) const;
    /// What it touched last in this call.
    [[nodiscard]] QRectF whereIs(int thread) const;
    void addWait(int thread, const QRectF& at, const QRectF& file, MapLines& lines);
    void addMessages(QRectF source, MapLines& lines);
    void add(kinds::Edge kind, int thread, const QPolygonF& line, const QString& label);
    /// Gives each label a place where it covers nothing, once all lines are known; without one it is left out.
    void placeLabels();
    /// Above the longest level stretch that has room, or below it; else beside an upright one. The best first.
    [[nodiscard]] std::vector<QRectF> placesBeside(const EdgeRow& row) const;
    [[nodiscard]] bool isFree(const QRectF& place) const;

    const Run& m_run;
    const Snapshot& m_now;
    const Snapshot& m_before;
    const MapStep& m_last;
    const MapLayout& m_layout;
    const MapMeasure& m_measure;
    std::vector<EdgeRow> m_rows;
    MapLines::Drawn m_drawn;   ///< of the threads
};

} // namespace bindlab
