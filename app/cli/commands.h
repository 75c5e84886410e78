#pragma once

#include "cli/console.h"
#include "cli/model_choice.h"
#include "window.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bindlab {

struct ListOptions {
    std::string kind;    ///< "designs", "patches", ...
    std::string file;    ///< a flow file whose names are listed as well, or empty
    bool json = false;
};

struct CheckCommandOptions {
    ModelOptions model;
    std::vector<std::string> properties;       ///< empty: all
    std::uint64_t maxStates = 50'000'000;
    std::uint64_t maxMemoryMib = 4096;
    std::string trace;                         ///< where the first violation's run goes, or empty
    int threads = 1;                           ///< at most; the search uses one
    bool first = false;
    bool json = false;
};

struct ReplayOptions {
    std::string trace;
    std::string file;    ///< the flow file the trace was made with, or empty
    bool json = false;
};

struct LessonOptions {
    std::string action;                  ///< "list", "verify" or "play"
    std::vector<std::string> lessons;    ///< ids or files; empty for all, or for the first
    bool json = false;
};

struct ExportOptions {
    std::string format;       ///< "text" or "mermaid"
    std::string trace;        ///< a run that was saved, or empty
    std::string machine;      ///< a machine's chart, or empty
    std::string flow;         ///< a flow after patches, or empty
    std::string property;     ///< whose shortest failing run; empty for the first of all
    std::string out;          ///< file; empty for stdout
    ModelOptions model;
};

[[nodiscard]] Status listCommand(const ListOptions& options, const Console& console);
[[nodiscard]] Status checkCommand(const CheckCommandOptions& options, const Console& console);
[[nodiscard]] Status replayCommand(const ReplayOptions& options, const Console& console);
[[nodiscard]] Status lessonCommand(const LessonOptions& options, const Console& console);
[[nodiscard]] Status exportCommand(const ExportOptions& options, const Console& console);

/// What the window would open, as text: the lesson, the trace, or the first lesson.
[[nodiscard]] Status withoutDisplay(const WindowOptions& options, const Console& console);

} // namespace bindlab
