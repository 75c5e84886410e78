#include "map_step.h"

#include "viewmodels/shared/plain_text.h"

#include <algorithm>

namespace bindlab {

namespace {

/// How much an effect says about its step; the largest is what the step was about.
int weight(EffectKind kind) {
    switch (kind) {
    case EffectKind::Freed: return 9;
    case EffectKind::Fired:
    case EffectKind::Refused: return 8;
    case EffectKind::Allocated: return 7;
    case EffectKind::Published:
    case EffectKind::Unlinked: return 6;
    case EffectKind::Wrote:
    case EffectKind::Counted: return 5;
    case EffectKind::Locked:
    case EffectKind::Unlocked:
    case EffectKind::ReadLocked:
    case EffectKind::ReadUnlocked: return 4;
    case EffectKind::Queued: return 3;
    case EffectKind::Read: return 2;
    default: return 0;
    }
}

QString eventLabel(const Machine& machine, std::string_view name) {
    for (const MachineEvent& event : machine.events()) {
        if (event.name == name && !event.label.empty())
            return text(event.label);
    }
    return text(name);
}

} // namespace

MapStep mapStepAt(const Run& run, const Snapshot& now, const MapLayout& layout, int step) {
    MapStep last;
    if (step < 0)
        return last;
    const StepRecord& record = run.record(step);
    last.thread = record.choice.thread;
    int best = 0;
    for (const Effect& effect : record.effects) {
        if (effect.object >= 0) {
            last.touched.push_back(effect.object);
            last.placeLock = -1;
        }
        if (effect.lock >= 0)
            last.placeLock = effect.lock;
        if ((effect.kind == EffectKind::Fired || effect.kind == EffectKind::Refused) && effect.machine >= 0)
            last.fired.push_back({effect.machine, eventLabel(*now.machines[std::size_t(effect.machine)].machine, effect.name)});
        if (weight(effect.kind) >= std::max(best, 1)) {
            best = weight(effect.kind);
            last.object = effect.lock >= 0 ? -1 : effect.object;
            last.lock = effect.lock;
            last.machine = -1;
            if (effect.machine >= 0 && layout.charts[std::size_t(effect.machine)].shown) {
                last.machine = effect.machine;
                last.object = -1;
            }
        }
    }
    return last;
}

} // namespace bindlab
