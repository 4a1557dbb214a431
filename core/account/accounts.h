#pragma once

#include "account/account.h"
#include "account/connectflow.h"
#include "account/offlinecache.h"
#include "account/profiles.h"
#include "account/providerentry.h"
#include "account/secretkeeping.h"
#include "account/signinflow.h"
#include "account/signupflow.h"
#include "account/surroundings.h"

#include <map>

namespace latchkey::account {

class ActingOnBehalf;
class ApiSessionStore;
class AuthorizationStore;
class CreditStore;
class Departures;
class FactorStore;
class GrantStore;
class IdentityStore;
class OrganisationStore;
class SessionStore;
struct Desk;

/// Every profile's account with its stores, side by side; and the ways in and out. The profile of
/// one that is deleted from here goes by itself.
class Accounts final : public QObject
{
    Q_OBJECT

public:
    Accounts(Surroundings surroundings, Profiles &profiles, SecretKeeping &keeping,
             OfflineCache cache, QObject *parent = nullptr);
    ~Accounts() override;

    /// In the order of the profiles; those in which somebody acts for another come last.
    QList<ProfileId> ids() const;
    Account *account(const ProfileId &id) const;
    SessionStore *sessions(const ProfileId &id) const;
    FactorStore *factors(const ProfileId &id) const;
    IdentityStore *identities(const ProfileId &id) const;
    ApiSessionStore *apiSessions(const ProfileId &id) const;
    GrantStore *grants(const ProfileId &id) const;
    AuthorizationStore *authorizations(const ProfileId &id) const;
    OrganisationStore *organisation(const ProfileId &id) const;
    ActingOnBehalf &acting() const { return *m_acting; }
    CreditStore *credits(const ProfileId &id) const;
    Profiles &profiles() const { return m_profiles; }
    SecretKeeping &keeping() const { return m_keeping; }

    /// Fetches the token of every profile that waits for it; `restore` does it for one, e.g. after
    /// the person unlocked the keychain. Where its server can't be vouched for the profile is
    /// Locked and says why.
    void restoreAll();
    void restore(const ProfileId &id);
    /// Those whose server nobody vouched for: it may be there now.
    void restoreUnvouched();

    /// Does not wait any longer where the server could not be reached: the network is back.
    void retryAll();

    std::unique_ptr<ConnectFlow> connectFlow() const;
    /// `serverName` as ConnectFlow found it.
    std::unique_ptr<SignInFlow> signInFlow(const ServerAddress &server, const QString &email = {},
                                           const QString &serverName = {});
    /// For a profile that is signed out: its server and e-mail are known.
    std::unique_ptr<SignInFlow> signInAgain(const ProfileId &id);
    std::unique_ptr<SignUpFlow> signUpFlow(const ServerAddress &server,
                                           const api::ServerDescription &description);

    /// Signs out here at once and forgets the token and what was cached; then the server is told
    /// where it can be reached. The error says what did not work: `serverNotTold`, `tokenKept` (the
    /// place where it is kept does not let it go) or `tokenKeptAndServerNotTold`. Where the last
    /// window closes meanwhile the program ends after it.
    Call<Nothing> signOut(const ProfileId &id);
    /// As `signOut`, but waits for no server: ends once the token is gone here, or says
    /// `tokenKept`.
    Call<Nothing> signOutHere(const ProfileId &id);
    /// Signs out and removes the profile. Where the token is kept the profile stays too, or nobody
    /// would ever find the token again.
    Call<Nothing> remove(const ProfileId &id);

    // For the flows.
    Profile profileFor(const ServerAddress &server, const api::User &user) const;
    /// What the server gave this device to be let in with; asked again next time if it can't be
    /// kept.
    void trustHere(const ProfileId &id, const Secret &trust);
    Result<Nothing> welcome(const Profile &profile, const api::SignedIn &signedIn);
    /// Connects whom a provider saw to the account that was signed in to meanwhile. The sign-in
    /// stays whatever becomes of it.
    void linkLater(const ProfileId &id, const ProviderEntry::Unlinked &unlinked);
    /// Ends a session that began and that nobody wants, as well as the network lets it.
    void abandon(const ServerAddress &server, const Secret &token);
    const Surroundings &surroundings() const { return m_surroundings; }

Q_SIGNALS:
    void accountAdded(const latchkey::account::ProfileId &id);
    /// The account and its stores still live while this is told.
    void accountAboutToBeRemoved(const latchkey::account::ProfileId &id);
    void accountRemoved(const latchkey::account::ProfileId &id);
    /// Whoever signs in gave the right password of an account on the own server: `profile` is empty
    /// where none is known by its address, and when it was made is known where nothing else is
    /// asked.
    void ownPasswordTaken(const latchkey::account::ProfileId &profile,
                          const std::optional<latchkey::Timestamp> &createdAt);
    /// After a sign-in that it was asked with.
    void identityLinked(const latchkey::api::ProviderCard &provider);
    void identityNotLinked(const latchkey::api::ProviderCard &provider,
                           const latchkey::Error &error);
    /// Whoever asked for it may have gone with it: on its server the session lives on.
    void removedUntold(const latchkey::Error &error);

private:
    void open(const ProfileId &id);
    void fetch(const ProfileId &id);
    void closeDesk(const ProfileId &id);
    void followDeletion(const ProfileId &id);
    Result<Nothing> strike(const ProfileId &id);
    void refresh(const ProfileId &id);
    void rename(const ProfileId &id);
    void remember(const ProfileId &id);
    void write(const ProfileId &id);
    Desk *desk(const ProfileId &id) const;

    const Surroundings m_surroundings;
    Profiles &m_profiles;
    SecretKeeping &m_keeping;
    const OfflineCache m_cache;
    const std::unique_ptr<Departures> m_departures;
    const std::unique_ptr<ActingOnBehalf> m_acting;
    std::map<ProfileId, std::unique_ptr<Desk>> m_desks;
    std::vector<std::unique_ptr<Desk>> m_gone;
};

} // namespace latchkey::account
