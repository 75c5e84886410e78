#include "flow/compiler.h"

#include "flow/errno_names.h"
#include "flow/parser.h"

#include <algorithm>
#include <optional>
#include <set>

namespace bindlab {

using namespace ast;

namespace {

/// Addresses before the layout is final: thread locals, scratch and constants are moved to their places at the end.
constexpr Address localsBase = 8000;
constexpr Address localsPerThread = 600;
constexpr int maxThreads = 16;
constexpr int prologueThread = maxThreads;      ///< its locals become scratch
constexpr int dryThread = maxThreads + 1;       ///< for flows that are only checked
constexpr Address scratchBase = 20000;
constexpr std::size_t maxCode = 30000;
constexpr int maxCallDepth = 40;
constexpr int noValue = -1;

struct Type {
    CellKind kind = CellKind::Int;
    int pointsTo = -1;              ///< struct of a pointer; -1 for NULL
    int enumeration = -1;
    const Machine* machine = nullptr;
    bool unclear = false;           ///< already complained about: whatever is done with it is not the mistake
};

/// Stands for what could not be understood.
constexpr Type unclearType{CellKind::Int, -1, -1, nullptr, true};

struct Value {
    Address address = noValue;
    Type type;
};

std::string kindName(const Type& type, const Model& model)
{
    switch (type.kind) {
    case CellKind::Int: return "a number";
    case CellKind::Bool: return "a truth value";
    case CellKind::Counter: return "a counter";
    case CellKind::Enum: return "an enum";
    case CellKind::Pointer: return type.pointsTo < 0 ? "NULL" : "a pointer to " + model.types[std::size_t(type.pointsTo)].name;
    case CellKind::Mutex: return "a mutex";
    case CellKind::ReadWriteLock: return "an rwsem";
    case CellKind::Machine: return "a machine";
    }
    return {};
}

std::string nameOfSource(const std::vector<SourceRef>& refs)
{
    std::string text;
    for (const SourceRef& ref : refs)
        text += (text.empty() ? "" : ", ") + ref.id + (ref.section.empty() ? "" : " " + ref.section);
    return text;
}

class Compiler {
public:
    Compiler(const Library::Parts& parts, const Assembly& assembly, Diagnostics& problems)
        : m_parts(parts), m_assembly(assembly), m_problems(problems)
    {
    }

    std::shared_ptr<Model> compile(const Selection& selection)
    {
        m.selection = selection;
        if (m_assembly.design)
            m.designTitle = m_assembly.design->title;
        if (m_assembly.platform)
            m.platformTitle = m_assembly.platform->title;
        layOutTypes();
        layOutObjects();
        resolveGuards();
        if (!m_problems.empty())
            return nullptr;
        readFlows();
        checkSources();
        checkEveryFlow();
        if (!m_problems.empty() || !m_parts.problems.empty() || !m_assembly.scenario)
            return nullptr;
        compileThreads();
        compileStart();
        compileProperties();
        if (!m_problems.empty())
            return nullptr;
        finish();
        return m_problems.empty() ? std::make_shared<Model>(std::move(m)) : nullptr;
    }

private:
    // ---- complaints

    /// What reading a block again found: only what reading the files had not found already.
    bool adopt(const Diagnostics& found)
    {
        for (const Diagnostic& diagnostic : found)
            if (std::find(m_parts.problems.begin(), m_parts.problems.end(), diagnostic) == m_parts.problems.end()
                && std::find(m_problems.begin(), m_problems.end(), diagnostic) == m_problems.end())
                m_problems.push_back(diagnostic);
        return !found.empty();
    }
    void complainAt(const Token& token, const std::string& message, const std::string& hint = {})
    {
        Diagnostic diagnostic = complain(token, message, hint);
        // A flow expanded in two places is wrong once.
        if (std::find(m_problems.begin(), m_problems.end(), diagnostic) == m_problems.end())
            m_problems.push_back(std::move(diagnostic));
    }
    static std::string didYouMean(const std::string& name, const std::vector<std::string>& known)
    {
        const std::string near = nearestName(name, known);
        return near.empty() ? std::string() : "did you mean '" + near + "'?";
    }
    void unknown(const Token& token, const std::string& what, const std::string& name, const std::vector<std::string>& known)
    {
        complainAt(token, "there is no " + what + " '" + name + "'", didYouMean(name, known));
    }

    // ---- layout

    int typeIndex(const std::string& name) const
    {
        for (std::size_t i = 0; i < m.types.size(); ++i)
            if (m.types[i].name == name)
                return int(i);
        return -1;
    }
    int objectIndex(const std::string& name) const
    {
        for (std::size_t i = 0; i < m_globals.size(); ++i)
            if (m_globals[i].first == name)
                return m_globals[i].second;
        return -1;
    }
    int fieldIndex(int type, const std::string& name) const
    {
        for (const int field : m.types[std::size_t(type)].fields)
            if (m.fields[std::size_t(field)].name == name)
                return field;
        return -1;
    }
    int enumIndex(const std::string& name) const
    {
        for (std::size_t i = 0; i < m_assembly.enums.size(); ++i)
            if (m_assembly.enums[i].name.text == name)
                return int(i);
        return -1;
    }

    void layOutTypes()
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
            adopt(found);
            for (const ast::Field& f : m_fieldAsts.back())
                addField(int(t), f);
        }
    }
    void addField(int type, const ast::Field& f)
    {
        FieldInfo info;
        info.name = f.name;
        info.type = type;
        info.alias = f.alias;
        info.constant = f.constant;
        info.guardForWrites = f.guardForWrites;
        if (fieldIndex(type, f.name) >= 0)
            complainAt(f.token, "struct " + m.types[std::size_t(type)].name + " already has a field '" + f.name + "'");
        const std::string& word = f.type.text;
        if (f.pointer) {
            info.kind = CellKind::Pointer;
            info.pointsTo = typeIndex(word);
            if (info.pointsTo < 0)
                unknown(f.type, "struct", word, structNames());
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
                unknown(f.token, "machine", f.machine, known);
            }
        } else if ((info.enumeration = enumIndex(word)) >= 0) {
            info.kind = CellKind::Enum;
        } else {
            auto known = structNames();
            for (const char* basic : {"int", "bool", "counter", "mutex", "rwsem", "machine"})
                known.emplace_back(basic);
            for (const Enum& e : m_assembly.enums)
                known.push_back(e.name.text);
            complainAt(f.type, "'" + word + "' is no type of a field; expected int, bool, counter, mutex, rwsem, machine, an enum or a pointer",
                       typeIndex(word) >= 0 ? "a struct is held by pointer: " + word + "*" : didYouMean(word, known));
        }
        TypeInfo& owner = m.types[std::size_t(type)];
        info.offset = owner.cells;
        owner.cells += info.cells;
        owner.fields.push_back(int(m.fields.size()));
        m.fields.push_back(std::move(info));
    }
    std::vector<std::string> structNames() const
    {
        std::vector<std::string> names;
        for (const TypeInfo& type : m.types)
            names.push_back(type.name);
        return names;
    }
    void layOutObjects()
    {
        int cell = 2; // behind the cells of Model::warned and Model::lost
        for (std::size_t t = 0; t < m.types.size(); ++t) {
            TypeInfo& type = m.types[t];
            type.base = cell;
            type.firstObject = int(m.objects.size());
            for (const Instance& i : m_assembly.instances) {
                if (i.type.text != type.name)
                    continue;
                if (i.count > 0) {
                    PoolInfo pool;
                    pool.type = int(t);
                    pool.first = type.objects + 1;
                    pool.count = i.count;
                    m_pools.emplace_back(i.name.text, int(m.pools.size()));
                    m.pools.push_back(pool);
                } else {
                    m_globals.emplace_back(i.name.text, int(m.objects.size()));
                }
                for (int n = 0; n < std::max(1, i.count); ++n) {
                    ObjectInfo object;
                    const std::string suffix = i.count > 1 ? " " + std::to_string(n + 1) : std::string();
                    object.name = i.name.text + suffix;
                    object.shortName = i.shortName + suffix;
                    object.component = i.component;
                    object.type = int(t);
                    object.status = cell;
                    object.column = i.column;
                    object.row = i.row < 0 ? -1 : i.row + n;
                    object.global = i.count == 0;
                    object.freedFailure = i.freedFailure;
                    cell += type.cells;
                    ++type.objects;
                    m.objects.push_back(std::move(object));
                }
            }
            if (type.objects > 100)
                complainAt(m_assembly.structs[t].name, "more than 100 objects of one struct");
        }
        for (const Instance& i : m_assembly.instances)
            if (typeIndex(i.type.text) < 0)
                unknown(i.type, "struct", i.type.text, structNames());
        m_objectCells = cell;
        if (cell > 6000)
            complainAt(m_assembly.structs.front().name, "the objects need more than 6000 cells of state");
        m.blank.assign(std::size_t(std::min(cell, 6000)), 0);
        if (!m_problems.empty())
            return;
        for (std::size_t o = 0; o < m.objects.size(); ++o) {
            const ObjectInfo& object = m.objects[o];
            if (object.global)
                m.blank[std::size_t(object.status)] = 2;
            for (const int f : m.types[std::size_t(object.type)].fields) {
                const FieldInfo& field = m.fields[std::size_t(f)];
                const Model::FieldRef ref{int(o), f};
                if (field.kind == CellKind::Mutex || field.kind == CellKind::ReadWriteLock)
                    m.locks.push_back({int(o), f});
                else if (field.kind == CellKind::Pointer)
                    m.pointers.push_back(ref);
                else if (field.kind == CellKind::Machine) {
                    m.machineFields.push_back(ref);
                    auto* cells = reinterpret_cast<std::uint8_t*>(&m.blank[std::size_t(m.address(int(o), f))]);
                    field.machine->initial(std::span(cells, std::size_t(field.cells)));
                }
            }
        }
    }
    /// `lock`, `igroup.lock` (through pointers that never change) or `dev_set.lock` (a global).
    void resolveGuards()
    {
        if (!m_problems.empty())
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
                    complainAt(expr->token, "expected the path of a lock after 'guarded by'");
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
                        unknown(token, "field", name, fieldNames(type));
                        break;
                    }
                    const FieldInfo& on = m.fields[std::size_t(field)];
                    if (on.kind == CellKind::Pointer) {
                        if (!on.constant)
                            complainAt(token, "a guard is reached through const pointers only; '" + name + "' may change");
                        info.guardPath.push_back(field);
                        type = on.pointsTo;
                    } else if (on.kind == CellKind::Mutex || on.kind == CellKind::ReadWriteLock) {
                        info.guardLock = field;
                    } else {
                        complainAt(token, "'" + name + "' is no lock");
                    }
                }
                if (info.guardLock < 0 && m_problems.empty())
                    complainAt(f.guard->token, "expected a mutex or rwsem after 'guarded by'");
            }
    }
    std::vector<std::string> fieldNames(int type) const
    {
        std::vector<std::string> names;
        for (const int field : m.types[std::size_t(type)].fields)
            names.push_back(m.fields[std::size_t(field)].name);
        return names;
    }

    // ---- flows as text and as trees

    struct ReadFlow {
        const ast::Flow* flow = nullptr;
        std::vector<Stmt> body;
        int view = -1;              ///< index into m.flows once it is reached
        bool damaged = false;       ///< statements are missing: a local that seems unknown may be theirs
    };

    std::string renamed(const std::string& text) const
    {
        if (m_assembly.renames.empty())
            return text;
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = at;
            while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_'))
                ++end;
            if (end == at) {
                result += text[at++];
                continue;
            }
            const std::string word = text.substr(at, end - at);
            const auto found = m_assembly.renames.find(word);
            result += found == m_assembly.renames.end() ? word : found->second;
            at = end;
        }
        return result;
    }
    std::vector<CodeLineView> viewLines(const std::vector<BlockLine>& lines) const
    {
        std::vector<CodeLineView> views;
        std::size_t indent = std::string::npos;
        for (const BlockLine& line : lines) {
            CodeLineView view;
            const Token& first = line.tokens.front();
            view.number = int(views.size()) + 1;
            view.file = first.file->name;
            view.fileLine = first.line;
            view.patch = line.patch;
            std::string text = first.file->lines[std::size_t(first.line) - 1];
            const auto begin = std::size_t(first.column) - 1;
            const Token& last = line.tokens.back();
            const auto end = std::size_t(last.column + last.length) - 1;
            const auto comment = text.find("//", std::min(end, text.size()));
            if (comment == std::string::npos)
                text.resize(std::min(end, text.size()));
            // What stands before the first word is kept as indentation; a '+' of a patch counts as a blank.
            const auto indentation = std::size_t(std::max(0, int(begin) + line.shift));
            text = std::string(indentation, ' ') + text.substr(begin);
            while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
                text.pop_back();
            view.text = renamed(text);
            if (line.tokens.size() != 2 || !line.tokens.back().is(":")) // labels stand at the margin
                indent = std::min(indent, indentation);
            views.push_back(std::move(view));
        }
        for (CodeLineView& view : views)
            view.text.erase(0, std::min({indent, view.text.size(), view.text.find_first_not_of(' ')}));
        return views;
    }
    void readFlows()
    {
        for (const ast::Flow& flow : m_assembly.flows) {
            ReadFlow read;
            read.flow = &flow;
            Diagnostics found;
            read.body = parseStatements(flow.lines, found);
            read.damaged = adopt(found);
            m_flows.push_back(std::move(read));
        }
    }
    ReadFlow* findFlow(const std::string& name)
    {
        for (ReadFlow& read : m_flows)
            if (read.flow->name.text == name)
                return &read;
        return nullptr;
    }
    int viewOf(ReadFlow& read)
    {
        if (read.view >= 0)
            return read.view;
        FlowView view;
        view.name = read.flow->name.text;
        view.signature = view.name + "(";
        for (const Param& param : read.flow->params)
            view.signature += (view.signature.back() == '(' ? "" : ", ") + param.name.text;
        view.signature += ")";
        view.component = read.flow->component;
        view.source = nameOfSource(read.flow->sources);
        view.lines = viewLines(read.flow->lines);
        read.view = int(m.flows.size());
        m.flows.push_back(std::move(view));
        return read.view;
    }

    // ---- sources

    void checkSource(const Token& token, const std::string& id)
    {
        if (id.empty() || std::any_of(m_parts.sources.begin(), m_parts.sources.end(), [&](const SourceInfo& s) { return s.id == id; }))
            return;
        std::vector<std::string> known;
        for (const SourceInfo& source : m_parts.sources)
            known.push_back(source.id);
        unknown(token, "source", id, known);
    }
    void checkSources()
    {
        for (const ast::Flow& flow : m_assembly.flows)
            for (const SourceRef& ref : flow.sources)
                checkSource(ref.token, ref.id);
    }

    // ---- emitting

    struct Context {
        int index = -1;                         ///< in m.contexts
        int depth = 0;
        std::vector<std::string> flowChain;
        std::map<std::string, std::size_t> locals;  ///< name to index in m.contexts[index].locals
        std::vector<bool> typed;                ///< whether that local's type is known
        std::vector<bool> unclear;              ///< whether it comes from a mistake
        Address result = noValue;
        bool wantsResult = false;
        std::optional<Type> resultType;
        std::vector<std::size_t> returns;       ///< jumps to the end
        std::map<std::string, int> labels;
        struct Goto {
            std::size_t jump;
            Token token;
            std::string label;
        };
        std::vector<Goto> gotos;
        int nextLocal = 0;                      ///< first free local behind this context's own
        const std::vector<CodeLineView>* lines = nullptr;
    };

    Instruction& emit(Op op, Address a = noValue, Address b = noValue, Address c = noValue)
    {
        Instruction instruction;
        instruction.op = op;
        instruction.a = a;
        instruction.b = b;
        instruction.c = c;
        instruction.place = std::int16_t(m_place);
        if (m.code.size() >= maxCode) {
            if (!m_tooLarge)
                complainAt(m_lastToken, "the model is too large: more than " + std::to_string(maxCode) + " instructions");
            m_tooLarge = true;
            m.code.clear();
        }
        m.code.push_back(instruction);
        return m.code.back();
    }
    std::size_t emitJump(Op op, Address a = noValue)
    {
        emit(op, a);
        return m.code.size() - 1;
    }
    void land(std::size_t jump)
    {
        if (jump < m.code.size())
            m.code[jump].target = std::int16_t(m.code.size());
    }
    Address scratch()
    {
        m.scratchCells = std::max(m.scratchCells, m_scratchUsed + 1);
        return Address(scratchBase + m_scratchUsed++);
    }
    Address constant(int value)
    {
        const auto found = std::find(m.constants.begin(), m.constants.end(), std::int8_t(value));
        const auto index = found - m.constants.begin();
        if (found == m.constants.end())
            m.constants.push_back(std::int8_t(value));
        return Address(-2 - index);
    }
    int message(const std::string& text)
    {
        m.messages.push_back(text);
        return int(m.messages.size()) - 1;
    }

    // ---- expressions

    static bool sameType(const Type& a, const Type& b)
    {
        const auto numeric = [](const Type& t) { return t.kind == CellKind::Int || t.kind == CellKind::Bool || t.kind == CellKind::Counter; };
        if (a.unclear || b.unclear || (numeric(a) && numeric(b)))
            return true;
        if (a.kind == CellKind::Pointer && b.kind == CellKind::Pointer)
            return a.pointsTo < 0 || b.pointsTo < 0 || a.pointsTo == b.pointsTo;
        return a.kind == b.kind && a.enumeration == b.enumeration;
    }
    static std::string withUnderscores(std::string_view name)
    {
        std::string text(name);
        std::replace(text.begin(), text.end(), ' ', '_');
        return text;
    }

    /// A pointer's value, a number, a truth. Field reads emit loads; `expected` helps a bare name of an enum or a machine's state.
    Value expression(const Expr& expr, Context& context, const Type* expected = nullptr)
    {
        m_lastToken = expr.token;
        switch (expr.kind) {
        case Expr::Kind::Number:
            return {constant(expr.value), {CellKind::Int}};
        case Expr::Kind::Null:
            return {constant(0), {CellKind::Pointer}};
        case Expr::Kind::Name:
            return nameValue(expr, context, expected);
        case Expr::Kind::Field:
            return fieldValue(expr, context);
        case Expr::Kind::Unary:
            return unary(expr, context);
        case Expr::Kind::Binary:
            return binary(expr, context);
        case Expr::Kind::Call:
            return builtIn(expr, context);
        case Expr::Kind::Forall:
            return forall(expr, context);
        }
        return {};
    }
    Value nameValue(const Expr& expr, Context& context, const Type* expected)
    {
        if (const auto bound = m_bound.find(expr.name); bound != m_bound.end())
            return {constant(bound->second.second), {CellKind::Pointer, bound->second.first}};
        if (const auto local = context.locals.find(expr.name); local != context.locals.end()) {
            const auto& info = m.contexts[std::size_t(context.index)].locals[local->second];
            if (!context.typed[local->second])
                complainAt(expr.token, "'" + expr.name + "' has no value yet");
            return {info.address, {info.kind, info.pointsTo, info.enumeration, nullptr, bool(context.unclear[local->second])}};
        }
        if (const int object = objectIndex(expr.name); object >= 0) {
            const int type = m.objects[std::size_t(object)].type;
            return {constant(object - m.types[std::size_t(type)].firstObject + 1), {CellKind::Pointer, type}};
        }
        if (expr.name == "warned")
            return {Address(m.warned), {CellKind::Bool}};
        if (expected && expected->kind == CellKind::Machine) {
            std::vector<std::string> known;
            const auto states = expected->machine->states();
            for (std::size_t i = 0; i < states.size(); ++i) {
                known.push_back(withUnderscores(states[i].name));
                if (known.back() == expr.name)
                    return {constant(int(i)), {CellKind::Int}};
            }
            unknown(expr.token, "state of " + std::string(expected->machine->name()), expr.name, known);
            return {constant(0), {CellKind::Int}};
        }
        for (std::size_t e = 0; e < m.enumerations.size(); ++e)
            for (std::size_t v = 0; v < m.enumerations[e].size(); ++v)
                if (m.enumerations[e][v] == expr.name)
                    return {constant(int(v)), {CellKind::Enum, -1, int(e)}};
        std::vector<std::string> known;
        for (const auto& entry : context.locals)
            known.push_back(entry.first);
        for (const auto& entry : m_globals)
            known.push_back(entry.first);
        if (!m_damaged)
            unknown(expr.token, "local or object", expr.name, known);
        return {constant(0), unclearType};
    }
    struct Place {
        Address pointer = noValue;
        int field = -1;
    };
    /// The object an access goes to and the field, without the access itself.
    Place place(const Expr& expr, Context& context)
    {
        if (expr.kind != Expr::Kind::Field) {
            complainAt(expr.token, "expected a field, as object.field");
            return {};
        }
        const Value object = expression(expr.kids.front(), context);
        if (object.type.unclear)
            return {};
        if (object.type.kind != CellKind::Pointer || object.type.pointsTo < 0) {
            complainAt(expr.kids.front().token, "'" + expr.kids.front().name + "' is " + kindName(object.type, m) + ", not an object");
            return {};
        }
        const int field = fieldIndex(object.type.pointsTo, expr.name);
        if (field < 0) {
            unknown(expr.token, "field of " + m.types[std::size_t(object.type.pointsTo)].name, expr.name, fieldNames(object.type.pointsTo));
            return {};
        }
        return {object.address, field};
    }
    void touchesShared(const Token& token)
    {
        ++m_shared;
        if (m_shared == 2)
            m_secondShared = token;
    }
    Value fieldValue(const Expr& expr, Context& context)
    {
        const Place at = place(expr, context);
        if (at.field < 0)
            return {constant(0), unclearType};
        const FieldInfo& field = m.fields[std::size_t(at.field)];
        if (field.kind == CellKind::Mutex || field.kind == CellKind::ReadWriteLock)
            complainAt(expr.token, "a lock is taken with lock(), down_read() or down_write(), it has no value");
        if (!field.constant)
            touchesShared(expr.token);
        const Address result = scratch();
        emit(Op::Load, result, at.pointer).field = std::int16_t(at.field);
        return {result, {field.kind, field.pointsTo, field.enumeration, field.machine}};
    }
    Value unary(const Expr& expr, Context& context)
    {
        if (expr.name == "-" && expr.kids.front().kind == Expr::Kind::Name) {
            const int value = errnoValue(expr.kids.front().name);
            if (value != 0)
                return {constant(-value), {CellKind::Int}};
            if (context.locals.find(expr.kids.front().name) == context.locals.end()) {
                std::vector<std::string> known;
                for (const auto& entry : errnoNames)
                    known.emplace_back(entry.first);
                unknown(expr.kids.front().token, "errno", expr.kids.front().name, known);
                return {constant(-1), {CellKind::Int}};
            }
        }
        const Value operand = expression(expr.kids.front(), context);
        const Address result = scratch();
        if (expr.name == "!")
            emit(Op::Not, result, operand.address);
        else
            emit(Op::Subtract, result, constant(0), operand.address);
        return {result, {expr.name == "!" ? CellKind::Bool : CellKind::Int}};
    }
    Value binary(const Expr& expr, Context& context)
    {
        const Expr& first = expr.kids[0];
        const Expr& second = expr.kids[1];
        if (expr.name == "&&" || expr.name == "||") {
            const Address result = scratch();
            const Value left = expression(first, context);
            emit(Op::Not, result, left.address);
            emit(Op::Not, result, result);
            const auto skip = emitJump(expr.name == "&&" ? Op::JumpIfZero : Op::JumpIfNot, result);
            const Value right = expression(second, context);
            emit(Op::Not, result, right.address);
            emit(Op::Not, result, result);
            land(skip);
            return {result, {CellKind::Bool}};
        }
        const Value left = expression(first, context);
        const Value right = expression(second, context, &left.type);
        const bool machine = left.type.kind == CellKind::Machine;
        if (!machine && !sameType(left.type, right.type))
            complainAt(expr.token, "'" + expr.name + "' compares " + kindName(left.type, m) + " with " + kindName(right.type, m));
        const Address result = scratch();
        CellKind kind = CellKind::Bool;
        Op op = Op::Equal;
        Address a = left.address;
        Address b = right.address;
        if (expr.name == "!=") op = Op::NotEqual;
        else if (expr.name == "<") op = Op::Less;
        else if (expr.name == "<=") op = Op::LessEqual;
        else if (expr.name == ">") { op = Op::Less; std::swap(a, b); }
        else if (expr.name == ">=") { op = Op::LessEqual; std::swap(a, b); }
        else if (expr.name == "+") { op = Op::Add; kind = CellKind::Int; }
        else if (expr.name == "-") { op = Op::Subtract; kind = CellKind::Int; }
        emit(op, result, a, b);
        return {result, {kind}};
    }
    bool takes(const Expr& expr, std::size_t count)
    {
        if (expr.kids.size() == count)
            return true;
        complainAt(expr.token, expr.name + " takes " + std::to_string(count) + (count == 1 ? " argument" : " arguments") + ", not " + std::to_string(expr.kids.size()));
        return false;
    }
    std::optional<Place> lockPlace(const Expr& expr, Context& context, CellKind kind)
    {
        if (!takes(expr, 1))
            return std::nullopt;
        const Place at = place(expr.kids[0], context);
        if (at.field < 0)
            return std::nullopt;
        if (m.fields[std::size_t(at.field)].kind != kind) {
            complainAt(expr.kids[0].token, expr.name + " takes " + std::string(kind == CellKind::Mutex ? "a mutex" : "an rwsem") + "; '"
                                               + m.fields[std::size_t(at.field)].name + "' is none");
            return std::nullopt;
        }
        touchesShared(expr.token);
        return at;
    }
    std::optional<Value> pointerArgument(const Expr& expr, Context& context)
    {
        if (!takes(expr, 1))
            return std::nullopt;
        const Value value = expression(expr.kids[0], context);
        if (value.type.unclear)
            return std::nullopt;
        if (value.type.kind != CellKind::Pointer || value.type.pointsTo < 0) {
            complainAt(expr.kids[0].token, expr.name + " takes a pointer to an object");
            return std::nullopt;
        }
        return value;
    }
    static bool isBuiltIn(const std::string& name)
    {
        static const std::set<std::string> names{"lock", "unlock", "down_read", "up_read", "down_write", "up_write", "trylock", "down_read_trylock",
                                                 "down_write_trylock", "alloc", "free", "publish", "unlink", "fire", "dec_and_test", "freed", "exists"};
        return names.contains(name);
    }
    Value builtIn(const Expr& expr, Context& context)
    {
        const Value nothing{constant(0), unclearType};
        const std::string& name = expr.name;
        if (!isBuiltIn(name)) {
            if (findFlow(name))
                complainAt(expr.token, "a call of a flow stands alone, behind '=', in return, or as the whole condition of an if");
            else
                unknownFlow(expr);
            return nothing;
        }
        static const std::map<std::string, std::pair<Op, CellKind>> lockOps{
            {"lock", {Op::Lock, CellKind::Mutex}},           {"unlock", {Op::Unlock, CellKind::Mutex}},
            {"down_read", {Op::DownRead, CellKind::ReadWriteLock}}, {"up_read", {Op::UpRead, CellKind::ReadWriteLock}},
            {"down_write", {Op::DownWrite, CellKind::ReadWriteLock}}, {"up_write", {Op::UpWrite, CellKind::ReadWriteLock}}};
        static const std::map<std::string, std::pair<Op, CellKind>> tryOps{
            {"trylock", {Op::TryLock, CellKind::Mutex}}, {"down_read_trylock", {Op::TryDownRead, CellKind::ReadWriteLock}},
            {"down_write_trylock", {Op::TryDownWrite, CellKind::ReadWriteLock}}};
        if (const auto found = lockOps.find(name); found != lockOps.end()) {
            if (const auto at = lockPlace(expr, context, found->second.second))
                emit(found->second.first, at->pointer).field = std::int16_t(at->field);
            return nothing;
        }
        if (const auto found = tryOps.find(name); found != tryOps.end()) {
            const Address result = scratch();
            if (const auto at = lockPlace(expr, context, found->second.second))
                emit(found->second.first, result, at->pointer).field = std::int16_t(at->field);
            return {result, {CellKind::Bool}};
        }
        if (name == "alloc") {
            if (!takes(expr, 1))
                return nothing;
            const auto pool = std::find_if(m_pools.begin(), m_pools.end(), [&](const auto& p) { return p.first == expr.kids[0].name; });
            if (pool == m_pools.end()) {
                std::vector<std::string> known;
                for (const auto& entry : m_pools)
                    known.push_back(entry.first);
                unknown(expr.kids[0].token, "pool", expr.kids[0].name, known);
                return nothing;
            }
            const Address result = scratch();
            emit(Op::Allocate, result).field = std::int16_t(pool->second);
            return {result, {CellKind::Pointer, m.pools[std::size_t(pool->second)].type}};
        }
        if (name == "free" || name == "publish" || name == "unlink") {
            if (const auto object = pointerArgument(expr, context)) {
                if (name == "free")
                    touchesShared(expr.token);
                emit(name == "free" ? Op::Free : name == "publish" ? Op::Publish : Op::Unlink, object->address).field = std::int16_t(object->type.pointsTo);
            }
            return nothing;
        }
        if (name == "freed" || name == "exists") {
            const Address result = scratch();
            if (const auto object = pointerArgument(expr, context))
                emit(name == "freed" ? Op::IsFreed : Op::Exists, result, object->address).field = std::int16_t(object->type.pointsTo);
            return {result, {CellKind::Bool}};
        }
        if (name == "dec_and_test") {
            if (!takes(expr, 1))
                return nothing;
            const Place at = place(expr.kids[0], context);
            if (at.field < 0)
                return nothing;
            if (m.fields[std::size_t(at.field)].kind != CellKind::Counter)
                complainAt(expr.kids[0].token, "dec_and_test takes a counter");
            touchesShared(expr.token);
            const Address result = scratch();
            emit(Op::DecrementTest, result, at.pointer).field = std::int16_t(at.field);
            return {result, {CellKind::Bool}};
        }
        return fire(expr, context);
    }
    Value fire(const Expr& expr, Context& context)
    {
        const Value nothing{constant(0), unclearType};
        if (expr.kids.size() < 2 || expr.kids.size() > 3) {
            complainAt(expr.token, "fire takes a machine, an event and perhaps a payload");
            return nothing;
        }
        const Place at = place(expr.kids[0], context);
        if (at.field < 0)
            return nothing;
        const Machine* machine = m.fields[std::size_t(at.field)].machine;
        if (!machine) {
            complainAt(expr.kids[0].token, "'" + expr.kids[0].name + "' is no machine");
            return nothing;
        }
        const auto events = machine->events();
        const auto event = std::find_if(events.begin(), events.end(), [&](const MachineEvent& e) { return e.name == expr.kids[1].name; });
        if (event == events.end()) {
            std::vector<std::string> known;
            for (const MachineEvent& e : events)
                known.emplace_back(e.name);
            unknown(expr.kids[1].token, "event of " + std::string(machine->name()), expr.kids[1].name, known);
            return nothing;
        }
        Address payload = constant(0);
        if (expr.kids.size() == 3)
            payload = expression(expr.kids[2], context).address;
        touchesShared(expr.token);
        const Address result = scratch();
        Instruction& instruction = emit(Op::Fire, result, at.pointer, payload);
        instruction.field = std::int16_t(at.field);
        instruction.event = std::uint8_t(event - events.begin());
        return {result, {CellKind::Int}};
    }
    /// Unrolled over all objects of the struct; those that do not exist do not count.
    Value forall(const Expr& expr, Context& context)
    {
        const Address result = scratch();
        emit(Op::Move, result, constant(1));
        std::vector<std::size_t> outs;
        forallOver(expr, 0, context, result, outs);
        for (const auto out : outs)
            land(out);
        return {result, {CellKind::Bool}};
    }
    void forallOver(const Expr& expr, std::size_t level, Context& context, Address result, std::vector<std::size_t>& outs)
    {
        if (level == expr.bound.size()) {
            const int used = m_scratchUsed;
            const Value value = expression(expr.kids[0], context);
            emit(Op::Not, result, value.address);
            emit(Op::Not, result, result);
            outs.push_back(emitJump(Op::JumpIfZero, result));
            m_scratchUsed = used;
            return;
        }
        const auto& [typeToken, name] = expr.bound[level];
        const int type = typeIndex(typeToken.text);
        if (type < 0) {
            unknown(typeToken, "struct", typeToken.text, structNames());
            return;
        }
        for (int pointer = 1; pointer <= m.types[std::size_t(type)].objects; ++pointer) {
            m_bound[name.text] = {type, pointer};
            const Address there = scratch();
            emit(Op::Exists, there, constant(pointer)).field = std::int16_t(type);
            const auto skip = emitJump(Op::JumpIfZero, there);
            forallOver(expr, level + 1, context, result, outs);
            land(skip);
        }
        m_bound.erase(name.text);
    }
    void unknownFlow(const Expr& expr)
    {
        std::vector<std::string> known;
        for (const ReadFlow& read : m_flows)
            known.push_back(read.flow->name.text);
        unknown(expr.token, "flow", expr.name, known);
    }

    // ---- statements

    static bool isFlowCall(const Expr& expr) { return expr.kind == Expr::Kind::Call && !isBuiltIn(expr.name); }

    void sequence(const std::vector<Stmt>& statements, Context& context)
    {
        for (const Stmt& stmt : statements)
            statement(stmt, context);
    }
    std::string textOf(const Stmt& stmt) const
    {
        const std::string& line = stmt.token.file->lines[std::size_t(stmt.token.line) - 1];
        std::string text = line.substr(std::min(line.size(), std::size_t(stmt.token.column) - 1));
        if (const auto comment = text.find("//"); comment != std::string::npos)
            text.resize(comment);
        if (const auto source = text.find(" @"); source != std::string::npos)
            text.resize(source);
        while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.back())) || text.back() == '{'))
            text.pop_back();
        // One line may hold several statements.
        const bool simple = stmt.kind == Stmt::Kind::Expression || stmt.kind == Stmt::Kind::Assign || stmt.kind == Stmt::Kind::Count
            || stmt.kind == Stmt::Kind::Return || stmt.kind == Stmt::Kind::Goto || stmt.kind == Stmt::Kind::Warn
            || (stmt.kind == Stmt::Kind::Atomic && text.find('{') == std::string::npos);
        if (const auto end = text.find(';'); simple && end != std::string::npos)
            text.resize(end + 1);
        // One line may hold `{ a; }`; a brace that was opened before is not this statement's.
        if (std::count(text.begin(), text.end(), '{') < std::count(text.begin(), text.end(), '}'))
            text.erase(text.rfind('}'));
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
            text.pop_back();
        return renamed(text);
    }
    int lineOf(const Stmt& stmt, const Context& context) const
    {
        if (context.lines)
            for (const CodeLineView& line : *context.lines)
                if (line.fileLine == stmt.token.line && line.file == stmt.token.file->name)
                    return line.number;
        return 0;
    }
    static std::string shortened(const Expr& expr)
    {
        return expr.kind == Expr::Kind::Field || expr.kind == Expr::Kind::Name ? expr.name : std::string();
    }
    /// Fields of that name called `lock` say little: the object in front says which.
    static std::string lockName(const Expr& expr)
    {
        if (expr.kind == Expr::Kind::Field && (expr.name == "lock" || expr.name == "rwsem" || expr.name == "mutex"))
            return expr.name == "mutex" ? "mutex" : shortened(expr.kids.front());
        return shortened(expr);
    }
    /// A few words for a timeline block.
    std::string labelOf(const Stmt& stmt) const
    {
        const auto read = [](const Expr& expr) {
            const Expr* at = &expr;
            while (at->kind == Expr::Kind::Unary || at->kind == Expr::Kind::Binary) {
                const auto deeper = std::find_if(at->kids.begin(), at->kids.end(), [](const Expr& kid) {
                    return kid.kind == Expr::Kind::Field || kid.kind == Expr::Kind::Unary || kid.kind == Expr::Kind::Binary || kid.kind == Expr::Kind::Call;
                });
                if (deeper == at->kids.end())
                    break;
                at = &*deeper;
            }
            return at;
        };
        const auto call = [&](const Expr& expr) -> std::string {
            const std::string& name = expr.name;
            const std::string argument = expr.kids.empty() ? std::string() : shortened(expr.kids.front());
            const std::string lock = expr.kids.empty() ? std::string() : lockName(expr.kids.front());
            if (name == "lock" || name == "down_write") return "take " + lock;
            if (name == "down_read") return "read-lock " + lock;
            if (name == "unlock" || name == "up_read" || name == "up_write") return "drop " + lock;
            if (name == "trylock" || name == "down_read_trylock" || name == "down_write_trylock") return "try " + lock;
            if (name == "free") return "free " + argument;
            if (name == "alloc") return "allocate " + argument;
            if (name == "dec_and_test") return "put " + argument;
            if (name == "fire" && expr.kids.size() > 1) return expr.kids[1].name;
            return name;
        };
        switch (stmt.kind) {
        case Stmt::Kind::Expression:
            return call(stmt.exprs[0]);
        case Stmt::Kind::Assign: {
            const Expr& target = stmt.exprs[0];
            const Expr& value = stmt.exprs[1];
            if (target.kind == Expr::Kind::Field) {
                if (value.kind == Expr::Kind::Null || (value.kind == Expr::Kind::Number && value.value == 0))
                    return "clear " + target.name;
                return "set " + target.name;
            }
            const Expr* inner = read(value);
            if (inner->kind == Expr::Kind::Call)
                return call(*inner);
            return "read " + shortened(*inner);
        }
        case Stmt::Kind::Count:
            return shortened(stmt.exprs[0]) + stmt.name;
        case Stmt::Kind::If:
        case Stmt::Kind::While: {
            const Expr* inner = read(stmt.exprs[0]);
            return inner->kind == Expr::Kind::Call ? call(*inner) : "test " + shortened(*inner);
        }
        case Stmt::Kind::Return:
            return stmt.exprs.empty() ? "return" : "return " + shortened(*read(stmt.exprs[0]));
        case Stmt::Kind::Atomic:
            return !stmt.name.empty() ? stmt.name : stmt.body.empty() ? "atomic" : labelOf(stmt.body.front());
        case Stmt::Kind::Wait: return "wait";
        case Stmt::Kind::Warn: return "WARN";
        case Stmt::Kind::Choose: return "choose";
        default: return {};
        }
    }
    void beginPlace(const Stmt& stmt, const Context& context)
    {
        if (m_atomicDepth > 0)
            return; // everything inside an atomic block is its first line's step
        PlaceInfo info;
        info.context = context.index;
        info.line = lineOf(stmt, context);
        info.text = textOf(stmt);
        info.label = labelOf(stmt);
        m_place = int(m.places.size());
        m.places.push_back(std::move(info));
    }
    /// Closes one statement: if it touched shared state its first instruction is where a step begins.
    void endOfShared(std::size_t first, bool always = false)
    {
        if (m_atomicDepth > 0)
            return;
        if (m_shared > 1 && !always)
            complainAt(m_secondShared, "this statement touches shared state twice; one statement is one step",
                       "put the first value in a local, or both in atomic { } if the kernel does them under one spinlock");
        if ((m_shared > 0 || always) && first < m.code.size())
            m.code[first].begins = true;
        m_shared = 0;
    }
    void statement(const Stmt& stmt, Context& context)
    {
        m_lastToken = stmt.token;
        if (m_tooLarge)
            return;
        if (m_atomicDepth == 0) {
            m_scratchUsed = 0;
            m_shared = 0;
        }
        beginPlace(stmt, context);
        if (!stmt.source.id.empty())
            checkSource(stmt.token, stmt.source.id);
        const std::size_t first = m.code.size();
        switch (stmt.kind) {
        case Stmt::Kind::Expression:
            if (isFlowCall(stmt.exprs[0]))
                call(stmt.exprs[0], context, noValue);
            else {
                expression(stmt.exprs[0], context);
                endOfShared(first);
            }
            break;
        case Stmt::Kind::Assign:
            assign(stmt, context, first);
            break;
        case Stmt::Kind::Count: {
            const Expr& target = stmt.exprs[0];
            if (target.kind == Expr::Kind::Name) {
                const Value value = expression(target, context);
                emit(stmt.name == "++" ? Op::Add : Op::Subtract, value.address, value.address, constant(1));
            } else if (const Place at = place(target, context); at.field >= 0) {
                const CellKind kind = m.fields[std::size_t(at.field)].kind;
                if (kind != CellKind::Counter && kind != CellKind::Int)
                    complainAt(target.token, "'" + target.name + "' is no counter");
                touchesShared(target.token);
                emit(stmt.name == "++" ? Op::Increment : Op::Decrement, at.pointer).field = std::int16_t(at.field);
            }
            endOfShared(first);
            break;
        }
        case Stmt::Kind::If: {
            const auto skip = branch(stmt, context, first);
            sequence(stmt.body, context);
            if (stmt.hasElse) {
                const auto over = emitJump(Op::Jump);
                land(skip);
                sequence(stmt.orElse, context);
                land(over);
            } else {
                land(skip);
            }
            break;
        }
        case Stmt::Kind::While: {
            const auto out = branch(stmt, context, first);
            sequence(stmt.body, context);
            emit(Op::Jump).target = std::int16_t(first);
            land(out);
            break;
        }
        case Stmt::Kind::Goto:
            context.gotos.push_back({jumpOut(), stmt.token, stmt.name});
            break;
        case Stmt::Kind::Label:
            if (!context.labels.emplace(stmt.name, int(m.code.size())).second)
                complainAt(stmt.token, "there is already a label '" + stmt.name + "'");
            emit(Op::Nop);
            break;
        case Stmt::Kind::Return:
            returnFrom(stmt, context, first);
            break;
        case Stmt::Kind::Block:
            sequence(stmt.body, context);
            break;
        case Stmt::Kind::Atomic:
            if (m_atomicDepth > 0) {
                sequence(stmt.body, context);
                break;
            }
            emit(Op::AtomicBegin).begins = true;
            ++m_atomicDepth;
            sequence(stmt.body, context);
            --m_atomicDepth;
            emit(Op::AtomicEnd);
            break;
        case Stmt::Kind::Choose:
            choose(stmt, context);
            break;
        case Stmt::Kind::Wait: {
            const Value condition = expression(stmt.exprs[0], context);
            emit(stmt.hasElse ? Op::WaitOrTimeOut : Op::Wait, condition.address);
            const auto wait = m.code.size() - 1;
            endOfShared(first, true);
            if (stmt.hasElse) {
                const auto over = emitJump(Op::Jump);
                land(wait);
                sequence(stmt.body, context);
                land(over);
            }
            break;
        }
        case Stmt::Kind::Warn:
            emit(Op::Warn).field = std::int16_t(message(stmt.name));
            endOfShared(first, true);
            break;
        }
    }
    /// Leaving a flow or a block from inside `atomic` ends the atomic part.
    std::size_t jumpOut()
    {
        if (m_atomicDepth > 0)
            emit(Op::AtomicEnd);
        return emitJump(Op::Jump);
    }
    std::size_t branch(const Stmt& stmt, Context& context, std::size_t first)
    {
        const Expr* condition = &stmt.exprs[0];
        bool negated = false;
        while (condition->kind == Expr::Kind::Unary && condition->name == "!") {
            negated = !negated;
            condition = &condition->kids.front();
        }
        Address address;
        if (isFlowCall(*condition)) {
            address = scratch();
            call(*condition, context, address);
        } else {
            address = expression(*condition, context).address;
            endOfShared(first);
        }
        return emitJump(negated ? Op::JumpIfNot : Op::JumpIfZero, address);
    }
    void assign(const Stmt& stmt, Context& context, std::size_t first)
    {
        const Expr& target = stmt.exprs[0];
        const Expr& source = stmt.exprs[1];
        if (target.kind == Expr::Kind::Name) {
            const auto local = context.locals.find(target.name);
            if (local == context.locals.end()) {
                complainAt(target.token, "'" + target.name + "' is an object, not a local; it cannot be assigned");
                return;
            }
            const Address address = m.contexts[std::size_t(context.index)].locals[local->second].address;
            Type type;
            if (isFlowCall(source)) {
                const auto result = call(source, context, address);
                type = result.value_or(unclearType);
            } else {
                const Value value = expression(source, context);
                emit(Op::Move, address, value.address);
                type = value.type;
                endOfShared(first);
            }
            if (type.kind == CellKind::Counter || type.kind == CellKind::Machine)
                type = {CellKind::Int};
            auto& info = m.contexts[std::size_t(context.index)].locals[local->second];
            if (!context.typed[local->second] || (info.kind == CellKind::Pointer && info.pointsTo < 0)) {
                info.kind = type.kind;
                info.pointsTo = type.pointsTo;
                info.enumeration = type.enumeration;
                context.unclear[local->second] = type.unclear;
                context.typed[local->second] = true;
            } else if (!context.unclear[local->second] && !sameType({info.kind, info.pointsTo, info.enumeration}, type)) {
                complainAt(target.token, "'" + target.name + "' was " + kindName({info.kind, info.pointsTo, info.enumeration}, m) + " and now becomes "
                                             + kindName(type, m));
            }
            return;
        }
        if (isFlowCall(source)) {
            complainAt(source.token, "put the result of a call in a local first; storing it is a step of its own");
            return;
        }
        const Place at = place(target, context);
        if (at.field < 0)
            return;
        const FieldInfo& field = m.fields[std::size_t(at.field)];
        const Type type{field.kind, field.pointsTo, field.enumeration, field.machine};
        const Value value = expression(source, context, &type);
        if (field.kind == CellKind::Mutex || field.kind == CellKind::ReadWriteLock)
            complainAt(target.token, "a lock is not assigned");
        else if (field.kind == CellKind::Machine && !m_inPrologue)
            complainAt(target.token, "a machine moves by fire(); only a given state may set it");
        else if (field.kind != CellKind::Machine && !sameType(type, value.type))
            complainAt(target.token, "'" + target.name + "' is " + kindName(type, m) + ", not " + kindName(value.type, m));
        touchesShared(target.token);
        emit(Op::Store, at.pointer, value.address).field = std::int16_t(at.field);
        endOfShared(first);
    }
    void returnFrom(const Stmt& stmt, Context& context, std::size_t first)
    {
        if (!stmt.exprs.empty()) {
            if (isFlowCall(stmt.exprs[0])) {
                const Address address = context.result == noValue ? scratch() : context.result;
                if (const auto type = call(stmt.exprs[0], context, address))
                    noteResult(*type, stmt, context);
            } else {
                const Value value = expression(stmt.exprs[0], context);
                if (context.result != noValue)
                    emit(Op::Move, context.result, value.address);
                noteResult(value.type, stmt, context);
                endOfShared(first);
            }
        } else if (context.wantsResult) {
            complainAt(stmt.token, "this flow is called for its value; expected a value after return");
        }
        context.returns.push_back(jumpOut());
    }
    void noteResult(Type type, const Stmt& stmt, Context& context)
    {
        if (type.kind == CellKind::Counter || type.kind == CellKind::Bool)
            type = {CellKind::Int};
        if (!context.resultType || (context.resultType->kind == CellKind::Pointer && context.resultType->pointsTo < 0))
            context.resultType = type;
        else if (!sameType(*context.resultType, type))
            complainAt(stmt.token, "this flow returned " + kindName(*context.resultType, m) + " before and " + kindName(type, m) + " here");
    }
    void choose(const Stmt& stmt, Context& context)
    {
        if (m_atomicDepth > 0) {
            complainAt(stmt.token, "choose cannot stand inside atomic");
            return;
        }
        Instruction& head = emit(Op::Choose);
        head.begins = true;
        head.field = std::int16_t(stmt.alternatives.size());
        std::string labels;
        std::vector<std::size_t> entries;
        for (std::size_t i = 0; i < stmt.alternatives.size(); ++i)
            entries.push_back(emitJump(Op::Jump));
        m.code[entries.front() - 1].target = std::int16_t(m.messages.size());
        for (std::size_t i = 0; i < stmt.alternatives.size(); ++i)
            message(stmt.labels[i]);
        std::vector<std::size_t> outs;
        for (std::size_t i = 0; i < stmt.alternatives.size(); ++i) {
            land(entries[i]);
            sequence(stmt.alternatives[i], context);
            outs.push_back(emitJump(Op::Jump));
        }
        for (const auto out : outs)
            land(out);
    }

    // ---- calls

    void collectLocals(const std::vector<Stmt>& statements, std::vector<std::string>& names) const
    {
        for (const Stmt& stmt : statements) {
            if (stmt.kind == Stmt::Kind::Assign && stmt.exprs[0].kind == Expr::Kind::Name && objectIndex(stmt.exprs[0].name) < 0)
                names.push_back(stmt.exprs[0].name);
            collectLocals(stmt.body, names);
            collectLocals(stmt.orElse, names);
            for (const auto& alternative : stmt.alternatives)
                collectLocals(alternative, names);
        }
    }
    void addLocal(Context& context, const std::string& name, const Type* type)
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
            complainAt(m_lastToken, "more than " + std::to_string(localsPerThread) + " locals are alive at once");
        m_localCells = std::max(m_localCells, context.nextLocal);
        auto& locals = m.contexts[std::size_t(context.index)].locals;
        context.locals[name] = locals.size();
        context.typed.push_back(type != nullptr);
        context.unclear.push_back(false);
        locals.push_back(std::move(local));
    }
    void finishContext(Context& context, int firstOwn)
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
            unknown(token, "label", name, known);
        }
        if (context.nextLocal > firstOwn)
            emit(Op::Clear, Address(localsBase + m_thread * localsPerThread + firstOwn), Address(context.nextLocal - firstOwn));
        else if (!context.returns.empty())
            emit(Op::Nop);
    }
    /// Expands a flow where it is called. The type of what it returns, or nothing.
    std::optional<Type> call(const Expr& expr, Context& caller, Address result)
    {
        ReadFlow* read = findFlow(expr.name);
        if (!read) {
            unknownFlow(expr);
            return std::nullopt;
        }
        const ast::Flow& flow = *read->flow;
        if (std::find(caller.flowChain.begin(), caller.flowChain.end(), expr.name) != caller.flowChain.end()) {
            complainAt(expr.token, expr.name + " would call itself; a flow has no recursion");
            return std::nullopt;
        }
        if (caller.depth > maxCallDepth) {
            complainAt(expr.token, "calls nested deeper than " + std::to_string(maxCallDepth));
            return std::nullopt;
        }
        if (m_atomicDepth > 0) {
            complainAt(expr.token, "a flow cannot be called inside atomic or between commas");
            return std::nullopt;
        }
        if (expr.kids.size() != flow.params.size()) {
            complainAt(expr.token, expr.name + " takes " + std::to_string(flow.params.size()) + " arguments, not " + std::to_string(expr.kids.size()));
            return std::nullopt;
        }
        const bool userCall = m.contexts[std::size_t(caller.index)].flow < 0 && m_thread < maxThreads;
        int callIndex = -1;
        if (userCall) {
            callIndex = int(m.calls.size());
            m.calls.push_back({m_thread, expr.name, flow.file});
            Instruction& enter = emit(Op::EnterCall);
            enter.begins = true;
            enter.field = std::int16_t(callIndex);
        }

        Context context;
        context.depth = caller.depth + 1;
        context.flowChain = caller.flowChain;
        context.flowChain.push_back(expr.name);
        context.nextLocal = caller.nextLocal;
        // What a user call returns is looked at by whoever watches, even when the caller does not.
        context.result = userCall && result == noValue ? scratch() : result;
        context.wantsResult = result != noValue;
        context.index = int(m.contexts.size());
        ContextInfo info;
        info.flow = viewOf(*read);
        info.caller = caller.index;
        info.callLine = m_place < 0 ? 0 : m.places[std::size_t(m_place)].line;
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
                type.pointsTo = typeIndex(param.type.text);
                if (type.pointsTo < 0)
                    unknown(param.type, "struct", param.type.text, structNames());
            } else if (param.type.text == "bool") {
                type.kind = CellKind::Bool;
            } else if (param.type.text != "int") {
                complainAt(param.type, "a parameter is int, bool or a pointer to a struct", typeIndex(param.type.text) >= 0 ? "write " + param.type.text + "*" : "");
            }
            if (!sameType(type, arguments[i].type))
                complainAt(expr.kids[i].token, expr.name + " takes " + kindName(type, m) + " here, not " + kindName(arguments[i].type, m));
            addLocal(context, param.name.text, &type);
            emit(Op::Move, m.contexts[std::size_t(context.index)].locals.back().address, arguments[i].address);
        }
        if (m_shared > 0 && first < m.code.size())
            m.code[first].begins = true;
        if (m_shared > 1)
            complainAt(m_secondShared, "the arguments touch shared state twice; one statement is one step", "put the first value in a local");

        std::vector<std::string> names;
        collectLocals(read->body, names);
        for (const std::string& name : names)
            addLocal(context, name, nullptr);
        const auto lines = m.flows[std::size_t(m.contexts[std::size_t(context.index)].flow)].lines;
        context.lines = &lines;
        if (context.wantsResult)
            emit(Op::Move, result, constant(0));
        const int savedPlace = m_place;
        const int savedScratch = m_scratchUsed;
        sequence(read->body, context);
        m_place = savedPlace;
        m_scratchUsed = savedScratch;
        finishContext(context, firstOwn);
        if (context.wantsResult && !context.resultType && !read->body.empty())
            complainAt(expr.token, expr.name + " returns nothing");
        if (userCall) {
            Instruction& leave = emit(Op::ReturnFromCall, context.resultType ? context.result : Address(noValue));
            leave.field = std::int16_t(callIndex);
        }
        m_shared = 0;
        return context.resultType;
    }
    Value expressionOfCall(const Expr& expr)
    {
        complainAt(expr.token, "put the result of a call in a local first");
        return {constant(0), {CellKind::Int}};
    }

    // ---- threads, start, properties

    void checkEveryFlow()
    {
        const Model before = m;
        m_thread = dryThread;
        for (ReadFlow& read : m_flows) {
            Expr expr;
            expr.kind = Expr::Kind::Call;
            expr.name = read.flow->name.text;
            expr.token = read.flow->name;
            Context nobody;
            nobody.index = 0;
            m.contexts.assign(1, ContextInfo{});
            for (const Param& param : read.flow->params) {
                // An argument of the right type, so that only the flow itself is judged.
                Expr argument;
                argument.token = param.name;
                if (param.pointer)
                    argument.kind = Expr::Kind::Null;
                expr.kids.push_back(argument);
            }
            m_damaged = read.damaged;
            call(expr, nobody, noValue);
            m.code.clear();
        }
        m = before;
        for (ReadFlow& read : m_flows)
            read.view = -1;
        m_localCells = 0;
        m_damaged = false;
    }
    Context topContext(const std::vector<Stmt>& body)
    {
        Context context;
        context.index = int(m.contexts.size());
        m.contexts.emplace_back();
        std::vector<std::string> names;
        collectLocals(body, names);
        for (const std::string& name : names)
            addLocal(context, name, nullptr);
        return context;
    }
    void compileThread(const std::string& name, const std::string& title, const std::string& actor, bool epilogue, const std::vector<BlockLine>& lines)
    {
        ThreadInfo thread;
        thread.name = name;
        thread.title = title;
        thread.actor = actor;
        thread.epilogue = epilogue;
        m_thread = int(m.threads.size());
        m_localCells = 0;
        const auto body = parseStatements(lines, m_problems);
        const auto views = viewLines(lines);
        Context context = topContext(body);
        context.lines = &views;
        thread.begin = int(m.code.size());
        m_place = -1;
        if (epilogue) {
            emit(Op::WaitForOthers).begins = true;
        }
        sequence(body, context);
        const int own = context.nextLocal;
        context.nextLocal = 0; // the locals of the list of calls stay to be looked at
        finishContext(context, own);
        m_place = -1;
        emit(Op::End).begins = true;
        thread.localCells = m_localCells;
        if (thread.title.empty() && !m.calls.empty() && m.calls.back().thread == m_thread)
            for (const CallInfo& call : m.calls)
                if (call.thread == m_thread)
                    thread.title += (thread.title.empty() ? "" : ", ") + call.name;
        m.threads.push_back(std::move(thread));
    }
    void compileThreads()
    {
        const Scenario& scenario = *m_assembly.scenario;
        m.scenarioTitle = scenario.title;
        for (const Thread& thread : scenario.threads)
            compileThread(thread.name.text, thread.title, thread.actor.empty() ? "vmm" : thread.actor, false, thread.lines);
        if (!scenario.epilogue.text.empty()) {
            const auto found = std::find_if(m_assembly.epilogues.begin(), m_assembly.epilogues.end(),
                                            [&](const Epilogue& e) { return e.name.text == scenario.epilogue.text; });
            if (found == m_assembly.epilogues.end()) {
                std::vector<std::string> known;
                for (const Epilogue& e : m_assembly.epilogues)
                    known.push_back(e.name.text);
                unknown(scenario.epilogue, "epilogue", scenario.epilogue.text, known);
            } else {
                compileThread(found->name.text, "closing everything", "vmm", true, found->lines);
            }
        }
    }
    void compileStart()
    {
        const Token& wanted = m_assembly.scenario->start;
        if (wanted.text.empty())
            return;
        const auto found = std::find_if(m_assembly.starts.begin(), m_assembly.starts.end(), [&](const Start& s) { return s.name.text == wanted.text; });
        if (found == m_assembly.starts.end()) {
            std::vector<std::string> known;
            for (const Start& start : m_assembly.starts)
                known.push_back(start.name.text);
            unknown(wanted, "state or prologue", wanted.text, known);
            return;
        }
        m_thread = prologueThread;
        m_localCells = 0;
        m_inPrologue = true;
        m_place = -1;
        const auto body = parseStatements(found->lines, m_problems);
        const auto views = viewLines(found->lines);
        Context context = topContext(body);
        context.lines = &views;
        m.prologue = int(m.code.size());
        m.prologueIsGiven = true;
        sequence(body, context);
        const int own = context.nextLocal;
        context.nextLocal = 0;
        finishContext(context, own);
        emit(Op::End).begins = true;
        m_prologueLocals = m_localCells;
        m_inPrologue = false;
    }
    Formula formula(const Expr& expr)
    {
        Context context;
        context.index = int(m.contexts.size());
        m.contexts.emplace_back();
        m_place = -1;
        m_scratchUsed = 0;
        Formula result;
        result.begin = int(m.code.size());
        result.result = expression(expr, context).address;
        emit(Op::End);
        return result;
    }
    bool exists(const std::pair<Token, Token>& need, bool anywhere)
    {
        const int type = typeIndex(need.first.text);
        if (type >= 0 && fieldIndex(type, need.second.text) >= 0)
            return true;
        if (!anywhere)
            return false;
        // A field that some patch of the library would add is a known word; anything else is a mistake.
        for (const ast::Patch& patch : m_parts.patches) {
            for (const Hunk& hunk : patch.hunks)
                if (hunk.isStruct && hunk.target.text == need.first.text)
                    for (const BlockLine& line : hunk.lines)
                        for (const Token& token : line.tokens)
                            if (token.text == need.second.text)
                                return true;
            for (const ast::Struct& s : patch.structs)
                if (s.name.text == need.first.text)
                    return true;
            for (const Rename& rename : patch.renames)
                if (rename.to.text == need.second.text || rename.from.text == need.second.text)
                    return true;
        }
        return false;
    }
    void compileProperties()
    {
        static const char* const whenNames[] = {"always", "at rest", "at the end", "", "always"};
        m_thread = dryThread;
        for (const Property& property : m_parts.properties) {
            PropertyInfo info;
            info.id = property.id;
            info.title = property.title;
            info.when = whenNames[int(property.when)];
            info.builtIn = property.when == Property::When::BuiltIn;
            if (!property.sources.empty()) {
                info.source.id = property.sources.front().id;
                info.source.section = property.sources.front().section;
            }
            PropertyCode code;
            code.when = PropertyCode::When(int(property.when) == 4 ? 0 : int(property.when));
            bool lockKnown = true;
            if (property.lock) {
                info.when = "while " + property.lock->kids.front().name + "." + property.lock->name + " is free";
                const int object = property.lock->kind == Expr::Kind::Field ? objectIndex(property.lock->kids.front().name) : -1;
                const int field = object < 0 ? -1 : fieldIndex(m.objects[std::size_t(object)].type, property.lock->name);
                lockKnown = field >= 0;
                if (lockKnown)
                    code.lockCells.push_back(m.address(object, field));
                else
                    complainAt(property.lock->token, "expected the lock of a global object after while_free");
            }
            code.property = int(m.properties.size());
            for (const Clause& clause : property.clauses) {
                bool applies = lockKnown;
                for (const auto& need : clause.needs) {
                    if (!exists(need, false))
                        applies = false;
                    if (!exists(need, true))
                        complainAt(need.second, "no struct " + need.first.text + " of any design has a field '" + need.second.text + "'");
                }
                if (!applies)
                    continue;
                ClauseInfo entry;
                entry.must = formula(clause.must);
                entry.says = clause.says;
                for (const Clause::Rule& rule : clause.rules) {
                    ClauseInfo::Rule compiled;
                    compiled.failure = rule.failure;
                    compiled.condition.begin = -1;
                    if (rule.condition)
                        compiled.condition = formula(*rule.condition);
                    entry.rules.push_back(std::move(compiled));
                }
                code.clauses.push_back(std::move(entry));
            }
            m.properties.push_back(info);
            if (code.clauses.empty() && !info.builtIn)
                m.notApplicable.push_back(info.id);
            else if (!info.builtIn)
                m.propertyCode.push_back(std::move(code));
        }
        // What the step itself finds always has its words, also in a file that declares no properties.
        const auto builtIn = [&](const char* id, const char* title) {
            if (std::any_of(m.properties.begin(), m.properties.end(), [&](const PropertyInfo& p) { return p.id == id; }))
                return;
            PropertyInfo info;
            info.id = id;
            info.title = title;
            info.when = "always";
            info.builtIn = true;
            m.properties.push_back(std::move(info));
        };
        builtIn("I3", "no access to a freed object");
        builtIn("I10", "no cycle of waiting threads; a thread in user space holds no lock");
        builtIn("I21", "a guarded field is touched only with its guard held");
    }

    // ---- the final layout

    void finish()
    {
        int cell = m_objectCells;
        for (ThreadInfo& thread : m.threads) {
            thread.pc = cell;
            thread.locals = cell + 2;
            cell += 2 + thread.localCells;
        }
        m.stateBytes = cell;
        m.blank.resize(std::size_t(cell), 0);
        for (const ThreadInfo& thread : m.threads) {
            m.blank[std::size_t(thread.pc)] = std::int8_t(thread.begin & 0xff);
            m.blank[std::size_t(thread.pc) + 1] = std::int8_t(thread.begin >> 8);
        }
        const int prologueLocals = m.scratchCells;
        m.scratchCells += m_prologueLocals;
        if (m.memoryCells() > 30000)
            complainAt(m_lastToken, "the model is too large: more than 30000 cells");
        const auto place = [&](Address& address) {
            if (address <= -2)
                address = Address(m.stateBytes + m.scratchCells + (-2 - address));
            else if (address >= scratchBase)
                address = Address(m.stateBytes + (address - scratchBase));
            else if (address >= localsBase) {
                const int thread = (address - localsBase) / localsPerThread;
                const int local = (address - localsBase) % localsPerThread;
                address = thread == prologueThread ? Address(m.stateBytes + prologueLocals + local)
                                                   : Address(thread < int(m.threads.size()) ? m.threads[std::size_t(thread)].locals + local : 0);
            }
        };
        for (Instruction& instruction : m.code) {
            place(instruction.a);
            if (instruction.op != Op::Clear)
                place(instruction.b);
            place(instruction.c);
        }
        for (ContextInfo& context : m.contexts)
            for (auto& local : context.locals)
                place(local.address);
        for (PropertyCode& property : m.propertyCode)
            for (ClauseInfo& clause : property.clauses) {
                place(clause.must.result);
                for (auto& rule : clause.rules)
                    place(rule.condition.result);
            }
    }

    const Library::Parts& m_parts;
    const Assembly& m_assembly;
    Diagnostics& m_problems;
    Model m;

    std::vector<std::vector<ast::Field>> m_fieldAsts;
    std::vector<std::pair<std::string, int>> m_globals;   ///< name, object
    std::vector<std::pair<std::string, int>> m_pools;     ///< name, pool
    std::vector<ReadFlow> m_flows;
    std::map<std::string, std::pair<int, int>> m_bound;   ///< forall: name to struct and pointer value
    int m_objectCells = 0;
    int m_thread = 0;
    int m_localCells = 0;
    int m_prologueLocals = 0;
    int m_place = -1;
    int m_scratchUsed = 0;
    int m_shared = 0;
    int m_atomicDepth = 0;
    bool m_inPrologue = false;
    bool m_tooLarge = false;
    bool m_damaged = false;     ///< the flow being checked
    Token m_secondShared;
    Token m_lastToken;
};

} // namespace

std::shared_ptr<Model> compileAssembly(const Library::Parts& parts, const Assembly& assembly, const Selection& selection, Diagnostics& problems)
{
    return Compiler(parts, assembly, problems).compile(selection);
}

} // namespace bindlab
