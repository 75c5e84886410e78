/// What a call from user space does beside its flow: the file it is made on is held meanwhile, and released with the last hold.
#include "flow/compiler_parts.h"
#include "flow/errno_names.h"

#include <algorithm>

namespace bindlab::compiling {

using namespace ast;

int Compiler::beginUserCall(const ast::Flow& flow, const std::string& name)
{
    const int callIndex = int(m.calls.size());
    CallInfo info;
    info.thread = m_thread;
    info.name = name;
    info.namesErrnos = flow.namesErrnos;
    if (flow.file)
        info.errnos.push_back(std::int8_t(-errnoValue("EBADF"))); // of any call on a file
    for (const std::string& errnoText : flow.errnos) {
        if (errnoValue(errnoText.substr(1)) == 0)
            m_complaints.at(flow.name, "'" + errnoText + "' is no errno");
        info.errnos.push_back(std::int8_t(-errnoValue(errnoText.substr(1))));
    }
    m.calls.push_back(std::move(info));
    m_putTypes.clear();
    Instruction& enter = m_out.emit(Op::EnterCall);
    enter.begins = true;
    enter.field = std::int16_t(callIndex);
    return callIndex;
}

int Compiler::objectBehind(const Expr& path, const ast::Flow& flow, const Expr& call) const
{
    if (path.kind == Expr::Kind::Name) {
        for (std::size_t i = 0; i < flow.params.size(); ++i)
            if (flow.params[i].name.text == path.name && i < call.kids.size())
                return call.kids[i].kind == Expr::Kind::Name ? m_layout.objectIndex(call.kids[i].name) : -1;
        return m_layout.objectIndex(path.name);
    }
    const int object = path.kind == Expr::Kind::Field ? objectBehind(path.kids.front(), flow, call) : -1;
    const int field = object < 0 ? -1 : m_layout.fieldIndex(m.objects[std::size_t(object)].type, path.name);
    if (field < 0 || m.fields[std::size_t(field)].pointsTo < 0)
        return -1;
    const int value = m.blank[std::size_t(m.address(object, field))];
    return value <= 0 ? -1 : m.types[std::size_t(m.fields[std::size_t(field)].pointsTo)].firstObject + value - 1;
}

Address Compiler::enterFile(const ast::Flow& flow, const Expr& expr, Context& context, int callIndex, std::vector<std::size_t>& refused)
{
    m_out.setToken(flow.name);
    const Value file = expression(*flow.file, context);
    const int type = file.type.pointsTo;
    const int open = type < 0 ? -1 : m_layout.fieldIndex(type, "open");
    const int refs = type < 0 ? -1 : m_layout.fieldIndex(type, "refs");
    if (file.type.kind != CellKind::Pointer || open < 0) {
        if (!file.type.unclear)
            m_complaints.at(flow.file->token, "a call is made on a file: a struct with 'bool open' and 'counter refs'");
        return noValue;
    }
    if (const int object = objectBehind(*flow.file, flow, expr); object >= 0)
        m.calls[std::size_t(callIndex)].file = m.objects[std::size_t(object)].name;
    addLocal(context, ".file", &file.type);
    const Address local = m.contexts[std::size_t(context.index)].locals.back().address;
    m_out.emit(Op::Move, local, file.address);
    const Address isOpen = m_out.scratch();
    Instruction& load = m_out.emit(Op::Load, isOpen, local);
    load.field = std::int16_t(open);
    load.quiet = true;
    const auto goOn = m_out.emitJump(Op::JumpIfNot, isOpen);
    if (context.result != noValue)
        m_out.emit(Op::Move, context.result, m_out.constant(-errnoValue("EBADF")));
    refused.push_back(m_out.emitJump(Op::Jump));
    m_out.land(goOn);
    if (m_layout.releaseOf(type).empty() || refs < 0)
        return noValue;
    Instruction& get = m_out.emit(Op::Increment, local);
    get.field = std::int16_t(refs);
    get.quiet = true;
    return local;
}

void Compiler::leaveFile(Address file, int type)
{
    if (file == noValue)
        return;
    const Address last = m_out.scratch();
    Instruction& put = m_out.emit(Op::DecrementTest, last, file);
    put.field = std::int16_t(m_layout.fieldIndex(type, "refs"));
    put.quiet = true;
    const bool closes = std::find(m_putTypes.begin(), m_putTypes.end(), type) != m_putTypes.end();
    if (!closes && m_assembly.scenario->threads.size() < 2)
        return; // nobody can have closed the file meanwhile
    const auto over = m_out.emitJump(Op::JumpIfZero, last);
    m_out.emit(Op::Store, file, m_out.constant(m_thread + 1)).field = std::int16_t(m_layout.fieldIndex(type, "dying"));
    m_out.land(over);
    if (!closes)
        m_putTypes.push_back(type);
}

void Compiler::runReleases(const Token& token, Context& context)
{
    const auto head = m.code.size();
    for (std::size_t t = 0; t < m_putTypes.size(); ++t) { // a release may put another kind of file
        const int type = m_putTypes[t];
        const TypeInfo& info = m.types[std::size_t(type)];
        const int dying = m_layout.fieldIndex(type, "dying");
        const Type pointer{CellKind::Pointer, type};
        const std::string name = ".released " + info.name;
        addLocal(context, name, &pointer);
        const Address local = m.contexts[std::size_t(context.index)].locals[context.locals.at(name)].address;
        std::vector<std::size_t> found;
        const Address mine = m_out.scratch();
        for (int object = 1; object <= info.objects; ++object) {
            m_out.emit(Op::Load, mine, m_out.constant(object)).field = std::int16_t(dying);
            m_out.emit(Op::Equal, mine, mine, m_out.constant(m_thread + 1));
            const auto next = m_out.emitJump(Op::JumpIfZero, mine);
            m_out.emit(Op::Store, m_out.constant(object), m_out.constant(0)).field = std::int16_t(dying);
            m_out.emit(Op::Move, local, m_out.constant(object));
            found.push_back(m_out.emitJump(Op::Jump));
            m_out.land(next);
        }
        const auto none = m_out.emitJump(Op::Jump);
        for (const auto jump : found)
            m_out.land(jump);
        Expr release;
        release.kind = Expr::Kind::Call;
        release.token = token;
        release.name = m_layout.releaseOf(type);
        Expr file;
        file.kind = Expr::Kind::Name;
        file.token = token;
        file.name = name;
        release.kids.push_back(file);
        call(release, context, noValue);
        m_out.emit(Op::Jump).target = std::int32_t(head);
        m_out.land(none);
        for (std::size_t f = 0; f < m.flows.size(); ++f)
            if (m.flows[f].name == release.name && std::find(m.releaseFlows.begin(), m.releaseFlows.end(), int(f)) == m.releaseFlows.end())
                m.releaseFlows.push_back(int(f));
    }
}

} // namespace bindlab::compiling
