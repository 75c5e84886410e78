#include "checker/checker.h"

#include "checker/endless.h"
#include "checker/expansion.h"
#include "checker/findings_seen.h"
#include "checker/learned_properties.h"
#include "checker/lock_order.h"
#include "checker/watched_cells.h"
#include "checker/runs.h"
#include "flow/errno_names.h"
#include "world/look.h"
#include "world/run.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cassert>
#include <chrono>
#include <map>
#include <optional>
#include <thread>

namespace bindlab {

namespace {

/// What one thread of the search has of its own. While several work the tree is read only: what is new is kept here until
/// all of them have stopped.
struct Worker {
    Worker(const Model& model, const StateTree& tree, const Symmetry* symmetry, const std::vector<bool>& wanted)
        : expansion(model, tree, symmetry), properties(model), newNodes(tree.inner), findings(model, wanted), lockOrder(model), results(model.calls.size()),
          due(model.propertyCode.size(), 0)
    {
    }

    /// A successor that the tree does not have, and what is wrong with it.
    struct Candidate {
        std::uint64_t key = 0;
        std::uint32_t firstFinding = 0;
        std::uint32_t endOfFindings = 0;
    };
    /// Some states one behind the other, expanded by one worker.
    struct Chunk {
        Worker* worker = nullptr;
        std::uint32_t end = 0;   ///< so far it came: up to the first state with a successor that the tree has no room for
        std::uint64_t transitions = 0;
        std::vector<Candidate> candidates;
        std::vector<RawFinding> findings;
    };

    /// A successor on its way into the tree: memory is slow, so all of a state are fetched before the first is looked at.
    struct Pending {
        std::uint64_t key = 0;
        std::uint32_t step = 0;
    };

    Expansion expansion;
    LearnedProperties properties;
    NewNodes newNodes;
    std::array<RecentNodes, 2> recent;           ///< pairs, words
    NodeTable met;                               ///< keys of successors in this batch
    FindingsSeen findings;
    std::vector<Pending> pending;                ///< successors of the state that is expanded
    LockOrder lockOrder;
    std::vector<std::bitset<256>> results;   ///< by call, the values it returned
    std::uint64_t transitions = 0;
    int deadEnd = -1;                        ///< as in CheckResult
    std::vector<std::uint32_t> returning;    ///< states with a step to one that is no deeper; some more than once
    std::vector<RawFinding> raw;
    std::vector<char> due;                   ///< by property code: to be looked at
    std::vector<int> dueCodes;
};

class Search {
public:
    Search(const std::shared_ptr<const Model>& model, const CheckOptions& options)
        : m_shared(model), m_model(*model), m_options(options), m_tree(initialState(*model)), m_watched(*model)
    {
        if (options.reduce)
            m_symmetry.emplace(*model);
        for (const PropertyInfo& property : m_model.properties)
            m_wanted.push_back(options.properties.empty()
                               || std::find(options.properties.begin(), options.properties.end(), property.id) != options.properties.end());
        const int processors = int(std::max(1u, std::thread::hardware_concurrency()));
        const int threads = std::clamp(options.threads > 0 ? options.threads : processors, 1, 64);
        for (int i = 0; i < threads; ++i)
            m_workers.push_back(std::make_unique<Worker>(m_model, m_tree, m_symmetry ? &*m_symmetry : nullptr, m_wanted));
    }

    CheckResult run()
    {
        const auto begin = std::chrono::steady_clock::now();
        CheckResult result;
        for (std::size_t i = 0; i < m_model.properties.size(); ++i)
            if (m_wanted[i])
                result.properties.push_back(m_model.properties[i].id);
        for (const std::string& id : m_model.notApplicable)
            if (std::erase(result.properties, id) > 0)
                result.notApplicable.push_back(id);
        if (result.properties.empty()) {
            result.verdict = Verdict::NotApplicable;
            return result;
        }
        search(result);
        if (isReduced() && someEndless()) { // a loop has to come back to the same state, not to one like it
            CheckOptions unreduced = m_options;
            unreduced.reduce = false;
            return Search(m_shared, unreduced).run();
        }
        if (isReduced()) {
            result.reductions = m_symmetry->sentences();
            shareResults();
        }
        if (!findings().all().empty()) {
            result.verdict = Verdict::Violated;
            shortestRuns(result);
            if (result.violations.empty())
                result.verdict = Verdict::Bounded;
        } else {
            result.verdict = result.bound.empty() ? Verdict::Holds : Verdict::Bounded;
        }
        for (std::size_t call = 0; call < m_model.calls.size(); ++call)
            if (const std::bitset<256>& values = m_workers.front()->results[call]; values.any()) {
                CallResults entry;
                entry.thread = m_model.threads[std::size_t(m_model.calls[call].thread)].name;
                entry.call = m_model.calls[call].name;
                for (int value = -128; value < 128; ++value)
                    if (values[std::size_t(value + 128)])
                        entry.results.push_back(numberText(value));
                std::sort(entry.results.begin(), entry.results.end());
                result.calls.push_back(std::move(entry));
            }
        lookAtRuns(m_shared, m_options, result);
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return result;
    }

private:
    /// From this many states of one depth on it is worth waking the other workers.
    static constexpr std::uint32_t wideLayer = 1024;
    static constexpr std::uint32_t chunkStates = 128;
    static constexpr std::uint32_t chunksPerBatch = 512;

    [[nodiscard]] bool isReduced() const { return m_symmetry && m_symmetry->any(); }
    [[nodiscard]] bool someEndless() const { return std::ranges::find(m_endless, true) != m_endless.end(); }
    /// What a call of one thread can return, so can the same call of a thread that does the same.
    void shareResults()
    {
        auto& results = m_workers.front()->results;
        for (const std::vector<int>& group : m_symmetry->groups()) {
            const auto callsOf = [&](int thread) {
                std::vector<std::size_t> calls;
                for (std::size_t call = 0; call < m_model.calls.size(); ++call)
                    if (m_model.calls[call].thread == thread)
                        calls.push_back(call);
                return calls;
            };
            const auto first = callsOf(group.front());
            for (const int member : group)
                for (std::size_t i = 0; i < first.size(); ++i)
                    results[first[i]] |= results[callsOf(member)[i]];
            for (const int member : group)
                for (std::size_t i = 0; i < first.size(); ++i)
                    results[callsOf(member)[i]] = results[first[i]];
        }
    }

    [[nodiscard]] FindingsSeen& findings() { return m_workers.front()->findings; }

    void search(CheckResult& result)
    {
        insertInitialState();
        m_layers = {0, 1};
        for (std::uint32_t begin = 0; begin < m_tree.size() && result.bound.empty();) {
            const auto end = std::uint32_t(m_tree.size());
            m_layerEnd = end;
            const int depth = int(m_layers.size()) - 2;
            result.depth = depth;
            if (m_workers.size() > 1 && end - begin >= wideLayer)
                expandTogether(result, begin, end, depth);
            else
                expandAlone(result, begin, end, depth);
            if (m_outgrown)
                met(result, depth);
            begin = end;
            m_layers.push_back(std::uint32_t(m_tree.size()));
            if (m_options.first && !findings().all().empty())
                break;
        }
        lookForEndless(result);
        result.transitions = m_workers.front()->transitions;
        result.deadEnd = m_workers.front()->deadEnd;
        result.warnings = m_workers.front()->lockOrder.warnings();
        if (findings().noRoom() && result.bound.empty())
            result.bound = "the number of objects that the model has room for";
        result.states = m_tree.size();
        result.peakMemoryMib = double(m_tree.memoryBytes()) / (1024.0 * 1024.0);
    }

    void insertInitialState()
    {
        Worker& worker = *m_workers.front();
        const State state = initialState(m_model);
        m_tree.states.insert(keyOfStart(m_tree, [&](std::uint64_t pair, bool) { return m_tree.inner.insert(pair); }));
        Interpreter& interpreter = worker.expansion.holding(state);
        worker.raw.clear();
        for (std::size_t code = 0; code < m_model.propertyCode.size(); ++code)
            interpreter.inspectProperty(int(code), interpreter.atRest(), interpreter.ended(), worker.raw);
        for (const RawFinding& finding : worker.raw)
            worker.findings.note(finding, 0, {0, false, {}});
    }

    /// One worker, straight into the tree.
    void expandAlone(CheckResult& result, std::uint32_t begin, std::uint32_t end, int depth)
    {
        Worker& worker = *m_workers.front();
        for (std::uint32_t number = begin; number < end; ++number) {
            if ((number % 256 == 0 || m_tree.size() > m_options.maxStates) && met(result, depth))
                break;
            expand(worker, number, depth, [&] { push(worker, depth); });
            settle(worker, depth);
        }
    }

    void push(Worker& worker, int depth)
    {
        Expansion& expansion = worker.expansion;
        if (!expansion.isPacked()) {
            const std::uint32_t step = expansion.stepNumber();
            settle(worker, depth); // the keys may be void soon
            expansion.select(step);
            m_outgrown = m_outgrown || (m_tree.mustRepackFor(expansion.writes()) && 2 * m_tree.memoryBytes() > maxBytes());
            if (m_outgrown)
                return;
            if (expansion.makeRoom(m_tree))
                forgetRecent();
        }
        const std::uint64_t key = expansion.keyOfSuccessor([&](std::uint64_t pair, bool isWord) {
            return worker.recent[isWord].number(pair, [&](std::uint64_t missing) { return m_tree.inner.insert(missing); });
        });
        m_tree.states.prefetch(key);
        worker.pending.push_back({key, expansion.stepNumber()});
    }

    void settle(Worker& worker, int depth)
    {
        for (const Worker::Pending& pending : worker.pending)
            m_tree.states.prefetchPair(pending.key);
        for (const Worker::Pending& pending : worker.pending) {
            const std::size_t before = m_tree.size();
            const std::uint32_t successor = m_tree.states.insert(pending.key);
            if (successor < m_layerEnd)
                noteReturning(worker, worker.expansion.number());
            if (m_tree.size() == before)
                continue;
            worker.expansion.select(pending.step);
            inspectSuccessor(worker);
            for (const RawFinding& finding : worker.raw)
                worker.findings.note(finding, depth + 1, {successor, false, {}});
        }
        worker.pending.clear();
    }

    static void noteReturning(Worker& worker, std::uint32_t number)
    {
        if (worker.returning.empty() || worker.returning.back() != number)
            worker.returning.push_back(number);
    }

    /// Numbers of nodes that no longer hold.
    void forgetRecent()
    {
        for (const auto& worker : m_workers)
            for (RecentNodes& recent : worker->recent)
                recent.clear();
    }

    /// All workers, batch by batch: first they expand chunks of the layer side by side and only read the tree; then what is
    /// new is put in, chunk by chunk, so that every state gets the number it has when one worker does it all.
    void expandTogether(CheckResult& result, std::uint32_t begin, std::uint32_t end, int depth)
    {
        for (std::uint32_t from = begin; from < end;) {
            const std::uint32_t to = std::min(end, from + chunkStates * chunksPerBatch);
            if (met(result, depth))
                return;
            if (mayMeetBound(to - from)) {
                expandAlone(result, from, to, depth);
                if (!result.bound.empty())
                    return;
            } else {
                std::vector<Worker::Chunk> chunks((to - from + chunkStates - 1) / chunkStates);
                chunks.resize(expandChunks(chunks, from, to, depth));
                if (asked()) {
                    met(result, depth);
                    return;
                }
                const std::uint32_t reached = putIn(result, chunks, from, to, depth);
                if (!result.bound.empty())
                    return;
                from = reached;
                continue;
            }
            from = to;
        }
    }

    /// How many of the chunks were begun: all, unless a state was met that the tree has no room for.
    std::uint32_t expandChunks(std::vector<Worker::Chunk>& chunks, std::uint32_t from, std::uint32_t to, int depth)
    {
        std::atomic<std::uint32_t> next = 0;
        std::atomic<bool> stop = false;
        together([&](Worker& worker) {
            while (!stop && !asked()) {
                const std::uint32_t c = next++;
                if (c >= chunks.size())
                    break;
                Worker::Chunk& chunk = chunks[c];
                chunk.worker = &worker;
                chunk.end = from + c * chunkStates;
                const std::uint32_t end = std::min(to, chunk.end + chunkStates);
                while (chunk.end < end && !stop)
                    if (expandInto(chunk, chunk.end, depth))
                        ++chunk.end;
                    else
                        stop = true;
            }
        });
        return std::min(next.load(), std::uint32_t(chunks.size()));
    }

    /// False when the tree has no room for some successor; then it is as if the state had not been looked at.
    bool expandInto(Worker::Chunk& chunk, std::uint32_t number, int depth)
    {
        Worker& worker = *chunk.worker;
        const std::uint64_t before = worker.transitions;
        const std::size_t candidates = chunk.candidates.size();
        bool hasRoom = true;
        expand(worker, number, depth, [&] {
            hasRoom = hasRoom && worker.expansion.isPacked();
            if (!hasRoom)
                return;
            const std::uint64_t key = worker.expansion.keyOfSuccessor([&](std::uint64_t pair, bool isWord) {
                return worker.recent[isWord].number(pair, [&](std::uint64_t missing) { return worker.newNodes.insert(missing, isWord); });
            });
            const bool mayBeKnown = m_tree.keysAreWords() || !NewNodes::hasNew(key);
            if (const std::uint32_t known = mayBeKnown ? m_tree.states.find(key) : NodeTable::none; known != NodeTable::none) {
                if (known < m_layerEnd)
                    noteReturning(worker, number);
                return;
            }
            const std::size_t metBefore = worker.met.size();
            worker.met.insert(key);
            if (worker.met.size() == metBefore)
                return;
            const auto first = std::uint32_t(chunk.findings.size());
            inspectSuccessor(worker);
            chunk.findings.insert(chunk.findings.end(), worker.raw.begin(), worker.raw.end());
            chunk.candidates.push_back({key, first, std::uint32_t(chunk.findings.size())});
        });
        if (hasRoom)
            chunk.transitions += worker.transitions - before;
        else
            chunk.candidates.resize(candidates);
        worker.transitions = before;
        return hasRoom;
    }

    /// Puts in what was met, and expands what the chunks left, so that all of them are done. Answers how far that is.
    std::uint32_t putIn(CheckResult& result, std::vector<Worker::Chunk>& chunks, std::uint32_t from, std::uint32_t to, int depth)
    {
        for (const auto& worker : m_workers) {
            worker->newNodes.moveTo(m_tree.inner);
            worker->met.clear();
            for (RecentNodes& recent : worker->recent)
                recent.clear(NewNodes::isNewNumber);
        }
        const std::uint32_t repackings = m_tree.repackings;
        for (const Worker::Chunk& chunk : chunks) {
            putIn(chunk, depth);
            from = std::min(to, from + chunkStates);
            expandAlone(result, chunk.end, from, depth);
            if (!result.bound.empty() || m_tree.repackings != repackings)
                break; // the keys of the others are void: they are expanded again
        }
        mergeIntoFirst();
        return from;
    }

    void putIn(const Worker::Chunk& chunk, int depth)
    {
        const auto keyOf = [&](const Worker::Candidate& candidate) {
            return m_tree.keysAreWords() ? candidate.key : chunk.worker->newNodes.settled(candidate.key);
        };
        m_workers.front()->transitions += chunk.transitions;
        constexpr std::size_t ahead = 8;
        for (std::size_t i = 0; i < chunk.candidates.size(); ++i) {
            if (i + ahead < chunk.candidates.size())
                m_tree.states.prefetch(keyOf(chunk.candidates[i + ahead]));
            const Worker::Candidate& candidate = chunk.candidates[i];
            const std::size_t before = m_tree.size();
            const std::uint32_t successor = m_tree.states.insert(keyOf(candidate));
            if (m_tree.size() == before)
                continue;
            for (std::uint32_t f = candidate.firstFinding; f < candidate.endOfFindings; ++f)
                m_workers.front()->findings.note(chunk.findings[f], depth + 1, {successor, false, {}});
        }
    }

    void mergeIntoFirst()
    {
        Worker& first = *m_workers.front();
        for (std::size_t i = 1; i < m_workers.size(); ++i) {
            Worker& worker = *m_workers[i];
            first.findings.merge(worker.findings);
            first.lockOrder.merge(worker.lockOrder);
            first.returning.insert(first.returning.end(), worker.returning.begin(), worker.returning.end());
            worker.returning.clear();
            if (worker.deadEnd >= 0 && (first.deadEnd < 0 || worker.deadEnd < first.deadEnd))
                first.deadEnd = worker.deadEnd;
            for (std::size_t call = 0; call < first.results.size(); ++call)
                first.results[call] |= worker.results[call];
        }
    }

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

    /// L-0. Where every step leads deeper no run can go on for ever, and there is nothing to look for.
    void lookForEndless(CheckResult& result)
    {
        const auto property = findProperty(m_model, "L-0");
        Worker& worker = *m_workers.front();
        const bool isWanted = std::ranges::find(result.properties, "L-0") != result.properties.end();
        if (worker.returning.empty() || !isWanted || !result.bound.empty() || findings().noRoom() || (m_options.first && !findings().all().empty()))
            return;
        const auto states = std::uint32_t(m_tree.size());
        const auto followed = [&](std::uint32_t number, auto visit) { return follow(number, visit); };
        const auto stopped = [&] { return asked(); };
        if (eachComesToEnd(worker.returning, states, followed, stopped))
            return;
        m_endless = statesWithoutEnd(states, followed, stopped);
        if (met(result, result.depth))
            return;
        RawFinding finding;
        finding.kind = RawFinding::Kind::Endless;
        finding.property = property;
        const auto first = std::uint32_t(std::find(m_endless.begin(), m_endless.end(), true) - m_endless.begin());
        const auto deeper = first == states ? m_layers.end() : std::upper_bound(m_layers.begin(), m_layers.end(), first);
        if (deeper == m_layers.end())
            return;
        for (std::uint32_t number = first; number < *deeper; ++number)
            if (m_endless[number])
                worker.findings.note(finding, int(deeper - m_layers.begin()) - 1, {number, false, {}});
    }

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
    [[nodiscard]] std::uint32_t storedNumber(Worker& worker) const
    {
        if (!worker.expansion.isPacked())
            return NodeTable::none;
        const std::uint64_t key = worker.expansion.keyOfSuccessor([&](std::uint64_t pair, bool isWord) {
            return worker.recent[isWord].number(pair, [&](std::uint64_t asked) { return m_tree.inner.find(asked); });
        });
        return key == UnfoldedState::noKey ? NodeTable::none : m_tree.states.find(key);
    }

    /// Looks at the properties that the selected step can have broken; worker.raw then says which it has.
    void inspectSuccessor(Worker& worker)
    {
        worker.raw.clear();
        worker.dueCodes.clear();
        const LearnedStep& step = worker.expansion.step();
        if (step.lost)
            return;
        const auto cells = worker.expansion.source().cells();
        for (const CellWrite& write : worker.expansion.writes())
            if (cells[write.cell] != write.value)
                for (const int code : m_watched.readersOf(write.cell))
                    if (!worker.due[std::size_t(code)]) {
                        worker.due[std::size_t(code)] = 1;
                        worker.dueCodes.push_back(code);
                    }
        if (worker.dueCodes.empty() && !step.toUserSpace)
            return;
        const auto after = worker.expansion.successor();
        for (const int code : worker.dueCodes) {
            worker.due[std::size_t(code)] = 0;
            worker.properties.inspect(after, code, false, false, worker.raw);
        }
        if (!step.toUserSpace)
            return;
        const Interpreter& interpreter = worker.expansion.holding(after);
        if (!interpreter.atRest())
            return;
        const bool end = interpreter.ended();
        for (const int code : m_watched.atRest())
            worker.properties.inspect(after, code, true, end, worker.raw);
    }

    [[nodiscard]] bool asked() const { return m_options.cancel && m_options.cancel->load(std::memory_order_relaxed); }

    [[nodiscard]] std::size_t maxBytes() const { return m_options.maxMemoryMib * 1024 * 1024; }

    bool met(CheckResult& result, int depth)
    {
        if (m_options.progress)
            m_options.progress({m_tree.size(), depth});
        if (asked())
            result.bound = "stopped on request";
        else if (m_tree.size() > m_options.maxStates)
            result.bound = "the limit of " + std::to_string(m_options.maxStates) + " states";
        else if (m_outgrown || m_tree.memoryBytes() > maxBytes())
            result.bound = "the limit of " + std::to_string(m_options.maxMemoryMib) + " MiB";
        return !result.bound.empty();
    }

    /// Whether expanding this many states could reach a limit: then one worker does it, so that where it stops does not
    /// depend on how many there are.
    [[nodiscard]] bool mayMeetBound(std::uint32_t states) const
    {
        const std::size_t successors = std::size_t(states) * m_model.threads.size() * 2;
        return m_tree.size() + successors > m_options.maxStates
            || m_tree.memoryBytes() + m_tree.states.bytesToGrow(successors) + m_tree.inner.bytesToGrow(successors)
                > maxBytes();
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
    void forEachStep(std::uint32_t begin, std::uint32_t end, std::uint32_t toBegin, std::uint32_t toEnd, Visit visit)
    {
        const auto stepsFrom = [&](Worker& worker, std::uint32_t number, auto each) {
            worker.expansion.of(number, [&](StepChoice choice) {
                const std::uint32_t to = storedNumber(worker);
                if (to != NodeTable::none && to >= toBegin && to < toEnd)
                    each(StoredStep{number, to, choice, worker.expansion.exchanged()[choice.thread]});
            });
        };
        if (m_workers.size() == 1 || end - begin < wideLayer) {
            for (std::uint32_t number = begin; number < end; ++number)
                stepsFrom(*m_workers.front(), number, visit);
            return;
        }
        for (std::uint32_t from = begin; from < end;) {
            const std::uint32_t to = std::min(end, from + chunkStates * chunksPerBatch);
            std::vector<std::vector<StoredStep>> chunks((to - from + chunkStates - 1) / chunkStates);
            std::atomic<std::uint32_t> next = 0;
            together([&](Worker& worker) {
                for (std::uint32_t c = next++; c < chunks.size(); c = next++)
                    for (std::uint32_t number = from + c * chunkStates; number < std::min(to, from + (c + 1) * chunkStates); ++number)
                        stepsFrom(worker, number, [&](const StoredStep& step) { chunks[c].push_back(step); });
            });
            for (const auto& chunk : chunks)
                std::ranges::for_each(chunk, visit);
            from = to;
        }
    }

    /// Calls `work` for every worker, side by side.
    template <typename Work>
    void together(Work work)
    {
        std::vector<std::jthread> others;
        try {
            for (std::size_t i = 1; i < m_workers.size(); ++i)
                others.emplace_back([&, i] { work(*m_workers[i]); });
        } catch (const std::system_error&) {
            // The system gives no more threads: those there are do it.
        }
        work(*m_workers.front());
    }

    /// The steps of a run, each as taken in the stored state it starts from, by the threads that really take them.
    [[nodiscard]] std::vector<StepChoice> asTheyAreCalled(const std::vector<std::pair<std::uint32_t, StepChoice>>& way)
    {
        std::vector<StepChoice> steps;
        Symmetry::Exchange real = Symmetry::nobody; // by the name in the stored state
        for (const auto& [from, step] : way) {
            steps.push_back({isReduced() ? real[step.thread] : step.thread, step.choice});
            if (!isReduced())
                continue;
            Expansion& expansion = m_workers.front()->expansion;
            Symmetry::Exchange next = real;
            expansion.of(from, [&](StepChoice choice) {
                if (choice == step)
                    for (std::size_t t = 0; t < real.size(); ++t)
                        next[expansion.exchanged()[t]] = real[t];
            });
            real = next;
        }
        return steps;
    }

    /// Of all shortest runs to each finding, the one with the fewest switches. Layer by layer over the states that
    /// lie on shortest runs: the cheapest way to be in a state with a given thread having moved last.
    void shortestRuns(CheckResult& result)
    {
        int deepest = 0;
        std::map<std::uint32_t, std::vector<std::pair<FindingKey, StepChoice>>> stepEnds;
        std::map<std::uint32_t, std::vector<FindingKey>> stateEnds;
        for (auto& [key, shortest] : findings().all()) {
            deepest = std::max(deepest, shortest.depth);
            for (const RunEnd& end : shortest.ends)
                if (end.hasStep)
                    stepEnds[end.state].emplace_back(key, end.step);
                else
                    stateEnds[end.state].push_back(key);
        }
        const std::size_t threads = m_model.threads.size();
        const auto layerEnd = [&](int depth) { return m_layers[std::min(std::size_t(depth) + 1, m_layers.size() - 1)]; };
        struct Way {
            std::uint16_t switches = 0xffff;
            std::uint32_t from = NodeTable::none;
            std::uint8_t fromThread = 0xff;
            StepChoice step;
        };
        std::vector<Way> ways(std::size_t(layerEnd(deepest)) * threads);
        struct Best {
            std::uint32_t switches = 0xffffffff;
            std::uint32_t state = 0;
            std::uint8_t lastThread = 0xff;   ///< that moved last before `final`; 0xff: none did
            bool hasFinal = false;
            StepChoice final;
        };
        std::map<FindingKey, Best> best;
        // The cheapest way into a state when `next` moves after it; -1: nobody moves.
        const auto cheapest = [&](std::uint32_t number, int next, std::uint8_t& last) -> std::uint32_t {
            if (number == 0) {
                last = 0xff;
                return 0;
            }
            std::uint32_t cost = 0xffffffff;
            for (std::size_t t = 0; t < threads; ++t) {
                const Way& way = ways[number * threads + t];
                const std::uint32_t total = way.switches + std::uint32_t(next >= 0 && int(t) != next);
                if (way.switches != 0xffff && total < cost) {
                    cost = total;
                    last = std::uint8_t(t);
                }
            }
            return cost;
        };
        const auto consider = [&](const FindingKey& key, std::uint32_t number, const StepChoice* final) {
            std::uint8_t last = 0xff;
            const std::uint32_t cost = cheapest(number, final ? int(final->thread) : -1, last);
            Best& entry = best[key];
            if (cost < entry.switches)
                entry = {cost, number, last, final != nullptr, final ? *final : StepChoice{}};
        };
        for (int depth = 0; depth <= deepest; ++depth) {
            const std::uint32_t begin = m_layers[std::size_t(depth)];
            const std::uint32_t end = layerEnd(depth);
            for (std::uint32_t number = begin; number < end; ++number) {
                if (const auto ends = stepEnds.find(number); ends != stepEnds.end())
                    for (const auto& [key, step] : ends->second)
                        consider(key, number, &step);
                if (const auto ends = stateEnds.find(number); ends != stateEnds.end())
                    for (const FindingKey& key : ends->second)
                        consider(key, number, nullptr);
            }
            if (depth < deepest)
                forEachStep(begin, end, end, layerEnd(depth + 1), [&](const StoredStep& step) {
                    std::uint8_t last = 0xff;
                    const std::uint32_t cost = cheapest(step.from, step.choice.thread, last);
                    Way& way = ways[step.to * threads + step.mover];
                    if (cost < way.switches)
                        way = {std::uint16_t(cost), step.from, last, step.choice};
                });
        }

        for (const auto& [key, entry] : best) {
            Violation violation;
            std::vector<std::pair<std::uint32_t, StepChoice>> way;
            if (entry.hasFinal)
                way.emplace_back(entry.state, entry.final);
            std::uint32_t number = entry.state;
            std::uint8_t thread = entry.lastThread;
            while (number != 0) {
                const Way& last = ways[number * threads + thread];
                way.emplace_back(last.from, last.step);
                number = last.from;
                thread = last.fromThread;
            }
            std::ranges::reverse(way);
            std::vector<StepChoice> steps = asTheyAreCalled(way);
            violation.property = m_model.properties[std::size_t(key.property)].id;
            violation.failure = key.failure;
            violation.switches = int(entry.switches);
            if (!m_endless.empty() && key.property == findProperty(m_model, "L-0")) {
                const LoopedRun onwards = wayIntoLoop(entry.state, [this](std::uint32_t at, const VisitStep& visit) { follow(at, visit); });
                violation.loopsTo = int(steps.size()) + onwards.before;
                violation.message = "no run comes to an end any more: what follows step " + std::to_string(violation.loopsTo) + " goes round for ever";
                for (const StepChoice& step : onwards.steps) {
                    violation.switches += !steps.empty() && steps.back().thread != step.thread;
                    steps.push_back(step);
                }
            }
            violation.inEpilogue = !steps.empty() && m_model.threads[steps.back().thread].epilogue;
            violation.steps = std::move(steps);
            // Nothing is reported that does not play.
            const auto played = replay(m_shared, violation.steps);
            assert(played && "a counterexample must replay: is a step not deterministic?");
            if (!played) {
                result.bound = "a run that does not replay, which is a fault of Bindlab: " + played.error();
                continue;
            }
            const auto findings = violation.steps.empty() ? findingsOf(m_model, played->state())
                                                          : played->record(played->length() - 1).findings;
            for (const Finding& finding : findings)
                if (finding.property == violation.property && finding.failure == violation.failure && violation.message.empty())
                    violation.message = finding.message;
            assert(!violation.message.empty() && "the last step of a counterexample must show the finding");
            result.violations.push_back(std::move(violation));
        }
    }

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
};

} // namespace

CheckResult check(const std::shared_ptr<const Model>& model, const CheckOptions& options) { return Search(model, options).run(); }

std::string toText(Essence::Kind kind)
{
    switch (kind) {
    case Essence::Kind::EveryRun: return "every run";
    case Essence::Kind::Events: return "events";
    case Essence::Kind::NoneOfAtMostFour: return "none of at most four";
    case Essence::Kind::NotSettled: return "not settled";
    }
    return {};
}

std::string toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds: return "holds";
    case Verdict::Violated: return "violated";
    case Verdict::Bounded: return "bounded";
    case Verdict::NotApplicable: return "n/a";
    }
    return {};
}

} // namespace bindlab
