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

/// What one thread of the search has of its own. While several work the tree is read only: what is new is kept here until
/// all of them have stopped.
struct Worker {
    Worker(const Model& model, const StateTree& tree, const Symmetry* symmetry, const std::vector<bool>& wanted)
        : expansion(model, tree, symmetry), properties(model), newNodes(tree.inner), findings(model, wanted), lockOrder(model), results(model.calls.size()),
          due(model.propertyCode.size(), 0)
    {
    }

    /// A successor that the tree does not have, and what is wrong with it.
    struct Candidate {
        std::uint64_t key = 0;
        std::uint32_t firstFinding = 0;
        std::uint32_t endOfFindings = 0;
    };
    /// Some states one behind the other, expanded by one worker.
    struct Chunk {
        Worker* worker = nullptr;
        std::uint32_t end = 0;   ///< so far it came: up to the first state with a successor that the tree has no room for
        std::uint64_t transitions = 0;
        std::vector<Candidate> candidates;
        std::vector<RawFinding> findings;
    };

    /// A successor on its way into the tree: memory is slow, so all of a state are fetched before the first is looked at.
    struct Pending {
        std::uint64_t key = 0;
        std::uint32_t step = 0;
    };

    Expansion expansion;
    LearnedProperties properties;
    NewNodes newNodes;
    std::array<RecentNodes, 2> recent;           ///< pairs, words
    NodeTable met;                               ///< keys of successors in this batch
    FindingsSeen findings;
    std::vector<Pending> pending;                ///< successors of the state that is expanded
    LockOrder lockOrder;
    std::vector<std::bitset<256>> results;   ///< by call, the values it returned
    std::uint64_t transitions = 0;
    int deadEnd = -1;                        ///< as in CheckResult
    std::vector<std::uint32_t> returning;    ///< states with a step to one that is no deeper; some more than once
    std::vector<RawFinding> raw;
    std::vector<char> due;                   ///< by property code: to be looked at
    std::vector<int> dueCodes;
};

} // namespace bindlab
