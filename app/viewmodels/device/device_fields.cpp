#include "device_fields.h"

#include "device_words.h"
#include "viewmodels/shared/plain_text.h"

#include "tdisp/codec.h"
#include "tdisp/field_text.h"

#include <QStringList>

#include <algorithm>

namespace bindlab {

namespace {

using namespace tdisp;

FieldRow rowOf(const Field& field, int number)
{
    FieldRow row;
    row.number = QString::number(number + 1);
    row.name = text(field.text.name);
    row.value = field.value.empty() ? DeviceWords::tr("%1 bytes").arg(field.size) : text(field.value);
    row.meaning = text(field.meaning);
    row.place = field.size == 1 ? DeviceWords::tr("byte %1").arg(field.offset) : DeviceWords::tr("bytes %1 to %2").arg(field.offset).arg(field.offset + field.size - 1);
    row.reserved = field.isReserved;
    row.hasBits = !field.text.bits.empty();
    return row;
}

void addSegments(std::vector<SegmentRow>& segments, const Bytes& bytes, const Field& field, int number)
{
    for (std::size_t at = field.offset; at < field.offset + field.size;) {
        const std::size_t end = std::min(field.offset + field.size, (at / 16 + 1) * 16);
        SegmentRow& segment = segments.emplace_back();
        segment.line = int(at / 16);
        segment.column = int(at % 16);
        segment.field = number;
        segment.number = QString::number(number + 1);
        segment.reserved = field.isReserved;
        for (; at < end; ++at)
            segment.bytes.append(QStringLiteral("%1").arg(bytes[at], 2, 16, QLatin1Char('0')).toUpper());
    }
}

} // namespace

int DeviceFields::first() const
{
    int first = std::min(1, std::max(0, int(fields.size()) - 1));
    for (int field = int(fields.size()) - 1; field >= 5; --field)
        if (!fields[std::size_t(field)].reserved)
            first = field;
    return first;
}

DeviceFields fieldsOfMessage(const Bytes& message)
{
    DeviceFields rows;
    for (const Field& field : fieldsOf(message)) {
        const int number = int(rows.fields.size());
        rows.fields.push_back(rowOf(field, number));
        addSegments(rows.segments, message, field, number);
    }
    return rows;
}

std::vector<BitRow> bitsOfField(const Bytes& message, int number)
{
    const auto fields = fieldsOf(message);
    const Field& field = fields[std::size_t(number)];
    std::vector<BitRow> rows;
    for (const BitText& bit : field.text.bits)
        rows.push_back({bit.bit, (field.number >> bit.bit & 1) != 0, text(bit.name), text(bit.about)});
    return rows;
}

QString reservedNote(const std::vector<FieldRow>& fields)
{
    QStringList numbers;
    for (const FieldRow& row : fields)
        if (row.reserved)
            numbers.append(row.number);
    if (numbers.isEmpty())
        return {};
    if (numbers.size() == 1)
        return DeviceWords::tr("Field %1 is reserved and must be zero.").arg(numbers.front());
    const QString last = numbers.takeLast();
    return DeviceWords::tr("Fields %1 and %2 are reserved and must be zero.").arg(numbers.join(QStringLiteral(", ")), last);
}

} // namespace bindlab
