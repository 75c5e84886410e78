/// Holds what windows were promised to keep against what their home has.
///
///     check_kept BEFORE HOME JOURNAL...
///
/// BEFORE is a copy of the home from before they were started. Exit status 1, and a line for each, when something is missing or a
/// file cannot be read.

#include "journal.h"
#include "kept.h"

#include <algorithm>
#include <cstdio>

using namespace bindlab::random_use;

namespace {

const QByteArray& valueIn(const Slots& all, const QByteArray& slot)
{
    const auto found = all.find(slot);
    return found == all.end() ? absent : found->second;
}

/// A text is there under whatever name: it may have been taken away, or another window may have written under its name.
bool isThere(const Kept& now, const QByteArray& slot, const std::vector<QByteArray>& values)
{
    if (std::ranges::find(values, valueIn(now.slotValues, slot)) != values.end())
        return true;
    return slot.startsWith("text/") && std::ranges::any_of(values, [&](const QByteArray& value) { return now.texts.contains(value); });
}

/// What any of the windows may have left of a slot.
std::vector<QByteArray> allowed(const QByteArray& slot, const QByteArray& before, const std::vector<Promises>& windows)
{
    std::vector<QByteArray> values;
    bool isHeld = false;
    for (const Promises& window : windows) {
        if (const auto found = window.ofSlot.find(slot); found != window.ofSlot.end()) {
            values.insert(values.end(), found->second.values.begin(), found->second.values.end());
            isHeld = isHeld || found->second.held;
        }
    }
    if (!isHeld)
        values.push_back(before);
    return values;
}

} // namespace

int main(int count, char** values)
{
    if (count < 4) {
        std::fprintf(stderr, "usage: check_kept BEFORE HOME JOURNAL...\n");
        return 2;
    }
    QString trouble;
    const Kept before = keptIn(QString::fromLocal8Bit(values[1]), trouble);
    trouble.clear();
    const Kept now = keptIn(QString::fromLocal8Bit(values[2]), trouble);
    std::vector<Promises> windows;
    std::set<QByteArray> slotNames;
    for (const auto& [slot, value] : before.slotValues)
        slotNames.insert(slot);
    for (int i = 3; i < count; ++i) {
        windows.push_back(promisesOf(QString::fromLocal8Bit(values[i])));
        for (const auto& [slot, promise] : windows.back().ofSlot)
            slotNames.insert(slot);
    }
    bool isAllThere = trouble.isEmpty();
    if (!isAllThere)
        std::printf("%s\n", qUtf8Printable(trouble));
    for (const QByteArray& slot : slotNames) {
        const std::vector<QByteArray> wanted = allowed(slot, valueIn(before.slotValues, slot), windows);
        const bool isFree = std::ranges::any_of(windows, [&](const Promises& window) { return window.isFree(slot); });
        if (isFree || isThere(now, slot, wanted))
            continue;
        isAllThere = false;
        std::printf("%s is %s, kept was %s\n", slot.constData(), valueIn(now.slotValues, slot).constData(),
                    QByteArrayList(wanted.begin(), wanted.end()).join(" or ").constData());
    }
    return isAllThere ? 0 : 1;
}
