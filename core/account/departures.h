#pragma once

#include "account/account.h"
#include "account/offlinecache.h"
#include "account/secretkeeping.h"
#include "account/surroundings.h"

namespace latchkey::account {

/// How sessions end from here: on this computer at once, whatever the server says and however long
/// it takes, so that who closes the program meanwhile is not signed in again by the next start.
class Departures final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    Departures(const Surroundings &surroundings, SecretKeeping &keeping, const OfflineCache &cache,
               QObject *parent = nullptr);

    /// Ends when both is done, here and at the server; see `Accounts::signOut`.
    Call<Nothing> signOut(Account &account);
    /// Ends when it is done here; see `Accounts::signOutHere`.
    Call<Nothing> signOutHere(Account &account);
    /// Ends a session that began and that nobody wants, as well as the network lets it.
    void abandon(const ServerAddress &server, const Secret &token);
    /// The token alone.
    Call<Nothing> forget(const ProfileId &id, KeepingPlace place);

private:
    struct Leaving;

    Leaving leave(Account &account);
    Call<Nothing> tellEnd(const ServerAddress &server, const std::optional<Secret> &token,
                          const AccountState &state);

    const Surroundings &m_surroundings;
    SecretKeeping &m_keeping;
    const OfflineCache &m_cache;
};

} // namespace latchkey::account
