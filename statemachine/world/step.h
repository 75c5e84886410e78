#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bindlab {

struct Model;

/// One state of the world: model.stateBytes() small numbers. Equal bytes mean equal worlds.
using State = std::vector<std::int8_t>;

/// Which thread goes, and which of the alternatives it then has (0 unless the flow lets the environment choose).
struct StepChoice {
    std::uint8_t thread = 0;
    std::uint8_t choice = 0;
    bool operator==(const StepChoice&) const = default;
};

/// Something a property forbids, seen at a step or in the state it led to.
struct Finding {
    std::string property;   ///< "I3"
    std::string failure;    ///< "F1", or empty
    std::string message;    ///< one sentence
    bool operator==(const Finding&) const = default;
};

enum class EffectKind : std::uint8_t {
    Locked, Unlocked, ReadLocked, ReadUnlocked, Queued, Read, Wrote, Counted, Allocated, Freed, Published, Unlinked, Fired, Refused,
    Waited, TimedOut, Returned, Warned, Chose
};

/// One thing a step did, for pictures and sentences. Objects and locks are indices as in Snapshot.
struct Effect {
    EffectKind kind = EffectKind::Read;
    int object = -1;
    int lock = -1;
    int machine = -1;        ///< index as in Snapshot::machines, for Fired and Refused
    std::string name;        ///< field, event, or call
    std::string before;      ///< value or state before
    std::string after;       ///< value or state after; for Returned the result ("-EBUSY")
    std::string reason;      ///< of a refusal
};

/// What one step did. `sentence` is the single source of captions, screen reader text, exports and tests.
struct StepRecord {
    StepChoice choice;
    std::string thread;      ///< "T1"
    std::string flow;        ///< "iommufd_device_tsm_unbind"
    std::string file;        ///< of that line
    int line = 0;            ///< in the flow, from 1
    int fileLine = 0;
    std::string text;        ///< the statement, "lock(v.mutex);"
    std::string label;       ///< a few words: "take mutex"
    std::string sentence;    ///< "T1 takes vdev->mutex."
    std::vector<Effect> effects;
    std::vector<Finding> findings;   ///< new at this step or in the state it led to; empty in a good run
};

enum class StepStatus : std::uint8_t { Done, Blocked, NoSuchStep };

/// The state a run starts in: the prologue has been played.
[[nodiscard]] State initialState(const Model& model);

/// Why that state cannot be reached, in one sentence; empty when it can.
[[nodiscard]] std::string startProblem(const Model& model);

/// Every step that can be taken, by thread, then choice. A time-out is among them only when nothing else is.
[[nodiscard]] std::vector<StepChoice> enabledSteps(const Model& model, const State& state);

/// Takes one step in place. When it is not Done the state is as before. With `record`, says what happened.
/// Findings of the step, and those of the state it leads to that the state before did not have, are in the record.
StepStatus takeStep(const Model& model, State& state, StepChoice choice, StepRecord* record = nullptr);

} // namespace bindlab
