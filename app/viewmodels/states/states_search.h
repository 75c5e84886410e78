#pragma once

#include "states_scene.h"

#include <QString>

#include <functional>
#include <vector>

namespace bindlab {

/// Finds states by their number, or by words: of a step that can be taken there ("lock(v.mutex)", a flow), of a lock that is held
/// there, of what has become of an object ("vdevice freed"), of a machine's state ("RUN").
class StatesSearch {
public:
    explicit StatesSearch(std::shared_ptr<const ExploredStates> explored);

    /// The nodes, the nearest to the start first.
    [[nodiscard]] std::vector<std::uint32_t> find(const QString& words) const;

private:
    /// What can be said of a state, and of which states it is true.
    struct Term {
        QString words;
        std::function<bool(std::span<const std::int8_t> cells)> holds;
    };
    void addTerms();

    std::shared_ptr<const ExploredStates> m_explored;
    std::vector<Term> m_terms;
    std::vector<QString> m_steps;   ///< by event of the graph
};

} // namespace bindlab
