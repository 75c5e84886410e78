#include "report/text.h"

#include "report/machine_refusals.h"

#include "world/look.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace bindlab {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// The last column keeps at least this many columns, however long the cells before it are.
constexpr int leastLastColumn = 24;

bool startsCodePoint(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Bytes of the first `columns` code points of `text`.
std::size_t bytesOf(std::string_view text, int columns)
{
    std::size_t at = 0;
    for (int seen = 0; at < text.size(); ++at)
        if (startsCodePoint(text[at]) && ++seen > columns)
            break;
    return at;
}

std::string padded(std::string_view text, int columns)
{
    std::string cell(text);
    cell.append(std::size_t(std::max(0, columns - columnsOf(text))), ' ');
    return cell;
}

std::string trimmedRight(std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

/// Where the step stands: "flow:line", or empty for the thread's own list of calls.
std::string placeOf(const StepRecord& record)
{
    return record.flow.empty() ? std::string() : fmt::format("{}:{}", record.flow, record.line);
}

template <typename Info>
std::string titleOf(const std::vector<Info>& infos, const std::string& id)
{
    const auto found = std::ranges::find(infos, id, &Info::id);
    return found == infos.end() ? std::string() : found->title;
}

} // namespace

int columnsOf(std::string_view text)
{
    return int(std::ranges::count_if(text, startsCodePoint));
}

std::vector<std::string> wrapped(std::string_view text, int columns)
{
    columns = std::max(1, columns);
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!lines.back().empty() && columnsOf(lines.back()) + 1 + columnsOf(word) > columns)
            lines.emplace_back();
        if (!lines.back().empty())
            lines.back() += ' ';
        while (columnsOf(word) > columns) {
            const std::size_t cut = bytesOf(word, columns);
            lines.back() += word.substr(0, cut);
            lines.emplace_back();
            word.remove_prefix(cut);
        }
        lines.back() += word;
    }
    return lines;
}

std::string table(const Rows& rows, int columns, int indent)
{
    std::size_t cells = 0;
    for (const auto& row : rows)
        cells = std::max(cells, row.size());
    std::vector<int> widths(cells, 0);
    for (const auto& row : rows)
        for (std::size_t cell = 0; cell < row.size(); ++cell)
            widths[cell] = std::max(widths[cell], columnsOf(row[cell]));

    std::string text;
    for (const auto& row : rows) {
        std::string head(std::size_t(indent), ' ');
        for (std::size_t cell = 0; cell + 1 < row.size(); ++cell)
            head += padded(row[cell], widths[cell]) + "  ";
        const std::string last = row.empty() ? std::string() : row.back();
        const int room = std::max(leastLastColumn, columns - columnsOf(head));
        for (const std::string& line : wrapped(last, row.size() == cells ? room : std::max(room, columnsOf(last)))) {
            text += trimmedRight(head + line) + '\n';
            head.assign(std::size_t(columnsOf(head)), ' ');
        }
    }
    return text;
}

std::string toText(const Selection& selection)
{
    std::vector<std::string> parts;
    if (!selection.design.empty())
        parts.push_back("design " + selection.design);
    if (!selection.patches.empty())
        parts.push_back(fmt::format("patches {}", fmt::join(selection.patches, " ")));
    if (!selection.scenario.empty())
        parts.push_back("scenario " + selection.scenario);
    if (!selection.platform.empty())
        parts.push_back("platform " + selection.platform);
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string scopeAsText(const Selection& selection, const Library& library, int columns)
{
    Rows rows;
    if (!selection.design.empty())
        rows.push_back({"design", selection.design, titleOf(library.designs(), selection.design)});
    for (const std::string& patch : selection.patches)
        rows.push_back({"patch", patch, titleOf(library.patches(), patch)});
    if (!selection.scenario.empty())
        rows.push_back({"scenario", selection.scenario, titleOf(library.scenarios(), selection.scenario)});
    if (!selection.platform.empty() && !library.platforms().empty())
        rows.push_back({"platform", selection.platform, titleOf(library.platforms(), selection.platform)});
    return table(rows, columns);
}

std::string stepsAsText(const Run& run, int columns, int indent, std::span<const int> marked)
{
    Rows rows;
    for (int step = 0; step < run.length(); ++step) {
        const StepRecord& record = run.record(step);
        const char* const mark = marked.empty() ? "" : std::ranges::find(marked, step) == marked.end() ? "  " : "* ";
        rows.push_back({fmt::format("{}{:>{}}", mark, step + 1, fmt::formatted_size("{}", run.length())), record.thread,
                        placeOf(record), record.sentence});
    }
    std::string text = table(rows, columns, indent);
    if (const int again = run.loopsTo(); again >= 0)
        text += std::string(std::size_t(indent), ' ') + fmt::format("Everything is as after step {} again: from there it can go round for ever.\n", again);
    return text;
}

std::vector<Finding> findingsOf(const Run& run)
{
    std::vector<Finding> findings = findingsOf(run.model(), run.stateAt(0));
    for (int step = 0; step < run.length(); ++step)
        for (const Finding& finding : run.record(step).findings)
            if (std::ranges::find(findings, finding) == findings.end())
                findings.push_back(finding);
    return findings;
}

std::string runAsText(const Run& run, const Library& library, int columns)
{
    std::string text = scopeAsText(run.trace().selection, library, columns) + '\n';
    Rows threads;
    for (const ThreadView& thread : look(run.model(), run.stateAt(0)).threads)
        threads.push_back({thread.name, thread.title});
    text += table(threads, columns) + '\n';
    text += run.length() == 0 ? std::string("No step is taken.\n") : stepsAsText(run, columns);

    text += '\n';
    const std::vector<Finding> findings = findingsOf(run);
    if (findings.empty())
        text += "Nothing is broken.\n";
    Rows broken;
    for (const Finding& finding : findings)
        broken.push_back({finding.property, finding.failure, finding.message});
    return text + table(broken, columns);
}

std::string callsAsText(std::span<const CallResults> calls, int columns, int indent)
{
    Rows rows;
    for (const CallResults& call : calls)
        rows.push_back({call.thread, call.call, fmt::format("{}", fmt::join(call.results, ", "))});
    return table(rows, columns, indent);
}

std::string machineAsText(const Machine& machine, int columns)
{
    std::string text = fmt::format("{}: {}\n", machine.name(), machine.title());
    for (const std::string& line : wrapped(fmt::format("Source: {}", machine.source()), columns))
        text += line + '\n';

    Rows states;
    for (const MachineState& state : machine.states())
        states.push_back({std::string(state.name), std::string(state.meaning)});
    text += "\nStates\n" + table(states, columns, 2);

    Rows transitions{{"from", "event", "to", "guard / action"}};
    for (const ChartRow& row : machine.chart()) {
        std::string condition = row.guard.empty() ? std::string() : fmt::format("[{}]", row.guard);
        if (!row.action.empty())
            condition += fmt::format("{}/ {}", condition.empty() ? "" : " ", row.action);
        transitions.push_back({std::string(row.from), std::string(row.event), std::string(row.to), condition});
    }
    text += "\nTransitions\n" + table(transitions, columns, 2);

    Rows refusals;
    for (const MachineRefusal& refusal : refusalsOf(machine)) {
        refusals.push_back({refusal.event, fmt::format("{} in {}", refusal.answer, fmt::join(refusal.states, ", "))});
        refusals.push_back({"", refusal.reason});
    }
    return refusals.empty() ? text : text + "\nRefusals\n" + table(refusals, columns, 2);
}

std::string flowAsText(const FlowView& flow)
{
    std::string text = fmt::format("{} : {}", flow.signature, flow.component);
    text += flow.source.empty() ? "\n" : fmt::format("   // {}\n", flow.source);
    const std::size_t digits = fmt::formatted_size("{}", flow.lines.empty() ? 1 : flow.lines.back().number);
    int columns = 0;
    for (const CodeLineView& line : flow.lines)
        columns = std::max(columns, columnsOf(line.text));
    for (const CodeLineView& line : flow.lines) {
        std::string row = fmt::format("{} {:>{}}  ", line.patch.empty() ? ' ' : '+', line.number, digits);
        row += line.patch.empty() ? line.text : padded(line.text, columns) + "   // patch " + line.patch;
        text += trimmedRight(row) + '\n';
    }
    return text;
}

} // namespace bindlab
