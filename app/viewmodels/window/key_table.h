#pragma once

#include "actions.h"

#include <map>

namespace bindlab {

/// The actions with the keys they have here: the shipped ones, where the reader has not given them others.
/// No two actions of the same screen ever share a key.
class KeyTable {
public:
    KeyTable();

    /// As bindlab::actions() has them, in that order; only keys differ. Their places in memory stay.
    [[nodiscard]] const std::vector<Action>& actions() const { return m_actions; }
    /// Null when there is no such action.
    [[nodiscard]] const Action* find(const QString& id) const;
    /// The action a key press means, or nullptr.
    [[nodiscard]] const Action* actionFor(int key, Qt::KeyboardModifiers modifiers, Action::Scope screen) const;
    [[nodiscard]] bool changed(const Action& action) const;

    /// Gives an action this key in place of those it has. If refused, the reason is returned, one sentence, and all is as before.
    QString change(const QString& id, QKeyCombination key);
    /// Gives an action its shipped keys again. Refused when another action has one of them by now.
    QString reset(const QString& id);
    void resetAll();

    /// The changed keys, by action, as text that restore() reads.
    [[nodiscard]] std::map<QString, QString> changes() const;
    /// What is damaged, reserved or clashes by now stays as shipped.
    void restore(const std::map<QString, QString>& changes);

private:
    [[nodiscard]] QString clashOf(const Action& action, const QList<QKeyCombination>& keys) const;
    [[nodiscard]] Action* own(const QString& id);

    std::vector<Action> m_actions;
};

} // namespace bindlab
