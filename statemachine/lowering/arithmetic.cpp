#include "lowering/arithmetic.h"

namespace bindlab::lowering {

bool computes(Terms& terms, Memory& memory, Path& path, const Instruction& i)
{
    const auto at = [&](int address) { return memory.read(path, address); };
    const auto is = [&](int term) {
        memory.write(path, i.a, term);
        return true;
    };
    switch (i.op) {
    case Op::Nop: return true;
    case Op::Move: return is(at(i.b));
    case Op::Add: return is(terms.add(at(i.b), at(i.c)));
    case Op::Subtract: return is(terms.subtract(at(i.b), at(i.c)));
    case Op::Equal: return is(terms.equal(at(i.b), at(i.c)));
    case Op::NotEqual: return is(terms.inverse(terms.equal(at(i.b), at(i.c))));
    case Op::Less: return is(terms.less(at(i.b), at(i.c)));
    case Op::LessEqual: return is(terms.lessOrEqual(at(i.b), at(i.c)));
    case Op::Not: return is(terms.inverse(at(i.b)));
    case Op::Exists:
    case Op::IsFreed: return is(memory.exists(path, at(i.b), i.field, i.op == Op::Exists));
    default: return false;
    }
}

} // namespace bindlab::lowering
