#pragma once

#include "world/interpreter.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace bindlab {

/// Which kinds of lock are taken while others are held, over all runs that were seen. As the kernel's lockdep: what counts
/// is the kind (the field of a struct), not the instance, and a trylock makes no order.
class LockOrder {
public:
    explicit LockOrder(const Model& model);

    /// `thread` wants these locks in the state `cells`.
    void note(std::span<const std::int8_t> cells, int thread, int place, std::span<const Interpreter::Wanted> wanted);
    void merge(const LockOrder& other);

    /// A sentence for every two kinds that are taken in both orders, with the flows that do it.
    [[nodiscard]] std::vector<std::string> warnings() const;
    /// The kinds that were seen, those held when others are taken first; in the order of the model where runs do not say.
    [[nodiscard]] std::vector<std::string> inOrder() const;

private:
    [[nodiscard]] std::string whereOf(int place) const;
    [[nodiscard]] std::string nameOf(std::size_t kind) const;

    const Model& m_model;
    static constexpr int never = 0x7fffffff;

    struct Kind {
        int field;
        bool readWrite;
    };
    std::vector<Kind> m_kinds;
    std::vector<int> m_kindOf;     ///< by field; -1 for what is no lock
    struct Lock {
        int address;
        int kind;
    };
    std::vector<Lock> m_locks;
    /// By kind held, then kind wanted: the first place, by number, where that is so.
    std::vector<int> m_places;
    std::vector<int> m_latest;     ///< by kind wanted, the last of these: from there on nothing is new
};

} // namespace bindlab
