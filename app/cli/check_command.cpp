#include "cli/commands.h"

#include "checker/checker.h"
#include "cli/progress.h"
#include "report/json.h"
#include "report/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace bindlab {

namespace {

CheckResult runCheck(const ModelChoice& choice, const CheckCommandOptions& options, const Console& console)
{
    ProgressLine line(console);
    CheckOptions checkOptions;
    checkOptions.properties = options.properties;
    checkOptions.maxStates = options.maxStates;
    checkOptions.maxMemoryMib = options.maxMemoryMib;
    checkOptions.reduce = options.reduce;
    checkOptions.first = options.first;
    checkOptions.threads = options.threads;
    checkOptions.essence = true;
    checkOptions.passing = options.passing;
    checkOptions.another = options.another;
    checkOptions.cancel = &stopRequested();
    checkOptions.progress = [&line](const CheckProgress& progress) {
        line.show([&] { return fmt::format("{} states, depth {}", progress.states, progress.depth); });
    };
    return check(choice.model, checkOptions);
}

int exitStatusOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds: return exitDone;
    case Verdict::NotApplicable: return exitDone;
    case Verdict::Violated: return exitViolated;
    case Verdict::Bounded: return exitBounded;
    }
    return exitBounded;
}

std::string countsOf(const CheckResult& result)
{
    return fmt::format("{} states, {} transitions, depth {}", result.states, result.transitions, result.depth);
}

/// Each broken property once, in order.
std::vector<std::string> brokenProperties(const CheckResult& result)
{
    std::vector<std::string> ids;
    for (const Violation& violation : result.violations)
        if (std::ranges::find(ids, violation.property) == ids.end())
            ids.push_back(violation.property);
    return ids;
}

bool wasCutShort(const CheckResult& result, const CheckCommandOptions& options)
{
    return !result.bound.empty() || (options.first && !result.violations.empty());
}

std::string verdictLine(const CheckResult& result, const CheckCommandOptions& options, const Console& console)
{
    const std::string counts = countsOf(result);
    switch (result.verdict) {
    case Verdict::Holds: {
        const std::string which = options.properties.empty() ? "" : fmt::format("{}: ", fmt::join(options.properties, ", "));
        return fmt::format("{}{} ({})", which, inked(console, Ink::Good, "holds in every interleaving"), counts);
    }
    case Verdict::Violated:
        return fmt::format("{}: {} ({}{}{})", inked(console, Ink::Bad, "violated"), fmt::join(brokenProperties(result), ", "),
                           counts, options.first ? "; stopped at the first" : "",
                           result.bound.empty() ? "" : fmt::format("; stopped at {}", result.bound));
    case Verdict::Bounded:
        return fmt::format("{}: {} ({})", inked(console, Ink::Strong, "no verdict"),
                           stopRequested() ? "stopped on request" : fmt::format("stopped at {}", result.bound), counts);
    case Verdict::NotApplicable:
        return fmt::format("{}: this design has no words for what is asked ({})", inked(console, Ink::Strong, "n/a"), counts);
    }
    return {};
}

/// The first violation before `violation` that has the very same run; null when there is none.
const Violation* sameRunBefore(const CheckResult& result, const Violation& violation)
{
    for (const Violation& earlier : result.violations) {
        if (&earlier == &violation)
            return nullptr;
        if (earlier.steps == violation.steps)
            return &earlier;
    }
    return nullptr;
}

/// " It can be avoided until the last step.", " From step 7 on it cannot be avoided."; empty when every run fails, or nobody knows.
std::string whenLost(const Violation& violation)
{
    const int from = violation.essence->unavoidableFrom;
    if (from <= 0)
        return {};
    return from == int(violation.steps.size()) ? " It can be avoided until the last step." : fmt::format(" From step {} on it cannot be avoided.", from);
}

std::string lengthOf(std::size_t steps, int switches)
{
    return fmt::format("{} {}, {} {} between threads", steps, steps == 1 ? "step" : "steps", switches, switches == 1 ? "switch" : "switches");
}

std::string headingOf(const ModelChoice& choice, const Violation& violation, const Console& console)
{
    const auto properties = propertiesOf(choice.flows);
    const auto property = std::ranges::find(properties, violation.property, &PropertyInfo::id);
    std::string text = inked(console, Ink::Bad, violation.property);
    if (property != properties.end())
        text += "  " + property->title;
    if (!violation.failure.empty())
        text += fmt::format(" ({})", violation.failure);
    text += '\n';
    for (const std::string& line : wrapped(violation.message, console.columns - 4))
        text += "    " + line + '\n';
    if (violation.essence)
        for (const std::string& line : wrapped("Essence: " + violation.essence->sentence + whenLost(violation), console.columns - 4))
            text += "    " + line + '\n';
    return text + fmt::format("    {}{}", lengthOf(violation.steps.size(), violation.switches),
                              violation.inEpilogue ? ", found only while everything is being closed" : "");
}

/// The steps of a run; those of its essence marked, and where there is colour the others faint.
std::string stepsOf(const Run& run, const Violation& violation, const Console& console)
{
    constexpr int indent = 4;
    const std::vector<int> marked = violation.essence ? violation.essence->steps : std::vector<int>{};
    const std::string text = stepsAsText(run, console.columns, indent, marked);
    if (marked.empty() || !console.colour)
        return text;
    std::string inkedText;
    bool isMarked = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string_view line = std::string_view(text).substr(at, end - at);
        // A row begins with its number; what wraps under itself has none.
        const std::size_t digits = std::to_string(run.length()).size();
        if (line.size() > indent + 1 + digits && line[indent + 1 + digits] != ' ')
            isMarked = line[indent] == '*';
        inkedText += (isMarked ? std::string(line) : inked(console, Ink::Faint, line)) + '\n';
        at = end + 1;
    }
    return inkedText;
}

/// Runs beside those reported: what they share with those before, and their steps.
std::string othersAsText(const ModelChoice& choice, const std::vector<OtherRun>& others, std::string_view what, const Console& console)
{
    std::string text;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const OtherRun& other = others[i];
        text += fmt::format("\n  {} {}: {}; {} of its steps are in the runs before it\n\n", what, i + 1, lengthOf(other.steps.size(), other.switches),
                            other.sharedSteps);
        if (const auto run = replay(choice.model, other.steps))
            text += stepsAsText(*run, console.columns, 4);
    }
    return text;
}

std::string passingAsText(const ModelChoice& choice, const CheckResult& result, const Console& console)
{
    if (!result.runsBound.empty())
        return fmt::format("\nOther runs were not looked for: {}\n", result.runsBound);
    if (result.passing.empty())
        return "\nNo run comes to its end without something breaking\n";
    const OtherRun& first = result.passing.front();
    std::string text = fmt::format("\n{}: {}\n\n", inked(console, Ink::Good, "A run in which nothing breaks"), lengthOf(first.steps.size(), first.switches));
    if (const auto run = replay(choice.model, first.steps))
        text += stepsAsText(*run, console.columns, 4);
    return text + othersAsText(choice, {result.passing.begin() + 1, result.passing.end()}, "Another", console);
}

std::string violationAsText(const ModelChoice& choice, const CheckResult& result, const Violation& violation, const Console& console)
{
    const std::string heading = headingOf(choice, violation, console);
    if (violation.steps.empty())
        return heading + ": it is so where everything starts\n";
    if (const Violation* earlier = sameRunBefore(result, violation))
        return fmt::format("{}: the same run as for {}\n", heading, earlier->property);
    const auto run = replay(choice.model, violation.steps);
    if (!run)
        return fmt::format("{}\n\n    this run does not replay: {}\n", heading, run.error());
    return fmt::format("{}\n\n{}", heading, stepsOf(*run, violation, console));
}

/// The same check, as it would be typed.
std::string commandFor(const CheckCommandOptions& options, const Selection& selection)
{
    std::string command = "bindlab check";
    if (!options.model.file.empty())
        command += " " + options.model.file;
    if (!selection.design.empty())
        command += " --design " + selection.design;
    for (const std::string& patch : selection.patches)
        command += " --patch=" + patch;
    command += " --scenario " + selection.scenario;
    if (!selection.platform.empty() && selection.platform != Selection().platform)
        command += " --platform " + selection.platform;
    for (const std::string& property : options.properties)
        command += " --property " + property;
    return command;
}

std::string replayHint(const CheckCommandOptions& options, const Selection& selection)
{
    const std::string file = options.model.file.empty() ? "" : " " + options.model.file;
    if (!options.trace.empty())
        return fmt::format("Replay the first run: bindlab replay {}{}\n", options.trace, file);
    return fmt::format("Save the first run and replay it:\n  {} --trace run.json\n  bindlab replay run.json{}\n",
                       commandFor(options, selection), file);
}

void writeText(const ModelChoice& choice, const CheckResult& result, const CheckCommandOptions& options, const Console& console)
{
    console.out << scopeAsText(choice.selection, choice.flows, console.columns) << '\n'
                << verdictLine(result, options, console) << '\n';
    if (!result.notApplicable.empty())
        console.out << table({{"not looked at here:", fmt::format("{}", fmt::join(result.notApplicable, ", "))}}, console.columns);
    for (const std::string& reduction : result.reductions)
        for (const std::string& line : wrapped(reduction + ".", console.columns))
            console.out << line << '\n';
    for (const std::string& warning : result.warnings)
        for (const std::string& line : wrapped("warning: " + warning, console.columns))
            console.out << line << '\n';
    for (const Violation& violation : result.violations)
        console.out << '\n' << violationAsText(choice, result, violation, console) << othersAsText(choice, violation.others, "Another run", console);
    if (options.passing)
        console.out << passingAsText(choice, result, console);
    if (!result.calls.empty())
        console.out << (wasCutShort(result, options) ? "\nWhat the calls returned so far\n" : "\nWhat the calls can return\n")
                    << callsAsText(result.calls, console.columns, 2);
    if (!result.violations.empty())
        console.out << '\n' << replayHint(options, choice.selection);
}

tl::expected<void, Complaint> saveTrace(const ModelChoice& choice, const CheckResult& result,
                                        const CheckCommandOptions& options, const Console& console)
{
    if (options.trace.empty())
        return {};
    if (result.violations.empty()) {
        console.err << fmt::format("bindlab: nothing is violated, so {} is not written\n", inQuotes(options.trace));
        return {};
    }
    Trace trace;
    trace.selection = choice.selection;
    trace.steps = result.violations.front().steps;
    return writeTextFile(options.trace, toJson(trace));
}

} // namespace

Status checkCommand(const CheckCommandOptions& options, const Console& console)
{
    const InterruptGuard guard; // reading and compiling are part of what can be stopped
    ModelOptions asked = options.model;
    asked.mayNotApply = true;
    const auto choice = chooseModel(asked);
    if (!choice)
        return tl::unexpected(choice.error());
    for (const std::string& property : options.properties)
        if (auto known = checkName("property", property, idsOf(propertiesOf(choice->flows))); !known)
            return tl::unexpected(known.error());

    if (!choice->model) {
        CheckResult nothing;
        nothing.verdict = Verdict::NotApplicable;
        if (options.json)
            console.out << checkAsJson(nullptr, choice->selection, nothing).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        else
            console.out << inked(console, Ink::Strong, "n/a") << ": " << choice->whyNotApplicable << '\n';
        return exitStatusOf(nothing.verdict);
    }
    const CheckResult result = runCheck(*choice, options, console);
    if (auto saved = saveTrace(*choice, result, options, console); !saved)
        return tl::unexpected(saved.error());
    if (options.json)
        console.out << checkAsJson(choice->model, choice->selection, result).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        writeText(*choice, result, options, console);
    return exitStatusOf(result.verdict);
}

} // namespace bindlab
