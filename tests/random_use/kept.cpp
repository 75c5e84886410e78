#include "kept.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace bindlab::random_use {

namespace {

QByteArray valueOf(const QJsonValue& value)
{
    // A value alone is no document of Qt's.
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).mid(1);
}

void flatten(const QJsonObject& object, const QByteArray& prefix, Slots& all)
{
    for (auto each = object.begin(); each != object.end(); ++each) {
        const QByteArray slot = prefix + '/' + each.key().toUtf8();
        if (each->isObject())
            flatten(each->toObject(), slot, all);
        else
            all[slot] = valueOf(*each);
    }
}

void addProgress(const QString& name, Kept& kept, QString& trouble)
{
    QFile file(name);
    if (!file.exists())
        return;
    const auto all = file.open(QIODevice::ReadOnly) ? allProgressFromJson(file.readAll().toStdString())
                                                    : tl::expected<AllProgress, std::string>(tl::unexpected(file.errorString().toStdString()));
    if (!all) {
        trouble = QStringLiteral("%1: %2").arg(name, QString::fromStdString(all.error()));
        return;
    }
    for (const auto& [lesson, progress] : *all)
        kept.slotValues.merge(slotsOf(lesson, progress));
}

void addSettings(const QString& name, Kept& kept, QString& trouble)
{
    if (!QFileInfo::exists(name))
        return;
    const QSettings settings(name, QSettings::IniFormat);
    static_cast<void>(settings.allKeys());
    if (settings.status() != QSettings::NoError)
        trouble = QStringLiteral("%1 cannot be read").arg(name);
    for (const char* key : watchedSettings) {
        if (settings.contains(QLatin1String(key)))
            kept.slotValues[QByteArray("setting/") + key] = settings.value(QLatin1String(key)).toString().toUtf8();
    }
}

void addTexts(const QString& folder, Kept& kept, QString& trouble)
{
    for (const QFileInfo& info : QDir(folder).entryInfoList({QStringLiteral("*.flow"), QStringLiteral("*.flow~")}, QDir::Files)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            trouble = QStringLiteral("%1 cannot be read").arg(file.fileName());
            continue;
        }
        const QByteArray print = fingerprint(file.readAll());
        kept.texts.insert(print);
        if (info.suffix() == QLatin1String("flow"))
            kept.slotValues["text/" + info.completeBaseName().toUtf8()] = print;
    }
}

} // namespace

Slots slotsOf(const std::string& lesson, const LessonProgress& progress)
{
    Slots all;
    flatten(QJsonDocument::fromJson(QByteArray::fromStdString(toJson(progress))).object(), "progress/" + QByteArray::fromStdString(lesson), all);
    return all;
}

QByteArray fingerprint(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex();
}

Kept keptIn(const QString& home, QString& trouble)
{
    Kept kept;
    addSettings(home + QStringLiteral("/.config/bindlab/settings.ini"), kept, trouble);
    addProgress(home + QStringLiteral("/.local/share/bindlab/progress.json"), kept, trouble);
    addTexts(home + QStringLiteral("/.local/share/bindlab/sandbox"), kept, trouble);
    return kept;
}

} // namespace bindlab::random_use
