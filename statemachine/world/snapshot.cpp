#include "world/snapshot.h"

#include "flow/program.h"
#include "world/lock_cells.h"
#include "world/look.h"

#include <algorithm>

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

} // namespace

Snapshot look(const Model& model, const State& state)
{
    Snapshot snapshot;
    Interpreter interpreter(model);
    const auto cell = [&](int address) { return state[std::size_t(address)]; };
    const auto guardName = [&](int object, const FieldInfo& field) -> std::string {
        if (field.guardLock < 0)
            return {};
        int owner = field.guardObject >= 0 ? field.guardObject : object;
        for (const int step : field.guardPath) {
            const int value = cell(model.address(owner, step));
            if (value <= 0)
                return model.fields[std::size_t(field.guardLock)].name;
            owner = model.types[std::size_t(model.fields[std::size_t(step)].pointsTo)].firstObject + value - 1;
        }
        return lockName(model, owner, field.guardLock);
    };

    for (std::size_t o = 0; o < model.objects.size(); ++o) {
        const ObjectInfo& info = model.objects[o];
        ObjectView view;
        view.type = model.types[std::size_t(info.type)].name;
        view.name = info.name;
        view.component = info.component;
        view.column = info.column;
        view.row = info.row;
        view.status = ObjectStatus(cell(info.status));
        for (const int f : model.types[std::size_t(info.type)].fields) {
            const FieldInfo& field = model.fields[std::size_t(f)];
            if (field.ghost)
                continue;
            const int value = cell(model.address(int(o), f));
            switch (field.kind) {
            case CellKind::Mutex:
            case CellKind::ReadWriteLock: {
                LockView lock;
                lock.object = int(o);
                lock.name = lockName(model, int(o), f);
                lock.field = field.name;
                lock.readWrite = field.kind == CellKind::ReadWriteLock;
                lock.holder = holderOf(std::int8_t(value));
                if (lock.readWrite)
                    for (int t = 0; t < int(model.threads.size()); ++t)
                        if (bits(&state[std::size_t(model.address(int(o), f) + readersCell)]) >> t & 1u)
                            lock.readers.push_back(t);
                view.locks.push_back(int(snapshot.locks.size()));
                snapshot.locks.push_back(std::move(lock));
                break;
            }
            case CellKind::Pointer: {
                PointerView pointer;
                pointer.from = int(o);
                pointer.field = field.name;
                pointer.guard = guardName(int(o), field);
                pointer.constant = field.constant;
                if (value > 0) {
                    pointer.to = model.types[std::size_t(field.pointsTo)].firstObject + value - 1;
                    const std::int8_t status = cell(model.objects[std::size_t(pointer.to)].status);
                    pointer.dangling = status == 0 || status == 4;
                }
                snapshot.pointers.push_back(std::move(pointer));
                break;
            }
            case CellKind::Machine:
                view.machines.push_back(int(snapshot.machines.size()));
                snapshot.machines.push_back({int(o), field.name, field.machine, int(std::uint8_t(value))});
                break;
            default: {
                ValueView entry;
                entry.name = field.name;
                entry.value = value;
                entry.text = valueText(model, field.kind, field.pointsTo, field.enumeration, value);
                entry.counter = field.kind == CellKind::Counter;
                entry.guard = guardName(int(o), field);
                const auto place = entry.counter ? std::find_if(view.values.begin(), view.values.end(), [](const ValueView& v) { return !v.counter; })
                                                 : view.values.end();
                view.values.insert(place, std::move(entry));
                break;
            }
            }
        }
        snapshot.objects.push_back(std::move(view));
    }

    std::vector<Blockage> blockages;
    const auto enabled = enabledFrom(interpreter, model, state, blockages);
    interpreter.load(state);
    snapshot.atRest = interpreter.atRest();
    snapshot.ended = interpreter.ended();
    for (int t = 0; t < int(model.threads.size()); ++t) {
        const ThreadInfo& info = model.threads[std::size_t(t)];
        ThreadView view;
        view.name = info.name;
        view.title = info.title;
        view.actor = info.actor;
        view.epilogue = info.epilogue;
        interpreter.load(state);
        const bool failed = cell(model.lost) == t + 1;
        view.status = failed ? ThreadStatus::Failed : interpreter.isDone(t) ? ThreadStatus::Done : ThreadStatus::Ready;
        view.inCall = !interpreter.inUserSpace(t);
        const int pcPlace = model.code[std::size_t(interpreter.pc(t))].place;
        int place = failed ? pcPlace : -1;
        if (view.status == ThreadStatus::Ready) {
            for (int choice = 0; choice < 256; ++choice) {
                const StepChoice pick{std::uint8_t(t), std::uint8_t(choice)};
                const bool canGo = std::find(enabled.begin(), enabled.end(), pick) != enabled.end();
                StepRecord record;
                const StepStatus status = attempt(interpreter, state, pick, canGo, &record);
                if (status == StepStatus::NoSuchStep)
                    break;
                NextView next;
                next.choice = pick;
                next.enabled = canGo;
                const int at = interpreter.place();
                if (at >= 0) {
                    next.text = model.places[std::size_t(at)].text;
                    next.label = model.places[std::size_t(at)].label;
                }
                for (const Effect& effect : record.effects)
                    if (effect.kind == EffectKind::Chose)
                        next.label = effect.name;
                if (status == StepStatus::Blocked)
                    next.blocked = waitText(model, state, interpreter.blockage(), view.waitsForLock, view.waitsForThread);
                if (place < 0)
                    place = at;
                view.next.push_back(std::move(next));
            }
            if (std::none_of(view.next.begin(), view.next.end(), [](const NextView& next) { return next.enabled; }))
                view.status = ThreadStatus::Blocked;
            if (view.status == ThreadStatus::Ready)
                view.waitsForLock = view.waitsForThread = -1;
            else if (view.waitsForLock >= 0)
                snapshot.locks[std::size_t(view.waitsForLock)].waiters.push_back(t);
        }
        view.stack = stackOf(model, place);
        if (const int call = callOf(model, t, place); call >= 0) {
            view.call = model.calls[std::size_t(call)].name;
            view.file = model.calls[std::size_t(call)].file;
        }
        const int context = view.inCall && pcPlace >= 0 ? model.places[std::size_t(pcPlace)].context : -1;
        if (context >= 0)
            for (const auto& local : model.contexts[std::size_t(context)].locals) {
                ValueView entry;
                entry.name = local.name;
                entry.value = cell(local.address);
                entry.text = valueText(model, local.kind, local.pointsTo, local.enumeration, entry.value);
                if (entry.value != 0 && !local.name.starts_with("."))
                    view.locals.push_back(std::move(entry));
            }
        snapshot.threads.push_back(std::move(view));
    }
    return snapshot;
}

const std::vector<FlowView>& flows(const Model& model) { return model.flows; }

} // namespace bindlab
