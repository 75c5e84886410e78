#include "machines/asid_fence.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct NoFence : State<AsidFenceState::Clear> {
    static constexpr MachineState text{"clear", "The guest's I/O flows."};
};
struct Raised : State<AsidFenceState::Raised> {
    static constexpr MachineState text{"raised", "All I/O and MMIO of the guest stand still until it is cleared."};
};

// --- events

struct Raise : Event<AsidFenceEvent::Raise> {
    static constexpr std::string_view label = "raise";
};
struct Clear : Event<AsidFenceEvent::Clear> {
    static constexpr std::string_view label = "clear";
};

// --- the table

using Any = AnyOf<NoFence, Raised>;

struct AsidFence : Definition<AsidFence> {
    static constexpr std::string_view name = "AsidFence";
    static constexpr std::string_view title = "ASID fence";
    static constexpr std::string_view component = "tsm";
    static constexpr std::string_view source = "AMDESE Linux tree, drivers/crypto/ccp/sev-dev-tsm.c (SEV-TIO); domain "
                                               "notes 7.3, 7.4a, 13.23";
    static constexpr std::array<std::string_view, 1> statuses{"SEV_TIO_SUCCESS"};

    using initial_state = NoFence;

    // clang-format off
    struct transition_table : Table<
        //   from  event  to
        Row< Any,  Raise, Raised  >,
        Row< Any,  Clear, NoFence >
    > {};
    // clang-format on
};

} // namespace

const Machine& asidFence() {
    static const MsmMachine<AsidFence> machine;
    return machine;
}

} // namespace bindlab
