#include "journey/table.h"

#include "machines/msm_machine.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bindlab {
namespace {

using namespace table;
namespace back = boost::msm::back;

// --- states

struct Disconnected : State<JourneyState::Disconnected> {
    static constexpr MachineState text{"disconnected", "The function has no TSM connection, and no VM has it."};
};
struct Connected : State<JourneyState::Connected> {
    static constexpr MachineState text{"connected", "SPDM session and IDE stream are up; no VM has the function."};
};
struct Assigned : State<JourneyState::Assigned> {
    static constexpr MachineState text{"assigned", "VFIO has it for a VM, which uses it as an untrusted device."};
};
struct NoTsm : State<JourneyState::NoTsm>, front::explicit_entry<0> {
    static constexpr MachineState text{"no TSM", "VFIO has it for a VM, but the TSM connection is gone, or never was."};
};
struct Binding : State<JourneyState::Binding> {
    static constexpr MachineState text{"binding", "The firmware has a context for the TDI; LOCK is not answered yet."};
};
struct Refused : State<JourneyState::Refused> {
    static constexpr MachineState text{"bind refused", "Firmware or device said no; what was begun is being undone."};
};
struct Locked : State<JourneyState::Locked> {
    static constexpr MachineState text{"locked", "The configuration is frozen; the guest has not attested it."};
};
struct Attested : State<JourneyState::Attested> {
    static constexpr MachineState text{"attested", "The guest has read the report and found it good."};
};
struct Accepted : State<JourneyState::Accepted> {
    static constexpr MachineState text{"accepted", "The guest has accepted DMA and MMIO."};
};
struct Running : State<JourneyState::Running> {
    static constexpr MachineState text{"running", "START was answered: trusted DMA and MMIO."};
};
struct Lost : State<JourneyState::Lost> {
    static constexpr MachineState text{"lost", "The TDI left its locked state under the guest; only an unbind helps."};
};
struct Unbinding : State<JourneyState::Unbinding> {
    static constexpr MachineState text{"unbinding", "STOP is on its way, then everything is unmapped and given back."};
};
struct LeftBehind : State<JourneyState::LeftBehind> {
    static constexpr MachineState text{"left behind", "PCI/TSM has let go of the TDI, the firmware has not."};
};
struct VmDead : State<JourneyState::VmDead> {
    static constexpr MachineState text{"VM dead", "KVM has marked the VM dead; only tearing down is left."};
};
struct Closing : State<JourneyState::Closing> {
    static constexpr MachineState text{"closing", "The release of the VFIO file runs."};
};
struct Closed : State<JourneyState::Closed> {
    static constexpr MachineState text{"closed", "VFIO has let go; the VM is still there."};
};
struct VmGone : State<JourneyState::VmGone>, front::explicit_entry<0> {
    static constexpr MachineState text{"VM gone", "The VM is destroyed; VFIO still has the device."};
};
struct Gone : State<JourneyState::Gone> {
    static constexpr MachineState text{"gone", "VFIO has let go, and the VM is destroyed."};
};
struct Leaked : State<JourneyState::Leaked> {
    static constexpr MachineState text{"leaked", "The VM is destroyed, and the firmware keeps its pages for good."};
};

// --- events

struct Connect : Event<JourneyEvent::Connect> {
    static constexpr std::string_view label = "connect";
};
struct Disconnect : Event<JourneyEvent::Disconnect> {
    static constexpr std::string_view label = "disconnect";
};
struct Assign : Event<JourneyEvent::Assign> {
    static constexpr std::string_view label = "assign";
};
struct BeginBind : Event<JourneyEvent::BeginBind> {
    static constexpr std::string_view label = "begin bind";
};
struct RefuseBind : Event<JourneyEvent::RefuseBind> {
    static constexpr std::string_view label = "refuse bind";
};
struct Lock : Event<JourneyEvent::Lock> {
    static constexpr std::string_view label = "lock";
};
struct Bind : Event<JourneyEvent::Bind> {
    static constexpr std::string_view label = "bind";
};
struct Attest : Event<JourneyEvent::Attest> {
    static constexpr std::string_view label = "attest";
};
struct Accept : Event<JourneyEvent::Accept> {
    static constexpr std::string_view label = "accept";
};
struct Start : Event<JourneyEvent::Start> {
    static constexpr std::string_view label = "start";
};
struct LoseTdi : Event<JourneyEvent::LoseTdi> {
    static constexpr std::string_view label = "lose TDI";
};
struct StopGuest : Event<JourneyEvent::StopGuest> {
    static constexpr std::string_view label = "guest stops";
};
struct BeginUnbind : Event<JourneyEvent::BeginUnbind> {
    static constexpr std::string_view label = "begin unbind";
};
struct Release : Event<JourneyEvent::Release> {
    static constexpr std::string_view label = "release";
};
struct Unbind : Event<JourneyEvent::Unbind> {
    static constexpr std::string_view label = "unbind";
};
struct BeginClose : Event<JourneyEvent::BeginClose> {
    static constexpr std::string_view label = "begin close";
};
struct Close : Event<JourneyEvent::Close> {
    static constexpr std::string_view label = "close";
};
struct KillVm : Event<JourneyEvent::KillVm> {
    static constexpr std::string_view label = "kill VM";
};
struct DestroyVm : Event<JourneyEvent::DestroyVm> {
    static constexpr std::string_view label = "destroy VM";
};
struct ReclaimVm : Event<JourneyEvent::ReclaimVm> {
    static constexpr std::string_view label = "reclaim VM";
};
struct LeakVm : Event<JourneyEvent::LeakVm> {
    static constexpr std::string_view label = "leak VM";
};

// --- the tables, from the inside out. What a group has no row for, the group around it is asked.

/// The same transition for each of several events.
template <class From, class To, class... Sent>
using Rows = mp11::mp_append<Row<From, Sent, To>...>;

struct BoundTable : Definition<BoundTable> {
    static constexpr MachineState text{"bound", "The firmware has a context for the TDI."};
    using initial_state = Binding;

    using Trusted = AnyOf<Locked, Attested, Accepted, Running>;
    using Fresh = AnyOf<Binding, Refused>;
    using HasLock = AnyOf<Binding, Locked, Attested, Accepted, Running, Lost>;

    // clang-format off
    struct transition_table : Table<
        //   from       event        to
        Row< Binding,   Lock,        Locked    >,
        Row< Fresh,     RefuseBind,  Refused   >,
        Row< Fresh,     BeginUnbind, Unbinding >,   // undone after the device was locked
        Row< Binding,   LoseTdi,     Lost      >,
        Row< HasLock,   Bind,        Same      >,   // in D9 before the LOCK

        Row< Locked,    Attest,      Attested  >,
        Row< Attested,  Accept,      Accepted  >,
        Row< Attested,  Start,       Running   >,
        Row< Accepted,  Start,       Running   >,
        Row< Running,   Start,       Same      >,   // the device, then the guest
        Row< Running,   Accept,      Same      >,

        Row< Trusted,   LoseTdi,     Lost      >,
        Row< Trusted,   StopGuest,   Unbinding >,
        Row< Trusted,   BeginUnbind, Unbinding >,

        Row< Lost,      Lock,        Same      >,   // an answer that is read too late
        Row< Lost,      LoseTdi,     Same      >,
        Row< Lost,      StopGuest,   Same      >,
        Row< Lost,      BeginUnbind, Unbinding >,

        Row< Unbinding, BeginUnbind, Same      >,
        Row< Unbinding, LoseTdi,     Same      >,
        Row< Unbinding, StopGuest,   Same      >,
        Row< Unbinding, Lock,        Locked    >    // in D9, which keeps the context
    > {};
    // clang-format on
};
using Bound = back::state_machine<BoundTable>;

struct InUseTable : Definition<InUseTable> {
    static constexpr MachineState text{"in use", "VFIO has the device for a VM."};
    using initial_state = Assigned;

    using NotDead = AnyOf<Assigned, NoTsm, Bound, LeftBehind>;

    // clang-format off
    struct transition_table : Table<
        //   from         event       to
        Row< Assigned,    BeginBind,  Bound      >,
        Row< Assigned,    Disconnect, NoTsm      >,
        Rows<Assigned,    Same,       RefuseBind, Bind, Unbind, LoseTdi, StopGuest>,

        Row< NoTsm,       Connect,    Assigned   >,
        Rows<NoTsm,       Same,       LoseTdi, StopGuest>,

        Row< Bound,       Release,    Assigned   >,
        Row< Bound,       Unbind,     LeftBehind >,   // a call of the unbind was refused
        Row< Bound,       Disconnect, NoTsm      >,

        Row< LeftBehind,  Release,    Assigned   >,
        Rows<LeftBehind,  Same,       RefuseBind, BeginUnbind, LoseTdi, StopGuest, Connect, Disconnect>,

        Row< NotDead,     KillVm,     VmDead     >,
        Rows<VmDead,      Same,       RefuseBind, Lock, Bind, LoseTdi, StopGuest, BeginUnbind, Release, Unbind,
                                      Connect, Disconnect>
    > {};
    // clang-format on
};
using InUse = back::state_machine<InUseTable>;

struct TearingDownTable : Definition<TearingDownTable> {
    static constexpr MachineState text{"tearing down", "VFIO or the VM has let go, or is about to."};
    using initial_state = Closing;

    // clang-format off
    struct transition_table : Table<
        //   from     event       to
        Row< Closing, Close,      Closed >,
        Row< Closing, ReclaimVm,  VmGone >,
        Rows<Closing, Same,       DestroyVm, KillVm, LoseTdi, StopGuest, BeginUnbind, Release, Unbind,
                                  Connect, Disconnect>,

        Rows<Closed,  Same,       DestroyVm, KillVm, Connect, Disconnect>,

        Rows<VmGone,  Same,       BeginClose, ReclaimVm, KillVm, LoseTdi, StopGuest, BeginUnbind, Release, Unbind,
                                  Connect, Disconnect>
    > {};
    // clang-format on
};
using TearingDown = back::state_machine<TearingDownTable>;

struct JourneyTable : Definition<JourneyTable> {
    static constexpr MachineState text{"journey", "The assignment of one TDI."};
    using initial_state = Disconnected;

    using Idle = AnyOf<Disconnected, Connected>;
    using Ended = AnyOf<Gone, Leaked>;

    // clang-format off
    struct transition_table : Table<
        //   from          event       to
        Row< Disconnected, Connect,    Connected                   >,
        Row< Disconnected, Assign,     InUse::direct<NoTsm>        >,
        Row< Connected,    Disconnect, Disconnected                >,
        Row< Connected,    Assign,     InUse                       >,
        Rows<Idle,         Same,       BeginClose, Close, KillVm, DestroyVm, ReclaimVm, LeakVm>,

        Row< InUse,        BeginClose, TearingDown                 >,
        Row< InUse,        DestroyVm,  TearingDown::direct<VmGone> >,   // VFIO should have held it

        Row< TearingDown,  Close,      Gone                        >,   // the VM was first
        Row< TearingDown,  ReclaimVm,  Gone                        >,   // VFIO was first
        Row< TearingDown,  LeakVm,     Leaked                      >,
        Row< TearingDown,  Assign,     InUse                       >,   // opened again in a VM that lives on

        Row< Gone,         Assign,     InUse                       >,
        Row< Gone,         LeakVm,     Leaked                      >,
        Rows<Gone,         Same,       Connect, Disconnect, ReclaimVm>,
        Rows<Leaked,       Same,       Connect, Disconnect, BeginClose, Close, LoseTdi, StopGuest, BeginUnbind, Release,
                                       Unbind>
    > {};
    // clang-format on
};
using Whole = back::state_machine<JourneyTable>;

// --- names, read off the tables

constexpr std::size_t stateCount = std::size_t(JourneyState::Leaked) + 1;
constexpr std::size_t eventCount = std::size_t(JourneyEvent::None);

template <class AState>
constexpr bool isGroup = requires { typename AState::stt; };

template <class Front>
using RowsOfTable = typename mpl::fold<typename Front::transition_table, mp11::mp_list<>, AppendRow>::type;
using AllRows = mp11::mp_append<RowsOfTable<JourneyTable>, RowsOfTable<InUseTable>, RowsOfTable<BoundTable>,
                                RowsOfTable<TearingDownTable>>;

/// Leaves of the whole tree, in the order of the enum.
template <class AState>
using IsLeaf = mp11::mp_bool<!isGroup<AState>>;
using Leaves = InEnumOrder<mp11::mp_filter<IsLeaf, mp11::mp_transform<SourceOf, AllRows>>>;
using Sent = InEnumOrder<mp11::mp_transform<EventOf, AllRows>>;
static_assert(countFromZero(Leaves{}) && mp11::mp_size<Leaves>::value == stateCount);
static_assert(countFromZero(Sent{}) && mp11::mp_size<Sent>::value == eventCount);

/// Index of the group of each leaf in `groups`: 0 is none.
using Groups = mp11::mp_list<JourneyTable, InUseTable, BoundTable, TearingDownTable>;
constexpr std::array<std::size_t, 4> outerGroup{0, 0, 1, 0};

template <class Front, class AState>
constexpr bool hasState = mp11::mp_contains<mp11::mp_transform<SourceOf, RowsOfTable<Front>>, AState>::value;

template <class AState>
constexpr std::size_t groupOf() {
    return hasState<InUseTable, AState>         ? 1
           : hasState<BoundTable, AState>       ? 2
           : hasState<TearingDownTable, AState> ? 3
                                                : 0;
}

template <class... AState>
constexpr auto groupsOf(mp11::mp_list<AState...>) {
    return std::array<std::size_t, stateCount>{groupOf<AState>()...};
}
constexpr auto leafGroup = groupsOf(Leaves{});

template <class... AState, class... Front>
constexpr auto infosOf(mp11::mp_list<AState...>, mp11::mp_list<JourneyTable, Front...>) {
    constexpr std::array<std::string_view, 4> names{"", Front::text.name...};
    std::array<JourneyStateInfo, stateCount + sizeof...(Front)> out{
        JourneyStateInfo{AState::text.name, AState::text.meaning, names[groupOf<AState>()]}...};
    std::size_t next = stateCount;
    std::size_t group = 1;
    ((out[next++] = {Front::text.name, Front::text.meaning, names[outerGroup[group++]]}), ...);
    return out;
}
constexpr auto theStates = infosOf(Leaves{}, Groups{});

template <class... AnEvent>
constexpr auto eventsOf(mp11::mp_list<AnEvent...>) {
    return std::array<MachineEvent, eventCount>{MachineEvent{typeName<AnEvent>(), AnEvent::label, 1}...};
}
constexpr auto theEvents = eventsOf(Sent{});

template <class... OneRow>
constexpr auto chartOf(mp11::mp_list<OneRow...>) {
    return std::array<ChartRow, sizeof...(OneRow)>{
        ChartRow{OneRow::Source::text.name, typeName<typename OneRow::Evt>(), OneRow::Target::text.name,
                 NameOf<typename OneRow::Action>::value, NameOf<typename OneRow::Guard>::value}...};
}
constexpr auto theChart = chartOf(AllRows{});

// --- MSM's numbers, and back

template <class Machine, class AState>
constexpr int msmId = back::get_state_id<typename Machine::stt, AState>::type::value;

template <class Machine, class AState>
constexpr int idIn() {
    if constexpr (mp11::mp_contains<mp11::mp_transform<SourceOf, RowsOfTable<Machine>>, AState>::value)
        return msmId<Machine, AState>;
    else
        return -1;
}

/// Where each level stands, as MSM numbers it.
struct Levels {
    int whole = 0;
    int inUse = 0;
    int bound = 0;
    int tearingDown = 0;
};

template <class AState>
constexpr Levels levelsOf() {
    Levels at{msmId<Whole, Disconnected>, msmId<InUse, Assigned>, msmId<Bound, Binding>, msmId<TearingDown, Closing>};
    switch (groupOf<AState>()) {
    case 0: at.whole = idIn<Whole, AState>(); break;
    case 1: at.whole = msmId<Whole, InUse>, at.inUse = idIn<InUse, AState>(); break;
    case 2:
        at.whole = msmId<Whole, InUse>, at.inUse = msmId<InUse, Bound>, at.bound = idIn<Bound, AState>();
        break;
    default: at.whole = msmId<Whole, TearingDown>, at.tearingDown = idIn<TearingDown, AState>(); break;
    }
    return at;
}
template <class... AState>
constexpr auto allLevels(mp11::mp_list<AState...>) {
    return std::array<Levels, stateCount>{levelsOf<AState>()...};
}
constexpr auto levels = allLevels(Leaves{});

JourneyState stateAt(const Levels& at) {
    const auto same = [&](const Levels& leaf) {
        if (leaf.whole != at.whole)
            return false;
        if (at.whole == msmId<Whole, TearingDown>)
            return leaf.tearingDown == at.tearingDown;
        if (at.whole != msmId<Whole, InUse>)
            return true;
        return leaf.inUse == at.inUse && (at.inUse != msmId<InUse, Bound> || leaf.bound == at.bound);
    };
    return JourneyState(std::ranges::find_if(levels, same) - levels.begin());
}

/// The archive MSM visits the levels with. An instance is restored, gets one event and is looked at: never copied,
/// since a copy of MSM's machine may start in its initial state.
template <class Visit>
struct LevelArchive {
    Visit visit;
    int* level = nullptr;
    Levels& at;

    void within(auto& machine, int& number) {
        int* outer = std::exchange(level, &number);
        machine.serialize(*this, 0);
        level = outer;
    }
    void operator&(Whole& machine) { within(machine, at.whole); }
    void operator&(InUse& machine) { within(machine, at.inUse); }
    void operator&(Bound& machine) { within(machine, at.bound); }
    void operator&(TearingDown& machine) { within(machine, at.tearingDown); }
    void operator&(int (&ids)[1]) { visit(ids[0], *level); }
    void operator&(auto&) {}
};
template <class Visit>
LevelArchive(Visit, int*, Levels&) -> LevelArchive<Visit>;

} // namespace

std::optional<JourneyState> journeyArrow(JourneyState from, JourneyEvent event) {
    return mp11::mp_with_index<eventCount>(std::size_t(event), [&](auto index) -> std::optional<JourneyState> {
        Levels at = levels[std::size_t(from)];
        Whole machine;
        LevelArchive load{[](int& id, int& level) { id = level; }, nullptr, at};
        load & machine;
        if (!(machine.process_event(mp11::mp_at<Sent, decltype(index)>{}) & back::HANDLED_TRUE))
            return std::nullopt;
        LevelArchive save{[](int& id, int& level) { level = id; }, nullptr, at};
        save & machine;
        return stateAt(at);
    });
}

std::vector<std::string_view> journeyPath(JourneyState state) {
    std::vector<std::string_view> path{theStates[std::size_t(state)].name};
    for (std::size_t group = leafGroup[std::size_t(state)]; group != 0; group = outerGroup[group])
        path.insert(path.begin(), theStates[stateCount + group - 1].name);
    return path;
}

std::span<const JourneyStateInfo> journeyStates() { return theStates; }
std::span<const MachineEvent> journeyEvents() { return theEvents; }
std::span<const ChartRow> journeyChart() { return theChart; }

} // namespace bindlab
