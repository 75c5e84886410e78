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

} // namespace

void Compiler::compileProperties()
{
    static const char* const whenNames[] = {"always", "at rest", "at the end", "", "always", "at the step"};
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
        code.when = PropertyCode::When(int(property.when) >= 4 ? 0 : int(property.when));
        bool lockKnown = true;
        if (property.lock) {
            const std::string owner = property.lock->kind == Expr::Kind::Field ? property.lock->kids.front().name : std::string();
            info.when = "while " + owner + "." + property.lock->name + " is free";
            const int ofType = m_layout.typeIndex(owner);
            const int object = m_layout.objectIndex(owner);
            const int field = object < 0 ? -1 : m_layout.fieldIndex(m.objects[std::size_t(object)].type, property.lock->name);
            const int fieldOfType = ofType < 0 ? -1 : m_layout.fieldIndex(ofType, property.lock->name);
            lockKnown = field >= 0 || fieldOfType >= 0;
            if (field >= 0)
                code.lockCells.push_back(m.address(object, field));
            else if (fieldOfType >= 0) // every one of that kind
                for (int o = 0; o < m.types[std::size_t(ofType)].objects; ++o)
                    code.lockCells.push_back(m.address(m.types[std::size_t(ofType)].firstObject + o, fieldOfType));
            else
                m_complaints.at(property.lock->token, "expected the lock of a global object, or of a struct, after while_free");
        }
        code.property = int(m.properties.size());
        for (const Clause& clause : property.clauses) {
            bool applies = lockKnown && std::none_of(clause.unless.begin(), clause.unless.end(), [&](const std::string& patch) {
                return std::find(m_assembly.patches.begin(), m_assembly.patches.end(), patch) != m_assembly.patches.end();
            });
            for (const auto& need : clause.needs) {
                if (!exists(need, false))
                    applies = false;
                if (!exists(need, true))
                    m_complaints.at(need.second, "no struct " + need.first.text + " of any design has a field '" + need.second.text + "'");
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
        if (property.when == Property::When::Step)
            continue;
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
    builtIn("L-0", "every run can still come to an end");
    if (!std::all_of(m.threads.begin(), m.threads.end(), [&](const ThreadInfo& thread) { return isMeantToEnd(m, thread); }))
        m.notApplicable.push_back("L-0");
}

} // namespace bindlab::compiling
