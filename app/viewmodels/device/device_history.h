#pragma once

#include "device_rows.h"
#include "viewmodels/workbench/workbench_rows.h"

#include "tdisp/transcript.h"

#include <cstddef>
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

/// What the bytes of an entry are, or what was done, and what that is for; `row` is its line.
[[nodiscard]] QString titleOf(const tdisp::Entry& entry, const WireRow& row);
[[nodiscard]] QString aboutOf(const tdisp::Entry& entry, const WireRow& row);

/// The functions of the device that have a TDI.
[[nodiscard]] std::vector<NamedRow> interfaceRows(const tdisp::Device& device, std::size_t current);

} // namespace bindlab
