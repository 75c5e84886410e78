#define CATCH_CONFIG_RUNNER
#include "catch.h"

#include <QGuiApplication>

// Models and timers want an application; nothing is shown.
int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
