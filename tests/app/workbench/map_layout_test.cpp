#include "viewmodels/map/map_layout.h"

#include "flow/library.h"

#include "catch.h"

using namespace bindlab;

namespace {

MapMeasure measureOf(double width, double height, double scale)
{
    MapMeasure measure;
    measure.width = width;
    measure.height = height;
    measure.scale = scale;
    measure.textWidth = [scale](MapText kind, const QString& text) {
        return double(text.size()) * scale * (kind == MapText::Name ? 7.8 : kind == MapText::Code ? 7.2 : 6.2);
    };
    return measure;
}

Snapshot startOf(const std::string& design, const std::string& scenario, const std::string& platform = "tdx")
{
    Selection selection;
    selection.design = design;
    selection.scenario = scenario;
    selection.platform = platform;
    const auto model = Library::shipped().compile(selection);
    REQUIRE(model);
    return look(**model, initialState(**model));
}

/// Everything that may not cover anything else, with a name for messages.
std::vector<std::pair<std::string, QRectF>> boxes(const Snapshot& snapshot, const MapLayout& layout)
{
    std::vector<std::pair<std::string, QRectF>> all;
    for (std::size_t i = 0; i < layout.objects.size(); ++i) {
        if (layout.objects[i].place == MapPlace::Card || layout.objects[i].place == MapPlace::File)
            all.emplace_back(snapshot.objects[i].name, layout.objects[i].frame);
    }
    for (std::size_t i = 0; i < layout.locks.size(); ++i) {
        if (layout.objects[std::size_t(snapshot.locks[i].object)].place != MapPlace::None)
            all.emplace_back(snapshot.locks[i].name, layout.locks[i]);
    }
    for (std::size_t i = 0; i < layout.charts.size(); ++i) {
        for (std::size_t state = 0; state < layout.charts[i].pills.size(); ++state)
            all.emplace_back(std::string(snapshot.machines[i].machine->states()[state].name), layout.charts[i].pills[state]);
        for (const MapArrow& arrow : layout.charts[i].arrows)
            all.emplace_back("label " + arrow.label.toStdString(), arrow.labelFrame.adjusted(1, 1, -1, -1));
    }
    for (const QRectF& title : layout.titles)
        all.emplace_back("title", title);
    return all;
}

} // namespace

TEST_CASE("nothing on the map covers anything else, at any size of pane and text", "[map][invariant]")
{
    struct Case {
        const char* design;
        const char* scenario;
        const char* platform;
    };
    const auto [design, scenario, platform] = GENERATE(values<Case>({{"D1", "S3", "tdx"}, {"D2", "S3", "cca"}, {"D3a", "S3", "sev"}, {"D3b", "S3", "tdx"},
                                                                     {"D4V2", "S2", "sev"}, {"D6", "S10a", "tdx"}, {"D6", "S8", "sev"}, {"D9", "S3", "cca"}}));
    const double width = GENERATE(560.0, 760.0, 1400.0);
    const double scale = GENERATE(1.0, 1.5, 2.0);
    const Snapshot snapshot = startOf(design, scenario, platform);
    const MapLayout layout = layoutMap(snapshot, {}, measureOf(width, 540, scale));
    const auto all = boxes(snapshot, layout);
    REQUIRE(all.size() > 30);
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(design << ' ' << scenario << ' ' << platform << ' ' << width << ' ' << scale << ": " << all[i].first);
        CHECK(all[i].second.width() > 0);
        CHECK(all[i].second.left() >= 0);
        CHECK(all[i].second.right() <= layout.width);
        CHECK(all[i].second.bottom() <= layout.height);
        for (std::size_t j = 0; j < i; ++j) {
            INFO(all[j].first);
            CHECK_FALSE(all[i].second.intersects(all[j].second));
        }
    }
}

TEST_CASE("objects stand in the lane of their component, and a lane with nothing in it shrinks to its title", "[map]")
{
    const Snapshot snapshot = startOf("D3a", "S3");
    const MapLayout layout = layoutMap(snapshot, {}, measureOf(760, 540, 1));
    REQUIRE(layout.lanes.size() == 5);
    const std::vector<std::pair<std::string, int>> lanes{{"vmm", 1}, {"vfio", 2}, {"iommufd", 2}, {"pci_tsm", 2}, {"kvm", 2}, {"tsm", 3}, {"device", 4}};
    for (std::size_t i = 0; i < snapshot.objects.size(); ++i) {
        for (const auto& [component, lane] : lanes) {
            if (snapshot.objects[i].component != component || layout.objects[i].place == MapPlace::None)
                continue;
            CHECK(layout.objects[i].lane == lane);
            CHECK(layout.lanes[std::size_t(lane)].frame.contains(layout.objects[i].frame));
        }
    }
    Snapshot hostOnly;
    hostOnly.objects.resize(1);
    hostOnly.objects[0].component = "vfio";
    hostOnly.objects[0].values.push_back({"users", "1", 1, true, {}});
    const MapLayout small = layoutMap(hostOnly, {}, measureOf(760, 540, 1));
    REQUIRE(small.lanes.size() == 5);
    CHECK(small.lanes[0].empty);
    CHECK(small.lanes[0].frame.height() < small.lanes[2].frame.height());
}

TEST_CASE("what is nobody's component, or has neither life nor count nor lock, is not on the map", "[map]")
{
    const Snapshot snapshot = startOf("D6", "S8", "sev");   // with a process, and the environment
    const MapLayout layout = layoutMap(snapshot, {}, measureOf(760, 540, 1));
    const auto placeOf = [&](const std::string& name) {
        for (std::size_t i = 0; i < snapshot.objects.size(); ++i) {
            if (snapshot.objects[i].name == name)
                return layout.objects[i].place;
        }
        FAIL("there is no object " << name);
        return MapPlace::None;
    };
    for (const char* name : {"environment", "process", "dev", "vdevice_id", "ictx"}) {
        INFO(name);
        CHECK(placeOf(name) == MapPlace::None);
    }
    CHECK(placeOf("vfio_fd") == MapPlace::File);
    CHECK(placeOf("idev") == MapPlace::Card);
    CHECK(placeOf("igroup") == MapPlace::Chip);
    CHECK(placeOf("dsm") == MapPlace::Card);
    CHECK(placeOf("device") == MapPlace::Chart);
}

TEST_CASE("a model of other parts gets a lane for each of them", "[map]")
{
    Snapshot snapshot;
    for (const char* component : {"left", "right", "left"}) {
        ObjectView object;
        object.name = component;
        object.component = component;
        object.status = ObjectStatus::Live;
        snapshot.objects.push_back(object);
    }
    const MapLayout layout = layoutMap(snapshot, {}, measureOf(600, 400, 1));
    REQUIRE(layout.lanes.size() == 2);
    CHECK(layout.lanes[0].title == "left");
    CHECK(layout.objects[0].lane == 0);
    CHECK(layout.objects[1].lane == 1);
    CHECK_FALSE(layout.objects[0].frame.intersects(layout.objects[2].frame));
}

TEST_CASE("a chart has a pill for each state, and only arrows of the machine's table", "[map]")
{
    const Snapshot snapshot = startOf("D3a", "S3");
    const MapLayout layout = layoutMap(snapshot, {}, measureOf(760, 540, 1));
    int charts = 0;
    for (std::size_t i = 0; i < layout.charts.size(); ++i) {
        if (!layout.charts[i].shown)
            continue;
        ++charts;
        const Machine& machine = *snapshot.machines[i].machine;
        CHECK(layout.charts[i].pills.size() == machine.states().size());
        CHECK(layout.charts[i].arrows.size() >= machine.states().size() - 1);
        for (const MapArrow& arrow : layout.charts[i].arrows) {
            const auto rows = machine.chart();
            CHECK(std::any_of(rows.begin(), rows.end(), [&](const ChartRow& row) {
                return row.from == machine.states()[std::size_t(arrow.from)].name && row.to == machine.states()[std::size_t(arrow.to)].name;
            }));
        }
    }
    CHECK(charts == 4);   // guest driver, firmware record, trusted DMA, TDISP interface
}
