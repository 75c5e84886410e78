#include "settings_view_model.h"

#include <algorithm>

namespace bindlab {

namespace {

const QString keyGroup = QStringLiteral("keys");

QString keyOf(const QString& action) {
    return keyGroup + QLatin1Char('/') + action;
}

} // namespace

SettingsViewModel::SettingsViewModel(AppSettings& settings, std::vector<KeptPlace> places, QObject* parent)
    : QObject(parent), m_settings(settings), m_language(settings, this), m_keyList(m_keys, ActionListModel::Rows::All, [](const Action&) { return true; }, this) {
    std::map<QString, QString> changes;
    for (const Action& action : m_keys.actions()) {
        if (const QString kept = m_settings.text(keyOf(action.id)); !kept.isEmpty())
            changes.emplace(action.id, kept);
    }
    m_keys.restore(changes);
    m_keyList.refresh();
    m_places.assign(std::move(places));
}

void SettingsViewModel::setFilter(const QString& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_keyList.setFilter([this](const QString& words) { return shows(words); });
    emit filterChanged();
}

bool SettingsViewModel::shows(const QString& words) const {
    return std::ranges::all_of(m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts),
                               [&](const QString& word) { return words.contains(word, Qt::CaseInsensitive); });
}

QVariantMap SettingsViewModel::keyTexts() const {
    QVariantMap texts;
    for (const Action& action : m_keys.actions()) {
        if (!action.keys.isEmpty())
            texts.insert(action.id, keyText(action.keys.front()));
    }
    return texts;
}

bool SettingsViewModel::isModifier(int key) const {
    return key != Qt::Key_Menu && ((key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock) || (key >= Qt::Key_Super_L && key <= Qt::Key_Hyper_R) || key == Qt::Key_AltGr);
}

QString SettingsViewModel::changeKey(const QString& action, int key, int modifiers) {
    const QString problem = m_keys.change(action, QKeyCombination(Qt::KeyboardModifiers::fromInt(modifiers), Qt::Key(key)));
    if (problem.isEmpty())
        keepKeys();
    return problem;
}

QString SettingsViewModel::resetKey(const QString& action) {
    const QString problem = m_keys.reset(action);
    if (problem.isEmpty())
        keepKeys();
    return problem;
}

void SettingsViewModel::resetKeys() {
    m_keys.resetAll();
    keepKeys();
}

void SettingsViewModel::keepKeys() {
    m_settings.forget(keyGroup);
    for (const auto& [action, key] : m_keys.changes())
        m_settings.keep(keyOf(action), key);
    m_keyList.refresh();
    emit keysChanged();
}

} // namespace bindlab
