#pragma once

#include "report/svg_document.h"

#include <QPointF>
#include <QString>

#include <span>

namespace bindlab {

/// The head of an arrow that ends at `tip`, as an SVG path; `way` is its direction there, of length 1.
[[nodiscard]] QString arrowHead(const QPointF& tip, const QPointF& way);

/// A curve as SvgDocument::curve has it, as an SVG path; empty without points.
[[nodiscard]] QString curvePath(std::span<const SvgPoint> curve);

} // namespace bindlab
