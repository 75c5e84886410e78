#include "lesson/witness.h"

#include "flow/program.h"
#include "lesson/claims.h"
#include "lesson/fact_history.h"
#include "lesson/facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

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

/// Splits "idev.vdev" at its last dot.
std::pair<std::string, std::string> objectAndField(const std::string& name)
{
    const auto dot = name.rfind('.');
    return dot == std::string::npos ? std::pair{name, std::string()} : std::pair{name.substr(0, dot), name.substr(dot + 1)};
}

} // namespace

FactAnswer Witness::thread(const Fact& fact, const FactAttribute& attribute) const
{
    const auto found = std::find_if(m_snapshot.threads.begin(), m_snapshot.threads.end(),
                                    [&](const ThreadView& one) { return one.name == fact.name; });
    auto claim = claimOf(fact, attribute);
    if (found == m_snapshot.threads.end()) {
        std::vector<std::string> names;
        for (const auto& one : m_snapshot.threads)
            names.push_back(one.name);
        return unknownName(std::move(claim), "thread", fact.name, names);
    }
    const auto& wanted = attribute.values.front();
    const auto& name = attribute.name;
    if (name == "waits_for")
        return waitsFor(*found, std::move(claim), wanted);
    if (name == "held_by")
        return heldBy(*found, std::move(claim), wanted);
    if (name == "in")
        return in(*found, std::move(claim), wanted);
    if (name == "next")
        return next(*found, std::move(claim), wanted);
    if (name.starts_with("locals."))
        return local(*found, name.substr(7), std::move(claim), wanted);
    const auto status = toText(found->status);
    return {status == wanted, true, std::move(claim), fmt::format("{} is {}", fact.name, status)};
}

FactAnswer Witness::waitsFor(const ThreadView& thread, std::string claim, const std::string& wanted) const
{
    const auto lock =
        thread.waitsForLock < 0 ? std::string("nothing") : m_snapshot.locks[std::size_t(thread.waitsForLock)].name;
    return {lock == wanted, true, std::move(claim), fmt::format("{} waits for {}", thread.name, lock)};
}

FactAnswer Witness::heldBy(const ThreadView& thread, std::string claim, const std::string& wanted) const
{
    const auto holder = thread.waitsForThread < 0 ? std::string("nobody")
                                                  : m_snapshot.threads[std::size_t(thread.waitsForThread)].name;
    return {holder == wanted, true, std::move(claim), fmt::format("{} waits for what {} holds", thread.name, holder)};
}

FactAnswer Witness::in(const ThreadView& thread, std::string claim, const std::string& wanted) const
{
    const auto place = thread.inCall && !thread.stack.empty() && thread.stack.back().flow >= 0
        ? flows(m_model)[std::size_t(thread.stack.back().flow)].name
        : std::string("user space");
    return {place == wanted, true, std::move(claim), fmt::format("{} is in {}", thread.name, place)};
}

FactAnswer Witness::next(const ThreadView& thread, std::string claim, const std::string& wanted)
{
    std::vector<std::string> statements;
    bool holds = false;
    for (const auto& next : thread.next) {
        holds = holds || plainStatement(next.text) == plainStatement(wanted);
        statements.push_back(next.text);
    }
    return {holds, true, std::move(claim),
            fmt::format("the next statement of {} is {}", thread.name,
                        statements.empty() ? "none" : fmt::format("{}", fmt::join(statements, " or ")))};
}

FactAnswer Witness::local(const ThreadView& thread, const std::string& local, std::string claim, const std::string& wanted)
{
    std::vector<std::string> names;
    for (const auto& value : thread.locals) {
        names.push_back(value.name);
        if (value.name == local)
            return {value.text == wanted, true, std::move(claim),
                    fmt::format("the local {} of {} is {}", local, thread.name, value.text)};
    }
    return unknownName(std::move(claim), "local of " + thread.name, local, names);
}

FactAnswer Witness::object(const Fact& fact, const FactAttribute& attribute) const
{
    auto claim = claimOf(fact, attribute);
    const int index = objectIndex(fact.name);
    if (index < 0)
        return unknownName(std::move(claim), "object", fact.name, objectNames());
    const auto status = toText(m_snapshot.objects[std::size_t(index)].status);
    return {status == attribute.values.front(), true, std::move(claim), fmt::format("{} is {}", fact.name, status)};
}

FactAnswer Witness::field(const Fact& fact, const FactAttribute& attribute) const
{
    auto claim = claimOf(fact, attribute);
    const auto [object, name] = objectAndField(fact.name);
    const int index = objectIndex(object);
    if (index < 0)
        return unknownName(std::move(claim), "object", object, objectNames());
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
    return unknownName(std::move(claim), "field of " + object, name, names);
}

FactAnswer Witness::machine(const Fact& fact, const FactAttribute& attribute) const
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
            return unknownName(std::move(claim), fmt::format("state of {}", machine.machine->name()), wanted, known);
        return {state == wanted, true, std::move(claim), fmt::format("{} is {}", fact.name, state)};
    }
    return unknownName(std::move(claim), "machine", fact.name, names);
}

FactAnswer Witness::lock(const Fact& fact, const FactAttribute& attribute) const
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
    return unknownName(std::move(claim), "lock", fact.name, names);
}

FactAnswer Witness::call(const Fact& fact) const
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

FactAnswer Witness::finding(const Fact& fact) const
{
    const Asked asked(fact);
    const auto claim = claimOfFinding(fact);
    std::vector<std::string> properties;
    for (const auto& property : m_model.properties)
        properties.push_back(property.id);
    for (const auto& name : asked.of)
        if (std::find(properties.begin(), properties.end(), name) == properties.end())
            return unknownName(claim, "property", name, properties);
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

int Witness::objectIndex(const std::string& name) const
{
    const auto found = std::find_if(m_snapshot.objects.begin(), m_snapshot.objects.end(),
                                    [&](const ObjectView& one) { return one.name == name; });
    return found == m_snapshot.objects.end() ? -1 : int(found - m_snapshot.objects.begin());
}

std::vector<std::string> Witness::objectNames() const
{
    std::vector<std::string> names;
    for (const auto& object : m_snapshot.objects)
        names.push_back(object.name);
    return names;
}

} // namespace bindlab
