#include "language.h"

#include <QCoreApplication>
#include <QDir>
#include <QTranslator>

#include <algorithm>

namespace bindlab {

namespace {

const QString folder = QStringLiteral(":/i18n");
const QString prefix = QStringLiteral("bindlab_");
const QString english = QStringLiteral("en");

/// The same language in the same letters, whatever the country: zh_SG reads zh_CN, and zh_TW does not.
bool isReadBy(const QLocale& reader, const QLocale& written) {
    return reader.language() == written.language() && reader.script() == written.script();
}

} // namespace

QStringList translatedLanguages() {
    QStringList languages;
    for (const QString& file : QDir(folder).entryList({prefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        languages.append(file.chopped(3).mid(prefix.size()));
    return languages;
}

QString languageMeant(const QString& chosen) {
    const QStringList translated = translatedLanguages();
    if (chosen == english || translated.contains(chosen))
        return chosen;
    // QTranslator::load() passes over English, for which there is no file, and takes what is wanted less.
    for (const QString& wanted : QLocale().uiLanguages()) {
        const QLocale locale(wanted);
        if (locale.language() == QLocale::English)
            break;
        if (translated.contains(locale.name()))
            return locale.name();
        const auto near = std::ranges::find_if(translated, [&](const QString& each) { return isReadBy(locale, QLocale(each)); });
        if (near != translated.end())
            return *near;
    }
    return english;
}

void speak(const QString& language) {
    if (language == english)
        return;
    auto* const translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(prefix + language, folder))
        QCoreApplication::installTranslator(translator);
}

QString spokenLanguage() {
    return QCoreApplication::translate("language", "en", "the name of this file, without bindlab_: fr, pt_BR");
}

QLocale spokenLocale() {
    return QLocale(spokenLanguage());
}

} // namespace bindlab
