#include "states_run.h"

#include "flow/program.h"
#include "report/states_report.h"

#include <algorithm>
#include <utility>

namespace bindlab {

StatesRun::StatesRun(std::shared_ptr<const ExploredStates> explored, int failure)
    : m_explored(std::move(explored)), m_failure(failure), m_mainPath(m_explored->runOf(failure)), m_path(m_mainPath)
{
}

int StatesRun::positionIn(const std::vector<std::uint32_t>& path, std::uint32_t node) const
{
    const auto nodes = m_explored->nodesOf(path);
    const auto place = std::ranges::find(nodes, node);
    return place == nodes.end() ? -1 : int(place - nodes.begin());
}

bool StatesRun::isOnMainPath(std::uint32_t node) const { return positionIn(m_mainPath, node) >= 0; }

std::uint32_t StatesRun::turningPoint() const
{
    return m_failure < 0 ? 0 : nodeAt(m_mainPath, std::max(0, m_explored->facts.failures[std::size_t(m_failure)].noWayBackFrom - 1));
}

std::uint64_t StatesRun::brokenHere() const
{
    const StateGraph& graph = m_explored->graph();
    return m_position > 0 ? graph.edges[m_path[std::size_t(m_position) - 1]].broken : graph.broken[0];
}

std::optional<Run> StatesRun::replayed() const
{
    if (!m_explored)
        return std::nullopt;
    auto run = replay(m_explored->model, stepsOf(m_explored->graph(), m_path));
    if (!run)
        return std::nullopt;
    run->seek(m_position);
    return std::move(*run);
}

void StatesRun::seek(int position) { m_position = std::clamp(position, 0, length()); }

bool StatesRun::goTo(std::uint32_t node)
{
    if (const int position = positionIn(m_path, node); position >= 0) {
        m_position = position;
        return false;
    }
    const int onMain = positionIn(m_mainPath, node);
    m_path = onMain < 0 ? m_explored->facts.shortestRun(node) : m_mainPath;
    m_position = onMain < 0 ? length() : onMain;
    return true;
}

bool StatesRun::extend()
{
    const StateGraph& graph = m_explored->graph();
    const std::uint32_t end = nodeAt(m_path, length());
    if (end >= graph.size() || graph.isLast(end))
        return false;
    m_path.push_back(graph.first[end]);
    m_position = length();
    return true;
}

void StatesRun::leadBack()
{
    m_path = m_mainPath;
    seek(m_position);
}

std::uint32_t nodeBehind(const ExploredStates& explored, const std::vector<StepChoice>& steps)
{
    const StateGraph& graph = explored.graph();
    std::uint32_t node = 0;
    for (const StepChoice& step : steps)
        if (const StateGraph::Edge* edge = node < graph.size() ? graph.edge(node, step) : nullptr)
            node = explored.facts.to[std::size_t(edge - graph.edges.data())];
    return node;
}

} // namespace bindlab
