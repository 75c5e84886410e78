#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace bindlab {

/// Tells when the file that is open has been saved, in place or by putting another file in its stead.
class SavedFile : public QObject {
    Q_OBJECT

public:
    explicit SavedFile(QObject* parent = nullptr);
    /// Another file from now on; none when the name is empty.
    void watch(const QString& file);
    [[nodiscard]] const QString& file() const { return m_file; }

signals:
    void saved();

private:
    void look();

    QString m_file;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;   ///< an editor saves in several steps
};

} // namespace bindlab
