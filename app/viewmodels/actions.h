#pragma once

#include <QAbstractListModel>
#include <QKeyCombination>
#include <QList>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>
#include <vector>

namespace bindlab {

/// Something the window can do: by key, from the palette, or by a control that names it. The one table of actions and
/// keys is actions(); the palette, the list of keys and the key handling read it.
struct Action {
    enum class Scope { Everywhere, Lesson, Compare, Matrix, Sandbox, States, Device };   ///< on which screens

    QString id;                    ///< "play"
    QString title;                 ///< "Play or pause"
    QString group;                 ///< head of the list of keys it stands under
    QList<QKeyCombination> keys;   ///< any of them does it; may be empty
    Scope scope = Scope::Everywhere;
    bool repeats = false;          ///< goes on while the key is held
    bool listed = true;            ///< offered in the palette
    std::optional<Scope> except = {};   ///< the one screen where it is not, of those that are everywhere
};

[[nodiscard]] const std::vector<Action>& actions();

[[nodiscard]] bool isOn(const Action& action, Action::Scope screen);

/// The action a key press means, or nullptr. Where a key needs Shift to be typed at all ("+"), Shift does not matter.
[[nodiscard]] const Action* actionFor(int key, Qt::KeyboardModifiers modifiers, Action::Scope screen);

/// "Ctrl+K", as printed on the keyboard.
[[nodiscard]] QString keyText(QKeyCombination key);

/// Its keys as text, each once.
[[nodiscard]] QStringList keyTexts(const Action& action);

/// The table of actions that have keys, group by group.
class ActionListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(int count READ count CONSTANT FINAL)

public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, GroupRole, FirstOfGroupRole, KeysRole, KeysTextRole, ActiveRole };

    /// `active` says whether an action can be done now.
    ActionListModel(std::function<bool(const Action&)> active, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_rows.size()); }

    /// Asks again what can be done now.
    Q_INVOKABLE void refresh();

private:
    std::function<bool(const Action&)> m_active;
    std::vector<const Action*> m_rows;
};

} // namespace bindlab
