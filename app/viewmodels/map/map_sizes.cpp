#include "map_sizes.h"

#include "viewmodels/shared/plain_text.h"

#include <algorithm>

namespace bindlab::mapping {

bool isCounted(const ObjectView& view) {
    return std::any_of(view.values.begin(), view.values.end(), [](const ValueView& value) { return value.counter; });
}

bool isChip(const ObjectView& view) {
    return !view.locks.empty() && view.values.empty() && view.machines.empty();
}

bool hasStateRow(const ObjectView& view) {
    return !view.machines.empty()
        || std::any_of(view.values.begin(), view.values.end(), [](const ValueView& value) { return !value.counter; });
}

double MapSizes::chipWidth(const Snapshot& snapshot, int lock) const {
    const QString name = QString::fromStdString(snapshot.locks[std::size_t(lock)].name);
    return px(7) + px(13) + px(4) + widthOf(MapText::Code, name) + px(3) + px(15) + px(4);
}

double MapSizes::cardWidth(const Snapshot& snapshot, const ObjectView& view) const {
    double width = px(11) + widthOf(MapText::Name, QString::fromStdString(view.name)) + (isCounted(view) ? px(8) + px(22) : 0) + px(11);
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

void MapSizes::makeRoom(Slot& slot, const Snapshot& snapshot, const ObjectView& view) const {
    double chips = 0;
    if (isChip(view)) {
        chips = double(view.locks.size()) * px(24) + double(view.locks.size() - 1) * px(6);
    } else {
        slot.width = std::max(slot.width, cardWidth(snapshot, view));
        slot.card = std::max(slot.card, cardHeight(view));
        chips = double(view.locks.size()) * (px(24) + px(14));
    }
    slot.chips = std::max(slot.chips, chips);
    for (const int lock : view.locks)
        slot.width = std::max(slot.width, chipWidth(snapshot, lock));
}

} // namespace bindlab::mapping
