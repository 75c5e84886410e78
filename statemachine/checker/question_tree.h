#pragma once

#include "world/interpreter.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bindlab {

/// Results that follow from what a state answers to questions. The questions below one root are a tree: which one comes next
/// follows from the answers before. A result is a number below isResult.
class QuestionTree {
public:
    static constexpr std::uint32_t unknown = 0xffffffff;
    static constexpr std::uint32_t isResult = 0x80000000;

    explicit QuestionTree(const Model& model) : m_model(model) {}

    /// The result for such a state below this root; unknown when there is none yet.
    [[nodiscard]] std::uint32_t find(std::uint32_t root, std::span<const std::int8_t> state) const
    {
        std::uint32_t at = root;
        while (at < isResult) {
            const Node& node = m_nodes[at];
            const std::int8_t answer = node.question.kind == Footprint::Question::Kind::Cell ? state[std::size_t(node.question.at)]
                                                                                             : answerTo(m_model, node.question, state.data());
            const auto way = unsigned(answer - node.lowest);
            at = way < node.ways ? m_ways[node.firstWay + way] : unknown;
        }
        return at == unknown ? unknown : at - isResult;
    }
    /// Adds the result for states that answer so. Its questions begin as those below the root do.
    void add(std::uint32_t& root, std::span<const Footprint::Asked> asked, std::uint32_t result);

    /// In memory, about 8 bytes each.
    [[nodiscard]] std::size_t size() const { return m_nodes.size() + m_ways.size(); }
    void clear()
    {
        m_nodes.clear();
        m_ways.clear();
    }

private:
    /// A question, and by answer where to go on: a node, a result or unknown.
    struct Node {
        Footprint::Question question;
        std::int8_t lowest = 0;       ///< answer
        std::uint16_t ways = 0;       ///< so many, from the lowest answer up
        std::uint32_t firstWay = 0;
    };

    [[nodiscard]] std::uint32_t& wayOf(std::uint32_t node, std::int8_t answer);

    const Model& m_model;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_ways;
};

} // namespace bindlab
