#pragma once

#include "state_painter.h"

#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace bindlab {

/// A kind of node, as it stands in the graph: for legends and lists.
class StateGlyphItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_NAMED_ELEMENT(StateGlyph)
    Q_PROPERTY(int look MEMBER m_look NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap inks READ inks WRITE setInks NOTIFY changed FINAL)

public:
    explicit StateGlyphItem(QQuickItem* parent = nullptr);

    [[nodiscard]] QVariantMap inks() const { return m_inks; }
    void setInks(const QVariantMap& inks);
    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    int m_look = looks::Plain;
    QVariantMap m_inks;
    StatePainter m_painter;
};

} // namespace bindlab
