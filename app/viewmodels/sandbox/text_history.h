#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace bindlab {

/// A text and how it came to be: every change of it can be taken back, whoever made it.
class TextHistory : public QObject {
    Q_OBJECT

public:
    explicit TextHistory(const QString& text, QObject* parent = nullptr) : QObject(parent), m_text(text) {}

    [[nodiscard]] const QString& text() const { return m_text; }
    /// Where the cursor belongs after the last change, an undone one included.
    [[nodiscard]] int cursor() const { return m_cursor; }
    [[nodiscard]] QUndoStack& stack() { return m_stack; }

    /// Letters that are typed one behind the other are one change.
    void type(const QString& text, int cursor);
    /// A change by something else than the keyboard, as the undo list calls it. Those that follow each other with one `key` are one.
    void replace(const QString& text, const QString& title, const QString& key = {});

signals:
    void changed();

private:
    friend class TextChange;
    void set(const QString& text, int cursor);

    QString m_text;
    int m_cursor = 0;
    QUndoStack m_stack;
};

/// What differs between two texts: at `position`, `removed` became `inserted`.
struct TextDifference {
    qsizetype position = 0;
    QString removed;
    QString inserted;
};
[[nodiscard]] TextDifference differenceOf(const QString& before, const QString& after);

} // namespace bindlab
