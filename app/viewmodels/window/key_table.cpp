#include "key_table.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>

namespace bindlab {

namespace {

struct KeyWords {
    Q_DECLARE_TR_FUNCTIONS(KeyTable)
};

const Action& shipped(const Action& action) {
    return *std::ranges::find(actions(), action.id, &Action::id);
}

/// Why a key can be given to no action; empty when it can.
QString reserved(QKeyCombination key) {
    if (key.key() == Qt::Key_unknown || key.key() == 0)
        return KeyWords::tr("This key has no name here; press another one.");
    const bool plain = (key.keyboardModifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier)) == Qt::NoModifier;
    if (plain && (key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab))
        return KeyWords::tr("Tab takes the keyboard to the next control and can mean nothing else.");
    if (key.keyboardModifiers() == Qt::NoModifier && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter))
        return KeyWords::tr("Enter presses the button that has the keyboard and can mean nothing else.");
    if (key.key() == Qt::Key_Escape)
        return KeyWords::tr("Esc closes what is open and can mean nothing else.");
    return {};
}

} // namespace

KeyTable::KeyTable() : m_actions(bindlab::actions()) {}

const Action* KeyTable::find(const QString& id) const {
    const auto found = std::ranges::find(m_actions, id, &Action::id);
    return found == m_actions.end() ? nullptr : &*found;
}

Action* KeyTable::own(const QString& id) {
    return const_cast<Action*>(find(id));
}

const Action* KeyTable::actionFor(int key, Qt::KeyboardModifiers modifiers, Action::Scope screen) const {
    const QKeyCombination pressed = keyMeant(key, modifiers);
    const auto found = std::ranges::find_if(m_actions, [&](const Action& action) { return isOn(action, screen) && action.keys.contains(pressed); });
    return found == m_actions.end() ? nullptr : &*found;
}

bool KeyTable::changed(const Action& action) const {
    return action.keys != shipped(action).keys;
}

QString KeyTable::clashOf(const Action& action, const QList<QKeyCombination>& keys) const {
    for (const Action& other : m_actions) {
        if (other.id == action.id || !meet(action, other))
            continue;
        for (const QKeyCombination& key : keys) {
            if (other.keys.contains(key))
                return KeyWords::tr("%1 already means \"%2\" (%3); give that another key first.").arg(keyText(key), other.title, other.group);
        }
    }
    return {};
}

QString KeyTable::change(const QString& id, QKeyCombination key) {
    Action* action = own(id);
    if (action == nullptr)
        return KeyWords::tr("There is no action \"%1\".").arg(id);
    if (action->fixed)
        return KeyWords::tr("\"%1\" keeps its key.").arg(action->title);
    const QKeyCombination meant = keyMeant(key.key(), key.keyboardModifiers());
    QString problem = reserved(meant);
    if (problem.isEmpty())
        problem = clashOf(*action, {meant});
    if (problem.isEmpty())
        action->keys = {meant};
    return problem;
}

QString KeyTable::reset(const QString& id) {
    Action* action = own(id);
    if (action == nullptr)
        return KeyWords::tr("There is no action \"%1\".").arg(id);
    const QList<QKeyCombination>& keys = shipped(*action).keys;
    const QString problem = clashOf(*action, keys);
    if (problem.isEmpty())
        action->keys = keys;
    return problem;
}

void KeyTable::resetAll() {
    for (Action& action : m_actions)
        action.keys = shipped(action).keys;
}

std::map<QString, QString> KeyTable::changes() const {
    std::map<QString, QString> all;
    for (const Action& action : m_actions) {
        if (changed(action))
            all.emplace(action.id, QKeySequence(action.keys.front()).toString(QKeySequence::PortableText));
    }
    return all;
}

void KeyTable::restore(const std::map<QString, QString>& changes) {
    // All first, then what clashes: two actions may have taken each other's keys.
    for (const auto& [id, name] : changes) {
        Action* action = own(id);
        const QKeySequence keys = QKeySequence::fromString(name, QKeySequence::PortableText);
        if (action != nullptr && !action->fixed && keys.count() == 1 && reserved(keys[0]).isEmpty())
            action->keys = {keyMeant(keys[0].key(), keys[0].keyboardModifiers())};
    }
    const auto clashes = [this](const Action& action) { return changed(action) && !clashOf(action, action.keys).isEmpty(); };
    for (auto found = std::ranges::find_if(m_actions, clashes); found != m_actions.end(); found = std::ranges::find_if(m_actions, clashes))
        found->keys = shipped(*found).keys;
}

} // namespace bindlab
