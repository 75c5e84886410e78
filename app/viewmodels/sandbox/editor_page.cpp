#include "editor_page.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace bindlab {

EditorPage::EditorPage(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setOpaquePainting(false);
    connect(this, &EditorPage::changed, this, [this] { update(); });
}

void EditorPage::setEditor(EditorText* editor) {
    if (editor == m_editor)
        return;
    if (m_editor)
        disconnect(m_editor, nullptr, this, nullptr);
    m_editor = editor;
    if (m_editor) {
        for (const auto signal : {&EditorText::edited, &EditorText::cursorChanged, &EditorText::marksChanged, &EditorText::hitsChanged,
                                  &EditorText::documentChanged})
            connect(m_editor, signal, this, [this] { update(); });
    }
    emit changed();
}

void EditorPage::setFont(const QFont& font) {
    if (font != m_font) {
        m_font = font;
        emit changed();
    }
}

void EditorPage::setNoteFont(const QFont& font) {
    if (font != m_noteFont) {
        m_noteFont = font;
        emit changed();
    }
}

void EditorPage::setGutter(qreal width) {
    if (width != m_gutter) {
        m_gutter = width;
        emit changed();
    }
}

void EditorPage::setScrollX(qreal x) {
    if (x != m_scrollX) {
        m_scrollX = x;
        emit changed();
    }
}

void EditorPage::setScrollY(qreal y) {
    if (y != m_scrollY) {
        m_scrollY = y;
        emit changed();
    }
}

QColor EditorPage::ink(const char* name) const {
    return m_editor->inks().value(QLatin1String(name)).value<QColor>();
}

QTextBlock EditorPage::firstSeen() const {
    const QTextDocument& document = *m_editor->textDocument();
    int first = 0;
    int behind = document.blockCount();
    while (first + 1 < behind) {
        const int middle = (first + behind) / 2;
        (document.documentLayout()->blockBoundingRect(document.findBlockByNumber(middle)).y() <= m_scrollY ? first : behind) = middle;
    }
    return document.findBlockByNumber(first);
}

QRectF EditorPage::rectOf(const QTextBlock& block, int column, int length) const {
    const QRectF frame = m_editor->textDocument()->documentLayout()->blockBoundingRect(block);
    qreal left = 0;
    qreal right = 0;
    if (const QTextLayout* layout = block.layout(); layout && layout->lineCount() > 0) {
        const QTextLine line = layout->lineAt(0);
        left = line.cursorToX(std::max(0, column - 1));
        right = line.cursorToX(std::min(std::max(0, column - 1) + length, block.length() - 1));
    }
    return {m_gutter - m_scrollX + left, frame.y() - m_scrollY, std::max(QFontMetricsF(m_font).horizontalAdvance(QLatin1Char('0')), right - left),
            m_editor->lineHeight()};
}

void EditorPage::paintFound(QPainter& painter) const {
    const QTextDocument& document = *m_editor->textDocument();
    for (const int at : m_editor->found()) {
        const QTextBlock block = document.findBlock(at);
        const QRectF where = rectOf(block, at - block.position() + 1, m_editor->soughtLength());
        if (where.bottom() < 0)
            continue;
        if (where.top() > height())
            break;
        painter.setPen(QPen(ink("accent"), 1));
        painter.setBrush(ink("accentFill"));
        painter.drawRoundedRect(where.adjusted(-1, 2, 1, -2), 2, 2);
    }
}

void EditorPage::paintMark(QPainter& painter, const QTextBlock& block, const LineMark& mark) const {
    const bool fails = mark.kind != DraftProblem::Kind::Warning;
    const QString text = block.text();
    const int indent = int(text.size() - text.trimmed().size() == 0 ? 0 : text.indexOf(text.trimmed().left(1)));
    const QRectF where = mark.column > 0 ? rectOf(block, mark.column, std::max(1, mark.length)) : rectOf(block, indent + 1, int(text.trimmed().size()));
    QPen dots(ink(fails ? "fails" : "bounded"), 1.5, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({1.2, 1.2});
    painter.setPen(dots);
    painter.drawLine(QPointF(where.left(), where.bottom() - 2.5), QPointF(where.right(), where.bottom() - 2.5));
}

/// Behind the line, unless the card below it says so.
void EditorPage::paintMessage(QPainter& painter, const QTextBlock& block, const LineMark& mark) const {
    if (mark.line == m_editor->roomyLine())
        return;
    const QFontMetricsF metrics(m_noteFont);
    const qreal gap = 3 * QFontMetricsF(m_font).horizontalAdvance(QLatin1Char('0'));
    const QRectF line = rectOf(block, 1, block.length() - 1);
    const QRectF where(line.right() + gap, line.top(), width() - line.right() - 2 * gap, line.height());
    if (where.width() < 4 * gap)
        return;
    painter.setFont(m_noteFont);
    painter.setPen(ink(mark.kind == DraftProblem::Kind::Warning ? "bounded" : "fails"));
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(mark.message, Qt::ElideRight, where.width()));
}

void EditorPage::paintNote(QPainter& painter, const QTextBlock& block) const {
    const QString note = EditorText::noteOf(block);
    if (note.isEmpty())
        return;
    const QRectF line = rectOf(block, 1, 0).translated(0, -m_editor->lineHeight());
    const QRectF where(line.left(), line.top(), width() - line.left() - QFontMetricsF(m_font).horizontalAdvance(QLatin1Char('0')), line.height());
    painter.setFont(m_noteFont);
    painter.setPen(ink("text3"));
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(m_noteFont).elidedText(note, Qt::ElideRight, where.width()));
}

void EditorPage::paint(QPainter* painter) {
    if (!m_editor || !m_editor->textDocument())
        return;
    const QTextDocument& document = *m_editor->textDocument();
    painter->setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(m_font);
    const qreal lineHeight = m_editor->lineHeight();
    const int current = m_editor->line();
    const auto frameOf = [&](const QTextBlock& block) { return document.documentLayout()->blockBoundingRect(block); };

    const QTextBlock currentBlock = document.findBlockByNumber(current - 1);
    if (currentBlock.isValid()) {
        const QRectF line(0, frameOf(currentBlock).y() - m_scrollY, width(), lineHeight);
        painter->fillRect(line, ink("hover"));
        // In high contrast the two surfaces are nearly the same.
        painter->fillRect(QRectF(line.topLeft(), QSizeF(3, lineHeight)), ink("accent"));
    }
    paintFound(*painter);
    for (const LineMark& mark : m_editor->marks()) {
        const QTextBlock block = document.findBlockByNumber(mark.line - 1);
        if (block.isValid() && frameOf(block).bottom() >= m_scrollY && frameOf(block).top() <= m_scrollY + height())
            paintMark(*painter, block, mark);
    }
    for (auto mark = m_editor->marks().begin(); mark != m_editor->marks().end(); ++mark) {
        const bool isFirst = std::find_if(m_editor->marks().begin(), mark, [&](const LineMark& other) { return other.line == mark->line; }) == mark;
        if (const QTextBlock block = document.findBlockByNumber(mark->line - 1); isFirst && block.isValid())
            paintMessage(*painter, block, *mark);
    }
    for (QTextBlock block = firstSeen(); block.isValid() && frameOf(block).y() - lineHeight - m_scrollY < height(); block = block.next()) {
        paintNote(*painter, block);
        const int line = block.blockNumber() + 1;
        const auto mark = std::ranges::find(m_editor->marks(), line, &LineMark::line);
        const bool fails = mark != m_editor->marks().end() && mark->kind != DraftProblem::Kind::Warning;
        QFont font = m_font;
        if (line == current)
            font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(ink(fails ? "fails" : line == current ? "text2" : "text3"));
        const QRectF where(0, frameOf(block).y() - m_scrollY, m_gutter - 2 * metrics.horizontalAdvance(QLatin1Char('0')), lineHeight);
        painter->drawText(where, Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
    }
    // Where problems are in the text as a whole, at the right edge.
    const qreal all = std::max<qreal>(1, document.blockCount());
    for (const LineMark& mark : m_editor->marks()) {
        const qreal y = std::min(height() - 3, height() * (mark.line - 1) / all);
        painter->fillRect(QRectF(width() - 8, y, 8, 3), ink(mark.kind == DraftProblem::Kind::Warning ? "bounded" : "fails"));
    }
}

} // namespace bindlab
