#include "play_timer.h"

#include <cmath>
#include <utility>

namespace bindlab {

namespace {

/// How long a step is shown at speed 1, in milliseconds.
constexpr double stepTime = 900;

} // namespace

PlayTimer::PlayTimer(std::function<bool()> ahead, std::function<void()> step) : m_ahead(std::move(ahead)), m_step(std::move(step))
{
    setSpeed(m_speed);
    connect(&m_timer, &QTimer::timeout, this, &PlayTimer::tick);
}

void PlayTimer::play()
{
    if (playing() || !m_ahead())
        return;
    m_timer.start();
    emit playingChanged();
}

void PlayTimer::pause()
{
    if (!playing())
        return;
    m_timer.stop();
    emit playingChanged();
}

void PlayTimer::toggle()
{
    if (playing())
        pause();
    else
        play();
}

void PlayTimer::settle()
{
    if (playing() && !m_ahead())
        pause();
}

void PlayTimer::setSpeed(double speed)
{
    m_speed = speed;
    m_timer.setInterval(int(std::lround(stepTime / m_speed)));
}

void PlayTimer::tick()
{
    if (m_ahead())
        m_step();
    settle();
}

} // namespace bindlab
