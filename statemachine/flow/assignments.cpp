/// Statements that put a value somewhere: in a local, in a field, or as the result of a flow.
#include "flow/compiler_parts.h"

namespace bindlab::compiling {

using namespace ast;

void Compiler::count(const Stmt& stmt, Context& context, std::size_t first)
{
    const Expr& target = stmt.exprs[0];
    if (target.kind == Expr::Kind::Name) {
        const Value value = expression(target, context);
        if (value.address >= -1 && value.address < localsBase)
            m_complaints.at(target.token, "'" + target.name + "' is no local that counts");
        else if (!value.type.unclear && value.type.kind != CellKind::Int)
            m_complaints.at(target.token, "'" + target.name + "' is " + kindName(value.type, m) + ", not a number");
        m_out.emit(stmt.name == "++" ? Op::Add : Op::Subtract, value.address, value.address, m_out.constant(1));
    } else if (const Place at = place(target, context); at.field >= 0) {
        const CellKind kind = m.fields[std::size_t(at.field)].kind;
        if (kind != CellKind::Counter && kind != CellKind::Int)
            m_complaints.at(target.token, "'" + target.name + "' is no counter");
        if (!m.fields[std::size_t(at.field)].ghost)
            touchesShared(target.token);
        m_out.emit(stmt.name == "++" ? Op::Increment : Op::Decrement, at.pointer).field = std::int16_t(at.field);
    }
    endOfShared(first);
}

void Compiler::assign(const Stmt& stmt, Context& context, std::size_t first)
{
    if (stmt.exprs[0].kind == Expr::Kind::Name)
        assignLocal(stmt.exprs[0], stmt.exprs[1], context, first);
    else
        assignField(stmt.exprs[0], stmt.exprs[1], context, first);
}

void Compiler::assignLocal(const Expr& target, const Expr& source, Context& context, std::size_t first)
{
    const auto local = context.locals.find(target.name);
    if (local == context.locals.end()) {
        m_complaints.at(target.token, "'" + target.name + "' is an object, not a local; it cannot be assigned");
        return;
    }
    const Address address = m.contexts[std::size_t(context.index)].locals[local->second].address;
    Type type;
    if (isFlowCall(source)) {
        const auto result = call(source, context, address);
        type = result.value_or(unclearType);
    } else {
        const Value value = expression(source, context);
        m_out.emit(Op::Move, address, value.address);
        type = value.type;
        endOfShared(first);
    }
    noteType(target, local->second, type, context);
}

void Compiler::noteType(const Expr& target, std::size_t local, Type type, Context& context)
{
    if (type.kind == CellKind::Counter || type.kind == CellKind::Machine)
        type = {CellKind::Int};
    auto& info = m.contexts[std::size_t(context.index)].locals[local];
    const bool wasNull = info.kind == CellKind::Pointer && info.pointsTo < 0;
    if (context.typed[local] && context.usedAsNull[local] && type.kind == CellKind::Pointer && type.pointsTo >= 0 && info.pointsTo < 0)
        m_complaints.at(target.token, "'" + target.name + "' was read above, where it could only be NULL, and now becomes " + kindName(type, m),
                        "use another local");
    if (!context.typed[local] || wasNull) {
        info.kind = type.kind;
        info.pointsTo = type.pointsTo;
        info.enumeration = type.enumeration;
        context.unclear[local] = type.unclear;
        context.typed[local] = true;
    } else if (!context.unclear[local] && !sameType({info.kind, info.pointsTo, info.enumeration}, type)) {
        m_complaints.at(target.token, "'" + target.name + "' was " + kindName({info.kind, info.pointsTo, info.enumeration}, m) + " and now becomes "
                        + kindName(type, m));
    }
}

void Compiler::assignField(const Expr& target, const Expr& source, Context& context, std::size_t first)
{
    if (isFlowCall(source)) {
        m_complaints.at(source.token, "put the result of a call in a local first; storing it is a step of its own");
        return;
    }
    const Place at = place(target, context);
    if (at.field < 0)
        return;
    const FieldInfo& field = m.fields[std::size_t(at.field)];
    const Type type{field.kind, field.pointsTo, field.enumeration, field.machine};
    const Value value = expression(source, context, &type);
    if (field.kind == CellKind::Machine && m_inPrologue && !isStateOf(*field.machine, source))
        m_complaints.at(source.token, "expected a state of " + std::string(field.machine->name()) + " by its name");
    if (field.kind == CellKind::Mutex || field.kind == CellKind::ReadWriteLock)
        m_complaints.at(target.token, "a lock is not assigned");
    else if (field.kind == CellKind::Machine && !m_inPrologue)
        m_complaints.at(target.token, "a machine moves by fire(); only a given state may set it");
    else if (field.kind != CellKind::Machine && !sameType(type, value.type))
        m_complaints.at(target.token, "'" + target.name + "' is " + kindName(type, m) + ", not " + kindName(value.type, m));
    if (m_ghostDepth > 0 && !field.ghost)
        m_complaints.at(target.token, "a ghost changes ghost fields only");
    if (!field.ghost)
        touchesShared(target.token);
    m_out.emit(Op::Store, at.pointer, value.address).field = std::int16_t(at.field);
    endOfShared(first);
}

void Compiler::returnFrom(const Stmt& stmt, Context& context, std::size_t first)
{
    if (!stmt.exprs.empty()) {
        if (isFlowCall(stmt.exprs[0])) {
            const Address address = context.result == noValue ? m_out.scratch() : context.result;
            if (const auto type = call(stmt.exprs[0], context, address))
                noteResult(*type, stmt, context);
        } else {
            const Value value = expression(stmt.exprs[0], context);
            if (context.result != noValue)
                m_out.emit(Op::Move, context.result, value.address);
            noteResult(value.type, stmt, context);
            endOfShared(first);
        }
    } else if (context.wantsResult) {
        m_complaints.at(stmt.token, "this flow is called for its value; expected a value after return");
    }
    context.returns.push_back(jumpOut(context));
}

void Compiler::noteResult(Type type, const Stmt& stmt, Context& context)
{
    if (type.kind == CellKind::Counter || type.kind == CellKind::Bool)
        type = {CellKind::Int};
    if (!context.resultType || (context.resultType->kind == CellKind::Pointer && context.resultType->pointsTo < 0))
        context.resultType = type;
    else if (!sameType(*context.resultType, type))
        m_complaints.at(stmt.token, "this flow returned " + kindName(*context.resultType, m) + " before and " + kindName(type, m) + " here");
}

} // namespace bindlab::compiling
