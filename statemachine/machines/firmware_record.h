#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The firmware's own record of a TDI. It follows the answers the firmware has read, not the device.
enum class RecordState : std::uint8_t { NoDevif, Unlocked, Locked, Run, Error };

/// The one request a record may have outstanding: its second saved byte.
enum class RecordRequest : std::uint8_t { None, Lock, Stop, Start, Report, State };

enum class RecordEvent : std::uint8_t {
    DevifCreate,      ///< TDH.DEVIF.CREATE
    RequestLock,      ///< TDH.DEVIF.REQUEST by the host
    RequestStop,
    RequestStart,     ///< payload 1: the TD asked for it first; 0: it did not
    RequestReport,    ///< payload as above
    RequestState,     ///< by the host or by the TD
    ResponseLock,     ///< TDH.DEVIF.RESPONSE with the device's answer
    ResponseStop,
    ResponseStart,
    ResponseReport,
    ResponseState,    ///< payload: the TdiState the device reports
    ResponseError,    ///< TDISP_ERROR
    DevifRemove,      ///< TDH.DEVIF.REMOVE
};

/// Completion status of the firmware call, as indices into Machine::statuses().
enum class TdxStatus : std::int8_t {
    Success,
    OperandInvalid,
    DevifmtAlreadyPresent,
    DevifTdispOutReq,
    DevifTdispErrorState,
    DevifTdispInvalidReqSts,
    DevifTdispInvalidMessage,
    DevifInvalidState,
};

/// The DEVIF of TDX Connect. Saved: state, outstanding request.
/// Simplified: no SPDM session and no stream block, so neither refuses anything and only UNLOCKED allows DevifRemove;
/// mapped DMA and MMIO pages are not counted here. The nonce and its valid flag go with the state. Which status answers
/// a call on a function without DEVIF is assumed (TDX_OPERAND_INVALID).
[[nodiscard]] const Machine& firmwareRecord();

} // namespace bindlab
