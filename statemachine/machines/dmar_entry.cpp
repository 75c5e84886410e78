#include "machines/dmar_entry.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Free : State<DmarEntryState::Free> {
    static constexpr MachineState text{"FREE", "No trusted DMA for this function."};
};
struct Pending : State<DmarEntryState::Pending> {
    static constexpr MachineState text{"PENDING", "Added by the host; the guest has not accepted it yet."};
};
struct Present : State<DmarEntryState::Present> {
    static constexpr MachineState text{"PRESENT", "Accepted by the guest: trusted DMA goes through the S-EPT."};
};
struct Blocked : State<DmarEntryState::Blocked> {
    static constexpr MachineState text{"BLOCKED", "No new translation is made; its invalidation is pending."};
};
struct Invalidated : State<DmarEntryState::Invalidated> {
    static constexpr MachineState text{"INVALIDATED", "Blocked, and no old translation is left."};
};

// --- events

using enum DmarStatus;

struct Add : Event<DmarEntryEvent::Add, 2> {
    static constexpr std::string_view label = "ADD";
    static constexpr Refusal refusal(DmarEntryState) {
        return {DmarInvalidMappingState, "TDH.DMAR.ADD needs a free entry; it is {}."};
    }
};
struct Accept : Event<DmarEntryEvent::Accept, 2> {
    static constexpr std::string_view label = "ACCEPT";
    static constexpr Refusal refusal(DmarEntryState) {
        return {DmarInvalidMappingState, "TDG.DMAR.ACCEPT needs the entry in PENDING or PRESENT; it is {}."};
    }
};
struct Block : Event<DmarEntryEvent::Block, 2> {
    static constexpr std::string_view label = "BLOCK";
    static constexpr Refusal refusal(DmarEntryState) {
        return {DmarInvalidMappingState, "TDH.DMAR.BLOCK needs the entry in PENDING or PRESENT; it is {}."};
    }
};
struct Invalidate : Event<DmarEntryEvent::Invalidate> {
    static constexpr std::string_view label = "invalidate";
    static constexpr Refusal refusal(DmarEntryState) {
        return {DmarInvalidMappingState, "Only a blocked entry is invalidated; it is {}."};
    }
};
struct Remove : Event<DmarEntryEvent::Remove, 2> {
    static constexpr std::string_view label = "REMOVE";
    static constexpr Refusal refusal(DmarEntryState state) {
        return state == DmarEntryState::Blocked
                   ? Refusal{DmarInvalidInvState, "TDH.DMAR.REMOVE needs the invalidation done; the entry is only {}."}
                   : Refusal{DmarInvalidMappingState, "TDH.DMAR.REMOVE needs a blocked entry; it is {}."};
    }
};

// --- guards

struct DevifExists : SaidBySender<DevifExists> {
    static constexpr Refusal refusal{DmarInvalidMappingState, "The call is refused: the function has no DEVIF."};
};
struct RecordLockedOrRun : SaidBySender<RecordLockedOrRun> {
    static constexpr Refusal refusal{DevifTdispInvalidState,
                                     "TDG.DMAR.ACCEPT is refused: the firmware record is neither LOCKED nor RUN."};
};

// --- the table

using InUse = AnyOf<Pending, Present>;

struct DmarEntry : Definition<DmarEntry> {
    static constexpr std::string_view name = "DmarEntry";
    static constexpr std::string_view title = "trusted DMA entry";
    static constexpr std::string_view component = "tsm";
    static constexpr std::string_view source =
        "Intel TDX module source, tdxio, public draft of TDX Connect (2023): TDH.DMAR.ADD, BLOCK and REMOVE, "
        "TDG.DMAR.ACCEPT; domain notes 7.2, 13.4";
    static constexpr std::array<std::string_view, 4> statuses{
        "TDX_SUCCESS", "TDX_DMAR_INVALID_MAPPING_STATE", "TDX_DMAR_INVALID_INV_STATE", "TDX_DEVIF_TDISP_INVALID_STATE"};

    using initial_state = Free;

    // clang-format off
    struct transition_table : Table<
        //   from         event       to           action  guard
        Row< Free,        Add,        Pending,     none,   DevifExists       >,

        Row< InUse,       Accept,     Present,     none,   RecordLockedOrRun >,
        Row< InUse,       Block,      Blocked,     none,   DevifExists       >,

        Row< Blocked,     Invalidate, Invalidated                            >,

        Row< Invalidated, Remove,     Free,        none,   DevifExists       >
    > {};
    // clang-format on
};

} // namespace

const Machine& dmarEntry() {
    static const MsmMachine<DmarEntry> machine;
    return machine;
}

} // namespace bindlab
