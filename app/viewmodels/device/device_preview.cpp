#include "device_preview.h"

#include "device_words.h"
#include "viewmodels/shared/plain_text.h"

#include <QStringList>

#include <algorithm>

namespace bindlab {

namespace {

using namespace tdisp;

/// What a host that unmaps the BAR of a TDI still bound finds. Source: domain notes 7.1, 7.2, 7.3.
QString consequence(const QString& platform)
{
    if (platform == QLatin1String("tdx"))
        return DeviceWords::tr("On TDX the S-EPT still maps the BAR, and unmapping it before a STOP is a firmware error.");
    if (platform == QLatin1String("sev"))
        return DeviceWords::tr("On SEV-TIO the host may unmap the BAR; the guest's access faults, and an ASID fence may stop all of its I/O.");
    if (platform == QLatin1String("cca"))
        return DeviceWords::tr("On CCA the host may unmap the BAR; the granule is destroyed, and the realm takes an abort.");
    return {};
}

bool isLockedState(TdiState state) { return state == TdiState::ConfigLocked || state == TdiState::Run; }

QString nameOf(TdiState state) { return text(tdi().states()[std::size_t(state)].name); }

} // namespace

const ActionInfo* findAction(const QString& name)
{
    const std::string key = name.toStdString();
    const auto all = tdisp::actions();
    const auto found = std::ranges::find(all, std::string_view(key), &ActionInfo::name);
    return found == all.end() ? nullptr : &*found;
}

DevicePreview::DevicePreview(const Transcript& transcript, std::size_t interface, const QString& action, const QString& platform)
    : m_transcript(transcript), m_interface(interface), m_action(findAction(action)), m_platform(platform)
{
}

std::optional<std::vector<TdiState>> DevicePreview::states() const
{
    if (!m_action)
        return std::nullopt;
    const auto states = m_transcript.preview(m_action->action, m_interface);
    return states ? std::optional(*states) : std::nullopt;
}

QString DevicePreview::label() const { return m_action ? bindlab::text(m_action->label) : QString(); }

QString DevicePreview::state() const
{
    const auto after = states();
    return after ? nameOf((*after)[m_interface]) : QString();
}

QString DevicePreview::title() const
{
    if (!m_action)
        return {};
    const auto all = states();
    if (!all)
        return DeviceWords::tr("Refused");
    const TdiState after = (*all)[m_interface];
    if (after != before())
        return DeviceWords::tr("%1 to %2").arg(nameOf(before()), nameOf(after));
    return *all != m_transcript.states() ? DeviceWords::tr("Other interfaces are hit") : DeviceWords::tr("%1 stays").arg(nameOf(before()));
}

QString DevicePreview::text() const
{
    if (!m_action)
        return {};
    const auto states = m_transcript.preview(m_action->action, m_interface);
    if (!states)
        return bindlab::text(m_action->about) + QLatin1Char(' ') + bindlab::text(states.error());
    QStringList sentences{bindlab::text(m_action->about)};
    int others = 0;
    for (std::size_t i = 0; i < states->size(); ++i)
        others += i != m_interface && (*states)[i] != m_transcript.states()[i];
    const TdiState after = (*states)[m_interface];
    if (isLockedState(before()) && after == TdiState::Error)
        sentences << DeviceWords::tr("The nonce is gone, T=1 is rejected; only STOP or a bus reset leads out.") << consequence(m_platform);
    if (others > 0)
        sentences << (others == 1 ? DeviceWords::tr("It reaches another interface.") : DeviceWords::tr("It reaches %1 other interfaces.").arg(others));
    if (before() == after && others == 0)
        sentences << (isLockedState(before()) ? DeviceWords::tr("A locked TDI allows it.") : DeviceWords::tr("No TDI is locked over it."));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString DevicePreview::source() const
{
    if (!isMishap())
        return {};
    return m_platform == QLatin1String("tdx") ? DeviceWords::tr("PCIe table 11-2; RFC 20/30") : DeviceWords::tr("PCIe table 11-2");
}

bool DevicePreview::isMishap() const
{
    const auto after = states();
    if (!after)
        return false;
    const auto before = m_transcript.states();
    for (std::size_t i = 0; i < before.size(); ++i)
        if (isLockedState(before[i]) && !isLockedState((*after)[i]))
            return true;
    return false;
}

} // namespace bindlab
