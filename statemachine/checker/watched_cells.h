#pragma once

#include "flow/program.h"

#include <algorithm>
#include <vector>

namespace bindlab {

/// Which properties can change when a cell of the state does: what was true and reads nothing that changed is still true. Those
/// that are looked at only when all threads are in user space become due by that, whatever they read.
class WatchedCells {
public:
    explicit WatchedCells(const Model& model) : m_model(model), m_readers(std::size_t(model.stateBytes))
    {
        for (std::size_t code = 0; code < model.propertyCode.size(); ++code)
            if (model.propertyCode[code].when == PropertyCode::When::Rest || model.propertyCode[code].when == PropertyCode::When::End)
                m_atRest.push_back(int(code));
            else
                watch(model.propertyCode[code], int(code));
    }

    /// Indices into Model::propertyCode, of those that read this cell.
    [[nodiscard]] const std::vector<int>& readersOf(std::size_t cell) const { return m_readers[cell]; }
    /// Of those that are looked at when all threads are in user space.
    [[nodiscard]] const std::vector<int>& atRest() const { return m_atRest; }

private:
    void watch(const PropertyCode& property, int code)
    {
        m_code = code;
        for (const int lock : property.lockCells)
            reads(lock);
        for (const ClauseInfo& clause : property.clauses) {
            watch(clause.must);
            for (const ClauseInfo::Rule& rule : clause.rules)
                if (rule.condition.begin >= 0)
                    watch(rule.condition);
        }
    }
    void watch(const Formula& formula)
    {
        int last = formula.begin;
        reads(formula.result);
        for (int at = formula.begin;; ++at) {
            const Instruction& i = m_model.code[std::size_t(at)];
            const bool computes = i.op <= Op::JumpIfNot || i.op == Op::IsFreed || i.op == Op::Exists;
            if (!computes && i.op != Op::Load && at >= last)
                return;
            if (i.op == Op::Jump || i.op == Op::JumpIfZero || i.op == Op::JumpIfNot)
                last = std::max(last, int(i.target));
            for (const Address address : {i.a, i.b, i.c})
                reads(address);
            if (i.op == Op::Load)
                readsAll(m_model.types[std::size_t(m_model.fields[std::size_t(i.field)].type)], m_model.fields[std::size_t(i.field)].offset);
            else if (i.op == Op::IsFreed || i.op == Op::Exists)
                readsAll(m_model.types[std::size_t(i.field)], 0);
        }
    }
    void readsAll(const TypeInfo& type, int offset)
    {
        for (int object = 0; object < type.objects; ++object) {
            const int status = m_model.objects[std::size_t(type.firstObject + object)].status;
            reads(status);
            reads(status + offset);
        }
    }
    void reads(int cell)
    {
        if (cell < 0 || cell >= m_model.stateBytes)
            return;
        std::vector<int>& readers = m_readers[std::size_t(cell)];
        if (readers.empty() || readers.back() != m_code)
            readers.push_back(m_code);
    }

    const Model& m_model;
    std::vector<std::vector<int>> m_readers;   ///< by cell
    std::vector<int> m_atRest;
    int m_code = 0;
};

} // namespace bindlab
