#include "report/machine_refusals.h"

#include "flow/errno_names.h"

#include <algorithm>
#include <compare>
#include <set>

namespace bindlab {

namespace {

using Saved = std::vector<std::uint8_t>;

/// Calls `see(from, event, outcome)` for every event and payload on everything that events can lead to.
template <typename See>
void tryEverything(const Machine& machine, See see)
{
    Saved initial(machine.bytes());
    machine.initial(initial);
    std::set<Saved> known{initial};
    std::vector<Saved> open{initial};
    while (!open.empty()) {
        const Saved from = open.back();
        open.pop_back();
        for (std::size_t event = 0; event < machine.events().size(); ++event)
            for (int payload = 0; payload < machine.events()[event].payloads; ++payload) {
                Saved to = from;
                see(from, event, machine.fire(to, int(event), payload));
                if (known.insert(to).second)
                    open.push_back(to);
            }
    }
}

std::string answerOf(const Machine& machine, const Outcome& outcome)
{
    return outcome.status < 0 ? numberText(outcome.status) : std::string(machine.statuses()[std::size_t(outcome.status)]);
}

} // namespace

std::vector<MachineRefusal> refusalsOf(const Machine& machine)
{
    struct Found {
        std::size_t event;
        std::size_t state;
        std::string answer;
        std::string_view reason;
        auto operator<=>(const Found&) const = default;
    };
    std::set<Found> all;
    tryEverything(machine, [&](const Saved& from, std::size_t event, const Outcome& outcome) {
        if (!outcome.accepted && !outcome.reason.empty())
            all.insert({event, from.front(), answerOf(machine, outcome), outcome.reason});
    });
    std::vector<MachineRefusal> refusals;
    for (const Found& found : all) {
        const std::string event(machine.events()[found.event].name);
        const std::string state(machine.states()[found.state].name);
        const auto same = std::ranges::find_if(refusals, [&](const MachineRefusal& each) {
            return each.event == event && each.answer == found.answer && each.reason == found.reason;
        });
        if (same != refusals.end())
            same->states.push_back(state);
        else
            refusals.push_back({event, {state}, found.answer, std::string(found.reason)});
    }
    return refusals;
}

} // namespace bindlab
