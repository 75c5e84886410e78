/// Opens the window on a graph of ten thousand nodes, pans across all of it and zooms, and prints what a frame cost. The window
/// draws in software, so that the numbers are those of a machine without a graphics card. A frame's work is all that the
/// window's thread does from one frame to the next.
///
///     bench_states_frames [FACTOR]
///
/// Exit status 1 when a figure is more than FACTOR times what is asked for; without FACTOR it only prints.

#include "scene/state_graph_item.h"
#include "viewmodels/app_view_model.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace bindlab;

namespace {

constexpr double frameLimit = 1000.0 / 30;   ///< milliseconds, 95 of 100 frames
constexpr std::size_t wantedNodes = 10'000;

/// A thread that counts so far, in a field of its own.
std::string counting(const std::string& name, char field, int steps)
{
    std::string flow = "flow " + name + "() : k {";
    for (int step = 1; step <= steps; ++step)
        flow += std::string(" s.") + field + " = " + std::to_string(step) + ";";
    return flow + " }\n";
}

/// Three of them, and nothing between them: as many states as the product of where each can stand.
std::string counters()
{
    return "struct S { int a; int b; int c; }\nglobal S s;\n" + counting("one", 'a', 20) + counting("two", 'b', 20) + counting("three", 'c', 20)
        + "scenario T counters \"three threads that count\" { thread T1 { one(); } thread T2 { two(); } thread T3 { three(); } }\n";
}

double quantile(std::vector<double> values, double at)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::min(values.size() - 1, std::size_t(double(values.size()) * at))];
}

/// Counts what the thread does for each frame: every event since the last one, the one that draws included.
class Application : public QGuiApplication {
public:
    using QGuiApplication::QGuiApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0)
            return QGuiApplication::notify(receiver, event);
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool isTaken = QGuiApplication::notify(receiver, event);
        --m_depth;
        spent += double(clock.nsecsElapsed()) / 1e6;
        if (drawn) {
            frames.push_back(spent);
            spent = 0;
        }
        drawn = false;
        return isTaken;
    }

    std::vector<double> frames;   ///< work of each, in milliseconds
    double spent = 0;
    bool drawn = false;

private:
    int m_depth = 0;
};

template <typename Done>
void waitUntil(Done isDone)
{
    QElapsedTimer clock;
    clock.start();
    QTimer wake;   // the loop goes on even when nothing happens
    wake.start(20);
    while (!isDone() && clock.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

StateGraphItem* graphIn(QQuickItem* item)
{
    if (auto* graph = qobject_cast<StateGraphItem*>(item))
        return graph;
    for (QQuickItem* child : item->childItems())
        if (StateGraphItem* graph = graphIn(child))
            return graph;
    return nullptr;
}

/// One motion: `move` is called once a frame, so many times. Answers what each frame took.
template <typename Move>
std::vector<double> framesOf(Application& application, int count, Move move)
{
    application.frames.clear();
    application.spent = 0;
    for (int frame = 0; frame < count; ++frame) {
        QElapsedTimer clock;
        clock.start();
        move(frame);
        application.spent += double(clock.nsecsElapsed()) / 1e6;
        const std::size_t before = application.frames.size();
        waitUntil([&] { return application.frames.size() > before; });
    }
    return application.frames;
}

bool tell(const char* what, const std::vector<double>& frames, double factor)
{
    const double slow = quantile(frames, 0.95);
    std::printf("%s: %.1f ms median, %.1f ms p95, %.1f ms at most, %zu frames (asked for: p95 under %.0f)\n", what, quantile(frames, 0.5), slow, quantile(frames, 1),
                frames.size(), frameLimit);
    return factor > 0 && slow > factor * frameLimit;
}

} // namespace

int main(int count, char** values)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    Application application(count, values);
    const double factor = count > 1 ? std::atof(values[1]) : 0;

    auto library = std::make_shared<Library>();
    library->add("counters.flow", counters());
    const Selection selection{"", {}, "T", "tdx"};
    const auto model = library->compile(selection);
    if (!model)
        return 2;
    AppViewModel app(Library::shipped(), {});
    app.states()->follow(Run(*model), selection, library);
    app.openStates();
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Bindlab/Main.qml")));
    auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (window == nullptr)
        return 2;
    window->resize(1440, 900);
    window->show();
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [&application] { application.drawn = true; });
    waitUntil([&] { return !app.states()->busy() && app.states()->explored(); });
    StateGraphItem* graph = graphIn(window->contentItem());
    if (graph == nullptr || app.states()->scene()->nodes.size() > wantedNodes) {
        std::fprintf(stderr, "there is no graph of at most %zu nodes\n", wantedNodes);
        return 2;
    }
    std::printf("%zu nodes, %zu edges drawn, of %u states\n", app.states()->scene()->nodes.size(), app.states()->scene()->graph.edges.size(), app.states()->exploredStates()->facts.nodes());

    bool isMissed = false;
    const auto pan = [&](int frame) { graph->panBy(24, 8 * std::sin(frame / 9.0)); };
    isMissed = tell("pan at its own size", framesOf(application, 150, pan), factor) || isMissed;
    graph->fit();
    waitUntil([&] { return !graph->unfinished(); });
    isMissed = tell("pan of the whole, fitted", framesOf(application, 100, [&](int frame) { graph->panBy(frame < 50 ? 6 : -6, 2); }), factor) || isMissed;
    isMissed = tell("zoom from the whole to its own size", framesOf(application, 60, [&](int) { graph->zoomBy(1.05); }), factor) || isMissed;
    return isMissed ? 1 : 0;
}
