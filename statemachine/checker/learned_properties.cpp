#include "checker/learned_properties.h"

#include <algorithm>

namespace bindlab {

LearnedProperties::LearnedProperties(const Model& model)
    : m_interpreter(model), m_footprint(std::size_t(model.stateBytes)), m_tree(model), m_roots(model.propertyCode.size() * 3, QuestionTree::unknown), m_found(1)
{
}

std::uint32_t LearnedProperties::learn(std::uint32_t& root, std::span<const std::int8_t> state, int code, bool rest, bool end)
{
    if (m_tree.size() > mostNodes) {
        m_tree.clear();
        std::ranges::fill(m_roots, QuestionTree::unknown);
        m_found.resize(1);
    }
    std::vector<RawFinding> found;
    m_footprint.clear();
    m_interpreter.load(state);
    m_interpreter.watch(&m_footprint);
    m_interpreter.inspectProperty(code, rest, end, found);
    m_interpreter.watch(nullptr);
    std::uint32_t result = 0;
    if (!found.empty()) {
        result = std::uint32_t(m_found.size());
        m_found.push_back(std::move(found));
    }
    m_tree.add(root, m_footprint.asked(), result);
    return result;
}

} // namespace bindlab
