#include "lesson/outcomes.h"

#include "checker/matrix.h"
#include "lesson/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace bindlab {

namespace {

/// "`IOMMU_DESTROY` of T2 answered `-EBUSY`." for each call that returned.
std::string returnsOf(const Run& run)
{
    std::string text;
    for (int step = 0; step < run.length(); ++step)
        for (const auto& effect : run.record(step).effects)
            if (effect.kind == EffectKind::Returned)
                text += fmt::format("{}`{}` of {} {}.", text.empty() ? "" : " ", effect.name, run.record(step).thread,
                                    effect.after.empty() ? "returned" : "answered `" + effect.after + "`");
    return text;
}

} // namespace

std::string stepCount(std::size_t count) { return fmt::format("{} step{}", count, count == 1 ? "" : "s"); }

std::string brokenFrom(const Run& run, int from)
{
    std::string text;
    std::set<std::string> said;
    for (int step = std::max(0, from); step < run.length(); ++step)
        for (const auto& finding : run.record(step).findings)
            if (said.insert(finding.property + finding.failure).second)
                text += fmt::format("{}Step {} breaks {}: {}.", text.empty() ? "" : " ", step + 1, finding.property,
                                    finding.message);
    return text;
}

std::string outcomeOf(const Replayed& replayed, const Selection& selection, bool own)
{
    auto text = fmt::format("{} on {}: ", own ? "Your schedule" : "The example schedule", designName(selection));
    text += replayed.departures.empty()
        ? "every pick could be followed."
        : fmt::format("in {} another thread than the picked one had to move.", stepCount(replayed.departures.size()));
    const auto returns = returnsOf(replayed.run);
    const auto broken = brokenFrom(replayed.run, 0);
    if (!returns.empty())
        text += "\n\n" + returns;
    return text + "\n\n" + (broken.empty() ? "No step breaks anything." : broken);
}

const Violation* violationOf(const CheckResult& result, const std::vector<Fact>& facts)
{
    for (const auto& fact : facts)
        if (fact.subject == FactSubject::Property)
            if (const auto* violation = shortest(result, fact.name))
                return violation;
    return result.violations.empty() ? nullptr : &result.violations.front();
}

std::string outcomeOf(const CheckResult& result, const Selection& selection, const std::vector<std::string>& properties)
{
    std::string scope = fmt::format("{} in {}", designName(selection), selection.scenario);
    if (result.verdict == Verdict::Bounded)
        return fmt::format("**Bounded.** {}: no verdict, the check met a bound ({}).", scope, result.bound);
    if (result.verdict == Verdict::NotApplicable)
        return fmt::format("**Not applicable.** {} has no words for this.", scope);
    std::string what;
    for (const auto& property : properties)
        what += (what.empty() ? "" : ", ") + property;
    if (result.violations.empty())
        return fmt::format("**Safe.** {}: {} in every interleaving ({} states).", scope,
                           what.empty() ? "every property holds" : what + (properties.size() == 1 ? " holds" : " hold"),
                           result.states);
    std::string text = fmt::format("**Fails.** {}, {} states:", scope, result.states);
    for (const auto& violation : result.violations)
        text += fmt::format("\n- {}{}, {}: {}", violation.property,
                            violation.failure.empty() ? "" : " (" + violation.failure + ")", stepCount(violation.steps.size()),
                            violation.message)
            + ".";
    return text;
}

std::string outcomeOf(const Drive& drive, const Run& run, bool own)
{
    const auto count = stepCount(std::size_t(run.position()));
    auto text = own ? fmt::format("Reached in {}, by your own schedule.", count) : fmt::format("One way takes {}.", count);
    if (const auto broken = brokenFrom(run, run.position() - 1); !broken.empty())
        text += " " + broken;
    if (drive.par > 0)
        text += own && run.position() <= drive.par ? " There is no shorter way."
                                                   : fmt::format(" The shortest way has {}.", stepCount(std::size_t(drive.par)));
    return text;
}

std::string outcomeOf(const CheckResult& result, const std::vector<Fact>& facts, const std::string& good, const std::string& bad)
{
    std::vector<FactAnswer> contradicted;
    for (const auto& fact : facts)
        for (auto& answer : answers(result, fact))
            if (!answer.holds)
                contradicted.push_back(std::move(answer));
    if (contradicted.empty())
        return fmt::format("**{}** In every interleaving, {} states.", good, result.states);
    auto text = fmt::format("**{}**", bad);
    for (const auto& answer : contradicted)
        text += fmt::format("\n- Wanted: {}. The model: {}.", answer.claim, answer.model);
    if (const auto* shown = violationOf(result, facts))
        text += fmt::format("\n\nThe shortest run that fails has {}: {}.", stepCount(shown->steps.size()), shown->message);
    return text;
}

std::string outcomeOf(const Comparison& comparison)
{
    std::string text;
    for (const auto& side : comparison.sides) {
        const auto& cell = side.cell;
        const auto name = designName(cell.selection);
        if (!cell.error.empty() || !cell.whyNotApplicable.empty())
            text += fmt::format("- {}: {}\n", name, cell.error.empty() ? cell.whyNotApplicable : cell.error);
        else
            text += fmt::format("- {}: **{}**, {} states\n", name,
                                cell.result.verdict == Verdict::Holds          ? "safe"
                                    : cell.result.verdict == Verdict::Violated ? "fails"
                                                                               : toText(cell.result.verdict),
                                cell.result.states);
    }
    std::string only;
    for (const auto& property : comparedProperties(comparison))
        if (property.differs())
            only += fmt::format("{}{} {} / {}", only.empty() ? "" : ", ", property.id, toText(property.sides[0].verdict),
                                toText(property.sides[1].verdict));
    if (!only.empty())
        text += "\nThey differ in: " + only + ".\n";
    return text + "\n" + comparison.sentence;
}

} // namespace bindlab
