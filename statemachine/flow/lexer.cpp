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

bool isBlank(char c) { return std::isspace(static_cast<unsigned char>(c)); }
bool isDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)); }
bool isPunctuation(char c) { return oneLetterPunctuation.find(c) != std::string_view::npos; }

/// Goes through a file line by line and cuts each into tokens.
class Lexer {
public:
    Lexer(const std::shared_ptr<const SourceFile>& file, Diagnostics& problems) : m_file(file), m_problems(problems) {}

    std::vector<Token> tokens()
    {
        for (m_row = 0; m_row < m_file->lines.size() && !isFull(m_problems); ++m_row) {
            m_line = m_file->lines[m_row];
            m_at = 0;
            if (m_line.size() > FlowLimits::lineBytes)
                problem("a line has at most " + std::to_string(FlowLimits::lineBytes) + " bytes; this one has " + std::to_string(m_line.size()));
            else
                cutLine();
        }
        addEnd();
        return std::move(m_tokens);
    }

private:
    void cutLine()
    {
        while (skipToToken()) {
            if (startsName(m_line[m_at]))
                word(Token::Kind::Identifier);
            else if (isDigit(m_line[m_at]))
                word(Token::Kind::Number);
            else if (m_line[m_at] == '"')
                string();
            else
                punctuation();
        }
    }

    /// Over blanks and comments. False when the rest of the line is nothing else.
    bool skipToToken()
    {
        while (m_at < m_line.size()) {
            if (m_inComment)
                skipComment();
            else if (isBlank(m_line[m_at]))
                ++m_at;
            else if (m_line.compare(m_at, 2, "//") == 0)
                return false;
            else if (m_line.compare(m_at, 2, "/*") == 0) {
                m_inComment = true;
                m_at += 2;
            } else
                return true;
        }
        return false;
    }

    void skipComment()
    {
        const auto end = m_line.find("*/", m_at);
        m_inComment = end == std::string_view::npos;
        m_at = m_inComment ? m_line.size() : end + 2;
    }

    void word(Token::Kind kind)
    {
        std::size_t end = m_at + 1;
        while (end < m_line.size() && continuesName(m_line[end]))
            ++end;
        add(kind, end, m_line.substr(m_at, end - m_at));
    }

    void string()
    {
        const auto quote = m_line.find('"', m_at + 1);
        if (quote == std::string_view::npos) {
            problem("this string is not closed: expected '\"' before the end of the line", m_line.size() - m_at);
            add(Token::Kind::String, m_line.size(), m_line.substr(m_at + 1));
        } else {
            add(Token::Kind::String, quote + 1, m_line.substr(m_at + 1, quote - m_at - 1));
        }
    }

    void punctuation()
    {
        const auto two = m_line.substr(m_at, 2);
        if (std::find(twoLetterPunctuation.begin(), twoLetterPunctuation.end(), two) != twoLetterPunctuation.end())
            add(Token::Kind::Punctuation, m_at + 2, two);
        else if (isPunctuation(m_line[m_at]))
            add(Token::Kind::Punctuation, m_at + 1, two.substr(0, 1));
        else
            meaningless();
    }

    /// One complaint a run of such bytes is enough.
    void meaningless()
    {
        const char c = m_line[m_at];
        problem(std::isprint(static_cast<unsigned char>(c)) ? "'" + std::string(1, c) + "' has no meaning in a flow file"
                                                            : "this byte has no meaning in a flow file; expected plain text");
        const auto mayBegin = [](char byte) { return isBlank(byte) || continuesName(byte) || isPunctuation(byte) || byte == '"'; };
        do
            ++m_at;
        while (m_at < m_line.size() && !mayBegin(m_line[m_at]));
    }

    [[nodiscard]] Token here() const
    {
        Token token;
        token.file = m_file;
        token.line = int(m_row) + 1;
        token.column = int(m_at) + 1;
        return token;
    }

    void add(Token::Kind kind, std::size_t end, std::string_view text)
    {
        Token token = here();
        token.kind = kind;
        token.text = text;
        token.length = int(end - m_at);
        m_tokens.push_back(std::move(token));
        m_at = end;
    }

    void problem(std::string message, std::size_t length = 1)
    {
        Token token = here();
        token.length = int(length);
        m_problems.push_back(complain(token, std::move(message)));
    }

    void addEnd()
    {
        Token last;
        last.file = m_file;
        last.line = std::max(1, int(m_file->lines.size()));
        last.column = m_file->lines.empty() ? 1 : int(m_file->lines.back().size()) + 1;
        if (m_inComment)
            m_problems.push_back(complain(last, "a comment is not closed: expected '*/' before the end of the file"));
        m_tokens.push_back(std::move(last));
    }

    const std::shared_ptr<const SourceFile>& m_file;
    Diagnostics& m_problems;
    std::vector<Token> m_tokens;
    std::string_view m_line;
    std::size_t m_row = 0;
    std::size_t m_at = 0;   ///< in the line
    bool m_inComment = false;
};

} // namespace

std::vector<Token> tokenize(const std::shared_ptr<const SourceFile>& file, Diagnostics& problems)
{
    return Lexer(file, problems).tokens();
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
