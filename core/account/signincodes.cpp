#include "account/signincodes.h"

#include "account/connection.h"

namespace latchkey::account {

SignInCodes::SignInCodes(const Clock &clock, Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_ways(clock, [this](api::Factor factor) { return send(factor); })
{}

SignInCodes::~SignInCodes() = default;

bool SignInCodes::offer(const api::Challenge &challenge)
{
    clear();
    m_challenge = challenge;
    m_ways.offer(challenge.factors);
    return !m_ways.offered().isEmpty();
}

void SignInCodes::mailTo(const QString &email)
{
    if (m_mailed && m_email == email) {
        m_ways.choose(api::Factor::EmailCode);
        return;
    }
    clear();
    m_email = email;
    m_ways.offer({api::Factor::EmailCode});
}

void SignInCodes::clear()
{
    m_challenge.reset();
    m_mailed.reset();
    m_ways.clear();
}

Call<api::CodeSent> SignInCodes::send(api::Factor factor)
{
    if (!m_challenge)
        return sendMail();
    return m_connection.ask(api::SendChallengeCode{.id = m_challenge->id, .factor = factor});
}

Call<api::CodeSent> SignInCodes::sendMail()
{
    const CallSource<api::CodeSent> source;
    const auto asked = m_connection.ask(api::SignInByEmail{.email = m_email});
    source.onCancel(asked.cancelling());
    asked.then(this, [this, source](const Result<api::PendingSignIn> &pending) {
        if (pending && source.isWanted())
            m_mailed = pending->id;
        source.finish(pending.map([](const api::PendingSignIn &one) { return one.sent; }));
    });
    return source.call();
}

} // namespace latchkey::account
