#include "account/codeflow.h"

namespace latchkey::account {

CodeFlow::CodeFlow(QObject *parent)
    : QObject(parent)
{}

CodeFlow::~CodeFlow() = default;

void CodeFlow::start(const Way &way)
{
    if (m_step == Step::Code || m_isBusy)
        return;
    m_way = way;
    m_sent.reset();
    m_step = Step::Start;
    send();
}

void CodeFlow::resend()
{
    if (m_step == Step::Code && !m_isBusy)
        send();
}

void CodeFlow::send()
{
    begin();
    m_sends.add(m_way.send())
        .then(this, [this, round = m_round](const Result<api::CodeSent> &sent) {
            if (round != m_round)
                return;
            m_isBusy = false;
            if (!sent) {
                fail(sent.error());
                return;
            }
            m_sent = *sent;
            go(Step::Code);
        });
    Q_EMIT changed();
}

void CodeFlow::submit(const Secret &code)
{
    if (m_step != Step::Code || m_isBusy)
        return;
    begin();
    m_way.take(code).then(this, [this, round = m_round](const Result<Nothing> &taken) {
        if (round != m_round)
            return;
        m_isBusy = false;
        if (taken)
            go(Step::Done);
        else
            fail(taken.error());
    });
    Q_EMIT changed();
}

void CodeFlow::leave()
{
    ++m_round;
    m_sends.cancelAll();
    m_isBusy = false;
    m_sent.reset();
    go(Step::Start);
}

void CodeFlow::begin()
{
    ++m_round;
    m_isBusy = true;
    m_error.reset();
}

void CodeFlow::fail(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled)
        m_error = error;
    Q_EMIT changed();
}

void CodeFlow::go(Step step)
{
    m_step = step;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
