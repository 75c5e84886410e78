#include "machines/sev_tdi.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct None : State<SevTdiState::None> {
    static constexpr MachineState text{"none", "There is no context for this TDI."};
};
struct Unlocked : State<SevTdiState::Unlocked> {
    static constexpr MachineState text{"UNLOCKED", "The context exists; it may be bound or reclaimed."};
};
struct Locked : State<SevTdiState::Locked> {
    static constexpr MachineState text{"LOCKED", "Bound to a guest; the device answered LOCK."};
};
struct Run : State<SevTdiState::Run> {
    static constexpr MachineState text{"RUN", "The device answered START."};
};

// --- events

using enum SevTioStatus;

struct TdiCreate : Event<SevTdiEvent::TdiCreate> {
    static constexpr std::string_view label = "CREATE";
    static constexpr Refusal refusal(SevTdiState) {
        return {InvalidState, "TDI_CREATE finds a context of this TDI already there, in {}."};
    }
};
struct BindLock : Event<SevTdiEvent::BindLock, 2> {
    static constexpr std::string_view label = "BIND(lock)";
    static constexpr Refusal refusal(SevTdiState) {
        return {InvalidState, "TDI_BIND(lock) needs the context in UNLOCKED; it is: {}."};
    }
};
struct BindRun : Event<SevTdiEvent::BindRun, 2> {
    static constexpr std::string_view label = "BIND(run)";
    static constexpr Refusal refusal(SevTdiState) {
        return {InvalidState, "TDI_BIND(run) needs the context in LOCKED; it is: {}."};
    }
};
struct Unbind : Event<SevTdiEvent::Unbind> {
    static constexpr std::string_view label = "UNBIND";
    static constexpr Refusal refusal(SevTdiState) {
        return {InvalidState, "TDI_UNBIND needs the context in LOCKED or RUN; it is: {}."};
    }
};
struct Reclaim : Event<SevTdiEvent::Reclaim> {
    static constexpr std::string_view label = "RECLAIM";
    static constexpr Refusal refusal(SevTdiState) {
        return {InvalidState, "TDI_RECLAIM needs the context in UNLOCKED; it is: {}."};
    }
};

// --- guards

struct DeviceLocked : SaidBySender<DeviceLocked> {
    static constexpr Refusal refusal{DeviceError, "TDI_BIND(lock) fails: the device did not answer LOCK."};
};
struct DeviceStarted : SaidBySender<DeviceStarted> {
    static constexpr Refusal refusal{DeviceError, "TDI_BIND(run) fails: the device did not answer START."};
};

// --- the table

using Bound = AnyOf<Locked, Run>;

struct SevTdi : Definition<SevTdi> {
    static constexpr std::string_view name = "SevTdi";
    static constexpr std::string_view title = "TDI context";
    static constexpr std::string_view component = "tsm";
    static constexpr std::string_view source = "AMDESE Linux tree, drivers/crypto/ccp/sev-dev-tsm.c (SEV-TIO); domain "
                                               "notes 7.3, 7.4a, 13.23";
    static constexpr std::array<std::string_view, 3> statuses{"SEV_TIO_SUCCESS", "SEV_TIO_INVALID_STATE",
                                                              "SEV_TIO_DEVICE_ERROR"};

    using initial_state = None;

    // clang-format off
    struct transition_table : Table<
        //   from      event      to        action  guard
        Row< None,     TdiCreate, Unlocked                        >,

        Row< Unlocked, BindLock,  Locked,   none,   DeviceLocked  >,
        Row< Unlocked, Reclaim,   None                            >,

        Row< Locked,   BindRun,   Run,      none,   DeviceStarted >,

        Row< Bound,    Unbind,    Unlocked                        >
    > {};
    // clang-format on
};

} // namespace

const Machine& sevTdi() {
    static const MsmMachine<SevTdi> machine;
    return machine;
}

} // namespace bindlab
