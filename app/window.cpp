#include "window.h"

#include "application.h"
#include "graphics.h"
#include "opened_file.h"
#include "start_trace.h"
#include "viewmodels/shared/language.h"
#include "viewmodels/window/app_view_model.h"
#include "window_keeper.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSurfaceFormat>

#include <thread>

namespace bindlab {

namespace {

/// Tells of the first frame, and of the first that shows the map of a lesson.
void traceFrames(QQuickWindow& window, AppViewModel& app) {
    if (!qEnvironmentVariableIsSet("BINDLAB_START_TRACE"))
        return;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &app, [] { traceStart("first frame"); }, Qt::SingleShotConnection);
    QObject::connect(&window, &QQuickWindow::frameSwapped, &app, [&app, isTold = false]() mutable {
        if (!isTold && app.screen() == AppViewModel::Place::Lesson && app.lesson()->workbench()->run() != nullptr) {
            traceStart("lesson usable");
            isTold = true;
        }
    });
}

/// The screen that the window opens with.
void openScreen(AppViewModel& app, OpenedFile& file) {
    if (file.lesson)
        app.openLesson(*file.lesson);
    else if (file.flow)
        app.openFlow(*file.flow);
    else if (file.run)
        app.openRun(file.run->run, file.run->selection, file.run->flow);
    else
        app.resume();
}

} // namespace

int runWindow(const WindowOptions& options) {
    // Flows and lessons are read while the display is opened.
    const std::jthread reader([] {
        static_cast<void>(Library::shipped());
        static_cast<void>(lessons());
    });
    nameApplication();
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSamples(4);   // lines of maps and icons are smooth on a graphics card, too
    QSurfaceFormat::setDefaultFormat(format);
    Arguments arguments;
    QGuiApplication application(arguments.count, arguments.values);
    const AppFiles files = filesOfTheReader();
    speak(languageMeant(LanguageChoice::keptIn(files.settings)));   // before anything has a text
    traceStart("application object");

    const Library& shipped = Library::shipped();
    traceStart("shipped flows parsed");
    auto opened = openFile(options.file, shipped);
    if (!opened)
        return fail(opened.error());

    if (const auto fonts = checkFonts(); !fonts)
        fail(fonts.error());   // pictures and keys still work
    chooseGraphics();
    traceStart("graphics chosen");
    AppViewModel app(*opened->choices, files);
    QQmlApplicationEngine engine;
    openScreen(app, *opened);
    traceStart("view models");
    const auto window = loadWindow(engine, app);
    if (!window)
        return fail(window.error());
    traceStart("QML loaded");
    traceFrames(**window, app);
    // The pictures of the welcome screen wait until the first frame is there.
    QObject::connect(*window, &QQuickWindow::frameSwapped, &app, &AppViewModel::drawPictures, Qt::SingleShotConnection);
    WindowKeeper keeper(**window, app.remembered());
    keeper.show();
    return QGuiApplication::exec();
}

} // namespace bindlab
