#include "program.h"

#include "catch.h"

TEST_CASE("without a display the program says so in one line and plays the first lesson as text", "[cli]") {
    const Answer window = bindlab({});
    CHECK(window.status == 0);
    CHECK(linesOf(window.err) == 1);
    CHECK_THAT(window.err, Catch::Contains("no display"));
    CHECK(window.out == bindlab({"lesson", "play"}).out);
    CHECK(linesOf(window.out) > 20);
}

TEST_CASE("without a display a file is opened as text too", "[cli]") {
    const Folder folder;
    const std::string trace = folder.path("run.json");
    REQUIRE(bindlab({"check", "--design", "D3a", "--scenario", "S3", "--trace", trace}).status == 1);
    const Answer opened = bindlab({trace});
    CHECK(linesOf(opened.err) == 1);
    CHECK(opened.out == bindlab({"replay", trace}).out);
    CHECK(opened.status == 1);

    const Answer flow = bindlab({folder.write("own.flow", "struct Box { mutex lock; }\n")});
    CHECK(flow.status == 2);
    CHECK(linesOf(flow.err) == 1);
}
