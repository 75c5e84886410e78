#include "lesson_view_model.h"

#include "lesson_list_model.h"
#include "prose.h"

#include "lesson/stage.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <vector>

namespace bindlab {

namespace {

std::vector<PageRow> pagesOf(const LessonSession* session) {
    std::vector<PageRow> rows;
    for (int page = 0; session != nullptr && page < session->pageCount(); ++page) {
        rows.push_back({QString::fromStdString(session->lesson().pages[std::size_t(page)].title), session->pageDone(page),
                        page == session->page()});
    }
    return rows;
}

} // namespace

LessonViewModel::LessonViewModel(const Library& library, QObject* parent)
    : QObject(parent), m_library(library), m_workbench(new WorkbenchViewModel(this)), m_pages(this), m_blocks(this) {
    connect(m_workbench, &WorkbenchViewModel::changed, this, &LessonViewModel::observe);
    connect(m_workbench->check(), &CheckViewModel::finished, this, &LessonViewModel::observeCheck);
}

LessonViewModel::~LessonViewModel() = default;

QString LessonViewModel::open(const Lesson& lesson, LessonProgress progress) {
    auto session = LessonSession::open(lesson, m_library, std::move(progress));
    if (!session) {
        const Diagnostics& problems = session.error();
        return tr("Lesson \"%1\" cannot be opened: %2")
            .arg(QString::fromStdString(lesson.title), problems.empty() ? tr("no reason given") : QString::fromStdString(problems.front().message));
    }
    m_pages.assign({});
    m_blocks.update(nullptr);
    m_session.emplace(std::move(*session));
    m_shownRevision = -1;
    emit lessonChanged();
    refresh();
    emit pageChanged();
    return {};
}

QString LessonViewModel::reload(const Lesson& lesson) {
    auto session = LessonSession::open(lesson, m_library, m_session ? m_session->progress() : LessonProgress());
    if (!session) {
        const Diagnostic& first = session.error().front();
        return QStringLiteral("%1:%2: %3").arg(QString::fromStdString(first.file)).arg(first.line).arg(QString::fromStdString(first.message));
    }
    const std::vector<StepChoice> taken = m_workbench->run() == nullptr ? std::vector<StepChoice>() : takenSteps(*m_workbench->run());
    const int page = this->page();
    m_session.emplace(std::move(*session));
    m_shownRevision = -1;
    emit lessonChanged();
    refresh();
    // Where the steps are still those of before, the reader stays among them.
    const Run& run = m_session->run();
    int same = 0;
    while (same < std::min(run.length(), int(taken.size())) && run.record(same).choice == taken[std::size_t(same)])
        ++same;
    if (same == int(taken.size()))
        m_workbench->seek(same);
    if (page != this->page())
        emit pageChanged();
    return {};
}

void LessonViewModel::close() {
    if (!m_session)
        return;
    m_session.reset();
    m_workbench->setFutureHidden(false);
    emit lessonChanged();
    refresh();
    emit pageChanged();
}

void LessonViewModel::restore(const LessonProgress& progress) {
    if (!m_session)
        return;
    const Lesson lesson = m_session->lesson();
    static_cast<void>(open(lesson, progress));
}

QString LessonViewModel::lessonId() const {
    return m_session ? QString::fromStdString(m_session->lesson().id) : QString();
}

int LessonViewModel::number() const {
    return m_session ? m_session->lesson().number : 0;
}

bool LessonViewModel::testPassed() const {
    return isTest() && pagesDone(m_session->lesson(), m_session->progress()) == pageCount()
        && rightAnswers(m_session->lesson(), m_session->progress()) == pageCount();
}

QString LessonViewModel::result() const {
    if (!(isTest() || isReview()) || pagesDone(m_session->lesson(), m_session->progress()) < pageCount())
        return {};
    const int right = rightAnswers(m_session->lesson(), m_session->progress());
    if (isReview())
        return right == pageCount() ? tr("%1 of %2 right. Each rests longer than before.").arg(right).arg(pageCount())
                                    : tr("%1 of %2 right. What you did not know comes back tomorrow.").arg(right).arg(pageCount());
    return right == pageCount() ? tr("All %1 right. The lessons of this unit are marked as known; they stay open to you.").arg(right)
                                : tr("%1 of %2 right. The lessons of this unit have something for you.").arg(right).arg(pageCount());
}

QString LessonViewModel::title() const {
    return m_session ? QString::fromStdString(m_session->lesson().title) : QString();
}

QString LessonViewModel::unit() const {
    return m_session ? QString::fromStdString(m_session->lesson().unitTitle) : QString();
}

int LessonViewModel::pageCount() const {
    return m_session ? m_session->pageCount() : 0;
}

int LessonViewModel::page() const {
    return m_session ? m_session->page() : 0;
}

QString LessonViewModel::pageTitle() const {
    return m_session ? QString::fromStdString(m_session->lesson().pages[std::size_t(m_session->page())].title) : QString();
}

bool LessonViewModel::pageDone() const {
    return m_session && m_session->pageDone(m_session->page());
}

QString LessonViewModel::openDirective() const {
    return m_session ? QString::fromStdString(m_session->openDirective()) : QString();
}

QString LessonViewModel::actionText() const {
    if (!m_session)
        return {};
    for (const BlockView& block : m_session->blocks()) {
        if (block.act && block.state == ActState::Open)
            return QString::fromStdString(block.button);
    }
    return {};
}

int LessonViewModel::retryBlock() const {
    int last = -1;
    if (m_session) {
        for (const BlockView& block : m_session->blocks()) {
            if (block.act && block.state != ActState::Open)
                last = block.index;
        }
    }
    return last;
}

bool LessonViewModel::futureHidden() const {
    return m_session && m_session->futureHidden();
}

QString LessonViewModel::trouble() const {
    return m_session ? QString::fromStdString(m_session->trouble()) : QString();
}

std::vector<const LessonSource*> LessonViewModel::pageSources() const {
    std::vector<const LessonSource*> sources;
    if (!m_session)
        return sources;
    const Lesson& lesson = m_session->lesson();
    for (const std::string& id : lesson.pages[std::size_t(m_session->page())].sources) {
        if (const LessonSource* source = lesson.source(id))
            sources.push_back(source);
    }
    // A page that names no mail rests on what the whole lesson starts from.
    if (sources.empty() && !lesson.sources.empty())
        sources.push_back(&lesson.sources.front());
    return sources;
}

QString LessonViewModel::sourceLabel() const {
    const std::vector<const LessonSource*> sources = pageSources();
    if (sources.empty())
        return {};
    const LessonSource& first = *sources.front();
    return QStringLiteral("%1, %2, %3").arg(shortSubject(first.subject), shortAuthor(first.author), shortDate(first.date));
}

QStringList LessonViewModel::sourceTitles() const {
    QStringList titles;
    for (const LessonSource* source : pageSources())
        titles.append(QString::fromStdString(source->subject));
    return titles;
}

QStringList LessonViewModel::sourceDetails() const {
    QStringList details;
    for (const LessonSource* source : pageSources())
        details.append(QStringLiteral("%1, %2").arg(QString::fromStdString(source->author), shortDate(source->date)));
    return details;
}

void LessonViewModel::openPage(int page) {
    if (!m_session || page < 0 || page >= m_session->pageCount() || page == m_session->page())
        return;
    m_session->openPage(page);
    refresh();
    emit pageChanged();
    emit progressChanged();
}

void LessonViewModel::nextPage() {
    openPage(page() + 1);
}

void LessonViewModel::previousPage() {
    openPage(page() - 1);
}

void LessonViewModel::answer(int option) {
    follow(m_session && m_session->answer(option < 0 ? notSureAnswer : option));
}

void LessonViewModel::perform() {
    // What is to be watched plays at the reader's own speed; its last step, seen by observe(), ends the act.
    if (openDirective() == QLatin1String("watch") && m_workbench->canPlay())
        m_workbench->play();
    else
        follow(m_session && m_session->perform());
}

void LessonViewModel::submit(const QList<int>& picks) {
    follow(m_session && m_session->submit({picks.begin(), picks.end()}));
}

void LessonViewModel::explain(const QString& words) {
    follow(m_session && m_session->explain(words.trimmed().toStdString()));
}

void LessonViewModel::skip() {
    follow(m_session && m_session->skip());
}

void LessonViewModel::tryAgain(int block) {
    follow(m_session && m_session->tryAgain(block));
}

void LessonViewModel::restartPage() {
    if (!m_session)
        return;
    const std::vector<Block>& blocks = m_session->lesson().pages[std::size_t(m_session->page())].blocks;
    const auto firstAct = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) { return isAct(block); });
    if (firstAct != blocks.end())
        tryAgain(int(firstAct - blocks.begin()));
}

void LessonViewModel::observe() {
    // While another design is picked in the workbench, its run is not the lesson's.
    if (!m_session || m_showing || !m_workbench->run() || m_workbench->run()->sharedModel() != m_session->run().sharedModel())
        return;
    follow(m_session->observe(*m_workbench->run()));
}

void LessonViewModel::observeCheck() {
    // Of flows of one's own that bear the same names it says nothing.
    if (m_session && m_workbench->flows()->fingerprint() == m_session->flows()->fingerprint())
        follow(m_session->observe(m_workbench->selection(), *m_workbench->check()->result()));
}

void LessonViewModel::follow(bool taken) {
    if (!taken)
        return;
    refresh();
    emit progressChanged();
}

void LessonViewModel::refresh() {
    const LessonSession* session = this->session();
    if (session != nullptr) {
        const QScopedValueRollback<bool> showing(m_showing, true);
        m_workbench->setFutureHidden(session->futureHidden());
        if (session->revision() != m_shownRevision) {
            m_shownRevision = session->revision();
            m_workbench->setFlows(session->flows());
            m_workbench->show(session->run(), session->selection(), session->departures());
        }
    }
    m_pages.assign(pagesOf(session));
    m_blocks.update(session);
    emit blocksChanged();
}

} // namespace bindlab
