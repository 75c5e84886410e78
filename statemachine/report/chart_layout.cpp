#include "report/chart_layout.h"

#include <fmt/format.h>

#include <memory>
#include <mutex>

#include <gvc.h>

extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace bindlab {

namespace {

constexpr double pixelsPerInch = 72;   // Graphviz counts points

struct Closer {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// Graphviz takes what it does not change as char*.
char* text(const std::string& value) { return const_cast<char*>(value.c_str()); }

void set(void* part, const char* name, const std::string& value)
{
    agsafeset(part, const_cast<char*>(name), text(value), text(""));
}

std::string inches(double pixels) { return fmt::format("{:.4f}", pixels / pixelsPerInch); }

/// Its words do not matter here, their number does.
std::string labelOf(const ChartGraph::Edge& edge)
{
    std::string label;
    for (int line = 0; line < edge.labelLines; ++line)
        label += (line > 0 ? "\\n" : "") + std::string(std::size_t(edge.labelColumns), 'x');
    return label;
}

class Layout {
public:
    explicit Layout(const ChartGraph& graph) : m_context(gvContextPlugins(nullptr, 0))
    {
        gvAddLibrary(m_context.get(), &gvplugin_dot_layout_LTX_library);
        m_graph.reset(agopen(text("chart"), Agdirected, nullptr));
        set(m_graph.get(), "nodesep", "0.55");
        set(m_graph.get(), "ranksep", "0.55");
        for (const ChartGraph::Node& node : graph.nodes)
            addNode(node);
        for (const ChartGraph::Edge& edge : graph.edges)
            addEdge(edge);
    }

    PlacedChart place()
    {
        PlacedChart placed;
        if (gvLayout(m_context.get(), m_graph.get(), "dot") != 0)
            return placed;
        const boxf box = GD_bb(m_graph.get());
        m_left = box.LL.x;
        m_top = box.UR.y;
        placed.width = box.UR.x - box.LL.x;
        placed.height = box.UR.y - box.LL.y;
        for (Agnode_t* node : m_nodes)
            placed.nodes.push_back(at(ND_coord(node)));
        for (Agedge_t* edge : m_edges)
            placed.edges.push_back(placedEdge(edge));
        gvFreeLayout(m_context.get(), m_graph.get());
        return placed;
    }

private:
    void addNode(const ChartGraph::Node& node)
    {
        Agnode_t* const added = agnode(m_graph.get(), text(fmt::format("n{}", m_nodes.size())), 1);
        set(added, "shape", "box");
        set(added, "label", "");
        set(added, "fixedsize", "true");
        set(added, "width", inches(node.width));
        set(added, "height", inches(node.height));
        m_nodes.push_back(added);
    }

    void addEdge(const ChartGraph::Edge& edge)
    {
        Agedge_t* const added = agedge(m_graph.get(), m_nodes[std::size_t(edge.from)], m_nodes[std::size_t(edge.to)],
                                       text(fmt::format("e{}", m_edges.size())), 1);
        set(added, "label", labelOf(edge));
        set(added, "fontname", "Courier");   // six tenths wide, as every code font
        set(added, "fontsize", fmt::format("{}", ChartGraph::labelSize));
        set(added, "arrowsize", "0.7");
        m_edges.push_back(added);
    }

    PlacedChart::Edge placedEdge(Agedge_t* edge) const
    {
        PlacedChart::Edge placed;
        if (const splines* found = ED_spl(edge); found != nullptr && found->size > 0) {
            const bezier& curve = found->list[0];
            for (int i = 0; i < curve.size; ++i)
                placed.curve.push_back(at(curve.list[i]));
            placed.tip = curve.eflag != 0 ? at(curve.ep) : placed.curve.back();
        }
        if (const textlabel_t* label = ED_label(edge); label != nullptr)
            placed.label = at(label->pos);
        return placed;
    }

    SvgPoint at(pointf point) const { return {point.x - m_left, m_top - point.y}; }

    std::unique_ptr<GVC_t, Closer> m_context;
    std::unique_ptr<Agraph_t, Closer> m_graph;
    std::vector<Agnode_t*> m_nodes;
    std::vector<Agedge_t*> m_edges;
    double m_left = 0;
    double m_top = 0;
};

} // namespace

PlacedChart layOutChart(const ChartGraph& graph)
{
    static std::mutex oneAtATime;
    const std::lock_guard guard(oneAtATime);
    return Layout(graph).place();
}

} // namespace bindlab
