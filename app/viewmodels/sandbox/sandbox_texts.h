#pragma once

#include "sandbox_choices.h"
#include "sandbox_files.h"
#include "sandbox_rows.h"
#include "text_history.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

namespace bindlab {

/// The texts of one's own: which of them is open, and that it is kept as it is typed.
class SandboxTexts : public QObject {
    Q_OBJECT

public:
    static constexpr int saveMilliseconds = 300;   ///< after the first letter that is not, the text is kept

    /// Texts are kept in `folder`; without one, nowhere.
    explicit SandboxTexts(const QString& folder, QObject* parent = nullptr);

    [[nodiscard]] std::vector<SandboxFileRow> rows() const;
    /// Name of the open text; empty without one.
    [[nodiscard]] const QString& current() const { return m_current; }
    /// Null without an open text.
    [[nodiscard]] TextHistory* history() const { return m_history.get(); }
    [[nodiscard]] QString text() const { return m_history ? m_history->text() : QString(); }
    [[nodiscard]] bool unsaved() const { return m_unsaved; }
    /// "Saved 1 min ago"; empty without an open text.
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] bool canUndoRemove() const { return !m_removed.isEmpty(); }
    [[nodiscard]] QString freeName(const QString& wanted) const { return m_files.freeName(wanted, {m_current}); }

    /// What is chosen for the open text.
    void keepChoice(const Selection& selection) { m_choices.keep(m_current, selection); }
    /// Answers the name it got.
    QString create(const QString& name, const QString& content, const Selection& selection);
    void open(const QString& name);
    /// The one that was open when the program ended, if it is there.
    void openLast();
    void rename(const QString& name);
    void remove(const QString& name);
    void undoRemove();
    /// Keeps now what has been typed.
    void save();

signals:
    /// The open text goes; its history is still there.
    void closing();
    void opened(const bindlab::Selection& selection);
    void renamed();
    void edited();
    /// rows() are others, or the open text is.
    void listChanged();
    void savedChanged();
    /// What went wrong, one sentence.
    void troubled(const QString& sentence);

private:
    void show(const QString& name, const QString& content, const Selection& selection);
    void onEdited();
    /// Tells of what went wrong, if anything did. True when nothing did.
    bool went(const QString& wrong);

    SandboxFiles m_files;
    QString m_trouble;   ///< of the file of choices, when it was opened
    SandboxChoices m_choices;
    QString m_current;
    std::unique_ptr<TextHistory> m_history;
    bool m_unsaved = false;
    qint64 m_savedAt = 0;
    QStringList m_removed;
    QTimer m_saveSoon;
    QTimer m_clock;      ///< "saved 1 min ago"
};

} // namespace bindlab
