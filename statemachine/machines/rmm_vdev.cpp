#include "machines/rmm_vdev.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct None : State<RmmVdevState::None> {
    static constexpr MachineState text{"none", "There is no vdev for this function."};
};
struct New : State<RmmVdevState::New> {
    static constexpr MachineState text{"NEW", "Created; the device has not been spoken to."};
};
struct Unlocked : State<RmmVdevState::Unlocked> {
    static constexpr MachineState text{"UNLOCKED", "The device answers; it may be locked, or the vdev destroyed."};
};
struct Locked : State<RmmVdevState::Locked> {
    static constexpr MachineState text{"LOCKED", "The device answered LOCK."};
};
struct Started : State<RmmVdevState::Started> {
    static constexpr MachineState text{"STARTED", "The device answered START."};
};
struct Error : State<RmmVdevState::Error> {
    static constexpr MachineState text{"ERROR", "The TDI left its locked state; only an unlock leads out."};
};

// --- events

using enum RmiStatus;

/// A command that needs a vdev, and needs it in another state.
constexpr Refusal wrongState(RmmVdevState state) {
    return state == RmmVdevState::None ? Refusal{ErrorInput, "The command names no vdev; there is {}."}
                                       : Refusal{ErrorDevice, "The command is not for a vdev in {}."};
}

struct Create : Event<RmmVdevEvent::Create> {
    static constexpr std::string_view label = "CREATE";
    static constexpr Refusal refusal(RmmVdevState) {
        return {ErrorInput, "RMI_VDEV_CREATE finds a vdev of this function already there, in {}."};
    }
};
struct Communicate : Event<RmmVdevEvent::Communicate> {
    static constexpr std::string_view label = "communicate";
    static constexpr auto refusal = wrongState;
};
struct Lock : Event<RmmVdevEvent::Lock, 2> {
    static constexpr std::string_view label = "LOCK";
    static constexpr auto refusal = wrongState;
};
struct Start : Event<RmmVdevEvent::Start, 2> {
    static constexpr std::string_view label = "START";
    static constexpr auto refusal = wrongState;
};
struct Fault : Event<RmmVdevEvent::Fault> {
    static constexpr std::string_view label = "fault";
};
struct Unlock : Event<RmmVdevEvent::Unlock> {
    static constexpr std::string_view label = "UNLOCK";
    static constexpr auto refusal = wrongState;
};
struct Destroy : Event<RmmVdevEvent::Destroy> {
    static constexpr std::string_view label = "DESTROY";
    static constexpr auto refusal = wrongState;
};

// --- guards

struct DeviceLocked : SaidBySender<DeviceLocked> {
    static constexpr Refusal refusal{ErrorDevice, "RMI_VDEV_LOCK fails: the device did not answer LOCK."};
};
struct DeviceStarted : SaidBySender<DeviceStarted> {
    static constexpr Refusal refusal{ErrorDevice, "RMI_VDEV_START fails: the device did not answer START."};
};

// --- the table

using Bound = AnyOf<Locked, Started>;
using NotBound = AnyOf<None, New, Unlocked, Error>;
using ToUnlock = AnyOf<Locked, Started, Error>;
using ToDestroy = AnyOf<New, Unlocked>;

struct RmmVdev : Definition<RmmVdev> {
    static constexpr std::string_view name = "RmmVdev";
    static constexpr std::string_view title = "RMM vdev";
    static constexpr std::string_view component = "tsm";
    static constexpr std::string_view source =
        "Arm CCA DA Linux tree, drivers/virt/coco/arm-cca-host/arm-cca.c, rmi-da.c; Arm RMM specification 1.1, RMI "
        "results; domain notes 7.4, 7.4a";
    static constexpr std::array<std::string_view, 3> statuses{"RMI_SUCCESS", "RMI_ERROR_INPUT", "RMI_ERROR_DEVICE"};

    using initial_state = None;

    // clang-format off
    struct transition_table : Table<
        //   from       event        to        action  guard
        Row< None,      Create,      New                             >,

        Row< New,       Communicate, Unlocked                        >,

        Row< Unlocked,  Lock,        Locked,   none,   DeviceLocked  >,
        Row< Locked,    Start,       Started,  none,   DeviceStarted >,

        Row< Bound,     Fault,       Error                           >,
        Row< NotBound,  Fault,       Same                            >,

        Row< ToUnlock,  Unlock,      Unlocked                        >,
        Row< ToDestroy, Destroy,     None                            >
    > {};
    // clang-format on
};

} // namespace

const Machine& rmmVdev() {
    static const MsmMachine<RmmVdev> machine;
    return machine;
}

} // namespace bindlab
