#include "device_history.h"

#include "device_words.h"
#include "viewmodels/shared/plain_text.h"

#include "tdisp/codec.h"
#include "tdisp/codes.h"
#include "tdisp/device.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace bindlab {

namespace {

using namespace tdisp;

/// What stands behind a message's name.
QString noteOf(const Bytes& bytes)
{
    const auto message = decode(bytes);
    if (!message)
        return bytes.size() < Header::size ? DeviceWords::tr("cut off") : DeviceWords::tr("malformed");
    if (const auto* version = std::get_if<TdispVersion>(&message->body); version && !version->versions.empty())
        return text(explainVersion(version->versions.front())).section(QLatin1Char(' '), 1);
    if (const auto* state = std::get_if<DeviceInterfaceState>(&message->body); state && state->state < tdi().states().size())
        return QStringLiteral("%1 = %2").arg(state->state).arg(text(tdi().states()[state->state].name));
    if (const auto* error = std::get_if<Error>(&message->body))
        return text(nameOf(error->error));
    if (std::holds_alternative<tdisp::LockInterfaceResponse>(message->body) || std::holds_alternative<tdisp::StartInterfaceRequest>(message->body))
        return DeviceWords::tr("nonce");
    return bytes.size() > Header::size ? DeviceWords::tr("%1 bytes").arg(bytes.size()) : QString();
}

/// "SPDM", "IDE_KM": requests of which several can stand in one line.
bool isOfProtocol(const Entry& entry) { return entry.kind == Entry::Kind::Link && (entry.name.starts_with("SPDM ") || entry.name.starts_with("IDE_KM ")); }
QString protocolOf(const Entry& entry) { return text(entry.name).section(QLatin1Char(' '), 0, 0); }
/// "KEY_PROG posted rx"
QString requestOf(const Entry& entry) { return text(entry.name).section(QLatin1Char(' '), 1); }

bool isMessage(const Entry& entry)
{
    return entry.kind == Entry::Kind::Request || entry.kind == Entry::Kind::Response || entry.kind == Entry::Kind::Silence;
}

WireRow rowOf(const Entry& entry, const Device& device, int number)
{
    WireRow row;
    row.number = isMessage(entry) ? number : 0;
    row.kind = int(entry.kind);
    const auto code = entry.bytes.size() >= 2 ? findCode(typeOf(entry.bytes)) : std::nullopt;
    row.name = code ? text(code->name) : text(entry.name);
    if (entry.bytes.size() >= 2)
        row.code = QStringLiteral("%1").arg(typeOf(entry.bytes), 2, 16, QLatin1Char('0')).toUpper();
    if (isMessage(entry) && entry.kind != Entry::Kind::Silence)
        row.note = noteOf(entry.bytes);
    if (device.interfaces().size() > 1 && entry.interface > 0)
        row.note = QStringLiteral("%1 %2").arg(functionText(device.interfaces()[entry.interface].requesterId).section(QLatin1Char(':'), 2), row.note).trimmed();
    row.reason = text(entry.reason);
    row.refused = !entry.reason.empty();
    if (!isMessage(entry) && entry.after != entry.before)
        row.note = QStringLiteral("\u2192 %1").arg(text(tdi().states()[std::size_t(entry.after)].name));
    return row;
}

std::optional<tdisp::CodeInfo> codeOf(const tdisp::Entry& entry) { return entry.bytes.size() >= 2 ? tdisp::findCode(tdisp::typeOf(entry.bytes)) : std::nullopt; }

} // namespace

QString functionText(std::uint16_t id) { return QStringLiteral("0000:%1:%2.%3").arg(id >> 8, 2, 16, QLatin1Char('0')).arg(id >> 3 & 0x1f, 2, 16, QLatin1Char('0')).arg(id & 7); }

DeviceHistory historyOf(const Transcript& transcript, bool everyRequest)
{
    DeviceHistory history;
    std::optional<TdiState> section;
    bool isSummedUp = false; // the last line may take in more
    int number = 0;
    for (std::size_t i = 0; i < transcript.entries().size(); ++i) {
        const Entry& entry = transcript.entries()[i];
        number += isMessage(entry);
        if (isOfProtocol(entry) && entry.reason.empty() && isSummedUp && protocolOf(entry) == protocolOf(transcript.entries()[i - 1])) {
            WireRow& row = history.rows.back();
            row.reason += QStringLiteral(", ") + requestOf(entry);
            row.note = DeviceWords::tr("%1 requests").arg(row.reason.count(QLatin1Char(',')) + 1);
            continue;
        }
        WireRow& row = history.rows.emplace_back(rowOf(entry, transcript.device(), number));
        history.shown.push_back(i);
        isSummedUp = isOfProtocol(entry) && !everyRequest && !row.refused;
        if (isSummedUp) {
            row.name = protocolOf(entry);
            row.reason = requestOf(entry);
        }
        if (!section || *section != entry.before) {
            section = entry.before;
            row.section = int(entry.before);
            row.sectionName = text(tdi().states()[std::size_t(entry.before)].name);
        }
    }
    return history;
}

QString titleOf(const tdisp::Entry& entry, const WireRow& row)
{
    const auto code = codeOf(entry);
    return code ? text(code->name) : row.name;
}

QString aboutOf(const tdisp::Entry& entry, const WireRow& row)
{
    if (const auto code = codeOf(entry))
        return text(code->about);
    if (entry.kind == tdisp::Entry::Kind::Link)
        return row.reason;
    const auto all = tdisp::actions();
    const auto action = std::ranges::find(all, std::string_view(entry.name), &tdisp::ActionInfo::label);
    return action == all.end() ? QString() : text(action->about);
}

std::vector<NamedRow> interfaceRows(const tdisp::Device& device, std::size_t current)
{
    std::vector<NamedRow> rows;
    for (const tdisp::Interface& interface : device.interfaces()) {
        const std::size_t number = rows.size();
        rows.push_back({QString::number(number), functionText(interface.requesterId),
                        number == 0 ? DeviceWords::tr("physical function") : DeviceWords::tr("virtual function %1").arg(number), number == current});
    }
    return rows;
}

} // namespace bindlab
