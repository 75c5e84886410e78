#include "states_search.h"

#include "viewmodels/shared/plain_text.h"

#include "flow/program.h"
#include "world/interpreter.h"
#include "world/lock_cells.h"
#include "world/object_status.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace bindlab {

namespace {

struct StatesSearchWords {
    Q_DECLARE_TR_FUNCTIONS(StatesSearch)
};
} // namespace

StatesSearch::StatesSearch(std::shared_ptr<const ExploredStates> explored) : m_explored(std::move(explored))
{
    const Model& model = *m_explored->model;
    for (const StateGraph::Event& event : m_explored->graph().events) {
        QString words = text(model.threads[event.thread].name);
        if (event.place >= 0) {
            const PlaceInfo& place = model.places[std::size_t(event.place)];
            const int flow = model.contexts[std::size_t(place.context)].flow;
            words += QLatin1Char(' ') + text(place.text) + QLatin1Char(' ') + text(place.label);
            if (flow >= 0)
                words += QLatin1Char(' ') + text(model.flows[std::size_t(flow)].name);
        }
        m_steps.push_back(words);
    }
    addTerms();
}

void StatesSearch::addTerms()
{
    const Model& model = *m_explored->model;
    for (const ObjectInfo& object : model.objects)
        for (const auto& [status, word] : {std::pair(statusPrivate, StatesSearchWords::tr("being made")), std::pair(statusLive, StatesSearchWords::tr("live")), std::pair(statusUnlinked, StatesSearchWords::tr("out of reach")),
                                           std::pair(statusFreed, StatesSearchWords::tr("freed"))})
            m_terms.push_back({text(object.name) + QLatin1Char(' ') + word, [cell = std::size_t(object.status), is = status](auto cells) { return cells[cell] == is; }});
    for (const Model::LockRef& lock : model.locks) {
        const bool isReadWrite = model.fields[std::size_t(lock.field)].kind == CellKind::ReadWriteLock;
        const auto cell = std::size_t(model.address(lock.object, lock.field));
        const QString name = text(lockName(model, lock.object, lock.field)) + QLatin1Char(' ') + text(model.objects[std::size_t(lock.object)].name + '.' + model.fields[std::size_t(lock.field)].name);
        for (int thread = 0; thread < int(model.threads.size()); ++thread)
            m_terms.push_back({StatesSearchWords::tr("%1 held by %2").arg(name, text(model.threads[std::size_t(thread)].name)), [=](auto cells) {
                return holderOf(cells[cell]) == thread || (isReadWrite && (bits(&cells[cell + readersCell]) >> thread & 1u) != 0);
            }});
    }
    for (const Model::FieldRef& machine : model.machineFields) {
        const FieldInfo& field = model.fields[std::size_t(machine.field)];
        const QString name = text(model.objects[std::size_t(machine.object)].name + '.' + field.name) + QLatin1Char(' ');
        for (std::size_t state = 0; state < field.machine->states().size(); ++state)
            m_terms.push_back({name + text(field.machine->states()[state].name),
                               [cell = std::size_t(model.address(machine.object, machine.field)), state, there = std::size_t(model.objects[std::size_t(machine.object)].status)](auto cells) {
                                   return cells[there] != 0 && std::size_t(cells[cell]) == state;
                               }});
    }
}

std::vector<std::uint32_t> StatesSearch::find(const QString& words) const
{
    const QString wanted = words.simplified();
    const GraphFacts& facts = m_explored->facts;
    const StateGraph& graph = m_explored->graph();
    if (wanted.isEmpty())
        return {};
    bool isNumber = false;
    const QString last = wanted.section(QLatin1Char(' '), -1);
    const uint number = last.toUInt(&isNumber);
    if (isNumber && (last == wanted || wanted.section(QLatin1Char(' '), 0, 0).compare(StatesSearchWords::tr("state"), Qt::CaseInsensitive) == 0))
        return number < facts.nodes() ? std::vector<std::uint32_t>{number} : std::vector<std::uint32_t>();

    const auto isMeant = [&](const QString& told) { return told.contains(wanted, Qt::CaseInsensitive); };
    std::vector<bool> isStep;
    for (const QString& step : m_steps)
        isStep.push_back(isMeant(step));
    std::vector<const Term*> terms;
    for (const Term& term : m_terms)
        if (isMeant(term.words))
            terms.push_back(&term);
    std::vector<std::uint32_t> found;
    for (std::uint32_t state = 0; state < graph.size(); ++state) {
        bool isFound = std::ranges::any_of(terms, [&, cells = m_explored->states.cellsOf(state)](const Term* term) { return term->holds(cells); });
        for (std::uint32_t edge = graph.first[state]; edge < graph.first[state + 1] && !isFound; ++edge)
            isFound = isStep[graph.edges[edge].event];
        if (isFound)
            found.push_back(state);
    }
    std::ranges::stable_sort(found, {}, [&](std::uint32_t node) { return facts.depth[node]; });
    return found;
}

} // namespace bindlab
