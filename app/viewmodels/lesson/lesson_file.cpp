#include "lesson_file.h"

#include <QFile>
#include <QFileInfo>

namespace bindlab {

tl::expected<Lesson, QString> readLesson(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(QObject::tr("%1: %2").arg(name, file.errorString()));
    // One byte more than it may have is enough to see that there is too much.
    auto lesson = loadLesson(name.toStdString(), file.read(qint64(LessonLimits::bytes) + 1).toStdString());
    if (lesson)
        return std::move(*lesson);
    const Diagnostic& first = lesson.error().front();
    QString text = first.line > 0 ? QStringLiteral("%1:%2: %3").arg(QFileInfo(name).fileName()).arg(first.line).arg(QString::fromStdString(first.message))
                                  : QStringLiteral("%1: %2").arg(QFileInfo(name).fileName(), QString::fromStdString(first.message));
    if (!first.hint.empty())
        text += QStringLiteral("; ") + QString::fromStdString(first.hint);
    return tl::unexpected(text);
}

LessonFileWatcher::LessonFileWatcher(QObject* parent) : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(30);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &LessonFileWatcher::look);
}

void LessonFileWatcher::watch(const QString& file) {
    if (file == m_file)
        return;
    if (!m_file.isEmpty())
        m_watcher.removePaths(m_watcher.files() + m_watcher.directories());
    m_file = file;
    if (!file.isEmpty())
        m_watcher.addPaths({file, QFileInfo(file).absolutePath()});
}

void LessonFileWatcher::look() {
    if (m_file.isEmpty() || !QFileInfo::exists(m_file))
        return;   // between the old one and the new one
    // A file that took the place of the old one has to be watched anew.
    if (!m_watcher.files().contains(m_file))
        m_watcher.addPath(m_file);
    emit saved();
}

} // namespace bindlab
