#include "draft/outline.h"

#include "flow/lexer.h"
#include "flow/words.h"

#include <algorithm>

namespace bindlab {

namespace {

bool isIn(const std::vector<std::string>& words, const Token& token)
{
    return token.isName() && std::ranges::find(words, token.text) != words.end();
}

class Reader {
public:
    explicit Reader(std::string_view text)
    {
        Diagnostics ignored;
        m_tokens = tokenize(makeSourceFile({}, text), ignored);
    }

    std::vector<Declaration> read()
    {
        while (!atEnd()) {
            if (isIn(declarationWords(), peek()))
                declaration(0);
            else
                ++m_at;
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    [[nodiscard]] bool atEnd() const { return peek().kind == Token::Kind::End; }

    /// The name behind the word: with its hyphens, of a hunk behind "flow" or "struct", of an object behind its struct.
    std::string name(const std::string& word)
    {
        if (word == "in" && (peek().is("flow") || peek().is("struct")))
            ++m_at;
        if (word == "pool" && peek().kind == Token::Kind::Number)
            ++m_at;
        if ((word == "global" || word == "pool") && peek(1).isName())
            ++m_at;
        if (!peek().isName())
            return {};
        std::string text = peek().text;
        for (++m_at; peek().is("-") && (peek(1).isName() || peek(1).kind == Token::Kind::Number); m_at += 2)
            text += "-" + peek(1).text;
        return text;
    }

    void declaration(int depth)
    {
        static const std::vector<std::string> inside{"in", "flow", "struct", "global", "pool", "ops", "thread", "given"};
        const std::size_t row = m_found.size();
        m_found.push_back({peek().text, {}, peek().line, peek().line, depth});
        ++m_at;
        m_found[row].name = name(m_found[row].word);
        const bool holdsOthers = m_found[row].word == "patch" || m_found[row].word == "mutation" || m_found[row].word == "scenario";
        int braces = 0;
        while (!atEnd()) {
            const Token token = peek();
            const bool firstOfLine = m_at == 0 || m_tokens[m_at - 1].line != token.line;
            // A declaration begins at the margin: one that is still open has lost its end.
            if (depth == 0 && firstOfLine && token.column == 1 && isIn(declarationWords(), token))
                break;
            if (braces == 1 && holdsOthers && isIn(inside, token)) {
                declaration(depth + 1);
                m_found[row].lastLine = m_tokens[m_at - 1].line;
                continue;
            }
            m_found[row].lastLine = token.line;
            ++m_at;
            if (token.is("{"))
                ++braces;
            if ((token.is("}") && --braces <= 0) || (token.is(";") && braces == 0))
                break;
        }
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::vector<Declaration> m_found;
};

} // namespace

std::vector<Declaration> outlineOf(std::string_view text) { return Reader(text).read(); }

const Declaration* declarationAt(const std::vector<Declaration>& outline, int line)
{
    const Declaration* found = nullptr;
    for (const Declaration& declaration : outline)
        if (declaration.firstLine <= line && line <= declaration.lastLine && (!found || declaration.depth >= found->depth))
            found = &declaration;
    return found;
}

const Declaration* findDeclaration(const std::vector<Declaration>& outline, std::string_view word, std::string_view name)
{
    const auto found = std::ranges::find_if(outline, [&](const Declaration& one) { return one.word == word && one.name == name; });
    return found == outline.end() ? nullptr : &*found;
}

} // namespace bindlab
