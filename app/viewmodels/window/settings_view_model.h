#pragma once

#include "action_list_model.h"
#include "app_settings.h"
#include "language_choice.h"
#include "viewmodels/shared/struct_list_model.h"

#include <QVariantMap>

namespace bindlab {

/// A place on the disk where something is kept.
struct KeptPlace {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString path MEMBER path)

public:
    QString title;   ///< what is kept there
    QString path;    ///< empty when it is not kept
    bool operator==(const KeptPlace&) const = default;
};

/// The settings as the screen shows them: the search over their rows, the keys, and where files are. How the window looks is the
/// AppViewModel's own.
class SettingsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    Q_PROPERTY(bindlab::ActionListModel* keyList READ keyList CONSTANT FINAL)
    Q_PROPERTY(bool keysAreChanged READ keysAreChanged NOTIFY keysChanged FINAL)
    Q_PROPERTY(QVariantMap keyTexts READ keyTexts NOTIFY keysChanged FINAL)
    Q_PROPERTY(bindlab::LanguageChoice* language READ language CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* places READ places CONSTANT FINAL)

public:
    /// Takes the changed keys from `settings`, which outlives it.
    SettingsViewModel(AppSettings& settings, std::vector<KeptPlace> places, QObject* parent = nullptr);

    /// Words that must all occur in a row.
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    /// Whether a row with these words is found.
    [[nodiscard]] Q_INVOKABLE bool shows(const QString& words) const;

    [[nodiscard]] const KeyTable& keys() const { return m_keys; }
    /// Every action.
    [[nodiscard]] ActionListModel* keyList() { return &m_keyList; }
    [[nodiscard]] bool keysAreChanged() const { return !m_keys.changes().empty(); }
    /// The first key of each action that has one, as text.
    [[nodiscard]] QVariantMap keyTexts() const;
    [[nodiscard]] LanguageChoice* language() { return &m_language; }
    [[nodiscard]] QAbstractItemModel* places() { return &m_places; }

    /// Whether pressing it alone means nothing yet: Shift, Ctrl, ...
    [[nodiscard]] Q_INVOKABLE bool isModifier(int key) const;
    /// These answer why they are refused, one sentence, or nothing.
    Q_INVOKABLE QString changeKey(const QString& action, int key, int modifiers);
    Q_INVOKABLE QString resetKey(const QString& action);
    Q_INVOKABLE void resetKeys();

signals:
    void filterChanged();
    void keysChanged();

private:
    void keepKeys();

    AppSettings& m_settings;
    LanguageChoice m_language;
    QString m_filter;
    KeyTable m_keys;
    ActionListModel m_keyList;
    StructListModel<KeptPlace> m_places;
};

} // namespace bindlab
