#pragma once

#include "flow/flow_view.h"
#include "flow/library.h"

namespace bindlab {

/// A design as the patches it is made of, one after the other.
struct Series {
    /// The texts of one kernel, whether a thread reaches them or not: structures ("struct Vdevice"), tables of operations
    /// ("ops tsm") and flows, in the order the files have them.
    using Texts = std::vector<FlowView>;

    DesignInfo design;
    std::string platform;
    std::vector<PatchInfo> patches;   ///< in the order applied, which is the library's
    std::vector<Texts> texts;         ///< after so many patches: one more than there are patches
    /// Of the question that a patch answers; empty when it answers none.
    std::vector<std::string> questions;
};

/// `selection.scenario` is not looked at. Patches that do not apply or do not stand together are an error, as of a compile.
[[nodiscard]] tl::expected<Series, Diagnostics> seriesOf(const Library& library, const Selection& selection);

} // namespace bindlab
