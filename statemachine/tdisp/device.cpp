#include "tdisp/device.h"

#include <fmt/format.h>

#include <sys/random.h>

#include <algorithm>
#include <cassert>

namespace bindlab::tdisp {

namespace {

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

} // namespace bindlab::tdisp
