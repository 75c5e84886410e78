#include "workbench_map.h"

#include "map_boxes.h"
#include "map_edges.h"
#include "map_forecast.h"
#include "map_step.h"
#include "viewmodels/shared/plain_text.h"

#include <QFont>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

/// Smallest scale the map is shown at; below it, it is panned.
constexpr double smallestScale = 0.8;

} // namespace

MapViewModel::MapViewModel(QObject* parent) : QObject(parent) {
    m_measure.textWidth = [](MapText, const QString& what) { return 7.0 * double(what.size()); };
}

void MapViewModel::update(const Run& run, const Snapshot& now, bool fresh) {
    m_run = &run;
    m_now = now;
    m_before = run.position() > 0 ? look(run.model(), run.stateAt(run.position() - 1)) : now;
    if (fresh) {
        m_outdated = false;
        m_forecast = forecastOf(run);
        m_forecast.beside = m_beside;
        m_forecast.only = objectsToDraw();
        layOut();
    }
    fill();
}

void MapViewModel::arrange(double width, double height, double textScale, const QString& sans, const QString& code) {
    if (width < 1 || height < 1)
        return;
    if (m_pane == QSizeF(width, height) && m_measure.scale == textScale && m_fonts == std::make_pair(sans, code))
        return;
    m_pane = QSizeF(width, height);
    m_fonts = {sans, code};
    m_measure.scale = textScale;
    if (m_run != nullptr) {
        layOut();
        fill();
    }
    emit changed();
}

/// Measures text as it will be drawn: a font has whole pixels, so that at 80 % text is not 80 % as wide. The same names are asked
/// for again and again, and shaping them is most of what a layout costs, so that widths are remembered.
void MapViewModel::measureText() {
    const auto measuring = [&](const QString& family, double size, QFont::Weight weightOf) {
        QFont font(family);
        font.setPixelSize(std::max(1, int(std::round(size * m_measure.scale * m_scale))));
        font.setWeight(weightOf);
        return [unit = m_scale, metrics = QFontMetricsF(font), known = &m_widths[font.key()]](const QString& what) {
            const auto found = known->constFind(what);
            return (found != known->constEnd() ? *found : *known->insert(what, metrics.horizontalAdvance(what))) / unit;
        };
    };
    const auto& [sans, code] = m_fonts;
    m_measure.textWidth = [name = measuring(code, 13, QFont::Medium), codeText = measuring(code, 12, QFont::Normal),
                           label = measuring(sans, 12, QFont::Medium), caption = measuring(sans, 11, QFont::Normal)](MapText kind, const QString& what) {
        switch (kind) {
        case MapText::Name: return name(what);
        case MapText::Code: return codeText(what);
        case MapText::Label: return label(what);
        case MapText::Caption: return caption(what);
        }
        return 0.0;
    };
}

void MapViewModel::layOut() {
    // As large as fits, down to the smallest scale.
    for (m_scale = 1;; m_scale -= 0.04) {
        m_scale = std::max(m_scale, smallestScale);
        if (!m_fonts.first.isEmpty())
            measureText();
        m_measure.width = std::floor(m_pane.width() / m_scale);
        m_measure.height = std::floor(m_pane.height() / m_scale);
        m_layout = layoutMap(m_now, m_forecast, m_measure);
        if (m_scale <= smallestScale || (m_layout.width <= m_measure.width + 0.5 && m_layout.height <= m_measure.height + 0.5))
            break;
    }
    m_lines = std::make_unique<MapLines>(m_run->model(), m_now, m_forecast, m_layout, m_measure.scale);
}

std::optional<std::set<int>> MapViewModel::objectsToDraw() const {
    if (m_only.empty())
        return std::nullopt;
    std::set<int> objects;
    for (int i = 0; i < int(m_now.objects.size()); ++i)
        if (m_only.contains(text(m_now.objects[std::size_t(i)].name)))
            objects.insert(i);
    return objects;
}

std::vector<MapViewModel::Box> MapViewModel::boxes() const {
    std::vector<Box> all;
    for (const CardRow& card : m_cards.rows())
        all.push_back({card.frame, card.description, card.shown, text(m_now.objects[std::size_t(card.object)].name)});
    for (const LockRow& lock : m_locks.rows())
        all.push_back({lock.frame, lock.description, lock.shown, text(m_now.locks[std::size_t(lock.lock)].name)});
    for (const ChartTitleRow& chart : m_chartTitles.rows())
        all.push_back({chart.frame, chart.description, true, chart.value});
    return all;
}

int MapViewModel::neighbour(int box, int direction) const {
    const std::vector<Box> all = boxes();
    const auto firstShown = std::find_if(all.begin(), all.end(), [](const Box& each) { return each.shown; });
    if (firstShown == all.end())
        return -1;
    if (box < 0 || box >= int(all.size()) || !all[std::size_t(box)].shown)
        return int(firstShown - all.begin());
    const QPointF from = all[std::size_t(box)].frame.center();
    int best = box;
    double bestAway = 0;
    for (int i = 0; i < int(all.size()); ++i) {
        const QPointF way = all[std::size_t(i)].frame.center() - from;
        const double along = direction == 0 ? way.x() : direction == 1 ? way.y() : direction == 2 ? -way.x() : -way.y();
        const double across = std::abs(direction % 2 == 0 ? way.y() : way.x());
        if (i == box || !all[std::size_t(i)].shown || along <= 1)
            continue;
        const double away = along + 2.5 * across;
        if (best == box || away < bestAway) {
            best = i;
            bestAway = away;
        }
    }
    return best;
}

QRectF MapViewModel::boxFrame(int box) const {
    const std::vector<Box> all = boxes();
    return box < 0 || box >= int(all.size()) ? QRectF() : all[std::size_t(box)].frame;
}

QString MapViewModel::boxDescription(int box) const {
    const std::vector<Box> all = boxes();
    return box < 0 || box >= int(all.size()) ? QString() : all[std::size_t(box)].description;
}

int MapViewModel::boxAt(double x, double y) const {
    const std::vector<Box> all = boxes();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Box& box) { return box.shown && box.frame.contains(x, y); });
    return found == all.end() ? -1 : int(found - all.begin());
}

QString MapViewModel::boxValue(int box) const {
    const std::vector<Box> all = boxes();
    return box < 0 || box >= int(all.size()) ? QString() : all[std::size_t(box)].value;
}

std::vector<std::pair<int, QString>> MapViewModel::namedBoxes() const {
    std::vector<std::pair<int, QString>> named;
    const std::vector<Box> all = boxes();
    for (int box = 0; box < int(all.size()); ++box) {
        if (all[std::size_t(box)].shown)
            named.emplace_back(box, all[std::size_t(box)].description);
    }
    return named;
}

QRectF MapViewModel::boxOf(int object) const {
    return m_layout.objects[std::size_t(object)].frame;
}

QRectF MapViewModel::frameOf(int object) const {
    const QRectF box = boxOf(object);
    if (!box.isEmpty())
        return box;
    for (const int machine : m_now.objects[std::size_t(object)].machines)
        if (const MapChart& chart = m_layout.charts[std::size_t(machine)]; chart.shown)
            return chart.frame;
    return {};
}

void MapViewModel::fill() {
    const MapStep last = mapStepAt(*m_run, m_now, m_layout, m_run->position() - 1);

    std::vector<LaneRowData> lanes;
    for (const MapLane& lane : m_layout.lanes)
        lanes.push_back({lane.title, lane.subtitle, lane.frame, lane.empty});
    m_lanes.assign(std::move(lanes));
    std::vector<GroupRow> groups;
    for (const MapGroup& group : m_layout.groups)
        groups.push_back({group.title, group.frame, group.titleRight});
    m_groups.assign(std::move(groups));

    const MapBoxes boxes(m_now, m_before, m_layout, last);
    m_cards.assign(boxes.cards());
    m_locks.assign(boxes.locks());
    m_chartTitles.assign(boxes.chartTitles());
    m_pills.assign(boxes.pills());
    m_edges.assign(MapEdges(*m_run, m_now, m_before, last, m_layout, m_measure).rows(*m_lines));
}

} // namespace bindlab
