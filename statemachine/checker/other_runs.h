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
        : m_graph(graph), m_goal(goal), m_mask(mask),
          m_shown{std::vector<bool>(graph.size()), std::vector<bool>(graph.edges.size()), std::vector<bool>(graph.events.size())}
    {
    }

    /// A run that the next ones are to be unlike.
    void show(const std::vector<StepChoice>& steps);
    /// The next run, and shows it. Nothing when each step of every run was shown.
    [[nodiscard]] std::optional<OtherRun> next();

    /// What those runs that were shown are made of.
    struct Shown {
        std::vector<bool> states;
        std::vector<bool> edges;
        std::vector<bool> events;
    };

private:
    const StateGraph& m_graph;
    Goal m_goal;
    std::uint64_t m_mask;
    Shown m_shown;
};

} // namespace bindlab
