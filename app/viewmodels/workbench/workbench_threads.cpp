#include "workbench_threads.h"

#include "viewmodels/shared/plain_text.h"

#include "flow/words.h"

#include <QStringList>

#include <algorithm>

namespace bindlab {

QString codeMarkup(const QString& code) {
    const auto escaped = [](const QString& plain) { return plain.toHtmlEscaped(); };
    QString out;
    const qsizetype comment = code.indexOf(QStringLiteral("//"));
    const QString body = comment < 0 ? code : code.left(comment);
    QString word;
    QString other;
    const auto flush = [&] {
        out += escaped(other);
        other.clear();
        out += isStatementWord(word.toStdString()) ? QStringLiteral("<k>") + word + QStringLiteral("</k>") : escaped(word);
        word.clear();
    };
    for (const QChar c : body) {
        if (c.isLetterOrNumber() || c == QLatin1Char('_')) {
            word += c;
        } else {
            flush();
            other += c;
            flush();
        }
    }
    flush();
    if (comment >= 0)
        out += QStringLiteral("<c>") + escaped(code.mid(comment)) + QStringLiteral("</c>");
    return out;
}

namespace {

std::size_t indentOf(const std::string& line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool isLabel(const std::string& line) {
    return line.ends_with(':');
}

/// The code of a flow, as far to the left as it goes; labels stand out by two.
std::vector<CodeRow> codeRows(const FlowView& flow, int currentLine) {
    std::size_t indent = std::string::npos;
    std::size_t out = 0;
    for (const CodeLineView& line : flow.lines) {
        if (isLabel(line.text))
            out = 2;
        else
            indent = std::min(indent, indentOf(line.text));
    }
    std::vector<CodeRow> rows;
    rows.reserve(flow.lines.size());
    for (const CodeLineView& line : flow.lines) {
        CodeRow row;
        row.number = line.number;
        const std::size_t own = indentOf(line.text);
        row.code = text(line.text.substr(own));
        if (!isLabel(line.text) && indent != std::string::npos)
            row.indent = int(own - indent + out);
        row.markup = codeMarkup(row.code);
        row.patch = text(line.patch);
        row.source = text(line.source);
        row.current = line.number == currentLine;
        row.past = line.number < currentLine;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

void ThreadViewModel::update(const Snapshot& snapshot, const std::vector<FlowView>& flows, const QString& returned) {
    const ThreadView& view = snapshot.threads[std::size_t(m_index)];
    m_name = text(view.name);
    m_title = text(view.title.empty() ? view.call : view.title);
    m_status = Status(view.status);
    m_waiting = view.epilogue && !view.inCall && view.status == ThreadStatus::Blocked;
    m_returned = view.status == ThreadStatus::Done ? returned : QString();
    takeCode(view, flows);
    takeNext(view);
    m_waitsForLock = view.waitsForLock < 0 ? QString() : text(snapshot.locks[std::size_t(view.waitsForLock)].name);
    m_waitsForThread = view.waitsForThread;
    m_waitsForThreadName = view.waitsForThread < 0 ? QString() : text(snapshot.threads[std::size_t(view.waitsForThread)].name);

    QStringList locals;
    for (const ValueView& local : view.locals)
        locals.append(text(local.name) + QStringLiteral(" = ") + text(local.text));
    m_locals = locals.join(QStringLiteral(", "));
}

void ThreadViewModel::takeCode(const ThreadView& view, const std::vector<FlowView>& flows) {
    m_callers.clear();
    m_signature.clear();
    m_currentRow = -1;
    std::vector<CodeRow> rows;
    if (!view.stack.empty() && view.stack.back().flow >= 0) {
        QStringList callers;
        for (std::size_t i = 0; i + 1 < view.stack.size(); ++i) {
            if (view.stack[i].flow >= 0)
                callers.append(text(flows[std::size_t(view.stack[i].flow)].name));
        }
        m_callers = callers.join(QStringLiteral(" › "));
        const FrameView& frame = view.stack.back();
        const FlowView& flow = flows[std::size_t(frame.flow)];
        m_signature = text(flow.signature);
        rows = codeRows(flow, frame.line);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].current)
                m_currentRow = int(i);
        }
    }
    m_lines = int(rows.size());
    // Lines once made are kept for the next flow that is as long: making as many takes longer than a frame.
    rows.resize(std::max(rows.size(), m_code.rows().size()));
    m_code.assign(std::move(rows));
}

void ThreadViewModel::takeNext(const ThreadView& view) {
    m_nextLabel.clear();
    m_nextStatement.clear();
    m_blocked.clear();
    for (const NextView& next : view.next) {
        if (next.enabled || m_nextLabel.isEmpty()) {
            m_nextLabel = text(next.label);
            m_nextStatement = text(next.text);
        }
        if (!next.blocked.empty() && m_blocked.isEmpty())
            m_blocked = text(next.blocked);
        if (next.enabled)
            break;
    }
    if (m_status != Blocked)
        m_blocked.clear();
}

QString ThreadViewModel::description() const {
    QString said = tr("%1, %2").arg(m_name, m_title);
    switch (m_status) {
    case Ready: said += tr(", ready: %1").arg(m_nextLabel); break;
    case Blocked: said += tr(", blocked: %1").arg(m_blocked); break;
    case Done: said += m_returned.isEmpty() ? tr(", done") : tr(", done, returned %1").arg(m_returned); break;
    case Failed: said += tr(", lost"); break;
    }
    if (!m_signature.isEmpty() && m_currentRow >= 0)
        said += tr(", in %1, line %2").arg(m_signature.section(QLatin1Char('('), 0, 0)).arg(m_code.rows()[std::size_t(m_currentRow)].number);
    return said;
}

int ThreadListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_threads.size());
}

QVariant ThreadListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role != Qt::UserRole + 1)
        return {};
    return QVariant::fromValue(m_threads[std::size_t(index.row())].get());
}

QHash<int, QByteArray> ThreadListModel::roleNames() const {
    return {{Qt::UserRole + 1, "thread"}};
}

void ThreadListModel::update(const Snapshot& snapshot, const std::vector<FlowView>& flows, const std::vector<QString>& returned) {
    const int before = int(m_threads.size());
    const int after = int(snapshot.threads.size());
    for (int i = 0; i < std::min(before, after); ++i)
        m_threads[std::size_t(i)]->update(snapshot, flows, returned[std::size_t(i)]);
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        std::vector<std::unique_ptr<ThreadViewModel>> gone;
        std::move(m_threads.begin() + after, m_threads.end(), std::back_inserter(gone));
        m_threads.resize(std::size_t(after));
        endRemoveRows();
        // Their delegates look at them until they are gone themselves.
        for (auto& thread : gone)
            thread.release()->deleteLater();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        for (int i = before; i < after; ++i) {
            m_threads.push_back(std::make_unique<ThreadViewModel>(i));
            m_threads.back()->update(snapshot, flows, returned[std::size_t(i)]);
        }
        endInsertRows();
    }
}

void ThreadListModel::tell() {
    for (const auto& thread : m_threads)
        thread->tell();
}

std::vector<QString> returnedBy(const Run& run, std::size_t threads) {
    std::vector<QString> returned(threads);
    std::size_t missing = threads;
    for (int step = run.position() - 1; step >= 0 && missing > 0; --step) {
        const StepRecord& record = run.record(step);
        QString& own = returned[record.choice.thread];
        if (!own.isEmpty())
            continue;
        for (const Effect& effect : record.effects) {
            if (effect.kind == EffectKind::Returned && !effect.after.empty()) {
                own = text(effect.after);
                --missing;
                break;
            }
        }
    }
    return returned;
}

} // namespace bindlab
