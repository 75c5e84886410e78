#pragma once

#include "map_lanes.h"
#include "map_sizes.h"

#include <vector>

namespace bindlab::mapping {

/// The groups of a lane: how large they are, how they stand, and where everything in them comes to lie.
class MapGroups {
public:
    MapGroups(const Snapshot& snapshot, const MapForecast& forecast, const MapSizes& sizes, bool isOneOfMany)
        : m_snapshot(snapshot), m_forecast(forecast), m_sizes(sizes), m_isOneOfMany(isOneOfMany) {}

    /// Measures the groups, folds them until they fit into this width, and stacks small ones up to the tallest or `tallest`.
    void arrange(Lane& lane, double room, double tallest) const;
    /// Of a lane that is arranged.
    [[nodiscard]] double widthOf(const Lane& lane) const;
    [[nodiscard]] double heightOf(const Lane& lane) const;
    void lay(Lane& lane, int laneIndex, const Area& area, MapLayout& layout) const;

private:
    [[nodiscard]] const ObjectView& object(int index) const { return m_snapshot.objects[std::size_t(index)]; }
    void measure(Group& group) const;
    /// Gives each object a column and a row.
    void place(Group& group) const;
    void makeRooms(Group& group) const;
    /// Between two columns there is room for the names of the fields that point across.
    void makeGaps(Group& group) const;
    /// Groups are folded, the widest first, until the lane fits or each has two columns at most.
    void foldToFit(Lane& lane, double room) const;
    /// Small groups stand on each other.
    static void stack(Lane& lane, double tallest, double gap);
    /// Room that is left over goes into the gaps first, then into the boxes, so that the map breathes on a wide screen.
    void widen(Lane& lane, double room) const;
    void layStack(const Lane& lane, const std::vector<int>& stack, double x, const Area& area, MapLayout& layout) const;
    void layGroup(const Group& group, const QRectF& frame, double extraGap, MapLayout& layout) const;
    /// An object in its column, between the top and the bottom of its row.
    void layObject(const Slot& slot, double left, double width, double top, double bottom, MapLayout& layout) const;

    const Snapshot& m_snapshot;
    const MapForecast& m_forecast;
    const MapSizes& m_sizes;
    bool m_isOneOfMany;   ///< there are other lanes
};

} // namespace bindlab::mapping
