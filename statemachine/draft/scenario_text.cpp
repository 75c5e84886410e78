#include "draft/scenario_text.h"

#include "draft/lines.h"
#include "draft/outline.h"
#include "flow/ast.h"

#include <algorithm>
#include <map>

namespace bindlab {

namespace {

/// The lines as they stand in their file, from the first word to the last, with the smallest indentation taken away.
std::vector<std::string> sourceLines(const std::vector<BlockLine>& block)
{
    std::vector<std::string> lines;
    std::size_t indent = std::string::npos;
    for (const BlockLine& line : block) {
        const Token& first = line.tokens.front();
        const Token& last = line.tokens.back();
        const std::string& whole = first.file->lines[std::size_t(first.line) - 1];
        const auto begin = std::size_t(first.column) - 1;
        indent = std::min(indent, begin);
        lines.push_back(std::string(begin, ' ') + whole.substr(begin, std::size_t(last.column + last.length) - 1 - begin));
    }
    for (std::string& line : lines)
        line.erase(0, std::min(indent, line.size()));
    return lines;
}

/// Statements, each with the lines it takes: one ends where no brace is open, and "or" goes on with the choice before it.
std::vector<std::string> statementsOf(const std::vector<BlockLine>& block)
{
    const auto lines = sourceLines(block);
    std::vector<std::string> statements;
    int open = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const bool goesOn = open > 0 || (!statements.empty() && block[i].tokens.front().is("}"));
        if (goesOn)
            statements.back() += "\n" + lines[i];
        else
            statements.push_back(lines[i]);
        for (const Token& token : block[i].tokens)
            open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
    }
    return statements;
}

std::string listed(const std::string& word, const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? " " + word + " " : ", ") + name;
    return text;
}

std::string indented(const std::vector<std::string>& statements, const std::string& by)
{
    std::string text;
    for (const std::string& statement : statements)
        for (const std::string& line : linesOf(statement))
            text += by + line + "\n";
    return text;
}

} // namespace

std::optional<ScenarioDraft> scenarioDraft(const Library& library, const std::string& id)
{
    const auto& scenarios = library.parts().scenarios;
    const auto found = std::ranges::find_if(scenarios, [&](const ast::Scenario& s) { return s.id.text == id; });
    if (found == scenarios.end())
        return std::nullopt;
    ScenarioDraft draft{id, found->name, found->title, found->start.text, found->epilogue.text, {}, found->plus, statementsOf(found->given), {}};
    for (const Token& part : found->parts)
        draft.parts.push_back(part.text);
    for (const ast::Thread& thread : found->threads)
        draft.threads.push_back({thread.name.text, thread.title, thread.actor, statementsOf(thread.lines)});
    return draft;
}

std::string toText(const ScenarioDraft& scenario)
{
    std::string text = "scenario " + scenario.id + " " + scenario.name + " \"" + scenario.title + "\"" + listed("plus", scenario.plus)
                       + listed("with", scenario.parts);
    if (!scenario.start.empty())
        text += " from " + scenario.start;
    if (!scenario.epilogue.empty())
        text += " then " + scenario.epilogue;
    text += " {\n";
    if (!scenario.given.empty())
        text += "    given {\n" + indented(scenario.given, "        ") + "    }\n";
    for (const ScenarioDraft::Thread& thread : scenario.threads)
        text += "    thread " + thread.name + (thread.title.empty() ? "" : " \"" + thread.title + "\"") + (thread.actor.empty() ? "" : " by " + thread.actor)
                + " {\n" + indented(thread.calls, "        ") + "    }\n";
    return text + "}";
}

std::string withScenario(std::string_view text, const ScenarioDraft& scenario)
{
    const auto outline = outlineOf(text);
    if (const Declaration* old = findDeclaration(outline, "scenario", scenario.id))
        return withLines(text, old->firstLine, old->lastLine, linesOf(toText(scenario)));
    std::string result(text);
    while (result.ends_with('\n'))
        result.pop_back();
    return result + (result.empty() ? "" : "\n\n") + toText(scenario) + "\n";
}

std::vector<CallChoice> callChoices(const Library& library)
{
    struct Use {
        CallChoice call;
        int count = 0;
    };
    std::map<std::string, Use> uses;   // by name and arguments
    const auto add = [&](const BlockLine& line, const std::string& actor) {
        std::string words = wordsOfLine(sourceLines({line}).front());
        if (const auto at = words.find(" = "); at != std::string::npos)
            words.erase(0, at + 3);
        const auto open = words.find(" (");
        if (open == std::string::npos || words.find('{') != std::string::npos || !words.ends_with(") ;"))
            return;
        const std::string name = words.substr(0, open);
        std::string arguments = words.substr(open + 2, words.size() - open - 5);
        std::erase(arguments, ' ');
        const auto has = [&](const std::vector<ast::Flow>& flows) { return std::ranges::any_of(flows, [&](const ast::Flow& f) { return f.name.text == name; }); };
        if (!has(library.parts().flows) && std::ranges::none_of(library.parts().patches, has, &ast::Patch::flows))
            return;
        Use& use = uses[name + "(" + arguments + ")"];
        use.call = {name + "(" + arguments + ");", name, actor};
        ++use.count;
    };
    for (const ast::Scenario& scenario : library.parts().scenarios)
        for (const ast::Thread& thread : scenario.threads)
            for (const BlockLine& line : thread.lines)
                add(line, thread.actor);
    if (library.parts().designs.empty())
        for (const ast::Flow& flow : library.parts().flows)
            if (flow.params.empty())
                uses.try_emplace(flow.name.text + "()", Use{{flow.name.text + "();", flow.name.text, {}}, 0});
    std::vector<Use> sorted;
    for (auto& [key, use] : uses)
        sorted.push_back(std::move(use));
    std::ranges::stable_sort(sorted, std::greater(), &Use::count);
    std::vector<CallChoice> calls;
    for (Use& use : sorted)
        calls.push_back(std::move(use.call));
    return calls;
}

} // namespace bindlab
