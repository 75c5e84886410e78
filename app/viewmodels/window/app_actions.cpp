#include "app_actions.h"

#include "app_view_model.h"
#include "tour.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace bindlab {

namespace {

using App = AppViewModel;

WorkbenchViewModel& workbench(App& app) {
    return *app.lesson()->workbench();
}

void copy(const QString& text) {
    QGuiApplication::clipboard()->setText(text);
}

void openPalette(App& app) {
    emit app.requested(QStringLiteral("palette"));
}

void switchTheme(App& app) {
    app.setThemeChoice(app.dark() ? Look::ThemeChoice::Light : Look::ThemeChoice::Dark);
}

/// Esc takes the last trouble away before it closes anything, and puts the card of the welcome screen off.
void close(App& app) {
    if (!app.trouble().isEmpty())
        app.clearTrouble();
    else if (app.screen() == App::Place::Settings)
        app.closeSettings();
    else if (app.screen() == App::Place::Welcome && app.review()->offered())
        app.review()->putOff();
    else
        emit app.requested(QStringLiteral("close"));
}

void openProgress(App& app) {
    app.openSettings();
    emit app.requested(QStringLiteral("progress"));
}

template <int thread>
void stepThread(App& app) {
    workbench(app).stepThread(thread - 1);
}

template <int thread>
bool hasThread(App& app) {
    return std::size_t(thread) <= workbench(app).snapshot().threads.size();
}

bool hasRun(App& app) {
    return workbench(app).run() != nullptr;
}

bool canGoBack(App& app) {
    return workbench(app).canGoBack();
}

bool canPlay(App& app) {
    return workbench(app).canPlay() || workbench(app).playing();
}

bool comparedGoBack(App& app) {
    return app.compare()->position() > 0;
}

bool comparedGoOn(App& app) {
    return app.compare()->playing() || app.compare()->position() < app.compare()->length();
}

bool somethingToExport(App& app) {
    return app.screen() != App::Place::Welcome && app.screen() != App::Place::Settings && (app.screen() != App::Place::Lesson || hasRun(app));
}

// clang-format off
constexpr ActionRow rows[] = {
    // id                     what it does                                                   when it can be done
    {"play",                  [](App& app) { workbench(app).togglePlay(); },                 canPlay},
    {"back",                  [](App& app) { workbench(app).back(); },                       canGoBack},
    {"forward",               [](App& app) { workbench(app).forward(); },                    [](App& app) { return workbench(app).canGoForward(); }},
    {"first",                 [](App& app) { workbench(app).first(); },                      canGoBack},
    {"last",                  [](App& app) { workbench(app).last(); },                       canPlay},
    {"violation",             [](App& app) { workbench(app).jumpToViolation(); },            always},
    {"bookmark",              [](App& app) { workbench(app).toggleBookmark(); },             hasRun},
    {"nextBookmark",          [](App& app) { workbench(app).nextBookmark(); },               [](App& app) { return !workbench(app).bookmarks().isEmpty(); }},
    {"goToStep",              openPalette,                                                   hasRun},
    {"copyShareCode",         [](App& app) { copy(app.shareCode()); },                       hasRun},
    {"check",                 [](App& app) { workbench(app).runCheck(); },                   always},
    {"zoomIn",                theWindow,                                                     always},
    {"zoomOut",               theWindow,                                                     always},
    {"zoomFit",               theWindow,                                                     always},
    {"mapTable",              theWindow,                                                     always},
    {"why",                   theWindow,                                                     hasRun},
    {"nextPage",              [](App& app) { app.lesson()->nextPage(); },                    [](App& app) { return app.lesson()->page() + 1 < app.lesson()->pageCount(); }},
    {"previousPage",          [](App& app) { app.lesson()->previousPage(); },                [](App& app) { return app.lesson()->page() > 0; }},
    {"testMe",                [](App& app) { app.testMe(); },                                [](App& app) { return !app.lesson()->unit().isEmpty() && !app.lesson()->challenges(); }},
    {"review",                [](App& app) { app.openReview(); },                            always},
    {"restartPage",           [](App& app) { app.lesson()->restartPage(); },                 [](App& app) { return app.lesson()->isOpen(); }},
    {"step1",                 stepThread<1>,                                                 hasThread<1>},
    {"step2",                 stepThread<2>,                                                 hasThread<2>},
    {"step3",                 stepThread<3>,                                                 hasThread<3>},
    {"step4",                 stepThread<4>,                                                 hasThread<4>},
    {"step5",                 stepThread<5>,                                                 hasThread<5>},
    {"step6",                 stepThread<6>,                                                 hasThread<6>},
    {"step7",                 stepThread<7>,                                                 hasThread<7>},
    {"step8",                 stepThread<8>,                                                 hasThread<8>},
    {"step9",                 stepThread<9>,                                                 hasThread<9>},
    {"comparePlay",           [](App& app) { app.compare()->togglePlay(); },                 comparedGoOn},
    {"compareBack",           [](App& app) { app.compare()->stepBy(-1); },                   comparedGoBack},
    {"compareForward",        [](App& app) { app.compare()->stepBy(1); },                    comparedGoOn},
    {"compareFirst",          [](App& app) { app.compare()->seek(0); },                      comparedGoBack},
    {"compareLast",           [](App& app) { app.compare()->seek(app.compare()->length()); }, comparedGoOn},
    {"split",                 [](App& app) { app.compare()->jumpToSplit(); },                [](App& app) { return app.compare()->split() > 0; }},
    {"compareFailure",        [](App& app) { app.compare()->jumpToFailure(); },              always},
    {"compareView",           [](App& app) { app.compare()->nextView(); },                   always},
    {"swap",                  [](App& app) { app.compare()->swap(); },                       always},
    {"sendComparedToSandbox", [](App& app) { app.sendComparedToSandbox(1); },                always},
    {"compareCell",           [](App& app) { app.compareMatrixCell(); },                     always},
    {"playCell",              [](App& app) { app.playMatrixCell(); },                        always},
    {"statesPlay",            [](App& app) { app.states()->togglePlay(); },                  always},
    {"statesZoomIn",          theWindow,                                                     always},
    {"statesZoomOut",         theWindow,                                                     always},
    {"statesZoomFit",         theWindow,                                                     always},
    {"statesFind",            theWindow,                                                     always},
    {"statesNext",            [](App& app) { app.states()->nextFound(1); },                  always},
    {"statesPrevious",        [](App& app) { app.states()->nextFound(-1); },                 always},
    {"statesOpen",            [](App& app) { app.playStatesRun(); },                         always},
    {"send",                  [](App& app) { app.device()->send(); },                        [](App& app) { return app.device()->draftProblem().isEmpty(); }},
    {"undo",                  [](App& app) { app.device()->undo(); },                        [](App& app) { return app.device()->canUndo(); }},
    {"connect",               [](App& app) { app.device()->connectDevice(); },               [](App& app) { return !app.device()->connected(); }},
    {"startOver",             [](App& app) { app.device()->startOver(); },                   always},
    {"sandboxCheck",          [](App& app) { app.sandbox()->check(); },                      always},
    {"nextProblem",           [](App& app) { app.sandbox()->nextProblem(true); },            always},
    {"previousProblem",       [](App& app) { app.sandbox()->nextProblem(false); },           always},
    {"applyFix",              [](App& app) { app.sandbox()->applyFix(0); },                  always},
    {"sandboxUndo",           [](App& app) { app.sandbox()->undo(); },                       always},
    {"sandboxRedo",           [](App& app) { app.sandbox()->redo(); },                       always},
    {"find",                  theWindow,                                                     always},
    {"newText",               theWindow,                                                     always},
    {"playSandbox",           [](App& app) { app.playSandbox(); },                           always},
    {"shareSandbox",          [](App& app) { copy(app.sandbox()->shareCode()); },            always},
    {"referenceFind",         theWindow,                                                     always},
    {"sendToSandbox",         [](App& app) { app.sendToSandbox(); },                         always},
    {"learn",                 [](App& app) { app.openLearn(); },                             always},
    {"compare",               [](App& app) { app.openCompare(); },                           always},
    {"matrix",                [](App& app) { app.openMatrix(); },                            always},
    {"sandbox",               [](App& app) { app.openSandbox(); },                           always},
    {"states",                [](App& app) { app.openStates(); },                            always},
    {"device",                [](App& app) { app.openDevice(); },                            always},
    {"reference",             [](App& app) { app.openReference(); },                         always},
    {"palette",               openPalette,                                                   always},
    {"search",                openPalette,                                                   always},
    {"export",                theWindow,                                                     somethingToExport},
    {"nextArea",              theWindow,                                                     always},
    {"previousArea",          theWindow,                                                     always},
    {"theme",                 switchTheme,                                                   always},
    {"textLarger",            [](App& app) { app.setTextScale(app.textScale() + Look::textStep); }, [](App& app) { return app.textScale() < Look::largestText; }},
    {"textSmaller",           [](App& app) { app.setTextScale(app.textScale() - Look::textStep); }, [](App& app) { return app.textScale() > Look::smallestText; }},
    {"textNormal",            [](App& app) { app.setTextScale(1.0); },                       always},
    {"progress",              openProgress,                                                  always},
    {"resetLayout",           [](App& app) { app.resetLayout(); },                           always},
    {"settings",              [](App& app) { app.openSettings(); },                          always},
    {"tour",                  [](App& app) { app.tour()->start(); },                         always},
    {"tourAgain",             [](App& app) { app.tour()->startOver(); },                     always},
    {"help",                  theWindow,                                                     always},
    {"close",                 close,                                                         always},
    {"quit",                  theWindow,                                                     always},
};
// clang-format on

} // namespace

std::span<const ActionRow> actionRows() {
    return rows;
}

const ActionRow* rowOf(const QString& id) {
    const auto* const found = std::ranges::find_if(rows, [&](const ActionRow& row) { return id == QLatin1String(row.id); });
    return found == std::end(rows) ? nullptr : found;
}

} // namespace bindlab
