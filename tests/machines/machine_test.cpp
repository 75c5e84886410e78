#include "machines/driven.h"

#include "catch.h"

#include <algorithm>
#include <functional>
#include <map>

using namespace bindlab;
using namespace bindlab::test;

namespace {

/// Calls `see(saved, event, payload)` for every combination, reachable or not; each remembered byte runs from 0 to 7.
void forEverything(const Machine& machine, const std::function<void(const Saved&, int, int)>& see) {
    REQUIRE(machine.bytes() <= 3);
    const int memories = 1 << 3 * (machine.bytes() - 1);
    for (std::size_t state = 0; state < machine.states().size(); ++state)
        for (int memory = 0; memory < memories; ++memory) {
            Saved saved{std::uint8_t(state)};
            for (int rest = memory; saved.size() < machine.bytes(); rest /= 8)
                saved.push_back(std::uint8_t(rest % 8));
            for (std::size_t event = 0; event < machine.events().size(); ++event)
                for (int payload = 0; payload < machine.events()[event].payloads; ++payload)
                    see(saved, int(event), payload);
        }
}

/// What a guard's name claims and an action's name orders, written a second time and independently of the machines.
struct Situation {
    const Saved& saved;
    std::string event;
    int payload;
};

/// Codes of the requests a firmware record can have outstanding.
int requestCode(const std::string& event) {
    static const std::vector<std::string> order{"", "Lock", "Stop", "Start", "Report", "State"};
    for (std::size_t code = 1; code < order.size(); ++code)
        if (event == "Request" + order[code] || event == "Response" + order[code])
            return int(code);
    return -1;
}

bool saidBySender(const Situation& now) { return now.payload == 1; }

bool guardHolds(std::string_view guard, const Situation& now) {
    static const std::map<std::string, std::function<bool(const Situation&)>, std::less<>> claims{
        {"PreconditionsMet", [](const Situation& s) { return s.payload != 0; }},
        {"NonceMatches", [](const Situation& s) { return s.payload == s.saved[1]; }},
        {"NothingOutstanding", [](const Situation& s) { return s.saved[1] == 0; }},
        {"SomethingOutstanding", [](const Situation& s) { return s.saved[1] != 0; }},
        {"AnswersIt", [](const Situation& s) { return s.saved[1] == requestCode(s.event); }},
        {"AskedByTd", saidBySender},
        {"StreamBlocked", [](const Situation& s) { return s.payload >= 3; }},
        {"NoMappedDma", [](const Situation& s) { return s.payload != 1 && s.payload != 4; }},
        {"NoMappedMmio", [](const Situation& s) { return s.payload != 2 && s.payload != 5; }},
        {"ReportsUnlocked", [](const Situation& s) { return s.payload == 0; }},
        {"ReportsLocked", [](const Situation& s) { return s.payload == 1; }},
        {"ReportsRun", [](const Situation& s) { return s.payload == 2; }},
        {"ReportsError", [](const Situation& s) { return s.payload == 3; }},
        {"SameVm", [](const Situation& s) { return s.payload == 0; }},
        {"MemoryDisabled", [](const Situation& s) { return s.payload == 0; }},
        {"MemoryEnabled", saidBySender},
        {"StreamReady", saidBySender},
        {"KeysValid", saidBySender},
        {"PageIsDevifs", saidBySender},
        {"DevifExists", saidBySender},
        {"RecordLockedOrRun", saidBySender},
        {"RecordUnlockedOrStreamBlocked", saidBySender},
        {"ContextLockedOrRun", saidBySender},
        {"VdevLockedOrStarted", saidBySender},
        {"DeviceLocked", saidBySender},
        {"DeviceStarted", saidBySender},
    };
    while (!guard.empty()) {
        const auto end = guard.find(" and ");
        const auto claim = claims.find(guard.substr(0, end));
        INFO("guard: " << guard);
        REQUIRE(claim != claims.end());
        if (!claim->second(now))
            return false;
        guard = end == std::string_view::npos ? std::string_view{} : guard.substr(end + 5);
    }
    return true;
}

std::vector<std::uint8_t> memoryAfter(std::string_view action, const Situation& now) {
    std::vector<std::uint8_t> memory(now.saved.begin() + 1, now.saved.end());
    if (action == "RecordNonce")
        memory[0] = std::uint8_t(now.payload);
    else if (action == "DestroyNonce" || action == "ForgetRequest")
        memory[0] = 0;
    else if (action == "RememberRequest")
        memory[0] = std::uint8_t(requestCode(now.event));
    else if (action == "KeepNonce")
        memory = {0, std::uint8_t(now.payload)};
    else if (action == "WipeNonce")
        memory = {0, 0};
    else
        REQUIRE(action == "");
    return memory;
}

/// What is cited, then the sections of the notes that say it: "Linux ...; domain notes 2.3-2.9, 2.12".
bool citesItsSource(std::string_view source) {
    static constexpr std::string_view notes = "; domain notes ";
    const auto at = source.find(notes);
    if (at == std::string_view::npos || at == 0)
        return false;
    const std::string_view sections = source.substr(at + notes.size());
    return !sections.empty() && sections.front() >= '1' && sections.front() <= '9';
}

/// A flow file writes a state's name with '_' for ' '.
bool canBeWrittenInFlows(std::string_view name) {
    return !name.empty() && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_ ") ==
                                std::string_view::npos;
}

std::string describe(const Machine& machine, const Saved& saved, int event, int payload) {
    std::string text = std::string(machine.name()) + " " + std::string(machine.states()[saved[0]].name);
    for (std::size_t memory = 1; memory < saved.size(); ++memory)
        text += "/" + std::to_string(saved[memory]);
    return text + " " + std::string(machine.events()[std::size_t(event)].name) + "(" + std::to_string(payload) + ")";
}

} // namespace

TEST_CASE("machines are listed from the guest's side to the device, and found by name", "[machines]") {
    std::vector<std::string> names;
    for (const Machine* machine : machines()) {
        names.emplace_back(machine->name());
        CHECK(findMachine(machine->name()) == machine);
    }
    CHECK(names == std::vector<std::string>{
                       "GuestDriver", "Vm", "SeptEntry", "RmpPages", "DevGranule", "VfioDevice", "BarRegions", "DmaBuf",
                       "Idev", "Viommu", "Vdevice", "TsmFunction", "FirmwareRecord", "DmarEntry", "SevTdi", "AsidFence", "Sdte",
                       "RmmVdev", "SpdmSession", "IdeStream", "Tdi"});
    CHECK(findMachine("tdi") == nullptr);
    CHECK(findMachine("") == nullptr);
}

TEST_CASE("every machine says where it comes from, and what its states and events are", "[machines]") {
    const Machine* machine = GENERATE(from_range(machines()));
    INFO(machine->name());
    CHECK_FALSE(machine->title().empty());
    CHECK_FALSE(machine->component().empty());
    CHECK(citesItsSource(machine->source()));
    CHECK(machine->bytes() >= 1);
    REQUIRE_FALSE(machine->statuses().empty());

    std::set<std::string_view> names;
    for (const MachineState& state : machine->states()) {
        INFO(state.name);
        CHECK(names.insert(state.name).second);
        CHECK(canBeWrittenInFlows(state.name));
        CHECK(state.meaning.ends_with("."));
        CHECK(state.meaning.find('\n') == std::string_view::npos);
    }
    names.clear();
    for (const MachineEvent& event : machine->events()) {
        INFO(event.name);
        CHECK(names.insert(event.name).second);
        CHECK_FALSE(event.label.empty());
        CHECK(event.label.size() <= 16);
        CHECK(event.payloads >= 1);
    }
}

TEST_CASE("the chart is the table: an event leads where the one row that fits says, or nowhere",
          "[machines][chart]") {
    const Machine* machine = GENERATE(from_range(machines()));
    forEverything(*machine, [&](const Saved& saved, int event, int payload) {
        INFO(describe(*machine, saved, event, payload));
        const Situation now{saved, std::string(machine->events()[std::size_t(event)].name), payload};
        std::vector<ChartRow> fitting;
        for (const ChartRow& row : machine->chart())
            if (row.from == machine->states()[saved[0]].name && row.event == now.event && guardHolds(row.guard, now))
                fitting.push_back(row);

        Saved after = saved;
        const Outcome outcome = machine->fire(after, event, payload);

        REQUIRE(fitting.size() <= 1);
        REQUIRE(outcome.accepted == !fitting.empty());
        if (outcome.accepted) {
            REQUIRE(machine->states()[after[0]].name == fitting[0].to);
            REQUIRE(Saved(after.begin() + 1, after.end()) == memoryAfter(fitting[0].action, now));
        }
    });
}

TEST_CASE("every row of a chart can be taken", "[machines][chart]") {
    const Machine* machine = GENERATE(from_range(machines()));
    const std::set<Saved> states = reachable(*machine);
    for (const ChartRow& row : machine->chart()) {
        INFO(machine->name() << ": " << row.from << " " << row.event << " " << row.to << " [" << row.guard << "]");
        const auto event = std::ranges::find(machine->events(), row.event, &MachineEvent::name);
        REQUIRE(event != machine->events().end());
        bool taken = false;
        for (const Saved& from : states)
            for (int payload = 0; payload < event->payloads; ++payload) {
                Saved to = from;
                taken |= machine->states()[from[0]].name == row.from &&
                         machine->fire(to, int(event - machine->events().begin()), payload).accepted &&
                         machine->states()[to[0]].name == row.to;
            }
        CHECK(taken);
    }
}

TEST_CASE("a refusal changes nothing and says why in one sentence", "[machines][invariant]") {
    const Machine* machine = GENERATE(from_range(machines()));
    forEverything(*machine, [&](const Saved& saved, int event, int payload) {
        Saved after = saved;
        const Outcome outcome = machine->fire(after, event, payload);
        INFO(describe(*machine, saved, event, payload) << ": " << int(outcome.status) << " " << outcome.reason);
        if (outcome.accepted) {
            REQUIRE(int(outcome.status) == 0);
            REQUIRE(outcome.reason.empty());
            return;
        }
        REQUIRE(after == saved);
        REQUIRE(int(outcome.status) != 0);
        REQUIRE(int(outcome.status) < int(machine->statuses().size()));
        REQUIRE(outcome.reason.ends_with("."));
        REQUIRE(outcome.reason.find_first_of("{}\n") == std::string_view::npos);
    });
}

TEST_CASE("a machine is closed: the same bytes and event give the same answer, whatever came between",
          "[machines][invariant]") {
    const Machine* machine = GENERATE(from_range(machines()));
    Driven between(*machine);
    int next = 0;
    forEverything(*machine, [&](const Saved& saved, int event, int payload) {
        Saved first = saved;
        const Outcome answer = machine->fire(first, event, payload);
        between.fire(next++ % int(machine->events().size()));
        Saved second = saved;
        const Outcome again = machine->fire(second, event, payload);
        INFO(describe(*machine, saved, event, payload));
        REQUIRE(first == second);
        REQUIRE(first.size() == machine->bytes());
        REQUIRE(first[0] < machine->states().size());
        REQUIRE(answer.accepted == again.accepted);
        REQUIRE(int(answer.status) == int(again.status));
        REQUIRE(answer.reason == again.reason);
    });
}

TEST_CASE("a stored copy of a machine is in the same state", "[machines][copy]") {
    const Machine* machine = GENERATE(from_range(machines()));
    for (const Saved& original : reachable(*machine)) {
        Driven copied(*machine);
        copied.saved = original;
        std::vector<Driven> stored;
        stored.push_back(Driven(copied));   // through a temporary
        for (std::size_t event = 0; event < machine->events().size(); ++event) {
            INFO(describe(*machine, original, int(event), 0));
            Driven here(copied);
            Driven there(stored.front());
            CHECK(here.fire(event).accepted == there.fire(event).accepted);
            CHECK(here.saved == there.saved);
        }
        CHECK(copied.saved == original);
    }
}

TEST_CASE("an initial instance is the same every time, in the first state", "[machines]") {
    const Machine* machine = GENERATE(from_range(machines()));
    Saved dirty(machine->bytes(), 1);
    machine->initial(dirty);
    CHECK(dirty == Saved(machine->bytes(), 0));
}
