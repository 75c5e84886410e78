#pragma once

#include "tdisp/device.h"

#include <array>
#include <string>
#include <vector>

namespace bindlab::tdisp {

/// A device whose physical function was led to a state by messages and resets, and the nonce it was locked with, if any.
struct Led {
    Device device;
    Nonce nonce{};
};
/// Nonces are numbered, so that two such devices are alike.
[[nodiscard]] Led ledTo(TdiState state, const Setup& setup = {});

/// The request of one message to the physical function; a refusal of START offers `nonce`.
[[nodiscard]] Bytes requestTo(const Device& device, Body body);

/// What one message or action comes to in each of the four states.
struct TableRow {
    struct Cell {
        std::string answer;                       ///< "ok", "0x0004", "-" for silence, "refused"
        TdiState after = TdiState::ConfigUnlocked;
    };
    std::string what;                             ///< "START_INTERFACE_REQUEST, wrong nonce", "! flr"
    std::array<Cell, 4> cells;                    ///< by state
};

/// Every request, right and wrong, and every action, each tried on a device of its own.
[[nodiscard]] std::vector<TableRow> requestTable();
/// The same as a table of text, at most 100 columns.
[[nodiscard]] std::string requestTableText();

} // namespace bindlab::tdisp
