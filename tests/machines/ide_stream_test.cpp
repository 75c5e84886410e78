#include "machines/ide_stream.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum IdeStreamEvent;

namespace {

Driven streamIn(IdeStreamState state) {
    Driven stream(ideStream());
    if (state >= IdeStreamState::Configured)
        REQUIRE(stream.play(Setup));
    if (state >= IdeStreamState::Secure)
        REQUIRE(stream.fire(Enable, 1).accepted);
    if (state == IdeStreamState::Insecure)
        REQUIRE(stream.play(Break));
    REQUIRE(stream.saved[0] == std::uint8_t(state));
    return stream;
}

const std::vector<IdeStreamState> setUp{IdeStreamState::Configured, IdeStreamState::Secure, IdeStreamState::Insecure};

} // namespace

TEST_CASE("a stream's states and events are found under the values of their enums", "[ide]") {
    CHECK(stateNames(ideStream()) == Names{"Unconfigured", "Configured", "Secure", "Insecure"});
    CHECK(eventNames(ideStream()) == Names{"Setup", "Enable", "Break", "Disable", "Teardown"});
}

SCENARIO("a broken stream is disabled and keyed again", "[ide]") {
    Driven stream = streamIn(IdeStreamState::Insecure);
    CHECK(stream.status(Enable, 1) == -ENXIO);
    CHECK(stream.play(Disable));
    CHECK(stream.state() == "Configured");
    CHECK(stream.fire(Enable, 1).accepted);
    CHECK(stream.state() == "Secure");
}

TEST_CASE("a stream does not become secure without keys", "[ide]") {
    Driven stream = streamIn(IdeStreamState::Configured);
    CHECK(stream.status(Enable, 0) == -ENXIO);
    CHECK(stream.state() == "Configured");
}

TEST_CASE("a stream is enabled only from Configured", "[ide]") {
    CHECK(streamIn(IdeStreamState::Unconfigured).status(Enable, 1) == -ENXIO);
    CHECK(streamIn(IdeStreamState::Secure).status(Enable, 1) == -ENXIO);
}

TEST_CASE("what breaks a stream changes only a secure one", "[ide]") {
    const IdeStreamState state = GENERATE(IdeStreamState::Unconfigured, IdeStreamState::Configured,
                                          IdeStreamState::Insecure);
    Driven stream = streamIn(state);
    CHECK(stream.play(Break));
    CHECK(stream.saved[0] == std::uint8_t(state));
}

TEST_CASE("a stream that is set up is not set up again", "[ide]") {
    CHECK(streamIn(GENERATE(from_range(setUp))).status(Setup) == -EBUSY);
}

TEST_CASE("disabling leads to Configured, and needs a stream that is set up", "[ide]") {
    Driven stream = streamIn(GENERATE(from_range(setUp)));
    CHECK(stream.play(Disable));
    CHECK(stream.state() == "Configured");
    CHECK(streamIn(IdeStreamState::Unconfigured).status(Disable) == -ENXIO);
}

TEST_CASE("teardown leads to Unconfigured from everywhere", "[ide]") {
    Driven stream = streamIn(GENERATE(IdeStreamState::Unconfigured, IdeStreamState::Configured, IdeStreamState::Secure,
                                      IdeStreamState::Insecure));
    CHECK(stream.play(Teardown));
    CHECK(stream.state() == "Unconfigured");
}
