#include "flow/parser.h"

#include <algorithm>
#include <charconv>

namespace bindlab {

using namespace ast;

namespace {

/// Thrown where the grammar is left; caught at the next place where reading can go on. Never leaves this file.
struct SyntaxError {
    Diagnostic diagnostic;
};

class Cursor {
public:
    Cursor(std::vector<Token> tokens, Diagnostics& problems) : m_tokens(std::move(tokens)), m_problems(problems)
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

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    [[nodiscard]] bool atEnd() const { return peek().kind == Token::Kind::End; }
    [[nodiscard]] bool at(std::string_view word) const { return peek().is(word); }
    [[nodiscard]] std::size_t position() const { return m_at; }
    const Token& next()
    {
        const Token& token = peek();
        if (m_at + 1 < m_tokens.size())
            ++m_at;
        return token;
    }
    bool accept(std::string_view word)
    {
        if (!at(word))
            return false;
        next();
        return true;
    }
    [[noreturn]] void fail(const std::string& expected, std::string hint = {}) const { failAt(peek(), expected, std::move(hint)); }
    [[noreturn]] void failAt(const Token& token, const std::string& expected, std::string hint = {}) const
    {
        throw SyntaxError{complain(token, "expected " + expected + ", found " + describe(token), std::move(hint))};
    }
    const Token& expect(std::string_view word, const std::string& after)
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
    const Token& expectName(const std::string& what)
    {
        if (!peek().isName())
            fail(what);
        return next();
    }
    const Token& expectString(const std::string& what)
    {
        if (peek().kind != Token::Kind::String)
            fail(what);
        return next();
    }
    /// A name that may have hyphens: pin-vdevice.
    std::string expectDashedName(const std::string& what)
    {
        std::string name = expectName(what).text;
        while (at("-") && peek(1).kind != Token::Kind::End && adjacent(peek(), peek(1)) && adjacent(m_tokens[m_at - 1], peek())) {
            next();
            name += "-" + next().text;
        }
        return name;
    }
    int expectNumber(const std::string& what)
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
    void report(const SyntaxError& error) { m_problems.push_back(error.diagnostic); }
    Diagnostics& problems() { return m_problems; }

    /// Goes behind the next `;` of this nesting, or up to the `}` that closes it.
    void recover(std::size_t startedAt)
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
    /// The tokens between here and the brace that closes an already opened one; goes behind that brace.
    std::vector<Token> upToClosingBrace(const Token& opened)
    {
        std::vector<Token> inside;
        int depth = 0;
        while (!atEnd()) {
            if (at("}") && depth-- == 0) {
                next();
                return inside;
            }
            if (at("{"))
                ++depth;
            inside.push_back(next());
        }
        throw SyntaxError{complain(opened, "this '{' is never closed: expected '}' before the end of the file")};
    }

private:
    static std::string describe(const Token& token)
    {
        switch (token.kind) {
        case Token::Kind::End: return "the end";
        case Token::Kind::String: return "\"" + token.text + "\"";
        default: return "'" + token.text + "'";
        }
    }
    static bool adjacent(const Token& a, const Token& b) { return a.line == b.line && a.column + a.length == b.column; }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    Diagnostics& m_problems;
};

/// Expressions, by precedence climbing as in C.
class Expressions {
public:
    explicit Expressions(Cursor& in) : m_in(in) {}

    Expr parse() { return binary(0); }

private:
    struct Depth {
        explicit Depth(Expressions& expressions) : owner(expressions)
        {
            if (++owner.m_depth > 4 * maxNesting)
                throw SyntaxError{complain(owner.m_in.peek(), "nested deeper than " + std::to_string(maxNesting) + " levels")};
        }
        ~Depth() { --owner.m_depth; }
        Depth(const Depth&) = delete;
        Depth& operator=(const Depth&) = delete;
        Expressions& owner;
    };

    void countOperator()
    {
        if (++m_operators > 200)
            throw SyntaxError{complain(m_in.peek(), "more than 200 operators in one expression")};
    }
    static int precedence(const Token& token)
    {
        if (token.kind != Token::Kind::Punctuation)
            return -1;
        const std::string& op = token.text;
        if (op == "||") return 0;
        if (op == "&&") return 1;
        if (op == "==" || op == "!=") return 2;
        if (op == "<" || op == ">" || op == "<=" || op == ">=") return 3;
        if (op == "+" || op == "-") return 4;
        return -1;
    }
    Expr binary(int lowest)
    {
        const Depth depth(*this);
        Expr left = unary();
        for (int level = precedence(m_in.peek()); level >= lowest; level = precedence(m_in.peek())) {
            countOperator();
            Expr both;
            both.kind = Expr::Kind::Binary;
            both.token = m_in.next();
            both.name = both.token.text;
            both.kids.push_back(std::move(left));
            both.kids.push_back(binary(level + 1));
            left = std::move(both);
        }
        return left;
    }
    Expr unary()
    {
        const Depth depth(*this);
        if (m_in.at("!") || m_in.at("-")) {
            Expr expr;
            expr.kind = Expr::Kind::Unary;
            expr.token = m_in.next();
            expr.name = expr.token.text;
            expr.kids.push_back(unary());
            return expr;
        }
        return postfix();
    }
    Expr postfix()
    {
        Expr expr = primary();
        while (m_in.at(".") || m_in.at("->")) {
            m_in.next();
            countOperator();
            Expr field;
            field.kind = Expr::Kind::Field;
            field.token = m_in.expectName("the name of a field after '.'");
            field.name = field.token.text;
            field.kids.push_back(std::move(expr));
            expr = std::move(field);
        }
        return expr;
    }
    Expr primary()
    {
        Expr expr;
        expr.token = m_in.peek();
        if (m_in.accept("(")) {
            expr = parse();
            m_in.expect(")", "to close the parenthesis");
            return expr;
        }
        if (m_in.peek().kind == Token::Kind::Number) {
            expr.value = m_in.expectNumber("a number");
            return expr;
        }
        if (m_in.accept("true")) {
            expr.value = 1;
            return expr;
        }
        if (m_in.accept("false"))
            return expr;
        if (m_in.accept("NULL")) {
            expr.kind = Expr::Kind::Null;
            return expr;
        }
        if (m_in.accept("forall")) {
            expr.kind = Expr::Kind::Forall;
            do {
                const Token type = m_in.expectName("a struct after 'forall'");
                expr.bound.emplace_back(type, m_in.expectName("a name for it"));
            } while (m_in.accept(","));
            m_in.expect(":", "before what holds for all");
            expr.kids.push_back(parse());
            return expr;
        }
        expr.kind = Expr::Kind::Name;
        expr.name = m_in.expectName("an expression").text;
        if (m_in.accept("(")) {
            expr.kind = Expr::Kind::Call;
            while (!m_in.at(")")) {
                expr.kids.push_back(parse());
                if (!m_in.accept(","))
                    break;
            }
            m_in.expect(")", "to close the arguments of " + expr.name);
        }
        return expr;
    }

    Cursor& m_in;
    int m_depth = 0;
    int m_operators = 0;
};

class Statements {
public:
    explicit Statements(Cursor& in) : m_in(in) {}

    std::vector<Stmt> sequence()
    {
        std::vector<Stmt> statements;
        while (!m_in.atEnd() && !m_in.at("}")) {
            const auto begin = m_in.position();
            try {
                statements.push_back(statement());
            } catch (const SyntaxError& error) {
                m_in.report(error);
                m_in.recover(begin);
            }
        }
        return statements;
    }

private:
    std::vector<Stmt> braces(const std::string& of)
    {
        m_in.expect("{", "to open the body of " + of);
        if (++m_depth > maxNesting)
            throw SyntaxError{complain(m_in.peek(), "nested deeper than " + std::to_string(maxNesting) + " levels")};
        auto body = sequence();
        --m_depth;
        m_in.expect("}", "to close the body of " + of);
        return body;
    }
    std::vector<Stmt> bodyOf(const std::string& of)
    {
        if (m_in.at("{"))
            return braces(of);
        std::vector<Stmt> one;
        if (++m_depth > maxNesting)
            throw SyntaxError{complain(m_in.peek(), "nested deeper than " + std::to_string(maxNesting) + " levels")};
        one.push_back(statement());
        --m_depth;
        return one;
    }
    Expr condition(const std::string& of)
    {
        m_in.expect("(", "after " + of);
        Expr expr = Expressions(m_in).parse();
        m_in.expect(")", "to close the condition of " + of);
        return expr;
    }
    void endOfStatement(Stmt& stmt)
    {
        m_in.expect(";", "at the end of this statement");
        if (m_in.at("@")) {
            m_in.next();
            stmt.source.id = m_in.expectName("the name of a source after '@'").text;
            if (m_in.peek().kind == Token::Kind::String)
                stmt.source.section = m_in.next().text;
        }
    }
    Stmt statement()
    {
        Stmt stmt;
        stmt.token = m_in.peek();
        if (m_in.accept("if")) {
            stmt.kind = Stmt::Kind::If;
            stmt.exprs.push_back(condition("if"));
            stmt.body = bodyOf("if");
            if (m_in.accept("else")) {
                stmt.hasElse = true;
                stmt.orElse = bodyOf("else");
            }
            return stmt;
        }
        if (m_in.accept("while")) {
            stmt.kind = Stmt::Kind::While;
            stmt.exprs.push_back(condition("while"));
            stmt.body = bodyOf("while");
            return stmt;
        }
        if (m_in.accept("atomic")) {
            stmt.kind = Stmt::Kind::Atomic;
            if (m_in.peek().kind == Token::Kind::String)
                stmt.name = m_in.next().text;
            stmt.body = braces("atomic");
            return stmt;
        }
        if (m_in.accept("choose")) {
            stmt.kind = Stmt::Kind::Choose;
            do {
                stmt.labels.push_back(m_in.peek().kind == Token::Kind::String ? m_in.next().text : std::string());
                stmt.alternatives.push_back(braces("choose"));
            } while (m_in.accept("or"));
            if (stmt.alternatives.size() < 2)
                m_in.fail("'or' and a second alternative of choose");
            return stmt;
        }
        if (m_in.accept("wait")) {
            stmt.kind = Stmt::Kind::Wait;
            stmt.exprs.push_back(condition("wait"));
            if (m_in.accept("timeout")) {
                stmt.hasElse = true;
                stmt.body = braces("timeout");
                return stmt;
            }
            endOfStatement(stmt);
            return stmt;
        }
        if (m_in.accept("goto")) {
            stmt.kind = Stmt::Kind::Goto;
            stmt.name = m_in.expectName("a label after goto").text;
            endOfStatement(stmt);
            return stmt;
        }
        if (m_in.accept("return")) {
            stmt.kind = Stmt::Kind::Return;
            if (!m_in.at(";"))
                stmt.exprs.push_back(Expressions(m_in).parse());
            endOfStatement(stmt);
            return stmt;
        }
        if (m_in.at("{")) {
            stmt.kind = Stmt::Kind::Block;
            stmt.body = braces("the block");
            return stmt;
        }
        if (m_in.peek().isName() && m_in.peek(1).is(":")) {
            stmt.kind = Stmt::Kind::Label;
            stmt.name = m_in.next().text;
            m_in.next();
            return stmt;
        }
        if (m_in.at("warn") && m_in.peek(1).is("(")) {
            stmt.kind = Stmt::Kind::Warn;
            m_in.next();
            m_in.next();
            stmt.name = m_in.expectString("what the warning says, in quotes").text;
            m_in.expect(")", "to close warn");
            endOfStatement(stmt);
            return stmt;
        }
        stmt = simple();
        if (m_in.at(",")) {
            Stmt several;
            several.kind = Stmt::Kind::Atomic;
            several.token = stmt.token;
            several.body.push_back(std::move(stmt));
            while (m_in.accept(","))
                several.body.push_back(simple());
            stmt = std::move(several);
        }
        endOfStatement(stmt);
        return stmt;
    }
    Stmt simple()
    {
        Stmt stmt;
        stmt.token = m_in.peek();
        Expr target = Expressions(m_in).parse();
        if (m_in.at("++") || m_in.at("--")) {
            stmt.kind = Stmt::Kind::Count;
            stmt.name = m_in.next().text;
            stmt.exprs.push_back(std::move(target));
        } else if (m_in.accept("=")) {
            stmt.kind = Stmt::Kind::Assign;
            stmt.exprs.push_back(std::move(target));
            stmt.exprs.push_back(Expressions(m_in).parse());
        } else {
            if (target.kind != Expr::Kind::Call)
                m_in.fail("'=', '++', '--' or a call; an expression alone does nothing");
            stmt.exprs.push_back(std::move(target));
        }
        return stmt;
    }

    Cursor& m_in;
    int m_depth = 0;
};

const std::vector<std::string> topLevelWords{"source", "base", "enum", "struct", "global", "pool", "flow", "state", "prologue",
                                             "epilogue", "scenario", "design", "patch", "choice", "platform", "property"};

class FileParser {
public:
    FileParser(std::vector<Token> tokens, Library::Parts& parts) : m_in(std::move(tokens), parts.problems), m_parts(parts) {}

    void parse()
    {
        while (!m_in.atEnd()) {
            const auto begin = m_in.position();
            try {
                topLevel();
            } catch (const SyntaxError& error) {
                m_in.report(error);
                m_in.recover(begin);
                m_in.accept("}");
                m_parts.declarationLost = true;
            }
        }
    }

private:
    std::vector<SourceRef> sourceRefs()
    {
        std::vector<SourceRef> refs;
        while (m_in.accept("@")) {
            SourceRef ref;
            ref.token = m_in.expectName("the name of a source after '@'");
            ref.id = ref.token.text;
            if (m_in.peek().kind == Token::Kind::String)
                ref.section = m_in.next().text;
            refs.push_back(std::move(ref));
        }
        return refs;
    }
    std::vector<BlockLine> bodyLines(const std::string& of)
    {
        const Token opened = m_in.expect("{", "to open " + of);
        return byLine(m_in.upToClosingBrace(opened));
    }
    void topLevel()
    {
        const Token word = m_in.expectName("a declaration (flow, struct, patch, design, scenario, property, ...)");
        if (word.text == "source") source();
        else if (word.text == "base") base();
        else if (word.text == "enum") enumeration();
        else if (word.text == "struct") m_parts.structs.push_back(structure());
        else if (word.text == "global" || word.text == "pool") m_parts.instances.push_back(instance(word.text == "pool"));
        else if (word.text == "flow") m_parts.flows.push_back(flow());
        else if (word.text == "state" || word.text == "prologue") start();
        else if (word.text == "epilogue") epilogue();
        else if (word.text == "scenario") scenario();
        else if (word.text == "design") design();
        else if (word.text == "patch") patch();
        else if (word.text == "choice") m_parts.choices.push_back(named("choice"));
        else if (word.text == "platform") m_parts.platforms.push_back(named("platform"));
        else if (word.text == "property") property();
        else {
            const std::string near = nearestName(word.text, topLevelWords);
            m_in.failAt(word, "a declaration (flow, struct, patch, design, scenario, property, ...)",
                        near.empty() ? std::string() : "did you mean '" + near + "'?");
        }
    }
    void source()
    {
        SourceInfo info;
        info.id = m_in.expectName("a name for the source").text;
        info.title = m_in.expectString("its title in quotes").text;
        if (m_in.accept("by"))
            info.author = m_in.expectString("the author in quotes").text;
        if (m_in.accept("on"))
            info.date = m_in.expectString("the date in quotes, as 2025-06-02").text;
        m_in.expect(";", "at the end of the source");
        m_parts.sources.push_back(std::move(info));
    }
    void base()
    {
        Named named;
        named.token = m_in.expectName("the name of a base kernel");
        named.id = named.token.text;
        if (m_in.peek().kind == Token::Kind::String)
            named.title = m_in.next().text;
        named.sources = sourceRefs();
        m_in.expect(";", "at the end of the base");
        m_base = named.id;
        const bool known = std::any_of(m_parts.bases.begin(), m_parts.bases.end(), [&](const Named& b) { return b.id == m_base; });
        if (!known)
            m_parts.bases.push_back(std::move(named));
    }
    Named named(const std::string& what)
    {
        Named named;
        named.token = m_in.peek();
        named.id = m_in.expectDashedName("the name of the " + what);
        named.title = m_in.expectString("what the " + what + " says, in quotes").text;
        named.sources = sourceRefs();
        m_in.expect(";", "at the end of the " + what);
        return named;
    }
    void enumeration()
    {
        Enum e;
        e.name = m_in.expectName("a name for the enum");
        m_in.expect("{", "to open the enum");
        do
            e.values.push_back(m_in.expectName("a name in the enum").text);
        while (m_in.accept(",") && !m_in.at("}"));
        m_in.expect("}", "to close the enum");
        m_parts.enums.push_back(std::move(e));
    }
    Struct structure()
    {
        Struct s;
        s.base = m_base;
        s.name = m_in.expectName("a name for the struct");
        s.sources = sourceRefs();
        s.lines = bodyLines("struct " + s.name.text);
        return s;
    }
    Instance instance(bool pool)
    {
        Instance i;
        i.base = m_base;
        if (pool) {
            const Token number = m_in.peek();
            i.count = m_in.expectNumber("how many slots the pool has");
            if (i.count < 1 || i.count > 60)
                throw SyntaxError{complain(number, "a pool has 1 to 60 slots")};
        }
        i.type = m_in.expectName("a struct");
        i.name = m_in.expectName("a name");
        i.shortName = i.name.text;
        if (m_in.accept("as"))
            i.shortName = m_in.expectName("a short name after 'as'").text;
        if (m_in.accept("in"))
            i.component = m_in.expectName("a component after 'in'").text;
        if (m_in.accept("at")) {
            i.column = m_in.expectNumber("a column on the map");
            i.row = m_in.expectNumber("a row on the map");
        }
        if (m_in.accept("freed"))
            i.freedFailure = m_in.expectName("a failure id after 'freed'").text;
        m_in.expect(";", "at the end of the declaration");
        return i;
    }
    Flow flow()
    {
        Flow f;
        f.base = m_base;
        f.name = m_in.expectName("a name for the flow");
        m_in.expect("(", "after the name of the flow");
        while (!m_in.at(")")) {
            Param param;
            param.type = m_in.expectName("the type of a parameter");
            param.pointer = m_in.accept("*");
            param.name = m_in.expectName("the name of the parameter");
            f.params.push_back(std::move(param));
            if (!m_in.accept(","))
                break;
        }
        m_in.expect(")", "to close the parameters");
        if (m_in.accept(":"))
            f.component = m_in.expectName("a component after ':'").text;
        if (m_in.accept("on"))
            f.file = m_in.expectName("the file the call is made on, after 'on'").text;
        f.sources = sourceRefs();
        f.lines = bodyLines("flow " + f.name.text);
        return f;
    }
    void start()
    {
        Start s;
        s.base = m_base;
        s.name = m_in.expectName("a name");
        s.sources = sourceRefs();
        s.lines = bodyLines(s.name.text);
        m_parts.starts.push_back(std::move(s));
    }
    void epilogue()
    {
        Epilogue e;
        e.base = m_base;
        e.name = m_in.expectName("a name");
        e.sources = sourceRefs();
        e.lines = bodyLines(e.name.text);
        m_parts.epilogues.push_back(std::move(e));
    }
    void scenario()
    {
        Scenario s;
        s.id = m_in.expectName("the id of the scenario");
        s.name = m_in.expectDashedName("a short name for the scenario");
        s.title = m_in.expectString("one sentence about it, in quotes").text;
        if (m_in.accept("from"))
            s.start = m_in.expectName("a state or prologue after 'from'");
        if (m_in.accept("then"))
            s.epilogue = m_in.expectName("an epilogue after 'then'");
        s.sources = sourceRefs();
        m_in.expect("{", "to open the scenario");
        while (!m_in.at("}")) {
            if (!m_in.accept("thread"))
                m_in.fail("'thread' or '}'");
            Thread t;
            t.name = m_in.expectName("a name for the thread");
            if (m_in.peek().kind == Token::Kind::String)
                t.title = m_in.next().text;
            if (m_in.accept("by"))
                t.actor = m_in.expectName("who runs the thread, after 'by'").text;
            t.lines = bodyLines("thread " + t.name.text);
            s.threads.push_back(std::move(t));
        }
        m_in.expect("}", "to close the scenario");
        if (s.threads.empty() || s.threads.size() > 9)
            throw SyntaxError{complain(s.id, "a scenario has 1 to 9 threads")};
        m_parts.scenarios.push_back(std::move(s));
    }
    void design()
    {
        Design d;
        d.token = m_in.expectName("the id of the design");
        d.id = d.token.text;
        d.title = m_in.expectString("what it is called, in quotes").text;
        m_in.expect(":", "before the base of the design");
        d.base = m_in.expectName("a base kernel");
        d.sources = sourceRefs();
        m_in.expect("{", "to open the list of patches");
        while (!m_in.at("}")) {
            const Token token = m_in.peek();
            d.patches.emplace_back(token, m_in.expectDashedName("the name of a patch"));
            if (!m_in.accept(","))
                break;
        }
        m_in.expect("}", "to close the list of patches");
        m_parts.designs.push_back(std::move(d));
    }
    void patch()
    {
        Patch p;
        p.token = m_in.peek();
        p.id = m_in.expectDashedName("the name of the patch");
        p.token.length = int(p.id.size());
        p.title = m_in.expectString("what it does, in quotes").text;
        if (m_in.accept(":"))
            p.choice = m_in.expectDashedName("the choice it belongs to");
        if (m_in.accept("needs"))
            do
                p.needs.push_back(m_in.expectDashedName("the patch it needs"));
            while (m_in.accept(","));
        p.sources = sourceRefs();
        m_in.expect("{", "to open the patch");
        while (!m_in.at("}")) {
            const Token word = m_in.expectName("'in', 'flow', 'struct', 'global', 'pool' or 'rename'");
            if (word.text == "in") {
                Hunk hunk;
                hunk.isStruct = m_in.at("struct");
                if (!hunk.isStruct && !m_in.at("flow"))
                    m_in.fail("'flow' or 'struct' after 'in'");
                m_in.next();
                hunk.target = m_in.expectName("what the hunk changes");
                hunk.lines = bodyLines("the hunk");
                p.hunks.push_back(std::move(hunk));
            } else if (word.text == "flow") {
                p.flows.push_back(flow());
                p.flows.back().patch = p.id;
            } else if (word.text == "struct") {
                p.structs.push_back(structure());
                p.structs.back().patch = p.id;
            } else if (word.text == "global" || word.text == "pool") {
                p.instances.push_back(instance(word.text == "pool"));
                p.instances.back().patch = p.id;
            } else if (word.text == "rename") {
                Rename rename;
                rename.from = m_in.expectName("the name to change");
                m_in.expect("->", "before the new name");
                rename.to = m_in.expectName("the new name");
                m_in.expect(";", "at the end of rename");
                p.renames.push_back(std::move(rename));
            } else {
                m_in.failAt(word, "'in', 'flow', 'struct', 'global', 'pool' or 'rename'");
            }
        }
        m_in.expect("}", "to close the patch");
        m_parts.patches.push_back(std::move(p));
    }
    void property()
    {
        Property p;
        p.token = m_in.peek();
        p.id = m_in.expectDashedName("the id of the property");
        p.title = m_in.expectString("what must hold, in quotes").text;
        if (m_in.accept("always")) p.when = Property::When::Always;
        else if (m_in.accept("rest")) p.when = Property::When::Rest;
        else if (m_in.accept("end")) p.when = Property::When::End;
        else if (m_in.accept("builtin")) p.when = Property::When::BuiltIn;
        else if (m_in.accept("while_free")) {
            p.when = Property::When::LockFree;
            p.lock = Expressions(m_in).parse();
        } else {
            m_in.fail("when it is looked at: always, rest, end, while_free LOCK or builtin");
        }
        p.sources = sourceRefs();
        if (p.when == Property::When::BuiltIn) {
            m_in.expect(";", "at the end of a built-in property");
            m_parts.properties.push_back(std::move(p));
            return;
        }
        m_in.expect("{", "to open the property");
        while (!m_in.at("}")) {
            Clause clause;
            clause.token = m_in.peek();
            if (m_in.accept("needs"))
                do {
                    const Token type = m_in.expectName("a struct after 'needs'");
                    m_in.expect(".", "between struct and field");
                    clause.needs.emplace_back(type, m_in.expectName("a field"));
                } while (m_in.accept(","));
            if (!m_in.accept("must"))
                m_in.fail("'must' and what must hold");
            clause.must = Expressions(m_in).parse();
            if (m_in.accept("says"))
                clause.says = m_in.expectString("the sentence a user sees, in quotes").text;
            if (m_in.accept("fails"))
                do {
                    Clause::Rule rule;
                    rule.failure = m_in.expectName("a failure id as F1").text;
                    if (m_in.accept("if"))
                        rule.condition = Expressions(m_in).parse();
                    clause.rules.push_back(std::move(rule));
                } while (m_in.accept(","));
            m_in.expect(";", "at the end of what must hold");
            p.clauses.push_back(std::move(clause));
        }
        m_in.expect("}", "to close the property");
        m_parts.properties.push_back(std::move(p));
    }

    Cursor m_in;
    Library::Parts& m_parts;
    std::string m_base;
};

/// A statement belongs to the patch that added the line it begins on.
void markPatches(std::vector<Stmt>& statements, const std::vector<BlockLine>& lines)
{
    for (Stmt& stmt : statements) {
        for (const BlockLine& line : lines)
            if (!line.patch.empty() && line.tokens.front().line == stmt.token.line && line.tokens.front().file == stmt.token.file)
                stmt.patch = line.patch;
        markPatches(stmt.body, lines);
        markPatches(stmt.orElse, lines);
        for (auto& alternative : stmt.alternatives)
            markPatches(alternative, lines);
    }
}

std::vector<Token> flatten(const std::vector<BlockLine>& lines)
{
    std::vector<Token> tokens;
    for (const BlockLine& line : lines)
        tokens.insert(tokens.end(), line.tokens.begin(), line.tokens.end());
    return tokens;
}

ast::Field field(Cursor& in)
{
    ast::Field f;
    f.constant = in.accept("const");
    f.type = in.expectName("the type of a field");
    if (f.type.text == "machine")
        f.machine = in.expectName("the type of the machine").text;
    f.pointer = in.accept("*");
    f.token = in.expectName("the name of the field");
    f.name = f.token.text;
    if (in.peek().kind == Token::Kind::String)
        f.alias = in.next().text;
    if (in.accept("guarded")) {
        in.expect("by", "after guarded");
        f.guard = Expressions(in).parse();
        if (in.accept("for")) {
            in.expect("writes", "after for");
            f.guardForWrites = true;
        }
    }
    in.expect(";", "at the end of the field");
    return f;
}

} // namespace

void parseFile(const std::shared_ptr<const SourceFile>& file, Library::Parts& parts)
{
    const auto flowsBefore = parts.flows.size();
    const auto structsBefore = parts.structs.size();
    const auto startsBefore = parts.starts.size();
    const auto scenariosBefore = parts.scenarios.size();
    FileParser(tokenize(file, parts.problems), parts).parse();
    // Bodies are read again after patches; reading them here as well reports every mistake of the file in one go.
    for (auto i = flowsBefore; i < parts.flows.size(); ++i)
        (void)parseStatements(parts.flows[i].lines, parts.problems);
    for (auto i = structsBefore; i < parts.structs.size(); ++i)
        (void)parseFields(parts.structs[i].lines, parts.problems);
    for (auto i = startsBefore; i < parts.starts.size(); ++i)
        (void)parseStatements(parts.starts[i].lines, parts.problems);
    for (auto i = scenariosBefore; i < parts.scenarios.size(); ++i)
        for (const Thread& thread : parts.scenarios[i].threads)
            (void)parseStatements(thread.lines, parts.problems);
}

std::vector<Stmt> parseStatements(const std::vector<BlockLine>& lines, Diagnostics& problems)
{
    Cursor in(flatten(lines), problems);
    Statements statements(in);
    auto result = statements.sequence();
    while (in.at("}")) {
        problems.push_back(complain(in.peek(), "this '}' closes nothing"));
        in.next();
        auto more = statements.sequence();
        result.insert(result.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    markPatches(result, lines);
    return result;
}

std::vector<ast::Field> parseFields(const std::vector<BlockLine>& lines, Diagnostics& problems)
{
    Cursor in(flatten(lines), problems);
    std::vector<ast::Field> fields;
    while (!in.atEnd()) {
        const auto begin = in.position();
        try {
            fields.push_back(field(in));
        } catch (const SyntaxError& error) {
            in.report(error);
            in.recover(begin);
            in.accept("}");
        }
    }
    return fields;
}

} // namespace bindlab
