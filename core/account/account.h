#pragma once

#include "account/accountstate.h"
#include "account/profile.h"
#include "api/operations.h"
#include "base/call.h"

#include <QObject>

#include <memory>

namespace latchkey::net {
struct Outgoing;
}

namespace latchkey::account {

class Connection;
class Profiles;
class Requests;
class SecretKeeping;
struct Surroundings;

/// One profile's account: asks its server, knows whether it is there, and holds the credential.
/// Lives as long as the profile does.
class Account final : public QObject
{
    Q_OBJECT

public:
    Account(const ProfileId &id, Profiles &profiles, SecretKeeping &keeping,
            const Surroundings &surroundings, QObject *parent = nullptr);
    ~Account() override;

    const ProfileId &id() const { return m_id; }
    Profile profile() const;
    const AccountState &state() const { return m_state; }
    /// Whoever sits there has not opened yet what the token is kept in: nothing of the account is
    /// theirs to see, not even what the cache holds.
    bool isLocked() const;
    /// Somebody acts in it whose account it isn't.
    bool isActing() const { return m_isActing; }

    /// As last heard of, possibly from the offline cache; nothing before the first time.
    const std::optional<api::User> &user() const { return m_user; }

    /// As far as is known. Can change.
    bool isAdministrators() const { return m_user && m_user->role == api::Role::Admin; }

    /// Whether the server's API knows it at all, and it is not its owner's alone where somebody
    /// acts for them. What can't be done has no button.
    template <api::Operation Op>
    bool can() const;
    /// What would be left of it on its way: the server's API may have no words for all that it
    /// says. Refused where more has to be said.
    template <api::Operation Op>
    Result<Op> understood(const Op &operation) const;

    /// Ends as Unauthorized where nobody is signed in. Where the server wants to see proof first,
    /// the call waits for `prove` or `declineProof` and then goes on by itself.
    template <api::Operation Op>
    Call<typename Op::Reply> ask(const Op &operation);

    /// Calls are waiting for the person to prove who they are. Whoever signs in anew has.
    bool isProofNeeded() const;
    /// What the best proof must be worth that they are waiting for.
    std::optional<api::Level> neededProof() const;
    /// A wrong password is Rejected, and the calls wait on; so do those that need a higher level.
    Call<Nothing> prove(const api::GivenProof &proof);
    Call<Nothing> prove(const Secret &password) { return prove(api::ProveWithPassword{password}); }
    /// The waiting calls end as Cancelled.
    void declineProof();

    /// Tries the network now instead of after the wait.
    void retryNow();

    // Not for pages: the flows, the feed and `Accounts` tell the account what they learnt.
    /// The token of the moment, where there is one.
    std::optional<Secret> credential() const;
    void restoring();
    void locked(const Error &why);
    void open(const Secret &token);
    void adopt(const api::SignedIn &signedIn);
    /// Goes on with another token, which is kept where the one before was; without one it goes on
    /// as it is.
    void replaceToken(const api::SignedIn &signedIn, api::Level proven);
    void close(AccountState::Reason reason, const std::optional<api::SessionEnd> &end = {},
               const std::optional<Error> &why = {});
    void reached();
    void lost(const Error &why);
    void learn(const api::User &user);
    void refused(const Error &why);
    /// Another token in time. A refusal says that there is none, not that the session is over.
    Call<api::RenewedSession> renew();

    /// For the event stream: signs with the credential of the moment.
    net::Outgoing signedOutgoing(const api::Events &events) const;
    Connection &connection() const { return *m_connection; }
    const Surroundings &surroundings() const { return m_surroundings; }

Q_SIGNALS:
    void stateChanged();
    void userChanged();
    /// Show the place for what is worth so much; announced once for all calls that wait, and again
    /// where it was not enough for all.
    void proofNeeded(latchkey::api::Level level);
    /// The waiting calls go on (true) or have ended (false).
    void proofEnded(bool proven);
    /// Another token holds from now on.
    void credentialReplaced();
    /// The token could not be put where it is kept; it holds in memory until the program ends.
    void keepingFailed(const latchkey::Error &error);
    void retryWanted();

private:
    void setState(AccountState state);
    void goOn(api::Level proven);
    void takeRenewed(const api::RenewedSession &renewed);
    void keepToken(const Secret &token, Profile profile);
    template <class Op>
    Call<Nothing> proveBy(const Op &proof);
    void heardOf(const Error &error);
    void connectTo(const ServerAddress &server);
    template <api::Operation Op>
    void learnFrom(const Result<typename Op::Reply> &result);

    const ProfileId m_id;
    Profiles &m_profiles;
    const bool m_isActing;
    SecretKeeping &m_keeping;
    const Surroundings &m_surroundings;
    ServerAddress m_server;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Requests> m_requests;
    AccountState m_state;
    std::optional<api::User> m_user;
};

} // namespace latchkey::account
