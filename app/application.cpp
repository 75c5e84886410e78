#include "application.h"

#include "viewmodels/window/app_view_model.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdio>
#include <unistd.h>

namespace bindlab {

namespace {

/// What Qt was to open and could not, as the environment names it.
QString unopenedDisplay() {
    for (const char* variable : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (const QString value = qEnvironmentVariable(variable); !value.isEmpty())
            return QStringLiteral("%1=%2").arg(QLatin1String(variable), value);
    }
    return {};
}

void say(const QString& message) {
    std::fprintf(stderr, "bindlab: %s\n", qUtf8Printable(message));
}

/// Qt ends the program when it cannot open the display, with advice about plugins. One line says it better.
void onQtMessage(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg) {
        if (QCoreApplication::instance() == nullptr || QGuiApplication::primaryScreen() == nullptr)
            say(QStringLiteral("cannot open the display (%1); without one, \"bindlab lesson play\" plays a lesson as text").arg(unopenedDisplay()));
        else
            say(message);
        std::fflush(nullptr);
        _exit(exitBadInput);
    }
    // Before there is a screen, warnings are the beginnings of the advice above; a runtime directory we do not use.
    if (QGuiApplication::primaryScreen() == nullptr || type == QtDebugMsg || type == QtInfoMsg || message.startsWith(QLatin1String("QStandardPaths")))
        return;
    say(message);
}

constexpr const char* mainFile = "qrc:/qt/qml/Bindlab/Main.qml";

} // namespace

void nameApplication() {
    qInstallMessageHandler(onQtMessage);
    QCoreApplication::setApplicationName(QStringLiteral("bindlab"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Bindlab"));
    QGuiApplication::setDesktopFileName(QStringLiteral("bindlab"));
    // Where the fonts are missing, something near them.
    QFont::insertSubstitutions(QStringLiteral("Inter"), {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")});
    QFont::insertSubstitutions(QStringLiteral("JetBrains Mono"),
                               {QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
}

tl::expected<void, Complaint> checkFonts() {
    if (QFontMetrics(QFont(QStringLiteral("Inter"))).inFont(QLatin1Char('a')))   // Qt draws boxes when it has none
        return {};
    return complain("there are no fonts here, so no text can be read; install a font (Debian: fonts-inter fonts-jetbrains-mono)");
}

tl::expected<QQuickWindow*, Complaint> loadWindow(QQmlApplicationEngine& engine, AppViewModel& app) {
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    engine.load(QUrl(QLatin1String(mainFile)));
    auto* const window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (window == nullptr)
        return complain("the window could not be made");   // Qt has said why
    return window;
}

int fail(const Complaint& complaint) {
    return report(processConsole(), complaint);
}

} // namespace bindlab
