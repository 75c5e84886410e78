#pragma once

#include "editor_text.h"

#include <QFont>
#include <QPointer>
#include <QQuickPaintedItem>

namespace bindlab {

/// The paper below the editor's text: line numbers, the current line, marks of problems and of what was found, remarks. It is as large as
/// what is seen of the text; one item, whatever the text's length.
class EditorPage : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bindlab::EditorText* editor READ editor WRITE setEditor NOTIFY changed FINAL)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY changed FINAL)
    Q_PROPERTY(QFont noteFont READ noteFont WRITE setNoteFont NOTIFY changed FINAL)
    Q_PROPERTY(qreal gutter READ gutter WRITE setGutter NOTIFY changed FINAL)
    Q_PROPERTY(qreal scrollX READ scrollX WRITE setScrollX NOTIFY changed FINAL)
    Q_PROPERTY(qreal scrollY READ scrollY WRITE setScrollY NOTIFY changed FINAL)

public:
    explicit EditorPage(QQuickItem* parent = nullptr);

    [[nodiscard]] EditorText* editor() const { return m_editor; }
    void setEditor(EditorText* editor);
    [[nodiscard]] const QFont& font() const { return m_font; }
    void setFont(const QFont& font);
    /// Of what is said above and behind lines.
    [[nodiscard]] const QFont& noteFont() const { return m_noteFont; }
    void setNoteFont(const QFont& font);
    /// Width of the line numbers; the text begins behind it.
    [[nodiscard]] qreal gutter() const { return m_gutter; }
    void setGutter(qreal width);
    /// How far the text is scrolled, in pixels.
    [[nodiscard]] qreal scrollX() const { return m_scrollX; }
    void setScrollX(qreal x);
    [[nodiscard]] qreal scrollY() const { return m_scrollY; }
    void setScrollY(qreal y);

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    [[nodiscard]] QColor ink(const char* name) const;
    /// Of letters of a line, in item coordinates.
    [[nodiscard]] QRectF rectOf(const QTextBlock& block, int column, int length) const;
    [[nodiscard]] QTextBlock firstSeen() const;
    void paintFound(QPainter& painter) const;
    void paintMark(QPainter& painter, const QTextBlock& block, const LineMark& mark) const;
    void paintMessage(QPainter& painter, const QTextBlock& block, const LineMark& mark) const;
    void paintNote(QPainter& painter, const QTextBlock& block) const;

    QPointer<EditorText> m_editor;
    QFont m_font;
    QFont m_noteFont;
    qreal m_gutter = 0;
    qreal m_scrollX = 0;
    qreal m_scrollY = 0;
};

} // namespace bindlab
