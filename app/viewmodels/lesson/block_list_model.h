#pragma once

#include "lesson/player.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bindlab {

/// The blocks of the open page down to its first open act.
class BlockListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the LessonViewModel")

public:
    enum State { Open, Done, NotSure, Skipped };
    Q_ENUM(State)
    enum Role {
        IndexRole = Qt::UserRole + 1, DirectiveRole, ActRole, StateRole, HtmlRole, PlainRole, HintRole, ButtonRole, OutcomeRole, FactsRole,
        OptionTextsRole, OptionFeedbacksRole, ChosenRole, RightRole, PicksRole, WordsRole, BreaksRole
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Rows that were there keep their place, so that what has the keyboard keeps it.
    void update(const LessonSession* session);

private:
    int m_page = -1;
    const LessonSession* m_session = nullptr;
    std::vector<BlockView> m_blocks;
};

} // namespace bindlab
