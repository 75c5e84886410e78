#include "checker/search.h"

#include "checker/endless.h"
#include "world/look.h"
#include "world/run.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <map>

namespace bindlab {

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
        auto violation = violationOf(key, entry.state, int(entry.switches), asTheyAreCalled(way));
        if (violation)
            result.violations.push_back(std::move(*violation));
        else
            result.bound = "a run that does not replay, which is a fault of Bindlab: " + violation.error();
    }
}

} // namespace bindlab
