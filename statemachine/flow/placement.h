/// Moves locals, scratch and constants from their provisional addresses to the places behind the objects.
#pragma once

#include "flow/addresses.h"
#include "flow/complaints.h"

namespace bindlab::compiling {

/// Cells that a thread has only when some statement needs them.
struct ThreadExtras {
    bool overlap = false;
    bool kills = false;
};

/// Lays the threads behind the first `objectCells` cells, then scratch with the locals of the prologue, then constants.
/// That there are too many of them is complained about at `lastToken`.
void placeCells(Model& m, int objectCells, int localsOfPrologue, const Token& lastToken, const ThreadExtras& extras, Complaints& complaints);

} // namespace bindlab::compiling
