#include "workbench_view_model.h"

#include "viewmodels/shared/exported.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/plain_text.h"

#include "checker/matrix.h"
#include "checker/value_history.h"

#include <algorithm>

namespace bindlab {

namespace {

template <typename Info>
std::vector<NamedRow> rowsOf(const std::vector<Info>& infos, const std::string& current) {
    std::vector<NamedRow> rows;
    for (const Info& info : infos) {
        QStringList note;
        for (const std::string& part : {info.source.author, info.source.title, info.source.date}) {
            if (!part.empty())
                note.append(text(part));
        }
        rows.push_back({text(info.id), text(info.title), note.join(QStringLiteral(", ")), info.id == current});
    }
    return rows;
}

/// What the last finished call of each thread answered; empty where none has.
std::vector<QString> returnedBy(const Run& run, std::size_t threads) {
    std::vector<QString> returned(threads);
    std::size_t missing = threads;
    for (int step = run.position() - 1; step >= 0 && missing > 0; --step) {
        const StepRecord& record = run.record(step);
        QString& own = returned[record.choice.thread];
        if (!own.isEmpty())
            continue;
        for (const Effect& effect : record.effects) {
            if (effect.kind == EffectKind::Returned && !effect.after.empty()) {
                own = text(effect.after);
                --missing;
                break;
            }
        }
    }
    return returned;
}

std::vector<ChoiceRow> choicesIn(const Snapshot& snapshot) {
    std::vector<ChoiceRow> choices;
    for (std::size_t t = 0; t < snapshot.threads.size(); ++t) {
        const ThreadView& thread = snapshot.threads[t];
        for (const NextView& view : thread.next) {
            // What comes at the very end is no choice before it can begin.
            if (thread.epilogue && !view.enabled)
                continue;
            choices.push_back({int(t), view.choice.choice, text(thread.name), text(view.label.empty() ? view.text : view.label),
                               text(view.text), text(view.blocked), view.enabled, false});
        }
    }
    return choices;
}

} // namespace

WorkbenchViewModel::WorkbenchViewModel(QObject* parent) : QObject(parent), m_library(&Library::shipped(), [](const Library*) {}) {
    connect(&m_play, &PlayTimer::playingChanged, this, &WorkbenchViewModel::playingChanged);
    connect(&m_check, &CheckViewModel::changed, this, &WorkbenchViewModel::changed);
}

WorkbenchViewModel::~WorkbenchViewModel() = default;

void WorkbenchViewModel::setLibrary(std::shared_ptr<const Library> library) {
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
    Selection selection = m_selection;
    selection.design = design.toStdString();
    selection.patches.clear();
    load(selection);
}

void WorkbenchViewModel::choosePlatform(const QString& platform) {
    Selection selection = m_selection;
    selection.platform = platform.toStdString();
    load(selection);
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
        m_designs.assign(rowsOf(m_library->designs(), m_selection.design));
        m_platforms.assign(rowsOf(m_library->platforms(), m_selection.platform));
        m_freshModel = true;
    }
    refresh(0);
}

void WorkbenchViewModel::refresh(int firstChanged) {
    m_answer = {};
    m_snapshot = look(m_run->model(), m_run->state());
    m_threads.update(m_snapshot, flows(m_run->model()), returnedBy(*m_run, m_snapshot.threads.size()));

    std::vector<ChoiceRow> next = choicesIn(m_snapshot);
    const auto ready = std::count_if(next.begin(), next.end(), [](const ChoiceRow& row) { return row.ready; });
    for (ChoiceRow& row : next)
        row.only = row.ready && ready == 1;
    m_onlyChoice = -1;
    for (int i = 0; i < int(next.size()); ++i) {
        if (next[std::size_t(i)].only)
            m_onlyChoice = i;
    }
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

bool WorkbenchViewModel::canGoForward() const {
    return m_run && (position() < length() || (!m_futureHidden && m_onlyChoice >= 0));
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

QString WorkbenchViewModel::sentence() const {
    if (!m_run)
        return m_trouble.isEmpty() ? tr("Nothing is loaded.") : m_trouble;
    if (m_answer.position == position())
        return m_answer.sentence;
    if (position() == 0) {
        const QString title = scenarioTitle();
        return title.isEmpty() ? tr("The start.") : tr("%1.").arg(withCapital(title));
    }
    const StepRecord& record = m_run->record(position() - 1);
    return text(record.sentence);
}

void WorkbenchViewModel::why(int box) {
    const std::string name = m_map.boxValue(box).toStdString();
    if (!m_run || name.empty())
        return;
    const bool again = m_answer.position == position() && m_answer.name == name;
    const auto change = lastChange(*m_run, name, again ? position() - 1 : position());
    if (change)
        seek(change->step + 1);
    m_answer = {change ? text(change->sentence) : tr("%1 has not changed before.").arg(text(name)), name, position()};
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

int WorkbenchViewModel::sentenceThread() const {
    return position() == 0 ? -1 : m_run->record(position() - 1).choice.thread;
}

bool WorkbenchViewModel::sentenceFails() const {
    return position() > 0 && !m_run->record(position() - 1).findings.empty();
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

bool WorkbenchViewModel::stepThread(int thread, int choice) {
    if (!m_run || thread < 0 || thread >= int(m_snapshot.threads.size()) || choice < 0 || choice > 255)
        return false;
    pause();
    const int before = m_run->position();
    const StepChoice pick{std::uint8_t(thread), std::uint8_t(choice)};
    const bool recorded = before < m_run->length() && m_run->record(before).choice == pick;
    std::optional<Run> left;   // where the way parts from what was ahead
    if (!recorded && before < m_run->length())
        left = m_run;
    if (m_run->step(pick) != StepStatus::Done) {
        const ThreadView& view = m_snapshot.threads[std::size_t(thread)];
        QString why = tr("%1 is done.").arg(text(view.name));
        for (const NextView& next : view.next) {
            if (!next.blocked.empty())
                why = tr("%1 %2.").arg(text(view.name), text(next.blocked));
        }
        emit said(why);
        return false;
    }
    if (left) {
        m_kept.keep(*left);
        m_kept.cutOff(before);
    }
    if (!recorded)
        std::erase_if(m_departures, [&](int step) { return step >= before; });
    refresh(recorded ? m_run->length() : before);
    return true;
}

void WorkbenchViewModel::back() {
    if (!m_run)
        return;
    pause();
    if (m_run->back())
        refresh(m_run->length());
}

void WorkbenchViewModel::forward() {
    if (!m_run)
        return;
    pause();
    if (position() < length()) {
        m_run->forward();
        refresh(m_run->length());
    } else if (canGoForward()) {
        const ChoiceRow& only = m_next.rows()[std::size_t(m_onlyChoice)];
        stepThread(only.thread, only.choice);
    }
}

void WorkbenchViewModel::first() {
    seek(0);
}

void WorkbenchViewModel::last() {
    seek(length());
}

void WorkbenchViewModel::seek(int position) {
    if (!m_run)
        return;
    pause();
    const int wanted = std::clamp(position, 0, length());
    if (wanted == m_run->position())
        return;
    m_run->seek(wanted);
    refresh(m_run->length());
}

void WorkbenchViewModel::playOn() {
    m_run->forward();
    refresh(m_run->length());
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

bool WorkbenchViewModel::playViolation(int violation, int position) {
    const CheckResult* result = m_check.result();
    if (!m_run || result == nullptr || m_check.state() != CheckViewModel::Fails || violation < 0
        || violation >= int(result->violations.size()))
        return false;
    auto run = replay(m_run->sharedModel(), result->violations[std::size_t(violation)].steps);
    if (!run) {
        emit said(text(run.error()));
        return false;
    }
    run->seek(std::clamp(position, 0, run->length()));
    m_kept.keep(*m_run);
    m_kept.cutOff(0);
    take(std::move(*run), m_selection, {});
    return true;
}

void WorkbenchViewModel::toggleBookmark() {
    if (!m_run)
        return;
    m_kept.toggleBookmark(position());
    emit changed();
}

void WorkbenchViewModel::nextBookmark() {
    const int next = m_kept.nextBookmark(position());
    if (next >= 0)
        seek(next);
}

void WorkbenchViewModel::openRecent(int number) {
    auto run = number < 0 || !m_run ? std::nullopt : m_kept.take(std::size_t(number));
    if (!run)
        return;
    m_kept.keep(*m_run);
    m_kept.cutOff(0);
    take(std::move(*run), m_selection, {});
}

void WorkbenchViewModel::jumpToViolation() {
    const int step = firstViolation();
    if (step >= 0)
        seek(step + 1);
    else if (!m_futureHidden && m_check.mainViolation() >= 0)
        playViolation(m_check.mainViolation(),
                      int(m_check.result()->violations[std::size_t(m_check.mainViolation())].steps.size()));
}

int WorkbenchViewModel::firstViolation() const {
    return m_run ? m_timeline.violation() : -1;
}

} // namespace bindlab
