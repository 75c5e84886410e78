#include "report/svg.h"

#include "report/machine_chart.h"
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
constexpr int footColumns = 90;

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

void drawLabels(SvgDocument& svg, const PlacedChart::Edge& edge, const MachineWay& way)
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

void drawState(SvgDocument& svg, const MachineState& state, SvgPoint middle, const ChartGraph::Node& size, bool initial)
{
    svg.beginGroup({}, 1, fmt::format("{}: {}", state.name, state.meaning));
    svg.box({middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height}, size.height / 2,
            {.fill = initial ? inks::accentFill : inks::pane, .line = initial ? inks::accent : inks::lineStrong, .lineWidth = initial ? 1.5 : 1});
    svg.words({middle.x, middle.y + 4}, state.name,
              {.ink = inks::text, .fonts = SvgDocument::codeFonts, .size = MachineChart::nameSize, .bold = true, .anchor = SvgDocument::Anchor::Middle});
    svg.endGroup();
}

} // namespace

std::string chartAsSvg(const Machine& machine)
{
    const MachineChart chart = chartOf(machine);
    const PlacedChart& placed = chart.placed;
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
    for (std::size_t i = 0; i < chart.ways.size(); ++i) {
        svg.beginGroup({}, 1, chart.ways[i].meaning);
        drawLabels(svg, placed.edges[i + 1], chart.ways[i]);
        svg.endGroup();
    }
    for (std::size_t i = 0; i < machine.states().size(); ++i)
        drawState(svg, machine.states()[i], placed.nodes[i], chart.boxes[i], int(i) == chart.initial);
    const SvgPoint start = placed.nodes.back();
    constexpr double startSize = MachineChart::startSize;
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
