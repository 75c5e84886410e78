/// The peer of tests/bench/window: a window of the same Qt with a rectangle and a text, and nothing else.

#include "start_trace.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

int main(int count, char** values)
{
    bindlab::traceStart("main entered");
    QGuiApplication application(count, values);
    bindlab::traceStart("application object");
    QQmlApplicationEngine engine;
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Minimal/Minimal.qml")));
    if (engine.rootObjects().isEmpty())
        return 2;
    bindlab::traceStart("QML loaded");
    QObject::connect(qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()), &QQuickWindow::frameSwapped, &application,
                     [] { bindlab::traceStart("first frame"); }, Qt::SingleShotConnection);
    return QGuiApplication::exec();
}
