#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace bindlab {

/// Plays something: takes its next step every 900 ms, at speed 1, until none lies ahead.
class PlayTimer : public QObject {
    Q_OBJECT

public:
    /// `ahead` answers whether a step can be taken, `step` takes it. Both belong to the object this is a member of.
    PlayTimer(std::function<bool()> ahead, std::function<void()> step);

    [[nodiscard]] bool playing() const { return m_timer.isActive(); }
    /// Nothing happens when nothing lies ahead.
    void play();
    void pause();
    void toggle();
    /// Pauses if nothing lies ahead any more: for who goes to the end by other ways.
    void settle();
    [[nodiscard]] double speed() const { return m_speed; }
    void setSpeed(double speed);

signals:
    void playingChanged();

private:
    void tick();

    std::function<bool()> m_ahead;
    std::function<void()> m_step;
    double m_speed = 1;
    QTimer m_timer;
};

} // namespace bindlab
