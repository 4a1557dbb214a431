#pragma once

#include "api/providers.h"
#include "base/clock.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

class Vault;

struct NewVisit
{
    api::ProviderId provider;
    QString returnTo;
    bool endsHere = false; ///< at the server's own page
    QString state;
    QString nonce;
    Secret verifier;
    std::optional<api::SessionId> proves = {}; ///< the session that asks, else it signs in
};

/// Whom a provider saw.
struct SeenThere
{
    QString subject;
    std::optional<QString> email;
    bool isEmailVerified = false;
    std::optional<QString> name;
};

struct Visit
{
    api::VisitId id;
    api::ProviderId provider;
    QString returnTo;
    QString nonce;
    Secret verifier;
    Timestamp begunAt{};
    /// That is to be redeemed; nothing where that was done, and somebody was seen.
    std::optional<Secret> code;
    std::optional<SeenThere> seen;
    std::optional<api::UserId> mayOnlyBe; ///< see `keepFor`
};

/// NotFound.
Error visitUnknown();

/// Browsers on their way to a provider and back. Each step may be taken once.
class ProviderVisits
{
public:
    ProviderVisits(storage::Database &database, const Clock &clock, const Vault &vault);

    struct Made
    {
        api::VisitId id;
        Timestamp expiresAt{};
    };
    Result<Made> make(const NewVisit &fresh);

    /// At the server's page. It has another id from here, as whoever sent the browser might know
    /// the one before. NotFound `visitUnknown`.
    Result<api::VisitId> returned(const QString &state, const Secret &code);

    /// With the code that came along, or that the page took. Who asks redeems it or has nothing;
    /// where somebody was seen already there is nothing to redeem. A visit that proves a session is
    /// that session's, and good for nothing else. NotFound `visitUnknown`.
    Result<Visit> redeem(const api::VisitId &id, const std::optional<QString> &state,
                         const std::optional<Secret> &code,
                         const std::optional<api::SessionId> &proves = {});
    /// Nobody could be asked: the code is there to be redeemed once more.
    Result<Nothing> reopen(const api::VisitId &id);
    Result<Nothing> saw(const api::VisitId &id, const SeenThere &seen);
    /// Whoever was seen there has the address of that account: they are linked to it, or to none.
    Result<Nothing> keepFor(const api::VisitId &id, const api::UserId &user);
    /// It has served.
    Result<Nothing> forget(const api::VisitId &id);

    Result<qint64> forgetOld(int limit);

private:
    Result<Visit> opened(const storage::Statement &row, const api::VisitId &id,
                         const std::optional<Secret> &code) const;

    storage::Database &m_database;
    const Clock &m_clock;
    const Vault &m_vault;
};

} // namespace latchkey::server
