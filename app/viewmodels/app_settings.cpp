#include "app_settings.h"

namespace bindlab {

AppSettings::AppSettings(const QString& file) : m_file(file.isEmpty() ? nullptr : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

QString AppSettings::file() const {
    return m_file ? m_file->fileName() : QString();
}

QVariant AppSettings::value(const QString& key) const {
    return m_file ? m_file->value(key) : QVariant();
}

QString AppSettings::text(const QString& key) const {
    return value(key).toString();
}

bool AppSettings::flag(const QString& key) const {
    return value(key).toBool();
}

double AppSettings::number(const QString& key, double fallback, double least, double most) const {
    bool isNumber = false;
    const double found = value(key).toDouble(&isNumber);
    return isNumber && found >= least && found <= most ? found : fallback;
}

void AppSettings::keep(const QString& key, const QVariant& value) {
    if (m_file)
        m_file->setValue(key, value);
}

void AppSettings::forget(const QString& key) {
    if (m_file)
        m_file->remove(key);
}

} // namespace bindlab
