#include "viewmodels/window/app_view_model.h"

#include "catch.h"
#include "lesson/glossary.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace bindlab;

namespace {

QStringList column(const SearchListModel& model, int role)
{
    QStringList list;
    for (int row = 0; row < model.count(); ++row)
        list.append(model.index(row).data(role).toString());
    return list;
}

QStringList found(AppViewModel& app, const QString& words)
{
    app.palette()->refresh();
    app.palette()->setFilter(words);
    return column(*app.palette(), SearchListModel::IdRole);
}

} // namespace

TEST_CASE("before anything is typed, what can be done now is offered", "[palette]")
{
    AppViewModel app(Library::shipped(), {});
    const QAbstractItemModelTester tester(app.palette(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK_FALSE(found(app, "").contains("check"));
    app.openLesson("who-unbinds");
    CHECK(found(app, "").contains("check"));
    CHECK(found(app, "check every interleaving").front() == "check");
    CHECK(found(app, "no such words").isEmpty());
    CHECK(app.palette()->idAt(0).isEmpty());
    CHECK(app.palette()->idAt(-1).isEmpty());
}

TEST_CASE("every term of the glossary is found by each of its names, with what it means", "[palette]")
{
    AppViewModel app(Library::shipped(), {});
    for (const Term& term : glossary()) {
        auto names = term.names;
        names.push_back(term.term);
        for (const std::string& name : names) {
            INFO(name);
            CHECK(found(app, QString::fromStdString(name)).contains("term:" + QString::fromStdString(term.term)));
        }
    }
    CHECK(found(app, "tombstone").size() > 0);
    CHECK(column(*app.palette(), SearchListModel::DetailRole).join(' ').contains("id"));
}

TEST_CASE("lessons, their pages and mails are found, and lead there", "[palette]")
{
    AppViewModel app(Library::shipped(), {});
    CHECK(found(app, "who unbinds lesson 6").contains("lesson:who-unbinds"));
    const QStringList race = found(app, "Predict the race");
    REQUIRE(race.size() == 1);
    app.trigger(race.front());
    CHECK(app.lesson()->lessonId() == "who-unbinds");
    CHECK(app.lesson()->pageTitle() == "Predict the race");
    const QStringList mails = found(app, "RFC 17/30 Xu 2025-05-29");
    REQUIRE_FALSE(mails.isEmpty());
    CHECK(mails.front().startsWith("lesson:"));
    app.trigger("lesson:no-such-lesson");
    CHECK(app.trouble().contains("no-such-lesson"));
}

TEST_CASE("steps and objects of the open run are found, but nothing that answers an open question", "[palette]")
{
    AppViewModel app(Library::shipped(), {});
    app.openLesson("who-unbinds");
    WorkbenchViewModel& workbench = *app.lesson()->workbench();
    REQUIRE(workbench.stepThread(0));
    REQUIRE(workbench.stepThread(0));
    const auto step = [&](int at) { return QString::fromStdString(workbench.run()->record(at).sentence); };
    REQUIRE(workbench.length() > 0);
    const QStringList steps = found(app, step(0));
    REQUIRE(steps.contains("position:1"));
    app.trigger("position:1");
    CHECK(workbench.position() == 1);

    QSignalSpy requested(&app, &AppViewModel::requested);
    QStringList boxes = found(app, "vdevice on the map").filter(QStringLiteral("box:"));
    REQUIRE_FALSE(boxes.isEmpty());
    app.trigger(boxes.front());
    REQUIRE(requested.count() == 1);
    CHECK(requested.front().front() == boxes.front());

    while (app.lesson()->openDirective() != "predict")
        app.lesson()->openDirective().isEmpty() ? app.lesson()->nextPage() : app.lesson()->skip();
    app.palette()->refresh();
    app.palette()->setFilter("step");
    for (const QString& id : column(*app.palette(), SearchListModel::IdRole).filter(QStringLiteral("position:")))
        CHECK(id.mid(9).toInt() <= workbench.position());
}
