/// What is wrong with a selection, told once.
#pragma once

#include "flow/ast.h"

namespace bindlab::compiling {

class Complaints {
public:
    Complaints(const Library::Parts& parts, Diagnostics& problems) : m_parts(parts), m_problems(problems) {}

    void at(const Token& token, const std::string& message, const std::string& hint = {});
    /// There is no such name; `known` are those it could have been.
    void unknown(const Token& token, const std::string& what, const std::string& name, const std::vector<std::string>& known);
    /// What reading a block again found: only what reading the files had not found already. Whether anything was found.
    bool adopt(const Diagnostics& found);

    [[nodiscard]] bool any() const { return !m_problems.empty(); }
    Diagnostics& all() { return m_problems; }

    /// A hint, or nothing when no known name is near.
    [[nodiscard]] static std::string didYouMean(const std::string& name, const std::vector<std::string>& known);

private:
    const Library::Parts& m_parts;
    Diagnostics& m_problems;
};

} // namespace bindlab::compiling
