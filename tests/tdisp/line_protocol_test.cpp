#include "tdisp/line_protocol.h"

#include "catch.h"

using namespace bindlab::tdisp;

namespace {

const std::string getState = "10 85 00 00 00 3a 00 00 00 00 00 00 00 00 00 00";
const std::string lockIt = "10830000003a00000000000000000000" "0000000000000000000000000000000000000000";

} // namespace

TEST_CASE("a line of hex digits is answered in lower-case hex", "[tdisp]")
{
    LineProtocol lines{Device()};
    CHECK(lines.answer(getState) == "10050000003a0000000000000000000000");
    CHECK(lines.answer("10850000003A00000000000000000000\r") == "10050000003a0000000000000000000000");
    CHECK(lines.answer(lockIt).starts_with("10030000003a"));
    CHECK(lines.answer("? state") == "CONFIG_LOCKED");
}

TEST_CASE("where the device stays silent the answer is a dash", "[tdisp]")
{
    LineProtocol lines{Device()};
    CHECK(lines.answer("10 83") == "-");
    CHECK(lines.answer("! session-end") == "! ok");
    CHECK(lines.answer(getState) == "-");
}

TEST_CASE("every action of the contract is known", "[tdisp]")
{
    for (const char* line : {"! ide-keys on", "! ide-keys off", "! ide-insecure", "! session-end", "! clear-mse", "! set-mse", "! clear-bme", "! set-bme",
                             "! write-bar", "! flr", "! d3hot", "! hot-reset", "! busy 3", "! no-entropy", "! bad-config"}) {
        CAPTURE(line);
        LineProtocol lines{Device()};
        CHECK(lines.answer(line) == "! ok");
        CHECK(lines.answer("? state") == "CONFIG_UNLOCKED");
    }
    LineProtocol lines{Device()};
    CHECK(lines.answer("! session-start") == "! refused an SPDM session is up already");
    CHECK(lines.answer("! session-end") == "! ok");
    CHECK(lines.answer("! session-start") == "! ok");
}

TEST_CASE("a busy device answers BUSY so many times", "[tdisp]")
{
    LineProtocol lines{Device()};
    CHECK(lines.answer("! busy 2") == "! ok");
    CHECK(lines.answer(getState) == "107f0000003a000000000000000000000300000000000000");
    CHECK(lines.answer(getState) == "107f0000003a000000000000000000000300000000000000");
    CHECK(lines.answer(getState) == "10050000003a0000000000000000000000");
}

TEST_CASE("an action may name its function", "[tdisp]")
{
    LineProtocol lines{Device({.virtualFunctions = 1})};
    CHECK(lines.answer("10830000013a00000000000000000000" "0000000000000000000000000000000000000000").starts_with("1003"));
    CHECK(lines.answer("? state 3a01") == "CONFIG_LOCKED");
    CHECK(lines.answer("! clear-mse") == "! ok");
    CHECK(lines.answer("? state 3A01") == "CONFIG_LOCKED");
    CHECK(lines.answer("! clear-mse 3a01") == "! ok");
    CHECK(lines.answer("? state 3a01") == "ERROR");
    CHECK(lines.answer("! clear-mse 3a09") == "! bad no function '3a09'; there is 3a00, 3a01");
}

TEST_CASE("what was taken from the device can be given back", "[tdisp]")
{
    LineProtocol lines{Device()};
    CHECK(lines.answer("! no-entropy") == "! ok");
    CHECK(lines.answer(lockIt).starts_with("107f"));
    CHECK(lines.answer("! no-entropy off") == "! ok");
    CHECK(lines.answer(lockIt).starts_with("1003"));
}

TEST_CASE("the connection is made step by step", "[tdisp]")
{
    LineProtocol lines{Device({.isKeyed = false})};
    CHECK(lines.answer("? session") == "none");
    CHECK(lines.answer("! spdm KEY_EXCHANGE").starts_with("! refused "));
    CHECK(lines.answer("! ide-km KEY_PROG pr rx").starts_with("! refused "));
    for (const char* request : {"GET_VERSION", "GET_CAPABILITIES", "ALGORITHMS", "GET_CERTIFICATE", "KEY_EXCHANGE", "FINISH"})
        CHECK(lines.answer(std::string("! spdm ") + request) == "! ok");
    CHECK(lines.answer("? session") == "secured");
    CHECK(lines.answer("! ide-km K_SET_GO pr rx").starts_with("! refused "));
    for (const char* request : {"KEY_PROG", "K_SET_GO"})
        for (const char* subStream : {"pr", "npr", "cpl"})
            for (const char* direction : {"rx", "tx"})
                CHECK(lines.answer(std::string("! ide-km ") + request + " " + subStream + " " + direction) == "! ok");
    CHECK(lines.answer("? stream") == "Configured");
    CHECK(lines.answer("! ide-enable") == "! ok");
    CHECK(lines.answer("? stream") == "Secure");
}

TEST_CASE("a bad line is answered with what is wrong, and changes nothing", "[tdisp]")
{
    LineProtocol lines{Device()};
    const Device before = lines.device();
    for (const std::string& line : std::vector<std::string>{
             "", "   ", "zz", "1", "1 0", "0x10", "!", "! ", "! nope", "! flr now", "! flr 3a00 3a00", "! busy", "! busy -1", "! busy 99999999999", "! ide-keys",
             "! ide-keys maybe", "! spdm", "! spdm HELLO", "! ide-km", "! ide-km KEY_PROG pr", "! ide-km KEY_PROG pr up", "! ide-enable now", "?", "? states",
             "? state 3b00", "? state 3a00 3a00", std::string(1, '\0'), "\x1b[2J", "10 8\xc3\xa4", "! \x1b[2J", std::string(LineProtocol::longestLine + 1, '0')}) {
        CAPTURE(line.substr(0, 40));
        const std::string answer = lines.answer(line);
        CHECK(answer.starts_with("! bad "));
        CHECK(answer.size() < 200);
        CHECK(std::ranges::all_of(answer, [](char c) { return c >= ' ' && c < '\x7f'; }));
        CHECK(lines.device().isAs(before));
    }
}

TEST_CASE("a message as long as a line can be has the wrong length and nothing else", "[tdisp]")
{
    LineProtocol lines{Device()};
    std::string line = "10850000003a";
    line.resize(LineProtocol::longestLine, '0');
    CHECK(lines.answer(line) == "107f0000003a000000000000000000000100000000000000");
}
