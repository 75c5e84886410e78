#include "machines/idev.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct None : State<IdevState::None> {
    static constexpr MachineState text{"none", "ID0: VFIO has not bound the device to iommufd."};
};
struct Bound : State<IdevState::Bound> {
    static constexpr MachineState text{"bound", "ID1: live, no vdevice."};
};
struct WithVdevice : State<IdevState::WithVdevice> {
    static constexpr MachineState text{"with vdevice", "ID2: live; its vdevice holds a reference (6.17 and later)."};
};
struct Unbinding : State<IdevState::Unbinding> {
    static constexpr MachineState text{"unbinding", "ID3: no new users are let in; waits for those there are."};
};
struct Removed : State<IdevState::Removed> {
    static constexpr MachineState text{"removed", "ID4: out of the table; its destroy runs."};
};
struct Leaked : State<IdevState::Leaked> {
    static constexpr MachineState text{"leaked", "IDX: users remained at unbind; WARN; it stays until the file goes."};
};

// --- events

constexpr bool isLive(IdevState state) { return state == IdevState::Bound || state == IdevState::WithVdevice; }

struct Bind : Event<IdevEvent::Bind> {
    static constexpr std::string_view label = "bind";
    static constexpr Refusal refusal(IdevState) {
        return {-EBUSY, "iommufd_device_bind() finds the device's DMA owner taken; its idev is {}."};
    }
};
struct LinkVdevice : Event<IdevEvent::LinkVdevice> {
    static constexpr std::string_view label = "link vdevice";
    static constexpr Refusal refusal(IdevState state) {
        if (state == IdevState::WithVdevice)
            return {-EEXIST, "IOMMU_VDEVICE_ALLOC finds idev->vdev set: one vdevice for each idev."};
        return {-ENOENT, "IOMMU_VDEVICE_ALLOC needs a live idev; it is {}."};
    }
};
struct UnlinkVdevice : Event<IdevEvent::UnlinkVdevice> {
    static constexpr std::string_view label = "unlink vdevice";
    static constexpr Refusal refusal(IdevState) {
        return {-ENOENT, "There is no idev->vdev to clear; the idev is {}."};
    }
};
struct BeginUnbind : Event<IdevEvent::BeginUnbind> {
    static constexpr std::string_view label = "unbind";
    static constexpr Refusal refusal(IdevState) {
        return {-ENOENT, "iommufd_device_unbind() needs a live idev; it is {}."};
    }
};
struct Remove : Event<IdevEvent::Remove> {
    static constexpr std::string_view label = "remove";
    static constexpr Refusal refusal(IdevState state) {
        if (isLive(state))
            return {-EBUSY, "The idev leaves the table only in its unbind; it is {}, and its driver holds it."};
        return {-ENOENT, "The idev is {}: there is nothing to take out of the table."};
    }
};
struct Free : Event<IdevEvent::Free> {
    static constexpr std::string_view label = "free";
    static constexpr Refusal refusal(IdevState state) {
        if (state == IdevState::None)
            return {-ENOENT, "There is no idev to free."};
        return {-EBUSY, "The idev is {}: it is freed only when it has left the table."};
    }
};
struct Leak : Event<IdevEvent::Leak> {
    static constexpr std::string_view label = "leak";
    static constexpr Refusal refusal(IdevState) {
        return {-EINVAL, "An idev can leak only in its unbind; it is {}."};
    }
};

// --- the table

using Live = AnyOf<Bound, WithVdevice>;
using Going = AnyOf<Unbinding, Leaked>;

struct Idev : Definition<Idev> {
    static constexpr std::string_view name = "Idev";
    static constexpr std::string_view title = "idevice";
    static constexpr std::string_view component = "iommufd";
    static constexpr std::string_view source =
        "Linux drivers/iommu/iommufd/main.c, device.c, viommu.c; series \"iommufd: Destroy vdevice on idevice "
        "destroy\" v2-v5, 23 June to 15 July 2025; domain notes 3.5, 3.6, 3.13, 3.14";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = None;

    // clang-format off
    struct transition_table : Table<
        //   from         event          to
        Row< None,        Bind,          Bound       >,

        Row< Bound,       LinkVdevice,   WithVdevice >,
        Row< WithVdevice, UnlinkVdevice, Bound       >,
        Row< Live,        BeginUnbind,   Unbinding   >,

        Row< Going,       UnlinkVdevice, Same        >,
        Row< Unbinding,   Remove,        Removed     >,
        Row< Unbinding,   Leak,          Leaked      >,

        Row< Removed,     Free,          None        >,
        Row< Leaked,      Free,          None        >
    > {};
    // clang-format on
};

} // namespace

const Machine& idev() {
    static const MsmMachine<Idev> machine;
    return machine;
}

} // namespace bindlab
