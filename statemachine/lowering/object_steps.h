#pragma once

#include "lowering/memory.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace bindlab::lowering {

/// Objects that come and go. A slot is not used again while any pointer still names it, and locals are pointers as well
/// where they are seen.
class ObjectSteps {
public:
    ObjectSteps(const Model& model, GuardedSteps& out, Knowledge& known, Memory& memory)
        : m_model(model), m_out(out), m_terms(out.terms), m_known(known), m_memory(memory)
    {
    }

    /// False when there is no room, and nothing follows.
    bool allocate(Path& path, const Instruction& i);
    /// False when it does not exist, and memory is lost.
    bool free(Path& path, const Instruction& i);
    /// Somewhere an object is allocated that the model has no room for.
    [[nodiscard]] bool hasNoRoom() const { return m_hasNoRoom; }

private:
    /// Where a cell is a local that points to such a struct.
    struct Scopes {
        bool isOther = false;      ///< somewhere it is a local of another kind
        std::vector<int> scopes;   ///< indices into Model::contexts
    };

    void make(Path& path, int object, const TypeInfo& type);
    void empty(Path& path, int object, const TypeInfo& type, std::int8_t status);
    /// That some pointer names this slot.
    int isNamed(const Path& path, int type, int slot, int ownPlace);
    /// That some local of a thread that it can still see does.
    int isNamedByLocals(const Path& path, int thread, int type, int slot, int ownPlace);
    [[nodiscard]] bool isInScope(int context, int place) const;
    const Scopes& scopesOf(int address, int type);
    /// That the thread stands where this local is seen. It holds until more places are known.
    template <typename Sees>
    int whereSeen(int thread, int address, int type, Sees sees);
    /// That a thread stands where `sees` holds of what it will do. What belongs together lies together.
    template <typename Sees>
    int isWhere(int thread, Sees sees);

    const Model& m_model;
    GuardedSteps& m_out;
    Terms& m_terms;
    Knowledge& m_known;
    Memory& m_memory;
    std::map<std::pair<int, int>, Scopes> m_scopes;   ///< by address and struct, as the next
    std::map<std::pair<int, int>, std::pair<std::size_t, int>> m_whereSeen;
    bool m_hasNoRoom = false;
};

} // namespace bindlab::lowering
