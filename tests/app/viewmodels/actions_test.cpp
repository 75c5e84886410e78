#include "viewmodels/window/action_list_model.h"
#include "viewmodels/window/app_actions.h"

#include "catch.h"

#include <QAbstractItemModelTester>

#include <algorithm>
#include <set>

using namespace bindlab;

TEST_CASE("every action has its own id, a title and a group", "[keys]")
{
    std::set<QString> ids;
    for (const Action& action : actions()) {
        CHECK(ids.insert(action.id).second);
        CHECK_FALSE(action.title.isEmpty());
        CHECK_FALSE(action.group.isEmpty());
    }
}

TEST_CASE("what an action does is said once, of every action", "[keys]")
{
    std::multiset<std::string> said;
    for (const ActionRow& row : actionRows())
        said.insert(row.id);
    std::multiset<std::string> wanted;
    for (const Action& action : actions())
        wanted.insert(action.id.toStdString());
    CHECK(said == wanted);
}

TEST_CASE("the keys of the interface design mean what it says", "[keys]")
{
    const KeyTable table;
    const auto id = [&table](int key, Qt::KeyboardModifiers modifiers = {}) {
        const Action* action = table.actionFor(key, modifiers, Action::Scope::Lesson);
        return action == nullptr ? std::string() : action->id.toStdString();
    };
    CHECK(id(Qt::Key_Space) == "play");
    CHECK(id(Qt::Key_Left) == "back");
    CHECK(id(Qt::Key_Right) == "forward");
    CHECK(id(Qt::Key_Home) == "first");
    CHECK(id(Qt::Key_End) == "last");
    CHECK(id(Qt::Key_V) == "violation");
    CHECK(id(Qt::Key_K, Qt::ControlModifier) == "palette");
    CHECK(id(Qt::Key_Return, Qt::ControlModifier) == "check");
    CHECK(id(Qt::Key_F6) == "nextArea");
    CHECK(id(Qt::Key_F6, Qt::ShiftModifier) == "previousArea");
    CHECK(id(Qt::Key_F1) == "help");
    CHECK(id(Qt::Key_Escape) == "close");
    for (int thread = 1; thread <= 9; ++thread)
        CHECK(id(Qt::Key_0 + thread) == "step" + std::to_string(thread));
}

TEST_CASE("Shift matters for letters and function keys, not where the layout needs it", "[keys]")
{
    const KeyTable table;
    CHECK(table.actionFor(Qt::Key_V, Qt::ShiftModifier, Action::Scope::Lesson) == nullptr);
    REQUIRE(table.actionFor(Qt::Key_1, Qt::ShiftModifier, Action::Scope::Lesson) != nullptr);
    CHECK(table.actionFor(Qt::Key_1, Qt::ShiftModifier, Action::Scope::Lesson)->id == "step1");
    REQUIRE(table.actionFor(Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier, Action::Scope::Everywhere) != nullptr);
    CHECK(table.actionFor(Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier, Action::Scope::Everywhere)->id == "textLarger");
    REQUIRE(table.actionFor(Qt::Key_1, Qt::KeypadModifier, Action::Scope::Lesson) != nullptr);
    CHECK(table.actionFor(Qt::Key_1, Qt::KeypadModifier, Action::Scope::Lesson)->id == "step1");
}

TEST_CASE("stepping keys mean nothing where no lesson is open", "[keys]")
{
    const KeyTable table;
    CHECK(table.actionFor(Qt::Key_1, {}, Action::Scope::Everywhere) == nullptr);
    CHECK(table.actionFor(Qt::Key_Space, {}, Action::Scope::Everywhere) == nullptr);
    CHECK(table.actionFor(Qt::Key_F1, {}, Action::Scope::Everywhere) != nullptr);
}

TEST_CASE("the list of keys has every key, group by group", "[keys]")
{
    const KeyTable keys;
    const ActionListModel list(keys, ActionListModel::Rows::WithKeys, [](const Action&) { return true; });
    std::vector<QString> groups;
    int keyed = 0;
    for (int row = 0; row < list.count(); ++row) {
        const QString group = list.index(row).data(ActionListModel::GroupRole).toString();
        if (groups.empty() || groups.back() != group)
            groups.push_back(group);
        keyed += list.index(row).data(ActionListModel::KeysRole).toStringList().isEmpty() ? 0 : 1;
    }
    CHECK(std::set<QString>(groups.begin(), groups.end()).size() == groups.size());
    CHECK(keyed == list.count());
    CHECK(keyed == std::count_if(actions().begin(), actions().end(), [](const Action& action) { return !action.keys.isEmpty(); }));
}
