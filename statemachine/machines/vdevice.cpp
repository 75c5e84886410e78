#include "machines/vdevice.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct None : State<VdeviceState::None> {
    static constexpr MachineState text{"none", "VD0: not allocated."};
};
struct Live : State<VdeviceState::Live> {
    static constexpr MachineState text{"live", "VD1: in the table, not TSM bound."};
};
struct TsmBound : State<VdeviceState::TsmBound> {
    static constexpr MachineState text{"TSM bound", "VD2: in the table, its TDI is bound."};
};
struct Destroying : State<VdeviceState::Destroying> {
    static constexpr MachineState text{"destroying", "VD3: out of the table by IOMMU_DESTROY; its destroy runs."};
};
struct Tombstoned : State<VdeviceState::Tombstoned> {
    static constexpr MachineState text{"tombstoned", "VD4: taken out by the idev's unbind; its id stays reserved."};
};

// --- events

struct Alloc : Event<VdeviceEvent::Alloc> {
    static constexpr std::string_view label = "alloc";
    static constexpr Refusal refusal(VdeviceState) {
        return {-EEXIST, "IOMMU_VDEVICE_ALLOC finds this vdevice there already; it is {}."};
    }
};
struct TsmBind : Event<VdeviceEvent::TsmBind> {
    static constexpr std::string_view label = "TSM bind";
    static constexpr Refusal refusal(VdeviceState state) {
        if (state == VdeviceState::TsmBound)
            return {-EEXIST, "The TSM bind finds the vdevice {} already."};
        return {-ENOENT, "The TSM bind looks the vdevice up in the table and does not find it; it is {}."};
    }
};
struct TsmUnbind : Event<VdeviceEvent::TsmUnbind> {
    static constexpr std::string_view label = "TSM unbind";
    static constexpr Refusal refusal(VdeviceState) { return {-ENOENT, "There is no vdevice to unbind."}; }
};
struct Unlink : Event<VdeviceEvent::Unlink> {
    static constexpr std::string_view label = "destroy";
    static constexpr Refusal refusal(VdeviceState) {
        return {-ENOENT, "IOMMU_DESTROY looks the vdevice up in the table and does not find it; it is {}."};
    }
};
struct Tombstone : Event<VdeviceEvent::Tombstone> {
    static constexpr std::string_view label = "tombstone";
    static constexpr Refusal refusal(VdeviceState) {
        return {-ENOENT, "The idev's unbind finds no vdevice in the table; it is {}."};
    }
};
struct Free : Event<VdeviceEvent::Free> {
    static constexpr std::string_view label = "free";
    static constexpr Refusal refusal(VdeviceState state) {
        if (state == VdeviceState::None)
            return {-ENOENT, "There is no vdevice to free."};
        return {-EBUSY, "The vdevice is {}: it is freed only when it has left the table."};
    }
};

// --- the table

using InTable = AnyOf<Live, TsmBound>;
using OutOfTable = AnyOf<Destroying, Tombstoned>;

struct Vdevice : Definition<Vdevice> {
    static constexpr std::string_view name = "Vdevice";
    static constexpr std::string_view title = "vdevice";
    static constexpr std::string_view component = "iommufd";
    static constexpr std::string_view source =
        "Linux drivers/iommu/iommufd/viommu.c, main.c; patch 17/30 of \"Host side (KVM/VFIO/IOMMUFD) support for TDISP "
        "using TSM\", 29 May 2025; series \"iommufd: Destroy vdevice on idevice destroy\" v2-v5, 23 June to 15 July "
        "2025; domain notes 3.8-3.14, 6.2.2, 6.2.3";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = None;

    // clang-format off
    struct transition_table : Table<
        //   from        event      to
        Row< None,       Alloc,     Live       >,

        Row< Live,       TsmBind,   TsmBound   >,
        Row< Live,       TsmUnbind, Same       >,
        Row< TsmBound,   TsmUnbind, Live       >,

        Row< InTable,    Unlink,    Destroying >,
        Row< InTable,    Tombstone, Tombstoned >,

        Row< OutOfTable, TsmUnbind, Same       >,
        Row< OutOfTable, Free,      None       >
    > {};
    // clang-format on
};

} // namespace

const Machine& vdevice() {
    static const MsmMachine<Vdevice> machine;
    return machine;
}

} // namespace bindlab
