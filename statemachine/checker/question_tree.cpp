#include "checker/question_tree.h"

namespace bindlab {

void QuestionTree::add(std::uint32_t& root, std::span<const Footprint::Asked> asked, std::uint32_t result)
{
    // Where to go on: the root, or one of the two ways on from a node. Nodes move when more are added.
    std::uint32_t from = unknown;
    bool isSame = false;
    const auto here = [&]() -> std::uint32_t& { return from == unknown ? root : isSame ? m_nodes[from].same : m_nodes[from].other; };
    for (const Footprint::Asked& each : asked) {
        while (here() != unknown && m_nodes[here()].answer != each.answer) {
            from = here();
            isSame = false;
        }
        if (here() == unknown) {
            const auto added = std::uint32_t(m_nodes.size());
            here() = added;
            m_nodes.push_back({each.question, each.answer, unknown, unknown});
            from = added;
        } else {
            from = here();
        }
        isSame = true;
    }
    here() = isResult + result;
}

} // namespace bindlab
