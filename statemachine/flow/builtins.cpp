/// What a kernel provides ready-made: locks, objects and their reference counts, events of a machine.
#include "flow/compiler_parts.h"
#include "flow/words.h"

#include <algorithm>
#include <map>

namespace bindlab::compiling {

using namespace ast;

bool Compiler::isBuiltIn(const std::string& name)
{
    return std::ranges::find(builtInFlows(), name) != builtInFlows().end();
}

bool Compiler::takes(const Expr& expr, std::size_t count)
{
    if (expr.kids.size() == count)
        return true;
    m_complaints.at(expr.token, expr.name + " takes " + std::to_string(count) + (count == 1 ? " argument" : " arguments") + ", not "
                    + std::to_string(expr.kids.size()));
    return false;
}

std::optional<Place> Compiler::lockPlace(const Expr& expr, Context& context, CellKind kind)
{
    if (!takes(expr, 1))
        return std::nullopt;
    const Place at = place(expr.kids[0], context);
    if (at.field < 0)
        return std::nullopt;
    if (m.fields[std::size_t(at.field)].kind != kind) {
        m_complaints.at(expr.kids[0].token, expr.name + " takes " + std::string(kind == CellKind::Mutex ? "a mutex" : "an rwsem") + "; '"
                        + m.fields[std::size_t(at.field)].name + "' is none");
        return std::nullopt;
    }
    touchesShared(expr.token);
    return at;
}

std::optional<Value> Compiler::pointerArgument(const Expr& expr, Context& context)
{
    if (!takes(expr, 1))
        return std::nullopt;
    const Value value = expression(expr.kids[0], context);
    if (value.type.unclear)
        return std::nullopt;
    if (value.type.kind != CellKind::Pointer || value.type.pointsTo < 0) {
        m_complaints.at(expr.kids[0].token, expr.name + " takes a pointer to an object");
        return std::nullopt;
    }
    return value;
}

namespace {

using LockOps = std::map<std::string, std::pair<Op, CellKind>>;

const LockOps& lockOps()
{
    static const LockOps ops{
        {"lock", {Op::Lock, CellKind::Mutex}},           {"unlock", {Op::Unlock, CellKind::Mutex}},
        {"down_read", {Op::DownRead, CellKind::ReadWriteLock}}, {"up_read", {Op::UpRead, CellKind::ReadWriteLock}},
        {"down_write", {Op::DownWrite, CellKind::ReadWriteLock}}, {"up_write", {Op::UpWrite, CellKind::ReadWriteLock}}};
    return ops;
}

/// Those that answer whether the lock was taken.
const LockOps& tryOps()
{
    static const LockOps ops{
        {"trylock", {Op::TryLock, CellKind::Mutex}}, {"down_read_trylock", {Op::TryDownRead, CellKind::ReadWriteLock}},
        {"down_write_trylock", {Op::TryDownWrite, CellKind::ReadWriteLock}},
        {"lock_killable", {Op::LockKillable, CellKind::Mutex}}, {"down_read_killable", {Op::DownReadKillable, CellKind::ReadWriteLock}},
        {"down_write_killable", {Op::DownWriteKillable, CellKind::ReadWriteLock}}};
    return ops;
}

} // namespace

Value Compiler::allocate(const Expr& expr)
{
    if (!takes(expr, 1))
        return {m_out.constant(0), unclearType};
    const auto pool = std::find_if(m_layout.pools().begin(), m_layout.pools().end(), [&](const auto& p) { return p.first == expr.kids[0].name; });
    if (pool == m_layout.pools().end()) {
        std::vector<std::string> known;
        for (const auto& entry : m_layout.pools())
            known.push_back(entry.first);
        m_complaints.unknown(expr.kids[0].token, "pool", expr.kids[0].name, known);
        return {m_out.constant(0), unclearType};
    }
    const Address result = m_out.scratch();
    m_out.emit(Op::Allocate, result).field = std::int16_t(pool->second);
    return {result, {CellKind::Pointer, m.pools[std::size_t(pool->second)].type}};
}

Value Compiler::decrementAndTest(const Expr& expr, Context& context)
{
    if (!takes(expr, 1))
        return {m_out.constant(0), unclearType};
    const Place at = place(expr.kids[0], context);
    if (at.field < 0)
        return {m_out.constant(0), unclearType};
    if (m.fields[std::size_t(at.field)].kind != CellKind::Counter)
        m_complaints.at(expr.kids[0].token, "dec_and_test takes a counter");
    if (!m.fields[std::size_t(at.field)].ghost)
        touchesShared(expr.token);
    const Address result = m_out.scratch();
    m_out.emit(Op::DecrementTest, result, at.pointer).field = std::int16_t(at.field);
    return {result, {CellKind::Bool}};
}

Value Compiler::builtIn(const Expr& expr, Context& context)
{
    const Value nothing{m_out.constant(0), unclearType};
    const std::string& name = expr.name;
    if (!isBuiltIn(name)) {
        if (m_flows.find(name))
            m_complaints.at(expr.token, "a call of a flow stands alone, behind '=', in return, or as the whole condition of an if");
        else
            unknownFlow(expr);
        return nothing;
    }
    if (const auto found = lockOps().find(name); found != lockOps().end()) {
        if (const auto at = lockPlace(expr, context, found->second.second))
            m_out.emit(found->second.first, at->pointer).field = std::int16_t(at->field);
        return nothing;
    }
    if (const auto found = tryOps().find(name); found != tryOps().end()) {
        const Address result = m_out.scratch();
        if (const auto at = lockPlace(expr, context, found->second.second))
            m_out.emit(found->second.first, result, at->pointer).field = std::int16_t(at->field);
        return {result, {name.ends_with("_killable") ? CellKind::Int : CellKind::Bool}};
    }
    if (name == "alloc")
        return allocate(expr);
    if (name == "free" || name == "publish" || name == "unlink") {
        if (const auto object = pointerArgument(expr, context)) {
            if (name == "free")
                touchesShared(expr.token);
            m_out.emit(name == "free" ? Op::Free : name == "publish" ? Op::Publish : Op::Unlink, object->address).field = std::int16_t(object->type.pointsTo);
        }
        return nothing;
    }
    if (const auto answer = question(expr, context))
        return *answer;
    if (name == "fput") {
        fput(expr, context);
        return nothing;
    }
    if (name == "freed" || name == "exists") {
        const Address result = m_out.scratch();
        if (const auto object = pointerArgument(expr, context))
            m_out.emit(name == "freed" ? Op::IsFreed : Op::Exists, result, object->address).field = std::int16_t(object->type.pointsTo);
        return {result, {CellKind::Bool}};
    }
    if (name == "dec_and_test")
        return decrementAndTest(expr, context);
    return fire(expr, context);
}

std::optional<Value> Compiler::question(const Expr& expr, Context& context)
{
    if (expr.name != "inside" && expr.name != "picked" && expr.name != "exited")
        return std::nullopt;
    const Value no{m_out.constant(0), {CellKind::Bool}};
    if (!takes(expr, 1))
        return no;
    const Expr& about = expr.kids[0];
    if (expr.name == "picked") {
        if (about.kind != Expr::Kind::Text)
            m_complaints.at(about.token, "picked takes the name of a patch in quotes");
        else if (std::none_of(m_parts.patches.begin(), m_parts.patches.end(), [&](const Patch& p) { return p.id == about.name; }))
            m_complaints.at(about.token, "there is no patch '" + about.name + "'");
        const auto& patches = m_assembly.patches;
        return Value{m_out.constant(std::find(patches.begin(), patches.end(), about.name) != patches.end()), {CellKind::Bool}};
    }
    if (about.kind != Expr::Kind::Name) {
        m_complaints.at(about.token, expr.name == "inside" ? "inside takes the name of a flow" : "exited takes the name of a thread");
        return no;
    }
    if (expr.name == "inside") {
        // Every call is expanded where it stands, so who has called is known here.
        const auto& chain = context.flowChain;
        return Value{m_out.constant(std::find(chain.begin(), chain.end(), about.name) != chain.end()), {CellKind::Bool}};
    }
    const Address result = m_out.scratch();
    m_out.emit(Op::IsDone, result).field = std::int16_t(threadIndex(about.token, about.name));
    touchesShared(expr.token);
    return Value{result, {CellKind::Bool}};
}

void Compiler::fput(const Expr& expr, Context& context)
{
    const auto file = pointerArgument(expr, context);
    if (!file)
        return;
    const int type = file->type.pointsTo;
    const int refs = m_layout.fieldIndex(type, "refs");
    if (m_layout.releaseOf(type).empty() || refs < 0) {
        m_complaints.at(expr.kids[0].token, "fput takes a file: a struct that says 'released by' and has 'counter refs'");
        return;
    }
    touchesShared(expr.token);
    const Address last = m_out.scratch();
    m_out.emit(Op::DecrementTest, last, file->address).field = std::int16_t(refs);
    const auto over = m_out.emitJump(Op::JumpIfZero, last);
    m_out.emit(Op::Store, file->address, m_out.constant(m_thread + 1)).field = std::int16_t(m_layout.fieldIndex(type, "dying"));
    m_out.land(over);
    if (std::find(m_putTypes.begin(), m_putTypes.end(), type) == m_putTypes.end())
        m_putTypes.push_back(type);
}

Value Compiler::fire(const Expr& expr, Context& context)
{
    const Value nothing{m_out.constant(0), unclearType};
    if (expr.kids.size() < 2 || expr.kids.size() > 3) {
        m_complaints.at(expr.token, "fire takes a machine, an event and perhaps a payload");
        return nothing;
    }
    const Place at = place(expr.kids[0], context);
    if (at.field < 0)
        return nothing;
    const Machine* machine = m.fields[std::size_t(at.field)].machine;
    if (!machine) {
        m_complaints.at(expr.kids[0].token, "'" + expr.kids[0].name + "' is no machine");
        return nothing;
    }
    const auto events = machine->events();
    const auto event = std::find_if(events.begin(), events.end(), [&](const MachineEvent& e) { return e.name == expr.kids[1].name; });
    if (event == events.end()) {
        std::vector<std::string> known;
        for (const MachineEvent& e : events)
            known.emplace_back(e.name);
        m_complaints.unknown(expr.kids[1].token, "event of " + std::string(machine->name()), expr.kids[1].name, known);
        return nothing;
    }
    Address payload = m_out.constant(0);
    if (expr.kids.size() == 3)
        payload = expression(expr.kids[2], context).address;
    touchesShared(expr.token);
    const Address result = m_out.scratch();
    Instruction& instruction = m_out.emit(Op::Fire, result, at.pointer, payload);
    instruction.field = std::int16_t(at.field);
    instruction.event = std::uint8_t(event - events.begin());
    return {result, {CellKind::Int}};
}

void Compiler::unknownFlow(const Expr& expr)
{
    std::vector<std::string> known;
    for (const ReadFlow& read : m_flows.all())
        known.push_back(read.flow->name.text);
    m_complaints.unknown(expr.token, "flow", expr.name, known);
}

} // namespace bindlab::compiling
