#pragma once

#include "viewmodels/shared/svg_picture.h"
#include "workbench_map.h"

namespace bindlab {

/// Draws the map as it stands, its upper left corner at the origin of the current group.
void drawMap(SvgPicture& picture, const MapViewModel& map);

} // namespace bindlab
