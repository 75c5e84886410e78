#pragma once

#include "map_lanes.h"

#include <cmath>

namespace bindlab::mapping {

/// Whether something is counted in it: users, references.
[[nodiscard]] bool isCounted(const ObjectView& view);
/// An object that is nothing but its lock is drawn as that lock.
[[nodiscard]] bool isChip(const ObjectView& view);
[[nodiscard]] bool hasStateRow(const ObjectView& view);

/// How large texts, locks and cards are.
class MapSizes {
public:
    MapSizes(const Snapshot& snapshot, const MapMeasure& measure) : m_snapshot(snapshot), m_measure(measure) {}

    [[nodiscard]] double px(double size) const { return std::round(size * m_measure.scale); }
    [[nodiscard]] double widthOf(MapText kind, const QString& what) const { return std::ceil(m_measure.textWidth(kind, what)); }
    [[nodiscard]] double chipWidth(int lock) const { return chipWidth(m_snapshot, lock); }
    [[nodiscard]] double cardWidth(const ObjectView& view) const { return cardWidth(m_snapshot, view); }
    [[nodiscard]] double cardHeight(const ObjectView& view) const { return hasStateRow(view) ? px(52) : px(31); }
    /// Makes room for an object as it is in this snapshot, and keeps what room there is.
    void makeRoom(Slot& slot, const Snapshot& snapshot, const ObjectView& view) const;

private:
    [[nodiscard]] double chipWidth(const Snapshot& snapshot, int lock) const;
    [[nodiscard]] double cardWidth(const Snapshot& snapshot, const ObjectView& view) const;

    const Snapshot& m_snapshot;
    const MapMeasure& m_measure;
};

} // namespace bindlab::mapping
