#include "machines/tdi.h"

#include "machines/msm_machine.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct ConfigUnlocked : State<TdiState::ConfigUnlocked> {
    static constexpr MachineState text{"CONFIG_UNLOCKED", "Configuration may change; nothing is trusted yet."};
};
struct ConfigLocked : State<TdiState::ConfigLocked> {
    static constexpr MachineState text{"CONFIG_LOCKED", "Configuration is frozen and tracked; the report may be read."};
};
struct Run : State<TdiState::Run> {
    static constexpr MachineState text{"RUN", "The only state with trusted DMA and MMIO."};
};
struct Error : State<TdiState::Error> {
    static constexpr MachineState text{"ERROR", "Secrets stay unreachable; only STOP or a reset leads out."};
};

// --- events

using enum TdispError;

struct LockInterfaceRequest : Event<TdiEvent::LockInterfaceRequest, 8> {
    static constexpr std::string_view label = "LOCK";
    static constexpr Refusal refusal(TdiState) {
        return {InvalidInterfaceState, "LOCK_INTERFACE is legal only in CONFIG_UNLOCKED; the TDI is in {}."};
    }
};
struct StartInterfaceRequest : Event<TdiEvent::StartInterfaceRequest, 8> {
    static constexpr std::string_view label = "START";
    static constexpr Refusal refusal(TdiState) {
        return {InvalidInterfaceState, "START_INTERFACE is legal only in CONFIG_LOCKED; the TDI is in {}."};
    }
};
struct StopInterfaceRequest : Event<TdiEvent::StopInterfaceRequest> {
    static constexpr std::string_view label = "STOP";
};
struct GetDeviceInterfaceReport : Event<TdiEvent::GetDeviceInterfaceReport> {
    static constexpr std::string_view label = "REPORT";
    static constexpr Refusal refusal(TdiState) {
        return {InvalidInterfaceState,
                "GET_DEVICE_INTERFACE_REPORT is legal only in CONFIG_LOCKED and RUN; the TDI is in {}."};
    }
};
struct GetDeviceInterfaceState : Event<TdiEvent::GetDeviceInterfaceState> {
    static constexpr std::string_view label = "GET_STATE";
};
struct TrackedConfigChange : Event<TdiEvent::TrackedConfigChange> {
    static constexpr std::string_view label = "config change";
};
struct FunctionLevelReset : Event<TdiEvent::FunctionLevelReset> {
    static constexpr std::string_view label = "FLR";
};
struct ConventionalReset : Event<TdiEvent::ConventionalReset> {
    static constexpr std::string_view label = "bus reset";
};
struct StreamInsecure : Event<TdiEvent::StreamInsecure> {
    static constexpr std::string_view label = "IDE insecure";
};
struct SessionEnd : Event<TdiEvent::SessionEnd> {
    static constexpr std::string_view label = "session end";
};
struct TrustedRequest : Event<TdiEvent::TrustedRequest> {
    static constexpr std::string_view label = "T=1 access";
    static constexpr Refusal refusal(TdiState) {
        return {Unspecified, "A request with T=1 is taken only in RUN; the TDI is in {} and rejects it."};
    }
};
struct UnrecoverableError : Event<TdiEvent::UnrecoverableError> {
    static constexpr std::string_view label = "fatal error";
};

// --- guards and actions

struct PreconditionsMet : Guard<PreconditionsMet> {
    static constexpr Refusal refusal{InvalidRequest, "LOCK_INTERFACE is refused by the device's own checks: IDE keys, "
                                                     "stream or configuration are not as a lock needs them."};
    static bool holds(const auto& lock, const auto&) { return lock.payload != 0; }
};
struct NonceMatches : Guard<NonceMatches> {
    static constexpr Refusal refusal{InvalidNonce, "START_INTERFACE offers a nonce that is not the one of this lock; "
                                                   "the TDI stays in CONFIG_LOCKED."};
    static bool holds(const auto& start, const auto& tdi) { return start.payload == tdi.nonce; }
};
struct RecordNonce : Action<RecordNonce> {
    static void run(const auto& lock, auto& tdi) { tdi.nonce = lock.payload; }
};
struct DestroyNonce : Action<DestroyNonce> {
    static void run(const auto&, auto& tdi) { tdi.nonce = 0; }
};

// --- the table

using Locked = AnyOf<ConfigLocked, Run>;
using NotLocked = AnyOf<ConfigUnlocked, Error>;
using Any = AnyOf<ConfigUnlocked, ConfigLocked, Run, Error>;

struct Tdi : Definition<Tdi> {
    static constexpr std::string_view name = "Tdi";
    static constexpr std::string_view title = "TDISP interface";
    static constexpr std::string_view component = "device";
    static constexpr std::string_view source =
        "PCI Express Base Specification 6.x, chapter 11 (TDISP): tables 11-2, 11-3, 11-31, sections 11.4.8, 11.4.9; "
        "DMTF libspdm pci_tdisp.h; domain notes 1.1-1.9";
    static constexpr std::array<std::string_view, 12> statuses{
        "OK", "INVALID_REQUEST", "BUSY", "INVALID_INTERFACE_STATE", "UNSPECIFIED", "UNSUPPORTED_REQUEST",
        "VERSION_MISMATCH", "VENDOR_SPECIFIC_ERROR", "INVALID_INTERFACE", "INVALID_NONCE", "INSUFFICIENT_ENTROPY",
        "INVALID_DEVICE_CONFIGURATION"};

    std::uint8_t nonce = 0;
    void serialize(auto& archive, unsigned) { archive & nonce; }

    using initial_state = ConfigUnlocked;

    // clang-format off
    struct transition_table : Table<
        //   from            event                     to              action        guard
        Row< ConfigUnlocked, LockInterfaceRequest,     ConfigLocked,   RecordNonce,  PreconditionsMet >,

        Row< ConfigLocked,   StartInterfaceRequest,    Run,            DestroyNonce, NonceMatches     >,

        Row< Locked,         GetDeviceInterfaceReport, Same                                           >,
        Row< Locked,         TrackedConfigChange,      Error,          DestroyNonce                   >,
        Row< Locked,         FunctionLevelReset,       Error,          DestroyNonce                   >,
        Row< Locked,         StreamInsecure,           Error,          DestroyNonce                   >,
        Row< Locked,         SessionEnd,               Error,          DestroyNonce                   >,
        Row< Locked,         UnrecoverableError,       Error,          DestroyNonce                   >,

        Row< NotLocked,      TrackedConfigChange,      Same                                           >,
        Row< NotLocked,      FunctionLevelReset,       Same                                           >,
        Row< NotLocked,      StreamInsecure,           Same                                           >,
        Row< NotLocked,      SessionEnd,               Same                                           >,
        Row< NotLocked,      UnrecoverableError,       Same                                           >,

        Row< Run,            TrustedRequest,           Same                                           >,

        Row< Any,            StopInterfaceRequest,     ConfigUnlocked, DestroyNonce                   >,
        Row< Any,            GetDeviceInterfaceState,  Same                                           >,
        Row< Any,            ConventionalReset,        ConfigUnlocked, DestroyNonce                   >
    > {};
    // clang-format on
};

} // namespace

const Machine& tdi() {
    static const MsmMachine<Tdi> machine;
    return machine;
}

} // namespace bindlab
