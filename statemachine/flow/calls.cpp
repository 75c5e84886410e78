/// Calls: every flow is expanded where it is called, with locals of its own.
#include "flow/compiler_parts.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

namespace {

constexpr int maxCallDepth = 40;

} // namespace

void Compiler::collectLocals(const std::vector<Stmt>& statements, std::vector<std::string>& names) const
{
    for (const Stmt& stmt : statements) {
        if (stmt.kind == Stmt::Kind::Assign && stmt.exprs[0].kind == Expr::Kind::Name && m_layout.objectIndex(stmt.exprs[0].name) < 0)
            names.push_back(stmt.exprs[0].name);
        collectLocals(stmt.body, names);
        collectLocals(stmt.orElse, names);
        for (const auto& alternative : stmt.alternatives)
            collectLocals(alternative, names);
    }
}

void Compiler::addLocal(Context& context, const std::string& name, const Type* type)
{
    if (context.locals.contains(name))
        return;
    ContextInfo::Local local;
    local.name = name;
    local.address = Address(localsBase + m_thread * localsPerThread + context.nextLocal++);
    if (type) {
        local.kind = type->kind;
        local.pointsTo = type->pointsTo;
    }
    if (context.nextLocal >= localsPerThread)
        m_complaints.at(m_out.token(), "more than " + std::to_string(localsPerThread) + " locals are alive at once");
    m_localCells = std::max(m_localCells, context.nextLocal);
    auto& locals = m.contexts[std::size_t(context.index)].locals;
    context.locals[name] = locals.size();
    context.typed.push_back(type != nullptr);
    context.unclear.push_back(false);
    locals.push_back(std::move(local));
}

void Compiler::finishContext(Context& context, int firstOwn)
{
    const auto end = m.code.size();
    for (const auto jump : context.returns)
        m.code[jump].target = std::int16_t(end);
    for (const auto& [jump, token, name] : context.gotos) {
        if (const auto label = context.labels.find(name); label != context.labels.end()) {
            m.code[jump].target = std::int16_t(label->second);
            continue;
        }
        std::vector<std::string> known;
        for (const auto& entry : context.labels)
            known.push_back(entry.first);
        m_complaints.unknown(token, "label", name, known);
    }
    if (context.nextLocal > firstOwn)
        m_out.emit(Op::Clear, Address(localsBase + m_thread * localsPerThread + firstOwn), Address(context.nextLocal - firstOwn));
    else if (!context.returns.empty())
        m_out.emit(Op::Nop);
}

std::optional<Type> Compiler::call(const Expr& expr, Context& caller, Address result)
{
    ReadFlow* read = m_flows.find(expr.name);
    if (!read) {
        unknownFlow(expr);
        return std::nullopt;
    }
    const ast::Flow& flow = *read->flow;
    if (std::find(caller.flowChain.begin(), caller.flowChain.end(), expr.name) != caller.flowChain.end()) {
        m_complaints.at(expr.token, expr.name + " would call itself; a flow has no recursion");
        return std::nullopt;
    }
    if (caller.depth > maxCallDepth) {
        m_complaints.at(expr.token, "calls nested deeper than " + std::to_string(maxCallDepth));
        return std::nullopt;
    }
    if (m_atomicDepth > 0) {
        m_complaints.at(expr.token, "a flow cannot be called inside atomic or between commas");
        return std::nullopt;
    }
    if (expr.kids.size() != flow.params.size()) {
        m_complaints.at(expr.token, expr.name + " takes " + std::to_string(flow.params.size()) + " arguments, not " + std::to_string(expr.kids.size()));
        return std::nullopt;
    }
    const bool userCall = m.contexts[std::size_t(caller.index)].flow < 0 && m_thread < maxThreads;
    int callIndex = -1;
    if (userCall) {
        callIndex = int(m.calls.size());
        m.calls.push_back({m_thread, expr.name, flow.file});
        Instruction& enter = m_out.emit(Op::EnterCall);
        enter.begins = true;
        enter.field = std::int16_t(callIndex);
    }

    Context context;
    context.depth = caller.depth + 1;
    context.flowChain = caller.flowChain;
    context.flowChain.push_back(expr.name);
    context.nextLocal = caller.nextLocal;
    // What a user call returns is looked at by whoever watches, even when the caller does not.
    context.result = userCall && result == noValue ? m_out.scratch() : result;
    context.wantsResult = result != noValue;
    context.index = int(m.contexts.size());
    ContextInfo info;
    info.flow = m_flows.viewOf(*read);
    info.caller = caller.index;
    info.callLine = m_out.place() < 0 ? 0 : m.places[std::size_t(m_out.place())].line;
    m.contexts.push_back(std::move(info));
    const int firstOwn = context.nextLocal;

    // The arguments are evaluated in the caller, then the parameters exist.
    const std::size_t first = m.code.size();
    m_shared = 0;
    std::vector<Value> arguments;
    for (std::size_t i = 0; i < expr.kids.size(); ++i)
        arguments.push_back(isFlowCall(expr.kids[i]) ? expressionOfCall(expr.kids[i]) : expression(expr.kids[i], caller));
    for (std::size_t i = 0; i < flow.params.size(); ++i) {
        const Param& param = flow.params[i];
        Type type;
        if (param.pointer) {
            type.kind = CellKind::Pointer;
            type.pointsTo = m_layout.typeIndex(param.type.text);
            if (type.pointsTo < 0)
                m_complaints.unknown(param.type, "struct", param.type.text, m_layout.structNames());
        } else if (param.type.text == "bool") {
            type.kind = CellKind::Bool;
        } else if (param.type.text != "int") {
            m_complaints.at(param.type, "a parameter is int, bool or a pointer to a struct",
                            m_layout.typeIndex(param.type.text) >= 0 ? "write " + param.type.text + "*" : "");
        }
        if (!sameType(type, arguments[i].type))
            m_complaints.at(expr.kids[i].token, expr.name + " takes " + kindName(type, m) + " here, not " + kindName(arguments[i].type, m));
        addLocal(context, param.name.text, &type);
        m_out.emit(Op::Move, m.contexts[std::size_t(context.index)].locals.back().address, arguments[i].address);
    }
    if (m_shared > 0 && first < m.code.size())
        m.code[first].begins = true;
    if (m_shared > 1)
        m_complaints.at(m_secondShared, "the arguments touch shared state twice; one statement is one step", "put the first value in a local");

    std::vector<std::string> names;
    collectLocals(read->body, names);
    for (const std::string& name : names)
        addLocal(context, name, nullptr);
    const auto lines = m.flows[std::size_t(m.contexts[std::size_t(context.index)].flow)].lines;
    context.lines = &lines;
    if (context.wantsResult)
        m_out.emit(Op::Move, result, m_out.constant(0));
    const int savedPlace = m_out.place();
    const int savedScratch = m_out.scratchUsed();
    sequence(read->body, context);
    m_out.setPlace(savedPlace);
    m_out.setScratchUsed(savedScratch);
    finishContext(context, firstOwn);
    if (context.wantsResult && !context.resultType && !read->body.empty())
        m_complaints.at(expr.token, expr.name + " returns nothing");
    if (userCall) {
        Instruction& leave = m_out.emit(Op::ReturnFromCall, context.resultType ? context.result : Address(noValue));
        leave.field = std::int16_t(callIndex);
    }
    m_shared = 0;
    return context.resultType;
}

Value Compiler::expressionOfCall(const Expr& expr)
{
    m_complaints.at(expr.token, "put the result of a call in a local first");
    return {m_out.constant(0), {CellKind::Int}};
}

} // namespace bindlab::compiling
