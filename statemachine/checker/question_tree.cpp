#include "checker/question_tree.h"

#include <algorithm>

namespace bindlab {

void QuestionTree::add(std::uint32_t& root, std::span<const Footprint::Asked> asked, std::uint32_t result)
{
    // The way that ends here: the root, or one of those from a node. They move when more are added.
    std::uint32_t from = unknown;
    std::int8_t answer = 0;
    const auto here = [&]() -> std::uint32_t& { return from == unknown ? root : wayOf(from, answer); };
    for (const Footprint::Asked& each : asked) {
        std::uint32_t node = here();
        if (node == unknown) {
            node = std::uint32_t(m_nodes.size());
            m_nodes.push_back({each.question, each.answer, 0, 0});
            here() = node;
        }
        from = node;
        answer = each.answer;
    }
    here() = isResult + result;
}

std::uint32_t& QuestionTree::wayOf(std::uint32_t number, std::int8_t answer)
{
    Node& node = m_nodes[number];
    const int lowest = std::min<int>(answer, node.lowest);
    const int end = std::max(answer + 1, node.lowest + node.ways);
    if (end - lowest > node.ways) {
        const auto first = std::uint32_t(m_ways.size());
        m_ways.resize(first + std::size_t(end - lowest), unknown);
        std::copy_n(m_ways.begin() + node.firstWay, node.ways, m_ways.begin() + first + (node.lowest - lowest));
        node = {node.question, std::int8_t(lowest), std::uint16_t(end - lowest), first};
    }
    return m_ways[node.firstWay + std::size_t(answer - node.lowest)];
}

} // namespace bindlab
