#pragma once

/// What the machines of this folder share: a front end of Boost.MSM becomes a Machine. Included by their sources only,
/// so that MSM's compile time and its state numbers stay there.

#include "machines/machine.h"

#include <boost/mp11.hpp>
#include <boost/mpl/fold.hpp>
#include <boost/mpl/push_back.hpp>
#include <boost/mpl/vector.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>
#include <boost/msm/front/states.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <type_traits>

namespace bindlab::table {

namespace mp11 = boost::mp11;
namespace mpl = boost::mpl;
namespace front = boost::msm::front;

// --- what a machine is written with --------------------------------------------------------------------------------

/// Why an event is refused. `{}` in the sentence stands for the state the machine is in.
struct Refusal {
    std::int8_t status;
    std::string_view sentence;

    constexpr Refusal(auto code, std::string_view text) : status(static_cast<std::int8_t>(code)), sentence(text) {}
};

/// A state: `struct Run : State<TdiState::Run>` with a static MachineState `text`.
template <auto value>
struct State : front::state<> {
    static constexpr auto id = value;
};

/// An event: `struct StartInterfaceRequest : Event<TdiEvent::StartInterfaceRequest, 8>` with a static `label` and,
/// where some state has no row for it, a static `refusal(state)`. The payload is below `payloadCount`.
template <auto value, int payloadCount = 1>
struct Event {
    static constexpr auto id = value;
    static constexpr std::uint8_t payloads = payloadCount;
    std::uint8_t payload = 0;
};

/// A guard states what must hold, and the refusal when it does not.
template <class Self>
struct Guard {
    template <class Sent, class Fsm, class From, class To>
    bool operator()(const Sent& event, Fsm& machine, From&, To&) const {
        if (Self::holds(event, machine))
            return true;
        machine.guardRefusal = &Self::refusal;
        return false;
    }
};

/// A guard on what the machine cannot see: the sender has looked; payload 1 says that it holds, 0 that it does not.
template <class Self>
struct SaidBySender : Guard<Self> {
    static bool holds(const auto& event, const auto&) { return event.payload == 1; }
};

/// Every one of the guards, asked from left to right.
template <class... Guards>
struct All {
    template <class Sent, class Fsm, class From, class To>
    bool operator()(const Sent& event, Fsm& machine, From& from, To& to) const {
        return (Guards{}(event, machine, from, to) && ...);
    }
};

/// An action changes what the machine remembers beside its state.
template <class Self>
struct Action {
    template <class Sent, class Fsm, class From, class To>
    void operator()(const Sent& event, Fsm& machine, From&, To&) const {
        Self::run(event, machine);
    }
};

using front::none;

/// As `from` of a row: the row holds in each of these states.
template <class... States>
using AnyOf = mp11::mp_list<States...>;

/// As `to` of a row: the event is accepted and the state stays.
struct Same {};

template <class From, class Sent, class To, class Do, class If>
struct RowsOf {
    using type = mp11::mp_list<front::Row<From, Sent, std::conditional_t<std::is_same_v<To, Same>, From, To>, Do, If>>;
};
template <class... From, class Sent, class To, class Do, class If>
struct RowsOf<AnyOf<From...>, Sent, To, Do, If> {
    using type = mp11::mp_append<typename RowsOf<From, Sent, To, Do, If>::type...>;
};

template <class From, class Sent, class To, class Do = none, class If = none>
using Row = typename RowsOf<From, Sent, To, Do, If>::type;

template <class Rows, class OneRow>
using PushBack = typename mpl::push_back<Rows, OneRow>::type;

/// MSM's transition table. Grown row by row, so that MPL's limit of 20 (at most 50) does not apply.
template <class... Rows>
using Table = mp11::mp_fold<mp11::mp_append<Rows...>, mpl::vector<>, PushBack>;

/// Base of a machine's front end. `Self` has name, title, component, source, statuses, initial_state and
/// transition_table; what it remembers beside its state is visited byte by byte in `serialize`.
template <class Self>
struct Definition : front::state_machine_def<Self> {
    using no_message_queue = int;
    using no_exception_thrown = int;
    using do_serialize = int;

    const Refusal* guardRefusal = nullptr;   ///< left by the guard that said no; never saved

    template <class Archive>
    void serialize(Archive&, unsigned) {}
    template <class Fsm, class Sent>
    void no_transition(const Sent&, Fsm&, int) {}   // the caller reads the result of process_event
};

// --- names, read off the types -------------------------------------------------------------------------------------

/// Name of a type without its namespaces: "NonceMatches".
template <class T>
constexpr std::string_view typeName() {
    const std::string_view text = __extension__ __PRETTY_FUNCTION__; // std::source_location is not in every Clang
    const auto begin = text.find("T = ") + 4;
    const auto name = text.substr(begin, text.find_first_of(";]", begin) - begin);
    return name.substr(name.rfind(':') + 1);
}

template <class T>
struct NameOf {
    static constexpr std::string_view value = typeName<T>();
};
template <>
struct NameOf<none> {
    static constexpr std::string_view value{};
};
template <class First, class... Rest>
struct NameOf<All<First, Rest...>> {
    static constexpr std::string_view joint = " and ";
    static constexpr auto characters = [] {
        std::array<char, NameOf<First>::value.size() + (0 + ... + (joint.size() + NameOf<Rest>::value.size()))> out{};
        auto end = std::ranges::copy(NameOf<First>::value, out.begin()).out;
        ((end = std::ranges::copy(NameOf<Rest>::value, std::ranges::copy(joint, end).out).out), ...);
        return out;
    }();
    static constexpr std::string_view value{characters.data(), characters.size()};
};

// --- a front end as a Machine --------------------------------------------------------------------------------------

template <class OneRow>
using SourceOf = typename OneRow::Source;
template <class OneRow>
using TargetOf = typename OneRow::Target;
template <class OneRow>
using EventOf = typename OneRow::Evt;
/// For mpl::fold over a transition table.
struct AppendRow {
    template <class Rows, class OneRow>
    struct apply {
        using type = mp11::mp_push_back<Rows, OneRow>;
    };
};

template <class A, class B>
using ById = mp11::mp_bool<(A::id < B::id)>;

/// The types of a list in the order of their enum class, which must run from 0 without a gap.
template <class List>
using InEnumOrder = mp11::mp_sort<mp11::mp_unique<List>, ById>;

template <class... Types>
constexpr bool countFromZero(mp11::mp_list<Types...>) {
    int next = 0;
    return ((int(Types::id) == next++) && ...);
}

template <class Front>
class MsmMachine final : public Machine {
    /// An instance for the length of one event. Never copied: a copy of MSM's machine may start in its initial state.
    struct Instance : boost::msm::back::state_machine<Front> {
        Instance() = default;
        Instance(const Instance&) = delete;
        Instance& operator=(const Instance&) = delete;
    };

    using Rows = typename mpl::fold<typename Front::transition_table, mp11::mp_list<>, AppendRow>::type;
    using States = InEnumOrder<mp11::mp_append<mp11::mp_transform<SourceOf, Rows>, mp11::mp_transform<TargetOf, Rows>>>;
    using Events = InEnumOrder<mp11::mp_transform<EventOf, Rows>>;
    static_assert(countFromZero(States{}), "a value of the enum of states has no row");
    static_assert(countFromZero(Events{}), "a value of the enum of events has no row");

    static constexpr std::size_t stateCount = mp11::mp_size<States>::value;
    static constexpr std::size_t eventCount = mp11::mp_size<Events>::value;

    template <class AState>
    static constexpr int msmId = boost::msm::back::get_state_id<typename Instance::stt, AState>::type::value;

    template <class... AState>
    static constexpr auto msmIds(mp11::mp_list<AState...>) {
        return std::array<int, stateCount>{msmId<AState>...};
    }
    /// MSM's number of the state at an index of states(), and back.
    static constexpr std::array<int, stateCount> toMsm = msmIds(States{});
    static constexpr std::array<std::uint8_t, stateCount> fromMsm = [] {
        std::array<std::uint8_t, stateCount> out{};
        for (std::size_t index = 0; index < stateCount; ++index)
            out[std::size_t(toMsm[index])] = std::uint8_t(index);
        return out;
    }();

    template <class... AState>
    static constexpr auto textsOf(mp11::mp_list<AState...>) {
        return std::array<MachineState, stateCount>{AState::text...};
    }
    template <class... Sent>
    static constexpr auto eventsOf(mp11::mp_list<Sent...>) {
        return std::array<MachineEvent, eventCount>{MachineEvent{typeName<Sent>(), Sent::label, Sent::payloads}...};
    }
    template <class... OneRow>
    static constexpr auto chartOf(mp11::mp_list<OneRow...>) {
        return std::array<ChartRow, sizeof...(OneRow)>{
            ChartRow{OneRow::Source::text.name, typeName<typename OneRow::Evt>(), OneRow::Target::text.name,
                     NameOf<typename OneRow::Action>::value, NameOf<typename OneRow::Guard>::value}...};
    }
    static constexpr auto theStates = textsOf(States{});
    static constexpr auto theEvents = eventsOf(Events{});
    static constexpr auto theChart = chartOf(Rows{});

    /// The archive MSM saves an instance with: the state goes to byte 0, what the front end remembers follows, MSM's
    /// own flags are the same between any two events.
    struct Saver {
        std::uint8_t* state;
        std::uint8_t* memory = state + 1;
        void operator&(Front& machine) { machine.serialize(*this, 0); }
        void operator&(std::uint8_t& byte) { *memory++ = byte; }
        void operator&(int (&ids)[1]) { *state = fromMsm[std::size_t(ids[0])]; }
        void operator&(auto&) {}
    };
    /// The same way back.
    struct Loader {
        const std::uint8_t* state;
        const std::uint8_t* memory = state + 1;
        void operator&(Front& machine) { machine.serialize(*this, 0); }
        void operator&(std::uint8_t& byte) { byte = *memory++; }
        void operator&(int (&ids)[1]) { ids[0] = toMsm[*state]; }
        void operator&(auto&) {}
    };
    struct Counter {
        std::size_t bytes = 0;
        void operator&(Front& machine) { machine.serialize(*this, 0); }
        void operator&(std::uint8_t&) { ++bytes; }
        void operator&(int (&)[1]) { ++bytes; }
        void operator&(auto&) {}
    };

    struct Refused {
        std::int8_t status = 0;
        std::string sentence;
    };

    template <class Sent>
    static constexpr bool hasRow(std::size_t state) {
        return std::ranges::any_of(theChart, [&](const ChartRow& row) {
            return row.from == theStates[state].name && row.event == typeName<Sent>();
        });
    }
    template <class Sent>
    static constexpr bool alwaysHasRow() {
        for (std::size_t state = 0; state < stateCount; ++state)
            if (!hasRow<Sent>(state))
                return false;
        return true;
    }

    template <class Sent>
    void fillRefusals() {
        if constexpr (!alwaysHasRow<Sent>()) {
            using Enum = std::remove_cv_t<decltype(mp11::mp_front<States>::id)>;
            static_assert(requires(Enum state) { Sent::refusal(state); },
                          "an event that has no row in some state needs a refusal(state)");
            for (std::size_t state = 0; state < stateCount; ++state) {
                if (hasRow<Sent>(state))
                    continue;
                const Refusal refusal = Sent::refusal(Enum(state));
                m_refused[std::size_t(Sent::id)][state] = {
                    refusal.status, fmt::format(fmt::runtime(refusal.sentence), theStates[state].name)};
            }
        }
    }

public:
    MsmMachine() {
        mp11::mp_for_each<Events>([this]<class Sent>(Sent) { fillRefusals<Sent>(); });
        Instance instance;
        Counter counter;
        instance.serialize(counter, 0);
        m_bytes = counter.bytes;
    }

    [[nodiscard]] std::string_view name() const override { return Front::name; }
    [[nodiscard]] std::string_view title() const override { return Front::title; }
    [[nodiscard]] std::string_view component() const override { return Front::component; }
    [[nodiscard]] std::string_view source() const override { return Front::source; }
    [[nodiscard]] std::span<const MachineState> states() const override { return theStates; }
    [[nodiscard]] std::span<const MachineEvent> events() const override { return theEvents; }
    [[nodiscard]] std::span<const std::string_view> statuses() const override { return Front::statuses; }
    [[nodiscard]] std::span<const ChartRow> chart() const override { return theChart; }
    [[nodiscard]] std::size_t bytes() const override { return m_bytes; }

    void initial(std::span<std::uint8_t> saved) const override {
        assert(saved.size() == m_bytes);
        Instance instance;
        Saver saver{saved.data()};
        instance.serialize(saver, 0);
    }

    Outcome fire(std::span<std::uint8_t> saved, int event, int payload) const override {
        assert(saved.size() == m_bytes && saved[0] < stateCount);
        assert(event >= 0 && std::size_t(event) < eventCount);
        return mp11::mp_with_index<eventCount>(std::size_t(event), [&](auto index) {
            using Sent = mp11::mp_at<Events, decltype(index)>;
            return send<Sent>(saved, payload);
        });
    }

private:
    template <class Sent>
    Outcome send(std::span<std::uint8_t> saved, int payload) const {
        assert(payload >= 0 && payload < Sent::payloads);
        using boost::msm::back::HANDLED_GUARD_REJECT;
        using boost::msm::back::HANDLED_TRUE;

        Instance instance;
        Loader loader{saved.data()};
        instance.serialize(loader, 0);
        Sent sent;
        sent.payload = std::uint8_t(payload);
        const auto result = instance.process_event(sent);
        if (result & HANDLED_TRUE) {
            Saver saver{saved.data()};
            instance.serialize(saver, 0);
            return {true, 0, {}};
        }
        if (result & HANDLED_GUARD_REJECT)
            return {false, instance.guardRefusal->status, instance.guardRefusal->sentence};
        const Refused& refused = m_refused[std::size_t(Sent::id)][saved[0]];
        return {false, refused.status, refused.sentence};
    }

    /// Where no row fits: by event, then state.
    std::array<std::array<Refused, stateCount>, eventCount> m_refused;
    std::size_t m_bytes = 0;
};

} // namespace bindlab::table
