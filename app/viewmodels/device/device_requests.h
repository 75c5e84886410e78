#pragma once

#include "viewmodels/workbench/workbench_rows.h"

#include "tdisp/transcript.h"

#include <optional>
#include <vector>

namespace bindlab {

/// The requests that can be composed, in the order of the list.
[[nodiscard]] const std::vector<tdisp::Code>& requestCodes();
/// The same as rows, each with what it is for.
[[nodiscard]] std::vector<NamedRow> requestRows();
/// A request to one interface, filled in so that it does what it is for.
[[nodiscard]] tdisp::Bytes requestBytes(const tdisp::Transcript& transcript, std::size_t interface, tdisp::Code code);
/// The nonce that locking the interface last came to.
[[nodiscard]] std::optional<tdisp::Nonce> nonceOfLock(const tdisp::Transcript& transcript, std::size_t interface);

} // namespace bindlab
