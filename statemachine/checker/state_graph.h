#pragma once

#include "checker/checker.h"
#include "flow/program.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bindlab {

/// Every reachable state and every step between them, explicitly: for questions about whole runs, which a search that
/// only remembers states cannot answer. States are numbered breadth first, 0 is the start.
struct StateGraph {
    static constexpr std::uint32_t lost = std::numeric_limits<std::uint32_t>::max();   ///< memory is lost: nothing follows

    /// A step of a run as it is recognised in another run: this thread, this place of its calls, this choice.
    /// A statement of a loop is one event, however often it is done; what counts is its first time.
    struct Event {
        std::uint8_t thread = 0;
        std::uint8_t choice = 0;
        std::int32_t place = -1;   ///< index into Model::places; below -1: a bare choice, -2 - program counter
        auto operator<=>(const Event&) const = default;
    };
    struct Edge {
        std::uint32_t to = lost;
        std::uint32_t event = 0;
        StepChoice choice;
        std::uint8_t refusals = 0;     ///< calls that end at the step with an errno
        std::uint64_t broken = 0;      ///< keys found at the step or in the state it leads to
    };
    struct Key {
        std::string property;
        std::string failure;
        bool operator==(const Key&) const = default;
    };

    std::vector<std::uint32_t> first;  ///< edges of state n: edges[first[n]] .. edges[first[n + 1]]
    std::vector<Edge> edges;
    std::vector<std::uint64_t> broken; ///< of the state itself; L-0 in each from which no run comes to an end
    std::vector<bool> ended;           ///< all threads have come to their end
    std::vector<Event> events;
    std::vector<Key> keys;             ///< bit n of a mask is keys[n]; the last bit stands for all that found no room
    bool noRoom = false;               ///< some run needs more objects than the model has

    [[nodiscard]] std::uint32_t size() const { return std::uint32_t(broken.size()); }
    [[nodiscard]] bool isLast(std::uint32_t state) const { return first[state] == first[state + 1]; }
    /// The bit of a key, 0 when it has none of its own.
    [[nodiscard]] std::uint64_t bitOf(const std::string& property, const std::string& failure) const;
    [[nodiscard]] const Edge* edge(std::uint32_t from, StepChoice choice) const;
};

/// Is shown each state once, in the order of their numbers.
using StateSeen = std::function<void(std::span<const std::int8_t> state)>;

/// Nothing when there are more states than `maxStates`, or when `cancel` says so.
[[nodiscard]] std::optional<StateGraph> exploreAll(const Model& model, std::uint64_t maxStates, const std::atomic<bool>* cancel, const StateSeen& seen = {});

} // namespace bindlab
