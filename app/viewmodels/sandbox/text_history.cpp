#include "text_history.h"

#include <QUndoCommand>

#include <algorithm>

namespace bindlab {

TextDifference differenceOf(const QString& before, const QString& after) {
    const qsizetype shorter = std::min(before.size(), after.size());
    const qsizetype prefix = std::mismatch(before.cbegin(), before.cbegin() + shorter, after.cbegin()).first - before.cbegin();
    const qsizetype rest = shorter - prefix;
    const qsizetype suffix = std::mismatch(before.crbegin(), before.crbegin() + rest, after.crbegin()).first - before.crbegin();
    return {prefix, before.mid(prefix, before.size() - prefix - suffix), after.mid(prefix, after.size() - prefix - suffix)};
}

/// One change of a text, both ways.
class TextChange : public QUndoCommand {
public:
    TextChange(TextHistory& history, TextDifference change, int cursor, const QString& title, const QString& key, bool typed)
        : QUndoCommand(title), m_history(history), m_change(std::move(change)), m_cursor(cursor), m_key(key), m_typed(typed) {}

    int id() const override { return m_typed ? 1 : m_key.isEmpty() ? -1 : 2; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto& next = static_cast<const TextChange&>(*other);
        if (m_typed) {
            const TextDifference& more = next.m_change;
            const bool follows = more.removed.isEmpty() && m_change.removed.isEmpty() && more.position == m_change.position + m_change.inserted.size();
            const bool sameLine = more.inserted.size() == 1 && !more.inserted.contains(QLatin1Char('\n')) && !m_change.inserted.endsWith(QLatin1Char('\n'));
            if (!follows || !sameLine)
                return false;
            m_change.inserted += more.inserted;
        } else {
            if (next.m_key != m_key)
                return false;
            const QString& after = m_history.text();   // the later change has been made
            QString between = after;
            between.replace(next.m_change.position, next.m_change.inserted.size(), next.m_change.removed);
            QString before = between;
            before.replace(m_change.position, m_change.inserted.size(), m_change.removed);
            m_change = differenceOf(before, after);
        }
        m_cursor = next.m_cursor;
        return true;
    }

    void undo() override {
        QString text = m_history.text();
        text.replace(m_change.position, m_change.inserted.size(), m_change.removed);
        m_history.set(text, int(m_change.position + m_change.removed.size()));
    }

    void redo() override {
        QString text = m_history.text();
        text.replace(m_change.position, m_change.removed.size(), m_change.inserted);
        m_history.set(text, m_cursor);
    }

private:
    TextHistory& m_history;
    TextDifference m_change;
    int m_cursor;
    QString m_key;
    bool m_typed;
};

void TextHistory::type(const QString& text, int cursor) {
    if (text != m_text)
        m_stack.push(new TextChange(*this, differenceOf(m_text, text), cursor, tr("Typing"), {}, true));
}

void TextHistory::replace(const QString& text, const QString& title, const QString& key) {
    if (text == m_text)
        return;
    const TextDifference change = differenceOf(m_text, text);
    m_stack.push(new TextChange(*this, change, int(change.position + change.inserted.size()), title, key, false));
}

void TextHistory::set(const QString& text, int cursor) {
    m_text = text;
    m_cursor = cursor;
    emit changed();
}

} // namespace bindlab
