#include "map_groups.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace bindlab::mapping {

namespace {

/// Halves the columns of a group: those of the right half stand below, in the opposite order, so that neighbours stay near.
void fold(Group& group) {
    int rows = 0;
    int columns = 0;
    for (const Slot& slot : group.places) {
        rows = std::max(rows, slot.row + 1);
        columns = std::max(columns, slot.column + 1);
    }
    const int half = (columns + 1) / 2;
    for (Slot& slot : group.places) {
        if (slot.column < half)
            continue;
        slot.row += rows;
        slot.column = std::max(0, 2 * half - 1 - slot.column);
    }
}

/// Columns and rows that nothing stands in take no room.
void squeeze(Group& group) {
    for (int Slot::*axis : {&Slot::column, &Slot::row}) {
        std::set<int> numbers;
        for (const Slot& slot : group.places)
            numbers.insert(slot.*axis);
        for (Slot& slot : group.places)
            slot.*axis = int(std::distance(numbers.begin(), numbers.find(slot.*axis)));
    }
}

double widestOf(const Lane& lane, const std::vector<int>& stack) {
    double widest = 0;
    for (const int index : stack)
        widest = std::max(widest, lane.groups[std::size_t(index)].width);
    return widest;
}

} // namespace

void MapGroups::arrange(Lane& lane, double room, double tallest) const {
    for (Group& group : lane.groups)
        measure(group);
    foldToFit(lane, room);
    for (const Group& group : lane.groups)
        tallest = std::max(tallest, group.height);
    stack(lane, tallest, m_sizes.px(10));
}

void MapGroups::measure(Group& group) const {
    place(group);
    makeRooms(group);
    makeGaps(group);
    const double padding = m_sizes.px(6);
    group.width = 2 * padding;
    for (std::size_t i = 0; i < group.columnWidths.size(); ++i)
        group.width += group.columnWidths[i] + group.columnGaps[i];
    group.height = m_sizes.px(28) + padding + double(group.rowCards.size() - 1) * m_sizes.px(15);
    for (std::size_t i = 0; i < group.rowCards.size(); ++i)
        group.height += group.rowHeight(i);
    group.width = std::max(group.width, m_sizes.widthOf(MapText::Label, componentTitle(group.component)) + 2 * padding);
}

void MapGroups::place(Group& group) const {
    // Where the model does not say, an object takes the next free place: one column for a few, else as square a field as it gives.
    const int side = m_isOneOfMany && group.places.size() <= 3 ? 1 : int(std::ceil(std::sqrt(double(group.places.size()))));
    std::set<std::pair<int, int>> taken;
    for (const Slot& slot : group.places) {
        if (slot.column >= 0 && slot.row >= 0)
            taken.insert({slot.column, slot.row});
    }
    std::set<std::pair<int, int>> used;
    for (Slot& slot : group.places) {
        if (slot.column < 0 || slot.row < 0 || used.contains({slot.column, slot.row})) {
            for (int place = 0;; ++place) {
                slot.column = place % side;
                slot.row = place / side;
                if (!taken.contains({slot.column, slot.row}))
                    break;
            }
        }
        taken.insert({slot.column, slot.row});
        used.insert({slot.column, slot.row});
    }
    squeeze(group);
}

void MapGroups::makeRooms(Group& group) const {
    int columns = 0;
    int rows = 0;
    for (Slot& slot : group.places) {
        const ObjectView& view = object(slot.object);
        m_sizes.makeRoom(slot, m_snapshot, view);
        if (m_forecast.beside)
            for (const ObjectView& other : m_forecast.beside->objects)
                if (other.name == view.name)
                    m_sizes.makeRoom(slot, *m_forecast.beside, other);
        columns = std::max(columns, slot.column + 1);
        rows = std::max(rows, slot.row + 1);
    }
    group.columnWidths.assign(std::size_t(columns), 0);
    group.columnGaps.assign(std::size_t(columns), m_sizes.px(30));
    group.columnGaps.front() = 0;
    group.rowChips.assign(std::size_t(rows), 0);
    group.rowCards.assign(std::size_t(rows), 0);
    for (const Slot& slot : group.places) {
        group.columnWidths[std::size_t(slot.column)] = std::max(group.columnWidths[std::size_t(slot.column)], slot.width);
        group.rowChips[std::size_t(slot.row)] = std::max(group.rowChips[std::size_t(slot.row)], slot.chips);
        group.rowCards[std::size_t(slot.row)] = std::max(group.rowCards[std::size_t(slot.row)], slot.card);
    }
}

void MapGroups::makeGaps(Group& group) const {
    for (const auto& [pointer, to] : m_forecast.pointers) {
        const PointerView& view = m_snapshot.pointers[std::size_t(pointer)];
        const auto slotOf = [&](int index) {
            return std::find_if(group.places.begin(), group.places.end(), [&](const Slot& slot) { return slot.object == index; });
        };
        const auto a = slotOf(view.from);
        const auto b = slotOf(to);
        if (view.constant || a == group.places.end() || b == group.places.end() || a->row != b->row || std::abs(a->column - b->column) != 1)
            continue;
        double& gap = group.columnGaps[std::size_t(std::max(a->column, b->column))];
        gap = std::max(gap, m_sizes.widthOf(MapText::Code, QString::fromStdString(view.field)) + m_sizes.px(20));
    }
}

double MapGroups::widthOf(const Lane& lane) const {
    double wide = 0;
    for (const std::vector<int>& stack : lane.stacks) {
        wide += widestOf(lane, stack) + m_sizes.px(8);
    }
    return wide - m_sizes.px(8);
}

double MapGroups::heightOf(const Lane& lane) const {
    double height = 0;
    for (const std::vector<int>& stack : lane.stacks) {
        double stacked = -m_sizes.px(10);
        for (const int index : stack)
            stacked += lane.groups[std::size_t(index)].height + m_sizes.px(10);
        height = std::max(height, stacked + 2 * m_sizes.px(9));
    }
    return height;
}

void MapGroups::foldToFit(Lane& lane, double room) const {
    for (;;) {
        double wide = -m_sizes.px(8);
        Group* widest = nullptr;
        for (Group& group : lane.groups) {
            wide += group.width + m_sizes.px(8);
            if (group.columnWidths.size() > 2 && (widest == nullptr || group.width > widest->width))
                widest = &group;
        }
        if (wide <= room || widest == nullptr)
            return;
        fold(*widest);
        measure(*widest);
    }
}

void MapGroups::stack(Lane& lane, double tallest, double gap) {
    for (int index = 0; index < int(lane.groups.size()); ++index) {
        const Group& group = lane.groups[std::size_t(index)];
        const bool small = group.columnWidths.size() == 1;
        bool joined = false;
        if (small && lane.stacks.size() > 1) {
            double height = group.height + gap;
            bool allSmall = true;
            for (const int other : lane.stacks.back()) {
                height += lane.groups[std::size_t(other)].height;
                allSmall = allSmall && lane.groups[std::size_t(other)].columnWidths.size() == 1;
            }
            joined = allSmall && height <= tallest;
        }
        if (joined)
            lane.stacks.back().push_back(index);
        else
            lane.stacks.push_back({index});
    }
}

void MapGroups::widen(Lane& lane, double room) const {
    if (room <= 0)
        return;
    std::size_t gaps = 0;
    std::size_t columns = 0;
    for (const Group& group : lane.groups) {
        gaps += group.columnGaps.size() - 1;
        columns += group.columnWidths.size();
    }
    const double gap = gaps == 0 ? 0 : std::min(room * 0.6 / double(gaps), m_sizes.px(70));
    const double box = columns == 0 ? 0 : std::min((room - gap * double(gaps)) / double(columns), m_sizes.px(26));
    for (Group& group : lane.groups) {
        for (std::size_t i = 1; i < group.columnGaps.size(); ++i) {
            group.columnGaps[i] += std::floor(gap);
            group.width += std::floor(gap);
        }
        for (double& width : group.columnWidths) {
            width += std::floor(box);
            group.width += std::floor(box);
        }
    }
}

void MapGroups::lay(Lane& lane, int laneIndex, const Area& area, MapLayout& layout) const {
    widen(lane, area.right - area.left - widthOf(lane) - m_sizes.px(24) * double(lane.stacks.size() - 1));
    double total = 0;
    for (const std::vector<int>& stack : lane.stacks)
        total += widestOf(lane, stack);
    const double room = area.right - area.left - total;
    const double between = lane.stacks.size() < 2 ? 0 : std::clamp(room / double(lane.stacks.size() - 1), m_sizes.px(8), m_sizes.px(34));
    double x = area.left;
    for (const std::vector<int>& stack : lane.stacks) {
        layStack(lane, stack, x, area, layout);
        x += widestOf(lane, stack) + between;
    }
    for (const Group& group : lane.groups) {
        for (const Slot& slot : group.places)
            layout.objects[std::size_t(slot.object)].lane = laneIndex;
    }
}

void MapGroups::layStack(const Lane& lane, const std::vector<int>& stack, double x, const Area& area, MapLayout& layout) const {
    const double padding = m_sizes.px(9);
    const double gap = m_sizes.px(8);
    const double widest = widestOf(lane, stack);
    double stacked = -gap;
    for (const int index : stack)
        stacked += lane.groups[std::size_t(index)].height + gap;
    const double spare = std::max(0.0, area.height - 2 * padding - stacked) / double(stack.size());
    double y = area.top + padding;
    for (const int index : stack) {
        const Group& group = lane.groups[std::size_t(index)];
        const std::size_t rows = group.rowCards.size();
        const double extra = rows < 2 ? 0 : std::min(m_sizes.px(38), std::floor(spare / double(rows - 1)));
        layGroup(group, QRectF(x, y, widest, group.height + spare), extra, layout);
        y += group.height + spare + gap;
    }
}

void MapGroups::layGroup(const Group& group, const QRectF& frame, double extraGap, MapLayout& layout) const {
    MapGroup shown;
    shown.title = componentTitle(group.component);
    shown.frame = frame;
    layout.groups.push_back(shown);

    double top = frame.y() + m_sizes.px(28);
    for (std::size_t row = 0; row < group.rowCards.size(); ++row) {
        const double bottom = top + group.rowHeight(row);
        double left = frame.x() + m_sizes.px(6);
        for (std::size_t column = 0; column < group.columnWidths.size(); ++column) {
            left += group.columnGaps[column];
            for (const Slot& slot : group.places) {
                if (slot.row == int(row) && slot.column == int(column))
                    layObject(slot, left, group.columnWidths[column], top, bottom, layout);
            }
            left += group.columnWidths[column];
        }
        top = bottom + m_sizes.px(15) + extraGap;
    }
}

void MapGroups::layObject(const Slot& slot, double left, double width, double top, double bottom, MapLayout& layout) const {
    MapObject& place = layout.objects[std::size_t(slot.object)];
    const ObjectView& view = object(slot.object);
    place.stateRow = hasStateRow(view);
    if (isChip(view)) {
        place.place = MapPlace::Chip;
        double chipTop = top;
        for (const int lock : view.locks) {
            layout.locks[std::size_t(lock)] = QRectF(left, chipTop, std::max(m_sizes.chipWidth(lock), std::min(width, m_sizes.px(140))), m_sizes.px(24));
            chipTop += m_sizes.px(30);
        }
        place.frame = layout.locks[std::size_t(view.locks.front())];
        return;
    }
    place.place = MapPlace::Card;
    place.frame = QRectF(left, bottom - slot.card, width, slot.card);
    double chipTop = place.frame.top() - slot.chips;
    for (const int lock : view.locks) {
        const double chip = m_sizes.chipWidth(lock);
        layout.locks[std::size_t(lock)] = QRectF(left + width - chip, chipTop, chip, m_sizes.px(24));
        chipTop += m_sizes.px(38);
    }
}

} // namespace bindlab::mapping
