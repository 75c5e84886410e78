#include "checker/reachable_states.h"

#include "machines/tdi.h"
#include "world/lock_cells.h"
#include "world/object_status.h"

#include <bit>
#include <map>

namespace bindlab {

namespace {

constexpr std::uint64_t progressEvery = 4096;

/// Who holds a lock of the state, as StateTraits::holder says it.
std::int8_t holderIn(const Model& model, std::span<const std::int8_t> cells)
{
    unsigned holders = 0;
    for (const Model::LockRef& lock : model.locks) {
        const std::int8_t* cell = &cells[std::size_t(model.address(lock.object, lock.field))];
        if (const int holder = holderOf(cell[0]); holder >= 0)
            holders |= 1u << holder;
        if (model.fields[std::size_t(lock.field)].kind == CellKind::ReadWriteLock)
            holders |= bits(cell + readersCell);
    }
    return holders == 0 ? -1 : std::has_single_bit(holders) ? std::int8_t(std::countr_zero(holders)) : -2;
}

std::int8_t freedIn(const Model& model, std::span<const std::int8_t> cells)
{
    for (std::size_t object = 0; object < model.objects.size(); ++object)
        if (!model.objects[object].global && cells[std::size_t(model.objects[object].status)] == statusFreed)
            return std::int8_t(object);
    return -1;
}

/// By thread: each place where it ever stands, and how many lie before it.
std::vector<std::map<int, int>> placesOf(const Model& model, const ReachableStates& states)
{
    std::vector<std::map<int, int>> places(model.threads.size());
    for (std::uint32_t state = 0; state < states.graph.size(); ++state)
        for (std::size_t thread = 0; thread < places.size(); ++thread)
            places[thread].emplace(instructionOf(model, states.cellsOf(state), int(thread)), 0);
    for (auto& ofThread : places) {
        int before = 0;
        for (auto& [instruction, rank] : ofThread)
            rank = before++;
    }
    return places;
}

void findTraits(const Model& model, ReachableStates& states)
{
    int tdiCell = -1;
    for (const Model::FieldRef& machine : model.machineFields)
        if (tdiCell < 0 && model.fields[std::size_t(machine.field)].machine == &tdi())
            tdiCell = model.address(machine.object, machine.field);
    const auto places = placesOf(model, states);
    states.varies.assign(states.stateBytes, false);
    for (std::uint32_t state = 0; state < states.graph.size(); ++state) {
        const auto cells = states.cellsOf(state);
        StateTraits traits;
        traits.tdi = tdiCell < 0 ? std::int8_t(-1) : cells[std::size_t(tdiCell)];
        traits.freed = freedIn(model, cells);
        traits.holder = holderIn(model, cells);
        for (std::size_t thread = 0; thread < places.size(); ++thread)
            traits.progress += places[thread].at(instructionOf(model, cells, int(thread)));
        states.traits.push_back(traits);
        for (std::size_t cell = 0; cell < states.stateBytes; ++cell)
            if (cells[cell] != states.cells[cell])
                states.varies[cell] = true;
    }
}

} // namespace

int instructionOf(const Model& model, std::span<const std::int8_t> cells, int thread)
{
    const std::size_t at = std::size_t(model.threads[std::size_t(thread)].pc);
    return int(bits(&cells[at]));
}

std::optional<ReachableStates> reachableStates(const Model& model, const ReachOptions& options)
{
    ReachableStates states;
    states.stateBytes = std::size_t(model.stateBytes);
    std::uint64_t count = 0;
    auto graph = exploreAll(model, options.maxStates, options.cancel, [&](std::span<const std::int8_t> state) {
        states.cells.insert(states.cells.end(), state.begin(), state.end());
        if (++count % progressEvery == 0 && options.progress)
            options.progress(count);
    });
    if (!graph)
        return std::nullopt;
    states.graph = std::move(*graph);
    findTraits(model, states);
    return states;
}

} // namespace bindlab
