#pragma once

#include "viewmodels/states/states_view_model.h"

#include <QPointF>
#include <QSizeF>

#include <utility>

namespace bindlab {

/// What of the graph is seen, and how large.
struct StateGraphView {
    const StatesViewModel* states = nullptr;
    const StatesScene* scene = nullptr;
    QSizeF size;             ///< of the item
    QPointF origin;          ///< pixels of the picture that lie left of and above the item
    qreal zoom = 1;          ///< pixels to a length of the layout
    qreal textScale = 1;
    int hovered = -1;        ///< drawn node under the pointer

    [[nodiscard]] int px(qreal length) const { return qRound(length * textScale); }
    [[nodiscard]] bool isFree() const { return scene->arrangement == StatesScene::Arrangement::Free; }
    /// Of the band with the numbers of the columns.
    [[nodiscard]] qreal headHeight() const { return scene != nullptr && !isFree() ? px(33) : 0; }
    /// Where a drawn node stands in the item.
    [[nodiscard]] QPointF placed(std::uint32_t row) const;
    /// The first and the last.
    [[nodiscard]] std::pair<int, int> columnsSeen() const;
};

} // namespace bindlab
