#pragma once

#include "lesson/player.h"
#include "viewmodels/window/welcome_pictures.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bindlab {

/// How a mail is called where space is short: "RFC 17/30" of "[RFC PATCH 17/30] iommufd/device: ...", else the whole subject.
[[nodiscard]] QString shortSubject(const std::string& subject);
/// "A. Kumar" of "Aneesh Kumar K.V", who has more than two names; without who quotes whom after a comma.
[[nodiscard]] QString shortAuthor(const std::string& author);
/// "4 Jun 2025" of "2025-06-04"; what is no date stays as it is.
[[nodiscard]] QString shortDate(const std::string& isoDate);

/// The lessons there are, as the cards of the welcome screen show them.
class LessonListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(int count READ count NOTIFY lessonsChanged FINAL)
    Q_PROPERTY(int minutes READ minutes NOTIFY lessonsChanged FINAL)
    Q_PROPERTY(int pages READ pages NOTIFY lessonsChanged FINAL)
    Q_PROPERTY(int pagesDone READ pagesDone NOTIFY nextChanged FINAL)
    Q_PROPERTY(QString nextId READ nextId NOTIFY nextChanged FINAL)
    Q_PROPERTY(QString nextTitle READ nextTitle NOTIFY nextChanged FINAL)
    Q_PROPERTY(int nextNumber READ nextNumber NOTIFY nextChanged FINAL)
    Q_PROPERTY(bool nextStarted READ nextStarted NOTIFY nextChanged FINAL)
    Q_PROPERTY(QString sources READ sources NOTIFY lessonsChanged FINAL)

public:
    enum Role { IdRole = Qt::UserRole + 1, NumberRole, TitleRole, SummaryRole, UnitRole, MinutesRole, SeedRole, PagesRole, PagesDoneRole, NextRole,
                PictureRole, ChallengesRole };

    using QAbstractListModel::QAbstractListModel;

    /// One without pages cannot be opened: its summary says why.
    void setLessons(std::vector<Lesson> lessons);
    [[nodiscard]] const std::vector<Lesson>& all() const { return m_lessons; }
    /// Null when there is none that can be opened.
    [[nodiscard]] const Lesson* find(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_lessons.size()); }
    /// Of all lessons together.
    [[nodiscard]] int minutes() const;
    [[nodiscard]] int pages() const;
    [[nodiscard]] int pagesDone() const;
    /// Where the learner goes on: the first lesson that is not done.
    [[nodiscard]] QString nextId() const;
    [[nodiscard]] QString nextTitle() const;
    [[nodiscard]] int nextNumber() const;
    [[nodiscard]] bool nextStarted() const;
    /// Which mails the lessons start from, in one line.
    [[nodiscard]] QString sources() const;

    /// How many pages of a lesson have nothing open any more.
    void setPagesDone(const QString& id, int pages);

    void setPicture(int row, const LessonPicture& picture);

signals:
    void lessonsChanged();
    void nextChanged();

private:
    [[nodiscard]] int next() const;

    std::vector<Lesson> m_lessons;
    std::vector<int> m_pagesDone;
    std::vector<LessonPicture> m_pictures;
};

} // namespace bindlab
