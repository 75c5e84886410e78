#pragma once

#include "machines/ide_stream.h"
#include "machines/spdm_session.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace bindlab::tdisp {

/// Messages of IDE key management by their object id. Source: DMTF libspdm pci_idekm.h; domain notes 1.12.
enum class IdeKm : std::uint8_t { Query = 0x00, QueryResponse = 0x01, KeyProg = 0x02, KpAck = 0x03, KSetGo = 0x04, KSetStop = 0x05, KSetGoStopAck = 0x06 };

/// A key of an IDE stream is for one kind of traffic and one direction.
enum class SubStream : std::uint8_t { Posted, NonPosted, Completion };
enum class Direction : std::uint8_t { Rx, Tx };

/// What lies between the TSM and the device: the SPDM session, and the device's end of one IDE stream with its keys. A value.
/// Simplified: no cryptography, one session, one stream, one key set; the root port's end has the same keys at the same time.
class SecureLink {
public:
    SecureLink();

    /// A request of the SPDM connection, as the session's machine takes it. A session that ends or is lost takes the keys with it.
    Outcome spdm(SpdmSessionEvent event);
    [[nodiscard]] bool inSession() const { return spdmState() == SpdmSessionState::Secured; }
    [[nodiscard]] SpdmSessionState spdmState() const { return SpdmSessionState(m_spdm[0]); }
    [[nodiscard]] IdeStreamState streamState() const { return IdeStreamState(m_stream[0]); }
    /// Which stream the root port and the device have set up for each other; it is the only one.
    [[nodiscard]] std::uint8_t streamId() const { return 0; }

    /// An IDE_KM request inside the session, or why it is refused. KEY_PROG of a stream that has its go disables it first.
    Outcome ideKm(IdeKm request, SubStream subStream, Direction direction);
    /// The enable bit of the IDE extended capability: Secure once every key is there and has its go.
    Outcome enable();
    /// Integrity failure, link down: Secure becomes Insecure.
    void breakStream();
    /// Enable cleared, keys gone.
    void removeKeys();
    /// Conventional reset: session and stream are as after power on.
    void reset();

    /// Why LOCK may not rely on this stream; empty when it may.
    [[nodiscard]] std::string_view obstacle() const;

    bool operator==(const SecureLink&) const = default;

private:
    static constexpr std::uint8_t allKeys = 0x3f;
    [[nodiscard]] static std::uint8_t keyBit(SubStream subStream, Direction direction)
    {
        return std::uint8_t(1 << (2 * int(subStream) + int(direction)));
    }

    std::array<std::uint8_t, 1> m_spdm{};
    std::array<std::uint8_t, 1> m_stream{};
    std::uint8_t m_keys = 0;   ///< programmed, by keyBit()
    std::uint8_t m_go = 0;     ///< in use
};

/// The requests from nothing to a secured session, in order.
[[nodiscard]] std::span<const SpdmSessionEvent> handshake();

} // namespace bindlab::tdisp
