#pragma once

#include "lesson_list_model.h"
#include "progress_file.h"
#include "viewmodels/shared/calendar.h"

#include "lesson/review.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace bindlab {

/// The lessons there are, shipped ones, sets of challenges and the reader's own, and how far each of them has been worked through.
class LessonShelf : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(bindlab::LessonListModel* lessons READ lessons CONSTANT FINAL)
    Q_PROPERTY(bindlab::LessonListModel* challenges READ challenges CONSTANT FINAL)
    Q_PROPERTY(bindlab::LessonListModel* own READ own CONSTANT FINAL)
    Q_PROPERTY(QString folder READ folder CONSTANT FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY progressReplaced FINAL)

public:
    static constexpr int mostOwnLessons = 200;

    /// `folder` has the reader's own lessons, *.md; it need not be there. Nothing is kept when `progressFile` is empty.
    LessonShelf(const QString& progressFile, QString folder, Calendar calendar, QObject* parent = nullptr);

    [[nodiscard]] LessonListModel* lessons() { return &m_lessons; }
    [[nodiscard]] const LessonListModel* lessons() const { return &m_lessons; }
    [[nodiscard]] LessonListModel* challenges() { return &m_challenges; }
    [[nodiscard]] const LessonListModel* challenges() const { return &m_challenges; }
    [[nodiscard]] LessonListModel* own() { return &m_own; }
    [[nodiscard]] const LessonListModel* own() const { return &m_own; }
    [[nodiscard]] const QString& folder() const { return m_folder; }

    /// By id; null when there is none that can be read.
    [[nodiscard]] const Lesson* find(const QString& id) const;
    /// Whether a lesson or set of challenges of the program has this id.
    [[nodiscard]] static bool isShipped(const std::string& id) { return findLesson(id) != nullptr; }
    [[nodiscard]] LessonProgress progressOf(const std::string& lesson) const;
    /// The same for a lesson that goes on from there: see ProgressFile.
    [[nodiscard]] LessonProgress takeUp(const std::string& lesson) { return m_progress.takeUp(lesson); }
    /// Keeps it on the disk; what was answered is due another day. What goes wrong is said by troubled().
    void keep(const Lesson& lesson, const LessonProgress& progress);
    [[nodiscard]] Day today() const { return m_calendar(); }
    /// What review.h says of all lessons, today.
    [[nodiscard]] std::vector<Question> dueQuestions() const { return bindlab::dueQuestions(all(), m_progress.all(), today()); }
    [[nodiscard]] std::optional<Day> nextDue() const { return bindlab::nextDue(all(), m_progress.all(), today()); }
    /// A question of a lesson was asked again. Kept on the disk as well.
    void answerAgain(const std::string& lesson, const std::string& question, bool right);
    /// What was wrong with the file of progress, one sentence; empty when nothing was.
    [[nodiscard]] const QString& openingTrouble() const { return m_progress.trouble(); }

    [[nodiscard]] bool canUndo() const { return m_progress.canUndo(); }
    /// These answer what went wrong, one sentence, or nothing.
    Q_INVOKABLE QString exportProgress(const QString& file) const { return m_progress.exportTo(file); }
    Q_INVOKABLE QString importProgress(const QString& file);
    Q_INVOKABLE QString resetProgress();
    Q_INVOKABLE QString undo();

signals:
    void troubled(const QString& sentence);
    /// All progress is another: imported, reset, or taken back.
    void progressReplaced();

private:
    QString replaced(const QString& problem);
    void readOwn();
    void showProgress();
    void say(const QString& problem);
    [[nodiscard]] std::vector<const Lesson*> all() const;

    ProgressFile m_progress;
    Calendar m_calendar;
    QString m_folder;
    LessonListModel m_lessons;
    LessonListModel m_challenges;
    LessonListModel m_own;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;   ///< several changes of the folder are read once
};

} // namespace bindlab
