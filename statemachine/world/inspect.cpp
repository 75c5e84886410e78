#include "world/interpreter.h"
#include "world/lock_cells.h"

#include <algorithm>

/// What is wrong with a state itself: broken properties, and threads that wait for each other.
namespace bindlab {

void Interpreter::inspect(std::span<const Blockage> blockages, bool anyEnabled, std::vector<RawFinding>& findings)
{
    const bool rest = atRest();
    const bool end = ended();
    for (std::size_t code = 0; code < m_model.propertyCode.size(); ++code)
        inspectProperty(int(code), rest, end, findings);
    inspectWaits(blockages, anyEnabled, findings);
}

void Interpreter::inspectProperty(int code, bool rest, bool end, std::vector<RawFinding>& findings)
{
    const PropertyCode& property = m_model.propertyCode[std::size_t(code)];
    if ((property.when == PropertyCode::When::Rest && !rest) || (property.when == PropertyCode::When::End && !end))
        return;
    if (std::any_of(property.lockCells.begin(), property.lockCells.end(), [&](int cell) { return m_cells[std::size_t(cell)] != 0; }))
        return;
    for (std::size_t c = 0; c < property.clauses.size(); ++c) {
        const ClauseInfo& clause = property.clauses[c];
        if (truth(clause.must))
            continue;
        RawFinding finding;
        finding.kind = RawFinding::Kind::Broken;
        finding.property = std::int16_t(property.property);
        finding.clause = std::int16_t(code);
        finding.part = std::int16_t(c);
        for (std::size_t r = 0; r < clause.rules.size() && finding.rule < 0; ++r)
            if (clause.rules[r].condition.begin < 0 || truth(clause.rules[r].condition))
                finding.rule = std::int16_t(r);
        findings.push_back(finding);
    }
}

void Interpreter::inspectWaits(std::span<const Blockage> blockages, bool anyEnabled, std::vector<RawFinding>& findings) const
{
    const int threads = int(m_model.threads.size());

    // Who waits for whom: a lock's holders, and for a reader also the writers that are queued. Those do not wait for each
    // other: whichever comes first takes it.
    const auto blockers = [&](int t) {
        unsigned set = 0;
        const Blockage& blockage = blockages[std::size_t(t)];
        if (blockage.kind != Blockage::Kind::Lock)
            return set;
        const std::int8_t* lock = m_cells.data() + m_model.address(blockage.object, blockage.field);
        if (lock[0] != 0)
            set |= 1u << holderOf(lock[0]);
        if (m_model.fields[std::size_t(blockage.field)].kind == CellKind::ReadWriteLock) {
            const unsigned writers = bits(lock + waitersCell);
            set |= bits(lock + readersCell) | (writers >> t & 1u ? 0u : writers);
        }
        return set;
    };
    bool waitFound = false;
    for (int t = 0; t < threads; ++t) {
        const Blockage& blockage = blockages[std::size_t(t)];
        if (blockage.kind != Blockage::Kind::Lock)
            continue;
        RawFinding finding;
        finding.property = m_waiting;
        finding.thread = std::int16_t(t);
        finding.object = std::int16_t(blockage.object);
        finding.field = std::int16_t(blockage.field);
        const int at = pc(t);
        finding.place = m_model.code[std::size_t(at)].place;
        const std::int8_t* lock = m_cells.data() + m_model.address(blockage.object, blockage.field);
        const unsigned direct = blockers(t);
        if (lock[0] >= leakedLock) {
            finding.kind = RawFinding::Kind::WaitsForLeaked;
        } else if (direct >> t & 1u) {
            finding.kind = RawFinding::Kind::WaitsForSelf;
        } else {
            unsigned reached = direct;
            for (unsigned before = 0; before != reached;) {
                before = reached;
                for (int other = 0; other < threads; ++other)
                    if (reached >> other & 1u)
                        reached |= blockers(other);
            }
            if (!(reached >> t & 1u))
                continue;
            finding.kind = RawFinding::Kind::Cycle;
        }
        waitFound = true;
        findings.push_back(finding);
        noteEndlessClose(finding, findings);
    }
    if (!anyEnabled && !waitFound && m_cells[std::size_t(m_model.lost)] == 0 && !ended()) {
        RawFinding finding;
        finding.kind = RawFinding::Kind::Stuck;
        finding.property = m_waiting;
        for (int t = 0; t < threads; ++t)
            if (blockages[std::size_t(t)].kind != Blockage::Kind::None && blockages[std::size_t(t)].kind != Blockage::Kind::Others) {
                finding.thread = std::int16_t(t);
                finding.place = m_model.code[std::size_t(pc(t))].place;
                break;
            }
        findings.push_back(finding);
        noteEndlessClose(finding, findings);
    }
}

void Interpreter::noteEndlessClose(RawFinding finding, std::vector<RawFinding>& findings) const
{
    if (m_close < 0 || !insideRelease(finding.place))
        return;
    finding.property = m_close;
    findings.push_back(finding);
}

} // namespace bindlab
