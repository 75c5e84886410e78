#include "machines/vfio_device.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Closed : State<VfioDeviceState::Closed> {
    static constexpr MachineState text{"closed", "V0: nobody has the cdev open."};
};
struct Opened : State<VfioDeviceState::Open> {
    static constexpr MachineState text{"open", "V1: the cdev is open, but not bound to iommufd: no access yet."};
};
struct Bound : State<VfioDeviceState::Bound> {
    static constexpr MachineState text{"bound", "V2: bound to iommufd; the device can be used."};
};
struct TsmBound : State<VfioDeviceState::TsmBound> {
    static constexpr MachineState text{"TSM bound", "V3: VFIO's own flag says that the TDI is bound."};
};
struct Closing : State<VfioDeviceState::Closing> {
    static constexpr MachineState text{"closing", "V4: the last reference of the file is gone; its release runs."};
};

// --- events

struct Open : Event<VfioDeviceEvent::Open> {
    static constexpr std::string_view label = "open";
    static constexpr Refusal refusal(VfioDeviceState) { return {-EBUSY, "The cdev has a file already; it is {}."}; }
};
struct BindIommufd : Event<VfioDeviceEvent::BindIommufd> {
    static constexpr std::string_view label = "bind to iommufd";
    static constexpr Refusal refusal(VfioDeviceState state) {
        if (state == VfioDeviceState::Closed)
            return {-EBADF, "VFIO_DEVICE_BIND_IOMMUFD needs an open cdev; it is {}."};
        return {-EINVAL, "VFIO_DEVICE_BIND_IOMMUFD is good for once a file; the device is {}."};
    }
};
struct TsmBind : Event<VfioDeviceEvent::TsmBind> {
    static constexpr std::string_view label = "TSM bind";
    static constexpr Refusal refusal(VfioDeviceState state) {
        if (state == VfioDeviceState::TsmBound)
            return {-EBUSY, "VFIO finds the device {} already."};
        return {-EINVAL, "A TSM bind needs a device bound to iommufd; it is {}."};
    }
};
struct TsmUnbind : Event<VfioDeviceEvent::TsmUnbind> {
    static constexpr std::string_view label = "TSM unbind";
    static constexpr Refusal refusal(VfioDeviceState) {
        return {-EINVAL, "A TSM unbind needs a device bound to iommufd; it is {}."};
    }
};
struct BeginClose : Event<VfioDeviceEvent::BeginClose> {
    static constexpr std::string_view label = "begin close";
    static constexpr Refusal refusal(VfioDeviceState) { return {-EBADF, "There is no file to close; it is {}."}; }
};
struct Close : Event<VfioDeviceEvent::Close> {
    static constexpr std::string_view label = "close";
    static constexpr Refusal refusal(VfioDeviceState) {
        return {-EINVAL, "A close ends only once it has begun; the device is {}."};
    }
};

// --- the table

using HasFile = AnyOf<Opened, Bound, TsmBound>;
using NotTsmBound = AnyOf<Bound, Closing>;

struct VfioDevice : Definition<VfioDevice> {
    static constexpr std::string_view name = "VfioDevice";
    static constexpr std::string_view title = "VFIO device";
    static constexpr std::string_view component = "vfio";
    static constexpr std::string_view source =
        "Linux drivers/vfio/vfio_main.c, device_cdev.c, iommufd.c; patches 19/30 and 20/30 of \"Host side "
        "(KVM/VFIO/IOMMUFD) support for TDISP using TSM\", 29 May 2025; domain notes 4.2, 4.3, 4.8, 6.2";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = Closed;

    // clang-format off
    struct transition_table : Table<
        //   from         event        to
        Row< Closed,      Open,        Opened   >,
        Row< Opened,      BindIommufd, Bound    >,

        Row< Bound,       TsmBind,     TsmBound >,
        Row< TsmBound,    TsmUnbind,   Bound    >,
        Row< NotTsmBound, TsmUnbind,   Same     >,

        Row< HasFile,     BeginClose,  Closing  >,
        Row< Closing,     Close,       Closed   >
    > {};
    // clang-format on
};

} // namespace

const Machine& vfioDevice() {
    static const MsmMachine<VfioDevice> machine;
    return machine;
}

} // namespace bindlab
