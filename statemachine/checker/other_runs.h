#pragma once

#include "checker/state_graph.h"

#include <optional>
#include <vector>

namespace bindlab {

/// Runs to the same goal, each as unlike those before it as can be. What counts is how many of its steps are steps of those
/// that were shown (the same thread at the same place), then how many states it shares with them; then how many of its
/// calls are refused (for a run in which nothing breaks), then its length, then its switches. Exact: it looks at every run.
class OtherRuns {
public:
    enum class Goal : std::uint8_t {
        Fails,    ///< the last step breaks what `mask` says, and none before it
        Passes    ///< all threads come to their end, and nothing of what `mask` says breaks
    };
    /// `mask`: bits of StateGraph::keys.
    OtherRuns(const StateGraph& graph, Goal goal, std::uint64_t mask)
        : m_graph(graph), m_passes(goal == Goal::Passes), m_mask(mask), m_shownStates(graph.size(), false), m_shownEdges(graph.edges.size(), false), m_shownEvents(graph.events.size(), false)
    {
    }

    /// A run that the next ones are to be unlike.
    void show(const std::vector<StepChoice>& steps);
    /// The next run, and shows it. Nothing when each step of every run was shown.
    [[nodiscard]] std::optional<OtherRun> next();

private:
    const StateGraph& m_graph;
    bool m_passes;
    std::uint64_t m_mask;
    std::vector<bool> m_shownStates;
    std::vector<bool> m_shownEdges;
    std::vector<bool> m_shownEvents;
};

} // namespace bindlab
