#pragma once

#include "state_graph_view.h"
#include "state_painter.h"
#include "state_tiles.h"

#include <QPointer>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace bindlab {

/// The graph of states as one item, however many they are: drag moves it, the wheel zooms, a click shows a state. On top
/// stands the number of each column.
class StateGraphItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_NAMED_ELEMENT(StateGraph)
    Q_PROPERTY(bindlab::StatesViewModel* states READ states WRITE setStates NOTIFY statesChanged FINAL)
    Q_PROPERTY(QVariantMap inks READ inks WRITE setInks NOTIFY inksChanged FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY inksChanged FINAL)
    Q_PROPERTY(qreal headHeight READ headHeight NOTIFY inksChanged FINAL)
    Q_PROPERTY(qreal zoom READ zoom NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool visualFocus READ visualFocus NOTIFY visualFocusChanged FINAL)
    Q_PROPERTY(QString rangeText READ rangeText NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString widestRangeText READ widestRangeText NOTIFY sceneTaken FINAL)

public:
    static constexpr qreal leastZoom = 0.01;
    static constexpr qreal mostZoom = 3;

    explicit StateGraphItem(QQuickItem* parent = nullptr);

    [[nodiscard]] StatesViewModel* states() const { return m_states; }
    void setStates(StatesViewModel* states);
    [[nodiscard]] QVariantMap inks() const { return m_inks; }
    void setInks(const QVariantMap& inks);
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);
    /// Of the band with the numbers of the columns.
    [[nodiscard]] qreal headHeight() const;
    /// Pixels to a length of the layout.
    [[nodiscard]] qreal zoom() const { return m_zoom; }
    /// "Showing steps 0 to 12 of 23."
    [[nodiscard]] QString rangeText() const;
    /// No rangeText() of this scene is wider. Who leaves room by this one does not change what is seen, and with it the text.
    [[nodiscard]] QString widestRangeText() const;
    /// It has the keyboard, and not through the pointer.
    [[nodiscard]] bool visualFocus() const { return m_visualFocus; }
    /// What is seen, in lengths of the layout.
    [[nodiscard]] QRectF seen() const;
    [[nodiscard]] const StatePainter& painter() const { return m_painter; }

    /// Around the middle.
    Q_INVOKABLE void zoomBy(qreal factor);
    Q_INVOKABLE void fit();
    /// By so many pixels.
    Q_INVOKABLE void panBy(qreal x, qreal y);
    /// A place of the layout comes to the middle.
    Q_INVOKABLE void centreOn(qreal x, qreal y);
    /// The state that is shown comes into sight.
    Q_INVOKABLE void reveal();
    /// Where a drawn node stands in this item.
    [[nodiscard]] Q_INVOKABLE QPointF placeOf(int row) const;
    /// The drawn node at a point of this item; -1: none.
    [[nodiscard]] Q_INVOKABLE int rowAt(qreal x, qreal y) const;
    /// Something is still to be drawn.
    [[nodiscard]] bool unfinished() const { return m_isUnfinished; }

    void paint(QPainter* painter) override;

signals:
    void statesChanged();
    void inksChanged();
    void viewChanged();
    void sceneTaken();
    void visualFocusChanged();
    /// A state was chosen with the pointer.
    void picked();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;

private:
    [[nodiscard]] StateGraphView view() const;
    void takeScene();
    void startView();
    void shift(const QPointF& by);
    void zoomAt(const QPointF& point, qreal zoom);
    void moved();

    QPointer<StatesViewModel> m_states;
    std::shared_ptr<const StatesScene> m_scene;
    QVariantMap m_inks;
    qreal m_textScale = 1;
    StatePainter m_painter;
    StateTiles m_tiles{m_painter};
    qreal m_zoom = 1;
    QPointF m_origin;          ///< pixels of the picture that lie left of and above the item
    bool m_isPlaced = false;   ///< the view of this scene has its beginning
    bool m_isTouched = false;  ///< somebody has moved it since
    bool m_isUnfinished = false;
    int m_hovered = -1;
    QPointF m_pressedAt;
    QPointF m_originThen;
    bool m_isDragging = false;
    bool m_visualFocus = false;
};

} // namespace bindlab
