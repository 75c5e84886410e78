#include "saved_file.h"

#include <QFileInfo>

namespace bindlab {

SavedFile::SavedFile(QObject* parent) : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(30);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &SavedFile::look);
}

void SavedFile::watch(const QString& file) {
    if (file == m_file)
        return;
    if (!m_file.isEmpty())
        m_watcher.removePaths(m_watcher.files() + m_watcher.directories());
    m_file = file;
    if (!file.isEmpty())
        m_watcher.addPaths({file, QFileInfo(file).absolutePath()});
}

void SavedFile::look() {
    if (m_file.isEmpty() || !QFileInfo::exists(m_file))
        return;   // between the old one and the new one
    // A file that took the place of the old one has to be watched anew.
    if (!m_watcher.files().contains(m_file))
        m_watcher.addPath(m_file);
    emit saved();
}

} // namespace bindlab
