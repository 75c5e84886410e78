#include "machines/guest_driver.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct Untrusted : State<GuestDriverState::Untrusted> {
    static constexpr MachineState text{"untrusted", "Works with shared memory only (T=0)."};
};
struct Locked : State<GuestDriverState::Locked> {
    static constexpr MachineState text{"locked", "Its bind was answered; the device is not attested yet."};
};
struct Attested : State<GuestDriverState::Attested> {
    static constexpr MachineState text{"attested", "The interface report was read and found good."};
};
struct Taken : State<GuestDriverState::Accepted> {
    static constexpr MachineState text{"accepted", "DMA and MMIO are accepted; the interface has not been started."};
};
struct Running : State<GuestDriverState::Running> {
    static constexpr MachineState text{"running", "START was answered: trusted DMA and MMIO."};
};
struct Gone : State<GuestDriverState::Lost> {
    static constexpr MachineState text{"lost", "Its TDI, its mapping or its VM went away under it."};
};

// --- events

constexpr Refusal notBound(GuestDriverState) { return {-ENXIO, "The guest has no bound device; the driver is {}."}; }

struct Bound : Event<GuestDriverEvent::Bound> {
    static constexpr std::string_view label = "bound";
    static constexpr Refusal refusal(GuestDriverState) { return {-EBUSY, "The guest has bound already; it is {}."}; }
};
struct ReportRead : Event<GuestDriverEvent::ReportRead> {
    static constexpr std::string_view label = "report read";
    static constexpr auto refusal = notBound;
};
struct Accepted : Event<GuestDriverEvent::Accepted> {
    static constexpr std::string_view label = "accepted";
    static constexpr Refusal refusal(GuestDriverState state) {
        if (state == GuestDriverState::Locked)
            return {-EPERM, "A guest accepts only what it has attested; the driver is only {}."};
        return notBound(state);
    }
};
struct Started : Event<GuestDriverEvent::Started> {
    static constexpr std::string_view label = "started";
    static constexpr Refusal refusal(GuestDriverState state) {
        if (state == GuestDriverState::Locked)
            return {-EPERM, "A guest starts only what it has attested; the driver is only {}."};
        if (state == GuestDriverState::Running)
            return {-EBUSY, "A guest starts its device once; the driver is {}."};
        return notBound(state);
    }
};
struct Stopped : Event<GuestDriverEvent::Stopped> {
    static constexpr std::string_view label = "stopped";
};
struct Lost : Event<GuestDriverEvent::Lost> {
    static constexpr std::string_view label = "lost";
};

// --- the table

using NoTdi = AnyOf<Untrusted, Gone>;
using HasTdi = AnyOf<Locked, Attested, Taken, Running>;
using Trusts = AnyOf<Attested, Taken, Running>;
using HasAccepted = AnyOf<Taken, Running>;
using NotStarted = AnyOf<Attested, Taken>;
using Any = AnyOf<Untrusted, Locked, Attested, Taken, Running, Gone>;

struct GuestDriver : Definition<GuestDriver> {
    static constexpr std::string_view name = "GuestDriver";
    static constexpr std::string_view title = "guest driver";
    static constexpr std::string_view component = "guest";
    static constexpr std::string_view source =
        "Series \"Private MMIO support for private assigned dev\", January 2025, flow chart, and \"Host side "
        "(KVM/VFIO/IOMMUFD) support for TDISP using TSM\", 29 May 2025, cover; domain notes 6.8, 7.2, 7.4a";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = Untrusted;

    // clang-format off
    struct transition_table : Table<
        //   from         event       to
        Row< NoTdi,       Bound,      Locked    >,

        Row< Locked,      ReportRead, Attested  >,
        Row< Trusts,      ReportRead, Same      >,
        Row< Attested,    Accepted,   Taken     >,
        Row< HasAccepted, Accepted,   Same      >,
        Row< NotStarted,  Started,    Running   >,

        Row< HasTdi,      Lost,       Gone      >,
        Row< NoTdi,       Lost,       Same      >,
        Row< Any,         Stopped,    Untrusted >
    > {};
    // clang-format on
};

} // namespace

const Machine& guestDriver() {
    static const MsmMachine<GuestDriver> machine;
    return machine;
}

} // namespace bindlab
