#include "lowering/unfolding.h"

#include "lowering/formula_terms.h"
#include "world/interpreter.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace bindlab::lowering {

namespace {

constexpr std::size_t maxPathsPerPlace = 50000;

} // namespace

GuardedSteps Unfolding::run()
{
    do {
        m_growth.beginRound();
        for (std::size_t t = 0; t < m_model.threads.size(); ++t)
            for (auto at = m_out.places[t].begin(); at != m_out.places[t].end(); ++at) // it grows on the way
                stepsFrom(int(t), at->first);
    } while (m_growth.grew());
    for (auto& [place, looked] : m_looked)
        std::ranges::move(looked.steps, std::back_inserter(m_out.steps));
    m_out.names = cellNames(m_model);
    addProperties();
    return std::move(m_out);
}

void Unfolding::addProperties()
{
    m_out.broken.assign(m_model.properties.size(), m_terms.number(0));
    int ended = m_terms.number(1);
    int rest = m_terms.number(1);
    for (std::size_t t = 0; t < m_model.threads.size(); ++t) {
        ended = m_terms.both(ended, m_out.cellTerm(m_out.isDone(int(t))));
        rest = m_terms.both(rest, m_out.cellTerm(m_out.inUserSpace(int(t))));
    }
    // Where memory is spoilt shows by the state, which is shorter than all steps that do it, unless that has two reasons.
    if (const int property = findProperty(m_model, "I3"); property >= 0 && !m_execution.hasNoRoom()) {
        m_out.broken[std::size_t(property)] = m_terms.truth(m_out.cellTerm(m_out.lost));
        for (GuardedStep& step : m_out.steps)
            step.breaks.erase(property);
    }
    FormulaTerms formulas(m_model, m_out, memory());
    for (const PropertyCode& code : m_model.propertyCode) {
        int& broken = m_out.broken[std::size_t(code.property)];
        broken = m_terms.any(broken, formulas.brokenBy(code, rest, ended));
    }
    m_out.over = m_terms.any(ended, m_terms.truth(m_out.cellTerm(m_out.lost)));
}

void Unfolding::stepsFrom(int thread, int at)
{
    if (isEnd(m_model, at))
        return;
    Looked& looked = m_looked[{thread, at}];
    if (m_growth.isUpToDate(looked.look, thread, at))
        return;
    m_growth.begin(looked.look);
    looked.steps.clear();
    m_execution.forgetAlternatives();
    for (int choice = 0; choice < m_execution.alternatives(); ++choice) {
        Path start;
        start.pc = at;
        start.thread = thread;
        start.from = at;
        start.choice = choice;
        start.memory[memory().besides(m_out.inUserSpace(thread))] = m_terms.number(inUserSpace(m_model, at));
        start.memory[memory().besides(m_out.isDone(thread))] = m_terms.number(0);
        start.among[m_out.lost] = only(0);
        m_paths = 0;
        m_step = {thread, at, choice, false, -1, {}, -1};
        m_step.first = follow(std::move(start), m_step.breaks);
        if (m_step.first >= 0 && m_out.decisions[std::size_t(m_step.first)] != Decision())
            looked.steps.push_back(m_step);
    }
    m_growth.end(looked.look);
}

int Unfolding::follow(Path path, Broken& breaks)
{
    if (++m_paths > maxPathsPerPlace)
        throw Obstacle{"the step before instruction " + std::to_string(path.from) + " of " + m_model.threads[std::size_t(path.thread)].name
                       + " can go too many ways"};
    Path before;
    try {
        auto going = Execution::Going::On;
        while (going == Execution::Going::On) {
            before = path;
            going = m_execution.followOne(path);
        }
        if (going != Execution::Going::Done || (path.choice > 0 && !path.chose))
            return m_out.decide({});
        breaks = path.broken;
        return finish(path);
    } catch (const Fork& fork) {
        return followAll(before, fork, breaks);
    } catch (const Unreal&) {
        return -1;
    }
}

int Unfolding::followAll(const Path& before, const Fork& fork, Broken& breaks)
{
    int decision = -1;
    for (auto answer = fork.answers.rbegin(); answer != fork.answers.rend(); ++answer) {
        Path next = before;
        if (!known().assume(next, answer->first, answer->second))
            continue;
        Broken breaksThere;
        const int there = follow(std::move(next), breaksThere);
        if (there < 0)
            continue;
        const int question = answer->second ? answer->first : m_terms.inverse(answer->first);
        if (decision < 0) {
            decision = there;
            breaks = std::move(breaksThere);
            continue;
        }
        decision = m_out.decide({question, there, decision, -1});
        breaks = brokenByEither(m_terms, question, breaksThere, breaks);
    }
    return decision;
}

int Unfolding::finish(Path& path)
{
    const int thread = path.thread;
    Move move;
    move.to = path.lost ? path.from : path.pc;
    move.lost = path.lost;
    move.killed = path.killed;
    if (path.lost)
        memory().writeCell(path, m_out.lost, m_terms.number(thread + 1));
    memory().writeCell(path, m_out.inUserSpace(thread), m_terms.number(inUserSpace(m_model, move.to)));
    memory().writeCell(path, m_out.isDone(thread), m_terms.number(isEnd(m_model, move.to)));
    growBehind(path, move.to);
    move.effects = effectsOf(path);
    m_step.timeOut = m_step.timeOut || path.timeOut;
    m_step.place = path.place;
    const auto [entry, isNew] = m_moves.emplace(std::move(move), int(m_out.moves.size()));
    if (isNew)
        m_out.moves.push_back(entry->first);
    Decision decision;
    decision.move = entry->second;
    return m_out.decide(decision);
}

void Unfolding::growBehind(const Path& path, int to)
{
    const ThreadInfo& thread = m_model.threads[std::size_t(path.thread)];
    m_growth.reach(path.thread, to);
    const auto valuesAfter = [&](int cell) {
        const auto written = path.memory.find(memory().besides(cell));
        return written == path.memory.end() ? known().amongOf(path, cell) : known().possible(path, written->second);
    };
    for (int cell = thread.locals; cell < thread.locals + thread.localCells; ++cell)
        m_growth.growAt(path.thread, to, cell, valuesAfter(cell));
    m_growth.growLocks(path.thread, to, valuesAfter);
}

std::map<int, int> Unfolding::effectsOf(const Path& path)
{
    std::map<int, int> effects;
    const int thread = path.thread;
    for (int cell = 0; cell < int(m_out.initial.size()); ++cell) {
        const auto written = path.memory.find(memory().besides(cell));
        if (written == path.memory.end() || m_terms[written->second] == Terms::Term{Terms::Kind::Cell, cell})
            continue;
        const bool isOwn = cell == m_out.inUserSpace(thread) || cell == m_out.isDone(thread);
        const ValueSet before = isOwn ? only(cell == m_out.isDone(thread) ? 0 : inUserSpace(m_model, path.from)) : m_out.valuesAt(thread, path.from, cell);
        const ValueSet after = known().possible(path, written->second);
        if (after.count() == 1 && before == after)
            continue;
        const bool isKnownTruth = after.count() == 1 && m_terms.isTruth(written->second);
        effects[cell] = isKnownTruth ? m_terms.number(theOnly(after)) : written->second;
        m_growth.grow(cell, after);
    }
    return effects;
}

} // namespace bindlab::lowering
