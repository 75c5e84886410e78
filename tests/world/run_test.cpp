#include "tiny_models.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

TEST_CASE("playing 1, 2, 2, 1 ..., back to the start and forward again meets the same states", "[run]")
{
    const auto model = shipped("D3a", "S3");
    Run run(model);
    const int picks[] = {0, 1, 1, 0};
    for (int i = 0; !enabledSteps(*model, run.state()).empty() && i < 300; ++i) {
        const auto enabled = enabledSteps(*model, run.state());
        StepChoice choice = enabled.front();
        for (const StepChoice& step : enabled)
            if (step.thread == picks[i % 4])
                choice = step;
        REQUIRE(run.step(choice) == StepStatus::Done);
    }
    REQUIRE(run.length() > 20);
    std::vector<State> seen;
    for (int i = 0; i <= run.length(); ++i)
        seen.push_back(run.stateAt(i));
    while (run.back()) {}
    CHECK(run.state() == initialState(*model));
    for (int i = 0; i < run.length(); ++i) {
        CHECK(run.state() == seen[std::size_t(i)]);
        // Taken anew from the state alone, the step leads to the same bytes.
        State again = run.state();
        REQUIRE(takeStep(*model, again, run.record(i).choice) == StepStatus::Done);
        CHECK(again == seen[std::size_t(i) + 1]);
        REQUIRE(run.forward());
    }
}

TEST_CASE("a trace written and read again replays to the same state", "[run]")
{
    const auto model = shipped("D3a", "S3");
    const CheckResult result = checked(model, {"I3"});
    REQUIRE(result.violations.size() == 1);
    const auto played = replay(model, result.violations[0].steps);
    REQUIRE(played);
    const auto trace = traceFromJson(toJson(played->trace()));
    REQUIRE(trace);
    CHECK(*trace == played->trace());
    const auto again = replay(*Library::shipped().compile(trace->selection), trace->steps);
    REQUIRE(again);
    CHECK(again->state() == played->state());
}

TEST_CASE("going another way cuts off what was ahead", "[run]")
{
    const auto model = shipped("D1", "S3");
    Run run(model);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    run.seek(0);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    CHECK(run.length() == 2);
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(run.length() == 2);
    CHECK(run.record(1).choice == StepChoice{1, 0});
}

TEST_CASE("a damaged trace, a newer one, or one that cannot be played is one sentence", "[run]")
{
    const auto why = [](const std::string& text) { return traceFromJson(text).error(); };
    CHECK_THAT(why("{"), Contains("this is no trace"));
    CHECK_THAT(why("[]"), Contains("this is no trace"));
    CHECK_THAT(why(R"({"bindlab":"trace","version":99})"), Contains("newer Bindlab (version 99"));
    CHECK_THAT(why(R"({"bindlab":"trace","version":1})"), Contains("does not name its design"));
    CHECK_THAT(why(R"({"bindlab":"trace","version":1,"design":"D1","scenario":"S3","platform":"tdx","steps":[[0,0],[-1,0]]})"), Contains("step 2"));
    const auto model = shipped("D1", "S2");
    const auto run = replay(model, {{0, 0}, {0, 7}});
    REQUIRE_FALSE(run);
    CHECK_THAT(run.error(), Contains("step 2 of the run cannot be taken: T1 has no such step"));
    CHECK_THAT(replay(model, {{9, 0}}).error(), Contains("thread 10"));
}

TEST_CASE("a trace that is too long, too deep or too large is refused with what may be", "[run][limits]")
{
    const auto why = [](const std::string& text) {
        const auto trace = traceFromJson(text);
        return trace ? std::string() : trace.error();
    };
    const std::string head = R"({"bindlab":"trace","version":1,"design":"D1","scenario":"S3","platform":"tdx",)";
    std::string steps = "[0,0]";
    for (std::size_t i = 0; i < TraceLimits::steps; ++i)
        steps += ",[0,0]";
    CHECK_THAT(why(head + "\"steps\":[" + steps + "]}"), Catch::Contains("at most 100000 steps; this one has 100001"));
    CHECK_THAT(why(std::string(4'000'000, '[')), Catch::Contains("nested deeper than 3 levels"));
    CHECK_THAT(why(head + "\"steps\":[[[[0]]]]}"), Catch::Contains("nested deeper than 3 levels"));
    CHECK_THAT(why(head + "\"steps\":[" + std::string(TraceLimits::bytes, ' ') + "]}"), Catch::Contains("at most 16 MiB"));
    std::string patches = "\"p\"";
    for (std::size_t i = 0; i < TraceLimits::patches; ++i)
        patches += ",\"p\"";
    CHECK_THAT(why(head + "\"patches\":[" + patches + "],\"steps\":[]}"), Catch::Contains("more than 1000 patches"));
}

TEST_CASE("a run whose states would fill the memory is refused before it is played", "[run][limits]")
{
    std::string text = "struct S {\n    int n;\n    rwsem l;\n}\npool 60 S a;\nscenario T t \"x\" { thread T1 { x = 0; again: x++; goto again; } }\n";
    for (int i = 0; i < 20; ++i)
        text = "struct S" + std::to_string(i) + " {\n    rwsem a;\n    rwsem b;\n}\npool 20 S" + std::to_string(i) + " p" + std::to_string(i) + ";\n" + text;
    const auto model = testing::compiled(text);
    const auto run = replay(model, std::vector<StepChoice>(TraceLimits::steps));
    REQUIRE_FALSE(run);
    CHECK_THAT(run.error(), Catch::Contains("take more than 256 MiB"));
}
