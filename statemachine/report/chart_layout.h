#pragma once

#include "report/svg_document.h"

#include <string>
#include <vector>

namespace bindlab {

/// Boxes and arrows that are to be drawn; names are indices.
struct ChartGraph {
    struct Node {
        double width = 0;
        double height = 0;
    };
    struct Edge {
        int from = 0;
        int to = 0;
        int labelColumns = 0;   ///< of code, labelSize pixels high
        int labelLines = 0;     ///< 0: no label
    };
    static constexpr double labelSize = 11;
    static constexpr double lineHeight = 14;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

/// Where they come to stand, in pixels from the upper left corner.
struct PlacedChart {
    struct Edge {
        std::vector<SvgPoint> curve;   ///< as SvgDocument::curve; empty where there is no way
        SvgPoint tip;                  ///< of its head; the head begins where the curve ends
        SvgPoint label;                ///< its middle
    };
    double width = 0;
    double height = 0;
    std::vector<SvgPoint> nodes;       ///< their middles
    std::vector<Edge> edges;
};

/// Graphviz's layered layout, from top to bottom. It keeps global state: calls from several threads wait for each other.
/// No font is looked at, so that it is the same everywhere.
[[nodiscard]] PlacedChart layOutChart(const ChartGraph& graph);

} // namespace bindlab
