#include "map_layout.h"

#include "map_charts.h"
#include "map_groups.h"
#include "map_lanes.h"
#include "map_sizes.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace bindlab {

namespace {

using namespace mapping;

class Builder {
public:
    Builder(const Snapshot& snapshot, const MapForecast& forecast, const MapMeasure& measure)
        : m_snapshot(snapshot), m_forecast(forecast), m_measure(measure), m_sizes(snapshot, measure), m_lanes(lanesOf(snapshot, forecast)),
          m_groups(snapshot, forecast, m_sizes, m_lanes.size() > 1), m_charts(snapshot, m_sizes) {}

    MapLayout build();

private:
    struct File {
        int object;
        double left;
        double width;
    };

    [[nodiscard]] double px(double size) const { return m_sizes.px(size); }
    [[nodiscard]] const ObjectView& object(int index) const { return m_snapshot.objects[std::size_t(index)]; }
    void measureTitles();
    void placeLanes();
    void fillLanes();
    void addTitles();
    /// Of all lanes, at the size they have without room to spare.
    [[nodiscard]] double contentWidth();
    [[nodiscard]] double naturalHeight(const Lane& lane) const;
    [[nodiscard]] std::vector<File> filesOf(const Lane& lane) const;
    /// Files keep clear of each other and of the lane's ends.
    void spread(std::vector<File>& files) const;
    void layFiles(const Lane& lane, int laneIndex, double top, double height);
    void laySide(const Lane& lane, int laneIndex, double top, double height);
    [[nodiscard]] double sideWidth(const Lane& lane) const;

    const Snapshot& m_snapshot;
    const MapForecast& m_forecast;
    const MapMeasure& m_measure;
    MapSizes m_sizes;
    std::vector<Lane> m_lanes;
    MapGroups m_groups;
    MapCharts m_charts;
    MapLayout m_layout;
    double m_contentLeft = 0;
    double m_contentRight = 0;
};

MapLayout Builder::build() {
    m_layout.objects.resize(m_snapshot.objects.size());
    m_layout.locks.resize(m_snapshot.locks.size());
    m_layout.charts.resize(m_snapshot.machines.size());
    measureTitles();
    // At the right edge a line may run past everything.
    const double margin = px(14);
    m_contentRight = m_measure.width - margin;
    m_layout.width = std::max(m_measure.width, m_contentLeft + contentWidth() + margin);
    m_contentRight = m_layout.width - margin;
    placeLanes();
    fillLanes();
    addTitles();
    return std::move(m_layout);
}

void Builder::measureTitles() {
    double titles = 0;
    for (const Lane& lane : m_lanes) {
        titles = std::max(titles, std::ceil(m_sizes.widthOf(MapText::Label, lane.title) * 1.15));   // it is larger and bolder
        for (const QString& part : lane.subtitle.split(QLatin1Char(' ')))
            titles = std::max(titles, m_sizes.widthOf(MapText::Label, part));
    }
    m_layout.laneTitleWidth = px(16) + std::min(std::max(titles, px(70)), px(120));
    m_contentLeft = m_layout.laneTitleWidth + px(6);
}

double Builder::contentWidth() {
    double others = 0;   // height of the lanes without groups
    for (const Lane& lane : m_lanes)
        others += lane.groups.empty() ? naturalHeight(lane) : 0;
    double width = px(260);
    for (Lane& lane : m_lanes) {
        m_groups.arrange(lane, m_measure.width - m_contentLeft - px(14), m_measure.height - others - 2 * px(9));
        width = std::max({width, m_groups.widthOf(lane), m_charts.widthOf(lane) + sideWidth(lane)});
    }
    return width;
}

void Builder::placeLanes() {
    double natural = 0;
    double flexible = 0;
    for (Lane& lane : m_lanes) {
        lane.natural = naturalHeight(lane);
        natural += lane.natural;
        flexible += lane.empty() ? 0 : 1;
    }
    m_layout.height = std::max(m_measure.height, natural);
    const double spare = m_layout.height - natural;

    double top = 0;
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const Lane& lane = m_lanes[i];
        const double share = lane.empty() || flexible == 0 ? 0 : std::floor(spare / flexible);
        const bool last = i + 1 == m_lanes.size();
        const double height = last ? m_layout.height - top : lane.natural + share;
        MapLane frame;
        frame.title = lane.title;
        frame.subtitle = lane.empty() ? QString() : lane.subtitle;
        frame.frame = QRectF(0, top, m_layout.width, height);
        frame.empty = lane.empty();
        m_layout.lanes.push_back(frame);
        m_layout.titles.push_back(QRectF(0, top + px(4), m_layout.laneTitleWidth, height - px(8)));
        top += height;
    }
}

void Builder::fillLanes() {
    // The host first: files stand over its groups.
    for (const bool groups : {true, false}) {
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            Lane& lane = m_lanes[i];
            const QRectF& frame = m_layout.lanes[i].frame;
            const Area area{m_contentLeft, m_contentRight, frame.top(), frame.height()};
            const Area beforeSide{m_contentLeft, m_contentRight - sideWidth(lane), frame.top(), frame.height()};
            if (groups && !lane.groups.empty())
                m_groups.lay(lane, int(i), area, m_layout);
            if (!groups && !lane.files.empty())
                layFiles(lane, int(i), frame.top(), frame.height());
            if (!groups && !lane.chartObjects.empty())
                m_charts.lay(lane, int(i), beforeSide, m_layout);
            if (!groups)
                laySide(lane, int(i), frame.top(), frame.height());
        }
    }
}

void Builder::addTitles() {
    for (const MapGroup& group : m_layout.groups) {
        const double width = m_sizes.widthOf(MapText::Label, group.title);
        const double left = group.titleRight ? group.frame.right() - px(12) - width : group.frame.left() + px(12);
        m_layout.titles.push_back(QRectF(left, group.frame.top() + px(6), width, px(18)));
    }
    for (const MapChart& chart : m_layout.charts) {
        if (chart.shown && !chart.labelFrame.isEmpty())
            m_layout.titles.push_back(chart.labelFrame);
    }
}

double Builder::naturalHeight(const Lane& lane) const {
    const double charts = m_charts.heightOf(lane, m_contentRight - m_contentLeft - sideWidth(lane));
    const double side = lane.side.empty() ? 0 : px(70);
    return lane.empty() ? px(34) : std::max({px(54), m_groups.heightOf(lane), charts, side, lane.files.empty() ? 0 : px(46)});
}

std::vector<Builder::File> Builder::filesOf(const Lane& lane) const {
    std::vector<File> files;
    for (const int index : lane.files) {
        const QString name = QString::fromStdString(object(index).name);
        const auto call = m_forecast.calls.find(index);
        const double callWidth = call == m_forecast.calls.end() ? px(34) : m_sizes.widthOf(MapText::Caption, call->second) + px(26);
        double width = px(11) + m_sizes.widthOf(MapText::Name, name) + px(14) + callWidth + px(11);
        for (const int lock : object(index).locks)
            width += px(6) + m_sizes.chipWidth(lock);
        // A file stands over the part of the kernel it is named after.
        double left = m_contentLeft;
        for (const MapGroup& group : m_layout.groups) {
            for (const ObjectView& view : m_snapshot.objects) {
                if (!view.component.empty() && componentTitle(view.component) == group.title && object(index).name.starts_with(view.component))
                    left = group.frame.left();
            }
        }
        files.push_back({index, left, width});
    }
    return files;
}

void Builder::spread(std::vector<File>& files) const {
    std::stable_sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.left < b.left; });
    const double gap = px(14);
    const double room = m_contentRight - m_contentLeft - gap * double(files.size() - 1);
    double wanted = 0;
    for (const File& file : files)
        wanted += file.width;
    // The widest, a long call, gives way first.
    for (; wanted > room; wanted -= px(4))
        std::max_element(files.begin(), files.end(), [](const File& x, const File& y) { return x.width < y.width; })->width -= px(4);
    double right = m_contentLeft - gap;
    for (File& file : files) {
        file.left = std::max(file.left, right + gap);
        right = file.left + file.width;
    }
    double limit = m_contentRight;
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        file->left = std::min(file->left, limit - file->width);
        limit = file->left - gap;
    }
}

void Builder::layFiles(const Lane& lane, int laneIndex, double top, double height) {
    std::vector<File> files = filesOf(lane);
    spread(files);
    for (const File& file : files) {
        MapObject& place = m_layout.objects[std::size_t(file.object)];
        place.place = MapPlace::File;
        place.lane = laneIndex;
        place.frame = QRectF(std::round(file.left), top + std::round((height - px(30)) / 2), std::round(file.width), px(30));
        for (const int lock : object(file.object).locks) {
            place.frame.setRight(place.frame.right() - px(6) - m_sizes.chipWidth(lock));
            m_layout.locks[std::size_t(lock)] = QRectF(place.frame.right() + px(6), place.frame.top() + px(3), m_sizes.chipWidth(lock), px(24));
        }
    }
}

double Builder::sideWidth(const Lane& lane) const {
    double width = 0;
    for (const int index : lane.side)
        width += m_sizes.cardWidth(object(index)) + px(12);
    return width;
}

void Builder::laySide(const Lane& lane, int laneIndex, double top, double height) {
    double left = m_contentRight - sideWidth(lane);
    for (const int index : lane.side) {
        const ObjectView& view = object(index);
        MapObject& place = m_layout.objects[std::size_t(index)];
        place.place = MapPlace::Card;
        place.lane = laneIndex;
        place.stateRow = hasStateRow(view);
        const double card = m_sizes.cardHeight(view);
        place.frame = QRectF(std::round(left + px(12)), std::round(top + (height - card) / 2), m_sizes.cardWidth(view), card);
        left += m_sizes.cardWidth(view) + px(12);
    }
}

} // namespace

bool isMishap(std::string_view state) {
    std::string low(state);
    std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return low == "error" || low == "leaked" || low == "dead";
}

bool isCodeName(const QString& name) {
    return std::none_of(name.begin(), name.end(), [](QChar c) { return c.isLower(); });
}

MapLayout layoutMap(const Snapshot& snapshot, const MapForecast& forecast, const MapMeasure& measure) {
    return Builder(snapshot, forecast, measure).build();
}

} // namespace bindlab
