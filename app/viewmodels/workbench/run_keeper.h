#pragma once

#include "world/run.h"

#include <deque>
#include <optional>
#include <set>
#include <string>

namespace bindlab {

/// What was played of one model and is not thrown away: the runs that were left for another way, newest first, and places to come
/// back to in the one that is shown.
class RunKeeper {
public:
    static constexpr std::size_t mostRuns = 10;

    /// Keeps a run that is about to be cut off or replaced, unless it is kept already or nothing of it would be lost.
    void keep(const Run& run);
    /// The run of that number, which then is no longer among those kept; nothing for another number.
    std::optional<Run> take(std::size_t number);
    [[nodiscard]] const std::deque<Run>& runs() const { return m_runs; }

    void toggleBookmark(int position);
    [[nodiscard]] const std::set<int>& bookmarks() const { return m_bookmarks; }
    /// The next one behind the position, or from the front again; -1 when there is none.
    [[nodiscard]] int nextBookmark(int position) const;
    /// What lies behind has become another.
    void cutOff(int position);

    /// Another model: nothing of this fits any more.
    void clear();

private:
    std::deque<Run> m_runs;
    std::set<int> m_bookmarks;
};

/// "34 steps, breaks I3 and I4", as a reader recognises a run by.
[[nodiscard]] std::string nameOf(const Run& run);

} // namespace bindlab
