/// Reads files, and blocks again after patches.
#include "flow/parser.h"

#include "flow/expression_parser.h"
#include "flow/file_parser.h"
#include "flow/statement_parser.h"

#include <iterator>

namespace bindlab {

using namespace ast;
using namespace parsing;

namespace {

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
    f.ghost = in.accept("ghost");
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
    for (auto i = scenariosBefore; i < parts.scenarios.size(); ++i) {
        for (const Thread& thread : parts.scenarios[i].threads)
            (void)parseStatements(thread.lines, parts.problems);
        (void)parseStatements(parts.scenarios[i].given, parts.problems);
    }
}

std::vector<Stmt> parseStatements(const std::vector<BlockLine>& lines, Diagnostics& problems)
{
    Cursor in(flatten(lines), problems);
    Statements statements(in);
    auto result = statements.sequence();
    while (in.at("}") && !in.isGivenUp()) {
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
    while (!in.atEnd() && !in.isGivenUp()) {
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
