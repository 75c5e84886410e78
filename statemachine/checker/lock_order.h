#pragma once

#include "world/interpreter.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace bindlab {

/// Which kinds of lock are taken while others are held, over all runs that were seen. As the kernel's lockdep: what counts
/// is the kind (the field of a struct), not the instance, and a trylock makes no order.
class LockOrder {
public:
    explicit LockOrder(const Model& model) : m_model(model) {}

    /// `thread` wants these locks in the state `cells`.
    void note(std::span<const std::int8_t> cells, int thread, int place, std::span<const Interpreter::Wanted> wanted);
    void merge(const LockOrder& other);

    /// A sentence for every two kinds that are taken in both orders, with the flows that do it.
    [[nodiscard]] std::vector<std::string> warnings() const;

private:
    [[nodiscard]] std::string whereOf(int place) const;

    const Model& m_model;
    /// (field held, field wanted) to the first place, by number, where that is so.
    std::map<std::pair<int, int>, int> m_places;
};

} // namespace bindlab
