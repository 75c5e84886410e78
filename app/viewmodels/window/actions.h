#pragma once

#include <QKeyCombination>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace bindlab {

/// Something the window can do: by key, from the palette, or by a control that names it. The one table of actions and
/// keys is actions(); the palette, the list of keys and the key handling read it through the KeyTable, which knows changed keys.
struct Action {
    enum class Scope { Everywhere, Lesson, Compare, Matrix, Sandbox, States, Device, Reference };   ///< on which screens

    QString id;                    ///< "play"
    QString title;                 ///< "Play or pause"
    QString group;                 ///< head of the list of keys it stands under
    QList<QKeyCombination> keys;   ///< any of them does it; may be empty
    Scope scope = Scope::Everywhere;
    bool repeats = false;          ///< goes on while the key is held
    bool listed = true;            ///< offered in the palette
    std::optional<Scope> except = {};   ///< the one screen where it is not, of those that are everywhere
    bool fixed = false;            ///< its keys cannot be changed
};

[[nodiscard]] const std::vector<Action>& actions();

[[nodiscard]] bool isOn(const Action& action, Action::Scope screen);

/// Whether there is a screen on which both are.
[[nodiscard]] bool meet(const Action& one, const Action& other);

/// The key a key press means. Where a key needs Shift to be typed at all ("+"), Shift does not matter.
[[nodiscard]] QKeyCombination keyMeant(int key, Qt::KeyboardModifiers modifiers);

/// "Ctrl+K", as printed on the keyboard.
[[nodiscard]] QString keyText(QKeyCombination key);

/// Its keys as text, each once.
[[nodiscard]] QStringList keyTexts(const Action& action);

} // namespace bindlab
