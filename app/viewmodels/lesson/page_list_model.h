#pragma once

#include "lesson/player.h"

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bindlab {

/// One page of the open lesson, as the list of steps shows it.
class PageListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the LessonViewModel")

public:
    enum State { Ahead, Done };
    Q_ENUM(State)
    enum Role { TitleRole = Qt::UserRole + 1, StateRole, CurrentRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Takes over what the session says now.
    void update(const LessonSession* session);

private:
    struct Row {
        QString title;
        State state = Ahead;
        bool current = false;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> m_rows;
};

} // namespace bindlab
