/// Properties: what must hold, as formulas over the state.
#include "flow/compiler_parts.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

Formula Compiler::formula(const Expr& expr)
{
    Context context;
    context.index = int(m.contexts.size());
    m.contexts.emplace_back();
    m_out.setPlace(-1);
    m_out.setScratchUsed(0);
    Formula result;
    result.begin = int(m.code.size());
    result.result = expression(expr, context).address;
    m_out.emit(Op::End);
    return result;
}

bool Compiler::exists(const std::pair<Token, Token>& need, bool anywhere)
{
    const int type = m_layout.typeIndex(need.first.text);
    if (type >= 0 && m_layout.fieldIndex(type, need.second.text) >= 0 && (anywhere || m.types[std::size_t(type)].objects > 0))
        return true;
    if (!anywhere)
        return false;
    // A field that another base, another platform or some patch has is a known word; anything else is a mistake.
    const auto names = [&](const std::vector<BlockLine>& lines) {
        for (const BlockLine& line : lines)
            for (const Token& token : line.tokens)
                if (token.text == need.second.text)
                    return true;
        return false;
    };
    for (const ast::Struct& s : m_parts.structs)
        if (s.name.text == need.first.text && names(s.lines))
            return true;
    for (const ast::Part& part : m_parts.objectGroups)
        for (const ast::Instance& instance : part.instances)
            if (instance.type.text == need.first.text)
                return true;
    for (const ast::Patch& patch : m_parts.patches) {
        for (const Hunk& hunk : patch.hunks)
            if (hunk.isStruct && hunk.target.text == need.first.text && names(hunk.lines))
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

namespace {

/// Whether the code of a thread has a way to its end, whatever the conditions on it. One without is written to go on for ever.
bool isMeantToEnd(const Model& model, const ThreadInfo& thread)
{
    if (thread.killed >= 0)
        return true;
    std::vector<bool> seen(std::size_t(thread.end - thread.begin) + 1, false);
    std::vector<int> work{thread.begin};
    const auto reach = [&](int at) {
        if (!seen[std::size_t(at - thread.begin)]) {
            seen[std::size_t(at - thread.begin)] = true;
            work.push_back(at);
        }
    };
    reach(thread.begin);
    while (!work.empty()) {
        const int at = work.back();
        work.pop_back();
        const Instruction& i = model.code[std::size_t(at)];
        const bool jumps = i.op == Op::Jump || i.op == Op::JumpIfZero || i.op == Op::JumpIfNot || i.op == Op::WaitOrTimeOut;
        const int alternatives = i.op == Op::Choose || i.op == Op::ChooseLeft ? i.field : 1;
        if (jumps)
            reach(i.target);
        if (i.op != Op::Jump && i.op != Op::End)
            for (int next = 1; next <= alternatives; ++next)
                reach(at + next);
    }
    return seen.back();
}

PropertyInfo infoOf(const Library::Parts& parts, const Property& property)
{
    static const char* const whenNames[] = {"always", "at rest", "at the end", "", "always", "at the step"};
    PropertyInfo info;
    info.id = property.id;
    info.title = property.title;
    info.when = whenNames[int(property.when)];
    info.source = resolve(parts, property.sources);
    info.builtIn = property.when == Property::When::BuiltIn;
    return info;
}

} // namespace

void Compiler::compileProperties()
{
    m_thread = dryThread;
    for (const Property& property : m_parts.properties)
        compileProperty(property);
    // What the step itself finds always has its words, also in a file that declares no properties.
    addBuiltIn("I3", "no access to a freed object");
    addBuiltIn("I10", "no cycle of waiting threads; a thread in user space holds no lock");
    addBuiltIn("I21", "a guarded field is touched only with its guard held");
    addBuiltIn("L-0", "every run can still come to an end");
    if (!std::all_of(m.threads.begin(), m.threads.end(), [&](const ThreadInfo& thread) { return isMeantToEnd(m, thread); }))
        m.notApplicable.push_back("L-0");
}

void Compiler::compileProperty(const Property& property)
{
    PropertyInfo info = infoOf(m_parts, property);
    PropertyCode code;
    code.when = PropertyCode::When(int(property.when) >= 4 ? 0 : int(property.when));
    code.property = int(m.properties.size());
    bool isLockKnown = true;
    if (property.lock) {
        const std::string owner = property.lock->kind == Expr::Kind::Field ? property.lock->kids.front().name : std::string();
        info.when = "while " + owner + "." + property.lock->name + " is free";
        auto cells = lockCells(owner, property.lock->name);
        isLockKnown = cells.has_value();
        if (cells)
            code.lockCells = *std::move(cells);
        else
            m_complaints.at(property.lock->token, "expected the lock of a global object, or of a struct, after while_free");
    }
    for (const Clause& clause : property.clauses)
        if (applies(clause) && isLockKnown)
            code.clauses.push_back(compileClause(clause));
    m.properties.push_back(info);
    if (property.when == Property::When::Step)
        return;
    if (code.clauses.empty() && !info.builtIn)
        m.notApplicable.push_back(info.id);
    else if (!info.builtIn)
        m.propertyCode.push_back(std::move(code));
}

std::optional<std::vector<int>> Compiler::lockCells(const std::string& owner, const std::string& lock) const
{
    const int object = m_layout.objectIndex(owner);
    if (const int field = object < 0 ? -1 : m_layout.fieldIndex(m.objects[std::size_t(object)].type, lock); field >= 0)
        return std::vector{m.address(object, field)};
    const int type = m_layout.typeIndex(owner);
    const int field = type < 0 ? -1 : m_layout.fieldIndex(type, lock);
    if (field < 0)
        return std::nullopt;
    std::vector<int> cells;
    for (int o = 0; o < m.types[std::size_t(type)].objects; ++o)
        cells.push_back(m.address(m.types[std::size_t(type)].firstObject + o, field));
    return cells;
}

bool Compiler::applies(const Clause& clause)
{
    const auto isPicked = [&](const std::string& patch) {
        return std::find(m_assembly.patches.begin(), m_assembly.patches.end(), patch) != m_assembly.patches.end();
    };
    bool applies = std::none_of(clause.unless.begin(), clause.unless.end(), isPicked);
    for (const auto& need : clause.needs) {
        if (!exists(need, false))
            applies = false;
        if (!exists(need, true))
            m_complaints.at(need.second, "no struct " + need.first.text + " of any design has a field '" + need.second.text + "'");
    }
    return applies;
}

ClauseInfo Compiler::compileClause(const Clause& clause)
{
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
    return entry;
}

void Compiler::addBuiltIn(const char* id, const char* title)
{
    if (std::any_of(m.properties.begin(), m.properties.end(), [&](const PropertyInfo& p) { return p.id == id; }))
        return;
    PropertyInfo info;
    info.id = id;
    info.title = title;
    info.when = "always";
    info.builtIn = true;
    m.properties.push_back(std::move(info));
}

} // namespace bindlab::compiling
