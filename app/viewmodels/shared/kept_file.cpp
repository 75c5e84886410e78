#include "kept_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace bindlab {

namespace {

struct KeptFileWords {
    Q_DECLARE_TR_FUNCTIONS(settings)
};

/// Qt takes much for settings that nobody wrote as such, and would write over it.
bool isBinary(const QString& file) {
    QFile input(file);
    return input.open(QIODevice::ReadOnly) && input.readAll().contains('\0');
}

} // namespace

QString putAside(const QString& file) {
    QString aside = file + QStringLiteral(".damaged");
    for (int number = 2; QFileInfo::exists(aside); ++number)
        aside = QStringLiteral("%1.damaged-%2").arg(file).arg(number);
    return QFile::rename(file, aside) ? aside : QString();
}

QString writeWhole(const QString& file, const QByteArray& bytes) {
    QSaveFile output(file);
    // The flush is needed: commit() of Qt 6.4 does not notice that what it flushes itself finds the disk full, and puts an empty file
    // in the place of the old one.
    if (output.open(QIODevice::WriteOnly) && output.write(bytes) == bytes.size() && output.flush() && output.commit())
        return {};
    return output.errorString();
}

std::unique_ptr<QSettings> openSettings(const QString& file, QString& trouble) {
    auto settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
    static_cast<void>(settings->allKeys());   // a section is read when something of it is asked for
    if (settings->status() == QSettings::AccessError)
        trouble = KeptFileWords::tr("%1 cannot be read; what is chosen now is not kept.").arg(file);
    if (settings->status() != QSettings::FormatError && !isBinary(file))
        return settings;
    settings.reset();   // before the file is moved: Qt shares what it read among all settings of one file
    const QString aside = putAside(file);
    trouble = aside.isEmpty() ? KeptFileWords::tr("%1 is damaged; what is chosen now is not kept.").arg(file)
                              : KeptFileWords::tr("%1 is damaged. It is kept as %2; settings begin anew.").arg(file, aside);
    return std::make_unique<QSettings>(file, QSettings::IniFormat);
}

QString writeSettings(QSettings& settings) {
    settings.sync();
    return settings.status() == QSettings::NoError ? QString() : KeptFileWords::tr("%1 cannot be written; what is chosen now is not kept.").arg(settings.fileName());
}

} // namespace bindlab
