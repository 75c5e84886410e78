#include "lesson/lesson_lines.h"

#include "lesson/lesson.h"

#include <algorithm>

namespace bindlab {

LessonLines::LessonLines(const std::string& fileName, std::string_view text) : file(fileName)
{
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.emplace_back(line);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
}

void LessonLines::complain(int line, const std::string& message, const std::string& hint)
{
    if (diagnostics.size() >= LessonLimits::problems)
        return;
    Diagnostic diagnostic;
    diagnostic.file = file;
    diagnostic.line = line;
    diagnostic.column = 1;
    diagnostic.message = message;
    diagnostic.hint = hint;
    if (line >= 1 && std::size_t(line) <= lines.size()) {
        diagnostic.sourceLine = lines[std::size_t(line - 1)];
        diagnostic.length = int(std::max<std::size_t>(1, diagnostic.sourceLine.size()));
    }
    diagnostics.push_back(std::move(diagnostic));
}

std::size_t firstBadByte(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte == 0 || (byte == '\r' && text.substr(i + 1, 1) != "\n") ? 0
            : byte < 0x80                    ? 1
            : byte >= 0xc2 && byte < 0xe0    ? 2
            : byte >= 0xe0 && byte < 0xf0    ? 3
            : byte >= 0xf0 && byte < 0xf5    ? 4
                                             : 0;
        if (length == 0 || i + length > text.size())
            return i;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80)
                return i;
        i += length;
    }
    return std::string_view::npos;
}

} // namespace bindlab
