/// What the device answers to each request.
#include "tdisp/device.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab::tdisp {

namespace {

constexpr std::uint16_t lockFlagsKnown = NoFwUpdate | SysCacheLine | LockMsix | AllRequestRedirect;
constexpr std::uint64_t pageBytes = 4096;

/// 0x7F: the seven required requests.
std::uint8_t requiredRequests()
{
    std::uint8_t bits = 0;
    for (const CodeInfo& info : codes())
        if (isRequest(info.code) && info.isRequired)
            bits |= std::uint8_t(1 << (std::uint8_t(info.code) - std::uint8_t(Code::GetTdispVersion)));
    return bits;
}

} // namespace

/// What the machine refuses, as an answer.
Device::Refused Device::refusal(const Outcome& outcome)
{
    return {onTheWire(TdispError(outcome.status)), std::string(outcome.reason)};
}

Device::Result Device::respond(Interface&, const GetTdispVersion&) { return TdispVersion{{version10}}; }

Device::Result Device::respond(Interface&, const GetTdispCapabilities&)
{
    TdispCapabilities capabilities;
    capabilities.requestsSupported[0] = requiredRequests();
    capabilities.lockFlagsSupported = lockFlagsKnown;
    capabilities.addressWidth = 52;
    capabilities.requestsThis = 1;
    capabilities.requestsAll = std::uint8_t(std::min<std::size_t>(m_interfaces.size(), 255));
    return capabilities;
}

std::optional<Device::Refused> Device::lockObstacle(const LockInterfaceRequest& request) const
{
    const auto refused = [](ErrorCode code, std::string reason) { return Refused{code, std::move(reason)}; };
    if (request.flags & ~lockFlagsKnown)
        return refused(ErrorCode::InvalidRequest, "FLAGS has a bit that LOCK_INTERFACE_FLAGS_SUPPORTED does not have.");
    if (request.defaultStreamId != m_link.streamId())
        return refused(ErrorCode::InvalidRequest, fmt::format("Stream {} has no keys; the only stream is {}.", request.defaultStreamId, m_link.streamId()));
    if (const auto why = m_link.obstacle(); !why.empty())
        return refused(ErrorCode::InvalidRequest, std::string(why));
    if (!m_hasGoodConfig)
        return refused(ErrorCode::InvalidDeviceConfiguration, "The checks of the configuration fail: BARs overlap, or phantom functions are on.");
    return std::nullopt;
}

Device::Result Device::respond(Interface& interface, const LockInterfaceRequest& request)
{
    std::optional<Refused> obstacle = lockObstacle(request);
    std::optional<Nonce> nonce;
    if (!obstacle && interface.state() == TdiState::ConfigUnlocked) {
        nonce = m_hasEntropy ? m_nonces() : std::nullopt;
        if (!nonce)
            obstacle = Refused{ErrorCode::InsufficientEntropy, "There is not enough entropy for a nonce."};
    }
    const std::uint8_t number = m_locks % 7 + 1;
    const Outcome outcome = fire(interface, TdiEvent::LockInterfaceRequest, nonce ? number : 0);
    if (!outcome.accepted) {
        Refused refused = refusal(outcome);
        if (refused.code == ErrorCode::InvalidRequest && obstacle) // the machine knows that a check failed, not which
            return tl::unexpected(std::move(*obstacle));
        return tl::unexpected(std::move(refused));
    }
    m_locks = number;
    interface.nonce = *nonce;
    interface.lockFlags = request.flags;
    interface.report = reportOf(interface, request.mmioReportingOffset);
    return LockInterfaceResponse{*nonce};
}

Bytes Device::reportOf(const Interface& interface, std::uint64_t reportingOffset) const
{
    const bool hasLockedMsix = interface.lockFlags & LockMsix;
    const auto page = [&](std::uint64_t address) { return (address + reportingOffset) / pageBytes; };
    InterfaceReport report;
    report.interfaceInfo = DmaWithoutPasid;
    if (interface.lockFlags & NoFwUpdate)
        report.interfaceInfo |= NoUpdateAfterLock;
    report.ranges.push_back({page(interface.bar0), 16, 0, 0});
    report.ranges.push_back({page(interface.bar0 + 0x10'0000), 1, std::uint16_t(MsixTable | (hasLockedMsix ? 0 : NonTeeMemory)), 2});
    report.ranges.push_back({page(interface.bar0 + 0x10'1000), 1, std::uint16_t(MsixPba | (hasLockedMsix ? 0 : NonTeeMemory)), 2});
    return encode(report);
}

Device::Result Device::respond(Interface& interface, const GetDeviceInterfaceReport& request)
{
    if (const Outcome outcome = fire(interface, TdiEvent::GetDeviceInterfaceReport); !outcome.accepted)
        return tl::unexpected(refusal(outcome));
    const std::size_t size = interface.report.size();
    if (request.length == 0 || request.offset >= size)
        return tl::unexpected(Refused{ErrorCode::InvalidRequest, fmt::format("{} bytes from {} on: the report has {}.", request.length, request.offset, size)});
    const std::size_t length = std::min<std::size_t>(request.length, size - request.offset);
    const auto begin = interface.report.begin() + request.offset;
    return DeviceInterfaceReport{std::uint16_t(size - request.offset - length), Bytes(begin, begin + std::ptrdiff_t(length))};
}

Device::Result Device::respond(Interface& interface, const GetDeviceInterfaceState&)
{
    fire(interface, TdiEvent::GetDeviceInterfaceState);
    return DeviceInterfaceState{std::uint8_t(interface.state())};
}

Device::Result Device::respond(Interface& interface, const StartInterfaceRequest& request)
{
    const bool isRight = interface.machine[1] != 0 && request.nonce == interface.nonce;
    if (const Outcome outcome = fire(interface, TdiEvent::StartInterfaceRequest, isRight ? interface.machine[1] : 0); !outcome.accepted)
        return tl::unexpected(refusal(outcome));
    return StartInterfaceResponse{};
}

Device::Result Device::respond(Interface& interface, const StopInterfaceRequest&)
{
    if (m_setup.stopInUnlockedIsError && interface.state() == TdiState::ConfigUnlocked)
        return tl::unexpected(Refused{ErrorCode::InvalidInterfaceState, "There is nothing to stop in CONFIG_UNLOCKED, as DMTF's emulator has it."});
    fire(interface, TdiEvent::StopInterfaceRequest);
    return StopInterfaceResponse{};
}

template <typename Other>
Device::Result Device::respond(Interface&, const Other&)
{
    return tl::unexpected(Refused{ErrorCode::UnsupportedRequest, {}, std::uint32_t(Other::code)}); // handle() has refused it before
}

Device::Result Device::handle(std::span<const std::uint8_t> request, const Header& header)
{
    const auto refuse = [](ErrorCode code, std::string reason, std::uint32_t data = 0) { return tl::unexpected(Refused{code, std::move(reason), data}); };
    if (header.version != version10)
        return refuse(ErrorCode::VersionMismatch, fmt::format("The device speaks version 1.0, the message is of {}.", explainVersion(header.version)));
    const auto code = findCode(typeOf(request));
    if (!code || !isRequest(code->code) || !code->isRequired)
        return refuse(ErrorCode::UnsupportedRequest,
                      fmt::format("{} is no request that this device answers.", code ? std::string(code->name) : fmt::format("0x{:02X}", typeOf(request))),
                      typeOf(request));
    const auto message = decode(request);
    if (!message)
        return refuse(ErrorCode::InvalidRequest, fmt::format("{} does not have {} bytes.", code->name, request.size()));
    Interface* interface = find(header.functionId);
    if (!interface)
        return refuse(ErrorCode::InvalidInterface, fmt::format("No interface here has FUNCTION_ID 0x{:08X}.", header.functionId));
    return std::visit([&](const auto& body) { return respond(*interface, body); }, message->body);
}

} // namespace bindlab::tdisp
