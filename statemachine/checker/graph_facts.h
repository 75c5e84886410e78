#pragma once

#include "checker/state_graph.h"

#include <cstdint>
#include <vector>

namespace bindlab {

/// What a graph of every state says about runs. A run is followed until it first breaks something, or comes to its end: that
/// is where it ends here. The nodes are the states, by their numbers, and behind them one for each step that loses memory.
struct GraphFacts {
    static constexpr std::uint32_t none = StateGraph::lost;

    enum class Kind : std::uint8_t {
        Inner,
        Safe,     ///< an end: every thread is done, and nothing was broken on the way here
        Fails,    ///< an end: no run comes here without breaking something, and some breaks it with the step here
        After     ///< every run that comes here has failed before
    };
    /// What the runs that go on from a node come to.
    enum class Outcome : std::uint8_t { Holds, Either, Fails };
    struct Ends {
        std::uint32_t failing = 0;
        std::uint32_t safe = 0;
        bool operator==(const Ends&) const = default;
    };
    /// The shortest run that breaks a key; of those, one with the fewest switches between threads.
    struct Failure {
        int key = -1;                      ///< index into StateGraph::keys
        std::vector<std::uint32_t> edges;  ///< the last one breaks it; empty: it is so where everything starts
        int switches = 0;
        /// After so many of its steps every run fails, in some way.
        int noWayBackFrom = 0;
    };

    explicit GraphFacts(const StateGraph& graph);

    [[nodiscard]] std::uint32_t nodes() const { return std::uint32_t(kind.size()); }
    /// Nobody can move, and not every thread is done.
    [[nodiscard]] bool isDeadEnd(const StateGraph& graph, std::uint32_t node) const { return node < graph.size() && graph.isLast(node) && !graph.ended[node]; }
    /// No run that breaks nothing further comes to an end from here.
    [[nodiscard]] bool isDoomed(std::uint32_t node) const { return outcome[node] == Outcome::Fails; }
    /// A shortest run to the node, as edges; of those, one with the fewest switches.
    [[nodiscard]] std::vector<std::uint32_t> shortestRun(std::uint32_t node) const;
    /// The different ends that runs come to which go on from the node.
    [[nodiscard]] Ends endsFrom(const StateGraph& graph, std::uint32_t node) const;
    [[nodiscard]] Ends endsBehind(const StateGraph& graph, std::uint32_t edge) const;

    std::vector<std::uint32_t> from;    ///< by edge: the node it leads from,
    std::vector<std::uint32_t> to;      ///< and to
    std::vector<std::uint32_t> depth;   ///< by node: steps of the shortest run
    std::vector<Kind> kind;             ///< by node
    std::vector<Outcome> outcome;       ///< by node
    std::vector<Failure> failures;      ///< of each key one, the shortest first
    std::uint32_t deadEnds = 0;
    std::uint32_t doomed = 0;           ///< inner nodes from which every run fails
    std::uint32_t lastDepth = 0;

private:
    struct Arrival {
        std::uint16_t switches;
        std::uint32_t edge;
    };

    void number(const StateGraph& graph);
    void findKinds(const StateGraph& graph);
    void findOutcomes(const StateGraph& graph);
    void findArrivals(const StateGraph& graph);
    void findFailures(const StateGraph& graph);
    [[nodiscard]] Arrival bestArrival(std::uint32_t node, int nextThread) const;
    [[nodiscard]] std::vector<std::uint32_t> runTo(std::uint32_t node, int nextThread) const;

    int m_threads = 1;
    std::vector<std::uint8_t> m_thread;    ///< by edge: who moves
    std::vector<Arrival> m_arrivals;       ///< by node and by the thread that takes the last step of a shortest run
};

} // namespace bindlab
