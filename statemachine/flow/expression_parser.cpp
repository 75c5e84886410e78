/// Expressions, by precedence climbing as in C.
#include "flow/expression_parser.h"

#include "flow/limits.h"

namespace bindlab::parsing {

using namespace ast;

namespace {

int precedence(const Token& token)
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

} // namespace

struct Expressions::Depth {
    explicit Depth(Expressions& expressions) : owner(expressions)
    {
        // Each pair of parentheses is four.
        if (owner.m_depth == 4 * FlowLimits::nesting)
            throw SyntaxError{complain(owner.m_in.peek(), "nested deeper than " + std::to_string(FlowLimits::nesting) + " levels")};
        ++owner.m_depth;
    }
    ~Depth() { --owner.m_depth; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    Expressions& owner;
};

void Expressions::countOperator()
{
    if (++m_operators > FlowLimits::operators)
        throw SyntaxError{complain(m_in.peek(), "more than " + std::to_string(FlowLimits::operators) + " operators in one expression")};
}

Expr Expressions::binary(int lowest)
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

Expr Expressions::unary()
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

Expr Expressions::postfix()
{
    Expr expr = primary();
    while (m_in.at(".") || m_in.at("->")) {
        m_in.next();
        countOperator();
        if (m_in.peek().isName() && m_in.peek(1).is("(") && expr.kind == Expr::Kind::Name) {
            // Through a table of operations: the table's name and the operation's.
            const std::string table = expr.name;
            expr = call(m_in.next());
            expr.name = table + "." + expr.name;
            continue;
        }
        Expr field;
        field.kind = Expr::Kind::Field;
        field.token = m_in.expectName("the name of a field after '.'");
        field.name = field.token.text;
        field.kids.push_back(std::move(expr));
        expr = std::move(field);
    }
    return expr;
}

Expr Expressions::primary()
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
    if (m_in.at("forall") || (m_in.at("some") && m_in.peek(1).isName())) {
        expr.kind = m_in.next().is("some") ? Expr::Kind::Some : Expr::Kind::Forall;
        do {
            const Token type = m_in.expectName("a struct");
            expr.bound.emplace_back(type, m_in.expectName("a name for it"));
        } while (m_in.accept(","));
        if (expr.bound.size() > FlowLimits::bound)
            throw SyntaxError{complain(expr.token, "more than " + std::to_string(FlowLimits::bound) + " names in one forall or some")};
        m_in.expect(":", "before what holds for " + std::string(expr.kind == Expr::Kind::Some ? "some" : "all"));
        expr.kids.push_back(parse());
        return expr;
    }
    if (m_in.peek().kind == Token::Kind::String) {
        expr.kind = Expr::Kind::Text;
        expr.name = m_in.next().text;
        return expr;
    }
    const Token name = m_in.expectName("an expression");
    if (m_in.at("("))
        return call(name);
    expr.kind = Expr::Kind::Name;
    expr.name = name.text;
    return expr;
}

Expr Expressions::call(const Token& name)
{
    Expr expr;
    expr.kind = Expr::Kind::Call;
    expr.token = name;
    expr.name = name.text;
    m_in.expect("(", "before the arguments of " + expr.name);
    while (!m_in.at(")")) {
        expr.kids.push_back(parse());
        countOperator();
        if (!m_in.accept(","))
            break;
    }
    m_in.expect(")", "to close the arguments of " + expr.name);
    return expr;
}

} // namespace bindlab::parsing
