#include "app_settings.h"

#include "viewmodels/shared/kept_file.h"

#include <utility>

namespace bindlab {

namespace {

/// Panes that are dragged change many times a second.
constexpr int writeMilliseconds = 250;

} // namespace

AppSettings::AppSettings(const QString& file, QObject* parent)
    : QObject(parent), m_file(file.isEmpty() ? nullptr : openSettings(file, m_openingTrouble)) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(writeMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &AppSettings::write);
}

void AppSettings::write() {
    const QString problem = writeSettings(*m_file);
    if (!problem.isEmpty() && !std::exchange(m_isTroubled, true))
        emit troubled(problem);
}

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
    return text(key) == QLatin1String("true");
}

double AppSettings::number(const QString& key, double fallback, double least, double most) const {
    bool isNumber = false;
    const double found = value(key).toDouble(&isNumber);
    return isNumber && found >= least && found <= most ? found : fallback;
}

void AppSettings::keep(const QString& key, const QVariant& value) {
    if (!m_file)
        return;
    m_file->setValue(key, value);
    m_soon.start();
}

void AppSettings::forget(const QString& key) {
    if (!m_file)
        return;
    m_file->remove(key);
    m_soon.start();
}

} // namespace bindlab
