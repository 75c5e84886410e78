#include "draft/completion.h"

#include "draft/lines.h"
#include "draft/outline.h"
#include "flow/ast.h"
#include "flow/errno_names.h"
#include "flow/parser.h"
#include "flow/words.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace bindlab {

namespace {

bool isOfName(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

class Finder {
public:
    Finder(const Library& library, std::string_view text, int line, int column)
        : m_parts(library.parts()), m_lines(linesOf(text)), m_outline(outlineOf(text)), m_line(line)
    {
        const std::size_t row = std::min(std::size_t(std::max(1, line)), m_lines.size()) - 1;
        m_before = m_lines[row].substr(0, std::size_t(std::max(1, column)) - 1);
        m_around = declarationAt(m_outline, line);
    }

    Completions find()
    {
        const bool dashed = isListOfPatches();
        std::size_t begin = m_before.size();
        while (begin > 0 && (isOfName(m_before[begin - 1]) || (dashed && m_before[begin - 1] == '-')))
            --begin;
        m_typed = m_before.substr(begin);
        m_found.begin = int(begin) + 1;
        const char previous = begin > 0 ? m_before[begin - 1] : ' ';
        if (m_before.substr(0, begin).find("//") != std::string::npos)
            return {};
        if (dashed)
            patches();
        else if (previous == '.')
            fields(std::string_view(m_before).substr(0, begin - 1));
        else if (previous == '-' && m_typed.starts_with("E"))
            for (const auto& [name, value] : errnoNames)
                offer(std::string(name), "errno");
        else if (isPointerType(begin))
            structs();
        else
            names(begin);
        return std::move(m_found);
    }

private:
    void offer(const std::string& name, const std::string& what)
    {
        const bool known = std::ranges::find(m_found.names, name, &Completion::name) != m_found.names.end();
        if (name.starts_with(m_typed) && name != m_typed && !known && m_found.names.size() < Completions::most)
            m_found.names.push_back({name, what});
    }

    void offer(const std::vector<std::string>& words, const std::string& what)
    {
        for (const std::string& word : words)
            offer(word, what);
    }

    [[nodiscard]] bool isListOfPatches() const { return m_around && m_around->word == "design" && m_line > m_around->firstLine; }

    void patches()
    {
        for (const ast::Patch& patch : m_parts.patches)
            offer(patch.id, patch.mutation ? "mutation: " + patch.title : patch.title);
    }

    /// Behind "guarded by" and the like stands a path, before '*' a type; the parameters of a flow begin with one.
    [[nodiscard]] bool isPointerType(std::size_t begin) const
    {
        return m_around && m_around->word == "flow" && m_line == m_around->firstLine && m_before.find('(') < begin
               && m_before.find(')') == std::string::npos && (m_before[begin - 1] == '(' || m_before.substr(0, begin).ends_with(", "));
    }

    void structs()
    {
        for (const ast::Struct& type : m_parts.structs)
            offer(type.name.text, "struct");
        for (const ast::Patch& patch : m_parts.patches)
            for (const ast::Struct& type : patch.structs)
                offer(type.name.text, "struct of " + patch.id);
    }

    void names(std::size_t begin)
    {
        const bool firstOfLine = m_before.find_first_not_of(" \t+-") >= begin;
        if (firstOfLine && begin == 0)
            offer(declarationWords(), "declaration");
        locals();
        if (m_before.substr(0, begin).ends_with("goto "))
            return;
        for (const ast::Instance& object : m_parts.instances)
            offer(object.name.text, "object");
        for (const ast::Flow& flow : m_parts.flows)
            offer(flow.name.text, "flow");
        for (const ast::Patch& patch : m_parts.patches)
            for (const ast::Flow& flow : patch.flows)
                offer(flow.name.text, "flow of " + patch.id);
        offer(builtInFlows(), "built in");
        offer(statementWords(), "");
        if (m_around && m_around->word == "struct")
            offer(fieldWords(), "");
    }

    /// Parameters, what is assigned to, and labels, of the flow around.
    void locals()
    {
        if (!m_around)
            return;
        Diagnostics ignored;
        std::string around;
        for (int line = m_around->firstLine; line <= m_around->lastLine && line <= int(m_lines.size()); ++line)
            around += m_lines[std::size_t(line) - 1] + "\n";
        const auto tokens = tokenize(makeSourceFile({}, around), ignored);
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            const bool parameter = i > 1 && tokens[i].line == 1 && (tokens[i - 1].is("*") || tokens[i - 1].isName())
                                   && (tokens[i + 1].is(",") || tokens[i + 1].is(")"));
            const bool assigned = tokens[i + 1].is("=") && (i == 0 || !tokens[i - 1].is("."));
            const bool label = tokens[i + 1].is(":") && tokens[i].line > 1;
            if (tokens[i].isName() && (parameter || assigned || label))
                offer(tokens[i].text, label ? "label" : parameter ? "parameter" : "local");
        }
    }

    /// The struct of a parameter, as the flow around declares it; empty when that does not say.
    [[nodiscard]] std::string typeOf(const std::string& name) const
    {
        for (const ast::Instance& object : m_parts.instances)
            if (object.name.text == name)
                return object.type.text;
        if (!m_around)
            return {};
        Diagnostics ignored;
        const auto tokens = tokenize(makeSourceFile({}, m_lines[std::size_t(m_around->firstLine) - 1]), ignored);
        for (std::size_t i = 2; i < tokens.size(); ++i)
            if (tokens[i].is(name) && tokens[i - 1].is("*"))
                return tokens[i - 2].text;
        if (m_around->word == "in")   // a hunk: the flow itself says what its parameters are
            for (const ast::Flow& flow : m_parts.flows)
                if (flow.name.text == m_around->name)
                    for (const ast::Param& param : flow.params)
                        if (param.name.text == name)
                            return param.type.text;
        return {};
    }

    [[nodiscard]] std::vector<ast::Field> fieldsOf(const std::string& type) const
    {
        std::vector<ast::Field> all;
        Diagnostics ignored;
        const auto add = [&](const std::vector<BlockLine>& lines) {
            for (ast::Field& field : parseFields(lines, ignored))
                all.push_back(std::move(field));
        };
        for (const ast::Struct& one : m_parts.structs)
            if (type.empty() || one.name.text == type)
                add(one.lines);
        for (const ast::Patch& patch : m_parts.patches)
            for (const ast::Hunk& hunk : patch.hunks)
                if (hunk.isStruct && (type.empty() || hunk.target.text == type))
                    for (BlockLine line : hunk.lines)
                        if (line.tokens.front().is("+") && line.tokens.size() > 1) {
                            line.tokens.erase(line.tokens.begin());
                            add({line});
                        }
        return all;
    }

    /// `path` is what stands before the dot; where its type is not known, any field may be meant.
    void fields(std::string_view path)
    {
        std::size_t begin = path.size();
        while (begin > 0 && (isOfName(path[begin - 1]) || path[begin - 1] == '.'))
            --begin;
        std::string type;
        std::string rest(path.substr(begin));
        for (bool first = true; !rest.empty(); first = false) {
            const auto dot = std::min(rest.find('.'), rest.size());
            const std::string name = rest.substr(0, dot);
            rest.erase(0, std::min(dot + 1, rest.size()));
            if (first) {
                type = typeOf(name);
            } else if (!type.empty()) {
                const auto of = fieldsOf(type);
                const auto field = std::ranges::find(of, name, &ast::Field::name);
                type = field == of.end() ? std::string() : field->type.text;
            }
            if (type.empty())
                break;
        }
        for (const ast::Field& field : fieldsOf(type))
            offer(field.name, type.empty() ? "field" : "field of " + type);
    }

    const Library::Parts& m_parts;
    std::vector<std::string> m_lines;
    std::vector<Declaration> m_outline;
    int m_line;
    std::string m_before;
    std::string m_typed;
    const Declaration* m_around = nullptr;
    Completions m_found;
};

} // namespace

Completions completionsAt(const Library& library, std::string_view text, int line, int column) { return Finder(library, text, line, column).find(); }

} // namespace bindlab
