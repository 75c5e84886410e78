#include "world/snapshot.h"

#include "flow/program.h"
#include "world/lock_cells.h"
#include "world/look.h"
#include "world/object_status.h"

#include <algorithm>
#include <utility>

namespace bindlab {

namespace {

/// The flow and line of each call from the thread's own list down to `context`.
std::vector<FrameView> stackOf(const Model& model, int place)
{
    std::vector<FrameView> stack;
    if (place < 0)
        return stack;
    int line = model.places[std::size_t(place)].line;
    for (int context = model.places[std::size_t(place)].context; context >= 0;) {
        const ContextInfo& info = model.contexts[std::size_t(context)];
        stack.insert(stack.begin(), FrameView{info.flow, line});
        line = info.callLine;
        context = info.caller;
    }
    return stack;
}

int callOf(const Model& model, int thread, int place)
{
    // The user call is the outermost flow of the chain.
    if (place < 0)
        return -1;
    int flow = -1;
    for (int context = model.places[std::size_t(place)].context; context >= 0; context = model.contexts[std::size_t(context)].caller)
        if (model.contexts[std::size_t(context)].flow >= 0)
            flow = model.contexts[std::size_t(context)].flow;
    if (flow < 0)
        return -1;
    for (std::size_t i = 0; i < model.calls.size(); ++i)
        if (model.calls[i].thread == thread && model.calls[i].name == model.flows[std::size_t(flow)].name)
            return int(i);
    return -1;
}

std::string waitText(const Model& model, const State& state, const Blockage& blockage, int& lockIndex, int& holder)
{
    switch (blockage.kind) {
    case Blockage::Kind::Lock: {
        for (std::size_t i = 0; i < model.locks.size(); ++i)
            if (model.locks[i].object == blockage.object && model.locks[i].field == blockage.field)
                lockIndex = int(i);
        const std::int8_t* cells = &state[std::size_t(model.address(blockage.object, blockage.field))];
        std::string held;
        holder = holderOf(cells[0]);
        if (model.fields[std::size_t(blockage.field)].kind == CellKind::ReadWriteLock && holder < 0)
            for (int t = 0; t < int(model.threads.size()); ++t)
                if (bits(cells + readersCell) >> t & 1u)
                    holder = t;
        if (holder >= 0)
            held = ", held by " + model.threads[std::size_t(holder)].name;
        return "waits for " + lockName(model, blockage.object, blockage.field) + held;
    }
    case Blockage::Kind::Condition: return "waits for its condition";
    case Blockage::Kind::Others: return "waits until the other threads are done";
    case Blockage::Kind::Spins: return "runs for ever without touching anything";
    case Blockage::Kind::None: break;
    }
    return {};
}

/// Reads a state off, object by object and thread by thread.
class Looking {
public:
    Looking(const Model& model, const State& state) : m_model(model), m_state(state), m_interpreter(model) {}

    Snapshot snapshot()
    {
        for (int o = 0; o < int(m_model.objects.size()); ++o)
            addObject(o);
        std::vector<Blockage> blockages;
        m_enabled = enabledFrom(m_interpreter, m_model, m_state, blockages);
        m_interpreter.load(m_state);
        m_snapshot.atRest = m_interpreter.atRest();
        m_snapshot.ended = m_interpreter.ended();
        for (int t = 0; t < int(m_model.threads.size()); ++t)
            addThread(t);
        return std::move(m_snapshot);
    }

private:
    [[nodiscard]] std::int8_t cell(int address) const { return m_state[std::size_t(address)]; }
    [[nodiscard]] std::string guardName(int object, const FieldInfo& field) const;
    void addObject(int o);
    void addLock(ObjectView& view, int o, int f);
    void addPointer(int o, int f);
    void addValue(ObjectView& view, int o, int f) const;
    void addThread(int t);
    /// What the thread can do next; answers the place of the first of it, -1 without one.
    int addNext(ThreadView& view, int t);
    [[nodiscard]] NextView nextOf(ThreadView& view, StepChoice pick, const StepRecord& record, StepStatus status) const;
    void addLocals(ThreadView& view, int context) const;

    const Model& m_model;
    const State& m_state;
    Interpreter m_interpreter;
    std::vector<StepChoice> m_enabled;
    Snapshot m_snapshot;
};

std::string Looking::guardName(int object, const FieldInfo& field) const
{
    if (field.guardLock < 0)
        return {};
    int owner = field.guardObject >= 0 ? field.guardObject : object;
    for (const int step : field.guardPath) {
        const int value = cell(m_model.address(owner, step));
        if (value <= 0)
            return m_model.fields[std::size_t(field.guardLock)].name;
        owner = m_model.types[std::size_t(m_model.fields[std::size_t(step)].pointsTo)].firstObject + value - 1;
    }
    return lockName(m_model, owner, field.guardLock);
}

void Looking::addObject(int o)
{
    const ObjectInfo& info = m_model.objects[std::size_t(o)];
    ObjectView view;
    view.type = m_model.types[std::size_t(info.type)].name;
    view.name = info.name;
    view.component = info.component;
    view.column = info.column;
    view.row = info.row;
    view.status = ObjectStatus(cell(info.status));
    for (const int f : m_model.types[std::size_t(info.type)].fields) {
        const FieldInfo& field = m_model.fields[std::size_t(f)];
        if (field.ghost)
            continue;
        switch (field.kind) {
        case CellKind::Mutex:
        case CellKind::ReadWriteLock: addLock(view, o, f); break;
        case CellKind::Pointer: addPointer(o, f); break;
        case CellKind::Machine:
            view.machines.push_back(int(m_snapshot.machines.size()));
            m_snapshot.machines.push_back({o, field.name, field.machine, int(std::uint8_t(cell(m_model.address(o, f))))});
            break;
        default: addValue(view, o, f); break;
        }
    }
    m_snapshot.objects.push_back(std::move(view));
}

void Looking::addLock(ObjectView& view, int o, int f)
{
    const FieldInfo& field = m_model.fields[std::size_t(f)];
    LockView lock;
    lock.object = o;
    lock.name = lockName(m_model, o, f);
    lock.field = field.name;
    lock.readWrite = field.kind == CellKind::ReadWriteLock;
    lock.holder = holderOf(cell(m_model.address(o, f)));
    if (lock.readWrite)
        for (int t = 0; t < int(m_model.threads.size()); ++t)
            if (bits(&m_state[std::size_t(m_model.address(o, f) + readersCell)]) >> t & 1u)
                lock.readers.push_back(t);
    view.locks.push_back(int(m_snapshot.locks.size()));
    m_snapshot.locks.push_back(std::move(lock));
}

void Looking::addPointer(int o, int f)
{
    const FieldInfo& field = m_model.fields[std::size_t(f)];
    const int value = cell(m_model.address(o, f));
    PointerView pointer;
    pointer.from = o;
    pointer.field = field.name;
    pointer.guard = guardName(o, field);
    pointer.constant = field.constant;
    if (value > 0) {
        pointer.to = m_model.types[std::size_t(field.pointsTo)].firstObject + value - 1;
        const std::int8_t status = cell(m_model.objects[std::size_t(pointer.to)].status);
        pointer.dangling = status == 0 || status == statusFreed;
    }
    m_snapshot.pointers.push_back(std::move(pointer));
}

void Looking::addValue(ObjectView& view, int o, int f) const
{
    const FieldInfo& field = m_model.fields[std::size_t(f)];
    ValueView entry;
    entry.name = field.name;
    entry.value = cell(m_model.address(o, f));
    entry.text = valueText(m_model, field.kind, field.pointsTo, field.enumeration, entry.value);
    entry.counter = field.kind == CellKind::Counter;
    entry.guard = guardName(o, field);
    // Counters come first.
    const auto place = entry.counter ? std::find_if(view.values.begin(), view.values.end(), [](const ValueView& v) { return !v.counter; })
                                     : view.values.end();
    view.values.insert(place, std::move(entry));
}

void Looking::addThread(int t)
{
    const ThreadInfo& info = m_model.threads[std::size_t(t)];
    ThreadView view;
    view.name = info.name;
    view.title = info.title;
    view.actor = info.actor;
    view.epilogue = info.epilogue;
    m_interpreter.load(m_state);
    const bool failed = cell(m_model.lost) == t + 1;
    view.status = failed ? ThreadStatus::Failed : m_interpreter.isDone(t) ? ThreadStatus::Done : ThreadStatus::Ready;
    view.inCall = !m_interpreter.inUserSpace(t);
    const int pcPlace = m_model.code[std::size_t(m_interpreter.pc(t))].place;
    int place = failed ? pcPlace : -1;
    if (view.status == ThreadStatus::Ready)
        place = addNext(view, t);
    view.stack = stackOf(m_model, place);
    if (const int call = callOf(m_model, t, place); call >= 0) {
        view.call = m_model.calls[std::size_t(call)].name;
        view.file = m_model.calls[std::size_t(call)].file;
    }
    if (view.inCall && pcPlace >= 0)
        addLocals(view, m_model.places[std::size_t(pcPlace)].context);
    m_snapshot.threads.push_back(std::move(view));
}

int Looking::addNext(ThreadView& view, int t)
{
    int place = -1;
    for (int choice = 0; choice < 256; ++choice) {
        const StepChoice pick{std::uint8_t(t), std::uint8_t(choice)};
        const bool canGo = std::find(m_enabled.begin(), m_enabled.end(), pick) != m_enabled.end();
        StepRecord record;
        const StepStatus status = attempt(m_interpreter, m_state, pick, canGo, &record);
        if (status == StepStatus::NoSuchStep)
            break;
        view.next.push_back(nextOf(view, pick, record, status));
        view.next.back().enabled = canGo;
        if (place < 0)
            place = m_interpreter.place();
    }
    if (std::none_of(view.next.begin(), view.next.end(), [](const NextView& next) { return next.enabled; }))
        view.status = ThreadStatus::Blocked;
    if (view.status == ThreadStatus::Ready)
        view.waitsForLock = view.waitsForThread = -1;
    else if (view.waitsForLock >= 0)
        m_snapshot.locks[std::size_t(view.waitsForLock)].waiters.push_back(t);
    return place;
}

NextView Looking::nextOf(ThreadView& view, StepChoice pick, const StepRecord& record, StepStatus status) const
{
    NextView next;
    next.choice = pick;
    if (const int at = m_interpreter.place(); at >= 0) {
        next.text = m_model.places[std::size_t(at)].text;
        next.label = m_model.places[std::size_t(at)].label;
    }
    for (const Effect& effect : record.effects)
        if (effect.kind == EffectKind::Chose)
            next.label = effect.name;
    if (status == StepStatus::Blocked)
        next.blocked = waitText(m_model, m_state, m_interpreter.blockage(), view.waitsForLock, view.waitsForThread);
    return next;
}

void Looking::addLocals(ThreadView& view, int context) const
{
    if (context < 0)
        return;
    for (const auto& local : m_model.contexts[std::size_t(context)].locals) {
        ValueView entry;
        entry.name = local.name;
        entry.value = cell(local.address);
        entry.text = valueText(m_model, local.kind, local.pointsTo, local.enumeration, entry.value);
        if (entry.value != 0 && !local.name.starts_with("."))
            view.locals.push_back(std::move(entry));
    }
}

} // namespace

Snapshot look(const Model& model, const State& state) { return Looking(model, state).snapshot(); }

const std::vector<FlowView>& flows(const Model& model) { return model.flows; }

} // namespace bindlab
