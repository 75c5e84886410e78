/// Calls: every flow is expanded where it is called, with locals of its own.
#include "flow/compiler_parts.h"
#include "flow/limits.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

void Compiler::collectLocals(const std::vector<Stmt>& statements, std::vector<std::string>& names) const
{
    for (const Stmt& stmt : statements) {
        if (stmt.kind == Stmt::Kind::Assign && stmt.exprs[0].kind == Expr::Kind::Name)
            names.push_back(stmt.exprs[0].name);
        if (stmt.kind == Stmt::Kind::AnyOrder)
            for (std::size_t i = 0; i < stmt.alternatives.size(); ++i)
                names.push_back(orderFlag(stmt.token, i));
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
    if (context.nextLocal + 1 >= localsPerThread) {
        m_complaints.at(m_out.token(), "more than " + std::to_string(localsPerThread) + " locals are alive at once");
        context.nextLocal = 0;   // nothing runs it any more
    }
    if (++m_locals > FlowLimits::locals)
        m_out.giveUp(FlowLimits::locals, "locals of all calls together");
    ContextInfo::Local local;
    local.name = name;
    local.address = Address(localsBase + m_thread * localsPerThread + context.nextLocal++);
    if (type) {
        local.kind = type->kind;
        local.pointsTo = type->pointsTo;
        local.enumeration = type->enumeration;
    }
    m_localCells = std::max(m_localCells, context.nextLocal);
    auto& locals = m.contexts[std::size_t(context.index)].locals;
    context.locals[name] = locals.size();
    context.typed.push_back(type != nullptr);
    context.unclear.push_back(false);
    context.usedAsNull.push_back(false);
    locals.push_back(std::move(local));
}

void Compiler::finishContext(Context& context, int firstOwn)
{
    const auto end = m.code.size();
    for (const auto jump : context.returns)
        m.code[jump].target = std::int32_t(end);
    for (const auto& [jump, token, name] : context.gotos) {
        if (const auto label = context.labels.find(name); label != context.labels.end()) {
            m.code[jump].target = std::int32_t(label->second);
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
    std::string name = expr.name;
    if (name.find('.') != std::string::npos) {
        const auto entry = operation(expr);
        if (!entry)
            return std::nullopt;
        if (entry->empty()) {
            // Nobody has filled this entry: the kernel tests for that, and goes on.
            if (result != noValue)
                m_out.emit(Op::Move, result, m_out.constant(0));
            return Type{CellKind::Int};
        }
        name = *entry;
    }
    ReadFlow* read = m_flows.find(name);
    if (!read) {
        unknownFlow(expr);
        return std::nullopt;
    }
    if (!mayExpand(expr, name, *read->flow, caller))
        return std::nullopt;
    const bool userCall = m.contexts[std::size_t(caller.index)].flow < 0 && m_thread < maxThreads && m_ghostDepth == 0;
    const int callIndex = userCall ? beginUserCall(*read->flow, expr.name) : -1;
    Context context = contextOf(*read, name, caller, result);
    const int firstOwn = context.nextLocal;
    if (userCall && result == noValue) {
        const Type number{CellKind::Int};
        addLocal(context, ".result", &number);
        context.result = m.contexts[std::size_t(context.index)].locals.back().address;
    }
    passArguments(*read->flow, expr, caller, context);
    expand(*read, expr, context, callIndex);
    finishContext(context, firstOwn);
    if (context.wantsResult && !context.resultType && !read->body.empty())
        m_complaints.at(expr.token, expr.name + " returns nothing");
    m_shared = 0;
    return context.resultType;
}

bool Compiler::mayExpand(const Expr& expr, const std::string& name, const ast::Flow& flow, const Context& caller)
{
    if (std::find(caller.flowChain.begin(), caller.flowChain.end(), name) != caller.flowChain.end()) {
        m_complaints.at(expr.token, name + " would call itself; a flow has no recursion");
        return false;
    }
    if (caller.depth > FlowLimits::callDepth) {
        m_complaints.at(expr.token, "calls nested deeper than " + std::to_string(FlowLimits::callDepth));
        return false;
    }
    if (++m_expanded > (m_judging ? FlowLimits::judgedCalls : FlowLimits::calls))
        m_out.giveUp(m_judging ? FlowLimits::judgedCalls : FlowLimits::calls, "calls, each written out where it stands");
    if (m_out.tooLarge())
        return false;
    if (expr.kids.size() != flow.params.size()) {
        m_complaints.at(expr.token, expr.name + " takes " + std::to_string(flow.params.size()) + " arguments, not " + std::to_string(expr.kids.size()));
        return false;
    }
    return true;
}

Context Compiler::contextOf(ReadFlow& read, const std::string& name, const Context& caller, Address result)
{
    Context context;
    context.depth = caller.depth + 1;
    context.flowChain = caller.flowChain;
    context.flowChain.push_back(name);
    context.atomicBase = m_atomicDepth - m_ghostDepth;
    context.nextLocal = caller.nextLocal;
    // What a user call returns is looked at by whoever watches, even when the caller does not.
    context.result = result;
    context.wantsResult = result != noValue;
    context.index = int(m.contexts.size());
    ContextInfo info;
    info.flow = m_flows.viewOf(read);
    info.caller = caller.index;
    info.callLine = m_out.place() < 0 ? 0 : m.places[std::size_t(m_out.place())].line;
    m.contexts.push_back(std::move(info));
    return context;
}

Type Compiler::typeOf(const Param& param)
{
    Type type;
    if (param.pointer) {
        type.kind = CellKind::Pointer;
        type.pointsTo = m_layout.typeIndex(param.type.text);
        if (type.pointsTo < 0)
            m_complaints.unknown(param.type, "struct", param.type.text, m_layout.structNames());
    } else if (param.type.text == "bool") {
        type.kind = CellKind::Bool;
    } else if (m_layout.enumIndex(param.type.text) >= 0) {
        type.kind = CellKind::Enum;
        type.enumeration = m_layout.enumIndex(param.type.text);
    } else if (param.type.text != "int") {
        m_complaints.at(param.type, "a parameter is int, bool or a pointer to a struct",
                        m_layout.typeIndex(param.type.text) >= 0 ? "write " + param.type.text + "*" : "");
    }
    return type;
}

void Compiler::passArguments(const ast::Flow& flow, const Expr& expr, Context& caller, Context& context)
{
    const std::size_t first = m.code.size();
    m_shared = 0;
    std::vector<Value> arguments;
    for (std::size_t i = 0; i < expr.kids.size(); ++i)
        arguments.push_back(isFlowCall(expr.kids[i]) ? expressionOfCall(expr.kids[i]) : expression(expr.kids[i], caller));
    for (std::size_t i = 0; i < flow.params.size(); ++i) {
        const Param& param = flow.params[i];
        const Type type = typeOf(param);
        if (!sameType(type, arguments[i].type))
            m_complaints.at(expr.kids[i].token, expr.name + " takes " + kindName(type, m) + " here, not " + kindName(arguments[i].type, m));
        addLocal(context, param.name.text, &type);
        m_out.emit(Op::Move, m.contexts[std::size_t(context.index)].locals.back().address, arguments[i].address);
    }
    if (m_shared > 0 && first < m.code.size())
        m.code[first].begins = true;
    if (m_shared > 1)
        m_complaints.at(m_secondShared, "the arguments touch shared state twice; one statement is one step", "put the first value in a local");
}

void Compiler::expand(ReadFlow& read, const Expr& expr, Context& context, int callIndex)
{
    std::vector<std::size_t> refused;
    Address file = noValue;
    int fileType = -1;
    const bool userCall = callIndex >= 0;
    if (userCall && read.flow->file) {
        file = enterFile(*read.flow, expr, context, callIndex, refused);
        if (file != noValue)
            fileType = m.contexts[std::size_t(context.index)].locals.back().pointsTo;
    }

    std::vector<std::string> names;
    collectLocals(read.body, names);
    for (const std::string& local : names)
        addLocal(context, local, nullptr);
    const auto lines = m.flows[std::size_t(m.contexts[std::size_t(context.index)].flow)].lines;
    context.lines = &lines;
    if (context.wantsResult)
        m_out.emit(Op::Move, context.result, m_out.constant(0));
    const int savedPlace = m_out.place();
    const int savedScratch = m_out.scratchUsed();
    sequence(read.body, context);
    m_out.setPlace(savedPlace);
    m_out.setScratchUsed(savedScratch);
    if (userCall) {
        for (const auto jump : context.returns)
            m_out.land(jump);
        context.returns.clear();
        leaveFile(file, fileType);
        runReleases(expr.token, context);
        for (const auto jump : refused)
            m_out.land(jump);
        Instruction& leave = m_out.emit(Op::ReturnFromCall, context.resultType ? context.result : Address(noValue));
        leave.field = std::int16_t(callIndex);
    }
    context.lines = nullptr;
}

std::optional<std::string> Compiler::operation(const Expr& expr)
{
    const auto dot = expr.name.find('.');
    const std::string table = expr.name.substr(0, dot);
    const std::string entry = expr.name.substr(dot + 1);
    const auto found = std::find_if(m_assembly.ops.begin(), m_assembly.ops.end(), [&](const Ops& ops) { return ops.name.text == table; });
    std::vector<std::string> known;
    if (found == m_assembly.ops.end()) {
        for (const Ops& ops : m_assembly.ops)
            known.push_back(ops.name.text);
        m_complaints.unknown(expr.token, "table of operations", table, known);
        return std::nullopt;
    }
    for (const auto& [token, flow] : found->entries) {
        known.push_back(token.text);
        if (token.text == entry)
            return flow;
    }
    m_complaints.unknown(expr.token, "operation of " + table, entry, known);
    return std::nullopt;
}

Value Compiler::expressionOfCall(const Expr& expr)
{
    m_complaints.at(expr.token, "put the result of a call in a local first");
    return {m_out.constant(0), {CellKind::Int}};
}

} // namespace bindlab::compiling
