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

} // namespace bindlab
