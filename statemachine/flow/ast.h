#pragma once

#include "flow/lexer.h"
#include "flow/library.h"

#include <optional>
#include <string>
#include <vector>

/// What the parser makes of flow files. Names are not resolved yet; every node keeps the token it began with.
namespace bindlab::ast {

struct Expr {
    enum class Kind { Number, Null, Name, Field, Call, Unary, Binary, Forall };
    Kind kind = Kind::Number;
    Token token;
    std::string name;           ///< of a name, field, called flow or operator
    int value = 0;
    std::vector<Expr> kids;     ///< operands; the object of a field; the arguments of a call
    std::vector<std::pair<Token, Token>> bound; ///< Forall: type and name
};

struct Stmt {
    enum class Kind { Expression, Assign, Count, If, While, Goto, Label, Return, Block, Atomic, Choose, Wait, Warn };
    Kind kind = Kind::Expression;
    Token token;
    std::string name;           ///< goto and label; "++" or "--"; text of atomic and warn
    std::vector<Expr> exprs;    ///< Assign: target, value. If, While, Wait: condition. Return: at most one
    std::vector<Stmt> body;     ///< Block, Atomic, If, While; Wait: what follows a time-out
    std::vector<Stmt> orElse;
    std::vector<std::vector<Stmt>> alternatives; ///< Choose
    std::vector<std::string> labels;             ///< Choose: what each alternative is called
    bool hasElse = false;
    std::string patch;          ///< the patch that added its line
    SourceInfo source;          ///< of the line, when it names one
};

struct SourceRef {
    Token token;
    std::string id;
    std::string section;
};

struct Param {
    Token type;
    bool pointer = false;
    Token name;
};

struct Field {
    Token token;                ///< its name
    std::string name;
    Token type;                 ///< int, bool, counter, mutex, rwsem, machine, a struct or an enum
    bool pointer = false;
    bool constant = false;
    std::string machine;        ///< machine type, when type is "machine"
    std::string alias;          ///< name to be shown, of a lock
    std::optional<Expr> guard;
    bool guardForWrites = false;
};

struct Block {
    Token name;
    std::vector<BlockLine> lines;
    std::string base;
    std::vector<SourceRef> sources;
    std::string patch;          ///< the patch that added the whole block
};

struct Flow : Block {
    std::vector<Param> params;
    std::string component;
    std::string file;           ///< `on vfio_fd`
};

struct Struct : Block {};

struct Instance {
    Token name;
    Token type;
    int count = 0;              ///< 0: a global, there from the start; else a pool of that many slots
    std::string shortName;
    std::string component;
    int column = -1;
    int row = -1;
    std::string freedFailure;   ///< failure id of an access after free
    std::string base;
    std::string patch;
};

struct Enum {
    Token name;
    std::vector<std::string> values;
};

struct Thread : Block {
    std::string title;
    std::string actor;
};

struct Start : Block {};        ///< a given state or a prologue
struct Epilogue : Block {};

struct Scenario {
    Token id;
    std::string name;
    std::string title;
    Token start;
    Token epilogue;
    std::vector<Thread> threads;
    std::vector<SourceRef> sources;
};

struct Hunk {
    Token target;
    bool isStruct = false;
    std::vector<BlockLine> lines;   ///< first token '+', '-' or neither
};

struct Rename {
    Token from;
    Token to;
};

struct Parts;

struct Patch {
    Token token;
    std::string id;
    std::string title;
    std::string choice;
    std::vector<std::string> needs;
    std::vector<Hunk> hunks;
    std::vector<Rename> renames;
    std::vector<Flow> flows;
    std::vector<Struct> structs;
    std::vector<Instance> instances;
    std::vector<SourceRef> sources;
};

struct Design {
    Token token;
    std::string id;
    std::string title;
    Token base;
    std::vector<std::pair<Token, std::string>> patches;
    std::vector<SourceRef> sources;
};

struct Clause {
    Token token;
    std::vector<std::pair<Token, Token>> needs;   ///< struct and field
    Expr must;
    struct Rule { std::string failure; std::optional<Expr> condition; };
    std::vector<Rule> rules;
    std::string says;           ///< the sentence a user sees when it does not hold
};

struct Property {
    Token token;
    std::string id;
    std::string title;
    enum class When { Always, Rest, End, LockFree, BuiltIn } when = When::Always;
    std::optional<Expr> lock;
    std::vector<Clause> clauses;
    std::vector<SourceRef> sources;
};

struct Named {
    Token token;
    std::string id;
    std::string title;
    std::vector<SourceRef> sources;
};

} // namespace bindlab::ast

namespace bindlab {

struct Library::Parts {
    std::vector<SourceInfo> sources;
    std::vector<ast::Enum> enums;
    std::vector<ast::Struct> structs;
    std::vector<ast::Instance> instances;
    std::vector<ast::Flow> flows;
    std::vector<ast::Start> starts;
    std::vector<ast::Epilogue> epilogues;
    std::vector<ast::Scenario> scenarios;
    std::vector<ast::Patch> patches;
    std::vector<ast::Design> designs;
    std::vector<ast::Property> properties;
    std::vector<ast::Named> platforms;
    std::vector<ast::Named> choices;
    std::vector<ast::Named> bases;
    Diagnostics problems;
    bool declarationLost = false;   ///< a declaration could not be read: names that seem unknown may be its
};

} // namespace bindlab
