#include "world/interpreter.h"

#include "world/lock_cells.h"
#include "world/object_status.h"

#include "flow/errno_names.h"

#include <algorithm>
#include <array>

namespace bindlab {

namespace {

constexpr int maxInstructionsPerStep = 100000;
constexpr std::size_t maxMachineCells = 64;
constexpr int maxPrologueSteps = 100'000;

} // namespace

std::int16_t findProperty(const Model& model, std::string_view id)
{
    for (std::size_t i = 0; i < model.properties.size(); ++i)
        if (model.properties[i].id == id)
            return std::int16_t(i);
    return -1;
}

bool inUserSpace(const Model& model, int instruction)
{
    const Instruction& next = model.code[std::size_t(instruction)];
    switch (next.op) {
    case Op::EnterCall:
    case Op::WaitForOthers:
    case Op::End:
        return true;
    default: // between calls
        return next.place >= 0 && model.contexts[std::size_t(model.places[std::size_t(next.place)].context)].flow < 0;
    }
}

Interpreter::Interpreter(const Model& model)
    : m_model(model), m_cells(std::size_t(model.memoryCells())), m_useAfterFree(findProperty(model, "I3")), m_waiting(findProperty(model, "I10")),
      m_unguarded(findProperty(model, "I21")), m_errno(findProperty(model, "I13")), m_close(findProperty(model, "L-1"))
{
    std::copy(model.constants.begin(), model.constants.end(), m_cells.data() + m_cells.size() - model.constants.size());
}

void Interpreter::load(std::span<const std::int8_t> state) { std::copy(state.begin(), state.end(), m_cells.data()); }

namespace {

int pcOf(const Model& model, const std::int8_t* cells, int thread)
{
    const auto at = std::size_t(model.threads[std::size_t(thread)].pc);
    return int(std::uint8_t(cells[at])) | int(std::uint8_t(cells[at + 1])) << 8;
}

/// Whether a local that lives where the thread stands points to this object of that struct.
template <typename CellsOf>
bool namesSlot(const Model& model, CellsOf&& cells, int place, int type, int slot)
{
    int context = place < 0 ? -1 : model.places[std::size_t(place)].context;
    for (; context >= 0; context = model.contexts[std::size_t(context)].caller)
        for (const auto& local : model.contexts[std::size_t(context)].locals)
            if (local.kind == CellKind::Pointer && local.pointsTo == type && local.address < model.stateBytes && cells[std::size_t(local.address)] == slot)
                return true;
    return false;
}

/// Whether the thread holds the lock in this cell: a mutex, an rwsem for writing or for reading.
bool holds(const std::int8_t* cells, int cell, bool readWrite, int thread)
{
    return cells[cell] == thread + 1 || (readWrite && (bits(cells + cell + readersCell) >> thread & 1u));
}

} // namespace

std::int8_t answerTo(const Model& model, const Footprint::Question& question, const std::int8_t* cells)
{
    const auto next = [&]() -> const Instruction& { return model.code[std::size_t(pcOf(model, cells, question.at))]; };
    switch (question.kind) {
    case Footprint::Question::Kind::Cell: return cells[question.at];
    case Footprint::Question::Kind::IsDone: return next().op == Op::End;
    case Footprint::Question::Kind::InUserSpace: return inUserSpace(model, pcOf(model, cells, question.at));
    case Footprint::Question::Kind::Holds: return holds(cells, question.at, question.type != 0, question.slot);
    case Footprint::Question::Kind::Names: return namesSlot(model, cells, next().place, question.type, question.slot);
    }
    return 0;
}

bool Interpreter::ask(const Footprint::Question& question) const
{
    const bool answer = answerTo(m_model, question, m_cells.data()) != 0;
    if (Footprint* footprint = m_cells.footprint()) {
        // What this very step has written is no question to the state before it.
        const bool ofLock = question.kind == Footprint::Question::Kind::Holds;
        const auto first = std::size_t(ofLock ? question.at : m_model.threads[std::size_t(question.at)].pc);
        const std::size_t cells = ofLock ? question.type != 0 ? std::size_t(readersCell) + 2 : 1 : 2;
        std::size_t written = 0;
        for (std::size_t cell = first; cell < first + cells; ++cell)
            written += footprint->wasWritten(cell);
        if (written == 0)
            footprint->ask(question, answer);
        else if (written < cells)
            for (std::size_t cell = first; cell < first + cells; ++cell)
                footprint->read(cell, m_cells.data()[cell]);
    }
    return answer;
}

int Interpreter::pc(int thread) const { return pcOf(m_model, m_cells.data(), thread); }

bool Interpreter::inUserSpace(int thread) const { return ask({Footprint::Question::Kind::InUserSpace, 0, std::int16_t(thread), 0}); }

bool Interpreter::isDone(int thread) const { return ask({Footprint::Question::Kind::IsDone, 0, std::int16_t(thread), 0}); }

bool Interpreter::atRest() const
{
    for (int t = 0; t < int(m_model.threads.size()); ++t)
        if (!inUserSpace(t))
            return false;
    return true;
}

bool Interpreter::ended() const
{
    for (int t = 0; t < int(m_model.threads.size()); ++t)
        if (!isDone(t))
            return false;
    return true;
}

void Interpreter::find(RawFinding::Kind kind, int thread, int object, int field, const Instruction& instruction)
{
    RawFinding finding;
    finding.kind = kind;
    finding.thread = std::int16_t(thread);
    finding.object = std::int16_t(object);
    finding.field = std::int16_t(field);
    finding.place = instruction.place;
    finding.property = kind == RawFinding::Kind::Unguarded ? m_unguarded
        : kind <= RawFinding::Kind::DoubleFree || kind == RawFinding::Kind::NoFreeSlot ? m_useAfterFree : m_waiting;
    m_findings.push_back(finding);
}

void Interpreter::note(StepRecord* record, EffectKind kind, int object, int field, std::string before, std::string after)
{
    if (!record)
        return;
    Effect effect;
    effect.kind = kind;
    effect.object = object;
    if (field >= 0) {
        const FieldInfo& info = m_model.fields[std::size_t(field)];
        effect.name = info.name;
        if (info.kind == CellKind::Mutex || info.kind == CellKind::ReadWriteLock)
            for (std::size_t i = 0; i < m_model.locks.size(); ++i)
                if (m_model.locks[i].object == object && m_model.locks[i].field == field)
                    effect.lock = int(i);
        if (info.kind == CellKind::Machine)
            for (std::size_t i = 0; i < m_model.machineFields.size(); ++i)
                if (m_model.machineFields[i].object == object && m_model.machineFields[i].field == field)
                    effect.machine = int(i);
    }
    effect.before = std::move(before);
    effect.after = std::move(after);
    record->effects.push_back(std::move(effect));
}

/// The object a pointer cell names; -1, and a finding, when there is none that may be touched.
int Interpreter::objectAt(Address pointer, int type, const Instruction& instruction, int thread, bool quiet)
{
    const int value = m_cells[std::size_t(pointer)];
    if (value <= 0) {
        if (!quiet)
            find(RawFinding::Kind::NullPointer, thread, -1, -1, instruction);
        return -1;
    }
    const int object = m_model.types[std::size_t(type)].firstObject + value - 1;
    const std::int8_t status = m_cells[std::size_t(m_model.objects[std::size_t(object)].status)];
    if (status == 0 || status == statusFreed) {
        if (!quiet)
            find(RawFinding::Kind::UseAfterFree, thread, object, -1, instruction);
        return -1;
    }
    return object;
}

void Interpreter::checkGuard(int thread, int object, const FieldInfo& field, int fieldIndex, bool write, const Instruction& instruction)
{
    if (field.guardLock < 0 || !m_checksGuards || (field.guardForWrites && !write))
        return;
    if (m_cells[std::size_t(m_model.objects[std::size_t(object)].status)] != statusLive)
        return; // not yet published, or already unlinked
    int owner = field.guardObject >= 0 ? field.guardObject : object;
    for (const int step : field.guardPath) {
        const FieldInfo& link = m_model.fields[std::size_t(step)];
        const int value = m_cells[std::size_t(m_model.address(owner, step))];
        if (value <= 0) {
            owner = -1;
            break;
        }
        owner = m_model.types[std::size_t(link.pointsTo)].firstObject + value - 1;
    }
    if (owner >= 0) {
        const auto cell = std::size_t(m_model.address(owner, field.guardLock));
        if (holderOf(m_cells[cell]) == thread)
            return;
        if (m_model.fields[std::size_t(field.guardLock)].kind == CellKind::ReadWriteLock && !write && (bitsAt(cell + readersCell) >> thread & 1u))
            return;
    }
    find(RawFinding::Kind::Unguarded, thread, object, fieldIndex, instruction);
}

unsigned Interpreter::bitsAt(std::size_t cell)
{
    const std::array<std::int8_t, 2> both{m_cells[cell], m_cells[cell + 1]};
    return bits(both.data());
}

void Interpreter::setBitsAt(std::size_t cell, unsigned value)
{
    std::array<std::int8_t, 2> both{};
    setBits(both.data(), value);
    m_cells[cell] = both[0];
    m_cells[cell + 1] = both[1];
}

void Interpreter::save(std::size_t cell, std::span<const std::uint8_t> values)
{
    for (std::size_t n = 0; n < values.size(); ++n)
        m_cells[cell + n] = std::int8_t(values[n]);
}

/// False when the thread has to wait. `taken` is false when a try failed or a writer has only queued up.
bool Interpreter::takeLock(const Instruction& instruction, Address pointer, int thread, StepRecord* record, bool& taken)
{
    const FieldInfo& field = m_model.fields[std::size_t(instruction.field)];
    const int object = objectAt(pointer, field.type, instruction, thread, false);
    taken = false;
    if (object < 0)
        return true;
    const auto lock = std::size_t(m_model.address(object, instruction.field));
    const unsigned self = 1u << thread;
    const bool isRead = instruction.op == Op::DownRead || instruction.op == Op::TryDownRead || instruction.op == Op::DownReadKillable;
    const bool isTry = instruction.op == Op::TryLock || instruction.op == Op::TryDownRead || instruction.op == Op::TryDownWrite;
    if (!isTry)
        m_wanted.push_back({std::int16_t(object), std::int16_t(instruction.field)});
    bool isFree = m_cells[lock] == 0;
    EffectKind kind = EffectKind::Locked;
    if (field.kind == CellKind::ReadWriteLock) {
        const unsigned readers = bitsAt(lock + readersCell);
        const unsigned waiters = bitsAt(lock + waitersCell);
        if (isRead) {
            isFree = isFree && waiters == 0 && !(readers & self);
            kind = EffectKind::ReadLocked;
            if (isFree)
                setBitsAt(lock + readersCell, readers | self);
        } else {
            isFree = isFree && readers == 0;
            if (isFree) {
                m_cells[lock] = std::int8_t(thread + 1);
                setBitsAt(lock + waitersCell, waiters & ~self);
            } else if (!isTry && !(waiters & self)) {
                // A writer that waits keeps new readers out: that it waits is part of the state.
                setBitsAt(lock + waitersCell, waiters | self);
                note(record, EffectKind::Queued, object, instruction.field);
                return true;
            }
        }
    } else if (isFree) {
        m_cells[lock] = std::int8_t(thread + 1);
    }
    if (isFree) {
        taken = true;
        note(record, kind, object, instruction.field);
        return true;
    }
    if (isTry)
        return true;
    m_blockage = {Blockage::Kind::Lock, object, instruction.field, false};
    return false;
}

bool Interpreter::allocate(const Instruction& instruction, int thread, StepRecord* record)
{
    const PoolInfo& pool = m_model.pools[std::size_t(instruction.field)];
    const TypeInfo& type = m_model.types[std::size_t(pool.type)];
    for (int slot = pool.first; slot < pool.first + pool.count; ++slot) {
        const int object = type.firstObject + slot - 1;
        const auto begin = std::size_t(m_model.objects[std::size_t(object)].status);
        const std::int8_t status = m_cells[begin];
        if (status != 0 && status != statusFreed)
            continue;
        if (status == statusFreed) {
            // A slot is not used again while any pointer still names it.
            bool named = false;
            for (const auto& ref : m_model.pointers)
                named = named || (m_model.fields[std::size_t(ref.field)].pointsTo == pool.type
                                  && m_cells[std::size_t(m_model.address(ref.object, ref.field))] == slot);
            for (int t = 0; t < int(m_model.threads.size()); ++t)
                named = named || (t == thread ? namesSlot(m_model, m_cells, instruction.place, pool.type, slot)
                                              : ask({Footprint::Question::Kind::Names, std::int8_t(slot), std::int16_t(t), std::int16_t(pool.type)}));
            if (named)
                continue;
        }
        m_cells.fill(begin, type.cells, 0);
        m_cells[begin] = statusPrivate;
        for (const int f : type.fields) {
            const FieldInfo& field = m_model.fields[std::size_t(f)];
            if (field.machine) {
                std::array<std::uint8_t, maxMachineCells> saved{};
                field.machine->initial(std::span(saved).first(std::size_t(field.cells)));
                save(std::size_t(m_model.address(object, f)), std::span(saved).first(std::size_t(field.cells)));
            }
        }
        m_cells[std::size_t(instruction.a)] = std::int8_t(slot);
        note(record, EffectKind::Allocated, object, -1);
        return true;
    }
    find(RawFinding::Kind::NoFreeSlot, thread, -1, -1, instruction);
    return false;
}

bool Interpreter::insideRelease(int place) const
{
    int context = place < 0 ? -1 : m_model.places[std::size_t(place)].context;
    for (; context >= 0; context = m_model.contexts[std::size_t(context)].caller)
        if (std::find(m_model.releaseFlows.begin(), m_model.releaseFlows.end(), m_model.contexts[std::size_t(context)].flow) != m_model.releaseFlows.end())
            return true;
    return false;
}

/// In user space it is gone at once; in a call it goes on until the call returns.
void Interpreter::kill(int thread)
{
    const ThreadInfo& info = m_model.threads[std::size_t(thread)];
    if (inUserSpace(thread)) {
        m_cells[std::size_t(info.pc)] = std::int8_t(info.end & 0xff);
        m_cells[std::size_t(info.pc) + 1] = std::int8_t(info.end >> 8);
    } else {
        m_cells[std::size_t(info.killed)] = 1;
    }
}

void Interpreter::noteOverlap(int thread)
{
    if (m_model.threads[std::size_t(thread)].overlapped < 0)
        return;
    for (int other = 0; other < int(m_model.threads.size()); ++other)
        if (other != thread && !inUserSpace(other)) {
            m_cells[std::size_t(m_model.threads[std::size_t(other)].overlapped)] = 1;
            m_cells[std::size_t(m_model.threads[std::size_t(thread)].overlapped)] = 1;
        }
}

void Interpreter::leaveCall(const Instruction& instruction, int thread, StepRecord* record)
{
    const bool hasValue = instruction.a >= 0;
    const int value = hasValue ? m_cells[std::size_t(instruction.a)] : 0;
    m_returned.push_back({instruction.field, value, hasValue});
    if (m_model.threads[std::size_t(thread)].overlapped >= 0)
        m_cells[std::size_t(m_model.threads[std::size_t(thread)].overlapped)] = 0;
    const CallInfo& call = m_model.calls[std::size_t(instruction.field)];
    if (m_errno >= 0 && call.namesErrnos && value != 0 && std::find(call.errnos.begin(), call.errnos.end(), value) == call.errnos.end()) {
        find(RawFinding::Kind::Errno, thread, -1, -1, instruction);
        m_findings.back().property = m_errno;
        m_findings.back().part = instruction.field;
        m_findings.back().rule = std::int16_t(value);
    }
    if (record) {
        Effect effect;
        effect.kind = EffectKind::Returned;
        effect.name = m_model.calls[std::size_t(instruction.field)].name;
        effect.after = hasValue ? numberText(value) : std::string();
        record->effects.push_back(std::move(effect));
    }
    for (const auto& lock : m_model.locks) {
        const int cell = m_model.address(lock.object, lock.field);
        const bool readWrite = m_model.fields[std::size_t(lock.field)].kind == CellKind::ReadWriteLock;
        if (!ask({Footprint::Question::Kind::Holds, std::int8_t(thread), std::int16_t(cell), std::int16_t(readWrite)}))
            continue;
        if (m_cells[std::size_t(cell)] == thread + 1)
            m_cells[std::size_t(cell)] = std::int8_t(thread + 1 + leakedLock);
        find(RawFinding::Kind::HeldOnReturn, thread, lock.object, lock.field, instruction);
    }
}

/// Arithmetic, jumps and questions about pointers: what flows and properties have in common. False for anything else.
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

StepStatus Interpreter::run(int thread, int& pc, int choice, bool allowTimeOut, StepRecord* record)
{
    bool stepped = false;
    bool& chose = m_chose;
    chose = false;
    m_branches = false;
    int atomic = 0;
    int budget = maxInstructionsPerStep;
    int begin = pc;   // of the statement that is the step
    m_stepPlace = -1;
    m_blockage = {};
    m_findings.clear();
    m_returned.clear();
    m_wanted.clear();
    auto& cells = m_cells;
    const auto cell = [&](Address address) { return cells[std::size_t(address)]; };
    const auto lost = [&] { return std::any_of(m_findings.begin(), m_findings.end(), [](const RawFinding& f) { return f.fatal(); }); };

    while (true) {
        const Instruction& i = m_model.code[std::size_t(pc)];
        if (i.begins && atomic == 0) {
            if (stepped)
                break;
            if ((i.op == Op::Choose || i.op == Op::ChooseLeft) && chose)
                break;
            if (i.op != Op::EnterCall && i.op != Op::WaitForOthers && i.op != Op::Choose && i.op != Op::ChooseLeft && i.op != Op::End) {
                stepped = true;
                begin = pc;
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
        switch (i.op) {
        case Op::Load: {
            const FieldInfo& field = m_model.fields[std::size_t(i.field)];
            const int object = objectAt(i.b, field.type, i, thread, i.quiet);
            if (object < 0 && i.quiet) {
                cell(i.a) = 0;
                break;
            }
            if (object < 0)
                return StepStatus::Done;
            if (!field.constant && !i.quiet)
                checkGuard(thread, object, field, i.field, false, i);
            const std::int8_t value = cells[std::size_t(m_model.address(object, i.field))];
            cell(i.a) = value;
            if (record && !field.constant && !field.ghost && !i.quiet)
                note(record, EffectKind::Read, object, i.field, {},
                     field.machine ? std::string(field.machine->states()[std::size_t(value)].name)
                                   : valueText(m_model, field.kind, field.pointsTo, field.enumeration, value));
            break;
        }
        case Op::Store:
        case Op::Increment:
        case Op::Decrement:
        case Op::DecrementTest: {
            const FieldInfo& field = m_model.fields[std::size_t(i.field)];
            const int object = objectAt(i.op == Op::DecrementTest ? i.b : i.a, field.type, i, thread, false);
            if (object < 0)
                return StepStatus::Done;
            if (!i.quiet)
                checkGuard(thread, object, field, i.field, true, i);
            const auto at = std::size_t(m_model.address(object, i.field));
            const std::int8_t before = i.op == Op::Store && !record ? std::int8_t(0) : cells[at]; // what is overwritten decides nothing
            const std::int8_t value = i.op == Op::Store ? std::int8_t(cell(i.b)) : std::int8_t(i.op == Op::Increment ? before + 1 : before - 1);
            cells[at] = value;
            if (i.op == Op::DecrementTest)
                cell(i.a) = value == 0;
            if (record && !field.ghost && !i.quiet)
                note(record, i.op == Op::Store ? EffectKind::Wrote : EffectKind::Counted, object, i.field,
                     valueText(m_model, field.kind, field.pointsTo, field.enumeration, before),
                     valueText(m_model, field.kind, field.pointsTo, field.enumeration, value));
            break;
        }
        case Op::Lock:
        case Op::DownRead:
        case Op::DownWrite: {
            bool taken = false;
            if (!takeLock(i, i.a, thread, record, taken))
                return StepStatus::Blocked;
            if (lost())
                return StepStatus::Done;
            if (!taken) {
                pc = begin; // queued as a writer: the same statement again, once it is free
                return StepStatus::Done;
            }
            break;
        }
        case Op::LockKillable:
        case Op::DownReadKillable:
        case Op::DownWriteKillable: {
            bool taken = false;
            const bool killed = m_model.threads[std::size_t(thread)].killed >= 0 && cell(Address(m_model.threads[std::size_t(thread)].killed)) != 0;
            if (!takeLock(i, i.b, thread, record, taken)) {
                if (!killed)
                    return StepStatus::Blocked;
                cell(i.a) = std::int8_t(-errnoValue("EINTR"));
                break;
            }
            if (lost())
                return StepStatus::Done;
            if (!taken) {
                pc = begin;
                return StepStatus::Done;
            }
            cell(i.a) = 0;
            break;
        }
        case Op::TryLock:
        case Op::TryDownRead:
        case Op::TryDownWrite: {
            bool taken = false;
            takeLock(i, i.b, thread, record, taken);
            if (lost())
                return StepStatus::Done;
            cell(i.a) = taken;
            break;
        }
        case Op::Unlock:
        case Op::UpRead:
        case Op::UpWrite: {
            const FieldInfo& field = m_model.fields[std::size_t(i.field)];
            const int object = objectAt(i.a, field.type, i, thread, false);
            if (object < 0)
                return StepStatus::Done;
            const auto lock = std::size_t(m_model.address(object, i.field));
            if (i.op == Op::UpRead) {
                const unsigned readers = bitsAt(lock + readersCell);
                if (!(readers >> thread & 1u))
                    find(RawFinding::Kind::NotHeld, thread, object, i.field, i);
                setBitsAt(lock + readersCell, readers & ~(1u << thread));
                note(record, EffectKind::ReadUnlocked, object, i.field);
            } else {
                if (holderOf(cells[lock]) != thread)
                    find(RawFinding::Kind::NotHeld, thread, object, i.field, i);
                else
                    cells[lock] = 0;
                note(record, EffectKind::Unlocked, object, i.field);
            }
            break;
        }
        case Op::Allocate:
            if (!allocate(i, thread, record))
                return StepStatus::Done;
            break;
        case Op::Free: {
            const TypeInfo& type = m_model.types[std::size_t(i.field)];
            const int value = cell(i.a);
            if (value > 0) {
                const int object = type.firstObject + value - 1;
                const std::int8_t status = cells[std::size_t(m_model.objects[std::size_t(object)].status)];
                if (status == 0 || status == statusFreed) {
                    find(RawFinding::Kind::DoubleFree, thread, object, -1, i);
                    return StepStatus::Done;
                }
                cells.fill(std::size_t(m_model.objects[std::size_t(object)].status), type.cells, 0);
                cells[std::size_t(m_model.objects[std::size_t(object)].status)] = statusFreed;
                note(record, EffectKind::Freed, object, -1);
            }
            break; // freeing NULL does nothing, as kfree
        }
        case Op::Publish:
        case Op::Unlink: {
            const int object = objectAt(i.a, i.field, i, thread, false);
            if (object < 0)
                return StepStatus::Done;
            cells[std::size_t(m_model.objects[std::size_t(object)].status)] = i.op == Op::Publish ? statusLive : statusUnlinked;
            note(record, i.op == Op::Publish ? EffectKind::Published : EffectKind::Unlinked, object, -1);
            break;
        }
        case Op::Fire: {
            const FieldInfo& field = m_model.fields[std::size_t(i.field)];
            const int object = objectAt(i.b, field.type, i, thread, false);
            if (object < 0)
                return StepStatus::Done;
            const auto at = std::size_t(m_model.address(object, i.field));
            std::array<std::uint8_t, maxMachineCells> buffer{};
            const auto saved = std::span(buffer).first(std::size_t(field.cells));
            for (std::size_t n = 0; n < saved.size(); ++n)
                saved[n] = std::uint8_t(std::int8_t(cells[at + n]));
            const int before = saved[0];
            const MachineEvent& event = field.machine->events()[i.event];
            const int payload = std::clamp(int(std::int8_t(cell(i.c))), 0, int(event.payloads) - 1);
            const Outcome outcome = field.machine->fire(saved, i.event, payload);
            save(at, saved);
            cell(i.a) = outcome.accepted ? std::int8_t(0) : outcome.status;
            if (record) {
                const auto states = field.machine->states();
                note(record, outcome.accepted ? EffectKind::Fired : EffectKind::Refused, object, i.field,
                     std::string(states[std::size_t(before)].name), std::string(states[saved[0]].name));
                record->effects.back().name = std::string(event.name);
                record->effects.back().reason = std::string(outcome.reason);
            }
            break;
        }
        case Op::Choose: {
            m_branches = true;
            const int taken = chose ? 0 : choice;
            if (taken >= i.field)
                return StepStatus::NoSuchStep;
            chose = true;
            if (record) {
                Effect effect;
                effect.kind = EffectKind::Chose;
                effect.name = m_model.messages[std::size_t(i.target + taken)];
                if (!effect.name.empty())
                    record->effects.push_back(std::move(effect));
            }
            pc += taken; // the jumps to the alternatives follow
            break;
        }
        case Op::ChooseLeft: {
            m_branches = true;
            int left = chose ? 0 : choice;
            int taken = 0;
            while (taken < i.field && (cell(Address(i.a + taken)) != 0 || left-- > 0))
                ++taken;
            if (taken >= i.field)
                return StepStatus::NoSuchStep;
            chose = true;
            if (record && !m_model.messages[std::size_t(i.target + taken)].empty()) {
                Effect effect;
                effect.kind = EffectKind::Chose;
                effect.name = m_model.messages[std::size_t(i.target + taken)];
                record->effects.push_back(std::move(effect));
            }
            pc += taken;
            break;
        }
        case Op::Wait:
        case Op::WaitOrTimeOut:
            m_branches = m_branches || i.op == Op::WaitOrTimeOut;
            if (i.op == Op::WaitOrTimeOut && choice == 1 && !chose) {
                chose = true;
                if (!allowTimeOut || cell(i.a) != 0)
                    return StepStatus::NoSuchStep;
                note(record, EffectKind::TimedOut, -1, -1);
                pc = i.target;
                break;
            }
            if (cell(i.a) == 0) {
                m_blockage = {Blockage::Kind::Condition, -1, -1, i.op == Op::WaitOrTimeOut};
                return StepStatus::Blocked;
            }
            note(record, EffectKind::Waited, -1, -1);
            break;
        case Op::WaitForOthers:
            for (int t = 0; t < int(m_model.threads.size()); ++t)
                if (t != thread && !isDone(t)) {
                    m_blockage.kind = Blockage::Kind::Others;
                    return StepStatus::Blocked;
                }
            break;
        case Op::EnterCall:
            noteOverlap(thread);
            break;
        case Op::ReturnFromCall:
            if (!stepped) { // refused at the door: that is a step as well, or nobody would see it
                stepped = true;
                m_stepPlace = i.place;
            }
            leaveCall(i, thread, record);
            if (const ThreadInfo& info = m_model.threads[std::size_t(thread)]; info.killed >= 0 && cell(Address(info.killed)) != 0)
                pc = info.end;
            break;
        case Op::Kill:
            kill(i.field);
            break;
        case Op::IsDone:
            cell(i.a) = isDone(i.field);
            break;
        case Op::Broken:
            find(RawFinding::Kind::Told, thread, -1, -1, i);
            m_findings.back().property = i.field;
            m_findings.back().part = i.event;
            m_findings.back().rule = i.a < 0 ? std::int16_t(-1) : std::int16_t(cell(i.a));
            m_findings.back().message = std::int16_t(i.target);
            break;
        case Op::Clear:
            cells.fill(std::size_t(i.a), i.b, 0);
            break;
        case Op::Warn:
            cell(Address(m_model.warned)) = 1;
            if (record) {
                Effect effect;
                effect.kind = EffectKind::Warned;
                effect.name = m_model.messages[std::size_t(i.field)];
                record->effects.push_back(std::move(effect));
            }
            break;
        case Op::AtomicBegin:
            ++atomic;
            break;
        case Op::AtomicEnd:
            --atomic;
            break;
        case Op::End:
            --pc;
            return stepped || chose ? StepStatus::Done : StepStatus::NoSuchStep;
        default:
            break; // computes() has done it
        }
    }
    return StepStatus::Done;
}

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
    if (std::any_of(m_findings.begin(), m_findings.end(), [](const RawFinding& f) { return f.fatal(); })) {
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
