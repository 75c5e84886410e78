/// Declarations of a kernel: everything that stands at the top level of a file but what design_parser.cpp reads.
#include "flow/file_parser.h"

#include "flow/expression_parser.h"
#include "flow/limits.h"
#include "flow/words.h"

#include <algorithm>

namespace bindlab::parsing {

using namespace ast;

void FileParser::parse()
{
    while (!m_in.atEnd()) {
        const auto begin = m_in.position();
        if (isFull(m_parts.problems) || !hasRoom()) {
            m_parts.declarationLost = true;
            return;
        }
        try {
            topLevel();
        } catch (const SyntaxError& error) {
            m_in.report(error);
            m_in.recover(begin);
            m_in.accept("}");
            m_parts.declarationLost = true;
        }
    }
}

bool FileParser::hasRoom()
{
    const auto& p = m_parts;
    const std::size_t declared = p.sources.size() + p.enums.size() + p.structs.size() + p.instances.size() + p.flows.size() + p.starts.size()
        + p.epilogues.size() + p.scenarios.size() + p.objectGroups.size() + p.ops.size() + p.patches.size() + p.designs.size() + p.properties.size()
        + p.platforms.size() + p.choices.size() + p.bases.size();
    if (declared < FlowLimits::declarations)
        return true;
    m_parts.problems.push_back(complain(m_in.peek(), "more than " + std::to_string(FlowLimits::declarations)
                                                         + " declarations (structs, flows, patches, scenarios, ...), the most there may be"));
    return false;
}

void FileParser::atMost(std::size_t most, std::size_t count, const Token& of, const std::string& what) const
{
    if (count > most)
        throw SyntaxError{complain(of, what + ": at most " + std::to_string(most) + " may stand here; these are " + std::to_string(count))};
}

std::vector<SourceRef> FileParser::sourceRefs()
{
    std::vector<SourceRef> refs;
    while (m_in.accept("@")) {
        SourceRef ref;
        ref.token = m_in.expectName("the name of a source after '@'");
        ref.id = ref.token.text;
        if (m_in.peek().kind == Token::Kind::String)
            ref.section = m_in.next().text;
        refs.push_back(std::move(ref));
    }
    return refs;
}

std::vector<BlockLine> FileParser::bodyLines(const std::string& of)
{
    const Token opened = m_in.expect("{", "to open " + of);
    const auto inside = m_in.upToClosingBrace(opened);
    atMost(FlowLimits::bodyTokens, inside.size(), opened, "words of " + of);
    return byLine(inside);
}

template <typename NamedBlock>
NamedBlock FileParser::namedBlock()
{
    NamedBlock block;
    block.base = m_base;
    block.platform = m_platform;
    block.name = m_in.expectName("a name");
    block.sources = sourceRefs();
    block.lines = bodyLines(block.name.text);
    return block;
}

void FileParser::topLevel()
{
    const Token word = m_in.expectName("a declaration (flow, struct, patch, design, scenario, property, ...)");
    if (word.text == "source") source();
    else if (word.text == "base") base();
    else if (word.text == "enum") enumeration();
    else if (word.text == "struct") m_parts.structs.push_back(structure());
    else if (word.text == "global" || word.text == "pool") m_parts.instances.push_back(instance(word.text == "pool"));
    else if (word.text == "part") part();
    else if (word.text == "ops") m_parts.ops.push_back(ops());
    else if (word.text == "flow") m_parts.flows.push_back(flow());
    else if (word.text == "state" || word.text == "prologue") {
        m_parts.starts.push_back(namedBlock<Start>());
        m_parts.starts.back().given = word.text == "state";
    }
    else if (word.text == "epilogue") m_parts.epilogues.push_back(namedBlock<Epilogue>());
    else if (word.text == "scenario") scenario();
    else if (word.text == "design") design();
    else if (word.text == "patch" || word.text == "mutation") {
        patch();
        m_parts.patches.back().mutation = word.text == "mutation";
    }
    else if (word.text == "choice") m_parts.choices.push_back(named("choice"));
    else if (word.text == "platform") platform();
    else if (word.text == "property") property();
    else {
        const std::string near = nearestName(word.text, declarationWords());
        m_in.failAt(word, "a declaration (flow, struct, patch, design, scenario, property, ...)",
                    near.empty() ? std::string() : "did you mean '" + near + "'?");
    }
}

void FileParser::source()
{
    SourceInfo info;
    info.id = m_in.expectName("a name for the source").text;
    info.title = m_in.expectString("its title in quotes").text;
    if (m_in.accept("by"))
        info.author = m_in.expectString("the author in quotes").text;
    if (m_in.accept("on"))
        info.date = m_in.expectString("the date in quotes, as 2025-06-02").text;
    m_in.expect(";", "at the end of the source");
    m_parts.sources.push_back(std::move(info));
}

void FileParser::base()
{
    Named named;
    named.token = m_in.expectName("the name of a base kernel");
    named.id = named.token.text;
    if (m_in.peek().kind == Token::Kind::String)
        named.title = m_in.next().text;
    if (m_in.accept("from"))
        named.from = m_in.expectName("the base it is made from").text;
    named.sources = sourceRefs();
    m_in.expect(";", "at the end of the base");
    m_base = named.id;
    const bool known = std::any_of(m_parts.bases.begin(), m_parts.bases.end(), [&](const Named& b) { return b.id == m_base; });
    if (!known)
        m_parts.bases.push_back(std::move(named));
}

Named FileParser::named(const std::string& what)
{
    Named named;
    named.token = m_in.peek();
    named.id = m_in.expectDashedName("the name of the " + what);
    named.title = m_in.expectString("what the " + what + " says, in quotes").text;
    named.required = m_in.accept("required");
    named.sources = sourceRefs();
    m_in.expect(";", "at the end of the " + what);
    return named;
}

void FileParser::enumeration()
{
    Enum e;
    e.name = m_in.expectName("a name for the enum");
    m_in.expect("{", "to open the enum");
    do
        e.values.push_back(m_in.expectName("a name in the enum").text);
    while (m_in.accept(",") && !m_in.at("}"));
    m_in.expect("}", "to close the enum");
    atMost(FlowLimits::enumValues, e.values.size(), e.name, "names of an enum");
    atMost(FlowLimits::enums, m_parts.enums.size() + 1, e.name, "enums");
    m_parts.enums.push_back(std::move(e));
}

Struct FileParser::structure()
{
    Struct s;
    s.base = m_base;
    s.platform = m_platform;
    s.name = m_in.expectName("a name for the struct");
    if (m_in.accept("released")) {
        m_in.expect("by", "after 'released'");
        s.release = m_in.expectName("the flow that the last put runs").text;
    }
    s.sources = sourceRefs();
    s.lines = bodyLines("struct " + s.name.text);
    return s;
}

Instance FileParser::instance(bool pool)
{
    Instance i;
    i.base = m_base;
    i.platform = m_platform;
    if (pool) {
        const Token number = m_in.peek();
        i.count = m_in.expectNumber("how many slots the pool has");
        if (i.count < 1 || i.count > 60)
            throw SyntaxError{complain(number, "a pool has 1 to 60 slots")};
    }
    i.type = m_in.expectName("a struct");
    i.name = m_in.expectName("a name");
    i.shortName = i.name.text;
    if (m_in.accept("as"))
        i.shortName = m_in.expectName("a short name after 'as'").text;
    if (m_in.accept("in"))
        i.component = m_in.expectName("a component after 'in'").text;
    if (m_in.accept("at")) {
        i.column = m_in.expectNumber("a column on the map");
        i.row = m_in.expectNumber("a row on the map");
    }
    if (m_in.accept("freed"))
        i.freedFailure = m_in.expectName("a failure id after 'freed'").text;
    if (!pool && m_in.accept("{")) {
        while (!m_in.at("}")) {
            const Token field = m_in.expectName("a field");
            m_in.expect("=", "behind the field");
            i.fields.emplace_back(field, Expressions(m_in).parse());
            m_in.expect(";", "behind the value");
        }
        m_in.expect("}", "to close the object");
        return i;
    }
    m_in.expect(";", "at the end of the declaration");
    return i;
}

Flow FileParser::flow()
{
    Flow f;
    f.base = m_base;
    f.platform = m_platform;
    f.name = m_in.expectName("a name for the flow");
    m_in.expect("(", "after the name of the flow");
    while (!m_in.at(")")) {
        Param param;
        param.type = m_in.expectName("the type of a parameter");
        param.pointer = m_in.accept("*");
        param.name = m_in.expectName("the name of the parameter");
        f.params.push_back(std::move(param));
        if (!m_in.accept(","))
            break;
    }
    m_in.expect(")", "to close the parameters");
    atMost(FlowLimits::listed, f.params.size(), f.name, "parameters");
    if (m_in.accept(":"))
        f.component = m_in.expectName("a component after ':'").text;
    if (m_in.accept("on"))
        f.file = Expressions(m_in).parse();
    if (m_in.accept("may")) {
        m_in.expect("return", "after 'may'");
        f.namesErrnos = true;
        f.errnos = errnos();
    }
    f.sources = sourceRefs();
    f.lines = bodyLines("flow " + f.name.text);
    return f;
}

std::vector<std::string> FileParser::errnos()
{
    std::vector<std::string> names;
    if (m_in.accept("0"))
        return names;
    do {
        m_in.expect("-", "before the name of an errno");
        names.push_back("-" + m_in.expectName("the name of an errno, as -EBUSY").text);
    } while (m_in.accept(","));
    return names;
}

Ops FileParser::ops()
{
    Ops table;
    table.base = m_base;
    table.platform = m_platform;
    table.name = m_in.expectName("a name for the table of operations");
    m_in.expect("{", "to open the table");
    while (!m_in.at("}")) {
        const Token entry = m_in.expectName("the name of an operation");
        m_in.expect("=", "behind the operation");
        if (m_in.accept("NULL"))
            table.entries.emplace_back(entry, std::string());
        else
            table.entries.emplace_back(entry, m_in.expectName("a flow or NULL").text);
        m_in.expect(";", "behind the flow");
    }
    m_in.expect("}", "to close the table");
    return table;
}

void FileParser::part()
{
    Part p;
    p.name = m_in.expectName("a name for the group of objects");
    m_in.expect("{", "to open the group");
    while (!m_in.at("}")) {
        const Token word = m_in.expectName("'global' or 'pool'");
        if (word.text != "global" && word.text != "pool")
            m_in.failAt(word, "'global' or 'pool'");
        p.instances.push_back(instance(word.text == "pool"));
    }
    m_in.expect("}", "to close the group");
    atMost(FlowLimits::listed, p.instances.size(), p.name, "objects of a group");
    m_parts.objectGroups.push_back(std::move(p));
}

void FileParser::platform()
{
    m_parts.platforms.push_back(named("platform"));
    m_platform = m_parts.platforms.back().id;
}

} // namespace bindlab::parsing
