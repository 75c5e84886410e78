#pragma once

#include "flow/program.h"

#include <bitset>
#include <map>
#include <string>
#include <vector>

namespace bindlab {

/// Values of a cell: bit v + 128 for the value v, -128 to 127.
using ValueSet = std::bitset<256>;

[[nodiscard]] inline ValueSet only(int value) { return ValueSet().set(std::size_t(value + 128)); }
[[nodiscard]] inline int theOnly(const ValueSet& values) { return int(values._Find_first()) - 128; }

/// What a model's layout alone says of its cells. Behind those of the state stand two for each thread: whether it is in
/// user space, and whether it is done.

/// By thread, then cell of a lock: the values that only this thread gives it, for it holds it, reads it or waits for it.
[[nodiscard]] std::vector<std::map<int, ValueSet>> ownLockValues(const Model& model);
/// By cell, what its type lets it hold at most; all values where the cell is missing.
[[nodiscard]] std::map<int, ValueSet> widestValues(const Model& model);
/// By cell: a name of its own, made of letters, digits and '_'.
[[nodiscard]] std::vector<std::string> cellNames(const Model& model);

} // namespace bindlab
