/// Opens the window on the matrix, twice, and prints how long it took to fill and what a frame cost meanwhile. The window draws in
/// software, so that the numbers are those of a machine without a graphics card. A frame's work is all that the window's
/// thread does from one frame to the next: events, bindings, layout, scene graph, painting.
///
///     bench_matrix_frames [FACTOR]
///
/// Exit status 1 when a figure is more than FACTOR times what is asked for; without FACTOR it only prints.

#include "frames.h"

#include <QTemporaryDir>

using namespace bindlab;
using namespace bindlab::bench;

namespace {

constexpr double frameLimit = 33;        ///< milliseconds, 95 of 100 frames
constexpr double secondLimit = 300;      ///< milliseconds, from the key to the frame
constexpr double fullLimit = 10'000;     ///< milliseconds, of all three platforms

struct Opened {
    double milliseconds = 0;   ///< from the key until every cell is there and drawn
    Costs frames;
};

/// One opening of the program: the key is pressed, and what of these platforms is missing is checked.
Opened open(Application& application, const QString& settings, const QStringList& platforms)
{
    AppViewModel app(Library::shipped(), {settings, {}, {}});
    QQmlApplicationEngine engine;
    QQuickWindow& window = openWindow(engine, app);
    int frames = 0;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&frames] { ++frames; });
    waitUntil([&] { return frames > 0; });

    Opened opened;
    QElapsedTimer clock;
    clock.start();
    app.trigger(QStringLiteral("matrix"));
    int drawn = frames;
    waitUntil([&] { return frames > drawn; });
    application.watch(window);
    for (const QString& platform : platforms) {
        app.matrix()->setPlatform(platform);
        waitUntil([&] { return !app.matrix()->running(); });
        drawn = frames;
        window.update();
        waitUntil([&] { return frames > drawn; });
    }
    opened.milliseconds = double(clock.nsecsElapsed()) / 1e6;
    opened.frames = application.frames;
    return opened;
}

} // namespace

int main(int count, char** values)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    qputenv("XDG_CACHE_HOME", home.path().toUtf8());
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    Application application(count, values);
    const double factor = count > 1 ? std::atof(values[1]) : 0;
    const QString settings = home.filePath(QStringLiteral("settings.ini"));
    QStringList platforms;
    for (const PlatformInfo& platform : Library::shipped().platforms())
        platforms.append(QString::fromStdString(platform.id));
    std::ranges::stable_partition(platforms, [](const QString& platform) { return platform == QString::fromStdString(Selection().platform); });

    const Opened first = open(application, settings, platforms);
    const Opened second = open(application, settings, {platforms.front()});
    const double median = quantile(first.frames.wall, 0.5);
    const double slow = quantile(first.frames.wall, 0.95);
    std::printf("full matrix, %d platforms: %.1f s (asked for: under %.0f)\n", int(platforms.size()), first.milliseconds / 1000, fullLimit / 1000);
    std::printf("a frame's work meanwhile: %.1f ms median, %.1f ms p95, %.1f ms at most, %zu frames (asked for: p95 under %.0f)\n", median, slow,
                quantile(first.frames.wall, 1), first.frames.size(), frameLimit);
    std::printf("second opening, from the key to the frame with every cell: %.0f ms (asked for: under %.0f)\n", second.milliseconds, secondLimit);
    const bool isMissed = factor > 0 && (slow > factor * frameLimit || second.milliseconds > factor * secondLimit || first.milliseconds > factor * fullLimit);
    return isMissed ? 1 : 0;
}
