#pragma once

#include "checker/question_tree.h"

#include <cstdint>
#include <span>
#include <vector>

namespace bindlab {

/// Looks at properties of states by asking what they depend on: the interpreter looks once for every set of answers.
class LearnedProperties {
public:
    explicit LearnedProperties(const Model& model);

    /// Adds to `findings` what this property (an index into Model::propertyCode) finds wrong in a state in which all threads
    /// are in user space, or at their end, as said.
    void inspect(std::span<const std::int8_t> state, int code, bool rest, bool end, std::vector<RawFinding>& findings)
    {
        std::uint32_t& root = m_roots[std::size_t(code) * 3 + std::size_t(rest) + std::size_t(end)];
        std::uint32_t known = m_tree.find(root, state);
        if (known == QuestionTree::unknown)
            known = learn(root, state, code, rest, end);
        findings.insert(findings.end(), m_found[known].begin(), m_found[known].end());
    }

private:
    static constexpr std::size_t mostNodes = 2'000'000;

    std::uint32_t learn(std::uint32_t& root, std::span<const std::int8_t> state, int code, bool rest, bool end);

    Interpreter m_interpreter;
    Footprint m_footprint;
    QuestionTree m_tree;
    std::vector<std::uint32_t> m_roots;
    std::vector<std::vector<RawFinding>> m_found;   ///< the first is empty: nothing is wrong
};

} // namespace bindlab
