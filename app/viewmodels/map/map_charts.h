#pragma once

#include "map_chart_plan.h"
#include "map_lanes.h"
#include "map_sizes.h"

#include <vector>

namespace bindlab::mapping {

/// The charts of a lane, in rows.
class MapCharts {
public:
    MapCharts(const Snapshot& snapshot, const MapSizes& sizes) : m_snapshot(snapshot), m_sizes(sizes) {}

    /// Of the widest chart alone; 0 without one.
    [[nodiscard]] double widthOf(const Lane& lane) const;
    /// Of all of them, when there is this much room.
    [[nodiscard]] double heightOf(const Lane& lane, double room) const;
    void lay(const Lane& lane, int laneIndex, const Area& area, MapLayout& layout) const;

private:
    using Rows = std::vector<std::vector<int>>;

    [[nodiscard]] const ObjectView& object(int index) const { return m_snapshot.objects[std::size_t(index)]; }
    [[nodiscard]] std::vector<int> machinesOf(const Lane& lane) const;
    [[nodiscard]] ChartPlan plan(int machine, bool narrow) const { return planChart(*m_snapshot.machines[std::size_t(machine)].machine, m_sizes, narrow); }
    /// Empty where the lane's subtitle says it already.
    [[nodiscard]] QString labelOf(const Lane& lane, int machine) const;
    [[nodiscard]] double labelWidth(const Lane& lane, int machine) const;
    /// Which charts stand beside each other, row by row, when there is this much room.
    [[nodiscard]] Rows rowsOf(const Lane& lane, double room) const;
    [[nodiscard]] double rowHeight(const std::vector<int>& machines) const;
    /// `indent`: charts that begin a row stand under each other where there is room.
    void layRow(const Lane& lane, const std::vector<int>& row, double indent, double y, const Area& area, MapLayout& layout) const;
    /// `right`: where the row's note ends.
    void layChart(int machine, double x, double y, double room, double right, MapChart& chart) const;
    /// Gives an arrow its line and its label a place; answers how far down they reach.
    double layArrow(MapArrow& arrow, const MapChart& chart, double y, double height) const;

    const Snapshot& m_snapshot;
    const MapSizes& m_sizes;
};

} // namespace bindlab::mapping
