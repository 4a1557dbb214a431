#include "kit/countdown.h"

namespace latchkey::ui {

using namespace std::chrono_literals;

Countdown::Countdown(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_ticks.setInterval(500ms); // a second never stands too long
    connect(&m_ticks, &QTimer::timeout, this, &Countdown::tick);
}

void Countdown::start(Timestamp until)
{
    m_until = until;
    m_ticks.start();
    tick();
}

void Countdown::stop()
{
    m_until.reset();
    m_ticks.stop();
}

std::chrono::seconds Countdown::left() const
{
    return m_until ? std::chrono::ceil<std::chrono::seconds>(*m_until - m_clock.now()) : 0s;
}

void Countdown::tick()
{
    if (m_until && *m_until <= m_clock.now())
        stop();
    Q_EMIT ticked();
}

} // namespace latchkey::ui
