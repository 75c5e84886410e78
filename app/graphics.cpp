#include "graphics.h"

#include <QDir>
#include <QFileInfo>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>

#include <algorithm>

namespace bindlab {

namespace {

/// Looked at first: a driver that draws with the processors takes some 60 MB merely by being asked.
bool hasGraphicsDevice()
{
    const bool renders = !QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("renderD*"), QStringLiteral("card*")}, QDir::System).isEmpty();
    return renders || QFileInfo::exists(QStringLiteral("/dev/nvidiactl")) || QFileInfo::exists(QStringLiteral("/dev/dxg"));
}

/// Whether OpenGL is there and a graphics card does its work: Xvfb and remote displays have one that the processors do.
bool isAccelerated()
{
    QOpenGLContext context;
    QOffscreenSurface surface;
    surface.create();
    if (!context.create() || !context.makeCurrent(&surface))
        return false;
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const QString renderer = QString::fromLatin1(name).toLower();
    return std::ranges::none_of(std::initializer_list{"llvmpipe", "softpipe", "swrast", "software rasterizer"},
                                [&](const char* software) { return renderer.contains(QLatin1String(software)); });
}

} // namespace

void chooseGraphics()
{
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND"))
        return;
    if (!hasGraphicsDevice() || !isAccelerated())
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

} // namespace bindlab
