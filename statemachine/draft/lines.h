#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A text by lines, without their ends; "" is one empty line.
[[nodiscard]] std::vector<std::string> linesOf(std::string_view text);
/// The other way round: as many line ends as there are lines, less one.
[[nodiscard]] std::string textOf(const std::vector<std::string>& lines);

/// The text with lines `first` to `last` (from 1) put in place of; `last` below `first` inserts before `first`.
[[nodiscard]] std::string withLines(std::string_view text, int first, int last, const std::vector<std::string>& lines);

/// The blanks a line begins with.
[[nodiscard]] std::string indentOf(std::string_view line);

/// The words of a line with one blank between them, as patches compare lines; empty for a comment.
[[nodiscard]] std::string wordsOfLine(std::string_view line);

} // namespace bindlab
