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
            at = answer == node.answer ? node.same : node.other;
        }
        return at == unknown ? unknown : at - isResult;
    }
    /// Adds the result for states that answer so. Its questions begin as those below the root do.
    void add(std::uint32_t& root, std::span<const Footprint::Asked> asked, std::uint32_t result);

    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    void clear() { m_nodes.clear(); }

private:
    struct Node {
        Footprint::Question question;
        std::int8_t answer = 0;
        std::uint32_t same = unknown;
        std::uint32_t other = unknown;    ///< the same question with another answer
    };

    const Model& m_model;
    std::vector<Node> m_nodes;
};

} // namespace bindlab
