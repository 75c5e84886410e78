#pragma once

#include "text_history.h"

#include "draft/draft.h"
#include "draft/own_lines.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace bindlab {

/// Flows of the kernel that are open beside the text of one's own, each with its own history. What is typed in a flow becomes a
/// patch in the text, and what the text makes of a flow is shown in it.
class SandboxFlowTabs : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] int count() const { return int(m_tabs.size()); }
    [[nodiscard]] const QString& flow(int tab) const { return m_tabs[std::size_t(tab)]->flow; }
    [[nodiscard]] TextHistory* history(int tab) const { return m_tabs[std::size_t(tab)]->history.get(); }
    /// -1: it is not open.
    [[nodiscard]] int find(const QString& flow) const;

    /// Opens a flow behind the others. Answers why it cannot be, one sentence, or nothing.
    [[nodiscard]] QString open(const ReadDraft& read, const QString& flow);
    void close(int tab);
    /// Closes all; `text` is what flows are changed in from now on, null: nothing.
    void startWith(const TextHistory* text);
    /// The flows that are shown follow the text, when something else has changed it.
    void follow(const ReadDraft& read);

signals:
    /// The lines of a flow were changed, which makes this of the text.
    void edited(const QString& flow, const QString& text);
    /// What is typed cannot be in the text, and why, one sentence.
    void refused(const QString& why);

private:
    struct Tab {
        QString flow;
        std::unique_ptr<TextHistory> history;
        FlowLines lines;                     ///< the kernel's, without those of one's own and with them
        QString derived;                     ///< what the text made of it last
    };

    void onChanged(Tab& tab);
    void derive(Tab& tab, const ReadDraft& read);

    const TextHistory* m_text = nullptr;
    OwnLines m_own;                          ///< of the text as it was last read
    std::vector<std::unique_ptr<Tab>> m_tabs;
    bool m_deriving = false;
};

} // namespace bindlab
