#include "checker/search.h"

#include "checker/endless.h"
#include "world/look.h"
#include "world/run.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <map>
#include <optional>
#include <utility>

namespace bindlab {

namespace {

/// Over the stored layers: the way to each state with the fewest switches between threads, by the thread that moved last.
class FewestSwitches {
public:
    /// A way into what is found, as the steps from state to state.
    using Steps = std::vector<std::pair<std::uint32_t, StepChoice>>;
    struct Best {
        std::uint32_t switches = 0xffffffff;
        std::uint32_t state = 0;
        std::uint8_t lastThread = 0xff;   ///< that moved last before `final`; 0xff: none did
        bool hasFinal = false;
        StepChoice final;
    };

    FewestSwitches(std::size_t states, std::size_t threads) : m_threads(threads), m_ways(states * threads) {}

    void take(std::uint32_t from, std::uint32_t to, StepChoice step, std::uint8_t mover)
    {
        std::uint8_t last = 0xff;
        const std::uint32_t cost = cheapest(from, step.thread, last);
        Way& way = m_ways[to * m_threads + mover];
        if (cost < way.switches)
            way = {std::uint16_t(cost), from, last, step};
    }
    /// It is found in a state, or by a step from there.
    void consider(Best& best, std::uint32_t state, const StepChoice* final) const
    {
        std::uint8_t last = 0xff;
        const std::uint32_t cost = cheapest(state, final ? int(final->thread) : -1, last);
        if (cost < best.switches)
            best = {cost, state, last, final != nullptr, final ? *final : StepChoice{}};
    }
    [[nodiscard]] Steps wayTo(const Best& best) const
    {
        Steps steps;
        if (best.hasFinal)
            steps.emplace_back(best.state, best.final);
        std::uint32_t state = best.state;
        std::uint8_t thread = best.lastThread;
        while (state != 0) {
            const Way& last = m_ways[state * m_threads + thread];
            steps.emplace_back(last.from, last.step);
            state = last.from;
            thread = last.fromThread;
        }
        std::ranges::reverse(steps);
        return steps;
    }

private:
    struct Way {
        std::uint16_t switches = 0xffff;
        std::uint32_t from = NodeTable::none;
        std::uint8_t fromThread = 0xff;
        StepChoice step;
    };

    /// The cheapest way into a state when `next` moves after it; -1: nobody moves.
    std::uint32_t cheapest(std::uint32_t state, int next, std::uint8_t& last) const
    {
        if (state == 0)
            return 0;
        std::uint32_t cost = 0xffffffff;
        for (std::size_t t = 0; t < m_threads; ++t) {
            const Way& way = m_ways[state * m_threads + t];
            const std::uint32_t total = way.switches + std::uint32_t(next >= 0 && int(t) != next);
            if (way.switches != 0xffff && total < cost) {
                cost = total;
                last = std::uint8_t(t);
            }
        }
        return cost;
    }

    std::size_t m_threads;
    std::vector<Way> m_ways;
};

/// By state, what is found in it or, with a step, by it.
using EndsByState = std::map<std::uint32_t, std::vector<std::pair<FindingKey, std::optional<StepChoice>>>>;

} // namespace

template <typename Visit>
void Search::forEachStep(std::uint32_t begin, std::uint32_t end, std::uint32_t toBegin, std::uint32_t toEnd, Visit visit)
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
        m_crew.together([&](std::size_t worker) {
            for (std::uint32_t c = next++; c < chunks.size(); c = next++)
                for (std::uint32_t number = from + c * chunkStates; number < std::min(to, from + (c + 1) * chunkStates); ++number)
                    stepsFrom(*m_workers[worker], number, [&](const StoredStep& step) { chunks[c].push_back(step); });
        });
        for (const auto& chunk : chunks)
            std::ranges::for_each(chunk, visit);
        from = to;
    }
}

std::vector<StepChoice> Search::asTheyAreCalled(const std::vector<std::pair<std::uint32_t, StepChoice>>& way)
{
    std::vector<StepChoice> steps;
    Symmetry::Exchange real = Symmetry::nobody; // by the name in the stored state
    for (const auto& [from, step] : way) {
        steps.push_back({isReduced() ? real[step.thread] : step.thread, step.choice});
        if (!isReduced())
            continue;
        Expansion& expansion = m_workers.front()->expansion;
        Symmetry::Exchange next = real;
        expansion.of(from, [&, step = step](StepChoice choice) {
            if (choice == step)
                for (std::size_t t = 0; t < real.size(); ++t)
                    next[expansion.exchanged()[t]] = real[t];
        });
        real = next;
    }
    return steps;
}

tl::expected<Violation, std::string> Search::violationOf(const FindingKey& key, std::uint32_t state, int switches, std::vector<StepChoice> steps)
{
    Violation violation;
    violation.property = m_model.properties[std::size_t(key.property)].id;
    violation.failure = key.failure;
    violation.switches = switches;
    if (!m_endless.empty() && key.property == findProperty(m_model, "L-0")) {
        const LoopedRun onwards = wayIntoLoop(state, [this](std::uint32_t at, const VisitStep& visit) { follow(at, visit); });
        violation.loopsTo = int(steps.size()) + onwards.before;
        violation.message = "no run comes to an end any more: what follows step " + std::to_string(violation.loopsTo) + " goes round for ever";
        for (const StepChoice& step : onwards.steps) {
            violation.switches += !steps.empty() && steps.back().thread != step.thread;
            steps.push_back(step);
        }
    }
    violation.inEpilogue = !steps.empty() && m_model.threads[steps.back().thread].epilogue;
    violation.steps = std::move(steps);
    const auto played = replay(m_shared, violation.steps);
    assert(played && "a counterexample must replay: is a step not deterministic?");
    if (!played)
        return tl::unexpected(played.error());
    const auto findings = violation.steps.empty() ? findingsOf(m_model, played->state()) : played->record(played->length() - 1).findings;
    for (const Finding& finding : findings)
        if (finding.property == violation.property && finding.failure == violation.failure && violation.message.empty())
            violation.message = finding.message;
    assert(!violation.message.empty() && "the last step of a counterexample must show the finding");
    return violation;
}

void Search::shortestRuns(CheckResult& result)
{
    int deepest = 0;
    EndsByState ends;
    for (const bool ofSteps : {true, false})
        for (auto& [key, shortest] : findings().all()) {
            deepest = std::max(deepest, shortest.depth);
            for (const RunEnd& end : shortest.ends)
                if (end.hasStep == ofSteps)
                    ends[end.state].emplace_back(key, ofSteps ? std::optional(end.step) : std::nullopt);
        }
    const auto layerEnd = [&](int depth) { return m_layers[std::min(std::size_t(depth) + 1, m_layers.size() - 1)]; };
    FewestSwitches ways(layerEnd(deepest), m_model.threads.size());
    std::map<FindingKey, FewestSwitches::Best> best;
    for (int depth = 0; depth <= deepest; ++depth) {
        const std::uint32_t begin = m_layers[std::size_t(depth)];
        const std::uint32_t end = layerEnd(depth);
        for (auto found = ends.lower_bound(begin); found != ends.end() && found->first < end; ++found)
            for (const auto& [key, step] : found->second)
                ways.consider(best[key], found->first, step ? &*step : nullptr);
        if (depth < deepest)
            forEachStep(begin, end, end, layerEnd(depth + 1),
                        [&](const StoredStep& step) { ways.take(step.from, step.to, step.choice, step.mover); });
    }
    for (const auto& [key, found] : best) {
        auto violation = violationOf(key, found.state, int(found.switches), asTheyAreCalled(ways.wayTo(found)));
        if (violation)
            result.violations.push_back(std::move(*violation));
        else
            result.bound = "a run that does not replay, which is a fault of Bindlab: " + violation.error();
    }
}

} // namespace bindlab
