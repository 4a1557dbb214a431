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

void Countdown::start(const Error &error)
{
    if (!asksForPatience(error))
        return;
    m_error = error;
    startUntil(m_clock.now() + *error.retryAfter);
}

void Countdown::startUntil(Timestamp moment)
{
    m_until = moment;
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

Error Countdown::error() const
{
    Error waiting = m_error;
    if (m_until)
        waiting.retryAfter = left();
    return waiting;
}

void Countdown::tick()
{
    if (m_until && *m_until <= m_clock.now())
        stop();
    Q_EMIT ticked();
}

bool asksForPatience(const Error &error)
{
    return error.kind == Error::Kind::RateLimited && error.retryAfter;
}

} // namespace latchkey::ui
