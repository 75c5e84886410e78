#include "lowering/formula_terms.h"

#include "lowering/arithmetic.h"

namespace bindlab::lowering {

int FormulaTerms::brokenBy(const PropertyCode& code, int rest, int ended)
{
    int looks = m_terms.inverse(m_out.cellTerm(m_out.lost));
    if (code.when == PropertyCode::When::Rest)
        looks = m_terms.both(looks, rest);
    if (code.when == PropertyCode::When::End)
        looks = m_terms.both(looks, ended);
    for (const int cell : code.lockCells)
        looks = m_terms.both(looks, m_terms.inverse(m_out.cellTerm(cell)));
    int broken = m_terms.number(0);
    for (const ClauseInfo& clause : code.clauses)
        broken = m_terms.any(broken, m_terms.inverse(valueOf(clause.must)));
    return m_terms.both(looks, broken);
}

int FormulaTerms::valueOf(const Formula& formula)
{
    Known known;
    return valueFrom(formula.begin, Path(), formula, liveIn(formula), known);
}

FormulaTerms::Live FormulaTerms::liveIn(const Formula& formula) const
{
    // Jumps go forward only, so what is read later is known from behind.
    int end = formula.begin;
    while (m_model.code[std::size_t(end)].op != Op::End)
        ++end;
    Live live(std::size_t(end - formula.begin + 1));
    live.back().insert(formula.result);
    for (int pc = end - 1; pc >= formula.begin; --pc) {
        const Instruction& i = m_model.code[std::size_t(pc)];
        std::set<int>& here = live[std::size_t(pc - formula.begin)];
        const bool jumps = i.op == Op::Jump || i.op == Op::JumpIfZero || i.op == Op::JumpIfNot;
        if (i.op != Op::Jump)
            here = live[std::size_t(pc + 1 - formula.begin)];
        if (jumps)
            here.insert(live[std::size_t(i.target - formula.begin)].begin(), live[std::size_t(i.target - formula.begin)].end());
        if (!jumps)
            here.erase(i.a);
        for (const int address : {int(jumps ? i.a : i.b), int(jumps ? -1 : i.c)})
            if (address >= m_model.stateBytes)
                here.insert(address);
    }
    return live;
}

int FormulaTerms::valueFrom(int pc, Path path, const Formula& formula, const Live& live, Known& known)
{
    std::erase_if(path.memory, [&](const auto& entry) { return !live[std::size_t(pc - formula.begin)].contains(entry.first); });
    const auto key = std::pair(pc, path.memory);
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    int result = -1;
    for (int at = pc; result < 0;) {
        const Instruction& i = m_model.code[std::size_t(at++)];
        if (i.op == Op::Jump)
            at = i.target;
        else if (i.op == Op::JumpIfZero || i.op == Op::JumpIfNot) {
            const int condition = m_terms.truth(m_memory.read(path, i.a));
            const int next = i.op == Op::JumpIfZero ? at : i.target;
            const int other = i.op == Op::JumpIfZero ? i.target : at;
            if (m_terms[condition].kind == Terms::Kind::Number)
                at = m_terms.isNumber(condition, 1) ? next : other;
            else
                result = m_terms.either(condition, valueFrom(next, path, formula, live, known), valueFrom(other, path, formula, live, known));
        } else if (i.op == Op::Load)
            m_memory.write(path, i.a, m_memory.load(path, i));
        else if (!computes(m_terms, m_memory, path, i))
            result = m_memory.read(path, formula.result);
    }
    known.emplace(key, result);
    return result;
}

} // namespace bindlab::lowering
