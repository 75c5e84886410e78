#include "draft/callers.h"
#include "draft/draft.h"
#include "flow/library.h"

#include "catch.h"

using namespace bindlab;

namespace {

const char* const chain = R"(
struct Box { int n; }
global Box box;
flow inner() : k { box.n = 1; }
flow outer() : k { inner(); inner(); }
flow early() : k { box.n = 2; }
flow idle() : k { box.n = 3; }
prologue P { early(); }
scenario S both "two threads" from P {
    thread T1 { outer(); }
    thread T2 { inner(); }
}
)";

} // namespace

TEST_CASE("who calls a flow is said by flow and by thread, each once, and apart when only the way to the start does")
{
    const ReadDraft read = readDraft({"mine.flow", chain, {}}, Library::shipped());
    INFO(toText(read.problems));
    REQUIRE(read.model);
    const auto callers = callersIn(*read.model);
    const Callers& inner = callers.at("inner");
    CHECK(inner.flows == std::vector<std::string>{"outer"});
    CHECK(inner.threads == std::vector<std::string>{"T2"});
    CHECK_FALSE(inner.atStart);
    const Callers& early = callers.at("early");
    CHECK(early.flows.empty());
    CHECK(early.threads.empty());
    CHECK(early.atStart);
    CHECK_FALSE(callers.contains("idle"));
}
