#include "lowering/terms.h"

#include <utility>

namespace bindlab {

int Terms::add(Term term)
{
    const auto [entry, isNew] = m_numbers.emplace(term, int(m_terms.size()));
    if (isNew)
        m_terms.push_back(term);
    return entry->second;
}

bool Terms::isTruth(int term) const
{
    const Term& t = (*this)[term];
    switch (t.kind) {
    case Kind::Number: return t.a == 0 || t.a == 1;
    case Kind::IsAt:
    case Kind::Equal:
    case Kind::Less:
    case Kind::Not:
    case Kind::And:
    case Kind::Or: return true;
    case Kind::Cell:
    case Kind::Add:
    case Kind::Subtract:
    case Kind::Either: return false;
    }
    return false;
}

bool Terms::isNumber(int term, int value) const { return (*this)[term].kind == Kind::Number && (*this)[term].a == value; }

int Terms::number(int value) { return add(Term{Kind::Number, std::int8_t(value)}); }
int Terms::cell(int address) { return add(Term{Kind::Cell, address}); }
int Terms::isAt(int thread, int first, int last) { return add(Term{Kind::IsAt, thread, first, last}); }

int Terms::add(int a, int b)
{
    const Term x = (*this)[a];
    const Term y = (*this)[b];
    if (x.kind == Kind::Number && y.kind == Kind::Number)
        return number(x.a + y.a);
    if (isNumber(b, 0))
        return a;
    if (isNumber(a, 0))
        return b;
    if (y.kind == Kind::Number && x.kind == Kind::Subtract && (*this)[x.b].kind == Kind::Number)
        return add(x.a, number(y.a - (*this)[x.b].a));
    if (y.kind == Kind::Number && x.kind == Kind::Add && (*this)[x.b].kind == Kind::Number)
        return add(x.a, number(y.a + (*this)[x.b].a));
    if (y.kind == Kind::Number && y.a < 0 && y.a > -128)
        return add(Term{Kind::Subtract, a, number(-y.a)});
    return add(Term{Kind::Add, a, b});
}

int Terms::subtract(int a, int b)
{
    const Term x = (*this)[a];
    const Term y = (*this)[b];
    if (x.kind == Kind::Number && y.kind == Kind::Number)
        return number(x.a - y.a);
    if (y.kind == Kind::Number && y.a > -128)
        return add(a, number(-y.a));
    return add(Term{Kind::Subtract, a, b});
}

int Terms::equal(int a, int b)
{
    if (a == b)
        return number(1);
    const Term x = (*this)[a];
    const Term y = (*this)[b];
    if (x.kind == Kind::Number && y.kind == Kind::Number)
        return number(x.a == y.a);
    if (x.kind == Kind::Number)
        return equal(b, a);
    if (y.kind == Kind::Number && isTruth(a))
        return y.a == 1 ? a : y.a == 0 ? inverse(a) : number(0);
    if (y.kind == Kind::Number && x.kind == Kind::Either)
        return either(x.a, equal(x.b, b), equal(x.c, b));
    return add(Term{Kind::Equal, a, b});
}

int Terms::less(int a, int b)
{
    const Term x = (*this)[a];
    const Term y = (*this)[b];
    if (a == b)
        return number(0);
    if (x.kind == Kind::Number && y.kind == Kind::Number)
        return number(x.a < y.a);
    return add(Term{Kind::Less, a, b});
}

int Terms::truth(int a) { return isTruth(a) ? a : inverse(inverse(a)); }

int Terms::inverse(int a)
{
    const Term x = (*this)[a];
    if (x.kind == Kind::Number)
        return number(x.a == 0);
    if (x.kind == Kind::Not)
        return x.a;
    if (!isTruth(a))
        return equal(a, number(0));
    return add(Term{Kind::Not, a});
}

int Terms::both(int a, int b)
{
    a = truth(a);
    b = truth(b);
    if (isNumber(a, 0) || isNumber(b, 1) || a == b)
        return a;
    if (isNumber(b, 0) || isNumber(a, 1))
        return b;
    if (inverse(a) == b)
        return number(0);
    return add(Term{Kind::And, a, b});
}

int Terms::any(int a, int b)
{
    a = truth(a);
    b = truth(b);
    if (isNumber(a, 1) || isNumber(b, 0) || a == b)
        return a;
    if (isNumber(b, 1) || isNumber(a, 0))
        return b;
    if (inverse(a) == b)
        return number(1);
    return add(Term{Kind::Or, a, b});
}

int Terms::either(int condition, int a, int b)
{
    condition = truth(condition);
    if ((*this)[condition].kind == Kind::Number)
        return isNumber(condition, 1) ? a : b;
    if (a == b)
        return a;
    if (isTruth(a) && isTruth(b)) {
        if (isNumber(a, 1))
            return any(condition, b);
        if (isNumber(b, 0))
            return both(condition, a);
        if (isNumber(a, 0))
            return both(inverse(condition), b);
        if (isNumber(b, 1))
            return any(inverse(condition), a);
    }
    if ((*this)[condition].kind == Kind::Not)
        return either((*this)[condition].a, b, a);
    // Where both come to the same rest it is written once.
    if (const Term x = (*this)[a]; x.kind == Kind::Either) {
        if (x.c == b)
            return either(both(condition, x.a), x.b, b);
        if (x.b == b)
            return either(both(condition, inverse(x.a)), x.c, b);
    }
    if (const Term y = (*this)[b]; y.kind == Kind::Either && y.b == a)
        return either(any(condition, y.a), a, y.c);
    if (!isTruth(a) || !isTruth(b))
        return add(Term{Kind::Either, condition, a, b});
    // The same for truths, whose choice has become "and" and "or".
    if (const Term x = (*this)[a]; x.b == b && x.kind == Kind::Or)
        return any(both(condition, x.a), b);
    if (const Term x = (*this)[a]; x.b == b && x.kind == Kind::And)
        return both(any(inverse(condition), x.a), b);
    if (const Term y = (*this)[b]; y.b == a && y.kind == Kind::Or)
        return any(both(inverse(condition), y.a), a);
    if (const Term y = (*this)[b]; y.b == a && y.kind == Kind::And)
        return both(any(condition, y.a), a);
    return any(both(condition, a), both(inverse(condition), b));
}

} // namespace bindlab
