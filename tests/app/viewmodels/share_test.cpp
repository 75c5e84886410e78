#include "viewmodels/window/app_view_model.h"

#include "catch.h"
#include "report/share_code.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace bindlab;

TEST_CASE("a share code opens the exact moment in another profile", "[share]")
{
    AppViewModel here(Library::shipped(), {});
    CHECK(here.shareCode().isEmpty());
    here.openLesson("who-unbinds");
    while (here.lesson()->openDirective() != "watch")
        here.lesson()->openDirective().isEmpty() ? here.lesson()->nextPage() : here.lesson()->skip();
    WorkbenchViewModel& workbench = *here.lesson()->workbench();
    workbench.last();
    workbench.back();
    here.trigger("copyShareCode");
    const QString code = QGuiApplication::clipboard()->text();
    REQUIRE(isShareCode(code.toStdString()));

    AppViewModel there(Library::shipped(), {});
    there.palette()->refresh();
    there.palette()->setFilter(code);
    REQUIRE(there.palette()->count() == 1);
    there.trigger(there.palette()->idAt(0));
    CHECK(there.trouble().isEmpty());
    CHECK(there.screen() == AppViewModel::Place::Lesson);
    const WorkbenchViewModel& opened = *there.lesson()->workbench();
    CHECK(opened.position() == workbench.position());
    CHECK(opened.length() == workbench.length());
    CHECK(opened.run()->state() == workbench.run()->state());
    CHECK(opened.selection() == workbench.selection());
}

TEST_CASE("what a lesson declares itself goes along in its share code", "[share]")
{
    AppViewModel here(Library::shipped(), {});
    here.openLesson("challenges-first-moves");
    here.lesson()->openPage(3);   // a scenario of its own
    REQUIRE_FALSE(Library::shipped().compile(here.lesson()->workbench()->selection()));
    here.lesson()->workbench()->stepThread(0);
    AppViewModel there(Library::shipped(), {});
    there.openShared(here.shareCode());
    CHECK(there.trouble().isEmpty());
    REQUIRE(there.lesson()->workbench()->run() != nullptr);
    CHECK(there.lesson()->workbench()->run()->state() == here.lesson()->workbench()->run()->state());
}

TEST_CASE("a share code gives away nothing that an open question asks", "[share]")
{
    AppViewModel app(Library::shipped(), {});
    app.openLesson("who-unbinds");
    while (app.lesson()->openDirective() != "predict")
        app.lesson()->openDirective().isEmpty() ? app.lesson()->nextPage() : app.lesson()->skip();
    const auto trace = traceFromShareCode(app.shareCode().toStdString());
    REQUIRE(trace);
    CHECK(int(trace->steps.size()) == app.lesson()->workbench()->position());
}

TEST_CASE("a damaged share code is said, and what is open stays", "[share]")
{
    AppViewModel app(Library::shipped(), {});
    app.openLesson("who-unbinds");
    const State before = app.lesson()->workbench()->run()->state();
    for (const char* code : {"bindlab1:AAAA", "bindlab9:AAAA", "bindlab1:"}) {
        app.openShared(code);
        INFO(app.trouble().toStdString());
        CHECK(app.trouble().endsWith('.'));
        CHECK(app.lesson()->workbench()->run()->state() == before);
    }
}
