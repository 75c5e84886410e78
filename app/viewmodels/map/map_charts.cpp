#include "map_charts.h"

#include "viewmodels/shared/plain_text.h"

#include <algorithm>
#include <cmath>

namespace bindlab::mapping {

double MapCharts::widthOf(const Lane& lane) const {
    double widest = 0;
    for (const int machine : machinesOf(lane))
        widest = std::max(widest, labelWidth(lane, machine) + plan(machine, true).width());
    return widest;
}

double MapCharts::heightOf(const Lane& lane, double room) const {
    double height = lane.chartObjects.empty() ? 0 : m_sizes.px(10);
    for (const std::vector<int>& row : rowsOf(lane, room))
        height += rowHeight(row);
    return height;
}

std::vector<int> MapCharts::machinesOf(const Lane& lane) const {
    std::vector<int> machines;
    for (const int index : lane.chartObjects)
        machines.insert(machines.end(), object(index).machines.begin(), object(index).machines.end());
    return machines;
}

QString MapCharts::labelOf(const Lane& lane, int machine) const {
    const MachineView& view = m_snapshot.machines[std::size_t(machine)];
    const QString title = text(view.machine->title());
    const std::vector<int> machines = machinesOf(lane);
    if (machines.size() == 1 && lane.subtitle == title)
        return {};
    const auto same = std::count_if(machines.begin(), machines.end(),
                                    [&](int each) { return m_snapshot.machines[std::size_t(each)].machine == view.machine; });
    return same > 1 ? QString::fromStdString(object(view.object).name) : title;
}

double MapCharts::labelWidth(const Lane& lane, int machine) const {
    const QString label = labelOf(lane, machine);
    return label.isEmpty() ? 0 : m_sizes.widthOf(MapText::Code, label) + m_sizes.px(10);
}

MapCharts::Rows MapCharts::rowsOf(const Lane& lane, double room) const {
    Rows rows;
    double left = 0;
    for (const int machine : machinesOf(lane)) {
        const double width = labelWidth(lane, machine) + plan(machine, true).width();
        if (rows.empty() || width + m_sizes.px(24) > left) {
            rows.emplace_back();
            left = room;
        } else {
            left -= m_sizes.px(24);
        }
        left -= width;
        rows.back().push_back(machine);
    }
    return rows;
}

double MapCharts::rowHeight(const std::vector<int>& machines) const {
    double above = 0;
    double below = 0;
    for (const int machine : machines) {
        const ChartPlan chart = plan(machine, true);
        above = std::max(above, chart.above);
        below = std::max(below, chart.below);
    }
    return above + m_sizes.px(26) + below + m_sizes.px(8);
}

void MapCharts::lay(const Lane& lane, int laneIndex, const Area& area, MapLayout& layout) const {
    for (const int index : lane.chartObjects) {
        layout.objects[std::size_t(index)].place = MapPlace::Chart;
        layout.objects[std::size_t(index)].lane = laneIndex;
    }
    const Rows rows = rowsOf(lane, area.right - area.left);
    double natural = 0;
    double indent = 0;
    for (const std::vector<int>& row : rows) {
        natural += rowHeight(row);
        indent = std::max(indent, labelWidth(lane, row.front()));
    }
    const double spare = std::min(m_sizes.px(14), std::max(0.0, area.height - natural) / double(rows.size() + 1));
    double y = area.top + std::round((area.height - natural - spare * double(rows.size() - 1)) / 2);
    for (const std::vector<int>& row : rows) {
        layRow(lane, row, indent, y, area, layout);
        y += rowHeight(row) + spare;
    }
    for (const int index : lane.chartObjects) {
        QRectF frame;
        for (const int machine : object(index).machines)
            frame = frame.united(layout.charts[std::size_t(machine)].frame);
        layout.objects[std::size_t(index)].frame = frame;
    }
}

void MapCharts::layRow(const Lane& lane, const std::vector<int>& row, double indent, double y, const Area& area, MapLayout& layout) const {
    double above = 0;
    double wanted = -m_sizes.px(24);
    for (const int machine : row) {
        above = std::max(above, plan(machine, true).above);
        wanted += labelWidth(lane, machine) + plan(machine, true).width() + m_sizes.px(24);
    }
    double slack = std::max(0.0, area.right - area.left - wanted);
    double x = area.left;
    for (const int machine : row) {
        MapChart& chart = layout.charts[std::size_t(machine)];
        chart.shown = true;
        chart.label = labelOf(lane, machine);
        double label = labelWidth(lane, machine);
        if (machine == row.front() && indent - label <= slack) {
            slack -= indent - label;
            label = indent;
        }
        const double room = plan(machine, true).width() + (row.size() == 1 ? slack : std::min(slack / double(row.size()), m_sizes.px(60)));
        if (!chart.label.isEmpty())
            chart.labelFrame = QRectF(x, y + above, label, m_sizes.px(26));
        layChart(machine, x + label, y + above, room, row.size() == 1 ? area.right : x + label + room, chart);
        x += label + room + m_sizes.px(24);
    }
}

void MapCharts::layChart(int machine, double x, double y, double room, double right, MapChart& chart) const {
    ChartPlan measured = plan(machine, false);
    if (measured.width() > room)
        measured = plan(machine, true);
    chart.arrows = measured.arrows;
    const double height = m_sizes.px(26);
    const std::size_t count = measured.pills.size();
    const double over = count < 2 ? 0 : std::clamp((room - measured.width()) / double(count - 1), 0.0, m_sizes.px(16));
    double left = x;
    for (std::size_t i = 0; i < count; ++i) {
        left += i == 0 ? 0 : std::floor(measured.gaps[i] + over);
        chart.pills.push_back(QRectF(left, y, measured.pills[i], height));
        left += measured.pills[i];
    }
    chart.frame = QRectF(x, y, left - x, height);
    if (right - left > m_sizes.px(40))
        chart.noteFrame = QRectF(left + m_sizes.px(12), y, right - left - m_sizes.px(12), height);

    double lowest = chart.frame.bottom();
    for (MapArrow& arrow : chart.arrows)
        lowest = std::max(lowest, layArrow(arrow, chart, y, height));
    chart.frame.setBottom(lowest);
}

double MapCharts::layArrow(MapArrow& arrow, const MapChart& chart, double y, double height) const {
    const QRectF& a = chart.pills[std::size_t(arrow.from)];
    const QRectF& b = chart.pills[std::size_t(arrow.to)];
    const double middle = y + std::round(height / 2);
    if (!arrow.back) {
        arrow.line = QPolygonF({QPointF(a.right(), middle), QPointF(b.left(), middle)});
        const double lines = double(arrow.label.count(QLatin1Char('\n')) + 1);
        const double labelHeight = m_sizes.px(14) * lines;
        arrow.labelFrame = QRectF(a.right(), middle - m_sizes.px(3) - labelHeight, b.left() - a.right(), labelHeight);
        return y;
    }
    // Two arrows back may lie side by side, but not on each other.
    const double below = y + height + m_sizes.px(9) + arrow.depth * m_sizes.px(13);
    const double fromX = a.center().x() + (arrow.depth == 0 ? 0 : m_sizes.px(8));
    const double toX = b.center().x() + (arrow.to > 0 ? m_sizes.px(9) : 0);
    arrow.line = QPolygonF({QPointF(std::round(fromX), y + height), QPointF(std::round(fromX), below),
                            QPointF(std::round(toX), below), QPointF(std::round(toX), y + height)});
    const double width = m_sizes.widthOf(MapText::Caption, arrow.label) + m_sizes.px(10);
    arrow.labelFrame = QRectF(std::round((fromX + toX) / 2 - width / 2), below - m_sizes.px(7), width, m_sizes.px(14));
    return arrow.labelFrame.bottom();
}

} // namespace bindlab::mapping
