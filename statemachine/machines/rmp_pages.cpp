#include "machines/rmp_pages.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Shared : State<RmpPagesState::Shared> {
    static constexpr MachineState text{"shared", "The host's pages: the guest reaches them only with T=0."};
};
struct Validated : State<RmpPagesState::Validated> {
    static constexpr MachineState text{"validated", "The guest's pages: private MMIO works."};
};

// --- events

struct Validate : Event<RmpPagesEvent::Validate, 2> {
    static constexpr std::string_view label = "validate";
};
struct Share : Event<RmpPagesEvent::Share> {
    static constexpr std::string_view label = "share";
};

// --- guard

struct ContextLockedOrRun : SaidBySender<ContextLockedOrRun> {
    static constexpr Refusal refusal{RmpStatus::InvalidState,
                                     "The guest cannot validate its MMIO: the TDI context is neither LOCKED nor RUN."};
};

// --- the table

using Any = AnyOf<Shared, Validated>;

struct RmpPages : Definition<RmpPages> {
    static constexpr std::string_view name = "RmpPages";
    static constexpr std::string_view title = "BAR pages in the RMP";
    static constexpr std::string_view component = "kvm";
    static constexpr std::string_view source = "AMDESE Linux tree, drivers/crypto/ccp/sev-dev-tsm.c (SEV-TIO); domain "
                                               "notes 7.3, 7.4a";
    static constexpr std::array<std::string_view, 2> statuses{"SEV_TIO_SUCCESS", "SEV_TIO_INVALID_STATE"};

    using initial_state = Shared;

    // clang-format off
    struct transition_table : Table<
        //   from  event     to         action  guard
        Row< Any,  Validate, Validated, none,   ContextLockedOrRun >,
        Row< Any,  Share,    Shared                                >
    > {};
    // clang-format on
};

} // namespace

const Machine& rmpPages() {
    static const MsmMachine<RmpPages> machine;
    return machine;
}

} // namespace bindlab
