#include "kit/helderror.h"

namespace latchkey::ui {

namespace {

bool asksForPatience(const Error &error)
{
    return error.kind == Error::Kind::RateLimited && error.retryAfter;
}

} // namespace

HeldError::HeldError(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_time(clock)
{
    connect(&m_time, &Countdown::ticked, this, &HeldError::changed);
}

void HeldError::set(const std::optional<Error> &error)
{
    m_error = error;
    if (error && asksForPatience(*error)) {
        m_time.start(m_clock.now() + *error->retryAfter);
        return;
    }
    m_time.stop();
    Q_EMIT changed();
}

bool HeldError::follow(const std::optional<Error> &error)
{
    const bool isNews = error != m_error;
    if (isNews)
        set(error);
    return isNews;
}

std::optional<Error> HeldError::error() const
{
    if (!m_error || !asksForPatience(*m_error))
        return m_error;
    if (!isHolding())
        return {};
    Error left = *m_error;
    left.retryAfter = m_time.left();
    return left;
}

} // namespace latchkey::ui
