#include "window.h"

#include "graphics.h"
#include "start_trace.h"
#include "viewmodels/window/app_view_model.h"
#include "window_keeper.h"

#include "flow/diagnostic.h"
#include "lesson/lesson.h"
#include "report/share_code.h"
#include "world/run.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSurfaceFormat>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>
#include <thread>
#include <unistd.h>

namespace bindlab {

namespace {

constexpr int exitDone = 0;
constexpr int exitBadInput = 2;
/// The scene has this long to come to rest before a picture of it is given up.
constexpr int settleMilliseconds = 60'000;

int fail(const QString& message) {
    std::fprintf(stderr, "bindlab: %s\n", qUtf8Printable(message));
    return exitBadInput;
}

/// What Qt was to open and could not, as the environment names it.
QString unopenedDisplay() {
    for (const char* variable : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (const QString value = qEnvironmentVariable(variable); !value.isEmpty())
            return QStringLiteral("%1=%2").arg(QLatin1String(variable), value);
    }
    return {};
}

/// Qt ends the program when it cannot open the display, with advice about plugins. One line says it better.
void onQtMessage(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg) {
        if (QCoreApplication::instance() == nullptr || QGuiApplication::primaryScreen() == nullptr)
            fail(QStringLiteral("cannot open the display (%1); without one, \"bindlab lesson play\" plays a lesson as text").arg(unopenedDisplay()));
        else
            fail(message);
        std::fflush(nullptr);
        _exit(exitBadInput);
    }
    // Before there is a screen, warnings are the beginnings of the advice above; a runtime directory we do not use.
    if (QGuiApplication::primaryScreen() == nullptr || type == QtDebugMsg || type == QtInfoMsg || message.startsWith(QLatin1String("QStandardPaths")))
        return;
    std::fprintf(stderr, "bindlab: %s\n", qUtf8Printable(message));
}

constexpr const char* noFonts = "there are no fonts here, so no text can be read; install a font (Debian: fonts-inter fonts-jetbrains-mono)";

bool hasFonts() {
    return QFontMetrics(QFont(QStringLiteral("Inter"))).inFont(QLatin1Char('a'));   // Qt draws boxes when it has none
}

/// The program's name as an argument vector that outlives the application object.
struct Arguments {
    char name[8] = "bindlab";
    char* values[2] = {name, nullptr};
    int count = 1;
};

void nameApplication() {
    QCoreApplication::setApplicationName(QStringLiteral("bindlab"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Bindlab"));
    QGuiApplication::setDesktopFileName(QStringLiteral("bindlab"));
    // Where the fonts are missing, something near them.
    QFont::insertSubstitutions(QStringLiteral("Inter"), {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")});
    QFont::insertSubstitutions(QStringLiteral("JetBrains Mono"),
                               {QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
}

const char* mainFile = "qrc:/qt/qml/Bindlab/Main.qml";

/// Loads the window, hidden. Null when it could not be made; Qt has then said why.
QQuickWindow* loadWindow(QQmlApplicationEngine& engine, AppViewModel& app) {
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    engine.load(QUrl(QLatin1String(mainFile)));
    return engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
}

/// The reader's language, where `:/i18n/bindlab_<locale>.qm` is there; English otherwise. Prose of lessons, texts of flows and the
/// sentences of a run are data in English and stay so.
void speakReadersLanguage(QGuiApplication& application) {
    auto* const translator = new QTranslator(&application);
    if (translator->load(QLocale(), QStringLiteral("bindlab"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(translator);
}

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

/// What FILE asks for: a lesson, a run, or nothing.
struct Opened {
    std::optional<Lesson> lesson;
    std::optional<Run> run;
    Selection selection;
    OwnFlow own;   ///< the flow text it comes with; without one its names come from the shipped ones
};

/// Reads a lesson (.md), a trace (.json), a share code or a flow file. What is wrong with it has been said on stderr when this fails.
/// `library` becomes the file's own where whatever can be chosen may be the file's.
std::optional<Opened> openFile(const std::string& name, const Library*& library) {
    Opened opened;
    if (name.empty())
        return opened;
    const QString shown = QString::fromStdString(name);
    std::string text = name;
    if (!isShareCode(name)) {
        QFile file(shown);
        if (!file.open(QIODevice::ReadOnly)) {
            fail(QStringLiteral("cannot read %1: %2").arg(shown, file.errorString()));
            return std::nullopt;
        }
        text = file.read(qint64(LessonLimits::bytes) * 64).toStdString();
    }
    const QString suffix = QFileInfo(shown).suffix().toLower();
    const auto complain = [](const Diagnostics& diagnostics) { std::fputs(toText(diagnostics).c_str(), stderr); };
    if (suffix == QLatin1String("md")) {
        auto lesson = loadLesson(name, text);
        if (!lesson) {
            complain(lesson.error());
            return std::nullopt;
        }
        opened.lesson = std::move(*lesson);
        return opened;
    }
    if (suffix == QLatin1String("json") || isShareCode(text)) {
        const auto trace = isShareCode(text) ? traceFromShareCode(text) : traceFromJson(text);
        if (!trace) {
            fail(isShareCode(name) ? QString::fromStdString(trace.error()) : QStringLiteral("%1: %2").arg(shown, QString::fromStdString(trace.error())));
            return std::nullopt;
        }
        auto played = playTrace(*trace, *library);
        if (!played) {
            fail(QStringLiteral("%1: %2").arg(isShareCode(name) ? QStringLiteral("the share code") : shown, QString::fromStdString(played.error())));
            return std::nullopt;
        }
        opened.selection = trace->selection;
        opened.own = {std::move(played->library), trace->flowName, trace->flowText};
        opened.run = std::move(played->run);
        return opened;
    }
    auto own = libraryWith(name, text, {}, *library);
    if (!own) {
        complain(own.error());
        return std::nullopt;
    }
    const Selection only = onlyNamesIn(name, text);
    opened.selection.design = only.design;
    opened.selection.scenario = only.scenario;
    const auto model = own->compile(opened.selection);
    if (!model) {
        complain(model.error());
        return std::nullopt;
    }
    if (const std::string problem = startProblem(**model); !problem.empty()) {
        fail(QString::fromStdString(problem));
        return std::nullopt;
    }
    opened.own = {std::make_shared<const Library>(*std::move(own)), name, text};
    if (!opened.own.library->platforms().empty())   // it does not stand alone
        library = opened.own.library.get();
    opened.run.emplace(*model);
    return opened;
}

/// Lets the scene come to rest: bindings, layout, fonts, pictures drawn in the background.
bool settle(QQuickWindow& window) {
    QElapsedTimer timer;
    timer.start();
    int quietRounds = 0;
    while (quietRounds < 3) {
        if (timer.elapsed() > settleMilliseconds)
            return false;
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
        quietRounds = window.property("settled").toBool() ? quietRounds + 1 : 0;
    }
    return true;
}

} // namespace

int runWindow(const WindowOptions& options) {
    // Flows and lessons are read while the display is opened.
    const std::jthread reader([] {
        static_cast<void>(Library::shipped());
        static_cast<void>(lessons());
    });
    qInstallMessageHandler(onQtMessage);
    nameApplication();
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSamples(4);   // lines of maps and icons are smooth on a graphics card, too
    QSurfaceFormat::setDefaultFormat(format);
    Arguments arguments;
    QGuiApplication application(arguments.count, arguments.values);
    speakReadersLanguage(application);
    traceStart("application object");

    const Library* library = &Library::shipped();
    traceStart("shipped flows parsed");
    std::optional<Opened> opened = openFile(options.file, library);
    if (!opened)
        return exitBadInput;

    if (!hasFonts())
        fail(QLatin1String(noFonts));   // pictures and keys still work
    chooseGraphics();
    traceStart("graphics chosen");
    AppViewModel app(*library, filesOfTheReader());
    QQmlApplicationEngine engine;
    if (opened->lesson)
        app.openLesson(*opened->lesson);
    else if (opened->run)
        app.openRun(*opened->run, opened->selection, opened->own);
    else
        app.resume();
    traceStart("view models");
    QQuickWindow* window = loadWindow(engine, app);
    if (window == nullptr)
        return fail(QStringLiteral("the window could not be made"));
    traceStart("QML loaded");
    traceFrames(*window, app);
    // The pictures of the welcome screen wait until the first frame is there.
    QObject::connect(window, &QQuickWindow::frameSwapped, &app, &AppViewModel::drawPictures, Qt::SingleShotConnection);
    WindowKeeper keeper(*window, app.remembered());
    keeper.show();
    return QGuiApplication::exec();
}

int runScreenshot(const ScreenshotOptions& options) {
    qInstallMessageHandler(onQtMessage);
    // The same picture everywhere: no display, no graphics card, no scaling of the desktop.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
    qunsetenv("QT_SCALE_FACTOR");
    nameApplication();
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    Arguments arguments;
    QGuiApplication application(arguments.count, arguments.values);
    if (!hasFonts())
        return fail(QLatin1String(noFonts));

    AppViewModel app(Library::shipped(), {});
    app.setThemeChoice(options.theme == "light"      ? AppViewModel::ThemeChoice::Light
                       : options.theme == "contrast" ? AppViewModel::ThemeChoice::Contrast
                                                     : AppViewModel::ThemeChoice::Dark);
    app.setTextScale(options.textScale);
    app.setReducedMotion(true);
    if (options.screen == "lesson" || (options.screen == "device" && !options.lesson.empty())) {
        const QString id = options.lesson.empty() ? app.lessons()->nextId() : QString::fromStdString(options.lesson);
        if (options.lesson.ends_with(".md")) {
            const Library* library = &Library::shipped();
            const std::optional<Opened> opened = openFile(options.lesson, library);
            if (!opened)
                return exitBadInput;
            app.openLesson(*opened->lesson);
        } else {
            app.openLesson(id);
        }
        if (!app.trouble().isEmpty())
            return fail(app.trouble());
        LessonViewModel& lesson = *app.lesson();
        if (options.page > lesson.pageCount())
            return fail(QStringLiteral("lesson \"%1\" has %2 pages, there is no page %3").arg(id).arg(lesson.pageCount()).arg(options.page));
        if (options.page > 0)
            lesson.openPage(options.page - 1);
        if (options.step >= 0) {
            lesson.workbench()->seek(options.step);
            if (lesson.workbench()->position() != options.step)
                return fail(QStringLiteral("the run of this page has %1 steps to show, there is no step %2")
                                .arg(lesson.workbench()->length()).arg(options.step));
        }
    }

    if (options.screen == "compare") {
        std::array<Selection, 2> selections = app.compare()->selections();
        for (std::size_t side = 0; side < 2; ++side) {
            if (options.designs.size() == 2)
                selections[side] = designNamed(options.designs[side]);
            if (!options.scenario.empty())
                selections[side].scenario = options.scenario;
            else if (selections[side].scenario.empty())
                selections[side].scenario = app.compare()->scenario().toStdString();
            selections[side].platform = options.platform;
        }
        app.compare()->choose(selections);
        app.compare()->setView(options.view == "difference" ? CompareViewModel::View::Difference
                               : options.view == "overlay"  ? CompareViewModel::View::Overlay
                                                            : CompareViewModel::View::SideBySide);
        app.openCompare();
    }
    if (options.screen == "settings")
        app.openSettings();
    if (options.screen == "matrix") {
        app.openMatrix();
        app.matrix()->select("D3a", "S3");
    }
    if (options.screen == "sandbox") {
        app.sandbox()->createFrom({options.designs.empty() ? "D3a" : options.designs.front(), {}, options.scenario.empty() ? "S3" : options.scenario, options.platform});
        app.openSandbox();
    }
    if (options.screen == "states") {
        Selection selection = app.states()->selection();
        if (!options.designs.empty())
            selection = designNamed(options.designs.front());
        selection.scenario = options.scenario.empty() ? app.states()->selection().scenario : options.scenario;
        selection.platform = options.platform;
        app.states()->choose(selection);
        app.states()->setArrangement(options.view == "progress" ? StatesViewModel::ByProgress : options.view == "force" ? StatesViewModel::Free : StatesViewModel::ByDepth);
        app.openStates();
    }
    if (options.screen == "reference") {
        app.openReference();
        if (!options.machine.empty())
            app.reference()->showSheet(QString::fromStdString(options.machine));
    }
    if (options.screen == "device") {
        app.openDevice();
        if (options.lesson.empty()) {
            app.device()->playHappyPath();
            app.device()->preview(QStringLiteral("clear-mse"));
        }
    }

    QQmlApplicationEngine engine;
    QQuickWindow* window = loadWindow(engine, app);
    if (window == nullptr)
        return fail(QStringLiteral("the window could not be made"));
    window->setMinimumSize({1, 1});
    window->resize(options.width, options.height);
    window->show();
    app.drawPictures();
    if (!settle(*window))
        return fail(QStringLiteral("the window did not come to rest within %1 s").arg(settleMilliseconds / 1000));
    if (options.screen == "sandbox") {
        app.sandbox()->chooseProblem(0);
        if (!settle(*window))
            return fail(QStringLiteral("the window did not come to rest"));
    }
    // Before the reader's eyes, so that what comes of it is scrolled into view.
    for (int act = 0; act < options.acts && !app.lesson()->openDirective().isEmpty(); ++act) {
        if (app.lesson()->actionText().isEmpty() || app.lesson()->openDirective() == QLatin1String("watch"))
            app.lesson()->skip();
        else
            app.lesson()->perform();
    }
    if (options.acts > 0 && (!settle(*window) || !settle(*window)))
        return fail(QStringLiteral("the window did not come to rest"));
    if (options.screen == "compare" && !app.compare()->playable())
        return fail(app.compare()->obstacle());
    if (options.screen == "compare" && options.step >= 0) {
        app.compare()->seek(options.step);
        if (!settle(*window))
            return fail(QStringLiteral("the window did not come to rest"));
    }
    if (options.screen == "states" && !app.states()->explored())
        return fail(app.states()->obstacle());
    if (options.screen == "states" && options.step >= 0) {
        app.states()->seek(options.step);
        if (app.states()->position() != options.step)
            return fail(QStringLiteral("the run that is shown has %1 steps, there is no step %2").arg(app.states()->length()).arg(options.step));
        if (!settle(*window))
            return fail(QStringLiteral("the window did not come to rest"));
    }
    const QImage picture = window->grabWindow();
    if (picture.isNull())
        return fail(QStringLiteral("the window could not be drawn"));
    // Made in memory, since libpng has words of its own for a full disk. Written in place: what the name stands for may be a device
    // or a pipe, which must not be replaced by a file.
    QBuffer bytes;
    picture.save(&bytes, "PNG");
    QFile file(QString::fromStdString(options.out));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data()) != bytes.size() || !file.flush())
        return fail(QStringLiteral("cannot write %1: %2").arg(file.fileName(), file.errorString()));
    return exitDone;
}

} // namespace bindlab
