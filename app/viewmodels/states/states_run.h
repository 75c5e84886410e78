#pragma once

#include "states_scene.h"

#include "world/run.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace bindlab {

/// A run through the graph, and the node it stands in. It begins as the run of a failure; the reader may leave that for a node beside it.
class StatesRun {
public:
    /// No run, which stands in node 0.
    StatesRun() = default;
    /// The run of that failure, at its start; -1: the one that ExploredStates::runOf() has instead.
    StatesRun(std::shared_ptr<const ExploredStates> explored, int failure);

    /// -1: none.
    [[nodiscard]] int failure() const { return m_failure; }
    /// Edges.
    [[nodiscard]] const std::vector<std::uint32_t>& path() const { return m_path; }
    [[nodiscard]] const std::vector<std::uint32_t>& mainPath() const { return m_mainPath; }
    /// It is the one it began as.
    [[nodiscard]] bool isMain() const { return m_path == m_mainPath; }
    [[nodiscard]] bool isOnMainPath(std::uint32_t node) const;
    [[nodiscard]] int length() const { return int(m_path.size()); }
    [[nodiscard]] int position() const { return m_position; }
    [[nodiscard]] std::uint32_t node() const { return nodeAt(m_path, m_position); }
    /// Of the failing run the last node from which some run holds; 0 without one.
    [[nodiscard]] std::uint32_t turningPoint() const;
    /// Properties, as StateGraph::Edge::broken, that the last step breaks, or the start.
    [[nodiscard]] std::uint64_t brokenHere() const;
    [[nodiscard]] std::optional<Run> replayed() const;

    void seek(int position);
    /// To a node; the run becomes the shortest to it where it lies on none of the two. True when it became another.
    bool goTo(std::uint32_t node);
    /// The first step that follows, behind its end. False when none does.
    bool extend();
    /// The run it began as, at the same position.
    void leadBack();

private:
    [[nodiscard]] std::uint32_t nodeAt(const std::vector<std::uint32_t>& path, int position) const
    {
        return position == 0 ? 0 : m_explored->facts.to[path[std::size_t(position) - 1]];
    }
    [[nodiscard]] int positionIn(const std::vector<std::uint32_t>& path, std::uint32_t node) const;

    std::shared_ptr<const ExploredStates> m_explored;
    int m_failure = -1;
    std::vector<std::uint32_t> m_mainPath;
    std::vector<std::uint32_t> m_path;
    int m_position = 0;
};

/// The node these steps lead to; steps the graph does not have are left out.
[[nodiscard]] std::uint32_t nodeBehind(const ExploredStates& explored, const std::vector<StepChoice>& steps);

} // namespace bindlab
