#include "world/interpreter.h"
#include "world/lock_cells.h"

#include <algorithm>
#include <optional>

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

namespace {

/// Who waits for whom in a state.
class Waits {
public:
    Waits(const Model& model, const std::int8_t* cells, std::span<const Blockage> blockages) : m_model(model), m_cells(cells), m_blockages(blockages) {}

    /// What is wrong with a wait for a lock; nothing when it will end.
    [[nodiscard]] std::optional<RawFinding::Kind> trouble(int thread) const
    {
        const unsigned direct = blockers(thread);
        if (lockOf(m_blockages[std::size_t(thread)])[0] >= leakedLock)
            return RawFinding::Kind::WaitsForLeaked;
        if (direct >> thread & 1u)
            return RawFinding::Kind::WaitsForSelf;
        if (closure(direct) >> thread & 1u)
            return RawFinding::Kind::Cycle;
        return std::nullopt;
    }

    /// The first thread that waits for something of its own; -1 when there is none.
    [[nodiscard]] int firstBlocked() const
    {
        const auto waits = [](const Blockage& blockage) { return blockage.kind != Blockage::Kind::None && blockage.kind != Blockage::Kind::Others; };
        const auto found = std::find_if(m_blockages.begin(), m_blockages.end(), waits);
        return found == m_blockages.end() ? -1 : int(found - m_blockages.begin());
    }

private:
    [[nodiscard]] const std::int8_t* lockOf(const Blockage& blockage) const { return m_cells + m_model.address(blockage.object, blockage.field); }

    /// A lock's holders, and for a reader also the writers that are queued. Those do not wait for each other: whichever comes
    /// first takes it.
    [[nodiscard]] unsigned blockers(int thread) const
    {
        unsigned set = 0;
        const Blockage& blockage = m_blockages[std::size_t(thread)];
        if (blockage.kind != Blockage::Kind::Lock)
            return set;
        const std::int8_t* lock = lockOf(blockage);
        if (lock[0] != 0)
            set |= 1u << holderOf(lock[0]);
        if (m_model.fields[std::size_t(blockage.field)].kind == CellKind::ReadWriteLock) {
            const unsigned writers = bits(lock + waitersCell);
            set |= bits(lock + readersCell) | (writers >> thread & 1u ? 0u : writers);
        }
        return set;
    }

    /// These threads, those that they wait for, and so on.
    [[nodiscard]] unsigned closure(unsigned reached) const
    {
        for (unsigned before = 0; before != reached;) {
            before = reached;
            for (int other = 0; other < int(m_model.threads.size()); ++other)
                if (reached >> other & 1u)
                    reached |= blockers(other);
        }
        return reached;
    }

    const Model& m_model;
    const std::int8_t* m_cells;
    std::span<const Blockage> m_blockages;
};

} // namespace

void Interpreter::inspectWaits(std::span<const Blockage> blockages, bool anyEnabled, std::vector<RawFinding>& findings) const
{
    const Waits waits(m_model, m_cells.data(), blockages);
    const auto tell = [&](RawFinding& finding, int thread) {
        finding.property = m_waiting;
        if (thread >= 0) {
            finding.thread = std::int16_t(thread);
            finding.place = m_model.code[std::size_t(pc(thread))].place;
        }
        findings.push_back(finding);
        noteEndlessClose(finding, findings);
    };
    bool waitFound = false;
    for (int t = 0; t < int(m_model.threads.size()); ++t) {
        const Blockage& blockage = blockages[std::size_t(t)];
        if (blockage.kind != Blockage::Kind::Lock)
            continue;
        const auto trouble = waits.trouble(t);
        if (!trouble)
            continue;
        RawFinding finding;
        finding.kind = *trouble;
        finding.object = std::int16_t(blockage.object);
        finding.field = std::int16_t(blockage.field);
        tell(finding, t);
        waitFound = true;
    }
    if (!anyEnabled && !waitFound && m_cells[std::size_t(m_model.lost)] == 0 && !ended()) {
        RawFinding finding;
        finding.kind = RawFinding::Kind::Stuck;
        tell(finding, waits.firstBlocked());
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
