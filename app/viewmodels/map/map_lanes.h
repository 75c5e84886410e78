#pragma once

#include "map_layout.h"

#include <string>
#include <string_view>
#include <vector>

namespace bindlab::mapping {

/// An object's place in its group, and the room it needs there.
struct Slot {
    int object = -1;
    int column = 0;
    int row = 0;
    double width = 0;
    double chips = 0;     ///< height of the locks above the card
    double card = 0;      ///< height of the card; 0 for a chip
};

/// The objects of one component of the host, or of a model without lanes, as a field of columns and rows.
struct Group {
    std::string component;
    std::vector<Slot> places;
    std::vector<double> columnWidths;
    std::vector<double> columnGaps;      ///< before each column; the first is 0
    std::vector<double> rowChips;
    std::vector<double> rowCards;
    double width = 0;
    double height = 0;
    [[nodiscard]] double rowHeight(std::size_t row) const { return rowChips[row] + rowCards[row]; }
};

struct Lane {
    QString title;
    QString subtitle;
    std::vector<Group> groups;
    std::vector<std::vector<int>> stacks;  ///< groups that stand on each other
    std::vector<int> files;
    std::vector<int> chartObjects;
    std::vector<int> side;                 ///< cards at the right end of a lane of charts
    double natural = 0;                    ///< height
    [[nodiscard]] bool empty() const { return groups.empty() && files.empty() && chartObjects.empty() && side.empty(); }
};

/// What a lane has beside its title.
struct Area {
    double left = 0;
    double right = 0;
    double top = 0;
    double height = 0;
};

/// Which object stands in which lane, and as what.
[[nodiscard]] std::vector<Lane> lanesOf(const Snapshot& snapshot, const MapForecast& forecast);

[[nodiscard]] QString componentTitle(std::string_view component);

/// What the map calls a component: its part of the host kernel's lane, or else its lane.
[[nodiscard]] QString placeTitle(std::string_view component);

} // namespace bindlab::mapping
