#pragma once

#include "tdisp/transcript.h"
#include "world/run.h"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace bindlab {

/// What went between the TSM or the host and one device in a run.
struct RunTranscript {
    tdisp::Transcript transcript;
    std::vector<std::size_t> entriesAfter;   ///< by number of steps taken, from 0: how many entries there are then
};

/// Indices of the TDI machines of a run's model, as in Snapshot::machines.
[[nodiscard]] std::vector<int> tdisOf(const Run& run);

/// Every step of the run in which this TDI is told something, as the messages and actions that tell it, after those that lead a
/// new device to the state in which the run begins. An error when device and model come to different states, which is a fault of
/// Bindlab. Nonces are the model's numbers, 32 times the same byte.
/// Simplified: what a prologue did is told by the shortest way there; the model's events carry no bytes, so flags and offsets are 0, and a whole report is read at once. SPDM and IDE_KM
/// messages stand where a message needs them. A STOP that finds the device busy is no event of the TDI and is not shown.
[[nodiscard]] tl::expected<RunTranscript, std::string> transcriptOf(const Run& run, int tdi);

} // namespace bindlab
