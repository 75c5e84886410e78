#include "machines/sept_entry.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Free : State<SeptEntryState::Free> {
    static constexpr MachineState text{"FREE", "Nothing is mapped here."};
};
struct MmioPending : State<SeptEntryState::MmioPending> {
    static constexpr MachineState text{"MMIO_PENDING", "Mapped by the host; the guest has not accepted it yet."};
};
struct MmioMapped : State<SeptEntryState::MmioMapped> {
    static constexpr MachineState text{"MMIO_MAPPED", "Accepted by the guest: private MMIO works."};
};
struct Blocked : State<SeptEntryState::Blocked> {
    static constexpr MachineState text{"BLOCKED", "No new translation is made; old ones may linger in TLB and IOTLB."};
};
struct Tracked : State<SeptEntryState::Tracked> {
    static constexpr MachineState text{"TRACKED", "Blocked, and no old translation is left."};
};

// --- events

using enum SeptStatus;

struct Map : Event<SeptEntryEvent::Map, 2> {
    static constexpr std::string_view label = "MAP";
    static constexpr Refusal refusal(SeptEntryState) {
        return {EptEntryStateIncorrect, "TDH.MMIO.MAP needs a free entry; it is {}."};
    }
};
struct Accept : Event<SeptEntryEvent::Accept, 2> {
    static constexpr std::string_view label = "ACCEPT";
    static constexpr Refusal refusal(SeptEntryState) {
        return {EptEntryStateIncorrect, "TDG.MMIO.ACCEPT needs the entry in MMIO_PENDING; it is {}."};
    }
};
struct Block : Event<SeptEntryEvent::Block> {
    static constexpr std::string_view label = "BLOCK";
    static constexpr Refusal refusal(SeptEntryState) {
        return {EptEntryStateIncorrect, "TDH.MMIO.BLOCK needs a mapped or pending entry; it is {}."};
    }
};
struct Track : Event<SeptEntryEvent::Track> {
    static constexpr std::string_view label = "track";
};
struct Unmap : Event<SeptEntryEvent::Unmap, 2> {
    static constexpr std::string_view label = "UNMAP";
    static constexpr Refusal refusal(SeptEntryState state) {
        switch (state) {
        case SeptEntryState::Free:
            return {EptEntryStateIncorrect, "TDH.MMIO.UNMAP finds nothing mapped; the entry is {}."};
        case SeptEntryState::Blocked:
            return {TlbTrackingNotDone, "TDH.MMIO.UNMAP needs TLB and IOTLB tracked first; the entry is only {}."};
        default:
            return {GpaRangeNotBlocked, "TDH.MMIO.UNMAP needs the entry blocked first; it is {}."};
        }
    }
};

// --- guards

struct PageIsDevifs : SaidBySender<PageIsDevifs> {
    static constexpr Refusal refusal{MmioInvalidPageMetadata, "TDH.MMIO.MAP is refused: the page's metadata do not "
                                                              "name a DEVIF of this TD, or the page is mapped."};
};
struct RecordLockedOrRun : SaidBySender<RecordLockedOrRun> {
    static constexpr Refusal refusal{DevifTdispInvalidState,
                                     "TDG.MMIO.ACCEPT is refused: the firmware record is neither LOCKED nor RUN."};
};
struct RecordUnlockedOrStreamBlocked : SaidBySender<RecordUnlockedOrStreamBlocked> {
    static constexpr Refusal refusal{DevifTdispInvalidState,
                                     "TDH.MMIO.UNMAP is refused: the firmware record is not UNLOCKED and the stream is "
                                     "not blocked, so the page stays mapped."};
};

// --- the table

using InUse = AnyOf<MmioPending, MmioMapped>;
using NotBlocked = AnyOf<Free, MmioPending, MmioMapped>;
using AnyBlocked = AnyOf<Blocked, Tracked>;

struct SeptEntry : Definition<SeptEntry> {
    static constexpr std::string_view name = "SeptEntry";
    static constexpr std::string_view title = "S-EPT entry";
    static constexpr std::string_view component = "kvm";
    static constexpr std::string_view source =
        "Intel TDX module source, tdxio, public draft of TDX Connect (2023): TDH.MMIO.MAP, BLOCK and UNMAP; \"Host "
        "side (KVM/VFIO/IOMMUFD) support for TDISP using TSM\", 29 May 2025; domain notes 5.3, 7.2, 13.2";
    static constexpr std::array<std::string_view, 6> statuses{
        "TDX_SUCCESS",
        "TDX_MMIO_INVALID_PAGE_METADATA",
        "TDX_EPT_ENTRY_STATE_INCORRECT",
        "TDX_DEVIF_TDISP_INVALID_STATE",
        "TDX_TLB_TRACKING_NOT_DONE",
        "TDX_GPA_RANGE_NOT_BLOCKED"};

    using initial_state = Free;

    // clang-format off
    struct transition_table : Table<
        //   from         event   to           action  guard
        Row< Free,        Map,    MmioPending, none,   PageIsDevifs                  >,

        Row< MmioPending, Accept, MmioMapped,  none,   RecordLockedOrRun             >,

        Row< InUse,       Block,  Blocked                                            >,

        Row< AnyBlocked,  Track,  Tracked                                            >,
        Row< NotBlocked,  Track,  Same                                               >,

        Row< Tracked,     Unmap,  Free,        none,   RecordUnlockedOrStreamBlocked >
    > {};
    // clang-format on
};

} // namespace

const Machine& septEntry() {
    static const MsmMachine<SeptEntry> machine;
    return machine;
}

} // namespace bindlab
