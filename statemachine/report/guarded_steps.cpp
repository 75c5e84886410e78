#include "report/guarded_steps.h"

#include "world/interpreter.h"
#include "world/lock_cells.h"
#include "world/object_status.h"
#include "world/step.h"

#include "flow/errno_names.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace bindlab {

namespace {

constexpr int maxInstructionsPerStep = 20000;
constexpr std::size_t maxPathsPerPlace = 50000;
constexpr int largestJoined = 60;   ///< words of a value that is chosen between two ways
/// So often counters may grow by one before they are taken to hold anything.
constexpr int roundsBeforeWidening = 16;

int theOnly(const ValueSet& values) { return int(values._Find_first()) - 128; }

/// What stands in the way of writing a model as guarded steps.
struct Obstacle {
    std::string sentence;
};

/// A question that the path so far leaves open. It is thrown, the path is taken up again before the instruction that
/// asked, once for each answer; then the same question is no question any more.
struct Fork {
    std::vector<std::pair<int, bool>> answers;   ///< a truth, and whether it holds
};

/// Where no run comes: what cells can hold is known one by one, not together.
struct Unreal {
};

/// One way through one step, as far as it has been followed.
struct Path {
    int pc = 0;
    int instructions = 0;
    bool stepped = false;
    bool chose = false;
    int atomic = 0;
    int begin = 0;                    ///< instruction the step began with
    std::map<int, int> memory;        ///< by address, terms of what was written
    std::map<int, bool> known;        ///< truths over several cells that were decided
    std::map<int, ValueSet> among;    ///< by cell: what it held before, as far as that is known
    int thread = 0;
    int from = 0;
    int choice = 0;
    int place = -1;
    bool timeOut = false;
    bool lost = false;
    std::set<int> killed;
    std::map<int, int> broken;        ///< by property: the truth that this step breaks it
};

class Unfolding {
public:
    explicit Unfolding(const Model& model) : m_model(model), m_widest(widestValues(model)), m_mine(ownLockValues(model))
    {
        m_out.places.resize(model.threads.size());
        const State start = initialState(model);
        m_out.initial.assign(start.begin(), start.end());
        m_out.lost = model.lost;
        for (const ThreadInfo& thread : model.threads) {
            const int at = placeIn(start, thread);
            m_out.initial.push_back(inUserSpace(model, at));
            m_out.initial.push_back(isEnd(at));
        }
        for (const int value : m_out.initial)
            m_out.values.push_back(only(value));
        for (std::size_t t = 0; t < model.threads.size(); ++t) {
            m_out.start.push_back(placeIn(start, model.threads[t]));
            std::map<int, ValueSet>& locals = m_out.places[t][m_out.start.back()];
            for (int cell = model.threads[t].locals; cell < model.threads[t].locals + model.threads[t].localCells; ++cell)
                locals[cell] = m_out.values[std::size_t(cell)];
        }
    }

    GuardedSteps run()
    {
        // What can happen depends on what cells can hold, and the other way round: from nothing up, until it fits.
        do {
            ++m_round;
            m_grew = false;
            for (std::size_t t = 0; t < m_model.threads.size(); ++t)
                for (const auto& [cell, mine] : m_mine[t])
                    growAt(int(t), m_out.start[t], cell, m_out.values[std::size_t(cell)] & (m_round == 1 ? ~ValueSet() : ~mine));
            for (std::size_t t = 0; t < m_model.threads.size(); ++t)
                for (auto at = m_out.places[t].begin(); at != m_out.places[t].end(); ++at) // it grows on the way
                    stepsFrom(int(t), at->first);
        } while (m_grew);
        for (auto& [place, looked] : m_looked)
            std::ranges::move(looked.steps, std::back_inserter(m_out.steps));
        m_out.names = cellNames(m_model);
        m_out.broken.assign(m_model.properties.size(), terms().number(0));
        int ended = terms().number(1);
        int rest = terms().number(1);
        for (std::size_t t = 0; t < m_model.threads.size(); ++t) {
            ended = terms().both(ended, cellTerm(m_out.isDone(int(t))));
            rest = terms().both(rest, cellTerm(m_out.inUserSpace(int(t))));
        }
        // Where memory is spoilt shows by the state, which is shorter than all steps that do it, unless that has two reasons.
        if (const int property = findProperty(m_model, "I3"); property >= 0 && !m_hasNoRoom) {
            m_out.broken[std::size_t(property)] = terms().truth(cellTerm(m_out.lost));
            for (GuardedStep& step : m_out.steps)
                step.breaks.erase(property);
        }
        for (const PropertyCode& code : m_model.propertyCode) {
            int& broken = m_out.broken[std::size_t(code.property)];
            broken = terms().any(broken, brokenBy(code, rest, ended));
        }
        m_out.over = terms().any(ended, terms().truth(cellTerm(m_out.lost)));
        return std::move(m_out);
    }

private:
    Terms& terms() { return m_out.terms; }

    static int placeIn(const State& state, const ThreadInfo& thread)
    {
        return int(std::uint8_t(state[std::size_t(thread.pc)])) | int(std::uint8_t(state[std::size_t(thread.pc) + 1])) << 8;
    }
    [[nodiscard]] bool isEnd(int at) const { return m_model.code[std::size_t(at)].op == Op::End; }

    // --- what is known of terms --------------------------------------------------------------------------------

    int cellTerm(int cell)
    {
        const ValueSet& values = m_out.values[std::size_t(cell)];
        return values.count() == 1 ? terms().number(m_out.initial[std::size_t(cell)]) : terms().cell(cell);
    }

    [[nodiscard]] const ValueSet& amongOf(const Path& path, int cell) const
    {
        const auto found = path.among.find(cell);
        if (found != path.among.end())
            return found->second;
        m_consulted.insert(cell);
        return m_out.valuesAt(path.thread, path.from, cell);
    }

    /// The cell that a term looks at; noCell or severalCells. Where a thread is looks at no single one.
    int cellOf(int term)
    {
        for (int known = int(m_cellOf.size()); known <= term; ++known) {
            const Terms::Term t = terms()[known];
            const auto both = [&](int one, int other) { return one == noCell || one == other ? other : other == noCell ? one : severalCells; };
            switch (t.kind) {
            case Terms::Kind::Number: m_cellOf.push_back(noCell); break;
            case Terms::Kind::Cell: m_cellOf.push_back(t.a); break;
            case Terms::Kind::IsAt: m_cellOf.push_back(severalCells); break;
            case Terms::Kind::Not: m_cellOf.push_back(m_cellOf[std::size_t(t.a)]); break;
            case Terms::Kind::Either:
                m_cellOf.push_back(both(m_cellOf[std::size_t(t.c)], both(m_cellOf[std::size_t(t.a)], m_cellOf[std::size_t(t.b)])));
                break;
            default: m_cellOf.push_back(both(m_cellOf[std::size_t(t.a)], m_cellOf[std::size_t(t.b)]));
            }
        }
        return m_cellOf[std::size_t(term)];
    }

    /// The value of a term that looks at one cell only.
    int valueAt(int term, int value)
    {
        const Terms::Term t = terms()[term];
        switch (t.kind) {
        case Terms::Kind::Number: return t.a;
        case Terms::Kind::Cell: return value;
        case Terms::Kind::Add: return std::int8_t(valueAt(t.a, value) + valueAt(t.b, value));
        case Terms::Kind::Subtract: return std::int8_t(valueAt(t.a, value) - valueAt(t.b, value));
        case Terms::Kind::Equal: return valueAt(t.a, value) == valueAt(t.b, value);
        case Terms::Kind::Less: return valueAt(t.a, value) < valueAt(t.b, value);
        case Terms::Kind::Not: return valueAt(t.a, value) == 0;
        case Terms::Kind::And: return valueAt(t.a, value) != 0 && valueAt(t.b, value) != 0;
        case Terms::Kind::Or: return valueAt(t.a, value) != 0 || valueAt(t.b, value) != 0;
        case Terms::Kind::Either: return valueAt(t.a, value) != 0 ? valueAt(t.b, value) : valueAt(t.c, value);
        case Terms::Kind::IsAt: break;
        }
        assert(false && "where a thread is looks at no cell");
        return 0;
    }

    ValueSet possible(const Path& path, int term)
    {
        const int cell = cellOf(term);
        if (cell == noCell)
            return only(valueAt(term, 0));
        ValueSet values;
        if (cell != severalCells) {
            const ValueSet& among = amongOf(path, cell);
            for (int v = -128; v < 128; ++v)
                if (among[std::size_t(v + 128)])
                    values.set(std::size_t(valueAt(term, v) + 128));
            return values;
        }
        const Terms::Term t = terms()[term];
        if (terms().isTruth(term)) {
            const auto known = decided(path, term);
            return known ? only(*known) : only(0) | only(1);
        }
        if (t.kind == Terms::Kind::Either) {
            const auto known = decided(path, t.a);
            return (known == false ? ValueSet() : possible(path, t.b)) | (known == true ? ValueSet() : possible(path, t.c));
        }
        const ValueSet first = possible(path, t.a);
        const ValueSet second = possible(path, t.b);
        for (int a = -128; a < 128; ++a)
            for (int b = -128; b < 128; ++b)
                if (first[std::size_t(a + 128)] && second[std::size_t(b + 128)])
                    values.set(std::size_t(std::int8_t(t.kind == Terms::Kind::Add ? a + b : a - b) + 128));
        return values;
    }

    std::optional<bool> decided(const Path& path, int truth)
    {
        if (const auto known = path.known.find(truth); known != path.known.end())
            return known->second;
        const Terms::Term t = terms()[truth];
        if (cellOf(truth) != severalCells) {
            const ValueSet values = possible(path, truth);
            return values.count() == 1 ? std::optional(!values[128]) : std::nullopt;
        }
        if (t.kind == Terms::Kind::Not) {
            const auto inner = decided(path, t.a);
            return inner ? std::optional(!*inner) : std::nullopt;
        }
        if (t.kind == Terms::Kind::And || t.kind == Terms::Kind::Or) {
            const bool settles = t.kind == Terms::Kind::Or;
            const auto first = decided(path, t.a);
            const auto second = decided(path, t.b);
            if (first == settles || second == settles)
                return settles;
            return first && second ? std::optional(!settles) : std::nullopt;
        }
        if (t.kind == Terms::Kind::Equal && (possible(path, t.a) & possible(path, t.b)).none())
            return false;
        return std::nullopt;
    }

    /// Goes on with an answer. False when it cannot be.
    bool assume(Path& path, int truth, bool holds)
    {
        if (const auto known = decided(path, truth))
            return *known == holds;
        const Terms::Term t = terms()[truth];
        if (t.kind == Terms::Kind::Not)
            return assume(path, t.a, !holds);
        if (t.kind == (holds ? Terms::Kind::And : Terms::Kind::Or))
            return assume(path, t.a, holds) && assume(path, t.b, holds);
        if (const int cell = cellOf(truth); cell != noCell && cell != severalCells) {
            ValueSet among = amongOf(path, cell);
            for (int v = -128; v < 128; ++v)
                if (among[std::size_t(v + 128)] && (valueAt(truth, v) != 0) != holds)
                    among.reset(std::size_t(v + 128));
            path.among[cell] = among;
            return among.any();
        }
        path.known[truth] = holds;
        return true;
    }

    // --- what a step does, as Interpreter does it ------------------------------------------------------------------

    bool holds(const Path& path, int term)
    {
        const int truth = terms().truth(term);
        if (const auto known = decided(path, truth))
            return *known;
        throw Fork{{{truth, true}, {truth, false}}};
    }

    int valueOf(const Path& path, int term)
    {
        const ValueSet values = possible(path, term);
        Fork fork;
        int last = 0;
        for (int v = -128; v < 128; ++v) {
            if (!values[std::size_t(v + 128)])
                continue;
            const int isValue = terms().equal(term, terms().number(v));
            const auto known = decided(path, isValue);
            if (known == true)
                return v;
            if (!known) {
                fork.answers.emplace_back(isValue, true);
                last = v;
            }
        }
        if (fork.answers.size() == 1)
            return last;
        throw fork;
    }

    int read(const Path& path, int address)
    {
        if (const auto written = path.memory.find(address); written != path.memory.end())
            return written->second;
        if (address >= m_model.stateBytes) {
            const int constant = address - m_model.stateBytes - m_model.scratchCells;
            if (constant < 0)
                throw Obstacle{"a step reads a value that an earlier step has computed and not kept"};
            return terms().number(m_model.constants[std::size_t(constant)]);
        }
        return readCell(path, address);
    }

    /// A cell of the state, or one of those beside it.
    int readCell(const Path& path, int cell)
    {
        if (const auto written = path.memory.find(besides(cell)); written != path.memory.end())
            return written->second;
        m_consulted.insert(cell);
        const ValueSet& values = m_out.valuesAt(path.thread, path.from, cell);
        return values.count() == 1 ? terms().number(theOnly(values)) : terms().cell(cell);
    }

    /// Addresses of scratch follow those of the state; the cells beside it are kept out of their way.
    [[nodiscard]] int besides(int cell) const { return cell < m_model.stateBytes ? cell : -1 - cell; }
    void write(Path& path, int address, int term) { path.memory[address] = term; }
    void writeCell(Path& path, int cell, int term) { path.memory[besides(cell)] = term; }

    /// Sets a cell of an object that comes or goes, whatever it held.
    void clear(Path& path, int cell, std::int8_t value)
    {
        if (m_clears[cell].insert(path.thread).second) {
            m_grew = true;
            m_grownAt[{-1, -1, cell}] = ++m_clock;
        }
        writeCell(path, cell, terms().number(value));
    }

    [[nodiscard]] int statusCell(int object) const { return m_model.objects[std::size_t(object)].status; }
    int isAlive(int status)
    {
        return terms().both(terms().truth(status), terms().inverse(terms().equal(status, terms().number(statusFreed))));
    }

    /// Memory is spoilt, which breaks I3.
    void lose(Path& path)
    {
        path.lost = true;
        breaks(path, "I3", terms().number(1));
    }
    void breaks(Path& path, std::string_view id, int truth) { breaks(path, findProperty(m_model, id), truth); }
    void breaks(Path& path, int property, int truth)
    {
        if (property >= 0 && !terms().isNumber(truth, 0))
            path.broken[property] = path.broken.contains(property) ? terms().any(path.broken[property], truth) : truth;
    }

    /// The object a pointer names, or -1 when memory is lost by following it.
    int objectAt(Path& path, int pointer, int type)
    {
        const int value = valueOf(path, read(path, pointer));
        if (value < 0 || value > m_model.types[std::size_t(type)].objects)
            throw Unreal();
        if (value > 0) {
            const int object = m_model.types[std::size_t(type)].firstObject + value - 1;
            if (holds(path, isAlive(readCell(path, statusCell(object)))))
                return object;
        }
        lose(path);
        return -1;
    }

    void checkGuard(Path& path, int object, int fieldIndex, bool write)
    {
        const FieldInfo& field = m_model.fields[std::size_t(fieldIndex)];
        if (field.guardLock < 0 || (field.guardForWrites && !write))
            return;
        const int isPublished = terms().equal(readCell(path, statusCell(object)), terms().number(statusLive));
        int owner = field.guardObject >= 0 ? field.guardObject : object;
        for (const int link : field.guardPath) {
            const int value = valueOf(path, readCell(path, m_model.address(owner, link)));
            if (value <= 0) {
                owner = -1;
                break;
            }
            owner = m_model.types[std::size_t(m_model.fields[std::size_t(link)].pointsTo)].firstObject + value - 1;
        }
        int isGuarded = terms().number(0);
        if (owner >= 0) {
            const int cell = m_model.address(owner, field.guardLock);
            isGuarded = isHeldBy(path, cell, path.thread);
            if (m_model.fields[std::size_t(field.guardLock)].kind == CellKind::ReadWriteLock && !write)
                isGuarded = terms().any(isGuarded, isBitSet(path, cell + readersCell, path.thread));
        }
        breaks(path, "I21", simplified(path, terms().both(isPublished, terms().inverse(isGuarded))));
    }

    /// The same truth, or a number where it is decided.
    int simplified(const Path& path, int truth)
    {
        const auto known = decided(path, truth);
        return known ? terms().number(*known) : truth;
    }

    int isHeldBy(const Path& path, int cell, int thread)
    {
        const int value = readCell(path, cell);
        return terms().any(terms().equal(value, terms().number(thread + 1)), terms().equal(value, terms().number(thread + 1 + leakedLock)));
    }

    /// Whether the bit of a thread is set in a pair of cells that has one for each.
    bool hasBit(const Path& path, int cells, int thread) { return holds(path, isBitSet(path, cells, thread)); }
    int isBitSet(const Path& path, int cells, int thread)
    {
        const int cell = readCell(path, cells + thread / 8);
        const ValueSet values = possible(path, cell);
        int isSet = terms().number(0);
        for (int v = -128; v < 128; ++v)
            if (values[std::size_t(v + 128)] && (unsigned(v) >> (thread % 8) & 1U))
                isSet = terms().any(isSet, terms().equal(cell, terms().number(v)));
        return isSet;
    }
    /// Sets a bit that is known not to be set, or takes one away that is.
    void flipBit(Path& path, int cells, int thread, bool on)
    {
        const int cell = cells + thread / 8;
        const int bit = terms().number(std::int8_t(1U << (thread % 8)));
        writeCell(path, cell, on ? terms().add(readCell(path, cell), bit) : terms().subtract(readCell(path, cell), bit));
    }

    enum class Taking : std::uint8_t { Taken, Not, Queued, Blocked, Lost };

    Taking takeLock(Path& path, const Instruction& i, int pointer)
    {
        const FieldInfo& field = m_model.fields[std::size_t(i.field)];
        const int object = objectAt(path, pointer, field.type);
        if (object < 0)
            return Taking::Lost;
        const int thread = path.thread;
        const int cell = m_model.address(object, i.field);
        const bool isRead = i.op == Op::DownRead || i.op == Op::TryDownRead || i.op == Op::DownReadKillable;
        const bool isTry = i.op == Op::TryLock || i.op == Op::TryDownRead || i.op == Op::TryDownWrite;
        const int nobodyWrites = terms().inverse(readCell(path, cell));
        if (field.kind != CellKind::ReadWriteLock) {
            if (!holds(path, nobodyWrites))
                return isTry ? Taking::Not : Taking::Blocked;
            writeCell(path, cell, terms().number(thread + 1));
            return Taking::Taken;
        }
        const auto none = [&](int cells) {
            return terms().both(terms().inverse(readCell(path, cells)), terms().inverse(readCell(path, cells + 1)));
        };
        if (isRead) {
            if (holds(path, nobodyWrites) && holds(path, none(cell + waitersCell)) && !hasBit(path, cell + readersCell, thread)) {
                flipBit(path, cell + readersCell, thread, true);
                return Taking::Taken;
            }
            return isTry ? Taking::Not : Taking::Blocked;
        }
        const bool waits = hasBit(path, cell + waitersCell, thread);
        if (holds(path, nobodyWrites) && holds(path, none(cell + readersCell))) {
            writeCell(path, cell, terms().number(thread + 1));
            if (waits)
                flipBit(path, cell + waitersCell, thread, false);
            return Taking::Taken;
        }
        if (isTry)
            return Taking::Not;
        if (waits)
            return Taking::Blocked;
        flipBit(path, cell + waitersCell, thread, true);
        return Taking::Queued;
    }

    [[nodiscard]] bool isInScope(int context, int place) const
    {
        int at = place < 0 ? -1 : m_model.places[std::size_t(place)].context;
        while (at >= 0 && at != context)
            at = m_model.contexts[std::size_t(at)].caller;
        return at >= 0;
    }

    /// Whether some local of a thread that it can still see names this slot.
    int isNamedByLocals(const Path& path, int thread, int type, int slot, int ownPlace)
    {
        const ThreadInfo& info = m_model.threads[std::size_t(thread)];
        int named = terms().number(0);
        for (int address = info.locals; address < info.locals + info.localCells; ++address) {
            const int equal = terms().equal(readCell(path, address), terms().number(slot));
            if (const auto known = decided(path, equal); known && !*known)
                continue;
            const Scopes& in = scopesOf(address, type);
            const auto sees = [&](int place) { return std::ranges::any_of(in.scopes, [&](int scope) { return isInScope(scope, place); }); };
            int seen = terms().number(0);
            if (thread == path.thread)
                seen = terms().number(sees(ownPlace));
            else if (!in.isOther && !in.scopes.empty()) // outside of its scope it is 0; at the end nothing is seen
                seen = terms().inverse(readCell(path, m_out.isDone(thread)));
            else
                seen = whereSeen(thread, address, type, sees);
            named = terms().any(named, terms().both(equal, seen));
        }
        return named;
    }

    /// Where a cell is a local that points to such a struct.
    struct Scopes {
        bool isOther = false;      ///< somewhere it is a local of another kind
        std::vector<int> scopes;   ///< indices into Model::contexts
    };
    const Scopes& scopesOf(int address, int type)
    {
        const auto [entry, isNew] = m_scopes.try_emplace({address, type});
        if (isNew)
            for (std::size_t c = 0; c < m_model.contexts.size(); ++c)
                for (const auto& local : m_model.contexts[c].locals)
                    if (local.address == address) {
                        const bool names = local.kind == CellKind::Pointer && local.pointsTo == type;
                        entry->second.isOther = entry->second.isOther || !names;
                        if (names)
                            entry->second.scopes.push_back(int(c));
                    }
        return entry->second;
    }
    /// That the thread stands where this local is seen. It holds until more places are known.
    template <typename Sees>
    int whereSeen(int thread, int address, int type, Sees sees)
    {
        auto& [places, term] = m_whereSeen[{address, type}];
        if (const std::size_t known = m_out.places[std::size_t(thread)].size(); places != known) {
            places = known;
            term = isWhere(thread, sees);
        }
        return term;
    }

    /// That a thread stands where `sees` holds of what it will do. What belongs together lies together.
    template <typename Sees>
    int isWhere(int thread, Sees sees)
    {
        int isThere = terms().number(0);
        const auto& places = m_out.places[std::size_t(thread)];
        const auto seesFrom = [&](const auto& place) { return sees(m_model.code[std::size_t(place.first)].place); };
        for (auto first = std::ranges::find_if(places, seesFrom); first != places.end();) {
            const auto end = std::find_if_not(first, places.end(), seesFrom);
            isThere = terms().any(isThere, terms().isAt(thread, first->first, std::prev(end)->first));
            first = std::find_if(end, places.end(), seesFrom);
        }
        return isThere;
    }

    bool allocate(Path& path, const Instruction& i)
    {
        const PoolInfo& pool = m_model.pools[std::size_t(i.field)];
        const TypeInfo& type = m_model.types[std::size_t(pool.type)];
        for (int slot = pool.first; slot < pool.first + pool.count; ++slot) {
            const int object = type.firstObject + slot - 1;
            const int status = readCell(path, statusCell(object));
            if (holds(path, isAlive(status)))
                continue;
            if (holds(path, terms().equal(status, terms().number(statusFreed)))) {
                int named = terms().number(0);
                for (const auto& ref : m_model.pointers)
                    if (m_model.fields[std::size_t(ref.field)].pointsTo == pool.type)
                        named = terms().any(named, terms().equal(readCell(path, m_model.address(ref.object, ref.field)), terms().number(slot)));
                for (int t = 0; t < int(m_model.threads.size()); ++t)
                    named = terms().any(named, isNamedByLocals(path, t, pool.type, slot, i.place));
                if (holds(path, named))
                    continue;
            }
            for (int cell = 0; cell < type.cells; ++cell)
                clear(path, statusCell(object) + cell, cell == 0 ? statusPrivate : std::int8_t(0));
            for (const int f : type.fields)
                if (const FieldInfo& field = m_model.fields[std::size_t(f)]; field.machine) {
                    std::vector<std::uint8_t> saved(std::size_t(field.cells), 0);
                    field.machine->initial(saved);
                    for (int cell = 0; cell < field.cells; ++cell)
                        writeCell(path, m_model.address(object, f) + cell, terms().number(saved[std::size_t(cell)]));
                }
            write(path, i.a, terms().number(slot));
            return true;
        }
        // No property is broken: the model has no room for what the kernel would have.
        path.lost = true;
        m_hasNoRoom = true;
        return false;
    }

    /// What an event carries: values beyond the last are the last.
    int payloadOf(const Path& path, int term, int last)
    {
        Fork fork;
        for (int payload = 0; payload <= last; ++payload) {
            int isIt = terms().number(1);
            if (last > 0)
                isIt = payload == 0 ? terms().lessOrEqual(term, terms().number(0))
                    : payload == last ? terms().lessOrEqual(terms().number(last), term) : terms().equal(term, terms().number(payload));
            const auto known = decided(path, isIt);
            if (known == true)
                return payload;
            if (!known)
                fork.answers.emplace_back(isIt, true);
        }
        throw fork;
    }

    /// A machine of which one byte can have several values becomes a table over that byte; of more, each case is a path.
    void fire(Path& path, const Instruction& i, int object)
    {
        const FieldInfo& field = m_model.fields[std::size_t(i.field)];
        const int cell = m_model.address(object, i.field);
        const int payload = payloadOf(path, read(path, i.c), int(field.machine->events()[i.event].payloads) - 1);
        std::vector<int> bytes;
        for (int k = 0; k < field.cells; ++k)
            bytes.push_back(readCell(path, cell + k));
        const auto isOpen = [&](int byte) { return possible(path, byte).count() > 1; };
        const auto open = std::ranges::find_if(bytes, isOpen);
        std::vector<std::uint8_t> saved;
        for (auto byte = bytes.begin(); byte != bytes.end(); ++byte)
            saved.push_back(byte == open ? std::uint8_t(0) : std::uint8_t(valueOf(path, *byte)));
        const ValueSet cases = open == bytes.end() ? only(0) : possible(path, *open);
        std::vector<int> after(bytes.size(), -1);
        int status = -1;
        for (int v = -128; v < 128; ++v) {
            if (!cases[std::size_t(v + 128)])
                continue;
            std::vector<std::uint8_t> there = saved;
            if (open != bytes.end())
                there[std::size_t(open - bytes.begin())] = std::uint8_t(v);
            if (there[0] >= field.machine->states().size())
                continue;
            const std::vector<std::uint8_t> before = there;
            const Outcome outcome = field.machine->fire(there, i.event, payload);
            const auto inThisCase = [&](int& term, int value) {
                term = term < 0 ? value : terms().either(terms().equal(*open, terms().number(v)), value, term);
            };
            for (std::size_t k = 0; k < bytes.size(); ++k)
                inThisCase(after[k], there[k] == before[k] ? bytes[k] : terms().number(there[k]));
            inThisCase(status, terms().number(outcome.accepted ? 0 : outcome.status));
        }
        if (status < 0)
            throw Unreal();
        for (std::size_t k = 0; k < bytes.size(); ++k)
            writeCell(path, cell + int(k), after[k]);
        write(path, i.a, status);
    }

    void noteOverlap(Path& path)
    {
        const int mine = m_model.threads[std::size_t(path.thread)].overlapped;
        if (mine < 0)
            return;
        int anyCalls = terms().number(0);
        for (int other = 0; other < int(m_model.threads.size()); ++other) {
            if (other == path.thread)
                continue;
            const int calls = terms().inverse(readCell(path, m_out.inUserSpace(other)));
            const int theirs = m_model.threads[std::size_t(other)].overlapped;
            writeCell(path, theirs, terms().either(calls, terms().number(1), readCell(path, theirs)));
            anyCalls = terms().any(anyCalls, calls);
        }
        writeCell(path, mine, terms().either(anyCalls, terms().number(1), readCell(path, mine)));
    }

    void leaveCall(Path& path, const Instruction& i)
    {
        const int thread = path.thread;
        if (const int overlapped = m_model.threads[std::size_t(thread)].overlapped; overlapped >= 0)
            writeCell(path, overlapped, terms().number(0));
        const CallInfo& call = m_model.calls[std::size_t(i.field)];
        if (i.a >= 0 && call.namesErrnos) {
            const int value = read(path, i.a);
            int named = terms().equal(value, terms().number(0));
            for (const std::int8_t known : call.errnos)
                named = terms().any(named, terms().equal(value, terms().number(known)));
            breaks(path, "I13", simplified(path, terms().inverse(named)));
        }
        for (const auto& lock : m_model.locks) {
            const int cell = m_model.address(lock.object, lock.field);
            const int alive = isAlive(readCell(path, statusCell(lock.object)));
            const int isHeld = simplified(path, terms().both(alive, terms().equal(readCell(path, cell), terms().number(thread + 1))));
            writeCell(path, cell, terms().either(isHeld, terms().number(thread + 1 + leakedLock), readCell(path, cell)));
            breaks(path, "I10", isHeld);
            if (m_model.fields[std::size_t(lock.field)].kind == CellKind::ReadWriteLock)
                breaks(path, "I10", simplified(path, terms().both(alive, isBitSet(path, cell + readersCell, thread))));
        }
    }

    bool computes(Path& path, const Instruction& i)
    {
        switch (i.op) {
        case Op::Nop: return true;
        case Op::Move: write(path, i.a, read(path, i.b)); return true;
        case Op::Add: write(path, i.a, terms().add(read(path, i.b), read(path, i.c))); return true;
        case Op::Subtract: write(path, i.a, terms().subtract(read(path, i.b), read(path, i.c))); return true;
        case Op::Equal: write(path, i.a, terms().equal(read(path, i.b), read(path, i.c))); return true;
        case Op::NotEqual: write(path, i.a, terms().inverse(terms().equal(read(path, i.b), read(path, i.c)))); return true;
        case Op::Less: write(path, i.a, terms().less(read(path, i.b), read(path, i.c))); return true;
        case Op::LessEqual: write(path, i.a, terms().lessOrEqual(read(path, i.b), read(path, i.c))); return true;
        case Op::Not: write(path, i.a, terms().inverse(read(path, i.b))); return true;
        case Op::IsFreed:
        case Op::Exists: {
            const int pointer = read(path, i.b);
            const ValueSet values = possible(path, pointer);
            int answer = terms().number(0);
            for (int v = 1; v <= m_model.types[std::size_t(i.field)].objects; ++v)
                if (values[std::size_t(v + 128)]) {
                    const int alive = isAlive(readCell(path, statusCell(m_model.types[std::size_t(i.field)].firstObject + v - 1)));
                    answer = terms().either(terms().equal(pointer, terms().number(v)), i.op == Op::IsFreed ? terms().inverse(alive) : alive, answer);
                }
            write(path, i.a, answer);
            return true;
        }
        default: return false;
        }
    }

    enum class Going : std::uint8_t { On, Done, Blocked, NoStep };

    /// Where both ways of a jump only compute and soon meet again, they are followed side by side and what they computed
    /// becomes a choice between two values. False, and the path as before, where that is not so.
    bool joinWays(Path& path, int condition, int target)
    {
        Path one = path;    // goes on
        Path other = path;  // jumps
        other.pc = target;
        if (target <= path.pc || !assume(one, condition, true) || !assume(other, condition, false))
            return false;
        if (!computeUntil(one, target) || (one.pc > target && !computeUntil(other, one.pc)) || one.pc != other.pc)
            return false;
        std::map<int, int> memory = path.memory;
        for (const auto* way : {&one, &other})
            for (const auto& [address, term] : way->memory) {
                const auto value = [&, address = address](const Path& from, const Path& otherwise) {
                    const auto written = from.memory.find(address);
                    if (written != from.memory.end())
                        return written->second;
                    return address < m_model.stateBytes ? read(path, address) : otherwise.memory.at(address);
                };
                const int joined = terms().either(condition, value(one, other), value(other, one));
                if (sizeOf(joined) > largestJoined)
                    return false;
                memory[address] = joined;
            }
        std::set<int> properties;
        for (const auto* way : {&one, &other})
            for (const auto& [property, truth] : way->broken)
                properties.insert(property);
        for (const int property : properties) {
            const auto in = [&](const Path& way) { return way.broken.contains(property) ? way.broken.at(property) : terms().number(0); };
            path.broken[property] = terms().either(condition, in(one), in(other));
        }
        path.memory = std::move(memory);
        path.pc = one.pc;
        path.instructions = std::max(one.instructions, other.instructions);
        return true;
    }

    /// Follows straight code up to `end`, or a jump beyond it. False where it does anything but compute, or a question is open.
    bool computeUntil(Path& path, int end)
    {
        try {
            while (path.pc < end) {
                const Instruction& i = m_model.code[std::size_t(path.pc)];
                const bool isPlain = i.op <= Op::Store || i.op == Op::IsFreed || i.op == Op::Exists || i.op == Op::Clear || i.op == Op::Broken;
                if (!isPlain || (i.begins && path.atomic == 0) || (i.op == Op::Jump && i.target <= path.pc) || execute(path, i) != Going::On)
                    return false;
            }
        } catch (const Fork&) {
            return false;
        } catch (const Unreal&) {
            return false;
        }
        return !path.lost;
    }

    /// How many words it takes to write a term down.
    int sizeOf(int term)
    {
        if (const auto known = m_sizes.find(term); known != m_sizes.end())
            return known->second;
        const Terms::Term t = terms()[term];
        int size = 1;
        if (t.kind >= Terms::Kind::Add)
            size += sizeOf(t.a);
        if (t.kind >= Terms::Kind::Add && t.kind != Terms::Kind::Not)
            size += sizeOf(t.b);
        if (t.kind == Terms::Kind::Either)
            size += sizeOf(t.c);
        return m_sizes[term] = std::min(size, 1000000);
    }

    /// Restarts are possible until it returns: every question comes before the first write that its answer would change.
    Going execute(Path& path, const Instruction& i)
    {
        const int thread = path.thread;
        ++path.pc;
        if (computes(path, i))
            return Going::On;
        switch (i.op) {
        case Op::Jump: path.pc = i.target; return Going::On;
        case Op::JumpIfZero:
        case Op::JumpIfNot: {
            const int truth = terms().truth(read(path, i.a));
            if (!decided(path, truth) && joinWays(path, i.op == Op::JumpIfZero ? truth : terms().inverse(truth), i.target))
                return Going::On;
            if (holds(path, truth) == (i.op == Op::JumpIfNot))
                path.pc = i.target;
            return Going::On;
        }
        case Op::Load: {
            const FieldInfo& field = m_model.fields[std::size_t(i.field)];
            if (i.quiet) {
                write(path, i.a, load(path, i));
                return Going::On;
            }
            const int object = objectAt(path, i.b, field.type);
            if (object < 0)
                return Going::Done;
            if (!field.constant)
                checkGuard(path, object, i.field, false);
            write(path, i.a, readCell(path, m_model.address(object, i.field)));
            return Going::On;
        }
        case Op::Store:
        case Op::Increment:
        case Op::Decrement:
        case Op::DecrementTest: {
            const int object = objectAt(path, i.op == Op::DecrementTest ? i.b : i.a, m_model.fields[std::size_t(i.field)].type);
            if (object < 0)
                return Going::Done;
            if (!i.quiet)
                checkGuard(path, object, i.field, true);
            const int cell = m_model.address(object, i.field);
            const int before = readCell(path, cell);
            const int one = terms().number(1);
            const int value = i.op == Op::Store ? read(path, i.b) : i.op == Op::Increment ? terms().add(before, one) : terms().subtract(before, one);
            writeCell(path, cell, value);
            if (i.op == Op::DecrementTest)
                write(path, i.a, terms().inverse(value));
            return Going::On;
        }
        case Op::Lock:
        case Op::DownRead:
        case Op::DownWrite:
        case Op::LockKillable:
        case Op::DownReadKillable:
        case Op::DownWriteKillable: {
            const bool killable = i.op == Op::LockKillable || i.op == Op::DownReadKillable || i.op == Op::DownWriteKillable;
            const int killed = m_model.threads[std::size_t(thread)].killed;
            switch (takeLock(path, i, killable ? i.b : i.a)) {
            case Taking::Blocked:
                if (!killable || killed < 0 || !holds(path, readCell(path, killed)))
                    return Going::Blocked;
                write(path, i.a, terms().number(-errnoValue("EINTR")));
                return Going::On;
            case Taking::Queued: path.pc = path.begin; return Going::Done;
            case Taking::Lost: return Going::Done;
            default: break;
            }
            if (killable)
                write(path, i.a, terms().number(0));
            return Going::On;
        }
        case Op::TryLock:
        case Op::TryDownRead:
        case Op::TryDownWrite: {
            const Taking taking = takeLock(path, i, i.b);
            if (taking == Taking::Lost)
                return Going::Done;
            write(path, i.a, terms().number(taking == Taking::Taken));
            return Going::On;
        }
        case Op::Unlock:
        case Op::UpRead:
        case Op::UpWrite: {
            const int object = objectAt(path, i.a, m_model.fields[std::size_t(i.field)].type);
            if (object < 0)
                return Going::Done;
            const int cell = m_model.address(object, i.field);
            if (i.op == Op::UpRead) {
                const int isSet = simplified(path, isBitSet(path, cell + readersCell, thread));
                const int before = readCell(path, cell + readersCell + thread / 8);
                flipBit(path, cell + readersCell, thread, false);
                const int after = readCell(path, cell + readersCell + thread / 8);
                writeCell(path, cell + readersCell + thread / 8, terms().either(isSet, after, before));
                breaks(path, "I10", terms().inverse(isSet));
            } else {
                const int isHeld = simplified(path, isHeldBy(path, cell, thread));
                writeCell(path, cell, terms().either(isHeld, terms().number(0), readCell(path, cell)));
                breaks(path, "I10", terms().inverse(isHeld));
            }
            return Going::On;
        }
        case Op::Allocate: return allocate(path, i) ? Going::On : Going::Done;
        case Op::Free: {
            const TypeInfo& type = m_model.types[std::size_t(i.field)];
            const int value = valueOf(path, read(path, i.a));
            if (value < 0 || value > type.objects)
                throw Unreal();
            if (value == 0)
                return Going::On;
            const int object = type.firstObject + value - 1;
            if (!holds(path, isAlive(readCell(path, statusCell(object))))) {
                lose(path);
                return Going::Done;
            }
            for (int cell = 0; cell < type.cells; ++cell)
                clear(path, statusCell(object) + cell, cell == 0 ? statusFreed : std::int8_t(0));
            return Going::On;
        }
        case Op::Publish:
        case Op::Unlink: {
            const int object = objectAt(path, i.a, i.field);
            if (object < 0)
                return Going::Done;
            writeCell(path, statusCell(object), terms().number(i.op == Op::Publish ? statusLive : statusUnlinked));
            return Going::On;
        }
        case Op::Fire: {
            const int object = objectAt(path, i.b, m_model.fields[std::size_t(i.field)].type);
            if (object < 0)
                return Going::Done;
            fire(path, i, object);
            return Going::On;
        }
        case Op::Choose: {
            m_alternatives = std::max(m_alternatives, int(i.field));
            const int taken = path.chose ? 0 : path.choice;
            if (taken >= i.field)
                return Going::NoStep;
            path.chose = true;
            path.pc += taken;
            return Going::On;
        }
        case Op::ChooseLeft: {
            m_alternatives = std::max(m_alternatives, int(i.field));
            int left = path.chose ? 0 : path.choice;
            int taken = 0;
            while (taken < i.field && (holds(path, read(path, i.a + taken)) || left-- > 0))
                ++taken;
            if (taken >= i.field)
                return Going::NoStep;
            path.chose = true;
            path.pc += taken;
            return Going::On;
        }
        case Op::Wait:
        case Op::WaitOrTimeOut:
            if (i.op == Op::WaitOrTimeOut) {
                m_alternatives = std::max(m_alternatives, 2);
                if (path.choice == 1 && !path.chose) {
                    if (holds(path, read(path, i.a)))
                        return Going::NoStep;
                    path.chose = true;
                    path.timeOut = true;
                    path.pc = i.target;
                    return Going::On;
                }
            }
            return holds(path, read(path, i.a)) ? Going::On : Going::Blocked;
        case Op::WaitForOthers:
            for (int t = 0; t < int(m_model.threads.size()); ++t)
                if (t != thread && !holds(path, readCell(path, m_out.isDone(t))))
                    return Going::Blocked;
            return Going::On;
        case Op::EnterCall: noteOverlap(path); return Going::On;
        case Op::ReturnFromCall: {
            const int killed = m_model.threads[std::size_t(thread)].killed;
            const bool ends = killed >= 0 && holds(path, readCell(path, killed));
            leaveCall(path, i);
            if (!path.stepped) {
                path.stepped = true;
                path.place = i.place;
            }
            if (ends)
                path.pc = m_model.threads[std::size_t(thread)].end;
            return Going::On;
        }
        case Op::Kill:
            if (holds(path, readCell(path, m_out.inUserSpace(i.field)))) {
                path.killed.insert(i.field);
                writeCell(path, m_out.inUserSpace(i.field), terms().number(1));
                writeCell(path, m_out.isDone(i.field), terms().number(1));
                if (m_out.places[std::size_t(i.field)].try_emplace(m_model.threads[std::size_t(i.field)].end).second)
                    m_grew = true;
            } else {
                writeCell(path, m_model.threads[std::size_t(i.field)].killed, terms().number(1));
            }
            return Going::On;
        case Op::IsDone: write(path, i.a, readCell(path, m_out.isDone(i.field))); return Going::On;
        case Op::Broken: breaks(path, i.field, terms().number(1)); return Going::On;
        case Op::Clear:
            for (int k = 0; k < i.b; ++k)
                write(path, i.a + k, terms().number(0));
            return Going::On;
        case Op::Warn: writeCell(path, m_model.warned, terms().number(1)); return Going::On;
        case Op::AtomicBegin: ++path.atomic; return Going::On;
        case Op::AtomicEnd: --path.atomic; return Going::On;
        case Op::End:
            --path.pc;
            return path.stepped || path.chose ? Going::Done : Going::NoStep;
        default: throw Obstacle{"an instruction has no counterpart"};
        }
    }

    /// (*b).field, where what does not exist reads as 0.
    int load(const Path& path, const Instruction& i)
    {
        const FieldInfo& field = m_model.fields[std::size_t(i.field)];
        const int pointer = read(path, i.b);
        const ValueSet values = possible(path, pointer);
        int value = terms().number(0);
        for (int v = 1; v <= m_model.types[std::size_t(field.type)].objects; ++v)
            if (values[std::size_t(v + 128)]) {
                const int object = m_model.types[std::size_t(field.type)].firstObject + v - 1;
                const int there = terms().either(isAlive(readCell(path, statusCell(object))), readCell(path, m_model.address(object, i.field)), terms().number(0));
                value = terms().either(terms().equal(pointer, terms().number(v)), there, value);
            }
        return value;
    }

    Going followOne(Path& path)
    {
        const Instruction& i = m_model.code[std::size_t(path.pc)];
        if (i.begins && path.atomic == 0) {
            if (path.stepped || ((i.op == Op::Choose || i.op == Op::ChooseLeft) && path.chose))
                return Going::Done;
            if (i.op != Op::EnterCall && i.op != Op::WaitForOthers && i.op != Op::Choose && i.op != Op::ChooseLeft && i.op != Op::End) {
                path.stepped = true;
                path.begin = path.pc;
                path.place = i.place;
            }
        }
        return ++path.instructions > maxInstructionsPerStep ? Going::Blocked : execute(path, i);
    }

    void stepsFrom(int thread, int at)
    {
        if (isEnd(at))
            return;
        Looked& looked = m_looked[{thread, at}];
        const auto isOld = [&](int cell) {
            const auto grown = m_grownAt.find({-1, -1, cell});
            const auto grownHere = m_grownAt.find({thread, at, cell});
            return (grown == m_grownAt.end() || grown->second < looked.clock) && (grownHere == m_grownAt.end() || grownHere->second < looked.clock);
        };
        if (looked.clock > 0 && std::ranges::all_of(looked.consulted, isOld))
            return;
        looked.clock = ++m_clock;
        looked.steps.clear();
        m_consulted.clear();
        m_alternatives = 1;
        for (int choice = 0; choice < m_alternatives; ++choice) {
            Path start;
            start.pc = at;
            start.thread = thread;
            start.from = at;
            start.choice = choice;
            start.memory[besides(m_out.inUserSpace(thread))] = terms().number(inUserSpace(m_model, at));
            start.memory[besides(m_out.isDone(thread))] = terms().number(0);
            start.among[m_out.lost] = only(0);
            m_paths = 0;
            m_step = {thread, at, choice, false, -1, {}, -1};
            m_step.first = follow(std::move(start), m_step.breaks);
            if (m_step.first >= 0 && m_out.decisions[std::size_t(m_step.first)] != Decision())
                looked.steps.push_back(m_step);
        }
        looked.consulted = m_consulted;
    }

    /// The decision that stands before all that can become of this path; -1 where no run comes. Adds when it breaks which
    /// property.
    int follow(Path path, std::map<int, int>& breaks)
    {
        if (++m_paths > maxPathsPerPlace)
            throw Obstacle{"the step before instruction " + std::to_string(path.from) + " of " + m_model.threads[std::size_t(path.thread)].name
                           + " can go too many ways"};
        Path before;
        try {
            Going going = Going::On;
            while (going == Going::On) {
                before = path;
                going = followOne(path);
            }
            if (going != Going::Done || (path.choice > 0 && !path.chose))
                return m_out.decide({});
            breaks = path.broken;
            return finish(path);
        } catch (const Fork& fork) {
            return followAll(before, fork, breaks);
        } catch (const Unreal&) {
            return -1;
        }
    }

    int followAll(const Path& before, const Fork& fork, std::map<int, int>& breaks)
    {
        int decision = -1;
        for (auto answer = fork.answers.rbegin(); answer != fork.answers.rend(); ++answer) {
            Path next = before;
            if (!assume(next, answer->first, answer->second))
                continue;
            std::map<int, int> breaksThere;
            const int there = follow(std::move(next), breaksThere);
            if (there < 0)
                continue;
            const int question = answer->second ? answer->first : terms().inverse(answer->first);
            if (decision < 0) {
                decision = there;
                breaks = std::move(breaksThere);
                continue;
            }
            decision = m_out.decide({question, there, decision, -1});
            std::set<int> properties;
            for (const auto* some : {&breaks, &breaksThere})
                for (const auto& [property, truth] : *some)
                    properties.insert(property);
            for (const int property : properties) {
                const auto in = [&](const std::map<int, int>& some) { return some.contains(property) ? some.at(property) : terms().number(0); };
                breaks[property] = terms().either(question, in(breaksThere), in(breaks));
            }
        }
        return decision;
    }

    int finish(Path& path)
    {
        const int thread = path.thread;
        Move move;
        move.to = path.lost ? path.from : path.pc;
        move.lost = path.lost;
        move.killed = path.killed;
        if (path.lost)
            writeCell(path, m_out.lost, terms().number(thread + 1));
        writeCell(path, m_out.inUserSpace(thread), terms().number(inUserSpace(m_model, move.to)));
        writeCell(path, m_out.isDone(thread), terms().number(isEnd(move.to)));
        m_grew = m_out.places[std::size_t(thread)].try_emplace(move.to).second || m_grew;
        const auto valuesAfter = [&](int cell) {
            const auto written = path.memory.find(besides(cell));
            return written == path.memory.end() ? amongOf(path, cell) : possible(path, written->second);
        };
        for (int cell = m_model.threads[std::size_t(thread)].locals; cell < m_model.threads[std::size_t(thread)].locals + m_model.threads[std::size_t(thread)].localCells; ++cell)
            growAt(thread, move.to, cell, valuesAfter(cell));
        // Nobody else takes or gives back a lock for this thread, but another may free what it lies in.
        for (const auto& [cell, mine] : m_mine[std::size_t(thread)]) {
            const ValueSet after = valuesAfter(cell);
            const ValueSet& all = m_out.values[std::size_t(cell)];
            const std::set<int>& clear = m_clears[cell];
            const bool othersClear = clear.size() > 1 || (clear.size() == 1 && !clear.contains(thread));
            ValueSet there = (after & mine).any() ? all & mine : ValueSet();
            if ((after & ~mine).any() || othersClear)
                there |= all & ~mine;
            growAt(thread, move.to, cell, there);
        }
        for (int cell = 0; cell < int(m_out.initial.size()); ++cell) {
            const auto written = path.memory.find(besides(cell));
            if (written == path.memory.end() || terms()[written->second] == Terms::Term{Terms::Kind::Cell, cell})
                continue;
            const bool isOwn = cell == m_out.inUserSpace(thread) || cell == m_out.isDone(thread);
            const ValueSet before = isOwn ? only(cell == m_out.isDone(thread) ? 0 : inUserSpace(m_model, path.from)) : m_out.valuesAt(thread, path.from, cell);
            const ValueSet after = possible(path, written->second);
            if (after.count() == 1 && before == after)
                continue;
            const bool isKnownTruth = after.count() == 1 && terms().isTruth(written->second);
            move.effects[cell] = isKnownTruth ? terms().number(theOnly(after)) : written->second;
            grow({-1, -1, cell}, m_out.values[std::size_t(cell)], after);
        }
        m_step.timeOut = m_step.timeOut || path.timeOut;
        m_step.place = path.place;
        const auto [entry, isNew] = m_moves.emplace(std::move(move), int(m_out.moves.size()));
        if (isNew)
            m_out.moves.push_back(entry->first);
        Decision decision;
        decision.move = entry->second;
        return m_out.decide(decision);
    }

    void growAt(int thread, int place, int cell, const ValueSet& more)
    {
        grow({thread, place, cell}, m_out.places[std::size_t(thread)][place][cell], more);
    }
    /// What a cell can hold, everywhere (thread and place -1) or while a thread stands at a place.
    void grow(const std::tuple<int, int, int>& whose, ValueSet& values, const ValueSet& more)
    {
        const auto known = m_widest.find(std::get<2>(whose));
        const ValueSet widest = known == m_widest.end() ? ValueSet().set() : known->second;
        if ((more & widest & ~values).none())
            return;
        m_grew = true;
        m_grownAt[whose] = ++m_clock;
        values |= more & widest;
        if (m_round > roundsBeforeWidening && widest.all())
            values.set();
    }

    // --- afterwards --------------------------------------------------------------------------------------------

    /// The truth that a state breaks a property.
    int brokenBy(const PropertyCode& code, int rest, int ended)
    {
        int looks = terms().inverse(cellTerm(m_out.lost));
        if (code.when == PropertyCode::When::Rest)
            looks = terms().both(looks, rest);
        if (code.when == PropertyCode::When::End)
            looks = terms().both(looks, ended);
        for (const int cell : code.lockCells)
            looks = terms().both(looks, terms().inverse(cellTerm(cell)));
        int broken = terms().number(0);
        for (const ClauseInfo& clause : code.clauses)
            broken = terms().any(broken, terms().inverse(valueOfFormula(clause.must)));
        return terms().both(looks, broken);
    }

    int valueOfFormula(const Formula& formula)
    {
        // Jumps go forward only, so what is read later is known from behind.
        int end = formula.begin;
        while (m_model.code[std::size_t(end)].op != Op::End)
            ++end;
        std::vector<std::set<int>> live(std::size_t(end - formula.begin + 1));
        live.back().insert(formula.result);
        for (int pc = end - 1; pc >= formula.begin; --pc) {
            const Instruction& i = m_model.code[std::size_t(pc)];
            std::set<int>& here = live[std::size_t(pc - formula.begin)];
            const bool jumps = i.op == Op::Jump || i.op == Op::JumpIfZero || i.op == Op::JumpIfNot;
            if (i.op != Op::Jump)
                here = live[std::size_t(pc + 1 - formula.begin)];
            if (jumps)
                here.insert(live[std::size_t(i.target - formula.begin)].begin(), live[std::size_t(i.target - formula.begin)].end());
            if (!jumps)
                here.erase(i.a);
            for (const int address : {int(jumps ? i.a : i.b), int(jumps ? -1 : i.c)})
                if (address >= m_model.stateBytes)
                    here.insert(address);
        }
        std::map<std::pair<int, std::map<int, int>>, int> known;
        const auto from = [&](int pc, Path path, const auto& self) -> int {
            std::erase_if(path.memory, [&](const auto& entry) { return !live[std::size_t(pc - formula.begin)].contains(entry.first); });
            const auto key = std::pair(pc, path.memory);
            if (const auto found = known.find(key); found != known.end())
                return found->second;
            int result = -1;
            for (int at = pc; result < 0;) {
                const Instruction& i = m_model.code[std::size_t(at++)];
                if (i.op == Op::Jump)
                    at = i.target;
                else if (i.op == Op::JumpIfZero || i.op == Op::JumpIfNot) {
                    const int condition = terms().truth(read(path, i.a));
                    const int next = i.op == Op::JumpIfZero ? at : i.target;
                    const int other = i.op == Op::JumpIfZero ? i.target : at;
                    if (terms()[condition].kind == Terms::Kind::Number)
                        at = terms().isNumber(condition, 1) ? next : other;
                    else
                        result = terms().either(condition, self(next, path, self), self(other, path, self));
                } else if (i.op == Op::Load)
                    write(path, i.a, load(path, i));
                else if (!computes(path, i))
                    result = read(path, formula.result);
            }
            known.emplace(key, result);
            return result;
        };
        return from(formula.begin, Path(), from);
    }

    const Model& m_model;
    GuardedSteps m_out;
    static constexpr int noCell = -1;
    static constexpr int severalCells = -2;
    std::vector<int> m_cellOf;                     ///< by term
    std::map<int, int> m_sizes;
    std::map<int, ValueSet> m_widest;              ///< by cell: what its type lets it hold
    std::map<std::pair<int, int>, Scopes> m_scopes;   ///< by address and struct, as the next
    std::map<std::pair<int, int>, std::pair<std::size_t, int>> m_whereSeen;
    std::map<int, std::set<int>> m_clears;         ///< by cell: threads that free or allocate what it lies in
    std::vector<std::map<int, ValueSet>> m_mine;   ///< by thread, then cell of a lock
    /// What was found from a place, from which cells, and when.
    struct Looked {
        int clock = 0;
        std::set<int> consulted;
        std::vector<GuardedStep> steps;
    };
    std::map<std::pair<int, int>, Looked> m_looked;               ///< by thread and place
    std::map<std::tuple<int, int, int>, int> m_grownAt;           ///< when what a cell can hold last grew
    int m_clock = 0;
    mutable std::set<int> m_consulted;
    std::map<Move, int> m_moves;   ///< their indices
    GuardedStep m_step;            ///< the one being followed
    std::size_t m_paths = 0;       ///< ways it can go
    int m_alternatives = 1;        ///< choices there are
    int m_round = 0;
    bool m_grew = false;
    bool m_hasNoRoom = false;      ///< somewhere an object is allocated that the model has no room for
};

} // namespace

const ValueSet& GuardedSteps::valuesAt(int thread, int place, int cell) const
{
    const auto at = places[std::size_t(thread)].find(place);
    if (at != places[std::size_t(thread)].end())
        if (const auto known = at->second.find(cell); known != at->second.end())
            return known->second;
    return values[std::size_t(cell)];
}

bool GuardedSteps::isKilled(int thread) const
{
    return std::ranges::any_of(moves, [&](const Move& move) { return move.killed.contains(thread); });
}

bool GuardedSteps::isAsked(int thread) const
{
    // A term exists only because some step was found to need it.
    for (int term = 0; term < terms.size(); ++term)
        if (terms[term].kind == Terms::Kind::IsAt && terms[term].a == thread)
            return true;
    return false;
}

int GuardedSteps::decide(const Decision& decision)
{
    if (decision.question >= 0 && decision.yes == decision.no)
        return decision.yes;
    if (decision.question >= 0 && terms[decision.question].kind == Terms::Kind::Not)
        return decide({terms[decision.question].a, decision.no, decision.yes, -1});
    const auto [entry, isNew] = m_numbers.emplace(decision, int(decisions.size()));
    if (isNew)
        decisions.push_back(decision);
    return entry->second;
}

int GuardedSteps::canMove(int decision)
{
    const Decision here = decisions[std::size_t(decision)];
    if (here.question < 0)
        return terms.number(here.move >= 0);
    return terms.either(here.question, canMove(here.yes), canMove(here.no));
}

tl::expected<GuardedSteps, std::string> guardedSteps(const Model& model)
{
    try {
        return Unfolding(model).run();
    } catch (const Obstacle& obstacle) {
        return tl::unexpected(obstacle.sentence);
    }
}

} // namespace bindlab
