#pragma once

#include "block_list_model.h"
#include "lesson_rows.h"
#include "viewmodels/shared/struct_list_model.h"
#include "viewmodels/workbench/workbench_view_model.h"

#include "lesson/know_it.h"
#include "lesson/player.h"
#include "lesson/questions.h"
#include "lesson/review.h"

#include <QAbstractItemModel>
#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <vector>

namespace bindlab {

/// The open lesson: its text, its questions, and the workbench it drives.
class LessonViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY lessonChanged FINAL)
    Q_PROPERTY(QString lessonId READ lessonId NOTIFY lessonChanged FINAL)
    Q_PROPERTY(int number READ number NOTIFY lessonChanged FINAL)
    Q_PROPERTY(bool challenges READ challenges NOTIFY lessonChanged FINAL)
    Q_PROPERTY(bool isTest READ isTest NOTIFY lessonChanged FINAL)
    Q_PROPERTY(bool isReview READ isReview NOTIFY lessonChanged FINAL)
    Q_PROPERTY(QString result READ result NOTIFY blocksChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY lessonChanged FINAL)
    Q_PROPERTY(QString unit READ unit NOTIFY lessonChanged FINAL)
    Q_PROPERTY(int pageCount READ pageCount NOTIFY lessonChanged FINAL)
    Q_PROPERTY(int page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString pageTitle READ pageTitle NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool pageDone READ pageDone NOTIFY blocksChanged FINAL)
    Q_PROPERTY(QString openDirective READ openDirective NOTIFY blocksChanged FINAL)
    Q_PROPERTY(QString actionText READ actionText NOTIFY blocksChanged FINAL)
    Q_PROPERTY(int retryBlock READ retryBlock NOTIFY blocksChanged FINAL)
    Q_PROPERTY(bool futureHidden READ futureHidden NOTIFY blocksChanged FINAL)
    Q_PROPERTY(QString trouble READ trouble NOTIFY blocksChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* pages READ pages CONSTANT FINAL)
    Q_PROPERTY(bindlab::BlockListModel* blocks READ blocks CONSTANT FINAL)
    Q_PROPERTY(QString sourceLabel READ sourceLabel NOTIFY pageChanged FINAL)
    Q_PROPERTY(QList<QString> sourceTitles READ sourceTitles NOTIFY pageChanged FINAL)
    Q_PROPERTY(QList<QString> sourceDetails READ sourceDetails NOTIFY pageChanged FINAL)
    Q_PROPERTY(bindlab::WorkbenchViewModel* workbench READ workbench CONSTANT FINAL)

public:
    explicit LessonViewModel(const Library& library, QObject* parent = nullptr);
    ~LessonViewModel() override;

    /// Opens a lesson where `progress` left it. On failure the open lesson stays, and the answer is one line why.
    [[nodiscard]] QString open(const Lesson& lesson, LessonProgress progress);

    /// The same lesson in another form, at the same page and step as far as that is there. On failure the open form stays, and the
    /// answer is one line why.
    [[nodiscard]] QString reload(const Lesson& lesson);
    /// Puts the lesson away; what the workbench shows stays.
    void close();
    /// The open lesson with other progress.
    void restore(const LessonProgress& progress);

    [[nodiscard]] bool isOpen() const { return m_session.has_value(); }
    [[nodiscard]] QString lessonId() const;
    [[nodiscard]] int number() const;
    /// It is what testOf() made of a unit.
    [[nodiscard]] bool isTest() const { return m_session && bindlab::isTest(m_session->lesson()); }
    /// It is what reviewOf() made of questions that are due.
    [[nodiscard]] bool isReview() const { return m_session && bindlab::isReview(m_session->lesson()); }
    /// What a test or a review has come to, one or two sentences; empty until its last question is answered.
    [[nodiscard]] QString result() const;
    /// Every question of a test was answered right.
    [[nodiscard]] bool testPassed() const;
    [[nodiscard]] bool challenges() const { return m_session && m_session->lesson().challenges; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] int page() const;   ///< from 0
    [[nodiscard]] QString pageTitle() const;
    [[nodiscard]] bool pageDone() const;
    [[nodiscard]] QString openDirective() const;
    /// Words on the main button of the open act; empty when it has none.
    [[nodiscard]] QString actionText() const;
    /// The last act of the page that is done and can be tried again, as Page::blocks counts; -1 when there is none.
    [[nodiscard]] int retryBlock() const;
    [[nodiscard]] bool futureHidden() const;
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] StructListModel<PageRow>* pages() { return &m_pages; }
    [[nodiscard]] BlockListModel* blocks() { return &m_blocks; }
    /// "RFC 17/30, A. Kumar, 4 Jun 2025": the first source of the page, or of the lesson.
    [[nodiscard]] QString sourceLabel() const;
    [[nodiscard]] QStringList sourceTitles() const;    ///< subjects
    [[nodiscard]] QStringList sourceDetails() const;   ///< author and date of each
    [[nodiscard]] WorkbenchViewModel* workbench() { return m_workbench; }
    [[nodiscard]] const LessonSession* session() const { return m_session ? &*m_session : nullptr; }

    Q_INVOKABLE void openPage(int page);
    Q_INVOKABLE void nextPage();
    Q_INVOKABLE void previousPage();
    /// Answers the open prediction; an index below 0 is "not sure".
    Q_INVOKABLE void answer(int option);
    /// Presses the main button of the open act: what is to be watched plays, the rest is done at once.
    Q_INVOKABLE void perform();
    /// Tries an order of all items of the open act, or attaches some; items count from 0.
    Q_INVOKABLE void submit(const QList<int>& picks);
    /// Answers the open explanation; no words are "not sure".
    Q_INVOKABLE void explain(const QString& words);
    Q_INVOKABLE void skip();
    Q_INVOKABLE void tryAgain(int block);
    /// Opens the acts of the page again.
    Q_INVOKABLE void restartPage();

signals:
    void lessonChanged();
    void pageChanged();
    void blocksChanged();
    /// Something that has to be kept: a page, an answer, a schedule.
    void progressChanged();

private:
    void observe();
    void observeCheck();
    /// Shows and keeps what the session has taken, if it has.
    void follow(bool taken);
    void refresh();
    [[nodiscard]] std::vector<const LessonSource*> pageSources() const;

    const Library& m_library;
    std::optional<LessonSession> m_session;
    WorkbenchViewModel* m_workbench = nullptr;
    StructListModel<PageRow> m_pages;
    BlockListModel m_blocks;
    int m_shownRevision = -1;
    bool m_showing = false;   ///< the workbench is being given a run; what it then says is no news
};

} // namespace bindlab
