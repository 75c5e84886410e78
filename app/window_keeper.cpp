#include "window_keeper.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>

namespace bindlab {

namespace {

constexpr int restMilliseconds = 200;

QList<QRect> usableScreens() {
    QList<QRect> all;
    for (const QScreen* screen : QGuiApplication::screens())
        all.append(screen->availableGeometry());
    return all;
}

} // namespace

WindowKeeper::WindowKeeper(QWindow& window, AppSettings& settings) : m_window(window), m_settings(settings), m_place(rememberedPlace(settings)) {
    m_settled.setSingleShot(true);
    m_settled.setInterval(restMilliseconds);
    connect(&m_settled, &QTimer::timeout, this, &WindowKeeper::remember);
    if (m_place.normal.isEmpty())
        window.resize(fitted({{}, window.size()}, usableScreens()).size());
    else
        window.setGeometry(fitted(m_place.normal, usableScreens()));
    window.installEventFilter(this);
}

void WindowKeeper::show() {
    if (m_place.maximised)
        m_window.showMaximized();
    else
        m_window.show();
}

bool WindowKeeper::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange: m_settled.start(); break;
    case QEvent::Close: remember(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void WindowKeeper::remember() {
    if (!m_window.isVisible())
        return;
    const Qt::WindowStates states = m_window.windowStates();
    m_place.maximised = states.testFlag(Qt::WindowMaximized);
    if (states == Qt::WindowNoState)
        m_place.normal = m_window.geometry();
    rememberPlace(m_place, m_settings);
}

} // namespace bindlab
