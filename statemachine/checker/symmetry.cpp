#include "checker/symmetry.h"

#include "world/lock_cells.h"

#include <algorithm>
#include <map>
#include <set>

namespace bindlab {

namespace {

/// Whether two threads of a model have the same code, but for where it lies and where its locals lie.
class Likeness {
public:
    Likeness(const Model& model, int one, int other)
        : m_model(model), m_one(model.threads[std::size_t(one)]), m_other(model.threads[std::size_t(other)]), m_numbers{one, other}
    {
    }

    [[nodiscard]] bool holds()
    {
        if (m_one.epilogue != m_other.epilogue || m_one.localCells != m_other.localCells || m_one.end - m_one.begin != m_other.end - m_other.begin)
            return false;
        for (int at = 0; at <= m_one.end - m_one.begin; ++at)
            if (!sameInstruction(at))
                return false;
        return true;
    }

private:
    [[nodiscard]] const Instruction& ofOne(int at) const { return m_model.code[std::size_t(m_one.begin + at)]; }
    [[nodiscard]] const Instruction& ofOther(int at) const { return m_model.code[std::size_t(m_other.begin + at)]; }

    [[nodiscard]] bool sameInstruction(int at)
    {
        const Instruction& one = ofOne(at);
        const Instruction& other = ofOther(at);
        if (one.op != other.op || one.begins != other.begins || one.quiet != other.quiet || one.event != other.event || !samePlace(one.place, other.place))
            return false;
        const bool countsCells = one.op == Op::Clear;
        if (!sameAddress(one.a, other.a, false) || !(countsCells ? one.b == other.b : sameAddress(one.b, other.b, saysWhoDies(at)))
            || !sameAddress(one.c, other.c, saysWhoDies(at)))
            return false;
        switch (one.op) {
        case Op::EnterCall:
        case Op::ReturnFromCall: return sameCall(one.field, other.field);
        case Op::Warn: return message(one.field) == message(other.field);
        case Op::Broken: return one.field == other.field && message(one.target) == message(other.target);
        case Op::Choose:
        case Op::ChooseLeft:
            for (int i = 0; i < one.field; ++i)
                if (message(one.target + i) != message(other.target + i))
                    return false;
            return one.field == other.field;
        case Op::Jump:
        case Op::JumpIfZero:
        case Op::JumpIfNot:
        case Op::WaitOrTimeOut: return one.field == other.field && one.target - m_one.begin == other.target - m_other.begin;
        default: return one.field == other.field && one.target == other.target;
        }
    }

    /// A thread that puts a file for the last time writes its number there, and looks for it when it returns to user space.
    [[nodiscard]] bool saysWhoDies(int at) const
    {
        const auto isOfFile = [&](const Instruction& i, Op op) { return i.op == op && m_model.fields[std::size_t(i.field)].name == "dying"; };
        if (ofOne(at).op == Op::Store)
            return isOfFile(ofOne(at), Op::Store);
        return ofOne(at).op == Op::Equal && at > 0 && isOfFile(ofOne(at - 1), Op::Load) && ofOne(at).b == ofOne(at - 1).a;
    }

    [[nodiscard]] bool sameAddress(Address one, Address other, bool mayBeNumber)
    {
        const int scratch = m_model.stateBytes;
        const int constants = scratch + m_model.scratchCells;
        if (one >= constants && other >= constants) {
            const int valueOfOne = m_model.constants[std::size_t(one - constants)];
            const int valueOfOther = m_model.constants[std::size_t(other - constants)];
            return valueOfOne == valueOfOther || (mayBeNumber && valueOfOne == m_numbers[0] + 1 && valueOfOther == m_numbers[1] + 1);
        }
        if (one >= constants || other >= constants)
            return false;
        if (one >= scratch && other >= scratch) {
            // Scratch holds a value inside one statement only, so any will do as long as it is the same one throughout.
            const auto there = m_there.try_emplace(one, other).first;
            const auto back = m_back.try_emplace(other, one).first;
            return there->second == other && back->second == one;
        }
        const int firstOwn = m_model.threads.front().pc;
        if (one < firstOwn || other < firstOwn || one >= scratch || other >= scratch)
            return one == other;
        return one - m_one.pc == other - m_other.pc && one >= m_one.pc && one < m_one.pc + ownCells(m_one);
    }

    [[nodiscard]] bool samePlace(int one, int other) const
    {
        if (one < 0 || other < 0)
            return one == other;
        const PlaceInfo& placeOfOne = m_model.places[std::size_t(one)];
        const PlaceInfo& placeOfOther = m_model.places[std::size_t(other)];
        return placeOfOne.text == placeOfOther.text && placeOfOne.label == placeOfOther.label && sameContext(placeOfOne.context, placeOfOther.context);
    }
    [[nodiscard]] bool sameContext(int one, int other) const
    {
        for (; one >= 0 && other >= 0; one = m_model.contexts[std::size_t(one)].caller, other = m_model.contexts[std::size_t(other)].caller)
            if (m_model.contexts[std::size_t(one)].flow != m_model.contexts[std::size_t(other)].flow)
                return false;
        return one < 0 && other < 0;
    }
    [[nodiscard]] bool sameCall(int one, int other) const
    {
        const CallInfo& callOfOne = m_model.calls[std::size_t(one)];
        const CallInfo& callOfOther = m_model.calls[std::size_t(other)];
        return callOfOne.name == callOfOther.name && callOfOne.file == callOfOther.file && callOfOne.errnos == callOfOther.errnos
            && callOfOne.namesErrnos == callOfOther.namesErrnos;
    }
    [[nodiscard]] const std::string& message(int index) const
    {
        static const std::string none;
        return index < 0 ? none : m_model.messages[std::size_t(index)];
    }

public:
    /// The program counter, the locals, and what else is one thread's own.
    [[nodiscard]] static int ownCells(const ThreadInfo& thread) { return 2 + thread.localCells + int(thread.overlapped >= 0) + int(thread.killed >= 0); }

private:
    const Model& m_model;
    const ThreadInfo& m_one;
    const ThreadInfo& m_other;
    std::array<int, 2> m_numbers;
    std::map<Address, Address> m_there;
    std::map<Address, Address> m_back;
};

int pcOf(std::span<const std::int8_t> cells, const ThreadInfo& thread)
{
    return (int(std::uint8_t(cells[std::size_t(thread.pc)])) | int(std::uint8_t(cells[std::size_t(thread.pc) + 1])) << 8) - thread.begin;
}

unsigned exchangedBits(unsigned mask, const Symmetry::Exchange& exchanged)
{
    unsigned result = 0;
    for (unsigned thread = 0; mask >> thread != 0; ++thread)
        if (mask >> thread & 1u)
            result |= 1u << exchanged[thread];
    return result;
}

} // namespace

Symmetry::Symmetry(const Model& model) : m_model(model), m_places(model.places.size())
{
    for (std::size_t place = 0; place < m_places.size(); ++place)
        m_places[place] = int(place);
    const int threads = int(std::min(model.threads.size(), mostThreads));
    std::set<int> taken;
    for (int first = 0; first < threads; ++first) {
        if (taken.contains(first) || isNamed(first))
            continue;
        std::vector<int> group{first};
        for (int other = first + 1; other < threads; ++other)
            if (!taken.contains(other) && !isNamed(other) && Likeness(model, first, other).holds())
                group.push_back(other);
        if (group.size() < 2)
            continue;
        taken.insert(group.begin(), group.end());
        const ThreadInfo& like = model.threads[std::size_t(first)];
        for (const int member : group)
            for (int at = 0; at <= like.end - like.begin; ++at)
                if (const int place = model.code[std::size_t(model.threads[std::size_t(member)].begin + at)].place; place >= 0)
                    m_places[std::size_t(place)] = model.code[std::size_t(like.begin + at)].place;
        m_groups.push_back(std::move(group));
    }
    if (!any())
        return;
    m_named.push_back({model.lost, false});
    for (const Model::LockRef& lock : model.locks)
        m_named.push_back({model.address(lock.object, lock.field), model.fields[std::size_t(lock.field)].kind == CellKind::ReadWriteLock});
    for (std::size_t object = 0; object < model.objects.size(); ++object)
        for (const int field : model.types[std::size_t(model.objects[object].type)].fields)
            if (model.fields[std::size_t(field)].name == "dying")
                m_named.push_back({model.address(int(object), field), false});
}

bool Symmetry::isNamed(int thread) const
{
    const ThreadInfo& info = m_model.threads[std::size_t(thread)];
    const auto isOwn = [&](Address address) { return address >= info.pc && address < info.pc + Likeness::ownCells(info); };
    for (std::size_t at = 0; at < m_model.code.size(); ++at) {
        const Instruction& i = m_model.code[at];
        if ((i.op == Op::Kill || i.op == Op::IsDone) && i.field == thread)
            return true;
        const bool itself = int(at) >= info.begin && int(at) <= info.end;
        if (!itself && (isOwn(i.a) || (i.op != Op::Clear && isOwn(i.b)) || isOwn(i.c)))
            return true;
    }
    return false;
}

int Symmetry::compare(std::span<const std::int8_t> cells, int one, int other) const
{
    const ThreadInfo& infoOfOne = m_model.threads[std::size_t(one)];
    const ThreadInfo& infoOfOther = m_model.threads[std::size_t(other)];
    if (const int difference = pcOf(cells, infoOfOne) - pcOf(cells, infoOfOther); difference != 0)
        return difference;
    for (int cell = 2; cell < Likeness::ownCells(infoOfOne); ++cell)
        if (const int difference = cells[std::size_t(infoOfOne.pc + cell)] - cells[std::size_t(infoOfOther.pc + cell)]; difference != 0)
            return difference;
    for (const Named& named : m_named) {
        const std::int8_t* cell = &cells[std::size_t(named.cell)];
        if (const int difference = int(holderOf(cell[0]) == one) - int(holderOf(cell[0]) == other); difference != 0)
            return difference;
        if (!named.readWrite)
            continue;
        for (const int mask : {readersCell, waitersCell})
            if (const int difference = int(bits(cell + mask) >> one & 1u) - int(bits(cell + mask) >> other & 1u); difference != 0)
                return difference;
    }
    return 0;
}

bool Symmetry::exchange(std::span<std::int8_t> cells, Exchange& exchanged) const
{
    exchanged = nobody;
    bool any = false;
    for (const std::vector<int>& group : m_groups) {
        std::array<int, mostThreads> order{};
        std::ranges::copy(group, order.begin());
        const auto end = order.begin() + std::ptrdiff_t(group.size());
        const auto comesFirst = [&](int one, int other) { return compare(cells, one, other) < 0; };
        if (std::is_sorted(order.begin(), end, comesFirst))
            continue;
        std::stable_sort(order.begin(), end, comesFirst);
        for (std::size_t i = 0; i < group.size(); ++i)
            exchanged[std::size_t(order[i])] = std::uint8_t(group[i]);
        any = true;
    }
    if (!any)
        return false;
    const std::vector<std::int8_t> before(cells.begin(), cells.end());
    for (const std::vector<int>& group : m_groups)
        for (const int member : group) {
            const ThreadInfo& from = m_model.threads[std::size_t(member)];
            const ThreadInfo& to = m_model.threads[std::size_t(exchanged[std::size_t(member)])];
            const int pc = pcOf(before, from) + to.begin;
            std::copy_n(before.begin() + from.pc, Likeness::ownCells(from), cells.begin() + to.pc);
            cells[std::size_t(to.pc)] = std::int8_t(pc & 0xff);
            cells[std::size_t(to.pc) + 1] = std::int8_t(pc >> 8);
        }
    for (const Named& named : m_named) {
        std::int8_t* cell = &cells[std::size_t(named.cell)];
        if (const int holder = holderOf(cell[0]); holder >= 0)
            cell[0] = std::int8_t(cell[0] - holder + exchanged[std::size_t(holder)]);
        if (named.readWrite)
            for (const int mask : {readersCell, waitersCell})
                setBits(cell + mask, exchangedBits(bits(cell + mask), exchanged));
    }
    return true;
}

std::vector<std::string> Symmetry::sentences() const
{
    std::vector<std::string> sentences;
    for (const std::vector<int>& group : m_groups) {
        std::string names;
        for (std::size_t i = 0; i < group.size(); ++i)
            names += (i == 0 ? "" : i + 1 == group.size() ? " and " : ", ") + m_model.threads[std::size_t(group[i])].name;
        sentences.push_back(names + " do the same: of states that differ only in which of them is which, one was looked at");
    }
    return sentences;
}

} // namespace bindlab
