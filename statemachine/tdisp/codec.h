#pragma once

#include "tdisp/messages.h"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace bindlab::tdisp {

[[nodiscard]] Bytes encode(const Message& message);
[[nodiscard]] Bytes encode(const InterfaceReport& report);

/// Why bytes are no message.
enum class Malformed : std::uint8_t {
    NoHeader,      ///< shorter than the header of 16 bytes
    UnknownCode,   ///< no message has this type
    WrongLength,   ///< too short or too long for what its type has
};

/// Reserved bytes may hold anything, and any version is read as 1.0: who asks decides about the version.
[[nodiscard]] tl::expected<Message, Malformed> decode(std::span<const std::uint8_t> bytes);
/// The body of the report; none when its lengths do not add up to the bytes there are.
[[nodiscard]] tl::expected<InterfaceReport, Malformed> decodeReport(std::span<const std::uint8_t> bytes);
/// The header and the type alone: none below 16 bytes.
[[nodiscard]] tl::expected<Header, Malformed> decodeHeader(std::span<const std::uint8_t> bytes);
/// Byte 1: the message type, known or not. Of at least two bytes.
[[nodiscard]] inline std::uint8_t typeOf(std::span<const std::uint8_t> bytes) { return bytes[1]; }

/// A field where it lies in the bytes, for a learner.
struct Field {
    FieldText text;
    std::size_t offset = 0;      ///< from the first byte of the message
    std::size_t size = 0;        ///< bytes; fewer than it should have where the message is cut off
    std::string value;           ///< "0x0005"; of more than 8 bytes: empty
    std::string meaning;         ///< one line
    std::uint64_t number = 0;    ///< of at most 8 bytes: the value, for its bits
    bool isReserved = false;
};

/// The fields of whatever these bytes are, as far as they reach; bytes no field has come last, as one field. A whole interface
/// report in one portion is told by its own fields.
[[nodiscard]] std::vector<Field> fieldsOf(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::vector<Field> fieldsOfReport(std::span<const std::uint8_t> bytes);

/// "TDISP_ERROR INVALID_NONCE", "DEVICE_INTERFACE_STATE RUN", "LOCK_INTERFACE_REQUEST": one line about a message.
[[nodiscard]] std::string summary(std::span<const std::uint8_t> bytes);

} // namespace bindlab::tdisp
