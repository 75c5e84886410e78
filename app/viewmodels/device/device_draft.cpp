#include "device_draft.h"

#include "device_view_model.h"
#include "viewmodels/shared/plain_text.h"

#include "tdisp/codec.h"
#include "tdisp/line_protocol.h"

#include <cstddef>

namespace bindlab {

namespace {

/// All the grid of bytes can show at a glance, and more than any message has.
constexpr std::size_t mostBytes = 1024;

} // namespace

QString spacedHex(const tdisp::Bytes& bytes)
{
    QString spaced;
    for (const QChar digit : text(tdisp::toHex(bytes)))
        spaced += spaced.size() % 3 == 2 ? QStringLiteral(" ") + digit : QString(digit);
    return spaced;
}

QString draftProblem(const QString& draft)
{
    const auto bytes = tdisp::bytesFromHex(draft.toStdString());
    if (!bytes)
        return text(bytes.error());
    if (bytes->size() > mostBytes)
        return DeviceViewModel::tr("%1 bytes; the composer sends at most %2").arg(bytes->size()).arg(mostBytes);
    return bytes->empty() ? DeviceViewModel::tr("no bytes") : QString();
}

QString draftSummary(const QString& draft)
{
    const auto bytes = tdisp::bytesFromHex(draft.toStdString());
    return bytes && !bytes->empty() ? DeviceViewModel::tr("%1, %2 bytes").arg(text(tdisp::summary(*bytes))).arg(bytes->size()) : QString();
}

} // namespace bindlab
