#include "program.h"

#include "catch.h"

#include <nlohmann/json.hpp>

#include <string>

using Json = nlohmann::json;

namespace {

/// A page of one act, on the shipped flows. `claim` is what it says of the bound device.
std::string lessonThatClaims(const std::string& claim)
{
    return "---\n"
           "id: tiny\n"
           "number: 1\n"
           "title: A bound device\n"
           "summary: It runs.\n"
           "unit: Tests\n"
           "design: D1\n"
           "scenario: S3\n"
           "platform: tdx\n"
           "minutes: 1\n"
           "sources:\n"
           "  - {id: here, author: Nobody, date: 2025-06-04, subject: A test}\n"
           "---\n"
           "\n"
           "# A bound device\n"
           "\n"
           "## At rest\n"
           "\n"
           "The TDI runs ([here](source:here)).\n"
           "\n"
           "```expect\n"
           "- {machine: device.tdi, is: " + claim + "}\n"
           "```\n"
           "\n"
           "```check\n"
           "task: Check it.\n"
           "button: Check\n"
           "properties: [I3]\n"
           "facts:\n"
           "  - {verdict: holds}\n"
           "```\n";
}

} // namespace

TEST_CASE("every shipped lesson says what the model does", "[cli]") {
    const Answer answer = bindlab({"lesson", "verify", "--json"});
    CHECK(answer.status == 0);
    std::size_t translated = 0;
    for (const Json& report : Json::parse(answer.out)) {
        CAPTURE(report.at("id").get<std::string>(), report.at("language").get<std::string>());
        translated += report.at("language") == "zh_CN" ? 1 : 0;
        CHECK(report.at("good") == true);
        CHECK(report.at("claims") > report.at("directives"));
        CHECK(report.at("failures").empty());
    }
    CHECK(translated >= 3);
}

TEST_CASE("a lesson with a false claim ends with 1 and names the directive and its line", "[cli]") {
    const Folder folder;
    const std::string good = folder.write("good.md", lessonThatClaims("RUN"));
    const Answer so = bindlab({"lesson", "verify", good});
    INFO(so.out << so.err);
    CHECK(so.status == 0);

    const std::string wrong = folder.write("wrong.md", lessonThatClaims("ERROR"));
    const Answer answer = bindlab({"lesson", "verify", wrong});
    CHECK(answer.status == 1);
    CHECK_THAT(answer.out, Catch::Contains(wrong + ":22: expect"));
    const Json report = Json::parse(bindlab({"lesson", "verify", good, wrong, "--json"}).out);
    CHECK(report.at(0).at("good") == true);
    CHECK(report.at(1).at("failures").at(0).at("directive") == "expect");
    CHECK(report.at(1).at("failures").at(0).at("line") == 22);
}

TEST_CASE("a lesson that cannot be read ends with 2 and says where", "[cli]") {
    const Folder folder;
    std::string text = lessonThatClaims("RUN");
    text.replace(text.find("summary"), 7, "sumary");
    const Answer answer = bindlab({"lesson", "verify", folder.write("broken.md", text)});
    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK_THAT(answer.err, Catch::Contains("broken.md:5:") && Catch::Contains("did you mean 'summary'?"));
    CHECK(bindlab({"lesson", "play", folder.write("binary.md", std::string("\0\1\2\xff", 4))}).status == 2);
}

TEST_CASE("a lesson of one's own plays as text, several one after the other", "[cli]") {
    const Folder folder;
    const std::string file = folder.write("own.md", lessonThatClaims("RUN"));
    const std::string once = bindlab({"lesson", "play", file}).out;
    CHECK_THAT(once, Catch::Contains("A bound device") && Catch::Contains("The TDI runs"));
    CHECK(bindlab({"lesson", "play", file, file}).out == once + once);
}
