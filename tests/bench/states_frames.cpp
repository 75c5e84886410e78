/// Opens the window on a graph of ten thousand nodes, pans across all of it and zooms, and prints what a frame cost. The window
/// draws in software, so that the numbers are those of a machine without a graphics card. A frame's work is all that the
/// window's thread does from one frame to the next.
///
///     bench_states_frames [FACTOR]
///
/// Exit status 1 when a figure is more than FACTOR times what is asked for; without FACTOR it only prints.

#include "frames.h"
#include "scene/state_graph_item.h"

#include <cmath>

using namespace bindlab;
using namespace bindlab::bench;

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
Costs framesOf(Application& application, int count, Move move)
{
    application.forget();
    for (int frame = 0; frame < count; ++frame) {
        const Clock clock;
        move(frame);
        application.spend(clock.elapsed());
        const std::size_t before = application.frames.size();
        waitUntil([&] { return application.frames.size() > before; });
    }
    return application.frames;
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
    QQuickWindow& window = openWindow(engine, app);
    application.watch(window);
    waitUntil([&] { return !app.states()->busy() && app.states()->explored(); });
    StateGraphItem* graph = graphIn(window.contentItem());
    if (graph == nullptr || app.states()->scene()->nodes.size() > wantedNodes) {
        std::fprintf(stderr, "there is no graph of at most %zu nodes\n", wantedNodes);
        return 2;
    }
    const std::string what = "graph of " + std::to_string(app.states()->scene()->nodes.size()) + " nodes: ";
    const auto pan = [&](int frame) { graph->panBy(24, 8 * std::sin(frame / 9.0)); };
    bool isMet = told(what + "pan at its own size", framesOf(application, 150, pan), frameLimit, factor);
    graph->fit();
    waitUntil([&] { return !graph->unfinished(); });
    isMet = told(what + "pan of the whole", framesOf(application, 100, [&](int frame) { graph->panBy(frame < 50 ? 6 : -6, 2); }), frameLimit, factor) && isMet;
    isMet = told(what + "zoom to its own size", framesOf(application, 60, [&](int) { graph->zoomBy(1.05); }), frameLimit, factor) && isMet;
    return isMet ? 0 : 1;
}
