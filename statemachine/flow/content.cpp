#include "flow/content.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace bindlab {

namespace {

/// Numbers and texts, one 64-bit word at a time.
class Hash {
public:
    template <typename... Parts>
    void add(const Parts&... parts)
    {
        (one(parts), ...);
    }

    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    void word(std::uint64_t value)
    {
        m_value = (m_value ^ value) * 0x9e3779b97f4a7c15;
        m_value ^= m_value >> 32;
    }

    template <typename Number>
        requires std::is_integral_v<Number> || std::is_enum_v<Number>
    void one(Number value) { word(std::uint64_t(value)); }

    void one(std::string_view text)
    {
        word(text.size());
        for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(8, text.size()))) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data(), std::min<std::size_t>(8, text.size()));
            word(bytes);
        }
    }

    void one(const std::string& text) { one(std::string_view(text)); }
    void one(const Machine* machine) { one(machine == nullptr ? std::string_view() : std::string_view(machine->name())); }
    void one(const Model::LockRef& field) { add(field.object, field.field); }
    void one(const Model::FieldRef& field) { add(field.object, field.field); }
    void one(const Formula& formula) { add(formula.begin, formula.result); }
    void one(const ClauseInfo::Rule& rule) { add(rule.failure, rule.condition); }
    void one(const ClauseInfo& clause) { add(clause.must, clause.rules, clause.says); }
    void one(const PropertyCode& code) { add(code.property, code.when, code.lockCells, code.clauses); }
    void one(const PropertyInfo& property) { add(property.id, property.builtIn); }
    void one(const TypeInfo& type) { add(type.name, type.cells, type.base, type.firstObject, type.objects, type.fields); }
    void one(const ObjectInfo& object)
    {
        add(object.name, object.shortName, object.component, object.type, object.status, object.global, object.freedFailure);
    }
    void one(const FieldInfo& field)
    {
        add(field.name, field.type, field.offset, field.cells, field.kind, field.pointsTo, field.enumeration, field.machine, field.constant, field.ghost,
            field.alias, field.guardPath, field.guardObject, field.guardLock, field.guardForWrites);
    }
    void one(const PoolInfo& pool) { add(pool.type, pool.first, pool.count); }
    void one(const ThreadInfo& thread)
    {
        add(thread.name, thread.title, thread.actor, thread.epilogue, thread.pc, thread.begin, thread.end, thread.killed, thread.overlapped, thread.locals,
            thread.localCells);
    }
    void one(const CallInfo& call) { add(call.thread, call.name, call.file, call.errnos, call.namesErrnos); }
    void one(const Instruction& each)
    {
        add(each.op, each.begins, each.quiet, each.event, each.a, each.b, each.c, each.field, each.target, each.place);
    }
    /// Not the number of the line: messages name the flow and the statement.
    void one(const PlaceInfo& place) { add(place.context, place.text, place.label); }
    void one(const ContextInfo::Local& local) { add(local.name, local.address, local.kind, local.pointsTo, local.enumeration); }
    void one(const ContextInfo& context) { add(context.flow, context.caller, context.locals); }
    void one(const FlowView& flow) { add(flow.name); }

    template <typename Item>
    void one(const std::vector<Item>& items)
    {
        one(items.size());
        for (const Item& item : items)
            one(item);
    }

    std::uint64_t m_value = 0xcbf29ce484222325;
};

} // namespace

std::uint64_t contentOf(const Model& model)
{
    Hash hash;
    hash.add(model.stateBytes, model.scratchCells, model.constants, model.blank, model.prologue, model.prologueIsGiven, model.types, model.objects, model.fields,
             model.pools, model.enumerations, model.threads, model.calls, model.messages, model.code, model.places, model.contexts, model.flows,
             model.properties, model.propertyCode, model.notApplicable, model.warned, model.releaseFlows, model.lost, model.locks, model.pointers,
             model.machineFields);
    return hash.value();
}

} // namespace bindlab
