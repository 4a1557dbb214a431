#include "account/codeflow.h"

namespace latchkey::account {

CodeFlow::CodeFlow(const Clock &clock, QObject *parent)
    : QObject(parent)
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
    m_step = Step::Start;
    m_error.reset();
    m_ways.offer({purpose.by});
}

/// Where the first one could not be sent there is nothing to type; later the ways say it.
void CodeFlow::follow()
{
    if (m_step == Step::Start && m_ways.sent()) {
        m_step = Step::Code;
    } else if (m_step == Step::Start && m_ways.isSent() && !m_ways.isSending()) {
        m_error = m_ways.error();
        m_ways.clear();
        return;
    }
    Q_EMIT changed();
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
    ++m_round;
    m_isTaking = false;
    m_error.reset();
    m_step = step;
    m_ways.clear();
}

} // namespace latchkey::account
