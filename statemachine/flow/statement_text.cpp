/// How a statement is called: the words of its file, and a few words for the timeline.
#include "flow/statement_text.h"

#include <algorithm>
#include <cctype>

namespace bindlab::compiling {

using namespace ast;

namespace {

std::string shortened(const Expr& expr)
{
    return expr.kind == Expr::Kind::Field || expr.kind == Expr::Kind::Name ? expr.name : std::string();
}

/// Fields of that name called `lock` say little: the object in front says which.
std::string lockName(const Expr& expr)
{
    if (expr.kind == Expr::Kind::Field && (expr.name == "lock" || expr.name == "rwsem" || expr.name == "mutex"))
        return expr.name == "mutex" ? "mutex" : shortened(expr.kids.front());
    return shortened(expr);
}

} // namespace

std::string textOf(const Stmt& stmt)
{
    const std::string& line = stmt.token.file->lines[std::size_t(stmt.token.line) - 1];
    std::string text = line.substr(std::min(line.size(), std::size_t(stmt.token.column) - 1));
    if (const auto comment = text.find("//"); comment != std::string::npos)
        text.resize(comment);
    if (const auto source = text.find(" @"); source != std::string::npos)
        text.resize(source);
    while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.back())) || text.back() == '{'))
        text.pop_back();
    // One line may hold several statements.
    const bool simple = stmt.kind == Stmt::Kind::Expression || stmt.kind == Stmt::Kind::Assign || stmt.kind == Stmt::Kind::Count
        || stmt.kind == Stmt::Kind::Return || stmt.kind == Stmt::Kind::Goto || stmt.kind == Stmt::Kind::Warn
        || (stmt.kind == Stmt::Kind::Atomic && text.find('{') == std::string::npos);
    if (const auto end = text.find(';'); simple && end != std::string::npos)
        text.resize(end + 1);
    // One line may hold `{ a; }`; a brace that was opened before is not this statement's.
    if (std::count(text.begin(), text.end(), '{') < std::count(text.begin(), text.end(), '}'))
        text.erase(text.rfind('}'));
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.pop_back();
    return text;
}

std::string labelOf(const Stmt& stmt)
{
    const auto read = [](const Expr& expr) {
        const Expr* at = &expr;
        while (at->kind == Expr::Kind::Unary || at->kind == Expr::Kind::Binary) {
            const auto deeper = std::find_if(at->kids.begin(), at->kids.end(), [](const Expr& kid) {
                return kid.kind == Expr::Kind::Field || kid.kind == Expr::Kind::Unary || kid.kind == Expr::Kind::Binary || kid.kind == Expr::Kind::Call;
            });
            if (deeper == at->kids.end())
                break;
            at = &*deeper;
        }
        return at;
    };
    const auto call = [&](const Expr& expr) -> std::string {
        const std::string& name = expr.name;
        const std::string argument = expr.kids.empty() ? std::string() : shortened(expr.kids.front());
        const std::string lock = expr.kids.empty() ? std::string() : lockName(expr.kids.front());
        if (name == "lock" || name == "down_write") return "take " + lock;
        if (name == "down_read") return "read-lock " + lock;
        if (name == "unlock" || name == "up_read" || name == "up_write") return "drop " + lock;
        if (name == "trylock" || name == "down_read_trylock" || name == "down_write_trylock") return "try " + lock;
        if (name == "free") return "free " + argument;
        if (name == "alloc") return "allocate " + argument;
        if (name == "dec_and_test") return "put " + argument;
        if (name == "fire" && expr.kids.size() > 1) return expr.kids[1].name;
        return name;
    };
    switch (stmt.kind) {
    case Stmt::Kind::Expression:
        return call(stmt.exprs[0]);
    case Stmt::Kind::Assign: {
        const Expr& target = stmt.exprs[0];
        const Expr& value = stmt.exprs[1];
        if (target.kind == Expr::Kind::Field) {
            if (value.kind == Expr::Kind::Null || (value.kind == Expr::Kind::Number && value.value == 0))
                return "clear " + target.name;
            return "set " + target.name;
        }
        const Expr* inner = read(value);
        if (inner->kind == Expr::Kind::Call)
            return call(*inner);
        return "read " + shortened(*inner);
    }
    case Stmt::Kind::Count:
        return shortened(stmt.exprs[0]) + stmt.name;
    case Stmt::Kind::If:
    case Stmt::Kind::While: {
        const Expr* inner = read(stmt.exprs[0]);
        return inner->kind == Expr::Kind::Call ? call(*inner) : "test " + shortened(*inner);
    }
    case Stmt::Kind::Return:
        return stmt.exprs.empty() ? "return" : "return " + shortened(*read(stmt.exprs[0]));
    case Stmt::Kind::Atomic:
        return !stmt.name.empty() ? stmt.name : stmt.body.empty() ? "atomic" : labelOf(stmt.body.front());
    case Stmt::Kind::Wait: return "wait";
    case Stmt::Kind::Warn: return "WARN";
    case Stmt::Kind::Choose: return "choose";
    default: return {};
    }
}

} // namespace bindlab::compiling
