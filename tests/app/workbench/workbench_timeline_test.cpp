#include "runs.h"

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
        for (const LockView& lock : after.locks) {
            const int holder = lock.holder >= 0 ? lock.holder : lock.readers.empty() ? -1 : lock.readers.front();
            if (holder < 0)
                continue;
            const auto row = std::find_if(rows.begin(), rows.end(), [&](const TimelineRow& each) {
                return each.kind == kinds::LockRow && each.title.toStdString() == lock.name;
            });
            REQUIRE(row != rows.end());
            const TimelineSpan* span = spanAt(timeline, int(row - rows.begin()), column);
            REQUIRE(span != nullptr);
            CHECK(span->thread == holder);
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
