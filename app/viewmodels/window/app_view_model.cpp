#include "app_view_model.h"

#include "app_actions.h"
#include "app_search.h"
#include "viewmodels/lesson/lesson_file.h"
#include "viewmodels/shared/kept_file.h"

#include "flow/limits.h"
#include "report/share_code.h"
#include "tour.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace bindlab {

namespace {

QString cacheFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
}

/// What is kept where, as the settings say it.
std::vector<KeptPlace> placesOf(const AppFiles& files) {
    return {{AppViewModel::tr("Settings"), files.settings},
            {AppViewModel::tr("Progress"), files.progress},
            {AppViewModel::tr("Lessons of your own"), files.lessons},
            {AppViewModel::tr("Texts of the sandbox"), files.sandbox},
            {AppViewModel::tr("Checked cells of the matrix"), files.settings.isEmpty() ? QString() : cacheFolder()}};
}

/// Whose actions a screen has beside those it shares with all.
Action::Scope scope(AppViewModel::Place screen) {
    switch (screen) {
    case AppViewModel::Place::Lesson: return Action::Scope::Lesson;
    case AppViewModel::Place::Compare: return Action::Scope::Compare;
    case AppViewModel::Place::Device: return Action::Scope::Device;
    case AppViewModel::Place::Matrix: return Action::Scope::Matrix;
    case AppViewModel::Place::Sandbox: return Action::Scope::Sandbox;
    case AppViewModel::Place::States: return Action::Scope::States;
    case AppViewModel::Place::Reference: return Action::Scope::Reference;
    case AppViewModel::Place::Settings:
    case AppViewModel::Place::Welcome: break;
    }
    return Action::Scope::Everywhere;
}

} // namespace

AppFiles filesOfTheReader() {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.ini"), data + QStringLiteral("/progress.json"),
            data + QStringLiteral("/lessons"), data + QStringLiteral("/sandbox")};
}

AppViewModel::AppViewModel(const Library& library, const AppFiles& files, Calendar calendar, QObject* parent)
    : QObject(parent), m_library(library), m_remembered(files.settings), m_look(m_remembered, this), m_settings(m_remembered, placesOf(files), this),
      m_sandboxFolder(files.sandbox), m_shelf(files.progress, files.lessons, std::move(calendar), this), m_review(m_shelf, m_remembered, this),
      m_lesson(library, this), m_story(this),
      m_palette([this] { return everything(*this); }, [this](const QString& typed) { return meantBy(typed, *this); }, this),
      m_keyList(m_settings.keys(), ActionListModel::Rows::WithKeys, [this](const Action& action) { return active(action); }, this) {
    connect(&m_look, &Look::changed, this, &AppViewModel::lookChanged);
    WorkbenchViewModel& workbench = *m_lesson.workbench();
    workbench.setSpeed(m_remembered.number(QStringLiteral("play/speed"), 1, WorkbenchViewModel::slowest, WorkbenchViewModel::fastest));
    connect(&workbench, &WorkbenchViewModel::speedChanged, this, [this, &workbench] { m_remembered.keep(QStringLiteral("play/speed"), workbench.speed()); });
    connect(&m_settings, &SettingsViewModel::keysChanged, &m_keyList, &ActionListModel::refresh);
    connect(&m_painter, &PicturePainter::painted, this, &AppViewModel::showPictures);
    // Progress weighs more than what settings have to say.
    m_trouble = m_shelf.openingTrouble().isEmpty() ? m_remembered.openingTrouble() : m_shelf.openingTrouble();
    connect(&m_remembered, &AppSettings::troubled, this, &AppViewModel::setTrouble);
    connect(&m_shelf, &LessonShelf::troubled, this, &AppViewModel::setTrouble);
    connect(&m_shelf, &LessonShelf::progressReplaced, this, [this] {
        if (m_lesson.isOpen())
            m_lesson.restore(m_shelf.takeUp(m_lesson.session()->lesson().id));
    });
    connect(&m_lessonFile, &SavedFile::saved, this, &AppViewModel::readLessonAgain);
    connect(&m_flowFile, &SavedFile::saved, this, &AppViewModel::readFlowAgain);
    connect(&m_lesson, &LessonViewModel::progressChanged, this, &AppViewModel::keepProgress);
    m_tour = std::make_unique<Tour>(*this, m_library, m_remembered);
    connect(m_tour.get(), &Tour::changed, &m_review, [this] { m_review.holdBack(m_tour->offered() || m_tour->running()); });
}

AppViewModel::~AppViewModel() = default;

void AppViewModel::drawPictures() {
    m_painter.start(m_library);
}

void AppViewModel::showPictures() {
    m_story.setStory(std::move(m_painter.story));
    for (std::size_t i = 0; i < m_painter.cards.size(); ++i)
        m_shelf.lessons()->setPicture(int(i), m_painter.cards[i]);
    m_pictured = true;
    emit picturedChanged();
}

void AppViewModel::resume() {
    const QString id = m_remembered.text(QStringLiteral("open/lesson"));
    if (!id.isEmpty() && m_shelf.find(id) != nullptr)
        openLesson(id);
    if (m_screen == Place::Welcome && !m_remembered.file().isEmpty())
        m_tour->offerOnce();
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
        const QString problem = m_lesson.open(lesson, m_shelf.takeUp(lesson.id));
        if (!problem.isEmpty()) {
            setTrouble(problem);
            return;
        }
    }
    const QFileInfo file(QString::fromStdString(lesson.file));
    m_lessonFile.watch(!m_shelf.isShipped(lesson.id) && file.exists() ? file.absoluteFilePath() : QString());
    setTrouble({});
    setScreen(Place::Lesson);
    m_remembered.keep(QStringLiteral("open/lesson"), id);
}

void AppViewModel::testMe() {
    if (!m_lesson.isOpen())
        return;
    openQuestions(testOf(m_lesson.session()->lesson().unit, m_shelf.lessons()->all(), m_round++), tr("There are no questions on \"%1\".").arg(m_lesson.unit()));
}

void AppViewModel::openReview() {
    const Lesson review = m_review.begin();
    openQuestions(review, review.pages.empty() ? m_review.obstacle() : QString());
}

void AppViewModel::openQuestions(const Lesson& questions, const QString& ifNone) {
    const QString problem = questions.pages.empty() ? ifNone : m_lesson.open(questions, {});
    setTrouble(problem);
    if (problem.isEmpty()) {
        m_lessonFile.watch({});
        setScreen(Place::Lesson);
    }
}

void AppViewModel::openUnit() {
    for (const Lesson& lesson : m_shelf.lessons()->all()) {
        if (m_lesson.isOpen() && lesson.unit == m_lesson.session()->lesson().unit) {
            openLesson(lesson);
            return;
        }
    }
}

void AppViewModel::openShared(const QString& code) {
    const auto trace = traceFromShareCode(code.toStdString());
    if (!trace) {
        const QString why = QString::fromStdString(trace.error());
        setTrouble(withCapital(why) + QLatin1Char('.'));
        return;
    }
    auto opened = playTrace(*trace, m_library);
    if (!opened) {
        setTrouble(tr("The share code cannot be played here: %1").arg(QString::fromStdString(opened.error())));
        return;
    }
    setTrouble({});
    openRun(opened->run, trace->selection, {std::move(opened->flows), trace->flowName, trace->flowText});
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
    m_flowFile.watch({});
    m_ownFlow = std::move(own);
    m_lesson.workbench()->setFlows(m_ownFlow.flows ? m_ownFlow.flows : std::shared_ptr<const Library>(&m_library, [](const Library*) {}));
    m_lesson.workbench()->show(run, selection);
    setScreen(Place::Lesson);
}

void AppViewModel::openFlow(const OwnRun& own) {
    openRun(own.run, own.selection, own.flow);
    m_flowFile.watch(QString::fromStdString(own.flow.file));
}

SandboxViewModel* AppViewModel::sandbox() {
    if (!m_sandbox) {
        m_sandbox = std::make_unique<SandboxViewModel>(m_library, m_sandboxFolder);
        connect(m_sandbox.get(), &SandboxViewModel::troubled, this, &AppViewModel::setTrouble);
    }
    return m_sandbox.get();
}

CompareViewModel* AppViewModel::compare() {
    if (m_compare)
        return m_compare.get();
    m_compare = std::make_unique<CompareViewModel>(m_library);
    const auto kept = [this](const char* key) { return m_remembered.text(QStringLiteral("compare/") + QLatin1String(key)); };
    if (!m_remembered.file().isEmpty())
        m_compare->restore({kept("first"), kept("second")}, kept("scenario"), kept("platform"));
    connect(m_compare.get(), &CompareViewModel::chosen, this, [this] {
        m_remembered.keep(QStringLiteral("compare/first"), m_compare->firstName());
        m_remembered.keep(QStringLiteral("compare/second"), m_compare->secondName());
        m_remembered.keep(QStringLiteral("compare/scenario"), m_compare->scenario());
        m_remembered.keep(QStringLiteral("compare/platform"), m_compare->platform());
    });
    return m_compare.get();
}

MatrixViewModel* AppViewModel::matrix() {
    if (m_matrix)
        return m_matrix.get();
    m_matrix = std::make_unique<MatrixViewModel>(m_library, m_remembered.file().isEmpty() ? QString() : cacheFolder());
    m_matrix->restore(rememberedView(m_remembered));
    connect(m_matrix.get(), &MatrixViewModel::chosen, this, [this] { rememberView(m_matrix->view(), m_remembered); });
    return m_matrix.get();
}

StatesViewModel* AppViewModel::states() {
    if (!m_states)
        m_states = std::make_unique<StatesViewModel>(m_library);
    return m_states.get();
}

ReferenceViewModel* AppViewModel::reference() {
    if (!m_reference)
        m_reference = std::make_unique<ReferenceViewModel>(m_library, m_shelf, m_keyList);
    return m_reference.get();
}

DeviceViewModel* AppViewModel::device() {
    if (!m_device)
        m_device = std::make_unique<DeviceViewModel>(m_library, *m_lesson.workbench());
    return m_device.get();
}

bool AppViewModel::press(int key, int modifiers, bool autoRepeat) {
    const Action* action = m_settings.keys().actionFor(key, Qt::KeyboardModifiers::fromInt(modifiers), scope(m_screen));
    if (action == nullptr)
        return false;
    // A held key that does not repeat is still ours: it must not reach anyone else as a new press.
    if ((!autoRepeat || action->repeats) && active(*action))
        trigger(action->id);
    return true;
}

void AppViewModel::trigger(const QString& action) {
    if (const ActionRow* row = rowOf(action); row != nullptr && row->run != theWindow)
        row->run(*this);
    else if (!goTo(action, *this))
        emit requested(action);
}

bool AppViewModel::active(const Action& action) {
    const ActionRow* row = rowOf(action.id);
    return isOn(action, scope(m_screen)) && (row == nullptr || row->possible == always || row->possible(*this));
}

QString AppViewModel::keysOf(const QString& action) const {
    const Action* found = m_settings.keys().find(action);
    return found == nullptr || found->keys.isEmpty() ? QString() : keyText(found->keys.front());
}

void AppViewModel::clearTrouble() {
    setTrouble({});
}

QString AppViewModel::exportFolder() const {
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QFileInfo(pictures).isDir() ? pictures : QDir::homePath();
}

QString AppViewModel::saveFile(const QString& path, const QString& content) const {
    const QString problem = writeWhole(path, content.toUtf8());
    return problem.isEmpty() ? QString() : tr("%1 cannot be written: %2").arg(path, problem);
}

void AppViewModel::resetLayout() {
    m_remembered.forget(QStringLiteral("panes"));
    emit layoutReset();
}

qreal AppViewModel::paneSize(const QString& pane, qreal fallback) const {
    return m_remembered.number(QStringLiteral("panes/") + pane, fallback, 1, 100'000);
}

void AppViewModel::setPaneSize(const QString& pane, qreal size) {
    m_remembered.keep(QStringLiteral("panes/") + pane, size);
}

void AppViewModel::setTrouble(const QString& trouble) {
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    emit troubleChanged();
}

void AppViewModel::keepProgress() {
    const LessonSession* session = m_lesson.session();
    if (session == nullptr)
        return;
    if (m_lesson.isReview()) {
        m_review.keep(*session);
    } else if (!m_lesson.isTest()) {
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

void AppViewModel::readFlowAgain() {
    const Run* shown = m_lesson.workbench()->run();
    if (m_lesson.session() != nullptr || shown == nullptr)
        return;   // something else was opened meanwhile
    QFile file(m_flowFile.file());
    if (!file.open(QIODevice::ReadOnly))
        return setTrouble(tr("%1: %2. What you see is how it was before.").arg(file.fileName(), file.errorString()));
    auto again = readFlow(m_ownFlow.file, file.read(qint64(FlowLimits::bytes) + 1).toStdString(), Library::shipped());
    if (!again)
        return setTrouble(tr("%1. What you see is how it was before.").arg(QString::fromStdString(again.error()).section(QLatin1Char('\n'), 0, 0)));
    repeat(*shown, again->run);
    m_ownFlow = again->flow;
    m_lesson.workbench()->setFlows(m_ownFlow.flows);
    m_lesson.workbench()->show(again->run, again->selection);
    setTrouble({});
}

} // namespace bindlab
