#include "lesson/fact_history.h"

#include <algorithm>

namespace bindlab {

std::string_view callName(std::string_view call) { return call.substr(0, call.find('(')); }

Asked::Asked(const Fact& fact) : name(fact.name)
{
    for (const auto& attribute : fact.attributes) {
        if (attribute.name == "of")
            of = attribute.values;
        else if (attribute.name == "thread")
            thread = attribute.values.front();
        else if (attribute.name == "failure")
            failure = attribute.values.front();
        else
            result = attribute.values.front();
    }
}

bool isOfHistory(const Fact& fact)
{
    return fact.subject == FactSubject::Call || fact.subject == FactSubject::Finding || fact.subject == FactSubject::Steps
        || fact.subject == FactSubject::Loop;
}

std::optional<std::string> returned(const Asked& asked, const StepRecord& record)
{
    if (!asked.thread.empty() && record.thread != asked.thread)
        return std::nullopt;
    std::optional<std::string> result;
    for (const auto& effect : record.effects)
        if (effect.kind == EffectKind::Returned && callName(effect.name) == asked.name)
            result = effect.after;
    return result;
}

bool broke(const Asked& asked, const StepRecord& record)
{
    if (!asked.thread.empty() && record.thread != asked.thread)
        return false;
    return std::any_of(record.findings.begin(), record.findings.end(), [&](const Finding& finding) {
        const bool meant = asked.name == "none"
            ? asked.of.empty() || std::find(asked.of.begin(), asked.of.end(), finding.property) != asked.of.end()
            : finding.property == asked.name;
        return meant && (asked.failure.empty() || finding.failure == asked.failure);
    });
}

std::optional<bool> said(const Fact& fact, const StepRecord& record)
{
    const Asked asked(fact);
    if (fact.subject == FactSubject::Call) {
        const auto result = returned(asked, record);
        return result ? std::optional(*result == asked.result) : std::nullopt;
    }
    if (fact.subject == FactSubject::Finding && broke(asked, record))
        return asked.name != "none";
    return std::nullopt;
}

} // namespace bindlab
