#pragma once

#include "checker/compare.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>
#include <cstdint>

namespace bindlab {

/// What is said of a comparison in words.

/// The two designs as designName() has them: "D6 +serialise-bind".
using SideNames = std::array<QString, 2>;

[[nodiscard]] QString stepsText(std::size_t count);
[[nodiscard]] QString statesText(std::uint64_t count);
/// "D3a breaks I3 F1, 51 steps"
[[nodiscard]] QString leadText(const Lead& lead, const SideNames& names);
/// Why there is nothing to play, a line each; empty when there is.
[[nodiscard]] QString obstacleText(const Comparison& comparison, const SideNames& names);
/// What already differed where they part.
[[nodiscard]] QString becauseText(const Parting& parting, const SideNames& names);
/// What each side then comes to, as sentences.
[[nodiscard]] QStringList outcomeTexts(const Parting& parting);
/// The worst that a run has broken before `position`; empty: nothing.
[[nodiscard]] QString brokenBefore(const Run& run, int position);

} // namespace bindlab
