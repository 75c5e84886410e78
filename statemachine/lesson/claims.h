#pragma once

#include "lesson/lesson.h"

#include <string>

namespace bindlab {

/// The words of one claim of a fact: "T1 is blocked".
[[nodiscard]] std::string claimOf(const Fact& fact, const FactAttribute& attribute);
/// "I3 is broken as F1 by T1", "no step has broken I3 or I10".
[[nodiscard]] std::string claimOfFinding(const Fact& fact);
/// The claims of a fact, as a reader is told them: "T1 waits for vdev->mutex, held by T2."
[[nodiscard]] std::string sentence(const Fact& fact);

} // namespace bindlab
