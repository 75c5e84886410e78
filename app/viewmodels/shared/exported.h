#pragma once

#include "machines/machine.h"
#include "viewmodels/map/workbench_map.h"

#include <QVariantMap>

namespace bindlab {

/// A run in one of the formats its screens offer: "text", "mermaid", "plantuml", "json" (the trace), "lanes" (SVG), or "svg":
/// the map as it stands, drawn with `inks` (Theme.inks).
[[nodiscard]] QString exportedRun(const QString& format, const Run& run, const Library& library, const MapViewModel& map, const QVariantMap& inks);

/// A machine's chart: "text", "mermaid", "plantuml" or "svg".
[[nodiscard]] QString exportedChart(const QString& format, const Machine& machine);

} // namespace bindlab
