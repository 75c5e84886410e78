#include "lesson_shelf.h"

#include "lesson/player.h"
#include "lesson_file.h"
#include "viewmodels/shared/language.h"

#include <QDir>

#include <algorithm>
#include <set>

namespace bindlab {

LessonShelf::LessonShelf(const QString& progressFile, QString folder, Calendar calendar, QObject* parent)
    : QObject(parent), m_progress(progressFile), m_calendar(std::move(calendar)), m_folder(std::move(folder)), m_lessons(this), m_challenges(this), m_own(this) {
    const std::string language = spokenLanguage().toStdString();
    m_lessons.setLessons(inLanguage(bindlab::lessons(), language));
    m_challenges.setLessons(inLanguage(bindlab::challenges(), language));
    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, &LessonShelf::readOwn);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
    readOwn();
}

const Lesson* LessonShelf::find(const QString& id) const {
    for (const LessonListModel* list : {&m_lessons, &m_challenges, &m_own})
        if (const Lesson* found = list->find(id))
            return found;
    return nullptr;
}

LessonProgress LessonShelf::progressOf(const std::string& lesson) const {
    const auto found = m_progress.all().find(lesson);
    return found == m_progress.all().end() ? LessonProgress() : found->second;
}

void LessonShelf::keep(const Lesson& lesson, const LessonProgress& progress) {
    const QString problem = m_progress.keep(lesson.id, progress, [this](LessonProgress& kept) { enter(kept, today()); });
    const QString id = QString::fromStdString(lesson.id);
    for (LessonListModel* list : {&m_lessons, &m_challenges, &m_own})
        list->setPagesDone(id, pagesDone(lesson, progress));
    say(problem);
}

void LessonShelf::answerAgain(const std::string& lesson, const std::string& question, bool right) {
    say(m_progress.change(lesson, [&](LessonProgress& kept) { review(kept, question, right, today()); }));
}

void LessonShelf::say(const QString& problem) {
    if (!problem.isEmpty())
        emit troubled(problem);
}

std::vector<const Lesson*> LessonShelf::all() const {
    std::vector<const Lesson*> lessons;
    for (const LessonListModel* list : {&m_lessons, &m_challenges, &m_own}) {
        for (const Lesson& lesson : list->all())
            lessons.push_back(&lesson);
    }
    return lessons;
}

QString LessonShelf::importProgress(const QString& file) {
    return replaced(m_progress.importFrom(file));
}

QString LessonShelf::resetProgress() {
    return replaced(m_progress.reset());
}

QString LessonShelf::undo() {
    return replaced(m_progress.undo());
}

QString LessonShelf::replaced(const QString& problem) {
    if (problem.isEmpty()) {
        showProgress();
        emit progressReplaced();
    }
    return problem;
}

void LessonShelf::readOwn() {
    if (m_folder.isEmpty())
        return;
    const QDir folder(m_folder);
    std::vector<Lesson> own;
    std::set<std::string> ids;
    QStringList files;
    for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name).mid(0, mostOwnLessons)) {
        if (name == QLatin1String("README.md"))
            continue;
        files.append(folder.filePath(name));
        auto lesson = readLesson(files.back());
        std::string problem;
        if (!lesson)
            problem = lesson.error().toStdString();
        else if (isShipped(lesson->id) || !ids.insert(lesson->id).second)
            problem = tr("another lesson has the id \"%1\"; give it one of its own").arg(QString::fromStdString(lesson->id)).toStdString();
        if (!problem.empty()) {   // a card without pages, which says what is wrong
            Lesson broken;
            broken.file = files.back().toStdString();
            broken.title = name.toStdString();
            broken.summary = problem;
            own.push_back(std::move(broken));
            continue;
        }
        own.push_back(std::move(*lesson));
    }
    m_own.setLessons(std::move(own));
    showProgress();
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!files.isEmpty())
        m_watcher.addPaths(files);
    if (folder.exists() && !m_watcher.directories().contains(m_folder))
        m_watcher.addPath(m_folder);
}

void LessonShelf::showProgress() {
    for (LessonListModel* list : {&m_lessons, &m_challenges, &m_own})
        for (const Lesson& lesson : list->all())
            list->setPagesDone(QString::fromStdString(lesson.id), pagesDone(lesson, progressOf(lesson.id)));
}

} // namespace bindlab
