#pragma once

#include "tdisp/actions.h"
#include "tdisp/codec.h"
#include "tdisp/secure_link.h"

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bindlab::tdisp {

/// One TEE device interface: a function with its TDI machine.
struct Interface {
    std::uint16_t requesterId = 0;
    std::array<std::uint8_t, 2> machine{};   ///< saved bytes of tdi(): state, number of the nonce
    Nonce nonce{};                           ///< all 0 while the machine has none
    bool memoryEnabled = true;
    bool busMaster = true;
    std::uint64_t bar0 = 0;
    std::uint16_t lockFlags = 0;             ///< of the last LOCK
    Bytes report;                            ///< as frozen by it
    [[nodiscard]] TdiState state() const { return TdiState(machine[0]); }
    bool operator==(const Interface&) const = default;
};

/// What is answered to one message, and why.
struct Answer {
    std::optional<Bytes> bytes;   ///< none: the device stays silent
    std::string reason;           ///< of a refusal or of silence: one sentence; otherwise empty
};

/// What a device is made with.
struct Setup {
    std::uint16_t requesterId = 0x3A00;       ///< of the physical function; those of the virtual functions follow it
    int virtualFunctions = 0;                 ///< at most 255
    bool isKeyed = true;                      ///< the session is up and the default stream Secure
    bool stopInUnlockedIsError = false;       ///< as DMTF's emulator has it; the specification answers with success
};

/// A fresh nonce; none when there is no entropy.
using NonceSource = std::function<std::optional<Nonce>()>;
/// From the system's generator.
[[nodiscard]] std::optional<Nonce> systemNonce();
/// 32 times 1, then 32 times 2, and so on: the same at every run.
[[nodiscard]] NonceSource numberedNonces();

/// A device security manager with its interfaces, which answers TDISP requests byte by byte. A value: what a copy goes through
/// does not reach this one. States come from the machines of machines/, which the checker's models use as well.
/// Source: PCI Express Base Specification 6.x, chapter 11; DMTF libspdm; domain notes 1.
///
/// What is checked in which order, where the specification leaves it open (as DMTF's emulator, except that the version goes before
/// the type, since nobody knows what a type of another version means): session, header, limits, version, type, length, interface,
/// state, then the request's own fields.
///
/// Simplified: the host restores the command register after a reset, as Linux does, so that MSE and BME are set again; D3hot loses
/// the state (No_Soft_Reset is 0); keys that are programmed for a Secure stream by IdeKeysOn are a refresh and change nothing; an FLR of function 0 leaves session and stream alone; SR-IOV stays enabled through an FLR of
/// the physical function.
class Device {
public:
    explicit Device(const Setup& setup = {}, NonceSource nonces = systemNonce);

    /// One request, answered at once.
    Answer answer(std::span<const std::uint8_t> request);

    /// A request that is only taken in: answered at once when it is refused because too many are outstanding, or when the device
    /// stays silent; otherwise it is outstanding until finish() answers the oldest.
    /// The device allows one at an interface, and as many at all of them as it has interfaces.
    std::optional<Answer> receive(std::span<const std::uint8_t> request);
    [[nodiscard]] bool isOutstanding() const { return !m_outstanding.empty(); }
    Answer finish();

    /// The next `requests` messages that reach the device find it busy.
    void beBusy(std::uint32_t requests) { m_busy = requests; }

    /// What an action does; refused with a sentence where there is nothing to act upon. `interface` is an index into interfaces().
    tl::expected<void, std::string> act(Action action, std::size_t interface = 0);
    /// NoEntropy and BadConfig, taken back.
    void mend(Action action);

    [[nodiscard]] const std::vector<Interface>& interfaces() const { return m_interfaces; }
    [[nodiscard]] const SecureLink& link() const { return m_link; }
    /// One SPDM or IDE_KM request, or the enable bit; interfaces that were locked over what is lost go to ERROR.
    Outcome change(const std::function<Outcome(SecureLink&)>& request);

    /// Everything but where nonces come from and what is outstanding.
    [[nodiscard]] bool isAs(const Device& other) const;

private:
    struct Refused {
        ErrorCode code;
        std::string reason;
        std::uint32_t data = 0;
    };
    using Result = tl::expected<Body, Refused>;

    [[nodiscard]] std::optional<std::string> silence(std::span<const std::uint8_t> request) const;
    Answer process(std::span<const std::uint8_t> request);
    Result handle(std::span<const std::uint8_t> request, const Header& header);
    /// Hosted here and not in another segment; nullptr when not.
    [[nodiscard]] Interface* find(std::uint32_t functionId);
    [[nodiscard]] Bytes reportOf(const Interface& interface, std::uint64_t reportingOffset) const;
    Outcome fire(Interface& interface, TdiEvent event, int payload = 0);
    void fireAll(TdiEvent event);
    void changeLink(const std::function<void(SecureLink&)>& request);
    void resetFunction(std::size_t index);
    void resetAll();

    Result respond(Interface& interface, const GetTdispVersion& request);
    Result respond(Interface& interface, const GetTdispCapabilities& request);
    Result respond(Interface& interface, const LockInterfaceRequest& request);
    Result respond(Interface& interface, const GetDeviceInterfaceReport& request);
    Result respond(Interface& interface, const GetDeviceInterfaceState& request);
    Result respond(Interface& interface, const StartInterfaceRequest& request);
    Result respond(Interface& interface, const StopInterfaceRequest& request);
    template <typename Other>
    Result respond(Interface& interface, const Other& request);

    [[nodiscard]] static Refused refusal(const Outcome& outcome);
    [[nodiscard]] std::optional<Refused> lockObstacle(const LockInterfaceRequest& request) const;

    Setup m_setup;
    NonceSource m_nonces;
    SecureLink m_link;
    std::vector<Interface> m_interfaces;   ///< the physical function first
    std::deque<Bytes> m_outstanding;       ///< requests that were taken in, the oldest first
    std::uint32_t m_busy = 0;
    std::uint8_t m_locks = 0;              ///< numbers the machine's nonces, 1 to 7
    bool m_hasEntropy = true;
    bool m_hasGoodConfig = true;
};

} // namespace bindlab::tdisp
