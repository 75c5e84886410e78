#include "world/interpreter.h"
#include "world/lock_cells.h"
#include "world/named_slot.h"

/// What a state answers to the questions of a step: where its threads are, who holds a lock, what locals point to.
namespace bindlab {

namespace {

int pcOf(const Model& model, const std::int8_t* cells, int thread)
{
    const auto at = std::size_t(model.threads[std::size_t(thread)].pc);
    return int(std::uint8_t(cells[at])) | int(std::uint8_t(cells[at + 1])) << 8;
}

/// Whether the thread holds the lock in this cell: a mutex, an rwsem for writing or for reading.
bool holds(const std::int8_t* cells, int cell, bool readWrite, int thread)
{
    return cells[cell] == thread + 1 || (readWrite && (bits(cells + cell + readersCell) >> thread & 1u));
}

} // namespace

bool inUserSpace(const Model& model, int instruction)
{
    const Instruction& next = model.code[std::size_t(instruction)];
    switch (next.op) {
    case Op::EnterCall:
    case Op::WaitForOthers:
    case Op::End:
        return true;
    default: // between calls
        return next.place >= 0 && model.contexts[std::size_t(model.places[std::size_t(next.place)].context)].flow < 0;
    }
}

std::int8_t answerTo(const Model& model, const Footprint::Question& question, const std::int8_t* cells)
{
    const auto next = [&]() -> const Instruction& { return model.code[std::size_t(pcOf(model, cells, question.at))]; };
    switch (question.kind) {
    case Footprint::Question::Kind::Cell: return cells[question.at];
    case Footprint::Question::Kind::IsDone: return next().op == Op::End;
    case Footprint::Question::Kind::InUserSpace: return inUserSpace(model, pcOf(model, cells, question.at));
    case Footprint::Question::Kind::Holds: return holds(cells, question.at, question.type != 0, question.slot);
    case Footprint::Question::Kind::Names: return namesSlot(model, cells, next().place, question.type, question.slot);
    }
    return 0;
}

bool Interpreter::ask(const Footprint::Question& question) const
{
    const bool answer = answerTo(m_model, question, m_cells.data()) != 0;
    if (Footprint* footprint = m_cells.footprint()) {
        // What this very step has written is no question to the state before it.
        const bool ofLock = question.kind == Footprint::Question::Kind::Holds;
        const auto first = std::size_t(ofLock ? question.at : m_model.threads[std::size_t(question.at)].pc);
        const std::size_t cells = ofLock ? question.type != 0 ? std::size_t(readersCell) + 2 : 1 : 2;
        std::size_t written = 0;
        for (std::size_t cell = first; cell < first + cells; ++cell)
            written += footprint->wasWritten(cell);
        if (written == 0)
            footprint->ask(question, answer);
        else if (written < cells)
            for (std::size_t cell = first; cell < first + cells; ++cell)
                footprint->read(cell, m_cells.data()[cell]);
    }
    return answer;
}

int Interpreter::pc(int thread) const { return pcOf(m_model, m_cells.data(), thread); }

bool Interpreter::inUserSpace(int thread) const { return ask({Footprint::Question::Kind::InUserSpace, 0, std::int16_t(thread), 0}); }

bool Interpreter::isDone(int thread) const { return ask({Footprint::Question::Kind::IsDone, 0, std::int16_t(thread), 0}); }

bool Interpreter::atRest() const
{
    for (int t = 0; t < int(m_model.threads.size()); ++t)
        if (!inUserSpace(t))
            return false;
    return true;
}

bool Interpreter::ended() const
{
    for (int t = 0; t < int(m_model.threads.size()); ++t)
        if (!isDone(t))
            return false;
    return true;
}

} // namespace bindlab
