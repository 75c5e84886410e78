/// The compiler of one selection. Its parts are defined in compiler.cpp, expressions.cpp, builtins.cpp, statements.cpp,
/// assignments.cpp, calls.cpp, user_calls.cpp, threads.cpp and properties.cpp; nothing else includes this file.
#pragma once

#include "flow/emitter.h"
#include "flow/flow_bodies.h"
#include "flow/layout.h"
#include "flow/typing.h"

#include <map>
#include <optional>

namespace bindlab::compiling {

/// One flow being expanded at one place, or the list of calls of a thread.
struct Context {
    int index = -1;                         ///< in Model::contexts
    int depth = 0;
    int atomicBase = 0;                     ///< how deep in atomic it was called
    std::vector<std::string> flowChain;
    std::map<std::string, std::size_t> locals;  ///< name to index in Model::contexts[index].locals
    std::vector<bool> typed;                ///< whether that local's type is known
    std::vector<bool> unclear;              ///< whether it comes from a mistake
    std::vector<bool> usedAsNull;           ///< whether it was read while it could only be NULL: a loop could come back there
    Address result = noValue;
    bool wantsResult = false;
    std::optional<Type> resultType;
    std::vector<std::size_t> returns;       ///< jumps to the end
    std::map<std::string, int> labels;
    struct Goto {
        std::size_t jump;
        Token token;
        std::string label;
    };
    std::vector<Goto> gotos;
    int nextLocal = 0;                      ///< first free local behind this context's own
    const std::vector<CodeLineView>* lines = nullptr;
};

/// The local that says whether this alternative of an `any order` is done; no name of a flow can be the same.
[[nodiscard]] std::string orderFlag(const Token& token, std::size_t alternative);

/// A field of an object that is known when the model runs.
struct Place {
    Address pointer = noValue;
    int field = -1;
};

class Compiler {
public:
    Compiler(const Library::Parts& parts, const Assembly& assembly, Diagnostics& problems);

    /// The model, or nothing when there are complaints or no scenario.
    std::shared_ptr<Model> compile(const Selection& selection, bool judgeEveryFlow);

private:
    // compiler.cpp
    void checkSources();
    void checkSource(const Token& token, const std::string& id);
    /// Each flow by itself, so that one which is never called is judged as well.
    void checkEveryFlow();

    // expressions.cpp
    /// A pointer's value, a number, a truth. Field reads emit loads; `expected` helps a bare name of an enum or a machine's state.
    Value expression(const ast::Expr& expr, Context& context, const Type* expected = nullptr);
    Value nameValue(const ast::Expr& expr, Context& context, const Type* expected);
    /// The object an access goes to and the field, without the access itself.
    Place place(const ast::Expr& expr, Context& context);
    /// Whether it is the name of one, as a given state sets it.
    static bool isStateOf(const Machine& machine, const ast::Expr& expr);
    void touchesShared(const Token& token);
    Value fieldValue(const ast::Expr& expr, Context& context);
    Value unary(const ast::Expr& expr, Context& context);
    Value binary(const ast::Expr& expr, Context& context);
    /// Unrolled over all objects of the struct; those that do not exist do not count.
    Value forall(const ast::Expr& expr, Context& context);  ///< and some
    void forallOver(const ast::Expr& expr, std::size_t level, Context& context, Address result, std::vector<std::size_t>& outs);

    // builtins.cpp
    static bool isBuiltIn(const std::string& name);
    static bool isFlowCall(const ast::Expr& expr) { return expr.kind == ast::Expr::Kind::Call && !isBuiltIn(expr.name); }
    /// What the compiler knows by itself: inside(flow), picked("patch"), exited(thread).
    std::optional<Value> question(const ast::Expr& expr, Context& context);
    /// The last put of a file is noted here and runs its release when the call returns to user space.
    void fput(const ast::Expr& expr, Context& context);
    bool takes(const ast::Expr& expr, std::size_t count);
    std::optional<Place> lockPlace(const ast::Expr& expr, Context& context, CellKind kind);
    std::optional<Value> pointerArgument(const ast::Expr& expr, Context& context);
    Value builtIn(const ast::Expr& expr, Context& context);
    Value allocate(const ast::Expr& expr);
    Value decrementAndTest(const ast::Expr& expr, Context& context);
    Value fire(const ast::Expr& expr, Context& context);
    void unknownFlow(const ast::Expr& expr);

    // statements.cpp
    void sequence(const std::vector<ast::Stmt>& statements, Context& context);
    int lineOf(const ast::Stmt& stmt, const Context& context) const;
    void beginPlace(const ast::Stmt& stmt, const Context& context);
    /// Closes one statement: if it touched shared state its first instruction is where a step begins.
    void endOfShared(std::size_t first, bool always = false);
    void statement(const ast::Stmt& stmt, Context& context);
    /// Leaving a flow or a block from inside `atomic` ends the atomic part.
    std::size_t jumpOut(const Context& context);
    std::size_t branch(const ast::Stmt& stmt, Context& context, std::size_t first);
    /// One of these for each statement; its code begins at `first`.
    void callOrExpression(const ast::Stmt& stmt, Context& context, std::size_t first);
    void ifElse(const ast::Stmt& stmt, Context& context, std::size_t first);
    void loop(const ast::Stmt& stmt, Context& context, std::size_t first);
    void label(const ast::Stmt& stmt, Context& context);
    void atomic(const ast::Stmt& stmt, Context& context);
    /// Looks at everything, changes what only properties read, and is no step: it rides with the statement before.
    void ghost(const ast::Stmt& stmt, Context& context);
    void kill(const ast::Stmt& stmt, std::size_t first);
    void wait(const ast::Stmt& stmt, Context& context, std::size_t first);
    void warn(const ast::Stmt& stmt, std::size_t first);
    void choose(const ast::Stmt& stmt, Context& context);
    void anyOrder(const ast::Stmt& stmt, Context& context);
    void broken(const ast::Stmt& stmt, Context& context, std::size_t first);
    int threadIndex(const Token& token, const std::string& name);

    // assignments.cpp
    void count(const ast::Stmt& stmt, Context& context, std::size_t first);
    void assign(const ast::Stmt& stmt, Context& context, std::size_t first);
    void assignLocal(const ast::Expr& target, const ast::Expr& source, Context& context, std::size_t first);
    void assignField(const ast::Expr& target, const ast::Expr& source, Context& context, std::size_t first);
    /// What a local becomes by a value of this type; complains when it was something else.
    void noteType(const ast::Expr& target, std::size_t local, Type type, Context& context);
    void returnFrom(const ast::Stmt& stmt, Context& context, std::size_t first);
    void noteResult(Type type, const ast::Stmt& stmt, Context& context);

    // calls.cpp
    void collectLocals(const std::vector<ast::Stmt>& statements, std::vector<std::string>& names) const;
    void addLocal(Context& context, const std::string& name, const Type* type);
    void finishContext(Context& context, int firstOwn);
    /// Expands a flow where it is called. The type of what it returns, or nothing.
    std::optional<Type> call(const ast::Expr& expr, Context& caller, Address result);
    /// Not within itself, nor deeper or more often than there is room for, nor with other arguments than it takes.
    bool mayExpand(const ast::Expr& expr, const std::string& name, const ast::Flow& flow, const Context& caller);
    /// Of a thread's own list of calls. Answers its number.
    int beginUserCall(const ast::Flow& flow, const std::string& name);
    Context contextOf(ReadFlow& read, const std::string& name, const Context& caller, Address result);
    Type typeOf(const ast::Param& param);
    /// The arguments are evaluated in the caller, then the parameters exist.
    void passArguments(const ast::Flow& flow, const ast::Expr& expr, Context& caller, Context& context);
    /// The body, with what stands around that of a user call; `callIndex` is -1 for any other.
    void expand(ReadFlow& read, const ast::Expr& expr, Context& context, int callIndex);
    Value expressionOfCall(const ast::Expr& expr);
    /// The flow an operations table names; empty when its entry is NULL.
    std::optional<std::string> operation(const ast::Expr& expr);
    /// The object that a path leads to at a call, when constant pointers lead there; -1 when that cannot be said beforehand.
    [[nodiscard]] int objectBehind(const ast::Expr& path, const ast::Flow& flow, const ast::Expr& call) const;
    /// A user call holds the file it is made on: `open` and `refs` of it, before and behind the call.
    Address enterFile(const ast::Flow& flow, const ast::Expr& expr, Context& context, int callIndex, std::vector<std::size_t>& refused);
    void leaveFile(Address file, int type);
    /// The releases of files that were put for the last time, until there is none.
    void runReleases(const Token& token, Context& context);

    // threads.cpp
    Context topContext(const std::vector<ast::Stmt>& body);
    void compileThread(const std::string& name, const std::string& title, const std::string& actor, bool epilogue,
                       const std::vector<BlockLine>& lines);
    void compileThreads();
    void compileStart();

    // properties.cpp
    Formula formula(const ast::Expr& expr);
    bool exists(const std::pair<Token, Token>& need, bool anywhere);
    void compileProperties();
    void compileProperty(const ast::Property& property);
    /// Addresses of a lock of a global object, or of every object of a struct. Nothing when there is no such lock.
    std::optional<std::vector<int>> lockCells(const std::string& owner, const std::string& lock) const;
    /// Whether what must hold is about this design. Complains of words that no design has.
    bool applies(const ast::Clause& clause);
    ClauseInfo compileClause(const ast::Clause& clause);
    void addBuiltIn(const char* id, const char* title);

    const Library::Parts& m_parts;
    const Assembly& m_assembly;
    Model m;
    Complaints m_complaints;
    Layout m_layout;
    FlowBodies m_flows;
    Emitter m_out;

    std::vector<int> m_putTypes;            ///< structs of the files that the user call may put
    std::map<std::string, std::pair<int, int>> m_bound;   ///< forall: name to struct and pointer value
    std::size_t m_expanded = 0; ///< calls
    std::size_t m_locals = 0;   ///< of all of them
    bool m_judging = false;     ///< flows that nobody calls
    int m_thread = 0;
    int m_localCells = 0;
    int m_prologueLocals = 0;
    int m_shared = 0;           ///< how often the statement has touched shared state
    int m_atomicDepth = 0;      ///< ghosts count as atomic
    int m_ghostDepth = 0;
    bool m_inPrologue = false;              ///< in a given state
    bool m_asksForOverlap = false;
    bool m_kills = false;
    bool m_damaged = false;     ///< the flow being checked
    Token m_secondShared;       ///< where it touched shared state again
};

} // namespace bindlab::compiling
