#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace bindlab::tdisp {

/// One bit of a field of flags.
struct BitText {
    int bit;
    std::string_view name;
    std::string_view about;   ///< what it says when it is set
};

/// What a learner reads of a field.
struct FieldText {
    std::string_view name;                                   ///< as the specification has it
    std::string_view about = {};                             ///< one line
    std::string (*explain)(std::uint64_t value) = nullptr;   ///< what this value means, in place of `about`
    std::span<const BitText> bits = {};
};

[[nodiscard]] std::string explainVersion(std::uint64_t value);      ///< "version 1.0"
[[nodiscard]] std::string explainCode(std::uint64_t value);         ///< "LOCK_INTERFACE_REQUEST"
[[nodiscard]] std::string explainFunctionId(std::uint64_t value);   ///< "requester 3a:00.0, no segment"
[[nodiscard]] std::string explainState(std::uint64_t value);        ///< "RUN: The only state with ..."
[[nodiscard]] std::string explainError(std::uint64_t value);        ///< "INVALID_NONCE"

[[nodiscard]] std::span<const BitText> lockFlagBits();
[[nodiscard]] std::span<const BitText> interfaceInfoBits();
[[nodiscard]] std::span<const BitText> rangeAttributeBits();

} // namespace bindlab::tdisp
