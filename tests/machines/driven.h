#pragma once

#include "machines/machine.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab::test {

using Saved = std::vector<std::uint8_t>;

using Names = std::vector<std::string>;

/// Names in the order of the enum class of the machine's header.
inline Names stateNames(const Machine& machine) {
    Names names;
    for (const MachineState& state : machine.states())
        names.emplace_back(state.name);
    return names;
}
inline Names eventNames(const Machine& machine) {
    Names names;
    for (const MachineEvent& event : machine.events())
        names.emplace_back(event.name);
    return names;
}

/// One instance of a machine, with events sent by the enum class of its header.
struct Driven {
    const Machine& machine;
    Saved saved;

    explicit Driven(const Machine& kind) : machine(kind), saved(kind.bytes()) { machine.initial(saved); }

    Outcome fire(auto event, int payload = 0) { return machine.fire(saved, int(event), payload); }

    /// What comes back to the sender: 0, a negative errno, or an index of statuses().
    int status(auto event, int payload = 0) { return fire(event, payload).status; }

    /// Sends one event after the other, none with a payload; false when one is refused.
    bool play(auto... events) { return (fire(events).accepted && ...); }

    [[nodiscard]] std::string state() const { return std::string(machine.states()[saved[0]].name); }

    /// Name of the status an event is answered with; "" when it was accepted.
    std::string refusal(auto event, int payload = 0) {
        const Outcome outcome = fire(event, payload);
        if (outcome.accepted)
            return {};
        return outcome.status < 0 ? std::to_string(outcome.status)
                                  : std::string(machine.statuses()[std::size_t(outcome.status)]);
    }
};

/// Every saved value that events can lead to, the initial one included.
inline std::set<Saved> reachable(const Machine& machine) {
    Driven start(machine);
    std::set<Saved> known{start.saved};
    std::vector<Saved> open{start.saved};
    while (!open.empty()) {
        const Saved from = open.back();
        open.pop_back();
        for (std::size_t event = 0; event < machine.events().size(); ++event)
            for (int payload = 0; payload < machine.events()[event].payloads; ++payload) {
                Saved to = from;
                machine.fire(to, int(event), payload);
                if (known.insert(to).second)
                    open.push_back(to);
            }
    }
    return known;
}

} // namespace bindlab::test
