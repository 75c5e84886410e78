/// Expressions: values of locals, fields and operators.
#include "flow/compiler_parts.h"
#include "flow/errno_names.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

namespace {

std::string withUnderscores(std::string_view name)
{
    std::string text(name);
    std::replace_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
    return text;
}

} // namespace

bool Compiler::isStateOf(const Machine& machine, const Expr& expr)
{
    const auto states = machine.states();
    return expr.kind == Expr::Kind::Name && std::any_of(states.begin(), states.end(), [&](const auto& state) { return withUnderscores(state.name) == expr.name; });
}

Value Compiler::expression(const Expr& expr, Context& context, const Type* expected)
{
    m_out.setToken(expr.token);
    switch (expr.kind) {
    case Expr::Kind::Number:
        return {m_out.constant(expr.value), {CellKind::Int}};
    case Expr::Kind::Null:
        return {m_out.constant(0), {CellKind::Pointer}};
    case Expr::Kind::Name:
        return nameValue(expr, context, expected);
    case Expr::Kind::Field:
        return fieldValue(expr, context);
    case Expr::Kind::Unary:
        return unary(expr, context);
    case Expr::Kind::Binary:
        return binary(expr, context);
    case Expr::Kind::Call:
        return builtIn(expr, context);
    case Expr::Kind::Forall:
    case Expr::Kind::Some:
        return forall(expr, context);
    case Expr::Kind::Text:
        m_complaints.at(expr.token, "a text in quotes is no value here");
        return {m_out.constant(0), unclearType};
    }
    return {};
}

Value Compiler::nameValue(const Expr& expr, Context& context, const Type* expected)
{
    if (const auto bound = m_bound.find(expr.name); bound != m_bound.end())
        return {m_out.constant(bound->second.second), {CellKind::Pointer, bound->second.first}};
    if (const auto local = context.locals.find(expr.name); local != context.locals.end()) {
        const auto& info = m.contexts[std::size_t(context.index)].locals[local->second];
        if (!context.typed[local->second])
            m_complaints.at(expr.token, "'" + expr.name + "' has no value yet");
        if (info.kind == CellKind::Pointer && info.pointsTo < 0)
            context.usedAsNull[local->second] = true;
        return {info.address, {info.kind, info.pointsTo, info.enumeration, nullptr, bool(context.unclear[local->second])}};
    }
    if (const int object = m_layout.objectIndex(expr.name); object >= 0) {
        const int type = m.objects[std::size_t(object)].type;
        return {m_out.constant(object - m.types[std::size_t(type)].firstObject + 1), {CellKind::Pointer, type}};
    }
    if (expr.name == "overlapped") {
        m_asksForOverlap = true;
        return {overlappedCell, {CellKind::Bool}};
    }
    if (expr.name == "warned")
        return {Address(m.warned), {CellKind::Bool}};
    if (expected && expected->kind == CellKind::Machine) {
        std::vector<std::string> known;
        const auto states = expected->machine->states();
        for (std::size_t i = 0; i < states.size(); ++i) {
            known.push_back(withUnderscores(states[i].name));
            if (known.back() == expr.name)
                return {m_out.constant(int(i)), {CellKind::Int}};
        }
        m_complaints.unknown(expr.token, "state of " + std::string(expected->machine->name()), expr.name, known);
        return {m_out.constant(0), {CellKind::Int}};
    }
    for (std::size_t e = 0; e < m.enumerations.size(); ++e)
        for (std::size_t v = 0; v < m.enumerations[e].size(); ++v)
            if (m.enumerations[e][v] == expr.name)
                return {m_out.constant(int(v)), {CellKind::Enum, -1, int(e)}};
    std::vector<std::string> known;
    for (const auto& entry : context.locals)
        known.push_back(entry.first);
    for (const auto& entry : m_layout.globals())
        known.push_back(entry.first);
    if (!m_damaged)
        m_complaints.unknown(expr.token, "local or object", expr.name, known);
    return {m_out.constant(0), unclearType};
}

Place Compiler::place(const Expr& expr, Context& context)
{
    if (expr.kind != Expr::Kind::Field) {
        m_complaints.at(expr.token, "expected a field, as object.field");
        return {};
    }
    const Value object = expression(expr.kids.front(), context);
    if (object.type.unclear)
        return {};
    if (object.type.kind != CellKind::Pointer || object.type.pointsTo < 0) {
        m_complaints.at(expr.kids.front().token, "'" + expr.kids.front().name + "' is " + kindName(object.type, m) + ", not an object");
        return {};
    }
    const int field = m_layout.fieldIndex(object.type.pointsTo, expr.name);
    if (field < 0) {
        m_complaints.unknown(expr.token, "field of " + m.types[std::size_t(object.type.pointsTo)].name, expr.name, m_layout.fieldNames(object.type.pointsTo));
        return {};
    }
    return {object.address, field};
}

void Compiler::touchesShared(const Token& token)
{
    ++m_shared;
    if (m_shared == 2)
        m_secondShared = token;
}

Value Compiler::fieldValue(const Expr& expr, Context& context)
{
    const Place at = place(expr, context);
    if (at.field < 0)
        return {m_out.constant(0), unclearType};
    const FieldInfo& field = m.fields[std::size_t(at.field)];
    if (field.kind == CellKind::Mutex || field.kind == CellKind::ReadWriteLock)
        m_complaints.at(expr.token, "a lock is taken with lock(), down_read() or down_write(), it has no value");
    if (!field.constant && !field.ghost)
        touchesShared(expr.token);
    const Address result = m_out.scratch();
    m_out.emit(Op::Load, result, at.pointer).field = std::int16_t(at.field);
    return {result, {field.kind, field.pointsTo, field.enumeration, field.machine}};
}

Value Compiler::unary(const Expr& expr, Context& context)
{
    if (expr.name == "-" && expr.kids.front().kind == Expr::Kind::Name) {
        const int value = errnoValue(expr.kids.front().name);
        if (value != 0)
            return {m_out.constant(-value), {CellKind::Int}};
        if (context.locals.find(expr.kids.front().name) == context.locals.end()) {
            std::vector<std::string> known;
            for (const auto& entry : errnoNames)
                known.emplace_back(entry.first);
            m_complaints.unknown(expr.kids.front().token, "errno", expr.kids.front().name, known);
            return {m_out.constant(-1), {CellKind::Int}};
        }
    }
    const Value operand = expression(expr.kids.front(), context);
    const Address result = m_out.scratch();
    if (expr.name == "!")
        m_out.emit(Op::Not, result, operand.address);
    else
        m_out.emit(Op::Subtract, result, m_out.constant(0), operand.address);
    return {result, {expr.name == "!" ? CellKind::Bool : CellKind::Int}};
}

Value Compiler::binary(const Expr& expr, Context& context)
{
    const Expr& first = expr.kids[0];
    const Expr& second = expr.kids[1];
    if (expr.name == "&&" || expr.name == "||") {
        const Address result = m_out.scratch();
        const Value left = expression(first, context);
        m_out.emit(Op::Not, result, left.address);
        m_out.emit(Op::Not, result, result);
        const auto skip = m_out.emitJump(expr.name == "&&" ? Op::JumpIfZero : Op::JumpIfNot, result);
        const Value right = expression(second, context);
        m_out.emit(Op::Not, result, right.address);
        m_out.emit(Op::Not, result, result);
        m_out.land(skip);
        return {result, {CellKind::Bool}};
    }
    const Value left = expression(first, context);
    const Value right = expression(second, context, &left.type);
    const bool machine = left.type.kind == CellKind::Machine;
    if (!machine && !sameType(left.type, right.type))
        m_complaints.at(expr.token, "'" + expr.name + "' compares " + kindName(left.type, m) + " with " + kindName(right.type, m));
    const Address result = m_out.scratch();
    CellKind kind = CellKind::Bool;
    Op op = Op::Equal;
    Address a = left.address;
    Address b = right.address;
    if (expr.name == "!=") op = Op::NotEqual;
    else if (expr.name == "<") op = Op::Less;
    else if (expr.name == "<=") op = Op::LessEqual;
    else if (expr.name == ">") { op = Op::Less; std::swap(a, b); }
    else if (expr.name == ">=") { op = Op::LessEqual; std::swap(a, b); }
    else if (expr.name == "+") { op = Op::Add; kind = CellKind::Int; }
    else if (expr.name == "-") { op = Op::Subtract; kind = CellKind::Int; }
    m_out.emit(op, result, a, b);
    return {result, {kind}};
}

Value Compiler::forall(const Expr& expr, Context& context)
{
    const Address result = m_out.scratch();
    const bool all = expr.kind == Expr::Kind::Forall;
    m_out.emit(Op::Move, result, m_out.constant(all));
    std::vector<std::size_t> outs;
    forallOver(expr, 0, context, result, outs);
    for (const auto out : outs)
        m_out.land(out);
    return {result, {CellKind::Bool}};
}

void Compiler::forallOver(const Expr& expr, std::size_t level, Context& context, Address result, std::vector<std::size_t>& outs)
{
    if (m_out.tooLarge())
        return;
    if (level == expr.bound.size()) {
        const int used = m_out.scratchUsed();
        const Value value = expression(expr.kids[0], context);
        m_out.emit(Op::Not, result, value.address);
        m_out.emit(Op::Not, result, result);
        outs.push_back(m_out.emitJump(expr.kind == Expr::Kind::Forall ? Op::JumpIfZero : Op::JumpIfNot, result));
        m_out.setScratchUsed(used);
        return;
    }
    const auto& [typeToken, name] = expr.bound[level];
    const int type = m_layout.typeIndex(typeToken.text);
    if (type < 0) {
        m_complaints.unknown(typeToken, "struct", typeToken.text, m_layout.structNames());
        return;
    }
    for (int pointer = 1; pointer <= m.types[std::size_t(type)].objects; ++pointer) {
        m_bound[name.text] = {type, pointer};
        const Address there = m_out.scratch();
        m_out.emit(Op::Exists, there, m_out.constant(pointer)).field = std::int16_t(type);
        const auto skip = m_out.emitJump(Op::JumpIfZero, there);
        forallOver(expr, level + 1, context, result, outs);
        m_out.land(skip);
    }
    m_bound.erase(name.text);
}

} // namespace bindlab::compiling
