#include "machines/firmware_record.h"

#include "catch.h"
#include "machines/driven.h"
#include "machines/tdi.h"

using namespace bindlab;
using namespace bindlab::test;
using enum RecordEvent;

namespace {

/// A record in `state`, with nothing outstanding.
Driven recordIn(RecordState state) {
    Driven record(firmwareRecord());
    if (state != RecordState::NoDevif)
        REQUIRE(record.play(DevifCreate));
    if (state >= RecordState::Locked)
        REQUIRE(record.play(RequestLock, ResponseLock));
    if (state == RecordState::Run)
        REQUIRE((record.fire(RequestStart, 1).accepted && record.play(ResponseStart)));
    if (state == RecordState::Error)
        REQUIRE((record.play(RequestState) && record.fire(ResponseState, int(TdiState::Error)).accepted));
    REQUIRE(record.saved == Saved{std::uint8_t(state), std::uint8_t(RecordRequest::None)});
    return record;
}

const std::vector<RecordState> present{RecordState::Unlocked, RecordState::Locked, RecordState::Run,
                                       RecordState::Error};

} // namespace

TEST_CASE("a record's states and events are found under the values of their enums", "[firmware]") {
    std::vector<std::string> states;
    for (const MachineState& state : firmwareRecord().states())
        states.emplace_back(state.name);
    CHECK(states == std::vector<std::string>{"NONE", "UNLOCKED", "LOCKED", "RUN", "ERROR"});
    std::vector<std::string> events;
    for (const MachineEvent& event : firmwareRecord().events())
        events.emplace_back(event.name);
    CHECK(events == std::vector<std::string>{"DevifCreate", "RequestLock", "RequestStop", "RequestStart",
                                             "RequestReport", "RequestState", "ResponseLock", "ResponseStop", "ResponseStart",
                                             "ResponseReport", "ResponseState", "ResponseError", "DevifRemove"});
}

SCENARIO("a TDI is bound, started and unbound as the firmware records it", "[firmware]") {
    Driven record(firmwareRecord());
    CHECK(record.play(DevifCreate, RequestLock));
    CHECK(record.state() == "UNLOCKED");
    CHECK(record.play(ResponseLock));
    CHECK(record.state() == "LOCKED");
    CHECK(record.fire(RequestReport, 1).accepted);
    CHECK(record.play(ResponseReport));
    CHECK(record.fire(RequestStart, 1).accepted);
    CHECK(record.play(ResponseStart));
    CHECK(record.state() == "RUN");
    CHECK(record.play(RequestStop));
    CHECK(record.state() == "RUN");
    CHECK(record.play(ResponseStop));
    CHECK(record.state() == "UNLOCKED");
    CHECK(record.play(DevifRemove));
    CHECK(record.state() == "NONE");
}

SCENARIO("a device that fell to ERROR does not free the record: only a STOP answer does", "[firmware]") {
    Driven device(tdi());
    Driven record = recordIn(RecordState::Locked);
    REQUIRE(device.fire(TdiEvent::LockInterfaceRequest, 1).accepted);
    REQUIRE(device.fire(TdiEvent::FunctionLevelReset).accepted);
    REQUIRE(device.state() == "ERROR");

    CHECK(record.state() == "LOCKED");   // nobody has told the firmware
    CHECK(record.refusal(DevifRemove) == "TDX_DEVIF_INVALID_STATE");
    REQUIRE(record.play(RequestState));
    REQUIRE(record.fire(ResponseState, device.saved[0]).accepted);
    CHECK(record.state() == "ERROR");
    CHECK(record.refusal(DevifRemove) == "TDX_DEVIF_INVALID_STATE");
    CHECK(record.play(RequestStop, ResponseStop));
    CHECK(record.state() == "UNLOCKED");
    CHECK(record.play(DevifRemove));
}

TEST_CASE("a GET_STATE answer becomes the record, and UNLOCKED frees it as a STOP answer does", "[firmware]") {
    const RecordState from = GENERATE(from_range(present));
    const int reported = GENERATE(0, 1, 2, 3);
    Driven record = recordIn(from);
    REQUIRE(record.play(RequestState));
    REQUIRE(record.fire(ResponseState, reported).accepted);
    CHECK(int(record.saved[0]) == reported + int(RecordState::Unlocked));
}

TEST_CASE("one request may be outstanding", "[firmware]") {
    const RecordEvent first = GENERATE(RequestLock, RequestStop, RequestState);
    const RecordEvent second = GENERATE(RequestLock, RequestStop, RequestState);
    Driven record = recordIn(RecordState::Locked);
    REQUIRE(record.play(first));
    CHECK(record.refusal(second) == "TDX_DEVIF_TDISP_OUT_REQ");
    CHECK(record.refusal(RequestStart, 1) == "TDX_DEVIF_TDISP_OUT_REQ");
}

TEST_CASE("START and REPORT need the TD's own request first", "[firmware]") {
    const RecordEvent request = GENERATE(RequestStart, RequestReport);
    Driven record = recordIn(RecordState::Locked);
    CHECK(record.refusal(request, 0) == "TDX_DEVIF_TDISP_INVALID_REQ_STS");
    CHECK(record.refusal(request, 1) == "");
}

TEST_CASE("a record in ERROR takes only GET_STATE and STOP", "[firmware]") {
    CHECK(recordIn(RecordState::Error).refusal(RequestLock) == "TDX_DEVIF_TDISP_ERROR_STATE");
    CHECK(recordIn(RecordState::Error).refusal(RequestStart, 1) == "TDX_DEVIF_TDISP_ERROR_STATE");
    CHECK(recordIn(RecordState::Error).refusal(RequestReport, 1) == "TDX_DEVIF_TDISP_ERROR_STATE");
    CHECK(recordIn(RecordState::Error).refusal(RequestState) == "");
    CHECK(recordIn(RecordState::Error).refusal(RequestStop) == "");
}

TEST_CASE("an answer needs a request, and the one it answers", "[firmware]") {
    Driven record = recordIn(RecordState::Locked);
    CHECK(record.refusal(ResponseStop) == "TDX_DEVIF_TDISP_OUT_REQ");
    CHECK(record.refusal(ResponseError) == "TDX_DEVIF_TDISP_OUT_REQ");
    REQUIRE(record.play(RequestState));
    CHECK(record.refusal(ResponseStop) == "TDX_DEVIF_TDISP_INVALID_MESSAGE");
    CHECK(record.state() == "LOCKED");
    CHECK(record.fire(ResponseState, int(TdiState::ConfigLocked)).accepted);
}

TEST_CASE("an answer clears the request, so that a second one is refused", "[firmware]") {
    Driven record = recordIn(RecordState::Run);
    REQUIRE(record.play(RequestStop, ResponseStop));
    CHECK(record.refusal(ResponseStop) == "TDX_DEVIF_TDISP_OUT_REQ");
}

TEST_CASE("TDISP_ERROR ends the request and leaves the record as it was", "[firmware]") {
    Driven record = recordIn(GENERATE(from_range(present)));
    const Saved before = record.saved;
    REQUIRE(record.play(RequestStop, ResponseError));
    CHECK(record.saved == before);
}

TEST_CASE("a DEVIF is removed only in UNLOCKED", "[firmware]") {
    CHECK(recordIn(RecordState::Unlocked).refusal(DevifRemove) == "");
    for (RecordState state : {RecordState::Locked, RecordState::Run, RecordState::Error})
        CHECK(recordIn(state).refusal(DevifRemove) == "TDX_DEVIF_INVALID_STATE");
    CHECK(recordIn(RecordState::NoDevif).refusal(DevifRemove) == "TDX_OPERAND_INVALID");
}

TEST_CASE("a removed DEVIF leaves no request behind", "[firmware]") {
    Driven record = recordIn(RecordState::Unlocked);
    REQUIRE(record.play(RequestState, DevifRemove, DevifCreate));
    CHECK(record.refusal(RequestLock) == "");
}

TEST_CASE("a function has one DEVIF", "[firmware]") {
    Driven record = recordIn(GENERATE(from_range(present)));
    CHECK(record.refusal(DevifCreate) == "TDX_DEVIFMT_ALREADY_PRESENT");
}

TEST_CASE("without a DEVIF every request and every answer is refused", "[firmware]") {
    const RecordEvent event = GENERATE(RequestLock, RequestStop, RequestStart, RequestReport, RequestState, ResponseLock,
                                       ResponseStop, ResponseStart, ResponseReport, ResponseState, ResponseError);
    CHECK(recordIn(RecordState::NoDevif).refusal(event) == "TDX_OPERAND_INVALID");
}

TEST_CASE("a record can be in 22 ways", "[firmware][invariant]") {
    // NONE; three states with nothing or one of five requests outstanding; ERROR with nothing, STOP or GET_STATE.
    CHECK(reachable(firmwareRecord()).size() == 1 + 3 * 6 + 3);
}
