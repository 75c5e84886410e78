#pragma once

#include "states_looks.h"
#include "states_rows.h"

#include <QVariantMap>

#include <vector>

namespace bindlab {

/// What a drawing of the whole graph shows.
struct StatesPicture {
    QString title;
    const StatesScene& scene;
    const std::vector<std::uint32_t>& path;   ///< drawn nodes of the run that is marked
    looks::Show show = looks::Lifetime;
    const std::vector<StateLegendRow>& legend;
};

/// The ink of a look, by name: what its inside is filled with and its outline drawn in.
struct LookInks {
    QString fill;
    QString line;
};
[[nodiscard]] LookInks inksOf(int look);
/// Size of the dot that tells a locked state from others without its ink, in radii of its node.
constexpr double lockedDot = 0.4;

/// An SVG; `inks` as Theme.inks.
[[nodiscard]] QString drawStates(const StatesPicture& picture, const QVariantMap& inks);

} // namespace bindlab
