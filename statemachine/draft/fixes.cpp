#include "draft/fixes.h"

#include "draft/design_text.h"
#include "draft/lines.h"
#include "draft/outline.h"
#include "flow/lexer.h"
#include "flow/program.h"

#include <algorithm>
#include <optional>

namespace bindlab {

namespace {

/// What stands between `before` and `after` in a message; nothing when it is another message.
std::optional<std::string> between(const std::string& message, std::string_view before, std::string_view after)
{
    const auto begin = message.find(before);
    if (begin == std::string::npos)
        return std::nullopt;
    const auto from = begin + before.size();
    const auto end = after.empty() ? message.size() : message.find(after, from);
    return end == std::string::npos ? std::nullopt : std::optional(message.substr(from, end - from));
}

Fix replaced(const Diagnostic& diagnostic, std::string_view text, int length, const std::string& by, std::string title)
{
    auto lines = linesOf(text);
    std::string& line = lines[std::size_t(diagnostic.line) - 1];
    line.replace(std::min(std::size_t(diagnostic.column) - 1, line.size()), std::size_t(length), by);
    return {std::move(title), textOf(lines)};
}

/// A statement that lines can be put around: not the branch of an `if` without braces, and not a jump.
bool isPlain(const std::vector<std::string>& lines, int line)
{
    const std::string words = wordsOfLine(lines[std::size_t(line) - 1]);
    const auto jumps = {"goto ", "return", "if ", "else", "while ", "}"};
    if (!words.ends_with(";") || std::ranges::any_of(jumps, [&](const char* word) { return words.starts_with(word); }))
        return false;
    for (int above = line - 1; above >= 1; --above) {
        const std::string before = wordsOfLine(lines[std::size_t(above) - 1]);
        if (!before.empty())
            return !((before.starts_with("if ") || before.starts_with("else") || before.starts_with("while ")) && !before.ends_with("{") && !before.ends_with(";"));
    }
    return true;
}

/// Lines put around one line of a flow; empty: none.
struct Around {
    std::string flow;
    int line = 0;          ///< in the flow
    int fileLine = 0;
    std::string before;
    std::string after;
};

std::optional<std::string> withAround(const Around& around, const CompiledDraft& draft)
{
    const auto put = [&](std::vector<std::string> lines, int line) -> std::optional<std::vector<std::string>> {
        if (line < 1 || line > int(lines.size()) || (!around.after.empty() && !isPlain(lines, line)))
            return std::nullopt;
        const std::string indent = indentOf(lines[std::size_t(line) - 1]);
        if (!around.after.empty())
            lines.insert(lines.begin() + line, indent + around.after);
        if (!around.before.empty())
            lines.insert(lines.begin() + line - 1, indent + around.before);
        return lines;
    };
    const auto outline = outlineOf(draft.text);
    const bool isOwn = findDeclaration(outline, "flow", around.flow) != nullptr;
    if (isOwn) {
        const auto lines = put(linesOf(draft.text), around.fileLine);
        return lines ? std::optional(textOf(*lines)) : std::nullopt;
    }
    if (draft.own.design.empty())
        return std::nullopt;
    const auto flow = flowLines(*draft.flows, draft.model->selection, draft.own, around.flow);
    if (!flow)
        return std::nullopt;
    const auto lines = put(flow->after, around.line);
    if (!lines)
        return std::nullopt;
    auto text = withFlow(draft.text, draft.own, around.flow, *flow, *lines);
    return text ? std::optional(std::move(*text)) : std::nullopt;
}

/// How the flow itself names the lock of a guarded field that its statement touches: "idev.igroup.lock".
std::optional<std::string> guardIn(const Model& model, const StepRecord& last)
{
    const auto flow = std::ranges::find(model.flows, last.flow, &FlowView::name) - model.flows.begin();
    const auto context = std::ranges::find(model.contexts, int(flow), &ContextInfo::flow);
    if (context == model.contexts.end())
        return std::nullopt;
    Diagnostics ignored;
    const auto tokens = tokenize(makeSourceFile({}, last.text), ignored);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto local = std::ranges::find(context->locals, tokens[i].text, &ContextInfo::Local::name);
        if (!tokens[i].isName() || (i > 0 && tokens[i - 1].is(".")) || local == context->locals.end())
            continue;
        std::string path = local->name;
        int type = local->pointsTo;
        for (std::size_t at = i + 1; at + 1 < tokens.size() && tokens[at].is(".") && type >= 0; at += 2) {
            const auto& fields = model.types[std::size_t(type)].fields;
            const auto field = std::ranges::find_if(fields, [&](int index) { return model.fields[std::size_t(index)].name == tokens[at + 1].text; });
            if (field == fields.end())
                break;
            const FieldInfo& info = model.fields[std::size_t(*field)];
            if (info.guardLock >= 0 && model.fields[std::size_t(info.guardLock)].kind == CellKind::Mutex) {
                if (info.guardObject >= 0)
                    path = model.objects[std::size_t(info.guardObject)].name;
                for (const int step : info.guardPath)
                    path += "." + model.fields[std::size_t(step)].name;
                return path + "." + model.fields[std::size_t(info.guardLock)].name;
            }
            path += "." + info.name;
            type = info.pointsTo;
        }
    }
    return std::nullopt;
}

/// The return that follows a line; nullptr when the flow just ends.
const CodeLineView* wayBack(const FlowView& flow, int line)
{
    const auto found = std::ranges::find_if(flow.lines, [&](const CodeLineView& code) { return code.number >= line && wordsOfLine(code.text).starts_with("return"); });
    return found == flow.lines.end() ? nullptr : &*found;
}

/// The mutexes that a flow takes and does not release above a line, as it names them.
std::vector<std::string> heldAt(const FlowView& flow, int line)
{
    std::vector<std::string> held;
    for (const CodeLineView& code : flow.lines) {
        if (code.number >= line)
            break;
        const std::string words = wordsOfLine(code.text);
        if (const auto lock = words.starts_with("lock (") ? between(words, "lock (", ") ;") : std::nullopt)
            held.push_back(*lock);
        if (const auto unlock = words.starts_with("unlock (") ? between(words, "unlock (", ") ;") : std::nullopt)
            std::erase(held, *unlock);
    }
    for (std::string& name : held)
        std::erase(name, ' ');
    return held;
}

} // namespace

std::vector<Fix> fixesFor(const Diagnostic& diagnostic, std::string_view text, const std::string& design)
{
    std::vector<Fix> fixes;
    const std::string& message = diagnostic.message;
    if (diagnostic.line > 0 && diagnostic.line <= int(linesOf(text).size())) {
        if (const auto meant = between(diagnostic.hint, "did you mean '", "'"))
            fixes.push_back(replaced(diagnostic, text, diagnostic.length, *meant, "change to " + *meant));
        if (message.starts_with("expected ';'") && diagnostic.line > 1) {
            // It is missing behind the last word before the place of the complaint.
            auto lines = linesOf(text);
            int line = diagnostic.line;
            while (line > 1 && wordsOfLine(lines[std::size_t(line) - 1].substr(0, line == diagnostic.line ? std::size_t(diagnostic.column) - 1 : std::string::npos)).empty())
                --line;
            std::string& into = lines[std::size_t(line) - 1];
            if (line == diagnostic.line)
                into.insert(into.find_last_not_of(' ', std::size_t(diagnostic.column) - 2) + 1, ";");
            else
                into.insert(into.find_last_not_of(' ', std::min(into.find("//"), into.size()) - 1) + 1, ";");
            fixes.push_back({"put ';' at the end of line " + std::to_string(line), textOf(lines)});
        }
    }
    if (const auto needed = between(message, " needs patch ", ", which is not picked"))
        fixes.push_back({"pick " + *needed + " as well", withPatch(text, design, *needed, true)});
    const auto one = between(message, "patches ", " and ");
    const auto other = between(message, " and ", message.find(" contradict") != std::string::npos ? " contradict" : " answer the same");
    if (one && other)
        for (const std::string& patch : {*one, *other})
            fixes.push_back({"take " + patch + " away", withPatch(text, design, patch, false)});
    std::erase_if(fixes, [&](const Fix& fix) { return fix.text == text; });
    return fixes;
}

std::vector<Fix> fixesFor(const Violation& violation, const StepRecord& last, const CompiledDraft& draft)
{
    std::vector<Fix> fixes;
    const auto offer = [&](const Around& around, const std::string& title) {
        if (auto text = withAround(around, draft))
            fixes.push_back({title, std::move(*text)});
    };
    if (violation.property == "I21")
        if (const auto lock = guardIn(*draft.model, last))
            offer({last.flow, last.line, last.fileLine, "lock(" + *lock + ");", "unlock(" + *lock + ");"},
                  "hold " + *lock + " over line " + std::to_string(last.line) + " of " + last.flow);
    const auto flow = std::ranges::find(draft.model->flows, last.flow, &FlowView::name);
    if (violation.property == "I10" && violation.failure == "F4" && flow != draft.model->flows.end())
        if (const CodeLineView* back = wayBack(*flow, last.line))
            for (const std::string& lock : heldAt(*flow, back->number))
                offer({last.flow, back->number, back->fileLine, "unlock(" + lock + ");", ""},
                      "release " + lock + " before line " + std::to_string(back->number) + " of " + last.flow);
    return fixes;
}

} // namespace bindlab
