#pragma once

#include "account/browservisit.h"
#include "account/profile.h"
#include "api/emailsignin.h"

#include <optional>

namespace latchkey::account {

class Accounts;
class Connection;

/// Asks a server to let somebody in, by whichever way. Where it is known who that will be, what
/// lets this device in without a second factor goes along; and where it was of no use it is
/// forgotten. One at a time.
class TrustedSignIn final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    TrustedSignIn(Accounts &accounts, Connection &connection, const ServerAddress &server,
                  QObject *parent = nullptr);
    ~TrustedSignIn() override;

    /// Who signs in with this there, as far as this program knows.
    std::optional<Profile> profileOf(const QString &login) const;

    Call<api::SignInProgress> byPassword(const QString &login, const Secret &password);
    Call<api::SignInProgress> byCode(const QString &login, const api::SignInId &id,
                                     const Secret &code);
    /// `known`: who is expected to come back, which the provider may see otherwise.
    Call<api::SignInProgress> byProvider(const BrowserVisit::Returned &returned,
                                         const std::optional<Profile> &known);

    // Of whom a page or a token says who they are nobody is expected.
    Call<api::SignInProgress> byPageCode(const Secret &code);
    Call<api::SignInProgress> byGoogle(const Secret &idToken);

private:
    template <class Op>
    Call<api::SignInProgress> ask(Op operation, const std::optional<Profile> &known);
    template <class Op>
    void send(const Op &operation, const std::optional<Profile> &known,
              const CallSource<api::SignInProgress> &source);
    void judge(const Profile &known, const api::SignInProgress &progress, bool isSurelyThem);

    Accounts &m_accounts;
    Connection &m_connection;
    const ServerAddress m_server;
    CallScope m_calls;
};

} // namespace latchkey::account
