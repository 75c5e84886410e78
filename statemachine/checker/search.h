#pragma once

#include "checker/checker.h"
#include "checker/crew.h"
#include "checker/watched_cells.h"
#include "checker/worker.h"

#include <tl/expected.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bindlab {

/// One check: the tree of states and those who work at it. search.cpp has what one worker does, search_together.cpp what
/// several do side by side, shortest_runs.cpp how the runs to what was found are read from the tree.
class Search {
public:
    Search(const std::shared_ptr<const Model>& model, const CheckOptions& options);
    CheckResult run();

private:
    /// From this many states of one depth on it is worth waking the other workers.
    static constexpr std::uint32_t wideLayer = 1024;
    static constexpr std::uint32_t chunkStates = 64;
    static constexpr std::uint32_t chunksPerBatch = 64;

    [[nodiscard]] bool isReduced() const { return m_symmetry && m_symmetry->any(); }
    [[nodiscard]] bool someEndless() const { return std::ranges::find(m_endless, true) != m_endless.end(); }
    [[nodiscard]] FindingsSeen& findings() { return m_workers.front()->findings; }
    /// What a call of one thread can return, so can the same call of a thread that does the same.
    void shareResults();
    void search(CheckResult& result);
    void insertInitialState();

    /// One worker, straight into the tree.
    void expandAlone(CheckResult& result, std::uint32_t begin, std::uint32_t end, int depth);

    /// Every step from one state; `reached()` is told of each, and what is found on the way is noted.
    template <typename Reached>
    void expand(Worker& worker, std::uint32_t number, int depth, Reached reached)
    {
        const Expansion& expansion = worker.expansion;
        const auto noteLocks = [&](int thread) {
            if (!expansion.told().wanted.empty())
                worker.lockOrder.note(worker.expansion.source().cells(), thread, isReduced() ? m_symmetry->likePlace(expansion.step().place) : expansion.step().place,
                                      expansion.told().wanted);
        };
        worker.expansion.of(number, [&](StepChoice choice) {
            ++worker.transitions;
            if (expansion.step().told >= 0) {
                for (const RawFinding& finding : expansion.told().findings)
                    worker.findings.note(finding, depth + 1, {number, true, choice});
                for (const auto& returned : expansion.told().returned)
                    if (returned.hasValue)
                        worker.results[std::size_t(returned.call)].set(std::size_t(returned.value + 128));
                noteLocks(choice.thread);
            }
            reached();
        }, noteLocks);
        if (worker.deadEnd < 0 && worker.expansion.isDeadEnd())
            worker.deadEnd = depth;
        worker.raw.clear();
        worker.expansion.inspectWaits(worker.raw);
        for (const RawFinding& finding : worker.raw)
            worker.findings.note(finding, depth, {number, false, {}});
    }

    /// Notes the selected step's successor; settle() puts it into the tree with the others of its state.
    void push(Worker& worker, int depth);
    void settle(Worker& worker, int depth);
    /// Looks at the properties that the selected step can have broken; worker.raw then says which it has.
    void inspectSuccessor(Worker& worker);

    /// For Worker::returning: state `number` has a step that leads deeper, or one that does not.
    static void noteSuccessor(Worker& worker, std::uint32_t number, bool isDeeper)
    {
        auto& returning = worker.returning;
        const bool isNoted = !returning.empty() && returning.back() == number;
        if (isDeeper) {
            worker.leadsOn = number;
            if (isNoted)
                returning.pop_back();
        } else if (worker.leadsOn != number && !isNoted) {
            returning.push_back(number);
        }
    }

    /// Numbers of nodes that no longer hold.
    void forgetRecent();

    /// L-0. Where every state is an end or has a step that leads deeper, every run can come to an end, and there is nothing to
    /// look for.
    void lookForEndless(CheckResult& result);

    /// Calls `visit(successor, choice)` for each step from a stored state to another, until it answers Going::Stop; whether the
    /// state is an end: nobody can move, or memory is lost.
    template <typename Visit>
    bool follow(std::uint32_t number, Visit visit)
    {
        Worker& worker = *m_workers.front();
        bool isEnd = true;
        bool losesMemory = false;
        worker.expansion.of(number, [&](StepChoice choice) {
            isEnd = false;
            losesMemory = losesMemory || worker.expansion.step().lost;
            return visit(storedNumber(worker), choice);
        });
        return isEnd || losesMemory;
    }

    /// Of the successor; NodeTable::none when it is not stored. Nothing is put into the tree once this was asked.
    [[nodiscard]] std::uint32_t storedNumber(Worker& worker) const;

    [[nodiscard]] bool asked() const { return m_options.cancel && m_options.cancel->load(std::memory_order_relaxed); }
    [[nodiscard]] std::size_t maxBytes() const { return m_options.maxMemoryMib * 1024 * 1024; }
    bool met(CheckResult& result, int depth);

    /// All workers, batch by batch: they expand the chunks of one side by side, while the first of them puts in what the batch
    /// before it has found, chunk by chunk, so that every state gets the number it has when one worker does it all.
    void expandTogether(CheckResult& result, std::uint32_t begin, std::uint32_t end, int depth);
    /// The states from `from` on, at most up to `end`. Before it joins in, the first worker does `meanwhile`.
    template <typename Meanwhile>
    void expandBatch(Batch& batch, std::uint32_t from, std::uint32_t end, int depth, Meanwhile meanwhile);
    /// False when the tree has no room for some successor; then it is as if the state had not been looked at.
    bool expandInto(Batch::Chunk& chunk, std::uint32_t number, int depth);
    /// Sorts out which of the successors on their way the tree has.
    void lookUp(Batch::Chunk& chunk);
    /// What a whole batch has found.
    void putIn(const Batch& batch, int depth);
    void putIn(const Batch::Chunk& chunk, int depth);
    /// The same for one that need not be whole, and expands what its chunks left. Answers how far that is.
    std::uint32_t putInAndFinish(CheckResult& result, const Batch& batch, int depth);
    void mergeIntoFirst();
    /// Whether a limit could be reached by expanding this many states, with that many successors of others still to be put in:
    /// then one worker does it, so that where it stops does not depend on how many there are.
    [[nodiscard]] bool mayMeetBound(std::uint32_t states, std::size_t toBePutIn) const;
    /// Of so many states, with room to spare; as a rule there are not as many new nodes either.
    [[nodiscard]] std::size_t mostSuccessors(std::uint32_t states) const { return std::size_t(states) * m_model.threads.size() * 2 + 1024; }
    [[nodiscard]] auto inCrew()
    {
        return [this](auto work) { m_crew.together(work); };
    }

    struct StoredStep {
        std::uint32_t from;
        std::uint32_t to;
        StepChoice choice;
        std::uint8_t mover;   ///< who took it, as it is called in `to`
    };

    /// Calls `visit` for each step from a state of one range to one of another, in order. The steps are looked up by all
    /// workers.
    template <typename Visit>
    void forEachStep(std::uint32_t begin, std::uint32_t end, std::uint32_t toBegin, std::uint32_t toEnd, Visit visit);
    /// The steps of a run, each as taken in the stored state it starts from, by the threads that really take them.
    [[nodiscard]] std::vector<StepChoice> asTheyAreCalled(const std::vector<std::pair<std::uint32_t, StepChoice>>& way);
    /// Of all shortest runs to each finding, the one with the fewest switches. Layer by layer over the states that
    /// lie on shortest runs: the cheapest way to be in a state with a given thread having moved last.
    void shortestRuns(CheckResult& result);
    /// The finding that a run of these steps ends with, in `state`; the error when they do not play: nothing is reported then.
    [[nodiscard]] tl::expected<Violation, std::string> violationOf(const FindingKey& key, std::uint32_t state, int switches,
                                                                   std::vector<StepChoice> steps);

    std::shared_ptr<const Model> m_shared;
    const Model& m_model;
    const CheckOptions& m_options;
    StateTree m_tree;
    std::optional<Symmetry> m_symmetry;
    WatchedCells m_watched;
    bool m_outgrown = false;                 ///< to pack the states anew would take more memory than it may
    std::uint32_t m_layerEnd = 0;            ///< the states up to here are no deeper than those that are being expanded
    std::vector<bool> m_endless;             ///< by state, once it was looked at: no run from it comes to an end
    std::vector<std::uint32_t> m_layers;     ///< first state of each depth, then the end
    std::vector<bool> m_wanted;
    std::vector<std::unique_ptr<Worker>> m_workers;
    Crew m_crew;                             ///< a member for each worker
    std::array<Batch, 2> m_batches;          ///< by turns
};

} // namespace bindlab
