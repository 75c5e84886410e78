#include "graphics.h"

#include <QDir>
#include <QFileInfo>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>

#include <algorithm>
#include <cstdio>

namespace bindlab {

namespace {

/// Looked at first: a driver that draws with the processors takes some 60 MB merely by being asked.
bool hasGraphicsDevice()
{
    const bool renders = !QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("renderD*"), QStringLiteral("card*")}, QDir::System).isEmpty();
    return renders || QFileInfo::exists(QStringLiteral("/dev/nvidiactl")) || QFileInfo::exists(QStringLiteral("/dev/dxg"));
}

/// Whether a graphics card does the work of OpenGL: Xvfb and remote displays have one that the processors do.
bool isAccelerated(QOpenGLContext& context)
{
    QOffscreenSurface surface;
    surface.create();
    if (!context.makeCurrent(&surface))
        return false;
    const QString renderer = QString::fromLatin1(reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER))).toLower();
    return std::ranges::none_of(std::initializer_list{"llvmpipe", "softpipe", "swrast", "software rasterizer"},
                                [&](const char* software) { return renderer.contains(QLatin1String(software)); });
}

/// What Qt complains of when there is no OpenGL comes to the one sentence of ours.
bool create(QOpenGLContext& context)
{
    const QtMessageHandler handler = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    const bool isUsable = context.create();
    qInstallMessageHandler(handler);
    if (!isUsable)
        std::fputs("bindlab: there is no OpenGL here, the window is drawn without it\n", stderr);
    return isUsable;
}

} // namespace

void chooseGraphics()
{
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND"))
        return;
    QOpenGLContext context;
    if (!hasGraphicsDevice() || !create(context) || !isAccelerated(context))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

} // namespace bindlab
