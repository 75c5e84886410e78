#include "state_glyph_item.h"

#include <algorithm>

namespace bindlab {

StateGlyphItem::StateGlyphItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &StateGlyphItem::changed, this, [this] { update(); });
}

void StateGlyphItem::setInks(const QVariantMap& inks)
{
    m_inks = inks;
    m_painter.setInks(inks);
    emit changed();
}

void StateGlyphItem::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    m_painter.look(*painter, QPointF(width() / 2, height() / 2), std::min(width(), height()) / 2 * 0.64, m_look);
}

} // namespace bindlab
