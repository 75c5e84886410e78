#pragma once

namespace bindlab {

/// Chooses what the window draws with, once there is an application object and before there is a window. Where OpenGL is missing
/// or the processors would do its work, Qt's own painter does it sooner, starts faster and takes less memory. A choice of the
/// reader's own, QT_QUICK_BACKEND or QSG_RHI_BACKEND, stands.
void chooseGraphics();

} // namespace bindlab
