/// Types into the largest shipped flow file and scrubs a run of 10 000 steps, in the real window, drawn in software, and prints
/// what it cost: from the key to the frame that shows the letter, and from one place of the run to the frame that shows the next.
///
///     bench_typing_frames [FACTOR]
///
/// Exit status 1 when a figure is more than FACTOR times what is asked for; without FACTOR it only prints.

#include "frames.h"

#include "flow/embedded.h"

#include <QTest>

using namespace bindlab;
using namespace bindlab::bench;

namespace {

constexpr double typingLimit = 30;    ///< milliseconds, 95 of 100 letters
constexpr double scrubLimit = 33;     ///< milliseconds, 95 of 100 frames: 30 a second
constexpr int letters = 200;
constexpr int runSteps = 10'000;

const EmbeddedFile& largestFlow() { return *std::ranges::max_element(embeddedFlows(), {}, [](const EmbeddedFile& file) { return file.text.size(); }); }

/// From each letter to its frame; the text is read and checked meanwhile, as always.
Costs typed(AppViewModel& app, QQuickWindow& window)
{
    const EmbeddedFile& file = largestFlow();
    app.sandbox()->createWith(QStringLiteral("largest"), QString::fromUtf8(file.text.data(), qsizetype(file.text.size())), {"D6", {}, "S3", "tdx"});
    app.openSandbox();
    waitUntil([&] { return !app.sandbox()->busy(); });
    app.sandbox()->editor()->goTo(app.sandbox()->editor()->lines() / 2);
    untilDrawn(window, [&] { window.update(); });
    Costs times;
    for (int i = 0; i < letters; ++i) {
        times.add(untilDrawn(window, [&] { QTest::keyClick(&window, i % 20 == 19 ? Qt::Key_Return : Qt::Key(Qt::Key_A + i % 26)); }));
        QTest::qWait(30);   // fast typing; the check begins and is cancelled in between
    }
    return times;
}

Costs scrubbed(AppViewModel& app, QQuickWindow& window)
{
    Library library;
    for (const EmbeddedFile& file : embeddedModels())
        if (file.name == "peterson.flow")
            library.add(std::string(file.name), file.text);
    const auto shared = std::make_shared<const Library>(library);
    Run run(*shared->compile({}));
    for (int i = 0; i < runSteps; ++i)
        if (run.step({std::uint8_t(i / 3 % 2), 0}) != StepStatus::Done)
            (void)run.step({std::uint8_t(1 - i / 3 % 2), 0});
    while (run.length() < runSteps)
        for (std::uint8_t thread : {0, 1})
            (void)run.step({thread, 0});
    run.seek(0);
    app.openRun(run, {}, {shared, {}, {}});
    untilDrawn(window, [&] { window.update(); });
    Costs times;
    for (int i = 1; i <= 120; ++i)
        times.add(untilDrawn(window, [&] { app.lesson()->workbench()->seek(int(qint64(i) * 7919 % runSteps)); }));
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
    AppViewModel app(Library::shipped(), {});
    QQmlApplicationEngine engine;
    QQuickWindow& window = openWindow(engine, app);
    window.requestActivate();
    waitUntil([&] { return window.isActive(); });
    const bool types = told("letter typed into the largest flow to its frame", typed(app, window), typingLimit, factor);
    const bool scrubs = told("scrub a trace of 10 000 steps, a place to its frame", scrubbed(app, window), scrubLimit, factor);
    return types && scrubs ? 0 : 1;
}
