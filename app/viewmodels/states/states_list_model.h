#pragma once

#include "states_scene.h"

#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <memory>

namespace bindlab {

/// The nodes that are drawn, as lines; what a line says is made when it is asked for.
class StatesListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NodeRole = Qt::UserRole + 1, DepthRole, LookRole, BrokenRole, NextRole, SpokenRole };

    using QAbstractListModel::QAbstractListModel;
    void show(std::shared_ptr<const ExploredStates> explored, std::shared_ptr<const StatesScene> scene);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] QString brokenText(std::uint32_t node) const;
    [[nodiscard]] QString nextText(std::uint32_t node) const;

    std::shared_ptr<const ExploredStates> m_explored;
    std::shared_ptr<const StatesScene> m_scene;
};
} // namespace bindlab
