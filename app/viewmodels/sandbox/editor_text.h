#pragma once

#include "flow_highlighter.h"
#include "text_history.h"
#include "viewmodels/shared/struct_list_model.h"
#include "viewmodels/workbench/workbench_rows.h"

#include "draft/completion.h"
#include "draft/draft.h"

#include <QAbstractItemModel>
#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QTextDocument>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace bindlab {

/// A mark on a line of the text that is shown.
struct LineMark {
    int line = 0;      ///< from 1
    int column = 0;    ///< from 1, in letters; 0: the line as a whole
    int length = 0;
    DraftProblem::Kind kind = DraftProblem::Kind::Error;
    QString message;
    bool operator==(const LineMark&) const = default;
};

/// A remark above a line of the text that is shown.
struct LineNote {
    int line = 0;      ///< from 1
    QString text;
};

/// The text of the editor's tab: joins the TextEdit that shows it with its history, colours it, and says what stands where.
class EditorText : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the SandboxViewModel")
    Q_PROPERTY(QQuickTextDocument* document READ document WRITE setDocument NOTIFY documentChanged FINAL)
    Q_PROPERTY(QVariantMap inks READ inks WRITE setInks NOTIFY documentChanged FINAL)
    Q_PROPERTY(qreal lineHeight READ lineHeight WRITE setLineHeight NOTIFY documentChanged FINAL)
    Q_PROPERTY(qreal roomAbove READ roomAbove NOTIFY marksChanged FINAL)
    Q_PROPERTY(int cursor READ cursor WRITE setCursor NOTIFY cursorChanged FINAL)
    Q_PROPERTY(int line READ line NOTIFY cursorChanged FINAL)
    Q_PROPERTY(int column READ column NOTIFY cursorChanged FINAL)
    Q_PROPERTY(int lines READ lines NOTIFY edited FINAL)
    Q_PROPERTY(int longest READ longest NOTIFY edited FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY edited FINAL)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY edited FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY edited FINAL)
    Q_PROPERTY(QString redoText READ redoText NOTIFY edited FINAL)
    Q_PROPERTY(QAbstractItemModel* completions READ completions CONSTANT FINAL)
    Q_PROPERTY(int hits READ hits NOTIFY hitsChanged FINAL)

public:
    explicit EditorText(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QQuickTextDocument* document() const { return m_quickDocument; }
    void setDocument(QQuickTextDocument* document);
    [[nodiscard]] QTextDocument* textDocument() const { return m_document; }
    [[nodiscard]] const QVariantMap& inks() const { return m_inks; }
    void setInks(const QVariantMap& inks);
    /// From line to line, in pixels.
    [[nodiscard]] qreal lineHeight() const { return m_lineHeight; }
    void setLineHeight(qreal height);

    /// Shows another text; null shows none.
    void show(TextHistory* history);
    [[nodiscard]] TextHistory* history() const { return m_history; }
    /// What completions are looked for in.
    void setFlows(std::shared_ptr<const Library> library);

    /// Position of the cursor in the text, in letters.
    [[nodiscard]] int cursor() const { return m_cursor; }
    void setCursor(int cursor);
    [[nodiscard]] int line() const;
    [[nodiscard]] int column() const;
    [[nodiscard]] int lines() const { return m_document ? m_document->blockCount() : 0; }
    /// Letters of the longest line.
    [[nodiscard]] int longest() const;
    [[nodiscard]] bool canUndo() const { return m_history && m_history->stack().canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history && m_history->stack().canRedo(); }
    [[nodiscard]] QString undoText() const { return m_history ? m_history->stack().undoText() : QString(); }
    [[nodiscard]] QString redoText() const { return m_history ? m_history->stack().redoText() : QString(); }
    [[nodiscard]] QAbstractItemModel* completions() { return &m_completions; }

    void setMarks(std::vector<LineMark> marks);
    [[nodiscard]] const std::vector<LineMark>& marks() const { return m_marks; }
    /// Makes room for them above their lines, with which they move from then on.
    void setNotes(const std::vector<LineNote>& notes);
    /// What the remark on the first line takes; a document has no margin above that.
    [[nodiscard]] qreal roomAbove() const { return m_document && m_document->begin().userData() ? m_lineHeight : 0; }
    /// What is remarked above a line; empty mostly.
    [[nodiscard]] static QString noteOf(const QTextBlock& block);
    /// The line that something is shown below; 0: none.
    [[nodiscard]] int roomyLine() const { return m_roomyLine; }
    /// Where the sought words stand, as positions; `soughtLength` letters each.
    [[nodiscard]] const std::vector<int>& found() const { return m_found; }
    [[nodiscard]] int soughtLength() const { return int(m_sought.size()); }
    [[nodiscard]] int hits() const { return int(m_found.size()); }

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    /// Where a line begins; past the end, where the text ends.
    [[nodiscard]] Q_INVOKABLE int positionOf(int line, int column = 1) const;
    /// Puts the cursor at the beginning of a line.
    Q_INVOKABLE void goTo(int line) { emit moveTo(positionOf(line)); }
    /// Top of a line in the text's own coordinates, and its height without what stands below it.
    [[nodiscard]] Q_INVOKABLE qreal topOf(int line) const;
    /// Leaves room below a line for what is shown there; line 0: nowhere.
    Q_INVOKABLE void leaveRoom(int line, qreal height);
    /// Marks what is sought; answers the position of the first at or behind (before) the cursor, -1 when there is none.
    Q_INVOKABLE int find(const QString& words, bool forward, bool again);
    /// Puts words in place of those found at the cursor, or of all.
    Q_INVOKABLE void replaceFound(const QString& by, bool all);
    /// Looks for what the word at the cursor may become. With `asked` also where nothing has been typed.
    Q_INVOKABLE void complete(bool asked);
    Q_INVOKABLE void takeCompletion(int row);
    Q_INVOKABLE void endCompletion();
    /// A line end with the indentation of the line before; deeper behind '{'.
    Q_INVOKABLE void breakLine();
    /// Four blanks more or less in front of every line of the selection.
    Q_INVOKABLE void indent(int from, int to, bool more);
    /// Makes the lines of the selection comments, or takes that back.
    Q_INVOKABLE void toggleComment(int from, int to);

signals:
    void documentChanged();
    void cursorChanged();
    /// The text is another, or another text is shown.
    void edited();
    void marksChanged();
    void hitsChanged();
    /// Where the cursor is to go.
    void moveTo(int position);

private:
    void onContentsChange();
    void takeOver();
    void format();
    void giveRooms();
    void setText(const QString& text);
    void changeLines(int from, int to, const QString& title, const std::function<QString(const QString&)>& change);
    void seek();

    QPointer<QQuickTextDocument> m_quickDocument;
    QPointer<QTextDocument> m_document;         ///< goes with the TextEdit that shows it
    QPointer<FlowHighlighter> m_highlighter;    ///< belongs to the document
    QPointer<TextHistory> m_history;
    std::shared_ptr<const Library> m_library;
    QVariantMap m_inks;
    qreal m_lineHeight = 0;
    int m_cursor = 0;
    bool m_writing = false;   ///< the change of the document comes from here
    std::vector<LineMark> m_marks;
    int m_roomyLine = 0;
    qreal m_room = 0;         ///< below it, in pixels
    QString m_sought;
    std::vector<int> m_found;
    Completions m_offered;
    bool m_completes = false;   ///< names are wanted at the cursor, though there may be none yet
    StructListModel<NamedRow> m_completions;
};

} // namespace bindlab
