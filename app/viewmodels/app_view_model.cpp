#include "app_view_model.h"

#include "lesson/glossary.h"
#include "report/share_code.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeySequence>
#include <QPalette>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

constexpr qreal textStep = 0.1;

/// What the welcome screen draws: a bind with few calls of the firmware, and nothing before it.
const Selection drawnBind{"D6", {}, "S31", "sev"};

/// Whose actions a screen has beside those it shares with all.
Action::Scope scope(AppViewModel::Place screen) {
    switch (screen) {
    case AppViewModel::Place::Lesson: return Action::Scope::Lesson;
    case AppViewModel::Place::Compare: return Action::Scope::Compare;
    case AppViewModel::Place::Device: return Action::Scope::Device;
    case AppViewModel::Place::Matrix: return Action::Scope::Matrix;
    case AppViewModel::Place::Sandbox: return Action::Scope::Sandbox;
    case AppViewModel::Place::States: return Action::Scope::States;
    case AppViewModel::Place::Welcome: break;
    }
    return Action::Scope::Everywhere;
}

} // namespace

AppViewModel::AppViewModel(const Library& library, const AppFiles& files, QObject* parent)
    : QObject(parent), m_library(library), m_settings(files.settings.isEmpty() ? nullptr : std::make_unique<QSettings>(files.settings, QSettings::IniFormat)),
      m_sandboxFolder(files.sandbox), m_shelf(files.progress, files.lessons, this), m_lesson(library, this), m_story(this),
      m_palette([this] { return everything(); },
                [this](const QString& typed) {
                    bool number = false;
                    const int step = typed.trimmed().toInt(&number);
                    if (number && m_screen == Place::Lesson && step >= 0 && step <= m_lesson.workbench()->length() && !m_lesson.futureHidden())
                        return std::vector<Findable>{{QStringLiteral("position:%1").arg(step), tr("Go to step %1").arg(step), tr("Go to"), {}, {}, true}};
                    return isShareCode(typed.toStdString()) ? std::vector<Findable>{{QStringLiteral("share:") + typed, tr("Open the shared moment"), tr("Share code"), {}, {}, true}}
                                                            : std::vector<Findable>();
                },
                this),
      m_keyList([this](const Action& action) { return active(action); }, this) {
    if (m_settings) {
        const int choice = m_settings->value(QStringLiteral("look/theme"), 0).toInt();
        m_themeChoice = choice >= 0 && choice <= 2 ? ThemeChoice(choice) : ThemeChoice::Dark;
        const qreal scale = m_settings->value(QStringLiteral("look/text"), 1.0).toReal();
        m_textScale = std::isfinite(scale) ? std::clamp(scale, smallestText, largestText) : 1.0;
        m_reducedMotion = m_settings->value(QStringLiteral("look/reducedMotion"), false).toBool();
    }
    m_trouble = m_shelf.openingTrouble();
    connect(&m_shelf, &LessonShelf::troubled, this, &AppViewModel::setTrouble);
    connect(&m_shelf, &LessonShelf::progressReplaced, this, [this] {
        if (m_lesson.isOpen())
            m_lesson.restore(m_shelf.progressOf(m_lesson.session()->lesson().id));
    });
    connect(&m_lessonFile, &LessonFileWatcher::saved, this, &AppViewModel::readLessonAgain);
    connect(&m_lesson, &LessonViewModel::progressChanged, this, &AppViewModel::keepProgress);
}

AppViewModel::~AppViewModel() {
    if (m_painter)
        m_painter->wait();
}

void AppViewModel::drawPictures() {
    if (m_painter)
        return;
    // Only the pictures cross over; the painter owns nothing of this object.
    struct Pictures {
        std::vector<StoryBox> story;
        std::vector<LessonPicture> cards;
    };
    const auto pictures = std::make_shared<Pictures>();
    m_painter.reset(QThread::create([&library = m_library, pictures] {
        pictures->story = tellStory(library, drawnBind);
        for (const Lesson& each : bindlab::lessons())
            pictures->cards.push_back(pictureOf(library, each));
    }));
    connect(m_painter.get(), &QThread::finished, this, [this, pictures] {
        m_story.setStory(std::move(pictures->story));
        for (std::size_t i = 0; i < pictures->cards.size(); ++i)
            m_shelf.lessons()->setPicture(int(i), pictures->cards[i]);
        m_pictured = true;
        emit picturedChanged();
    });
    m_painter->start(QThread::LowPriority);
}

void AppViewModel::setThemeChoice(ThemeChoice choice) {
    if (choice == m_themeChoice)
        return;
    m_themeChoice = choice;
    keep(QStringLiteral("look/theme"), int(choice));
    emit lookChanged();
}

bool AppViewModel::dark() const {
    if (m_themeChoice != ThemeChoice::System)
        return m_themeChoice == ThemeChoice::Dark;
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void AppViewModel::setTextScale(qreal scale) {
    const qreal wanted = std::clamp(std::round(scale / textStep) * textStep, smallestText, largestText);
    if (qFuzzyCompare(wanted, m_textScale))
        return;
    m_textScale = wanted;
    keep(QStringLiteral("look/text"), wanted);
    emit lookChanged();
}

void AppViewModel::setReducedMotion(bool reduced) {
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    keep(QStringLiteral("look/reducedMotion"), reduced);
    emit lookChanged();
}

void AppViewModel::resume() {
    if (!m_settings)
        return;
    const QString id = m_settings->value(QStringLiteral("open/lesson")).toString();
    if (!id.isEmpty() && m_shelf.find(id) != nullptr)
        openLesson(id);
}

void AppViewModel::openLesson(const QString& id) {
    const Lesson* found = m_shelf.find(id);
    if (found == nullptr)
        setTrouble(tr("There is no lesson \"%1\".").arg(id));
    else
        openLesson(*found);
}

void AppViewModel::openLesson(const Lesson& lesson) {
    const QString id = QString::fromStdString(lesson.id);
    if (!m_lesson.isOpen() || m_lesson.lessonId() != id) {
        const QString problem = m_lesson.open(lesson, m_shelf.progressOf(lesson.id));
        if (!problem.isEmpty()) {
            setTrouble(problem);
            return;
        }
    }
    const QFileInfo file(QString::fromStdString(lesson.file));
    m_lessonFile.watch(findLesson(lesson.id) == nullptr && file.exists() ? file.absoluteFilePath() : QString());
    setTrouble({});
    setScreen(Place::Lesson);
    keep(QStringLiteral("open/lesson"), id);
}

void AppViewModel::testMe() {
    if (!m_lesson.isOpen())
        return;
    const Lesson test = testOf(m_lesson.unit().toStdString(), m_shelf.lessons()->all(), m_round++);
    const QString problem = test.pages.empty() ? tr("There are no questions on \"%1\".").arg(m_lesson.unit()) : m_lesson.open(test, {});
    setTrouble(problem);
    if (problem.isEmpty()) {
        m_lessonFile.watch({});
        setScreen(Place::Lesson);
    }
}

void AppViewModel::openUnit() {
    for (const Lesson& lesson : m_shelf.lessons()->all()) {
        if (QString::fromStdString(lesson.unit) == m_lesson.unit()) {
            openLesson(lesson);
            return;
        }
    }
}

void AppViewModel::openShared(const QString& code) {
    const auto trace = traceFromShareCode(code.toStdString());
    if (!trace) {
        const QString why = QString::fromStdString(trace.error());
        setTrouble(why.left(1).toUpper() + why.mid(1) + QLatin1Char('.'));
        return;
    }
    auto opened = playTrace(*trace, m_library);
    if (!opened) {
        setTrouble(tr("The share code cannot be played here: %1").arg(QString::fromStdString(opened.error())));
        return;
    }
    setTrouble({});
    openRun(opened->run, trace->selection, {std::move(opened->library), trace->flowName, trace->flowText});
}

QString AppViewModel::shareCode() const {
    const WorkbenchViewModel& workbench = *const_cast<LessonViewModel&>(m_lesson).workbench();
    if (workbench.run() == nullptr)
        return {};
    Trace trace = workbench.run()->trace();
    trace.selection = workbench.selection();
    // What lies ahead of an open question is not given away.
    if (m_lesson.futureHidden())
        trace.steps.resize(std::size_t(workbench.position()));
    if (!m_ownFlow.text.empty()) {
        trace.flowName = m_ownFlow.file;
        trace.flowText = m_ownFlow.text;
    } else if (!m_library.compile(trace.selection)) {
        trace.flowName = "shared.flow";
        trace.flowText = m_lesson.session() == nullptr ? std::string() : m_lesson.session()->ownFlowText();
    }
    return QString::fromStdString(toShareCode(trace));
}

void AppViewModel::openRun(const Run& run, const Selection& selection, OwnFlow own) {
    m_ownFlow = std::move(own);
    m_lesson.workbench()->setLibrary(m_ownFlow.library ? m_ownFlow.library : std::shared_ptr<const Library>(&m_library, [](const Library*) {}));
    m_lesson.workbench()->show(run, selection);
    setScreen(Place::Lesson);
}

void AppViewModel::openWelcome() {
    m_lesson.workbench()->pause();
    setScreen(Place::Welcome);
    keep(QStringLiteral("open/lesson"), QString());
}

void AppViewModel::openLearn() {
    if (m_screen != Place::Lesson && m_learning == Place::Lesson)
        setScreen(Place::Lesson);
    else
        openWelcome();
}

void AppViewModel::openDevice() {
    if (m_screen == Place::Lesson)
        device()->showRun();
    leaveLearning();
    setScreen(Place::Device);
}

void AppViewModel::openCompare() {
    leaveLearning();
    setScreen(Place::Compare);
    compare()->start();
}

void AppViewModel::openLessonComparison(int block) {
    if (const auto two = m_lesson.session() == nullptr ? std::nullopt : m_lesson.session()->compared(block)) {
        compare()->choose(*two);
        openCompare();
    }
}

void AppViewModel::playComparedSide(int side) {
    WorkbenchViewModel& shown = side == 0 ? *compare()->first() : *compare()->second();
    if (shown.run() != nullptr)
        openRun(*shown.run(), shown.selection());
}

void AppViewModel::openMatrix() {
    leaveLearning();
    setScreen(Place::Matrix);
    matrix()->start();
}

void AppViewModel::openSandbox() {
    leaveLearning();
    setScreen(Place::Sandbox);
}

void AppViewModel::playSandbox(int step) {
    auto run = sandbox()->currentRun();
    if (!run)
        return;
    run->seek(step);
    openRun(*run, sandbox()->read()->selection, sandboxFlow());
}

OwnFlow AppViewModel::sandboxFlow() {
    return {sandbox()->read()->library, sandbox()->fileName().toStdString(), sandbox()->draftText().toStdString()};
}

void AppViewModel::sendToSandbox() {
    const WorkbenchViewModel& workbench = *m_lesson.workbench();
    if (workbench.run() == nullptr)
        return;
    if (m_ownFlow.text.empty())
        sandbox()->createFrom(workbench.selection());
    else
        sandbox()->createWith(QString::fromStdString(m_ownFlow.file).section(QLatin1Char('.'), 0, 0), QString::fromStdString(m_ownFlow.text), workbench.selection());
    openSandbox();
}

void AppViewModel::sendComparedToSandbox(int side) {
    sandbox()->createFrom(compare()->selections()[side == 0 ? 0 : 1]);
    openSandbox();
}

SandboxViewModel* AppViewModel::sandbox() {
    if (!m_sandbox) {
        m_sandbox = std::make_unique<SandboxViewModel>(m_library, m_sandboxFolder);
        connect(m_sandbox.get(), &SandboxViewModel::troubled, this, &AppViewModel::setTrouble);
    }
    return m_sandbox.get();
}

void AppViewModel::openStates() {
    const WorkbenchViewModel& workbench = *m_lesson.workbench();
    if (m_screen == Place::Lesson && workbench.run() != nullptr) {
        m_statesFlow = m_ownFlow;
        states()->follow(*workbench.run(), workbench.selection(), workbench.library());
    } else if (const auto run = m_screen == Place::Sandbox ? sandbox()->currentRun() : std::nullopt) {
        m_statesFlow = sandboxFlow();
        states()->follow(*run, sandbox()->read()->selection, m_statesFlow.library);
    }
    leaveLearning();
    setScreen(Place::States);
    states()->start();
}

void AppViewModel::playStatesRun() {
    const auto run = states()->run();
    if (!run)
        return;
    const bool isFollowed = states()->ownLibrary() && states()->ownLibrary() == m_statesFlow.library;
    openRun(*run, states()->selection(), isFollowed ? m_statesFlow : OwnFlow{states()->ownLibrary(), {}, {}});
}

void AppViewModel::leaveLearning() {
    m_lesson.workbench()->pause();
    if (m_screen == Place::Welcome || m_screen == Place::Lesson)
        m_learning = m_screen;
}

void AppViewModel::compareMatrixCell() {
    if (const auto two = matrix()->pick()) {
        compare()->choose(*two);
        openCompare();
    }
}

void AppViewModel::playMatrixCell() {
    if (const auto run = matrix()->failingRun())
        openRun(run->first, run->second);
}

CompareViewModel* AppViewModel::compare() {
    if (m_compare)
        return m_compare.get();
    m_compare = std::make_unique<CompareViewModel>(m_library);
    if (m_settings) {
        const auto kept = [this](const char* key) { return m_settings->value(QStringLiteral("compare/") + QLatin1String(key)).toString(); };
        m_compare->restore({kept("first"), kept("second")}, kept("scenario"), kept("platform"));
        connect(m_compare.get(), &CompareViewModel::chosen, this, [this] {
            keep(QStringLiteral("compare/first"), m_compare->firstName());
            keep(QStringLiteral("compare/second"), m_compare->secondName());
            keep(QStringLiteral("compare/scenario"), m_compare->scenario());
            keep(QStringLiteral("compare/platform"), m_compare->platform());
        });
    }
    return m_compare.get();
}

MatrixViewModel* AppViewModel::matrix() {
    if (!m_matrix)
        m_matrix = std::make_unique<MatrixViewModel>(m_library, m_settings ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation) : QString());
    return m_matrix.get();
}

StatesViewModel* AppViewModel::states() {
    if (!m_states)
        m_states = std::make_unique<StatesViewModel>(m_library);
    return m_states.get();
}

DeviceViewModel* AppViewModel::device() {
    if (!m_device)
        m_device = std::make_unique<DeviceViewModel>(m_library, *m_lesson.workbench());
    return m_device.get();
}

bool AppViewModel::press(int key, int modifiers, bool autoRepeat) {
    const Action* action = actionFor(key, Qt::KeyboardModifiers::fromInt(modifiers), scope(m_screen));
    if (action == nullptr)
        return false;
    // A held key that does not repeat is still ours: it must not reach anyone else as a new press.
    if ((!autoRepeat || action->repeats) && active(*action))
        trigger(action->id);
    return true;
}

void AppViewModel::trigger(const QString& action) {
    WorkbenchViewModel& workbench = *m_lesson.workbench();
    if (action.contains(QLatin1Char(':')))
        goTo(action);
    else if (action.startsWith(QLatin1String("step")) && action.size() == 5)
        workbench.stepThread(action.back().digitValue() - 1);
    else if (action == QLatin1String("play"))
        workbench.togglePlay();
    else if (action == QLatin1String("back"))
        workbench.back();
    else if (action == QLatin1String("forward"))
        workbench.forward();
    else if (action == QLatin1String("first"))
        workbench.first();
    else if (action == QLatin1String("last"))
        workbench.last();
    else if (action == QLatin1String("violation"))
        workbench.jumpToViolation();
    else if (action == QLatin1String("check"))
        workbench.runCheck();
    else if (action == QLatin1String("nextPage"))
        m_lesson.nextPage();
    else if (action == QLatin1String("previousPage"))
        m_lesson.previousPage();
    else if (action == QLatin1String("restartPage"))
        m_lesson.restartPage();
    else if (action == QLatin1String("testMe"))
        testMe();
    else if (action == QLatin1String("bookmark"))
        workbench.toggleBookmark();
    else if (action == QLatin1String("nextBookmark"))
        workbench.nextBookmark();
    else if (action == QLatin1String("goToStep"))
        emit requested(QStringLiteral("palette"));
    else if (action == QLatin1String("copyShareCode"))
        QGuiApplication::clipboard()->setText(shareCode());
    else if (action == QLatin1String("learn"))
        openLearn();
    else if (action == QLatin1String("device"))
        openDevice();
    else if (action == QLatin1String("compare"))
        openCompare();
    else if (action == QLatin1String("matrix"))
        openMatrix();
    else if (action == QLatin1String("sandbox"))
        openSandbox();
    else if (action == QLatin1String("sandboxCheck"))
        sandbox()->check();
    else if (action == QLatin1String("nextProblem") || action == QLatin1String("previousProblem"))
        sandbox()->nextProblem(action == QLatin1String("nextProblem"));
    else if (action == QLatin1String("applyFix"))
        sandbox()->applyFix(0);
    else if (action == QLatin1String("sandboxUndo"))
        sandbox()->undo();
    else if (action == QLatin1String("sandboxRedo"))
        sandbox()->redo();
    else if (action == QLatin1String("playSandbox"))
        playSandbox();
    else if (action == QLatin1String("shareSandbox"))
        QGuiApplication::clipboard()->setText(sandbox()->shareCode());
    else if (action == QLatin1String("sendToSandbox"))
        sendToSandbox();
    else if (action == QLatin1String("sendComparedToSandbox"))
        sendComparedToSandbox(1);
    else if (action == QLatin1String("search"))
        emit requested(QStringLiteral("palette"));
    else if (action == QLatin1String("states"))
        openStates();
    else if (action == QLatin1String("statesOpen"))
        playStatesRun();
    else if (action == QLatin1String("statesPlay"))
        states()->togglePlay();
    else if (action == QLatin1String("statesNext"))
        states()->nextFound(1);
    else if (action == QLatin1String("statesPrevious"))
        states()->nextFound(-1);
    else if (action == QLatin1String("playCell"))
        playMatrixCell();
    else if (action == QLatin1String("compareCell"))
        compareMatrixCell();
    else if (action == QLatin1String("comparePlay"))
        compare()->togglePlay();
    else if (action == QLatin1String("compareBack"))
        compare()->stepBy(-1);
    else if (action == QLatin1String("compareForward"))
        compare()->stepBy(1);
    else if (action == QLatin1String("compareFirst"))
        compare()->seek(0);
    else if (action == QLatin1String("compareLast"))
        compare()->seek(compare()->length());
    else if (action == QLatin1String("split"))
        compare()->jumpToSplit();
    else if (action == QLatin1String("compareFailure"))
        compare()->jumpToFailure();
    else if (action == QLatin1String("compareView"))
        compare()->nextView();
    else if (action == QLatin1String("swap"))
        compare()->swap();
    else if (action == QLatin1String("undo"))
        device()->undo();
    else if (action == QLatin1String("send"))
        device()->send();
    else if (action == QLatin1String("connect"))
        device()->connectDevice();
    else if (action == QLatin1String("startOver"))
        device()->startOver();
    else if (action == QLatin1String("theme"))
        setThemeChoice(dark() ? ThemeChoice::Light : ThemeChoice::Dark);
    else if (action == QLatin1String("textLarger"))
        setTextScale(m_textScale + textStep);
    else if (action == QLatin1String("textSmaller"))
        setTextScale(m_textScale - textStep);
    else if (action == QLatin1String("textNormal"))
        setTextScale(1.0);
    else if (action == QLatin1String("resetLayout")) {
        if (m_settings)
            m_settings->remove(QStringLiteral("panes"));
        emit layoutReset();
    } else if (action == QLatin1String("close") && !m_trouble.isEmpty())
        setTrouble({});
    else
        emit requested(action);
}

void AppViewModel::goTo(const QString& place) {
    const QString kind = place.section(QLatin1Char(':'), 0, 0);
    const QString name = place.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("lesson")) {
        openLesson(name.section(QLatin1Char('#'), 0, 0));
        if (name.contains(QLatin1Char('#')))
            m_lesson.openPage(name.section(QLatin1Char('#'), 1).toInt());
    } else if (kind == QLatin1String("share")) {
        openShared(name);
    } else if (kind == QLatin1String("recent")) {
        m_lesson.workbench()->openRecent(name.toInt());
    } else if (kind == QLatin1String("position")) {
        m_lesson.workbench()->seek(name.toInt());
    } else if (kind == QLatin1String("box")) {
        emit requested(place);
    }
}

std::vector<Findable> AppViewModel::everything() const {
    std::vector<Findable> all;
    const auto text = [](const std::string& from) { return QString::fromStdString(from); };
    if (m_screen == Place::Lesson) {
        const WorkbenchViewModel& workbench = *const_cast<LessonViewModel&>(m_lesson).workbench();
        // Where one may want to go back to comes first, before anything is typed.
        for (const int marked : workbench.bookmarks())
            all.push_back({QStringLiteral("position:%1").arg(marked), tr("Marked step %1").arg(marked), tr("Go to"), {}, {}, true});
        for (std::size_t number = 0; number < workbench.kept().runs().size(); ++number)
            all.push_back({QStringLiteral("recent:%1").arg(number), text(nameOf(workbench.kept().runs()[number])), tr("Recent run"), {}, {}, true});
    }
    for (const Action& action : actions()) {
        if (action.listed && active(action))
            all.push_back({action.id, action.title, action.group, {}, keyTexts(action), true});
    }
    if (m_screen == Place::Lesson) {
        WorkbenchViewModel& workbench = *const_cast<LessonViewModel&>(m_lesson).workbench();
        for (const auto& [box, name] : workbench.map()->namedBoxes())
            all.push_back({QStringLiteral("box:%1").arg(box), name, tr("On the map"), {}, {}, false});
        // What lies ahead of an open question would answer it.
        const int shown = workbench.run() == nullptr ? 0 : m_lesson.futureHidden() ? workbench.position() : workbench.run()->length();
        for (int step = 0; step < shown; ++step)
            all.push_back({QStringLiteral("position:%1").arg(step + 1), text(workbench.run()->record(step).sentence), tr("Step %1").arg(step + 1), {}, {}, false});
    }
    std::vector<Findable> mails;
    for (const LessonListModel* list : {m_shelf.lessons(), m_shelf.challenges(), m_shelf.own()}) {
        for (const Lesson& lesson : list->all()) {
            if (lesson.pages.empty())
                continue;
            const QString id = QStringLiteral("lesson:") + text(lesson.id);
            const QString name = lesson.challenges ? tr("Challenges %1").arg(lesson.number) : tr("Lesson %1").arg(lesson.number);
            all.push_back({id, text(lesson.title), name, text(lesson.summary), {}, false});
            for (std::size_t page = 0; page < lesson.pages.size(); ++page)
                all.push_back({QStringLiteral("%1#%2").arg(id).arg(page), text(lesson.pages[page].title), tr("%1, step %2").arg(name).arg(page + 1), {}, {}, false});
            for (const LessonSource& source : lesson.sources) {
                const QString by = tr("%1, %2").arg(text(source.author), text(source.date));
                const auto known = std::ranges::find_if(mails, [&](const Findable& mail) { return mail.title == text(source.subject) && mail.group == by; });
                if (known == mails.end())
                    mails.push_back({id, text(source.subject), by, tr("in %1").arg(name), {}, false});
                else
                    known->detail += QStringLiteral(", ") + name;
            }
        }
    }
    for (const Term& term : glossary()) {
        QString names;
        for (const std::string& name : term.names)
            names += QStringLiteral(" · ") + text(name);
        all.push_back({QStringLiteral("term:") + text(term.term), text(term.term) + names, text(term.where), text(term.text), {}, false});
    }
    std::ranges::move(mails, std::back_inserter(all));
    return all;
}

QString AppViewModel::keysOf(const QString& action) const {
    for (const Action& each : actions()) {
        if (each.id == action && !each.keys.isEmpty())
            return keyText(each.keys.front());
    }
    return {};
}

void AppViewModel::clearTrouble() {
    setTrouble({});
}

QString AppViewModel::exportFolder() const {
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QFileInfo(pictures).isDir() ? pictures : QDir::homePath();
}

QString AppViewModel::saveFile(const QString& path, const QString& content) const {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.toUtf8()) < 0 || !file.commit())
        return tr("%1 cannot be written: %2").arg(path, file.errorString());
    return {};
}

qreal AppViewModel::paneSize(const QString& pane, qreal fallback) const {
    if (!m_settings)
        return fallback;
    const qreal size = m_settings->value(QStringLiteral("panes/") + pane, fallback).toReal();
    return std::isfinite(size) && size > 0 ? size : fallback;
}

void AppViewModel::setPaneSize(const QString& pane, qreal size) {
    keep(QStringLiteral("panes/") + pane, size);
}

bool AppViewModel::active(const Action& action) const {
    if (action.scope != Action::Scope::Everywhere && action.scope != scope(m_screen))
        return false;
    const WorkbenchViewModel& workbench = *const_cast<LessonViewModel&>(m_lesson).workbench();
    const QString& id = action.id;
    if (id == QLatin1String("back") || id == QLatin1String("first"))
        return workbench.canGoBack();
    if (id == QLatin1String("forward"))
        return workbench.canGoForward();
    if (id == QLatin1String("last") || id == QLatin1String("play"))
        return workbench.canPlay() || workbench.playing();
    if (id.startsWith(QLatin1String("step")) && id.size() == 5)
        return std::size_t(id.back().digitValue()) <= workbench.snapshot().threads.size();
    if (id == QLatin1String("compareBack") || id == QLatin1String("compareFirst"))
        return m_compare && m_compare->position() > 0;
    if (id == QLatin1String("compareForward") || id == QLatin1String("compareLast") || id == QLatin1String("comparePlay"))
        return m_compare && (m_compare->playing() || m_compare->position() < m_compare->length());
    if (id == QLatin1String("split"))
        return m_compare && m_compare->split() > 0;
    if (id == QLatin1String("export"))
        return m_screen != Place::Welcome && (m_screen != Place::Lesson || workbench.run() != nullptr);
    if (id == QLatin1String("restartPage"))
        return m_lesson.isOpen();
    if (id == QLatin1String("copyShareCode") || id == QLatin1String("why") || id == QLatin1String("bookmark") || id == QLatin1String("goToStep"))
        return workbench.run() != nullptr;
    if (id == QLatin1String("nextBookmark"))
        return !workbench.bookmarks().isEmpty();
    if (id == QLatin1String("testMe"))
        return m_lesson.isOpen() && !m_lesson.challenges();
    if (id == QLatin1String("nextPage"))
        return m_lesson.page() + 1 < m_lesson.pageCount();
    if (id == QLatin1String("previousPage"))
        return m_lesson.page() > 0;
    if (id == QLatin1String("undo"))
        return m_device && m_device->canUndo();
    if (id == QLatin1String("send"))
        return m_device && m_device->draftProblem().isEmpty();
    if (id == QLatin1String("connect"))
        return m_device && !m_device->connected();
    if (id == QLatin1String("textLarger"))
        return m_textScale < largestText;
    if (id == QLatin1String("textSmaller"))
        return m_textScale > smallestText;
    return true;
}

void AppViewModel::setScreen(Place screen) {
    if (screen == m_screen)
        return;
    if (m_compare)
        m_compare->pause();
    if (m_states)
        m_states->pause();
    m_screen = screen;
    emit screenChanged();
}

void AppViewModel::setTrouble(const QString& trouble) {
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    emit troubleChanged();
}

void AppViewModel::keep(const QString& key, const QVariant& value) {
    if (m_settings)
        m_settings->setValue(key, value);
}

void AppViewModel::keepProgress() {
    const LessonSession* session = m_lesson.session();
    if (session == nullptr)
        return;
    if (!m_lesson.isTest()) {
        m_shelf.keep(session->lesson(), session->progress());
    } else if (m_lesson.testPassed()) {
        for (const Lesson& lesson : m_shelf.lessons()->all()) {
            if (lesson.unit == session->lesson().unit)
                m_shelf.keep(lesson, knownAlready(lesson, m_shelf.progressOf(lesson.id)));
        }
    }
}

void AppViewModel::readLessonAgain() {
    const auto lesson = readLesson(m_lessonFile.file());
    const QString problem = !lesson ? lesson.error() : m_lesson.reload(*lesson);
    setTrouble(problem.isEmpty() ? QString() : tr("%1. What you see is how it was before.").arg(problem));
}

} // namespace bindlab
