#include "lesson/whole_lesson.h"

#include "lesson/yaml_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace bindlab {

namespace {

/// A challenge is one act that tells how well it can be done.
void challenge(const Page& page, LessonLines& lines)
{
    int acts = 0;
    for (const auto& block : page.blocks) {
        acts += isAct(block) ? 1 : 0;
        const auto* drive = std::get_if<Drive>(&block);
        const auto* order = std::get_if<Order>(&block);
        const auto* repair = std::get_if<Repair>(&block);
        if (isAct(block) && !drive && !order && !repair)
            lines.complain(lineOf(block), fmt::format("{}: the act of a challenge is a drive, an order or a repair", directiveName(block)));
        if (drive && drive->par == 0)
            lines.complain(drive->line, "drive: 'par' is missing: how many steps the shortest way of this challenge has");
        if (const auto better = drive ? drive->better : order ? order->better : repair ? repair->better : "none"; better.empty())
            lines.complain(lineOf(block), fmt::format("{}: 'better' is missing: what a better answer to this challenge is", directiveName(block)));
    }
    if (acts > 1)
        lines.complain(page.line, fmt::format("a challenge is one act, the page '{}' has {}", page.title, acts));
}

} // namespace

void judgeWhole(const Lesson& lesson, const std::set<int>& broken, LessonLines& lines)
{
    std::set<std::string> sources;
    for (const auto& source : lesson.sources)
        if (!source.id.empty() && !sources.insert(source.id).second)
            lines.complain(source.line, fmt::format("a second source is called '{}'", source.id));
    if (lesson.pages.empty())
        lines.complain(std::max(1, int(lines.lines.size())), "the lesson has no page: expected '## Title'");
    std::size_t blocks = 0;
    std::set<std::string> ids;
    std::vector<std::string> drives;
    for (std::size_t i = 0; i < lesson.pages.size(); ++i) {
        const auto& page = lesson.pages[i];
        blocks += page.blocks.size();
        if (std::none_of(page.blocks.begin(), page.blocks.end(), isAct) && !broken.contains(int(i)))
            lines.complain(page.line,
                           fmt::format("the page '{}' has nothing to do: every page ends in an act (watch, predict, drive, replay, check, order, repair, compare or explain)",
                                       page.title));
        for (const auto& block : page.blocks) {
            const auto* drive = std::get_if<Drive>(&block);
            const auto* replay = std::get_if<Replay>(&block);
            if (const auto id = idOf(block); !id.empty() && !ids.insert(id).second)
                lines.complain(lineOf(block), fmt::format("{}: a second act has the id '{}'", directiveName(block), id));
            if (drive)
                drives.push_back(drive->id);
            if (replay && !replay->schedule.empty()
                && std::find(drives.begin(), drives.end(), replay->schedule) == drives.end())
                lines.complain(replay->line, fmt::format("replay: no drive before this one has the id '{}'", replay->schedule),
                               meant(replay->schedule, drives));
        }
    }
    if (lesson.challenges)
        for (std::size_t i = 0; i < lesson.pages.size(); ++i)
            if (!broken.contains(int(i)))
                challenge(lesson.pages[i], lines);
    if (lesson.pages.size() > LessonLimits::pages)
        lines.complain(lesson.pages[LessonLimits::pages].line, fmt::format("a lesson has at most {} pages", LessonLimits::pages));
    if (blocks > LessonLimits::blocks)
        lines.complain(1, fmt::format("a lesson has at most {} blocks of prose and directives, this one has {}", LessonLimits::blocks, blocks));
}

} // namespace bindlab
