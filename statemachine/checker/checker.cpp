#include "checker/checker.h"

#include "checker/runs.h"
#include "checker/state_store.h"
#include "flow/errno_names.h"
#include "world/interpreter.h"
#include "world/look.h"
#include "world/run.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <map>
#include <set>

namespace bindlab {

namespace {

/// What a violation is known by.
struct Key {
    std::int16_t property;
    std::string failure;
    auto operator<=>(const Key&) const = default;
};

struct Found {
    int depth = 0;          ///< steps of the shortest run
    RawFinding finding;
};


class Search {
public:
    Search(const std::shared_ptr<const Model>& model, const CheckOptions& options)
        : m_shared(model), m_model(*model), m_options(options), m_interpreter(*model), m_store(std::size_t(model->stateBytes))
    {
        for (std::size_t i = 0; i < m_model.properties.size(); ++i)
            m_wanted.push_back(options.properties.empty()
                               || std::find(options.properties.begin(), options.properties.end(), m_model.properties[i].id) != options.properties.end());
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
        if (!m_found.empty()) {
            result.verdict = Verdict::Violated;
            shortestRuns(result);
            if (result.violations.empty())
                result.verdict = Verdict::Bounded;
        } else {
            result.verdict = result.bound.empty() ? Verdict::Holds : Verdict::Bounded;
        }
        for (std::size_t call = 0; call < m_model.calls.size(); ++call)
            if (const auto results = m_results.find(int(call)); results != m_results.end()) {
                CallResults entry;
                entry.thread = m_model.threads[std::size_t(m_model.calls[call].thread)].name;
                entry.call = m_model.calls[call].name;
                for (const int value : results->second)
                    entry.results.push_back(numberText(value));
                std::sort(entry.results.begin(), entry.results.end());
                result.calls.push_back(std::move(entry));
            }
        lookAtRuns(m_shared, m_options, result);
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return result;
    }

private:
    [[nodiscard]] std::span<const std::int8_t> stateAt(std::uint32_t number) const { return {m_store.at(number), std::size_t(m_model.stateBytes)}; }

    void noteFinding(const RawFinding& finding, int depth)
    {
        if (finding.kind == RawFinding::Kind::NoFreeSlot)
            m_noRoom = true; // not a fault of the design: the model has too few slots to go on from here
        if (finding.kind == RawFinding::Kind::NoFreeSlot || finding.property < 0 || !m_wanted[std::size_t(finding.property)])
            return;
        const Key key{finding.property, failureOf(m_model, finding)};
        const auto found = m_found.find(key);
        if (found == m_found.end() || depth < found->second.depth)
            m_found[key] = {depth, finding};
    }

    /// Calls `visit(choice, lost, findings)` for every step from `state`; the interpreter then holds the state it leads to.
    /// At the end m_stateFindings are those of the state itself.
    template <typename Visit>
    void expand(const State& state, bool wantStateFindings, Visit visit)
    {
        bool anyEnabled = false;
        for (const bool allowTimeOut : {false, true}) {
            m_blockages.assign(m_model.threads.size(), Blockage{});
            for (std::size_t thread = 0; thread < m_model.threads.size(); ++thread) {
                bool moves = false;
                for (int choice = 0; choice < 256; ++choice) {
                    const StepChoice pick{std::uint8_t(thread), std::uint8_t(choice)};
                    const StepStatus status = attempt(m_interpreter, state, pick, allowTimeOut, nullptr);
                    if (status == StepStatus::NoSuchStep)
                        break;
                    if (status == StepStatus::Blocked) {
                        if (m_blockages[thread].kind == Blockage::Kind::None)
                            m_blockages[thread] = m_interpreter.blockage();
                        continue;
                    }
                    moves = true;
                    const auto& findings = m_interpreter.findings();
                    const bool lost = std::any_of(findings.begin(), findings.end(), [](const RawFinding& f) { return f.fatal(); });
                    visit(pick, lost, findings);
                }
                if (moves)
                    m_blockages[thread] = {};
                anyEnabled = anyEnabled || moves;
            }
            if (anyEnabled)
                break;
        }
        m_stateFindings.clear();
        if (wantStateFindings) {
            m_interpreter.load(state);
            m_interpreter.inspect(m_blockages, anyEnabled, m_stateFindings);
        }
    }

    void search(CheckResult& result)
    {
        State state = initialState(m_model);
        bool isNew = false;
        m_store.insert(state, isNew);
        m_layers = {0, 1};
        for (std::uint32_t number = 0; number < m_store.size(); ++number) {
            if (number == m_layers.back()) {
                if (m_options.first && !m_found.empty())
                    break;
                m_layers.push_back(std::uint32_t(m_store.size()));
            }
            const int depth = int(m_layers.size()) - 2;
            if ((number % 1024 == 0 || m_store.size() > m_options.maxStates) && met(result, depth))
                break;
            state.assign(stateAt(number).begin(), stateAt(number).end());
            expand(state, true, [&](StepChoice, bool lost, const std::vector<RawFinding>& findings) {
                ++result.transitions;
                for (const RawFinding& finding : findings)
                    noteFinding(finding, depth + 1);
                for (const auto& returned : m_interpreter.returned())
                    if (returned.hasValue)
                        m_results[returned.call].insert(returned.value);
                bool added = false;
                if (!lost)
                    m_store.insert(m_interpreter.cells(), added);
            });
            for (const RawFinding& finding : m_stateFindings)
                noteFinding(finding, depth);
            result.depth = depth;
        }
        m_layers.push_back(std::uint32_t(m_store.size()));
        if (m_noRoom && result.bound.empty())
            result.bound = "the number of objects that the model has room for";
        result.states = m_store.size();
        result.peakMemoryMib = double(m_store.memoryBytes()) / (1024.0 * 1024.0);
    }

    bool met(CheckResult& result, int depth)
    {
        if (m_options.progress)
            m_options.progress({m_store.size(), depth});
        if (m_options.cancel && m_options.cancel->load())
            result.bound = "stopped on request";
        else if (m_store.size() > m_options.maxStates)
            result.bound = "the limit of " + std::to_string(m_options.maxStates) + " states";
        else if (m_store.memoryBytes() > m_options.maxMemoryMib * 1024 * 1024)
            result.bound = "the limit of " + std::to_string(m_options.maxMemoryMib) + " MiB";
        return !result.bound.empty();
    }

    /// Of all shortest runs to each finding, the one with the fewest switches. Layer by layer over the states that
    /// lie on shortest runs: the cheapest way to be in a state with a given thread having moved last.
    void shortestRuns(CheckResult& result)
    {
        int deepest = 0;
        for (const auto& [key, found] : m_found)
            deepest = std::max(deepest, found.depth);
        const std::size_t threads = m_model.threads.size();
        const auto layerEnd = [&](int depth) { return m_layers[std::min(std::size_t(depth) + 1, m_layers.size() - 1)]; };
        struct Way {
            std::uint16_t switches = 0xffff;
            std::uint32_t from = StateStore::none;
            std::uint8_t fromThread = 0xff;
            std::uint8_t choice = 0;
        };
        std::vector<Way> ways(std::size_t(layerEnd(deepest)) * threads);
        struct Best {
            std::uint32_t switches = 0xffffffff;
            std::uint32_t state = 0;
            std::uint8_t lastThread = 0xff;   ///< that moved last before `final`; 0xff: none did
            bool hasFinal = false;
            StepChoice final;
        };
        std::map<Key, Best> best;
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
        State state;
        for (int depth = 0; depth <= deepest; ++depth)
            for (std::uint32_t number = m_layers[std::size_t(depth)]; number < layerEnd(depth); ++number) {
                state.assign(stateAt(number).begin(), stateAt(number).end());
                const auto consider = [&](const RawFinding& finding, int at, const StepChoice* final) {
                    if (finding.kind == RawFinding::Kind::NoFreeSlot || finding.property < 0 || !m_wanted[std::size_t(finding.property)])
                        return;
                    const Key key{finding.property, failureOf(m_model, finding)};
                    if (m_found.at(key).depth != at)
                        return;
                    std::uint8_t last = 0xff;
                    const std::uint32_t cost = cheapest(number, final ? int(final->thread) : -1, last);
                    Best& entry = best[key];
                    if (cost < entry.switches)
                        entry = {cost, number, last, final != nullptr, final ? *final : StepChoice{}};
                };
                expand(state, true, [&](StepChoice choice, bool lost, const std::vector<RawFinding>& findings) {
                    for (const RawFinding& finding : findings)
                        consider(finding, depth + 1, &choice);
                    if (lost || depth == deepest)
                        return;
                    const std::uint32_t next = m_store.find(m_interpreter.cells());
                    if (next == StateStore::none || next < layerEnd(depth) || next >= layerEnd(depth + 1))
                        return;
                    std::uint8_t last = 0xff;
                    const std::uint32_t cost = cheapest(number, choice.thread, last);
                    Way& way = ways[next * threads + choice.thread];
                    if (cost < way.switches)
                        way = {std::uint16_t(cost), number, last, choice.choice};
                });
                for (const RawFinding& finding : m_stateFindings)
                    consider(finding, depth, nullptr);
            }

        for (const auto& [key, entry] : best) {
            Violation violation;
            std::vector<StepChoice> steps;
            if (entry.hasFinal)
                steps.push_back(entry.final);
            std::uint32_t number = entry.state;
            std::uint8_t thread = entry.lastThread;
            while (number != 0) {
                const Way& way = ways[number * threads + thread];
                steps.push_back({thread, way.choice});
                number = way.from;
                thread = way.fromThread;
            }
            std::reverse(steps.begin(), steps.end());
            violation.property = m_model.properties[std::size_t(key.property)].id;
            violation.failure = key.failure;
            violation.switches = int(entry.switches);
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
    Interpreter m_interpreter;
    StateStore m_store;
    std::vector<std::uint32_t> m_layers;     ///< first state of each depth, then the end
    std::vector<bool> m_wanted;
    std::map<Key, Found> m_found;
    std::map<int, std::set<int>> m_results;  ///< call to the values it returned
    std::vector<Blockage> m_blockages;
    std::vector<RawFinding> m_stateFindings;
    bool m_noRoom = false;
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
