#include "cli/command_line.h"

#include "report/share_code.h"

#include "cli/command_help.h"
#include "cli/commands.h"
#include "cli/option_kinds.h"
#include "cli/usage_complaint.h"
#include "machines/machine.h"

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <new>

namespace bindlab {

namespace {

constexpr const char* exitStatuses = R"(Exit status
  0  holds, or done; also when a design has no words for what is asked (n/a)
  1  a property is violated, or a lesson's claim is false
  2  bad input or usage
  3  stopped at a bound, no verdict)";

constexpr const char* files = R"(Files
  ~/.config/bindlab/settings.ini                        theme, size of text, panes
  ~/.local/share/bindlab/progress.json                  what has been done in the lessons
  ~/.local/share/bindlab/lessons                        lessons of your own, on the welcome screen
  ~/.local/share/bindlab/sandbox                        texts of the sandbox
  ~/.cache/bindlab                                      what the matrix knows already)";

constexpr const char* manyVerdicts = R"(Exit status
  0  every check has a verdict, whatever it is
  2  bad input or usage; a design that could not be run
  3  one was stopped at a bound or by Ctrl+C: what was done is said)";

constexpr const char* examples = R"(Examples
  bindlab                                               the window
  bindlab check --design D3a --scenario S3 --trace run.trace.json
  bindlab replay run.trace.json
  bindlab lesson play
  bindlab COMMAND --help                                the options of one command)";

/// All commands with their options, and what to do for the one that was given.
class Parser {
public:
    explicit Parser(const Console& console) : m_console(console)
    {
        m_app.set_version_flag("--version", "bindlab " BINDLAB_VERSION, "Say the version and end");
        m_app.set_help_flag("-h,--help", "Say this and end");
        m_app.get_formatter()->column_width(30);
        m_app.get_formatter()->label("SUBCOMMAND", "COMMAND");
        m_app.footer(std::string(examples) + "\n\n" + exitStatuses + "\n\n" + files);
        m_app.require_subcommand(0, 1);
        m_file = addName(m_app, "FILE", m_window.file, "A lesson, flow, trace or share code to open in the window")->type_name("");
        addList();
        addCheck();
        addMatrix();
        addReport();
        addCompare();
        addStates();
        addReplay();
        addShare();
        addLesson();
        addExport();
        addDevice();
        addBench();
        addScreenshot();
    }

    Request run(int argc, const char* const* argv)
    {
        try {
            m_app.parse(argc, argv);
        } catch (const CLI::Success&) {
            return help();
        } catch (const CLI::ParseError& error) {
            return report(m_console, {usageComplaint(m_app, *m_file, error)});
        }
        if (m_command == nullptr)
            return openWindow();
        if (m_app.got_subcommand(m_screenshotApp))
            return m_screenshot;
        const Status status = m_command();
        return status ? *status : report(m_console, status.error());
    }

    [[nodiscard]] std::vector<CommandHelp> describe()
    {
        std::vector<CommandHelp> all{describe(m_app)};
        for (const CLI::App* command : m_app.get_subcommands({}))
            all.push_back(describe(*command));
        return all;
    }

private:
    CommandHelp describe(const CLI::App& app) const
    {
        CommandHelp command{&app == &m_app ? "" : app.get_name(), app.get_description(), {}, {}, app.get_footer()};
        for (const CLI::Option* option : app.get_options())
            (option->get_positional() ? command.arguments : command.options).push_back(describe(*option));
        return command;
    }

    ArgumentHelp describe(const CLI::Option& option) const
    {
        ArgumentHelp argument;
        for (const std::string& name : option.get_snames())
            argument.names.push_back("-" + name);
        for (const std::string& name : option.get_lnames())
            argument.names.push_back("--" + name);
        if (option.get_positional())
            argument.names = {option.get_name(true)};
        argument.value = option.get_type_size() == 0 ? "" : option.get_type_name();
        argument.preset = option.get_default_str();
        argument.help = option.get_description();
        argument.required = option.get_required();
        argument.repeats = option.get_items_expected_max() > 1;
        if (const auto choices = m_choices.find(&option); choices != m_choices.end())
            argument.choices = choices->second;
        return argument;
    }

    /// Every command is one of these; `run` answers it.
    template <typename Run>
    CLI::App& addCommand(const std::string& name, const std::string& help, Run run)
    {
        CLI::App& command = *m_app.add_subcommand(name, help);
        command.group("Commands");
        command.final_callback([this, run] { m_command = run; });
        return command;
    }

    CLI::Option* offer(CLI::Option* option, const std::vector<std::string>& choices)
    {
        m_choices[option] = choices;
        return option;
    }

    CLI::Option* addOneOf(CLI::App& app, const std::string& name, std::string& target, const std::vector<std::string>& known,
                          const std::string& kind, const std::string& help)
    {
        return offer(app.add_option(name, target, help), known)->check(CLI::Validator([=](std::string& text) {
            return std::ranges::find(known, text) == known.end() ? unknownName(kind, text, known) : std::string();
        }, "", "name"));
    }

    void addList()
    {
        CLI::App& app = addCommand("list", "Say which names there are", [this] { return listCommand(m_list, m_console); });
        offer(app.add_option("KIND", m_list.kind, "designs, patches, scenarios, platforms, properties, machines, lessons"), listKinds())
            ->required()->type_name("");
        addName(app, "MODEL.flow", m_list.file, "A flow file whose names are listed as well")->type_name("");
        app.add_flag("--json", m_list.json, "Print a JSON list");
        app.footer("Besides: terms, the glossary of the field; sources, the mails and documents, and who cites each.");
    }

    void addCheck()
    {
        CLI::App& app = addCommand("check", "Try every interleaving", [this] { return checkCommand(m_check, m_console); });
        addName(app, "MODEL.flow", m_check.model.file, "A flow file of your own, with the shipped ones where it needs them")->type_name("");
        addModelOptions(app, m_check.model);
        addNames(app, "--property", m_check.properties, "Look at this property only; can be given again")->type_name("NAME");
        addMaxStates(app, m_check.maxStates, "Stop after so many states");
        addNumber<std::uint64_t>(app, "--max-memory", 1, 16'777'216, m_check.maxMemoryMib, "Stop when the search stores so much")
            ->type_name("MiB")->default_str("4096");
        addNumber<int>(app, "--threads", 1, 256, m_check.threads, "Search with so many threads (default: all); the result is the same")
            ->type_name("N");
        app.add_flag_callback("--no-reduction", [this] { m_check.reduce = false; }, "Look at every state, also at those that only swap equal threads");
        app.add_flag("--first", m_check.first, "Stop at the first violation instead of finding all");
        app.add_flag("--passing", m_check.passing, "Show a run in which nothing breaks");
        addNumber<int>(app, "--another", 1, 1000, m_check.another, "Show so many more runs of each kind, as unlike as can be")->type_name("N");
        addName(app, "--trace", m_check.trace, "Save the run of the first violation")->type_name("FILE");
        app.add_flag("--json", m_check.json, "Print one JSON object");
        app.footer(exitStatuses);
    }

    void addMatrix()
    {
        CLI::App& app = addCommand("matrix", "Check every design in every scenario on every platform", [this] { return matrixCommand(m_matrix, m_console); });
        addNameList(app, "--design", m_matrix.designs, "Only these designs; with patches: D6+NAME, D6+-NAME");
        addNameList(app, "--scenario", m_matrix.scenarios, "Only these scenarios");
        addNameList(app, "--platform", m_matrix.platforms, "Only these platforms");
        addNames(app, "--patch", m_matrix.patches, "Add a patch to every design, or take one away with --patch=-NAME")->type_name("NAME");
        addName(app, "--model", m_matrix.file, "A flow file of your own, with the shipped ones where it needs them")->type_name("FILE");
        addCells(app, m_matrix.threads);
        addMaxStates(app, m_matrix.maxStates, "Stop a cell after so many states");
        app.add_flag("--json", m_matrix.json, "Print a JSON list, one object a cell, without steps");
        app.footer(manyVerdicts);
    }

    void addBench()
    {
        CLI::App& app = addCommand("bench", "Measure how fast the checker is here", [this] { return benchCommand(m_bench, m_console); });
        app.add_option("MODEL.flow", m_bench.models, "Models of your own to measure instead, or scaled ones by name (X2d4t1r)")->type_name("");
        app.add_flag("--largest", m_bench.largest, "Scaled models of many million states as well");
        addName(app, "--write", m_bench.write, "Write the scaled models there and measure nothing")->type_name("FOLDER");
        app.add_flag("--json", m_bench.json, "Print one JSON object");
    }

    void addDevice()
    {
        CLI::App& app = addCommand("device", "Speak TDISP with the simulated device, line by line", [this] { return deviceCommand(m_device, std::cin, m_console); });
        addNumber(app, "--vfs", 0, 255, m_device.virtualFunctions, "Virtual functions 3a01, 3a02, ... beside 3a00")->type_name("N");
        app.add_flag("--spdm-emu-stop", m_device.emulatorStop, "STOP in CONFIG_UNLOCKED is an error, as DMTF's spdm-emu has it");
        app.add_flag("--table", m_device.table, "Try every request and action in each state, and say what comes of it");
        app.footer(deviceLines());
    }

    void addReport()
    {
        CLI::App& app = addCommand("report", "Say what one design survives and what breaks it", [this] { return reportCommand(m_report, m_console); });
        addName(app, "DESIGN", m_report.design, "A design (bindlab list designs)")->required()->type_name("");
        addNameList(app, "--platform", m_report.platforms, "Only these platforms");
        addName(app, "--model", m_report.file, "A flow file of your own, added to the shipped ones")->type_name("FILE");
        addCells(app, m_report.threads);
        addMaxStates(app, m_report.maxStates, "Stop a scenario after so many states");
        app.add_flag("--json", m_report.json, "Print one JSON object");
        app.footer(manyVerdicts);
    }

    void addCompare()
    {
        CLI::App& app = addCommand("compare", "Play two designs side by side, to where they part", [this] { return compareCommand(m_compare, m_console); });
        addName(app, "FIRST", m_compare.first, "A design; with patches: D6+NAME, D6+-NAME")->required()->type_name("");
        addName(app, "SECOND", m_compare.second, "Another design")->required()->type_name("");
        addName(app, "--scenario", m_compare.scenario, "Scenario; without it, all in which the two differ")->type_name("NAME");
        addName(app, "--platform", m_compare.platform, "Which firmware answers")->type_name("NAME")->default_str("tdx");
        addName(app, "--follow", m_compare.follow, "Play the run that breaks this property on one side, or turns")->type_name("NAME");
        app.add_flag("--diff", m_compare.diff, "Print every line of the flows that differs");
        addName(app, "--model", m_compare.file, "A flow file of your own, added to the shipped ones")->type_name("FILE");
        addMaxStates(app, m_compare.maxStates, "Stop a check after so many states");
        app.add_flag("--json", m_compare.json, "Print one JSON object");
        app.footer(manyVerdicts);
    }

    void addStates()
    {
        CLI::App& app = addCommand("states", "Say what the graph of every reachable state shows", [this] { return statesCommand(m_states, m_console); });
        addName(app, "MODEL.flow", m_states.model.file, "A flow file of your own, with the shipped ones where it needs them")->type_name("");
        addModelOptions(app, m_states.model);
        addNumber<std::uint64_t>(app, "--max-states", 1, 100'000'000, m_states.maxStates, "Give up above so many states")
            ->type_name("N")->default_str("1000000");
        app.add_flag("--json", m_states.json, "Print one JSON object");
        app.footer(exitStatuses);
    }

    void addReplay()
    {
        CLI::App& app = addCommand("replay", "Play a saved run again", [this] { return replayCommand(m_replay, m_console); });
        addName(app, "TRACE.json", m_replay.trace, "What check --trace saved, or a share code")->required()->type_name("");
        addName(app, "MODEL.flow", m_replay.file, "The flow file it was checked with, if any")->type_name("");
        CLI::Option* json = app.add_flag("--json", m_replay.json, "Print one JSON object, with the state after each step");
        app.add_flag_function("--text", [](std::int64_t) {}, "Print text (this is the default)")->excludes(json);
        addName(app, "--why", m_replay.why, "Say only which steps set this: vdev.users, vdev->mutex, vdevice")->type_name("NAME");
        app.footer("Exit status is 1 when the run breaks a property, else 0; with --why always 0.");
    }

    void addShare()
    {
        CLI::App& app = addCommand("share", "Say a saved run as one line that opens it elsewhere", [this] { return shareCommand(m_share, m_console); });
        addName(app, "TRACE.json", m_share.trace, "What check --trace saved, or a share code")->required()->type_name("");
        addName(app, "MODEL.flow", m_share.file, "The flow file it was checked with, which goes along")->type_name("");
        app.add_flag("--json", m_share.json, "Print the trace that a share code stands for");
        app.footer("Where a trace is read, a share code will do: bindlab replay CODE, bindlab CODE.");
    }

    void addLesson()
    {
        CLI::App& app = addCommand("lesson", "List, verify or play lessons", [this] { return lessonCommand(m_lesson, m_console); });
        offer(app.add_option("ACTION", m_lesson.action, "list, verify (hold each claim against the model) or play (as text)"), {"list", "verify", "play"})
            ->required()->type_name("");
        app.add_option("LESSON", m_lesson.lessons, "Ids or Markdown files; by default all, to play the first")
            ->type_name("")->check(CLI::Validator(notEmpty, "", "name"));
        app.add_flag("--json", m_lesson.json, "Print a JSON list (list and verify)");
        app.footer("Exit status is 1 when a claim of a lesson is false.");
    }

    void addExport()
    {
        CLI::App& app = addCommand("export", "Write a run, machine, flow or model for others", [this] { return exportCommand(m_export, m_console); });
        offer(app.add_option("FORMAT", m_export.format, "text, svg, mermaid, plantuml, patches, promela or murphi"), exportFormats())
            ->required()->type_name("");
        addName(app, "TRACE.json", m_export.trace, "Export this saved run")->type_name("");
        addName(app, "--machine", m_export.machine, "Export a machine's chart instead (bindlab list machines)")->type_name("NAME");
        addName(app, "--flow", m_export.flow, "Export a flow of the design instead, patches applied (text)")->type_name("NAME");
        addName(app, "--property", m_export.property, "Export the shortest run that breaks this property")->type_name("NAME");
        addModelOptions(app, m_export.model);
        addName(app, "--model", m_export.model.file, "A flow file of your own")->type_name("FILE");
        addName(app, "--out", m_export.out, "Write to a file")->type_name("FILE");
        app.footer("With --design and --scenario alone: the shortest failing run; in promela and murphi, the model.\n"
                   "text keeps to 78 columns; promela is for SPIN, murphi for Rumur; patches is the design as a series,\n"
                   "each patch with its source and its diff against those before.\n"
                   "  bindlab export mermaid --design D3a --scenario S3\n"
                   "  bindlab export promela --design D3a --scenario S3 --out model.pml\n"
                   "  bindlab export patches --design D8\n"
                   "  bindlab export svg --machine Tdi --out tdi.svg\n"
                   "  bindlab export text --machine Tdi");
    }

    void addScreenshot()
    {
        CLI::App& app = addCommand("screenshot", "Write a picture of a screen", [] { return Status(exitDone); });
        m_screenshotApp = &app;
        addOneOf(app, "SCREEN", m_screenshot.screen, {"welcome", "lesson", "compare", "matrix", "sandbox", "states", "device", "reference", "settings"}, "screen",
                 "welcome|lesson|compare|matrix|sandbox|states|device|reference|settings")
            ->required()->type_name("");
        addName(app, "--out", m_screenshot.out, "Picture to write")->required()->type_name("FILE.png");
        app.add_option_function<std::string>("--size", [](const std::string&) {}, "Width and height in pixels")
            ->type_name("WxH")->default_str("1440x900")
            ->check(CLI::Validator([this](std::string& text) { return parseSize(text, m_screenshot); }, "", "size"));
        addOneOf(app, "--theme", m_screenshot.theme, {"dark", "light", "contrast"}, "theme", "dark, light or contrast")->type_name("NAME")->default_str("dark");
        addName(app, "--language", m_screenshot.language, "Language of the window: en, zh_CN")->type_name("NAME")->default_str("en");
        addName(app, "--lesson", m_screenshot.lesson, "Lesson to show, an id or a file; with device, whose messages")->type_name("NAME");
        addNameList(app, "--design", m_screenshot.designs, "Two designs to compare, or the one whose states are shown");
        addName(app, "--scenario", m_screenshot.scenario, "Scenario they run in")->type_name("NAME");
        addName(app, "--platform", m_screenshot.platform, "Platform they run on")->type_name("NAME")->default_str("tdx");
        addOneOf(app, "--view", m_screenshot.view, {"side", "difference", "overlay", "depth", "progress", "force"}, "view",
                 "How to compare (side, difference, overlay), or how states lie")->type_name("NAME")->default_str("side");
        addOneOf(app, "--machine", m_screenshot.machine, machineNames(), "machine", "Whose sheet the reference shows (bindlab list machines)")->type_name("NAME");
        addNumber(app, "--page", 1, 1000, m_screenshot.page, "Page of the lesson")->type_name("N");
        addNumber(app, "--acts", 0, 1000, m_screenshot.acts, "Acts of the page that are done")->type_name("N")->default_str("0");
        addNumber(app, "--step", 0, 1'000'000, m_screenshot.step, "Steps taken in its run")->type_name("N");
        addNumber(app, "--text-scale", 0.8, 2.0, m_screenshot.textScale, "Size of text")->type_name("X")->default_str("1");
    }

    static std::vector<std::string> machineNames()
    {
        std::vector<std::string> names;
        for (const Machine* machine : machines())
            names.emplace_back(machine->name());
        return names;
    }

    int help()
    {
        const CLI::Option* version = m_app.get_version_ptr();
        if (version->count() > 0) {
            m_console.out << "bindlab " BINDLAB_VERSION "\n";
            return exitDone;
        }
        m_console.out << m_app.help();
        return exitDone;
    }

    static std::string_view environment(const char* variable)
    {
        const char* value = std::getenv(variable);
        return value == nullptr ? "" : value;
    }

    /// A Wayland display's name is looked up in the runtime directory, unless it is a path.
    static bool hasDisplay()
    {
        const std::string_view wayland = environment("WAYLAND_DISPLAY");
        return !environment("DISPLAY").empty() || !environment("QT_QPA_PLATFORM").empty()
            || (!wayland.empty() && (wayland.front() == '/' || !environment("XDG_RUNTIME_DIR").empty()));
    }

    Request openWindow()
    {
        if (!m_window.file.empty() && !isShareCode(m_window.file)) {
            if (access(m_window.file.c_str(), F_OK) != 0)
                return report(m_console, {unknownCommand(m_app, m_window.file)});
            if (const auto readable = readTextFile(m_window.file); !readable)
                return report(m_console, readable.error());
        }
        if (hasDisplay())
            return m_window;
        const Status status = withoutDisplay(m_window, m_console);
        return status ? *status : report(m_console, status.error());
    }

    const Console& m_console;
    CLI::App m_app{"Bindlab: confidential device assignment on Linux, every interleaving of it", "bindlab"};
    CLI::Option* m_file = nullptr;
    CLI::App* m_screenshotApp = nullptr;
    std::map<const CLI::Option*, std::vector<std::string>> m_choices;   ///< where these are few and fixed
    std::function<Status()> m_command;
    WindowOptions m_window;
    ListOptions m_list;
    CheckCommandOptions m_check;
    MatrixCommandOptions m_matrix;
    BenchOptions m_bench;
    ReportCommandOptions m_report;
    CompareCommandOptions m_compare;
    StatesCommandOptions m_states;
    ReplayOptions m_replay;
    ShareOptions m_share;
    LessonOptions m_lesson;
    ExportOptions m_export;
    DeviceOptions m_device;
    ScreenshotOptions m_screenshot;
};

} // namespace

std::vector<CommandHelp> commandHelp()
{
    const Console console = processConsole();
    return Parser(console).describe();
}

Request runCommandLine(int argc, const char* const* argv, const Console& console)
{
    try {
        return Parser(console).run(argc, argv);
    } catch (const std::bad_alloc&) {
        return report(console, {"out of memory"});
    } catch (const std::exception& error) {
        return report(console, {error.what()});
    }
}

} // namespace bindlab
