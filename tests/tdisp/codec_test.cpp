#include "tdisp/codec.h"

#include "catch.h"

#include <map>
#include <random>

using namespace bindlab::tdisp;

namespace {

/// One of each message, no field of it 0.
std::vector<Message> oneOfEach()
{
    Nonce nonce;
    for (std::size_t i = 0; i < nonce.size(); ++i)
        nonce[i] = std::uint8_t(i + 1);
    TdispCapabilities capabilities{1, {0x7f, 2, 3}, 0x17, 52, 1, 4};
    const MmioRange range{0x123456789, 16, 4, 2};
    std::vector<Message> all;
    for (const Body& body : std::vector<Body>{
             GetTdispVersion{}, GetTdispCapabilities{7}, LockInterfaceRequest{0x15, 3, 0x7fd0000000, 0xff00}, GetDeviceInterfaceReport{16, 32},
             GetDeviceInterfaceState{}, StartInterfaceRequest{nonce}, StopInterfaceRequest{}, BindP2pStreamRequest{{9}}, UnbindP2pStreamRequest{{8}},
             SetMmioAttributeRequest{range}, VdmRequest{{{1, 2, 3}}}, TdispVersion{{0x10, 0x11}}, capabilities, LockInterfaceResponse{nonce},
             DeviceInterfaceReport{5, {1, 2, 3, 4}}, DeviceInterfaceState{2}, StartInterfaceResponse{}, StopInterfaceResponse{}, BindP2pStreamResponse{},
             UnbindP2pStreamResponse{}, SetMmioAttributeResponse{}, VdmResponse{{{4}}}, Error{ErrorCode::VendorSpecificError, 0x88, {1, 0}}})
        all.push_back({{version10, 0x0100'3a01}, body});
    return all;
}

} // namespace

TEST_CASE("every message that is written is read back as it was", "[tdisp]")
{
    const auto all = oneOfEach();
    CHECK(all.size() == codes().size());
    for (const Message& message : all) {
        CAPTURE(findCode(std::uint8_t(message.code()))->name);
        const auto read = decode(encode(message));
        REQUIRE(read.has_value());
        CHECK(*read == message);
    }
}

TEST_CASE("messages have the lengths of the notes", "[tdisp]")
{
    std::map<Code, std::size_t> lengths;
    for (const Message& message : oneOfEach())
        lengths[message.code()] = encode(message).size();
    using enum Code;
    CHECK(lengths == std::map<Code, std::size_t>{
        {Code::GetTdispVersion, 16}, {Code::TdispVersion, 19}, {Code::GetTdispCapabilities, 20}, {Code::TdispCapabilities, 44},
        {Code::LockInterfaceRequest, 36}, {Code::LockInterfaceResponse, 48}, {Code::GetDeviceInterfaceReport, 20},
        {Code::DeviceInterfaceReport, 24}, {Code::GetDeviceInterfaceState, 16}, {Code::DeviceInterfaceState, 17},
        {Code::StartInterfaceRequest, 48}, {Code::StartInterfaceResponse, 16}, {Code::StopInterfaceRequest, 16},
        {Code::StopInterfaceResponse, 16}, {Code::BindP2pStreamRequest, 17}, {Code::BindP2pStreamResponse, 16},
        {Code::UnbindP2pStreamRequest, 17}, {Code::UnbindP2pStreamResponse, 16}, {Code::SetMmioAttributeRequest, 32},
        {Code::SetMmioAttributeResponse, 16}, {Code::VdmRequest, 19}, {Code::VdmResponse, 17}, {Code::TdispError, 26}});
}

TEST_CASE("a LOCK_INTERFACE_REQUEST has its fields where the notes have them", "[tdisp]")
{
    const Bytes bytes = encode({{version10, 0x3a00}, LockInterfaceRequest{NoFwUpdate | LockMsix, 1, 0x7fd0000000, 0}});
    CHECK(bytes == Bytes{0x10, 0x83, 0, 0, 0x00, 0x3a, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                         0x05, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0xd0, 0x7f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    const auto fields = fieldsOf(bytes);
    std::vector<std::string> names;
    for (const Field& field : fields)
        names.emplace_back(field.text.name);
    CHECK(names == std::vector<std::string>{"TDISP_VERSION", "MESSAGE_TYPE", "reserved", "FUNCTION_ID", "reserved", "FLAGS", "DEFAULT_STREAM_ID",
                                            "reserved", "MMIO_REPORTING_OFFSET", "BIND_P2P_ADDRESS_MASK"});
    CHECK(fields[3].meaning == "requester 3a:00.0, no segment");
    CHECK(fields[5].offset == 16);
    CHECK(fields[5].value == "0x0005");
    CHECK(fields[5].text.bits.size() == 5);
    CHECK(fields[8].number == 0x7fd0000000);
}

TEST_CASE("TDISP_CAPABILITIES has its fields where the notes have them", "[tdisp]")
{
    const Bytes bytes = encode({{}, TdispCapabilities{0, {0x7f}, 0x17, 52, 1, 4}});
    CHECK(bytes[16 + 4] == 0x7f);
    CHECK(bytes[16 + 20] == 0x17);
    CHECK(bytes[16 + 25] == 52);
    CHECK(bytes[16 + 26] == 1);
    CHECK(bytes[16 + 27] == 4);
}

TEST_CASE("a message that is cut off, or has a byte too many, is none", "[tdisp]")
{
    for (const Message& message : oneOfEach()) {
        CAPTURE(findCode(std::uint8_t(message.code()))->name);
        const bool isOpen = message.code() == Code::VdmRequest || message.code() == Code::VdmResponse || message.code() == Code::TdispError;
        Bytes bytes = encode(message);
        const std::size_t least = message.code() == Code::TdispError ? 24 : 16;
        for (std::size_t length = 0; length < (isOpen ? least : bytes.size()); ++length) {
            const auto read = decode(std::span(bytes).first(length));
            REQUIRE_FALSE(read.has_value());
            CHECK(read.error() == (length < Header::size ? Malformed::NoHeader : Malformed::WrongLength));
        }
        bytes.push_back(0);
        CHECK(decode(bytes).has_value() == isOpen);
    }
}

TEST_CASE("a type that no message has is told apart from a wrong length", "[tdisp]")
{
    Bytes bytes(16);
    for (int type = 0; type < 256; ++type) {
        bytes[1] = std::uint8_t(type);
        const auto read = decode(bytes);
        CHECK(findCode(bytes[1]).has_value() == (read || read.error() != Malformed::UnknownCode));
    }
}

TEST_CASE("what is explained of any bytes covers each of them once, in order", "[tdisp]")
{
    std::mt19937 random(1); // NOLINT: the same bytes every time
    for (int round = 0; round < 20'000; ++round) {
        Bytes bytes(random() % 80);
        for (std::uint8_t& byte : bytes)
            byte = std::uint8_t(random() % 4 == 0 ? 0 : random());
        if (bytes.size() > 1 && round % 2)
            bytes[1] = std::uint8_t(codes()[random() % codes().size()].code);
        for (const auto& fields : {fieldsOf(bytes), fieldsOfReport(bytes)}) {
            std::size_t at = 0;
            for (const Field& field : fields) {
                REQUIRE(field.offset == at);
                REQUIRE(field.size > 0);
                at += field.size;
            }
            REQUIRE(at == bytes.size());
        }
    }
}

TEST_CASE("an interface report that is written is read back as it was", "[tdisp]")
{
    const InterfaceReport report{DmaWithoutPasid, 1, 2, 3, {{0x200000, 16, 0, 0}, {0x300000, 1, MsixTable, 4}}, {0xab, 0xcd}};
    const Bytes bytes = encode(report);
    CHECK(bytes.size() == 16 + 2 * 16 + 4 + 2);
    CHECK(decodeReport(bytes) == report);
    for (std::size_t length = 0; length < bytes.size(); ++length)
        CHECK_FALSE(decodeReport(std::span(bytes).first(length)).has_value());
}

TEST_CASE("a report that comes in one portion is explained field by field, a part of it is not", "[tdisp]")
{
    const Bytes report = encode(InterfaceReport{DmaWithoutPasid, 0, 0, 0, {{0x200000, 16, 0, 0}}, {}});
    const auto nameOfLast = [](const Bytes& portion) { return std::string(fieldsOf(encode({{}, DeviceInterfaceReport{0, portion}})).back().text.name); };
    CHECK(nameOfLast(report) == "DEVICE_SPECIFIC_INFO_LEN");
    CHECK(nameOfLast(Bytes(report.begin(), report.end() - 1)) == "REPORT_BYTES");
}

TEST_CASE("a message is summed up in one line", "[tdisp]")
{
    CHECK(summary(encode({{}, DeviceInterfaceState{2}})) == "DEVICE_INTERFACE_STATE RUN");
    CHECK(summary(encode({{}, Error{ErrorCode::InvalidNonce, 0, {}}})) == "TDISP_ERROR INVALID_NONCE");
    CHECK(summary(Bytes{0x10, 0x83}) == "LOCK_INTERFACE_REQUEST, malformed");
    CHECK(summary(Bytes{0x10, 0x44}) == "unknown type 0x44");
    CHECK(summary(Bytes{}) == "not a message");
}
