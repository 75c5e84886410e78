#pragma once

#include "world/interpreter.h"
#include "world/step.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace bindlab {

/// What a violation is known by.
struct FindingKey {
    std::int16_t property;
    std::string failure;
    auto operator<=>(const FindingKey&) const = default;
};

/// Where a shortest run ends: in a state, or with one more step from it.
struct RunEnd {
    std::uint32_t state = 0;
    bool hasStep = false;
    StepChoice step;
    auto operator<=>(const RunEnd& other) const
    {
        return std::tuple(state, !hasStep, step.thread, step.choice) <=> std::tuple(other.state, !other.hasStep, other.step.thread, other.step.choice);
    }
    bool operator==(const RunEnd&) const = default;
};

/// For each violation the length of the shortest runs that show it, and where they end.
class FindingsSeen {
public:
    struct Shortest {
        int depth = 0;
        std::vector<RunEnd> ends;
    };

    FindingsSeen(const Model& model, const std::vector<bool>& wanted) : m_model(model), m_wanted(wanted) {}

    void note(const RawFinding& finding, int depth, const RunEnd& end)
    {
        if (finding.kind == RawFinding::Kind::NoFreeSlot)
            m_noRoom = true; // not a fault of the design: the model has too few slots to go on from here
        if (finding.kind == RawFinding::Kind::NoFreeSlot || finding.property < 0 || !m_wanted[std::size_t(finding.property)])
            return;
        add(shortestOf(finding), depth, end);
    }
    void merge(FindingsSeen& other)
    {
        m_noRoom = m_noRoom || other.m_noRoom;
        for (auto& [key, shortest] : other.m_shortest)
            for (const RunEnd& end : shortest.ends)
                add(m_shortest[key], shortest.depth, end);
        other.m_shortest.clear();
        other.m_known.clear();
    }
    [[nodiscard]] const std::map<FindingKey, Shortest>& all() const { return m_shortest; }
    [[nodiscard]] std::map<FindingKey, Shortest>& all() { return m_shortest; }
    [[nodiscard]] bool noRoom() const { return m_noRoom; }

private:
    static void add(Shortest& shortest, int depth, const RunEnd& end)
    {
        if (!shortest.ends.empty() && depth > shortest.depth)
            return;
        if (depth < shortest.depth)
            shortest.ends.clear();
        shortest.depth = depth;
        if (shortest.ends.empty() || shortest.ends.back() != end)
            shortest.ends.push_back(end);
    }
    /// By the numbers that decide its name, so that the name is made once.
    Shortest& shortestOf(const RawFinding& finding)
    {
        const auto bits = [](int value, int width) { return std::uint64_t(unsigned(value) & ((1u << width) - 1)); };
        const std::uint64_t id = bits(int(finding.kind), 4) | bits(finding.property, 10) << 4 | bits(finding.object, 13) << 14
            | bits(finding.clause, 11) << 27 | bits(finding.part, 13) << 38 | bits(finding.rule, 13) << 51;
        Shortest*& known = m_known[id];
        if (known == nullptr)
            known = &m_shortest[FindingKey{finding.property, failureOf(m_model, finding)}];
        return *known;
    }

    const Model& m_model;
    const std::vector<bool>& m_wanted;
    std::map<FindingKey, Shortest> m_shortest;
    std::unordered_map<std::uint64_t, Shortest*> m_known;
    bool m_noRoom = false;
};

} // namespace bindlab
