#include "report/svg.h"

#include "report/chart_layout.h"
#include "report/svg_inks.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

constexpr double margin = 24;
constexpr double headHeight = 62;
constexpr double footLine = 15;
constexpr double nameSize = 12;
constexpr double boxHeight = 34;
constexpr double startSize = 10;
constexpr int footColumns = 90;

/// All rows of the table that lead from one state to another.
struct Way {
    int from = 0;
    int to = 0;
    std::vector<std::string> labels;   ///< what stands beside the arrow
    std::string meaning;               ///< with events' full names and actions
};

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

std::vector<Way> waysOf(const Machine& machine)
{
    std::vector<Way> ways;
    for (const ChartRow& row : machine.chart()) {
        const int from = indexOf(machine, row.from);
        const int to = indexOf(machine, row.to);
        auto way = std::ranges::find_if(ways, [&](const Way& each) { return each.from == from && each.to == to; });
        if (way == ways.end())
            way = ways.insert(ways.end(), Way{from, to, {}, {}});
        way->labels.push_back(labelOf(machine, row));
        way->meaning += fmt::format("{}{} to {}: {}", way->meaning.empty() ? "" : "; ", row.from, row.to, row.event);
        if (!row.guard.empty())
            way->meaning += fmt::format(" [{}]", row.guard);
        if (!row.action.empty())
            way->meaning += fmt::format(" / {}", row.action);
    }
    return ways;
}

/// The states, and before them the mark where the machine begins; the first edge leads from it to the initial state.
ChartGraph graphOf(const Machine& machine, const std::vector<Way>& ways)
{
    ChartGraph graph;
    for (const MachineState& state : machine.states())
        graph.nodes.push_back({codeWidth(state.name, nameSize) + 32, boxHeight});
    graph.nodes.push_back({startSize, startSize});
    std::vector<std::uint8_t> saved(machine.bytes());
    machine.initial(saved);
    graph.edges.push_back({int(machine.states().size()), saved.at(0), 0, 0});
    for (const Way& way : ways) {
        int columns = 0;
        for (const std::string& label : way.labels)
            columns = std::max(columns, columnsOf(label));
        graph.edges.push_back({way.from, way.to, columns + 1, int(way.labels.size())});
    }
    return graph;
}

void drawHead(SvgDocument& svg, const PlacedChart::Edge& edge, const char* ink)
{
    const SvgPoint from = edge.curve.back();
    const double length = std::hypot(edge.tip.x - from.x, edge.tip.y - from.y);
    if (length < 0.01)
        return;
    const SvgPoint side{3.5 * (edge.tip.y - from.y) / length, -3.5 * (edge.tip.x - from.x) / length};
    svg.polygon({edge.tip, {from.x + side.x, from.y + side.y}, {from.x - side.x, from.y - side.y}}, {.fill = ink, .line = {}});
}

void drawEdge(SvgDocument& svg, const PlacedChart::Edge& edge)
{
    if (edge.curve.empty())
        return;
    svg.curve(edge.curve, {.fill = {}, .line = inks::edge, .lineWidth = 1.2});
    drawHead(svg, edge, inks::edge);
}

void drawLabels(SvgDocument& svg, const PlacedChart::Edge& edge, const Way& way)
{
    double width = 0;
    for (const std::string& label : way.labels)
        width = std::max(width, codeWidth(label, ChartGraph::labelSize));
    double y = edge.label.y - ChartGraph::lineHeight * double(way.labels.size()) / 2 + ChartGraph::labelSize;
    for (const std::string& label : way.labels) {
        svg.words({edge.label.x - width / 2, y}, label, {.ink = inks::text2, .fonts = SvgDocument::codeFonts, .size = ChartGraph::labelSize});
        y += ChartGraph::lineHeight;
    }
}

void drawState(SvgDocument& svg, const MachineState& state, SvgPoint middle, double width, bool initial)
{
    svg.beginGroup({}, 1, fmt::format("{}: {}", state.name, state.meaning));
    svg.box({middle.x - width / 2, middle.y - boxHeight / 2, width, boxHeight}, boxHeight / 2,
            {.fill = initial ? inks::accentFill : inks::pane, .line = initial ? inks::accent : inks::lineStrong, .lineWidth = initial ? 1.5 : 1});
    svg.words({middle.x, middle.y + 4}, state.name,
              {.ink = inks::text, .fonts = SvgDocument::codeFonts, .size = nameSize, .bold = true, .anchor = SvgDocument::Anchor::Middle});
    svg.endGroup();
}

} // namespace

std::string chartAsSvg(const Machine& machine)
{
    const std::vector<Way> ways = waysOf(machine);
    const ChartGraph graph = graphOf(machine, ways);
    const PlacedChart placed = layOutChart(graph);
    const std::vector<std::string> foot = wrapped(fmt::format("Source: {}", machine.source()), footColumns);
    double textRoom = textWidth(machine.title(), 18) + textWidth(machine.name(), 18);
    for (const std::string& line : foot)
        textRoom = std::max(textRoom, textWidth(line, 11));
    const double width = std::max(placed.width, textRoom) + 2 * margin;
    const double height = headHeight + placed.height + margin + double(foot.size()) * footLine + margin / 2;

    SvgDocument svg(width, height, fmt::format("Chart of {}, {}: {} states, {} transitions", machine.name(), machine.title(),
                                              machine.states().size(), machine.chart().size()));
    svg.box({0, 0, width, height}, 0, {.fill = inks::pane, .line = {}});
    svg.words({margin, 34}, machine.title(), {.ink = inks::text, .fonts = {}, .size = 18, .bold = true});
    svg.words({width - margin, 34}, machine.name(), {.ink = inks::text3, .fonts = SvgDocument::codeFonts, .size = 12, .anchor = SvgDocument::Anchor::End});

    svg.beginGroup({std::round((width - placed.width) / 2), headHeight}, 1);
    for (const PlacedChart::Edge& edge : placed.edges)
        drawEdge(svg, edge);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        svg.beginGroup({}, 1, ways[i].meaning);
        drawLabels(svg, placed.edges[i + 1], ways[i]);
        svg.endGroup();
    }
    for (std::size_t i = 0; i < machine.states().size(); ++i)
        drawState(svg, machine.states()[i], placed.nodes[i], graph.nodes[i].width, int(i) == graph.edges.front().to);
    const SvgPoint start = placed.nodes.back();
    svg.box({start.x - startSize / 2, start.y - startSize / 2, startSize, startSize}, startSize / 2, {.fill = inks::accent, .line = {}});
    svg.endGroup();

    double y = headHeight + placed.height + margin;
    for (const std::string& line : foot) {
        svg.words({margin, y + 11}, line, {.ink = inks::text3, .fonts = {}, .size = 11});
        y += footLine;
    }
    return svg.finish();
}

} // namespace bindlab
