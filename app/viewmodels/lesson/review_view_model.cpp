#include "review_view_model.h"

#include "lesson_list_model.h"
#include "viewmodels/shared/calendar.h"

#include <algorithm>

namespace bindlab {

namespace {

const QString unwantedKey = QStringLiteral("review/unwanted");
const QString dayKey = QStringLiteral("review/day");

} // namespace

ReviewViewModel::ReviewViewModel(LessonShelf& shelf, AppSettings& settings, QObject* parent)
    : QObject(parent), m_shelf(shelf), m_settings(settings), m_wanted(!settings.flag(unwantedKey)) {
    if (const QDate day = QDate::fromString(settings.text(dayKey), Qt::ISODate); day.isValid())
        m_dealtWith = dayOf(day);
    connect(&m_shelf, &LessonShelf::progressReplaced, this, &ReviewViewModel::refresh);
    connect(m_shelf.own(), &LessonListModel::lessonsChanged, this, &ReviewViewModel::refresh);
    refresh();
}

bool ReviewViewModel::offered() const {
    return m_wanted && !m_held && m_due > 0 && m_dealtWith != m_shelf.today();
}

QString ReviewViewModel::title() const {
    return m_due == 1 ? tr("One to remember") : m_due == 2 ? tr("Two to remember") : tr("Three to remember");
}

QString ReviewViewModel::about() const {
    return tr("From %1. Each is asked where its lesson asks it.").arg(m_lessons.join(tr(", ")));
}

void ReviewViewModel::setWanted(bool wanted) {
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    m_settings.keep(unwantedKey, !wanted);
    emit changed();
}

void ReviewViewModel::holdBack(bool held) {
    if (held == m_held)
        return;
    m_held = held;
    emit changed();
}

void ReviewViewModel::refresh() {
    std::vector<Question> due = m_shelf.dueQuestions();
    due.erase(due.begin() + std::ptrdiff_t(std::min(due.size(), mostReviewed)), due.end());
    m_due = due.size();
    m_lessons.clear();
    for (const Question& question : due) {
        if (const QString title = tr("“%1”").arg(QString::fromStdString(question.lesson->title)); !m_lessons.contains(title))
            m_lessons.append(title);
    }
    emit changed();
}

void ReviewViewModel::putOff() {
    m_dealtWith = m_shelf.today();
    m_settings.keep(dayKey, dateOf(*m_dealtWith).toString(Qt::ISODate));
    emit changed();
}

Lesson ReviewViewModel::begin() {
    const std::vector<Question> due = m_shelf.dueQuestions();
    m_asked.clear();
    for (std::size_t i = 0; i < std::min(due.size(), mostReviewed); ++i)
        m_asked.push_back({due[i].lesson->id, due[i].id});
    if (!due.empty())
        putOff();
    return reviewOf(due);
}

QString ReviewViewModel::obstacle() const {
    const auto next = m_shelf.nextDue();
    return next ? tr("Nothing is due until %1.").arg(shortDate(dateOf(*next).toString(Qt::ISODate).toStdString()))
                : tr("There is nothing to review yet: first answer a question of a lesson.");
}

void ReviewViewModel::keep(const LessonSession& session) {
    const std::vector<Page>& pages = session.lesson().pages;
    for (std::size_t i = 0; i < std::min(pages.size(), m_asked.size()); ++i) {
        const auto right = answeredRight(pages[i], session.progress());
        if (!right || m_asked[i].isKept)
            continue;
        m_asked[i].isKept = true;
        m_shelf.answerAgain(m_asked[i].lesson, m_asked[i].question, *right);
    }
    refresh();
}

} // namespace bindlab
