#pragma once

#include "viewmodels/window/window_place.h"

#include <QObject>
#include <QTimer>
#include <QWindow>

namespace bindlab {

/// Puts the window where it was left, and remembers where it goes.
class WindowKeeper : public QObject {
public:
    /// To be made before the window is shown. Both outlive it.
    WindowKeeper(QWindow& window, AppSettings& settings);

    /// Shows the window, maximised if it was.
    void show();
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void remember();

    QWindow& m_window;
    AppSettings& m_settings;
    WindowPlace m_place;
    QTimer m_settled;   ///< size and state change one after the other, and many times while the window is dragged
};

} // namespace bindlab
