#include "machines/vfio_device.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum VfioDeviceEvent;

namespace {

Driven deviceIn(VfioDeviceState state) {
    Driven device(vfioDevice());
    if (state >= VfioDeviceState::Open)
        REQUIRE(device.play(VfioDeviceEvent::Open));
    if (state >= VfioDeviceState::Bound)
        REQUIRE(device.play(BindIommufd));
    if (state == VfioDeviceState::TsmBound)
        REQUIRE(device.play(TsmBind));
    if (state == VfioDeviceState::Closing)
        REQUIRE(device.play(BeginClose));
    REQUIRE(device.saved[0] == std::uint8_t(state));
    return device;
}

} // namespace

TEST_CASE("a VFIO device's states and events are found under the values of their enums", "[vfio]") {
    CHECK(stateNames(vfioDevice()) == Names{"closed", "open", "bound", "TSM bound", "closing"});
    CHECK(eventNames(vfioDevice()) == Names{"Open", "BindIommufd", "TsmBind", "TsmUnbind", "BeginClose", "Close"});
}

SCENARIO("a device is opened, bound, TSM bound and unbound, and closed", "[vfio]") {
    Driven device = deviceIn(VfioDeviceState::TsmBound);
    CHECK(device.play(TsmUnbind));
    CHECK(device.state() == "bound");
    CHECK(device.play(BeginClose));
    CHECK(device.state() == "closing");
    CHECK(device.play(Close));
    CHECK(device.state() == "closed");
}

TEST_CASE("a close may begin wherever there is a file, and ends once", "[vfio]") {
    Driven device = deviceIn(GENERATE(VfioDeviceState::Open, VfioDeviceState::Bound, VfioDeviceState::TsmBound));
    CHECK(device.status(Close) == -EINVAL);
    CHECK(device.play(BeginClose));
    CHECK(device.status(BeginClose) == -EBADF);
    CHECK(device.play(Close));
    CHECK(device.status(Close) == -EINVAL);
    CHECK(device.status(BeginClose) == -EBADF);
}

TEST_CASE("a TSM unbind that finds nothing bound does nothing", "[vfio]") {
    const VfioDeviceState state = GENERATE(VfioDeviceState::Bound, VfioDeviceState::Closing);
    Driven device = deviceIn(state);
    CHECK(device.play(TsmUnbind));
    CHECK(device.saved[0] == std::uint8_t(state));
}

TEST_CASE("a TSM bind needs a device bound to iommufd, once", "[vfio]") {
    CHECK(deviceIn(VfioDeviceState::TsmBound).status(TsmBind) == -EBUSY);
    for (VfioDeviceState state : {VfioDeviceState::Closed, VfioDeviceState::Open, VfioDeviceState::Closing})
        CHECK(deviceIn(state).status(TsmBind) == -EINVAL);
    for (VfioDeviceState state : {VfioDeviceState::Closed, VfioDeviceState::Open})
        CHECK(deviceIn(state).status(TsmUnbind) == -EINVAL);
}

TEST_CASE("a file is bound to iommufd once, and only when it is open", "[vfio]") {
    CHECK(deviceIn(VfioDeviceState::Closed).status(BindIommufd) == -EBADF);
    for (VfioDeviceState state : {VfioDeviceState::Bound, VfioDeviceState::TsmBound, VfioDeviceState::Closing})
        CHECK(deviceIn(state).status(BindIommufd) == -EINVAL);
}

TEST_CASE("the cdev has one file", "[vfio]") {
    for (VfioDeviceState state : {VfioDeviceState::Open, VfioDeviceState::Bound, VfioDeviceState::TsmBound,
                                  VfioDeviceState::Closing})
        CHECK(deviceIn(state).status(VfioDeviceEvent::Open) == -EBUSY);
}
