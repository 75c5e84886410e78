/// Statements of a flow, thread or start.
#include "flow/statement_parser.h"

#include "flow/expression_parser.h"
#include "flow/limits.h"

namespace bindlab::parsing {

using namespace ast;

struct Statements::Depth {
    explicit Depth(Statements& statements) : owner(statements)
    {
        if (owner.m_depth == FlowLimits::nesting)
            throw SyntaxError{complain(owner.m_in.peek(), "nested deeper than " + std::to_string(FlowLimits::nesting) + " levels")};
        ++owner.m_depth;
    }
    ~Depth() { --owner.m_depth; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    Statements& owner;
};

namespace {

void atMostAlternatives(const Stmt& stmt)
{
    if (stmt.alternatives.size() > FlowLimits::alternatives)
        throw SyntaxError{complain(stmt.token, "more than " + std::to_string(FlowLimits::alternatives) + " alternatives")};
}

} // namespace

std::vector<Stmt> Statements::sequence()
{
    std::vector<Stmt> statements;
    while (!m_in.atEnd() && !m_in.at("}") && !m_in.isGivenUp()) {
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

std::vector<Stmt> Statements::braces(const std::string& of)
{
    m_in.expect("{", "to open the body of " + of);
    const Depth depth(*this);
    auto body = sequence();
    m_in.expect("}", "to close the body of " + of);
    return body;
}

std::vector<Stmt> Statements::bodyOf(const std::string& of)
{
    if (m_in.at("{"))
        return braces(of);
    std::vector<Stmt> one;
    const Depth depth(*this);
    one.push_back(statement());
    return one;
}

Expr Statements::condition(const std::string& of)
{
    m_in.expect("(", "after " + of);
    Expr expr = Expressions(m_in).parse();
    m_in.expect(")", "to close the condition of " + of);
    return expr;
}

void Statements::endOfStatement(Stmt& stmt)
{
    m_in.expect(";", "at the end of this statement");
    if (m_in.at("@")) {
        m_in.next();
        stmt.source.id = m_in.expectName("the name of a source after '@'").text;
        if (m_in.peek().kind == Token::Kind::String)
            stmt.source.section = m_in.next().text;
    }
}

Stmt Statements::statement()
{
    Stmt stmt;
    stmt.token = m_in.peek();
    const auto begins = [&](const char* word, const char* then) { return m_in.at(word) && m_in.peek(1).is(then); };
    if (m_in.accept("if")) ifElse(stmt);
    else if (m_in.accept("while")) loop(stmt);
    else if (m_in.accept("atomic")) atomic(stmt);
    else if (m_in.accept("choose")) choose(stmt);
    else if (begins("any", "order")) anyOrder(stmt);
    else if (begins("ghost", "{")) ghost(stmt);
    else if (m_in.at("kill") && m_in.peek(1).isName()) kill(stmt);
    else if (m_in.accept("wait")) wait(stmt);
    else if (m_in.accept("goto")) jump(stmt);
    else if (m_in.accept("return")) returnStatement(stmt);
    else if (m_in.at("{")) {
        stmt.kind = Stmt::Kind::Block;
        stmt.body = braces("the block");
    }
    else if (m_in.peek().isName() && m_in.peek(1).is(":")) {
        stmt.kind = Stmt::Kind::Label;
        stmt.name = m_in.next().text;
        m_in.next();
    }
    else if (begins("warn", "(")) warn(stmt);
    else if (begins("broken", "(")) broken(stmt);
    else stmt = simpleOnes();
    return stmt;
}

void Statements::ifElse(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::If;
    stmt.exprs.push_back(condition("if"));
    stmt.body = bodyOf("if");
    if (m_in.accept("else")) {
        stmt.hasElse = true;
        stmt.orElse = bodyOf("else");
    }
}

void Statements::loop(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::While;
    stmt.exprs.push_back(condition("while"));
    stmt.body = bodyOf("while");
}

void Statements::atomic(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Atomic;
    if (m_in.peek().kind == Token::Kind::String)
        stmt.name = m_in.next().text;
    stmt.body = braces("atomic");
}

void Statements::choose(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Choose;
    do {
        stmt.labels.push_back(m_in.peek().kind == Token::Kind::String ? m_in.next().text : std::string());
        stmt.alternatives.push_back(braces("choose"));
    } while (m_in.accept("or"));
    if (stmt.alternatives.size() < 2)
        m_in.fail("'or' and a second alternative of choose");
    atMostAlternatives(stmt);
}

void Statements::anyOrder(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::AnyOrder;
    m_in.next();
    m_in.next();
    for (Stmt& one : braces("any order")) {
        stmt.labels.push_back(one.kind == Stmt::Kind::Expression ? one.exprs[0].name : std::string());
        stmt.alternatives.emplace_back().push_back(std::move(one));
    }
    if (stmt.alternatives.size() < 2)
        throw SyntaxError{complain(stmt.token, "any order takes two statements or more")};
    atMostAlternatives(stmt);
}

void Statements::ghost(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Ghost;
    m_in.next();
    stmt.body = braces("ghost");
}

void Statements::kill(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Kill;
    m_in.next();
    stmt.name = m_in.expectName("the thread to kill").text;
    endOfStatement(stmt);
}

void Statements::wait(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Wait;
    stmt.exprs.push_back(condition("wait"));
    if (m_in.accept("timeout")) {
        stmt.hasElse = true;
        stmt.body = braces("timeout");
    } else {
        endOfStatement(stmt);
    }
}

void Statements::jump(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Goto;
    stmt.name = m_in.expectName("a label after goto").text;
    endOfStatement(stmt);
}

void Statements::returnStatement(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Return;
    if (!m_in.at(";"))
        stmt.exprs.push_back(Expressions(m_in).parse());
    endOfStatement(stmt);
}

void Statements::warn(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Warn;
    m_in.next();
    m_in.next();
    stmt.name = m_in.expectString("what the warning says, in quotes").text;
    m_in.expect(")", "to close warn");
    endOfStatement(stmt);
}

void Statements::broken(Stmt& stmt)
{
    stmt.kind = Stmt::Kind::Broken;
    m_in.next();
    m_in.next();
    stmt.name = m_in.expectDashedName("the property that does not hold");
    while (m_in.accept(","))
        stmt.exprs.push_back(Expressions(m_in).parse());
    m_in.expect(")", "to close broken");
    endOfStatement(stmt);
}

Stmt Statements::simpleOnes()
{
    Stmt stmt = simple();
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

Stmt Statements::simple()
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

} // namespace bindlab::parsing
