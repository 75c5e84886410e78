#include "runs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace bindlab;

namespace {

/// Steps T2 until it holds a lock that T1 then waits for.
void driveIntoWait(Loaded& loaded)
{
    WorkbenchViewModel& workbench = loaded.workbench;
    for (int step = 0; step < 4; ++step)
        REQUIRE(workbench.stepThread(1));
    for (int step = 0; step < 40 && workbench.snapshot().threads[0].status == ThreadStatus::Ready; ++step)
        workbench.stepThread(0);
    REQUIRE(workbench.snapshot().threads[0].status == ThreadStatus::Blocked);
}

} // namespace

TEST_CASE_METHOD(Loaded, "played by hand, back to the start and forward again, every state is the same", "[workbench][invariant]")
{
    std::vector<State> played{workbench.run()->state()};
    for (const int thread : {0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1}) {
        if (workbench.stepThread(thread))
            played.push_back(workbench.run()->state());
    }
    REQUIRE(played.size() > 8);

    for (std::size_t step = played.size(); step-- > 0;) {
        CHECK(workbench.run()->state() == played[step]);
        workbench.back();
    }
    CHECK(workbench.position() == 0);
    CHECK_FALSE(workbench.canGoBack());
    for (std::size_t step = 0; step < played.size(); ++step) {
        CHECK(workbench.run()->state() == played[step]);
        if (step + 1 < played.size())
            workbench.forward();
    }
    CHECK(workbench.length() == int(played.size()) - 1);
}

TEST_CASE_METHOD(Loaded, "when the one signal comes, every pane shows the new step", "[workbench]")
{
    int signals_ = 0;
    QObject::connect(&workbench, &WorkbenchViewModel::changed, [&] {
        ++signals_;
        CHECK(workbench.timeline()->position() == workbench.position());
        CHECK(workbench.timeline()->length() == workbench.length());
        const Snapshot now = look(workbench.run()->model(), workbench.run()->state());
        for (std::size_t i = 0; i < now.threads.size(); ++i) {
            const auto* thread = workbench.threads()->index(int(i), 0).data(Qt::UserRole + 1).value<ThreadViewModel*>();
            CHECK(int(thread->status()) == int(now.threads[i].status));
        }
        const auto& locks = static_cast<StructListModel<LockRow>*>(workbench.map()->locks())->rows();
        for (std::size_t i = 0; i < now.locks.size(); ++i) {
            if (now.locks[i].holder >= 0)
                CHECK(locks[i].holder == now.locks[i].holder);
        }
    });
    for (int step = 0; step < 6; ++step)
        REQUIRE(workbench.stepThread(1));
    CHECK(signals_ == 6);
}

TEST_CASE_METHOD(Loaded, "a blocked thread keeps its button, which names lock and holder, and does not move", "[workbench]")
{
    driveIntoWait(*this);
    const auto& next = static_cast<StructListModel<ChoiceRow>*>(workbench.next())->rows();
    REQUIRE_FALSE(next.empty());
    CHECK(next.front().thread == 0);
    CHECK_FALSE(next.front().ready);
    CHECK(next.front().reason.contains("held by T2"));
    const auto* thread = workbench.threads()->index(0, 0).data(Qt::UserRole + 1).value<ThreadViewModel*>();
    CHECK(thread->waitsForThread() == 1);
    CHECK_FALSE(thread->waitsForLock().isEmpty());

    QSignalSpy said(&workbench, &WorkbenchViewModel::said);
    const State before = workbench.run()->state();
    CHECK_FALSE(workbench.stepThread(0));
    CHECK(workbench.run()->state() == before);
    REQUIRE(said.size() == 1);
    CHECK(said.front().front().toString().contains(thread->waitsForLock()));
}

TEST_CASE_METHOD(Loaded, "another choice in the past cuts off what was ahead", "[workbench]")
{
    for (int step = 0; step < 5; ++step)
        REQUIRE(workbench.stepThread(1));
    workbench.seek(2);
    REQUIRE(workbench.stepThread(1));
    CHECK(workbench.length() == 5);
    REQUIRE(workbench.stepThread(0));
    CHECK(workbench.length() == 4);
    CHECK(workbench.position() == 4);
}

TEST_CASE_METHOD(Loaded, "while the future is hidden nothing ahead is told", "[workbench]")
{
    play(12);
    const int length = workbench.length();
    workbench.seek(3);
    workbench.setFutureHidden(true);
    CHECK(workbench.length() == 3);
    CHECK_FALSE(workbench.canGoForward());
    CHECK_FALSE(workbench.canPlay());
    CHECK(workbench.timeline()->steps()->rowCount() == 3);
    workbench.last();
    CHECK(workbench.position() == 3);
    workbench.setFutureHidden(false);
    CHECK(workbench.length() == length);
    CHECK(workbench.timeline()->steps()->rowCount() == length);
}

TEST_CASE_METHOD(Loaded, "a check runs in the background, and the failure it finds plays", "[workbench]")
{
    QSignalSpy finished(workbench.check(), &CheckViewModel::finished);
    workbench.runCheck();
    CHECK(workbench.check()->state() == CheckViewModel::Running);
    REQUIRE((finished.size() == 1 || finished.wait(60'000)));
    REQUIRE(workbench.check()->state() == CheckViewModel::Fails);
    const int main = workbench.check()->mainViolation();
    const Violation violation = workbench.check()->result()->violations[std::size_t(main)];
    CHECK(violation.property == "I3");
    CHECK(workbench.check()->label() == QString("Use after free, %1 steps").arg(violation.steps.size()));

    REQUIRE(workbench.playViolation(main));
    CHECK(workbench.position() == 0);
    CHECK(workbench.length() == int(violation.steps.size()));
    CHECK(workbench.violationAhead());
    workbench.last();
    CHECK(workbench.sentenceFails());
    CHECK(workbench.run()->record(workbench.length() - 1).findings.front().property == "I3");
    CHECK_FALSE(workbench.playViolation(1000));
}

TEST_CASE_METHOD(Loaded, "choosing another design starts anew and makes the verdict stale", "[workbench]")
{
    workbench.check()->take(check(workbench.run()->sharedModel()), "here");
    REQUIRE(workbench.check()->state() == CheckViewModel::Fails);
    play(5);
    workbench.chooseDesign("D1");
    CHECK(workbench.design() == "D1");
    CHECK(workbench.position() == 0);
    CHECK(workbench.length() == 0);
    CHECK(workbench.check()->stale());
    CHECK(workbench.check()->state() == CheckViewModel::None);
    CHECK(workbench.check()->violations().isEmpty());
}

TEST_CASE_METHOD(Loaded, "what cannot be loaded leaves what was shown and says why", "[workbench]")
{
    play(4);
    CHECK_FALSE(workbench.load("D99", "S3", "tdx"));
    CHECK_FALSE(workbench.trouble().isEmpty());
    CHECK(workbench.design() == "D3a");
    CHECK(workbench.length() == 4);
}

TEST_CASE_METHOD(Loaded, "a verdict is outdated when the names mean other flows", "[workbench]")
{
    workbench.check()->take(check(workbench.run()->sharedModel()), {});
    workbench.setFlows(std::make_shared<Library>(Library::shipped()));
    CHECK(workbench.check()->state() == CheckViewModel::Fails);
    const auto other = std::make_shared<Library>(Library::shipped());
    other->add("own.flow", "");
    workbench.setFlows(other);
    CHECK(workbench.check()->stale());
}

TEST_CASE_METHOD(Loaded, "playing shows what is recorded ahead and stops at its end", "[workbench]")
{
    for (int step = 0; step < 3; ++step)
        REQUIRE(workbench.stepThread(1));
    workbench.first();
    workbench.setSpeed(4);
    workbench.play();
    CHECK(workbench.playing());
    CHECK(QTest::qWaitFor([&] { return !workbench.playing(); }, 5000));
    CHECK(workbench.position() == 3);
    workbench.play();
    CHECK_FALSE(workbench.playing());
}

TEST_CASE("every list keeps the rules of a list model over whole runs and a change of design", "[workbench]")
{
    Loaded loaded;
    WorkbenchViewModel& workbench = loaded.workbench;
    constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (QAbstractItemModel* model :
         {workbench.designs(), workbench.platforms(), workbench.threads(), workbench.next(), workbench.map()->lanes(), workbench.map()->groups(),
          workbench.map()->cards(), workbench.map()->locks(), workbench.map()->chartTitles(), workbench.map()->pills(),
          workbench.map()->edges(), workbench.timeline()->rows(), workbench.timeline()->steps(), workbench.timeline()->spans()})
        testers.push_back(std::make_unique<QAbstractItemModelTester>(model, fatal));
    REQUIRE(loaded.play() > 20);
    workbench.timeline()->showColumns(3, 7);
    for (int position = workbench.length(); position >= 0; position -= 3)
        workbench.seek(position);
    workbench.chooseDesign("D1");
    loaded.play(15);
    CHECK(workbench.length() > 0);
}

TEST_CASE_METHOD(Loaded, "asked why, the run goes to the step that last changed what is in a box, asked again to the one before", "[workbench][why]")
{
    play(60);
    int box = -1;
    for (const auto& [number, name] : workbench.map()->namedBoxes())
        if (workbench.map()->boxValue(number) == "vdev->mutex")
            box = number;
    REQUIRE(box >= 0);
    const int end = workbench.position();
    workbench.why(box);
    const int last = workbench.position();
    CHECK(last <= end);
    CHECK(workbench.sentence().contains(" went from "));
    CHECK(workbench.sentence().contains(QStringLiteral("at step %1:").arg(last)));
    workbench.why(box);
    const int before = workbench.position();
    CHECK(before < last);
    CHECK(workbench.sentence().contains(QStringLiteral("at step %1:").arg(before)));

    for (int times = 0; times < 60 && !workbench.sentence().contains("has not changed"); ++times)
        workbench.why(box);
    CHECK(workbench.sentence() == "vdev->mutex has not changed before.");
    workbench.forward();
    CHECK_FALSE(workbench.sentence().contains("has not changed"));
    const int here = workbench.position();
    workbench.why(-1);
    CHECK(workbench.position() == here);
}

TEST_CASE_METHOD(Loaded, "every format of the run is exported, and none gives away what lies ahead of an open question", "[workbench][export]")
{
    play(12);
    workbench.seek(5);
    const auto exported = [&](const char* format) { return workbench.exported(QLatin1String(format), {}); };
    CHECK(exported("text").contains("design    D3a"));
    CHECK(exported("mermaid").startsWith("sequenceDiagram"));
    CHECK(exported("plantuml").startsWith("@startuml"));
    CHECK(exported("lanes").contains("Run of 12 steps"));
    CHECK(exported("svg").contains("<title>System map after step 5 of design D3a"));
    const auto trace = traceFromJson(exported("json").toStdString());
    REQUIRE(trace);
    CHECK(trace->steps.size() == 12);
    CHECK(trace->position == 5);

    workbench.setFutureHidden(true);
    CHECK(exported("lanes").contains("Run of 5 steps"));
    CHECK(traceFromJson(exported("json").toStdString())->steps.size() == 5);
}
