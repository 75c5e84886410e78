#pragma once

#include <QSettings>
#include <QString>

#include <memory>

namespace bindlab {

/// Renames a file that cannot be used, so that nothing of it is lost: to FILE.damaged, or FILE.damaged-2 where that is taken.
/// Answers the new name; empty when it could not be renamed.
QString putAside(const QString& file);

/// Writes the whole file or nothing of it. Answers what went wrong, as the system says it, or nothing.
QString writeWhole(const QString& file, const QByteArray& bytes);

/// Settings kept as an INI file. One that is damaged is put aside, and `trouble` says so in one sentence.
std::unique_ptr<QSettings> openSettings(const QString& file, QString& trouble);

/// Writes what is not yet on the disk. Answers what went wrong, one sentence, or nothing.
QString writeSettings(QSettings& settings);

} // namespace bindlab
