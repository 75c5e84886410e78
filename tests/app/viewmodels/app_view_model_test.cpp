#include "viewmodels/window/app_view_model.h"

#include "catch.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bindlab;

namespace {

struct Kept {
    QTemporaryDir folder;
    AppFiles files{folder.filePath("settings.ini"), folder.filePath("progress.json"), folder.filePath("lessons")};
    QString lesson = QString::fromStdString(lessons().front().id);
};

/// Every state of the workbench's run, from the start.
std::vector<State> states(const WorkbenchViewModel& workbench)
{
    std::vector<State> all;
    for (int step = 0; step <= workbench.run()->length(); ++step)
        all.push_back(workbench.run()->stateAt(step));
    return all;
}

} // namespace

TEST_CASE("the window opens at the welcome screen, later where the learner left off", "[app]")
{
    const Kept kept;
    {
        AppViewModel app(Library::shipped(), kept.files);
        app.resume();
        CHECK(app.screen() == AppViewModel::Place::Welcome);
        app.openLesson(kept.lesson);
        CHECK(app.screen() == AppViewModel::Place::Lesson);
        app.lesson()->openPage(2);
    }
    {
        AppViewModel app(Library::shipped(), kept.files);
        app.resume();
        CHECK(app.screen() == AppViewModel::Place::Lesson);
        CHECK(app.lesson()->page() == 2);
        app.openWelcome();
    }
    AppViewModel app(Library::shipped(), kept.files);
    app.resume();
    CHECK(app.screen() == AppViewModel::Place::Welcome);
    app.openLesson(kept.lesson);
    CHECK(app.lesson()->page() == 2);
}

TEST_CASE("theme, text size, motion and pane sizes are remembered", "[app]")
{
    const Kept kept;
    {
        AppViewModel app(Library::shipped(), kept.files);
        CHECK(app.dark());
        app.setThemeChoice(AppViewModel::ThemeChoice::Light);
        app.setTextScale(1.5);
        app.setReducedMotion(true);
        app.setPaneSize("lesson/prose", 400);
    }
    AppViewModel app(Library::shipped(), kept.files);
    CHECK_FALSE(app.dark());
    CHECK(app.textScale() == Approx(1.5));
    CHECK(app.reducedMotion());
    CHECK(app.paneSize("lesson/prose", 316) == Approx(400));
    QSignalSpy reset(&app, &AppViewModel::layoutReset);
    app.trigger("resetLayout");
    CHECK(reset.count() == 1);
    CHECK(app.paneSize("lesson/prose", 316) == Approx(316));
}

TEST_CASE("a damaged settings file is as good as none", "[app]")
{
    const Kept kept;
    {
        QSettings settings(kept.files.settings, QSettings::IniFormat);
        settings.setValue("look/theme", 77);
        settings.setValue("look/text", "nan");
        settings.setValue("look/reducedMotion", "perhaps");
        settings.setValue("open/lesson", "no-such-lesson");
        settings.setValue("panes/lesson/prose", -5);
    }
    AppViewModel app(Library::shipped(), kept.files);
    app.resume();
    CHECK(app.screen() == AppViewModel::Place::Welcome);
    CHECK(app.trouble().isEmpty());
    CHECK(app.dark());
    CHECK(app.textScale() == Approx(1.0));
    CHECK_FALSE(app.reducedMotion());
    CHECK(app.paneSize("lesson/prose", 316) == Approx(316));
    app.openLesson(kept.lesson);
    CHECK(app.lesson()->page() == 0);
}

TEST_CASE("text grows and shrinks in steps between its bounds", "[app]")
{
    AppViewModel app(Library::shipped(), {});
    for (int press = 0; press < 30; ++press)
        app.press(Qt::Key_Equal, Qt::ControlModifier, true);
    CHECK(app.textScale() == Approx(Look::largestText));
    for (int press = 0; press < 30; ++press)
        app.press(Qt::Key_Minus, Qt::ControlModifier, true);
    CHECK(app.textScale() == Approx(Look::smallestText));
    app.press(Qt::Key_0, Qt::ControlModifier, false);
    CHECK(app.textScale() == Approx(1.0));
}

TEST_CASE("an unknown lesson is one sentence, and Esc takes it away", "[app]")
{
    AppViewModel app(Library::shipped(), {});
    app.openLesson(QStringLiteral("no-such-lesson"));
    CHECK(app.screen() == AppViewModel::Place::Welcome);
    CHECK(app.trouble().contains("no-such-lesson"));
    app.press(Qt::Key_Escape, Qt::NoModifier, false);
    CHECK(app.trouble().isEmpty());
}

SCENARIO("played by keys 1, 2, 2, 1, back to the start and forward again, every state is the same", "[app][keys]")
{
    GIVEN("the lesson at a page where the learner chooses the schedule")
    {
        const Kept kept;
        AppViewModel app(Library::shipped(), {});
        app.openLesson(kept.lesson);
        WorkbenchViewModel& workbench = *app.lesson()->workbench();
        REQUIRE(app.lesson()->openDirective() == "drive");
        REQUIRE(workbench.position() == 0);

        WHEN("threads are stepped by their digits")
        {
            std::vector<int> positions;
            // More than four, so that locks are taken and one thread has to wait for the other.
            for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_2, Qt::Key_1, Qt::Key_2, Qt::Key_1, Qt::Key_1, Qt::Key_2}) {
                CHECK(app.press(key, Qt::NoModifier, false));
                positions.push_back(workbench.position());
            }
            REQUIRE(positions.back() >= 4);
            const std::vector<State> played = states(workbench);
            const State end = workbench.run()->state();

            THEN("Left goes back through the same states to the start, and Right forward through them to the end")
            {
                for (int step = positions.back(); step > 0; --step) {
                    CHECK(workbench.run()->state() == played[std::size_t(step)]);
                    app.press(Qt::Key_Left, Qt::NoModifier, true);
                    CHECK(workbench.position() == step - 1);
                }
                CHECK(workbench.run()->state() == initialState(workbench.run()->model()));
                for (int step = 0; step < positions.back(); ++step) {
                    CHECK(workbench.run()->state() == played[std::size_t(step)]);
                    app.press(Qt::Key_Right, Qt::NoModifier, true);
                }
                CHECK(workbench.run()->state() == end);
                CHECK(states(workbench) == played);
                app.press(Qt::Key_Home, Qt::NoModifier, false);
                CHECK(workbench.position() == 0);
                app.press(Qt::Key_End, Qt::NoModifier, false);
                CHECK(workbench.run()->state() == end);
            }
        }
    }
}

TEST_CASE("a held key steps on, a held switch does not flicker", "[app][keys]")
{
    const Kept kept;
    AppViewModel app(Library::shipped(), {});
    app.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier, false);
    CHECK_FALSE(app.dark());
    CHECK(app.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier, true));
    CHECK_FALSE(app.dark());

    app.openLesson(kept.lesson);
    app.press(Qt::Key_1, Qt::NoModifier, false);
    app.press(Qt::Key_1, Qt::NoModifier, true);
    CHECK(app.lesson()->workbench()->position() == 2);
}

TEST_CASE("what only the window can do is handed to it", "[app]")
{
    AppViewModel app(Library::shipped(), {});
    QSignalSpy requested(&app, &AppViewModel::requested);
    app.press(Qt::Key_F1, Qt::NoModifier, false);
    app.press(Qt::Key_K, Qt::ControlModifier, false);
    REQUIRE(requested.count() == 2);
    CHECK(requested.at(0).front() == "help");
    CHECK(requested.at(1).front() == "palette");
    CHECK_FALSE(app.press(Qt::Key_J, Qt::NoModifier, false));
}

TEST_CASE("every action of the table can be triggered anywhere without harm", "[app]")
{
    for (const bool inLesson : {false, true}) {
        AppViewModel app(Library::shipped(), {});
        if (inLesson)
            app.openLesson(QString::fromStdString(lessons().front().id));
        QSignalSpy requested(&app, &AppViewModel::requested);
        for (const Action& action : actions()) {
            app.trigger(action.id);
            app.clearTrouble();   // Esc would do no more than that
        }
        app.lesson()->workbench()->stopCheck();
        // These the window does; an id that is missing here would do nothing at all.
        QStringList handed;
        for (const QList<QVariant>& arguments : requested)
            handed.append(arguments.front().toString());
        CHECK(handed.join(" ").toStdString() == QStringList{"palette", "zoomIn", "zoomOut", "zoomFit", "mapTable", "why", "statesZoomIn", "statesZoomOut", "statesZoomFit", "statesFind", "find", "newText", "referenceFind", "palette", "palette", "export", "nextArea", "previousArea", "progress", "help", "close", "quit"}.join(" ").toStdString());
    }
}

TEST_CASE("settings are left to where one was, the lesson as well", "[app]")
{
    AppViewModel app(Library::shipped(), {});
    QSignalSpy requested(&app, &AppViewModel::requested);
    app.openLesson(QString::fromStdString(lessons().front().id));
    app.press(Qt::Key_Comma, Qt::ControlModifier, false);
    CHECK(app.screen() == AppViewModel::Place::Settings);
    app.press(Qt::Key_Comma, Qt::ControlModifier, false);
    app.press(Qt::Key_Escape, Qt::NoModifier, false);
    CHECK(app.screen() == AppViewModel::Place::Lesson);
    CHECK(requested.isEmpty());
    app.press(Qt::Key_Escape, Qt::NoModifier, false);
    REQUIRE(requested.count() == 1);
    CHECK(requested.front().front() == "close");
    app.trigger("progress");
    CHECK(app.screen() == AppViewModel::Place::Settings);
    app.press(Qt::Key_1, Qt::ControlModifier, false);
    CHECK(app.screen() == AppViewModel::Place::Lesson);
}

TEST_CASE("the speed of playback is remembered, a damaged one is not", "[app]")
{
    const Kept kept;
    {
        AppViewModel app(Library::shipped(), kept.files);
        CHECK(app.lesson()->workbench()->speed() == Approx(1));
        app.lesson()->workbench()->setSpeed(2);
    }
    CHECK(AppViewModel(Library::shipped(), kept.files).lesson()->workbench()->speed() == Approx(2));
    for (const char* damaged : {"0", "-1", "fast", "nan", "1e9"}) {
        QSettings(kept.files.settings, QSettings::IniFormat).setValue("play/speed", damaged);
        CHECK(AppViewModel(Library::shipped(), kept.files).lesson()->workbench()->speed() == Approx(1));
    }
}

TEST_CASE("a changed key is meant by the key, the palette, tips and the list, and survives a restart", "[app][keys]")
{
    const Kept kept;
    {
        AppViewModel app(Library::shipped(), kept.files);
        CHECK(app.settings()->changeKey("device", Qt::Key_J, Qt::ControlModifier).isEmpty());
    }
    AppViewModel app(Library::shipped(), kept.files);
    CHECK(app.keysOf("device") == "Ctrl+J");
    CHECK(app.settings()->keyTexts().value("device") == "Ctrl+J");
    CHECK_FALSE(app.press(Qt::Key_6, Qt::ControlModifier, false));
    CHECK(app.press(Qt::Key_J, Qt::ControlModifier, false));
    CHECK(app.screen() == AppViewModel::Place::Device);
    app.palette()->refresh();
    app.palette()->setFilter("the device");
    CHECK(app.palette()->index(0).data(SearchListModel::KeysRole).toStringList() == QStringList{"Ctrl+J"});
    bool listed = false;
    for (int row = 0; row < app.keyList()->count(); ++row)
        listed = listed || (app.keyList()->index(row).data(ActionListModel::IdRole) == "device" && app.keyList()->index(row).data(ActionListModel::KeysTextRole) == "Ctrl+J");
    CHECK(listed);
    app.settings()->resetKeys();
    CHECK(AppViewModel(Library::shipped(), kept.files).keysOf("device") == "Ctrl+6");
}

TEST_CASE("done pages show on the lesson's card and in what comes next", "[app]")
{
    const Kept kept;
    AppViewModel app(Library::shipped(), kept.files);
    const QAbstractItemModelTester tester(app.lessons(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(app.lessons()->nextId() == kept.lesson);
    CHECK_FALSE(app.lessons()->nextStarted());
    app.openLesson(kept.lesson);
    app.lesson()->skip();
    while (!app.lesson()->openDirective().isEmpty())
        app.lesson()->skip();
    CHECK(app.lessons()->index(0).data(LessonListModel::PagesDoneRole).toInt() == 1);
    CHECK(app.lessons()->nextStarted());
}

TEST_CASE("a flow file that was opened is read again when it is saved, and its run goes on as far as it still goes", "[app]")
{
    const QTemporaryDir folder;
    const QString name = folder.filePath("peterson.flow");
    QFile shipped(BINDLAB_SOURCE_DIR "/statemachine/models/peterson.flow");
    REQUIRE(shipped.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(shipped.readAll());
    const auto save = [&](const QString& now) {
        QFile file(name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(now.toUtf8());
    };
    save(text);
    const auto own = readFlow(name.toStdString(), text.toStdString(), Library::shipped());
    REQUIRE(own);
    AppViewModel app(Library::shipped(), {});
    app.openFlow(*own);
    const WorkbenchViewModel& workbench = *app.lesson()->workbench();
    for (const int thread : {0, 0, 0, 1})
        REQUIRE(app.lesson()->workbench()->stepThread(thread));
    app.lesson()->workbench()->seek(3);

    save(QString(text).replace("shared.inside++;\n    shared.inside--;\n    shared.wants1", "shared.inside = 7;\n    shared.wants1"));
    REQUIRE(QTest::qWaitFor([&] { return &workbench.run()->model() != &own->run.model(); }));
    CHECK(workbench.length() == 4);
    CHECK(workbench.position() == 3);
    CHECK(app.trouble().isEmpty());

    save(QString(text).replace("shared.turn = 2;", "shared.turn = = 2;"));
    REQUIRE(QTest::qWaitFor([&] { return !app.trouble().isEmpty(); }));
    INFO(app.trouble().toStdString());
    CHECK(app.trouble().contains("peterson.flow:14:"));
    CHECK(app.trouble().contains("What you see is how it was before"));
    CHECK(workbench.length() == 4);

    save(QString(text).replace("shared.turn = 2;", "goto again;"));
    REQUIRE(QTest::qWaitFor([&] { return app.trouble().isEmpty(); }));
    CHECK(workbench.length() <= 4);
}
