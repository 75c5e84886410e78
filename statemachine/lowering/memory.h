#pragma once

#include "lowering/knowledge.h"

#include <cstdint>
#include <string_view>

namespace bindlab::lowering {

/// What a path reads and writes: cells of the state, those beside it, scratch and constants, each as a term over the
/// values before the step; objects behind pointers; and what it breaks.
class Memory {
public:
    Memory(const Model& model, GuardedSteps& out, Growth& growth, Knowledge& known)
        : m_model(model), m_terms(out.terms), m_growth(growth), m_known(known)
    {
    }

    /// What an instruction's operand stands for.
    int read(const Path& path, int address);
    void write(Path& path, int address, int term) const { path.memory[address] = term; }
    /// A cell of the state, or one of those beside it.
    int readCell(const Path& path, int cell);
    void writeCell(Path& path, int cell, int term) const { path.memory[besides(cell)] = term; }
    /// Addresses of scratch follow those of the state; the cells beside it are kept out of their way.
    [[nodiscard]] int besides(int cell) const { return cell < m_model.stateBytes ? cell : -1 - cell; }
    /// Sets a cell of an object that comes or goes, whatever it held.
    void clear(Path& path, int cell, std::int8_t value);

    [[nodiscard]] int statusCell(int object) const { return m_model.objects[std::size_t(object)].status; }
    [[nodiscard]] int objectNamed(int type, int pointer) const { return m_model.types[std::size_t(type)].firstObject + pointer - 1; }
    int isAlive(const Path& path, int object);
    /// The object a pointer names, or -1 when memory is lost by following it.
    int objectAt(Path& path, int pointer, int type);
    /// (*b).field, where what does not exist reads as 0.
    int load(const Path& path, const Instruction& i);
    /// That a pointer names an object that exists, or, when that is not wanted, one that does not.
    int exists(const Path& path, int pointer, int type, bool wanted);

    /// Memory is spoilt, which breaks I3.
    void lose(Path& path);
    void breaks(Path& path, std::string_view id, int truth);
    void breaks(Path& path, int property, int truth);

private:
    /// What `there` answers for the object that a pointer names; 0 where it names none.
    template <typename There>
    int ofNamed(const Path& path, int pointer, int type, There there);

    const Model& m_model;
    Terms& m_terms;
    Growth& m_growth;
    Knowledge& m_known;
};

} // namespace bindlab::lowering
