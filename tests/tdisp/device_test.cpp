#include "tdisp/request_table.h"

#include "catch.h"

#include <set>

using namespace bindlab;
using namespace bindlab::tdisp;

namespace {

const std::vector<TdiState> allStates{TdiState::ConfigUnlocked, TdiState::ConfigLocked, TdiState::Run, TdiState::Error};

TdiState stateOf(const Device& device, std::size_t interface = 0) { return device.interfaces()[interface].state(); }

Message answerOf(Device& device, const Body& body, std::uint32_t functionId = 0x3a00)
{
    const Answer answer = device.answer(encode({{version10, functionId}, body}));
    REQUIRE(answer.bytes.has_value());
    return *decode(*answer.bytes);
}

ErrorCode errorOf(Device& device, const Body& body, std::uint32_t functionId = 0x3a00)
{
    const Message answer = answerOf(device, body, functionId);
    REQUIRE(answer.code() == Code::TdispError);
    return std::get<Error>(answer.body).error;
}

Nonce lock(Device& device, std::uint32_t functionId = 0x3a00, const LockInterfaceRequest& request = {})
{
    const Message answer = answerOf(device, request, functionId);
    REQUIRE(answer.code() == Code::LockInterfaceResponse);
    return std::get<LockInterfaceResponse>(answer.body).nonce;
}

/// "GET_TDISP_VERSION": what it comes to in CONFIG_UNLOCKED, CONFIG_LOCKED, RUN and ERROR, as "0x0004" or "ok > 1".
std::array<std::string, 4> rowOf(const std::string& what)
{
    static const std::vector<TableRow> table = requestTable();
    const auto row = std::ranges::find(table, what, &TableRow::what);
    REQUIRE(row != table.end());
    std::array<std::string, 4> cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = row->cells[i].answer;
        if (std::size_t(row->cells[i].after) != i)
            cells[i] += " > " + std::to_string(int(row->cells[i].after));
    }
    return cells;
}

using Row = std::array<std::string, 4>;

} // namespace

TEST_CASE("every request in every state is answered as the notes' tables 1.2 and 1.4 have it", "[tdisp]")
{
    CHECK(rowOf("GET_TDISP_VERSION") == Row{"ok", "ok", "ok", "ok"});
    CHECK(rowOf("GET_TDISP_CAPABILITIES") == Row{"ok", "ok", "ok", "ok"});
    CHECK(rowOf("LOCK_INTERFACE_REQUEST") == Row{"ok > 1", "0x0004", "0x0004", "0x0004"});
    CHECK(rowOf("GET_DEVICE_INTERFACE_REPORT") == Row{"0x0004", "ok", "ok", "0x0004"});
    CHECK(rowOf("GET_DEVICE_INTERFACE_STATE") == Row{"ok", "ok", "ok", "ok"});
    CHECK(rowOf("START_INTERFACE_REQUEST") == Row{"0x0004", "ok > 2", "0x0004", "0x0004"});
    CHECK(rowOf("START_INTERFACE_REQUEST, wrong nonce") == Row{"0x0004", "0x0102", "0x0004", "0x0004"});
    CHECK(rowOf("STOP_INTERFACE_REQUEST") == Row{"ok", "ok > 0", "ok > 0", "ok > 0"});
    for (const char* optional : {"BIND_P2P_STREAM_REQUEST", "UNBIND_P2P_STREAM_REQUEST", "SET_MMIO_ATTRIBUTE_REQUEST", "VDM_REQUEST"})
        CHECK(rowOf(optional) == Row{"0x0007", "0x0007", "0x0007", "0x0007"});
}

TEST_CASE("a LOCK whose checks fail is refused in CONFIG_UNLOCKED with the reason's own code", "[tdisp]")
{
    CHECK(rowOf("LOCK_INTERFACE_REQUEST, no IDE keys")[0] == "0x0001");
    CHECK(rowOf("LOCK_INTERFACE_REQUEST, stream without keys")[0] == "0x0001");
    CHECK(rowOf("LOCK_INTERFACE_REQUEST, unknown flag")[0] == "0x0001");
    CHECK(rowOf("LOCK_INTERFACE_REQUEST, bad configuration")[0] == "0x0104");
    CHECK(rowOf("LOCK_INTERFACE_REQUEST, no entropy")[0] == "0x0103");
}

TEST_CASE("a malformed message has the error of the notes' table 1.3 in every state", "[tdisp]")
{
    CHECK(rowOf("GET_DEVICE_INTERFACE_REPORT, bad offset") == Row{"0x0004", "0x0001", "0x0001", "0x0004"});
    CHECK(rowOf("unknown type 0x8C") == Row{"0x0007", "0x0007", "0x0007", "0x0007"});
    CHECK(rowOf("a response as request") == Row{"0x0007", "0x0007", "0x0007", "0x0007"});
    CHECK(rowOf("version 2.0") == Row{"0x0041", "0x0041", "0x0041", "0x0041"});
    CHECK(rowOf("one byte too many") == Row{"0x0001", "0x0001", "0x0001", "0x0001"});
    CHECK(rowOf("another FUNCTION_ID") == Row{"0x0101", "0x0101", "0x0101", "0x0101"});
    CHECK(rowOf("header cut off") == Row{"-", "-", "-", "-"});
    CHECK(rowOf("GET_TDISP_VERSION, busy") == Row{"0x0003", "0x0003", "0x0003", "0x0003"});
    CHECK(rowOf("GET_TDISP_VERSION, no session") == Row{"-", "- > 3", "- > 3", "-"});
}

TEST_CASE("host actions push a locked TDI to ERROR as the notes' tables 1.8 and 1.9 have it", "[tdisp]")
{
    const Row pushed{"ok", "ok > 3", "ok > 3", "ok"};
    const Row allowed{"ok", "ok", "ok", "ok"};
    for (const char* action : {"! clear-mse", "! clear-bme", "! write-bar", "! write-rom", "! write-bist", "! write-device-control", "! write-capability",
                               "! write-ide", "! write-root-port", "! flr", "! d3hot", "! ide-insecure", "! link-down", "! session-end", "! fatal-error"}) {
        CAPTURE(action);
        CHECK(rowOf(action) == pushed);
    }
    for (const char* action : {"! set-mse", "! set-bme", "! write-command", "! write-msi", "! write-ats", "! write-link-control"}) {
        CAPTURE(action);
        CHECK(rowOf(action) == allowed);
    }
    CHECK(rowOf("! hot-reset") == Row{"ok", "ok > 0", "ok > 0", "ok > 0"});
    CHECK(rowOf("! trusted-request") == Row{"refused", "refused", "ok", "refused"});
}

TEST_CASE("MSI-X is tracked only when its table was locked", "[tdisp]")
{
    for (const bool isLocked : {false, true}) {
        Device device;
        lock(device, 0x3a00, {std::uint16_t(isLocked ? LockMsix : 0), 0, 0, 0});
        REQUIRE(device.act(Action::WriteMsix).has_value());
        CHECK(stateOf(device) == (isLocked ? TdiState::Error : TdiState::ConfigLocked));
    }
}

TEST_CASE("an UNSUPPORTED_REQUEST names the request in its error data", "[tdisp]")
{
    Device device;
    const Message answer = answerOf(device, SetMmioAttributeRequest{});
    CHECK(std::get<Error>(answer.body).data == 0x8a);
}

TEST_CASE("every answer is for the interface that was asked", "[tdisp]")
{
    Device device({.virtualFunctions = 2});
    for (const std::uint32_t function : {0x3a00u, 0x3a02u, 0x3a07u})
        CHECK(answerOf(device, GetDeviceInterfaceState{}, function).header == Header{version10, function});
}

TEST_CASE("optional requests are not advertised, the required ones are", "[tdisp]")
{
    Device device;
    const auto capabilities = std::get<TdispCapabilities>(answerOf(device, GetTdispCapabilities{}).body);
    CHECK(capabilities.dsmCaps == 0);
    CHECK(capabilities.requestsSupported == std::array<std::uint8_t, 16>{0x7f});
    CHECK((capabilities.lockFlagsSupported & ~0x1f) == 0);
    CHECK(capabilities.addressWidth >= 52);
    CHECK(capabilities.requestsThis > 0);
    CHECK(capabilities.requestsAll > 0);
}

TEST_CASE("a nonce is fresh at each LOCK, and gone when CONFIG_LOCKED is left", "[tdisp]")
{
    Device device;
    std::set<Nonce> nonces;
    for (int round = 0; round < 20; ++round) {
        const Nonce nonce = lock(device);
        CHECK(nonces.insert(nonce).second);
        CHECK(device.interfaces()[0].nonce == nonce);
        if (round % 2)
            answerOf(device, StartInterfaceRequest{nonce});
        else
            answerOf(device, StopInterfaceRequest{});
        CHECK(device.interfaces()[0].nonce == Nonce{});
        answerOf(device, StopInterfaceRequest{});
    }
}

TEST_CASE("a nonce of an earlier lock does not start a later one", "[tdisp]")
{
    Device device;
    const Nonce old = lock(device);
    answerOf(device, StopInterfaceRequest{});
    lock(device);
    CHECK(errorOf(device, StartInterfaceRequest{old}) == ErrorCode::InvalidNonce);
    CHECK(stateOf(device) == TdiState::ConfigLocked);
}

TEST_CASE("all zeros start nothing", "[tdisp]")
{
    Device device;
    CHECK(errorOf(device, StartInterfaceRequest{}) == ErrorCode::InvalidInterfaceState);
    lock(device);
    CHECK(errorOf(device, StartInterfaceRequest{}) == ErrorCode::InvalidNonce);
}

TEST_CASE("the report is read in portions, and says what was locked", "[tdisp]")
{
    Device device;
    lock(device, 0x3a00, {NoFwUpdate | LockMsix, 0, 0x10'0000, 0});
    Bytes report;
    std::uint16_t remainder = 1;
    for (int portions = 0; remainder > 0 && portions < 100; ++portions) {
        const auto portion = std::get<DeviceInterfaceReport>(answerOf(device, GetDeviceInterfaceReport{std::uint16_t(report.size()), 7}).body);
        report.insert(report.end(), portion.portion.begin(), portion.portion.end());
        remainder = portion.remainder;
    }
    const auto body = decodeReport(report);
    REQUIRE(body.has_value());
    CHECK(body->interfaceInfo == (NoUpdateAfterLock | DmaWithoutPasid));
    CHECK(body->msixControl == 0);
    REQUIRE(body->ranges.size() == 3);
    CHECK(body->ranges[0].firstPage == (device.interfaces()[0].bar0 + 0x10'0000) / 4096);
    CHECK(body->ranges[1].attributes == MsixTable);
    CHECK(errorOf(device, GetDeviceInterfaceReport{std::uint16_t(report.size()), 1}) == ErrorCode::InvalidRequest);
    CHECK(errorOf(device, GetDeviceInterfaceReport{0, 0}) == ErrorCode::InvalidRequest);
}

TEST_CASE("an FLR of the physical function reaches the TDIs of its virtual functions, one of a virtual function does not", "[tdisp]")
{
    Device device({.virtualFunctions = 2});
    for (const std::uint32_t function : {0x3a00u, 0x3a01u})
        lock(device, function);
    REQUIRE(device.act(Action::Flr, 1).has_value());
    CHECK(stateOf(device, 0) == TdiState::ConfigLocked);
    CHECK(stateOf(device, 1) == TdiState::Error);
    answerOf(device, StopInterfaceRequest{}, 0x3a01);
    lock(device, 0x3a01);
    REQUIRE(device.act(Action::Flr, 0).has_value());
    CHECK(stateOf(device, 0) == TdiState::Error);
    CHECK(stateOf(device, 1) == TdiState::Error);
    CHECK(stateOf(device, 2) == TdiState::ConfigUnlocked);
}

TEST_CASE("a lost stream or session reaches every locked TDI", "[tdisp]")
{
    const Action action = GENERATE(Action::IdeInsecure, Action::LinkDown, Action::WriteIde, Action::WriteRootPort, Action::IdeKeysOff, Action::SessionEnd);
    Device device({.virtualFunctions = 1});
    lock(device, 0x3a00);
    answerOf(device, StartInterfaceRequest{lock(device, 0x3a01)}, 0x3a01);
    REQUIRE(device.act(action).has_value());
    CHECK(stateOf(device, 0) == TdiState::Error);
    CHECK(stateOf(device, 1) == TdiState::Error);
}

TEST_CASE("after a hot reset the device is silent, then wants keys, then locks again", "[tdisp]")
{
    Led led = ledTo(TdiState::Run);
    Device& device = led.device;
    REQUIRE(device.act(Action::HotReset).has_value());
    CHECK_FALSE(device.answer(requestTo(device, GetDeviceInterfaceState{})).bytes.has_value());
    CHECK_FALSE(device.act(Action::IdeKeysOn).has_value());
    REQUIRE(device.act(Action::SessionStart).has_value());
    CHECK(errorOf(device, LockInterfaceRequest{}) == ErrorCode::InvalidRequest);
    REQUIRE(device.act(Action::IdeKeysOn).has_value());
    lock(device);
}

TEST_CASE("keys of an earlier SPDM session do not allow a LOCK", "[tdisp]")
{
    Device device;
    REQUIRE(device.act(Action::SessionEnd).has_value());
    REQUIRE(device.act(Action::SessionStart).has_value());
    CHECK(errorOf(device, LockInterfaceRequest{}) == ErrorCode::InvalidRequest);
}

TEST_CASE("LOCK is refused until each key is programmed, has its go, and the stream is enabled", "[tdisp]")
{
    Device device({.isKeyed = false});
    for (const SpdmSessionEvent request : handshake())
        CHECK(device.change([&](SecureLink& link) { return link.spdm(request); }).accepted);
    for (const IdeKm request : {IdeKm::KeyProg, IdeKm::KSetGo})
        for (const SubStream subStream : {SubStream::Posted, SubStream::NonPosted, SubStream::Completion})
            for (const Direction direction : {Direction::Rx, Direction::Tx}) {
                CHECK_FALSE(device.change([](SecureLink& link) { return link.enable(); }).accepted);
                CHECK(errorOf(device, LockInterfaceRequest{}) == ErrorCode::InvalidRequest);
                CHECK(device.change([&](SecureLink& link) { return link.ideKm(request, subStream, direction); }).accepted);
            }
    CHECK(errorOf(device, LockInterfaceRequest{}) == ErrorCode::InvalidRequest);
    CHECK(device.change([](SecureLink& link) { return link.enable(); }).accepted);
    lock(device);
    CHECK(device.change([](SecureLink& link) { return link.ideKm(IdeKm::KSetStop, SubStream::Posted, Direction::Tx); }).accepted);
    CHECK(stateOf(device) == TdiState::Error);
}

TEST_CASE("a second request to an interface whose first is outstanding finds the device busy", "[tdisp]")
{
    Device device({.virtualFunctions = 1});
    const Bytes request = requestTo(device, LockInterfaceRequest{});
    CHECK_FALSE(device.receive(request).has_value());
    const auto second = device.receive(request);
    REQUIRE(second.has_value());
    CHECK(std::get<Error>(decode(*second->bytes)->body).error == ErrorCode::Busy);
    CHECK_FALSE(device.receive(encode({{version10, 0x3a01}, GetDeviceInterfaceState{}})).has_value());
    CHECK(decode(*device.finish().bytes)->code() == Code::LockInterfaceResponse);
    CHECK(decode(*device.finish().bytes)->code() == Code::DeviceInterfaceState);
    CHECK_FALSE(device.isOutstanding());
}

TEST_CASE("a request whose session ends while it is outstanding is not answered", "[tdisp]")
{
    Device device;
    CHECK_FALSE(device.receive(requestTo(device, LockInterfaceRequest{})).has_value());
    REQUIRE(device.act(Action::SessionEnd).has_value());
    CHECK_FALSE(device.finish().bytes.has_value());
    CHECK(stateOf(device) == TdiState::ConfigUnlocked);
}

TEST_CASE("STOP in CONFIG_UNLOCKED succeeds, and is an error where DMTF's emulator is followed", "[tdisp]")
{
    Device specified;
    CHECK(answerOf(specified, StopInterfaceRequest{}).code() == Code::StopInterfaceResponse);
    Device emulated({.stopInUnlockedIsError = true});
    CHECK(errorOf(emulated, StopInterfaceRequest{}) == ErrorCode::InvalidInterfaceState);
    lock(emulated);
    CHECK(answerOf(emulated, StopInterfaceRequest{}).code() == Code::StopInterfaceResponse);
}

TEST_CASE("a copy of a device goes its own way", "[tdisp]")
{
    Device device;
    lock(device);
    Device copy = device;
    CHECK(copy.isAs(device));
    REQUIRE(copy.act(Action::ClearMse).has_value());
    CHECK(stateOf(device) == TdiState::ConfigLocked);
    CHECK(stateOf(copy) == TdiState::Error);
    CHECK_FALSE(copy.isAs(device));
}

TEST_CASE("a segment is looked at only when it is said to be valid", "[tdisp]")
{
    Device device;
    CHECK(answerOf(device, GetDeviceInterfaceState{}, 0x0100'3a00).code() == Code::DeviceInterfaceState);
    CHECK(answerOf(device, GetDeviceInterfaceState{}, 0x0005'3a00).code() == Code::DeviceInterfaceState);
    CHECK(errorOf(device, GetDeviceInterfaceState{}, 0x0105'3a00) == ErrorCode::InvalidInterface);
}
