/// The text of the sandbox, read and checked, and what is shown of that.
#include "sandbox_view_model.h"

#include "sandbox_lists.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"

#include <QDateTime>

#include <algorithm>

namespace bindlab {

namespace {

/// A check that takes longer is told of as one that ran; nobody sees shorter ones.
QString secondsText(double seconds) { return QStringLiteral("%1 s").arg(seconds, 0, 'f', seconds < 10 ? 2 : 1); }

} // namespace

void SandboxViewModel::readSoon() {
    m_stale = true;
    m_soon.start();
    emit checkChanged();
}

void SandboxViewModel::startReading(bool check) {
    m_soon.stop();
    if (!open())
        return;
    m_check.start({fileName().toStdString(), draftText().toStdString(), m_selection}, check, m_reduce);
    emit checkChanged();
}

void SandboxViewModel::onRead(const CheckedDraft& draft) {
    m_read = draft.read;
    m_editor.setFlows(m_read->flows);
    m_flowTabs.follow(*m_read);
    showRead();
}

void SandboxViewModel::onFinished(const CheckedDraft& draft) {
    const DraftProblem* before = chosenProblem();
    const std::string chosen = before ? before->message : std::string();
    m_problems = draft.problems;
    const auto again = std::ranges::find(m_problems, chosen, &DraftProblem::message);
    m_problem = again != m_problems.end() ? int(again - m_problems.begin()) : m_problems.empty() ? -1 : 0;
    onRead(draft);
    if (draft.result) {
        take(*draft.result);
        m_stale = false;
    } else {
        m_stale = true;
    }
    showProblems();
    showRun();
    emit checkChanged();
}

void SandboxViewModel::take(const CheckResult& result) {
    const QString scope = scopeText(m_read->selection);
    m_verdict.take(result, scope);
    m_locks.assign(lockRows(result));
    std::vector<LogRow> rows = m_log.rows();
    rows.insert(rows.begin(), {QDateTime::currentDateTime().toString(QStringLiteral("HH:mm:ss")), scope, m_verdict.label(),
                               tr("%1 states, %2").arg(numberText(result.states), secondsText(result.seconds)), m_verdict.state()});
    rows.resize(std::min(rows.size(), mostLogged));
    m_log.assign(std::move(rows));
}

void SandboxViewModel::showRead() {
    const ReadDraft nothing{std::make_shared<const Library>(), true, {}, {}, nullptr, {}};
    const ReadDraft& read = m_read ? *m_read : nothing;
    m_outline.assign(outlineRows(read, m_problems, fileName()));
    m_flows.assign(kernelFlowRows(read, m_problems, fileName()));
    m_patches.assign(read.alone ? std::vector<PatchRow>() : patchRows(read, draftText()));
    m_sources.assign(read.alone ? std::vector<NamedRow>() : sourceRows(read));
    m_designs.assign(designRows(read));
    m_scenarios.assign(scenarioRows(read));
    m_builder.show(*read.flows, read.selection.scenario);
    emit readChanged();
}

QString SandboxViewModel::summary() const { return m_read ? summaryText(*m_read) : QString(); }

QString SandboxViewModel::progressText() const {
    return m_check.progress().states == 0 ? tr("Checking…")
                                          : tr("%1 states, depth %2").arg(numberText(m_check.progress().states)).arg(m_check.progress().depth);
}

QString SandboxViewModel::seconds() const { return m_verdict.result() ? secondsText(m_verdict.result()->seconds) : QString(); }

int SandboxViewModel::propertyCount() const {
    return m_verdict.result() ? int(m_verdict.result()->properties.size()) : 0;
}

void SandboxViewModel::setLive(bool live) {
    m_live = live;
    emit choicesChanged();
    if (live && m_stale)
        startReading(true);
}

void SandboxViewModel::setReduce(bool reduce) {
    m_reduce = reduce;
    emit choicesChanged();
    readSoon();
}

void SandboxViewModel::chooseDesign(const QString& design) {
    m_selection.design = design.toStdString();
    m_texts.keepChoice(m_selection);
    startReading(m_live);
}

void SandboxViewModel::chooseScenario(const QString& scenario) {
    m_selection.scenario = scenario.toStdString();
    m_texts.keepChoice(m_selection);
    m_stale = true;
    startReading(m_live);
}

void SandboxViewModel::choosePlatform(const QString& platform) {
    m_selection.platform = platform.toStdString();
    m_texts.keepChoice(m_selection);
    m_platforms.assign(titledRows(m_library.platforms(), m_selection.platform));
    m_stale = true;
    startReading(m_live);
    emit readChanged();
}

} // namespace bindlab
