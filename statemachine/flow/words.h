#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// Words of the flow language, for whoever shows or writes it. The parsers say where each may stand.

/// What a declaration begins with: "flow", "patch".
[[nodiscard]] const std::vector<std::string>& declarationWords();
/// What a statement or an expression is built from: "goto", "choose", "NULL".
[[nodiscard]] const std::vector<std::string>& statementWords();
/// What a field of a struct is declared with: "mutex", "guarded".
[[nodiscard]] const std::vector<std::string>& fieldWords();
/// Flows that every kernel has: "lock", "alloc".
[[nodiscard]] const std::vector<std::string>& builtInFlows();

/// A word of a statement, or a built-in flow.
[[nodiscard]] bool isStatementWord(std::string_view word);

} // namespace bindlab
