#include "machines/dev_granule.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Undelegated : State<DevGranuleState::Undelegated> {
    static constexpr MachineState text{"undelegated", "The host's: no realm has them."};
};
struct Assigned : State<DevGranuleState::Assigned> {
    static constexpr MachineState text{"assigned", "Mapped for the realm, which has not validated them yet."};
};
struct Validated : State<DevGranuleState::Validated> {
    static constexpr MachineState text{"validated", "The realm has checked them against the report and uses them."};
};
struct Destroyed : State<DevGranuleState::Destroyed> {
    static constexpr MachineState text{"destroyed", "Unmapped by the host: the realm's next access aborts."};
};

// --- events

using enum DevGranuleStatus;

struct Assign : Event<DevGranuleEvent::Assign> {
    static constexpr std::string_view label = "assign";
    static constexpr Refusal refusal(DevGranuleState) {
        return {RmiErrorRtt, "Only undelegated granules are assigned; these are {}."};
    }
};
struct Validate : Event<DevGranuleEvent::Validate, 2> {
    static constexpr std::string_view label = "validate";
    static constexpr Refusal refusal(DevGranuleState) {
        return {RsiErrorState, "The realm validates assigned granules; these are {}."};
    }
};
struct Destroy : Event<DevGranuleEvent::Destroy> {
    static constexpr std::string_view label = "destroy";
};
struct Undelegate : Event<DevGranuleEvent::Undelegate> {
    static constexpr std::string_view label = "undelegate";
};

// --- guard

struct VdevLockedOrStarted : SaidBySender<VdevLockedOrStarted> {
    static constexpr Refusal refusal{RsiErrorState,
                                     "The realm cannot validate device memory: the vdev is neither LOCKED nor "
                                     "STARTED."};
};

// --- the table

using Mapped = AnyOf<Assigned, Validated>;
using NotMapped = AnyOf<Undelegated, Destroyed>;
using Any = AnyOf<Undelegated, Assigned, Validated, Destroyed>;

struct DevGranule : Definition<DevGranule> {
    static constexpr std::string_view name = "DevGranule";
    static constexpr std::string_view title = "device memory granules";
    static constexpr std::string_view component = "kvm";
    static constexpr std::string_view source =
        "Arm CCA DA Linux tree, drivers/virt/coco/arm-cca-host/rmi-da.c; domain notes 7.1, 7.4, 7.4a";
    static constexpr std::array<std::string_view, 3> statuses{"RMI_SUCCESS", "RMI_ERROR_RTT", "RSI_ERROR_STATE"};

    using initial_state = Undelegated;

    // clang-format off
    struct transition_table : Table<
        //   from         event       to           action  guard
        Row< Undelegated, Assign,     Assigned                                 >,

        Row< Assigned,    Validate,   Validated,   none,   VdevLockedOrStarted >,

        Row< Mapped,      Destroy,    Destroyed                                >,
        Row< NotMapped,   Destroy,    Same                                     >,

        Row< Any,         Undelegate, Undelegated                              >
    > {};
    // clang-format on
};

} // namespace

const Machine& devGranule() {
    static const MsmMachine<DevGranule> machine;
    return machine;
}

} // namespace bindlab
