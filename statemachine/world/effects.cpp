#include "world/interpreter.h"

#include <utility>

/// What a step tells about itself: findings, and effects for pictures and sentences.
namespace bindlab {

std::int16_t findProperty(const Model& model, std::string_view id)
{
    for (std::size_t i = 0; i < model.properties.size(); ++i)
        if (model.properties[i].id == id)
            return std::int16_t(i);
    return -1;
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

void Interpreter::tell(StepRecord* record, EffectKind kind, const std::string& name, std::string after)
{
    if (!record)
        return;
    Effect effect;
    effect.kind = kind;
    effect.name = name;
    effect.after = std::move(after);
    record->effects.push_back(std::move(effect));
}

} // namespace bindlab
