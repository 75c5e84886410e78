#include "reference_sheet.h"

#include "viewmodels/shared/chart_paths.h"
#include "viewmodels/shared/exported.h"
#include "viewmodels/shared/plain_text.h"

#include "lesson/glossary.h"
#include "report/machine_carriers.h"
#include "report/machine_chart.h"
#include "report/machine_refusals.h"

#include <QPolygonF>
#include <QStringList>

#include <cmath>

namespace bindlab {

namespace {

QStringList texts(const std::vector<std::string>& from)
{
    QStringList all;
    for (const std::string& each : from)
        all.append(text(each));
    return all;
}

QRectF around(SvgPoint middle, double width, double height) { return {middle.x - width / 2, middle.y - height / 2, width, height}; }

QString headOf(const PlacedChart::Edge& edge)
{
    const QPointF tip(edge.tip.x, edge.tip.y);
    const QPointF way = edge.curve.empty() ? QPointF() : tip - QPointF(edge.curve.back().x, edge.curve.back().y);
    const double length = std::hypot(way.x(), way.y());
    return length < 0.01 ? QString() : arrowHead(tip, way / length);
}

/// A curve lies within its points.
QRectF frameOf(const PlacedChart::Edge& edge)
{
    QPolygonF points{QPointF(edge.tip.x, edge.tip.y)};
    for (const SvgPoint& point : edge.curve)
        points.append(QPointF(point.x, point.y));
    return points.boundingRect().adjusted(-4, -4, 4, 4);
}

QString carriersText(const std::vector<MachineCarrier>& carriers)
{
    QStringList all;
    for (const MachineCarrier& carrier : carriers) {
        const QString field = text(carrier.type) + QLatin1Char('.') + text(carrier.field);
        all.append(carrier.objects.empty() ? field : ReferenceSheet::tr("%1 of %2").arg(field, texts(carrier.objects).join(QStringLiteral(", "))));
    }
    return all.join(QStringLiteral("; "));
}

QString spoken(const TransitionRow& row)
{
    QString sentence = ReferenceSheet::tr("%1 takes %2 to %3").arg(row.event, row.from, row.to);
    if (!row.guard.isEmpty())
        sentence += ReferenceSheet::tr(", if %1").arg(row.guard);
    if (!row.action.isEmpty())
        sentence += ReferenceSheet::tr(", does %1").arg(row.action);
    return sentence;
}

/// Row by row as the machine has them, state by state.
std::vector<TransitionRow> transitionRows(const Machine& machine)
{
    std::vector<TransitionRow> rows;
    for (const MachineState& state : machine.states()) {
        bool isFirst = true;
        for (const ChartRow& row : machine.chart()) {
            if (row.from != state.name)
                continue;
            rows.push_back({text(row.from), text(row.event), text(row.to), text(row.guard), text(row.action), isFirst, {}});
            rows.back().spoken = spoken(rows.back());
            isFirst = false;
        }
    }
    return rows;
}

} // namespace

void ReferenceSheet::show(const Machine& machine, const Library& library)
{
    if (m_machine == &machine)
        return;
    m_machine = &machine;
    m_carriers = carriersText(carriersOf(library, machine.name()));
    drawChart();
    fillTables();
    emit changed();
}

void ReferenceSheet::drawChart()
{
    const MachineChart chart = chartOf(*m_machine);
    m_size = QSizeF(chart.placed.width, chart.placed.height);
    m_startMark = around(chart.placed.nodes.back(), MachineChart::startSize, MachineChart::startSize);
    std::vector<SheetStateRow> states;
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
        const MachineState& state = m_machine->states()[i];
        states.push_back({text(state.name), text(state.meaning), around(chart.placed.nodes[i], chart.boxes[i].width, chart.boxes[i].height), int(i) == chart.initial});
    }
    m_states.assign(std::move(states));
    std::vector<SheetArrowRow> arrows;
    for (std::size_t i = 0; i < chart.placed.edges.size(); ++i) {
        const PlacedChart::Edge& edge = chart.placed.edges[i];
        SheetArrowRow& row = arrows.emplace_back();
        row.path = curvePath(edge.curve);
        row.head = headOf(edge);
        row.frame = frameOf(edge);
        if (i == 0)   // from the mark where the machine begins
            continue;
        row.label = texts(chart.ways[i - 1].labels).join(QLatin1Char('\n'));
        row.labelCentre = QPointF(edge.label.x, edge.label.y);
        row.meaning = text(chart.ways[i - 1].meaning);
    }
    m_arrows.assign(std::move(arrows));
}

void ReferenceSheet::fillTables()
{
    m_transitions.assign(transitionRows(*m_machine));
    std::vector<RefusalRow> refusals;
    for (const MachineRefusal& refusal : refusalsOf(*m_machine)) {
        const QString states = texts(refusal.states).join(QStringLiteral(", "));
        refusals.push_back({text(refusal.event), states, text(refusal.answer), text(refusal.reason), {}});
        refusals.back().spoken = tr("%1 in %2 is refused with %3. %4").arg(refusals.back().event, states, refusals.back().answer, refusals.back().reason);
    }
    m_refusals.assign(std::move(refusals));
}

QString ReferenceSheet::name() const { return m_machine == nullptr ? QString() : text(m_machine->name()); }

QString ReferenceSheet::title() const { return m_machine == nullptr ? QString() : text(m_machine->title()); }

QString ReferenceSheet::about() const
{
    const Term* term = m_machine == nullptr ? nullptr : findTerm(m_machine->name());
    return term == nullptr ? QString() : text(term->text);
}

QString ReferenceSheet::source() const { return m_machine == nullptr ? QString() : text(m_machine->source()); }

QString ReferenceSheet::spokenChart() const
{
    return tr("Chart of %1: %2 states, %3 arrows. The table below says the same.").arg(title()).arg(m_states.rowCount()).arg(m_arrows.rowCount() - 1);
}

QString ReferenceSheet::exportedChart(const QString& format) const
{
    return m_machine == nullptr ? QString() : bindlab::exportedChart(format, *m_machine);
}

} // namespace bindlab
