/// Statements of a flow, thread or start.
#pragma once

#include "flow/ast.h"
#include "flow/cursor.h"

namespace bindlab::parsing {

class Statements {
public:
    explicit Statements(Cursor& in) : m_in(in) {}

    /// Up to the end or a brace that closes what was opened before.
    std::vector<ast::Stmt> sequence();

private:
    /// One level of nesting, for as long as it lives.
    struct Depth;
    std::vector<ast::Stmt> braces(const std::string& of);
    std::vector<ast::Stmt> bodyOf(const std::string& of);
    ast::Expr condition(const std::string& of);
    void endOfStatement(ast::Stmt& stmt);
    ast::Stmt statement();
    /// What follows the word that a statement begins with; some of these are still to read that word.
    void ifElse(ast::Stmt& stmt);
    void loop(ast::Stmt& stmt);
    void atomic(ast::Stmt& stmt);
    void choose(ast::Stmt& stmt);
    void anyOrder(ast::Stmt& stmt);
    void ghost(ast::Stmt& stmt);
    void kill(ast::Stmt& stmt);
    void wait(ast::Stmt& stmt);
    void jump(ast::Stmt& stmt);
    void returnStatement(ast::Stmt& stmt);
    void warn(ast::Stmt& stmt);
    void broken(ast::Stmt& stmt);
    /// One simple statement, or several with commas between them, which are one step.
    ast::Stmt simpleOnes();
    /// A call, an assignment or a count, without the `;`.
    ast::Stmt simple();

    Cursor& m_in;
    int m_depth = 0;
};

} // namespace bindlab::parsing
