#include "journey/journey.h"

#include "flow/program.h"
#include "machines/firmware_record.h"
#include "machines/guest_driver.h"
#include "machines/rmm_vdev.h"
#include "machines/sev_tdi.h"
#include "machines/tdi.h"
#include "machines/tsm_function.h"
#include "machines/vfio_device.h"
#include "machines/vm.h"
#include "world/snapshot.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {
namespace {

// --- where a state of the world stands

/// What the machines watched say; nothing for one the model does not have, or whose object is not there.
struct Look {
    std::optional<TdiState> tdi;
    std::optional<TsmFunctionState> function;
    std::optional<VfioDeviceState> vfio;
    std::optional<VmState> vm;
    std::optional<GuestDriverState> guest;
    bool context = false;         ///< the firmware has one
    bool contextLocked = false;   ///< and takes it for locked or running
    bool stopped = false;         ///< a STOP is outstanding in the firmware
};

JourneyState inFirmware(const Look& look) {
    const bool deviceLocked = look.tdi == TdiState::ConfigLocked || look.tdi == TdiState::Run;
    if (look.stopped)
        return JourneyState::Unbinding;
    if (look.tdi == TdiState::Error || (look.contextLocked && !deviceLocked) || look.guest == GuestDriverState::Lost)
        return JourneyState::Lost;
    if (!look.contextLocked && look.context)
        return JourneyState::Binding;
    if (look.tdi == TdiState::Run || look.guest == GuestDriverState::Running)
        return JourneyState::Running;
    if (look.guest == GuestDriverState::Accepted)
        return JourneyState::Accepted;
    if (look.guest == GuestDriverState::Attested)
        return JourneyState::Attested;
    return deviceLocked ? JourneyState::Locked : JourneyState::Assigned;
}

JourneyState standing(const Look& look) {
    const bool noVm = look.vm == VmState::Destroying || look.vm == VmState::Reclaimed;
    const bool connected = look.function != TsmFunctionState::NoTsm;
    const bool bound = look.function ? look.function == TsmFunctionState::Bound
                                     : look.context || look.tdi != TdiState::ConfigUnlocked;
    if (look.vm == VmState::Leaked)
        return JourneyState::Leaked;
    if (look.vfio == VfioDeviceState::Closing)
        return look.vm == VmState::Reclaimed ? JourneyState::VmGone : JourneyState::Closing;
    if (look.vfio == VfioDeviceState::Closed || look.vfio == VfioDeviceState::Open) {
        if (look.vm == VmState::Reclaimed)
            return JourneyState::Gone;
        return connected ? JourneyState::Connected : JourneyState::Disconnected;
    }
    if (noVm)
        return JourneyState::VmGone;
    if (look.vm == VmState::Dead)
        return JourneyState::VmDead;
    if (bound)
        return inFirmware(look);
    if (look.context)
        return JourneyState::LeftBehind;
    return connected ? JourneyState::Assigned : JourneyState::NoTsm;
}

/// The number a name ends in: "2" of "device2"; empty when there is none.
std::string_view numberOf(std::string_view name) {
    return name.substr(name.find_last_not_of("0123456789") + 1);
}

} // namespace

std::optional<Journey> Journey::at(const Model& model, const State& state, std::string_view object) {
    const auto nameOf = [&](const Model::FieldRef& ref) {
        return std::string_view(model.objects[std::size_t(ref.object)].name);
    };
    const auto machineOf = [&](const Model::FieldRef& ref) { return model.fields[std::size_t(ref.field)].machine; };

    Journey journey;
    Look look;
    for (const Machine* machine : machines()) {
        int best = -1;
        for (std::size_t i = 0; i < model.machineFields.size(); ++i) {
            const auto& ref = model.machineFields[i];
            if (machineOf(ref) != machine || (machine == &tdi() && nameOf(ref) != object))
                continue;
            if (best < 0 || (numberOf(nameOf(ref)) == numberOf(object) &&
                             numberOf(nameOf(model.machineFields[std::size_t(best)])) != numberOf(object)))
                best = int(i);
        }
        if (best < 0) {
            if (machine == &tdi())
                return std::nullopt;
            continue;
        }
        journey.m_watched.push_back(best);
        const auto& ref = model.machineFields[std::size_t(best)];
        const auto* saved = &state[std::size_t(model.address(ref.object, ref.field))];
        const auto status = ObjectStatus(state[std::size_t(model.objects[std::size_t(ref.object)].status)]);
        if (status == ObjectStatus::Absent)
            continue;
        if (status == ObjectStatus::Freed) {
            if (machine == &vm())
                look.vm = VmState::Reclaimed;   // what is freed was reclaimed before
            continue;
        }
        if (machine == &tdi())
            look.tdi = TdiState(saved[0]);
        else if (machine == &tsmFunction())
            look.function = TsmFunctionState(saved[0]);
        else if (machine == &vfioDevice())
            look.vfio = VfioDeviceState(saved[0]);
        else if (machine == &vm())
            look.vm = VmState(saved[0]);
        else if (machine == &guestDriver())
            look.guest = GuestDriverState(saved[0]);
        else if (machine == &firmwareRecord()) {
            look.context |= RecordState(saved[0]) != RecordState::NoDevif;
            look.contextLocked |= RecordState(saved[0]) >= RecordState::Locked;
            look.stopped |= RecordRequest(saved[1]) == RecordRequest::Stop;
        } else if (machine == &sevTdi()) {
            look.context |= SevTdiState(saved[0]) != SevTdiState::None;
            look.contextLocked |= SevTdiState(saved[0]) >= SevTdiState::Locked;
        } else if (machine == &rmmVdev()) {
            look.context |= RmmVdevState(saved[0]) != RmmVdevState::None;
            look.contextLocked |= RmmVdevState(saved[0]) >= RmmVdevState::Locked;
        }
    }
    std::ranges::sort(journey.m_watched);
    journey.m_state = standing(look);
    return journey;
}

bool Journey::take(JourneyEvent event) {
    if (event == JourneyEvent::None)
        return true;
    const auto next = journeyArrow(m_state, event);
    m_state = next.value_or(m_state);
    return next.has_value();
}

std::optional<std::string> Journey::observe(const Model& model, const StepRecord& record) {
    std::string warning;
    for (const Effect& effect : record.effects) {
        if (!std::ranges::binary_search(m_watched, effect.machine))
            continue;
        const auto& ref = model.machineFields[std::size_t(effect.machine)];
        const Machine& machine = *model.fields[std::size_t(ref.field)].machine;
        if (take(journeyEvent(machine.name(), effect)))
            continue;
        if (!warning.empty())
            warning += ' ';
        warning += fmt::format("The journey is at \"{}\", from where no way leads on when the {} {} {}.", state(),
                               machine.title(), effect.kind == EffectKind::Refused ? "refuses" : "takes", effect.name);
    }
    return warning.empty() ? std::nullopt : std::optional(std::move(warning));
}

std::vector<JourneyStep> followJourney(const Run& run, std::string_view object) {
    std::vector<JourneyStep> steps;
    auto journey = Journey::at(run.model(), run.stateAt(0), object);
    if (!journey)
        return steps;
    steps.push_back({*journey, {}});
    for (int step = 0; step < run.length(); ++step) {
        auto warning = journey->observe(run.model(), run.record(step));
        steps.push_back({*journey, std::move(warning)});
    }
    return steps;
}

} // namespace bindlab
