#include "world/interpreter.h"
#include "world/named_slot.h"
#include "world/object_status.h"

#include <algorithm>
#include <array>

/// Objects: pointers that are followed, fields that are read and written, what comes and goes, machines that are fired.
namespace bindlab {

namespace {

constexpr std::size_t maxMachineCells = 64;

} // namespace

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

Interpreter::Going Interpreter::load(Ongoing& step, const Instruction& i)
{
    const FieldInfo& field = m_model.fields[std::size_t(i.field)];
    const int object = objectAt(i.b, field.type, i, step.thread, i.quiet);
    if (object < 0 && i.quiet) {
        m_cells[std::size_t(i.a)] = 0;
        return Going::On;
    }
    if (object < 0)
        return Going::Done;
    if (!field.constant && !i.quiet)
        checkGuard(step.thread, object, field, i.field, false, i);
    const std::int8_t value = m_cells[std::size_t(m_model.address(object, i.field))];
    m_cells[std::size_t(i.a)] = value;
    if (step.record && !field.constant && !field.ghost && !i.quiet)
        note(step.record, EffectKind::Read, object, i.field, {},
             field.machine ? std::string(field.machine->states()[std::size_t(value)].name)
                           : valueText(m_model, field.kind, field.pointsTo, field.enumeration, value));
    return Going::On;
}

Interpreter::Going Interpreter::change(Ongoing& step, const Instruction& i)
{
    const FieldInfo& field = m_model.fields[std::size_t(i.field)];
    const int object = objectAt(i.op == Op::DecrementTest ? i.b : i.a, field.type, i, step.thread, false);
    if (object < 0)
        return Going::Done;
    if (!i.quiet)
        checkGuard(step.thread, object, field, i.field, true, i);
    const auto at = std::size_t(m_model.address(object, i.field));
    const std::int8_t before = i.op == Op::Store && !step.record ? std::int8_t(0) : m_cells[at]; // what is overwritten decides nothing
    const std::int8_t value = i.op == Op::Store ? std::int8_t(m_cells[std::size_t(i.b)]) : std::int8_t(i.op == Op::Increment ? before + 1 : before - 1);
    m_cells[at] = value;
    if (i.op == Op::DecrementTest)
        m_cells[std::size_t(i.a)] = value == 0;
    if (step.record && !field.ghost && !i.quiet)
        note(step.record, i.op == Op::Store ? EffectKind::Wrote : EffectKind::Counted, object, i.field,
             valueText(m_model, field.kind, field.pointsTo, field.enumeration, before),
             valueText(m_model, field.kind, field.pointsTo, field.enumeration, value));
    return Going::On;
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
        if (status == statusFreed && isNamed(pool.type, slot, instruction.place, thread))
            continue;
        make(object, type);
        m_cells[std::size_t(instruction.a)] = std::int8_t(slot);
        note(record, EffectKind::Allocated, object, -1);
        return true;
    }
    find(RawFinding::Kind::NoFreeSlot, thread, -1, -1, instruction);
    return false;
}

bool Interpreter::isNamed(int type, int slot, int place, int thread)
{
    bool named = false;
    for (const auto& ref : m_model.pointers)
        named = named || (m_model.fields[std::size_t(ref.field)].pointsTo == type
                          && m_cells[std::size_t(m_model.address(ref.object, ref.field))] == slot);
    for (int t = 0; t < int(m_model.threads.size()); ++t)
        named = named || (t == thread ? namesSlot(m_model, m_cells, place, type, slot)
                                      : ask({Footprint::Question::Kind::Names, std::int8_t(slot), std::int16_t(t), std::int16_t(type)}));
    return named;
}

void Interpreter::make(int object, const TypeInfo& type)
{
    const auto begin = std::size_t(m_model.objects[std::size_t(object)].status);
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
}

Interpreter::Going Interpreter::free(Ongoing& step, const Instruction& i)
{
    const TypeInfo& type = m_model.types[std::size_t(i.field)];
    const int value = m_cells[std::size_t(i.a)];
    if (value <= 0)
        return Going::On; // freeing NULL does nothing, as kfree
    const int object = type.firstObject + value - 1;
    const auto begin = std::size_t(m_model.objects[std::size_t(object)].status);
    const std::int8_t status = m_cells[begin];
    if (status == 0 || status == statusFreed) {
        find(RawFinding::Kind::DoubleFree, step.thread, object, -1, i);
        return Going::Done;
    }
    m_cells.fill(begin, type.cells, 0);
    m_cells[begin] = statusFreed;
    note(step.record, EffectKind::Freed, object, -1);
    return Going::On;
}

Interpreter::Going Interpreter::setStatus(Ongoing& step, const Instruction& i, std::int8_t status, EffectKind kind)
{
    const int object = objectAt(i.a, i.field, i, step.thread, false);
    if (object < 0)
        return Going::Done;
    m_cells[std::size_t(m_model.objects[std::size_t(object)].status)] = status;
    note(step.record, kind, object, -1);
    return Going::On;
}

Interpreter::Going Interpreter::fire(Ongoing& step, const Instruction& i)
{
    const FieldInfo& field = m_model.fields[std::size_t(i.field)];
    const int object = objectAt(i.b, field.type, i, step.thread, false);
    if (object < 0)
        return Going::Done;
    const auto at = std::size_t(m_model.address(object, i.field));
    std::array<std::uint8_t, maxMachineCells> buffer{};
    const auto saved = std::span(buffer).first(std::size_t(field.cells));
    for (std::size_t n = 0; n < saved.size(); ++n)
        saved[n] = std::uint8_t(std::int8_t(m_cells[at + n]));
    const int before = saved[0];
    const MachineEvent& event = field.machine->events()[i.event];
    const int payload = std::clamp(int(std::int8_t(m_cells[std::size_t(i.c)])), 0, int(event.payloads) - 1);
    const Outcome outcome = field.machine->fire(saved, i.event, payload);
    save(at, saved);
    m_cells[std::size_t(i.a)] = outcome.accepted ? std::int8_t(0) : outcome.status;
    if (step.record) {
        const auto states = field.machine->states();
        note(step.record, outcome.accepted ? EffectKind::Fired : EffectKind::Refused, object, i.field,
             std::string(states[std::size_t(before)].name), std::string(states[saved[0]].name));
        step.record->effects.back().name = std::string(event.name);
        step.record->effects.back().reason = std::string(outcome.reason);
    }
    return Going::On;
}

void Interpreter::save(std::size_t cell, std::span<const std::uint8_t> values)
{
    for (std::size_t n = 0; n < values.size(); ++n)
        m_cells[cell + n] = std::int8_t(values[n]);
}

} // namespace bindlab
