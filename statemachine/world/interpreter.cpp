#include "world/interpreter.h"

#include "world/object_status.h"

#include <algorithm>

namespace bindlab {

namespace {

constexpr int maxInstructionsPerStep = 100000;
constexpr int maxPrologueSteps = 100'000;

/// What begins a statement but is no step by itself: the call, the choice and the end around it.
bool isFrame(Op op) { return op == Op::EnterCall || op == Op::WaitForOthers || op == Op::Choose || op == Op::ChooseLeft || op == Op::End; }

} // namespace

Interpreter::Interpreter(const Model& model)
    : m_model(model), m_cells(std::size_t(model.memoryCells())), m_useAfterFree(findProperty(model, "I3")), m_waiting(findProperty(model, "I10")),
      m_unguarded(findProperty(model, "I21")), m_errno(findProperty(model, "I13")), m_close(findProperty(model, "L-1"))
{
    std::copy(model.constants.begin(), model.constants.end(), m_cells.data() + m_cells.size() - model.constants.size());
}

void Interpreter::load(std::span<const std::int8_t> state) { std::copy(state.begin(), state.end(), m_cells.data()); }

StepStatus Interpreter::step(int thread, int choice, bool allowTimeOut, StepRecord* record)
{
    const ThreadInfo& info = m_model.threads[std::size_t(thread)];
    int at = pc(thread);
    if (m_model.code[std::size_t(at)].op == Op::End || m_cells.data()[m_model.lost] != 0) {
        m_stepPlace = -1;
        m_blockage = {};
        m_branches = false;
        return StepStatus::NoSuchStep;
    }
    StepStatus status = run(thread, at, choice, allowTimeOut, record);
    if (choice > 0 && !m_chose)
        status = StepStatus::NoSuchStep;
    if (status != StepStatus::Done)
        return status;
    if (isLost()) {
        m_cells[std::size_t(m_model.lost)] = std::int8_t(thread + 1); // memory is lost: the thread stays where it failed, nothing follows
        return status;
    }
    m_cells[std::size_t(info.pc)] = std::int8_t(at & 0xff);
    m_cells[std::size_t(info.pc) + 1] = std::int8_t(at >> 8);
    return status;
}

bool Interpreter::playPrologue()
{
    if (m_model.prologue < 0)
        return true;
    int at = m_model.prologue;
    m_checksGuards = !m_model.prologueIsGiven;
    bool good = true;
    for (int step = 0; good && step < maxPrologueSteps && m_model.code[std::size_t(at)].op != Op::End; ++step)
        good = run(0, at, 0, false, nullptr) == StepStatus::Done && m_findings.empty();
    m_checksGuards = true;
    if (good && m_model.code[std::size_t(at)].op != Op::End) {
        m_blockage.kind = Blockage::Kind::Spins;
        return false;
    }
    return good;
}

StepStatus Interpreter::run(int thread, int& pc, int choice, bool allowTimeOut, StepRecord* record)
{
    m_chose = false;
    m_branches = false;
    m_stepPlace = -1;
    m_blockage = {};
    m_findings.clear();
    m_returned.clear();
    m_wanted.clear();
    Ongoing step{thread, pc, choice, allowTimeOut, record, pc};
    for (int budget = maxInstructionsPerStep;;) {
        const Instruction& i = m_model.code[std::size_t(pc)];
        if (i.begins && step.atomic == 0) {
            if (step.stepped || ((i.op == Op::Choose || i.op == Op::ChooseLeft) && m_chose))
                return StepStatus::Done;
            if (!isFrame(i.op)) {
                step.stepped = true;
                step.begin = pc;
                m_stepPlace = i.place;
            }
        }
        if (--budget < 0) {
            m_blockage.kind = Blockage::Kind::Spins;
            return StepStatus::Blocked;
        }
        ++pc;
        if (computes(i, pc))
            continue;
        switch (execute(step, i)) {
        case Going::On: break;
        case Going::Done: return StepStatus::Done;
        case Going::Blocked: return StepStatus::Blocked;
        case Going::NoSuchStep: return StepStatus::NoSuchStep;
        }
    }
}

bool Interpreter::isLost() const
{
    return std::any_of(m_findings.begin(), m_findings.end(), [](const RawFinding& f) { return f.fatal(); });
}

inline bool Interpreter::computes(const Instruction& i, int& pc)
{
    const auto cell = [&](Address address) { return m_cells[std::size_t(address)]; };
    switch (i.op) {
    case Op::Nop: return true;
    case Op::Move: cell(i.a) = cell(i.b); return true;
    case Op::Add: cell(i.a) = std::int8_t(cell(i.b) + cell(i.c)); return true;
    case Op::Subtract: cell(i.a) = std::int8_t(cell(i.b) - cell(i.c)); return true;
    case Op::Equal: cell(i.a) = cell(i.b) == cell(i.c); return true;
    case Op::NotEqual: cell(i.a) = cell(i.b) != cell(i.c); return true;
    case Op::Less: cell(i.a) = cell(i.b) < cell(i.c); return true;
    case Op::LessEqual: cell(i.a) = cell(i.b) <= cell(i.c); return true;
    case Op::Not: cell(i.a) = cell(i.b) == 0; return true;
    case Op::Jump: pc = i.target; return true;
    case Op::JumpIfZero:
        if (cell(i.a) == 0)
            pc = i.target;
        return true;
    case Op::JumpIfNot:
        if (cell(i.a) != 0)
            pc = i.target;
        return true;
    case Op::IsFreed:
    case Op::Exists: {
        const int value = cell(i.b);
        const int object = m_model.types[std::size_t(i.field)].firstObject + value - 1;
        const std::int8_t status = value <= 0 ? std::int8_t(0) : cell(Address(m_model.objects[std::size_t(object)].status));
        cell(i.a) = i.op == Op::IsFreed ? value > 0 && (status == statusFreed || status == 0) : status != 0 && status != statusFreed;
        return true;
    }
    default: return false;
    }
}

Interpreter::Going Interpreter::execute(Ongoing& step, const Instruction& i)
{
    switch (i.op) {
    case Op::Load: return load(step, i);
    case Op::Store:
    case Op::Increment:
    case Op::Decrement:
    case Op::DecrementTest: return change(step, i);
    case Op::Lock:
    case Op::DownRead:
    case Op::DownWrite: return lock(step, i);
    case Op::LockKillable:
    case Op::DownReadKillable:
    case Op::DownWriteKillable: return lockKillable(step, i);
    case Op::TryLock:
    case Op::TryDownRead:
    case Op::TryDownWrite: return tryLock(step, i);
    case Op::Unlock:
    case Op::UpRead:
    case Op::UpWrite: return unlock(step, i);
    case Op::Allocate: return allocate(i, step.thread, step.record) ? Going::On : Going::Done;
    case Op::Free: return free(step, i);
    case Op::Publish: return setStatus(step, i, statusLive, EffectKind::Published);
    case Op::Unlink: return setStatus(step, i, statusUnlinked, EffectKind::Unlinked);
    case Op::Fire: return fire(step, i);
    case Op::Choose: return choose(step, i);
    case Op::ChooseLeft: return chooseLeft(step, i);
    case Op::Wait: return waitFor(step, i);
    case Op::WaitOrTimeOut: return waitOrTimeOut(step, i);
    case Op::WaitForOthers: return waitForOthers(step);
    case Op::EnterCall: noteOverlap(step.thread); return Going::On;
    case Op::ReturnFromCall: return returnFromCall(step, i);
    case Op::Kill: kill(i.field); return Going::On;
    case Op::IsDone: m_cells[std::size_t(i.a)] = isDone(i.field); return Going::On;
    case Op::Broken: tellBroken(step, i); return Going::On;
    case Op::Clear: m_cells.fill(std::size_t(i.a), i.b, 0); return Going::On;
    case Op::Warn: warn(step, i); return Going::On;
    case Op::AtomicBegin: ++step.atomic; return Going::On;
    case Op::AtomicEnd: --step.atomic; return Going::On;
    case Op::End: --step.pc; return step.stepped || m_chose ? Going::Done : Going::NoSuchStep;
    default: return Going::On; // computes() has done it
    }
}

Interpreter::Going Interpreter::choose(Ongoing& step, const Instruction& i)
{
    return goTo(step, i, m_chose ? 0 : step.choice);
}

Interpreter::Going Interpreter::chooseLeft(Ongoing& step, const Instruction& i)
{
    int left = m_chose ? 0 : step.choice;
    int taken = 0;
    while (taken < i.field && (m_cells[std::size_t(i.a + taken)] != 0 || left-- > 0))
        ++taken;
    return goTo(step, i, taken);
}

Interpreter::Going Interpreter::goTo(Ongoing& step, const Instruction& i, int taken)
{
    m_branches = true;
    if (taken >= i.field)
        return Going::NoSuchStep;
    m_chose = true;
    if (const std::string& name = m_model.messages[std::size_t(i.target + taken)]; !name.empty())
        tell(step.record, EffectKind::Chose, name);
    step.pc += taken; // the jumps to the alternatives follow
    return Going::On;
}

Interpreter::Going Interpreter::waitFor(Ongoing& step, const Instruction& i)
{
    if (m_cells[std::size_t(i.a)] == 0) {
        m_blockage = {Blockage::Kind::Condition, -1, -1, i.op == Op::WaitOrTimeOut};
        return Going::Blocked;
    }
    note(step.record, EffectKind::Waited, -1, -1);
    return Going::On;
}

Interpreter::Going Interpreter::waitOrTimeOut(Ongoing& step, const Instruction& i)
{
    m_branches = true;
    if (step.choice != 1 || m_chose)
        return waitFor(step, i);
    m_chose = true;
    if (!step.allowTimeOut || m_cells[std::size_t(i.a)] != 0)
        return Going::NoSuchStep;
    note(step.record, EffectKind::TimedOut, -1, -1);
    step.pc = i.target;
    return Going::On;
}

Interpreter::Going Interpreter::waitForOthers(const Ongoing& step)
{
    for (int t = 0; t < int(m_model.threads.size()); ++t)
        if (t != step.thread && !isDone(t)) {
            m_blockage.kind = Blockage::Kind::Others;
            return Going::Blocked;
        }
    return Going::On;
}

void Interpreter::tellBroken(const Ongoing& step, const Instruction& i)
{
    find(RawFinding::Kind::Told, step.thread, -1, -1, i);
    m_findings.back().property = i.field;
    m_findings.back().part = i.event;
    m_findings.back().rule = i.a < 0 ? std::int16_t(-1) : std::int16_t(m_cells[std::size_t(i.a)]);
    m_findings.back().message = std::int16_t(i.target);
}

void Interpreter::warn(const Ongoing& step, const Instruction& i)
{
    m_cells[std::size_t(m_model.warned)] = 1;
    tell(step.record, EffectKind::Warned, m_model.messages[std::size_t(i.field)]);
}

void Interpreter::evaluate(int begin)
{
    // Straight code of a property: no step ends, nothing is found, what does not exist reads as 0.
    for (int pc = begin;;) {
        const Instruction& i = m_model.code[std::size_t(pc++)];
        if (computes(i, pc))
            continue;
        if (i.op != Op::Load)
            return;
        const int object = objectAt(i.b, m_model.fields[std::size_t(i.field)].type, i, 0, true);
        m_cells[std::size_t(i.a)] = object < 0 ? std::int8_t(0) : m_cells[std::size_t(m_model.address(object, i.field))];
    }
}

bool Interpreter::truth(const Formula& formula)
{
    evaluate(formula.begin);
    return m_cells[std::size_t(formula.result)] != 0;
}

} // namespace bindlab
