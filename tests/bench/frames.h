#pragma once

#include "viewmodels/app_view_model.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

/// What measurements of the window share. It draws in software, so that the numbers are those of a machine without a graphics card.
namespace bindlab::bench {

inline double quantile(std::vector<double> values, double at)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::min(values.size() - 1, std::size_t(double(values.size()) * at))];
}

/// Counts what the window's thread does for each frame: every event since the last one, the one that draws included.
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
        m_spent += double(clock.nsecsElapsed()) / 1e6;
        if (m_drawn) {
            frames.push_back(m_spent);
            m_spent = 0;
        }
        m_drawn = false;
        return isTaken;
    }

    void watch(QQuickWindow& window)
    {
        connect(&window, &QQuickWindow::frameSwapped, &window, [this] { m_drawn = true; });
        forget();
    }
    void forget()
    {
        frames.clear();
        m_spent = 0;
    }

    /// Work that no event does: of whoever measures, in the place of one.
    void spend(double milliseconds) { m_spent += milliseconds; }

    std::vector<double> frames;   ///< work of each, in milliseconds

private:
    int m_depth = 0;
    bool m_drawn = false;
    double m_spent = 0;
};

inline void waitUntil(const std::function<bool()>& isDone)
{
    QElapsedTimer clock;
    clock.start();
    QTimer wake;   // so that a wait ends though nothing happens
    wake.start(100);
    while (!isDone() && clock.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// The real window over `app`, shown; ends the program when it cannot be made.
inline QQuickWindow& openWindow(QQmlApplicationEngine& engine, AppViewModel& app)
{
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Bindlab/Main.qml")));
    auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (window == nullptr)
        std::exit(2);
    window->resize(1440, 900);
    window->show();
    return *window;
}

/// Prints a row of times, in milliseconds; whether 95 of 100 are below `limit`, or `factor` times that where it is not 0.
inline bool told(const char* what, const std::vector<double>& times, double limit, double factor)
{
    const double slow = quantile(times, 0.95);
    std::printf("%s: %.1f ms median, %.1f ms p95, %.1f ms at most, %zu times (asked for: p95 under %.0f)\n", what, quantile(times, 0.5), slow,
                quantile(times, 1), times.size(), limit);
    return factor == 0 || slow <= factor * limit;
}

/// Does something and answers how long it took until a frame shows it, in milliseconds.
inline double untilDrawn(QQuickWindow& window, const std::function<void()>& act)
{
    bool drawn = false;
    const auto connection = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&drawn] { drawn = true; });
    QElapsedTimer clock;
    clock.start();
    act();
    waitUntil([&] { return drawn; });
    QObject::disconnect(connection);
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace bindlab::bench
