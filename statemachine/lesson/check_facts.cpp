#include "lesson/claims.h"
#include "lesson/fact_history.h"
#include "lesson/facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

/// Facts of a check: what holds over every run.
namespace bindlab {

namespace {

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
        return unknownName(std::move(claim), "property looked at", fact.name, result.properties);
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
        return unknownName(std::move(claim), "call", fact.name, known);
    std::sort(results.begin(), results.end());
    results.erase(std::unique(results.begin(), results.end()), results.end());
    std::sort(wanted.begin(), wanted.end());
    return {results == wanted, true, std::move(claim),
            fmt::format("it can return {}", results.empty() ? "nothing" : fmt::format("{}", fmt::join(results, ", ")))};
}

} // namespace

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

} // namespace bindlab
