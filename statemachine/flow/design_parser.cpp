/// Declarations of what is argued about: scenarios, designs and their patches, and the properties that have to hold.
#include "flow/file_parser.h"

#include "flow/expression_parser.h"
#include "flow/limits.h"

#include <algorithm>

namespace bindlab::parsing {

using namespace ast;

Thread FileParser::thread()
{
    Thread t;
    t.name = m_in.expectName("a name for the thread");
    if (m_in.peek().kind == Token::Kind::String)
        t.title = m_in.next().text;
    if (m_in.accept("by"))
        t.actor = m_in.expectName("who runs the thread, after 'by'").text;
    t.lines = bodyLines("thread " + t.name.text);
    return t;
}

void FileParser::scenario()
{
    Scenario s;
    s.id = m_in.expectName("the id of the scenario");
    s.name = m_in.expectDashedName("a short name for the scenario");
    s.title = m_in.expectString("one sentence about it, in quotes").text;
    if (m_in.accept("group"))
        s.group = m_in.expectString("what it tests, in quotes").text;
    if (m_in.accept("only"))
        do
            s.only.push_back(m_in.expectName("a design"));
        while (m_in.accept(","));
    if (m_in.accept("plus"))
        do {
            const std::string sign = m_in.accept("-") ? "-" : "";
            s.plus.push_back(sign + m_in.expectDashedName("a patch"));
        }
        while (m_in.accept(","));
    if (m_in.accept("with"))
        do
            s.parts.push_back(m_in.expectName("a group of objects"));
        while (m_in.accept(","));
    if (m_in.accept("from"))
        s.start = m_in.expectName("a state or prologue after 'from'");
    if (m_in.accept("then"))
        s.epilogue = m_in.expectName("an epilogue after 'then'");
    s.sources = sourceRefs();
    m_in.expect("{", "to open the scenario");
    while (!m_in.at("}")) {
        if (m_in.accept("given"))
            s.given = bodyLines("what is given");
        else if (m_in.accept("thread"))
            s.threads.push_back(thread());
        else
            m_in.fail("'given', 'thread' or '}'");
    }
    m_in.expect("}", "to close the scenario");
    atMost(FlowLimits::listed, std::max({s.only.size(), s.plus.size(), s.parts.size(), s.sources.size()}), s.id, "names of a list");
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
    atMost(FlowLimits::listed, d.patches.size(), d.token, "patches of a design");
    m_parts.designs.push_back(std::move(d));
}

void FileParser::patch()
{
    Patch p;
    p.token = m_in.peek();
    p.id = m_in.expectDashedName("the name of the patch");
    p.token.length = int(p.id.size());
    p.title = m_in.expectString("what it does, in quotes").text;
    patchRelations(p);
    p.sources = sourceRefs();
    m_in.expect("{", "to open the patch");
    while (!m_in.at("}"))
        patchEntry(p);
    m_in.expect("}", "to close the patch");
    atMost(FlowLimits::listed, std::max({p.bases.size(), p.needs.size(), p.excludes.size(), p.sources.size()}), p.token, "names of a list");
    atMost(FlowLimits::listed, p.hunks.size() + p.flows.size() + p.structs.size() + p.instances.size() + p.ops.size() + p.renames.size(), p.token,
           "changes of a patch");
    m_parts.patches.push_back(std::move(p));
}

void FileParser::patchRelations(Patch& p)
{
    if (m_in.accept(":"))
        p.choice = m_in.expectDashedName("the choice it belongs to");
    if (m_in.accept("for")) {
        p.exactBase = m_in.accept("exactly");
        do
            p.bases.push_back(m_in.expectName("the base it is for").text);
        while (m_in.accept(","));
    }
    if (m_in.accept("needs"))
        do
            p.needs.push_back(m_in.expectDashedName("the patch it needs"));
        while (m_in.accept(","));
    while (m_in.accept("excludes")) {
        const std::string other = m_in.expectDashedName("the patch that cannot stand beside it");
        p.excludes.push_back({other, m_in.expectString("why, in quotes").text});
    }
}

void FileParser::patchEntry(Patch& p)
{
    const auto own = [&](auto& blocks, auto block) {
        block.patch = p.id;
        blocks.push_back(std::move(block));
    };
    const Token word = m_in.expectName("'in', 'flow', 'struct', 'global', 'pool', 'ops' or 'rename'");
    if (word.text == "in") p.hunks.push_back(hunk());
    else if (word.text == "flow") own(p.flows, flow());
    else if (word.text == "struct") own(p.structs, structure());
    else if (word.text == "global" || word.text == "pool") own(p.instances, instance(word.text == "pool"));
    else if (word.text == "ops") p.ops.push_back(ops());
    else if (word.text == "rename") p.renames.push_back(rename());
    else m_in.failAt(word, "'in', 'flow', 'struct', 'global', 'pool', 'ops' or 'rename'");
}

Hunk FileParser::hunk()
{
    Hunk hunk;
    hunk.isStruct = m_in.at("struct");
    if (!hunk.isStruct && !m_in.at("flow"))
        m_in.fail("'flow' or 'struct' after 'in'");
    m_in.next();
    hunk.target = m_in.expectName("what the hunk changes");
    if (m_in.accept("for"))
        hunk.base = m_in.expectName("the base it is for").text;
    hunk.lines = bodyLines("the hunk");
    return hunk;
}

Rename FileParser::rename()
{
    Rename rename;
    rename.from = m_in.expectName("the name to change");
    m_in.expect("->", "before the new name");
    rename.to = m_in.expectName("the new name");
    m_in.expect(";", "at the end of rename");
    return rename;
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
    else if (m_in.accept("step")) p.when = Property::When::Step;
    else if (m_in.accept("while_free")) {
        p.when = Property::When::LockFree;
        p.lock = Expressions(m_in).parse();
    } else {
        m_in.fail("when it is looked at: always, rest, end, step, while_free LOCK or builtin");
    }
    p.sources = sourceRefs();
    if (p.when == Property::When::BuiltIn || p.when == Property::When::Step) {
        m_in.expect(";", "at the end of a property that steps look at");
        m_parts.properties.push_back(std::move(p));
        return;
    }
    m_in.expect("{", "to open the property");
    while (!m_in.at("}"))
        p.clauses.push_back(clause());
    m_in.expect("}", "to close the property");
    atMost(FlowLimits::listed, p.clauses.size(), p.token, "clauses of a property");
    m_parts.properties.push_back(std::move(p));
}

Clause FileParser::clause()
{
    Clause clause;
    clause.token = m_in.peek();
    if (m_in.accept("unless"))
        do
            clause.unless.push_back(m_in.expectDashedName("a patch after 'unless'"));
        while (m_in.accept(","));
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
    return clause;
}

} // namespace bindlab::parsing
