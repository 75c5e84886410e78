#pragma once

#include "device_rows.h"

#include "tdisp/transcript.h"

#include <vector>

namespace bindlab {

/// What went over the wire and what was done to the device, as lines.
struct DeviceHistory {
    std::vector<WireRow> rows;
    std::vector<std::size_t> shown;    ///< by row, the entry of the transcript
};

/// Requests of the link's protocols that follow each other share a line, unless every one is to be shown.
[[nodiscard]] DeviceHistory historyOf(const tdisp::Transcript& transcript, bool everyRequest);

/// "0000:3a:00.1" of a requester id.
[[nodiscard]] QString functionText(std::uint16_t id);

} // namespace bindlab
