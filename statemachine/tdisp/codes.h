#pragma once

#include "machines/tdi.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bindlab::tdisp {

/// The message type byte. Source: PCI Express Base Specification 6.x, chapter 11; DMTF libspdm pci_tdisp.h; domain notes 1.2.
/// SET_TDISP_CONFIG of newer revisions is not here: its code could not be verified.
enum class Code : std::uint8_t {
    TdispVersion = 0x01,
    TdispCapabilities = 0x02,
    LockInterfaceResponse = 0x03,
    DeviceInterfaceReport = 0x04,
    DeviceInterfaceState = 0x05,
    StartInterfaceResponse = 0x06,
    StopInterfaceResponse = 0x07,
    BindP2pStreamResponse = 0x08,
    UnbindP2pStreamResponse = 0x09,
    SetMmioAttributeResponse = 0x0A,
    VdmResponse = 0x0B,
    TdispError = 0x7F,
    GetTdispVersion = 0x81,
    GetTdispCapabilities = 0x82,
    LockInterfaceRequest = 0x83,
    GetDeviceInterfaceReport = 0x84,
    GetDeviceInterfaceState = 0x85,
    StartInterfaceRequest = 0x86,
    StopInterfaceRequest = 0x87,
    BindP2pStreamRequest = 0x88,
    UnbindP2pStreamRequest = 0x89,
    SetMmioAttributeRequest = 0x8A,
    VdmRequest = 0x8B,
};

/// ERROR_CODE of TDISP_ERROR; domain notes 1.3.
enum class ErrorCode : std::uint32_t {
    InvalidRequest = 0x0001,
    Busy = 0x0003,
    InvalidInterfaceState = 0x0004,
    Unspecified = 0x0005,
    UnsupportedRequest = 0x0007,
    VersionMismatch = 0x0041,
    VendorSpecificError = 0x00FF,
    InvalidInterface = 0x0101,
    InvalidNonce = 0x0102,
    InsufficientEntropy = 0x0103,
    InvalidDeviceConfiguration = 0x0104,
};

struct CodeInfo {
    Code code;
    std::string_view name;    ///< "LOCK_INTERFACE_REQUEST"
    bool isRequired;          ///< of a request: every device answers it
    std::string_view about;   ///< one sentence
};

/// Every code, requests first, by value.
[[nodiscard]] std::span<const CodeInfo> codes();
/// None for a byte that is no message type.
[[nodiscard]] std::optional<CodeInfo> findCode(std::uint8_t type);
[[nodiscard]] inline bool isRequest(Code code) { return std::uint8_t(code) >= 0x80; }
/// "INVALID_NONCE", as the TDI machine calls it; "unknown" for a code that is none.
[[nodiscard]] std::string_view nameOf(ErrorCode code);
/// What the TDI machine refuses with, as it goes over the wire.
[[nodiscard]] ErrorCode onTheWire(TdispError error);

inline constexpr std::uint8_t version10 = 0x10;

} // namespace bindlab::tdisp
