#include "viewmodels/window/tour.h"

#include "catch.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <set>

using namespace bindlab;

namespace {

struct Opened {
    QTemporaryDir folder;
    std::unique_ptr<AppViewModel> app;

    Opened() { again(); }

    /// The program is closed and opened again.
    Tour& again()
    {
        app.reset();
        app = std::make_unique<AppViewModel>(Library::shipped(), AppFiles{folder.filePath("settings.ini")});
        app->resume();
        return tour();
    }
    [[nodiscard]] Tour& tour() const { return *app->tour(); }
    [[nodiscard]] QString at() const { return tourStops()[std::size_t(tour().number() - 1)].id; }
    [[nodiscard]] WorkbenchViewModel& workbench() const { return *app->lesson()->workbench(); }

    /// Does what the stop asks for, as its keys do.
    void act() const
    {
        const QString stop = at();
        if (stop == "check") {
            QSignalSpy finished(workbench().check(), &CheckViewModel::finished);
            app->trigger("check");
            REQUIRE(finished.wait(30000));
        } else {
            app->trigger(stop == "threads" ? "step1" : stop == "map" ? "step2" : stop == "verdict" ? "violation" : stop == "timeline" ? "back"
                         : stop == "search" ? "palette" : stop);
        }
        QCoreApplication::processEvents();
    }

    void goTo(const QString& stop) const
    {
        while (at() != stop)
            tour().next();
    }
};

} // namespace

TEST_CASE("the tour offers itself once: where nothing is kept, and where it was cut short", "[tour]")
{
    Opened window;
    CHECK(window.tour().offered());
    window.tour().leave();
    CHECK_FALSE(window.again().offered());
    CHECK_FALSE(window.tour().running());

    window.tour().start();
    window.goTo("check");
    CHECK(window.again().offered());
    CHECK(window.at() == "check");
    CHECK(window.tour().text().contains(tourStops()[2].title));
}

TEST_CASE("the tour does not offer itself where a lesson is open", "[tour]")
{
    Opened window;
    window.app->openLesson(QString::fromStdString(lessons().front().id));
    CHECK_FALSE(window.again().offered());
}

TEST_CASE("each stop of the tour is done by the act it asks for, and by nothing before it", "[tour]")
{
    Opened window;
    window.tour().start();
    std::set<QString> seen;
    for (int number = 1; number <= window.tour().count(); ++number) {
        INFO(window.at().toStdString());
        REQUIRE(window.tour().running());
        REQUIRE(window.tour().number() == number);
        CHECK(seen.insert(window.at()).second);
        window.app->trigger("textLarger");
        window.app->trigger("settings");
        CHECK(window.tour().number() == number);
        window.act();
    }
    CHECK_FALSE(window.tour().running());
}

TEST_CASE("a lesson in which is done what the tour asks for is opened to its end before the tour goes on", "[tour]")
{
    Opened window;
    for (const Lesson& lesson : lessons()) {
        window.tour().startOver();
        window.goTo("threads");
        window.app->openLesson(QString::fromStdString(lesson.id));
        CHECK(window.app->lesson()->lessonId() == QString::fromStdString(lesson.id));
        CHECK(window.app->lesson()->pages()->rowCount() == int(lesson.pages.size()));
        QCoreApplication::processEvents();
    }
}

TEST_CASE("the tour reads what it says off the run and its verdict", "[tour]")
{
    Opened window;
    window.tour().start();
    window.act();
    CHECK(window.tour().text().contains(window.workbench().sentence()));
    window.goTo("verdict");
    const QString unchecked = window.tour().text();
    window.tour().back();
    window.act();
    REQUIRE(window.at() == "verdict");
    const CheckResult& result = *window.workbench().check()->result();
    CHECK(window.tour().text() != unchecked);
    CHECK(window.tour().text().contains(window.workbench().check()->label()));
    CHECK(window.tour().text().contains(QString::number(result.violations.size())));
    window.act();
    CHECK(window.tour().text().contains(QString::number(window.workbench().length())));
    CHECK(window.tour().text().contains(window.workbench().sentence()));
}

TEST_CASE("a tour that was left goes on where it was, one that was finished begins again", "[tour]")
{
    Opened window;
    const QString first = window.tour().invitation();
    window.tour().start();
    window.goTo("matrix");
    window.tour().leave();
    CHECK(window.again().invitation() != first);
    window.tour().start();
    CHECK(window.at() == "matrix");
    window.tour().startOver();
    CHECK(window.at() == "threads");
    window.goTo("help");
    window.tour().next();
    CHECK_FALSE(window.tour().running());
    CHECK_FALSE(window.again().offered());
    window.app->trigger("tour");
    CHECK(window.at() == "threads");
    CHECK(window.workbench().position() == 0);
}

TEST_CASE("a stop on the map that is lost from sight is shown again on request", "[tour]")
{
    Opened window;
    window.tour().start();
    CHECK_FALSE(window.tour().away());
    window.act();
    window.app->openDevice();
    CHECK(window.tour().away());
    window.tour().show();
    CHECK_FALSE(window.tour().away());
    CHECK(window.workbench().position() == 1);

    window.app->openLesson(QString::fromStdString(lessons().front().id));
    CHECK(window.tour().away());
    window.tour().show();
    CHECK_FALSE(window.app->lesson()->isOpen());
    CHECK_FALSE(window.workbench().futureHidden());
}

TEST_CASE("what the tour kept and cannot be read is a tour that was left at its start", "[tour]")
{
    Opened window;
    window.tour().leave();
    {
        QSettings settings(window.folder.filePath("settings.ini"), QSettings::IniFormat);
        settings.setValue("tour/stop", "no such stop");
    }
    CHECK(window.again().number() == 1);
    CHECK_FALSE(window.tour().offered());
}
