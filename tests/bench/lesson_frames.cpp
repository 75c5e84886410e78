/// Opens a lesson in the real window, drawn in software, and prints what it costs to use it: from a key to the frame that shows the
/// step, the work for a frame while a run plays, without and with a check in the background, and from the lesson's file being
/// saved to the frame that shows what is new.
///
///     bench_lesson_frames [FACTOR]
///
/// Exit status 1 when a figure is more than FACTOR times what is asked for; without FACTOR it only prints.
/// Above 1 it is a short form.

#include "frames.h"

#include "viewmodels/lesson/lesson_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bindlab;
using namespace bindlab::bench;

namespace {

constexpr double keyLimit = 50;         ///< milliseconds, 95 of 100 keys
constexpr double playLimit = 10;        ///< milliseconds to sync and render, 95 of 100 frames
constexpr double checkedLimit = 33;     ///< the same while a check runs
constexpr double mostMissed = 2;        ///< of 100 frames that take longer than a screen waits
constexpr double interval = 1000.0 / 60;
constexpr double savedLimit = 300;      ///< milliseconds, 95 of 100 times

/// Shows a run in which the threads take turns, beside the prose of the open lesson, from its first step.
void showRun(AppViewModel& app)
{
    const Selection selection{"D6", {}, "S3", "tdx"};
    const auto model = Library::shipped().compile(selection);
    if (!model)
        std::exit(2);
    Run run(*model);
    for (std::size_t turn = 0; run.length() < 150; ++turn) {
        const std::vector<StepChoice> enabled = enabledSteps(run.model(), run.state());
        if (enabled.empty() || run.step(enabled[turn / 3 % enabled.size()]) != StepStatus::Done)
            break;
    }
    run.seek(0);
    app.lesson()->workbench()->show(run, selection);
}

Costs stepped(AppViewModel& app, QQuickWindow& window, int count)
{
    const WorkbenchViewModel& workbench = *app.lesson()->workbench();
    Costs times;
    bool forward = true;
    for (int i = 0; i < count; ++i) {
        const int before = workbench.position();
        forward = forward ? before < workbench.length() : before == 0;
        times.add(untilDrawn(window, [&] { QTest::keyClick(&window, forward ? Qt::Key_Right : Qt::Key_Left); }));
        if (std::abs(workbench.position() - before) != 1) {
            std::fputs("a key did not step\n", stderr);
            std::exit(2);
        }
        QTest::qWait(20);
    }
    return times;
}

/// The run plays over and over, as fast as it can be made to; `meanwhile` is called again and again.
void play(Application& application, AppViewModel& app, int milliseconds, const std::function<void()>& meanwhile)
{
    WorkbenchViewModel& workbench = *app.lesson()->workbench();
    workbench.setSpeed(4);
    application.forget();
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        if (!workbench.playing()) {
            workbench.seek(0);
            workbench.play();
        }
        meanwhile();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    workbench.pause();
}

bool toldMissed(const std::string& what, const Costs& frames, double factor)
{
    const double missed = 100 * double(std::ranges::count_if(frames.wall, [](double wall) { return wall > interval; })) / double(std::max<std::size_t>(1, frames.size()));
    char measured[64];
    std::snprintf(measured, sizeof measured, "%.1f %% of %zu frames over %.1f ms", missed, frames.size(), interval);
    row(what, measured, "-", "2 %", missed <= mostMissed ? "met" : "NOT MET");
    return factor == 0 || missed <= factor * mostMissed;
}

/// Saves the lesson's file under ever new titles.
Costs saved(AppViewModel& app, QQuickWindow& window, const Lesson& lesson, int count)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("saved.md"));
    QFile shipped(QStringLiteral(BINDLAB_SOURCE_DIR "/lessons/") + QString::fromStdString(lesson.file).section(QLatin1Char('/'), -1));
    if (!shipped.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(shipped.readAll());
    text.replace(QStringLiteral("id: ") + QString::fromStdString(lesson.id), QStringLiteral("id: saved"));
    const QString title = QString::fromStdString(lesson.title);
    const auto save = [&](const QString& newTitle) {
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.write(QString(text).replace(title, newTitle).toUtf8());
    };
    save(title);
    if (const auto read = readLesson(name))
        app.openLesson(*read);
    untilDrawn(window, [&] { window.update(); });
    Costs times;
    for (int i = 0; i < count; ++i) {
        QTest::qWait(100);
        const QString next = QStringLiteral("Saved %1").arg(i);
        const Clock clock;
        save(next);
        waitUntil([&] { return app.lesson()->title() == next; });
        const Cost read = clock.elapsed();
        const Cost drawn = untilDrawn(window, [&] { window.update(); });
        times.add({read.wall + drawn.wall, read.worked + drawn.worked});
    }
    return times;
}

} // namespace

int main(int count, char** values)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    Application application(count, values);
    const double factor = count > 1 ? std::atof(values[1]) : 0;
    const bool isShort = factor > 1;
    const int playTime = isShort ? 3'000 : 10'000;
    AppViewModel app(Library::shipped(), {});
    const Lesson& lesson = lessons().front();
    app.openLesson(lesson);
    showRun(app);
    QQmlApplicationEngine engine;
    QQuickWindow& window = openWindow(engine, app);
    application.watch(window);
    window.requestActivate();
    waitUntil([&] { return window.isActive(); });

    WorkbenchViewModel& workbench = *app.lesson()->workbench();
    bool isMet = told("key that steps to its frame", stepped(app, window, isShort ? 50 : 200), keyLimit, factor);
    play(application, app, playTime, [] {});
    isMet = told("sync and render a frame while playing", application.rendered, playLimit, factor) && isMet;
    isMet = toldMissed("frames whose whole work misses the interval", application.frames, factor) && isMet;
    const auto checking = [&] {
        if (!workbench.check()->running())
            workbench.runCheck();
    };
    play(application, app, playTime, checking);
    isMet = told("sync and render a frame while playing and checking", application.rendered, checkedLimit, factor) && isMet;
    workbench.check()->stop();
    isMet = told("lesson saved on disk to its frame", saved(app, window, lesson, isShort ? 6 : 30), savedLimit, factor) && isMet;
    return isMet ? 0 : 1;
}
