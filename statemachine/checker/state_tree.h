#pragma once

#include "checker/node_table.h"

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace bindlab {

/// The shape of a compressed state: its bytes as words of four, the words as leaves of a binary tree. A node is a pair of
/// two numbers (words or nodes below) and is kept once, so states that differ in little share nearly everything, and a
/// successor costs the path from each changed word to the root. The root of a state is its number in a table of its own.
/// After "Parallel recursive state compression for free", A. Laarman, J. van de Pol, M. Weber, SPIN workshop 2011.
struct TreeShape {
    explicit TreeShape(std::size_t stateBytes) : words(stateBytes / 4)
    {
        while (leaves < words)
            leaves *= 2;
    }
    std::size_t words;       ///< stateBytes is a multiple of 8
    std::size_t leaves = 4;  ///< words, and zeros up to a power of two; leaf i is node leaves + i, the root is node 1
};

/// Distinct states, numbered in the order they were inserted.
struct StateTree {
    explicit StateTree(std::size_t stateBytes) : shape(stateBytes) {}

    TreeShape shape;
    NodeTable inner;
    NodeTable states;   ///< the pair below each root

    [[nodiscard]] std::size_t size() const { return states.size(); }
    [[nodiscard]] std::size_t memoryBytes() const { return inner.memoryBytes() + states.memoryBytes(); }
};

/// Inner nodes that a worker met and that are not in the tree yet; it may not write there while others read. Until they are
/// moved over, their numbers have the highest bit set. Two words of a state may be anything, so they are kept apart.
class NewNodes {
public:
    explicit NewNodes(const NodeTable& tree) : m_tree(tree) {}

    /// `overWords`: the pair is two words of a state, not two nodes.
    std::uint32_t insert(std::uint64_t pair, bool overWords)
    {
        if (overWords || !hasNew(pair))
            if (const std::uint32_t known = m_tree.find(pair); known != NodeTable::none)
                return known;
        return overWords ? m_overWords.insert(pair) | isNew | isOverWords : m_overNodes.insert(pair) | isNew;
    }
    /// Of a pair of nodes.
    [[nodiscard]] static bool hasNew(std::uint64_t pair) { return (pair & (std::uint64_t(isNew) << 32 | isNew)) != 0; }

    /// Puts all of them into `tree`, which must be the one they are missing from. Then settled() knows their numbers.
    void moveTo(NodeTable& tree)
    {
        m_settledOverWords.clear();
        m_settledOverNodes.clear();
        for (std::uint32_t number = 0; number < m_overWords.size(); ++number)
            m_settledOverWords.push_back(tree.insert(m_overWords[number]));
        for (std::uint32_t number = 0; number < m_overNodes.size(); ++number)
            m_settledOverNodes.push_back(tree.insert(settled(m_overNodes[number])));
        m_overWords.clear();
        m_overNodes.clear();
    }
    /// A pair of nodes with the numbers they have in the tree.
    [[nodiscard]] std::uint64_t settled(std::uint64_t pair) const
    {
        return std::uint64_t(settledHalf(std::uint32_t(pair >> 32))) << 32 | settledHalf(std::uint32_t(pair));
    }

private:
    static constexpr std::uint32_t isNew = 0x80000000;
    static constexpr std::uint32_t isOverWords = 0x40000000;

    [[nodiscard]] std::uint32_t settledHalf(std::uint32_t number) const
    {
        if (!(number & isNew))
            return number;
        return number & isOverWords ? m_settledOverWords[number & ~(isNew | isOverWords)] : m_settledOverNodes[number & ~isNew];
    }

    const NodeTable& m_tree;
    NodeTable m_overWords;
    NodeTable m_overNodes;
    std::vector<std::uint32_t> m_settledOverWords;
    std::vector<std::uint32_t> m_settledOverNodes;
};

/// A change of one word of a state: where `mask` has ones it becomes as `value`, which has none elsewhere.
struct WordWrite {
    std::uint32_t word;
    std::uint32_t mask;
    std::uint32_t value;
};

/// One state unfolded, from which others are reached by changing a few words.
class UnfoldedState {
public:
    explicit UnfoldedState(const StateTree& tree)
        : m_tree(tree), m_shape(tree.shape), m_node(m_shape.leaves * 2, 0), m_cells(m_shape.leaves), m_changed(m_shape.words + 1), m_value(m_shape.words + 1)
    {
    }

    [[nodiscard]] std::span<const std::int8_t> cells() const { return {reinterpret_cast<const std::int8_t*>(m_cells.data()), m_shape.words * 4}; }

    /// Unfolds state `number`. What it shares with the one before is not touched.
    void load(std::uint32_t number)
    {
        const std::uint64_t pair = m_tree.states[number];
        unfold(2, std::uint32_t(pair >> 32));
        unfold(3, std::uint32_t(pair));
        m_known = true;
    }

    /// The pair that stands for a whole state. Nodes are asked of `nodeOf(pair, overWords)`.
    template <typename NodeOf>
    std::uint64_t pairOf(std::span<const std::int8_t> cells, NodeOf nodeOf) const
    {
        std::vector<std::uint32_t> level(m_shape.leaves, 0);
        std::memcpy(level.data(), cells.data(), m_shape.words * 4);
        for (; level.size() > 2; level.resize(level.size() / 2))
            for (std::size_t i = 0; i < level.size(); i += 2)
                level[i / 2] = nodeOf(std::uint64_t(level[i]) << 32 | level[i + 1], level.size() == m_shape.leaves);
        return std::uint64_t(level[0]) << 32 | level[1];
    }

    /// The pair of the loaded state with some words changed, in ascending order. When nodeOf() answers NodeTable::none so does
    /// this, as noPair. Which words are really different is then in changed().
    template <typename NodeOf>
    std::uint64_t pairOf(std::span<const WordWrite> writes, NodeOf nodeOf)
    {
        std::size_t count = 0;
        for (const WordWrite& write : writes) {
            const std::uint32_t before = m_cells[write.word];
            const std::uint32_t now = (before & ~write.mask) | write.value;
            m_changed[count] = write.word;
            m_value[count] = now;
            count += now != before;
        }
        m_changedCount = count;
        for (std::size_t i = 0; i < count; ++i)
            m_path[i] = {std::uint32_t(m_shape.leaves + m_changed[i]), m_value[i]};
        for (std::size_t level = m_shape.leaves; level > 2 && count > 0; level /= 2) {
            std::size_t out = 0;
            for (std::size_t i = 0; i < count; ++out) {
                const std::uint32_t node = m_path[i].node;
                std::uint32_t left = m_node[node & ~1u];
                std::uint32_t right = m_node[node | 1u];
                (node & 1u ? right : left) = m_path[i].value;
                ++i;
                if (!(node & 1u) && i < count && m_path[i].node == node + 1)
                    right = m_path[i++].value;
                const std::uint32_t id = nodeOf(std::uint64_t(left) << 32 | right, level == m_shape.leaves);
                if (id == NodeTable::none)
                    return noPair;
                m_path[out] = {node / 2, id};
            }
            count = out;
        }
        std::uint32_t left = m_node[2];
        std::uint32_t right = m_node[3];
        for (std::size_t i = 0; i < count; ++i)
            (m_path[i].node & 1u ? right : left) = m_path[i].value;
        return std::uint64_t(left) << 32 | right;
    }
    static constexpr std::uint64_t noPair = ~std::uint64_t(0);

    /// Words that the last pairOf() found changed, ascending.
    [[nodiscard]] std::span<const std::uint32_t> changed() const { return {m_changed.data(), m_changedCount}; }

private:
    struct Step {
        std::uint32_t node;
        std::uint32_t value;
    };

    void unfold(std::size_t node, std::uint32_t value)
    {
        if (m_known && m_node[node] == value)
            return;
        m_node[node] = value;
        if (node >= m_shape.leaves) {
            m_cells[node - m_shape.leaves] = value;
            return;
        }
        const std::uint64_t pair = m_tree.inner[value];
        unfold(node * 2, std::uint32_t(pair >> 32));
        unfold(node * 2 + 1, std::uint32_t(pair));
    }
    const StateTree& m_tree;
    TreeShape m_shape;
    std::vector<std::uint32_t> m_node;
    std::vector<std::uint32_t> m_cells;
    std::vector<std::uint32_t> m_changed;
    std::vector<std::uint32_t> m_value;
    std::vector<Step> m_path = std::vector<Step>(m_shape.words + 1);
    std::size_t m_changedCount = 0;
    bool m_known = false;
};

} // namespace bindlab
