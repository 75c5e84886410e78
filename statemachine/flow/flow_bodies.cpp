/// The flows of a selection, as trees to compile and as lines to show.
#include "flow/flow_bodies.h"

#include "flow/parser.h"

#include <algorithm>
#include <cctype>

namespace bindlab::compiling {

using namespace ast;

namespace {

std::string nameOfSource(const std::vector<SourceRef>& refs)
{
    std::string text;
    for (const SourceRef& ref : refs)
        text += (text.empty() ? "" : ", ") + ref.id + (ref.section.empty() ? "" : " " + ref.section);
    return text;
}

} // namespace

FlowBodies::FlowBodies(const Assembly& assembly, Complaints& complaints, Model& model) : m_assembly(assembly), m_complaints(complaints), m(model)
{
}

void FlowBodies::read()
{
    for (const ast::Flow& flow : m_assembly.flows) {
        ReadFlow read;
        read.flow = &flow;
        Diagnostics found;
        read.body = parseStatements(flow.lines, found);
        read.damaged = m_complaints.adopt(found);
        m_flows.push_back(std::move(read));
    }
}

ReadFlow* FlowBodies::find(const std::string& name)
{
    for (ReadFlow& read : m_flows)
        if (read.flow->name.text == name)
            return &read;
    return nullptr;
}

int FlowBodies::viewOf(ReadFlow& read)
{
    if (read.view >= 0)
        return read.view;
    FlowView view;
    view.name = read.flow->name.text;
    view.signature = view.name + "(";
    for (const Param& param : read.flow->params)
        view.signature += (view.signature.back() == '(' ? "" : ", ") + param.name.text;
    view.signature += ")";
    view.component = read.flow->component;
    view.source = nameOfSource(read.flow->sources);
    view.lines = viewLines(read.flow->lines);
    read.view = int(m.flows.size());
    m.flows.push_back(std::move(view));
    return read.view;
}

std::vector<CodeLineView> FlowBodies::viewLines(const std::vector<BlockLine>& lines) const
{
    std::vector<CodeLineView> views;
    std::size_t indent = std::string::npos;
    for (const BlockLine& line : lines) {
        CodeLineView view;
        const Token& first = line.tokens.front();
        view.number = int(views.size()) + 1;
        view.file = first.file->name;
        view.fileLine = first.line;
        view.patch = line.patch;
        std::string text = first.file->lines[std::size_t(first.line) - 1];
        const auto begin = std::size_t(first.column) - 1;
        const Token& last = line.tokens.back();
        const auto end = std::size_t(last.column + last.length) - 1;
        const auto comment = text.find("//", std::min(end, text.size()));
        if (comment == std::string::npos)
            text.resize(std::min(end, text.size()));
        // What stands before the first word is kept as indentation; a '+' of a patch counts as a blank.
        const auto indentation = std::size_t(std::max(0, int(begin) + line.shift));
        text = std::string(indentation, ' ') + text.substr(begin);
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
            text.pop_back();
        view.text = renamed(text);
        if (line.tokens.size() != 2 || !line.tokens.back().is(":")) // labels stand at the margin
            indent = std::min(indent, indentation);
        views.push_back(std::move(view));
    }
    for (CodeLineView& view : views)
        view.text.erase(0, std::min({indent, view.text.size(), view.text.find_first_not_of(' ')}));
    return views;
}

std::string FlowBodies::renamed(const std::string& text) const
{
    if (m_assembly.renames.empty())
        return text;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_'))
            ++end;
        if (end == at) {
            result += text[at++];
            continue;
        }
        const std::string word = text.substr(at, end - at);
        const auto found = m_assembly.renames.find(word);
        result += found == m_assembly.renames.end() ? word : found->second;
        at = end;
    }
    return result;
}

} // namespace bindlab::compiling
