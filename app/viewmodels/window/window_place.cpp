#include "window_place.h"

#include <algorithm>

namespace bindlab {

namespace {

const QString placeKey = QStringLiteral("window/place");
const QString maximisedKey = QStringLiteral("window/maximised");
/// No desktop is larger, to either side.
constexpr int farthest = 100'000;

qint64 area(const QRect& rect) {
    return rect.isEmpty() ? 0 : qint64(rect.width()) * rect.height();
}

} // namespace

WindowPlace rememberedPlace(const AppSettings& settings) {
    const QRect place = settings.value(placeKey).toRect();
    const bool isSane = QRect(-farthest, -farthest, 2 * farthest, 2 * farthest).contains(place) && !place.isEmpty();
    return {isSane ? place : QRect(), settings.flag(maximisedKey)};
}

void rememberPlace(const WindowPlace& place, AppSettings& settings) {
    if (!place.normal.isEmpty())
        settings.keep(placeKey, place.normal);
    settings.keep(maximisedKey, place.maximised);
}

QRect fitted(const QRect& wanted, const QList<QRect>& screens) {
    if (screens.isEmpty())
        return wanted;
    const QRect screen = *std::ranges::max_element(screens, {}, [&](const QRect& each) { return area(each.intersected(wanted)); });
    QRect place(wanted.topLeft(), wanted.size().boundedTo(screen.size()));
    place.moveLeft(std::clamp(place.left(), screen.left(), screen.right() - place.width() + 1));
    place.moveTop(std::clamp(place.top(), screen.top(), screen.bottom() - place.height() + 1));
    return place;
}

} // namespace bindlab
