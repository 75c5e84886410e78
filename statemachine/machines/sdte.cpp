#include "machines/sdte.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Off : State<SdteState::Off> {
    static constexpr MachineState text{"off", "No trusted DMA."};
};
struct On : State<SdteState::On> {
    static constexpr MachineState text{"on", "The guest has accepted DMA: the device reaches private memory."};
};

// --- events

struct Enable : Event<SdteEvent::Enable, 2> {
    static constexpr std::string_view label = "enable";
};
struct Disable : Event<SdteEvent::Disable> {
    static constexpr std::string_view label = "disable";
};

// --- guard

struct ContextLockedOrRun : SaidBySender<ContextLockedOrRun> {
    static constexpr Refusal refusal{SdteStatus::InvalidState,
                                     "The guest cannot accept DMA: the TDI context is neither LOCKED nor RUN."};
};

// --- the table

using Any = AnyOf<Off, On>;

struct Sdte : Definition<Sdte> {
    static constexpr std::string_view name = "Sdte";
    static constexpr std::string_view title = "trusted DMA (sDTE)";
    static constexpr std::string_view component = "tsm";
    static constexpr std::string_view source = "AMDESE Linux tree, drivers/crypto/ccp/sev-dev-tsm.c (SEV-TIO); domain "
                                               "notes 7.1, 7.3, 7.4a";
    static constexpr std::array<std::string_view, 2> statuses{"SEV_TIO_SUCCESS", "SEV_TIO_INVALID_STATE"};

    using initial_state = Off;

    // clang-format off
    struct transition_table : Table<
        //   from  event    to   action  guard
        Row< Any,  Enable,  On,  none,   ContextLockedOrRun >,
        Row< Any,  Disable, Off                             >
    > {};
    // clang-format on
};

} // namespace

const Machine& sdte() {
    static const MsmMachine<Sdte> machine;
    return machine;
}

} // namespace bindlab
