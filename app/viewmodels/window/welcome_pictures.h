#pragma once

#include "flow/library.h"
#include "lesson/lesson.h"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bindlab {

/// One box of the drawing of a run: what happened, and in which of the five lanes.
struct StoryBox {
    int lane = 0;          ///< 0 guest, 1 VMM, 2 host kernel, 3 TSM, 4 device
    int column = 0;        ///< from 0, left to right
    QString label;
    bool name = false;     ///< the label is a name from the specification or the kernel
    bool operator==(const StoryBox&) const = default;
};

/// The lane a component is drawn in.
[[nodiscard]] int laneOf(const std::string& component);

/// The main steps of the first call of a run in which the first ready thread always goes on: the call, its first lock, what
/// machines do, up to the moment the device runs or the call ends. Empty when the selection does not compile.
[[nodiscard]] std::vector<StoryBox> tellStory(const Library& library, const Selection& selection);

/// What stands for a lesson on its card, found by the checker in what the lesson starts with, or else in what it has checked: the
/// shortest failing run in which threads meet, or else the shortest of all. Where nothing breaks, a run without a failure.
struct LessonPicture {
    Q_GADGET
    QML_VALUE_TYPE(lessonPicture)
    Q_PROPERTY(QString from MEMBER from FINAL)
    Q_PROPERTY(QString to MEMBER to FINAL)
    Q_PROPERTY(QString field MEMBER field FINAL)
    Q_PROPERTY(bool fails MEMBER fails FINAL)
    Q_PROPERTY(QList<int> threads MEMBER threads FINAL)
    Q_PROPERTY(QStringList calls MEMBER calls FINAL)
    Q_PROPERTY(QString outcome MEMBER outcome FINAL)

public:
    QString from;            ///< object with a pointer that dangles at the end of that run, or empty
    QString to;              ///< what it names, freed
    QString field;
    bool fails = false;      ///< the last step breaks something
    QList<int> threads;      ///< which thread goes at each step of that run, from 0
    QStringList calls;       ///< by thread, the call it makes; empty: none
    QString outcome;         ///< what is broken, or how far the device came
    bool operator==(const LessonPicture&) const = default;
};

[[nodiscard]] LessonPicture pictureOf(const Library& library, const Lesson& lesson);

/// The boxes of a story, first to last.
class StoryListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(int count READ count NOTIFY storyChanged FINAL)
    Q_PROPERTY(int columns READ columns NOTIFY storyChanged FINAL)

public:
    enum Role { LaneRole = Qt::UserRole + 1, ColumnRole, LabelRole, NameRole, FromLaneRole, FromColumnRole, LastRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_boxes.size()); }
    [[nodiscard]] int columns() const;
    void setStory(std::vector<StoryBox> boxes);

signals:
    void storyChanged();

private:
    std::vector<StoryBox> m_boxes;
};

} // namespace bindlab
