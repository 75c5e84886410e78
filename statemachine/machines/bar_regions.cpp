#include "machines/bar_regions.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Free : State<BarRegionsState::Free> {
    static constexpr MachineState text{"free", "Nobody has requested the regions."};
};
struct VfioPci : State<BarRegionsState::VfioPci> {
    static constexpr MachineState text{"vfio_pci", "Requested by VFIO at the first mmap or access."};
};
struct Exclusive : State<BarRegionsState::Exclusive> {
    static constexpr MachineState text{"exclusive", "Requested by VFIO at open, exclusively."};
};
struct VfioPciTsm : State<BarRegionsState::VfioPciTsm> {
    static constexpr MachineState text{"vfio_pci_tsm", "Requested by VFIO for a TSM bind, exclusively."};
};
struct OtherDriver : State<BarRegionsState::OtherDriver> {
    static constexpr MachineState text{"other driver", "Requested by a driver that is not VFIO."};
};

// --- events

constexpr Refusal taken(BarRegionsState) {
    return {-EBUSY, "The regions are requested already; their owner is: {}."};
}

struct RequestLazy : Event<BarRegionsEvent::RequestLazy> {
    static constexpr std::string_view label = "first access";
    static constexpr auto refusal = taken;
};
struct RequestForTsm : Event<BarRegionsEvent::RequestForTsm> {
    static constexpr std::string_view label = "for TSM";
    static constexpr auto refusal = taken;
};
struct RequestAtOpen : Event<BarRegionsEvent::RequestAtOpen> {
    static constexpr std::string_view label = "at open";
    static constexpr auto refusal = taken;
};
struct Release : Event<BarRegionsEvent::Release> {
    static constexpr std::string_view label = "release";
};
struct RequestByOther : Event<BarRegionsEvent::RequestByOther> {
    static constexpr std::string_view label = "by other";
    static constexpr auto refusal = taken;
};
struct ReleaseByOther : Event<BarRegionsEvent::ReleaseByOther> {
    static constexpr std::string_view label = "other releases";
    static constexpr Refusal refusal(BarRegionsState) {
        return {-EINVAL, "No other driver has the regions to release; their owner is: {}."};
    }
};

// --- the table

using OfVfio = AnyOf<VfioPci, Exclusive, VfioPciTsm>;
using NotOthers = AnyOf<Free, VfioPci, Exclusive, VfioPciTsm>;

struct BarRegions : Definition<BarRegions> {
    static constexpr std::string_view name = "BarRegions";
    static constexpr std::string_view title = "BAR regions";
    static constexpr std::string_view component = "vfio";
    static constexpr std::string_view source =
        "Linux drivers/vfio/pci/vfio_pci_core.c; patch 19/30 of \"Host side (KVM/VFIO/IOMMUFD) support for TDISP using "
        "TSM\", 29 May 2025, and the answers of 5 June 2025; domain notes 4.6, 6.2.1";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = Free;

    // clang-format off
    struct transition_table : Table<
        //   from         event           to
        Row< Free,        RequestLazy,    VfioPci     >,
        Row< Free,        RequestForTsm,  VfioPciTsm  >,
        Row< Free,        RequestAtOpen,  Exclusive   >,
        Row< Free,        RequestByOther, OtherDriver >,

        Row< OfVfio,      RequestLazy,    Same        >,

        Row< NotOthers,   Release,        Free        >,
        Row< OtherDriver, Release,        Same        >,
        Row< OtherDriver, ReleaseByOther, Free        >
    > {};
    // clang-format on
};

} // namespace

const Machine& barRegions() {
    static const MsmMachine<BarRegions> machine;
    return machine;
}

} // namespace bindlab
