/// Statements: what they become, and where a step begins.
#include "flow/compiler_parts.h"
#include "flow/limits.h"
#include "flow/statement_text.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

std::string orderFlag(const Token& token, std::size_t alternative)
{
    return "." + token.file->name + ":" + std::to_string(token.line) + ":" + std::to_string(token.column) + "." + std::to_string(alternative);
}

void Compiler::sequence(const std::vector<Stmt>& statements, Context& context)
{
    for (const Stmt& stmt : statements)
        statement(stmt, context);
}

int Compiler::lineOf(const Stmt& stmt, const Context& context) const
{
    if (context.lines)
        for (const CodeLineView& line : *context.lines)
            if (line.fileLine == stmt.token.line && line.file == stmt.token.file->name)
                return line.number;
    return 0;
}

void Compiler::beginPlace(const Stmt& stmt, const Context& context)
{
    if (m_atomicDepth > 0)
        return; // everything inside an atomic block is its first line's step
    if (m.places.size() >= FlowLimits::statements) {
        m_out.giveUp(FlowLimits::statements, "statements");
        return;
    }
    PlaceInfo info;
    info.context = context.index;
    info.line = lineOf(stmt, context);
    info.text = m_flows.renamed(textOf(stmt));
    info.label = labelOf(stmt);
    m_out.setPlace(int(m.places.size()));
    m.places.push_back(std::move(info));
}

void Compiler::endOfShared(std::size_t first, bool always)
{
    if (m_atomicDepth > 0)
        return;
    if (m_shared > 1 && !always)
        m_complaints.at(m_secondShared, "this statement touches shared state twice; one statement is one step",
                        "put the first value in a local, or both in atomic { } if the kernel does them under one spinlock");
    if ((m_shared > 0 || always) && first < m.code.size())
        m.code[first].begins = true;
    m_shared = 0;
}

void Compiler::statement(const Stmt& stmt, Context& context)
{
    m_out.setToken(stmt.token);
    if (m_out.tooLarge())
        return;
    if (m_atomicDepth == 0) {
        m_out.setScratchUsed(0);
        m_shared = 0;
    }
    beginPlace(stmt, context);
    if (!stmt.source.id.empty())
        checkSource(stmt.token, stmt.source.id);
    const std::size_t first = m.code.size();
    switch (stmt.kind) {
    case Stmt::Kind::Expression: callOrExpression(stmt, context, first); break;
    case Stmt::Kind::Assign: assign(stmt, context, first); break;
    case Stmt::Kind::Count: count(stmt, context, first); break;
    case Stmt::Kind::If: ifElse(stmt, context, first); break;
    case Stmt::Kind::While: loop(stmt, context, first); break;
    case Stmt::Kind::Goto: context.gotos.push_back({jumpOut(context), stmt.token, stmt.name}); break;
    case Stmt::Kind::Label: label(stmt, context); break;
    case Stmt::Kind::Return: returnFrom(stmt, context, first); break;
    case Stmt::Kind::Block: sequence(stmt.body, context); break;
    case Stmt::Kind::Atomic: atomic(stmt, context); break;
    case Stmt::Kind::Choose: choose(stmt, context); break;
    case Stmt::Kind::AnyOrder: anyOrder(stmt, context); break;
    case Stmt::Kind::Ghost: ghost(stmt, context); break;
    case Stmt::Kind::Kill: kill(stmt, first); break;
    case Stmt::Kind::Broken: broken(stmt, context, first); break;
    case Stmt::Kind::Wait: wait(stmt, context, first); break;
    case Stmt::Kind::Warn: warn(stmt, first); break;
    }
}

void Compiler::callOrExpression(const Stmt& stmt, Context& context, std::size_t first)
{
    if (isFlowCall(stmt.exprs[0])) {
        call(stmt.exprs[0], context, noValue);
    } else {
        expression(stmt.exprs[0], context);
        endOfShared(first);
    }
}

void Compiler::ifElse(const Stmt& stmt, Context& context, std::size_t first)
{
    const auto skip = branch(stmt, context, first);
    sequence(stmt.body, context);
    if (stmt.hasElse) {
        const auto over = m_out.emitJump(Op::Jump);
        m_out.land(skip);
        sequence(stmt.orElse, context);
        m_out.land(over);
    } else {
        m_out.land(skip);
    }
}

void Compiler::loop(const Stmt& stmt, Context& context, std::size_t first)
{
    const auto out = branch(stmt, context, first);
    sequence(stmt.body, context);
    m_out.emit(Op::Jump).target = std::int32_t(first);
    m_out.land(out);
}

void Compiler::label(const Stmt& stmt, Context& context)
{
    if (!context.labels.emplace(stmt.name, int(m.code.size())).second)
        m_complaints.at(stmt.token, "there is already a label '" + stmt.name + "'");
    m_out.emit(Op::Nop);
}

void Compiler::atomic(const Stmt& stmt, Context& context)
{
    if (m_atomicDepth > 0) {
        sequence(stmt.body, context);
        return;
    }
    m_out.emit(Op::AtomicBegin).begins = true;
    ++m_atomicDepth;
    sequence(stmt.body, context);
    --m_atomicDepth;
    m_out.emit(Op::AtomicEnd);
}

void Compiler::ghost(const Stmt& stmt, Context& context)
{
    const int depth = m_atomicDepth++;
    ++m_ghostDepth;
    m_out.setQuiet(true);
    sequence(stmt.body, context);
    m_out.setQuiet(--m_ghostDepth > 0);
    m_atomicDepth = depth;
    m_shared = 0;
}

void Compiler::kill(const Stmt& stmt, std::size_t first)
{
    m_kills = true;
    m_out.emit(Op::Kill).field = std::int16_t(threadIndex(stmt.token, stmt.name));
    endOfShared(first, true);
}

void Compiler::wait(const Stmt& stmt, Context& context, std::size_t first)
{
    const Value condition = expression(stmt.exprs[0], context);
    m_out.emit(stmt.hasElse ? Op::WaitOrTimeOut : Op::Wait, condition.address);
    const auto wait = m.code.size() - 1;
    endOfShared(first, true);
    if (!stmt.hasElse)
        return;
    const auto over = m_out.emitJump(Op::Jump);
    m_out.land(wait);
    sequence(stmt.body, context);
    m_out.land(over);
}

void Compiler::warn(const Stmt& stmt, std::size_t first)
{
    m_out.emit(Op::Warn).field = std::int16_t(m_out.message(stmt.name));
    endOfShared(first, true);
}

std::size_t Compiler::jumpOut(const Context& context)
{
    if (m_atomicDepth - m_ghostDepth > context.atomicBase)
        m_out.emit(Op::AtomicEnd);
    return m_out.emitJump(Op::Jump);
}

std::size_t Compiler::branch(const Stmt& stmt, Context& context, std::size_t first)
{
    const Expr* condition = &stmt.exprs[0];
    bool negated = false;
    while (condition->kind == Expr::Kind::Unary && condition->name == "!") {
        negated = !negated;
        condition = &condition->kids.front();
    }
    Address address;
    if (isFlowCall(*condition)) {
        address = m_out.scratch();
        call(*condition, context, address);
    } else {
        address = expression(*condition, context).address;
        endOfShared(first);
    }
    return m_out.emitJump(negated ? Op::JumpIfNot : Op::JumpIfZero, address);
}

void Compiler::choose(const Stmt& stmt, Context& context)
{
    if (m_atomicDepth > 0) {
        m_complaints.at(stmt.token, "choose cannot stand inside atomic");
        return;
    }
    Instruction& head = m_out.emit(Op::Choose);
    head.begins = true;
    head.field = std::int16_t(stmt.alternatives.size());
    std::string labels;
    std::vector<std::size_t> entries;
    for (std::size_t i = 0; i < stmt.alternatives.size(); ++i)
        entries.push_back(m_out.emitJump(Op::Jump));
    m.code[entries.front() - 1].target = std::int32_t(m.messages.size());
    for (std::size_t i = 0; i < stmt.alternatives.size(); ++i)
        m_out.message(stmt.labels[i]);
    std::vector<std::size_t> outs;
    for (std::size_t i = 0; i < stmt.alternatives.size(); ++i) {
        m_out.land(entries[i]);
        sequence(stmt.alternatives[i], context);
        outs.push_back(m_out.emitJump(Op::Jump));
    }
    for (const auto out : outs)
        m_out.land(out);
}

void Compiler::anyOrder(const Stmt& stmt, Context& context)
{
    if (m_atomicDepth > 0) {
        m_complaints.at(stmt.token, "any order cannot stand inside atomic");
        return;
    }
    // One flag an alternative: done. They lie one behind the other among the locals, which collectLocals has named.
    const auto count = stmt.alternatives.size();
    const auto flag = [&](std::size_t i) {
        return m.contexts[std::size_t(context.index)].locals[context.locals.at(orderFlag(stmt.token, i))].address;
    };
    const std::size_t head = m.code.size();
    Instruction& choice = m_out.emit(Op::ChooseLeft, flag(0));
    choice.begins = true;
    choice.field = std::int16_t(count);
    choice.target = std::int32_t(m.messages.size());
    for (std::size_t i = 0; i < count; ++i)
        m_out.message(stmt.labels[i]);
    std::vector<std::size_t> entries;
    for (std::size_t i = 0; i < count; ++i)
        entries.push_back(m_out.emitJump(Op::Jump));
    for (std::size_t i = 0; i < count; ++i) {
        m_out.land(entries[i]);
        m_out.emit(Op::Move, flag(i), m_out.constant(1));
        sequence(stmt.alternatives[i], context);
        for (std::size_t k = 0; k < count; ++k)
            if (k != i)
                m_out.emit(Op::JumpIfZero, flag(k)).target = std::int32_t(head);
        entries[i] = m_out.emitJump(Op::Jump);
    }
    for (const auto out : entries)
        m_out.land(out);
    m_out.emit(Op::Clear, flag(0), Address(count));
}

int Compiler::threadIndex(const Token& token, const std::string& name)
{
    std::vector<std::string> known;
    if (m_assembly.scenario)
        for (const Thread& thread : m_assembly.scenario->threads) {
            known.push_back(thread.name.text);
            if (known.back() == name)
                return int(known.size()) - 1;
        }
    m_complaints.unknown(token, "thread", name, known);
    return 0;
}

void Compiler::broken(const Stmt& stmt, Context& context, std::size_t first)
{
    const auto property = std::find_if(m_parts.properties.begin(), m_parts.properties.end(), [&](const Property& p) { return p.id == stmt.name; });
    if (property == m_parts.properties.end() || property->when != Property::When::Step) {
        std::vector<std::string> known;
        for (const Property& p : m_parts.properties)
            if (p.when == Property::When::Step)
                known.push_back(p.id);
        m_complaints.unknown(stmt.token, "property that steps look at", stmt.name, known);
        return;
    }
    Value failure{Address(noValue), {}};
    int message = -1;
    for (const Expr& argument : stmt.exprs) {
        if (argument.kind == Expr::Kind::Text) {
            message = m_out.message(argument.name);
            continue;
        }
        failure = expression(argument, context);
        if (failure.type.kind != CellKind::Enum && !failure.type.unclear)
            m_complaints.at(argument.token, "expected a failure, as a value of an enum, or a sentence in quotes");
    }
    Instruction& instruction = m_out.emit(Op::Broken, failure.address);
    instruction.field = std::int16_t(property - m_parts.properties.begin());
    instruction.event = std::uint8_t(std::max(0, failure.type.enumeration));
    instruction.target = message;
    endOfShared(first);
}

} // namespace bindlab::compiling
