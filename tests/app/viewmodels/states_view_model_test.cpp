#include "viewmodels/states/states_drawing.h"
#include "viewmodels/window/app_view_model.h"

#include "catch.h"
#include "roles.h"

#include "report/states_report.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QColor>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace bindlab;
using Catch::Matchers::Contains;

namespace {

void waitFor(StatesViewModel& states)
{
    QSignalSpy changed(&states, &StatesViewModel::changed);
    for (int i = 0; i < 600 && states.busy(); ++i)
        changed.wait(100);
    REQUIRE_FALSE(states.busy());
}

QVariantList valuesOf(const QAbstractItemModel& model, const char* role)
{
    QVariantList values;
    for (int row = 0; row < model.rowCount(); ++row)
        values.append(at(&model, row, role));
    return values;
}

/// D3a in S3, explored.
struct Explored {
    StatesViewModel model{Library::shipped()};

    explicit Explored(std::uint32_t mostNodes = StatesScene::mostNodes)
    {
        model.setMostNodes(mostNodes);
        model.start();
        waitFor(model);
        REQUIRE(model.explored());
    }
    [[nodiscard]] const ExploredStates& states() const { return *model.exploredStates(); }
};

} // namespace

TEST_CASE("the screen counts what the command counts", "[states]")
{
    Explored explored;
    const auto model = *Library::shipped().compile(explored.model.selection());
    const auto graph = *exploreAll(*model, 100'000, nullptr);
    const GraphFacts facts(graph);
    CHECK(explored.model.asText().toStdString() == statesAsText({model, explored.model.selection(), graph, facts}, Library::shipped()));
    CHECK(explored.model.countText().remove(QChar(0x2009)) == QString("%1 states, %2 steps").arg(facts.nodes()).arg(graph.edges.size()));
    CHECK(explored.model.failingText() == QString("%1 failing ends").arg(facts.endsFrom(graph, 0).failing));
}

TEST_CASE("first shown is the last state of the failing path from which some run holds", "[states]")
{
    Explored explored;
    const auto& failure = explored.states().facts.failures.front();
    CHECK(explored.model.position() == failure.noWayBackFrom - 1);
    CHECK_FALSE(explored.states().facts.isDoomed(std::uint32_t(explored.model.node())));
    CHECK(valuesOf(*explored.model.chips(), "text").contains("on the failing path"));
    CHECK_THAT(explored.model.sentence().toStdString(), Contains("After step " + std::to_string(failure.noWayBackFrom) + " every run fails."));
    explored.model.stepBy(1);
    CHECK_FALSE(explored.model.broken().isEmpty());
}

TEST_CASE("a state beside the failing path is shown with the shortest run to it", "[states]")
{
    Explored explored;
    StatesViewModel& model = explored.model;
    const auto onPath = explored.states().nodesOf(model.pathEdges());
    int beside = 1;
    while (std::ranges::find(onPath, std::uint32_t(beside)) != onPath.end() || explored.states().facts.depth[std::size_t(beside)] < 5)
        ++beside;
    model.select(beside);
    CHECK(model.node() == beside);
    CHECK_FALSE(model.onMainPath());
    CHECK(model.length() == int(explored.states().facts.depth[std::size_t(beside)]));
    const auto run = model.run();
    REQUIRE(run);
    CHECK(run->state() == explored.states().stateOf(std::uint32_t(beside)));
    model.showMainPath();
    CHECK(model.onMainPath());
}

TEST_CASE("each next step leads where its card says, and to as many ends", "[states]")
{
    Explored explored;
    StatesViewModel& model = explored.model;
    const int from = model.node();
    const int rows = model.next()->rowCount();
    REQUIRE(rows > 0);
    for (int row = 0; row < rows; ++row) {
        model.select(from);
        const int target = valuesOf(*model.next(), "node")[row].toInt();
        const int safe = valuesOf(*model.next(), "safe")[row].toInt();
        model.select(target);
        CHECK(model.node() == target);
        if (explored.states().facts.kind[std::size_t(target)] == GraphFacts::Kind::Inner)
            CHECK(int(explored.states().facts.endsFrom(explored.states().graph(), std::uint32_t(target)).safe) == safe);
    }
}

TEST_CASE("where memory is lost the state and what was broken can be looked at", "[states]")
{
    Explored explored;
    const std::uint32_t lost = explored.states().graph().size();
    REQUIRE(lost < explored.states().facts.nodes());
    explored.model.select(int(lost));
    CHECK(valuesOf(*explored.model.chips(), "text").contains("memory is lost"));
    CHECK_THAT(explored.model.broken().toStdString(), Contains("I3"));
    CHECK(explored.model.next()->rowCount() == 0);
}

TEST_CASE("above the limit states are shown in groups, and a group is told by its nearest member", "[states]")
{
    Explored explored(1000);
    StatesViewModel& model = explored.model;
    REQUIRE(model.scene()->nodes.size() <= 1000);
    CHECK_THAT(model.groupText().toStdString(), Contains("groups: same depth, same TDI state"));
    CHECK(model.states()->rowCount() == int(model.scene()->nodes.size()));
    const auto large = std::ranges::max_element(model.scene()->graph.nodes, {}, &GroupedGraph::Node::count);
    REQUIRE(large->count > 1);
    model.showMainPath();
    model.selectRow(int(large - model.scene()->graph.nodes.begin()));
    CHECK(model.scene()->graph.groupOf[std::size_t(model.node())] == std::uint32_t(model.row()));
    CHECK_THAT(model.groupNote().toStdString(), Contains("One of "));
    // The run that is shown goes through groups, and is the run of single states.
    REQUIRE(model.run());
    CHECK(model.run()->length() == model.length());
}

TEST_CASE("states are found by number, step, lock, object and machine", "[states]")
{
    Explored explored;
    StatesViewModel& model = explored.model;
    model.setQuery("state 81");
    model.nextFound(1);
    CHECK(model.node() == 81);
    CHECK(model.foundText() == "1 of 1");

    for (const char* words : {"lock(v.mutex)", "vdevice freed", "RUN", "held by T1", "tdx_tdisp_stop"}) {
        CAPTURE(words);
        model.setQuery(words);
        const std::size_t found = model.foundRows().size();
        if (std::string(words) != "lock(v.mutex)")
            CHECK(found > 0);
        CHECK(found < model.scene()->nodes.size());
    }
    model.setQuery("vdevice freed");
    model.nextFound(1);
    const auto& object = std::ranges::find(explored.states().model->objects, "vdevice", &ObjectInfo::name);
    CHECK(explored.states().stateOf(std::uint32_t(model.node()))[std::size_t(object->status)] == 4);
    const int first = model.node();
    model.nextFound(-1);
    model.nextFound(1);
    CHECK(model.node() == first);
    model.setQuery("no such words");
    CHECK(model.foundText() == "Nothing found");
}

TEST_CASE("arrows walk along the run, back, and within the column", "[states]")
{
    Explored explored;
    StatesViewModel& model = explored.model;
    model.seek(3);
    model.walk(1);
    CHECK(model.position() == 4);
    model.walk(-1);
    CHECK(model.position() == 3);
    const int column = model.scene()->graph.nodes[std::size_t(model.row())].column;
    const int before = model.row();
    model.walkColumn(1);
    REQUIRE(model.row() != before);
    CHECK(model.scene()->nodes[std::size_t(model.row())].place.y > model.scene()->nodes[std::size_t(before)].place.y);
    CHECK(model.scene()->graph.nodes[std::size_t(model.row())].column == column);
    model.walkColumn(-1);
    CHECK(model.row() == before);
    // Behind the end of the shown run along the first edge.
    model.select(int(explored.states().graph().edges[0].to));
    model.seek(model.length());
    const int length = model.length();
    if (std::uint32_t(model.node()) < explored.states().graph().size() && !explored.states().graph().isLast(std::uint32_t(model.node()))) {
        model.walk(1);
        CHECK(model.length() == length + 1);
    }
}

TEST_CASE("another layout shows the same states elsewhere", "[states]")
{
    Explored explored;
    StatesViewModel& model = explored.model;
    const auto byDepth = model.scene();
    const int node = model.node();
    for (const auto arrangement : {StatesViewModel::ByProgress, StatesViewModel::Free}) {
        model.setArrangement(arrangement);
        waitFor(model);
        CHECK(model.node() == node);
        CHECK(model.scene()->nodes.size() == byDepth->nodes.size());
        CHECK(model.scene()->nodes[5].place != byDepth->nodes[5].place);
    }
    model.setArrangement(StatesViewModel::ByDepth);
    CHECK_FALSE(model.busy());
    CHECK(model.scene() != nullptr);
}

TEST_CASE("the legend names what is drawn and nothing else", "[states]")
{
    Explored explored;
    CHECK(valuesOf(*explored.model.legend(), "text").contains("TDI in RUN"));
    CHECK(valuesOf(*explored.model.legend(), "text").contains("violation"));
    CHECK_FALSE(valuesOf(*explored.model.legend(), "text").contains("dead end"));
    explored.model.setShow(looks::Locks);
    CHECK(valuesOf(*explored.model.legend(), "text").contains("T1 holds"));
    explored.model.setShow(looks::Outcome);
    CHECK(valuesOf(*explored.model.legend(), "text").contains("no way back"));
}

TEST_CASE("what does not go together, and what was stopped, is said", "[states]")
{
    StatesViewModel model(Library::shipped());
    model.choose({"D3a", {}, "S23", "tdx"});
    if (model.busy())
        waitFor(model);
    model.choose({"no such design", {}, "S3", "tdx"});
    CHECK_FALSE(model.busy());
    CHECK_FALSE(model.obstacle().isEmpty());
    CHECK_FALSE(model.explored());
    model.choose({"D3a", {}, "S11", "tdx"});
    model.stop();
    waitFor(model);
    if (!model.explored())
        CHECK(model.obstacle() == "Stopped before every state was seen.");
}

TEST_CASE("from a lesson the graph shows the model and the state of the workbench, and its run goes back there", "[states]")
{
    AppViewModel app(Library::shipped(), {});
    app.openLesson("who-unbinds");
    WorkbenchViewModel& workbench = *app.lesson()->workbench();
    for (int step = 0; step < 4; ++step) {
        const StepChoice choice = enabledSteps(workbench.run()->model(), workbench.run()->state()).front();
        REQUIRE(workbench.stepThread(choice.thread, choice.choice));
    }
    const State state = workbench.run()->state();
    app.trigger("states");
    CHECK(app.screen() == AppViewModel::Place::States);
    waitFor(*app.states());
    REQUIRE(app.states()->explored());
    CHECK(app.states()->selection() == workbench.selection());
    CHECK(app.states()->exploredStates()->stateOf(std::uint32_t(app.states()->node())) == state);
    app.states()->stepBy(-1);
    const State other = app.states()->exploredStates()->stateOf(std::uint32_t(app.states()->node()));
    app.playStatesRun();
    CHECK(app.screen() == AppViewModel::Place::Lesson);
    CHECK(workbench.run()->state() == other);
}

TEST_CASE("the graph is drawn as SVG, and a state is copied as text", "[states]")
{
    Explored explored;
    QVariantMap inks;
    for (const char* name : {"window", "pane", "text", "text2", "text3", "accent", "accentFill", "line", "lineStrong", "fails", "failsFill", "failsLine", "safe", "safeFill", "bounded", "t1", "t2", "t3", "t1Line", "t2Line", "t3Line"})
        inks.insert(name, QColor("#123456"));
    QXmlStreamReader reader(explored.model.asSvg(inks));
    int nodes = 0;
    int lines = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        nodes += reader.isStartElement() && (reader.name() == QLatin1String("rect") || reader.name() == QLatin1String("polygon")) ? 1 : 0;
        lines += reader.isStartElement() && reader.name() == QLatin1String("polyline") ? 1 : 0;
    }
    CHECK_FALSE(reader.hasError());
    CHECK(nodes >= int(explored.model.scene()->nodes.size()));
    CHECK(lines == int(explored.model.scene()->graph.edges.size()) + explored.model.length());
    explored.model.copyState();
    CHECK_THAT(QGuiApplication::clipboard()->text().toStdString(), Contains("State ") && Contains("vdev->mutex: held by"));
}

TEST_CASE("the lists of the states screen keep the rules of models", "[states]")
{
    Explored explored;
    StatesViewModel& model = explored.model;
    for (QAbstractItemModel* list : {model.states(), model.threads(), model.locks(), model.values(), model.next(), model.path(), model.chips(), model.legend(), model.failures()})
        new QAbstractItemModelTester(list, QAbstractItemModelTester::FailureReportingMode::Fatal, list);
    for (const int node : {0, 500, 81})
        model.select(node);
    model.chooseFailure(1);
    waitFor(model);
    CHECK(model.failure() == 1);
    model.choose({"D1", {}, "S3", "tdx"});
    waitFor(model);
    CHECK(model.explored());
}
