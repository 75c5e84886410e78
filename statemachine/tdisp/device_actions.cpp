/// What the host and the world do to the device: actions, resets, session and stream.
#include "tdisp/device.h"

#include <string_view>

namespace bindlab::tdisp {

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
