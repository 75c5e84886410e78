#pragma once

#include "key_table.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace bindlab {

/// The table of actions with their keys, group by group.
class ActionListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, GroupRole, FirstOfGroupRole, KeysRole, KeysTextRole, ActiveRole, ChangedRole, FixedRole };
    enum class Rows { WithKeys, All };

    /// `active` says whether an action can be done now. `keys` outlives the list.
    ActionListModel(const KeyTable& keys, Rows rows, std::function<bool(const Action&)> active, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_rows.size()); }

    /// Only actions for which `shows` holds, told their title, group and keys.
    void setFilter(std::function<bool(const QString&)> shows);
    /// Asks again what can be done now, and which keys do it.
    Q_INVOKABLE void refresh();

signals:
    void countChanged();

private:
    [[nodiscard]] std::vector<const Action*> wanted() const;

    const KeyTable& m_keys;
    Rows m_which;
    std::function<bool(const Action&)> m_active;
    std::function<bool(const QString&)> m_shows;
    std::vector<const Action*> m_rows;
};

} // namespace bindlab
