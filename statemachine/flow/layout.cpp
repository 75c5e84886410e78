/// Where every field of every object lies in the state.
#include "flow/layout.h"

#include "flow/limits.h"
#include "flow/parser.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

Layout::Layout(const Assembly& assembly, Complaints& complaints, Model& model) : m_assembly(assembly), m_complaints(complaints), m(model)
{
}

void Layout::layOut()
{
    layOutTypes();
    layOutObjects();
    resolveGuards();
}

int Layout::typeIndex(const std::string& name) const
{
    for (std::size_t i = 0; i < m.types.size(); ++i)
        if (m.types[i].name == name)
            return int(i);
    return -1;
}

int Layout::objectIndex(const std::string& name) const
{
    for (std::size_t i = 0; i < m_globals.size(); ++i)
        if (m_globals[i].first == name)
            return m_globals[i].second;
    return -1;
}

int Layout::fieldIndex(int type, const std::string& name) const
{
    for (const int field : m.types[std::size_t(type)].fields)
        if (m.fields[std::size_t(field)].name == name)
            return field;
    return -1;
}

int Layout::enumIndex(const std::string& name) const
{
    for (std::size_t i = 0; i < m_assembly.enums.size(); ++i)
        if (m_assembly.enums[i].name.text == name)
            return int(i);
    return -1;
}

std::vector<std::string> Layout::structNames() const
{
    std::vector<std::string> names;
    for (const TypeInfo& type : m.types)
        names.push_back(type.name);
    return names;
}

std::vector<std::string> Layout::fieldNames(int type) const
{
    std::vector<std::string> names;
    for (const int field : m.types[std::size_t(type)].fields)
        names.push_back(m.fields[std::size_t(field)].name);
    return names;
}

void Layout::layOutTypes()
{
    for (const Enum& e : m_assembly.enums)
        m.enumerations.push_back(e.values);
    for (const Struct& s : m_assembly.structs) {
        TypeInfo type;
        type.name = s.name.text;
        m.types.push_back(std::move(type));
    }
    for (std::size_t t = 0; t < m_assembly.structs.size(); ++t) {
        Diagnostics found;
        m_fieldAsts.emplace_back(parseFields(m_assembly.structs[t].lines, found));
        m_complaints.adopt(found);
        for (const ast::Field& f : m_fieldAsts.back())
            addField(int(t), f);
        if (!m_assembly.structs[t].release.empty()) {
            // Which thread has put it last and has still to run its release, plus one.
            ast::Field dying;
            dying.token = m_assembly.structs[t].name;
            dying.type = dying.token;
            dying.type.text = "int";
            dying.name = "dying";
            dying.ghost = true;
            addField(int(t), dying);
        }
    }
}

void Layout::addField(int type, const ast::Field& f)
{
    if (m.types[std::size_t(type)].fields.size() >= FlowLimits::fields || m.fields.size() >= FlowLimits::allFields) {
        m_complaints.at(f.token, "more than " + std::to_string(FlowLimits::fields) + " fields of a struct, or "
                                     + std::to_string(FlowLimits::allFields) + " of all");
        return;
    }
    FieldInfo info;
    info.name = f.name;
    info.type = type;
    info.alias = f.alias;
    info.constant = f.constant;
    info.ghost = f.ghost;
    info.guardForWrites = f.guardForWrites;
    if (fieldIndex(type, f.name) >= 0)
        m_complaints.at(f.token, "struct " + m.types[std::size_t(type)].name + " already has a field '" + f.name + "'");
    const std::string& word = f.type.text;
    if (f.pointer) {
        info.kind = CellKind::Pointer;
        info.pointsTo = typeIndex(word);
        if (info.pointsTo < 0)
            m_complaints.unknown(f.type, "struct", word, structNames());
    } else if (word == "int") info.kind = CellKind::Int;
    else if (word == "bool") info.kind = CellKind::Bool;
    else if (word == "counter") info.kind = CellKind::Counter;
    else if (word == "mutex") info.kind = CellKind::Mutex;
    else if (word == "rwsem") {
        info.kind = CellKind::ReadWriteLock;
        info.cells = 5;
    } else if (word == "machine") {
        info.kind = CellKind::Machine;
        info.machine = findMachine(f.machine);
        if (info.machine)
            info.cells = int(info.machine->bytes());
        else {
            std::vector<std::string> known;
            for (const Machine* machine : machines())
                known.emplace_back(machine->name());
            m_complaints.unknown(f.token, "machine", f.machine, known);
        }
    } else if ((info.enumeration = enumIndex(word)) >= 0) {
        info.kind = CellKind::Enum;
    } else {
        auto known = structNames();
        for (const char* basic : {"int", "bool", "counter", "mutex", "rwsem", "machine"})
            known.emplace_back(basic);
        for (const Enum& e : m_assembly.enums)
            known.push_back(e.name.text);
        m_complaints.at(f.type, "'" + word + "' is no type of a field; expected int, bool, counter, mutex, rwsem, machine, an enum or a pointer",
                        typeIndex(word) >= 0 ? "a struct is held by pointer: " + word + "*" : Complaints::didYouMean(word, known));
    }
    TypeInfo& owner = m.types[std::size_t(type)];
    info.offset = owner.cells;
    owner.cells += info.cells;
    owner.fields.push_back(int(m.fields.size()));
    m.fields.push_back(std::move(info));
}

void Layout::layOutObjects()
{
    m_objectCells = 2; // behind the cells of Model::warned and Model::lost
    for (std::size_t t = 0; t < m.types.size(); ++t) {
        TypeInfo& type = m.types[t];
        type.base = m_objectCells;
        type.firstObject = int(m.objects.size());
        for (const Instance& instance : m_assembly.instances)
            if (instance.type.text == type.name)
                addObjects(int(t), instance);
        if (type.objects > FlowLimits::objects)
            m_complaints.at(m_assembly.structs[t].name, "more than " + std::to_string(FlowLimits::objects) + " objects of one struct");
    }
    for (const Instance& i : m_assembly.instances)
        if (typeIndex(i.type.text) < 0)
            m_complaints.unknown(i.type, "struct", i.type.text, structNames());
    if (m_objectCells > FlowLimits::objectCells)
        m_complaints.at(m_assembly.structs.front().name, "the objects need more than " + std::to_string(FlowLimits::objectCells) + " cells of state");
    m.blank.assign(std::size_t(std::min(m_objectCells, FlowLimits::objectCells)), 0);
    if (!m_complaints.any())
        fillObjects();
}

void Layout::addObjects(int type, const Instance& instance)
{
    TypeInfo& info = m.types[std::size_t(type)];
    if (instance.count > 0) {
        PoolInfo pool;
        pool.type = type;
        pool.first = info.objects + 1;
        pool.count = instance.count;
        m_pools.emplace_back(instance.name.text, int(m.pools.size()));
        m.pools.push_back(pool);
    } else {
        m_globals.emplace_back(instance.name.text, int(m.objects.size()));
    }
    for (int n = 0; n < std::max(1, instance.count); ++n) {
        ObjectInfo object;
        const std::string suffix = instance.count > 1 ? " " + std::to_string(n + 1) : std::string();
        object.name = instance.name.text + suffix;
        object.shortName = instance.shortName + suffix;
        object.component = instance.component;
        object.type = type;
        object.status = m_objectCells;
        object.column = instance.column;
        object.row = instance.row < 0 ? -1 : instance.row + n;
        object.global = instance.count == 0;
        object.freedFailure = instance.freedFailure;
        m_objectCells += info.cells;
        ++info.objects;
        m.objects.push_back(std::move(object));
    }
}

void Layout::fillObjects()
{
    for (std::size_t o = 0; o < m.objects.size(); ++o) {
        const ObjectInfo& object = m.objects[o];
        if (object.global)
            m.blank[std::size_t(object.status)] = 2;
        for (const int f : m.types[std::size_t(object.type)].fields)
            noteField({int(o), f});
    }
    for (const Instance& instance : m_assembly.instances)
        if (!instance.fields.empty())
            setFields(instance);
}

void Layout::noteField(const Model::FieldRef& ref)
{
    const FieldInfo& field = m.fields[std::size_t(ref.field)];
    if (field.kind == CellKind::Mutex || field.kind == CellKind::ReadWriteLock)
        m.locks.push_back({ref.object, ref.field});
    else if (field.kind == CellKind::Pointer && !field.ghost)
        m.pointers.push_back(ref);
    else if (field.kind == CellKind::Machine) {
        m.machineFields.push_back(ref);
        auto* cells = reinterpret_cast<std::uint8_t*>(&m.blank[std::size_t(m.address(ref.object, ref.field))]);
        field.machine->initial(std::span(cells, std::size_t(field.cells)));
    }
}

void Layout::setFields(const Instance& instance)
{
    const int object = objectIndex(instance.name.text);
    const int type = m.objects[std::size_t(object)].type;
    for (const auto& [token, value] : instance.fields) {
        const int index = fieldIndex(type, token.text);
        if (index < 0) {
            m_complaints.unknown(token, "field of " + m.types[std::size_t(type)].name, token.text, fieldNames(type));
            continue;
        }
        const FieldInfo& field = m.fields[std::size_t(index)];
        std::int8_t& cell = m.blank[std::size_t(m.address(object, index))];
        const bool isNumber = field.kind == CellKind::Int || field.kind == CellKind::Bool || field.kind == CellKind::Counter;
        if (value.kind == Expr::Kind::Number && isNumber) {
            cell = std::int8_t(value.value);
        } else if (value.kind == Expr::Kind::Name && field.kind == CellKind::Pointer) {
            const int named = objectIndex(value.name);
            if (named < 0 || m.objects[std::size_t(named)].type != field.pointsTo)
                m_complaints.at(value.token, "expected a " + (field.pointsTo < 0 ? std::string("struct") : m.types[std::size_t(field.pointsTo)].name)
                                                 + " that is there from the start");
            else
                cell = std::int8_t(named - m.types[std::size_t(field.pointsTo)].firstObject + 1);
        } else {
            m_complaints.at(value.token, "expected a number, true, false, or the name of an object for a pointer");
        }
    }
}

void Layout::resolveGuards()
{
    if (m_complaints.any())
        return;
    for (std::size_t t = 0; t < m_fieldAsts.size(); ++t)
        for (const ast::Field& f : m_fieldAsts[t]) {
            if (!f.guard)
                continue;
            std::vector<const Expr*> chain;
            const Expr* expr = &*f.guard;
            for (; expr->kind == Expr::Kind::Field; expr = &expr->kids.front())
                chain.insert(chain.begin(), expr);
            if (expr->kind != Expr::Kind::Name) {
                m_complaints.at(expr->token, "expected the path of a lock after 'guarded by'");
                continue;
            }
            FieldInfo& info = m.fields[std::size_t(fieldIndex(int(t), f.name))];
            int type = int(t);
            std::vector<std::pair<Token, std::string>> names;
            if (fieldIndex(type, expr->name) < 0 && objectIndex(expr->name) >= 0) {
                info.guardObject = objectIndex(expr->name);
                type = m.objects[std::size_t(info.guardObject)].type;
            } else {
                names.emplace_back(expr->token, expr->name);
            }
            for (const Expr* step : chain)
                names.emplace_back(step->token, step->name);
            for (const auto& [token, name] : names) {
                const int field = fieldIndex(type, name);
                if (field < 0) {
                    m_complaints.unknown(token, "field", name, fieldNames(type));
                    break;
                }
                const FieldInfo& on = m.fields[std::size_t(field)];
                if (on.kind == CellKind::Pointer) {
                    if (!on.constant)
                        m_complaints.at(token, "a guard is reached through const pointers only; '" + name + "' may change");
                    info.guardPath.push_back(field);
                    type = on.pointsTo;
                } else if (on.kind == CellKind::Mutex || on.kind == CellKind::ReadWriteLock) {
                    info.guardLock = field;
                } else {
                    m_complaints.at(token, "'" + name + "' is no lock");
                }
            }
            if (info.guardLock < 0 && !m_complaints.any())
                m_complaints.at(f.guard->token, "expected a mutex or rwsem after 'guarded by'");
        }
}

} // namespace bindlab::compiling
