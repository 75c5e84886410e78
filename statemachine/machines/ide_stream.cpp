#include "machines/ide_stream.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Unconfigured : State<IdeStreamState::Unconfigured> {
    static constexpr MachineState text{"Unconfigured", "No registers are set up."};
};
struct Configured : State<IdeStreamState::Configured> {
    static constexpr MachineState text{"Configured", "Registers are set up on both ports, enable is 0."};
};
struct Secure : State<IdeStreamState::Secure> {
    static constexpr MachineState text{"Secure", "Enabled with valid keys on both ends."};
};
struct Insecure : State<IdeStreamState::Insecure> {
    static constexpr MachineState text{"Insecure", "Enabled, but no longer trusted: disable it, then key it again."};
};

// --- events

struct Setup : Event<IdeStreamEvent::Setup> {
    static constexpr std::string_view label = "setup";
    static constexpr Refusal refusal(IdeStreamState) { return {-EBUSY, "The stream is set up already; it is {}."}; }
};
struct Enable : Event<IdeStreamEvent::Enable, 2> {
    static constexpr std::string_view label = "enable";
    static constexpr Refusal refusal(IdeStreamState) {
        return {-ENXIO, "A stream becomes Secure only from Configured; it is {}."};
    }
};
struct Break : Event<IdeStreamEvent::Break> {
    static constexpr std::string_view label = "break";
};
struct Disable : Event<IdeStreamEvent::Disable> {
    static constexpr std::string_view label = "disable";
    static constexpr Refusal refusal(IdeStreamState) { return {-ENXIO, "There is nothing to disable; it is {}."}; }
};
struct Teardown : Event<IdeStreamEvent::Teardown> {
    static constexpr std::string_view label = "teardown";
};

// --- guard

struct KeysValid : SaidBySender<KeysValid> {
    static constexpr Refusal refusal{-ENXIO, "pci_ide_stream_enable() does not read back Secure: keys are missing, or "
                                             "K_SET_GO has not been answered."};
};

// --- the table

using SetUp = AnyOf<Configured, Secure, Insecure>;
using NotSecure = AnyOf<Unconfigured, Configured, Insecure>;
using Any = AnyOf<Unconfigured, Configured, Secure, Insecure>;

struct IdeStream : Definition<IdeStream> {
    static constexpr std::string_view name = "IdeStream";
    static constexpr std::string_view title = "IDE stream";
    static constexpr std::string_view component = "device";
    static constexpr std::string_view source =
        "PCI Express Base Specification 6.x, IDE, as the stream is seen by TDISP; DMTF libspdm pci_idekm.h; Linux "
        "v6.19 drivers/pci/ide.c; domain notes 1.12, 2.8";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = Unconfigured;

    // clang-format off
    struct transition_table : Table<
        //   from          event     to            action  guard
        Row< Unconfigured, Setup,    Configured                      >,

        Row< Configured,   Enable,   Secure,       none,   KeysValid >,

        Row< Secure,       Break,    Insecure                        >,
        Row< NotSecure,    Break,    Same                            >,

        Row< SetUp,        Disable,  Configured                      >,
        Row< Any,          Teardown, Unconfigured                    >
    > {};
    // clang-format on
};

} // namespace

const Machine& ideStream() {
    static const MsmMachine<IdeStream> machine;
    return machine;
}

} // namespace bindlab
