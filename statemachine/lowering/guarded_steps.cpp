#include "lowering/guarded_steps.h"

#include "lowering/unfolding.h"

#include <algorithm>

namespace bindlab {

const ValueSet& GuardedSteps::valuesAt(int thread, int place, int cell) const
{
    const auto at = places[std::size_t(thread)].find(place);
    if (at != places[std::size_t(thread)].end())
        if (const auto known = at->second.find(cell); known != at->second.end())
            return known->second;
    return values[std::size_t(cell)];
}

int GuardedSteps::cellTerm(int cell)
{
    return varies(cell) ? terms.cell(cell) : terms.number(initial[std::size_t(cell)]);
}

bool GuardedSteps::isKilled(int thread) const
{
    return std::ranges::any_of(moves, [&](const Move& move) { return move.killed.contains(thread); });
}

bool GuardedSteps::isAsked(int thread) const
{
    // A term exists only because some step was found to need it.
    for (int term = 0; term < terms.size(); ++term)
        if (terms[term].kind == Terms::Kind::IsAt && terms[term].a == thread)
            return true;
    return false;
}

int GuardedSteps::decide(const Decision& decision)
{
    if (decision.question >= 0 && decision.yes == decision.no)
        return decision.yes;
    if (decision.question >= 0 && terms[decision.question].kind == Terms::Kind::Not)
        return decide({terms[decision.question].a, decision.no, decision.yes, -1});
    const auto [entry, isNew] = m_numbers.emplace(decision, int(decisions.size()));
    if (isNew)
        decisions.push_back(decision);
    return entry->second;
}

int GuardedSteps::canMove(int decision)
{
    const Decision here = decisions[std::size_t(decision)];
    if (here.question < 0)
        return terms.number(here.move >= 0);
    return terms.either(here.question, canMove(here.yes), canMove(here.no));
}

tl::expected<GuardedSteps, std::string> guardedSteps(const Model& model)
{
    try {
        return lowering::Unfolding(model).run();
    } catch (const lowering::Obstacle& obstacle) {
        return tl::unexpected(obstacle.sentence);
    }
}

} // namespace bindlab
