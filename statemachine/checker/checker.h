#pragma once

#include "world/step.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bindlab {

struct CheckProgress {
    std::uint64_t states = 0;
    int depth = 0;
};

struct CheckOptions {
    std::vector<std::string> properties;       ///< empty: all
    std::uint64_t maxStates = 50'000'000;
    std::uint64_t maxMemoryMib = 4096;
    bool reduce = true;                        ///< take states that differ only in who is who as one, as Symmetry does
    bool first = false;                        ///< stop at the first finding
    int threads = 1;                           ///< what is found does not depend on it; 0: as many as the machine has processors
    bool essence = false;                      ///< ask of each violation what alone forces it
    bool passing = false;                      ///< ask for a run in which nothing breaks
    int another = 0;                           ///< ask for this many more runs, of each violation and of those that pass
    const std::atomic<bool>* cancel = nullptr; ///< looked at every few thousand states
    std::function<void(const CheckProgress&)> progress;
};

/// What alone forces a failure: the fewest steps of the reported run such that every complete run in which they occur
/// in this order fails in the same way. Settled by looking at every run.
struct Essence {
    enum class Kind : std::uint8_t {
        EveryRun,           ///< nothing has to come together: every run fails so
        Events,             ///< `steps`, one to four
        NoneOfAtMostFour,   ///< no order of at most four steps does
        NotSettled          ///< the bound was met first
    };
    Kind kind = Kind::NotSettled;
    std::vector<int> steps;   ///< of the reported run, from 0, in order
    int unavoidableFrom = -1; ///< after this many steps of the reported run every run fails so; -1: not looked at
    std::string sentence;     ///< the whole statement, as a sentence
    bool operator==(const Essence&) const = default;
};

/// A run that was asked for beside those reported, as unlike them as can be.
struct OtherRun {
    std::vector<StepChoice> steps;
    int switches = 0;
    int sharedSteps = 0;             ///< that the runs before it do as well: the same thread at the same place
};

/// One property broken in one way, with its own shortest run; of the shortest, the one with the fewest switches.
struct Violation {
    std::string property;
    std::string failure;
    std::string message;
    std::vector<StepChoice> steps;   ///< the last one breaks it
    int switches = 0;                ///< how often the running thread changes
    bool inEpilogue = false;         ///< found only while everything is being closed
    int loopsTo = -1;                ///< L-0: after the last step everything is as after this many; -1: the run is no loop
    std::optional<Essence> essence;  ///< when it was asked for
    std::vector<OtherRun> others;    ///< as many as were asked for, or as there are
};

/// Which of several violations is told first: a use after free, then what does not take closing everything, then the shorter.
[[nodiscard]] bool isToldBefore(const Violation& one, const Violation& other);

/// What a user call can return over all runs.
struct CallResults {
    std::string thread;              ///< "T2"
    std::string call;                ///< "IOMMU_DESTROY"
    std::vector<std::string> results; ///< "0", "-EBUSY"; sorted
};

enum class Verdict : std::uint8_t { Holds, Violated, Bounded, NotApplicable };

struct CheckResult {
    Verdict verdict = Verdict::Holds;
    std::uint64_t states = 0;
    std::uint64_t transitions = 0;
    int depth = 0;                       ///< of the deepest state, in steps from the start
    int deadEnd = -1;                    ///< depth of the first state in which nobody can move before the end; -1: none
    double seconds = 0;
    double peakMemoryMib = 0;            ///< what the search stored
    std::string bound;                   ///< which limit was met, when Bounded
    std::vector<Violation> violations;   ///< by property, then failure
    std::vector<std::string> properties; ///< those that were looked at
    std::vector<std::string> notApplicable; ///< those that this design has no words for
    std::vector<CallResults> calls;
    std::vector<OtherRun> passing;       ///< runs to the end in which nothing breaks; empty: none was asked for, or there is none
    std::string runsBound;               ///< why the runs that were asked for were not looked for; empty: they were
    std::vector<std::string> reductions; ///< sentences: which states were taken as one
    std::vector<std::string> locks;      ///< kinds of lock, those that are held when others are taken first
    std::vector<std::string> warnings;   ///< sentences beside the verdict: kinds of lock that are taken in both orders
};

/// Tries every interleaving, breadth first. Deterministic. Every reported run has been replayed.
[[nodiscard]] CheckResult check(const std::shared_ptr<const Model>& model, const CheckOptions& options = {});

[[nodiscard]] std::string toText(Essence::Kind kind);   ///< "every run", "events", "none of at most four", "not settled"
[[nodiscard]] std::string toText(Verdict verdict);   ///< "holds", "violated", "bounded", "n/a"

} // namespace bindlab
