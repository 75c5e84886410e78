#include "checker/search.h"

#include "checker/endless.h"
#include "checker/runs.h"
#include "flow/errno_names.h"
#include "world/look.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace bindlab {

namespace {

std::size_t threadsOf(const CheckOptions& options)
{
    return std::size_t(std::clamp(options.threads > 0 ? options.threads : int(std::thread::hardware_concurrency()), 1, 64));
}

} // namespace

Search::Search(const std::shared_ptr<const Model>& model, const CheckOptions& options)
    : m_shared(model), m_model(*model), m_options(options), m_tree(initialState(*model)), m_watched(*model), m_crew(threadsOf(options))
{
    if (options.reduce)
        m_symmetry.emplace(*model);
    for (const PropertyInfo& property : m_model.properties)
        m_wanted.push_back(options.properties.empty()
                           || std::find(options.properties.begin(), options.properties.end(), property.id) != options.properties.end());
    for (std::size_t i = 0; i < m_crew.members(); ++i)
        m_workers.push_back(std::make_unique<Worker>(m_model, m_tree, m_symmetry ? &*m_symmetry : nullptr, m_wanted));
}

CheckResult Search::run()
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

void Search::shareResults()
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

void Search::search(CheckResult& result)
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
    result.locks = m_workers.front()->lockOrder.inOrder();
    if (findings().noRoom() && result.bound.empty())
        result.bound = "the number of objects that the model has room for";
    result.states = m_tree.size();
    result.peakMemoryMib = double(m_tree.memoryBytes()) / (1024.0 * 1024.0);
}

void Search::insertInitialState()
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

void Search::expandAlone(CheckResult& result, std::uint32_t begin, std::uint32_t end, int depth)
{
    Worker& worker = *m_workers.front();
    for (std::uint32_t number = begin; number < end; ++number) {
        const bool mayBeMet = m_tree.size() + worker.pending.size() > m_options.maxStates;
        if (number % Expansion::kept == 0 || mayBeMet || worker.expansion.isForgetting())
            settle(worker, depth);
        if ((number % 256 == 0 || mayBeMet) && met(result, depth))
            break;
        expand(worker, number, depth, [&] { push(worker, depth); });
    }
    settle(worker, depth);
}

void Search::push(Worker& worker, int depth)
{
    Expansion& expansion = worker.expansion;
    if (!expansion.isPacked()) {
        const Expansion::Taken taken = expansion.taken();
        settle(worker, depth); // the keys may be void soon
        expansion.select(taken);
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
    worker.pending.push_back({key, expansion.taken()});
}

void Search::settle(Worker& worker, int depth)
{
    for (const Worker::Pending& pending : worker.pending)
        m_tree.states.prefetchPair(pending.key);
    for (const Worker::Pending& pending : worker.pending) {
        const std::size_t before = m_tree.size();
        const std::uint32_t successor = m_tree.states.insert(pending.key);
        noteSuccessor(worker, worker.expansion.sourceOf(pending.taken), successor >= m_layerEnd);
        if (m_tree.size() == before)
            continue;
        worker.expansion.select(pending.taken);
        inspectSuccessor(worker);
        for (const RawFinding& finding : worker.raw)
            worker.findings.note(finding, depth + 1, {successor, false, {}});
    }
    worker.pending.clear();
}

void Search::forgetRecent()
{
    for (const auto& worker : m_workers)
        for (RecentNodes& recent : worker->recent)
            recent.clear();
}

void Search::lookForEndless(CheckResult& result)
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

std::uint32_t Search::storedNumber(Worker& worker) const
{
    if (!worker.expansion.isPacked())
        return NodeTable::none;
    const std::uint64_t key = worker.expansion.keyOfSuccessor([&](std::uint64_t pair, bool isWord) {
        return worker.recent[isWord].number(pair, [&](std::uint64_t asked) { return m_tree.inner.find(asked); });
    });
    return key == UnfoldedState::noKey ? NodeTable::none : m_tree.states.find(key);
}

void Search::inspectSuccessor(Worker& worker)
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

bool Search::met(CheckResult& result, int depth)
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

} // namespace bindlab
