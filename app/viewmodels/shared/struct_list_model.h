#pragma once

#include <QAbstractListModel>
#include <QMetaProperty>

#include <algorithm>
#include <vector>

namespace bindlab {

/// A list of plain structs as a Qt model. T is a gadget with ==; each of its properties is a role of the same name.
/// Rows keep their place: assign() reports only what differs, so that a delegate lives as long as its row.
template <typename T>
class StructListModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const int property = role - firstRole;
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || property < 0
            || property >= T::staticMetaObject.propertyCount())
            return {};
        return T::staticMetaObject.property(property).readOnGadget(&m_rows[std::size_t(index.row())]);
    }

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override {
        QHash<int, QByteArray> names;
        for (int i = 0; i < T::staticMetaObject.propertyCount(); ++i)
            names.insert(firstRole + i, T::staticMetaObject.property(i).name());
        return names;
    }

    [[nodiscard]] const std::vector<T>& rows() const { return m_rows; }

    void assign(std::vector<T> rows) {
        const int before = int(m_rows.size());
        const int after = int(rows.size());
        const int kept = std::min(before, after);
        if (after < before) {
            beginRemoveRows({}, after, before - 1);
            m_rows.resize(std::size_t(after));
            endRemoveRows();
        }
        for (int row = 0; row < kept; ++row) {
            T& old = m_rows[std::size_t(row)];
            T& fresh = rows[std::size_t(row)];
            if (old == fresh)
                continue;
            QList<int> roles;
            for (int i = 0; i < T::staticMetaObject.propertyCount(); ++i) {
                const QMetaProperty property = T::staticMetaObject.property(i);
                if (property.readOnGadget(&old) != property.readOnGadget(&fresh))
                    roles.append(firstRole + i);
            }
            old = std::move(fresh);
            emit dataChanged(index(row), index(row), roles);
        }
        if (after > before) {
            beginInsertRows({}, before, after - 1);
            std::move(rows.begin() + before, rows.end(), std::back_inserter(m_rows));
            endInsertRows();
        }
    }

private:
    static constexpr int firstRole = Qt::UserRole + 1;

    std::vector<T> m_rows;
};

} // namespace bindlab
