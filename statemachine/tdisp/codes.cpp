#include "tdisp/codes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bindlab::tdisp {

std::span<const CodeInfo> codes()
{
    using enum Code;
    static constexpr std::array<CodeInfo, 23> all{{
        {GetTdispVersion, "GET_TDISP_VERSION", true, "Asks which versions of TDISP the device speaks."},
        {GetTdispCapabilities, "GET_TDISP_CAPABILITIES", true, "Asks what the device can do, and says what the TSM can."},
        {LockInterfaceRequest, "LOCK_INTERFACE_REQUEST", true, "Freezes the interface's configuration; answered with a fresh nonce."},
        {GetDeviceInterfaceReport, "GET_DEVICE_INTERFACE_REPORT", true, "Reads a portion of what the locked interface says of itself."},
        {GetDeviceInterfaceState, "GET_DEVICE_INTERFACE_STATE", true, "Asks which state the interface is in."},
        {StartInterfaceRequest, "START_INTERFACE_REQUEST", true, "Moves the locked interface to RUN; proves by the nonce that it is this lock that is meant."},
        {StopInterfaceRequest, "STOP_INTERFACE_REQUEST", true, "Drains and scrubs the interface and unlocks it."},
        {BindP2pStreamRequest, "BIND_P2P_STREAM_REQUEST", false, "Adds a stream to a peer device."},
        {UnbindP2pStreamRequest, "UNBIND_P2P_STREAM_REQUEST", false, "Removes a stream to a peer device."},
        {SetMmioAttributeRequest, "SET_MMIO_ATTRIBUTE_REQUEST", false, "Changes whether a reported range is TEE memory."},
        {VdmRequest, "VDM_REQUEST", false, "Carries a vendor's own message."},
        {TdispVersion, "TDISP_VERSION", true, "Lists the versions."},
        {TdispCapabilities, "TDISP_CAPABILITIES", true, "Lists the requests that are answered, the lock flags, and how many requests may be outstanding."},
        {LockInterfaceResponse, "LOCK_INTERFACE_RESPONSE", true, "The interface is locked; carries the nonce, which is never told again."},
        {DeviceInterfaceReport, "DEVICE_INTERFACE_REPORT", true, "A portion of the report, and how much remains."},
        {DeviceInterfaceState, "DEVICE_INTERFACE_STATE", true, "The state, as a number."},
        {StartInterfaceResponse, "START_INTERFACE_RESPONSE", true, "The interface is in RUN."},
        {StopInterfaceResponse, "STOP_INTERFACE_RESPONSE", true, "The interface is unlocked; nothing of the TVM is left in it."},
        {BindP2pStreamResponse, "BIND_P2P_STREAM_RESPONSE", false, "The stream was added."},
        {UnbindP2pStreamResponse, "UNBIND_P2P_STREAM_RESPONSE", false, "The stream was removed."},
        {SetMmioAttributeResponse, "SET_MMIO_ATTRIBUTE_RESPONSE", false, "The attributes were changed."},
        {VdmResponse, "VDM_RESPONSE", false, "Carries a vendor's own answer."},
        {TdispError, "TDISP_ERROR", true, "The request was refused; the state of the interface is as before."},
    }};
    return all;
}

std::optional<CodeInfo> findCode(std::uint8_t type)
{
    const auto all = codes();
    const auto found = std::ranges::find(all, Code(type), &CodeInfo::code);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

namespace {

constexpr std::array<std::pair<ErrorCode, TdispError>, 11> errors{{
    {ErrorCode::InvalidRequest, TdispError::InvalidRequest},
    {ErrorCode::Busy, TdispError::Busy},
    {ErrorCode::InvalidInterfaceState, TdispError::InvalidInterfaceState},
    {ErrorCode::Unspecified, TdispError::Unspecified},
    {ErrorCode::UnsupportedRequest, TdispError::UnsupportedRequest},
    {ErrorCode::VersionMismatch, TdispError::VersionMismatch},
    {ErrorCode::VendorSpecificError, TdispError::VendorSpecificError},
    {ErrorCode::InvalidInterface, TdispError::InvalidInterface},
    {ErrorCode::InvalidNonce, TdispError::InvalidNonce},
    {ErrorCode::InsufficientEntropy, TdispError::InsufficientEntropy},
    {ErrorCode::InvalidDeviceConfiguration, TdispError::InvalidDeviceConfiguration},
}};

} // namespace

std::string_view nameOf(ErrorCode code)
{
    const auto found = std::ranges::find(errors, code, &std::pair<ErrorCode, TdispError>::first);
    return found == errors.end() ? "unknown" : tdi().statuses()[std::size_t(found->second)];
}

ErrorCode onTheWire(TdispError error)
{
    const auto found = std::ranges::find(errors, error, &std::pair<ErrorCode, TdispError>::second);
    return found == errors.end() ? ErrorCode::Unspecified : found->first;
}

} // namespace bindlab::tdisp
