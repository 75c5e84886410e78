#pragma once

#include <string>
#include <vector>

namespace bindlab {

/// One complaint about a text: where it is, what is wrong, what was expected, and a name that was perhaps meant.
struct Diagnostic {
    std::string file;
    int line = 0;     ///< from 1; 0 when it is about the file as a whole
    int column = 0;   ///< from 1, in bytes
    int length = 1;   ///< how many bytes the caret underlines
    std::string message;   ///< "expected ';' after this statement, found '}'"
    std::string hint;      ///< "did you mean 'igroup'?", or empty
    std::string sourceLine; ///< the text of that line, or empty
    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Whether so much is wrong with a flow text that more is not told; see FlowLimits::problems.
[[nodiscard]] bool isFull(const Diagnostics& diagnostics);

/// file:line:column: error: message, the line, a caret below the place, the hint. Ends with a newline.
[[nodiscard]] std::string toText(const Diagnostic& diagnostic);
[[nodiscard]] std::string toText(const Diagnostics& diagnostics);

/// Of `names`, the one nearest to `name`, if it is near enough to have been meant; else empty.
[[nodiscard]] std::string nearestName(const std::string& name, const std::vector<std::string>& names);

} // namespace bindlab
