#include "run_keeper.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace bindlab {

namespace {

bool sameSteps(const Run& one, const Run& other) {
    if (one.length() != other.length())
        return false;
    for (int step = 0; step < one.length(); ++step) {
        if (!(one.record(step).choice == other.record(step).choice))
            return false;
    }
    return true;
}

} // namespace

void RunKeeper::keep(const Run& run) {
    if (run.length() == 0)
        return;
    std::erase_if(m_runs, [&](const Run& kept) { return sameSteps(kept, run); });
    m_runs.push_front(run);
    if (m_runs.size() > mostRuns)
        m_runs.pop_back();
}

std::optional<Run> RunKeeper::take(std::size_t number) {
    if (number >= m_runs.size())
        return std::nullopt;
    std::optional<Run> run = m_runs[number];
    m_runs.erase(m_runs.begin() + std::ptrdiff_t(number));
    return run;
}

void RunKeeper::toggleBookmark(int position) {
    if (m_bookmarks.erase(position) == 0)
        m_bookmarks.insert(position);
}

int RunKeeper::nextBookmark(int position) const {
    if (m_bookmarks.empty())
        return -1;
    const auto next = m_bookmarks.upper_bound(position);
    return next == m_bookmarks.end() ? *m_bookmarks.begin() : *next;
}

void RunKeeper::cutOff(int position) {
    m_bookmarks.erase(m_bookmarks.upper_bound(position), m_bookmarks.end());
}

void RunKeeper::clear() {
    m_runs.clear();
    m_bookmarks.clear();
}

std::string nameOf(const Run& run) {
    std::vector<std::string> broken;
    for (int step = 0; step < run.length(); ++step) {
        for (const Finding& finding : run.record(step).findings) {
            if (std::ranges::find(broken, finding.property) == broken.end())
                broken.push_back(finding.property);
        }
    }
    std::string text = fmt::format("{} step{}", run.length(), run.length() == 1 ? "" : "s");
    for (std::size_t i = 0; i < broken.size(); ++i)
        text += (i == 0 ? ", breaks " : i + 1 == broken.size() ? " and " : ", ") + broken[i];
    return text;
}

} // namespace bindlab
