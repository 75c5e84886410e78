#include "machines/firmware_record.h"

#include "machines/msm_machine.h"
#include "machines/tdi.h"

namespace bindlab {
namespace {

using namespace table;

// --- states

struct NoDevif : State<RecordState::NoDevif> {
    static constexpr MachineState text{"NONE", "The firmware has no DEVIF for this function."};
};
struct Unlocked : State<RecordState::Unlocked> {
    static constexpr MachineState text{"UNLOCKED", "The record allows unmapping and removal."};
};
struct Locked : State<RecordState::Locked> {
    static constexpr MachineState text{"LOCKED", "A LOCK answer was read; the nonce is kept here."};
};
struct Run : State<RecordState::Run> {
    static constexpr MachineState text{"RUN", "A START answer was read."};
};
struct Error : State<RecordState::Error> {
    static constexpr MachineState text{"ERROR", "The device reported ERROR; only STOP and GET_STATE may be asked."};
};

// --- events

using enum TdxStatus;

/// A request and an answer name what they ask for or answer.
template <RecordEvent event, RecordRequest what, int payloads = 1>
struct Request : Event<event, payloads> {
    static constexpr RecordRequest asks = what;
};
template <RecordEvent event, RecordRequest what, int payloads = 1>
struct Answer : Event<event, payloads> {
    static constexpr RecordRequest answers = what;
};

constexpr Refusal refuseRequest(RecordState state) {
    return state == RecordState::NoDevif
               ? Refusal{OperandInvalid, "TDH.DEVIF.REQUEST needs a DEVIF; the record is {}."}
               : Refusal{DevifTdispErrorState, "A record in {} takes only GET_STATE and STOP."};
}
constexpr Refusal refuseAnswer(RecordState state) {
    return state == RecordState::NoDevif
               ? Refusal{OperandInvalid, "TDH.DEVIF.RESPONSE needs a DEVIF; the record is {}."}
               : Refusal{DevifTdispOutReq, "No such request is outstanding: a record in {} takes only GET_STATE and "
                                           "STOP."};
}

struct DevifCreate : Event<RecordEvent::DevifCreate, 2> {
    static constexpr std::string_view label = "CREATE";
    static constexpr Refusal refusal(RecordState) {
        return {DevifmtAlreadyPresent, "TDH.DEVIF.CREATE finds a DEVIF of this function already there, in {}."};
    }
};
struct RequestLock : Request<RecordEvent::RequestLock, RecordRequest::Lock> {
    static constexpr std::string_view label = "ask LOCK";
    static constexpr auto refusal = refuseRequest;
};
struct RequestStop : Request<RecordEvent::RequestStop, RecordRequest::Stop> {
    static constexpr std::string_view label = "ask STOP";
    static constexpr auto refusal = refuseRequest;
};
struct RequestStart : Request<RecordEvent::RequestStart, RecordRequest::Start, 2> {
    static constexpr std::string_view label = "ask START";
    static constexpr auto refusal = refuseRequest;
};
struct RequestReport : Request<RecordEvent::RequestReport, RecordRequest::Report, 2> {
    static constexpr std::string_view label = "ask REPORT";
    static constexpr auto refusal = refuseRequest;
};
struct RequestState : Request<RecordEvent::RequestState, RecordRequest::GetState> {
    static constexpr std::string_view label = "ask GET_STATE";
    static constexpr auto refusal = refuseRequest;
};
struct ResponseLock : Answer<RecordEvent::ResponseLock, RecordRequest::Lock, 8> {
    static constexpr std::string_view label = "LOCK answer";
    static constexpr auto refusal = refuseAnswer;
};
struct ResponseStop : Answer<RecordEvent::ResponseStop, RecordRequest::Stop> {
    static constexpr std::string_view label = "STOP answer";
    static constexpr auto refusal = refuseAnswer;
};
struct ResponseStart : Answer<RecordEvent::ResponseStart, RecordRequest::Start> {
    static constexpr std::string_view label = "START answer";
    static constexpr auto refusal = refuseAnswer;
};
struct ResponseReport : Answer<RecordEvent::ResponseReport, RecordRequest::Report> {
    static constexpr std::string_view label = "REPORT answer";
    static constexpr auto refusal = refuseAnswer;
};
struct ResponseState : Answer<RecordEvent::ResponseState, RecordRequest::GetState, 4> {
    static constexpr std::string_view label = "STATE answer";
    static constexpr auto refusal = refuseAnswer;
};
struct ResponseError : Event<RecordEvent::ResponseError> {
    static constexpr std::string_view label = "TDISP_ERROR";
    static constexpr auto refusal = refuseAnswer;
};
struct DevifRemove : Event<RecordEvent::DevifRemove, 6> {
    static constexpr std::string_view label = "REMOVE";
    static constexpr Refusal refusal(RecordState) {
        return {OperandInvalid, "TDH.DEVIF.REMOVE needs a DEVIF; the record is {}."};
    }
};

// --- guards and actions

struct StreamReady : SaidBySender<StreamReady> {
    static constexpr Refusal refusal{IdeStreamInvalidState, "TDH.DEVIF.CREATE needs a configured stream that is not "
                                                            "blocked, and SPDM bound."};
};
struct NothingOutstanding : Guard<NothingOutstanding> {
    static constexpr Refusal refusal{DevifTdispOutReq,
                                     "TDH.DEVIF.REQUEST is refused: an earlier request is still outstanding."};
    static bool holds(const auto&, const auto& record) { return record.outstanding() == RecordRequest::None; }
};
struct AskedByTd : SaidBySender<AskedByTd> {
    static constexpr Refusal refusal{DevifTdispInvalidReqSts,
                                     "START and REPORT go out only after the TD itself has asked for them."};
};
struct SomethingOutstanding : Guard<SomethingOutstanding> {
    static constexpr Refusal refusal{DevifTdispOutReq, "TDH.DEVIF.RESPONSE is refused: no request is outstanding."};
    static bool holds(const auto&, const auto& record) { return record.outstanding() != RecordRequest::None; }
};
struct AnswersIt : Guard<AnswersIt> {
    static constexpr Refusal refusal{DevifTdispInvalidMessage,
                                     "TDH.DEVIF.RESPONSE is refused: the answer is not to the request outstanding."};
    static bool holds(const auto& answer, const auto& record) { return record.outstanding() == answer.answers; }
};

/// Exactly one of the four holds, so that none of them is ever the reason of a refusal.
template <class Self, TdiState reported>
struct Reports : Guard<Self> {
    static constexpr Refusal refusal{DevifTdispInvalidMessage, "The device reports another state."};
    static bool holds(const auto& answer, const auto&) { return TdiState(answer.payload) == reported; }
};
struct ReportsUnlocked : Reports<ReportsUnlocked, TdiState::ConfigUnlocked> {};
struct ReportsLocked : Reports<ReportsLocked, TdiState::ConfigLocked> {};
struct ReportsRun : Reports<ReportsRun, TdiState::Run> {};
struct ReportsError : Reports<ReportsError, TdiState::Error> {};

/// The answer to the request that is outstanding, and what else it must say.
template <class... Claims>
using Expected = All<SomethingOutstanding, AnswersIt, Claims...>;

struct StreamBlocked : Guard<StreamBlocked> {
    static constexpr Refusal refusal{DevifInvalidState,
                                     "TDH.DEVIF.REMOVE needs the record in UNLOCKED or the stream blocked; only a STOP "
                                     "answer or a GET_STATE answer that reports UNLOCKED changes the record."};
    static bool holds(const auto& remove, const auto&) { return remove.payload >= 3; }
};
struct NoMappedDma : Guard<NoMappedDma> {
    static constexpr Refusal refusal{DevifHasMappedDma, "TDH.DEVIF.REMOVE is refused: trusted DMA is still mapped."};
    static bool holds(const auto& remove, const auto&) { return remove.payload % 3 != 1; }
};
struct NoMappedMmio : Guard<NoMappedMmio> {
    static constexpr Refusal refusal{DevifHasMappedMmio, "TDH.DEVIF.REMOVE is refused: private MMIO is still mapped."};
    static bool holds(const auto& remove, const auto&) { return remove.payload % 3 != 2; }
};
using NothingMapped = All<NoMappedDma, NoMappedMmio>;
using BlockedAndNothingMapped = All<StreamBlocked, NoMappedDma, NoMappedMmio>;

struct RememberRequest : Action<RememberRequest> {
    static void run(const auto& request, auto& record) { record.request = std::uint8_t(request.asks); }
};
struct ForgetRequest : Action<ForgetRequest> {
    static void run(const auto&, auto& record) { record.request = std::uint8_t(RecordRequest::None); }
};
/// The next two forget the request as well.
struct KeepNonce : Action<KeepNonce> {
    static void run(const auto& answer, auto& record) {
        record.request = std::uint8_t(RecordRequest::None);
        record.nonce = answer.payload;
    }
};
struct WipeNonce : Action<WipeNonce> {
    static void run(const auto&, auto& record) {
        record.request = std::uint8_t(RecordRequest::None);
        record.nonce = 0;
    }
};

// --- the table

using Present = AnyOf<Unlocked, Locked, Run, Error>;
using NotError = AnyOf<Unlocked, Locked, Run>;
using NotUnlocked = AnyOf<Locked, Run, Error>;

struct FirmwareRecord : Definition<FirmwareRecord> {
    static constexpr std::string_view name = "FirmwareRecord";
    static constexpr std::string_view title = "TDI context";
    static constexpr std::string_view component = "tsm";
    static constexpr std::string_view source =
        "Intel TDX module source, tdxio, public draft of TDX Connect (2023): TDH.DEVIF.CREATE, REQUEST, RESPONSE and "
        "REMOVE; domain notes 7.2";
    static constexpr std::array<std::string_view, 11> statuses{
        "TDX_SUCCESS", "TDX_OPERAND_INVALID", "TDX_DEVIFMT_ALREADY_PRESENT", "TDX_DEVIF_TDISP_OUT_REQ",
        "TDX_DEVIF_TDISP_ERROR_STATE", "TDX_DEVIF_TDISP_INVALID_REQ_STS", "TDX_DEVIF_TDISP_INVALID_MESSAGE",
        "TDX_DEVIF_INVALID_STATE", "TDX_DEVIF_HAS_MAPPED_DMA", "TDX_DEVIF_HAS_MAPPED_MMIO",
        "TDX_IDE_STREAM_INVALID_STATE"};

    std::uint8_t request = std::uint8_t(RecordRequest::None);
    std::uint8_t nonce = 0;
    void serialize(auto& archive, unsigned) {
        archive & request;
        archive & nonce;
    }
    [[nodiscard]] RecordRequest outstanding() const { return RecordRequest(request); }

    using initial_state = NoDevif;

    // clang-format off
    struct transition_table : Table<
        //   from         event           to        action           guard
        Row< NoDevif,     DevifCreate,    Unlocked, none,            StreamReady                        >,

        Row< NotError,    RequestLock,    Same,     RememberRequest, NothingOutstanding                 >,
        Row< NotError,    RequestStart,   Same,     RememberRequest, All<AskedByTd, NothingOutstanding> >,
        Row< NotError,    RequestReport,  Same,     RememberRequest, All<AskedByTd, NothingOutstanding> >,
        Row< Present,     RequestStop,    Same,     RememberRequest, NothingOutstanding                 >,
        Row< Present,     RequestState,   Same,     RememberRequest, NothingOutstanding                 >,

        Row< NotError,    ResponseLock,   Locked,   KeepNonce,       Expected<>                         >,
        Row< NotError,    ResponseStart,  Run,      WipeNonce,       Expected<>                         >,
        Row< NotError,    ResponseReport, Same,     ForgetRequest,   Expected<>                         >,
        Row< Present,     ResponseStop,   Unlocked, WipeNonce,       Expected<>                         >,
        Row< Present,     ResponseState,  Unlocked, WipeNonce,       Expected<ReportsUnlocked>          >,
        Row< Present,     ResponseState,  Locked,   ForgetRequest,   Expected<ReportsLocked>            >,
        Row< Present,     ResponseState,  Run,      ForgetRequest,   Expected<ReportsRun>               >,
        Row< Present,     ResponseState,  Error,    WipeNonce,       Expected<ReportsError>             >,
        Row< Present,     ResponseError,  Same,     ForgetRequest,   SomethingOutstanding               >,

        Row< Unlocked,    DevifRemove,    NoDevif,  WipeNonce,       NothingMapped                      >,
        Row< NotUnlocked, DevifRemove,    NoDevif,  WipeNonce,       BlockedAndNothingMapped            >
    > {};
    // clang-format on
};

} // namespace

const Machine& firmwareRecord() {
    static const MsmMachine<FirmwareRecord> machine;
    return machine;
}

} // namespace bindlab
