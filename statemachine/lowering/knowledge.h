#pragma once

#include "lowering/growth.h"

#include <optional>
#include <vector>

namespace bindlab::lowering {

/// What is known of terms along a path: which values they can have, which truths are decided. A question that is open
/// where an answer is needed is thrown as a Fork.
class Knowledge {
public:
    Knowledge(GuardedSteps& out, Growth& growth) : m_terms(out.terms), m_growth(growth) {}

    /// What a cell held before the step.
    [[nodiscard]] const ValueSet& amongOf(const Path& path, int cell);
    [[nodiscard]] ValueSet possible(const Path& path, int term);
    [[nodiscard]] std::optional<bool> decided(const Path& path, int truth);
    /// Goes on with an answer. False when it cannot be.
    bool assume(Path& path, int truth, bool holds);

    /// Whether a term is not 0.
    bool holds(const Path& path, int term);
    int valueOf(const Path& path, int term);
    /// The same truth, or a number where it is decided.
    [[nodiscard]] int simplified(const Path& path, int truth);

private:
    static constexpr int noCell = -1;
    static constexpr int severalCells = -2;

    /// The cell that a term looks at; noCell or severalCells. Where a thread is looks at no single one.
    int cellOf(int term);
    /// The value of a term that looks at one cell only.
    [[nodiscard]] int valueAt(int term, int value) const;
    [[nodiscard]] ValueSet possibleOfSeveral(const Path& path, int term);

    Terms& m_terms;
    Growth& m_growth;
    std::vector<int> m_cellOf;   ///< by term
};

} // namespace bindlab::lowering
