#include "flow/lexer.h"

#include "flow/limits.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace bindlab {

std::shared_ptr<const SourceFile> makeSourceFile(const std::string& name, std::string_view text)
{
    auto file = std::make_shared<SourceFile>();
    file->name = name;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        auto line = text.substr(begin, end - begin);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        file->lines.emplace_back(line);
        begin = end + 1;
    }
    return file;
}

Diagnostic complain(const Token& token, std::string message, std::string hint)
{
    Diagnostic diagnostic;
    if (token.file) {
        diagnostic.file = token.file->name;
        if (token.line >= 1 && std::size_t(token.line) <= token.file->lines.size())
            diagnostic.sourceLine = token.file->lines[std::size_t(token.line) - 1].substr(0, FlowLimits::lineBytes);
    }
    diagnostic.line = token.line;
    diagnostic.column = token.column;
    diagnostic.length = token.length;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

namespace {

bool startsName(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_'; }
bool continuesName(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

constexpr std::array<std::string_view, 12> twoLetterPunctuation{"==", "!=", "<=", ">=", "&&", "||", "++", "--", "->", "+=", "-=", "::"};
constexpr std::string_view oneLetterPunctuation = "{}()[];,.:=<>!+-*/@&|%";

} // namespace

std::vector<Token> tokenize(const std::shared_ptr<const SourceFile>& file, Diagnostics& problems)
{
    std::vector<Token> tokens;
    bool inComment = false;
    for (std::size_t row = 0; row < file->lines.size(); ++row) {
        const std::string& line = file->lines[row];
        if (isFull(problems))
            break;
        if (line.size() > FlowLimits::lineBytes) {
            Token begin;
            begin.file = file;
            begin.line = int(row) + 1;
            begin.column = 1;
            problems.push_back(complain(begin, "a line has at most " + std::to_string(FlowLimits::lineBytes) + " bytes; this one has "
                                                   + std::to_string(line.size())));
            continue;
        }
        for (std::size_t at = 0; at < line.size();) {
            const char c = line[at];
            if (inComment) {
                const auto end = line.find("*/", at);
                inComment = end == std::string::npos;
                at = inComment ? line.size() : end + 2;
                continue;
            }
            if (std::isspace(static_cast<unsigned char>(c))) {
                ++at;
                continue;
            }
            if (line.compare(at, 2, "//") == 0)
                break;
            if (line.compare(at, 2, "/*") == 0) {
                inComment = true;
                at += 2;
                continue;
            }
            Token token;
            token.file = file;
            token.line = int(row) + 1;
            token.column = int(at) + 1;
            std::size_t end = at + 1;
            if (startsName(c)) {
                while (end < line.size() && continuesName(line[end]))
                    ++end;
                token.kind = Token::Kind::Identifier;
                token.text = line.substr(at, end - at);
            } else if (std::isdigit(static_cast<unsigned char>(c))) {
                while (end < line.size() && continuesName(line[end]))
                    ++end;
                token.kind = Token::Kind::Number;
                token.text = line.substr(at, end - at);
            } else if (c == '"') {
                end = line.find('"', at + 1);
                token.kind = Token::Kind::String;
                if (end == std::string::npos) {
                    token.length = int(line.size() - at);
                    problems.push_back(complain(token, "this string is not closed: expected '\"' before the end of the line"));
                    token.text = line.substr(at + 1);
                    end = line.size();
                } else {
                    token.text = line.substr(at + 1, end - at - 1);
                    ++end;
                }
            } else {
                const auto two = std::string_view(line).substr(at, 2);
                token.kind = Token::Kind::Punctuation;
                if (std::find(twoLetterPunctuation.begin(), twoLetterPunctuation.end(), two) != twoLetterPunctuation.end())
                    end = at + 2;
                else if (oneLetterPunctuation.find(c) == std::string_view::npos) {
                    const bool printable = std::isprint(static_cast<unsigned char>(c));
                    problems.push_back(complain(token, printable ? "'" + std::string(1, c) + "' has no meaning in a flow file"
                                                                 : "this byte has no meaning in a flow file; expected plain text"));
                    // One complaint a run of such bytes is enough.
                    while (end < line.size() && !std::isspace(static_cast<unsigned char>(line[end])) && !continuesName(line[end])
                           && oneLetterPunctuation.find(line[end]) == std::string_view::npos && line[end] != '"')
                        ++end;
                    at = end;
                    continue;
                }
                token.text = line.substr(at, end - at);
            }
            token.length = int(end - at);
            tokens.push_back(std::move(token));
            at = end;
        }
    }
    Token last;
    last.file = file;
    last.line = std::max(1, int(file->lines.size()));
    last.column = file->lines.empty() ? 1 : int(file->lines.back().size()) + 1;
    if (inComment)
        problems.push_back(complain(last, "a comment is not closed: expected '*/' before the end of the file"));
    tokens.push_back(last);
    return tokens;
}

bool BlockLine::sameWords(const BlockLine& other) const
{
    return std::equal(tokens.begin(), tokens.end(), other.tokens.begin(), other.tokens.end(),
                      [](const Token& a, const Token& b) { return a.kind == b.kind && a.text == b.text; });
}

std::vector<BlockLine> byLine(const std::vector<Token>& tokens)
{
    std::vector<BlockLine> lines;
    for (const Token& token : tokens) {
        if (lines.empty() || lines.back().tokens.front().line != token.line)
            lines.emplace_back();
        lines.back().tokens.push_back(token);
    }
    return lines;
}

} // namespace bindlab
