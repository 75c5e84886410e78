/// Walks over the tokens of a file or a block, and finds its way back after a mistake.
#include "flow/cursor.h"

#include <charconv>

namespace bindlab::parsing {

namespace {

std::string describe(const Token& token)
{
    switch (token.kind) {
    case Token::Kind::End: return "the end";
    case Token::Kind::String: return "\"" + token.text + "\"";
    default: return "'" + token.text + "'";
    }
}

bool adjacent(const Token& a, const Token& b) { return a.line == b.line && a.column + a.length == b.column; }

} // namespace

Cursor::Cursor(std::vector<Token> tokens, Diagnostics& problems) : m_tokens(std::move(tokens)), m_problems(problems)
{
    if (m_tokens.empty() || m_tokens.back().kind != Token::Kind::End) {
        Token end;
        if (!m_tokens.empty()) {
            end = m_tokens.back();
            end.column += end.length;
        }
        end.kind = Token::Kind::End;
        end.text.clear();
        end.length = 1;
        m_tokens.push_back(end);
    }
}

const Token& Cursor::next()
{
    const Token& token = peek();
    if (m_at + 1 < m_tokens.size())
        ++m_at;
    return token;
}

bool Cursor::accept(std::string_view word)
{
    if (!at(word))
        return false;
    next();
    return true;
}

void Cursor::failAt(const Token& token, const std::string& expected, std::string hint) const
{
    throw SyntaxError{complain(token, "expected " + expected + ", found " + describe(token), std::move(hint))};
}

const Token& Cursor::expect(std::string_view word, const std::string& after)
{
    if (!at(word)) {
        // A missing ';' is reported where it belongs, behind the last word, not at the start of the next line;
        // nothing else is lost by it, so reading simply goes on.
        if (word == ";" && m_at > 0 && (peek().line != m_tokens[m_at - 1].line || atEnd())) {
            Token place = m_tokens[m_at - 1];
            place.column += place.length;
            place.length = 1;
            m_problems.push_back(complain(place, "expected ';' " + after));
            return m_tokens[m_at - 1];
        }
        fail("'" + std::string(word) + "' " + after);
    }
    return next();
}

const Token& Cursor::expectName(const std::string& what)
{
    if (!peek().isName())
        fail(what);
    return next();
}

const Token& Cursor::expectString(const std::string& what)
{
    if (peek().kind != Token::Kind::String)
        fail(what);
    return next();
}

std::string Cursor::expectDashedName(const std::string& what)
{
    std::string name = expectName(what).text;
    while (at("-") && peek(1).kind != Token::Kind::End && adjacent(peek(), peek(1)) && adjacent(m_tokens[m_at - 1], peek())) {
        next();
        name += "-" + next().text;
    }
    return name;
}

int Cursor::expectNumber(const std::string& what)
{
    const Token token = peek();
    int value = 0;
    if (token.kind != Token::Kind::Number)
        fail(what);
    const auto [end, error] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
    if (error != std::errc{} || end != token.text.data() + token.text.size() || value > 100)
        throw SyntaxError{complain(token, "'" + token.text + "' is not a number from 0 to 100")};
    next();
    return value;
}

void Cursor::recover(std::size_t startedAt)
{
    if (m_at == startedAt && !at("}"))
        next();
    int depth = 0;
    while (!atEnd()) {
        if (at("{"))
            ++depth;
        if (at("}")) {
            if (depth == 0)
                return;
            --depth;
            next();
            if (depth == 0)
                return;
            continue;
        }
        if (at(";") && depth == 0) {
            next();
            return;
        }
        // A line that starts like a statement is one: a forgotten ';' costs one complaint, not two.
        if (depth == 0 && m_at > startedAt && m_at > 0 && peek().line != m_tokens[m_at - 1].line)
            return;
        next();
    }
}

std::vector<Token> Cursor::upToClosingBrace(const Token& opened)
{
    const auto begin = m_at;
    int depth = 0;
    while (!atEnd()) {
        if (at("}") && depth-- == 0) {
            std::vector<Token> inside(m_tokens.begin() + std::ptrdiff_t(begin), m_tokens.begin() + std::ptrdiff_t(m_at));
            next();
            return inside;
        }
        if (at("{"))
            ++depth;
        next();
    }
    throw SyntaxError{complain(opened, "this '{' is never closed: expected '}' before the end of the file")};
}

} // namespace bindlab::parsing
