#pragma once

#include "flow/lexer.h"
#include "flow/library.h"

#include <optional>
#include <string>
#include <vector>

/// What the parser makes of flow files. Names are not resolved yet; every node keeps the token it began with.
namespace bindlab::ast {

struct Expr {
    enum class Kind { Number, Null, Name, Field, Call, Unary, Binary, Forall, Some, Text };
    Kind kind = Kind::Number;
    Token token;
    std::string name;           ///< of a name, field, called flow or operator
    int value = 0;
    std::vector<Expr> kids;     ///< operands; the object of a field; the arguments of a call
    std::vector<std::pair<Token, Token>> bound; ///< Forall, Some: type and name
};

struct Stmt {
    enum class Kind { Expression, Assign, Count, If, While, Goto, Label, Return, Block, Atomic, Choose, AnyOrder, Wait, Warn, Kill, Broken, Ghost };
    Kind kind = Kind::Expression;
    Token token;
    std::string name;           ///< goto and label; "++" or "--"; text of atomic and warn; thread to kill; broken property
    std::vector<Expr> exprs;    ///< Assign: target, value. If, While, Wait: condition. Return: at most one
    std::vector<Stmt> body;     ///< Block, Atomic, If, While; Wait: what follows a time-out
    std::vector<Stmt> orElse;
    std::vector<std::vector<Stmt>> alternatives; ///< Choose, AnyOrder
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
    bool ghost = false;         ///< read by properties only; touching it is no step
    std::string machine;        ///< machine type, when type is "machine"
    std::string alias;          ///< name to be shown, of a lock
    std::optional<Expr> guard;
    bool guardForWrites = false;
};

struct Block {
    Token name;
    std::vector<BlockLine> lines;
    std::string base;
    std::string platform;
    std::vector<SourceRef> sources;
    std::string patch;          ///< the patch that added the whole block
};

struct Flow : Block {
    std::vector<Param> params;
    std::string component;
    std::optional<Expr> file;   ///< `on dev.fd`: the file the call is made on
    std::vector<std::string> errnos;    ///< `may return -EBUSY`: what a user is told to expect besides 0
    bool namesErrnos = false;
};

struct Struct : Block {
    std::string release;        ///< of a file: the flow its last put runs
};

/// A table of functions that a driver fills: calls through it go to what stands here.
struct Ops {
    Token name;
    std::vector<std::pair<Token, std::string>> entries; ///< name, flow; empty: NULL
    std::string base;
    std::string platform;
};

struct Instance {
    Token name;
    Token type;
    int count = 0;              ///< 0: a global, there from the start; else a pool of that many slots
    std::string shortName;
    std::string component;
    int column = -1;
    int row = -1;
    std::string freedFailure;   ///< failure id of an access after free
    std::vector<std::pair<Token, Expr>> fields; ///< what its fields are from the start
    std::string base;
    std::string platform;
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

struct Start : Block {         ///< a given state or a prologue
    bool given = false;         ///< assigned as it is, without its locks
};
struct Epilogue : Block {};

struct Scenario {
    Token id;
    std::string name;
    std::string title;
    Token start;
    Token epilogue;
    std::string group;          ///< the question it tests, a heading over its column
    std::vector<Thread> threads;
    std::vector<Token> parts;   ///< groups of objects that are there besides
    std::vector<Token> only;    ///< designs it is about; empty: all
    std::vector<std::string> plus;      ///< patches it adds to the design
    std::vector<BlockLine> given;       ///< played behind the prologue
    std::vector<SourceRef> sources;
};

/// Objects that only some scenarios have.
struct Part {
    Token name;
    std::vector<Instance> instances;
};

struct Hunk {
    Token target;
    std::string base;           ///< the only one it is for; empty: any
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
    std::vector<std::string> bases;     ///< those it is for, with those made from them; none: any
    bool exactBase = false;     ///< without those made from them
    struct Excluded { std::string patch; std::string why; };
    std::vector<Excluded> excludes;
    bool mutation = false;      ///< plants a known mistake
    std::vector<Hunk> hunks;
    std::vector<Rename> renames;
    std::vector<Flow> flows;
    std::vector<Struct> structs;
    std::vector<Instance> instances;
    std::vector<Ops> ops;
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
    std::vector<std::string> unless;              ///< patches that leave it without a meaning
    Expr must;
    struct Rule { std::string failure; std::optional<Expr> condition; };
    std::vector<Rule> rules;
    std::string says;           ///< the sentence a user sees when it does not hold
};

struct Property {
    Token token;
    std::string id;
    std::string title;
    enum class When { Always, Rest, End, LockFree, BuiltIn, Step } when = When::Always;
    std::optional<Expr> lock;
    std::vector<Clause> clauses;
    std::vector<SourceRef> sources;
};

struct Named {
    Token token;
    std::string id;
    std::string title;
    std::string from;           ///< of a base: the one it is made from
    bool required = false;      ///< of a choice: somebody has to answer it
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
    std::vector<ast::Part> objectGroups;
    std::vector<ast::Ops> ops;
    std::vector<ast::Patch> patches;
    std::vector<ast::Design> designs;
    std::vector<ast::Property> properties;
    std::vector<ast::Named> platforms;
    std::vector<ast::Named> choices;
    std::vector<ast::Named> bases;
    Diagnostics problems;
    std::uint64_t fingerprint = 0xcbf29ce484222325;   ///< of the names and texts of all files, in order
    bool declarationLost = false;   ///< a declaration could not be read: names that seem unknown may be its
};

/// The first of what is referred to, with what its declaration says; empty without one.
[[nodiscard]] SourceInfo resolve(const Library::Parts& parts, const std::vector<ast::SourceRef>& refs);

} // namespace bindlab
