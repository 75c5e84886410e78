#include "sandbox_flow_tabs.h"

#include "viewmodels/shared/plain_text.h"

#include "draft/lines.h"
#include "flow/program.h"

#include <QStringList>

#include <algorithm>

namespace bindlab {

namespace {

QString joined(const std::vector<std::string>& lines) { return text(textOf(lines)); }

/// Without comments and spaces.
QStringList wordsOfCode(const QString& code) {
    QStringList all;
    for (const std::string& line : linesOf(code.toStdString()))
        if (const std::string one = wordsOfLine(line); !one.empty())
            all.append(text(one));
    return all;
}

} // namespace

int SandboxFlowTabs::find(const QString& flow) const {
    const auto tab = std::ranges::find_if(m_tabs, [&](const auto& each) { return each->flow == flow; });
    return tab == m_tabs.end() ? -1 : int(tab - m_tabs.begin());
}

QString SandboxFlowTabs::open(const ReadDraft& read, const QString& flow) {
    const auto lines = flowLines(*read.flows, read.selection, m_own, flow.toStdString());
    if (!lines)
        return text(lines.error().front().message) + QLatin1Char('.');
    auto tab = std::make_unique<Tab>();
    tab->flow = flow;
    tab->lines = *lines;
    tab->derived = joined(lines->after);
    tab->history = std::make_unique<TextHistory>(tab->derived);
    connect(tab->history.get(), &TextHistory::changed, this, [this, raw = tab.get()] { onChanged(*raw); });
    m_tabs.push_back(std::move(tab));
    return {};
}

void SandboxFlowTabs::close(int tab) { m_tabs.erase(m_tabs.begin() + tab); }

void SandboxFlowTabs::startWith(const TextHistory* text) {
    m_tabs.clear();
    m_text = text;
}

void SandboxFlowTabs::onChanged(Tab& tab) {
    if (m_deriving || !m_text)
        return;
    const auto changed = withFlow(m_text->text().toStdString(), m_own, tab.flow.toStdString(), tab.lines, linesOf(tab.history->text().toStdString()));
    if (!changed) {
        emit refused(text(changed.error()));
        return;
    }
    tab.derived = tab.history->text();
    emit edited(tab.flow, text(*changed));
}

void SandboxFlowTabs::follow(const ReadDraft& read) {
    m_own = {read.selection.design};
    if (read.model)
        for (const auto& tab : m_tabs)
            derive(*tab, read);
}

void SandboxFlowTabs::derive(Tab& tab, const ReadDraft& read) {
    const auto lines = flowLines(*read.flows, read.selection, m_own, tab.flow.toStdString());
    if (!lines)
        return;
    tab.lines = *lines;
    const QString fresh = joined(lines->after);
    if (wordsOfCode(fresh) == wordsOfCode(tab.history->text()) || tab.history->text() != tab.derived)
        return;   // the same but for comments, or lines that are not in the text yet
    m_deriving = true;
    tab.derived = fresh;
    tab.history->replace(fresh, tr("Follow the text"));
    m_deriving = false;
}

} // namespace bindlab
