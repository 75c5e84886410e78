#include "machines/spdm_session.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum SpdmSessionEvent;

namespace {

const std::vector<SpdmSessionEvent> order{GetVersion,     GetCapabilities, NegotiateAlgorithms,
                                          GetCertificate, KeyExchange,     Finish};

/// A connection that has come `steps` requests far; 0 is none, 6 is secured.
Driven connectionAfter(int steps) {
    Driven connection(spdmSession());
    for (int step = 0; step < steps; ++step)
        REQUIRE(connection.play(order[std::size_t(step)]));
    REQUIRE(connection.saved[0] == steps);
    return connection;
}

} // namespace

TEST_CASE("a session's states and events are found under the values of their enums", "[spdm]") {
    CHECK(stateNames(spdmSession()) ==
          Names{"none", "version", "capabilities", "algorithms", "certificate", "keys exchanged", "secured"});
    CHECK(eventNames(spdmSession()) == Names{"GetVersion", "GetCapabilities", "NegotiateAlgorithms", "GetCertificate",
                                             "KeyExchange", "Finish", "EndSession", "Lost"});
}

SCENARIO("a session is secured request by request and ended", "[spdm]") {
    Driven connection = connectionAfter(6);
    CHECK(connection.state() == "secured");
    CHECK(connection.play(EndSession));
    CHECK(connection.state() == "none");
}

TEST_CASE("each request is expected at one place only, GET_VERSION everywhere", "[spdm]") {
    const int steps = GENERATE(0, 1, 2, 3, 4, 5, 6);
    for (int request = 1; request < 6; ++request)
        if (request != steps)
            CHECK(connectionAfter(steps).refusal(order[std::size_t(request)]) == "UNEXPECTED_REQUEST");
    Driven connection = connectionAfter(steps);
    CHECK(connection.play(GetVersion));
    CHECK(connection.state() == "version");
}

TEST_CASE("only a secured session is ended", "[spdm]") {
    CHECK(connectionAfter(GENERATE(0, 1, 2, 3, 4, 5)).refusal(EndSession) == "SESSION_REQUIRED");
}

TEST_CASE("a reset wipes the session wherever it is", "[spdm]") {
    Driven connection = connectionAfter(GENERATE(0, 1, 2, 3, 4, 5, 6));
    CHECK(connection.play(Lost));
    CHECK(connection.state() == "none");
}
