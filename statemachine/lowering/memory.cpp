#include "lowering/memory.h"

#include "world/interpreter.h"
#include "world/object_status.h"

namespace bindlab::lowering {

int Memory::read(const Path& path, int address)
{
    if (const auto written = path.memory.find(address); written != path.memory.end())
        return written->second;
    if (address >= m_model.stateBytes) {
        const int constant = address - m_model.stateBytes - m_model.scratchCells;
        if (constant < 0)
            throw Obstacle{"a step reads a value that an earlier step has computed and not kept"};
        return m_terms.number(m_model.constants[std::size_t(constant)]);
    }
    return readCell(path, address);
}

int Memory::readCell(const Path& path, int cell)
{
    if (const auto written = path.memory.find(besides(cell)); written != path.memory.end())
        return written->second;
    const ValueSet& values = m_growth.consult(path, cell);
    return values.count() == 1 ? m_terms.number(theOnly(values)) : m_terms.cell(cell);
}

void Memory::clear(Path& path, int cell, std::int8_t value)
{
    m_growth.clears(path.thread, cell);
    writeCell(path, cell, m_terms.number(value));
}

int Memory::isAlive(const Path& path, int object)
{
    const int status = readCell(path, statusCell(object));
    return m_terms.both(m_terms.truth(status), m_terms.inverse(m_terms.equal(status, m_terms.number(statusFreed))));
}

void Memory::lose(Path& path)
{
    path.lost = true;
    breaks(path, "I3", m_terms.number(1));
}

void Memory::breaks(Path& path, std::string_view id, int truth) { breaks(path, findProperty(m_model, id), truth); }

void Memory::breaks(Path& path, int property, int truth)
{
    if (property >= 0 && !m_terms.isNumber(truth, 0))
        path.broken[property] = path.broken.contains(property) ? m_terms.any(path.broken[property], truth) : truth;
}

int Memory::objectAt(Path& path, int pointer, int type)
{
    const int value = m_known.valueOf(path, read(path, pointer));
    if (value < 0 || value > m_model.types[std::size_t(type)].objects)
        throw Unreal();
    if (value > 0) {
        const int object = objectNamed(type, value);
        if (m_known.holds(path, isAlive(path, object)))
            return object;
    }
    lose(path);
    return -1;
}

template <typename There>
int Memory::ofNamed(const Path& path, int pointer, int type, There there)
{
    const ValueSet values = m_known.possible(path, pointer);
    int value = m_terms.number(0);
    for (int v = 1; v <= m_model.types[std::size_t(type)].objects; ++v)
        if (values[std::size_t(v + 128)]) {
            const int here = there(objectNamed(type, v));
            value = m_terms.either(m_terms.equal(pointer, m_terms.number(v)), here, value);
        }
    return value;
}

int Memory::load(const Path& path, const Instruction& i)
{
    const int type = m_model.fields[std::size_t(i.field)].type;
    return ofNamed(path, read(path, i.b), type, [&](int object) {
        return m_terms.either(isAlive(path, object), readCell(path, m_model.address(object, i.field)), m_terms.number(0));
    });
}

int Memory::exists(const Path& path, int pointer, int type, bool wanted)
{
    return ofNamed(path, pointer, type, [&](int object) {
        const int alive = isAlive(path, object);
        return wanted ? alive : m_terms.inverse(alive);
    });
}

} // namespace bindlab::lowering
