#include "lowering/object_steps.h"

#include "world/object_status.h"

#include <algorithm>
#include <iterator>

namespace bindlab::lowering {

template <typename Sees>
int ObjectSteps::isWhere(int thread, Sees sees)
{
    int isThere = m_terms.number(0);
    const auto& places = m_out.places[std::size_t(thread)];
    const auto seesFrom = [&](const auto& place) { return sees(m_model.code[std::size_t(place.first)].place); };
    for (auto first = std::ranges::find_if(places, seesFrom); first != places.end();) {
        const auto end = std::find_if_not(first, places.end(), seesFrom);
        isThere = m_terms.any(isThere, m_terms.isAt(thread, first->first, std::prev(end)->first));
        first = std::find_if(end, places.end(), seesFrom);
    }
    return isThere;
}

template <typename Sees>
int ObjectSteps::whereSeen(int thread, int address, int type, Sees sees)
{
    auto& [places, term] = m_whereSeen[{address, type}];
    if (const std::size_t known = m_out.places[std::size_t(thread)].size(); places != known) {
        places = known;
        term = isWhere(thread, sees);
    }
    return term;
}

bool ObjectSteps::isInScope(int context, int place) const
{
    int at = place < 0 ? -1 : m_model.places[std::size_t(place)].context;
    while (at >= 0 && at != context)
        at = m_model.contexts[std::size_t(at)].caller;
    return at >= 0;
}

const ObjectSteps::Scopes& ObjectSteps::scopesOf(int address, int type)
{
    const auto [entry, isNew] = m_scopes.try_emplace({address, type});
    if (isNew)
        for (std::size_t c = 0; c < m_model.contexts.size(); ++c)
            for (const auto& local : m_model.contexts[c].locals)
                if (local.address == address) {
                    const bool names = local.kind == CellKind::Pointer && local.pointsTo == type;
                    entry->second.isOther = entry->second.isOther || !names;
                    if (names)
                        entry->second.scopes.push_back(int(c));
                }
    return entry->second;
}

bool ObjectSteps::allocate(Path& path, const Instruction& i)
{
    const PoolInfo& pool = m_model.pools[std::size_t(i.field)];
    for (int slot = pool.first; slot < pool.first + pool.count; ++slot) {
        const int object = m_memory.objectNamed(pool.type, slot);
        const int status = m_memory.readCell(path, m_memory.statusCell(object));
        if (m_known.holds(path, m_memory.isAlive(path, object)))
            continue;
        if (m_known.holds(path, m_terms.equal(status, m_terms.number(statusFreed))) && m_known.holds(path, isNamed(path, pool.type, slot, i.place)))
            continue;
        make(path, object, m_model.types[std::size_t(pool.type)]);
        m_memory.write(path, i.a, m_terms.number(slot));
        return true;
    }
    // No property is broken: the model has no room for what the kernel would have.
    path.lost = true;
    m_hasNoRoom = true;
    return false;
}

bool ObjectSteps::free(Path& path, const Instruction& i)
{
    const TypeInfo& type = m_model.types[std::size_t(i.field)];
    const int value = m_known.valueOf(path, m_memory.read(path, i.a));
    if (value < 0 || value > type.objects)
        throw Unreal();
    if (value == 0)
        return true;
    const int object = m_memory.objectNamed(i.field, value);
    if (!m_known.holds(path, m_memory.isAlive(path, object))) {
        m_memory.lose(path);
        return false;
    }
    empty(path, object, type, statusFreed);
    return true;
}

void ObjectSteps::make(Path& path, int object, const TypeInfo& type)
{
    empty(path, object, type, statusPrivate);
    for (const int f : type.fields)
        if (const FieldInfo& field = m_model.fields[std::size_t(f)]; field.machine) {
            std::vector<std::uint8_t> saved(std::size_t(field.cells), 0);
            field.machine->initial(saved);
            for (int cell = 0; cell < field.cells; ++cell)
                m_memory.writeCell(path, m_model.address(object, f) + cell, m_terms.number(saved[std::size_t(cell)]));
        }
}

void ObjectSteps::empty(Path& path, int object, const TypeInfo& type, std::int8_t status)
{
    for (int cell = 0; cell < type.cells; ++cell)
        m_memory.clear(path, m_memory.statusCell(object) + cell, cell == 0 ? status : std::int8_t(0));
}

int ObjectSteps::isNamed(const Path& path, int type, int slot, int ownPlace)
{
    int named = m_terms.number(0);
    for (const auto& ref : m_model.pointers)
        if (m_model.fields[std::size_t(ref.field)].pointsTo == type)
            named = m_terms.any(named, m_terms.equal(m_memory.readCell(path, m_model.address(ref.object, ref.field)), m_terms.number(slot)));
    for (int t = 0; t < int(m_model.threads.size()); ++t)
        named = m_terms.any(named, isNamedByLocals(path, t, type, slot, ownPlace));
    return named;
}

int ObjectSteps::isNamedByLocals(const Path& path, int thread, int type, int slot, int ownPlace)
{
    const ThreadInfo& info = m_model.threads[std::size_t(thread)];
    int named = m_terms.number(0);
    for (int address = info.locals; address < info.locals + info.localCells; ++address) {
        const int equal = m_terms.equal(m_memory.readCell(path, address), m_terms.number(slot));
        if (const auto known = m_known.decided(path, equal); known && !*known)
            continue;
        const Scopes& in = scopesOf(address, type);
        const auto sees = [&](int place) { return std::ranges::any_of(in.scopes, [&](int scope) { return isInScope(scope, place); }); };
        int seen = m_terms.number(0);
        if (thread == path.thread)
            seen = m_terms.number(sees(ownPlace));
        else if (!in.isOther && !in.scopes.empty()) // outside of its scope it is 0; at the end nothing is seen
            seen = m_terms.inverse(m_memory.readCell(path, m_out.isDone(thread)));
        else
            seen = whereSeen(thread, address, type, sees);
        named = m_terms.any(named, m_terms.both(equal, seen));
    }
    return named;
}

} // namespace bindlab::lowering
