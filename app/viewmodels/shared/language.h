#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

namespace bindlab {

/// Languages that the window can speak besides English, "zh_CN": those of which `:/i18n` has `bindlab_<language>.qm`.
[[nodiscard]] QStringList translatedLanguages();
/// What is spoken when `chosen` is chosen: "en", one of translatedLanguages(), or, where it is neither, the first of them and English
/// that the reader of the desktop wants.
[[nodiscard]] QString languageMeant(const QString& chosen);
/// The words of the window from now on. What has been made before keeps its own. Asks for an application object.
void speak(const QString& language);

/// The language that is spoken, and the locale of its dates.
[[nodiscard]] QString spokenLanguage();
[[nodiscard]] QLocale spokenLocale();

} // namespace bindlab
