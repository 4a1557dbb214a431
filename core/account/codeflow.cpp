#include "account/codeflow.h"

#include "api/limitcodes.h"
#include "base/clock.h"

#include <algorithm>

namespace latchkey::account {

using namespace std::chrono_literals;

namespace {

// Longer than any server waits before it sends another; not all say for how long that is.
constexpr std::chrono::milliseconds remembered = 2min;

} // namespace

CodeFlow::CodeFlow(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_ways(clock, [this](api::Factor) { return m_purpose.send(); })
{
    connect(&m_ways, &CodeWays::changed, this, &CodeFlow::follow);
}

CodeFlow::~CodeFlow() = default;

void CodeFlow::start(const Purpose &purpose)
{
    if (m_step == Step::Code || isBusy())
        return;
    m_purpose = purpose;
    m_error.reset();
    m_step = purpose.send ? Step::Start : Step::Code;
    if (purpose.send)
        m_ways.offer({purpose.by});
    else
        m_ways.offerGiven(purpose.by);
}

/// Where the first one could not be sent there is nothing to type; later the ways say it.
void CodeFlow::follow()
{
    if (const auto &sent = m_ways.sent())
        remember(*sent);
    if (m_step == Step::Start && m_ways.sent()) {
        m_step = Step::Code;
    } else if (m_step == Step::Start && m_ways.isSent() && !m_ways.isSending()) {
        if (const auto before = sentBefore()) {
            m_ways.offerSent(m_purpose.by, *before);
            return;
        }
        m_error = m_ways.error();
        m_ways.clear();
        return;
    }
    Q_EMIT changed();
}

void CodeFlow::remember(const api::CodeSent &sent)
{
    if (!m_last || m_last->sent != sent)
        m_last = {m_purpose.to, m_purpose.isToPresent, sent, m_clock.now()};
}

/// Where the server sends no other yet: the one that has just left, if that was for the same.
std::optional<api::CodeSent> CodeFlow::sentBefore() const
{
    const auto &refusal = m_ways.error();
    if (!refusal || refusal->code != api::codeTooSoon || m_purpose.to.isEmpty())
        return {};
    const Timestamp now = m_clock.now();
    api::CodeSent before{.to = m_purpose.to, .resendAt = {}, .expiresAt = {}};
    bool isSame = m_purpose.isToPresent;
    if (m_last && now < m_last->at + remembered) {
        isSame = m_last->to == m_purpose.to && m_last->isToPresent == m_purpose.isToPresent;
        before = m_last->sent;
    }
    if (!isSame)
        return {};
    before.resendAt = std::max(before.resendAt, now + refusal->retryAfter.value_or(0s));
    return before;
}

void CodeFlow::submit(const Secret &code)
{
    if (m_step != Step::Code || isBusy())
        return;
    m_isTaking = true;
    m_error.reset();
    m_purpose.take(code).then(this, [this, round = m_round](const Result<Nothing> &taken) {
        if (round != m_round)
            return;
        m_isTaking = false;
        if (taken) {
            end(Step::Done);
            return;
        }
        if (taken.error().kind != Error::Kind::Cancelled)
            m_error = taken.error();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void CodeFlow::leave()
{
    end(Step::Start);
}

void CodeFlow::end(Step step)
{
    if (step == Step::Done)
        m_last.reset(); // it is used up
    ++m_round;
    m_isTaking = false;
    m_error.reset();
    m_step = step;
    m_ways.clear();
}

} // namespace latchkey::account
