#pragma once

#include "flow/program.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace bindlab {

/// What a step depends on and what it changes, noted while it is taken: the same questions with the same answers make the same
/// step.
class Footprint {
public:
    /// A question that a step asks of the state before it.
    struct Question {
        enum class Kind : std::uint8_t {
            Cell,          ///< the value of cell `at`
            IsDone,        ///< whether thread `at` has come to its end
            InUserSpace,   ///< whether thread `at` is between calls
            Holds,         ///< whether thread `slot` holds the lock in cell `at`; `type` is 1 for an rwsem
            Names          ///< whether a local of thread `at`, where it stands, points to object `slot` of struct `type`
        };
        Kind kind = Kind::Cell;
        std::int8_t slot = 0;
        std::int16_t at = 0;
        std::int16_t type = 0;
        bool operator==(const Question&) const = default;
    };
    struct Asked {
        Question question;
        std::int8_t answer = 0;
        bool operator==(const Asked&) const = default;
    };

    explicit Footprint(std::size_t cells) : m_known(cells, 0) {}

    void clear()
    {
        for (const Asked& asked : m_asked)
            if (asked.question.kind == Question::Kind::Cell)
                m_known[std::size_t(asked.question.at)] = 0;
        for (const Address cell : m_written)
            m_known[std::size_t(cell)] = 0;
        m_asked.clear();
        m_written.clear();
    }
    /// Cells beyond those of the state are the step's own affair.
    void read(std::size_t cell, std::int8_t value)
    {
        if (cell < m_known.size() && m_known[cell] == 0) {
            m_known[cell] = 1;
            m_asked.push_back({{Question::Kind::Cell, 0, std::int16_t(cell), 0}, value});
        }
    }
    void write(std::size_t cell)
    {
        if (cell < m_known.size() && m_known[cell] != 2) {
            m_known[cell] = 2;
            m_written.push_back(Address(cell));
        }
    }
    void ask(const Question& question, bool answer)
    {
        if (std::none_of(m_asked.begin(), m_asked.end(), [&](const Asked& asked) { return asked.question == question; }))
            m_asked.push_back({question, answer});
    }

    /// Then its value follows from what was asked before.
    [[nodiscard]] bool wasWritten(std::size_t cell) const { return m_known[cell] == 2; }

    [[nodiscard]] const std::vector<Asked>& asked() const { return m_asked; }       ///< each once, in order
    [[nodiscard]] const std::vector<Address>& written() const { return m_written; } ///< each once

private:
    std::vector<std::uint8_t> m_known;   ///< by cell: 1 once it was read, 2 once it was written
    std::vector<Asked> m_asked;
    std::vector<Address> m_written;
};

/// The memory that instructions address. What they read and write is noted for whoever wants to know.
class Cells {
public:
    class Ref {
    public:
        Ref(Cells& cells, std::size_t at) : m_cells(cells), m_at(at) {}
        Ref(const Ref&) = default;
        operator std::int8_t() const { return m_cells.get(m_at); }
        Ref& operator=(std::int8_t value)
        {
            m_cells.set(m_at, value);
            return *this;
        }
        Ref& operator=(const Ref& other) { return *this = std::int8_t(other); }

    private:
        Cells& m_cells;
        std::size_t m_at;
    };

    explicit Cells(std::size_t size) : m_cells(size, 0) {}

    void watch(Footprint* footprint) { m_footprint = footprint; }
    [[nodiscard]] Footprint* footprint() const { return m_footprint; }

    [[nodiscard]] std::int8_t get(std::size_t at)
    {
        if (m_footprint)
            m_footprint->read(at, m_cells[at]);
        return m_cells[at];
    }
    void set(std::size_t at, std::int8_t value)
    {
        if (m_footprint)
            m_footprint->write(at);
        m_cells[at] = value;
    }
    void fill(std::size_t at, int count, std::int8_t value)
    {
        for (int i = 0; i < count; ++i)
            set(at + std::size_t(i), value);
    }
    [[nodiscard]] Ref operator[](std::size_t at) { return {*this, at}; }
    /// Not noted: of the state that is looked at, not of a step.
    [[nodiscard]] std::int8_t operator[](std::size_t at) const { return m_cells[at]; }

    [[nodiscard]] std::int8_t* data() { return m_cells.data(); }
    [[nodiscard]] const std::int8_t* data() const { return m_cells.data(); }
    [[nodiscard]] std::size_t size() const { return m_cells.size(); }

private:
    std::vector<std::int8_t> m_cells;
    Footprint* m_footprint = nullptr;
};

} // namespace bindlab
