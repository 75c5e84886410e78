#include "map_layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>

namespace bindlab {

namespace {

QString words(const char* english) {
    return QCoreApplication::translate("map", english);
}

/// The five lanes, and the components that belong to each. Anything else a model names is software of the host; what is
/// nobody's component (the environment) is not on the map.
struct LaneInfo {
    const char* title;
    const char* subtitle;
    std::array<std::string_view, 4> components;
};

constexpr std::array<LaneInfo, 5> laneInfos{{
    {"Guest", "TVM", {"guest"}},
    {"VMM", "user space", {"vmm", "host_admin"}},
    {"Host kernel", "", {"vfio", "iommufd", "pci_tsm", "kvm"}},
    {"TSM", "secure firmware", {"tsm"}},
    {"Device", "", {"device"}},
}};
constexpr int vmmLane = 1;
constexpr int hostLane = 2;

QString componentTitle(std::string_view component) {
    if (component == "vfio")
        return QStringLiteral("VFIO");
    if (component == "kvm")
        return QStringLiteral("KVM");
    if (component == "pci_tsm")
        return QStringLiteral("PCI / TSM core");
    if (component == "host_admin")
        return words("host admin");
    return QString::fromUtf8(component.data(), qsizetype(component.size()));
}

int laneOf(std::string_view component) {
    for (std::size_t lane = 0; lane < laneInfos.size(); ++lane) {
        const auto& list = laneInfos[lane].components;
        if (!component.empty() && std::find(list.begin(), list.end(), component) != list.end())
            return int(lane);
    }
    return -1;
}

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

class Builder {
public:
    Builder(const Snapshot& snapshot, const MapForecast& forecast, const MapMeasure& measure)
        : m_snapshot(snapshot), m_forecast(forecast), m_measure(measure) {}

    MapLayout build();

private:
    struct Slot {
        int object = -1;
        int column = 0;
        int row = 0;
        double width = 0;
        double chips = 0;     ///< height of the locks above the card
        double card = 0;      ///< height of the card; 0 for a chip
    };
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
        std::vector<Group> groups;
        std::vector<std::vector<int>> stacks;  ///< groups that stand on each other
        std::vector<int> files;
        std::vector<int> chartObjects;
        std::vector<int> side;                 ///< cards at the right end of a lane of charts
        double natural = 0;                    ///< height
        [[nodiscard]] bool empty() const { return groups.empty() && files.empty() && chartObjects.empty() && side.empty(); }
    };
    /// A machine's chart before it has a place.
    struct ChartPlan {
        std::vector<MapArrow> arrows;
        std::vector<double> pills;      ///< widths
        std::vector<double> gaps;       ///< before each pill
        double above = 0;               ///< what labels need over the pills
        double below = 0;               ///< and arrows back under them
        [[nodiscard]] double width() const;
    };

    [[nodiscard]] double px(double size) const { return std::round(size * m_measure.scale); }
    [[nodiscard]] double widthOf(MapText kind, const QString& what) const { return std::ceil(m_measure.textWidth(kind, what)); }
    [[nodiscard]] const ObjectView& object(int index) const { return m_snapshot.objects[std::size_t(index)]; }
    [[nodiscard]] bool hasPlace(const ObjectView& view) const;
    [[nodiscard]] bool isChip(const ObjectView& view) const;
    [[nodiscard]] bool hasStateRow(const ObjectView& view) const;
    [[nodiscard]] double chipWidth(const Snapshot& snapshot, int lock) const;
    [[nodiscard]] double chipWidth(int lock) const { return chipWidth(m_snapshot, lock); }
    [[nodiscard]] double cardWidth(const Snapshot& snapshot, const ObjectView& view) const;
    [[nodiscard]] double cardWidth(const ObjectView& view) const { return cardWidth(m_snapshot, view); }
    /// Makes room for an object as it is in this snapshot, and keeps what room there is.
    void makeRoom(Slot& slot, const Snapshot& snapshot, const ObjectView& view) const;

    void sortObjects();
    void measureGroup(Group& group);
    void fold(Group& group) const;
    void foldToFit(Lane& lane);
    void stackGroups(Lane& lane, double tallest);
    [[nodiscard]] double widthOf(const Lane& lane) const;
    void widen(Lane& lane, double room);
    void layGroup(const Group& group, double x, double y, double width, double height, double extraGap);
    void layHost(const Lane& lane, int laneIndex, double top, double height);
    void layFiles(const Lane& lane, int laneIndex, double top, double height);
    void layCharts(const Lane& lane, int laneIndex, double top, double height);
    void laySide(const Lane& lane, int laneIndex, double top, double height);
    [[nodiscard]] double sideWidth(const Lane& lane) const;
    [[nodiscard]] std::vector<int> machinesOf(const Lane& lane) const;
    [[nodiscard]] QString labelOf(const Lane& lane, int machine) const;
    [[nodiscard]] double labelWidth(const Lane& lane, int machine) const;
    /// Which charts stand beside each other, row by row, when there is this much room.
    [[nodiscard]] std::vector<std::vector<int>> chartRows(const Lane& lane, double room) const;
    [[nodiscard]] double rowHeight(const std::vector<int>& machines) const;
    [[nodiscard]] double naturalHeight(const Lane& lane) const;
    [[nodiscard]] ChartPlan plan(int machineIndex, bool narrow) const;
    void layChart(int machineIndex, double x, double y, double room, double right);

    const Snapshot& m_snapshot;
    const MapForecast& m_forecast;
    const MapMeasure& m_measure;
    MapLayout m_layout;
    std::vector<Lane> m_lanes;
    std::vector<QString> m_titles;
    std::vector<QString> m_subtitles;
    double m_contentLeft = 0;
    double m_contentRight = 0;
};

/// In a model of lanes: what belongs to a part of the system and has a life, a count or a lock. What only names others (the
/// entries of a table, what the VMM knows) shows in who points where; in user space there are the open files.
bool Builder::hasPlace(const ObjectView& view) const {
    if (view.component.empty())
        return false;
    const bool counted = std::any_of(view.values.begin(), view.values.end(), [](const ValueView& value) { return value.counter; });
    const int lane = laneOf(view.component);
    if (lane == vmmLane)
        return counted;
    // Beyond the host there are life cycles only: a count inside the firmware is its own affair.
    return !view.machines.empty() || ((lane == hostLane || lane < 0) && (counted || !view.locks.empty()));
}

/// An object that is nothing but its lock is drawn as that lock.
bool Builder::isChip(const ObjectView& view) const {
    return !view.locks.empty() && view.values.empty() && view.machines.empty();
}

bool Builder::hasStateRow(const ObjectView& view) const {
    return !view.machines.empty()
        || std::any_of(view.values.begin(), view.values.end(), [](const ValueView& value) { return !value.counter; });
}

double Builder::chipWidth(const Snapshot& snapshot, int lock) const {
    const QString name = QString::fromStdString(snapshot.locks[std::size_t(lock)].name);
    return px(7) + px(13) + px(4) + widthOf(MapText::Code, name) + px(3) + px(15) + px(4);
}

double Builder::cardWidth(const Snapshot& snapshot, const ObjectView& view) const {
    const bool counted = std::any_of(view.values.begin(), view.values.end(), [](const ValueView& value) { return value.counter; });
    double width = px(11) + widthOf(MapText::Name, QString::fromStdString(view.name)) + (counted ? px(8) + px(22) : 0) + px(11);
    if (!view.machines.empty()) {
        const MachineView& machine = snapshot.machines[std::size_t(view.machines.front())];
        double longest = 0;
        for (const MachineState& state : machine.machine->states())
            longest = std::max(longest, widthOf(MapText::Label, text(state.name)));
        // A small chart of the states stands behind the word.
        const double track = px(7) * double(machine.machine->states().size()) + px(2);
        width = std::max(width, px(11) + std::min(longest, px(66)) + px(8) + track + px(10));
    } else if (hasStateRow(view)) {
        double longest = 0;
        for (const ValueView& value : view.values) {
            if (!value.counter)
                longest = std::max(longest, widthOf(MapText::Label, QString::fromStdString(value.name) + QStringLiteral(": false")));
        }
        width = std::max(width, px(11) + std::min(longest, px(116)) + px(11));
    }
    return std::max(width, px(104));
}

void Builder::makeRoom(Slot& slot, const Snapshot& snapshot, const ObjectView& view) const {
    double chips = 0;
    if (isChip(view)) {
        chips = double(view.locks.size()) * px(24) + double(view.locks.size() - 1) * px(6);
    } else {
        slot.width = std::max(slot.width, cardWidth(snapshot, view));
        slot.card = std::max(slot.card, hasStateRow(view) ? px(52) : px(31));
        chips = double(view.locks.size()) * (px(24) + px(14));
    }
    slot.chips = std::max(slot.chips, chips);
    for (const int lock : view.locks)
        slot.width = std::max(slot.width, chipWidth(snapshot, lock));
}

void Builder::sortObjects() {
    bool known = false;
    for (const ObjectView& view : m_snapshot.objects)
        known = known || laneOf(view.component) >= 0;

    std::vector<std::string> standAlone;
    if (known) {
        m_lanes.resize(laneInfos.size());
        for (const LaneInfo& info : laneInfos) {
            m_titles.push_back(words(info.title));
            m_subtitles.push_back(*info.subtitle ? words(info.subtitle) : QString());
        }
    }
    for (int index = 0; index < int(m_snapshot.objects.size()); ++index) {
        const ObjectView& view = object(index);
        if ((known && !hasPlace(view)) || (m_forecast.only && !m_forecast.only->contains(index)))
            continue;
        int laneIndex = 0;
        if (known) {
            laneIndex = laneOf(view.component);
            if (laneIndex < 0)
                laneIndex = hostLane;
        } else {
            const auto place = std::find(standAlone.begin(), standAlone.end(), view.component);
            laneIndex = int(place - standAlone.begin());
            if (place == standAlone.end()) {
                standAlone.push_back(view.component);
                m_lanes.emplace_back();
                m_titles.push_back(view.component.empty() ? words("Model") : componentTitle(view.component));
                m_subtitles.emplace_back();
            }
        }
        Lane& lane = m_lanes[std::size_t(laneIndex)];
        if (known && laneIndex == vmmLane) {
            lane.files.push_back(index);
            continue;
        }
        // A lane of charts shows what the model puts first in it; the rest of it stands beside that as cards.
        if (known && laneIndex != hostLane) {
            (view.column > 0 || view.row > 0 ? lane.side : lane.chartObjects).push_back(index);
            continue;
        }
        auto group = std::find_if(lane.groups.begin(), lane.groups.end(), [&](const Group& each) { return each.component == view.component; });
        if (group == lane.groups.end()) {
            lane.groups.push_back({});
            group = lane.groups.end() - 1;
            group->component = view.component;
        }
        Slot slot;
        slot.object = index;
        slot.column = view.column;
        slot.row = view.row;
        group->places.push_back(slot);
    }
    if (known) {
        // The host's groups stand in the order of the table, whatever order the model declares its objects in.
        const auto rank = [](const Group& group) {
            const auto& list = laneInfos[hostLane].components;
            return std::find(list.begin(), list.end(), group.component) - list.begin();
        };
        std::stable_sort(m_lanes[hostLane].groups.begin(), m_lanes[hostLane].groups.end(),
                         [&](const Group& a, const Group& b) { return rank(a) < rank(b); });
        QStringList names;
        for (const Group& group : m_lanes[hostLane].groups)
            names.append(componentTitle(group.component));
        m_subtitles[hostLane] = names.join(QStringLiteral(", "));
        for (const int index : m_lanes.back().chartObjects) {
            if (m_subtitles.back().isEmpty())
                m_subtitles.back() = text(m_snapshot.machines[std::size_t(object(index).machines.front())].machine->title());
        }
        // Until a model puts something else first, what it declares first has the charts.
        for (Lane& lane : m_lanes)
            if (lane.chartObjects.empty() && !lane.side.empty()) {
                lane.chartObjects.push_back(lane.side.front());
                lane.side.erase(lane.side.begin());
            }
    }
    for (std::size_t i = m_lanes.size(); m_forecast.only && i-- > 0;)
        if (m_lanes[i].empty()) {
            m_lanes.erase(m_lanes.begin() + std::ptrdiff_t(i));
            m_titles.erase(m_titles.begin() + std::ptrdiff_t(i));
            m_subtitles.erase(m_subtitles.begin() + std::ptrdiff_t(i));
        }
}

void Builder::measureGroup(Group& group) {
    // Where the model does not say, an object takes the next free place: one column for a few, else as square a field as it gives.
    const int side = m_lanes.size() > 1 && group.places.size() <= 3 ? 1 : int(std::ceil(std::sqrt(double(group.places.size()))));
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
    // Columns and rows that nothing stands in take no room.
    for (int Slot::*axis : {&Slot::column, &Slot::row}) {
        std::set<int> numbers;
        for (const Slot& slot : group.places)
            numbers.insert(slot.*axis);
        for (Slot& slot : group.places)
            slot.*axis = int(std::distance(numbers.begin(), numbers.find(slot.*axis)));
    }
    int columns = 0;
    int rows = 0;
    for (Slot& slot : group.places) {
        const ObjectView& view = object(slot.object);
        makeRoom(slot, m_snapshot, view);
        if (m_forecast.beside)
            for (const ObjectView& other : m_forecast.beside->objects)
                if (other.name == view.name)
                    makeRoom(slot, *m_forecast.beside, other);
        columns = std::max(columns, slot.column + 1);
        rows = std::max(rows, slot.row + 1);
    }
    group.columnWidths.assign(std::size_t(columns), 0);
    group.columnGaps.assign(std::size_t(columns), px(30));
    group.columnGaps.front() = 0;
    group.rowChips.assign(std::size_t(rows), 0);
    group.rowCards.assign(std::size_t(rows), 0);
    for (const Slot& slot : group.places) {
        group.columnWidths[std::size_t(slot.column)] = std::max(group.columnWidths[std::size_t(slot.column)], slot.width);
        group.rowChips[std::size_t(slot.row)] = std::max(group.rowChips[std::size_t(slot.row)], slot.chips);
        group.rowCards[std::size_t(slot.row)] = std::max(group.rowCards[std::size_t(slot.row)], slot.card);
    }
    // Between two columns there is room for the names of the fields that point across.
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
        gap = std::max(gap, widthOf(MapText::Code, QString::fromStdString(view.field)) + px(20));
    }
    const double padding = px(6);
    group.width = 2 * padding;
    for (std::size_t i = 0; i < group.columnWidths.size(); ++i)
        group.width += group.columnWidths[i] + group.columnGaps[i];
    group.height = px(28) + padding + double(rows - 1) * px(15);
    for (std::size_t i = 0; i < std::size_t(rows); ++i)
        group.height += group.rowHeight(i);
    group.width = std::max(group.width, widthOf(MapText::Label, componentTitle(group.component)) + 2 * padding);
}

/// Halves the columns of a group: those of the right half stand below, in the opposite order, so that neighbours stay near.
void Builder::fold(Group& group) const {
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

double Builder::widthOf(const Lane& lane) const {
    double wide = 0;
    for (const std::vector<int>& stack : lane.stacks) {
        double widest = 0;
        for (const int index : stack)
            widest = std::max(widest, lane.groups[std::size_t(index)].width);
        wide += widest + px(8);
    }
    return wide - px(8);
}

/// Groups are folded, the widest first, until the lane fits or each has two columns at most.
void Builder::foldToFit(Lane& lane) {
    const double room = m_measure.width - m_contentLeft - px(14);
    for (;;) {
        double wide = -px(8);
        Group* widest = nullptr;
        for (Group& group : lane.groups) {
            wide += group.width + px(8);
            if (group.columnWidths.size() > 2 && (widest == nullptr || group.width > widest->width))
                widest = &group;
        }
        if (wide <= room || widest == nullptr)
            return;
        fold(*widest);
        measureGroup(*widest);
    }
}

/// Small groups stand on each other.
void Builder::stackGroups(Lane& lane, double tallest) {
    for (int index = 0; index < int(lane.groups.size()); ++index) {
        const Group& group = lane.groups[std::size_t(index)];
        const bool small = group.columnWidths.size() == 1;
        bool joined = false;
        if (small && lane.stacks.size() > 1) {
            double height = group.height + px(10);
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

/// Room that is left over goes into the gaps first, then into the boxes, so that the map breathes on a wide screen.
void Builder::widen(Lane& lane, double room) {
    if (room <= 0)
        return;
    std::size_t gaps = 0;
    std::size_t columns = 0;
    for (const Group& group : lane.groups) {
        gaps += group.columnGaps.size() - 1;
        columns += group.columnWidths.size();
    }
    const double gap = gaps == 0 ? 0 : std::min(room * 0.6 / double(gaps), px(70));
    const double box = columns == 0 ? 0 : std::min((room - gap * double(gaps)) / double(columns), px(26));
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

void Builder::layGroup(const Group& group, double x, double y, double width, double height, double extraGap) {
    const double padding = px(6);
    MapGroup frame;
    frame.title = componentTitle(group.component);
    frame.frame = QRectF(x, y, width, height);
    m_layout.groups.push_back(frame);

    double top = y + px(28);
    for (std::size_t row = 0; row < group.rowCards.size(); ++row) {
        const double bottom = top + group.rowHeight(row);
        double left = x + padding;
        for (std::size_t column = 0; column < group.columnWidths.size(); ++column) {
            left += group.columnGaps[column];
            for (const Slot& slot : group.places) {
                if (slot.row != int(row) || slot.column != int(column))
                    continue;
                const double columnWidth = group.columnWidths[column];
                MapObject& place = m_layout.objects[std::size_t(slot.object)];
                const ObjectView& view = object(slot.object);
                place.stateRow = hasStateRow(view);
                if (isChip(view)) {
                    place.place = MapPlace::Chip;
                    double chipTop = top;
                    for (const int lock : view.locks) {
                        m_layout.locks[std::size_t(lock)] = QRectF(left, chipTop, std::max(chipWidth(lock), std::min(columnWidth, px(140))), px(24));
                        chipTop += px(30);
                    }
                    place.frame = m_layout.locks[std::size_t(view.locks.front())];
                } else {
                    place.place = MapPlace::Card;
                    place.frame = QRectF(left, bottom - slot.card, columnWidth, slot.card);
                    double chipTop = place.frame.top() - slot.chips;
                    for (const int lock : view.locks) {
                        const double chip = chipWidth(lock);
                        m_layout.locks[std::size_t(lock)] = QRectF(left + columnWidth - chip, chipTop, chip, px(24));
                        chipTop += px(38);
                    }
                }
            }
            left += group.columnWidths[column];
        }
        top = bottom + px(15) + extraGap;
    }
}

void Builder::layHost(const Lane& lane, int laneIndex, double top, double height) {
    const double padding = px(9);
    const double gap = px(8);
    double total = 0;
    for (const std::vector<int>& stack : lane.stacks) {
        double widest = 0;
        for (const int index : stack)
            widest = std::max(widest, lane.groups[std::size_t(index)].width);
        total += widest;
    }
    const double room = m_contentRight - m_contentLeft - total;
    const double between = lane.stacks.size() < 2 ? 0 : std::clamp(room / double(lane.stacks.size() - 1), gap, px(34));
    double x = m_contentLeft;
    const double inner = height - 2 * padding;
    for (const std::vector<int>& stack : lane.stacks) {
        double widest = 0;
        double stacked = -gap;
        for (const int index : stack) {
            widest = std::max(widest, lane.groups[std::size_t(index)].width);
            stacked += lane.groups[std::size_t(index)].height + gap;
        }
        const double spare = std::max(0.0, inner - stacked) / double(stack.size());
        double y = top + padding;
        for (const int index : stack) {
            const Group& group = lane.groups[std::size_t(index)];
            const std::size_t rows = group.rowCards.size();
            const double extra = rows < 2 ? 0 : std::min(px(38), std::floor(spare / double(rows - 1)));
            layGroup(group, x, y, widest, group.height + spare, extra);
            y += group.height + spare + gap;
        }
        x += widest + between;
    }
    for (const Group& group : lane.groups) {
        for (const Slot& slot : group.places)
            m_layout.objects[std::size_t(slot.object)].lane = laneIndex;
    }
}

void Builder::layFiles(const Lane& lane, int laneIndex, double top, double height) {
    struct File {
        int object;
        double left;
        double width;
    };
    std::vector<File> files;
    double wanted = 0;
    for (const int index : lane.files) {
        const QString name = QString::fromStdString(object(index).name);
        const auto call = m_forecast.calls.find(index);
        const double callWidth = call == m_forecast.calls.end() ? px(34) : widthOf(MapText::Caption, call->second) + px(26);
        double width = px(11) + widthOf(MapText::Name, name) + px(14) + callWidth + px(11);
        for (const int lock : object(index).locks)
            width += px(6) + chipWidth(lock);
        // A file stands over the part of the kernel it is named after.
        double left = m_contentLeft;
        for (const MapGroup& group : m_layout.groups) {
            for (const ObjectView& view : m_snapshot.objects) {
                if (!view.component.empty() && componentTitle(view.component) == group.title && object(index).name.starts_with(view.component))
                    left = group.frame.left();
            }
        }
        files.push_back({index, left, width});
        wanted += width;
    }
    std::stable_sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.left < b.left; });
    const double gap = px(14);
    const double room = m_contentRight - m_contentLeft - gap * double(files.size() - 1);
    // The widest, a long call, gives way first.
    for (; wanted > room; wanted -= px(4))
        std::max_element(files.begin(), files.end(), [](const File& x, const File& y) { return x.width < y.width; })->width -= px(4);
    double right = m_contentLeft - gap;
    for (File& file : files) {
        file.left = std::max(file.left, right + gap);
        right = file.left + file.width;
    }
    double limit = m_contentRight;
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        file->left = std::min(file->left, limit - file->width);
        limit = file->left - gap;
    }
    for (const File& file : files) {
        MapObject& place = m_layout.objects[std::size_t(file.object)];
        place.place = MapPlace::File;
        place.lane = laneIndex;
        place.frame = QRectF(std::round(file.left), top + std::round((height - px(30)) / 2), std::round(file.width), px(30));
        for (const int lock : object(file.object).locks) {
            place.frame.setRight(place.frame.right() - px(6) - chipWidth(lock));
            m_layout.locks[std::size_t(lock)] = QRectF(place.frame.right() + px(6), place.frame.top() + px(3), chipWidth(lock), px(24));
        }
    }
}

std::vector<int> Builder::machinesOf(const Lane& lane) const {
    std::vector<int> machines;
    for (const int index : lane.chartObjects)
        machines.insert(machines.end(), object(index).machines.begin(), object(index).machines.end());
    return machines;
}

/// Empty where the lane's subtitle says it already.
QString Builder::labelOf(const Lane& lane, int machine) const {
    const MachineView& view = m_snapshot.machines[std::size_t(machine)];
    const QString title = text(view.machine->title());
    const std::vector<int> machines = machinesOf(lane);
    if (machines.size() == 1 && m_subtitles[std::size_t(&lane - m_lanes.data())] == title)
        return {};
    const auto same = std::count_if(machines.begin(), machines.end(),
                                    [&](int each) { return m_snapshot.machines[std::size_t(each)].machine == view.machine; });
    return same > 1 ? QString::fromStdString(object(view.object).name) : title;
}

double Builder::labelWidth(const Lane& lane, int machine) const {
    const QString label = labelOf(lane, machine);
    return label.isEmpty() ? 0 : widthOf(MapText::Code, label) + px(10);
}

/// Charts stand beside each other while they fit.
std::vector<std::vector<int>> Builder::chartRows(const Lane& lane, double room) const {
    std::vector<std::vector<int>> rows;
    double left = 0;
    for (const int machine : machinesOf(lane)) {
        const double width = labelWidth(lane, machine) + plan(machine, true).width();
        if (rows.empty() || width + px(24) > left) {
            rows.emplace_back();
            left = room;
        } else {
            left -= px(24);
        }
        left -= width;
        rows.back().push_back(machine);
    }
    return rows;
}

double Builder::rowHeight(const std::vector<int>& machines) const {
    double above = 0;
    double below = 0;
    for (const int machine : machines) {
        const ChartPlan chart = plan(machine, true);
        above = std::max(above, chart.above);
        below = std::max(below, chart.below);
    }
    return above + px(26) + below + px(8);
}

double Builder::sideWidth(const Lane& lane) const {
    double width = 0;
    for (const int index : lane.side)
        width += cardWidth(object(index)) + px(12);
    return width;
}

void Builder::laySide(const Lane& lane, int laneIndex, double top, double height) {
    double left = m_contentRight - sideWidth(lane);
    for (const int index : lane.side) {
        const ObjectView& view = object(index);
        MapObject& place = m_layout.objects[std::size_t(index)];
        place.place = MapPlace::Card;
        place.lane = laneIndex;
        place.stateRow = hasStateRow(view);
        const double card = place.stateRow ? px(52) : px(31);
        place.frame = QRectF(std::round(left + px(12)), std::round(top + (height - card) / 2), cardWidth(view), card);
        left += cardWidth(view) + px(12);
    }
}

void Builder::layCharts(const Lane& lane, int laneIndex, double top, double height) {
    for (const int index : lane.chartObjects) {
        m_layout.objects[std::size_t(index)].place = MapPlace::Chart;
        m_layout.objects[std::size_t(index)].lane = laneIndex;
    }
    const double right = m_contentRight - sideWidth(lane);
    const std::vector<std::vector<int>> rows = chartRows(lane, right - m_contentLeft);
    double natural = 0;
    double indent = 0;   // charts that begin a row stand under each other where there is room
    for (const std::vector<int>& row : rows) {
        natural += rowHeight(row);
        indent = std::max(indent, labelWidth(lane, row.front()));
    }
    const double spare = std::min(px(14), std::max(0.0, height - natural) / double(rows.size() + 1));
    double y = top + std::round((height - natural - spare * double(rows.size() - 1)) / 2);
    for (const std::vector<int>& row : rows) {
        double above = 0;
        double wanted = -px(24);
        for (const int machine : row) {
            above = std::max(above, plan(machine, true).above);
            wanted += labelWidth(lane, machine) + plan(machine, true).width() + px(24);
        }
        double slack = std::max(0.0, right - m_contentLeft - wanted);
        double x = m_contentLeft;
        for (const int machine : row) {
            MapChart& chart = m_layout.charts[std::size_t(machine)];
            chart.shown = true;
            chart.label = labelOf(lane, machine);
            double label = labelWidth(lane, machine);
            if (machine == row.front() && indent - label <= slack) {
                slack -= indent - label;
                label = indent;
            }
            const double room = plan(machine, true).width() + (row.size() == 1 ? slack : std::min(slack / double(row.size()), px(60)));
            if (!chart.label.isEmpty())
                chart.labelFrame = QRectF(x, y + above, label, px(26));
            layChart(machine, x + label, y + above, room, row.size() == 1 ? right : x + label + room);
            x += label + room + px(24);
        }
        y += rowHeight(row) + spare;
    }
    for (const int index : lane.chartObjects) {
        QRectF frame;
        for (const int machine : object(index).machines)
            frame = frame.united(m_layout.charts[std::size_t(machine)].frame);
        m_layout.objects[std::size_t(index)].frame = frame;
    }
}

double Builder::ChartPlan::width() const {
    double total = 0;
    for (const double each : pills)
        total += each;
    for (const double each : gaps)
        total += each;
    return total;
}

/// Arrows and measures of a chart; a narrow one has its labels on two lines and its pills tight.
Builder::ChartPlan Builder::plan(int machineIndex, bool narrow) const {
    const Machine& machine = *m_snapshot.machines[std::size_t(machineIndex)].machine;
    ChartPlan chart;
    const auto states = machine.states();
    const auto indexOf = [&](std::string_view name) {
        for (std::size_t i = 0; i < states.size(); ++i) {
            if (states[i].name == name)
                return int(i);
        }
        return -1;
    };
    const auto labelOf = [&](std::string_view event) {
        for (const MachineEvent& each : machine.events()) {
            if (each.name == event)
                return text(each.label.empty() ? each.name : each.label);
        }
        return text(event);
    };
    // An event that leads to one state only says more about an arrow than one that may lead anywhere.
    const auto decisive = [&](std::string_view event) {
        std::set<std::string_view> ends;
        for (const ChartRow& row : machine.chart()) {
            if (row.event == event && row.from != row.to)
                ends.insert(row.to);
        }
        return ends.size() <= 1;
    };

    // Forward arrows, each to the next pill.
    for (int from = 0; from + 1 < int(states.size()); ++from) {
        QStringList labels;
        bool sure = false;
        for (const ChartRow& row : machine.chart()) {
            if (indexOf(row.from) != from || indexOf(row.to) != from + 1)
                continue;
            const bool clear = decisive(row.event);
            if (clear && !sure)
                labels.clear();
            sure = sure || clear;
            if ((clear || !sure) && !labels.contains(labelOf(row.event)))
                labels.append(labelOf(row.event));
        }
        if (labels.isEmpty())
            continue;
        MapArrow arrow;
        arrow.from = from;
        arrow.to = from + 1;
        arrow.mishap = isMishap(states[std::size_t(from) + 1].name);
        arrow.label = labels.front();
        chart.arrows.push_back(arrow);
    }
    // For each state one arrow back to it, from as far as the way that is meant leads. An event that leads to several states is drawn
    // only where nothing surer leads back anywhere.
    const bool sureBack = std::any_of(machine.chart().begin(), machine.chart().end(), [&](const ChartRow& row) {
        return indexOf(row.from) > indexOf(row.to) && !isMishap(row.from) && decisive(row.event);
    });
    for (int to = 0; to < int(states.size()); ++to) {
        MapArrow best;
        int bestRank = -1;
        for (const ChartRow& row : machine.chart()) {
            const int from = indexOf(row.from);
            const bool alsoForward = std::any_of(chart.arrows.begin(), chart.arrows.end(), [&](const MapArrow& arrow) {
                return !arrow.back && arrow.to == to && arrow.label == labelOf(row.event);
            });
            if (indexOf(row.to) != to || from <= to || isMishap(row.from) || alsoForward || (sureBack && !decisive(row.event)))
                continue;
            const int rank = (decisive(row.event) ? 100 : 0) + from;
            if (rank > bestRank) {
                bestRank = rank;
                best.from = from;
                best.to = to;
                best.label = labelOf(row.event);
            }
        }
        if (bestRank >= 0) {
            best.back = true;
            chart.arrows.push_back(best);
        }
    }

    chart.gaps.assign(states.size(), px(narrow ? 18 : 24));
    chart.gaps.front() = 0;
    for (const MachineState& state : states) {
        const QString name = text(state.name);
        chart.pills.push_back(std::ceil(widthOf(isCodeName(name) ? MapText::Caption : MapText::Label, name) * (isCodeName(name) ? 1.1 : 1) + px(narrow ? 27 : 38)));
    }
    std::vector<const MapArrow*> back;
    for (MapArrow& arrow : chart.arrows) {
        if (arrow.back) {
            arrow.depth = int(std::count_if(back.begin(), back.end(), [&](const MapArrow* other) { return arrow.to < other->from && other->to < arrow.from; }));
            back.push_back(&arrow);
            chart.below = std::max(chart.below, px(9) + arrow.depth * px(13) + px(7));
            continue;
        }
        double widest = 0;
        if (narrow)
            arrow.label.replace(QLatin1Char(' '), QLatin1Char('\n'));
        for (const QString& line : arrow.label.split(QLatin1Char('\n')))
            widest = std::max(widest, widthOf(MapText::Caption, line));
        chart.gaps[std::size_t(arrow.to)] = std::max(px(narrow ? 26 : 34), std::ceil(widest) + px(narrow ? 6 : 16));
        chart.above = std::max(chart.above, px(3) + px(14) * double(arrow.label.count(QLatin1Char('\n')) + 1) - px(13));
    }
    return chart;
}

/// `right`: where the row's note ends.
void Builder::layChart(int machineIndex, double x, double y, double room, double right) {
    MapChart& chart = m_layout.charts[std::size_t(machineIndex)];
    ChartPlan measured = plan(machineIndex, false);
    if (measured.width() > room)
        measured = plan(machineIndex, true);
    chart.arrows = measured.arrows;
    const double height = px(26);
    const std::size_t count = measured.pills.size();
    const double over = count < 2 ? 0 : std::clamp((room - measured.width()) / double(count - 1), 0.0, px(16));
    double left = x;
    for (std::size_t i = 0; i < count; ++i) {
        left += i == 0 ? 0 : std::floor(measured.gaps[i] + over);
        chart.pills.push_back(QRectF(left, y, measured.pills[i], height));
        left += measured.pills[i];
    }
    chart.frame = QRectF(x, y, left - x, height);
    if (right - left > px(40))
        chart.noteFrame = QRectF(left + px(12), y, right - left - px(12), height);

    double lowest = chart.frame.bottom();
    for (MapArrow& arrow : chart.arrows) {
        const QRectF& a = chart.pills[std::size_t(arrow.from)];
        const QRectF& b = chart.pills[std::size_t(arrow.to)];
        const double middle = y + std::round(height / 2);
        if (!arrow.back) {
            arrow.line = QPolygonF({QPointF(a.right(), middle), QPointF(b.left(), middle)});
            const double lines = double(arrow.label.count(QLatin1Char('\n')) + 1);
            const double labelHeight = px(14) * lines;
            arrow.labelFrame = QRectF(a.right(), middle - px(3) - labelHeight, b.left() - a.right(), labelHeight);
            continue;
        }
        // Two arrows back may lie side by side, but not on each other.
        const double below = y + height + px(9) + arrow.depth * px(13);
        const double fromX = a.center().x() + (arrow.depth == 0 ? 0 : px(8));
        const double toX = b.center().x() + (arrow.to > 0 ? px(9) : 0);
        arrow.line = QPolygonF({QPointF(std::round(fromX), y + height), QPointF(std::round(fromX), below),
                                QPointF(std::round(toX), below), QPointF(std::round(toX), y + height)});
        const double width = widthOf(MapText::Caption, arrow.label) + px(10);
        arrow.labelFrame = QRectF(std::round((fromX + toX) / 2 - width / 2), below - px(7), width, px(14));
        lowest = std::max(lowest, arrow.labelFrame.bottom());
    }
    chart.frame.setBottom(lowest);
}

double Builder::naturalHeight(const Lane& lane) const {
    double groups = 0;
    for (const std::vector<int>& stack : lane.stacks) {
        double stacked = -px(10);
        for (const int index : stack)
            stacked += lane.groups[std::size_t(index)].height + px(10);
        groups = std::max(groups, stacked + 2 * px(9));
    }
    double charts = lane.chartObjects.empty() ? 0 : px(10);
    for (const std::vector<int>& row : chartRows(lane, m_contentRight - m_contentLeft - sideWidth(lane)))
        charts += rowHeight(row);
    const double side = lane.side.empty() ? 0 : px(70);
    return lane.empty() ? px(34) : std::max({px(54), groups, charts, side, lane.files.empty() ? 0 : px(46)});
}

MapLayout Builder::build() {
    m_layout.objects.resize(m_snapshot.objects.size());
    m_layout.locks.resize(m_snapshot.locks.size());
    m_layout.charts.resize(m_snapshot.machines.size());
    sortObjects();

    double titles = 0;
    for (std::size_t i = 0; i < m_titles.size(); ++i) {
        titles = std::max(titles, std::ceil(widthOf(MapText::Label, m_titles[i]) * 1.15));   // it is larger and bolder
        for (const QString& part : m_subtitles[i].split(QLatin1Char(' ')))
            titles = std::max(titles, widthOf(MapText::Label, part));
    }
    m_layout.laneTitleWidth = px(16) + std::min(std::max(titles, px(70)), px(120));
    m_contentLeft = m_layout.laneTitleWidth + px(6);

    m_contentRight = m_measure.width - px(14);
    double others = 0;   // height of the lanes without groups
    for (const Lane& lane : m_lanes)
        others += lane.groups.empty() ? naturalHeight(lane) : 0;
    double contentWidth = px(260);
    for (Lane& lane : m_lanes) {
        double tallest = m_measure.height - others - 2 * px(9);
        for (Group& group : lane.groups)
            measureGroup(group);
        foldToFit(lane);
        for (const Group& group : lane.groups)
            tallest = std::max(tallest, group.height);
        stackGroups(lane, tallest);
        contentWidth = std::max(contentWidth, widthOf(lane));
        for (const int machine : machinesOf(lane))
            contentWidth = std::max(contentWidth, labelWidth(lane, machine) + plan(machine, true).width() + sideWidth(lane));
    }
    // At the right edge a line may run past everything.
    const double margin = px(14);
    m_layout.width = std::max(m_measure.width, m_contentLeft + contentWidth + margin);
    m_contentRight = m_layout.width - margin;

    double natural = 0;
    double flexible = 0;
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        Lane& lane = m_lanes[i];
        lane.natural = naturalHeight(lane);
        natural += lane.natural;
        flexible += lane.empty() ? 0 : 1;
    }
    m_layout.height = std::max(m_measure.height, natural);
    const double spare = m_layout.height - natural;

    double top = 0;
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        Lane& lane = m_lanes[i];
        const double share = lane.empty() || flexible == 0 ? 0 : std::floor(spare / flexible);
        const bool last = i + 1 == m_lanes.size();
        const double height = last ? m_layout.height - top : lane.natural + share;
        MapLane frame;
        frame.title = m_titles[i];
        frame.subtitle = lane.empty() ? QString() : m_subtitles[i];
        frame.frame = QRectF(0, top, m_layout.width, height);
        frame.empty = lane.empty();
        m_layout.lanes.push_back(frame);
        m_layout.titles.push_back(QRectF(0, top + px(4), m_layout.laneTitleWidth, height - px(8)));
        top += height;
    }
    // The host first: files stand over its groups.
    for (const bool groups : {true, false}) {
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            Lane& lane = m_lanes[i];
            const QRectF& frame = m_layout.lanes[i].frame;
            if (groups && !lane.groups.empty()) {
                widen(lane, m_contentRight - m_contentLeft - widthOf(lane) - px(24) * double(lane.stacks.size() - 1));
                layHost(lane, int(i), frame.top(), frame.height());
            }
            if (!groups && !lane.files.empty())
                layFiles(lane, int(i), frame.top(), frame.height());
            if (!groups && !lane.chartObjects.empty())
                layCharts(lane, int(i), frame.top(), frame.height());
            if (!groups)
                laySide(lane, int(i), frame.top(), frame.height());
        }
    }
    for (const MapGroup& group : m_layout.groups) {
        const double width = widthOf(MapText::Label, group.title);
        const double left = group.titleRight ? group.frame.right() - px(12) - width : group.frame.left() + px(12);
        m_layout.titles.push_back(QRectF(left, group.frame.top() + px(6), width, px(18)));
    }
    for (const MapChart& chart : m_layout.charts) {
        if (chart.shown && !chart.labelFrame.isEmpty())
            m_layout.titles.push_back(chart.labelFrame);
    }
    return m_layout;
}

} // namespace

QString placeTitle(std::string_view component) {
    const int lane = laneOf(component);
    return lane < 0 || lane == hostLane ? componentTitle(component) : words(laneInfos[std::size_t(lane)].title);
}

bool isMishap(std::string_view state) {
    std::string low(state);
    std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return low == "error" || low == "leaked" || low == "dead";
}

bool isCodeName(const QString& name) {
    return std::none_of(name.begin(), name.end(), [](QChar c) { return c.isLower(); });
}

MapLayout layoutMap(const Snapshot& snapshot, const MapForecast& forecast, const MapMeasure& measure) {
    return Builder(snapshot, forecast, measure).build();
}

} // namespace bindlab
