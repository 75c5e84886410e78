#pragma once

#include "app_settings.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace bindlab {

/// Which language the window speaks from its next start on; remembered. Texts of flows and the sentences of a run are made by the
/// model, in English, and stay so.
class LanguageChoice : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the SettingsViewModel")
    Q_PROPERTY(QStringList names READ names CONSTANT FINAL)
    Q_PROPERTY(int chosen READ chosen WRITE choose NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool waits READ waits NOTIFY chosenChanged FINAL)

public:
    /// `settings` outlive it.
    explicit LanguageChoice(AppSettings& settings, QObject* parent = nullptr);

    /// What is chosen in a file of settings, as languageMeant() takes it; for before the settings are opened.
    [[nodiscard]] static QString keptIn(const QString& settingsFile);

    /// "As the desktop", then each language in its own words.
    [[nodiscard]] const QStringList& names() const { return m_names; }
    /// Of names().
    [[nodiscard]] int chosen() const { return m_chosen; }
    void choose(int index);
    /// Another language is chosen than the one that is spoken.
    [[nodiscard]] bool waits() const;

signals:
    void chosenChanged();

private:
    AppSettings& m_settings;
    QStringList m_languages;   ///< as languageMeant() takes them; the first is empty, that of the desktop
    QStringList m_names;
    int m_chosen;
};

} // namespace bindlab
