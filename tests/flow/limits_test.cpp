/// What a stranger's flow text could do to time and memory, and that it is refused with the limit it met.
#include "files_on_disk.h"
#include "flow/limits.h"
#include "tiny_models.h"

#include <chrono>

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {

const std::string object = "struct S {\n    int a;\n    mutex lock;\n}\nglobal S s;\n";
const std::string scenario = "scenario T tiny \"one thread\" { thread T1 { f(); } }\n";

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

std::string withFlow(const std::string& body) { return object + "flow f() : k {\n" + body + "\n}\n" + scenario; }

/// Each flow calls the next one `calls` times: so many to the power of `depth` calls, written out.
std::string doublingCalls(int depth, const std::string& call, const std::string& leaf)
{
    std::string text = object + "flow f() : k { g1" + call + " }\n";
    for (int i = 1; i < depth; ++i)
        text += "flow g" + std::to_string(i) + "() : k { g" + std::to_string(i + 1) + "(); g" + std::to_string(i + 1) + "(); }\n";
    return text + "flow g" + std::to_string(depth) + "() : k { " + leaf + " }\n" + scenario;
}

/// What is wrong, when it is known soon.
std::string soon(const std::string& text)
{
    const auto begin = std::chrono::steady_clock::now();
    const std::string said = complaints(text);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    return said;
}

} // namespace

TEST_CASE("calls that double at each level are refused before they are written out", "[limits]")
{
    CHECK_THAT(soon(doublingCalls(30, "();", "s.a = 1;")), Contains("the model is too large"));
    // Flows that do nothing make no instructions, but take their time.
    CHECK_THAT(soon(doublingCalls(30, "();", "")), Contains("the model is too large"));
    CHECK_THAT(soon(doublingCalls(11, "();", repeated("{ }\n", 5000))), Contains("the model is too large"));
}

TEST_CASE("a formula over every choice of many objects is refused before it is written out", "[limits]")
{
    const std::string many = "struct S {\n    bool a;\n}\npool 60 S p;\n";
    CHECK_THAT(soon(many + "property P1 \"all\" always { must forall S a, S b, S c, S d, S e: a.a; }\n" + "flow f() : k { x = 1; }\n" + scenario),
               Contains("the model is too large"));
    CHECK_THAT(soon(many + "property P1 \"all\" always { must forall S a, S b, S c, S d, S e, S f, S g, S h, S i: a.a; }\n" + scenario),
               Contains("more than 8 names in one forall"));
}

TEST_CASE("a model that is too large says so, and is not built", "[limits]")
{
    CHECK_THAT(soon(object + "flow f() : k { " + repeated("g();\n", 60) + " }\nflow g() : k { " + repeated("x = 1 + 1;\n", 1500) + " }\n" + scenario),
               Contains("more than 60000 instructions"));
    CHECK_THAT(soon(object + "flow f() : k { " + repeated("g();\n", 60) + " }\nflow g() : k { " + repeated("{ }\n", 1500) + " }\n" + scenario),
               Contains("more than 60000 statements"));
    CHECK_THAT(soon(withFlow("atomic {\n" + repeated("x = s.a + s.a;\n", 1400) + "}")), Contains("more than 4000 values"));
}

TEST_CASE("what is listed, nested or named too often is refused with the number that may stand there", "[limits]")
{
    CHECK_THAT(complaints("// " + std::string(3000, 'x') + "\n"), Contains("a line has at most 2000 bytes; this one has 3003"));
    CHECK_THAT(complaints(std::string(FlowLimits::bytes + 1, ' ')), Contains("larger than 1 MiB") && Contains("it has 1048577 bytes"));
    CHECK_THAT(soon(repeated("base b;\nstruct A { int a; }\n", 4000)), Contains("more than 4000 declarations"));
    CHECK_THAT(soon(withFlow(repeated("x = 1;\n", 10'000))), Contains("at most 20000 may stand here"));
    CHECK_THAT(complaints("enum E { " + repeated("a,\n", 200) + " b }\n" + withFlow("x = 1;")), Contains("names of an enum: at most 100"));
    CHECK_THAT(complaints(withFlow("choose { }" + repeated(" or { }\n", 150))), Contains("more than 100 alternatives"));
    CHECK_THAT(complaints("design D \"d\" : b { " + repeated("p,\n", 400) + " p }\n"), Contains("patches of a design: at most 300"));
}

TEST_CASE("of a text in which everything is wrong a hundred mistakes are told", "[limits]")
{
    for (const std::string& wrong : {repeated("@ ", 500'000 / 2) + "\n", repeated("flow f() {\n", 90'000), repeated("$\n", 400'000), repeated("x = nobody;\n", 4'900)}) {
        Library library;
        library.add("wrong.flow", wrong.starts_with("x") ? withFlow(wrong) : wrong);
        const auto model = library.compile({});
        REQUIRE_FALSE(model);
        CHECK(model.error().size() <= 2 * FlowLimits::problems + 2);
    }
}

TEST_CASE("sixty mistakes do not make what follows seem deeply nested", "[limits]")
{
    CHECK_THAT(complaints(withFlow(repeated("if (1) = ;\n", 70))), !Contains("nested deeper"));
}

TEST_CASE("a local that is no number is not counted, and a lock that is no field not waited for", "[limits]")
{
    CHECK_THAT(complaints(withFlow("p = s;\np++;")), Contains("'p' is a pointer to S, not a number"));
    CHECK_THAT(complaints(withFlow("warned++;")), Contains("'warned' is no local that counts"));
    CHECK_THAT(complaints(withFlow("x = 1;") + "property P1 \"x\" while_free lock { must 1; }\n"), Contains("expected the lock of a global object"));
}

TEST_CASE("a pointer of one kind does not pass for another by way of NULL and a loop", "[limits]")
{
    const std::string text = "struct A {\n    int a;\n}\nstruct B {\n    int b;\n}\nstruct H {\n    B* b;\n}\npool 60 A as;\nglobal B only;\nglobal H h;\n"
                             "flow f() : k {\n    p = NULL;\nagain:\n    h.b = p;\n    p = alloc(as);\n    goto again;\n}\n" + scenario;
    CHECK_THAT(complaints(text), Contains("'p' was read above, where it could only be NULL, and now becomes a pointer to A"));
}

TEST_CASE("a given state sets a machine to one of its states, and to nothing else", "[limits]")
{
    const std::string known(machines().front()->name());
    CHECK_THAT(complaints("struct M {\n    machine " + known + " m;\n}\nglobal M t { m = 99; }\n" + withFlow("x = 1;")), Contains("expected a number"));
    CHECK_THAT(complaints("struct M {\n    machine " + known + " m;\n}\nglobal M t;\nstate G { t.m = 99; }\n" + object
                          + "flow f() : k { x = 1; }\nscenario T t \"x\" from G { thread T1 { f(); } }\n"),
               Contains("expected a state of " + known + " by its name"));
}

TEST_CASE("a start that never comes to its end is told, not waited for", "[limits]")
{
    const auto model = compiled(object + "prologue P { again: s.a++; goto again; }\nflow f() : k { x = 1; }\nscenario T t \"x\" from P { thread T1 { f(); } }\n");
    CHECK_THAT(startProblem(*model), Contains("does not come to an end"));
}

TEST_CASE("nothing that reads a stranger's text can open a file, run a program or use the network", "[limits]")
{
    const std::filesystem::path core = std::filesystem::path(BINDLAB_SOURCE_DIR) / "statemachine";
    auto sources = filesOnDisk(core, ".cpp");
    sources.merge(filesOnDisk(core, ".h"));
    REQUIRE(sources.size() > 100);
    for (const auto& [name, text] : sources)
        for (const char* const word : {"<fstream>", "<filesystem>", "<unistd.h>", "<fcntl.h>", "<spawn.h>", "<sys/socket.h>", "<sys/wait.h>", "<netdb.h>",
                                       "fopen(", "system(", "popen(", "dlopen(", "fork(", "LoadFile(", "getenv("}) {
            INFO(name << " has " << word);
            CHECK(text.find(word) == std::string::npos);
        }
}
