#pragma once

#include <QString>

#include <span>

namespace bindlab {

class AppViewModel;

/// What an action of actions() does, and when.
struct ActionRow {
    const char* id;                              ///< as Action::id
    void (*run)(AppViewModel&);                  ///< `theWindow`: what shows the view model does it, see AppViewModel::requested()
    bool (*possible)(AppViewModel&) = nullptr;   ///< asked on the screens where the action is; `always` when that is enough
};

constexpr void (*theWindow)(AppViewModel&) = nullptr;
constexpr bool (*always)(AppViewModel&) = nullptr;

/// One row for each action of actions().
[[nodiscard]] std::span<const ActionRow> actionRows();

/// Null when there is no such action.
[[nodiscard]] const ActionRow* rowOf(const QString& id);

} // namespace bindlab
