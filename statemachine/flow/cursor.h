/// Walks over the tokens of a file or a block, and finds its way back after a mistake.
#pragma once

#include "flow/lexer.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab::parsing {

/// Thrown where the grammar is left; caught at the next place where reading can go on. Never leaves the parser.
struct SyntaxError {
    Diagnostic diagnostic;
};

class Cursor {
public:
    Cursor(std::vector<Token> tokens, Diagnostics& problems);

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    [[nodiscard]] bool atEnd() const { return peek().kind == Token::Kind::End; }
    [[nodiscard]] bool at(std::string_view word) const { return peek().is(word); }
    [[nodiscard]] std::size_t position() const { return m_at; }
    const Token& next();
    /// Goes on when the word is there.
    bool accept(std::string_view word);

    [[noreturn]] void fail(const std::string& expected, std::string hint = {}) const { failAt(peek(), expected, std::move(hint)); }
    [[noreturn]] void failAt(const Token& token, const std::string& expected, std::string hint = {}) const;
    /// Goes on behind the word; `after` ends the sentence when it is missing: "to open the enum".
    const Token& expect(std::string_view word, const std::string& after);
    const Token& expectName(const std::string& what);
    const Token& expectString(const std::string& what);
    /// A name that may have hyphens: pin-vdevice.
    std::string expectDashedName(const std::string& what);
    /// A number from 0 to 100.
    int expectNumber(const std::string& what);

    /// Whether nothing more need be read, since so much is wrong already.
    [[nodiscard]] bool isGivenUp() const { return isFull(m_problems); }
    void report(const SyntaxError& error) { m_problems.push_back(error.diagnostic); }

    /// Goes behind the next `;` of this nesting, or up to the `}` that closes it.
    void recover(std::size_t startedAt);
    /// The tokens between here and the brace that closes an already opened one; goes behind that brace.
    std::vector<Token> upToClosingBrace(const Token& opened);

private:
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    Diagnostics& m_problems;
};

} // namespace bindlab::parsing
