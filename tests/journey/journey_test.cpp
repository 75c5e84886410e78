#include "journey/journey.h"

#include "catch.h"
#include "tiny_models.h"

#include <algorithm>
#include <map>
#include <set>

using namespace bindlab;
using namespace bindlab::testing;
using enum JourneyEvent;

namespace {

constexpr std::size_t leafCount = std::size_t(JourneyState::Leaked) + 1;

const std::vector<JourneyEvent> toRunning{Connect, Assign, BeginBind, Lock, Bind, Attest, Accept, Start};

/// Plays the events and answers the name of the state; "" when one has no arrow.
std::string after(const std::vector<JourneyEvent>& events, Journey journey = Journey()) {
    for (JourneyEvent event : events)
        if (!journey.take(event))
            return {};
    return std::string(journey.state());
}

std::vector<JourneyEvent> operator+(std::vector<JourneyEvent> first, const std::vector<JourneyEvent>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// The row that holds for an event in a state: its own, or that of the nearest group that has one.
const ChartRow* rowFor(std::string_view state, std::string_view event) {
    while (!state.empty()) {
        for (const ChartRow& row : Journey::chart())
            if (row.from == state && row.event == event)
                return &row;
        const auto info = std::ranges::find(Journey::states(), state, &JourneyStateInfo::name);
        state = info->group;
    }
    return nullptr;
}

/// Where a row to a group leads.
std::string_view firstOf(std::string_view name) {
    static const std::map<std::string_view, std::string_view> first{
        {"in use", "assigned"}, {"bound", "binding"}, {"tearing down", "closing"}};
    const auto group = first.find(name);
    return group == first.end() ? name : group->second;
}

/// A TDI with all that stands around it, small; each step of T1 fires one event.
std::string fileWith(const std::string& given, const std::string& body) {
    return R"(
struct Pdev { machine TsmFunction function; }
struct Vfio { machine VfioDevice life; }
struct Firmware { machine FirmwareRecord record; }
struct Device { machine Tdi tdi; }
struct Guest { machine GuestDriver driver; }
struct Kvm { machine Vm life; }
global Pdev pdev in pci_tsm;
global Vfio vfio in vfio;
global Firmware firmware in tsm;
global Device device in device;
global Guest guest in guest;
global Kvm kvm in kvm;
flow start() : vmm {
)" + given + R"(
}
flow go() : vmm {
)" + body + R"(
    return 0;
}
state S { start(); }
scenario S0 tiny "tiny" from S {
    thread T1 "go" {
        ret = go();
    }
}
)";
}

const std::string assigned = "fire(pdev.function, Connect); fire(vfio.life, Open); fire(vfio.life, BindIommufd);";
const std::string bind = "fire(firmware.record, DevifCreate, 1); fire(firmware.record, RequestLock);"
                         "fire(device.tdi, LockInterfaceRequest, 1); fire(firmware.record, ResponseLock, 1);"
                         "fire(pdev.function, Bind); fire(guest.driver, Bound);";
const std::string run = "fire(guest.driver, ReportRead); fire(guest.driver, Accepted);"
                        "fire(device.tdi, StartInterfaceRequest, 1); fire(guest.driver, Started);";
const std::string unbind = "fire(firmware.record, RequestStop); fire(device.tdi, StopInterfaceRequest);"
                           "fire(guest.driver, Stopped); fire(firmware.record, ResponseStop);"
                           "fire(firmware.record, DevifRemove); fire(pdev.function, Unbind);";

Run playedToTheEnd(std::shared_ptr<const Model> model) {
    Run played(std::move(model));
    while (true) {
        const auto next = enabledSteps(played.model(), played.state());
        if (next.empty())
            return played;
        played.step(next.front());
    }
}

/// States met, each once in a row, and the warnings.
struct Followed {
    std::vector<std::string> states;
    std::vector<std::string> warnings;
};
Followed followed(const Run& played, std::string_view object = "device") {
    Followed out;
    for (const JourneyStep& step : followJourney(played, object)) {
        if (out.states.empty() || out.states.back() != step.journey.state())
            out.states.emplace_back(step.journey.state());
        if (step.warning)
            out.warnings.push_back(*step.warning);
    }
    return out;
}
Followed followed(const std::string& given, const std::string& body) {
    return followed(playedToTheEnd(compiled(fileWith(given, body))));
}

using Names = std::vector<std::string>;

} // namespace

SCENARIO("a device is connected, assigned, bound, run, unbound and torn down", "[journey]") {
    CHECK(after({}) == "disconnected");
    CHECK(after({Connect}) == "connected");
    CHECK(after({Connect, Assign}) == "assigned");
    CHECK(after({Connect, Assign, BeginBind}) == "binding");
    CHECK(after({Connect, Assign, BeginBind, Lock, Bind}) == "locked");
    CHECK(after({Connect, Assign, BeginBind, Lock, Bind, Attest}) == "attested");
    CHECK(after({Connect, Assign, BeginBind, Lock, Bind, Attest, Accept}) == "accepted");
    CHECK(after(toRunning) == "running");
    CHECK(after(toRunning + std::vector{BeginUnbind}) == "unbinding");
    CHECK(after(toRunning + std::vector{BeginUnbind, Release, Unbind}) == "assigned");
    CHECK(after(toRunning + std::vector{BeginUnbind, Release, Unbind, BeginClose}) == "closing");
    CHECK(after(toRunning + std::vector{BeginUnbind, Release, Unbind, BeginClose, Close}) == "closed");
    CHECK(after(toRunning + std::vector{BeginUnbind, Release, Unbind, BeginClose, Close, DestroyVm, ReclaimVm,
                                        Disconnect}) == "gone");
}

TEST_CASE("a path leads from the outermost group to the state", "[journey]") {
    using Path = std::vector<std::string_view>;
    CHECK(Journey(JourneyState::Connected).path() == Path{"connected"});
    CHECK(Journey(JourneyState::Assigned).path() == Path{"in use", "assigned"});
    CHECK(Journey(JourneyState::Running).path() == Path{"in use", "bound", "running"});
    CHECK(Journey(JourneyState::VmGone).path() == Path{"tearing down", "VM gone"});
}

TEST_CASE("the states are found under the values of their enum, the groups behind them", "[journey]") {
    Names names;
    for (const JourneyStateInfo& info : Journey::states()) {
        names.emplace_back(info.name);
        CHECK(info.meaning.ends_with("."));
        CHECK((info.group.empty() || std::ranges::find(Journey::states().subspan(leafCount), info.group,
                                                       &JourneyStateInfo::name) != Journey::states().end()));
    }
    CHECK(names == Names{"disconnected", "connected", "assigned", "no TSM", "binding", "bind refused", "locked",
                         "attested", "accepted", "running", "lost", "unbinding", "left behind", "VM dead", "closing",
                         "closed", "VM gone", "gone", "leaked", "in use", "bound", "tearing down"});
    for (std::size_t state = 0; state < leafCount; ++state)
        CHECK(Journey(JourneyState(state)).state() == names[state]);
}

TEST_CASE("the chart is the table: an event leads where the nearest row says, or nowhere", "[journey][chart]") {
    for (std::size_t state = 0; state < leafCount; ++state)
        for (std::size_t event = 0; event < Journey::events().size(); ++event) {
            Journey journey{JourneyState(state)};
            INFO(journey.state() << " " << Journey::events()[event].name);
            const ChartRow* row = rowFor(journey.state(), Journey::events()[event].name);
            const bool taken = journey.take(JourneyEvent(event));
            REQUIRE(taken == (row != nullptr));
            CHECK(journey.state() == (row ? firstOf(row->to) : Journey::states()[state].name));
        }
}

TEST_CASE("no event has two rows in one state", "[journey][chart]") {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const ChartRow& row : Journey::chart()) {
        INFO(row.from << " " << row.event);
        CHECK(seen.emplace(row.from, row.event).second);
    }
}

TEST_CASE("every state of the journey can be reached", "[journey][chart]") {
    std::set<JourneyState> known{JourneyState::Disconnected};
    std::vector<JourneyState> open(known.begin(), known.end());
    while (!open.empty()) {
        const JourneyState from = open.back();
        open.pop_back();
        for (std::size_t event = 0; event < Journey::events().size(); ++event) {
            Journey journey(from);
            if (journey.take(JourneyEvent(event)) && known.insert(journey.at()).second)
                open.push_back(journey.at());
        }
    }
    CHECK(known.size() == leafCount);
}

TEST_CASE("a stored copy of a journey is in the same state", "[journey][copy]") {
    for (std::size_t state = 0; state < leafCount; ++state) {
        Journey original{JourneyState(state)};
        std::vector<Journey> stored;
        stored.push_back(Journey(original));   // through a temporary
        CHECK(stored.front() == original);
        for (std::size_t event = 0; event < Journey::events().size(); ++event) {
            Journey here = original;
            Journey there = stored.front();
            CHECK(here.take(JourneyEvent(event)) == there.take(JourneyEvent(event)));
            CHECK(here == there);
        }
    }
}

TEST_CASE("a refused bind leads back to assigned, and another may follow", "[journey]") {
    const std::vector refused{Connect, Assign, BeginBind, RefuseBind};
    CHECK(after(refused) == "bind refused");
    CHECK(after(refused + std::vector{Release}) == "assigned");
    CHECK(after(refused + std::vector{Release, BeginBind, Lock}) == "locked");
}

TEST_CASE("a TDI that is lost is left by an unbind, whatever the guest does", "[journey]") {
    CHECK(after(toRunning + std::vector{LoseTdi, LoseTdi, StopGuest}) == "lost");
    CHECK(after(toRunning + std::vector{LoseTdi, BeginUnbind, Release, Unbind}) == "assigned");
}

TEST_CASE("a LOCK whose answer is read too late does not bring a lost TDI back", "[journey]") {
    CHECK(after({Connect, Assign, BeginBind, LoseTdi, Lock, Bind}) == "lost");
}

TEST_CASE("an unbind that the firmware refuses leaves the TDI behind", "[journey]") {
    CHECK(after(toRunning + std::vector{BeginUnbind, Unbind}) == "left behind");
    CHECK(after(toRunning + std::vector{BeginUnbind, Unbind, RefuseBind}) == "left behind");
    CHECK(after(toRunning + std::vector{BeginUnbind, Unbind, Release}) == "assigned");
}

TEST_CASE("a disconnect behind everybody's back leaves a device without TSM, until it is connected again",
          "[journey]") {
    CHECK(after(toRunning + std::vector{BeginUnbind, Release, Unbind, Disconnect}) == "no TSM");
    CHECK(after(toRunning + std::vector{Disconnect}) == "no TSM");
    CHECK(after(toRunning + std::vector{Disconnect, Connect, BeginBind}) == "binding");
    CHECK(after({Assign}) == "no TSM");
}

TEST_CASE("a dead VM can only be torn down", "[journey]") {
    const std::vector dead = toRunning + std::vector{KillVm};
    CHECK(after(dead) == "VM dead");
    CHECK(after(dead + std::vector{BeginUnbind, Unbind}) == "VM dead");
    CHECK(after(dead + std::vector{BeginBind}) == "");
    CHECK(after(dead + std::vector{BeginClose, Close, DestroyVm, LeakVm}) == "leaked");
}

TEST_CASE("VFIO and VM may go in either order", "[journey]") {
    const std::vector use{Connect, Assign};
    CHECK(after(use + std::vector{BeginClose, Close, DestroyVm, ReclaimVm}) == "gone");
    CHECK(after(use + std::vector{BeginClose, DestroyVm, ReclaimVm}) == "VM gone");
    CHECK(after(use + std::vector{BeginClose, DestroyVm, ReclaimVm, Close}) == "gone");
    CHECK(after(toRunning + std::vector{DestroyVm}) == "VM gone");
    CHECK(after(toRunning + std::vector{DestroyVm, ReclaimVm, BeginClose, Close}) == "gone");
}

TEST_CASE("a device that is closed and opened again is assigned again", "[journey]") {
    CHECK(after({Connect, Assign, BeginClose, Close, Assign}) == "assigned");
    CHECK(after({Connect, Assign, BeginClose, Close, ReclaimVm, Assign}) == "assigned");
}

TEST_CASE("a guest that starts what it has not attested has no arrow", "[journey]") {
    Journey journey(JourneyState::Locked);
    CHECK_FALSE(journey.take(Start));
    CHECK(journey.state() == "locked");
}

TEST_CASE("an unbind after VFIO has closed has no arrow", "[journey]") {
    Journey journey(JourneyState::Closed);
    CHECK_FALSE(journey.take(BeginUnbind));
    CHECK(journey.state() == "closed");
}

TEST_CASE("what does not concern the journey is always taken", "[journey]") {
    Journey journey(JourneyState::Gone);
    CHECK(journey.take(JourneyEvent::None));
    CHECK(journey.state() == "gone");
}

SCENARIO("a run of machines is followed from its start to its end", "[journey]") {
    const Followed seen = followed(assigned, bind + run + unbind +
                                                 "fire(vfio.life, BeginClose); fire(vfio.life, Close);"
                                                 "fire(kvm.life, CloseFds); fire(kvm.life, LastPut);"
                                                 "fire(kvm.life, Reclaim); fire(pdev.function, Disconnect);");
    CHECK(seen.states == Names{"assigned", "binding", "locked", "attested", "accepted", "running", "unbinding",
                               "assigned", "closing", "closed", "gone"});
    CHECK(seen.warnings.empty());
}

TEST_CASE("a reset of a running device is seen as a loss, and its firmware record as left behind", "[journey]") {
    const Followed seen =
        followed(assigned + bind + run, "fire(device.tdi, FunctionLevelReset); fire(guest.driver, Lost);"
                                        "fire(firmware.record, DevifRemove); fire(pdev.function, Unbind);");
    CHECK(seen.states == Names{"running", "lost", "left behind"});
    CHECK(seen.warnings.empty());
}

TEST_CASE("a device that refuses LOCK is seen as a refused bind", "[journey]") {
    const Followed seen =
        followed(assigned, "fire(firmware.record, DevifCreate, 1); fire(firmware.record, RequestLock);"
                           "fire(device.tdi, LockInterfaceRequest, 0); fire(firmware.record, ResponseError);"
                           "fire(firmware.record, DevifRemove);");
    CHECK(seen.states == Names{"assigned", "binding", "bind refused", "assigned"});
    CHECK(seen.warnings.empty());
}

TEST_CASE("an event without an arrow is a warning of one sentence, and the journey stays", "[journey]") {
    const Followed seen = followed(assigned + bind, "fire(device.tdi, StartInterfaceRequest, 1);");
    CHECK(seen.states == Names{"locked"});
    CHECK(seen.warnings == Names{"The journey is at \"locked\", from where no way leads on when the TDISP interface "
                                 "takes StartInterfaceRequest."});
}

TEST_CASE("where a journey stands follows from any state of the world", "[journey]") {
    const auto stands = [](const std::string& given) {
        const auto model = compiled(fileWith(given, ""));
        const auto journey = Journey::at(*model, initialState(*model));
        REQUIRE(journey);
        return std::string(journey->state());
    };
    CHECK(stands("") == "disconnected");
    CHECK(stands("fire(pdev.function, Connect); fire(vfio.life, Open);") == "connected");
    CHECK(stands("fire(vfio.life, Open); fire(vfio.life, BindIommufd);") == "no TSM");
    CHECK(stands(assigned) == "assigned");
    CHECK(stands(assigned + bind) == "locked");
    CHECK(stands(assigned + bind + "fire(guest.driver, ReportRead);") == "attested");
    CHECK(stands(assigned + bind + run) == "running");
    CHECK(stands(assigned + bind + run + "fire(device.tdi, FunctionLevelReset);") == "lost");
    CHECK(stands(assigned + bind + run + "fire(firmware.record, RequestStop);") == "unbinding");
    CHECK(stands(assigned + bind + run + "fire(pdev.function, Unbind);") == "left behind");
    CHECK(stands(assigned + bind + run + unbind) == "assigned");
    CHECK(stands(assigned + bind + "fire(kvm.life, Bug);") == "VM dead");
    CHECK(stands(assigned + "fire(vfio.life, BeginClose);") == "closing");
    CHECK(stands(assigned + "fire(kvm.life, CloseFds); fire(kvm.life, LastPut);") == "VM gone");
    CHECK(stands("fire(kvm.life, CloseFds); fire(kvm.life, LastPut); fire(kvm.life, Reclaim);") == "gone");
    CHECK(stands("fire(kvm.life, CloseFds); fire(kvm.life, LastPut); fire(kvm.life, ReclaimRefused);") == "leaked");
}

TEST_CASE("between two calls a followed journey stands where one derived from the state stands", "[journey]") {
    const std::string calls = GENERATE_COPY(
        values<std::string>({"", bind, bind + run, bind + run + "fire(device.tdi, FunctionLevelReset);",
                             bind + run + unbind, bind + run + unbind + "fire(pdev.function, Disconnect);",
                             bind + run + unbind + bind, bind + "fire(vfio.life, BeginClose);",
                             "fire(vfio.life, BeginClose); fire(vfio.life, Close); fire(kvm.life, CloseFds);"
                             "fire(kvm.life, LastPut); fire(kvm.life, Reclaim);"}));
    const Run played = playedToTheEnd(compiled(fileWith(assigned, calls)));
    const auto steps = followJourney(played);
    REQUIRE(steps.size() == std::size_t(played.length()) + 1);
    const auto derived = Journey::at(played.model(), played.stateAt(played.length()));
    REQUIRE(derived);
    CHECK(*derived == steps.back().journey);
}

TEST_CASE("with two devices a journey watches its own", "[journey]") {
    const auto model = compiled(R"(
struct Device { machine Tdi tdi; }
struct Pdev { machine TsmFunction function; }
global Device device in device;
global Device device2 in device;
global Pdev pdev in pci_tsm;
global Pdev pdev2 in pci_tsm;
flow go() : vmm {
    fire(pdev2.function, Connect);
    fire(device.tdi, LockInterfaceRequest, 0);
    fire(device2.tdi, LockInterfaceRequest, 0);
    return 0;
}
scenario S0 tiny "tiny" {
    thread T1 "go" {
        ret = go();
    }
}
)");
    const Run played = playedToTheEnd(model);
    CHECK(followed(played, "device2").states == Names{"no TSM", "assigned"});
    CHECK(followed(played, "device").states == Names{"no TSM"});
    CHECK(followed(played, "device").warnings.size() == 1);
    CHECK(followJourney(played, "device3").empty());
}
