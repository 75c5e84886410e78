#include "tiny_models.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {
const char* const twoFields = R"(struct S {
    int a;
    int b;
    mutex lock;
}
global S s;
)";

std::string withFlow(const std::string& body)
{
    return std::string(twoFields) + "flow f() : kernel {\n" + body + "\n}\nscenario T tiny \"one thread\" { thread T1 { f(); } }\n";
}
} // namespace

TEST_CASE("a file with three mistakes names all three, with place, caret and what was expected", "[diagnostics]")
{
    const std::string text = complaints(withFlow("    s.a = 1\n    s.b = ;\n    goto 7;"));
    CHECK_THAT(text, Contains("tiny.flow:8:12: error: expected ';' at the end of this statement"));
    CHECK_THAT(text, Contains("tiny.flow:9:11: error: expected an expression, found ';'"));
    CHECK_THAT(text, Contains("tiny.flow:10:10: error: expected a label after goto, found '7'"));
    CHECK_THAT(text, Contains("        s.b = ;\n              ^\n"));
}

TEST_CASE("mistakes of grammar do not hide those of names and types", "[diagnostics]")
{
    const std::string text = complaints("struct S {\n    int a;\n    mutex lock\n}\nglobal S s;\nflow f() : k {\n    s.b = 1;\n    lock(s.lokc);\n"
                                        "    x = ;\n    s.a = x;\n}\nscenario T t \"x\" { thread T1 { f(); } }\n");
    CHECK_THAT(text, Contains("tiny.flow:3:15: error: expected ';' at the end of the field"));
    CHECK_THAT(text, Contains("tiny.flow:7:7: error: there is no field of S 'b'"));
    CHECK_THAT(text, Contains("did you mean 'lock'?"));
    CHECK_THAT(text, Contains("tiny.flow:9:9: error: expected an expression, found ';'"));
    // x is unknown only because its statement could not be read.
    CHECK_THAT(text, !Contains("'x'"));
}

TEST_CASE("one mistake is one complaint", "[diagnostics]")
{
    const auto count = [](const std::string& text) {
        std::size_t errors = 0;
        for (auto at = text.find("error:"); at != std::string::npos; at = text.find("error:", at + 1))
            ++errors;
        return errors;
    };
    CHECK(count(complaints(withFlow("    par.a = 1;"))) == 1);
    CHECK(count(complaints(withFlow("    x = s.nothing;\n    x = s;\n    lock(x.a);\n    free(x);"))) == 1);
    CHECK(count(complaints(withFlow("    x = nobody(1);\n    if (x.a) s.a = 1;"))) == 1);
    CHECK_THAT(complaints("struct S { mutx lock; }\nglobal S s;\n"), Contains("did you mean 'mutex'?"));
}

TEST_CASE("complaints come in the order of their lines", "[diagnostics]")
{
    const std::string text = complaints(withFlow("    s.c = 1;\n    s.b = ;\n    s.d = 1;"));
    CHECK(text.find(":8:") < text.find(":9:"));
    CHECK(text.find(":9:") < text.find(":10:"));
}

TEST_CASE("a file without a scenario says what one looks like", "[diagnostics]")
{
    CHECK_THAT(complaints("struct S {\n    int a;\n}\n"), Contains("there is no scenario to run; expected one, as: scenario S1"));
}

TEST_CASE("a name that is nearly right is offered", "[diagnostics]")
{
    CHECK_THAT(complaints(withFlow("    lock(s.lokc);")), Contains("there is no field of S 'lokc'") && Contains("did you mean 'lock'?"));
    CHECK_THAT(complaints(withFlow("    return -EBUSSY;")), Contains("did you mean 'EBUSY'?"));
    CHECK_THAT(complaints("flwo f() : k {\n}\n"), Contains("did you mean 'flow'?"));
}

TEST_CASE("a statement that touches shared state twice is refused, since one statement is one step", "[diagnostics]")
{
    CHECK_THAT(complaints(withFlow("    s.a = s.b;")), Contains("touches shared state twice") && Contains("put the first value in a local"));
    CHECK(complaints(withFlow("    b = s.b;\n    s.a = b;")).empty());
    CHECK(complaints(withFlow("    atomic { s.a = s.b; }")).empty());
    CHECK(complaints(withFlow("    s.a = 1, s.b = 1;")).empty());
}

TEST_CASE("types are checked before anything runs", "[diagnostics]")
{
    CHECK_THAT(complaints(withFlow("    s.a = NULL;")), Contains("'a' is a number, not NULL"));
    CHECK_THAT(complaints(withFlow("    lock(s.a);")), Contains("lock takes a mutex; 'a' is none"));
    CHECK_THAT(complaints(withFlow("    x = s;\n    x = 1;")), Contains("'x' was a pointer to S and now becomes a number"));
    CHECK_THAT(complaints(withFlow("    return y;")), Contains("there is no local or object 'y'"));
}

TEST_CASE("a flow that would call itself is refused", "[diagnostics]") { CHECK_THAT(complaints(withFlow("    f();")), Contains("would call itself")); }

TEST_CASE("a mistake in a flow that nobody calls is found as well", "[diagnostics]")
{
    CHECK_THAT(complaints(withFlow("    s.a = 1;") + "flow g() : kernel {\n    s.c = 1;\n}\n"), Contains("there is no field of S 'c'"));
}

TEST_CASE("a label that is missing or there twice is named", "[diagnostics]")
{
    CHECK_THAT(complaints(withFlow("    goto out;\nuot:\n    return 0;")), Contains("there is no label 'out'") && Contains("did you mean 'uot'?"));
    CHECK_THAT(complaints(withFlow("a:\na:\n    return 0;")), Contains("there is already a label 'a'"));
}

TEST_CASE("an unknown design, scenario or patch is one complaint without a line", "[diagnostics]")
{
    const auto say = [](const Selection& selection) {
        const auto model = Library::shipped().compile(selection);
        return model ? std::string() : toText(model.error());
    };
    CHECK(say({"D3c", {}, "S3", "tdx"}) == "error: there is no design 'D3c'; did you mean 'D3a'?\n");
    CHECK_THAT(say({"D1", {}, "S99", "tdx"}), Contains("there is no scenario 'S99'"));
    CHECK_THAT(say({"D1", {"pin-everything"}, "S3", "tdx"}), Contains("there is no patch 'pin-everything'"));
    CHECK_THAT(say({"D1", {}, "S3", "itanium"}), Contains("there is no platform 'itanium'"));
}

TEST_CASE("damaged text gives complaints, never a crash", "[diagnostics]")
{
    const std::string whole = withFlow("    if (s.a) { s.b = 1; } else { goto out; }\nout:\n    return -EBUSY;");
    // Every beginning of a good file, and every file with one byte turned over.
    for (std::size_t cut = 0; cut < whole.size(); ++cut)
        (void)complaints(whole.substr(0, cut));
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const char byte : {'\0', '{', '}', '"', ';', char(0xff)}) {
            std::string changed = whole;
            changed[at] = byte;
            (void)complaints(changed);
        }
    CHECK_THAT(complaints(std::string(200, '(')), Contains("error"));
    CHECK_THAT(complaints(withFlow("    s.a = " + std::string(900, '(') + "1" + std::string(900, ')') + ";")), Contains("nested deeper"));
    std::string chain = "s";
    for (int i = 0; i < 900; ++i)
        chain += ".a";
    CHECK_THAT(complaints(withFlow("    x = " + chain + ";")), Contains("more than 200 operators"));
    CHECK_THAT(complaints(std::string(2 << 20, 'a')), Contains("larger than 1 MiB"));
}
