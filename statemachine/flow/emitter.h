/// Instructions, one behind the other, and the scratch cells they use.
#pragma once

#include "flow/addresses.h"
#include "flow/complaints.h"

namespace bindlab::compiling {

class Emitter {
public:
    Emitter(Model& model, Complaints& complaints);

    Instruction& emit(Op op, Address a = noValue, Address b = noValue, Address c = noValue);
    /// A jump whose target `land` sets. Returns its index.
    std::size_t emitJump(Op op, Address a = noValue);
    /// The jump leads to what is emitted next.
    void land(std::size_t jump);
    /// The next free cell for a value inside one statement.
    Address scratch();
    Address constant(int value);
    /// Index of the text in Model::messages.
    int message(const std::string& text);

    /// The place in Model::places that instructions belong to from here on; -1 for none.
    [[nodiscard]] int place() const { return m_place; }
    void setPlace(int place) { m_place = place; }
    /// What is emitted from here on is not told to whoever watches.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    [[nodiscard]] int scratchUsed() const { return m_scratchUsed; }
    void setScratchUsed(int used) { m_scratchUsed = used; }
    /// Where a complaint about the size of the model points.
    [[nodiscard]] const Token& token() const { return m_token; }
    void setToken(const Token& token) { m_token = token; }
    /// There are more than so many of these: nothing is emitted any more, and that is said once.
    void giveUp(std::size_t most, const std::string& what);
    [[nodiscard]] bool tooLarge() const { return m_tooLarge; }

private:
    Model& m;
    Complaints& m_complaints;
    int m_place = -1;
    bool m_quiet = false;
    int m_scratchUsed = 0;
    bool m_tooLarge = false;
    Token m_token;
};

} // namespace bindlab::compiling
