#include "draft/lines.h"

#include "flow/lexer.h"

#include <algorithm>

namespace bindlab {

std::vector<std::string> linesOf(std::string_view text) { return makeSourceFile({}, text)->lines; }

std::string textOf(const std::vector<std::string>& lines)
{
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += (i > 0 ? "\n" : "") + lines[i];
    return text;
}

std::string withLines(std::string_view text, int first, int last, const std::vector<std::string>& lines)
{
    std::vector<std::string> all = linesOf(text);
    const auto from = std::clamp<std::ptrdiff_t>(first - 1, 0, std::ptrdiff_t(all.size()));
    const auto to = std::clamp<std::ptrdiff_t>(last, from, std::ptrdiff_t(all.size()));
    all.erase(all.begin() + from, all.begin() + to);
    all.insert(all.begin() + from, lines.begin(), lines.end());
    return textOf(all);
}

std::string indentOf(std::string_view line) { return std::string(line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()))); }

std::string wordsOfLine(std::string_view line)
{
    Diagnostics ignored;
    std::string words;
    for (const Token& token : tokenize(makeSourceFile({}, line), ignored)) {
        if (token.kind == Token::Kind::End)
            break;
        words += (words.empty() ? "" : " ") + (token.kind == Token::Kind::String ? '"' + token.text + '"' : token.text);
    }
    return words;
}

} // namespace bindlab
