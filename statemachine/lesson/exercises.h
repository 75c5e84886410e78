#pragma once

#include "lesson/lesson.h"
#include "lesson/results.h"

#include <array>
#include <string>
#include <vector>

namespace bindlab {

/// The scenario of an order, in which its thread goes through the picked items, numbers of items from 0.
[[nodiscard]] Selection orderSelection(const Order& order, const std::vector<int>& picks, const Selection& from, Results& results);
/// The design of a repair with the picked items attached.
[[nodiscard]] Selection repairSelection(const Repair& repair, const std::vector<int>& picks, const Selection& from);

/// What a comparison compares, where the page has come to `from`.
[[nodiscard]] std::array<Selection, 2> comparedBy(const Compare& compare, const Selection& from);

/// Whether the facts hold of the check of every interleaving.
[[nodiscard]] bool hold(const CheckResult& result, const std::vector<Fact>& facts);

/// Every order of so many items, from the one they are listed in.
[[nodiscard]] std::vector<std::vector<int>> ordersOf(std::size_t items);
/// Every choice of items, none of them first, then those with fewer items before those with more.
[[nodiscard]] std::vector<std::vector<int>> choicesOf(std::size_t items);

/// "1, 3 and 2": places from 0, as a reader counts them.
[[nodiscard]] std::string placesAsText(const std::vector<int>& picks);

} // namespace bindlab
