#include "machines/viommu.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct None : State<ViommuState::None> {
    static constexpr MachineState text{"none", "Not allocated."};
};
struct Live : State<ViommuState::Live> {
    static constexpr MachineState text{"live", "In the table; vdevices can be allocated on it."};
};
struct Removed : State<ViommuState::Removed> {
    static constexpr MachineState text{"removed", "Out of the table; its destroy runs."};
};

// --- events

struct Alloc : Event<ViommuEvent::Alloc> {
    static constexpr std::string_view label = "alloc";
    static constexpr Refusal refusal(ViommuState) {
        return {-EEXIST, "IOMMU_VIOMMU_ALLOC finds this viommu there already; it is {}."};
    }
};
struct Remove : Event<ViommuEvent::Remove> {
    static constexpr std::string_view label = "remove";
    static constexpr Refusal refusal(ViommuState) {
        return {-ENOENT, "The viommu is looked up in the table and not found; it is {}."};
    }
};
struct Free : Event<ViommuEvent::Free> {
    static constexpr std::string_view label = "free";
    static constexpr Refusal refusal(ViommuState state) {
        if (state == ViommuState::None)
            return {-ENOENT, "There is no viommu to free."};
        return {-EBUSY, "The viommu is {}: it is freed only when it has left the table."};
    }
};

// --- the table

struct Viommu : Definition<Viommu> {
    static constexpr std::string_view name = "Viommu";
    static constexpr std::string_view title = "vIOMMU";
    static constexpr std::string_view component = "iommufd";
    static constexpr std::string_view source =
        "Linux drivers/iommu/iommufd/viommu.c, main.c; patch 16/30 of \"Host side (KVM/VFIO/IOMMUFD) support for TDISP "
        "using TSM\", 29 May 2025; domain notes 3.2, 3.4, 3.7, 5.2";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = None;

    // clang-format off
    struct transition_table : Table<
        //   from     event   to
        Row< None,    Alloc,  Live    >,
        Row< Live,    Remove, Removed >,
        Row< Removed, Free,   None    >
    > {};
    // clang-format on
};

} // namespace

const Machine& viommu() {
    static const MsmMachine<Viommu> machine;
    return machine;
}

} // namespace bindlab
