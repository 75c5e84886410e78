#include "compare_focus.h"

#include "flow/program.h"
#include "world/snapshot.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace bindlab {

std::set<QString> objectsThatDiffer(const Comparison& comparison)
{
    constexpr std::size_t mostCards = 3;
    constexpr std::size_t mostLocks = 2;
    constexpr std::size_t mostCharts = 2;
    constexpr int mostLooks = 150;   // of a long run not every state is looked at
    const auto& [one, other] = comparison.sides;
    const int length = std::max(one.run->length(), other.run->length());
    std::map<std::string, int> weights;
    const auto add = [&](const std::string& object) { ++weights[object]; };
    for (int step = 0; step <= length; step += 1 + length / mostLooks) {
        std::set<std::string> differ;
        for (const StateDifference& difference : differencesBetween(*one.model, one.run->stateAt(std::min(step, one.run->length())), *other.model,
                                                                    other.run->stateAt(std::min(step, other.run->length()))))
            differ.insert(difference.object);
        std::ranges::for_each(differ, add);
    }
    // What the two steps at the split touch is what the argument is about.
    for (const ComparedSide& side : comparison.sides)
        if (comparison.split >= 0 && comparison.split < side.run->length())
            for (const Effect& effect : side.run->record(comparison.split).effects)
                if (effect.object >= 0)
                    weights[side.model->objects[std::size_t(effect.object)].name] += 2 * mostLooks;
    const Snapshot snapshot = look(*one.model, one.run->stateAt(0));
    std::vector<std::pair<int, const ObjectView*>> ranked;
    for (const ObjectView& object : snapshot.objects)
        if (const auto weight = weights.find(object.name); weight != weights.end())
            ranked.emplace_back(weight->second, &object);
    std::ranges::stable_sort(ranked, std::greater(), &std::pair<int, const ObjectView*>::first);
    std::set<QString> chosen;
    std::set<std::string> charted;   ///< components that have their chart
    std::array<std::size_t, 3> counts{};
    for (const auto& [weight, object] : ranked) {
        const bool isChart = object->component == "tsm" || object->component == "device";
        const bool isLock = object->values.empty() && object->machines.empty();
        const std::size_t kind = isChart ? 2 : isLock ? 1 : 0;
        const bool isPlaced = !object->machines.empty() || !object->locks.empty() || std::ranges::any_of(object->values, &ValueView::counter);
        if (object->component.empty() || object->component == "vmm" || object->component == "guest" || !isPlaced || (isChart && (object->machines.empty() || !charted.insert(object->component).second)))
            continue;
        if (counts[kind]++ < (kind == 0 ? mostCards : kind == 1 ? mostLocks : mostCharts))
            chosen.insert(QString::fromStdString(object->name));
    }
    return chosen;
}

} // namespace bindlab
