#pragma once

#include "account/codeways.h"
#include "api/emailsignin.h"

namespace latchkey::account {

class Connection;

/// The codes that a sign-in may ask for: one from the mailbox in place of a password, or what a
/// challenge takes. Never both at once, so they share their ways.
class SignInCodes final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SignInCodes(const Clock &clock, Connection &connection, QObject *parent = nullptr);
    ~SignInCodes() override;

    CodeWays &ways() { return m_ways; }
    const std::optional<api::Challenge> &challenge() const { return m_challenge; }
    /// What the code of the mailbox is good for, once it has left.
    const std::optional<api::SignInId> &mailed() const { return m_mailed; }

    /// The best of its factors is chosen. False where this program knows none of them.
    bool offer(const api::Challenge &challenge);
    /// The one that is there already still does.
    void mailTo(const QString &email);
    void clear();

private:
    Call<api::CodeSent> send(api::Factor factor);
    Call<api::CodeSent> sendMail();

    Connection &m_connection;
    std::optional<api::Challenge> m_challenge;
    QString m_email;
    std::optional<api::SignInId> m_mailed;
    CodeWays m_ways;
};

} // namespace latchkey::account
