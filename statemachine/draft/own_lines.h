#pragma once

#include "flow/library.h"

#include <tl/expected.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// Lines of the kernel's flows that a design of one's own changes. They stand in its text as one patch, a hunk a flow, which is
/// rewritten whenever one of the flows is.
struct OwnLines {
    std::string design;   ///< that picks the patch: "mine"

    /// "mine-lines"
    [[nodiscard]] std::string patch() const { return design + "-lines"; }
};

/// A flow as the design has it without the patch of own lines, and with it: lines with the indentation inside the flow.
/// Nothing when the text does not compile, or no thread of the selection reaches the flow.
struct FlowLines {
    std::vector<std::string> before;
    std::vector<std::string> after;
    std::map<std::string, std::string> renames;   ///< old to new names that patches gave: lines have the new ones, hunks the old
};
[[nodiscard]] tl::expected<FlowLines, Diagnostics> flowLines(const Library& library, const Selection& selection, const OwnLines& own, const std::string& flow);

/// The text with the hunk that makes the flow's lines without those of one's own into `lines`; without one where they say the same. The patch is declared behind
/// everything else and picked by the design when the first hunk comes, and goes with the last. Lines that would break the text
/// around them, as a brace that nothing closes, are refused with a sentence.
[[nodiscard]] tl::expected<std::string, std::string> withFlow(std::string_view text, const OwnLines& own, const std::string& flow,
                                                              const FlowLines& was, const std::vector<std::string>& lines);

} // namespace bindlab
