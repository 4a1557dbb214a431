#include "account/codeways.h"

#include "account/codetimes.h"
#include "base/clock.h"

#include <array>

namespace latchkey::account {

using api::Factor;

namespace {

constexpr std::array bestFirst{Factor::Totp, Factor::SmsCode, Factor::EmailCode,
                               Factor::RecoveryCode};

} // namespace

bool isSentBy(Factor way)
{
    return way == Factor::EmailCode || way == Factor::SmsCode;
}

CodeWays::CodeWays(const Clock &clock, Send send, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_send(std::move(send))
{}

CodeWays::~CodeWays() = default;

void CodeWays::offer(const QList<Factor> &factors)
{
    clear();
    for (const Factor way : bestFirst) {
        if (factors.contains(way))
            m_offered << way;
    }
    if (!m_offered.isEmpty())
        choose(m_offered.first());
}

void CodeWays::offerSent(Factor way, const api::CodeSent &sent)
{
    clear();
    m_offered = {way};
    m_chosen = way;
    take(way, sent);
}

void CodeWays::offerGiven(Factor way)
{
    clear();
    m_offered = {way};
    m_chosen = way;
    m_isGiven = true;
    Q_EMIT changed();
}

void CodeWays::clear()
{
    ++m_turn;
    m_calls.cancelAll();
    m_offered.clear();
    m_deliveries.clear();
    m_chosen = Factor::Unknown;
    m_isGiven = false;
    Q_EMIT changed();
}

void CodeWays::choose(Factor way)
{
    if (!m_offered.contains(way))
        return;
    m_chosen = way;
    const auto &last = sent();
    const bool isGood = last && m_clock.now() < last->expiresAt;
    if (!isGood && canSend())
        send();
    else
        Q_EMIT changed();
}

const CodeWays::Delivery &CodeWays::delivery() const
{
    static const Delivery none;
    const auto found = m_deliveries.find(m_chosen);
    return found == m_deliveries.end() ? none : found->second;
}

bool CodeWays::isSent() const
{
    return isSentBy(m_chosen) && !m_isGiven;
}

std::optional<Timestamp> CodeWays::waitsUntil() const
{
    const Timestamp next = delivery().nextAt;
    return next > m_clock.now() ? std::optional(next) : std::nullopt;
}

void CodeWays::send()
{
    if (!canSend())
        return;
    const Factor way = m_chosen;
    m_deliveries[way].isSending = true;
    m_deliveries[way].error.reset();
    m_calls.add(m_send(way))
        .then(this, [this, way, turn = m_turn](const Result<api::CodeSent> &result) {
            if (turn != m_turn)
                return;
            if (result)
                take(way, *result);
            else
                takeRefusal(way, result.error());
        });
    Q_EMIT changed();
}

void CodeWays::take(Factor way, const api::CodeSent &sent)
{
    const api::CodeSent ours = byOurClock(sent, m_clock.now());
    m_deliveries[way] = {.isSending = false, .sent = ours, .error = {}, .nextAt = ours.resendAt};
    Q_EMIT changed();
}

void CodeWays::takeRefusal(Factor way, const Error &error)
{
    Delivery &delivery = m_deliveries[way];
    delivery.isSending = false;
    if (error.kind == Error::Kind::Cancelled) {
        Q_EMIT changed();
        return;
    }
    delivery.error = error;
    if (error.retryAfter)
        delivery.nextAt = m_clock.now() + *error.retryAfter;
    Q_EMIT changed();
    Q_EMIT failed(error);
}

} // namespace latchkey::account
