/// What the reader does to the device: connects it, sends to it, lets the host act on it, takes that back.
#include "device_view_model.h"

#include "device_draft.h"
#include "device_requests.h"
#include "device_sources.h"
#include "viewmodels/shared/plain_text.h"

#include "tdisp/line_protocol.h"
#include "tdisp/request_table.h"

#include <algorithm>

namespace bindlab {

using namespace tdisp;

void DeviceViewModel::done(const QString& sentence)
{
    refresh(true);
    compose(m_request);
    emit said(sentence);
}

void DeviceViewModel::startOver()
{
    m_transcript = fresh();
    m_interface = 0;
    m_selected = -1;
    m_followed = -1;
    m_source = ownSource();
    done(tr("A new device. There is no SPDM session yet."));
}

void DeviceViewModel::playHappyPath()
{
    startOver();
    connectDevice();
    m_transcript.send(requestTo(device(), tdisp::GetTdispVersion{}));
    m_transcript.send(requestTo(device(), tdisp::GetTdispCapabilities{}));
    m_transcript.send(requestTo(device(), tdisp::LockInterfaceRequest{NoFwUpdate | LockMsix, 0, 0x7fd0000000, 0}));
    const std::size_t lock = m_transcript.entries().size() - 2;
    m_transcript.send(requestTo(device(), tdisp::GetDeviceInterfaceReport{0, 0xffff}));
    if (const auto nonce = nonceOfLock(m_transcript, m_interface))
        m_transcript.send(requestTo(device(), tdisp::StartInterfaceRequest{*nonce}));
    m_transcript.send(requestTo(device(), tdisp::GetDeviceInterfaceState{}));
    refresh(true);
    const auto row = std::ranges::find(m_shown, lock);
    select(int(row - m_shown.begin()));
    compose(int(std::ranges::find(requestCodes(), Code::StopInterfaceRequest) - requestCodes().begin()));
}

void DeviceViewModel::own()
{
    m_followed = -1;
    m_source = ownSource();
}

void DeviceViewModel::undo()
{
    if (!m_transcript.canUndo())
        return;
    own();
    m_transcript.undo();
    done(tr("Taken back. The TDI is in %1.").arg(stateName()));
}

void DeviceViewModel::connectDevice()
{
    own();
    m_transcript.connect();
    done(tr("The session is up and the stream is secure."));
}

void DeviceViewModel::inject(const QString& action)
{
    const ActionInfo* info = findAction(action);
    if (!info)
        return;
    own();
    m_transcript.act(info->action, m_interface);
    const QString why = text(m_transcript.entries().back().reason);
    done(why.isEmpty() ? tr("%1. The TDI is in %2.").arg(text(info->label), stateName()) : tr("%1 is refused: %2").arg(text(info->label), why));
}

void DeviceViewModel::stopThenInject(const QString& action)
{
    own();
    for (std::size_t i = 0; i < device().interfaces().size(); ++i)
        if (const auto states = previewOf(m_previewed).states(); i == m_interface || (states && (*states)[i] != m_transcript.states()[i]))
            m_transcript.send(encode({{version10, device().interfaces()[i].requesterId}, tdisp::StopInterfaceRequest{}}));
    inject(action);
}

void DeviceViewModel::compose(int request)
{
    if (request < 0 || request >= int(m_requests.rows().size()))
        return;
    m_request = request;
    m_draft = spacedHex(requestBytes(m_transcript, m_interface, requestCodes()[std::size_t(request)]));
    emit draftChanged();
}

void DeviceViewModel::setDraft(const QString& draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    emit draftChanged();
}

QString DeviceViewModel::draftProblem() const { return bindlab::draftProblem(m_draft); }
QString DeviceViewModel::draftSummary() const { return bindlab::draftSummary(m_draft); }

void DeviceViewModel::send()
{
    if (!draftProblem().isEmpty())
        return;
    const auto bytes = bytesFromHex(m_draft.toStdString());
    own();
    m_transcript.send(*bytes);
    const Entry last = m_transcript.entries().back();
    refresh(true);
    const QString draft = m_draft;
    compose(m_request);
    if (last.kind == Entry::Kind::Silence)
        setDraft(draft); // nobody has taken it
    emit said(last.reason.empty() ? tr("%1. The TDI is in %2.").arg(text(last.name), stateName()) : tr("%1. %2").arg(text(last.name), text(last.reason)));
}

void DeviceViewModel::sendTwice()
{
    if (!draftProblem().isEmpty())
        return;
    const auto bytes = bytesFromHex(m_draft.toStdString());
    own();
    m_transcript.sendTwice(*bytes);
    done(tr("Sent twice: the second finds the first outstanding."));
}

void DeviceViewModel::sendWrongNonce()
{
    own();
    Nonce nonce = nonceOfLock(m_transcript, m_interface).value_or(Nonce{});
    nonce.back() ^= 1;
    m_transcript.send(encode({{version10, device().interfaces()[m_interface].requesterId}, tdisp::StartInterfaceRequest{nonce}}));
    const Entry last = m_transcript.entries().back();
    done(tr("%1. %2").arg(text(last.name), text(last.reason)));
}

} // namespace bindlab
