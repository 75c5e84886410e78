#include "sandbox_view_model.h"

#include "sandbox_lists.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/plain_text.h"

#include "draft/design_text.h"
#include "draft/templates.h"
#include "report/series_text.h"
#include "report/share_code.h"

#include <algorithm>

namespace bindlab {

SandboxViewModel::SandboxViewModel(const Library& library, const QString& folder, QObject* parent)
    : QObject(parent), m_library(library), m_check(library), m_texts(folder) {
    m_templates.assign(templateRows(library));
    m_platforms.assign(titledRows(library.platforms(), m_selection.platform));
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, [this] { startReading(m_live); });
    connect(&m_check, &SandboxCheck::progressed, this, &SandboxViewModel::checkChanged);
    connect(&m_check, &SandboxCheck::wasRead, this, &SandboxViewModel::onRead);
    connect(&m_check, &SandboxCheck::finished, this, &SandboxViewModel::onFinished);
    connect(&m_flowTabs, &SandboxFlowTabs::edited, this, &SandboxViewModel::onFlowEdited);
    connect(&m_flowTabs, &SandboxFlowTabs::refused, this, [this](const QString& why) { setFlowTrouble(tr("Not in the design yet: %1").arg(why)); });
    connect(&m_builder, &ScenarioBuilder::edited, this, &SandboxViewModel::onScenarioEdited);
    connectTexts();
    listTexts();
    m_texts.openLast();
}

void SandboxViewModel::connectTexts() {
    connect(&m_texts, &SandboxTexts::closing, this, &SandboxViewModel::onClosing);
    connect(&m_texts, &SandboxTexts::opened, this, &SandboxViewModel::onOpened);
    connect(&m_texts, &SandboxTexts::renamed, this, [this] {
        m_texts.keepChoice(m_selection);
        startReading(m_live);
    });
    connect(&m_texts, &SandboxTexts::edited, this, &SandboxViewModel::readSoon);
    connect(&m_texts, &SandboxTexts::listChanged, this, &SandboxViewModel::listTexts);
    connect(&m_texts, &SandboxTexts::savedChanged, this, &SandboxViewModel::savedChanged);
    connect(&m_texts, &SandboxTexts::troubled, this, &SandboxViewModel::troubled);
}

SandboxViewModel::~SandboxViewModel() {
    save();
}

// --- texts

QString SandboxViewModel::create(const QString& templateId) {
    const bool isDesign = std::ranges::any_of(m_library.designs(), [&](const DesignInfo& design) { return text(design.id) == templateId; });
    const QString name = m_texts.freeName(isDesign || templateId == QLatin1String("empty") ? QStringLiteral("mine") : templateId);
    return createWith(name, text(draftFrom(m_library, templateId.toStdString(), name.toStdString())), {{}, {}, isDesign ? "S3" : "", "tdx"});
}

QString SandboxViewModel::createFrom(const Selection& selection) {
    const QString name = m_texts.freeName(QStringLiteral("mine"));
    return createWith(name, text(draftFrom(m_library, selection.design, name.toStdString(), selection.patches)),
                      {{}, {}, selection.scenario, selection.platform});
}

QString SandboxViewModel::createWith(const QString& name, const QString& content, const Selection& selection) {
    return m_texts.create(name, content, selection);
}

void SandboxViewModel::onClosing() {
    m_check.stop();
    m_editor.show(nullptr);
    m_flowTabs.startWith(nullptr);
    m_tab = 0;
    m_read.reset();
    m_problems.clear();
    m_problem = -1;
    m_verdict.outdate();
}

void SandboxViewModel::onOpened(const Selection& selection) {
    m_selection = selection;
    m_flowTabs.startWith(m_texts.history());
    m_editor.show(m_texts.history());
    m_stale = false;
    startReading(m_live);
}

void SandboxViewModel::removeText(const QString& name) {
    const bool wasOpen = open();
    m_texts.remove(name);
    if (wasOpen && !open())
        showRead();
}

void SandboxViewModel::onScenarioEdited(const ScenarioDraft& draft, const QString& title) {
    if (!open())
        return;
    ScenarioDraft own = draft;
    if (m_read && !findDeclaration(m_read->outline, "scenario", own.id))   // a shipped one: what is changed is a copy
        own.id += "_mine";
    m_selection.scenario = own.id;
    m_texts.history()->replace(text(withScenario(draftText().toStdString(), own)), title);
}

void SandboxViewModel::listTexts() {
    m_fileRows.assign(m_texts.rows());
    listTabs();
}

// --- tabs

void SandboxViewModel::listTabs() {
    std::vector<SandboxFileRow> rows;
    if (open())
        rows.push_back({current(), {}, m_tab == 0, m_texts.unsaved(), false});
    for (int tab = 0; tab < m_flowTabs.count(); ++tab)
        rows.push_back({m_flowTabs.flow(tab), tr("a flow of the kernel; what you change becomes a patch"), m_tab == tab + 1, false, true});
    m_tabRows.assign(std::move(rows));
    emit filesChanged();
}

QString SandboxViewModel::shownFlow() const { return m_tab > 0 && m_tab <= m_flowTabs.count() ? m_flowTabs.flow(m_tab - 1) : QString(); }

void SandboxViewModel::openFlow(const QString& flow, int line) {
    if (!m_read || !m_read->model)
        return;
    int tab = m_flowTabs.find(flow);
    if (tab < 0) {
        if (const QString wrong = m_flowTabs.open(*m_read, flow); !wrong.isEmpty()) {
            emit troubled(wrong);
            return;
        }
        tab = m_flowTabs.count() - 1;
    }
    openTab(tab + 1);
    if (line > 0)
        emit m_editor.moveTo(m_editor.positionOf(line));
}

void SandboxViewModel::openTab(int tab) {
    if (!open() || tab < 0 || tab > m_flowTabs.count())
        return;
    m_tab = tab;
    m_editor.show(tab == 0 ? m_texts.history() : m_flowTabs.history(tab - 1));
    setFlowTrouble({});
    listTabs();
    showProblems();
}

void SandboxViewModel::closeTab(int tab) {
    if (tab < 1 || tab > m_flowTabs.count())
        return;
    if (m_tab == tab)
        openTab(0);
    else if (m_tab > tab)
        --m_tab;
    m_flowTabs.close(tab - 1);
    listTabs();
}

void SandboxViewModel::setFlowTrouble(const QString& sentence) {
    m_flowTrouble = sentence;
    emit flowTroubleChanged();
}

void SandboxViewModel::onFlowEdited(const QString& flow, const QString& content) {
    setFlowTrouble({});
    m_texts.history()->replace(content, tr("Change %1").arg(flow), flow);
    readSoon();
}

void SandboxViewModel::setPatch(const QString& patch, bool picked) {
    if (open() && m_read)
        m_texts.history()->replace(text(withPatch(draftText().toStdString(), m_read->selection.design, patch.toStdString(), picked)),
                                   picked ? tr("Pick %1").arg(patch) : tr("Take %1 away").arg(patch));
}

// --- problems

const DraftProblem* SandboxViewModel::chosenProblem() const {
    return m_problem >= 0 && std::size_t(m_problem) < m_problems.size() ? &m_problems[std::size_t(m_problem)] : nullptr;
}

ShownTab SandboxViewModel::shownTab() const {
    return {fileName(), shownFlow(), m_editor.history() ? m_editor.history()->text() : QString(), m_read ? m_read->model.get() : nullptr};
}

ProblemRow SandboxViewModel::row() const {
    const auto& rows = m_problemRows.rows();
    return m_problem >= 0 && std::size_t(m_problem) < rows.size() ? rows[std::size_t(m_problem)] : ProblemRow();
}

void SandboxViewModel::showProblems() {
    const ShownTab tab = shownTab();
    m_problemRows.assign(problemRows(m_problems, m_problem, tab));
    m_editor.setMarks(lineMarks(m_problems, tab));
    if (tab.model)   // else what was known moves with its lines
        m_editor.setNotes(callerNotes(m_read->outline, tab));
    const DraftProblem* chosen = chosenProblem();
    m_fixes.assign(chosen ? fixRows(*chosen) : std::vector<NamedRow>());
    m_outline.assign(m_read ? outlineRows(*m_read, m_problems, fileName()) : std::vector<OutlineRow>());
    m_flows.assign(m_read ? kernelFlowRows(*m_read, m_problems, fileName()) : std::vector<OutlineRow>());
    emit problemChanged();
}

void SandboxViewModel::chooseProblem(int problem) {
    if (problem < 0 || std::size_t(problem) >= m_problems.size())
        return;
    m_problem = problem;
    const DraftProblem& chosen = m_problems[std::size_t(problem)];
    const bool isInText = text(chosen.file) == fileName() && chosen.line > 0;
    if (lineOf(chosen, shownTab()) == 0) {
        if (isInText)
            openTab(0);
        else if (!chosen.flow.empty())
            openFlow(text(chosen.flow));
    }
    showProblems();
    showRun();
    if (const int line = lineOf(chosen, shownTab()); line > 0)
        emit m_editor.moveTo(m_editor.positionOf(line, shownFlow().isEmpty() ? std::max(1, chosen.column) : 1));
}

void SandboxViewModel::nextProblem(bool forward) {
    const int count = problemCount();
    if (count > 0)
        chooseProblem((std::max(0, m_problem) + (m_problem < 0 ? 0 : forward ? 1 : count - 1)) % count);
}

void SandboxViewModel::applyFix(int fix) {
    const DraftProblem* problem = chosenProblem();
    if (!open() || !problem || fix < 0 || std::size_t(fix) >= problem->fixes.size())
        return;
    const Fix chosen = problem->fixes[std::size_t(fix)];
    m_texts.history()->replace(text(chosen.text), text(chosen.title));
}

std::optional<Run> SandboxViewModel::currentRun() const {
    if (!m_read || !m_read->model)
        return std::nullopt;
    const int index = chosenProblem() ? chosenProblem()->violation : -1;
    if (index < 0 || !m_verdict.result() || m_stale)
        return Run(m_read->model);
    auto run = replay(m_read->model, m_verdict.result()->violations[std::size_t(index)].steps);
    return run ? std::optional(std::move(*run)) : std::nullopt;
}

void SandboxViewModel::showRun() {
    const auto run = currentRun();
    m_steps.assign(run ? stepRows(*run) : std::vector<ChoiceRow>());
}

std::optional<Trace> SandboxViewModel::currentTrace() const {
    const auto run = currentRun();
    if (!run)
        return std::nullopt;
    Trace trace = run->trace();
    trace.selection = m_read->selection;
    trace.position = run->position();
    trace.flowName = fileName().toStdString();
    trace.flowText = draftText().toStdString();
    return trace;
}

QString SandboxViewModel::shareCode() const {
    const auto trace = currentTrace();
    return trace ? text(toShareCode(*trace)) : QString();
}

QString SandboxViewModel::exported(const QString& format) const {
    if (format == QLatin1String("flow"))
        return draftText();
    if (format == QLatin1String("json")) {
        const auto trace = currentTrace();
        return trace ? text(toJson(*trace)) : QString();
    }
    if (!m_read || m_read->alone)
        return {};
    const auto series = seriesOf(*m_read->flows, m_read->selection);
    return series ? text(seriesAsText(*series)) : QString();
}

} // namespace bindlab
