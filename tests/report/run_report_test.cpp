#include "report/json.h"
#include "report/diagrams.h"
#include "report/text.h"

#include "catch.h"
#include "golden.h"

#include <fstream>
#include <iterator>

using namespace bindlab;

namespace {

/// The small model beside the golden files, and its shortest failing run.
struct TwoClosers {
    Library flows;
    std::shared_ptr<const Model> model;
    CheckResult result;

    TwoClosers()
    {
        std::ifstream stream(BINDLAB_GOLDEN_DIR "/two_closers.flow");
        flows.add("two_closers.flow", std::string(std::istreambuf_iterator<char>(stream), {}));
        auto compiled = flows.compile({});
        INFO((compiled ? std::string() : toText(compiled.error())));
        REQUIRE(compiled);
        model = *compiled;
        result = check(model);
        REQUIRE_FALSE(result.violations.empty());
    }

    Run shortestRun() const { return *replay(model, result.violations.front().steps); }
};

} // namespace

TEST_CASE("a run as text", "[report][golden]") {
    const TwoClosers closers;
    checkGolden("two_closers.txt", runAsText(closers.shortestRun(), closers.flows));
}

TEST_CASE("a run as a sequence diagram", "[report][golden]") {
    checkGolden("two_closers.mmd", sequenceDiagram(TwoClosers().shortestRun()));
}

TEST_CASE("a run as JSON ends in the state the run ends in", "[report]") {
    const Run run = TwoClosers().shortestRun();
    const Json json = runAsJson(run);
    CHECK(json.at("length") == run.length());
    REQUIRE(int(json.at("steps").size()) == run.length());
    CHECK(json.at("start") == stateAsJson(look(run.model(), run.stateAt(0))));
    CHECK(json.at("steps").back().at("state") == stateAsJson(look(run.model(), run.state())));
    CHECK(json.at("steps").back().at("state").at("objects")[0].at("status") == "freed");
    CHECK(json.at("findings")[0].at("property") == "I3");
}

TEST_CASE("a run of no steps says so and breaks nothing", "[report]") {
    const TwoClosers closers;
    const Run run(closers.model);
    CHECK(stepsAsText(run).empty());
    CHECK(findingsOf(run).empty());
    CHECK_THAT(runAsText(run, closers.flows), Catch::Contains("No step is taken.") && Catch::Contains("Nothing is broken."));
    CHECK(runAsJson(run).at("steps").empty());
}

TEST_CASE("a check as JSON carries the run of each violation", "[report]") {
    const TwoClosers closers;
    const Json json = checkAsJson(closers.model, Selection{"", {}, "twice", ""}, closers.result);
    CHECK(json.at("verdict") == "violated");
    REQUIRE(json.at("violations").size() == closers.result.violations.size());
    const Json& violation = json.at("violations").front();
    CHECK(violation.at("steps").size() == closers.result.violations.front().steps.size());
    CHECK(violation.at("steps").back().at("flow") == "session_stop");
    CHECK(violation.at("steps").back().at("line") == 1);
}

TEST_CASE("what is broken before the first step is reported too", "[report]") {
    Library library;
    library.add("zero.flow",
                "struct Own { int value; }\n"
                "global Own own;\n"
                "property P1 \"the value is not zero\" always { must own.value != 0 fails F1; }\n"
                "scenario s zero \"starts broken\" { thread T1 { own.value = 2; } }\n");
    const auto model = library.compile({});
    REQUIRE(model);
    const Run run(*model);
    REQUIRE(findingsOf(run).size() == 1);
    CHECK(findingsOf(run).front().property == "P1");
    CHECK_THAT(runAsText(run, library), Catch::Contains("P1  F1"));
    CHECK_THAT(sequenceDiagram(run), Catch::Contains("Note over") && Catch::Contains("P1: "));
}
