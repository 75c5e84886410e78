#include "program.h"

#include "catch.h"

#include <string>
#include <vector>

using Arguments = std::vector<std::string>;

namespace {

/// Bad usage: status 2, nothing on stdout, exactly one line on stderr.
void checkOneLine(const Answer& answer, const std::string& said)
{
    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK(linesOf(answer.err) == 1);
    CHECK_THAT(answer.err, Catch::StartsWith("bindlab: "));
    CHECK_THAT(answer.err, Catch::Contains(said));
}

Arguments checkD1(const Arguments& more)
{
    Arguments arguments{"check", "--design", "D1", "--scenario", "S3"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

} // namespace

TEST_CASE("a name that is not known gets one line with the nearest one", "[cli]") {
    checkOneLine(bindlab({"chek"}), "did you mean 'check'?");
    checkOneLine(bindlab({"chek", "--design", "D1"}), "unknown command or file 'chek'");
    checkOneLine(bindlab({"check", "--desgn", "D1"}), "unknown option '--desgn', did you mean '--design'?");
    checkOneLine(bindlab({"list", "desgns"}), "did you mean 'designs'?");
    checkOneLine(bindlab({"check", "--design", "D33", "--scenario", "S3"}), "unknown design 'D33'");
    checkOneLine(bindlab({"check", "--design", "D1", "--scenario", "S333"}), "unknown scenario 'S333'");
    checkOneLine(bindlab(checkD1({"--platform", "tdy"})), "unknown platform 'tdy', did you mean 'tdx'?");
    checkOneLine(bindlab(checkD1({"--property", "I99"})), "unknown property 'I99'");
    checkOneLine(bindlab(checkD1({"--patch", "no-such-patch"})), "unknown patch 'no-such-patch'");
    checkOneLine(bindlab(checkD1({"--patch=-no-such-patch"})), "unknown patch 'no-such-patch'");
    checkOneLine(bindlab({"matrix", "--design", "D1", "D33"}), "unknown design 'D33'");
    checkOneLine(bindlab({"matrix", "--scenario", "S333"}), "unknown scenario 'S333'");
    checkOneLine(bindlab({"matrix", "--platform", "tdy"}), "unknown platform 'tdy', did you mean 'tdx'?");
    checkOneLine(bindlab({"matrix", "--patch", "no-such-patch"}), "unknown patch 'no-such-patch'");
    checkOneLine(bindlab({"matrix", "--patch=-no-such-patch"}), "unknown patch 'no-such-patch'");
    checkOneLine(bindlab({"report", "D33"}), "unknown design 'D33'");
    checkOneLine(bindlab({"report", "D1", "--platform", "tdy"}), "unknown platform 'tdy', did you mean 'tdx'?");
    checkOneLine(bindlab({"compare", "D1", "D33"}), "unknown design 'D33'");
    checkOneLine(bindlab({"compare", "D1", "D2", "--scenario", "S333"}), "unknown scenario 'S333'");
    checkOneLine(bindlab({"compare", "D1", "D2", "--platform", "tdy"}), "unknown platform 'tdy', did you mean 'tdx'?");
    checkOneLine(bindlab({"compare", "D1", "D1"}), "'D1' is compared with itself");
    checkOneLine(bindlab({"lesson", "pla"}), "did you mean 'play'?");
    checkOneLine(bindlab({"lesson", "play", "no-such-lesson"}), "unknown lesson 'no-such-lesson'");
    checkOneLine(bindlab({"export", "txt", "--machine", "Tdi"}), "did you mean 'text'?");
    checkOneLine(bindlab({"export", "text", "--machine", "Tdj"}), "unknown machine 'Tdj', did you mean 'Tdi'?");
    checkOneLine(bindlab({"screenshot", "lessn", "--out", "x.png"}), "did you mean 'lesson'?");
    checkOneLine(bindlab({"screenshot", "lesson", "--out", "x.png", "--theme", "drk"}), "did you mean 'dark'?");
    checkOneLine(bindlab({"screenshot", "reference", "--out", "x.png", "--machine", "Tdj"}), "unknown machine 'Tdj', did you mean 'Tdi'?");
}

TEST_CASE("what is missing is named", "[cli]") {
    checkOneLine(bindlab({"check", "--scenario", "S3"}), "--design");
    checkOneLine(bindlab({"check", "--design", "D1"}), "--scenario");
    checkOneLine(bindlab({"check", "--design"}), "--design needs a value");
    checkOneLine(bindlab({"check", "--design", ""}), "--design");
    checkOneLine(bindlab({"report"}), "DESIGN is required");
    checkOneLine(bindlab({"compare", "D1"}), "SECOND is required");
    checkOneLine(bindlab({"matrix", "--design"}), "--design needs a value");
    checkOneLine(bindlab({"matrix", "--design", ""}), "--design");
    checkOneLine(bindlab({"replay"}), "TRACE.json is required");
    checkOneLine(bindlab({"list"}), "KIND is required");
    checkOneLine(bindlab({"lesson"}), "ACTION is required");
    checkOneLine(bindlab({"screenshot", "lesson"}), "--out is required");
    checkOneLine(bindlab(checkD1({"--design", "D2"})), "--design is given more than once");
    checkOneLine(bindlab(checkD1({"one.flow", "two.flow"})), "unexpected argument 'two.flow'");
}

TEST_CASE("a bound is a whole number within what makes sense", "[cli]") {
    const std::string number = GENERATE("0", "-5", "1e6", "1.5", "", "ten", "0x10", "99999999999999999999999999", "7 ");
    CAPTURE(number);
    checkOneLine(bindlab(checkD1({"--max-states", number})), "--max-states: ");
    checkOneLine(bindlab(checkD1({"--max-memory", number})), "--max-memory: ");
}

TEST_CASE("a picture has a size, a page and a text scale that can be drawn", "[cli]") {
    const Arguments wrong = GENERATE(Arguments{"--size", "10x10"}, Arguments{"--size", "1440"}, Arguments{"--size", "1440x"},
                                     Arguments{"--size", "99999999999x1"}, Arguments{"--page", "0"}, Arguments{"--step", "-1"},
                                     Arguments{"--text-scale", "9"}, Arguments{"--text-scale", "nan"});
    Arguments arguments{"screenshot", "lesson", "--out", "x.png"};
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    checkOneLine(bindlab(arguments), wrong.front() + ": ");
}

TEST_CASE("names from outside cannot break the line or the terminal", "[cli]") {
    const Answer answer = bindlab({"check", "--design", "a\nb\033[31m\xff\xc2\x9b", "--scenario", "S3"});
    checkOneLine(answer, "unknown design 'a?b?[31m?" "?'");
    checkOneLine(bindlab({"check", "--design", std::string(100'000, 'x'), "--scenario", "S3"}), "xxx…'");
    CHECK(bindlab({"check", "--design", std::string(100'000, 'x'), "--scenario", "S3"}).err.size() < 400);
}

TEST_CASE("files that cannot be read are one line", "[cli]") {
    const Folder folder;
    checkOneLine(bindlab({"check", folder.path("none.flow")}), "No such file");
    checkOneLine(bindlab({"check", folder.path("")}), "Is a directory");
    checkOneLine(bindlab({"check", "/dev/zero"}), "larger than 16 MiB");
    checkOneLine(bindlab({"replay", folder.path("none.json")}), "No such file");
    checkOneLine(bindlab({"lesson", "verify", folder.path("none.md")}), "No such file");
}

TEST_CASE("an answer that cannot be written is no success", "[cli]") {
    Start full;
    full.arguments = {"list", "designs"};
    full.out = "/dev/full";
    Start closed;
    closed.arguments = {"list", "designs"};
    closed.closedOut = true;
    for (const Start& start : {full, closed}) {
        const Answer answer = run(start);
        CHECK(answer.status == 2);
        CHECK(linesOf(answer.err) == 1);
    }
}

TEST_CASE("help and version say what they are asked for and end with 0", "[cli]") {
    CHECK(bindlab({"--version"}).out == "bindlab " BINDLAB_VERSION "\n");
    const Answer help = bindlab({"--help"});
    CHECK(help.status == 0);
    for (const char* command : {"list", "check", "matrix", "report", "compare", "states", "replay", "lesson", "export", "screenshot"}) {
        CAPTURE(command);
        CHECK_THAT(help.out, Catch::Contains(std::string("\n  ") + command));
        const Answer own = bindlab({command, "--help"});
        CHECK(own.status == 0);
        CHECK_THAT(own.out, Catch::Contains(std::string("Usage: bindlab ") + command));
        std::size_t begin = 0;
        for (std::size_t end = own.out.find('\n'); end != std::string::npos; begin = end + 1, end = own.out.find('\n', begin))
            CHECK(end - begin <= 100);
    }
}
