/// Declarations: everything that stands at the top level of a file.
#include "flow/file_parser.h"

#include "flow/expression_parser.h"

#include <algorithm>

namespace bindlab::parsing {

using namespace ast;

namespace {

const std::vector<std::string> topLevelWords{"source", "base", "enum", "struct", "global", "pool", "flow", "state", "prologue",
                                             "epilogue", "scenario", "design", "patch", "choice", "platform", "property"};

} // namespace

void FileParser::parse()
{
    while (!m_in.atEnd()) {
        const auto begin = m_in.position();
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
    return byLine(m_in.upToClosingBrace(opened));
}

template <typename NamedBlock>
NamedBlock FileParser::namedBlock()
{
    NamedBlock block;
    block.base = m_base;
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
    else if (word.text == "flow") m_parts.flows.push_back(flow());
    else if (word.text == "state" || word.text == "prologue") m_parts.starts.push_back(namedBlock<Start>());
    else if (word.text == "epilogue") m_parts.epilogues.push_back(namedBlock<Epilogue>());
    else if (word.text == "scenario") scenario();
    else if (word.text == "design") design();
    else if (word.text == "patch") patch();
    else if (word.text == "choice") m_parts.choices.push_back(named("choice"));
    else if (word.text == "platform") m_parts.platforms.push_back(named("platform"));
    else if (word.text == "property") property();
    else {
        const std::string near = nearestName(word.text, topLevelWords);
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
    m_parts.enums.push_back(std::move(e));
}

Struct FileParser::structure()
{
    Struct s;
    s.base = m_base;
    s.name = m_in.expectName("a name for the struct");
    s.sources = sourceRefs();
    s.lines = bodyLines("struct " + s.name.text);
    return s;
}

Instance FileParser::instance(bool pool)
{
    Instance i;
    i.base = m_base;
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
    m_in.expect(";", "at the end of the declaration");
    return i;
}

Flow FileParser::flow()
{
    Flow f;
    f.base = m_base;
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
    if (m_in.accept(":"))
        f.component = m_in.expectName("a component after ':'").text;
    if (m_in.accept("on"))
        f.file = m_in.expectName("the file the call is made on, after 'on'").text;
    f.sources = sourceRefs();
    f.lines = bodyLines("flow " + f.name.text);
    return f;
}

void FileParser::scenario()
{
    Scenario s;
    s.id = m_in.expectName("the id of the scenario");
    s.name = m_in.expectDashedName("a short name for the scenario");
    s.title = m_in.expectString("one sentence about it, in quotes").text;
    if (m_in.accept("from"))
        s.start = m_in.expectName("a state or prologue after 'from'");
    if (m_in.accept("then"))
        s.epilogue = m_in.expectName("an epilogue after 'then'");
    s.sources = sourceRefs();
    m_in.expect("{", "to open the scenario");
    while (!m_in.at("}")) {
        if (!m_in.accept("thread"))
            m_in.fail("'thread' or '}'");
        Thread t;
        t.name = m_in.expectName("a name for the thread");
        if (m_in.peek().kind == Token::Kind::String)
            t.title = m_in.next().text;
        if (m_in.accept("by"))
            t.actor = m_in.expectName("who runs the thread, after 'by'").text;
        t.lines = bodyLines("thread " + t.name.text);
        s.threads.push_back(std::move(t));
    }
    m_in.expect("}", "to close the scenario");
    if (s.threads.empty() || s.threads.size() > 9)
        throw SyntaxError{complain(s.id, "a scenario has 1 to 9 threads")};
    m_parts.scenarios.push_back(std::move(s));
}

void FileParser::design()
{
    Design d;
    d.token = m_in.expectName("the id of the design");
    d.id = d.token.text;
    d.title = m_in.expectString("what it is called, in quotes").text;
    m_in.expect(":", "before the base of the design");
    d.base = m_in.expectName("a base kernel");
    d.sources = sourceRefs();
    m_in.expect("{", "to open the list of patches");
    while (!m_in.at("}")) {
        const Token token = m_in.peek();
        d.patches.emplace_back(token, m_in.expectDashedName("the name of a patch"));
        if (!m_in.accept(","))
            break;
    }
    m_in.expect("}", "to close the list of patches");
    m_parts.designs.push_back(std::move(d));
}

void FileParser::patch()
{
    Patch p;
    p.token = m_in.peek();
    p.id = m_in.expectDashedName("the name of the patch");
    p.token.length = int(p.id.size());
    p.title = m_in.expectString("what it does, in quotes").text;
    if (m_in.accept(":"))
        p.choice = m_in.expectDashedName("the choice it belongs to");
    if (m_in.accept("needs"))
        do
            p.needs.push_back(m_in.expectDashedName("the patch it needs"));
        while (m_in.accept(","));
    p.sources = sourceRefs();
    m_in.expect("{", "to open the patch");
    while (!m_in.at("}")) {
        const Token word = m_in.expectName("'in', 'flow', 'struct', 'global', 'pool' or 'rename'");
        if (word.text == "in") {
            Hunk hunk;
            hunk.isStruct = m_in.at("struct");
            if (!hunk.isStruct && !m_in.at("flow"))
                m_in.fail("'flow' or 'struct' after 'in'");
            m_in.next();
            hunk.target = m_in.expectName("what the hunk changes");
            hunk.lines = bodyLines("the hunk");
            p.hunks.push_back(std::move(hunk));
        } else if (word.text == "flow") {
            p.flows.push_back(flow());
            p.flows.back().patch = p.id;
        } else if (word.text == "struct") {
            p.structs.push_back(structure());
            p.structs.back().patch = p.id;
        } else if (word.text == "global" || word.text == "pool") {
            p.instances.push_back(instance(word.text == "pool"));
            p.instances.back().patch = p.id;
        } else if (word.text == "rename") {
            Rename rename;
            rename.from = m_in.expectName("the name to change");
            m_in.expect("->", "before the new name");
            rename.to = m_in.expectName("the new name");
            m_in.expect(";", "at the end of rename");
            p.renames.push_back(std::move(rename));
        } else {
            m_in.failAt(word, "'in', 'flow', 'struct', 'global', 'pool' or 'rename'");
        }
    }
    m_in.expect("}", "to close the patch");
    m_parts.patches.push_back(std::move(p));
}

void FileParser::property()
{
    Property p;
    p.token = m_in.peek();
    p.id = m_in.expectDashedName("the id of the property");
    p.title = m_in.expectString("what must hold, in quotes").text;
    if (m_in.accept("always")) p.when = Property::When::Always;
    else if (m_in.accept("rest")) p.when = Property::When::Rest;
    else if (m_in.accept("end")) p.when = Property::When::End;
    else if (m_in.accept("builtin")) p.when = Property::When::BuiltIn;
    else if (m_in.accept("while_free")) {
        p.when = Property::When::LockFree;
        p.lock = Expressions(m_in).parse();
    } else {
        m_in.fail("when it is looked at: always, rest, end, while_free LOCK or builtin");
    }
    p.sources = sourceRefs();
    if (p.when == Property::When::BuiltIn) {
        m_in.expect(";", "at the end of a built-in property");
        m_parts.properties.push_back(std::move(p));
        return;
    }
    m_in.expect("{", "to open the property");
    while (!m_in.at("}")) {
        Clause clause;
        clause.token = m_in.peek();
        if (m_in.accept("needs"))
            do {
                const Token type = m_in.expectName("a struct after 'needs'");
                m_in.expect(".", "between struct and field");
                clause.needs.emplace_back(type, m_in.expectName("a field"));
            } while (m_in.accept(","));
        if (!m_in.accept("must"))
            m_in.fail("'must' and what must hold");
        clause.must = Expressions(m_in).parse();
        if (m_in.accept("says"))
            clause.says = m_in.expectString("the sentence a user sees, in quotes").text;
        if (m_in.accept("fails"))
            do {
                Clause::Rule rule;
                rule.failure = m_in.expectName("a failure id as F1").text;
                if (m_in.accept("if"))
                    rule.condition = Expressions(m_in).parse();
                clause.rules.push_back(std::move(rule));
            } while (m_in.accept(","));
        m_in.expect(";", "at the end of what must hold");
        p.clauses.push_back(std::move(clause));
    }
    m_in.expect("}", "to close the property");
    m_parts.properties.push_back(std::move(p));
}

} // namespace bindlab::parsing
