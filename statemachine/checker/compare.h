#pragma once

#include "checker/matrix.h"
#include "checker/state_difference.h"
#include "world/run.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bindlab {

/// Where the picks of a comparison come from.
enum class Schedule : std::uint8_t {
    None,             ///< there is no lock step: one side does not run at all
    FailureOfFirst,   ///< the shortest run that breaks something on the first side which nothing breaks on the second
    FailureOfSecond,  ///< the other way round
    Fair              ///< one step for each thread in turn, of every choice the first alternative
};

/// A schedule that the two can be played under.
struct Lead {
    Schedule schedule = Schedule::Fair;
    Violation violation;      ///< whose run it is, unless the schedule is Fair
};

/// One of the two designs: what the checker says of it, and how it runs in lock step with the other.
struct ComparedSide {
    MatrixCell cell;
    std::shared_ptr<const Model> model;   ///< null when cell.error or cell.whyNotApplicable says why
    std::optional<Run> run;               ///< there is one exactly when there is a lock step; plays from its beginning
    /// For every step of the run: empty when the picked thread took it; else why that one could not go ("T1 is done"),
    /// and the next thread that was ready moved instead.
    std::vector<std::string> forced;
};

/// Where and why two runs part.
struct Parting {
    std::array<std::string, 2> acts;      ///< what each side does: "T2 sets vdev.users to 0"
    std::array<std::string, 2> patches;   ///< the patch that brought the line it does it by; empty: one of its base, or the run has ended
    std::array<std::string, 2> outcomes;  ///< "breaks I3 in step 10: no access to a freed object", "breaks nothing in these 12 steps"
    std::vector<StateDifference> because; ///< what these two steps look at that already differed before them
};

/// Two selections, step by step under the same picks. Deterministic.
struct Comparison {
    std::array<ComparedSide, 2> sides;
    Schedule schedule = Schedule::None;
    Violation played;         ///< whose run it is, unless the schedule is Fair
    /// The first step, from 0 and the same in both runs, in which they do something different: another thread, flow,
    /// statement, effect or finding. A side that has ended before has a run of just that length. -1: they never part.
    /// The number of a line does not count: a patch that adds lines above moves it and changes nothing in what is done.
    int split = -1;
    Parting parting;          ///< when they part
    std::string sentence;     ///< where, how and why they part, or that they do not; empty without a lock step
};

struct CompareOptions {
    std::uint64_t maxStates = 50'000'000;   ///< of each side
    std::uint64_t maxMemoryMib = 4096;
    const std::atomic<bool>* cancel = nullptr;
    std::function<void(const CheckProgress&)> progress;
};

/// Checks both, then lets them run in lock step under the first of leadsOf(). Both follow the picks of one run: step for step the same thread, and where
/// the environment chooses, each thread takes the alternatives of the same names in the same order. A fair schedule ends
/// after a thousand steps at the latest.
[[nodiscard]] Comparison compare(const Library& library, const std::array<Selection, 2>& selections, const CompareOptions& options = {});

/// What they can be played under, the most telling first: the failing runs of one side that break what the other side keeps,
/// as isToldBefore() has them, but those of the first side before those of the second; turns come last. Empty when a side does
/// not run.
[[nodiscard]] std::vector<Lead> leadsOf(const Comparison& comparison);

/// Plays both anew under another schedule; verdicts stay. False when it does not replay; the comparison is then as before.
bool play(Comparison& comparison, const Lead& lead);

/// What one side says of one property. Bounded: no run that was seen breaks it.
struct PropertyVerdict {
    Verdict verdict = Verdict::NotApplicable;
    std::vector<Violation> violations;    ///< one for each failure
};

struct ComparedProperty {
    std::string id;
    std::array<PropertyVerdict, 2> sides;
    [[nodiscard]] bool differs() const;   ///< in verdict or failures; lengths do not count
};

/// Every property that either side knows, in the order of the first.
[[nodiscard]] std::vector<ComparedProperty> comparedProperties(const Comparison& comparison);

/// Whether two cells break the same properties in the same ways, after however many steps.
[[nodiscard]] bool sameVerdict(const MatrixCell& one, const MatrixCell& other);

/// The design's patches and those of the selection, in order, without those it takes away. A name nobody knows has no title.
[[nodiscard]] std::vector<PatchInfo> patchesOf(const Library& library, const Selection& selection);

/// The patches that only one of the two has.
[[nodiscard]] std::array<std::vector<PatchInfo>, 2> differingPatches(const Library& library, const std::array<Selection, 2>& selections);

} // namespace bindlab
