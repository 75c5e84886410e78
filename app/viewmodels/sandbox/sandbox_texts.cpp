#include "sandbox_texts.h"

#include <QDateTime>

namespace bindlab {

SandboxTexts::SandboxTexts(const QString& folder, QObject* parent) : QObject(parent), m_files(folder), m_choices(folder, m_trouble) {
    if (!m_trouble.isEmpty())   // nobody listens before this object is there
        QMetaObject::invokeMethod(this, [this] { emit troubled(m_trouble); }, Qt::QueuedConnection);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveMilliseconds);
    connect(&m_saveSoon, &QTimer::timeout, this, &SandboxTexts::save);
    m_clock.setInterval(30'000);
    connect(&m_clock, &QTimer::timeout, this, &SandboxTexts::savedChanged);
}

bool SandboxTexts::went(const QString& wrong) {
    if (!wrong.isEmpty())
        emit troubled(wrong);
    return wrong.isEmpty();
}

std::vector<SandboxFileRow> SandboxTexts::rows() const {
    QStringList names = m_files.names();
    if (!m_current.isEmpty() && !names.contains(m_current))
        names.append(m_current);
    std::vector<SandboxFileRow> rows;
    for (const QString& name : names)
        rows.push_back({name, {}, name == m_current, name == m_current && m_unsaved, false});
    return rows;
}

QString SandboxTexts::savedText() const {
    if (!m_history)
        return {};
    if (m_files.folder().isEmpty())
        return tr("Not kept");
    if (m_unsaved)
        return tr("Saving…");
    const qint64 minutes = (QDateTime::currentMSecsSinceEpoch() - m_savedAt) / 60'000;
    return minutes < 1 ? tr("Saved") : tr("Saved %1 min ago").arg(minutes);
}

QString SandboxTexts::create(const QString& name, const QString& content, const Selection& selection) {
    save();
    QString free = freeName(name);
    went(m_files.write(free, content));
    show(free, content, selection);
    return free;
}

void SandboxTexts::open(const QString& name) {
    if (name == m_current)
        return;
    save();
    if (const auto content = m_files.read(name))
        show(name, *content, m_choices.of(name));
    else
        emit troubled(content.error());
}

void SandboxTexts::openLast() {
    if (const QString last = m_choices.lastOpen(); m_files.names().contains(last))
        open(last);
}

void SandboxTexts::show(const QString& name, const QString& content, const Selection& selection) {
    emit closing();
    m_current = name;
    m_history = std::make_unique<TextHistory>(content);
    connect(m_history.get(), &TextHistory::changed, this, &SandboxTexts::onEdited);
    m_unsaved = false;
    m_savedAt = QDateTime::currentMSecsSinceEpoch();
    m_clock.start();
    keepChoice(selection);
    emit opened(selection);
    emit listChanged();
    emit savedChanged();
}

void SandboxTexts::rename(const QString& name) {
    if (!m_history || name == m_current)
        return;
    save();
    if (const QString wrong = m_files.rename(m_current, name); !wrong.isEmpty()) {
        emit troubled(wrong + QLatin1Char('.'));
        return;
    }
    m_current = name;
    emit listChanged();
    emit renamed();
}

void SandboxTexts::remove(const QString& name) {
    save();
    if (!went(m_files.remove(name)))
        return;
    m_removed.append(name);
    if (name == m_current) {
        emit closing();
        m_history.reset();
        m_current.clear();
    }
    emit listChanged();
}

void SandboxTexts::undoRemove() {
    if (m_removed.isEmpty())
        return;
    const QString name = m_removed.takeLast();
    if (went(m_files.restore(name)))
        open(name);
    emit listChanged();
}

void SandboxTexts::onEdited() {
    if (!m_unsaved) {
        m_unsaved = true;
        emit listChanged();
    }
    if (!m_saveSoon.isActive())   // who types without a rest is kept, too
        m_saveSoon.start();
    emit savedChanged();
    emit edited();
}

void SandboxTexts::save() {
    m_saveSoon.stop();
    if (!m_unsaved || !m_history)
        return;
    went(m_files.write(m_current, m_history->text()));
    m_unsaved = false;
    m_savedAt = QDateTime::currentMSecsSinceEpoch();
    emit listChanged();
    emit savedChanged();
}

} // namespace bindlab
