#include "viewmodels/window/window_place.h"

#include "catch.h"

#include <QTemporaryDir>

using namespace bindlab;

namespace {

const QRect left(0, 0, 1920, 1080);
const QRect right(1920, 0, 1280, 800);

} // namespace

TEST_CASE("the window's place is remembered", "[window]")
{
    const QTemporaryDir folder;
    AppSettings settings(folder.filePath("settings.ini"));
    CHECK(rememberedPlace(settings) == WindowPlace());
    const WindowPlace place{{100, 60, 1440, 900}, true};
    rememberPlace(place, settings);
    CHECK(rememberedPlace(settings) == place);
    // One that was never anything but maximised keeps the size it would have otherwise.
    rememberPlace({{}, false}, settings);
    CHECK(rememberedPlace(settings) == WindowPlace{place.normal, false});
}

TEST_CASE("a damaged place is as good as none", "[window]")
{
    const QTemporaryDir folder;
    AppSettings settings(folder.filePath("settings.ini"));
    for (const QVariant& damaged : {QVariant("somewhere"), QVariant(QRect(0, 0, 0, 0)), QVariant(QRect(5, 5, -10, 20)), QVariant(QRect(0, 0, 2'000'000, 900)),
                                    QVariant(QRect(-2'000'000, 0, 1440, 900)), QVariant(7)}) {
        settings.keep("window/place", damaged);
        CHECK(rememberedPlace(settings).normal.isNull());
    }
}

TEST_CASE("a window is no larger than its screen, and all of it is there", "[window]")
{
    CHECK(fitted({100, 60, 1440, 900}, {left, right}) == QRect(100, 60, 1440, 900));
    CHECK(fitted({0, 0, 4000, 3000}, {left}) == left);
    CHECK(fitted({-200, 900, 1440, 900}, {left}) == QRect(0, 180, 1440, 900));
    CHECK(fitted({2000, 100, 1440, 900}, {left, right}) == right);
    // The screen it was on is gone.
    CHECK(fitted({2500, 100, 1100, 720}, {left}) == QRect(820, 100, 1100, 720));
    CHECK(fitted({9000, 9000, 1100, 720}, {left, right}) == QRect(820, 360, 1100, 720));
    CHECK(fitted({5, 5, 1440, 900}, {}) == QRect(5, 5, 1440, 900));
}
