#include "tdisp/secure_link.h"

#include <cassert>
#include <cerrno>

namespace bindlab::tdisp {

SecureLink::SecureLink()
{
    assert(spdmSession().bytes() == m_spdm.size() && ideStream().bytes() == m_stream.size());
    reset();
}

Outcome SecureLink::spdm(SpdmSessionEvent event)
{
    const bool wasSecured = inSession();
    const Outcome outcome = spdmSession().fire(m_spdm, int(event), 0);
    if (wasSecured && !inSession()) {
        m_keys = m_go = 0;
        breakStream();
    }
    return outcome;
}

Outcome SecureLink::ideKm(IdeKm request, SubStream subStream, Direction direction)
{
    if (!inSession())
        return {false, -ENXIO, "IDE_KM messages pass only inside the SPDM session; there is none."};
    const std::uint8_t key = keyBit(subStream, direction);
    switch (request) {
    case IdeKm::Query: return {true, 0, {}};
    case IdeKm::KeyProg:
        if (streamState() == IdeStreamState::Secure || streamState() == IdeStreamState::Insecure)
            removeKeys();
        m_keys |= key;
        return {true, 0, {}};
    case IdeKm::KSetGo:
        if (!(m_keys & key))
            return {false, -ENXIO, "K_SET_GO names a key that was not programmed."};
        m_go |= key;
        return {true, 0, {}};
    case IdeKm::KSetStop:
        m_go &= std::uint8_t(~key);
        breakStream();
        return {true, 0, {}};
    case IdeKm::QueryResponse:
    case IdeKm::KpAck:
    case IdeKm::KSetGoStopAck: break;
    }
    return {false, -ENXIO, "This is an answer, not a request."};
}

Outcome SecureLink::enable() { return ideStream().fire(m_stream, int(IdeStreamEvent::Enable), m_go == allKeys); }

void SecureLink::breakStream() { ideStream().fire(m_stream, int(IdeStreamEvent::Break), 0); }

void SecureLink::removeKeys()
{
    m_keys = m_go = 0;
    ideStream().fire(m_stream, int(IdeStreamEvent::Disable), 0);
}

void SecureLink::reset()
{
    m_keys = m_go = 0;
    spdmSession().initial(m_spdm);
    ideStream().initial(m_stream);
    ideStream().fire(m_stream, int(IdeStreamEvent::Setup), 0);
}

std::string_view SecureLink::obstacle() const
{
    switch (streamState()) {
    case IdeStreamState::Secure: return {};
    case IdeStreamState::Insecure: return "The default stream is Insecure: disable it, then key it again over this session.";
    case IdeStreamState::Unconfigured:
    case IdeStreamState::Configured: break;
    }
    if (m_keys != allKeys)
        return "IDE keys are not programmed for every sub-stream of the default stream.";
    return m_go != allKeys ? "IDE keys are programmed, but K_SET_GO was not sent for every sub-stream." : "The default stream is keyed, but not enabled.";
}

std::span<const SpdmSessionEvent> handshake()
{
    using enum SpdmSessionEvent;
    static constexpr std::array all{GetVersion, GetCapabilities, NegotiateAlgorithms, GetCertificate, KeyExchange, Finish};
    return all;
}

} // namespace bindlab::tdisp
