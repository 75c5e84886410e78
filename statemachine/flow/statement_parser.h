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
    /// A call, an assignment or a count, without the `;`.
    ast::Stmt simple();

    Cursor& m_in;
    int m_depth = 0;
};

} // namespace bindlab::parsing
