#include "report/share_code.h"

#include "catch.h"
#include "tiny_models.h"

#include <random>
#include <zlib.h>

using namespace bindlab;
using Catch::Contains;

namespace {

/// The shortest run that breaks I3 of D3a, looked at in its middle.
Trace race()
{
    const auto model = testing::shipped("D3a", "S3");
    Trace trace;
    trace.selection = model->selection;
    trace.steps = testing::checked(model, {"I3"}).violations.front().steps;
    trace.position = int(trace.steps.size() / 2);
    return trace;
}

std::string why(const std::string& code)
{
    const auto trace = traceFromShareCode(code);
    return trace ? std::string("it is a trace") : trace.error();
}

} // namespace

TEST_CASE("a share code brings back design, scenario, steps, place and flow text, to the letter", "[share]")
{
    Trace trace = race();
    CHECK(traceFromShareCode(toShareCode(trace)) == trace);
    CHECK(toShareCode(trace).size() < 300);
    trace.selection.patches = {"-keep-dangling", "clear-with-igroup-lock"};
    trace.flowName = "mine.flow";
    trace.flowText = "// ünïcode, \"quotes\"\nscenario X x \"\" {}\n";
    CHECK(traceFromShareCode(toShareCode(trace)) == trace);
    CHECK(traceFromShareCode(toShareCode(Trace())) == Trace());
}

TEST_CASE("a code that a mail has broken into lines is still the code", "[share]")
{
    const std::string code = toShareCode(race());
    std::string broken = "\n  ";
    for (std::size_t at = 0; at < code.size(); at += 40)
        broken += code.substr(at, 40) + "\r\n";
    CHECK(isShareCode(broken));
    CHECK(traceFromShareCode(broken) == race());
}

TEST_CASE("a code that is cut off, changed, of a newer program or none at all has its sentence", "[share]")
{
    const std::string code = toShareCode(race());
    for (std::size_t length = shareCodePrefix.size(); length < code.size(); ++length)
        CHECK_THAT(why(code.substr(0, length)), Contains("damaged or cut off"));
    CHECK_THAT(why(code + "AAAA"), Contains("damaged or cut off"));
    for (std::size_t at = shareCodePrefix.size(); at < code.size(); at += 3) {
        auto changed = code;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        INFO(at);
        CHECK(traceFromShareCode(changed) != race());
    }
    CHECK_THAT(why("bindlab7:AAAA"), Contains("newer Bindlab"));
    CHECK_THAT(why("bindlab:AAAA"), Contains("no share code"));
    CHECK_THAT(why("hello"), Contains("begin with bindlab1:"));
    CHECK_THAT(why(""), Contains("no share code"));
    CHECK_THAT(why("bindlab1:$$$$"), Contains("damaged"));
}

TEST_CASE("a code that would unpack to more than there is room for is refused before it does", "[share]")
{
    Trace huge;
    huge.flowName = "huge.flow";
    huge.flowText.assign(ShareCodeLimits::bytes + 1, ' ');
    const std::string code = toShareCode(huge);
    CHECK(code.size() < 100'000);   // a bomb is small
    CHECK_THAT(why(code), Contains("unpacks to more than 16 MiB"));
    CHECK_THAT(why(std::string(shareCodePrefix) + std::string(ShareCodeLimits::characters, 'A')), Contains("too long"));
}

TEST_CASE("no bytes, however odd, are more than a sentence", "[share]")
{
    std::mt19937 chance(1);
    const std::string start = toShareCode(race()).substr(0, 20);
    for (int round = 0; round < 20'000; ++round) {
        std::string code(shareCodePrefix);
        if (round % 2 == 0)
            code = start;
        for (int i = int(chance() % 60); i > 0; --i)
            code += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[chance() % 64];
        const auto trace = traceFromShareCode(code);
        CHECK((trace || !trace.error().empty()));
        if (!trace)
            CHECK(trace.error().find('\n') == std::string::npos);
    }
}

TEST_CASE("what a code stands for plays to the same state, with a flow text of its own, too", "[share]")
{
    const auto played = playTrace(*traceFromShareCode(toShareCode(race())), Library::shipped());
    REQUIRE(played);
    CHECK(played->run.position() == race().position);
    CHECK(played->run.length() == int(race().steps.size()));

    Trace own;
    own.flowName = "own.flow";
    own.flowText = "struct S { bool up; }\nglobal S s;\nscenario X one \"\" { thread T1 \"raise\" { s.up = true; } }\n";
    own.selection.scenario = "X";
    own.steps = {{0, 0}};
    const auto alone = playTrace(own, Library::shipped());
    REQUIRE(alone);
    CHECK(alone->run.length() == 1);
    own.flowText += "nonsense";
    CHECK_THAT(playTrace(own, Library::shipped()).error(), Contains("own.flow:"));
    Trace unknown = race();
    unknown.selection.design = "D99";
    CHECK_THAT(playTrace(unknown, Library::shipped()).error(), Contains("D99"));
}
