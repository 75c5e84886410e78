#include "map_chart_plan.h"

#include "viewmodels/shared/plain_text.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <string_view>

namespace bindlab::mapping {

namespace {

class Planner {
public:
    Planner(const Machine& machine, const MapSizes& sizes, bool narrow)
        : m_machine(machine), m_sizes(sizes), m_narrow(narrow), m_states(machine.states()) {}

    ChartPlan plan() {
        ChartPlan chart;
        addForward(chart.arrows);
        addBack(chart.arrows);
        measurePills(chart);
        measureArrows(chart);
        return chart;
    }

private:
    [[nodiscard]] int indexOf(std::string_view state) const;
    [[nodiscard]] QString labelOf(std::string_view event) const;
    /// An event that leads to one state only says more about an arrow than one that may lead anywhere.
    [[nodiscard]] bool isDecisive(std::string_view event) const;
    /// What leads from a state to the next.
    [[nodiscard]] QStringList labelsForward(int from) const;
    /// Arrows each to the next pill.
    void addForward(std::vector<MapArrow>& arrows) const;
    /// For each state one arrow back to it, from as far as the way that is meant leads. An event that leads to several states is
    /// drawn only where nothing surer leads back anywhere.
    void addBack(std::vector<MapArrow>& arrows) const;
    void measurePills(ChartPlan& chart) const;
    void measureArrows(ChartPlan& chart) const;

    const Machine& m_machine;
    const MapSizes& m_sizes;
    bool m_narrow;
    std::span<const MachineState> m_states;
};

int Planner::indexOf(std::string_view state) const {
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        if (m_states[i].name == state)
            return int(i);
    }
    return -1;
}

QString Planner::labelOf(std::string_view event) const {
    for (const MachineEvent& each : m_machine.events()) {
        if (each.name == event)
            return text(each.label.empty() ? each.name : each.label);
    }
    return text(event);
}

bool Planner::isDecisive(std::string_view event) const {
    std::set<std::string_view> ends;
    for (const ChartRow& row : m_machine.chart()) {
        if (row.event == event && row.from != row.to)
            ends.insert(row.to);
    }
    return ends.size() <= 1;
}

QStringList Planner::labelsForward(int from) const {
    QStringList labels;
    bool sure = false;
    for (const ChartRow& row : m_machine.chart()) {
        if (indexOf(row.from) != from || indexOf(row.to) != from + 1)
            continue;
        const bool clear = isDecisive(row.event);
        if (clear && !sure)
            labels.clear();
        sure = sure || clear;
        if ((clear || !sure) && !labels.contains(labelOf(row.event)))
            labels.append(labelOf(row.event));
    }
    return labels;
}

void Planner::addForward(std::vector<MapArrow>& arrows) const {
    for (int from = 0; from + 1 < int(m_states.size()); ++from) {
        const QStringList labels = labelsForward(from);
        if (labels.isEmpty())
            continue;
        MapArrow arrow;
        arrow.from = from;
        arrow.to = from + 1;
        arrow.mishap = isMishap(m_states[std::size_t(from) + 1].name);
        arrow.label = labels.front();
        arrows.push_back(arrow);
    }
}

void Planner::addBack(std::vector<MapArrow>& arrows) const {
    const bool sureBack = std::any_of(m_machine.chart().begin(), m_machine.chart().end(), [&](const ChartRow& row) {
        return indexOf(row.from) > indexOf(row.to) && !isMishap(row.from) && isDecisive(row.event);
    });
    for (int to = 0; to < int(m_states.size()); ++to) {
        MapArrow best;
        int bestRank = -1;
        for (const ChartRow& row : m_machine.chart()) {
            const int from = indexOf(row.from);
            const bool alsoForward = std::any_of(arrows.begin(), arrows.end(), [&](const MapArrow& arrow) {
                return !arrow.back && arrow.to == to && arrow.label == labelOf(row.event);
            });
            if (indexOf(row.to) != to || from <= to || isMishap(row.from) || alsoForward || (sureBack && !isDecisive(row.event)))
                continue;
            const int rank = (isDecisive(row.event) ? 100 : 0) + from;
            if (rank > bestRank) {
                bestRank = rank;
                best.from = from;
                best.to = to;
                best.label = labelOf(row.event);
            }
        }
        if (bestRank >= 0) {
            best.back = true;
            arrows.push_back(best);
        }
    }
}

void Planner::measurePills(ChartPlan& chart) const {
    chart.gaps.assign(m_states.size(), m_sizes.px(m_narrow ? 18 : 24));
    chart.gaps.front() = 0;
    for (const MachineState& state : m_states) {
        const QString name = text(state.name);
        chart.pills.push_back(std::ceil(m_sizes.widthOf(isCodeName(name) ? MapText::Caption : MapText::Label, name) * (isCodeName(name) ? 1.1 : 1) + m_sizes.px(m_narrow ? 27 : 38)));
    }
}

void Planner::measureArrows(ChartPlan& chart) const {
    std::vector<const MapArrow*> back;
    for (MapArrow& arrow : chart.arrows) {
        if (arrow.back) {
            arrow.depth = int(std::count_if(back.begin(), back.end(), [&](const MapArrow* other) { return arrow.to < other->from && other->to < arrow.from; }));
            back.push_back(&arrow);
            chart.below = std::max(chart.below, m_sizes.px(9) + arrow.depth * m_sizes.px(13) + m_sizes.px(7));
            continue;
        }
        double widest = 0;
        if (m_narrow)
            arrow.label.replace(QLatin1Char(' '), QLatin1Char('\n'));
        for (const QString& line : arrow.label.split(QLatin1Char('\n')))
            widest = std::max(widest, m_sizes.widthOf(MapText::Caption, line));
        chart.gaps[std::size_t(arrow.to)] = std::max(m_sizes.px(m_narrow ? 26 : 34), std::ceil(widest) + m_sizes.px(m_narrow ? 6 : 16));
        chart.above = std::max(chart.above, m_sizes.px(3) + m_sizes.px(14) * double(arrow.label.count(QLatin1Char('\n')) + 1) - m_sizes.px(13));
    }
}

} // namespace

double ChartPlan::width() const {
    double total = 0;
    for (const double each : pills)
        total += each;
    for (const double each : gaps)
        total += each;
    return total;
}

ChartPlan planChart(const Machine& machine, const MapSizes& sizes, bool narrow) {
    return Planner(machine, sizes, narrow).plan();
}

} // namespace bindlab::mapping
