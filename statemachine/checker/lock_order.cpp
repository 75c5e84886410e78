#include "checker/lock_order.h"

#include "world/lock_cells.h"

namespace bindlab {

void LockOrder::note(std::span<const std::int8_t> cells, int thread, int place, std::span<const Interpreter::Wanted> wanted)
{
    for (const Model::LockRef& held : m_model.locks) {
        const std::int8_t* cell = &cells[std::size_t(m_model.address(held.object, held.field))];
        const bool holds = holderOf(cell[0]) == thread
            || (m_model.fields[std::size_t(held.field)].kind == CellKind::ReadWriteLock && (bits(cell + readersCell) >> thread & 1u));
        if (!holds)
            continue;
        for (const Interpreter::Wanted& lock : wanted)
            if (lock.field != held.field) {
                const auto [entry, isNew] = m_places.try_emplace({held.field, lock.field}, place);
                entry->second = std::min(entry->second, place);
            }
    }
}

void LockOrder::merge(const LockOrder& other)
{
    for (const auto& [kinds, place] : other.m_places) {
        const auto [entry, isNew] = m_places.try_emplace(kinds, place);
        entry->second = std::min(entry->second, place);
    }
}

std::string LockOrder::whereOf(int place) const
{
    if (place < 0)
        return "user space";
    const int flow = m_model.contexts[std::size_t(m_model.places[std::size_t(place)].context)].flow;
    return flow < 0 ? std::string("user space") : m_model.flows[std::size_t(flow)].name;
}

std::vector<std::string> LockOrder::warnings() const
{
    const auto nameOf = [&](int field) {
        const FieldInfo& info = m_model.fields[std::size_t(field)];
        return info.alias.empty() ? m_model.types[std::size_t(info.type)].name + "." + info.name : info.alias;
    };
    std::vector<std::string> sentences;
    for (const auto& [kinds, place] : m_places) {
        const auto [first, second] = kinds;
        const auto back = m_places.find({second, first});
        if (first < second && back != m_places.end())
            sentences.push_back(nameOf(first) + " and " + nameOf(second) + " are taken in both orders: " + nameOf(second) + " inside " + nameOf(first)
                                + " in " + whereOf(place) + ", the other way round in " + whereOf(back->second));
    }
    return sentences;
}

} // namespace bindlab
