#include "editor_text.h"

#include <QAbstractTextDocumentLayout>
#include <QQuickItem>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace bindlab {

namespace {

constexpr int indentWidth = 4;

/// It goes with its line, whatever is typed above it.
struct NoteData : QTextBlockUserData {
    explicit NoteData(QString note) : text(std::move(note)) {}
    QString text;
};

/// Column in bytes, as the model counts, of a column in letters.
int byteColumn(const QString& line, int column) {
    return int(line.left(column - 1).toUtf8().size()) + 1;
}

} // namespace

void EditorText::setDocument(QQuickTextDocument* document) {
    if (document == m_quickDocument)
        return;
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_quickDocument = document;
    m_document = document ? document->textDocument() : nullptr;
    m_highlighter = nullptr;
    if (m_document) {
        // Only what is in sight is put into the scene; a TextEdit does that by itself only for a text set as its property.
        if (auto* item = qobject_cast<QQuickItem*>(document->parent()))
            item->setFlag(QQuickItem::ItemObservesViewport);
        m_document->setUndoRedoEnabled(false);   // the history does that, for whatever changes the text
        m_highlighter = new FlowHighlighter(m_document.data());
        m_highlighter->setInks(m_inks);
        connect(m_document, &QTextDocument::contentsChange, this, &EditorText::onContentsChange);
        takeOver();
    }
    emit documentChanged();
}

void EditorText::setInks(const QVariantMap& inks) {
    m_inks = inks;
    if (m_highlighter) {
        m_writing = true;
        m_highlighter->setInks(inks);
        m_writing = false;
    }
    emit documentChanged();
}

void EditorText::setLineHeight(qreal height) {
    if (height == m_lineHeight)
        return;
    m_lineHeight = height;
    format();
    emit documentChanged();
}

void EditorText::show(TextHistory* history) {
    if (history == m_history)
        return;
    if (m_history)
        disconnect(m_history, nullptr, this, nullptr);
    m_history = history;
    if (m_history)
        connect(m_history, &TextHistory::changed, this, [this] {
            setText(m_history->text());
            emit edited();
        });
    takeOver();
}

void EditorText::takeOver() {
    m_marks.clear();
    m_roomyLine = 0;
    setNotes({});
    endCompletion();
    setText(m_history ? m_history->text() : QString());
    format();
    emit marksChanged();
    emit edited();
}

/// All lines are as high, so that lines and their numbers stay beside each other whatever font falls in.
void EditorText::format() {
    if (!m_document || m_lineHeight <= 0)
        return;
    m_writing = true;
    QTextCursor cursor(m_document);
    cursor.select(QTextCursor::Document);
    QTextBlockFormat block;
    block.setLineHeight(m_lineHeight, QTextBlockFormat::FixedHeight);
    cursor.mergeBlockFormat(block);
    m_writing = false;
}

void EditorText::setText(const QString& text) {
    if (!m_document)
        return;
    const QString shown = m_document->toPlainText();
    if (shown == text)
        return;
    const TextDifference change = differenceOf(shown, text);
    m_writing = true;
    QTextCursor cursor(m_document);
    cursor.setPosition(int(change.position));
    cursor.setPosition(int(change.position + change.removed.size()), QTextCursor::KeepAnchor);
    cursor.insertText(change.inserted);
    m_writing = false;
    giveRooms();
    seek();
}

void EditorText::onContentsChange() {
    if (m_writing || !m_history || !m_document)
        return;
    const QString text = m_document->toPlainText();
    if (text == m_history->text())
        return;   // only how it looks has changed
    const TextDifference change = differenceOf(m_history->text(), text);
    m_history->type(text, int(change.position + change.inserted.size()));
    seek();
}

void EditorText::setCursor(int cursor) {
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    emit cursorChanged();
}

int EditorText::line() const {
    return m_document ? m_document->findBlock(std::min(m_cursor, m_document->characterCount() - 1)).blockNumber() + 1 : 1;
}

int EditorText::column() const {
    return m_document ? m_cursor - m_document->findBlock(std::min(m_cursor, m_document->characterCount() - 1)).position() + 1 : 1;
}

int EditorText::longest() const {
    int most = 0;
    for (QTextBlock block = m_document ? m_document->begin() : QTextBlock(); block.isValid(); block = block.next())
        most = std::max(most, block.length());
    return most;
}

int EditorText::positionOf(int line, int column) const {
    if (!m_document)
        return 0;
    const QTextBlock block = m_document->findBlockByNumber(line - 1);
    return block.isValid() ? block.position() + std::clamp(column - 1, 0, block.length() - 1) : m_document->characterCount() - 1;
}

qreal EditorText::topOf(int line) const {
    const QTextBlock block = m_document ? m_document->findBlockByNumber(line - 1) : QTextBlock();
    return block.isValid() ? m_document->documentLayout()->blockBoundingRect(block).y() : 0;
}

void EditorText::leaveRoom(int line, qreal height) {
    m_roomyLine = line;
    m_room = height;
    giveRooms();
    emit marksChanged();
}

void EditorText::setNotes(const std::vector<LineNote>& notes) {
    if (!m_document)
        return;
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        const auto note = std::ranges::find(notes, block.blockNumber() + 1, &LineNote::line);
        block.setUserData(note == notes.end() ? nullptr : new NoteData(note->text));
    }
    giveRooms();
    emit marksChanged();
}

QString EditorText::noteOf(const QTextBlock& block) {
    const auto* note = dynamic_cast<const NoteData*>(block.userData());
    return note ? note->text : QString();
}

/// A line that is broken takes its rooms along to both halves, so all of them are looked at.
void EditorText::giveRooms() {
    if (!m_document)
        return;
    const bool wasWriting = std::exchange(m_writing, true);
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        const qreal above = block.userData() ? m_lineHeight : 0;
        // Of two rooms that meet, Qt leaves the larger.
        const qreal below = block.blockNumber() + 1 == m_roomyLine ? m_room + (block.next().userData() ? m_lineHeight : 0) : 0;
        const QTextBlockFormat before = block.blockFormat();
        if (before.topMargin() == above && before.bottomMargin() == below)
            continue;
        QTextBlockFormat format;
        format.setTopMargin(above);
        format.setBottomMargin(below);
        QTextCursor(block).mergeBlockFormat(format);
    }
    m_writing = wasWriting;
}

void EditorText::setFlows(std::shared_ptr<const Library> library) {
    m_library = std::move(library);
    if (m_completes)   // what was typed meanwhile is known now
        complete(true);
}

void EditorText::setMarks(std::vector<LineMark> marks) {
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    emit marksChanged();
}

void EditorText::undo() {
    if (!canUndo())
        return;
    m_history->stack().undo();
    emit moveTo(m_history->cursor());
}

void EditorText::redo() {
    if (!canRedo())
        return;
    m_history->stack().redo();
    emit moveTo(m_history->cursor());
}

void EditorText::seek() {
    m_found.clear();
    if (!m_sought.isEmpty() && m_document) {
        const QString text = m_document->toPlainText();
        for (qsizetype at = text.indexOf(m_sought, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(m_sought, at + m_sought.size(), Qt::CaseInsensitive))
            m_found.push_back(int(at));
    }
    emit hitsChanged();
}

int EditorText::find(const QString& words, bool forward, bool again) {
    m_sought = words;
    seek();
    if (m_found.empty())
        return -1;
    if (forward) {
        const auto next = std::ranges::lower_bound(m_found, again ? m_cursor + 1 : m_cursor);
        return next == m_found.end() ? m_found.front() : *next;
    }
    const auto next = std::ranges::lower_bound(m_found, m_cursor);
    return next == m_found.begin() ? m_found.back() : *(next - 1);
}

void EditorText::replaceFound(const QString& by, bool all) {
    if (!m_history || m_found.empty())
        return;
    QString text = m_history->text();
    for (auto at = m_found.rbegin(); at != m_found.rend(); ++at) {
        if (all || *at == m_cursor)
            text.replace(*at, m_sought.size(), by);
    }
    m_history->replace(text, all ? tr("Replace all") : tr("Replace"));
    emit moveTo(m_history->cursor());
}

void EditorText::complete(bool asked) {
    if (!m_history || !m_document || !m_library)
        return;
    const QString before = m_document->findBlockByNumber(line() - 1).text().left(column() - 1);
    const QChar last = before.isEmpty() ? QChar() : before.back();
    if (!asked && !(last.isLetter() || last == QLatin1Char('_') || last == QLatin1Char('.'))) {
        endCompletion();
        return;
    }
    m_completes = true;
    m_offered = completionsAt(*m_library, m_history->text().toStdString(), line(), byteColumn(before, column()));
    std::vector<NamedRow> rows;
    for (const Completion& one : m_offered.names)
        rows.push_back({QString::fromStdString(one.name), QString::fromStdString(one.name), QString::fromStdString(one.what), rows.empty()});
    m_completions.assign(std::move(rows));
}

void EditorText::takeCompletion(int row) {
    if (!m_history || row < 0 || row >= m_completions.rowCount())
        return;
    const QString name = m_completions.rows()[std::size_t(row)].key;
    const QString typed = m_document->findBlockByNumber(line() - 1).text().left(column() - 1);
    const int begin = m_cursor - (column() - 1) + int(QString::fromUtf8(typed.toUtf8().left(m_offered.begin - 1)).size());
    QString text = m_history->text();
    text.replace(begin, m_cursor - begin, name);
    endCompletion();
    m_history->replace(text, tr("Complete %1").arg(name));
    emit moveTo(begin + int(name.size()));
}

void EditorText::endCompletion() {
    m_completes = false;
    m_completions.assign({});
}

void EditorText::breakLine() {
    if (!m_history)
        return;
    const QString before = m_document->findBlockByNumber(line() - 1).text().left(column() - 1);
    qsizetype blanks = 0;
    while (blanks < before.size() && before[blanks] == QLatin1Char(' '))
        ++blanks;
    if (before.trimmed().endsWith(QLatin1Char('{')))
        blanks += indentWidth;
    const int at = m_cursor;
    QString text = m_history->text();
    text.insert(at, QLatin1Char('\n') + QString(blanks, QLatin1Char(' ')));
    m_history->replace(text, tr("New line"));
    emit moveTo(at + 1 + int(blanks));
}

void EditorText::changeLines(int from, int to, const QString& title, const std::function<QString(const QString&)>& change) {
    if (!m_history)
        return;
    const int first = m_document->findBlock(std::min(from, to)).blockNumber();
    const int last = m_document->findBlock(std::max(from, to)).blockNumber();
    QStringList all = m_history->text().split(QLatin1Char('\n'));
    for (int line = first; line <= last && line < all.size(); ++line)
        all[line] = change(all[line]);
    m_history->replace(all.join(QLatin1Char('\n')), title);
    emit moveTo(m_history->cursor());
}

void EditorText::indent(int from, int to, bool more) {
    changeLines(from, to, more ? tr("Indent") : tr("Indent less"), [more](const QString& line) {
        if (more)
            return line.isEmpty() ? line : QString(indentWidth, QLatin1Char(' ')) + line;
        qsizetype blanks = 0;
        while (blanks < std::min<qsizetype>(indentWidth, line.size()) && line[blanks] == QLatin1Char(' '))
            ++blanks;
        return line.mid(blanks);
    });
}

void EditorText::toggleComment(int from, int to) {
    changeLines(from, to, tr("Comment"), [](const QString& line) {
        const QString trimmed = line.trimmed();
        const qsizetype indent = line.indexOf(trimmed.left(1));
        if (trimmed.isEmpty())
            return line;
        if (!trimmed.startsWith(QLatin1String("//")))
            return line.left(indent) + QStringLiteral("// ") + line.mid(indent);
        return line.left(indent) + (trimmed.startsWith(QLatin1String("// ")) ? line.mid(indent + 3) : line.mid(indent + 2));
    });
}

} // namespace bindlab
