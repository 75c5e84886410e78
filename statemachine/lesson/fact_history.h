#pragma once

#include "lesson/lesson.h"
#include "world/step.h"

#include <optional>
#include <string>
#include <string_view>

namespace bindlab {

/// What a fact of a call or of a finding asks for.
struct Asked {
    explicit Asked(const Fact& fact);

    std::string name;                ///< of the call or the property; "none" for "no finding"
    std::string thread;              ///< empty: any
    std::string failure;             ///< empty: any
    std::string result;              ///< "-EBUSY"
    std::vector<std::string> of;     ///< the properties that `none` speaks of; empty: all
};

/// Whether the fact speaks of what has happened so far and not of how things are.
[[nodiscard]] bool isOfHistory(const Fact& fact);

/// What the call returned at this step; nothing when it did not.
[[nodiscard]] std::optional<std::string> returned(const Asked& asked, const StepRecord& record);
/// Whether the step broke what is asked for. With the name "none": one of `of`.
[[nodiscard]] bool broke(const Asked& asked, const StepRecord& record);

/// What this step makes of the truth of a fact of history; nothing when it leaves it as it was.
[[nodiscard]] std::optional<bool> said(const Fact& fact, const StepRecord& record);

/// "IOMMU_DESTROY" of "IOMMU_DESTROY(vdevice)".
[[nodiscard]] std::string_view callName(std::string_view call);

} // namespace bindlab
