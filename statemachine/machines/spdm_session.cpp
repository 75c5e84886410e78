#include "machines/spdm_session.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct None : State<SpdmSessionState::None> {
    static constexpr MachineState text{"none", "Nothing has been agreed."};
};
struct Version : State<SpdmSessionState::Version> {
    static constexpr MachineState text{"version", "The device has said which versions it speaks."};
};
struct Capabilities : State<SpdmSessionState::Capabilities> {
    static constexpr MachineState text{"capabilities", "Both know what the other can do."};
};
struct Algorithms : State<SpdmSessionState::Algorithms> {
    static constexpr MachineState text{"algorithms", "Both use the same algorithms."};
};
struct Certificate : State<SpdmSessionState::Certificate> {
    static constexpr MachineState text{"certificate", "The device's certificate chain has been read."};
};
struct KeysExchanged : State<SpdmSessionState::KeysExchanged> {
    static constexpr MachineState text{"keys exchanged", "Handshake keys exist; the session is not secured yet."};
};
struct Secured : State<SpdmSessionState::Secured> {
    static constexpr MachineState text{"secured", "TDISP and IDE_KM messages pass inside the session."};
};

// --- events

using enum SpdmError;

constexpr Refusal outOfOrder(SpdmSessionState) {
    return {UnexpectedRequest, "The device does not expect this request now; the connection is at: {}."};
}

struct GetVersion : Event<SpdmSessionEvent::GetVersion> {
    static constexpr std::string_view label = "GET_VERSION";
};
struct GetCapabilities : Event<SpdmSessionEvent::GetCapabilities> {
    static constexpr std::string_view label = "GET_CAPABILITIES";
    static constexpr auto refusal = outOfOrder;
};
struct NegotiateAlgorithms : Event<SpdmSessionEvent::NegotiateAlgorithms> {
    static constexpr std::string_view label = "ALGORITHMS";
    static constexpr auto refusal = outOfOrder;
};
struct GetCertificate : Event<SpdmSessionEvent::GetCertificate> {
    static constexpr std::string_view label = "GET_CERTIFICATE";
    static constexpr auto refusal = outOfOrder;
};
struct KeyExchange : Event<SpdmSessionEvent::KeyExchange> {
    static constexpr std::string_view label = "KEY_EXCHANGE";
    static constexpr auto refusal = outOfOrder;
};
struct Finish : Event<SpdmSessionEvent::Finish> {
    static constexpr std::string_view label = "FINISH";
    static constexpr auto refusal = outOfOrder;
};
struct EndSession : Event<SpdmSessionEvent::EndSession> {
    static constexpr std::string_view label = "END_SESSION";
    static constexpr Refusal refusal(SpdmSessionState) {
        return {SessionRequired, "END_SESSION needs a secured session; the connection is at: {}."};
    }
};
struct Lost : Event<SpdmSessionEvent::Lost> {
    static constexpr std::string_view label = "lost";
};

// --- the table

using Any = AnyOf<None, Version, Capabilities, Algorithms, Certificate, KeysExchanged, Secured>;

struct SpdmSession : Definition<SpdmSession> {
    static constexpr std::string_view name = "SpdmSession";
    static constexpr std::string_view title = "SPDM session";
    static constexpr std::string_view component = "device";
    static constexpr std::string_view source =
        "DMTF DSP0274 (SPDM), order of requests; DMTF libspdm; PCI Express Base Specification 6.x, 11.4.8; domain "
        "notes 1.12";
    static constexpr std::array<std::string_view, 3> statuses{"OK", "UNEXPECTED_REQUEST", "SESSION_REQUIRED"};

    using initial_state = None;

    // clang-format off
    struct transition_table : Table<
        //   from           event                to
        Row< Any,           GetVersion,          Version       >,
        Row< Version,       GetCapabilities,     Capabilities  >,
        Row< Capabilities,  NegotiateAlgorithms, Algorithms    >,
        Row< Algorithms,    GetCertificate,      Certificate   >,
        Row< Certificate,   KeyExchange,         KeysExchanged >,
        Row< KeysExchanged, Finish,              Secured       >,

        Row< Secured,       EndSession,          None          >,
        Row< Any,           Lost,                None          >
    > {};
    // clang-format on
};

} // namespace

const Machine& spdmSession() {
    static const MsmMachine<SpdmSession> machine;
    return machine;
}

} // namespace bindlab
