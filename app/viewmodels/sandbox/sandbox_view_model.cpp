#include "sandbox_view_model.h"

#include "sandbox_lists.h"
#include "viewmodels/shared/kept_file.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"

#include "draft/design_text.h"
#include "draft/lines.h"
#include "flow/program.h"
#include "report/series_text.h"
#include "report/share_code.h"

#include <QDateTime>

#include <algorithm>

namespace bindlab {

namespace {

QString joined(const std::vector<std::string>& lines) { return text(textOf(lines)); }

/// A check that takes longer is told of as one that ran; nobody sees shorter ones.
QString secondsText(double seconds) { return QStringLiteral("%1 s").arg(seconds, 0, 'f', seconds < 10 ? 2 : 1); }

} // namespace

SandboxViewModel::SandboxViewModel(const Library& library, const QString& folder, QObject* parent)
    : QObject(parent), m_library(library), m_files(folder), m_check(library) {
    if (!folder.isEmpty()) {
        QString trouble;
        m_choices = openSettings(folder + QStringLiteral("/choices.ini"), trouble);
        if (!trouble.isEmpty())   // nobody listens before this object is there
            QMetaObject::invokeMethod(this, [this, trouble] { emit troubled(trouble); }, Qt::QueuedConnection);
    }
    std::vector<NamedRow> templates;
    for (const DraftTemplate& one : draftTemplates(library))
        templates.push_back({text(one.id), text(one.id), text(one.title), one.kind == DraftTemplate::Kind::Design});
    m_templates.assign(std::move(templates));
    std::vector<NamedRow> platforms;
    for (const PlatformInfo& platform : library.platforms())
        platforms.push_back({text(platform.id), text(platform.title), {}, platform.id == m_selection.platform});
    m_platforms.assign(std::move(platforms));

    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, [this] { startReading(m_live); });
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveMilliseconds);
    connect(&m_saveSoon, &QTimer::timeout, this, &SandboxViewModel::save);
    m_clock.setInterval(30'000);
    connect(&m_clock, &QTimer::timeout, this, &SandboxViewModel::savedChanged);
    connect(&m_check, &SandboxCheck::progressed, this, &SandboxViewModel::checkChanged);
    connect(&m_check, &SandboxCheck::wasRead, this, &SandboxViewModel::onRead);
    connect(&m_check, &SandboxCheck::finished, this, &SandboxViewModel::onFinished);
    connect(&m_builder, &ScenarioBuilder::edited, this, [this](const ScenarioDraft& draft, const QString& title) {
        if (!m_text)
            return;
        ScenarioDraft own = draft;
        if (m_read && !findDeclaration(m_read->outline, "scenario", own.id))   // a shipped one: what is changed is a copy
            own.id += "_mine";
        m_selection.scenario = own.id;
        m_text->replace(text(withScenario(m_text->text().toStdString(), own)), title);
    });
    listFiles();
    const QString last = m_choices ? m_choices->value(QStringLiteral("open")).toString() : QString();
    if (m_files.names().contains(last))
        openText(last);
}

SandboxViewModel::~SandboxViewModel() {
    save();
}

// --- texts

QString SandboxViewModel::create(const QString& templateId) {
    const bool isDesign = std::ranges::any_of(m_library.designs(), [&](const DesignInfo& design) { return text(design.id) == templateId; });
    const QString name = m_files.freeName(isDesign || templateId == QLatin1String("empty") ? QStringLiteral("mine") : templateId, {m_current});
    return createWith(name, text(draftFrom(m_library, templateId.toStdString(), name.toStdString())), {{}, {}, isDesign ? "S3" : "", "tdx"});
}

QString SandboxViewModel::createFrom(const Selection& selection) {
    const QString name = m_files.freeName(QStringLiteral("mine"), {m_current});
    return createWith(name, text(draftFrom(m_library, selection.design, name.toStdString(), selection.patches)),
                      {{}, {}, selection.scenario, selection.platform});
}

QString SandboxViewModel::createWith(const QString& name, const QString& content, const Selection& selection) {
    save();
    QString free = m_files.freeName(name, {m_current});
    if (const QString wrong = m_files.write(free, content); !wrong.isEmpty())
        emit troubled(wrong);
    m_selection = selection;
    show(free, content);
    return free;
}

void SandboxViewModel::openText(const QString& name) {
    if (name == m_current)
        return;
    save();
    auto content = m_files.read(name);
    if (!content) {
        emit troubled(content.error());
        return;
    }
    m_selection = {};
    if (m_choices) {
        m_selection.design = m_choices->value(name + QStringLiteral("/design")).toString().toStdString();
        m_selection.scenario = m_choices->value(name + QStringLiteral("/scenario")).toString().toStdString();
        m_selection.platform = m_choices->value(name + QStringLiteral("/platform"), QStringLiteral("tdx")).toString().toStdString();
    }
    show(name, *content);
}

void SandboxViewModel::show(const QString& name, const QString& content) {
    m_check.stop();
    m_current = name;
    m_flowTabs.clear();
    m_tab = 0;
    m_editor.show(nullptr);
    m_text = std::make_unique<TextHistory>(content);
    connect(m_text.get(), &TextHistory::changed, this, &SandboxViewModel::onTextChanged);
    m_editor.show(m_text.get());
    m_unsaved = false;
    m_savedAt = QDateTime::currentMSecsSinceEpoch();
    m_clock.start();
    m_read.reset();
    m_problems.clear();
    m_problem = -1;
    m_verdict.outdate();
    m_stale = false;
    remember();
    listFiles();
    listTabs();
    startReading(m_live);
    emit savedChanged();
}

void SandboxViewModel::renameText(const QString& name) {
    if (!m_text || name == m_current)
        return;
    save();
    if (const QString wrong = m_files.rename(m_current, name); !wrong.isEmpty()) {
        emit troubled(wrong + QLatin1Char('.'));
        return;
    }
    m_current = name;
    remember();
    listFiles();
    listTabs();
    startReading(m_live);
}

void SandboxViewModel::removeText(const QString& name) {
    save();
    if (const QString wrong = m_files.remove(name); !wrong.isEmpty()) {
        emit troubled(wrong);
        return;
    }
    m_removed.append(name);
    if (name == m_current) {
        m_check.stop();
        m_editor.show(nullptr);
        m_flowTabs.clear();
        m_text.reset();
        m_current.clear();
        m_read.reset();
        m_problems.clear();
        m_verdict.outdate();
        showRead();
    }
    listFiles();
    listTabs();
}

void SandboxViewModel::undoRemove() {
    if (m_removed.isEmpty())
        return;
    const QString name = m_removed.takeLast();
    if (const QString wrong = m_files.restore(name); !wrong.isEmpty())
        emit troubled(wrong);
    else
        openText(name);
    listFiles();
}

void SandboxViewModel::save() {
    m_saveSoon.stop();
    if (!m_unsaved || !m_text)
        return;
    QString name = m_current;
    const QString said = m_files.write(name, m_text->text());
    if (!said.isEmpty())
        emit troubled(said);
    m_unsaved = false;
    m_savedAt = QDateTime::currentMSecsSinceEpoch();
    if (name != m_current) {
        m_current = name;
        listTabs();
    }
    listFiles();
    emit savedChanged();
}

QString SandboxViewModel::savedText() const {
    if (!m_text)
        return {};
    if (m_files.folder().isEmpty())
        return tr("Not kept");
    if (m_unsaved)
        return tr("Saving…");
    const qint64 minutes = (QDateTime::currentMSecsSinceEpoch() - m_savedAt) / 60'000;
    return minutes < 1 ? tr("Saved") : tr("Saved %1 min ago").arg(minutes);
}

void SandboxViewModel::remember() const {
    if (!m_choices || m_current.isEmpty())
        return;
    m_choices->setValue(QStringLiteral("open"), m_current);
    m_choices->setValue(m_current + QStringLiteral("/design"), text(m_selection.design));
    m_choices->setValue(m_current + QStringLiteral("/scenario"), text(m_selection.scenario));
    m_choices->setValue(m_current + QStringLiteral("/platform"), text(m_selection.platform));
}

void SandboxViewModel::listFiles() {
    std::vector<SandboxFileRow> rows;
    QStringList names = m_files.names();
    if (!m_current.isEmpty() && !names.contains(m_current))
        names.append(m_current);
    for (const QString& name : names)
        rows.push_back({name, {}, name == m_current, name == m_current && m_unsaved, false});
    m_fileRows.assign(std::move(rows));
    emit filesChanged();
}

// --- tabs

void SandboxViewModel::listTabs() {
    std::vector<SandboxFileRow> rows;
    if (m_text)
        rows.push_back({m_current, {}, m_tab == 0, m_unsaved, false});
    for (std::size_t i = 0; i < m_flowTabs.size(); ++i)
        rows.push_back({m_flowTabs[i]->flow, tr("a flow of the kernel; what you change becomes a patch"), m_tab == int(i) + 1, false, true});
    m_tabRows.assign(std::move(rows));
    emit filesChanged();
}

QString SandboxViewModel::shownFlow() const {
    return m_tab > 0 && std::size_t(m_tab) <= m_flowTabs.size() ? m_flowTabs[std::size_t(m_tab) - 1]->flow : QString();
}

void SandboxViewModel::openFlow(const QString& flow, int line) {
    if (!m_read || !m_read->model)
        return;
    const auto open = std::ranges::find_if(m_flowTabs, [&](const auto& tab) { return tab->flow == flow; });
    if (open == m_flowTabs.end()) {
        const auto lines = flowLines(*m_read->library, m_read->selection, own(), flow.toStdString());
        if (!lines) {
            emit troubled(text(lines.error().front().message) + QLatin1Char('.'));
            return;
        }
        auto tab = std::make_unique<FlowTab>();
        tab->flow = flow;
        tab->lines = *lines;
        tab->derived = joined(lines->after);
        tab->history = std::make_unique<TextHistory>(tab->derived);
        connect(tab->history.get(), &TextHistory::changed, this, [this, raw = tab.get()] { onFlowChanged(*raw); });
        m_flowTabs.push_back(std::move(tab));
        openTab(int(m_flowTabs.size()));
    } else {
        openTab(int(open - m_flowTabs.begin()) + 1);
    }
    if (line > 0)
        emit m_editor.moveTo(m_editor.positionOf(line));
}

void SandboxViewModel::openTab(int tab) {
    if (!m_text || tab < 0 || std::size_t(tab) > m_flowTabs.size())
        return;
    m_tab = tab;
    m_editor.show(tab == 0 ? m_text.get() : m_flowTabs[std::size_t(tab) - 1]->history.get());
    m_flowTrouble.clear();
    emit flowTroubleChanged();
    listTabs();
    showProblems();
}

void SandboxViewModel::closeTab(int tab) {
    if (tab < 1 || std::size_t(tab) > m_flowTabs.size())
        return;
    if (m_tab == tab)
        openTab(0);
    else if (m_tab > tab)
        --m_tab;
    m_flowTabs.erase(m_flowTabs.begin() + tab - 1);
    listTabs();
}

void SandboxViewModel::onFlowChanged(FlowTab& tab) {
    if (m_deriving)
        return;
    const auto changed = withFlow(m_text->text().toStdString(), own(), tab.flow.toStdString(), tab.lines, linesOf(tab.history->text().toStdString()));
    m_flowTrouble = changed ? QString() : tr("Not in the design yet: %1").arg(text(changed.error()));
    emit flowTroubleChanged();
    if (!changed)
        return;
    tab.derived = tab.history->text();
    m_deriving = true;
    m_text->replace(text(*changed), tr("Change %1").arg(tab.flow), tab.flow);
    m_deriving = false;
    readSoon();
}

/// The flows that are shown follow the text, when something else has changed it.
void SandboxViewModel::deriveFlows() {
    if (!m_read || !m_read->model)
        return;
    for (const auto& tab : m_flowTabs) {
        const auto lines = flowLines(*m_read->library, m_read->selection, own(), tab->flow.toStdString());
        if (!lines)
            continue;
        tab->lines = *lines;
        const QString fresh = joined(lines->after);
        const auto words = [](const QString& code) {
            QStringList all;
            for (const std::string& line : linesOf(code.toStdString()))
                if (const std::string one = wordsOfLine(line); !one.empty())
                    all.append(text(one));
            return all;
        };
        if (words(fresh) == words(tab->history->text()) || tab->history->text() != tab->derived)
            continue;   // the same but for comments, or lines that are not in the text yet
        m_deriving = true;
        tab->derived = fresh;
        tab->history->replace(fresh, tr("Follow the text"));
        m_deriving = false;
    }
}

// --- reading and checking

void SandboxViewModel::onTextChanged() {
    if (!m_unsaved) {
        m_unsaved = true;
        listFiles();
        listTabs();
    }
    if (!m_saveSoon.isActive())   // who types without a rest is kept, too
        m_saveSoon.start();
    emit savedChanged();
    readSoon();
}

void SandboxViewModel::readSoon() {
    m_stale = true;
    m_soon.start();
    emit checkChanged();
}

void SandboxViewModel::startReading(bool check) {
    m_soon.stop();
    if (!m_text)
        return;
    m_check.start({fileName().toStdString(), m_text->text().toStdString(), m_selection}, check, m_reduce);
    emit checkChanged();
}

void SandboxViewModel::check() {
    startReading(true);
}

void SandboxViewModel::stop() {
    m_check.stop();
}

void SandboxViewModel::onRead(const CheckedDraft& draft) {
    m_read = draft.read;
    m_editor.setLibrary(m_read->library);
    deriveFlows();
    showRead();
}

void SandboxViewModel::onFinished(const CheckedDraft& draft) {
    const bool known = m_problem >= 0 && std::size_t(m_problem) < m_problems.size();
    const std::string chosen = known ? m_problems[std::size_t(m_problem)].message : std::string();
    m_problems = draft.problems;
    const auto again = std::ranges::find(m_problems, chosen, &DraftProblem::message);
    m_problem = again != m_problems.end() ? int(again - m_problems.begin()) : m_problems.empty() ? -1 : 0;
    onRead(draft);
    if (draft.result) {
        const QString scope = text(m_read->selection.design.empty() ? m_read->selection.scenario
                                                                    : m_read->selection.design + ", " + m_read->selection.scenario + ", " + m_read->selection.platform);
        m_verdict.take(*draft.result, scope);
        m_stale = false;
        std::vector<LogRow> rows = m_log.rows();
        rows.insert(rows.begin(), {QDateTime::currentDateTime().toString(QStringLiteral("HH:mm:ss")), scope, m_verdict.label(),
                                   tr("%1 states, %2").arg(numberText(draft.result->states), secondsText(draft.result->seconds)), m_verdict.state()});
        rows.resize(std::min(rows.size(), mostLogged));
        m_log.assign(std::move(rows));
        std::vector<NamedRow> locks;
        for (const std::string& lock : draft.result->locks)
            locks.push_back({text(lock), text(lock), {}, false});
        m_locks.assign(std::move(locks));
    } else {
        m_stale = true;
    }
    showProblems();
    showRun();
    emit checkChanged();
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
    m_builder.show(*read.library, read.selection.scenario);
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
    remember();
    startReading(m_live);
}

void SandboxViewModel::chooseScenario(const QString& scenario) {
    m_selection.scenario = scenario.toStdString();
    remember();
    m_stale = true;
    startReading(m_live);
}

void SandboxViewModel::choosePlatform(const QString& platform) {
    m_selection.platform = platform.toStdString();
    remember();
    std::vector<NamedRow> rows = m_platforms.rows();
    for (NamedRow& row : rows)
        row.current = row.key == platform;
    m_platforms.assign(std::move(rows));
    m_stale = true;
    startReading(m_live);
    emit readChanged();
}

void SandboxViewModel::setPatch(const QString& patch, bool picked) {
    if (m_text && m_read)
        m_text->replace(text(withPatch(m_text->text().toStdString(), m_read->selection.design, patch.toStdString(), picked)),
                        picked ? tr("Pick %1").arg(patch) : tr("Take %1 away").arg(patch));
}

// --- problems

int SandboxViewModel::lineInTab(const DraftProblem& problem) const {
    const QString flow = shownFlow();
    if (flow.isEmpty())
        return text(problem.file) == fileName() || problem.file.empty() ? problem.line : 0;
    if (problem.flow == flow.toStdString())
        return problem.flowLine;
    if (text(problem.file) != fileName() || !m_read || !m_read->model)
        return 0;
    // A complaint about a line of one's own, where the flow has it.
    const auto view = std::ranges::find(m_read->model->flows, flow.toStdString(), &FlowView::name);
    if (view == m_read->model->flows.end())
        return 0;
    const auto line = std::ranges::find_if(view->lines, [&](const CodeLineView& code) { return code.file == problem.file && code.fileLine == problem.line; });
    return line == view->lines.end() ? 0 : line->number;
}

ProblemRow SandboxViewModel::row() const {
    const auto& rows = m_problemRows.rows();
    return m_problem >= 0 && std::size_t(m_problem) < rows.size() ? rows[std::size_t(m_problem)] : ProblemRow();
}

void SandboxViewModel::showProblems() {
    std::vector<ProblemRow> rows;
    std::vector<LineMark> marks;
    for (std::size_t i = 0; i < m_problems.size(); ++i) {
        const DraftProblem& problem = m_problems[i];
        const int line = lineInTab(problem);
        rows.push_back({int(problem.kind), text(problem.message), whereText(problem), line, problem.steps, int(problem.fixes.size()), int(i) == m_problem});
        const QString lineText = m_editor.textDocument() && line > 0 ? text(linesOf(m_editor.history() ? m_editor.history()->text().toStdString() : "")
                                                                              [std::size_t(std::clamp(line, 1, m_editor.lines())) - 1]) : QString();
        // The model counts columns in bytes.
        const auto letters = [&](int bytes) { return int(QString::fromUtf8(lineText.toUtf8().left(bytes)).size()); };
        const bool exact = problem.column > 0 && shownFlow().isEmpty();
        if (line > 0)
            marks.push_back({line, exact ? letters(problem.column - 1) + 1 : 0, exact ? std::max(1, problem.length) : 0, problem.kind, text(problem.message)});
    }
    m_problemRows.assign(std::move(rows));
    m_editor.setMarks(std::move(marks));
    std::vector<NamedRow> fixes;
    if (m_problem >= 0 && std::size_t(m_problem) < m_problems.size())
        for (const Fix& fix : m_problems[std::size_t(m_problem)].fixes)
            fixes.push_back({text(fix.title), text(fix.title).left(1).toUpper() + text(fix.title).mid(1), {}, false});
    m_fixes.assign(std::move(fixes));
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
    if (lineInTab(chosen) == 0) {
        if (isInText)
            openTab(0);
        else if (!chosen.flow.empty())
            openFlow(text(chosen.flow));
    }
    showProblems();
    showRun();
    if (const int line = lineInTab(chosen); line > 0)
        emit m_editor.moveTo(m_editor.positionOf(line, shownFlow().isEmpty() ? std::max(1, chosen.column) : 1));
}

void SandboxViewModel::nextProblem(bool forward) {
    const int count = problemCount();
    if (count > 0)
        chooseProblem((std::max(0, m_problem) + (m_problem < 0 ? 0 : forward ? 1 : count - 1)) % count);
}

void SandboxViewModel::applyFix(int fix) {
    if (!m_text || m_problem < 0 || std::size_t(m_problem) >= m_problems.size())
        return;
    const auto& fixes = m_problems[std::size_t(m_problem)].fixes;
    if (fix < 0 || std::size_t(fix) >= fixes.size())
        return;
    const Fix chosen = fixes[std::size_t(fix)];
    m_text->replace(text(chosen.text), text(chosen.title));
}

std::optional<Run> SandboxViewModel::currentRun() const {
    if (!m_read || !m_read->model)
        return std::nullopt;
    const int index = m_problem >= 0 && std::size_t(m_problem) < m_problems.size() ? m_problems[std::size_t(m_problem)].violation : -1;
    if (index < 0 || !m_verdict.result() || m_stale)
        return Run(m_read->model);
    auto run = replay(m_read->model, m_verdict.result()->violations[std::size_t(index)].steps);
    return run ? std::optional(std::move(*run)) : std::nullopt;
}

void SandboxViewModel::showRun() {
    std::vector<ChoiceRow> rows;
    if (const auto run = currentRun())
        for (int step = 0; step < run->length(); ++step) {
            const StepRecord& record = run->record(step);
            rows.push_back({int(record.choice.thread), 0, text(record.thread), text(record.sentence), text(record.text),
                            QStringLiteral("%1:%2").arg(text(record.flow)).arg(record.line), true, !record.findings.empty()});
        }
    m_steps.assign(std::move(rows));
}

std::optional<Trace> SandboxViewModel::currentTrace() const {
    const auto run = currentRun();
    if (!run)
        return std::nullopt;
    Trace trace = run->trace();
    trace.selection = m_read->selection;
    trace.position = run->position();
    trace.flowName = fileName().toStdString();
    trace.flowText = m_text->text().toStdString();
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
    const auto series = seriesOf(*m_read->library, m_read->selection);
    return series ? text(seriesAsText(*series)) : QString();
}

} // namespace bindlab
