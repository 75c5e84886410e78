/// Threads, and the given state or prologue they start from.
#include "flow/compiler_parts.h"
#include "flow/parser.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

Context Compiler::topContext(const std::vector<Stmt>& body)
{
    Context context;
    context.index = int(m.contexts.size());
    m.contexts.emplace_back();
    std::vector<std::string> names;
    collectLocals(body, names);
    for (const std::string& name : names)
        addLocal(context, name, nullptr);
    return context;
}

void Compiler::compileThread(const std::string& name, const std::string& title, const std::string& actor, bool epilogue, const std::vector<BlockLine>& lines)
{
    ThreadInfo thread;
    thread.name = name;
    thread.title = title;
    thread.actor = actor;
    thread.epilogue = epilogue;
    m_thread = int(m.threads.size());
    m_localCells = 0;
    const auto body = parseStatements(lines, m_complaints.all());
    const auto views = m_flows.viewLines(lines);
    Context context = topContext(body);
    context.lines = &views;
    thread.begin = int(m.code.size());
    m_out.setPlace(-1);
    if (epilogue) {
        m_out.emit(Op::WaitForOthers).begins = true;
    }
    sequence(body, context);
    const int own = context.nextLocal;
    context.nextLocal = 0; // the locals of the list of calls stay to be looked at
    finishContext(context, own);
    m_out.setPlace(-1);
    m_out.emit(Op::End).begins = true;
    thread.end = int(m.code.size()) - 1;
    thread.localCells = m_localCells;
    if (thread.title.empty() && !m.calls.empty() && m.calls.back().thread == m_thread)
        for (const CallInfo& call : m.calls)
            if (call.thread == m_thread)
                thread.title += (thread.title.empty() ? "" : ", ") + call.name;
    m.threads.push_back(std::move(thread));
}

void Compiler::compileThreads()
{
    const Scenario& scenario = *m_assembly.scenario;
    m.scenarioTitle = scenario.title;
    for (const Thread& thread : scenario.threads)
        compileThread(thread.name.text, thread.title, thread.actor.empty() ? "vmm" : thread.actor, false, thread.lines);
    if (!scenario.epilogue.text.empty()) {
        const auto found = std::find_if(m_assembly.epilogues.begin(), m_assembly.epilogues.end(),
                                        [&](const Epilogue& e) { return e.name.text == scenario.epilogue.text; });
        if (found == m_assembly.epilogues.end()) {
            std::vector<std::string> known;
            for (const Epilogue& e : m_assembly.epilogues)
                known.push_back(e.name.text);
            m_complaints.unknown(scenario.epilogue, "epilogue", scenario.epilogue.text, known);
        } else {
            compileThread(found->name.text, "closing everything", "vmm", true, found->lines);
        }
    }
}

void Compiler::compileStart()
{
    const Token& wanted = m_assembly.scenario->start;
    if (wanted.text.empty() && m_assembly.scenario->given.empty())
        return;
    const Start nothing;
    const auto place = std::find_if(m_assembly.starts.begin(), m_assembly.starts.end(), [&](const Start& s) { return s.name.text == wanted.text; });
    const Start* const found = wanted.text.empty() ? &nothing : place == m_assembly.starts.end() ? nullptr : &*place;
    if (!found) {
        std::vector<std::string> known;
        for (const Start& start : m_assembly.starts)
            known.push_back(start.name.text);
        m_complaints.unknown(wanted, "state or prologue", wanted.text, known);
        return;
    }
    m_thread = prologueThread;
    m_localCells = 0;
    m_inPrologue = found->given;
    m_out.setPlace(-1);
    // What the scenario gives is played behind the start, as if it stood there.
    std::vector<BlockLine> lines = found->lines;
    lines.insert(lines.end(), m_assembly.scenario->given.begin(), m_assembly.scenario->given.end());
    const auto body = parseStatements(lines, m_complaints.all());
    const auto views = m_flows.viewLines(lines);
    Context context = topContext(body);
    context.lines = &views;
    m.prologue = int(m.code.size());
    m.prologueIsGiven = found->given;
    sequence(body, context);
    const int own = context.nextLocal;
    context.nextLocal = 0;
    finishContext(context, own);
    m_out.emit(Op::End).begins = true;
    m_prologueLocals = m_localCells;
    m_inPrologue = false;
}

} // namespace bindlab::compiling
