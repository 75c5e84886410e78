#pragma once

#include "checker/compare.h"
#include "flow/flow_view.h"

#include <string>
#include <vector>

namespace bindlab {

struct DiffLine {
    enum class Kind : std::uint8_t { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    int first = 0;       ///< number of the line in the first model's flow; 0 where it has none
    int second = 0;
    std::string text;    ///< indentation kept; empty for a gap
    std::string patch;   ///< the patch that brought a line only one has, or empty
};

/// One flow that the two models do not have alike, with three lines of what is the same around each difference.
struct FlowDiff {
    std::string name;
    std::string signature;
    std::vector<DiffLine> lines;
    [[nodiscard]] int added() const;
    [[nodiscard]] int removed() const;
};

/// The flows that some thread can reach and that differ, those of the first model first, in the order it has them.
[[nodiscard]] std::vector<FlowDiff> flowDiffs(const std::vector<FlowView>& first, const std::vector<FlowView>& second);

/// Of both sides; nothing when one does not run.
[[nodiscard]] std::vector<FlowDiff> flowDiffs(const Comparison& comparison);

/// As `diff -u` writes it, so that `patch -p1` takes it: each flow is a file of its name, and its signature stands at the head of a hunk.
[[nodiscard]] std::string unifiedDiff(const FlowDiff& diff);

/// As a patch is mailed: "@@ name" and lines that begin with ' ', '-' or '+'. Longer lines are not broken.
[[nodiscard]] std::string diffsAsText(const std::vector<FlowDiff>& diffs);

} // namespace bindlab
