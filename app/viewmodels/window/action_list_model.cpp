#include "action_list_model.h"

#include <algorithm>

namespace bindlab {

ActionListModel::ActionListModel(const KeyTable& keys, Rows rows, std::function<bool(const Action&)> active, QObject* parent)
    : QAbstractListModel(parent), m_keys(keys), m_which(rows), m_active(std::move(active)), m_rows(wanted()) {}

std::vector<const Action*> ActionListModel::wanted() const {
    std::vector<const Action*> rows;
    for (const Action& action : m_keys.actions()) {
        const bool keyed = m_which == Rows::All || !action.keys.isEmpty();
        if (keyed && (!m_shows || m_shows(action.title + QLatin1Char(' ') + action.group + QLatin1Char(' ') + keyTexts(action).join(QLatin1Char(' ')))))
            rows.push_back(&action);
    }
    // It is shown by group, so the groups must not be torn apart.
    std::ranges::stable_sort(rows, {}, [this](const Action* action) {
        return std::ranges::find(m_keys.actions(), action->group, &Action::group) - m_keys.actions().begin();
    });
    return rows;
}

int ActionListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ActionListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Action& action = *m_rows[std::size_t(index.row())];
    switch (role) {
    case IdRole: return action.id;
    case Qt::DisplayRole:
    case TitleRole: return action.title;
    case GroupRole: return action.group;
    case FirstOfGroupRole: return index.row() == 0 || m_rows[std::size_t(index.row()) - 1]->group != action.group;
    case KeysTextRole: return data(index, KeysRole).toStringList().join(QStringLiteral(", "));
    case KeysRole: return keyTexts(action);
    case ActiveRole: return m_active(action);
    case ChangedRole: return m_keys.changed(action);
    case FixedRole: return action.fixed;
    default: return {};
    }
}

QHash<int, QByteArray> ActionListModel::roleNames() const {
    return {{IdRole, "actionId"}, {TitleRole, "title"}, {GroupRole, "group"}, {FirstOfGroupRole, "firstOfGroup"}, {KeysRole, "keys"},
            {KeysTextRole, "keysText"}, {ActiveRole, "active"}, {ChangedRole, "changed"}, {FixedRole, "fixed"}};
}

void ActionListModel::setFilter(std::function<bool(const QString&)> shows) {
    m_shows = std::move(shows);
    refresh();
}

void ActionListModel::refresh() {
    std::vector<const Action*> rows = wanted();
    if (rows == m_rows) {
        // The rows stay, so that the keyboard stays in the one that was changed.
        if (!m_rows.empty())
            emit dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
}

} // namespace bindlab
