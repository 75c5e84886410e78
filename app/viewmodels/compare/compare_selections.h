#pragma once

#include "compare_rows.h"

#include "flow/library.h"

#include <array>
#include <string>
#include <vector>

namespace bindlab {

/// The two selections that are compared, and the patches of each.

/// Its names are all among the library's.
[[nodiscard]] bool isKnown(const Library& library, const Selection& selection);
/// The selection with a patch or without it. A patch takes the place of the design's other answer to the same question.
[[nodiscard]] Selection selectionWith(const Library& library, const Selection& selection, const std::string& patch, bool has);
/// Every patch but the known mistakes, by the question it answers.
[[nodiscard]] std::vector<ChoiceOfPatchRow> patchChoiceRows(const Library& library, const std::array<Selection, 2>& selections);
/// The patches that only one of the two has.
[[nodiscard]] std::vector<ComparePatchRow> differingPatchRows(const Library& library, const std::array<Selection, 2>& selections);

} // namespace bindlab
