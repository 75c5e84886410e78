#include "lowering/growth.h"

#include "world/interpreter.h"
#include "world/step.h"

#include <algorithm>

namespace bindlab::lowering {

namespace {

/// So often counters may grow by one before they are taken to hold anything.
constexpr int roundsBeforeWidening = 16;

int placeIn(const State& state, const ThreadInfo& thread)
{
    return int(std::uint8_t(state[std::size_t(thread.pc)])) | int(std::uint8_t(state[std::size_t(thread.pc) + 1])) << 8;
}

} // namespace

Growth::Growth(const Model& model, GuardedSteps& out) : m_model(model), m_out(out), m_widest(widestValues(model)), m_mine(ownLockValues(model))
{
    m_out.places.resize(model.threads.size());
    const State start = initialState(model);
    m_out.initial.assign(start.begin(), start.end());
    m_out.lost = model.lost;
    for (const ThreadInfo& thread : model.threads) {
        const int at = placeIn(start, thread);
        m_out.initial.push_back(inUserSpace(model, at));
        m_out.initial.push_back(isEnd(model, at));
    }
    for (const int value : m_out.initial)
        m_out.values.push_back(only(value));
    for (std::size_t t = 0; t < model.threads.size(); ++t) {
        m_out.start.push_back(placeIn(start, model.threads[t]));
        std::map<int, ValueSet>& locals = m_out.places[t][m_out.start.back()];
        for (int cell = model.threads[t].locals; cell < model.threads[t].locals + model.threads[t].localCells; ++cell)
            locals[cell] = m_out.values[std::size_t(cell)];
    }
}

void Growth::beginRound()
{
    ++m_round;
    m_grew = false;
    for (std::size_t t = 0; t < m_model.threads.size(); ++t)
        for (const auto& [cell, mine] : m_mine[t])
            growAt(int(t), m_out.start[t], cell, m_out.values[std::size_t(cell)] & (m_round == 1 ? ~ValueSet() : ~mine));
}

const ValueSet& Growth::consult(const Path& path, int cell)
{
    m_consulted.insert(cell);
    return m_out.valuesAt(path.thread, path.from, cell);
}

bool Growth::isUpToDate(const Look& look, int thread, int place) const
{
    const auto isOld = [&](int cell) {
        const auto grown = m_grownAt.find({-1, -1, cell});
        const auto grownHere = m_grownAt.find({thread, place, cell});
        return (grown == m_grownAt.end() || grown->second < look.clock) && (grownHere == m_grownAt.end() || grownHere->second < look.clock);
    };
    return look.clock > 0 && std::ranges::all_of(look.consulted, isOld);
}

void Growth::begin(Look& look)
{
    look.clock = ++m_clock;
    m_consulted.clear();
}

void Growth::reach(int thread, int place)
{
    if (m_out.places[std::size_t(thread)].try_emplace(place).second)
        m_grew = true;
}

void Growth::clears(int thread, int cell)
{
    if (m_clears[cell].insert(thread).second) {
        m_grew = true;
        m_grownAt[{-1, -1, cell}] = ++m_clock;
    }
}

void Growth::growLocks(int thread, int place, const std::function<ValueSet(int)>& valuesAfter)
{
    // Nobody else takes or gives back a lock for this thread, but another may free what it lies in.
    for (const auto& [cell, mine] : m_mine[std::size_t(thread)]) {
        const ValueSet after = valuesAfter(cell);
        const ValueSet& all = m_out.values[std::size_t(cell)];
        const std::set<int>& clear = m_clears[cell];
        const bool othersClear = clear.size() > 1 || (clear.size() == 1 && !clear.contains(thread));
        ValueSet there = (after & mine).any() ? all & mine : ValueSet();
        if ((after & ~mine).any() || othersClear)
            there |= all & ~mine;
        growAt(thread, place, cell, there);
    }
}

void Growth::grow(int cell, const ValueSet& more) { grow({-1, -1, cell}, m_out.values[std::size_t(cell)], more); }

void Growth::growAt(int thread, int place, int cell, const ValueSet& more)
{
    grow({thread, place, cell}, m_out.places[std::size_t(thread)][place][cell], more);
}

void Growth::grow(const std::tuple<int, int, int>& whose, ValueSet& values, const ValueSet& more)
{
    const auto known = m_widest.find(std::get<2>(whose));
    const ValueSet widest = known == m_widest.end() ? ValueSet().set() : known->second;
    if ((more & widest & ~values).none())
        return;
    m_grew = true;
    m_grownAt[whose] = ++m_clock;
    values |= more & widest;
    if (m_round > roundsBeforeWidening && widest.all())
        values.set();
}

} // namespace bindlab::lowering
