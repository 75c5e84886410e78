#include "lesson/facts.h"

#include "flow/program.h"
#include "lesson/fact_history.h"
#include "lesson/yaml_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

namespace bindlab {

namespace {

std::string toText(ObjectStatus status)
{
    switch (status) {
    case ObjectStatus::Absent: return "absent";
    case ObjectStatus::Private: return "private";
    case ObjectStatus::Live: return "live";
    case ObjectStatus::Unlinked: return "unlinked";
    case ObjectStatus::Freed: return "freed";
    }
    return {};
}

std::string toText(ThreadStatus status)
{
    switch (status) {
    case ThreadStatus::Ready: return "ready";
    case ThreadStatus::Blocked: return "blocked";
    case ThreadStatus::Done: return "done";
    case ThreadStatus::Failed: return "failed";
    }
    return {};
}

/// The words of one claim.
std::string claimOf(const Fact& fact, const FactAttribute& attribute)
{
    const auto& name = attribute.name;
    const auto value = fmt::format("{}", fmt::join(attribute.values, ", "));
    switch (fact.subject) {
    case FactSubject::Thread:
        if (name == "waits_for")
            return fmt::format("{} waits for {}", fact.name, value);
        if (name == "held_by")
            return fmt::format("{} waits for what {} holds", fact.name, value);
        if (name == "in")
            return fmt::format("{} is in {}", fact.name, value);
        if (name == "next")
            return fmt::format("the next statement of {} is {}", fact.name, value);
        if (name.starts_with("locals."))
            return fmt::format("the local {} of {} is {}", name.substr(7), fact.name, value);
        return fmt::format("{} is {}", fact.name, value);
    case FactSubject::Lock:
        return value == "nobody" ? fact.name + " is free" : fmt::format("{} is held by {}", fact.name, value);
    case FactSubject::Call:
        return name == "thread" ? fmt::format("{} is called by {}", fact.name, value)
                                : fmt::format("{} returned {}", fact.name, value);
    case FactSubject::Steps: return value + " steps have been taken";
    case FactSubject::Loop: return "everything is as it was before: the run can go round for ever";
    case FactSubject::Verdict: return "the verdict is " + value;
    case FactSubject::Property:
        if (name == "length")
            return fmt::format("the shortest run that breaks {} has {} steps", fact.name, value);
        if (name == "switches")
            return fmt::format("the shortest run that breaks {} has {} switches", fact.name, value);
        if (name == "failure")
            return fmt::format("{} is broken as {}", fact.name, value);
        return value == "violated" ? fact.name + " is violated"
            : value == "holds"     ? fact.name + " holds"
                                   : fact.name + " is " + value;
    case FactSubject::States: return value + " states";
    case FactSubject::Transitions: return value + " transitions";
    case FactSubject::Depth: return "depth " + value;
    case FactSubject::Result:
        return name == "thread" ? fmt::format("{} is called by {}", fact.name, value)
                                : fmt::format("{} can return {}", fact.name, value);
    default: return fmt::format("{} is {}", fact.name, value);
    }
}

FactAnswer unknown(std::string claim, const std::string& what, const std::string& name,
                   const std::vector<std::string>& names)
{
    const auto hint = meant(name, names);
    return {false, false, std::move(claim),
            fmt::format("no {} is called '{}'{}", what, name, hint.empty() ? std::string() : "; " + hint)};
}

/// Splits "idev.vdev" at its last dot.
std::pair<std::string, std::string> objectAndField(const std::string& name)
{
    const auto dot = name.rfind('.');
    return dot == std::string::npos ? std::pair{name, std::string()} : std::pair{name.substr(0, dot), name.substr(dot + 1)};
}

/// Finds things of a snapshot by name, and says what a claim about them comes to.
class Witness {
public:
    /// Without a run it knows how things are, but not what has happened.
    Witness(const Model& model, const Run* run, const Snapshot& snapshot) : m_model(model), m_run(run), m_snapshot(snapshot) {}

    FactAnswer thread(const Fact& fact, const FactAttribute& attribute) const
    {
        const auto found = std::find_if(m_snapshot.threads.begin(), m_snapshot.threads.end(),
                                        [&](const ThreadView& one) { return one.name == fact.name; });
        auto claim = claimOf(fact, attribute);
        if (found == m_snapshot.threads.end()) {
            std::vector<std::string> names;
            for (const auto& one : m_snapshot.threads)
                names.push_back(one.name);
            return unknown(std::move(claim), "thread", fact.name, names);
        }
        const auto& wanted = attribute.values.front();
        if (attribute.name == "waits_for") {
            const auto lock =
                found->waitsForLock < 0 ? std::string("nothing") : m_snapshot.locks[std::size_t(found->waitsForLock)].name;
            return {lock == wanted, true, std::move(claim), fmt::format("{} waits for {}", fact.name, lock)};
        }
        if (attribute.name == "held_by") {
            const auto holder = found->waitsForThread < 0 ? std::string("nobody")
                                                          : m_snapshot.threads[std::size_t(found->waitsForThread)].name;
            return {holder == wanted, true, std::move(claim), fmt::format("{} waits for what {} holds", fact.name, holder)};
        }
        if (attribute.name == "in") {
            const auto place = found->inCall && !found->stack.empty() && found->stack.back().flow >= 0
                ? flows(m_model)[std::size_t(found->stack.back().flow)].name
                : std::string("user space");
            return {place == wanted, true, std::move(claim), fmt::format("{} is in {}", fact.name, place)};
        }
        if (attribute.name == "next") {
            std::vector<std::string> statements;
            bool holds = false;
            for (const auto& next : found->next) {
                holds = holds || plainStatement(next.text) == plainStatement(wanted);
                statements.push_back(next.text);
            }
            return {holds, true, std::move(claim),
                    fmt::format("the next statement of {} is {}", fact.name,
                                statements.empty() ? "none" : fmt::format("{}", fmt::join(statements, " or ")))};
        }
        if (attribute.name.starts_with("locals.")) {
            const auto local = attribute.name.substr(7);
            std::vector<std::string> names;
            for (const auto& value : found->locals) {
                names.push_back(value.name);
                if (value.name == local)
                    return {value.text == wanted, true, std::move(claim),
                            fmt::format("the local {} of {} is {}", local, fact.name, value.text)};
            }
            return unknown(std::move(claim), "local of " + fact.name, local, names);
        }
        const auto status = toText(found->status);
        return {status == wanted, true, std::move(claim), fmt::format("{} is {}", fact.name, status)};
    }

    FactAnswer object(const Fact& fact, const FactAttribute& attribute) const
    {
        auto claim = claimOf(fact, attribute);
        const int index = objectIndex(fact.name);
        if (index < 0)
            return unknown(std::move(claim), "object", fact.name, objectNames());
        const auto status = toText(m_snapshot.objects[std::size_t(index)].status);
        return {status == attribute.values.front(), true, std::move(claim), fmt::format("{} is {}", fact.name, status)};
    }

    FactAnswer field(const Fact& fact, const FactAttribute& attribute) const
    {
        auto claim = claimOf(fact, attribute);
        const auto [object, name] = objectAndField(fact.name);
        const int index = objectIndex(object);
        if (index < 0)
            return unknown(std::move(claim), "object", object, objectNames());
        std::vector<std::string> names;
        for (const auto& pointer : m_snapshot.pointers) {
            if (pointer.from != index)
                continue;
            names.push_back(pointer.field);
            if (pointer.field != name)
                continue;
            const auto target = pointer.to < 0 ? std::string("NULL") : m_snapshot.objects[std::size_t(pointer.to)].name;
            const auto& wanted = attribute.values.front();
            const auto model = fmt::format("{} is {}{}", fact.name, target, pointer.dangling ? ", dangling" : "");
            return {wanted == "dangling" ? pointer.dangling : wanted == target && !pointer.dangling, true, std::move(claim),
                    model};
        }
        for (const auto& value : m_snapshot.objects[std::size_t(index)].values) {
            names.push_back(value.name);
            if (value.name == name)
                return {value.text == attribute.values.front(), true, std::move(claim),
                        fmt::format("{} is {}", fact.name, value.text)};
        }
        return unknown(std::move(claim), "field of " + object, name, names);
    }

    FactAnswer machine(const Fact& fact, const FactAttribute& attribute) const
    {
        auto claim = claimOf(fact, attribute);
        std::vector<std::string> names;
        for (const auto& machine : m_snapshot.machines) {
            names.push_back(m_snapshot.objects[std::size_t(machine.object)].name + "." + machine.field);
            if (names.back() != fact.name)
                continue;
            const auto states = machine.machine->states();
            const std::string state(states[std::size_t(machine.state)].name);
            const auto& wanted = attribute.values.front();
            std::vector<std::string> known;
            for (const auto& one : states)
                known.emplace_back(one.name);
            if (std::find(known.begin(), known.end(), wanted) == known.end())
                return unknown(std::move(claim), fmt::format("state of {}", machine.machine->name()), wanted, known);
            return {state == wanted, true, std::move(claim), fmt::format("{} is {}", fact.name, state)};
        }
        return unknown(std::move(claim), "machine", fact.name, names);
    }

    FactAnswer lock(const Fact& fact, const FactAttribute& attribute) const
    {
        auto claim = claimOf(fact, attribute);
        std::vector<std::string> names;
        for (const auto& lock : m_snapshot.locks) {
            names.push_back(lock.name);
            if (lock.name != fact.name)
                continue;
            std::vector<std::string> holders;
            if (lock.holder >= 0)
                holders.push_back(m_snapshot.threads[std::size_t(lock.holder)].name);
            for (const int reader : lock.readers)
                holders.push_back(m_snapshot.threads[std::size_t(reader)].name);
            const auto text = holders.empty() ? std::string("nobody") : fmt::format("{}", fmt::join(holders, ", "));
            return {text == attribute.values.front(), true, std::move(claim),
                    holders.empty() ? lock.name + " is free" : fmt::format("{} is held by {}", lock.name, text)};
        }
        return unknown(std::move(claim), "lock", fact.name, names);
    }

    /// {call: C, thread: T, returned: R}: the last time that C returned, of that thread if one is named.
    FactAnswer call(const Fact& fact) const
    {
        const Asked asked(fact);
        auto claim = fmt::format("{}{} returned {}", asked.thread.empty() ? "" : asked.thread + "'s ", fact.name, asked.result);
        std::string result;
        for (int step = 0; step < m_run->position(); ++step)
            result = returned(asked, m_run->record(step)).value_or(result);
        return {result == asked.result, true, std::move(claim),
                result.empty() ? fmt::format("{} has not returned", fact.name)
                               : fmt::format("{} returned {}", fact.name, result)};
    }

    /// {finding: I3, thread: T1}: some step so far broke it; {finding: none}: no step broke anything;
    /// {finding: none, of: [I3, I10]}: no step broke one of these.
    FactAnswer finding(const Fact& fact) const
    {
        const Asked asked(fact);
        const auto claim = plainClaim(fact);
        std::vector<std::string> properties;
        for (const auto& property : m_model.properties)
            properties.push_back(property.id);
        for (const auto& name : asked.of)
            if (std::find(properties.begin(), properties.end(), name) == properties.end())
                return unknown(claim, "property", name, properties);
        std::string told;
        bool matched = false;
        for (int step = 0; step < m_run->position(); ++step) {
            const auto& record = m_run->record(step);
            matched = matched || broke(asked, record);
            for (const auto& finding : record.findings)
                told += fmt::format("{}step {} of {} breaks {}{}: {}", told.empty() ? "" : "; ", step + 1, record.thread,
                                    finding.property, finding.failure.empty() ? "" : " (" + finding.failure + ")",
                                    finding.message);
        }
        if (told.empty())
            told = "no step has broken anything";
        return {matched != (fact.name == "none"), true, claim, told};
    }

    /// "I3 is broken as F1 by T1", "no step has broken I3 or I10".
    static std::string plainClaim(const Fact& fact)
    {
        const Asked asked(fact);
        const auto failure = asked.failure.empty() ? std::string() : " as " + asked.failure;
        if (fact.name == "none")
            return fmt::format("no step{} has broken {}{}", asked.thread.empty() ? "" : " of " + asked.thread,
                               asked.of.empty() ? "anything" : fmt::format("{}", fmt::join(asked.of, " or ")), failure);
        return fmt::format("{} is broken{}{}", fact.name, failure, asked.thread.empty() ? "" : " by " + asked.thread);
    }

private:
    int objectIndex(const std::string& name) const
    {
        const auto found = std::find_if(m_snapshot.objects.begin(), m_snapshot.objects.end(),
                                        [&](const ObjectView& one) { return one.name == name; });
        return found == m_snapshot.objects.end() ? -1 : int(found - m_snapshot.objects.begin());
    }

    std::vector<std::string> objectNames() const
    {
        std::vector<std::string> names;
        for (const auto& object : m_snapshot.objects)
            names.push_back(object.name);
        return names;
    }

    const Model& m_model;
    const Run* m_run;
    const Snapshot& m_snapshot;
};

FactAnswer counted(std::string claim, const FactAttribute& attribute, std::uint64_t count, const std::string& model)
{
    return {attribute.values.front() == std::to_string(count), true, std::move(claim), model};
}

FactAnswer property(const CheckResult& result, const Fact& fact, const FactAttribute& attribute)
{
    auto claim = claimOf(fact, attribute);
    std::string wantedFailure;
    for (const auto& one : fact.attributes)
        if (one.name == "failure")
            wantedFailure = one.values.front();
    const Violation* shortest = nullptr;
    const Violation* fitting = nullptr;
    for (const auto& violation : result.violations) {
        if (violation.property != fact.name)
            continue;
        if (!shortest || violation.steps.size() < shortest->steps.size())
            shortest = &violation;
        if (violation.failure == wantedFailure && (!fitting || violation.steps.size() < fitting->steps.size()))
            fitting = &violation;
    }
    const auto* found = fitting ? fitting : shortest;
    const auto has = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), fact.name) != names.end();
    };
    if (!found && !has(result.properties) && !has(result.notApplicable))
        return unknown(std::move(claim), "property looked at", fact.name, result.properties);
    const auto state = found                 ? std::string("violated")
        : has(result.notApplicable)          ? std::string("n/a")
        : result.verdict == Verdict::Bounded ? std::string("bounded")
                                             : std::string("holds");
    if (attribute.name == "is")
        return {state == attribute.values.front(), true, std::move(claim),
                found ? fmt::format("{} is violated in {} steps: {}", fact.name, found->steps.size(), found->message)
                      : fmt::format("{}: {}", fact.name, state)};
    if (!found)
        return {false, true, std::move(claim), fmt::format("{}: {}", fact.name, state)};
    if (attribute.name == "failure")
        return {found->failure == wantedFailure, true, std::move(claim),
                fmt::format("{} is broken as '{}'", fact.name, found->failure)};
    if (attribute.name == "length")
        return counted(std::move(claim), attribute, found->steps.size(),
                       fmt::format("it has {} steps", found->steps.size()));
    return counted(std::move(claim), attribute, std::uint64_t(found->switches),
                   fmt::format("it has {} switches", found->switches));
}

/// {call: C, thread: T, can_return: [...]}: over every run, all of it and nothing else.
FactAnswer callResults(const CheckResult& result, const Fact& fact)
{
    std::string thread;
    std::vector<std::string> wanted;
    for (const auto& attribute : fact.attributes)
        if (attribute.name == "thread")
            thread = attribute.values.front();
        else
            wanted = attribute.values;
    auto claim = fmt::format("{}{} can return {}", thread.empty() ? "" : thread + "'s ", fact.name, fmt::join(wanted, ", "));
    std::vector<std::string> known;
    std::vector<std::string> results;
    for (const auto& call : result.calls) {
        known.emplace_back(callName(call.call));
        if (known.back() == fact.name && (thread.empty() || call.thread == thread))
            results.insert(results.end(), call.results.begin(), call.results.end());
    }
    if (std::find(known.begin(), known.end(), fact.name) == known.end())
        return unknown(std::move(claim), "call", fact.name, known);
    std::sort(results.begin(), results.end());
    results.erase(std::unique(results.begin(), results.end()), results.end());
    std::sort(wanted.begin(), wanted.end());
    return {results == wanted, true, std::move(claim),
            fmt::format("it can return {}", results.empty() ? "nothing" : fmt::format("{}", fmt::join(results, ", ")))};
}

} // namespace

std::string plainStatement(const std::string& statement)
{
    std::string plain;
    for (const char c : statement)
        if (!std::isspace(static_cast<unsigned char>(c)))
            plain += c;
    while (plain.ends_with(';'))
        plain.pop_back();
    return plain;
}

std::vector<FactAnswer> Scene::answers(const Fact& fact) const
{
    const Witness witness(m_model, m_run, m_snapshot);
    if (m_run == nullptr && isOfHistory(fact))
        return {{false, false, sentence(fact), "a state alone does not tell what has happened"}};
    if (fact.subject == FactSubject::Call)
        return {witness.call(fact)};
    if (fact.subject == FactSubject::Finding)
        return {witness.finding(fact)};
    std::vector<FactAnswer> all;
    for (const auto& attribute : fact.attributes) {
        switch (fact.subject) {
        case FactSubject::Thread: all.push_back(witness.thread(fact, attribute)); break;
        case FactSubject::Object: all.push_back(witness.object(fact, attribute)); break;
        case FactSubject::Field: all.push_back(witness.field(fact, attribute)); break;
        case FactSubject::Machine: all.push_back(witness.machine(fact, attribute)); break;
        case FactSubject::Lock: all.push_back(witness.lock(fact, attribute)); break;
        case FactSubject::Steps:
            all.push_back(counted(claimOf(fact, attribute), attribute, std::uint64_t(m_run->position()),
                                  fmt::format("{} steps have been taken", m_run->position())));
            break;
        case FactSubject::Loop: {
            const bool loops = m_run->position() == m_run->length() && m_run->loopsTo() >= 0;
            all.push_back({loops, true, claimOf(fact, attribute),
                           loops ? fmt::format("everything is as it was after {} steps", m_run->loopsTo())
                                 : "everything was different at every step"});
            break;
        }
        default: all.push_back({false, false, claimOf(fact, attribute), "this is a fact of a check, not of a state"}); break;
        }
    }
    return all;
}

bool Scene::hold(const std::vector<Fact>& facts) const
{
    for (const auto& fact : facts)
        for (const auto& answer : answers(fact))
            if (!answer.holds)
                return false;
    return true;
}

bool Scene::reach(const std::vector<Goal>& goals) const
{
    return std::any_of(goals.begin(), goals.end(), [this](const Goal& goal) { return hold(goal); });
}

std::vector<FactAnswer> answers(const CheckResult& result, const Fact& fact)
{
    if (fact.subject == FactSubject::Result)
        return {callResults(result, fact)};
    std::vector<FactAnswer> all;
    for (const auto& attribute : fact.attributes) {
        auto claim = claimOf(fact, attribute);
        switch (fact.subject) {
        case FactSubject::Verdict: {
            const auto verdict = toText(result.verdict);
            all.push_back({verdict == attribute.values.front(), true, std::move(claim), "the verdict is " + verdict});
            break;
        }
        case FactSubject::Property: all.push_back(property(result, fact, attribute)); break;
        case FactSubject::States:
            all.push_back(counted(std::move(claim), attribute, result.states, fmt::format("{} states", result.states)));
            break;
        case FactSubject::Transitions:
            all.push_back(
                counted(std::move(claim), attribute, result.transitions, fmt::format("{} transitions", result.transitions)));
            break;
        case FactSubject::Depth:
            all.push_back(
                counted(std::move(claim), attribute, std::uint64_t(result.depth), fmt::format("depth {}", result.depth)));
            break;
        default: all.push_back({false, false, std::move(claim), "this is a fact of a state, not of a check"}); break;
        }
    }
    return all;
}

std::string sentence(const Fact& fact)
{
    if (fact.subject == FactSubject::Finding && fact.name == "none") {
        auto text = Witness::plainClaim(fact) + ".";
        text.front() = 'N';
        return text;
    }
    std::string thread;
    std::string text;
    if (fact.subject == FactSubject::Finding) {
        const Asked asked(fact);
        return fmt::format("{} breaks {}{}.", asked.thread.empty() ? "A step" : "A step of " + asked.thread, fact.name,
                           asked.failure.empty() ? "" : " (" + asked.failure + ")");
    }
    for (const auto& attribute : fact.attributes) {
        if (attribute.name == "thread" && fact.attributes.size() > 1) {
            thread = attribute.values.front();
            continue;
        }
        const bool holder = fact.subject == FactSubject::Thread && attribute.name == "held_by" && !text.empty();
        text += text.empty() ? "" : ", ";
        text += holder ? "held by " + attribute.values.front() : claimOf(fact, attribute);
    }
    return (thread.empty() ? text : thread + "'s " + text) + ".";
}

} // namespace bindlab
