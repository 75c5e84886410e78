/// How a statement is called: the words of its file, and a few words for the timeline.
#pragma once

#include "flow/ast.h"

namespace bindlab::compiling {

/// The statement as it stands in its file, without comment, source and body.
[[nodiscard]] std::string textOf(const ast::Stmt& stmt);
/// A few words for a timeline block.
[[nodiscard]] std::string labelOf(const ast::Stmt& stmt);

} // namespace bindlab::compiling
