#include "journey/feed.h"

#include "catch.h"
#include "machines/machine.h"

#include <algorithm>
#include <set>
#include <utility>

using namespace bindlab;

namespace {

Effect effectOf(EffectKind kind, std::string event, std::string before = "here", std::string after = "there") {
    Effect effect;
    effect.kind = kind;
    effect.name = std::move(event);
    effect.before = std::move(before);
    effect.after = std::move(after);
    return effect;
}

} // namespace

TEST_CASE("every event of every machine is fed to the journey or declared not to concern it, once", "[journey]") {
    std::set<std::pair<std::string_view, std::string_view>> declared;
    for (const JourneyFeed& feed : journeyFeeds()) {
        INFO(feed.machine << " " << feed.event);
        CHECK(declared.emplace(feed.machine, feed.event).second);
    }
    std::size_t events = 0;
    for (const Machine* machine : machines())
        for (const MachineEvent& event : machine->events()) {
            INFO(machine->name() << " " << event.name);
            CHECK(declared.contains({machine->name(), event.name}));
            ++events;
        }
    CHECK(declared.size() == events);
}

TEST_CASE("every event of the journey comes from some machine", "[journey]") {
    for (std::size_t index = 0; index < journeyEvents().size(); ++index) {
        INFO(journeyEvents()[index].name);
        CHECK(std::ranges::any_of(journeyFeeds(), [&](const JourneyFeed& feed) {
            return feed.fired == JourneyEvent(index) || feed.refused == JourneyEvent(index);
        }));
    }
}

TEST_CASE("an event that does not move its machine is no news", "[journey]") {
    CHECK(journeyEvent("Tdi", effectOf(EffectKind::Fired, "FunctionLevelReset", "RUN", "ERROR")) ==
          JourneyEvent::LoseTdi);
    CHECK(journeyEvent("Tdi", effectOf(EffectKind::Fired, "FunctionLevelReset", "ERROR", "ERROR")) ==
          JourneyEvent::None);
    CHECK(journeyEvent("Tdi", effectOf(EffectKind::Fired, "StopInterfaceRequest", "CONFIG_UNLOCKED",
                                       "CONFIG_UNLOCKED")) == JourneyEvent::None);
}

TEST_CASE("asking for STOP is news although the record stays where it is", "[journey]") {
    CHECK(journeyEvent("FirmwareRecord", effectOf(EffectKind::Fired, "RequestStop", "RUN", "RUN")) ==
          JourneyEvent::BeginUnbind);
}

TEST_CASE("a refusal means another thing than what was asked for, or nothing", "[journey]") {
    CHECK(journeyEvent("Tdi", effectOf(EffectKind::Refused, "LockInterfaceRequest", "RUN", "RUN")) ==
          JourneyEvent::RefuseBind);
    CHECK(journeyEvent("Tdi", effectOf(EffectKind::Refused, "StartInterfaceRequest", "RUN", "RUN")) ==
          JourneyEvent::None);
    CHECK(journeyEvent("FirmwareRecord", effectOf(EffectKind::Refused, "DevifRemove", "RUN", "RUN")) ==
          JourneyEvent::None);
}

TEST_CASE("what is no event of a machine means nothing", "[journey]") {
    CHECK(journeyEvent("Tdi", effectOf(EffectKind::Wrote, "FunctionLevelReset")) == JourneyEvent::None);
    CHECK(journeyEvent("Tdi", effectOf(EffectKind::Fired, "Reclaim")) == JourneyEvent::None);
}
