#pragma once

#include "device_rows.h"

#include "tdisp/messages.h"

#include <vector>

namespace bindlab {

/// One message, field by field and byte by byte.
struct DeviceFields {
    std::vector<FieldRow> fields;
    std::vector<SegmentRow> segments;   ///< what a field has of a line of 16 bytes

    /// The first field that the message has beside the header; without one, what it is.
    [[nodiscard]] int first() const;
};

[[nodiscard]] DeviceFields fieldsOfMessage(const tdisp::Bytes& message);
/// Which of its fields have to be zero; empty without any.
[[nodiscard]] QString reservedNote(const std::vector<FieldRow>& fields);
/// Of one of its fields.
[[nodiscard]] std::vector<BitRow> bitsOfField(const tdisp::Bytes& message, int field);

} // namespace bindlab
