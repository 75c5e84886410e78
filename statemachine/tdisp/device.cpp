#include "tdisp/device.h"

#include <fmt/format.h>

#include <sys/random.h>

#include <algorithm>
#include <cassert>
#include <string_view>

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

bool isLocked(const Interface& interface) { return interface.state() == TdiState::ConfigLocked || interface.state() == TdiState::Run; }

} // namespace

std::optional<Nonce> systemNonce()
{
    Nonce nonce;
    if (getrandom(nonce.data(), nonce.size(), 0) != ssize_t(nonce.size()))
        return std::nullopt;
    return nonce;
}

NonceSource numberedNonces()
{
    return [next = std::uint8_t(0)]() mutable -> std::optional<Nonce> {
        Nonce nonce;
        nonce.fill(++next);
        return nonce;
    };
}

Device::Device(const Setup& setup, NonceSource nonces) : m_setup(setup), m_nonces(std::move(nonces))
{
    assert(tdi().bytes() == Interface().machine.size());
    for (int i = 0; i <= setup.virtualFunctions; ++i) {
        Interface& interface = m_interfaces.emplace_back();
        interface.requesterId = std::uint16_t(setup.requesterId + i);
        interface.bar0 = 0x2000'0000'0000 + std::uint64_t(i) * 0x1000'0000;
        tdi().initial(interface.machine);
    }
    if (setup.isKeyed) {
        (void)act(Action::SessionStart);
        (void)act(Action::IdeKeysOn);
    }
}

bool Device::isAs(const Device& other) const
{
    return m_link == other.m_link && m_interfaces == other.m_interfaces && m_hasEntropy == other.m_hasEntropy
        && m_hasGoodConfig == other.m_hasGoodConfig && m_busy == other.m_busy && m_locks == other.m_locks;
}

Answer Device::answer(std::span<const std::uint8_t> request)
{
    if (auto refused = receive(request))
        return std::move(*refused);
    return finish();
}

std::optional<std::string> Device::silence(std::span<const std::uint8_t> request) const
{
    if (!m_link.inSession())
        return "There is no SPDM session: a TDISP message in clear text is dropped.";
    if (request.size() < Header::size)
        return fmt::format("{} bytes are no TDISP message: the header has {}.", request.size(), Header::size);
    return std::nullopt;
}

namespace {

Bytes errorAnswer(std::uint32_t functionId, ErrorCode code, std::uint32_t data)
{
    return encode({{version10, functionId}, Error{code, data, {}}});
}

} // namespace

std::optional<Answer> Device::receive(std::span<const std::uint8_t> request)
{
    if (auto why = silence(request))
        return Answer{std::nullopt, std::move(*why)};
    const std::uint32_t functionId = decodeHeader(request)->functionId;
    const auto isForSame = [&](const Bytes& other) { return decodeHeader(other)->functionId == functionId; };
    const bool isTooMany = m_outstanding.size() >= m_interfaces.size() || std::ranges::any_of(m_outstanding, isForSame);
    if (m_busy == 0 && !isTooMany) {
        m_outstanding.emplace_back(request.begin(), request.end());
        return std::nullopt;
    }
    if (!isTooMany)
        --m_busy;
    return Answer{errorAnswer(functionId, ErrorCode::Busy, 0),
                  isTooMany ? "As many requests are outstanding as the device allows." : "The device is busy with other work."};
}

Answer Device::finish()
{
    assert(isOutstanding());
    const Bytes request = std::move(m_outstanding.front());
    m_outstanding.pop_front();
    return process(request);
}

Answer Device::process(std::span<const std::uint8_t> request)
{
    if (auto why = silence(request)) // the session may have ended while it was outstanding
        return {std::nullopt, std::move(*why)};
    const Header header = *decodeHeader(request);
    Result result = handle(request, header);
    if (result)
        return {encode({{version10, header.functionId}, std::move(*result)}), {}};
    return {errorAnswer(header.functionId, result.error().code, result.error().data), std::move(result.error().reason)};
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

Interface* Device::find(std::uint32_t functionId)
{
    const bool isOtherSegment = (functionId >> 24 & 1) && (functionId >> 16 & 0xff) != 0;
    const auto found = std::ranges::find(m_interfaces, std::uint16_t(functionId), &Interface::requesterId);
    return isOtherSegment || found == m_interfaces.end() ? nullptr : &*found;
}

Outcome Device::fire(Interface& interface, TdiEvent event, int payload)
{
    const Outcome outcome = tdi().fire(interface.machine, int(event), payload);
    if (interface.machine[1] == 0)
        interface.nonce = {};
    if (!isLocked(interface))
        interface.report.clear();
    return outcome;
}

void Device::fireAll(TdiEvent event)
{
    for (Interface& interface : m_interfaces)
        fire(interface, event);
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

namespace {

/// What the machine refuses, as an answer.
auto refusal(const Outcome& outcome)
{
    return std::pair(onTheWire(TdispError(outcome.status)), std::string(outcome.reason));
}

} // namespace

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
        auto [code, reason] = refusal(outcome);
        if (code == ErrorCode::InvalidRequest && obstacle) // the machine knows that a check failed, not which
            return tl::unexpected(std::move(*obstacle));
        return tl::unexpected(Refused{code, std::move(reason)});
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
    if (const Outcome outcome = fire(interface, TdiEvent::GetDeviceInterfaceReport); !outcome.accepted) {
        auto [code, reason] = refusal(outcome);
        return tl::unexpected(Refused{code, std::move(reason)});
    }
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
    if (const Outcome outcome = fire(interface, TdiEvent::StartInterfaceRequest, isRight ? interface.machine[1] : 0); !outcome.accepted) {
        auto [code, reason] = refusal(outcome);
        return tl::unexpected(Refused{code, std::move(reason)});
    }
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

Outcome Device::change(const std::function<Outcome(SecureLink&)>& request)
{
    const bool wasSecure = m_link.streamState() == IdeStreamState::Secure;
    const bool wasInSession = m_link.inSession();
    const Outcome outcome = request(m_link);
    if (wasInSession && !m_link.inSession())
        fireAll(TdiEvent::SessionEnd);
    if (wasSecure && m_link.streamState() != IdeStreamState::Secure)
        fireAll(TdiEvent::StreamInsecure);
    return outcome;
}

void Device::changeLink(const std::function<void(SecureLink&)>& request)
{
    change([&](SecureLink& link) {
        request(link);
        return Outcome{true, 0, {}};
    });
}

void Device::resetFunction(std::size_t index)
{
    Interface& interface = m_interfaces[index];
    fire(interface, TdiEvent::FunctionLevelReset);
    interface.memoryEnabled = interface.busMaster = true;
    for (std::size_t i = 1; index == 0 && i < m_interfaces.size(); ++i)
        fire(m_interfaces[i], TdiEvent::FunctionLevelReset);
}

void Device::resetAll()
{
    m_link.reset();
    fireAll(TdiEvent::ConventionalReset);
    for (Interface& each : m_interfaces)
        each.memoryEnabled = each.busMaster = true;
    m_busy = 0;
    m_outstanding.clear();
}

namespace {

void programKeys(SecureLink& link)
{
    link.removeKeys();
    for (const IdeKm request : {IdeKm::KeyProg, IdeKm::KSetGo})
        for (const SubStream subStream : {SubStream::Posted, SubStream::NonPosted, SubStream::Completion})
            for (const Direction direction : {Direction::Rx, Direction::Tx})
                link.ideKm(request, subStream, direction);
    link.enable();
}

void startSession(SecureLink& link)
{
    for (const SpdmSessionEvent request : handshake())
        link.spdm(request);
}

} // namespace

tl::expected<void, std::string> Device::act(Action action, std::size_t index)
{
    using enum Action;
    Interface& interface = m_interfaces.at(index);
    const auto refuse = [](std::string_view reason) { return tl::unexpected(std::string(reason)); };
    const auto setBit = [&](bool& bit, bool value) {
        if (bit && !value)
            fire(interface, TdiEvent::TrackedConfigChange);
        bit = value;
    };
    switch (action) {
    case ClearMse: setBit(interface.memoryEnabled, false); break;
    case SetMse: setBit(interface.memoryEnabled, true); break;
    case ClearBme: setBit(interface.busMaster, false); break;
    case SetBme: setBit(interface.busMaster, true); break;
    case WriteCommand:
    case WriteMsi:
    case WriteAts:
    case WriteLinkControl: break;
    case WriteBar:
        interface.bar0 ^= 0x1'0000'0000;
        [[fallthrough]];
    case WriteRom:
    case WriteBist:
    case WriteDeviceControl:
    case WriteCapability:
    case D3hot: fire(interface, TdiEvent::TrackedConfigChange); break;
    case WriteMsix:
        if (interface.lockFlags & LockMsix)
            fire(interface, TdiEvent::TrackedConfigChange);
        break;
    case Flr: resetFunction(index); break;
    case HotReset: resetAll(); break;
    case WriteIde:
    case WriteRootPort:
    case LinkDown: changeLink([](SecureLink& link) { link.breakStream(); }); break;
    case IdeInsecure:
        if (m_link.streamState() != IdeStreamState::Secure)
            return refuse("the stream is not Secure");
        changeLink([](SecureLink& link) { link.breakStream(); });
        break;
    case IdeKeysOff: changeLink([](SecureLink& link) { link.removeKeys(); }); break;
    case IdeKeysOn:
        if (!m_link.inSession())
            return refuse("keys are programmed inside an SPDM session, and there is none");
        if (m_link.streamState() == IdeStreamState::Secure)
            break; // a refresh of the keys: the stream stays Secure
        changeLink(programKeys);
        break;
    case SessionEnd:
        if (!m_link.inSession())
            return refuse("there is no SPDM session");
        changeLink([](SecureLink& link) { link.spdm(SpdmSessionEvent::EndSession); });
        break;
    case SessionStart:
        if (m_link.inSession())
            return refuse("an SPDM session is up already");
        changeLink(startSession);
        break;
    case FatalError: fire(interface, TdiEvent::UnrecoverableError); break;
    case TrustedRequest:
        if (const Outcome outcome = fire(interface, TdiEvent::TrustedRequest); !outcome.accepted)
            return refuse(outcome.reason);
        break;
    case NoEntropy: m_hasEntropy = false; break;
    case BadConfig: m_hasGoodConfig = false; break;
    }
    return {};
}

void Device::mend(Action action)
{
    m_hasEntropy = m_hasEntropy || action == Action::NoEntropy;
    m_hasGoodConfig = m_hasGoodConfig || action == Action::BadConfig;
}

} // namespace bindlab::tdisp
