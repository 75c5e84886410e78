#include "fixture.h"
#include "longer_words.h"
#include "unanswered_words.h"
#include "viewmodels/shared/language.h"

#include <QCoreApplication>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QtQuickTest>

/// The tests find the modules of the program where the program finds them.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable()
    {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        if (qEnvironmentVariableIsSet("BINDLAB_LONGER_WORDS"))
            QCoreApplication::installTranslator(&m_longer);
        if (const QString language = qEnvironmentVariable("BINDLAB_LANGUAGE"); !language.isEmpty()) {
            QCoreApplication::installTranslator(&m_unanswered);
            bindlab::speak(language);
        }
    }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral(":/qt/qml"));
        qmlRegisterSingletonType<Fixture>("Bindlab.Testing", 1, 0, "Fixture", [](QQmlEngine*, QJSEngine*) { return new Fixture; });
    }

private:
    LongerWords m_longer;
    UnansweredWords m_unanswered;
};

QUICK_TEST_MAIN_WITH_SETUP(qml, Setup)

#include "main.moc"
