#pragma once

#include "flow/program.h"

namespace bindlab {

/// Whether a local that lives where the thread stands points to this object of that struct.
template <typename CellsOf>
bool namesSlot(const Model& model, CellsOf&& cells, int place, int type, int slot)
{
    int context = place < 0 ? -1 : model.places[std::size_t(place)].context;
    for (; context >= 0; context = model.contexts[std::size_t(context)].caller)
        for (const auto& local : model.contexts[std::size_t(context)].locals)
            if (local.kind == CellKind::Pointer && local.pointsTo == type && local.address < model.stateBytes && cells[std::size_t(local.address)] == slot)
                return true;
    return false;
}

} // namespace bindlab
