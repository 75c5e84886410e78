/// Opens the real window, drawn in software and shown nowhere, over the home of who calls it, and uses it at random.
///
///     random_user SEED EVENTS JOURNAL FOLDER
///
/// Ends after so many events, unless it is killed before. What it exports goes into FOLDER. See journal.h and run.

#include "user.h"
#include "witness.h"

#include "window_keeper.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace bindlab;
using namespace bindlab::random_use;

namespace {

/// The window does not close: who kills it decides when it ends.
class NeverCloses : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::Close)
            return false;
        event->ignore();
        return true;
    }
};

Journal* journalOfWarnings = nullptr;   // the handler takes nothing along

/// What Qt says stands among the events, so that one sees after which it was said.
void onMessage(QtMsgType, const QMessageLogContext&, const QString& message)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    journalOfWarnings->warns(message);
}

QQuickWindow* load(QQmlApplicationEngine& engine, AppViewModel& app)
{
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Bindlab/Main.qml")));
    return engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
}

bool use(AppViewModel& app, Witness& witness, Journal& journal, char** values)
{
    QQmlApplicationEngine engine;
    QQuickWindow* window = load(engine, app);
    if (window == nullptr)
        return false;
    NeverCloses open;
    window->installEventFilter(&open);
    WindowKeeper keeper(*window, app.remembered());
    keeper.show();
    window->requestActivate();
    app.drawPictures();
    User user(*window, app, witness, journal, QString::fromLocal8Bit(values[4]), unsigned(std::strtoul(values[1], nullptr, 10)));
    QTimer next;
    next.setSingleShot(true);
    QObject::connect(&next, &QTimer::timeout, window, [&, left = std::atol(values[2])]() mutable {
        if (left-- <= 0)
            return QCoreApplication::exit();
        user.act();
        next.start(user.pause());
    });
    next.start(0);
    QGuiApplication::exec();
    return true;
}

} // namespace

int main(int count, char** values)
{
    if (count != 5) {
        std::fprintf(stderr, "usage: random_user SEED EVENTS JOURNAL FOLDER\n");
        return 2;
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication application(count, values);
    QCoreApplication::setApplicationName(QStringLiteral("bindlab"));
    Journal journal(QString::fromLocal8Bit(values[3]));
    journalOfWarnings = &journal;
    qInstallMessageHandler(onMessage);
    std::optional<AppViewModel> app(std::in_place, Library::shipped(), filesOfTheReader());
    std::optional<Witness> witness(std::in_place, *app, journal);
    app->resume();
    if (!use(*app, *witness, journal, values))
        return 2;
    app.reset();
    witness->holdEverything();
    journal.ends();
    return 0;
}
