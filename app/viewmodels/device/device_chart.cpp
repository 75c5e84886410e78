#include "device_chart.h"

#include "viewmodels/shared/chart_paths.h"
#include "viewmodels/shared/plain_text.h"

#include <QPointF>

#include <array>
#include <map>
#include <utility>

namespace bindlab {

namespace {

struct Route {
    const char* path;
    QPointF tip;        ///< where the arrow ends
    QPointF way;        ///< its direction there
    QRectF label;
};

const std::array<QRectF, 4> frames{QRectF(8, 104, 166, 86), QRectF(250, 104, 150, 86), QRectF(446, 104, 126, 86), QRectF(236, 288, 172, 86)};

using Pair = std::pair<int, int>;

const std::map<Pair, Route>& routes()
{
    static const std::map<Pair, Route> all{
        {{0, 1}, {"M 174 128 H 250", {250, 128}, {1, 0}, {182, 108, 60, 16}}},
        {{1, 0}, {"M 250 162 H 174", {174, 162}, {-1, 0}, {176, 167, 72, 32}}},
        {{1, 2}, {"M 400 147 H 446", {446, 147}, {1, 0}, {398, 124, 50, 16}}},
        {{2, 0}, {"M 516 104 V 34 Q 516 26 508 26 H 158 Q 150 26 150 34 V 104", {150, 104}, {0, 1}, {270, 17, 130, 18}}},
        {{1, 3}, {"M 325 190 V 288", {325, 288}, {0, 1}, {232, 208, 186, 50}}},
        {{2, 3}, {"M 516 190 V 323 Q 516 331 508 331 H 408", {408, 331}, {-1, 0}, {440, 248, 136, 34}}},
        {{3, 0}, {"M 236 331 H 96 Q 88 331 88 323 V 190", {88, 190}, {0, -1}, {30, 246, 116, 18}}},
    };
    return all;
}

int indexOf(std::string_view name)
{
    const auto states = tdi().states();
    return int(std::ranges::find(states, name, &MachineState::name) - states.begin());
}

/// A way between two states that nobody has laid out.
Route straight(int from, int to)
{
    const QPointF begin = frames[std::size_t(from)].center();
    const QPointF end = frames[std::size_t(to)].center();
    return {nullptr, end, QPointF(end.x() < begin.x() ? -1 : 1, 0), QRectF((begin + end) / 2, QSizeF(80, 16))};
}

} // namespace

QSizeF deviceChartSize() { return {576, 388}; }

std::vector<DeviceStateRow> deviceChartStates(TdiState current, std::optional<TdiState> previewed)
{
    std::vector<DeviceStateRow> rows;
    const auto states = tdi().states();
    for (std::size_t i = 0; i < states.size(); ++i) {
        DeviceStateRow& row = rows.emplace_back();
        row.name = text(states[i].name);
        row.meaning = text(states[i].meaning);
        row.frame = frames[i];
        row.current = i == std::size_t(current);
        row.previewed = previewed && i == std::size_t(*previewed);
        row.mishap = TdiState(i) == TdiState::Error;
    }
    return rows;
}

std::vector<DeviceArrowRow> deviceChartArrows(TdiState current, std::optional<TdiState> previewed)
{
    std::map<Pair, QStringList> events;
    for (const ChartRow& row : tdi().chart()) {
        const Pair pair(indexOf(row.from), indexOf(row.to));
        const auto event = std::ranges::find(tdi().events(), row.event, &MachineEvent::name);
        const QString label = text(event->label);
        if (pair.first != pair.second && !events[pair].contains(label))
            events[pair].append(label);
    }
    std::vector<DeviceArrowRow> rows;
    std::map<int, QString> told;   // by state, what already stands at an arrow into it
    for (const auto& [pair, labels] : events) {
        const auto laid = routes().find(pair);
        const Route route = laid != routes().end() ? laid->second : straight(pair.first, pair.second);
        DeviceArrowRow& row = rows.emplace_back();
        const QPointF begin = frames[std::size_t(pair.first)].center();
        row.path = route.path ? QString::fromLatin1(route.path)
                              : QStringLiteral("M %1 %2 L %3 %4").arg(begin.x()).arg(begin.y()).arg(route.tip.x()).arg(route.tip.y());
        row.head = arrowHead(route.tip, route.way);
        row.events = labels.join(QStringLiteral(", "));
        row.label = pair.second == int(TdiState::Error) && told[pair.second] == row.events ? QObject::tr("likewise") : row.events;
        told[pair.second] = row.events;
        row.labelFrame = route.label;
        row.previewed = previewed && pair == Pair(int(current), int(*previewed)) && current != *previewed;
    }
    return rows;
}

} // namespace bindlab
