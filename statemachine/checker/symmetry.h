#pragma once

#include "flow/program.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace bindlab {

/// Threads that nobody tells apart: they make the same calls, and no other thread and no property names one of them. To
/// exchange two of them in a state changes nothing but who is who, so of all states that differ only in that, one is enough:
/// every run of the others has its like there, just as long, with as many switches, and it breaks the same.
/// After "Better verification through symmetry", C. N. Ip, D. L. Dill, Formal Methods in System Design 9, 1996.
///
/// Devices are not exchanged: each stands in a group of its own with what is made for it, and what two of them share (the
/// physical function, the bus, the IOMMU group) names them one by one. Nor are steps left out that do not depend on one
/// another (partial order): a reduced run may have to take such a step though the shortest failure does without it, so the
/// shortest run would no longer be found.
class Symmetry {
public:
    static constexpr std::size_t mostThreads = 16;
    /// Who each thread becomes.
    using Exchange = std::array<std::uint8_t, mostThreads>;
    static constexpr Exchange nobody{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    explicit Symmetry(const Model& model);

    [[nodiscard]] bool any() const { return !m_groups.empty(); }
    /// Threads that can be exchanged with one another, by number, ascending.
    [[nodiscard]] const std::vector<std::vector<int>>& groups() const { return m_groups; }
    /// Makes of a state the one that stands for all those like it. False when it is the one already.
    bool exchange(std::span<std::int8_t> cells, Exchange& exchanged) const;
    /// The place in the first thread of the group that is the same as this one.
    [[nodiscard]] int likePlace(int place) const { return place < 0 ? place : m_places[std::size_t(place)]; }
    /// What is not told apart, one sentence a group.
    [[nodiscard]] std::vector<std::string> sentences() const;

private:
    /// Cells that say who holds a lock, or the like.
    struct Named {
        int cell;
        bool readWrite;   ///< two masks of readers and waiters follow
    };

    [[nodiscard]] bool isNamed(int thread) const;
    [[nodiscard]] int compare(std::span<const std::int8_t> cells, int one, int other) const;

    const Model& m_model;
    std::vector<std::vector<int>> m_groups;
    std::vector<int> m_places;
    std::vector<Named> m_named;
};

} // namespace bindlab
