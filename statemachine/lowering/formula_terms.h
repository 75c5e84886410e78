#pragma once

#include "lowering/memory.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace bindlab::lowering {

/// The code of properties as terms over a state.
class FormulaTerms {
public:
    FormulaTerms(const Model& model, GuardedSteps& out, Memory& memory) : m_model(model), m_out(out), m_terms(out.terms), m_memory(memory) {}

    /// The truth that a state breaks a property; `rest` and `ended` are those that it is at rest, or at its end.
    int brokenBy(const PropertyCode& code, int rest, int ended);

private:
    /// By instruction from the first on, the addresses that are still read from there.
    using Live = std::vector<std::set<int>>;
    /// By instruction and what was computed before it.
    using Known = std::map<std::pair<int, std::map<int, int>>, int>;

    int valueOf(const Formula& formula);
    [[nodiscard]] Live liveIn(const Formula& formula) const;
    int valueFrom(int pc, Path path, const Formula& formula, const Live& live, Known& known);

    const Model& m_model;
    GuardedSteps& m_out;
    Terms& m_terms;
    Memory& m_memory;
};

} // namespace bindlab::lowering
