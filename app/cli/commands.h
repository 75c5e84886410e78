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
    int threads = 0;                           ///< 0: as many as there are processors
    bool reduce = true;                        ///< take states that only swap equal threads as one
    bool first = false;
    bool passing = false;                      ///< show a run in which nothing breaks
    int another = 0;                           ///< so many more runs, of each violation and of those that pass
    bool json = false;
};

/// What is to be checked, for each of three axes; empty means all that are named.
struct MatrixCommandOptions {
    std::string file;                          ///< a flow file whose names join the shipped ones, or empty
    std::vector<std::string> designs;
    std::vector<std::string> scenarios;
    std::vector<std::string> platforms;
    std::vector<std::string> patches;          ///< on top of every design
    std::uint64_t maxStates = 50'000'000;      ///< of one cell
    int threads = 0;                           ///< cells at once; 0: as many as there are processors
    bool json = false;
};

struct CompareCommandOptions {
    std::string file;
    std::string first;         ///< designs: "D6", or with patches "D6,serialise-bind,-shared-regions"
    std::string second;
    std::string follow;        ///< property or failure whose run is played, or "turns"; empty: the most telling
    bool diff = false;         ///< print every line of the flows that differs
    std::string scenario;      ///< empty: every one in which the two differ
    std::string platform;      ///< empty: the default one, where there are any
    std::uint64_t maxStates = 50'000'000;
    bool json = false;
};

struct StatesCommandOptions {
    ModelOptions model;
    std::uint64_t maxStates = 1'000'000;
    bool json = false;
};

struct ReportCommandOptions {
    std::string file;
    std::string design;
    std::vector<std::string> platforms;   ///< empty: all
    std::uint64_t maxStates = 50'000'000;
    int threads = 0;
    bool json = false;
};

struct BenchOptions {
    std::vector<std::string> models;   ///< stand-alone files, or names of scaled models; empty: the matrix and the scaled ones
    std::string write;                 ///< a folder that the scaled models are written to instead, or empty
    bool largest = false;              ///< the scaled ones of many million states as well
    bool json = false;
};

struct DeviceOptions {
    int virtualFunctions = 0;
    bool table = false;          ///< what every request and action comes to in each state, instead
    bool emulatorStop = false;   ///< STOP in CONFIG_UNLOCKED is an error, as DMTF's emulator has it
};

struct ShareOptions {
    std::string trace;   ///< a file or a share code
    std::string file;    ///< the flow file it was made with, which then goes along; or empty
    bool json = false;
};

struct ReplayOptions {
    std::string trace;
    std::string file;    ///< the flow file the trace was made with, or empty
    std::string why;     ///< a field, lock or object: the steps that set it, and nothing else; or empty
    bool json = false;
};

struct LessonOptions {
    std::string action;                  ///< "list", "verify" or "play"
    std::vector<std::string> lessons;    ///< ids or files; empty for all, or for the first
    bool json = false;
};

struct ExportOptions {
    std::string format;       ///< "text", "svg", "mermaid", ...
    std::string trace;        ///< a run that was saved, or empty
    std::string machine;      ///< a machine's chart, or empty
    std::string flow;         ///< a flow after patches, or empty
    std::string property;     ///< whose shortest failing run; empty for the first of all
    std::string out;          ///< file; empty for stdout
    ModelOptions model;
};

[[nodiscard]] Status listCommand(const ListOptions& options, const Console& console);
[[nodiscard]] Status checkCommand(const CheckCommandOptions& options, const Console& console);
[[nodiscard]] Status matrixCommand(const MatrixCommandOptions& options, const Console& console);
[[nodiscard]] Status compareCommand(const CompareCommandOptions& options, const Console& console);
[[nodiscard]] Status statesCommand(const StatesCommandOptions& options, const Console& console);
[[nodiscard]] Status reportCommand(const ReportCommandOptions& options, const Console& console);
[[nodiscard]] Status benchCommand(const BenchOptions& options, const Console& console);
/// Answers line by line until `in` ends.
[[nodiscard]] Status deviceCommand(const DeviceOptions& options, std::istream& in, const Console& console);
/// Says a trace as a share code, or with `json` as a trace; either may be given.
[[nodiscard]] Status shareCommand(const ShareOptions& options, const Console& console);
[[nodiscard]] Status replayCommand(const ReplayOptions& options, const Console& console);
[[nodiscard]] Status lessonCommand(const LessonOptions& options, const Console& console);
[[nodiscard]] Status exportCommand(const ExportOptions& options, const Console& console);

/// What listCommand() knows, and exportCommand(); and what a line of deviceCommand() may be.
[[nodiscard]] std::vector<std::string> listKinds();
[[nodiscard]] std::vector<std::string> exportFormats();
[[nodiscard]] std::string deviceLines();

/// What the window would open, as text: the lesson, the trace, or the first lesson.
[[nodiscard]] Status withoutDisplay(const WindowOptions& options, const Console& console);

} // namespace bindlab
