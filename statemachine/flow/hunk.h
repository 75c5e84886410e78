#pragma once

#include "flow/ast.h"

namespace bindlab {

/// Applies one hunk to the lines of one block: the lines it keeps or takes must stand there one behind the other, in one place only.
void applyHunk(const ast::Patch& patch, const ast::Hunk& hunk, ast::Block& block, Diagnostics& problems);

} // namespace bindlab
