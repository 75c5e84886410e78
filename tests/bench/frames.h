#pragma once

#include "table.h"
#include "viewmodels/window/app_view_model.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include <cstdlib>
#include <functional>

/// What measurements of the window share. It draws in software, so that the numbers are those of a machine without a graphics card.
namespace bindlab::bench {

/// Counts what the window's thread does for each frame: every event since the last one, the one that draws included.
class Application : public QGuiApplication {
public:
    using QGuiApplication::QGuiApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0)
            return QGuiApplication::notify(receiver, event);
        const Clock clock;
        ++m_depth;
        const bool isTaken = QGuiApplication::notify(receiver, event);
        --m_depth;
        spend(clock.elapsed());
        if (m_drawn) {
            frames.add(m_spent);
            m_spent = {};
        }
        m_drawn = false;
        return isTaken;
    }

    void watch(QQuickWindow& window)
    {
        connect(&window, &QQuickWindow::beforeSynchronizing, &window, [this] { m_rendering = Clock(); });
        connect(&window, &QQuickWindow::frameSwapped, &window, [this] {
            m_drawn = true;
            rendered.add(m_rendering.elapsed());
        });
        forget();
    }
    void forget()
    {
        frames.clear();
        rendered.clear();
        m_spent = {};
    }

    /// Work that no event does: of whoever measures, in the place of one.
    void spend(const Cost& cost) { m_spent = {m_spent.wall + cost.wall, m_spent.worked + cost.worked}; }

    Costs frames;     ///< work of each
    Costs rendered;   ///< of it, to bring the scene up to date and to draw it

private:
    int m_depth = 0;
    bool m_drawn = false;
    Cost m_spent;
    Clock m_rendering;
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

/// Does something and answers how long it took until a frame shows it.
inline Cost untilDrawn(QQuickWindow& window, const std::function<void()>& act)
{
    bool drawn = false;
    const auto connection = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&drawn] { drawn = true; });
    const Clock clock;
    act();
    waitUntil([&] { return drawn; });
    QObject::disconnect(connection);
    return clock.elapsed();
}

} // namespace bindlab::bench
