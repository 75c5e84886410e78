#include "sandbox_files.h"

#include "sandbox_words.h"
#include "viewmodels/shared/kept_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace bindlab {

namespace {

const QString ending = QStringLiteral(".flow");
const QString removedEnding = QStringLiteral(".flow~");

} // namespace

QString SandboxFiles::pathOf(const QString& name) const {
    return m_folder + QLatin1Char('/') + name + ending;
}

QStringList SandboxFiles::names() const {
    QStringList names;
    if (m_folder.isEmpty())
        return names;
    for (const QString& file : QDir(m_folder).entryList({QLatin1Char('*') + ending}, QDir::Files, QDir::Name)) {
        if (names.size() < mostFiles)
            names.append(file.chopped(ending.size()));
    }
    return names;
}

tl::expected<QString, QString> SandboxFiles::read(const QString& name) {
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(SandboxWords::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    if (file.size() > mostBytes)
        return tl::unexpected(SandboxWords::tr("%1 is larger than 1 MiB, the most a flow file may be").arg(file.fileName()));
    QString text = QString::fromUtf8(file.readAll());
    text.remove(QLatin1Char('\r'));
    m_known[name] = text;
    return text;
}

bool SandboxFiles::isChanged(const QString& name) const {
    if (m_folder.isEmpty() || !QFileInfo::exists(pathOf(name)))
        return false;
    QFile file(pathOf(name));
    return !file.open(QIODevice::ReadOnly) || file.size() > mostBytes
        || QString::fromUtf8(file.readAll()).remove(QLatin1Char('\r')) != m_known.value(name);
}

QString SandboxFiles::write(QString& name, const QString& text) {
    if (m_folder.isEmpty())
        return {};
    QDir().mkpath(m_folder);
    QString said;
    if (isChanged(name)) {
        const QString other = freeName(name);
        said = SandboxWords::tr("Another program has changed %1; what is written here goes on as %2.").arg(name, other);
        name = other;
    }
    if (const QString problem = writeWhole(pathOf(name), text.toUtf8()); !problem.isEmpty())
        return SandboxWords::tr("%1 cannot be written: %2. What you type now is lost when the window closes.").arg(pathOf(name), problem);
    m_known[name] = text;
    return said;
}

QString SandboxFiles::remove(const QString& name) {
    if (m_folder.isEmpty() || !QFileInfo::exists(pathOf(name)))
        return {};
    const QString aside = m_folder + QLatin1Char('/') + name + removedEnding;
    QFile::remove(aside);
    if (!QFile::rename(pathOf(name), aside))
        return SandboxWords::tr("%1 cannot be removed").arg(pathOf(name));
    return {};
}

QString SandboxFiles::restore(const QString& name) {
    if (!m_folder.isEmpty() && !QFile::rename(m_folder + QLatin1Char('/') + name + removedEnding, pathOf(name)))
        return SandboxWords::tr("%1 cannot be put back").arg(pathOf(name));
    return {};
}

QString SandboxFiles::rename(const QString& from, const QString& to) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_-]{0,59}$"));
    if (!plain.match(to).hasMatch())
        return SandboxWords::tr("A name has letters, digits, '_' and '-', and begins with a letter");
    if (names().contains(to))
        return SandboxWords::tr("There is already a text called %1").arg(to);
    if (!m_folder.isEmpty() && QFileInfo::exists(pathOf(from)) && !QFile::rename(pathOf(from), pathOf(to)))
        return SandboxWords::tr("%1 cannot be renamed").arg(pathOf(from));
    m_known[to] = m_known.take(from);
    return {};
}

QString SandboxFiles::freeName(const QString& wanted, const QStringList& taken) const {
    const QStringList there = names() + taken;
    QString name = wanted;
    for (int number = 2; there.contains(name) || (!m_folder.isEmpty() && QFileInfo::exists(pathOf(name))); ++number)
        name = QStringLiteral("%1_%2").arg(wanted).arg(number);
    return name;
}

} // namespace bindlab
