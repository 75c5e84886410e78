/// The order in which a selection becomes a model, and what is checked of flows that nobody calls.
#include "flow/compiler.h"

#include "flow/compiler_parts.h"
#include "flow/placement.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

Compiler::Compiler(const Library::Parts& parts, const Assembly& assembly, Diagnostics& problems)
    : m_parts(parts), m_assembly(assembly), m_complaints(parts, problems), m_layout(assembly, m_complaints, m), m_flows(assembly, m_complaints, m),
      m_out(m, m_complaints)
{
}

std::shared_ptr<Model> Compiler::compile(const Selection& selection, bool judgeEveryFlow)
{
    m.selection = selection;
    if (m_assembly.design)
        m.designTitle = m_assembly.design->title;
    if (m_assembly.platform)
        m.platformTitle = m_assembly.platform->title;
    m_layout.layOut();
    if (m_complaints.any())
        return nullptr;
    m_flows.read();
    checkSources();
    if (judgeEveryFlow)
        checkEveryFlow();
    if (m_complaints.any() || !m_parts.problems.empty() || !m_assembly.scenario)
        return nullptr;
    compileThreads();
    compileStart();
    compileProperties();
    if (m_complaints.any())
        return nullptr;
    placeCells(m, m_layout.objectCells(), m_prologueLocals, m_out.token(), {m_asksForOverlap, m_kills}, m_complaints);
    return m_complaints.any() ? nullptr : std::make_shared<Model>(std::move(m));
}

void Compiler::checkSources()
{
    for (const ast::Flow& flow : m_assembly.flows)
        for (const SourceRef& ref : flow.sources)
            checkSource(ref.token, ref.id);
}

void Compiler::checkSource(const Token& token, const std::string& id)
{
    if (id.empty() || std::any_of(m_parts.sources.begin(), m_parts.sources.end(), [&](const SourceInfo& s) { return s.id == id; }))
        return;
    std::vector<std::string> known;
    for (const SourceInfo& source : m_parts.sources)
        known.push_back(source.id);
    m_complaints.unknown(token, "source", id, known);
}

void Compiler::checkEveryFlow()
{
    const Model before = m;
    m_thread = dryThread;
    m_judging = true;
    for (ReadFlow& read : m_flows.all()) {
        Expr expr;
        expr.kind = Expr::Kind::Call;
        expr.name = read.flow->name.text;
        expr.token = read.flow->name;
        Context nobody;
        nobody.index = 0;
        m.contexts.assign(1, ContextInfo{});
        for (const Param& param : read.flow->params) {
            // An argument of the right type, so that only the flow itself is judged.
            Expr argument;
            argument.token = param.name;
            if (param.pointer)
                argument.kind = Expr::Kind::Null;
            if (const int e = m_layout.enumIndex(param.type.text); e >= 0) {
                argument.kind = Expr::Kind::Name;
                argument.name = m.enumerations[std::size_t(e)].front();
            }
            expr.kids.push_back(argument);
        }
        m_damaged = read.damaged;
        call(expr, nobody, noValue);
        m.code.clear();
        m.messages.clear();
        m.places.clear();
        m_locals = 0;
    }
    m = before;
    for (ReadFlow& read : m_flows.all())
        read.view = -1;
    m_localCells = 0;
    m_expanded = 0;
    m_judging = false;
    m_damaged = false;
    m_asksForOverlap = m_kills = false; // only what is reached needs their cells
}

} // namespace bindlab::compiling

namespace bindlab {

std::shared_ptr<Model> compileAssembly(const Library::Parts& parts, const Assembly& assembly, const Selection& selection, bool judgeEveryFlow,
                                       Diagnostics& problems)
{
    return compiling::Compiler(parts, assembly, problems).compile(selection, judgeEveryFlow);
}

} // namespace bindlab
