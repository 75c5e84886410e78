#include "matrix_view.h"

#include "viewmodels/window/app_settings.h"

namespace bindlab {

MatrixView rememberedView(const AppSettings& settings)
{
    return {settings.text(QStringLiteral("matrix/platform")),
            settings.text(QStringLiteral("matrix/base")),
            settings.value(QStringLiteral("matrix/flipped")).toStringList(),
            settings.value(QStringLiteral("matrix/hiddenGroups")).toStringList(),
            settings.flag(QStringLiteral("matrix/hideFailing")),
            settings.flag(QStringLiteral("matrix/hideEqual"))};
}

void rememberView(const MatrixView& view, AppSettings& settings)
{
    settings.keep(QStringLiteral("matrix/platform"), view.platform);
    settings.keep(QStringLiteral("matrix/base"), view.base);
    settings.keep(QStringLiteral("matrix/flipped"), view.flipped);
    settings.keep(QStringLiteral("matrix/hiddenGroups"), view.hiddenGroups);
    settings.keep(QStringLiteral("matrix/hideFailing"), view.hideFailing);
    settings.keep(QStringLiteral("matrix/hideEqual"), view.hideEqual);
}

} // namespace bindlab
