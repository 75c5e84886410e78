#pragma once

#include "flow/flow_view.h"
#include "flow/library.h"
#include "machines/machine.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace bindlab {

/// Memory that instructions address: first the state, then scratch, then constants. Every cell is one small number.
/// Scratch holds values inside one statement only, so it is no part of the state.
using Address = std::int16_t;

enum class Op : std::uint8_t {
    Nop,
    Move,          ///< a = b
    Add, Subtract, Equal, NotEqual, Less, LessEqual, Not,   ///< a = b op c
    Jump,          ///< to target
    JumpIfZero,    ///< a, target
    JumpIfNot,     ///< a non-zero -> target
    Load,          ///< a = (*b).field
    Store,         ///< (*a).field = b
    Increment, Decrement, ///< (*a).field
    DecrementTest, ///< a = (--(*b).field == 0)
    Lock, Unlock, DownRead, UpRead, DownWrite, UpWrite,     ///< (*a).field
    TryLock, TryDownRead, TryDownWrite,                     ///< a = taken, (*b).field
    LockKillable, DownReadKillable, DownWriteKillable,      ///< a = 0, or -EINTR when the thread is killed as it waits; (*b).field
    Allocate,      ///< a = new object of pool `field`
    Free, Publish, Unlink, ///< *a
    IsFreed,       ///< a = object *b is freed
    Exists,        ///< a = object *b is allocated and not freed
    Fire,          ///< a = status of event `event` on (*b).field with payload c
    Choose,        ///< which of `field` alternatives; they begin with the Jumps that follow
    ChooseLeft,    ///< the same, among those whose flags a .. a+field-1 are 0
    Wait,          ///< goes on when a is non-zero
    WaitOrTimeOut, ///< the same; choice 1 goes to target when nothing else can move
    WaitForOthers, ///< goes on when every other thread is done
    EnterCall,     ///< a user call begins: call `field`
    ReturnFromCall,///< it ends; result in a (or none, -1)
    Clear,         ///< cells a .. a+b-1 become 0
    Warn,          ///< message `field`
    Broken,        ///< property `field` does not hold; a = the failure, of enum `event` (or -1), message `target`
    Kill,          ///< thread `field`: it ends when it is back in user space
    IsDone,        ///< a = thread `field` is done
    AtomicBegin, AtomicEnd,
    End
};

struct Instruction {
    Op op = Op::Nop;
    bool begins = false;        ///< a step may begin here, and the one before must end here
    bool quiet = false;         ///< not told to whoever watches
    std::uint8_t event = 0;
    Address a = -1;
    Address b = -1;
    Address c = -1;
    std::int16_t field = -1;    ///< index into Model::fields, calls, messages, ...
    std::int32_t target = -1;   ///< instruction index, absolute
    std::int32_t place = -1;    ///< index into Model::places
};

enum class CellKind : std::uint8_t { Int, Bool, Counter, Enum, Pointer, Mutex, ReadWriteLock, Machine };

/// A field of a struct, for all instances of that struct.
struct FieldInfo {
    std::string name;
    int type = -1;              ///< struct it belongs to
    int offset = 0;             ///< from the object's status cell
    int cells = 1;
    CellKind kind = CellKind::Int;
    int pointsTo = -1;          ///< struct, for pointers
    int enumeration = -1;       ///< for enums
    const Machine* machine = nullptr;
    bool constant = false;
    bool ghost = false;         ///< read by properties only
    std::string alias;          ///< shown name of a lock
    /// The guard: follow these pointer fields from the object (empty: the object itself, or `guardObject`), then this lock.
    std::vector<int> guardPath;
    int guardObject = -1;       ///< a global object the path starts from, or -1 for the object itself
    int guardLock = -1;         ///< lock field, or -1 when unguarded
    bool guardForWrites = false;
};

struct ObjectInfo {
    std::string name;
    std::string shortName;
    std::string component;
    int type = -1;
    int status = 0;             ///< address of the status cell; fields follow
    int column = -1;
    int row = -1;
    bool global = false;
    std::string freedFailure;
};

/// Objects of one struct lie one behind the other; a pointer to struct t with value p names objects[firstObject + p - 1].
struct TypeInfo {
    std::string name;
    int cells = 1;              ///< status and fields
    int base = 0;               ///< address of the first object's status
    int firstObject = 0;
    int objects = 0;
    std::vector<int> fields;
};

struct PoolInfo {
    int type = -1;
    int first = 0;              ///< first and count among the objects of the type, as pointer values first .. first+count-1
    int count = 0;
};

/// Where an instruction comes from: the statement, and the chain of calls that led to it.
struct PlaceInfo {
    int context = -1;           ///< index into contexts
    int line = 0;               ///< in the flow, from 1
    std::string text;           ///< the statement
    std::string label;          ///< a few words
};

/// One call of a flow at one place of one thread: since nothing recurses, every call is expanded where it stands.
struct ContextInfo {
    int flow = -1;              ///< -1: the thread's own list of calls
    int caller = -1;            ///< context
    int callLine = 0;           ///< line in the caller's flow
    struct Local {
        std::string name;
        Address address = 0;
        CellKind kind = CellKind::Int;
        int pointsTo = -1;
        int enumeration = -1;
    };
    std::vector<Local> locals;
};

struct CallInfo {
    int thread = 0;
    std::string name;           ///< "IOMMU_DESTROY"
    std::string file;           ///< object it is made on, or empty
    std::vector<std::int8_t> errnos;    ///< what it may answer besides 0
    bool namesErrnos = false;
};

struct ThreadInfo {
    std::string name;
    std::string title;
    std::string actor;
    bool epilogue = false;
    int pc = 0;                 ///< address of the program counter: two cells, low and high
    int begin = 0;              ///< first instruction
    int end = 0;                ///< its End
    int killed = -1;            ///< address of the cell that is 1 once it was killed; -1: nobody does
    int overlapped = -1;        ///< of the one that is 1 while its call has overlapped with another; -1: nobody asks
    int locals = 0;             ///< address of the first local
    int localCells = 0;
};

/// Straight code that leaves a truth in `result`, for properties. Reading a freed or absent object gives 0.
struct Formula {
    int begin = 0;
    Address result = -1;
};

struct ClauseInfo {
    Formula must;
    struct Rule {
        std::string failure;
        Formula condition;      ///< begin -1: always
    };
    std::vector<Rule> rules;
    std::string says;           ///< the sentence a user sees when it does not hold; may be empty
};

struct PropertyCode {
    enum class When : std::uint8_t { Always, Rest, End, LockFree };
    int property = -1;          ///< index into Model::properties
    When when = When::Always;
    std::vector<int> lockCells; ///< LockFree: addresses of the locks
    std::vector<ClauseInfo> clauses;
};

/// What a selection compiles to: layout, code and names. Constant; shared by everything that runs it.
struct Model {
    Selection selection;
    std::string designTitle;
    std::string scenarioTitle;
    std::string platformTitle;

    int stateBytes = 0;
    int scratchCells = 0;
    std::vector<std::int8_t> constants;
    std::vector<std::int8_t> blank;        ///< the state before the prologue
    int prologue = -1;                     ///< first instruction of what leads to the initial state; -1: nothing does
    bool prologueIsGiven = false;          ///< a given state, assigned without its locks

    std::vector<TypeInfo> types;
    std::vector<ObjectInfo> objects;
    std::vector<FieldInfo> fields;
    std::vector<PoolInfo> pools;
    std::vector<std::vector<std::string>> enumerations;
    std::vector<ThreadInfo> threads;
    std::vector<CallInfo> calls;
    std::vector<std::string> messages;

    std::vector<Instruction> code;
    std::vector<PlaceInfo> places;
    std::vector<ContextInfo> contexts;
    std::vector<FlowView> flows;           ///< those that some thread can reach

    std::vector<PropertyInfo> properties;  ///< built-in ones too
    std::vector<PropertyCode> propertyCode;
    std::vector<std::string> notApplicable;
    int warned = 0;                        ///< address of the cell that is 1 once a warning was given
    std::vector<int> releaseFlows;         ///< indices into flows: what the last put of a file runs
    int lost = 1;                          ///< address of the cell that is thread + 1 once that thread has spoilt memory

    struct LockRef { int object; int field; };
    std::vector<LockRef> locks;            ///< in the order of Snapshot::locks
    struct FieldRef { int object; int field; };
    std::vector<FieldRef> pointers;        ///< in the order of Snapshot::pointers
    std::vector<FieldRef> machineFields;   ///< in the order of Snapshot::machines

    [[nodiscard]] int memoryCells() const { return stateBytes + scratchCells + int(constants.size()); }
    [[nodiscard]] int address(int object, int field) const { return objects[std::size_t(object)].status + fields[std::size_t(field)].offset; }
};

/// The value of a held mutex or writer cell: thread + 1, plus this once its holder has returned to user space with it.
inline constexpr std::int8_t leakedLock = 64;

} // namespace bindlab
