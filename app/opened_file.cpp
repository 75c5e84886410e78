#include "opened_file.h"

#include "cli/saved_run.h"
#include "flow/diagnostic.h"
#include "report/share_code.h"

#include <fmt/format.h>

#include <QFileInfo>

namespace bindlab {

namespace {

using Opened = tl::expected<OpenedFile, Complaint>;

Opened openLesson(const std::string& name, const std::string& text, const Library& shipped) {
    auto lesson = loadLesson(name, text);
    if (!lesson)
        return complain(toText(lesson.error()));
    return OpenedFile{.lesson = *std::move(lesson), .choices = &shipped};
}

Opened openTrace(const std::string& fileOrCode, const Library& shipped) {
    const auto trace = readTrace(fileOrCode);
    if (!trace)
        return tl::unexpected(trace.error());
    auto played = playTrace(*trace, shipped);
    if (!played)
        return complain(fmt::format("{}: {}", nameOfTrace(fileOrCode), played.error()));
    return OpenedFile{.run = OwnRun{std::move(played->run), trace->selection, {std::move(played->flows), trace->flowName, trace->flowText}},
                      .choices = &shipped};
}

Opened openFlow(const std::string& name, const std::string& text, const Library& shipped) {
    auto own = readFlow(name, text, shipped);
    if (!own)
        return complain(own.error());
    const Library& library = *own->flow.flows;
    return OpenedFile{.flow = *std::move(own), .choices = library.platforms().empty() ? &shipped : &library};
}

} // namespace

Opened openFile(const std::string& name, const Library& shipped) {
    if (name.empty())
        return OpenedFile{.choices = &shipped};
    if (isShareCode(name))
        return openTrace(name, shipped);
    const auto text = readTextFile(name);
    if (!text)
        return tl::unexpected(text.error());
    const QString suffix = QFileInfo(QString::fromStdString(name)).suffix().toLower();
    if (suffix == QLatin1String("md"))
        return openLesson(name, *text, shipped);
    if (suffix == QLatin1String("json") || isShareCode(*text))
        return openTrace(name, shipped);
    return openFlow(name, *text, shipped);
}

} // namespace bindlab
