#include "lesson/claims.h"

#include "lesson/fact_history.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace bindlab {

namespace {

std::string claimOfThread(const std::string& thread, const std::string& attribute, const std::string& value)
{
    if (attribute == "waits_for")
        return fmt::format("{} waits for {}", thread, value);
    if (attribute == "held_by")
        return fmt::format("{} waits for what {} holds", thread, value);
    if (attribute == "in")
        return fmt::format("{} is in {}", thread, value);
    if (attribute == "next")
        return fmt::format("the next statement of {} is {}", thread, value);
    if (attribute.starts_with("locals."))
        return fmt::format("the local {} of {} is {}", attribute.substr(7), thread, value);
    return fmt::format("{} is {}", thread, value);
}

std::string claimOfProperty(const std::string& property, const std::string& attribute, const std::string& value)
{
    if (attribute == "length")
        return fmt::format("the shortest run that breaks {} has {} steps", property, value);
    if (attribute == "switches")
        return fmt::format("the shortest run that breaks {} has {} switches", property, value);
    if (attribute == "failure")
        return fmt::format("{} is broken as {}", property, value);
    return value == "violated" ? property + " is violated"
        : value == "holds"     ? property + " holds"
                               : property + " is " + value;
}

/// "A step of T1 breaks I3 (F1).", "No step has broken anything."
std::string sentenceOfFinding(const Fact& fact)
{
    if (fact.name == "none") {
        auto text = claimOfFinding(fact) + ".";
        text.front() = 'N';
        return text;
    }
    const Asked asked(fact);
    return fmt::format("{} breaks {}{}.", asked.thread.empty() ? "A step" : "A step of " + asked.thread, fact.name,
                       asked.failure.empty() ? "" : " (" + asked.failure + ")");
}

} // namespace

std::string claimOf(const Fact& fact, const FactAttribute& attribute)
{
    const auto& name = attribute.name;
    const auto value = fmt::format("{}", fmt::join(attribute.values, ", "));
    switch (fact.subject) {
    case FactSubject::Thread: return claimOfThread(fact.name, name, value);
    case FactSubject::Lock:
        return value == "nobody" ? fact.name + " is free" : fmt::format("{} is held by {}", fact.name, value);
    case FactSubject::Call:
        return name == "thread" ? fmt::format("{} is called by {}", fact.name, value)
                                : fmt::format("{} returned {}", fact.name, value);
    case FactSubject::Steps: return value + " steps have been taken";
    case FactSubject::Loop: return "everything is as it was before: the run can go round for ever";
    case FactSubject::Verdict: return "the verdict is " + value;
    case FactSubject::Property: return claimOfProperty(fact.name, name, value);
    case FactSubject::States: return value + " states";
    case FactSubject::Transitions: return value + " transitions";
    case FactSubject::Depth: return "depth " + value;
    case FactSubject::Result:
        return name == "thread" ? fmt::format("{} is called by {}", fact.name, value)
                                : fmt::format("{} can return {}", fact.name, value);
    default: return fmt::format("{} is {}", fact.name, value);
    }
}

std::string claimOfFinding(const Fact& fact)
{
    const Asked asked(fact);
    const auto failure = asked.failure.empty() ? std::string() : " as " + asked.failure;
    if (fact.name == "none")
        return fmt::format("no step{} has broken {}{}", asked.thread.empty() ? "" : " of " + asked.thread,
                           asked.of.empty() ? "anything" : fmt::format("{}", fmt::join(asked.of, " or ")), failure);
    return fmt::format("{} is broken{}{}", fact.name, failure, asked.thread.empty() ? "" : " by " + asked.thread);
}

std::string sentence(const Fact& fact)
{
    if (fact.subject == FactSubject::Finding)
        return sentenceOfFinding(fact);
    std::string thread;
    std::string text;
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
