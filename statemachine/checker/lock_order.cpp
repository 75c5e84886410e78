#include "checker/lock_order.h"

#include "world/lock_cells.h"

#include <algorithm>

namespace bindlab {

LockOrder::LockOrder(const Model& model) : m_model(model), m_kindOf(model.fields.size(), -1)
{
    for (const Model::LockRef& lock : model.locks) {
        int& kind = m_kindOf[std::size_t(lock.field)];
        if (kind < 0) {
            kind = int(m_kinds.size());
            m_kinds.push_back({lock.field, model.fields[std::size_t(lock.field)].kind == CellKind::ReadWriteLock});
        }
        m_locks.push_back({model.address(lock.object, lock.field), kind});
    }
    m_places.assign(m_kinds.size() * m_kinds.size(), never);
    m_latest.assign(m_kinds.size(), never);
}

void LockOrder::note(std::span<const std::int8_t> cells, int thread, int place, std::span<const Interpreter::Wanted> wanted)
{
    const auto kindOf = [&](const Interpreter::Wanted& lock) { return std::size_t(m_kindOf[std::size_t(lock.field)]); };
    if (std::ranges::all_of(wanted, [&](const Interpreter::Wanted& lock) { return m_latest[kindOf(lock)] <= place; }))
        return;
    for (const Lock& held : m_locks) {
        const std::int8_t* cell = &cells[std::size_t(held.address)];
        if (holderOf(cell[0]) != thread && !(m_kinds[std::size_t(held.kind)].readWrite && (bits(cell + readersCell) >> thread & 1u)))
            continue;
        for (const Interpreter::Wanted& lock : wanted) {
            int& first = m_places[std::size_t(held.kind) * m_kinds.size() + kindOf(lock)];
            first = std::min(first, place);
        }
    }
    for (const Interpreter::Wanted& lock : wanted) {
        int& latest = m_latest[kindOf(lock)];
        latest = 0;
        for (std::size_t held = 0; held < m_kinds.size(); ++held)
            latest = std::max(latest, m_places[held * m_kinds.size() + kindOf(lock)]);
    }
}

void LockOrder::merge(const LockOrder& other)
{
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_places[i] = std::min(m_places[i], other.m_places[i]);
}

std::string LockOrder::whereOf(int place) const
{
    if (place < 0)
        return "user space";
    const int flow = m_model.contexts[std::size_t(m_model.places[std::size_t(place)].context)].flow;
    return flow < 0 ? std::string("user space") : m_model.flows[std::size_t(flow)].name;
}

std::string LockOrder::nameOf(std::size_t kind) const
{
    const FieldInfo& info = m_model.fields[std::size_t(m_kinds[kind].field)];
    return info.alias.empty() ? m_model.types[std::size_t(info.type)].name + "." + info.name : info.alias;
}

std::vector<std::string> LockOrder::warnings() const
{
    std::vector<std::string> sentences;
    for (std::size_t one = 0; one < m_kinds.size(); ++one)
        for (std::size_t other = one + 1; other < m_kinds.size(); ++other) {
            const int there = m_places[one * m_kinds.size() + other];
            const int back = m_places[other * m_kinds.size() + one];
            if (there == never || back == never)
                continue;
            const std::string first = nameOf(one);
            const std::string second = nameOf(other);
            sentences.push_back(first + " and " + second + " are taken in both orders: " + second + " inside " + first + " in " + whereOf(there)
                                + ", the other way round in " + whereOf(back));
        }
    return sentences;
}

std::vector<std::string> LockOrder::inOrder() const
{
    const std::size_t count = m_kinds.size();
    const auto before = [&](std::size_t one, std::size_t other) { return one != other && m_places[one * count + other] != never; };
    std::vector<std::string> names;
    std::vector<bool> told(count, false);
    while (names.size() < count) {
        // One that none of the others comes before; where they go round in a circle, the first.
        std::size_t next = count;
        for (std::size_t kind = count; kind-- > 0;) {
            if (told[kind])
                continue;
            bool free = true;
            for (std::size_t other = 0; other < count; ++other)
                free = free && (told[other] || !before(other, kind));
            if (free)
                next = kind;
        }
        if (next == count)
            next = std::size_t(std::ranges::find(told, false) - told.begin());
        told[next] = true;
        names.push_back(nameOf(next));
    }
    return names;
}

} // namespace bindlab
