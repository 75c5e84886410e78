/// Expressions, by precedence climbing as in C.
#pragma once

#include "flow/ast.h"
#include "flow/cursor.h"

namespace bindlab::parsing {

class Expressions {
public:
    explicit Expressions(Cursor& in) : m_in(in) {}

    ast::Expr parse() { return binary(0); }

private:
    /// One level of nesting, for as long as it lives.
    struct Depth;

    void countOperator();
    ast::Expr binary(int lowest);
    ast::Expr unary();
    ast::Expr postfix();
    ast::Expr primary();
    ast::Expr call(const Token& name);

    Cursor& m_in;
    int m_depth = 0;
    int m_operators = 0;
};

} // namespace bindlab::parsing
