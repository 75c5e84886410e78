#pragma once

#include "world/run.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace bindlab {

/// What every share code begins with; the number is the version of how it is packed.
constexpr std::string_view shareCodePrefix = "bindlab1:";

struct ShareCodeLimits {
    static constexpr std::size_t characters = std::size_t(4) << 20;   ///< of a code
    static constexpr std::size_t bytes = std::size_t(16) << 20;       ///< of what it unpacks to
};

/// A trace as one line of letters, digits, '-' and '_' behind the prefix: its JSON, deflated (RFC 1950), in base64url (RFC 4648).
[[nodiscard]] std::string toShareCode(const Trace& trace);

/// Any text, packed as toShareCode() packs the JSON of a trace.
[[nodiscard]] std::string packed(const std::string& text);

/// Space and line ends in it do not matter: mails break lines. What is damaged, cut off, too large or from a newer program is an
/// error of one sentence.
[[nodiscard]] tl::expected<Trace, std::string> traceFromShareCode(std::string_view code);

/// Whether it means to be a share code, of any version.
[[nodiscard]] bool isShareCode(std::string_view text);

} // namespace bindlab
