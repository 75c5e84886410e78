#include "device_view_model.h"

#include "device_actions.h"
#include "device_chart.h"
#include "device_fields.h"
#include "device_history.h"
#include "device_preview.h"
#include "device_requests.h"
#include "device_sources.h"
#include "viewmodels/shared/exported.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/plain_text.h"

#include "tdisp/line_protocol.h"

#include <algorithm>

namespace bindlab {

namespace {

using namespace tdisp;

QString titleIn(const std::vector<NamedRow>& rows, const QString& key)
{
    const auto row = std::ranges::find(rows, key, &NamedRow::key);
    return row == rows.end() ? QString() : row->title;
}

} // namespace

DeviceViewModel::DeviceViewModel(const Library& library, WorkbenchViewModel& workbench, QObject* parent)
    : QObject(parent), m_library(library), m_workbench(workbench), m_transcript(fresh())
{
    m_requests.assign(requestRows());
    m_platforms.assign(titledRows(m_library.platforms()));
    m_platform = text(Selection().platform);
    connect(&m_workbench, &WorkbenchViewModel::changed, this, &DeviceViewModel::follow);
    refreshSources();
    refresh(true);
    compose(0);
}

Transcript DeviceViewModel::fresh() const { return Transcript(Device({.virtualFunctions = 2, .isKeyed = false, .stopInUnlockedIsError = m_emulatorStop})); }

void DeviceViewModel::refreshSources()
{
    m_sources.assign(sourceRows(m_workbench, m_followed));
}

void DeviceViewModel::chooseSource(const QString& key)
{
    if (key == m_source)
        return;
    if (machineOf(key) < 0) {
        startOver();
        return;
    }
    m_source = key;
    m_followed = machineOf(key);
    m_interface = 0;
    m_selected = -1;
    follow();
}

void DeviceViewModel::showRun()
{
    if (m_followed < 0 && m_transcript.entries().empty() && m_sources.rows().size() > 1)
        chooseSource(m_sources.rows()[1].key);
}

void DeviceViewModel::follow()
{
    refreshSources();
    if (m_followed < 0)
        return;
    const Run* run = m_workbench.run();
    const auto told = run ? transcriptOf(*run, m_followed) : tl::unexpected(std::string());
    if (!told) {
        startOver();
        return;
    }
    m_transcript = told->transcript;
    const std::size_t entries = told->entriesAfter[std::size_t(run->position())];
    while (m_transcript.entries().size() > entries && m_transcript.canUndo())
        m_transcript.undo();
    m_selected = -1;
    refresh(true);
    compose(m_request);
}

void DeviceViewModel::setInterface(int interface)
{
    if (interface < 0 || std::size_t(interface) >= device().interfaces().size() || std::size_t(interface) == m_interface)
        return;
    m_interface = std::size_t(interface);
    refresh(false);
    compose(m_request);
}

void DeviceViewModel::setPlatform(const QString& platform)
{
    m_platform = platform;
    emit changed();
    emit previewChanged();
}

QString DeviceViewModel::platformTitle() const { return titleIn(m_platforms.rows(), m_platform); }
QString DeviceViewModel::sourceTitle() const { return titleIn(m_sources.rows(), m_source); }

void DeviceViewModel::setEmulatorStop(bool on)
{
    if (on == m_emulatorStop)
        return;
    m_emulatorStop = on;
    startOver();
}

void DeviceViewModel::setEveryRequest(bool every)
{
    m_everyRequest = every;
    refresh(true);
}

void DeviceViewModel::setAllActions(bool all)
{
    m_allActions = all;
    refreshActions();
    emit changed();
}

QString DeviceViewModel::sessionText() const
{
    return sessionUp() ? tr("SPDM session up") : tr("SPDM session: %1").arg(text(spdmSession().states()[std::size_t(device().link().spdmState())].name));
}

QString DeviceViewModel::streamText() const
{
    return tr("IDE stream %1 %2").arg(device().link().streamId()).arg(text(ideStream().states()[std::size_t(device().link().streamState())].name).toLower());
}

QString DeviceViewModel::stateName() const { return text(tdi().states()[std::size_t(state())].name); }
qreal DeviceViewModel::chartWidth() const { return deviceChartSize().width(); }
qreal DeviceViewModel::chartHeight() const { return deviceChartSize().height(); }

// --- the history

void DeviceViewModel::refresh(bool toEnd)
{
    m_interfaces.assign(interfaceRows(device(), m_interface));
    DeviceHistory history = historyOf(m_transcript, m_everyRequest);
    m_entries.assign(std::move(history.rows));
    m_shown = std::move(history.shown);
    if (toEnd || m_selected >= int(m_shown.size()))
        m_selected = int(m_shown.size()) - 1;
    m_previewed.clear();
    refreshActions();
    refreshChart();
    refreshSelection();
    emit changed();
    emit previewChanged();
}

void DeviceViewModel::select(int row)
{
    if (row < 0 || row >= int(m_shown.size()) || row == m_selected)
        return;
    m_selected = row;
    refreshSelection();
}

void DeviceViewModel::selectNext(int step) { select(std::clamp(m_selected + step, 0, std::max(0, int(m_shown.size()) - 1))); }

const Entry* DeviceViewModel::entry() const
{
    return m_selected >= 0 && m_selected < int(m_shown.size()) ? &m_transcript.entries()[m_shown[std::size_t(m_selected)]] : nullptr;
}

QString DeviceViewModel::title() const { return entry() ? titleOf(*entry(), m_entries.rows()[std::size_t(m_selected)]) : QString(); }
QString DeviceViewModel::about() const { return entry() ? aboutOf(*entry(), m_entries.rows()[std::size_t(m_selected)]) : QString(); }
QString DeviceViewModel::reason() const { return entry() ? text(entry()->reason) : QString(); }
int DeviceViewModel::byteCount() const { return entry() ? int(entry()->bytes.size()) : 0; }
QString DeviceViewModel::hex() const { return entry() ? text(toHex(entry()->bytes)) : QString(); }

QString DeviceViewModel::reservedNote() const { return bindlab::reservedNote(m_fields.rows()); }

void DeviceViewModel::refreshSelection()
{
    DeviceFields rows = entry() ? fieldsOfMessage(entry()->bytes) : DeviceFields();
    m_field = rows.first();
    m_fields.assign(std::move(rows.fields));
    m_segments.assign(std::move(rows.segments));
    refreshBits();
    emit selectionChanged();
    emit fieldChanged();
}

void DeviceViewModel::selectField(int field)
{
    if (field < 0 || field >= int(m_fields.rows().size()) || field == m_field)
        return;
    m_field = field;
    refreshBits();
    emit fieldChanged();
}

void DeviceViewModel::refreshBits()
{
    const Entry* shown = entry();
    m_bits.assign(shown && m_field < int(m_fields.rows().size()) ? bitsOfField(shown->bytes, m_field) : std::vector<BitRow>());
}

// --- the chart, and what would happen

void DeviceViewModel::refreshChart()
{
    const auto states = previewOf(m_previewed).states();
    const auto now = TdiState(state());
    m_states.assign(deviceChartStates(now, states ? std::optional((*states)[m_interface]) : std::nullopt));
    m_arrows.assign(deviceChartArrows(now, states ? std::optional((*states)[m_interface]) : std::nullopt));
}

void DeviceViewModel::refreshActions() { m_actions.assign(hostActionRows(m_allActions)); }

QStringList DeviceViewModel::actionGroups() const { return groupsOf(m_actions.rows()); }

DevicePreview DeviceViewModel::previewOf(const QString& action) const { return {m_transcript, m_interface, action, m_platform}; }

void DeviceViewModel::preview(const QString& action)
{
    if (action == m_previewed)
        return;
    m_previewed = action;
    refreshChart();
    emit previewChanged();
}

QString DeviceViewModel::previewLabel() const { return previewOf(m_previewed).label(); }
QString DeviceViewModel::previewState() const { return previewOf(m_previewed).state(); }
bool DeviceViewModel::previewMishap() const { return previewOf(m_previewed).isMishap(); }
QString DeviceViewModel::previewTitle() const { return previewOf(m_previewed).title(); }
QString DeviceViewModel::previewText() const { return previewOf(m_previewed).text(); }
QString DeviceViewModel::previewSource() const { return previewOf(m_previewed).source(); }

QString DeviceViewModel::exportedChart(const QString& format) const { return bindlab::exportedChart(format, tdi()); }

} // namespace bindlab
