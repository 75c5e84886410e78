#include "tour.h"

#include "lesson/glossary.h"
#include "viewmodels/shared/number_text.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace bindlab {

namespace {

using Place = AppViewModel::Place;

/// What the tour plays: two threads at one device, in a design that fails in a way every kernel developer knows.
const Selection tourRun{"D3a", {}, "S3", "tdx"};

const QString stateKey = QStringLiteral("tour/state");
const QString stopKey = QStringLiteral("tour/stop");
const QString underWay = QStringLiteral("running");
const QString wasLeft = QStringLiteral("left");
const QString finished = QStringLiteral("done");

QString number(std::size_t count) {
    return numberText(count);
}

WorkbenchViewModel& workbench(const TourSight& sight) {
    return *sight.app.lesson()->workbench();
}

/// "Press Ctrl+2, or the ringed tab."
QString press(const TourSight& sight, const char* action, const QString& orElse) {
    return Tour::tr("Press %1, or %2.").arg(sight.app.keysOf(QLatin1String(action)), orElse);
}

QString tellThreads(const TourSight& sight) {
    const auto& threads = workbench(sight).snapshot().threads;
    const auto count = std::ranges::count_if(threads, [](const ThreadView& thread) { return !thread.epilogue; });
    return Tour::tr("%1 threads call into the kernel at the same time. None of them moves by itself: you say which goes next.").arg(number(std::size_t(count)));
}

QString tellMap(const TourSight& sight) {
    const Snapshot& now = workbench(sight).snapshot();
    const auto objects = std::ranges::count_if(now.objects, [](const ObjectView& object) { return object.status != ObjectStatus::Absent; });
    const QString told = Tour::tr("The map shows %1 objects and %2 locks as they stand now, a lane for each component. Below it stands what the last step did.")
                             .arg(number(std::size_t(objects)), number(now.locks.size()));
    return workbench(sight).position() == 0 ? told : Tour::tr("%1 Now: %2").arg(told, workbench(sight).sentence());
}

QString askMap(const TourSight& sight) {
    const bool other = workbench(sight).snapshot().threads.size() > 1;
    return Tour::tr("Press %1, and watch what changes.").arg(sight.app.keysOf(other ? QStringLiteral("step2") : QStringLiteral("step1")));
}

QString tellCheck(const TourSight& sight) {
    return Tour::tr("You have tried one order. The checker tries every other, and keeps the shortest that breaks something. Here: %1 in %2.")
        .arg(workbench(sight).designTitle(), workbench(sight).scenarioTitle());
}

QString tellVerdict(const TourSight& sight) {
    const CheckViewModel& check = *workbench(sight).check();
    if (check.state() != CheckViewModel::Fails)
        return check.detail();
    const std::size_t broken = check.result()->violations.size();
    return Tour::tr("%1: %2. Among %3 states, %4.")
        .arg(check.label(), check.detail(), numberText(check.result()->states),
             broken == 1 ? Tour::tr("this is the only failure") : Tour::tr("%1 kinds of failure are reached").arg(number(broken)));
}

QString askVerdict(const TourSight& sight) {
    if (workbench(sight).check()->state() == CheckViewModel::Fails)
        return Tour::tr("Press %1 to jump to the step that breaks it.").arg(sight.app.keysOf(QStringLiteral("violation")));
    return Tour::tr("Press %1 to check, then %2 to jump to what is broken.").arg(sight.app.keysOf(QStringLiteral("check")), sight.app.keysOf(QStringLiteral("violation")));
}

QString tellTimeline(const TourSight& sight) {
    const WorkbenchViewModel& shown = workbench(sight);
    if (!shown.sentenceFails())
        return Tour::tr("The run, a column a step; %1 are recorded. Going back is exact.").arg(shown.length());
    return Tour::tr("The failing run, a column a step: %1 of them, and the last one breaks it. %2 Going back is exact.").arg(shown.length()).arg(shown.sentence());
}

QString tellCompare(const TourSight& sight) {
    return Tour::tr("%1 designs stand for what was proposed on the mailing list. Two of them run side by side here, under one schedule, up to where they part.")
        .arg(number(sight.flows.designs().size()));
}

QString tellMatrix(const TourSight& sight) {
    return Tour::tr("Every one of %1 designs against every one of %2 scenarios, on %3 platforms. Each cell is a verdict that can be played.")
        .arg(number(sight.flows.designs().size()), number(sight.flows.scenarios().size()), number(sight.flows.platforms().size()));
}

QString tellSandbox(const TourSight&) {
    return Tour::tr("Designs of your own, in the language of the flows. They are checked as you type.");
}

QString tellSearch(const TourSight& sight) {
    return Tour::tr("Everything has a name: actions, %1 lessons, %2 terms, the mails, the steps of the run. This tour, too.")
        .arg(sight.app.lessons()->count()).arg(number(glossary().size()));
}

QString tellHelp(const TourSight& sight) {
    return Tour::tr("That was all of it. Every key is listed here, and the tour can be taken again from there. %1 lessons go on from here, about %2 minutes.")
        .arg(sight.app.lessons()->count()).arg(sight.app.lessons()->minutes());
}

bool stepped(const TourMoment& before, const TourMoment& now) { return now.position > before.position; }
bool moved(const TourMoment& before, const TourMoment& now) { return now.position != before.position; }
bool checked(const TourMoment& before, const TourMoment& now) { return now.checks > before.checks; }
bool broke(const TourMoment& before, const TourMoment& now) { return now.fails && (!before.fails || now.position != before.position); }
template <Place place>
bool at(const TourMoment&, const TourMoment& now) { return now.place == place; }
bool searched(const TourMoment&, const TourMoment& now) { return now.asked == QLatin1String("palette"); }
bool helped(const TourMoment&, const TourMoment& now) { return now.asked == QLatin1String("help"); }

QString askThreads(const TourSight& sight) { return press(sight, "step1", Tour::tr("the ringed button")); }
QString askCheck(const TourSight& sight) { return press(sight, "check", Tour::tr("the ringed button")); }
QString askTimeline(const TourSight& sight) { return press(sight, "back", Tour::tr("choose another column")); }
QString askCompare(const TourSight& sight) { return press(sight, "compare", Tour::tr("the ringed tab")); }
QString askMatrix(const TourSight& sight) { return press(sight, "matrix", Tour::tr("the ringed tab")); }
QString askSandbox(const TourSight& sight) { return press(sight, "sandbox", Tour::tr("the ringed tab")); }
QString askSearch(const TourSight& sight) { return press(sight, "palette", Tour::tr("the ringed field")); }
QString askHelp(const TourSight& sight) { return press(sight, "help", Tour::tr("the ringed button")); }

std::vector<TourStop> makeStops() {
    return {
        // id         title                           points at                    on map  says           asks          is done
        {"threads",  Tour::tr("You choose the order"), {"threadButton", "nextStep"}, true,  tellThreads,  askThreads,  stepped},
        {"map",      Tour::tr("What a step does"),     {"map"},                      true,  tellMap,      askMap,      stepped},
        {"check",    Tour::tr("Every other order"),    {"verdict"},                  true,  tellCheck,    askCheck,    checked},
        {"verdict",  Tour::tr("The verdict"),          {"verdict"},                  true,  tellVerdict,  askVerdict,  broke},
        {"timeline", Tour::tr("Back is exact"),        {"timeline"},                 true,  tellTimeline, askTimeline, moved},
        {"compare",  Tour::tr("Two designs"),          {"compareTab"},               false, tellCompare,  askCompare,  at<Place::Compare>},
        {"matrix",   Tour::tr("All designs"),          {"matrixTab"},                false, tellMatrix,   askMatrix,   at<Place::Matrix>},
        {"sandbox",  Tour::tr("Your own design"),      {"sandboxTab"},               false, tellSandbox,  askSandbox,  at<Place::Sandbox>},
        {"search",   Tour::tr("Everything by name"),   {"search"},                   false, tellSearch,   askSearch,   searched},
        {"help",     Tour::tr("Where to go on"),       {"help"},                     false, tellHelp,     askHelp,     helped},
    };
}

} // namespace

const std::vector<TourStop>& tourStops() {
    static const std::vector<TourStop> stops = makeStops();
    return stops;
}

Tour::Tour(AppViewModel& app, const Library& library, AppSettings& settings, QObject* parent)
    : QObject(parent), m_app(app), m_library(library), m_settings(settings) {
    m_state = m_settings.text(stateKey);
    const auto kept = std::ranges::find(tourStops(), m_settings.text(stopKey), &TourStop::id);
    m_stop = kept == tourStops().end() ? 0 : int(kept - tourStops().begin());
    WorkbenchViewModel* workbench = app.lesson()->workbench();
    connect(workbench, &WorkbenchViewModel::changed, this, [this] { look(); });
    connect(workbench->check(), &CheckViewModel::changed, this, [this] { look(); });
    connect(workbench->check(), &CheckViewModel::finished, this, [this] {
        ++m_checks;
        look();
    });
    connect(&app, &AppViewModel::screenChanged, this, [this] { look(); });
    connect(&app, &AppViewModel::requested, this, [this](const QString& action) { look(action); });
}

QString Tour::title() const {
    if (running())
        return stop().title;
    return m_state.isEmpty() ? tr("New here?") : tr("Go on with the tour?");
}

QString Tour::text() const {
    if (running())
        return stop().text({m_app, m_library});
    return m_state.isEmpty() ? tr("A tour of %1 stops, about three minutes, in this window. Each asks for one thing to do. Esc leaves it at any time.").arg(count())
                             : tr("You were at stop %1 of %2: %3.").arg(this->number()).arg(count()).arg(stop().title);
}

QString Tour::ask() const {
    return running() ? stop().ask({m_app, m_library}) : QString();
}

QStringList Tour::targets() const {
    return running() ? stop().targets : QStringList();
}

bool Tour::away() const {
    return running() && stop().onMap && (m_app.screen() != Place::Lesson || m_app.lesson()->isOpen());
}

QString Tour::invitation() const {
    return m_state.isEmpty() ? tr("Take the tour") : m_state == finished ? tr("Take the tour again") : tr("Go on with the tour");
}

void Tour::offerOnce() {
    if (m_phase != Phase::Off || !(m_state.isEmpty() || m_state == underWay))
        return;
    m_phase = Phase::Offered;
    emit changed();
}

void Tour::start() {
    const bool again = m_state == finished;
    m_phase = Phase::Running;
    goTo(again ? 0 : m_stop);
}

void Tour::startOver() {
    m_phase = Phase::Running;
    goTo(0);
}

void Tour::show() {
    if (!away())
        return;
    if (m_app.screen() != Place::Welcome && m_app.screen() != Place::Lesson && !m_app.lesson()->isOpen())
        m_app.openLearn();
    if (!away())
        return;
    const auto model = m_library.compile(tourRun);
    if (!model)
        return;
    m_app.lesson()->close();
    m_app.openRun(Run(*model), tourRun);
}

void Tour::next() {
    if (!running())
        return;
    if (m_stop + 1 < count()) {
        goTo(m_stop + 1);
        return;
    }
    m_phase = Phase::Off;
    keep(finished);
    emit changed();
}

void Tour::back() {
    if (running() && m_stop > 0)
        goTo(m_stop - 1);
}

void Tour::leave() {
    if (m_phase == Phase::Off)
        return;
    m_phase = Phase::Off;
    keep(wasLeft);
    emit changed();
}

TourMoment Tour::now(const QString& asked) const {
    const WorkbenchViewModel& workbench = *m_app.lesson()->workbench();
    return {m_app.screen(), workbench.position(), m_checks, workbench.sentenceFails(), asked};
}

void Tour::goTo(int stop) {
    m_stop = stop;
    keep(underWay);
    {
        const QScopedValueRollback<bool> leading(m_leading, true);
        show();
        if (stop == 0)
            m_app.lesson()->workbench()->first();
    }
    m_before = now();
    emit changed();
}

void Tour::look(const QString& asked) {
    if (!running() || m_leading)
        return;
    if (stop().done(m_before, now(asked)))
        goOn();
    else
        emit changed();
}

void Tour::goOn() {
    if (!std::exchange(m_goesOn, true)) {
        QMetaObject::invokeMethod(this, [this, stop = m_stop] {
            m_goesOn = false;
            if (running() && m_stop == stop)
                next();
        }, Qt::QueuedConnection);
    }
}

void Tour::keep(const QString& state) {
    m_state = state;
    m_settings.keep(stateKey, state);
    m_settings.keep(stopKey, stop().id);
}

} // namespace bindlab
