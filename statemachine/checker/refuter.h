#pragma once

#include "checker/state_graph.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace bindlab {

inline constexpr int mostEvents = 4;

/// An event of the reported run: the step at which it occurs first.
struct CandidateEvent {
    std::uint32_t event = 0;
    int step = 0;
    std::uint8_t thread = 0;
    bool epilogue = false;      ///< everything is being closed
    std::vector<int> objects;   ///< that the step touches, sorted
    int telling = 0;            ///< how little it tells on its own
};

/// Some of the candidates, by index, in the order of the run.
struct EventChoice {
    std::array<std::uint16_t, mostEvents> at{};
    std::uint8_t size = 0;
};

/// Looks for runs without the failure that have chosen events in order. Each one that it finds refutes, from then
/// on, every other choice whose events it has in order too; so few choices need a search of their own.
class Refuter {
public:
    /// `failure`: bits of StateGraph::keys. `work` bounds how many states are looked at.
    Refuter(const StateGraph& graph, std::uint64_t failure, std::vector<CandidateEvent> candidates, std::uint64_t work);

    [[nodiscard]] const std::vector<CandidateEvent>& candidates() const { return m_candidates; }
    /// Whether a run from this state can still come to an end without the failure.
    [[nodiscard]] bool isGood(std::uint32_t state) const { return m_good[state]; }
    [[nodiscard]] bool exhausted() const { return m_left == 0; }
    void allow(std::uint64_t work) { m_left = work; }
    bool spend(std::uint64_t units)
    {
        m_left -= std::min(m_left, units);
        return m_left > 0;
    }

    /// One of the runs found so far refutes it.
    [[nodiscard]] bool knownRefuted(const EventChoice& choice) const
    {
        if (choice.size == 0)
            return m_runs > 0;
        for (std::size_t word = 0; word * 64 < m_runs; ++word) {
            std::uint64_t runs = wordOf(m_occurs[choice.at[0]], word);
            for (std::size_t i = 1; i < choice.size && runs != 0; ++i)
                runs &= wordOf(m_before[choice.at[i - 1] * m_candidates.size() + choice.at[i]], word);
            if (runs != 0)
                return true;
        }
        return false;
    }

    /// Searches the product of states and progress through the events for a run that refutes. When the bound is met,
    /// exhausted() and the answer means nothing.
    bool refute(const EventChoice& choice);

private:
    using Bits = std::vector<std::uint64_t>;
    struct Search;

    [[nodiscard]] static std::uint64_t wordOf(const Bits& bits, std::size_t word) { return word < bits.size() ? bits[word] : 0; }
    void findGoodStates();
    /// The run that led to `last`, a state of the search, and on over `finalEdge` unless that is StateGraph::lost.
    void remember(const Search& search, std::uint32_t last, std::uint32_t finalEdge);

    const StateGraph& m_graph;
    std::uint64_t m_failure;
    std::vector<CandidateEvent> m_candidates;
    std::uint64_t m_left;
    std::vector<bool> m_good;
    std::vector<int> m_isCandidate;  ///< event to candidate
    std::vector<Bits> m_before;      ///< of each pair: the runs found that have them in this order
    std::vector<Bits> m_occurs;      ///< of each candidate: the runs found that have it
    std::size_t m_runs = 0;
};

} // namespace bindlab
