#pragma once

#include "flow/ast.h"

namespace bindlab {

/// Reads one file into `parts`. What is wrong is added to parts.problems; reading goes on at the next statement or block.
void parseFile(const std::shared_ptr<const SourceFile>& file, Library::Parts& parts);

/// The statements of a flow, thread or start, after patches.
[[nodiscard]] std::vector<ast::Stmt> parseStatements(const std::vector<BlockLine>& lines, Diagnostics& problems);
/// The fields of a struct, after patches.
[[nodiscard]] std::vector<ast::Field> parseFields(const std::vector<BlockLine>& lines, Diagnostics& problems);

} // namespace bindlab
