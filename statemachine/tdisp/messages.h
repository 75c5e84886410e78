#pragma once

#include "tdisp/codes.h"
#include "tdisp/field_text.h"

#include <array>
#include <cstdint>
#include <type_traits>
#include <variant>
#include <vector>

namespace bindlab::tdisp {

using Bytes = std::vector<std::uint8_t>;
using Nonce = std::array<std::uint8_t, 32>;

// How each message lies in the bytes is said once, by its fields(): little endian, packed, in this order. Who writes, reads or
// explains a message says what is to be done with a field(), with reserved() bytes, with a list() of one-byte entries, with some
// bytes(), with parts() that have fields of their own, and with the rest(). Source: DMTF libspdm pci_tdisp.h; domain notes 1.11.

struct Empty {
    void fields(auto&&) {}
    bool operator==(const Empty&) const = default;
};

struct GetTdispVersion : Empty { static constexpr Code code = Code::GetTdispVersion; };
struct GetDeviceInterfaceState : Empty { static constexpr Code code = Code::GetDeviceInterfaceState; };
struct StopInterfaceRequest : Empty { static constexpr Code code = Code::StopInterfaceRequest; };
struct StartInterfaceResponse : Empty { static constexpr Code code = Code::StartInterfaceResponse; };
struct StopInterfaceResponse : Empty { static constexpr Code code = Code::StopInterfaceResponse; };
struct BindP2pStreamResponse : Empty { static constexpr Code code = Code::BindP2pStreamResponse; };
struct UnbindP2pStreamResponse : Empty { static constexpr Code code = Code::UnbindP2pStreamResponse; };
struct SetMmioAttributeResponse : Empty { static constexpr Code code = Code::SetMmioAttributeResponse; };

struct TdispVersion {
    static constexpr Code code = Code::TdispVersion;
    std::vector<std::uint8_t> versions;   ///< at most 255
    void fields(auto&& as)
    {
        auto count = std::uint8_t(versions.size());
        as.field({"VERSION_NUM_COUNT", "how many versions follow"}, count);
        as.list({"VERSION_NUM_ENTRY", "", explainVersion}, versions, count);
    }
    bool operator==(const TdispVersion&) const = default;
};

struct GetTdispCapabilities {
    static constexpr Code code = Code::GetTdispCapabilities;
    std::uint32_t tsmCaps = 0;
    void fields(auto&& as) { as.field({"TSM_CAPS", "capabilities of the TSM; none is defined"}, tsmCaps); }
    bool operator==(const GetTdispCapabilities&) const = default;
};

struct TdispCapabilities {
    static constexpr Code code = Code::TdispCapabilities;
    std::uint32_t dsmCaps = 0;
    std::array<std::uint8_t, 16> requestsSupported{};   ///< bit n: request 0x81 + n
    std::uint16_t lockFlagsSupported = 0;
    std::uint8_t addressWidth = 0;
    std::uint8_t requestsThis = 0;   ///< may be outstanding at one interface
    std::uint8_t requestsAll = 0;    ///< at all of them together
    void fields(auto&& as)
    {
        as.field({"DSM_CAPS", "capabilities of the DSM; none is defined"}, dsmCaps);
        as.field({"REQ_MSGS_SUPPORTED", "bit n: request 0x81 + n is answered"}, requestsSupported);
        as.field({"LOCK_INTERFACE_FLAGS_SUPPORTED", "lock flags that the device knows", nullptr, lockFlagBits()}, lockFlagsSupported);
        as.reserved(3);
        as.field({"DEV_ADDR_WIDTH", "address bits that the device uses"}, addressWidth);
        as.field({"NUM_REQ_THIS", "requests that may be outstanding at this interface"}, requestsThis);
        as.field({"NUM_REQ_ALL", "requests that may be outstanding at all interfaces of the DSM"}, requestsAll);
    }
    bool operator==(const TdispCapabilities&) const = default;
};

/// Bits of LOCK_INTERFACE_REQUEST's flags.
enum LockFlag : std::uint16_t { NoFwUpdate = 0x1, SysCacheLine = 0x2, LockMsix = 0x4, BindP2p = 0x8, AllRequestRedirect = 0x10 };

struct LockInterfaceRequest {
    static constexpr Code code = Code::LockInterfaceRequest;
    std::uint16_t flags = 0;
    std::uint8_t defaultStreamId = 0;
    std::uint64_t mmioReportingOffset = 0;
    std::uint64_t bindP2pAddressMask = 0;
    void fields(auto&& as)
    {
        as.field({"FLAGS", "16 bits, five in use", nullptr, lockFlagBits()}, flags);
        as.field({"DEFAULT_STREAM_ID", "IDE stream for this TDI"}, defaultStreamId);
        as.reserved(1);
        as.field({"MMIO_REPORTING_OFFSET", "shifts addresses in the report"}, mmioReportingOffset);
        as.field({"BIND_P2P_ADDRESS_MASK", "unused while BIND_P2P is clear"}, bindP2pAddressMask);
    }
    bool operator==(const LockInterfaceRequest&) const = default;
};

struct LockInterfaceResponse {
    static constexpr Code code = Code::LockInterfaceResponse;
    Nonce nonce{};
    void fields(auto&& as) { as.field({"START_INTERFACE_NONCE", "made at this lock, good for one START"}, nonce); }
    bool operator==(const LockInterfaceResponse&) const = default;
};

struct GetDeviceInterfaceReport {
    static constexpr Code code = Code::GetDeviceInterfaceReport;
    std::uint16_t offset = 0;
    std::uint16_t length = 0;
    void fields(auto&& as)
    {
        as.field({"OFFSET", "first byte of the report that is wanted"}, offset);
        as.field({"LENGTH", "bytes that are wanted, at most"}, length);
    }
    bool operator==(const GetDeviceInterfaceReport&) const = default;
};

struct DeviceInterfaceReport {
    static constexpr Code code = Code::DeviceInterfaceReport;
    std::uint16_t remainder = 0;   ///< bytes behind this portion
    Bytes portion;                 ///< at most 65535
    void fields(auto&& as)
    {
        auto length = std::uint16_t(portion.size());
        as.field({"PORTION_LENGTH", "bytes of the report in this message"}, length);
        as.field({"REMAINDER_LENGTH", "bytes of the report behind this portion"}, remainder);
        as.bytes({"REPORT_BYTES", "a portion of the report"}, portion, length);
    }
    bool operator==(const DeviceInterfaceReport&) const = default;
};

struct DeviceInterfaceState {
    static constexpr Code code = Code::DeviceInterfaceState;
    std::uint8_t state = 0;   ///< as TdiState
    void fields(auto&& as) { as.field({"TDI_STATE", "", explainState}, state); }
    bool operator==(const DeviceInterfaceState&) const = default;
};

struct StartInterfaceRequest {
    static constexpr Code code = Code::StartInterfaceRequest;
    Nonce nonce{};
    void fields(auto&& as) { as.field({"START_INTERFACE_NONCE", "made at this lock, good for one START"}, nonce); }
    bool operator==(const StartInterfaceRequest&) const = default;
};

struct P2pStream {
    std::uint8_t streamId = 0;
    void fields(auto&& as) { as.field({"P2P_STREAM_ID", "IDE stream to the peer"}, streamId); }
    bool operator==(const P2pStream&) const = default;
};
struct BindP2pStreamRequest : P2pStream { static constexpr Code code = Code::BindP2pStreamRequest; };
struct UnbindP2pStreamRequest : P2pStream { static constexpr Code code = Code::UnbindP2pStreamRequest; };

/// A range of MMIO pages, in a report or in SET_MMIO_ATTRIBUTE_REQUEST.
struct MmioRange {
    std::uint64_t firstPage = 0;   ///< of 4 KiB, with the reporting offset added
    std::uint32_t pages = 0;
    std::uint16_t attributes = 0;
    std::uint16_t id = 0;
    void fields(auto&& as)
    {
        as.field({"FIRST_PAGE", "page of 4 KiB, the reporting offset added"}, firstPage);
        as.field({"NUMBER_OF_PAGES", "of 4 KiB"}, pages);
        as.field({"RANGE_ATTRIBUTES", "", nullptr, rangeAttributeBits()}, attributes);
        as.field({"RANGE_ID", "the device's own number for it"}, id);
    }
    bool operator==(const MmioRange&) const = default;
};

struct SetMmioAttributeRequest {
    static constexpr Code code = Code::SetMmioAttributeRequest;
    MmioRange range;
    void fields(auto&& as) { range.fields(as); }
    bool operator==(const SetMmioAttributeRequest&) const = default;
};

/// The notes name no layout for it, so what follows the header stays one piece.
struct Vdm {
    Bytes data;
    void fields(auto&& as) { as.rest({"VENDOR_DATA", "a vendor's own"}, data); }
    bool operator==(const Vdm&) const = default;
};
struct VdmRequest : Vdm { static constexpr Code code = Code::VdmRequest; };
struct VdmResponse : Vdm { static constexpr Code code = Code::VdmResponse; };

struct Error {
    static constexpr Code code = Code::TdispError;
    ErrorCode error = ErrorCode::Unspecified;
    std::uint32_t data = 0;
    Bytes extended;   ///< of VENDOR_SPECIFIC_ERROR: registry id, length of the vendor's id, the id, data
    void fields(auto&& as)
    {
        auto number = std::uint32_t(error);
        as.field({"ERROR_CODE", "", explainError}, number);
        error = ErrorCode(number);
        as.field({"ERROR_DATA", "of UNSUPPORTED_REQUEST: its code; otherwise 0"}, data);
        as.rest({"EXTENDED_ERROR_DATA", "of a vendor's error"}, extended);
    }
    bool operator==(const Error&) const = default;
};

/// The 20 bytes and more that DEVICE_INTERFACE_REPORT carries in portions.
struct InterfaceReport {
    std::uint16_t interfaceInfo = 0;
    std::uint16_t msixControl = 0;
    std::uint16_t lnrControl = 0;
    std::uint32_t tphControl = 0;
    std::vector<MmioRange> ranges;
    Bytes deviceSpecific;
    void fields(auto&& as)
    {
        as.field({"INTERFACE_INFO", "", nullptr, interfaceInfoBits()}, interfaceInfo);
        as.reserved(2);
        as.field({"MSI_X_MESSAGE_CONTROL", "as the capability has it"}, msixControl);
        as.field({"LNR_CONTROL", "lightweight notification, as the capability has it"}, lnrControl);
        as.field({"TPH_CONTROL", "processing hints, as the capability has it"}, tphControl);
        auto count = std::uint32_t(ranges.size());
        as.field({"MMIO_RANGE_COUNT", "ranges that follow, 16 bytes each"}, count);
        as.parts(ranges, count);
        auto length = std::uint32_t(deviceSpecific.size());
        as.field({"DEVICE_SPECIFIC_INFO_LEN", "bytes that follow"}, length);
        as.bytes({"DEVICE_SPECIFIC_INFO", "for the device's own driver"}, deviceSpecific, length);
    }
    bool operator==(const InterfaceReport&) const = default;
};

/// Bits of InterfaceReport::interfaceInfo and MmioRange::attributes.
enum InterfaceInfo : std::uint16_t { NoUpdateAfterLock = 0x1, DmaWithoutPasid = 0x2, DmaWithPasid = 0x4, Ats = 0x8, Prs = 0x10 };
enum RangeAttribute : std::uint16_t { MsixTable = 0x1, MsixPba = 0x2, NonTeeMemory = 0x4, AttributeUpdatable = 0x8 };

using Body = std::variant<GetTdispVersion, GetTdispCapabilities, LockInterfaceRequest, GetDeviceInterfaceReport, GetDeviceInterfaceState,
                          StartInterfaceRequest, StopInterfaceRequest, BindP2pStreamRequest, UnbindP2pStreamRequest, SetMmioAttributeRequest,
                          VdmRequest, TdispVersion, TdispCapabilities, LockInterfaceResponse, DeviceInterfaceReport, DeviceInterfaceState,
                          StartInterfaceResponse, StopInterfaceResponse, BindP2pStreamResponse, UnbindP2pStreamResponse,
                          SetMmioAttributeResponse, VdmResponse, Error>;

/// The 16 bytes before every message. The type follows from the body.
struct Header {
    static constexpr std::size_t size = 16;
    std::uint8_t version = version10;
    std::uint32_t functionId = 0;   ///< FUNCTION_ID of the INTERFACE_ID: requester id, segment, segment valid
    bool operator==(const Header&) const = default;
};

struct Message {
    Header header;
    Body body;
    [[nodiscard]] Code code() const
    {
        return std::visit([](const auto& of) { return std::remove_cvref_t<decltype(of)>::code; }, body);
    }
    bool operator==(const Message&) const = default;
};

} // namespace bindlab::tdisp
