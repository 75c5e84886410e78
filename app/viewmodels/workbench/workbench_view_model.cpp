#include "workbench_view_model.h"

#include "workbench_choices.h"
#include "viewmodels/shared/exported.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/shared/selections.h"

#include "checker/matrix.h"

#include <algorithm>

namespace bindlab {

WorkbenchViewModel::WorkbenchViewModel(QObject* parent) : QObject(parent), m_library(&Library::shipped(), [](const Library*) {}) {
    connect(&m_play, &PlayTimer::playingChanged, this, &WorkbenchViewModel::playingChanged);
    connect(&m_check, &CheckViewModel::changed, this, &WorkbenchViewModel::changed);
}

WorkbenchViewModel::~WorkbenchViewModel() = default;

void WorkbenchViewModel::setFlows(std::shared_ptr<const Library> library) {
    if (library->fingerprint() != m_library->fingerprint())
        m_check.outdate();   // what bears the same names there may be something else
    m_library = std::move(library);
}

bool WorkbenchViewModel::load(const Selection& selection) {
    const auto model = m_library->compile(selection);
    if (!model) {
        m_trouble = model.error().empty() ? tr("This design cannot be compiled.") : text(model.error().front().message);
        emit changed();
        return false;
    }
    take(Run(*model), selection, {});
    return true;
}

bool WorkbenchViewModel::load(const QString& design, const QString& scenario, const QString& platform) {
    Selection selection;
    selection.design = design.toStdString();
    selection.scenario = scenario.toStdString();
    if (!platform.isEmpty())
        selection.platform = platform.toStdString();
    return load(selection);
}

void WorkbenchViewModel::chooseDesign(const QString& design) {
    load(withDesign(m_selection, design));
}

void WorkbenchViewModel::choosePlatform(const QString& platform) {
    load(withPlatform(m_selection, platform));
}

void WorkbenchViewModel::show(const Run& run, const Selection& selection, std::vector<int> departures) {
    take(run, selection, std::move(departures));
}

void WorkbenchViewModel::take(Run run, const Selection& selection, std::vector<int> departures) {
    pause();
    const bool otherModel = !m_run || m_run->sharedModel() != run.sharedModel();
    if (otherModel && !(selection == m_selection))
        m_check.outdate();
    // The panes still point into the old run; they are given the new one before anything looks.
    m_run = std::move(run);
    m_selection = selection;
    m_departures = std::move(departures);
    m_trouble.clear();
    m_freshModel = m_freshModel || m_map.outdated();
    if (otherModel) {
        m_kept.clear();
        m_designs.assign(sourcedRows(m_library->designs(), m_selection.design));
        m_platforms.assign(sourcedRows(m_library->platforms(), m_selection.platform));
        m_freshModel = true;
    }
    refresh(0);
}

void WorkbenchViewModel::refresh(int firstChanged) {
    m_answer = {};
    m_snapshot = look(m_run->model(), m_run->state());
    m_threads.update(m_snapshot, bindlab::flows(m_run->model()), returnedBy(*m_run, m_snapshot.threads.size()));

    std::vector<ChoiceRow> next = choicesIn(m_snapshot);
    const auto only = std::ranges::find_if(next, &ChoiceRow::only);
    m_onlyChoice = only == next.end() ? -1 : int(only - next.begin());
    m_next.assign(std::move(next));

    m_map.update(*m_run, m_snapshot, m_freshModel);
    m_table.assign(mapTable(m_snapshot));
    m_timeline.update(*m_run, m_snapshot, firstChanged, length(), m_departures);
    m_freshModel = false;
    m_play.settle();

    m_threads.tell();
    m_map.tell();
    m_timeline.tell();
    emit changed();
}

int WorkbenchViewModel::length() const {
    if (!m_run)
        return 0;
    return m_futureHidden ? m_run->position() : m_run->length();
}

void WorkbenchViewModel::setSpeed(double speed) {
    const double bounded = std::clamp(speed, slowest, fastest);
    if (bounded == m_play.speed())
        return;
    m_play.setSpeed(bounded);
    emit speedChanged();
}

void WorkbenchViewModel::setFutureHidden(bool hidden) {
    if (hidden == m_futureHidden)
        return;
    m_futureHidden = hidden;
    if (m_run)
        refresh(m_run->length());
    else
        emit changed();
}

QString WorkbenchViewModel::exported(const QString& format, const QVariantMap& inks) const {
    if (!m_run)
        return {};
    // What lies ahead of an open question is not given away.
    std::vector<StepChoice> steps = m_run->trace().steps;
    steps.resize(std::size_t(length()));
    auto shown = replay(m_run->sharedModel(), steps);
    if (!shown)
        return {};
    shown->seek(position());
    return exportedRun(format, *shown, *m_library, m_map, inks);
}

QString WorkbenchViewModel::designTitle() const {
    const QString title = withCapital(titleIn(m_library->designs(), m_selection.design));
    return m_selection.patches.empty() ? title : text(designName(m_selection)) + QStringLiteral(": ") + title;
}

QString WorkbenchViewModel::scenarioTitle() const {
    return titleIn(m_library->scenarios(), m_selection.scenario);
}

QString WorkbenchViewModel::platformTitle() const {
    return titleIn(m_library->platforms(), m_selection.platform);
}

void WorkbenchViewModel::runCheck() {
    if (!m_run || m_check.running())
        return;
    QStringList scope;
    for (const QString& part : {designTitle(), scenario(), platformTitle()}) {
        if (!part.isEmpty())
            scope.append(part);
    }
    m_check.start(m_run->sharedModel(), scope.join(QStringLiteral(" · ")));
}

void WorkbenchViewModel::stopCheck() {
    m_check.stop();
}

} // namespace bindlab
