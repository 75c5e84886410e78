#include "fixture.h"

#include <QQmlEngine>
#include <QQuickWindow>
#include <QtQuickTest>

/// The tests find the modules of the program where the program finds them.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral(":/qt/qml"));
        qmlRegisterSingletonType<Fixture>("Bindlab.Testing", 1, 0, "Fixture", [](QQmlEngine*, QJSEngine*) { return new Fixture; });
    }
};

QUICK_TEST_MAIN_WITH_SETUP(qml, Setup)

#include "main.moc"
