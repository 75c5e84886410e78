#include "lowering/knowledge.h"

#include <cassert>

namespace bindlab::lowering {

const ValueSet& Knowledge::amongOf(const Path& path, int cell)
{
    const auto found = path.among.find(cell);
    if (found != path.among.end())
        return found->second;
    return m_growth.consult(path, cell);
}

int Knowledge::cellOf(int term)
{
    for (int known = int(m_cellOf.size()); known <= term; ++known) {
        const Terms::Term t = m_terms[known];
        const auto both = [&](int one, int other) { return one == noCell || one == other ? other : other == noCell ? one : severalCells; };
        switch (t.kind) {
        case Terms::Kind::Number: m_cellOf.push_back(noCell); break;
        case Terms::Kind::Cell: m_cellOf.push_back(t.a); break;
        case Terms::Kind::IsAt: m_cellOf.push_back(severalCells); break;
        case Terms::Kind::Not: m_cellOf.push_back(m_cellOf[std::size_t(t.a)]); break;
        case Terms::Kind::Either:
            m_cellOf.push_back(both(m_cellOf[std::size_t(t.c)], both(m_cellOf[std::size_t(t.a)], m_cellOf[std::size_t(t.b)])));
            break;
        default: m_cellOf.push_back(both(m_cellOf[std::size_t(t.a)], m_cellOf[std::size_t(t.b)]));
        }
    }
    return m_cellOf[std::size_t(term)];
}

int Knowledge::valueAt(int term, int value) const
{
    const Terms::Term t = m_terms[term];
    switch (t.kind) {
    case Terms::Kind::Number: return t.a;
    case Terms::Kind::Cell: return value;
    case Terms::Kind::Add: return std::int8_t(valueAt(t.a, value) + valueAt(t.b, value));
    case Terms::Kind::Subtract: return std::int8_t(valueAt(t.a, value) - valueAt(t.b, value));
    case Terms::Kind::Equal: return valueAt(t.a, value) == valueAt(t.b, value);
    case Terms::Kind::Less: return valueAt(t.a, value) < valueAt(t.b, value);
    case Terms::Kind::Not: return valueAt(t.a, value) == 0;
    case Terms::Kind::And: return valueAt(t.a, value) != 0 && valueAt(t.b, value) != 0;
    case Terms::Kind::Or: return valueAt(t.a, value) != 0 || valueAt(t.b, value) != 0;
    case Terms::Kind::Either: return valueAt(t.a, value) != 0 ? valueAt(t.b, value) : valueAt(t.c, value);
    case Terms::Kind::IsAt: break;
    }
    assert(false && "where a thread is looks at no cell");
    return 0;
}

ValueSet Knowledge::possible(const Path& path, int term)
{
    const int cell = cellOf(term);
    if (cell == noCell)
        return only(valueAt(term, 0));
    if (cell == severalCells)
        return possibleOfSeveral(path, term);
    ValueSet values;
    const ValueSet& among = amongOf(path, cell);
    for (int v = -128; v < 128; ++v)
        if (among[std::size_t(v + 128)])
            values.set(std::size_t(valueAt(term, v) + 128));
    return values;
}

ValueSet Knowledge::possibleOfSeveral(const Path& path, int term)
{
    const Terms::Term t = m_terms[term];
    if (m_terms.isTruth(term)) {
        const auto known = decided(path, term);
        return known ? only(*known) : only(0) | only(1);
    }
    if (t.kind == Terms::Kind::Either) {
        const auto known = decided(path, t.a);
        return (known == false ? ValueSet() : possible(path, t.b)) | (known == true ? ValueSet() : possible(path, t.c));
    }
    const ValueSet first = possible(path, t.a);
    const ValueSet second = possible(path, t.b);
    ValueSet values;
    for (int a = -128; a < 128; ++a)
        for (int b = -128; b < 128; ++b)
            if (first[std::size_t(a + 128)] && second[std::size_t(b + 128)])
                values.set(std::size_t(std::int8_t(t.kind == Terms::Kind::Add ? a + b : a - b) + 128));
    return values;
}

std::optional<bool> Knowledge::decided(const Path& path, int truth)
{
    if (const auto known = path.known.find(truth); known != path.known.end())
        return known->second;
    const Terms::Term t = m_terms[truth];
    if (cellOf(truth) != severalCells) {
        const ValueSet values = possible(path, truth);
        return values.count() == 1 ? std::optional(!values[128]) : std::nullopt;
    }
    if (t.kind == Terms::Kind::Not) {
        const auto inner = decided(path, t.a);
        return inner ? std::optional(!*inner) : std::nullopt;
    }
    if (t.kind == Terms::Kind::And || t.kind == Terms::Kind::Or) {
        const bool settles = t.kind == Terms::Kind::Or;
        const auto first = decided(path, t.a);
        const auto second = decided(path, t.b);
        if (first == settles || second == settles)
            return settles;
        return first && second ? std::optional(!settles) : std::nullopt;
    }
    if (t.kind == Terms::Kind::Equal && (possible(path, t.a) & possible(path, t.b)).none())
        return false;
    return std::nullopt;
}

bool Knowledge::assume(Path& path, int truth, bool holds)
{
    if (const auto known = decided(path, truth))
        return *known == holds;
    const Terms::Term t = m_terms[truth];
    if (t.kind == Terms::Kind::Not)
        return assume(path, t.a, !holds);
    if (t.kind == (holds ? Terms::Kind::And : Terms::Kind::Or))
        return assume(path, t.a, holds) && assume(path, t.b, holds);
    if (const int cell = cellOf(truth); cell != noCell && cell != severalCells) {
        ValueSet among = amongOf(path, cell);
        for (int v = -128; v < 128; ++v)
            if (among[std::size_t(v + 128)] && (valueAt(truth, v) != 0) != holds)
                among.reset(std::size_t(v + 128));
        path.among[cell] = among;
        return among.any();
    }
    path.known[truth] = holds;
    return true;
}

bool Knowledge::holds(const Path& path, int term)
{
    const int truth = m_terms.truth(term);
    if (const auto known = decided(path, truth))
        return *known;
    throw Fork{{{truth, true}, {truth, false}}};
}

int Knowledge::valueOf(const Path& path, int term)
{
    const ValueSet values = possible(path, term);
    Fork fork;
    int last = 0;
    for (int v = -128; v < 128; ++v) {
        if (!values[std::size_t(v + 128)])
            continue;
        const int isValue = m_terms.equal(term, m_terms.number(v));
        const auto known = decided(path, isValue);
        if (known == true)
            return v;
        if (!known) {
            fork.answers.emplace_back(isValue, true);
            last = v;
        }
    }
    if (fork.answers.size() == 1)
        return last;
    throw fork;
}

int Knowledge::simplified(const Path& path, int truth)
{
    const auto known = decided(path, truth);
    return known ? m_terms.number(*known) : truth;
}

} // namespace bindlab::lowering
