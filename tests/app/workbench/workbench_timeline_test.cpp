#include "runs.h"

#include <chrono>

using namespace bindlab;

namespace {

template <typename Row>
const std::vector<Row>& rowsOf(QAbstractItemModel* model)
{
    return static_cast<StructListModel<Row>*>(model)->rows();
}

const TimelineSpan* spanAt(TimelineViewModel& timeline, int row, int column)
{
    for (const TimelineSpan& span : rowsOf<TimelineSpan>(timeline.spans())) {
        if (span.row == row && span.from <= column && column < span.to)
            return &span;
    }
    return nullptr;
}

} // namespace

TEST_CASE("a run whose last state was there before leads back to it, once its last step is shown", "[timeline]")
{
    Library library;
    library.add("loop.flow", "struct S { bool taken; } global S s;\nflow take() : k { s.taken = true; }\nflow ask() : k { while (s.taken) { } }\n"
                             "scenario L l \"\" { thread T1 { take(); } thread T2 { ask(); } }\n");
    const auto model = library.compile({"", {}, "L", "tdx"});
    REQUIRE(model);
    Run run(*model);
    TimelineViewModel timeline;
    timeline.showColumns(0, 10);
    const auto shown = [&](int length) {
        timeline.update(run, look(run.model(), run.state()), 0, length, {});
        return timeline.loopsTo();
    };
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    CHECK(shown(1) == -1);
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    const int first = shown(2);
    while (run.loopsTo() < 0)
        REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(shown(run.length()) == run.loopsTo());
    CHECK(run.stateAt(timeline.loopsTo()) == run.state());
    CHECK(first <= timeline.loopsTo());
    CHECK(shown(run.length() - 1) == -1);
}

TEST_CASE("locks and machines on the timeline are what each state says", "[timeline][invariant]")
{
    const char* design = GENERATE("D1", "D3a", "D3b");
    Loaded loaded(design);
    WorkbenchViewModel& workbench = loaded.workbench;
    TimelineViewModel& timeline = *workbench.timeline();
    REQUIRE(loaded.play() > 20);
    const auto& rows = rowsOf<TimelineRow>(timeline.rows());

    for (int column = 0; column < workbench.length(); ++column) {
        const Snapshot after = look(workbench.run()->model(), workbench.run()->stateAt(column + 1));
        const Snapshot before = look(workbench.run()->model(), workbench.run()->stateAt(column));
        const auto holderOf = [](const LockView& lock) { return lock.holder >= 0 ? lock.holder : lock.readers.empty() ? -1 : lock.readers.front(); };
        for (std::size_t i = 0; i < after.locks.size(); ++i) {
            const LockView& lock = after.locks[i];
            // The step that drops a lock still has it when it begins.
            const int holder = holderOf(lock) >= 0 ? holderOf(lock) : holderOf(before.locks[i]);
            const auto row = std::find_if(rows.begin(), rows.end(), [&](const TimelineRow& each) {
                return each.kind == kinds::LockRow && each.title.toStdString() == lock.name;
            });
            if (row == rows.end()) {
                CHECK(holder < 0);
                continue;
            }
            const TimelineSpan* span = spanAt(timeline, int(row - rows.begin()), column);
            INFO(design << ", step " << column + 1 << ": " << lock.name << ": " << workbench.run()->record(column).sentence);
            CHECK((span == nullptr ? -1 : span->thread) == holder);
        }
        for (const MachineView& machine : after.machines) {
            const auto row = std::find_if(rows.begin(), rows.end(), [&](const TimelineRow& each) {
                return each.kind == kinds::MachineRow && each.title.toStdString() == machine.machine->title();
            });
            if (row == rows.end())
                continue;
            const TimelineSpan* span = spanAt(timeline, int(row - rows.begin()), column);
            REQUIRE(span != nullptr);
            CHECK(span->label.toStdString() == machine.machine->states()[std::size_t(machine.state)].name);
        }
    }
}

TEST_CASE_METHOD(Loaded, "only the columns in sight are rows", "[timeline]")
{
    play(30);
    TimelineViewModel& timeline = *workbench.timeline();
    timeline.showColumns(5, 4);
    const auto& steps = rowsOf<TimelineStep>(timeline.steps());
    REQUIRE(steps.size() == 4);
    CHECK(steps.front().step == 5);
    for (const TimelineSpan& span : rowsOf<TimelineSpan>(timeline.spans())) {
        CHECK(span.from >= 5);
        CHECK(span.to <= 9);
    }
    timeline.showColumns(28, 100);
    CHECK(steps.size() == 2);
}

TEST_CASE_METHOD(Loaded, "steps taken are past, the others are ahead, and a step that breaks a property is marked", "[timeline]")
{
    const CheckResult result = check(workbench.run()->sharedModel());
    REQUIRE_FALSE(result.violations.empty());
    workbench.check()->take(result, {});
    REQUIRE(workbench.playViolation(workbench.check()->mainViolation(), 3));
    const auto& steps = rowsOf<TimelineStep>(workbench.timeline()->steps());
    for (const TimelineStep& step : steps) {
        CHECK(step.ahead == (step.step >= 3));
        CHECK(step.last == (step.step == 2));
        CHECK(step.fails == !workbench.run()->record(step.step).findings.empty());
    }
    CHECK(steps.back().fails);
}

TEST_CASE("ten thousand steps of a model of one's own are shown as quickly as ten", "[timeline][slow]")
{
    Library library;
    library.add("loop.flow", "struct S { int a; mutex lock; }\n"
                             "global S s;\n"
                             "flow f() : left {\n"
                             "    while (s.a != 100) {\n"
                             "        lock(s.lock);\n"
                             "        s.a = 1;\n"
                             "        unlock(s.lock);\n"
                             "    }\n"
                             "    return 0;\n"
                             "}\n"
                             "scenario T loop \"\" { thread T1 { f(); } thread T2 { f(); } }\n");
    REQUIRE(library.problems().empty());
    const auto model = library.compile({});
    REQUIRE(model);
    Run run(*model);
    while (run.length() < 10'000) {
        if (run.step({std::uint8_t(run.length() % 7 < 3 ? 0 : 1), 0}) != StepStatus::Done)
            REQUIRE((run.step({0, 0}) == StepStatus::Done || run.step({1, 0}) == StepStatus::Done));
    }

    WorkbenchViewModel workbench;
    workbench.setFlows(std::make_shared<const Library>(library));
    workbench.timeline()->showColumns(0, 12);
    workbench.show(run, {});
    CHECK(workbench.length() == 10'000);
    constexpr int seeks = 50;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < seeks; ++i) {
        workbench.seek((i * 7919) % 10'000);
        workbench.timeline()->showColumns(workbench.position(), 12);
        CHECK(workbench.timeline()->steps()->rowCount() <= 12);
    }
    const auto each = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count() / double(seeks);
    INFO(each << " ms a seek");
    // A frame of thirty a second has 33 ms; the build may be unoptimised and the machine busy.
    CHECK(each < 33);
}
