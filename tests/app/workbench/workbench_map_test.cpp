#include "runs.h"

#include <set>

using namespace bindlab;

namespace {

template <typename Row>
const std::vector<Row>& rowsOf(QAbstractItemModel* model)
{
    return static_cast<StructListModel<Row>*>(model)->rows();
}

} // namespace

TEST_CASE("no box moves while a run is played", "[map][invariant]")
{
    Loaded loaded;
    MapViewModel& map = *loaded.workbench.map();
    const auto frames = [&] {
        std::vector<QRectF> all;
        for (const CardRow& card : rowsOf<CardRow>(map.cards()))
            all.push_back(card.frame);
        for (const LockRow& lock : rowsOf<LockRow>(map.locks()))
            all.push_back(lock.frame);
        for (const PillRow& pill : rowsOf<PillRow>(map.pills()))
            all.push_back(pill.frame);
        return all;
    };
    const std::vector<QRectF> before = frames();
    REQUIRE(before.size() > 20);
    for (int step = 0; step < 60; ++step) {
        loaded.play(1);
        REQUIRE(frames() == before);
    }
}

TEST_CASE("lines run at right angles, through no box and no label", "[map][invariant]")
{
    const char* design = GENERATE("D1", "D3a");
    Loaded loaded(design);
    MapViewModel& map = *loaded.workbench.map();
    int lines = 0;
    do {
        std::vector<QRectF> boxes;
        for (const CardRow& card : rowsOf<CardRow>(map.cards()))
            boxes.push_back(card.frame.adjusted(1, 1, -1, -1));
        for (const LockRow& lock : rowsOf<LockRow>(map.locks()))
            boxes.push_back(lock.frame.adjusted(1, 1, -1, -1));
        for (const EdgeRow& edge : rowsOf<EdgeRow>(map.edges())) {
            if (edge.kind >= kinds::Forward)
                continue;
            ++lines;
            for (qsizetype i = 1; i < edge.line.size(); ++i) {
                const QPointF& a = edge.line[i - 1];
                const QPointF& b = edge.line[i];
                INFO("step " << loaded.workbench.position() << " kind " << edge.kind << " label " << edge.label.toStdString());
                CHECK((std::abs(a.x() - b.x()) < 0.01 || std::abs(a.y() - b.y()) < 0.01));
                for (const QRectF& box : boxes)
                    CHECK_FALSE(QRectF(a, b).normalized().adjusted(-0.1, -0.1, 0.1, 0.1).intersects(box));
            }
            for (const QRectF& box : boxes)
                CHECK_FALSE(edge.labelFrame.intersects(box));
        }
    } while (loaded.play(1) > 0);
    CHECK(lines > 200);
}

TEST_CASE("a pointer that names a freed object dangles, and the object stays in sight as freed", "[map]")
{
    Loaded loaded;
    WorkbenchViewModel& workbench = loaded.workbench;
    while (workbench.stepThread(1)) {}
    const auto& cards = rowsOf<CardRow>(workbench.map()->cards());
    const auto vdevice = std::find_if(cards.begin(), cards.end(), [](const CardRow& card) { return card.name == "vdevice"; });
    REQUIRE(vdevice != cards.end());
    CHECK(vdevice->shown);
    CHECK(vdevice->status == kinds::Freed);
    CHECK(vdevice->stateWord == "freed");
    CHECK(vdevice->badge.isEmpty());
    const auto& edges = rowsOf<EdgeRow>(workbench.map()->edges());
    CHECK(std::any_of(edges.begin(), edges.end(), [](const EdgeRow& edge) { return edge.kind == kinds::Dangling && edge.label == "vdev"; }));
}

TEST_CASE("a step is about one thing at most, and a thread that waits has its arrow", "[map]")
{
    Loaded loaded;
    WorkbenchViewModel& workbench = loaded.workbench;
    for (int step = 0; step < 4; ++step)
        REQUIRE(workbench.stepThread(1));
    int marked = 0;
    int steps = 0;
    bool waited = false;
    do {
        int primary = 0;
        for (const CardRow& card : rowsOf<CardRow>(workbench.map()->cards()))
            primary += card.primary ? 1 : 0;
        for (const LockRow& lock : rowsOf<LockRow>(workbench.map()->locks()))
            primary += lock.primary ? 1 : 0;
        for (const PillRow& pill : rowsOf<PillRow>(workbench.map()->pills()))
            primary += pill.primary ? 1 : 0;
        CHECK(primary <= 1);
        marked += primary;
        ++steps;
        const auto& edges = rowsOf<EdgeRow>(workbench.map()->edges());
        const bool arrow = std::any_of(edges.begin(), edges.end(), [](const EdgeRow& edge) { return edge.kind == kinds::Wait; });
        const bool waits = std::any_of(workbench.snapshot().threads.begin(), workbench.snapshot().threads.end(), [](const ThreadView& thread) {
            return thread.inCall && thread.waitsForLock >= 0;
        });
        CHECK(arrow == waits);
        waited = waited || waits;
    } while (workbench.stepThread(0) || workbench.stepThread(1));
    CHECK(waited);
    CHECK(marked > steps * 3 / 4);
}

TEST_CASE("the arrow keys reach every object, lock and chart that is shown", "[map]")
{
    Loaded loaded;
    MapViewModel& map = *loaded.workbench.map();
    std::set<int> reached;
    std::vector<int> open{map.neighbour(-1, 0)};
    while (!open.empty()) {
        const int box = open.back();
        open.pop_back();
        if (!reached.insert(box).second)
            continue;
        CHECK_FALSE(map.boxDescription(box).isEmpty());
        for (int direction = 0; direction < 4; ++direction)
            open.push_back(map.neighbour(box, direction));
    }
    std::size_t shown = rowsOf<ChartTitleRow>(map.chartTitles()).size();
    for (const CardRow& card : rowsOf<CardRow>(map.cards()))
        shown += card.shown ? 1 : 0;
    for (const LockRow& lock : rowsOf<LockRow>(map.locks()))
        shown += lock.shown ? 1 : 0;
    CHECK(reached.size() == shown);
}

TEST_CASE("an object is described in one line, with its state, its count, its lock and who waits", "[map]")
{
    Loaded loaded;
    WorkbenchViewModel& workbench = loaded.workbench;
    for (int step = 0; step < 4; ++step)
        REQUIRE(workbench.stepThread(1));
    while (workbench.stepThread(0)) {}
    const auto& cards = rowsOf<CardRow>(workbench.map()->cards());
    const auto vdevice = std::find_if(cards.begin(), cards.end(), [](const CardRow& card) { return card.name == "vdevice"; });
    REQUIRE(vdevice != cards.end());
    for (const char* part : {"vdevice, ", "destroying", "vdev->mutex held by T2", "T1 waits"})
        CHECK(vdevice->description.contains(part));
}

TEST_CASE("what the glossary says of an object, a lock or a machine goes with it", "[map][glossary]")
{
    WorkbenchViewModel workbench;
    REQUIRE(workbench.load(Selection{"D6", {}, "S3", "tdx"}));
    workbench.map()->arrange(760, 560, 1, "Inter", "JetBrains Mono");
    int cards = 0;
    for (const CardRow& card : workbench.map()->cardRows()) {
        CAPTURE(card.name.toStdString());
        CHECK(!card.meaning.isEmpty());
        cards += card.meaning.startsWith("vdevice, iommufd: ");
    }
    CHECK(cards == 1);
    for (const LockRow& lock : workbench.map()->lockRows()) {
        CAPTURE(lock.name.toStdString());
        CHECK(!lock.meaning.isEmpty());
    }
    for (const ChartTitleRow& title : workbench.map()->chartTitleRows())
        CHECK(!title.meaning.isEmpty());
}
