#include "map_lanes.h"

#include "map_sizes.h"
#include "viewmodels/shared/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace bindlab::mapping {

namespace {

struct MapLaneWords {
    Q_DECLARE_TR_FUNCTIONS(map)
};

/// The five lanes, and the components that belong to each. Anything else a model names is software of the host; what is
/// nobody's component (the environment) is not on the map.
struct LaneInfo {
    const char* title;
    const char* subtitle;
    std::array<std::string_view, 4> components;
};

constexpr std::array<LaneInfo, 5> laneInfos{{
    {QT_TRANSLATE_NOOP("map", "Guest"), QT_TRANSLATE_NOOP("map", "TVM"), {"guest"}},
    {QT_TRANSLATE_NOOP("map", "VMM"), QT_TRANSLATE_NOOP("map", "user space"), {"vmm", "host_admin"}},
    {QT_TRANSLATE_NOOP("map", "Host kernel"), "", {"vfio", "iommufd", "pci_tsm", "kvm"}},
    {QT_TRANSLATE_NOOP("map", "TSM"), QT_TRANSLATE_NOOP("map", "secure firmware"), {"tsm"}},
    {QT_TRANSLATE_NOOP("map", "Device"), "", {"device"}},
}};
constexpr int vmmLane = 1;
constexpr int hostLane = 2;

int laneOf(std::string_view component) {
    for (std::size_t lane = 0; lane < laneInfos.size(); ++lane) {
        const auto& list = laneInfos[lane].components;
        if (!component.empty() && std::find(list.begin(), list.end(), component) != list.end())
            return int(lane);
    }
    return -1;
}

/// In a model of lanes: what belongs to a part of the system and has a life, a count or a lock. What only names others (the
/// entries of a table, what the VMM knows) shows in who points where; in user space there are the open files.
bool hasPlace(const ObjectView& view) {
    if (view.component.empty())
        return false;
    const int lane = laneOf(view.component);
    if (lane == vmmLane)
        return isCounted(view);
    // Beyond the host there are life cycles only: a count inside the firmware is its own affair.
    return !view.machines.empty() || ((lane == hostLane || lane < 0) && (isCounted(view) || !view.locks.empty()));
}

class Sorting {
public:
    explicit Sorting(const Snapshot& snapshot)
        : m_snapshot(snapshot), m_known(std::any_of(snapshot.objects.begin(), snapshot.objects.end(),
                                                    [](const ObjectView& view) { return laneOf(view.component) >= 0; })) {}

    std::vector<Lane> sorted(const std::optional<std::set<int>>& only) {
        if (m_known)
            addKnownLanes();
        for (int index = 0; index < int(m_snapshot.objects.size()); ++index)
            if ((!m_known || hasPlace(object(index))) && (!only || only->contains(index)))
                put(index);
        if (m_known)
            finishKnownLanes();
        if (only)
            std::erase_if(m_lanes, [](const Lane& lane) { return lane.empty(); });
        return std::move(m_lanes);
    }

private:
    [[nodiscard]] const ObjectView& object(int index) const { return m_snapshot.objects[std::size_t(index)]; }
    void addKnownLanes();
    void put(int index);
    int laneFor(const ObjectView& view);
    static Group& groupFor(Lane& lane, const std::string& component);
    void finishKnownLanes();

    const Snapshot& m_snapshot;
    bool m_known;                          ///< the model has components of the five lanes
    std::vector<std::string> m_standAlone; ///< else each component has one
    std::vector<Lane> m_lanes;
};

void Sorting::addKnownLanes() {
    for (const LaneInfo& info : laneInfos) {
        Lane lane;
        lane.title = MapLaneWords::tr(info.title);
        lane.subtitle = *info.subtitle ? MapLaneWords::tr(info.subtitle) : QString();
        m_lanes.push_back(std::move(lane));
    }
}

int Sorting::laneFor(const ObjectView& view) {
    if (m_known) {
        const int lane = laneOf(view.component);
        return lane < 0 ? hostLane : lane;
    }
    const auto place = std::find(m_standAlone.begin(), m_standAlone.end(), view.component);
    const int lane = int(place - m_standAlone.begin());
    if (place == m_standAlone.end()) {
        m_standAlone.push_back(view.component);
        m_lanes.emplace_back();
        m_lanes.back().title = view.component.empty() ? MapLaneWords::tr("Model") : componentTitle(view.component);
    }
    return lane;
}

Group& Sorting::groupFor(Lane& lane, const std::string& component) {
    const auto group = std::find_if(lane.groups.begin(), lane.groups.end(), [&](const Group& each) { return each.component == component; });
    if (group != lane.groups.end())
        return *group;
    lane.groups.emplace_back();
    lane.groups.back().component = component;
    return lane.groups.back();
}

void Sorting::put(int index) {
    const ObjectView& view = object(index);
    const int laneIndex = laneFor(view);
    Lane& lane = m_lanes[std::size_t(laneIndex)];
    if (m_known && laneIndex == vmmLane) {
        lane.files.push_back(index);
        return;
    }
    // A lane of charts shows what the model puts first in it; the rest of it stands beside that as cards.
    if (m_known && laneIndex != hostLane) {
        (view.column > 0 || view.row > 0 ? lane.side : lane.chartObjects).push_back(index);
        return;
    }
    Slot slot;
    slot.object = index;
    slot.column = view.column;
    slot.row = view.row;
    groupFor(lane, view.component).places.push_back(slot);
}

void Sorting::finishKnownLanes() {
    // The host's groups stand in the order of the table, whatever order the model declares its objects in.
    Lane& host = m_lanes[hostLane];
    const auto rank = [](const Group& group) {
        const auto& list = laneInfos[hostLane].components;
        return std::find(list.begin(), list.end(), group.component) - list.begin();
    };
    std::stable_sort(host.groups.begin(), host.groups.end(), [&](const Group& a, const Group& b) { return rank(a) < rank(b); });
    QStringList names;
    for (const Group& group : host.groups)
        names.append(componentTitle(group.component));
    host.subtitle = names.join(QStringLiteral(", "));
    Lane& device = m_lanes.back();
    for (const int index : device.chartObjects)
        if (device.subtitle.isEmpty())
            device.subtitle = text(m_snapshot.machines[std::size_t(object(index).machines.front())].machine->title());
    // Until a model puts something else first, what it declares first has the charts.
    for (Lane& lane : m_lanes)
        if (lane.chartObjects.empty() && !lane.side.empty()) {
            lane.chartObjects.push_back(lane.side.front());
            lane.side.erase(lane.side.begin());
        }
}

} // namespace

QString componentTitle(std::string_view component) {
    if (component == "vfio")
        return QStringLiteral("VFIO");
    if (component == "kvm")
        return QStringLiteral("KVM");
    if (component == "pci_tsm")
        return QStringLiteral("PCI / TSM core");
    if (component == "host_admin")
        return MapLaneWords::tr("host admin");
    return text(component);
}

QString placeTitle(std::string_view component) {
    const int lane = laneOf(component);
    return lane < 0 || lane == hostLane ? componentTitle(component) : MapLaneWords::tr(laneInfos[std::size_t(lane)].title);
}

std::vector<Lane> lanesOf(const Snapshot& snapshot, const MapForecast& forecast) {
    return Sorting(snapshot).sorted(forecast.only);
}

} // namespace bindlab::mapping
