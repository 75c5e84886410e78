#pragma once

#include "lesson/lesson.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <tl/expected.hpp>

namespace bindlab {

/// Reads a lesson of the disk. The error is one line: which file, where, what.
[[nodiscard]] tl::expected<Lesson, QString> readLesson(const QString& file);

/// Tells when the file of the open lesson has been saved, in place or by putting another file in its stead.
class LessonFileWatcher : public QObject {
    Q_OBJECT

public:
    explicit LessonFileWatcher(QObject* parent = nullptr);
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
