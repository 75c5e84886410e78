#include "machines/tsm_function.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct NoTsm : State<TsmFunctionState::NoTsm> {
    static constexpr MachineState text{"no TSM", "T0: pdev->tsm is NULL."};
};
struct Connected : State<TsmFunctionState::Connected> {
    static constexpr MachineState text{"connected", "T1: pdev->tsm is set, tsm->tdi is NULL."};
};
struct Bound : State<TsmFunctionState::Bound> {
    static constexpr MachineState text{"bound", "T2: tsm->tdi is set, for one VM."};
};

// --- events

struct Connect : Event<TsmFunctionEvent::Connect> {
    static constexpr std::string_view label = "connect";
    static constexpr Refusal refusal(TsmFunctionState) {
        return {-EBUSY, "connect finds pdev->tsm already set; the function is {}."};
    }
};
struct Disconnect : Event<TsmFunctionEvent::Disconnect> {
    static constexpr std::string_view label = "disconnect";
    static constexpr Refusal refusal(TsmFunctionState) {
        return {-ENXIO, "disconnect finds pdev->tsm NULL; the function has {}."};
    }
};
struct Bind : Event<TsmFunctionEvent::Bind, 2> {
    static constexpr std::string_view label = "bind";
    static constexpr Refusal refusal(TsmFunctionState) {
        return {-EINVAL, "pci_tsm_bind() finds pdev->tsm NULL; the function has {}."};
    }
};
struct Unbind : Event<TsmFunctionEvent::Unbind> {
    static constexpr std::string_view label = "unbind";
};
struct GuestRequest : Event<TsmFunctionEvent::GuestRequest> {
    static constexpr std::string_view label = "guest request";
    static constexpr Refusal refusal(TsmFunctionState state) {
        return {-ENXIO, state == TsmFunctionState::NoTsm
                            ? "pci_tsm_guest_req() finds pdev->tsm NULL; the function has {}."
                            : "pci_tsm_guest_req() finds tsm->tdi NULL; the function is only {}."};
    }
};
struct Remove : Event<TsmFunctionEvent::Remove> {
    static constexpr std::string_view label = "remove";
};

// --- guard

struct SameVm : Guard<SameVm> {
    static constexpr Refusal refusal{-EBUSY, "pci_tsm_bind() finds the function bound for another VM."};
    static bool holds(const auto& bind, const auto&) { return bind.payload == 0; }
};

// --- the table

using HasTsm = AnyOf<Connected, Bound>;
using NotBound = AnyOf<NoTsm, Connected>;
using Any = AnyOf<NoTsm, Connected, Bound>;

struct TsmFunction : Definition<TsmFunction> {
    static constexpr std::string_view name = "TsmFunction";
    static constexpr std::string_view title = "PCI/TSM function";
    static constexpr std::string_view component = "pci_tsm";
    static constexpr std::string_view source = "Linux v6.19 drivers/pci/tsm.c, include/linux/pci-tsm.h, "
                                               "drivers/pci/remove.c; domain notes 2.3-2.9, 2.12";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = NoTsm;

    // clang-format off
    struct transition_table : Table<
        //   from       event         to         action  guard
        Row< NoTsm,     Connect,      Connected                 >,

        Row< Connected, Bind,         Bound                     >,

        Row< Bound,     Bind,         Same,      none,   SameVm >,
        Row< Bound,     GuestRequest, Same                      >,
        Row< Bound,     Unbind,       Connected                 >,

        Row< NotBound,  Unbind,       Same                      >,
        Row< HasTsm,    Disconnect,   NoTsm                     >,
        Row< Any,       Remove,       NoTsm                     >
    > {};
    // clang-format on
};

} // namespace

const Machine& tsmFunction() {
    static const MsmMachine<TsmFunction> machine;
    return machine;
}

} // namespace bindlab
