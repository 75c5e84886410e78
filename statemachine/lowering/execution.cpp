#include "lowering/execution.h"

#include "flow/errno_names.h"
#include "lowering/arithmetic.h"
#include "world/object_status.h"

#include <algorithm>
#include <utility>

namespace bindlab::lowering {

namespace {

constexpr int maxInstructionsPerStep = 20000;
constexpr int largestJoined = 60;   ///< words of a value that is chosen between two ways

} // namespace

template <typename Does>
Execution::Going Execution::withObject(Path& path, int pointer, int type, Does does)
{
    const int object = m_memory.objectAt(path, pointer, type);
    if (object < 0)
        return Going::Done;
    does(object);
    return Going::On;
}

Execution::Going Execution::followOne(Path& path)
{
    const Instruction& i = m_model.code[std::size_t(path.pc)];
    if (i.begins && path.atomic == 0) {
        if (path.stepped || ((i.op == Op::Choose || i.op == Op::ChooseLeft) && path.chose))
            return Going::Done;
        if (i.op != Op::EnterCall && i.op != Op::WaitForOthers && i.op != Op::Choose && i.op != Op::ChooseLeft && i.op != Op::End) {
            path.stepped = true;
            path.begin = path.pc;
            path.place = i.place;
        }
    }
    return ++path.instructions > maxInstructionsPerStep ? Going::Blocked : execute(path, i);
}

Execution::Going Execution::execute(Path& path, const Instruction& i)
{
    ++path.pc;
    if (computes(m_terms, m_memory, path, i))
        return Going::On;
    switch (i.op) {
    case Op::Jump: path.pc = i.target; return Going::On;
    case Op::JumpIfZero:
    case Op::JumpIfNot: return branch(path, i);
    case Op::Load: return load(path, i);
    case Op::Store:
    case Op::Increment:
    case Op::Decrement:
    case Op::DecrementTest: return change(path, i);
    case Op::Lock:
    case Op::DownRead:
    case Op::DownWrite: return lock(path, i, false);
    case Op::LockKillable:
    case Op::DownReadKillable:
    case Op::DownWriteKillable: return lock(path, i, true);
    case Op::TryLock:
    case Op::TryDownRead:
    case Op::TryDownWrite: return tryLock(path, i);
    case Op::Unlock:
    case Op::UpRead:
    case Op::UpWrite: return withObject(path, i.a, typeOf(i), [&](int object) { m_locks.giveBack(path, i, object); });
    case Op::Allocate: return m_objects.allocate(path, i) ? Going::On : Going::Done;
    case Op::Free: return m_objects.free(path, i) ? Going::On : Going::Done;
    case Op::Publish: return withObject(path, i.a, i.field, [&](int object) { setStatus(path, object, statusLive); });
    case Op::Unlink: return withObject(path, i.a, i.field, [&](int object) { setStatus(path, object, statusUnlinked); });
    case Op::Fire: return withObject(path, i.b, typeOf(i), [&](int object) { m_machines.fire(path, i, object); });
    case Op::Choose: return choose(path, i);
    case Op::ChooseLeft: return chooseLeft(path, i);
    case Op::Wait: return waitFor(path, i);
    case Op::WaitOrTimeOut: return waitOrTimeOut(path, i);
    case Op::WaitForOthers: return waitForOthers(path);
    case Op::EnterCall: m_calls.noteOverlap(path); return Going::On;
    case Op::ReturnFromCall: return leaveCall(path, i);
    case Op::Kill: m_calls.kill(path, i.field); return Going::On;
    case Op::IsDone: m_memory.write(path, i.a, m_memory.readCell(path, m_out.isDone(i.field))); return Going::On;
    case Op::Broken: m_memory.breaks(path, i.field, m_terms.number(1)); return Going::On;
    case Op::Clear:
        for (int k = 0; k < i.b; ++k)
            m_memory.write(path, i.a + k, m_terms.number(0));
        return Going::On;
    case Op::Warn: m_memory.writeCell(path, m_model.warned, m_terms.number(1)); return Going::On;
    case Op::AtomicBegin: ++path.atomic; return Going::On;
    case Op::AtomicEnd: --path.atomic; return Going::On;
    case Op::End:
        --path.pc;
        return path.stepped || path.chose ? Going::Done : Going::NoStep;
    default: throw Obstacle{"an instruction has no counterpart"};
    }
}

void Execution::setStatus(Path& path, int object, std::int8_t status)
{
    m_memory.writeCell(path, m_memory.statusCell(object), m_terms.number(status));
}

Execution::Going Execution::branch(Path& path, const Instruction& i)
{
    const int truth = m_terms.truth(m_memory.read(path, i.a));
    if (!m_known.decided(path, truth) && joinWays(path, i.op == Op::JumpIfZero ? truth : m_terms.inverse(truth), i.target))
        return Going::On;
    if (m_known.holds(path, truth) == (i.op == Op::JumpIfNot))
        path.pc = i.target;
    return Going::On;
}

Execution::Going Execution::load(Path& path, const Instruction& i)
{
    if (i.quiet) {
        m_memory.write(path, i.a, m_memory.load(path, i));
        return Going::On;
    }
    return withObject(path, i.b, typeOf(i), [&](int object) {
        if (!m_model.fields[std::size_t(i.field)].constant)
            m_locks.checkGuard(path, object, i.field, false);
        m_memory.write(path, i.a, m_memory.readCell(path, m_model.address(object, i.field)));
    });
}

Execution::Going Execution::change(Path& path, const Instruction& i)
{
    return withObject(path, i.op == Op::DecrementTest ? i.b : i.a, typeOf(i), [&](int object) {
        if (!i.quiet)
            m_locks.checkGuard(path, object, i.field, true);
        const int cell = m_model.address(object, i.field);
        const int before = m_memory.readCell(path, cell);
        const int one = m_terms.number(1);
        const int value = i.op == Op::Store ? m_memory.read(path, i.b) : i.op == Op::Increment ? m_terms.add(before, one) : m_terms.subtract(before, one);
        m_memory.writeCell(path, cell, value);
        if (i.op == Op::DecrementTest)
            m_memory.write(path, i.a, m_terms.inverse(value));
    });
}

Execution::Going Execution::lock(Path& path, const Instruction& i, bool killable)
{
    switch (m_locks.take(path, i, killable ? i.b : i.a)) {
    case LockSteps::Taking::Blocked:
        if (!killable || !m_calls.isKilled(path))
            return Going::Blocked;
        m_memory.write(path, i.a, m_terms.number(-errnoValue("EINTR")));
        return Going::On;
    case LockSteps::Taking::Queued: path.pc = path.begin; return Going::Done;
    case LockSteps::Taking::Lost: return Going::Done;
    default: break;
    }
    if (killable)
        m_memory.write(path, i.a, m_terms.number(0));
    return Going::On;
}

Execution::Going Execution::tryLock(Path& path, const Instruction& i)
{
    const LockSteps::Taking taking = m_locks.take(path, i, i.b);
    if (taking == LockSteps::Taking::Lost)
        return Going::Done;
    m_memory.write(path, i.a, m_terms.number(taking == LockSteps::Taking::Taken));
    return Going::On;
}

Execution::Going Execution::choose(Path& path, const Instruction& i)
{
    m_alternatives = std::max(m_alternatives, int(i.field));
    const int taken = path.chose ? 0 : path.choice;
    return goTo(path, i, taken);
}

Execution::Going Execution::chooseLeft(Path& path, const Instruction& i)
{
    m_alternatives = std::max(m_alternatives, int(i.field));
    int left = path.chose ? 0 : path.choice;
    int taken = 0;
    while (taken < i.field && (m_known.holds(path, m_memory.read(path, i.a + taken)) || left-- > 0))
        ++taken;
    return goTo(path, i, taken);
}

Execution::Going Execution::goTo(Path& path, const Instruction& i, int taken)
{
    if (taken >= i.field)
        return Going::NoStep;
    path.chose = true;
    path.pc += taken;
    return Going::On;
}

Execution::Going Execution::waitFor(Path& path, const Instruction& i)
{
    return m_known.holds(path, m_memory.read(path, i.a)) ? Going::On : Going::Blocked;
}

Execution::Going Execution::waitOrTimeOut(Path& path, const Instruction& i)
{
    m_alternatives = std::max(m_alternatives, 2);
    if (path.choice != 1 || path.chose)
        return waitFor(path, i);
    if (m_known.holds(path, m_memory.read(path, i.a)))
        return Going::NoStep;
    path.chose = true;
    path.timeOut = true;
    path.pc = i.target;
    return Going::On;
}

Execution::Going Execution::waitForOthers(Path& path)
{
    for (int t = 0; t < int(m_model.threads.size()); ++t)
        if (t != path.thread && !m_known.holds(path, m_memory.readCell(path, m_out.isDone(t))))
            return Going::Blocked;
    return Going::On;
}

Execution::Going Execution::leaveCall(Path& path, const Instruction& i)
{
    const bool ends = m_calls.isKilled(path);
    m_calls.leave(path, i);
    if (!path.stepped) {
        path.stepped = true;
        path.place = i.place;
    }
    if (ends)
        path.pc = m_model.threads[std::size_t(path.thread)].end;
    return Going::On;
}

bool Execution::joinWays(Path& path, int condition, int target)
{
    Path one = path;    // goes on
    Path other = path;  // jumps
    other.pc = target;
    if (target <= path.pc || !m_known.assume(one, condition, true) || !m_known.assume(other, condition, false))
        return false;
    if (!computeUntil(one, target) || (one.pc > target && !computeUntil(other, one.pc)) || one.pc != other.pc)
        return false;
    std::map<int, int> memory = path.memory;
    for (const auto* way : {&one, &other})
        for (const auto& [address, term] : way->memory) {
            const auto value = [&, address = address](const Path& from, const Path& otherwise) {
                const auto written = from.memory.find(address);
                if (written != from.memory.end())
                    return written->second;
                return address < m_model.stateBytes ? m_memory.read(path, address) : otherwise.memory.at(address);
            };
            const int joined = m_terms.either(condition, value(one, other), value(other, one));
            if (sizeOf(joined) > largestJoined)
                return false;
            memory[address] = joined;
        }
    path.broken = brokenByEither(m_terms, condition, one.broken, other.broken);
    path.memory = std::move(memory);
    path.pc = one.pc;
    path.instructions = std::max(one.instructions, other.instructions);
    return true;
}

bool Execution::computeUntil(Path& path, int end)
{
    try {
        while (path.pc < end) {
            const Instruction& i = m_model.code[std::size_t(path.pc)];
            const bool isPlain = i.op <= Op::Store || i.op == Op::IsFreed || i.op == Op::Exists || i.op == Op::Clear || i.op == Op::Broken;
            if (!isPlain || (i.begins && path.atomic == 0) || (i.op == Op::Jump && i.target <= path.pc) || execute(path, i) != Going::On)
                return false;
        }
    } catch (const Fork&) {
        return false;
    } catch (const Unreal&) {
        return false;
    }
    return !path.lost;
}

int Execution::sizeOf(int term)
{
    if (const auto known = m_sizes.find(term); known != m_sizes.end())
        return known->second;
    const Terms::Term t = m_terms[term];
    int size = 1;
    if (t.kind >= Terms::Kind::Add)
        size += sizeOf(t.a);
    if (t.kind >= Terms::Kind::Add && t.kind != Terms::Kind::Not)
        size += sizeOf(t.b);
    if (t.kind == Terms::Kind::Either)
        size += sizeOf(t.c);
    return m_sizes[term] = std::min(size, 1000000);
}

} // namespace bindlab::lowering
