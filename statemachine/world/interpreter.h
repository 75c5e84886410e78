#pragma once

#include "flow/program.h"
#include "world/cells.h"
#include "world/step.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace bindlab {

/// Why a thread cannot move.
struct Blockage {
    enum class Kind : std::uint8_t { None, Lock, Condition, Others, Spins };
    Kind kind = Kind::None;
    int object = -1;      ///< of the lock
    int field = -1;
    bool canTimeOut = false;
};

/// A finding as numbers; the words are made when somebody reads them.
struct RawFinding {
    enum class Kind : std::uint8_t { UseAfterFree, NullPointer, DoubleFree, Unguarded, NotHeld, HeldOnReturn, NoFreeSlot, Broken, Cycle, WaitsForLeaked, WaitsForSelf, Stuck, Endless, Told, Errno };
    Kind kind = Kind::Broken;
    std::int16_t thread = -1;
    std::int16_t object = -1;
    std::int16_t field = -1;
    std::int32_t place = -1;
    std::int16_t property = -1;   ///< index into Model::properties
    std::int16_t clause = -1;     ///< Broken: index into Model::propertyCode and, below, the clause and rule
    std::int16_t part = -1;
    std::int16_t rule = -1;       ///< Told: value of the enum `part` that names the failure; Errno: what came back
    std::int16_t message = -1;    ///< Told: index into Model::messages

    /// After this nothing that follows can be trusted: memory is lost.
    [[nodiscard]] bool fatal() const { return kind <= Kind::DoubleFree || kind == Kind::NoFreeSlot; }
};

[[nodiscard]] const std::string& propertyOf(const Model& model, const RawFinding& finding);
[[nodiscard]] std::string failureOf(const Model& model, const RawFinding& finding);
[[nodiscard]] Finding inWords(const Model& model, const RawFinding& finding);

/// Index of a property, by its id; -1 when the model does not know it.
[[nodiscard]] std::int16_t findProperty(const Model& model, std::string_view id);
/// Whether a thread that stands before this instruction is in user space: before a call, or behind the last.
[[nodiscard]] bool inUserSpace(const Model& model, int instruction);
/// What a state answers to a question of a step; a truth is 0 or 1.
[[nodiscard]] std::int8_t answerTo(const Model& model, const Footprint::Question& question, const std::int8_t* cells);
/// "NULL" when there is none.
[[nodiscard]] std::string objectName(const Model& model, int object);
/// "vdev->mutex", as a kernel developer writes it.
[[nodiscard]] std::string lockName(const Model& model, int object, int field);
/// A cell's value in words: "true", "-EBUSY", "vdevice", "NULL", a name of an enum.
[[nodiscard]] std::string valueText(const Model& model, CellKind kind, int pointsTo, int enumeration, int value);

/// Runs the code of a model on one block of cells. This is the only place where a step is taken: stepping by hand,
/// replay, the checker and the pictures all come here.
class Interpreter {
public:
    explicit Interpreter(const Model& model);

    void load(std::span<const std::int8_t> state);
    [[nodiscard]] std::span<const std::int8_t> cells() const { return {m_cells.data(), std::size_t(m_model.stateBytes)}; }

    /// Takes one step of `thread`. When it is not Done the cells are spoilt: load again.
    /// A time-out is choice 1 of a wait that has one, and happens only when `allowTimeOut`.
    StepStatus step(int thread, int choice, bool allowTimeOut, StepRecord* record = nullptr);
    /// Plays what leads to the initial state. False when it blocks.
    bool playPrologue();

    [[nodiscard]] const Blockage& blockage() const { return m_blockage; }
    /// Of the last step: what it did that no design may do.
    [[nodiscard]] const std::vector<RawFinding>& findings() const { return m_findings; }
    /// Of the last step: user calls that ended, with their result.
    struct Returned {
        int call;
        int value;
        bool hasValue;
    };
    [[nodiscard]] const std::vector<Returned>& returned() const { return m_returned; }
    /// Index into Model::places of the statement the last step was, or would have been; -1 for none.
    [[nodiscard]] int place() const { return m_stepPlace; }
    /// Whether the last step came where a choice or a time-out stands: only then can there be another alternative.
    [[nodiscard]] bool branches() const { return m_branches; }
    /// Locks that the last step took, or would have waited for; tries do not count.
    struct Wanted {
        std::int16_t object;
        std::int16_t field;
    };
    [[nodiscard]] const std::vector<Wanted>& wantedLocks() const { return m_wanted; }

    /// Findings of the loaded state itself: broken properties and threads that wait for each other.
    /// `blockages` has one entry a thread; kind None for a thread that can move or is done.
    void inspect(std::span<const Blockage> blockages, bool anyEnabled, std::vector<RawFinding>& findings);
    /// The two halves of it. A property is one of Model::propertyCode; the state is at rest, or at its end, as said.
    void inspectProperty(int code, bool rest, bool end, std::vector<RawFinding>& findings);
    void inspectWaits(std::span<const Blockage> blockages, bool anyEnabled, std::vector<RawFinding>& findings) const;

    [[nodiscard]] int pc(int thread) const;
    [[nodiscard]] bool inUserSpace(int thread) const;
    [[nodiscard]] bool isDone(int thread) const;
    [[nodiscard]] bool atRest() const;
    [[nodiscard]] bool ended() const;

    /// Notes what the steps and properties that follow depend on, until it is told nullptr.
    void watch(Footprint* footprint) { m_cells.watch(footprint); }

private:
    /// A step while it is taken.
    struct Ongoing {
        int thread;
        int& pc;
        int choice;
        bool allowTimeOut;
        StepRecord* record;
        int begin;             ///< instruction of the statement that is the step
        bool stepped = false;
        int atomic = 0;
    };
    /// Whether the step goes on behind an instruction, or what has become of it.
    enum class Going : std::uint8_t { On, Done, Blocked, NoSuchStep };

    StepStatus run(int thread, int& pc, int choice, bool allowTimeOut, StepRecord* record);
    Going execute(Ongoing& step, const Instruction& instruction);
    Going load(Ongoing& step, const Instruction& instruction);
    Going change(Ongoing& step, const Instruction& instruction);
    Going lock(Ongoing& step, const Instruction& instruction);
    Going lockKillable(Ongoing& step, const Instruction& instruction);
    Going tryLock(Ongoing& step, const Instruction& instruction);
    Going unlock(Ongoing& step, const Instruction& instruction);
    Going free(Ongoing& step, const Instruction& instruction);
    Going setStatus(Ongoing& step, const Instruction& instruction, std::int8_t status, EffectKind kind);
    Going fire(Ongoing& step, const Instruction& instruction);
    Going choose(Ongoing& step, const Instruction& instruction);
    Going chooseLeft(Ongoing& step, const Instruction& instruction);
    /// The alternative of a choice.
    Going goTo(Ongoing& step, const Instruction& instruction, int taken);
    Going waitFor(Ongoing& step, const Instruction& instruction);
    Going waitOrTimeOut(Ongoing& step, const Instruction& instruction);
    Going waitForOthers(const Ongoing& step);
    Going returnFromCall(Ongoing& step, const Instruction& instruction);
    void tellBroken(const Ongoing& step, const Instruction& instruction);
    void warn(const Ongoing& step, const Instruction& instruction);
    /// Whether what the step has found spoils memory.
    [[nodiscard]] bool isLost() const;
    bool truth(const Formula& formula);
    /// Arithmetic, jumps and questions about pointers: what flows and properties have in common. False for anything else.
    bool computes(const Instruction& instruction, int& pc);
    void evaluate(int begin);
    /// The object a pointer cell names; -1, and a finding, when there is none that may be touched.
    int objectAt(Address pointer, int type, const Instruction& instruction, int thread, bool quiet);
    void checkGuard(int thread, int object, const FieldInfo& field, int fieldIndex, bool write, const Instruction& instruction);
    void find(RawFinding::Kind kind, int thread, int object, int field, const Instruction& instruction);
    /// False when the thread has to wait. `taken` is false when a try failed or a writer has only queued up.
    bool takeLock(const Instruction& instruction, Address pointer, int thread, StepRecord* record, bool& taken);
    /// Whether this place lies in what the last put of a file runs.
    [[nodiscard]] bool insideRelease(int place) const;
    /// What never ends keeps a close from finishing, when it happens there (L-1).
    void noteEndlessClose(RawFinding finding, std::vector<RawFinding>& findings) const;
    [[nodiscard]] bool ask(const Footprint::Question& question) const;
    [[nodiscard]] unsigned bitsAt(std::size_t cell);
    void setBitsAt(std::size_t cell, unsigned value);
    void save(std::size_t cell, std::span<const std::uint8_t> values);
    /// In user space it is gone at once; in a call it goes on until the call returns.
    void kill(int thread);
    void noteOverlap(int thread);
    void leaveCall(const Instruction& instruction, int thread, StepRecord* record);
    bool allocate(const Instruction& instruction, int thread, StepRecord* record);
    /// A slot is not used again while any pointer still names it: one of an object, or a local that is seen; of `thread` at `place`.
    bool isNamed(int type, int slot, int place, int thread);
    void make(int object, const TypeInfo& type);
    void note(StepRecord* record, EffectKind kind, int object, int field, std::string before = {}, std::string after = {});
    static void tell(StepRecord* record, EffectKind kind, const std::string& name, std::string after = {});

    const Model& m_model;
    Cells m_cells;
    Blockage m_blockage;
    std::vector<RawFinding> m_findings;
    std::vector<Returned> m_returned;
    std::vector<Wanted> m_wanted;
    int m_stepPlace = -1;
    bool m_checksGuards = true;
    bool m_chose = false;               ///< the last step used its choice
    bool m_branches = false;
    std::int16_t m_useAfterFree = -1;   ///< indices of I3, I10, I21 among the properties
    std::int16_t m_waiting = -1;
    std::int16_t m_unguarded = -1;
    std::int16_t m_errno = -1;          ///< I13
    std::int16_t m_close = -1;          ///< L-1
};

} // namespace bindlab
