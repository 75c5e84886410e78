#include "program.h"

#include "catch.h"
#include "golden.h"

namespace {

Answer device(const std::string& lines, std::vector<std::string> options = {})
{
    Start start;
    start.arguments = std::move(options);
    start.arguments.insert(start.arguments.begin(), "device");
    start.in = lines;
    return run(start);
}

} // namespace

TEST_CASE("the device answers every line with one line, the last without its end as well", "[cli]")
{
    const Answer answer = device("? state\n\n! flr\nnonsense\n10850000003a00000000000000000000");
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    CHECK(linesOf(answer.out) == 5);
    CHECK_THAT(answer.out, Catch::StartsWith("CONFIG_UNLOCKED\n! bad "));
    CHECK_THAT(answer.out, Catch::EndsWith("10050000003a0000000000000000000000\n"));
}

TEST_CASE("a line longer than any message is one bad line, and the device goes on", "[cli]")
{
    const Answer answer = device(std::string(3'000'000, '0') + "\n? state\n");
    CHECK(answer.out == "! bad a line has at most 1048576 characters\nCONFIG_UNLOCKED\n");
}

TEST_CASE("two locks of the device have two nonces", "[cli]")
{
    const std::string lock = "10830000003a00000000000000000000" + std::string(40, '0') + "\n";
    const std::string stop = "10870000003a00000000000000000000\n";
    const Answer answer = device(lock + stop + lock);
    REQUIRE(linesOf(answer.out) == 3);
    const std::string first = answer.out.substr(0, answer.out.find('\n'));
    CHECK(first.size() == 96);
    CHECK(answer.out.find(first, 1) == std::string::npos);
}

TEST_CASE("STOP in CONFIG_UNLOCKED follows the emulator when it is asked to", "[cli]")
{
    const std::string stop = "10870000003a00000000000000000000\n";
    CHECK(device(stop).out == "10070000003a00000000000000000000\n");
    CHECK(device(stop, {"--spdm-emu-stop"}).out == "107f0000003a000000000000000000000400000000000000\n");
}

TEST_CASE("what every request and action comes to in each state is a table", "[cli][golden]")
{
    const Answer answer = bindlab({"device", "--table"});
    CHECK(answer.status == 0);
    checkGolden("device_table.txt", answer.out);
}

TEST_CASE("an answer that cannot be written ends the device", "[cli]")
{
    Start start;
    start.arguments = {"device"};
    start.in = "? state\n";
    start.out = "/dev/full";
    const Answer answer = run(start);
    CHECK(answer.status == 2);
    CHECK(linesOf(answer.err) == 1);
}
