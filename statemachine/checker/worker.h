#pragma once

#include "checker/expansion.h"
#include "checker/findings_seen.h"
#include "checker/learned_properties.h"
#include "checker/lock_order.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

namespace bindlab {

/// What one thread of the search has of its own.
struct Worker {
    Worker(const Model& model, const StateTree& tree, const Symmetry* symmetry, const std::vector<bool>& wanted)
        : expansion(model, tree, symmetry), properties(model), findings(model, wanted), lockOrder(model), results(model.calls.size()),
          due(model.propertyCode.size(), 0)
    {
    }

    /// A successor on its way into the tree: memory is slow, so those of several states are fetched before the first is looked at.
    struct Pending {
        std::uint64_t key = 0;
        Expansion::Taken taken;
    };

    Expansion expansion;
    LearnedProperties properties;
    std::array<RecentNodes, 2> recent;           ///< pairs, words
    NodeTable met;                               ///< keys of successors in this batch
    FindingsSeen findings;
    std::vector<Pending> pending;                ///< successors of the states that were expanded last
    LockOrder lockOrder;
    std::vector<std::bitset<256>> results;   ///< by call, the values it returned
    std::uint64_t transitions = 0;
    int deadEnd = -1;                        ///< as in CheckResult
    std::vector<std::uint32_t> returning;    ///< states whose steps all lead to states that are no deeper, and a few others
    std::uint32_t leadsOn = NodeTable::none; ///< the last state that was seen to have a step that leads deeper
    std::vector<RawFinding> raw;
    std::vector<char> due;                   ///< by property code: to be looked at
    std::vector<int> dueCodes;
};

/// States one behind the other that the workers expand side by side. What is new is kept here, and put in when all of them
/// are done, so that states are numbered in the same order however many workers there are.
struct Batch {
    /// A successor that the tree does not have, and what is wrong with it.
    struct Candidate {
        std::uint64_t key = 0;
        std::uint32_t firstFinding = 0;
        std::uint32_t endOfFindings = 0;
    };
    /// Some of the states, expanded by one worker.
    struct alignas(128) Chunk {   // those side by side are written at the same time
        std::size_t worker = 0;
        std::uint32_t end = 0;   ///< so far it came: up to the first state with a successor that the tree has no room for
        std::uint64_t transitions = 0;
        std::vector<Candidate> candidates;
        std::vector<RawFinding> findings;
    };

    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::vector<Chunk> chunks;       ///< those that were begun: all, when the batch is whole
    bool isWhole = false;            ///< the tree has room for whatever was met

    void begin(std::uint32_t first, std::uint32_t end, std::uint32_t chunkStates)
    {
        from = first;
        to = end;
        chunks.resize((end - first + chunkStates - 1) / chunkStates);
        for (Chunk& chunk : chunks) {
            chunk.end = first;
            chunk.transitions = 0;
            chunk.candidates.clear();
            chunk.findings.clear();
            first += chunkStates;
        }
    }
    [[nodiscard]] std::size_t candidates() const
    {
        std::size_t sum = 0;
        for (const Chunk& chunk : chunks)
            sum += chunk.candidates.size();
        return sum;
    }
};

} // namespace bindlab
