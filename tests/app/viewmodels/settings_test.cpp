#include "viewmodels/window/settings_view_model.h"

#include "catch.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace bindlab;

namespace {

QStringList titles(const ActionListModel& list)
{
    QStringList all;
    for (int row = 0; row < list.count(); ++row)
        all.append(list.index(row).data(ActionListModel::TitleRole).toString());
    return all;
}

} // namespace

TEST_CASE("the settings have every action, and the search leaves those with all its words", "[settings]")
{
    AppSettings nowhere{QString()};
    SettingsViewModel settings(nowhere, {});
    const QAbstractItemModelTester tester(settings.keyList(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(settings.keyList()->count() == int(actions().size()));
    settings.setFilter("pane next");
    CHECK(titles(*settings.keyList()) == QStringList{"Next pane"});
    CHECK(settings.shows("the NEXT of the panes"));
    CHECK_FALSE(settings.shows("the next"));
    // By what is printed on the key, too.
    settings.setFilter("shift+f6");
    CHECK(titles(*settings.keyList()) == QStringList{"Previous pane"});
    settings.setFilter("");
    CHECK(settings.keyList()->count() == int(actions().size()));
}

TEST_CASE("a changed key is told, shown as changed, and kept in the file", "[settings]")
{
    const QTemporaryDir folder;
    AppSettings kept(folder.filePath("settings.ini"));
    {
        SettingsViewModel settings(kept, {});
        QSignalSpy told(&settings, &SettingsViewModel::keysChanged);
        settings.setFilter("next pane");
        CHECK_FALSE(settings.keysAreChanged());
        CHECK(settings.changeKey("nextArea", Qt::Key_J, Qt::ControlModifier).isEmpty());
        CHECK(told.count() == 1);
        CHECK(settings.keysAreChanged());
        CHECK(settings.keyList()->index(0).data(ActionListModel::ChangedRole).toBool());
        CHECK(settings.keyList()->index(0).data(ActionListModel::KeysTextRole) == "Ctrl+J");
        CHECK_FALSE(settings.changeKey("nextArea", Qt::Key_K, Qt::ControlModifier).isEmpty());
        CHECK(told.count() == 1);
    }
    SettingsViewModel settings(kept, {});
    CHECK(settings.keyTexts().value("nextArea") == "Ctrl+J");
    CHECK(settings.resetKey("nextArea").isEmpty());
    CHECK_FALSE(SettingsViewModel(kept, {}).keysAreChanged());
}

TEST_CASE("a key of a damaged settings file is as shipped", "[settings]")
{
    const QTemporaryDir folder;
    AppSettings kept(folder.filePath("settings.ini"));
    kept.keep("keys/nextArea", "Ctrl+K");
    kept.keep("keys/previousArea", QVariantList{1, 2, 3});
    kept.keep("keys/nobody", "Ctrl+J");
    SettingsViewModel settings(kept, {});
    CHECK_FALSE(settings.keysAreChanged());
    CHECK(settings.keyTexts().value("nextArea") == "F6");
}

TEST_CASE("a modifier alone is not yet a key", "[settings]")
{
    AppSettings nowhere{QString()};
    const SettingsViewModel settings(nowhere, {});
    for (const int key : {Qt::Key_Shift, Qt::Key_Control, Qt::Key_Alt, Qt::Key_AltGr, Qt::Key_Meta, Qt::Key_CapsLock, Qt::Key_Super_L})
        CHECK(settings.isModifier(key));
    for (const int key : {Qt::Key_A, Qt::Key_F1, Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Home, Qt::Key_F35, Qt::Key_Menu})
        CHECK_FALSE(settings.isModifier(key));
}
