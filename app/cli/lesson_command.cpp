#include "cli/commands.h"

#include "cli/saved_run.h"
#include "lesson/lesson.h"
#include "lesson/text_player.h"
#include "lesson/verify.h"
#include "report/json.h"
#include "report/share_code.h"
#include "report/text.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace bindlab {

namespace {

using Chosen = tl::expected<std::vector<Lesson>, Complaint>;

bool looksLikeAPath(const std::string& name)
{
    return name.find('/') != std::string::npos || name.ends_with(".md");
}

tl::expected<Lesson, Complaint> loadFile(const std::string& path)
{
    const auto text = readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    auto lesson = loadLesson(path, *text);
    if (!lesson)
        return complain(toText(lesson.error()));
    return std::move(*lesson);
}

/// A lesson by its id or its file; a file on disk comes before a shipped one of that name.
tl::expected<Lesson, Complaint> chooseLesson(const std::string& name)
{
    if (looksLikeAPath(name) && access(name.c_str(), F_OK) == 0)
        return loadFile(name);
    if (const Lesson* shipped = findLesson(name))
        return *shipped;
    if (looksLikeAPath(name))
        return loadFile(name);
    auto known = idsOf(lessons());
    for (const Lesson& set : challenges())
        known.push_back(set.id);
    return complain(unknownName("lesson", name, known));
}

Chosen chooseLessons(const std::vector<std::string>& names)
{
    std::vector<Lesson> chosen;
    for (const std::string& name : names) {
        auto lesson = chooseLesson(name);
        if (!lesson)
            return tl::unexpected(lesson.error());
        chosen.push_back(std::move(*lesson));
    }
    return chosen;
}

void listLessons(const std::vector<Lesson>& chosen, bool json, const Console& console)
{
    std::vector<std::vector<std::string>> rows;
    Json items = Json::array();
    for (const Lesson& lesson : chosen) {
        rows.push_back({lesson.id, fmt::format("{} min", lesson.minutes), lesson.title});
        items.push_back({{"id", lesson.id}, {"number", lesson.number}, {"title", lesson.title}, {"summary", lesson.summary},
                         {"unit", lesson.unit}, {"design", lesson.design}, {"scenario", lesson.scenario},
                         {"platform", lesson.platform}, {"minutes", lesson.minutes}, {"pages", lesson.pages.size()},
                         {"file", lesson.file}, {"challenges", lesson.challenges}});
    }
    if (json)
        console.out << items.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        console.out << table(rows, console.columns);
}

Json reportAsJson(const LessonReport& lessonReport)
{
    Json failures = Json::array();
    for (const LessonFailure& failure : lessonReport.failures)
        failures.push_back({{"file", failure.file}, {"line", failure.line}, {"page", failure.page},
                            {"directive", failure.directive}, {"claim", failure.claim}, {"model", failure.model}});
    return {{"id", lessonReport.id}, {"language", lessonReport.language.empty() ? "en" : lessonReport.language}, {"good", lessonReport.good()}, {"directives", lessonReport.directives},
            {"claims", lessonReport.claims}, {"failures", std::move(failures)}};
}

int verifyLessons(const std::vector<Lesson>& chosen, bool json, const Console& console)
{
    bool good = true;
    Json reports = Json::array();
    for (const Lesson& lesson : chosen) {
        const LessonReport lessonReport = verify(lesson, Library::shipped());
        good = good && lessonReport.good();
        if (json)
            reports.push_back(reportAsJson(lessonReport));
        else
            console.out << toText(lessonReport) << std::flush;
    }
    if (json)
        console.out << reports.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return good ? exitDone : exitViolated;
}

int playLessons(const std::vector<Lesson>& chosen, const Console& console)
{
    TextPlayerOptions options;
    options.columns = std::min(console.columns, mailColumns);
    if (isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0)
        options.answers = &std::cin;
    bool good = true;
    for (const Lesson& lesson : chosen)
        good = playAsText(lesson, Library::shipped(), console.out, options) && good;
    return good ? exitDone : exitViolated;
}

} // namespace

Status lessonCommand(const LessonOptions& options, const Console& console)
{
    if (auto known = checkName("lesson command", options.action, {"list", "verify", "play"}); !known)
        return tl::unexpected(known.error());
    if (options.action == "play" && options.json)
        return complain("lesson play is read by people; it has no --json");
    if (lessons().empty() && options.lessons.empty())
        return complain("this build has no lessons");
    const Chosen named = chooseLessons(options.lessons);
    if (!named)
        return tl::unexpected(named.error());

    if (options.action == "play")
        return playLessons(named->empty() ? std::vector{lessons().front()} : *named, console);
    std::vector<Lesson> chosen = *named;
    if (chosen.empty()) {
        chosen = lessons();
        chosen.insert(chosen.end(), challenges().begin(), challenges().end());
    }
    if (options.action == "verify") {
        if (named->empty())
            chosen.insert(chosen.end(), translations().begin(), translations().end());
        return verifyLessons(chosen, options.json, console);
    }
    listLessons(chosen, options.json, console);
    return exitDone;
}

Status withoutDisplay(const WindowOptions& options, const Console& console)
{
    const char* why = "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)";
    if (options.file.empty()) {
        console.err << fmt::format("bindlab: {}, so the first lesson is played as text\n", why) << std::flush;
        return lessonCommand({"play", {}, false}, console);
    }
    if (options.file.ends_with(".md")) {
        console.err << fmt::format("bindlab: {}, so the lesson is played as text\n", why) << std::flush;
        return lessonCommand({"play", {options.file}, false}, console);
    }
    if (options.file.ends_with(".json") || isShareCode(options.file)) {
        console.err << fmt::format("bindlab: {}, so the trace is replayed as text\n", why) << std::flush;
        return replayCommand({options.file, {}, {}, false}, console);
    }
    return complain(fmt::format("{}; try 'bindlab check {}'", why, options.file));
}

} // namespace bindlab
