#pragma once

#include "checker/node_table.h"
#include "checker/packing.h"

#include <cstdint>
#include <span>
#include <vector>

namespace bindlab {

/// Distinct states, numbered in the order they were inserted. The packed words of a state are the leaves of a binary tree; a
/// node is a pair of two numbers (of words or nodes below) and is kept once, so states that differ in little share nearly
/// everything, and a successor costs the path from each changed word to the root. What stands at the root is the key of the
/// state, and its place in a table of its own is its number. A state of one word is its own key.
/// After "Parallel recursive state compression for free", A. Laarman, J. van de Pol, M. Weber, SPIN workshop 2011.
struct StateTree {
    explicit StateTree(std::span<const std::int8_t> start) : packing(start) {}
    explicit StateTree(Packing layout) : packing(std::move(layout)) {}

    Packing packing;
    NodeTable inner;    ///< words, and pairs of them
    NodeTable states;   ///< keys
    std::uint32_t repackings = 0;

    [[nodiscard]] std::size_t size() const { return states.size(); }
    [[nodiscard]] std::size_t memoryBytes() const { return inner.memoryBytes() + states.memoryBytes(); }
    [[nodiscard]] bool keysAreWords() const { return packing.words() == 1; }

    [[nodiscard]] bool mustRepackFor(std::span<const CellWrite> writes) const;
    /// Makes the packing know these values. True when all states had to be packed anew for that: they keep their numbers, but
    /// whatever else was remembered of them is void.
    bool makeRoomFor(std::span<const CellWrite> writes);

private:
    void repack();

    static constexpr std::size_t mostForOrder = 16384;
    std::size_t m_repackAt = 1024;   ///< so many states, for the sake of order alone
};

/// One state unfolded, from which others are reached by changing a few words.
class UnfoldedState {
public:
    explicit UnfoldedState(const StateTree& tree) : m_tree(tree), m_cells(tree.packing.cells()) { forget(); }

    [[nodiscard]] std::span<const std::int8_t> cells() const { return m_cells; }

    /// The state that another has unfolded.
    void become(const UnfoldedState& other)
    {
        m_cells = other.m_cells;
        m_words = other.m_words;
        m_node = other.m_node;
        m_path.resize(other.m_path.size());
        m_repackings = other.m_repackings;
    }
    /// Unfolds state `number`. What it shares with the one before is not touched.
    void load(std::uint32_t number)
    {
        load(number, [](std::size_t, std::int8_t) {});
    }
    /// The same, and calls `visit(cell, value)` for each cell that changes.
    template <typename Visit>
    void load(std::uint32_t number, Visit visit)
    {
        if (m_repackings != m_tree.repackings)
            forget();
        const std::uint64_t key = m_tree.states[number];
        if (m_words.size() == 1) {
            unfoldWord(0, key, visit);
        } else {
            unfold(2, std::uint32_t(key >> 32), visit);
            unfold(3, std::uint32_t(key), visit);
        }
    }

    /// The key of the loaded state with some words changed, in ascending order. Nodes are asked of `nodeOf(pair, isWord)`; when
    /// it answers NodeTable::none this is noKey.
    template <typename NodeOf>
    std::uint64_t keyOf(std::span<const WordWrite> writes, NodeOf nodeOf)
    {
        const std::size_t words = m_words.size();
        if (words == 1)
            return writes.empty() ? m_words[0] : changed(writes[0]);
        std::size_t count = 0;
        for (const WordWrite& write : writes) {
            const std::uint64_t now = changed(write);
            if (now == m_words[write.word])
                continue;
            const std::uint32_t id = nodeOf(now, true);
            if (id == NodeTable::none)
                return noKey;
            m_path[count++] = {std::uint32_t(words + write.word), id};
        }
        for (std::size_t level = words; level > 2 && count > 0; level /= 2) {
            std::size_t out = 0;
            for (std::size_t i = 0; i < count; ++out) {
                const std::uint32_t node = m_path[i].node;
                std::uint32_t left = m_node[node & ~1u];
                std::uint32_t right = m_node[node | 1u];
                (node & 1u ? right : left) = m_path[i].value;
                ++i;
                if (!(node & 1u) && i < count && m_path[i].node == node + 1)
                    right = m_path[i++].value;
                const std::uint32_t id = nodeOf(std::uint64_t(left) << 32 | right, false);
                if (id == NodeTable::none)
                    return noKey;
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
    static constexpr std::uint64_t noKey = noPair;

private:
    struct Step {
        std::uint32_t node;
        std::uint32_t value;
    };

    [[nodiscard]] std::uint64_t changed(const WordWrite& write) const { return (m_words[write.word] & ~write.mask) | write.value; }

    template <typename Visit>
    void unfold(std::size_t node, std::uint32_t value, Visit& visit)
    {
        if (m_node[node] == value)
            return;
        m_node[node] = value;
        const std::uint64_t pair = m_tree.inner[value];
        if (node >= m_words.size()) {
            unfoldWord(node - m_words.size(), pair, visit);
            return;
        }
        unfold(node * 2, std::uint32_t(pair >> 32), visit);
        unfold(node * 2 + 1, std::uint32_t(pair), visit);
    }
    template <typename Visit>
    void unfoldWord(std::size_t word, std::uint64_t now, Visit& visit)
    {
        m_tree.packing.differing(word, m_words[word], now, [&](std::size_t cell, std::int8_t value) {
            m_cells[cell] = value;
            visit(cell, value);
        });
        m_words[word] = now;
    }
    /// Back to the start, whose words are all zero.
    void forget()
    {
        const std::size_t words = m_tree.packing.words();
        for (std::size_t cell = 0; cell < m_cells.size(); ++cell)
            m_cells[cell] = m_tree.packing.atStart(cell);
        m_words.assign(words, 0);
        m_node.assign(words * 2, NodeTable::none);
        m_path.assign(words, {});
        m_repackings = m_tree.repackings;
    }

    const StateTree& m_tree;
    std::vector<std::int8_t> m_cells;
    std::vector<std::uint64_t> m_words;
    std::vector<std::uint32_t> m_node;   ///< the root is 1, what is below n is 2n and 2n + 1, word i is node words + i
    std::vector<Step> m_path;
    std::uint32_t m_repackings = 0;
};

/// The key of the start, which stands for zero in every word.
template <typename NodeOf>
std::uint64_t keyOfStart(const StateTree& tree, NodeOf nodeOf)
{
    if (tree.keysAreWords())
        return 0;
    std::uint64_t pair = 0;
    std::uint32_t node = nodeOf(pair, true);
    for (std::size_t level = tree.packing.words(); level > 2; level /= 2)
        node = nodeOf(std::uint64_t(node) << 32 | node, false);
    return std::uint64_t(node) << 32 | node;
}

} // namespace bindlab
