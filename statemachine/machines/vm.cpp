#include "machines/vm.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Running : State<VmState::Running> {
    static constexpr MachineState text{"running", "K0: user space holds its fds."};
};
struct Pinned : State<VmState::Pinned> {
    static constexpr MachineState text{"pinned", "K1: all user fds are closed; viommu or VFIO may still hold it."};
};
struct Destroying : State<VmState::Destroying> {
    static constexpr MachineState text{"destroying", "K2: the last reference is gone; destroy runs."};
};
struct Reclaimed : State<VmState::Reclaimed> {
    static constexpr MachineState text{"reclaimed", "K3: the firmware has given everything back."};
};
struct Dead : State<VmState::Dead> {
    static constexpr MachineState text{"dead", "KD: marked dead by a KVM bug; ioctls answer -EIO."};
};
struct Leaked : State<VmState::Leaked> {
    static constexpr MachineState text{"leaked", "KL: destroyed, but the firmware keeps its pages and key id."};
};

// --- events

struct CloseFds : Event<VmEvent::CloseFds> {
    static constexpr std::string_view label = "close fds";
    static constexpr Refusal refusal(VmState) { return {-EBADF, "The VM is {}: no user fd of it is open any more."}; }
};
struct LastPut : Event<VmEvent::LastPut> {
    static constexpr std::string_view label = "last put";
    static constexpr Refusal refusal(VmState state) {
        if (state == VmState::Running)
            return {-EBUSY, "The VM is {}: its open fds hold references, so this is not the last put."};
        return {-EINVAL, "The VM is {}: its last reference is gone already."};
    }
};
constexpr Refusal needsDestroy(VmState) {
    return {-EINVAL, "The VM is {}: its pages are reclaimed only while destroy runs."};
}
struct Reclaim : Event<VmEvent::Reclaim> {
    static constexpr std::string_view label = "reclaim";
    static constexpr auto refusal = needsDestroy;
};
struct ReclaimRefused : Event<VmEvent::ReclaimRefused> {
    static constexpr std::string_view label = "reclaim refused";
    static constexpr auto refusal = needsDestroy;
};
struct Bug : Event<VmEvent::Bug> {
    static constexpr std::string_view label = "KVM bug";
    static constexpr Refusal refusal(VmState) { return {-EINVAL, "The VM is {}: nothing of it is left to mark dead."}; }
};

// --- the table

using Referenced = AnyOf<Running, Pinned>;
using AtItsEnd = AnyOf<Dead, Destroying>;

struct Vm : Definition<Vm> {
    static constexpr std::string_view name = "Vm";
    static constexpr std::string_view title = "VM";
    static constexpr std::string_view component = "kvm";
    static constexpr std::string_view source =
        "Linux virt/kvm, and TDX private MMIO of \"Host side (KVM/VFIO/IOMMUFD) support for TDISP using TSM\", 29 May "
        "2025; Intel TDX module source, TDH.PHYMEM.PAGE.RECLAIM; domain notes 3.13, 5.2-5.4";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = Running;

    // clang-format off
    struct transition_table : Table<
        //   from        event           to
        Row< Running,    CloseFds,       Pinned     >,

        Row< Pinned,     LastPut,        Destroying >,

        Row< Destroying, Reclaim,        Reclaimed  >,
        Row< Destroying, ReclaimRefused, Leaked     >,

        Row< Dead,       CloseFds,       Same       >,
        Row< Dead,       LastPut,        Destroying >,

        Row< Referenced, Bug,            Dead       >,
        Row< AtItsEnd,   Bug,            Same       >
    > {};
    // clang-format on
};

} // namespace

const Machine& vm() {
    static const MsmMachine<Vm> machine;
    return machine;
}

} // namespace bindlab
