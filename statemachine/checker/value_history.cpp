#include "checker/value_history.h"

#include "flow/program.h"

#include <algorithm>

namespace bindlab {

namespace {

/// "vdev->mutex" and "vdev.mutex" are the same to who asks.
std::string plain(std::string name)
{
    for (std::size_t at = name.find("->"); at != std::string::npos; at = name.find("->", at))
        name.replace(at, 2, ".");
    return name;
}

bool isThread(const Model& model, const StateDifference& value)
{
    return value.field.empty() && std::ranges::find(model.threads, value.object, &ThreadInfo::name) != model.threads.end();
}

/// `name` is plain.
bool isAbout(const StateDifference& value, const std::string& name)
{
    return value.object == name || plain(value.name) == name || value.object + "." + value.field == name;
}

std::string sentenceOf(const Run& run, int step, const StateDifference& difference)
{
    const StepRecord& record = run.record(step);
    return difference.name + " went from " + difference.values[0] + " to " + difference.values[1] + " at step " + std::to_string(step + 1) + ": "
        + record.thread + " in " + record.flow + ", line " + std::to_string(record.line) + ".";
}

/// Of an object that comes or goes, its fields come and go with it: that stands for them.
void addChanges(const Run& run, int step, const std::string& name, std::vector<ValueChange>& changes)
{
    const auto differences = differencesBetween(run.model(), run.stateAt(step), run.model(), run.stateAt(step + 1));
    const auto values = valuesOf(run.model(), run.stateAt(step));
    const auto later = valuesOf(run.model(), run.stateAt(step + 1));
    const auto concerns = [&](const StateDifference& difference) {
        if (isAbout(difference, name))
            return true;
        if (!difference.field.empty())
            return false;
        const auto isField = [&](const StateDifference& value) { return value.object == difference.object && isAbout(value, name); };
        return std::ranges::any_of(values, isField) != std::ranges::any_of(later, isField);
    };
    for (const StateDifference& difference : differences)
        if (!isThread(run.model(), difference) && concerns(difference))
            changes.push_back({step, difference, sentenceOf(run, step, difference)});
}

} // namespace

std::vector<ValueChange> changesOf(const Run& run, const std::string& name)
{
    std::vector<ValueChange> changes;
    for (int step = 0; step < run.length(); ++step)
        addChanges(run, step, plain(name), changes);
    return changes;
}

std::optional<ValueChange> lastChange(const Run& run, const std::string& name, int position)
{
    for (int step = std::min(position, run.length()) - 1; step >= 0; --step) {
        std::vector<ValueChange> changes;
        addChanges(run, step, plain(name), changes);
        if (!changes.empty())
            return std::move(changes.front());
    }
    return std::nullopt;
}

std::vector<std::string> valueNames(const Run& run)
{
    std::vector<std::string> names;
    for (int position = 0; position <= run.length(); ++position)
        for (const StateDifference& value : valuesOf(run.model(), run.stateAt(position)))
            if (!isThread(run.model(), value) && std::ranges::find(names, value.name) == names.end())
                names.push_back(value.name);
    return names;
}

bool hasValue(const Run& run, const std::string& name)
{
    for (int position = 0; position <= run.length(); ++position)
        for (const StateDifference& value : valuesOf(run.model(), run.stateAt(position)))
            if (!isThread(run.model(), value) && isAbout(value, plain(name)))
                return true;
    return false;
}

} // namespace bindlab
