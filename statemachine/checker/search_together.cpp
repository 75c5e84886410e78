#include "checker/search.h"

#include <algorithm>
#include <atomic>

namespace bindlab {

void Search::expandTogether(CheckResult& result, std::uint32_t begin, std::uint32_t end, int depth)
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

std::uint32_t Search::expandChunks(std::vector<Worker::Chunk>& chunks, std::uint32_t from, std::uint32_t to, int depth)
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

bool Search::expandInto(Worker::Chunk& chunk, std::uint32_t number, int depth)
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

std::uint32_t Search::putIn(CheckResult& result, std::vector<Worker::Chunk>& chunks, std::uint32_t from, std::uint32_t to, int depth)
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

void Search::putIn(const Worker::Chunk& chunk, int depth)
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

void Search::mergeIntoFirst()
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

bool Search::mayMeetBound(std::uint32_t states) const
{
    const std::size_t successors = std::size_t(states) * m_model.threads.size() * 2;
    return m_tree.size() + successors > m_options.maxStates
        || m_tree.memoryBytes() + m_tree.states.bytesToGrow(successors) + m_tree.inner.bytesToGrow(successors)
            > maxBytes();
}

} // namespace bindlab
