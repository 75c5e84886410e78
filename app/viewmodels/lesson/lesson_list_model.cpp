#include "lesson_list_model.h"

#include "viewmodels/shared/language.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <set>

namespace bindlab {

QString shortSubject(const std::string& subject) {
    static const QRegularExpression patch(QStringLiteral("\\[(RFC\\s+)?PATCH[^\\]]*?(\\d+)/(\\d+)\\]"));
    const QString whole = QString::fromStdString(subject);
    const QRegularExpressionMatch match = patch.match(whole);
    if (!match.hasMatch())
        return whole;
    return QStringLiteral("%1 %2/%3").arg(match.captured(1).isEmpty() ? QStringLiteral("PATCH") : QStringLiteral("RFC"), match.captured(2),
                                          match.captured(3));
}

QString shortAuthor(const std::string& author) {
    const QString name = QString::fromStdString(author).section(QLatin1Char(','), 0, 0).simplified();
    const QStringList words = name.split(QLatin1Char(' '));
    // Of two names it is not known which one is the family's.
    return words.size() < 3 ? name : QStringLiteral("%1. %2").arg(words.front().left(1), words[1]);
}

QString shortDate(const std::string& isoDate) {
    const QString text = QString::fromStdString(isoDate);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? spokenLocale().toString(date, QCoreApplication::translate("lessons", "d MMM yyyy", "a day, as QLocale::toString() has it")) : text;
}

void LessonListModel::setLessons(std::vector<Lesson> lessons) {
    beginResetModel();
    m_lessons = std::move(lessons);
    m_pagesDone.assign(m_lessons.size(), 0);
    m_pictures.assign(m_lessons.size(), {});
    endResetModel();
    emit lessonsChanged();
    emit nextChanged();
}

const Lesson* LessonListModel::find(const QString& id) const {
    const auto found = std::ranges::find_if(m_lessons, [&](const Lesson& each) { return !each.pages.empty() && each.id == id.toStdString(); });
    return found == m_lessons.end() ? nullptr : &*found;
}

int LessonListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant LessonListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Lesson& lesson = m_lessons[std::size_t(index.row())];
    switch (role) {
    case IdRole: return QString::fromStdString(lesson.id);
    case NumberRole: return lesson.number;
    case Qt::DisplayRole:
    case TitleRole: return QString::fromStdString(lesson.title);
    case SummaryRole: return QString::fromStdString(lesson.summary);
    case UnitRole: return QString::fromStdString(lesson.unitTitle);
    case MinutesRole: return lesson.minutes;
    case SeedRole: return lesson.sources.empty() ? QString() : shortSubject(lesson.sources.front().subject);
    case PagesRole: return int(lesson.pages.size());
    case PagesDoneRole: return m_pagesDone[std::size_t(index.row())];
    case NextRole: return index.row() == next();
    case PictureRole: return QVariant::fromValue(m_pictures[std::size_t(index.row())]);
    case ChallengesRole: return lesson.challenges;
    default: return {};
    }
}

QHash<int, QByteArray> LessonListModel::roleNames() const {
    return {{IdRole, "lessonId"}, {NumberRole, "number"}, {TitleRole, "title"}, {SummaryRole, "summary"}, {UnitRole, "unit"},
            {MinutesRole, "minutes"}, {SeedRole, "seed"}, {PagesRole, "pages"}, {PagesDoneRole, "pagesDone"}, {NextRole, "next"},
            {PictureRole, "picture"}, {ChallengesRole, "challenges"}};
}

int LessonListModel::minutes() const {
    int sum = 0;
    for (const Lesson& lesson : m_lessons)
        sum += lesson.minutes;
    return sum;
}

int LessonListModel::pages() const {
    int sum = 0;
    for (const Lesson& lesson : m_lessons)
        sum += int(lesson.pages.size());
    return sum;
}

int LessonListModel::pagesDone() const {
    return std::accumulate(m_pagesDone.begin(), m_pagesDone.end(), 0);
}

int LessonListModel::next() const {
    for (std::size_t i = 0; i < m_lessons.size(); ++i) {
        if (m_pagesDone[i] < int(m_lessons[i].pages.size()))
            return int(i);
    }
    return m_lessons.empty() ? -1 : 0;
}

QString LessonListModel::nextId() const {
    return next() < 0 ? QString() : QString::fromStdString(m_lessons[std::size_t(next())].id);
}

QString LessonListModel::nextTitle() const {
    return next() < 0 ? QString() : QString::fromStdString(m_lessons[std::size_t(next())].title);
}

int LessonListModel::nextNumber() const {
    return next() < 0 ? 0 : m_lessons[std::size_t(next())].number;
}

bool LessonListModel::nextStarted() const {
    return next() >= 0 && m_pagesDone[std::size_t(next())] > 0;
}

QString LessonListModel::sources() const {
    // Each mail once, however many lessons it is in.
    std::set<std::pair<std::string, std::string>> mails;
    std::set<std::string> months;
    for (const Lesson& lesson : m_lessons) {
        for (const LessonSource& source : lesson.sources) {
            mails.emplace(source.date + source.author, source.subject);
            // A tree or a specification has a version in its place.
            if (QDate::fromString(QString::fromStdString(source.date), Qt::ISODate).isValid())
                months.insert(source.date.substr(0, 7));
        }
    }
    if (mails.empty() || months.empty())
        return {};
    const auto month = [](const std::string& text, const QString& format) {
        return spokenLocale().toString(QDate::fromString(QString::fromStdString(text + "-01"), Qt::ISODate), format);
    };
    const QString inThatYear = QCoreApplication::translate("lessons", "MMMM", "a month before one of the same year, as QLocale::toString() has it");
    const QString withYear = QCoreApplication::translate("lessons", "MMMM yyyy", "a month, as QLocale::toString() has it");
    const std::string& from = *months.begin();
    const std::string& to = *months.rbegin();
    const QString last = month(to, withYear);
    QString span = last;
    if (from.substr(0, 4) == to.substr(0, 4) && months.size() == 2)
        span = QCoreApplication::translate("lessons", "%1 and %2").arg(month(from, inThatYear), last);
    else if (from != to)
        span = QCoreApplication::translate("lessons", "%1 to %2").arg(month(from, withYear), last);
    return mails.size() == 1 ? QCoreApplication::translate("lessons", "From one message of %1").arg(span)
                             : QCoreApplication::translate("lessons", "From %1 messages of %2").arg(mails.size()).arg(span);
}

void LessonListModel::setPagesDone(const QString& id, int pages) {
    for (std::size_t i = 0; i < m_lessons.size(); ++i) {
        if (QString::fromStdString(m_lessons[i].id) != id || m_pagesDone[i] == pages)
            continue;
        m_pagesDone[i] = pages;
        // Which lesson comes next may have moved to another row.
        emit dataChanged(index(0), index(count() - 1), {PagesDoneRole, NextRole});
        emit nextChanged();
    }
}

void LessonListModel::setPicture(int row, const LessonPicture& picture) {
    if (row < 0 || row >= count() || m_pictures[std::size_t(row)] == picture)
        return;
    m_pictures[std::size_t(row)] = picture;
    emit dataChanged(index(row), index(row), {PictureRole});
}

} // namespace bindlab
