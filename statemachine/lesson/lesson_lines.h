#pragma once

#include "flow/diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// The lines of a lesson that is being read, and what is wrong in them.
struct LessonLines {
    std::string file;
    std::vector<std::string> lines;
    Diagnostics diagnostics;

    /// Lines are kept without their ends; CR LF counts as one end.
    LessonLines(const std::string& fileName, std::string_view text);

    /// `line` counts from 1.
    void complain(int line, const std::string& message, const std::string& hint = {});
};

/// Where the bytes stop being UTF-8 text, or npos. A NUL is none, and a carriage return only before the end of a line: alone, some
/// readers take it for one.
[[nodiscard]] std::size_t firstBadByte(std::string_view text);

} // namespace bindlab
