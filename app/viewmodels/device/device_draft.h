#pragma once

#include "tdisp/messages.h"

#include <QString>

namespace bindlab {

/// A message that is composed by hand, as hex digits.

/// "10 81 00", a space between bytes.
[[nodiscard]] QString spacedHex(const tdisp::Bytes& bytes);
/// Why it cannot be sent; empty when it can.
[[nodiscard]] QString draftProblem(const QString& draft);
/// What it is, and its length; empty for what is no message.
[[nodiscard]] QString draftSummary(const QString& draft);

} // namespace bindlab
