#include "state_graph_view.h"

#include <algorithm>
#include <cmath>

namespace bindlab {

QPointF StateGraphView::placed(std::uint32_t row) const
{
    const GraphLayout::Point& place = scene->nodes[row].place;
    return QPointF(double(place.x) * zoom, double(place.y) * zoom) - origin;
}

std::pair<int, int> StateGraphView::columnsSeen() const
{
    const double width = double(GraphLayout::columnWidth) * zoom;
    return {std::max(0, int(std::ceil(origin.x() / width))), std::min(scene->graph.columns - 1, int(std::floor((origin.x() + size.width()) / width)))};
}

} // namespace bindlab
