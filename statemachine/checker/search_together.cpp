#include "checker/search.h"

#include <algorithm>
#include <atomic>

namespace bindlab {

void Search::expandTogether(CheckResult& result, std::uint32_t begin, std::uint32_t end, int depth)
{
    constexpr std::uint32_t atOnce = chunkStates * chunksPerBatch;
    for (std::uint32_t from = begin; from < end;) {
        if (met(result, depth))
            return;
        if (const std::uint32_t to = std::min(end, from + atOnce); mayMeetBound(to - from, 0)) {
            expandAlone(result, from, to, depth);
            if (!result.bound.empty())
                return;
            from = to;
            continue;
        }
        Batch& batch = m_batches[0];
        Batch& next = m_batches[1];
        expandBatch(batch, from, end, depth, [] {});
        while (batch.isWhole && batch.to < end && !mayMeetBound(std::min(end - batch.to, atOnce), batch.candidates()) && !met(result, depth)) {
            m_tree.states.makeRoomFor(batch.candidates(), inCrew());
            expandBatch(next, batch.to, end, depth, [&] { putIn(batch, depth); });
            std::swap(batch, next);
        }
        if (met(result, depth))
            return;
        from = putInAndFinish(result, batch, depth);
        if (!result.bound.empty())
            return;
    }
}

template <typename Meanwhile>
void Search::expandBatch(Batch& batch, std::uint32_t from, std::uint32_t end, int depth, Meanwhile meanwhile)
{
    batch.begin(from, std::min(end, from + chunkStates * chunksPerBatch), chunkStates);
    m_tree.inner.makeRoomFor(mostSuccessors(batch.to - batch.from), inCrew());
    std::atomic<std::uint32_t> next = 0;
    std::atomic<bool> stop = false;
    m_crew.together([&](std::size_t number) {
        if (number == 0)
            meanwhile();
        m_workers[number]->met.clear();
        while (!stop && !asked()) {
            const std::uint32_t c = next++;
            if (c >= batch.chunks.size())
                break;
            Batch::Chunk& chunk = batch.chunks[c];
            chunk.worker = number;
            const std::uint32_t endOfChunk = std::min(batch.to, chunk.end + chunkStates);
            while (chunk.end < endOfChunk && !stop)
                if (expandInto(chunk, chunk.end, depth))
                    ++chunk.end;
                else
                    stop = true;
            lookUp(chunk);
        }
    });
    batch.chunks.resize(std::min<std::size_t>(next, batch.chunks.size()));
    batch.isWhole = !stop && !asked();
    mergeIntoFirst();
}

bool Search::expandInto(Batch::Chunk& chunk, std::uint32_t number, int depth)
{
    Worker& worker = *m_workers[chunk.worker];
    if (number % Expansion::kept == 0 || worker.expansion.isForgetting())
        lookUp(chunk);
    const std::uint64_t before = worker.transitions;
    const std::size_t pending = worker.pending.size();
    bool hasRoom = true;
    expand(worker, number, depth, [&] {
        hasRoom = hasRoom && worker.expansion.isPacked();
        if (!hasRoom)
            return;
        const std::uint64_t key = worker.expansion.keyOfSuccessor([&](std::uint64_t pair, bool isWord) {
            return worker.recent[isWord].number(pair, [&](std::uint64_t missing) { return m_tree.inner.insertAmongOthers(missing); });
        });
        hasRoom = key != UnfoldedState::noKey;
        if (!hasRoom)
            return;
        m_tree.states.prefetch(key);
        worker.pending.push_back({key, worker.expansion.taken()});
    });
    if (hasRoom)
        chunk.transitions += worker.transitions - before;
    else
        worker.pending.resize(pending);
    worker.transitions = before;
    return hasRoom;
}

void Search::lookUp(Batch::Chunk& chunk)
{
    Worker& worker = *m_workers[chunk.worker];
    for (const Worker::Pending& pending : worker.pending)
        m_tree.states.prefetchPair(pending.key);
    for (const Worker::Pending& pending : worker.pending) {
        const std::uint32_t known = m_tree.states.find(pending.key);
        noteSuccessor(worker, worker.expansion.sourceOf(pending.taken), known >= m_layerEnd); // what is not known is deeper
        if (known != NodeTable::none)
            continue;
        const std::size_t metBefore = worker.met.size();
        worker.met.insert(pending.key);
        if (worker.met.size() == metBefore)
            continue;
        const auto first = std::uint32_t(chunk.findings.size());
        worker.expansion.select(pending.taken);
        inspectSuccessor(worker);
        chunk.findings.insert(chunk.findings.end(), worker.raw.begin(), worker.raw.end());
        chunk.candidates.push_back({pending.key, first, std::uint32_t(chunk.findings.size())});
    }
    worker.pending.clear();
}

void Search::putIn(const Batch& batch, int depth)
{
    for (const Batch::Chunk& chunk : batch.chunks)
        putIn(chunk, depth);
}

std::uint32_t Search::putInAndFinish(CheckResult& result, const Batch& batch, int depth)
{
    const std::uint32_t repackings = m_tree.repackings;
    std::uint32_t reached = batch.from;
    for (const Batch::Chunk& chunk : batch.chunks) {
        putIn(chunk, depth);
        reached = std::min(batch.to, reached + chunkStates);
        expandAlone(result, chunk.end, reached, depth);
        if (!result.bound.empty() || m_tree.repackings != repackings)
            break; // the keys of the others are void: they are expanded again
    }
    return reached;
}

void Search::putIn(const Batch::Chunk& chunk, int depth)
{
    m_workers.front()->transitions += chunk.transitions;
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < chunk.candidates.size(); ++i) {
        if (i + ahead < chunk.candidates.size())
            m_tree.states.prefetch(chunk.candidates[i + ahead].key);
        const Batch::Candidate& candidate = chunk.candidates[i];
        const std::size_t before = m_tree.size();
        const std::uint32_t successor = m_tree.states.insert(candidate.key);
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

bool Search::mayMeetBound(std::uint32_t states, std::size_t toBePutIn) const
{
    const std::size_t successors = mostSuccessors(states) + toBePutIn;
    return m_tree.size() + successors > m_options.maxStates
        || m_tree.memoryBytes() + m_tree.states.bytesToGrow(successors) + m_tree.inner.bytesToGrow(successors) > maxBytes();
}

} // namespace bindlab
