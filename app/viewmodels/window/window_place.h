#pragma once

#include "app_settings.h"

#include <QList>
#include <QRect>

namespace bindlab {

/// Where the window stands.
struct WindowPlace {
    QRect normal = {};        ///< when it is not maximised, without its frame; null: wherever the desktop puts it
    bool maximised = false;
    bool operator==(const WindowPlace&) const = default;
};

/// As it was left; damaged values are as good as none.
[[nodiscard]] WindowPlace rememberedPlace(const AppSettings& settings);
void rememberPlace(const WindowPlace& place, AppSettings& settings);

/// Where a window that stood at `wanted` fits now: no larger than the screen it lay on, and all of it there. Screens come and go;
/// one that is gone leaves it to the first. `screens` are what of each can be used; without any, nothing is changed.
[[nodiscard]] QRect fitted(const QRect& wanted, const QList<QRect>& screens);

} // namespace bindlab
