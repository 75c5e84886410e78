#include "runs.h"

using namespace bindlab;

TEST_CASE("code is marked up without losing a character", "[threads]")
{
    CHECK(codeMarkup("if (a < b)") == "<k>if</k> (a &lt; b)");
    CHECK(codeMarkup("lock(v.mutex);   // L4") == "<k>lock</k>(v.mutex);   <c>// L4</c>");
    CHECK(codeMarkup("iffy = unlocked;") == "iffy = unlocked;");
    CHECK(codeMarkup("").isEmpty());
}

TEST_CASE_METHOD(Loaded, "each thread shows the flow it is in, at the line it does next", "[threads][invariant]")
{
    const auto& all = flows(workbench.run()->model());
    int shown = 0;
    for (int step = 0; step < 60; ++step) {
        for (std::size_t i = 0; i < workbench.snapshot().threads.size(); ++i) {
            const ThreadView& view = workbench.snapshot().threads[i];
            auto* thread = workbench.threads()->index(int(i), 0).data(Qt::UserRole + 1).value<ThreadViewModel*>();
            if (view.stack.empty() || view.stack.back().flow < 0) {
                CHECK_FALSE(thread->active());
                continue;
            }
            const FlowView& flow = all[std::size_t(view.stack.back().flow)];
            const auto& lines = static_cast<StructListModel<CodeRow>*>(thread->code())->rows();
            CHECK(thread->signature().toStdString() == flow.signature);
            REQUIRE(thread->lines() == int(flow.lines.size()));
            for (std::size_t row = 0; row < lines.size(); ++row)
                REQUIRE(lines[row].number == (row < flow.lines.size() ? flow.lines[row].number : 0));
            REQUIRE(thread->currentRow() >= 0);
            CHECK(lines[std::size_t(thread->currentRow())].number == view.stack.back().line);
            CHECK(std::count_if(lines.begin(), lines.end(), [](const CodeRow& row) { return row.current; }) == 1);
            ++shown;
        }
        if (!workbench.stepThread(step % 2) && !workbench.stepThread(1 - step % 2))
            break;
    }
    CHECK(shown > 40);
}
