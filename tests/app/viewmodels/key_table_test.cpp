#include "viewmodels/window/key_table.h"

#include "catch.h"

#include <array>
#include <map>

using namespace bindlab;

namespace {

constexpr std::array screens{Action::Scope::Everywhere, Action::Scope::Lesson, Action::Scope::Compare, Action::Scope::Matrix,
                             Action::Scope::Sandbox, Action::Scope::States, Action::Scope::Device, Action::Scope::Reference};

/// No key means two things on one screen.
void checkNoClash(const KeyTable& table)
{
    for (const Action::Scope screen : screens) {
        std::map<int, std::string> owner;
        for (const Action& action : table.actions()) {
            if (!isOn(action, screen))
                continue;
            for (const QKeyCombination& key : action.keys) {
                const auto [other, fresh] = owner.emplace(key.toCombined(), action.id.toStdString());
                INFO(keyText(key).toStdString() << " is both " << other->second << " and " << action.id.toStdString());
                CHECK(fresh);
            }
        }
        CHECK(owner.size() > 15);
    }
}

QKeyCombination ctrl(Qt::Key key)
{
    return Qt::CTRL | key;
}

const Action* meant(const KeyTable& table, QKeyCombination key, Action::Scope screen = Action::Scope::Lesson)
{
    return table.actionFor(key.key(), key.keyboardModifiers(), screen);
}

} // namespace

TEST_CASE("no key means two things in one place", "[keys]")
{
    checkNoClash(KeyTable());
}

TEST_CASE("whatever key an action is offered, no two of a screen come to share one", "[keys][invariant]")
{
    KeyTable table;
    // Each action is offered the shipped keys of every other: what another still has is refused.
    int refused = 0;
    for (const Action& action : actions()) {
        for (const Action& other : actions()) {
            for (const QKeyCombination& key : other.keys)
                refused += table.change(action.id, key).isEmpty() ? 0 : 1;
        }
    }
    CHECK(refused > 1000);
    CHECK_FALSE(table.changes().empty());
    checkNoClash(table);
    KeyTable again;
    again.restore(table.changes());
    CHECK(again.changes() == table.changes());
    checkNoClash(again);
}

TEST_CASE("a changed key stands in place of the shipped ones", "[keys]")
{
    KeyTable table;
    CHECK(table.change("check", ctrl(Qt::Key_J)).isEmpty());
    CHECK(meant(table, ctrl(Qt::Key_J))->id == "check");
    CHECK(meant(table, ctrl(Qt::Key_Return)) == nullptr);
    CHECK(meant(table, ctrl(Qt::Key_Enter)) == nullptr);
    CHECK(table.changed(*table.find("check")));
    // The sandbox has its own, and keeps it.
    CHECK(meant(table, ctrl(Qt::Key_Return), Action::Scope::Sandbox)->id == "sandboxCheck");
}

TEST_CASE("a clash is refused with a sentence that names the other action", "[keys]")
{
    KeyTable table;
    const QString problem = table.change("check", ctrl(Qt::Key_K));
    CHECK(problem == "Ctrl+K already means \"Search or run\" (Window); give that another key first.");
    CHECK(table.changes().empty());
    // "find" is on the sandbox only, "search" everywhere else: they share a key, and may.
    CHECK(table.change("find", ctrl(Qt::Key_F)).isEmpty());
    CHECK_FALSE(table.change("play", ctrl(Qt::Key_F)).isEmpty());
}

TEST_CASE("what the window itself needs can be given to no action", "[keys]")
{
    KeyTable table;
    for (const QKeyCombination key : {QKeyCombination(Qt::Key_Escape), QKeyCombination(Qt::Key_Tab), Qt::SHIFT | Qt::Key_Backtab, QKeyCombination(Qt::Key_Return),
                                      QKeyCombination(Qt::Key_Enter), QKeyCombination(Qt::Key_unknown)}) {
        INFO(keyText(key).toStdString());
        CHECK_FALSE(table.change("play", key).isEmpty());
    }
    CHECK_FALSE(table.change("close", ctrl(Qt::Key_J)).isEmpty());
    CHECK_FALSE(table.change("nothing", ctrl(Qt::Key_J)).isEmpty());
    CHECK(table.changes().empty());
}

TEST_CASE("one action's keys are as shipped again, unless another has taken them", "[keys]")
{
    KeyTable table;
    REQUIRE(table.change("check", ctrl(Qt::Key_J)).isEmpty());
    REQUIRE(table.change("help", ctrl(Qt::Key_Return)).isEmpty() == false);   // the sandbox and the device have it
    REQUIRE(table.change("play", ctrl(Qt::Key_Return)).isEmpty());
    CHECK(table.reset("check").contains("\"Play or pause\""));
    CHECK(table.reset("play").isEmpty());
    CHECK(table.reset("check").isEmpty());
    CHECK(table.changes().empty());
}

TEST_CASE("two actions that took each other's keys are so again after a restart", "[keys]")
{
    KeyTable table;
    REQUIRE(table.change("back", ctrl(Qt::Key_J)).isEmpty());
    REQUIRE(table.change("forward", Qt::Key_Left).isEmpty());
    REQUIRE(table.change("back", Qt::Key_Right).isEmpty());
    KeyTable again;
    again.restore(table.changes());
    CHECK(meant(again, QKeyCombination(Qt::Key_Left))->id == "forward");
    CHECK(meant(again, QKeyCombination(Qt::Key_Right))->id == "back");
    again.resetAll();
    CHECK(again.changes().empty());
    CHECK(meant(again, QKeyCombination(Qt::Key_Left))->id == "back");
}

TEST_CASE("damaged, reserved and clashing keys stay as shipped", "[keys]")
{
    const QString damaged = GENERATE(as<QString>(), "", "Ctrl+", "no such key", "Ctrl+K", "Esc", "Return", "Tab", "Ctrl+J, Ctrl+K", "\xff\xfe", "Ctrl+Shift+Alt+Meta+");
    INFO(damaged.toStdString());
    KeyTable table;
    table.restore({{"check", damaged}, {"no such action", "Ctrl+J"}, {"close", "Ctrl+L"}});
    CHECK(table.changes().empty());
    checkNoClash(table);
}

TEST_CASE("of two kept actions with the same key, no two have it afterwards", "[keys]")
{
    KeyTable table;
    table.restore({{"check", "Ctrl+J"}, {"play", "Ctrl+J"}, {"back", "Ctrl+L"}});
    checkNoClash(table);
    CHECK(meant(table, ctrl(Qt::Key_L))->id == "back");
    CHECK(table.changes().size() == 2);
}
