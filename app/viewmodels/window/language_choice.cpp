#include "language_choice.h"

#include "viewmodels/shared/language.h"

#include <QSettings>

#include <algorithm>

namespace bindlab {

namespace {

const QString languageKey = QStringLiteral("look/language");

} // namespace

LanguageChoice::LanguageChoice(AppSettings& settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_languages(QStringList{QString(), QStringLiteral("en")} + translatedLanguages()) {
    for (const QString& language : m_languages)
        m_names.append(language.isEmpty() ? tr("As the desktop") : language == QLatin1String("en") ? QStringLiteral("English") : QLocale(language).nativeLanguageName());
    m_chosen = std::max(0, int(m_languages.indexOf(settings.text(languageKey))));
}

QString LanguageChoice::keptIn(const QString& settingsFile) {
    return QSettings(settingsFile, QSettings::IniFormat).value(languageKey).toString();
}

void LanguageChoice::choose(int index) {
    if (index == m_chosen || index < 0 || index >= m_languages.size())
        return;
    m_chosen = index;
    m_settings.keep(languageKey, m_languages[index]);
    emit chosenChanged();
}

bool LanguageChoice::waits() const {
    return languageMeant(m_languages[m_chosen]) != spokenLanguage();
}

} // namespace bindlab
