#include "report/machine_chart.h"

#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

constexpr double boxHeight = 34;
constexpr int labelColumns = 32;   // longer ones, with several guards, go on in the next line

int indexOf(const Machine& machine, std::string_view state)
{
    return int(std::ranges::find(machine.states(), state, &MachineState::name) - machine.states().begin());
}

std::string labelOf(const Machine& machine, const ChartRow& row)
{
    const auto event = std::ranges::find(machine.events(), row.event, &MachineEvent::name);
    const std::string_view label = event == machine.events().end() || event->label.empty() ? row.event : event->label;
    return row.guard.empty() ? std::string(label) : fmt::format("{} [{}]", label, row.guard);
}

std::vector<MachineWay> waysOf(const Machine& machine)
{
    std::vector<MachineWay> ways;
    for (const ChartRow& row : machine.chart()) {
        const int from = indexOf(machine, row.from);
        const int to = indexOf(machine, row.to);
        auto way = std::ranges::find_if(ways, [&](const MachineWay& each) { return each.from == from && each.to == to; });
        if (way == ways.end())
            way = ways.insert(ways.end(), MachineWay{from, to, {}, {}});
        for (const std::string& line : wrapped(labelOf(machine, row), labelColumns))
            way->labels.push_back(line);
        way->meaning += fmt::format("{}{} to {}: {}", way->meaning.empty() ? "" : "; ", row.from, row.to, row.event);
        if (!row.guard.empty())
            way->meaning += fmt::format(" [{}]", row.guard);
        if (!row.action.empty())
            way->meaning += fmt::format(" / {}", row.action);
    }
    return ways;
}

int initialState(const Machine& machine)
{
    std::vector<std::uint8_t> saved(machine.bytes());
    machine.initial(saved);
    return saved.at(0);
}

ChartGraph graphOf(const MachineChart& chart)
{
    ChartGraph graph;
    graph.nodes = chart.boxes;
    graph.nodes.push_back({MachineChart::startSize, MachineChart::startSize});
    graph.edges.push_back({int(chart.boxes.size()), chart.initial, 0, 0});
    for (const MachineWay& way : chart.ways) {
        int columns = 0;
        for (const std::string& label : way.labels)
            columns = std::max(columns, columnsOf(label));
        graph.edges.push_back({way.from, way.to, columns + 1, int(way.labels.size())});
    }
    return graph;
}

} // namespace

MachineChart chartOf(const Machine& machine)
{
    MachineChart chart;
    for (const MachineState& state : machine.states())
        chart.boxes.push_back({codeWidth(state.name, MachineChart::nameSize) + 32, boxHeight});
    chart.ways = waysOf(machine);
    chart.initial = initialState(machine);
    chart.placed = layOutChart(graphOf(chart));
    return chart;
}

} // namespace bindlab
