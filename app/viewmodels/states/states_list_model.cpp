#include "states_list_model.h"

#include "states_looks.h"
#include "states_view_model.h"
#include "viewmodels/shared/number_text.h"

#include "flow/program.h"

#include <QStringList>

#include <utility>

namespace bindlab {

namespace {

constexpr int mostSteps = 4;   // that a line names

} // namespace

void StatesListModel::show(std::shared_ptr<const ExploredStates> explored, std::shared_ptr<const StatesScene> scene)
{
    beginResetModel();
    m_explored = std::move(explored);
    m_scene = std::move(scene);
    endResetModel();
}

int StatesListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() || !m_scene ? 0 : int(m_scene->nodes.size()); }

QString StatesListModel::brokenText(std::uint32_t node) const
{
    const auto run = m_explored->facts.shortestRun(node);
    const std::uint64_t broken = run.empty() ? m_explored->graph().broken[0] : m_explored->graph().edges[run.back()].broken;
    return QString::fromStdString(m_explored->keysAsText(broken));
}

QString StatesListModel::nextText(std::uint32_t node) const
{
    const StateGraph& graph = m_explored->graph();
    if (node >= graph.size())
        return StatesViewModel::tr("memory is lost");
    QStringList steps;
    for (std::uint32_t edge = graph.first[node]; edge < graph.first[node + 1] && steps.size() < mostSteps; ++edge) {
        const StateGraph::Event& event = graph.events[graph.edges[edge].event];
        const QString label = event.place < 0 ? QString() : QString::fromStdString(m_explored->model->places[std::size_t(event.place)].label);
        steps.append((QString::fromStdString(m_explored->model->threads[event.thread].name) + QLatin1Char(' ') + label).trimmed());
    }
    return steps.isEmpty() ? StatesViewModel::tr("the end") : steps.join(QStringLiteral(", "));
}

QVariant StatesListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = std::size_t(index.row());
    const GroupedGraph::Node& drawn = m_scene->graph.nodes[row];
    switch (role) {
    case NodeRole: return int(drawn.first);
    case DepthRole: return int(m_explored->facts.depth[drawn.first]);
    case LookRole: {
        const looks::Look mark = looks::markOf(m_scene->nodes[row]);
        return mark == looks::Plain ? looks::lookOf(m_scene->nodes[row], looks::Outcome) : int(mark);
    }
    case BrokenRole: return brokenText(drawn.first);
    case NextRole: return nextText(drawn.first);
    case SpokenRole: {
        const QString name = drawn.count == 1 ? StatesViewModel::tr("State %1").arg(drawn.first) : StatesViewModel::tr("%1 states like state %2").arg(numberText(drawn.count)).arg(drawn.first);
        const QString broken = brokenText(drawn.first);
        const QString begin = StatesViewModel::tr("%1, after %2").arg(name, counted(m_explored->facts.depth[drawn.first], StatesViewModel::tr("1 step"), StatesViewModel::tr("%1 steps")));
        return broken.isEmpty() ? StatesViewModel::tr("%1. Next: %2").arg(begin, nextText(drawn.first)) : StatesViewModel::tr("%1. Breaks %2. Next: %3").arg(begin, broken, nextText(drawn.first));
    }
    default: return {};
    }
}

QHash<int, QByteArray> StatesListModel::roleNames() const
{
    return {{NodeRole, "node"}, {DepthRole, "depth"}, {LookRole, "look"}, {BrokenRole, "broken"}, {NextRole, "next"}, {SpokenRole, "spoken"}};
}

} // namespace bindlab
