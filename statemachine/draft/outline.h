#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A declaration of a flow file as a list of contents has it.
struct Declaration {
    std::string word;     ///< "flow", "patch", "in" for a hunk, "thread"
    std::string name;
    int firstLine = 0;    ///< from 1
    int lastLine = 0;     ///< the line of its closing brace or semicolon; of a damaged text the last
    int depth = 0;        ///< 1: inside a patch or scenario
};

/// What a text declares, in its order. Reads what it can of a text that is still being written; never fails.
[[nodiscard]] std::vector<Declaration> outlineOf(std::string_view text);

/// The innermost declaration around a line; nullptr between them.
[[nodiscard]] const Declaration* declarationAt(const std::vector<Declaration>& outline, int line);

/// The first of that kind and name; nullptr without one.
[[nodiscard]] const Declaration* findDeclaration(const std::vector<Declaration>& outline, std::string_view word, std::string_view name);

} // namespace bindlab
