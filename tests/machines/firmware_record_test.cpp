#include "machines/firmware_record.h"

#include "catch.h"
#include "machines/driven.h"
#include "machines/tdi.h"

using namespace bindlab;
using namespace bindlab::test;
using enum RecordEvent;

namespace {

constexpr int streamReady = 1;

/// A record in `state`, with nothing outstanding.
Driven recordIn(RecordState state) {
    Driven record(firmwareRecord());
    if (state != RecordState::NoDevif)
        REQUIRE(record.fire(DevifCreate, streamReady).accepted);
    if (state >= RecordState::Locked)
        REQUIRE(record.play(RequestLock, ResponseLock));
    if (state == RecordState::Run)
        REQUIRE((record.fire(RequestStart, 1).accepted && record.play(ResponseStart)));
    if (state == RecordState::Error)
        REQUIRE((record.play(RequestState) && record.fire(ResponseState, int(TdiState::Error)).accepted));
    REQUIRE(record.saved == Saved{std::uint8_t(state), std::uint8_t(RecordRequest::None), 0});
    return record;
}

int nonceOf(const Driven& record) { return record.saved[2]; }

/// LOCKED, with a nonce.
Driven recordWithNonce(int nonce) {
    Driven record = recordIn(RecordState::Unlocked);
    REQUIRE(record.play(RequestLock));
    REQUIRE(record.fire(ResponseLock, nonce).accepted);
    return record;
}

// Payloads of DevifRemove.
constexpr int nothingMapped = 0;
constexpr int dmaMapped = 1;
constexpr int mmioMapped = 2;
constexpr int withStreamBlocked = 3;   // on top of these

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
                                             "RequestReport", "RequestState", "ResponseLock", "ResponseStop",
                                             "ResponseStart", "ResponseReport", "ResponseState", "ResponseError", "DevifRemove"});
}

SCENARIO("a TDI is bound, started and unbound as the firmware records it", "[firmware]") {
    Driven record(firmwareRecord());
    CHECK(record.fire(DevifCreate, streamReady).accepted);
    CHECK(record.play(RequestLock));
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

TEST_CASE("no answer is taken that nobody asked for", "[firmware]") {
    Driven record = recordIn(GENERATE(RecordState::Unlocked, RecordState::Locked, RecordState::Run));
    const RecordEvent answer =
        GENERATE(ResponseLock, ResponseStop, ResponseStart, ResponseReport, ResponseState, ResponseError);
    const Saved before = record.saved;
    CHECK(record.refusal(answer) == "TDX_DEVIF_TDISP_OUT_REQ");
    CHECK(record.saved == before);
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

TEST_CASE("a DEVIF is removed only in UNLOCKED while its stream is not blocked", "[firmware]") {
    CHECK(recordIn(RecordState::Unlocked).refusal(DevifRemove) == "");
    for (RecordState state : {RecordState::Locked, RecordState::Run, RecordState::Error})
        CHECK(recordIn(state).refusal(DevifRemove) == "TDX_DEVIF_INVALID_STATE");
    CHECK(recordIn(RecordState::NoDevif).refusal(DevifRemove) == "TDX_OPERAND_INVALID");
}

TEST_CASE("with the stream blocked a DEVIF is removed in any state", "[firmware]") {
    CHECK(recordIn(GENERATE(from_range(present))).refusal(DevifRemove, nothingMapped + withStreamBlocked) == "");
}

TEST_CASE("a DEVIF with mapped DMA or MMIO is not removed, the stream blocked or not", "[firmware]") {
    const int stream = GENERATE(0, withStreamBlocked);
    CHECK(recordIn(RecordState::Unlocked).refusal(DevifRemove, dmaMapped + stream) == "TDX_DEVIF_HAS_MAPPED_DMA");
    CHECK(recordIn(RecordState::Unlocked).refusal(DevifRemove, mmioMapped + stream) == "TDX_DEVIF_HAS_MAPPED_MMIO");
    CHECK(recordIn(RecordState::Run).refusal(DevifRemove, dmaMapped + withStreamBlocked) == "TDX_DEVIF_HAS_MAPPED_DMA");
    CHECK(recordIn(RecordState::Run).refusal(DevifRemove, mmioMapped) == "TDX_DEVIF_INVALID_STATE");
}

TEST_CASE("the nonce of the LOCK answer is kept while the record is locked", "[firmware]") {
    const int nonce = GENERATE(1, 2, 7);
    Driven record = recordWithNonce(nonce);
    CHECK(nonceOf(record) == nonce);
    REQUIRE((record.fire(RequestReport, 1).accepted && record.play(ResponseReport)));
    REQUIRE((record.play(RequestState) && record.fire(ResponseState, int(TdiState::ConfigLocked)).accepted));
    REQUIRE(record.play(RequestStop, ResponseError));
    CHECK(nonceOf(record) == nonce);
}

TEST_CASE("START uses the nonce up, STOP and a STATE answer of UNLOCKED or ERROR wipe it", "[firmware]") {
    Driven started = recordWithNonce(3);
    REQUIRE((started.fire(RequestStart, 1).accepted && started.play(ResponseStart)));
    CHECK(nonceOf(started) == 0);
    Driven stopped = recordWithNonce(3);
    REQUIRE(stopped.play(RequestStop, ResponseStop));
    CHECK(nonceOf(stopped) == 0);
    Driven told = recordWithNonce(3);
    REQUIRE(told.play(RequestState));
    REQUIRE(told.fire(ResponseState, int(GENERATE(TdiState::ConfigUnlocked, TdiState::Error))).accepted);
    CHECK(nonceOf(told) == 0);
}

TEST_CASE("a removed DEVIF leaves no nonce behind", "[firmware]") {
    Driven record = recordWithNonce(3);
    REQUIRE(record.fire(DevifRemove, nothingMapped + withStreamBlocked).accepted);
    CHECK(record.saved == recordIn(RecordState::NoDevif).saved);
}

TEST_CASE("a removed DEVIF leaves no request behind", "[firmware]") {
    Driven record = recordIn(RecordState::Unlocked);
    REQUIRE(record.play(RequestState, DevifRemove));
    REQUIRE(record.fire(DevifCreate, streamReady).accepted);
    CHECK(record.refusal(RequestLock) == "");
}

TEST_CASE("a DEVIF needs a stream that is configured and not blocked", "[firmware]") {
    Driven record = recordIn(RecordState::NoDevif);
    CHECK(record.refusal(DevifCreate, 0) == "TDX_IDE_STREAM_INVALID_STATE");
    CHECK(record.state() == "NONE");
}

TEST_CASE("a function has one DEVIF", "[firmware]") {
    Driven record = recordIn(GENERATE(from_range(present)));
    CHECK(record.refusal(DevifCreate, GENERATE(0, 1)) == "TDX_DEVIFMT_ALREADY_PRESENT");
}

TEST_CASE("without a DEVIF every request and every answer is refused", "[firmware]") {
    const RecordEvent event = GENERATE(RequestLock, RequestStop, RequestStart, RequestReport, RequestState, ResponseLock,
                                       ResponseStop, ResponseStart, ResponseReport, ResponseState, ResponseError);
    CHECK(recordIn(RecordState::NoDevif).refusal(event) == "TDX_OPERAND_INVALID");
}

TEST_CASE("a record can be in 106 ways, and has a nonce only in LOCKED and RUN", "[firmware][invariant]") {
    const std::set<Saved> all = reachable(firmwareRecord());
    // NONE; UNLOCKED with nothing or one of five requests outstanding; LOCKED and RUN with these and one of eight
    // nonces (RUN where a STATE answer reported it); ERROR with nothing, STOP or GET_STATE.
    CHECK(all.size() == 1 + 6 + 2 * 6 * 8 + 3);
    for (const Saved& saved : all)
        if (saved[2] != 0)
            CHECK((RecordState(saved[0]) == RecordState::Locked || RecordState(saved[0]) == RecordState::Run));
}
