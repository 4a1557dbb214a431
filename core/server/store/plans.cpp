#include "server/store/plans.h"

#include "server/store/names.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using api::Tier;
using storage::Statement;

Plans::Plans(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<Tier> Plans::tierOf(const api::User &user)
{
    Statement statement(m_database, u"SELECT tier FROM plans WHERE user_id = ?"_s);
    statement.bind(user.id.text());
    return statement.next().map([&](bool found) {
        const Tier tier = found ? fromStoredName<Tier>(statement.text(0)) : Tier::Free;
        return tier == Tier::Free && !user.emailVerified ? Tier::Unverified : tier;
    });
}

Result<Nothing> Plans::upgrade(const api::User &user)
{
    Statement upgrade(m_database, u"INSERT INTO plans (user_id, tier, changed_at) "
                                  "SELECT id, ?, ? FROM users WHERE id = ? AND email_verified "
                                  "ON CONFLICT (user_id) DO UPDATE SET tier = excluded.tier, "
                                  "changed_at = excluded.changed_at WHERE plans.tier = ?"_s);
    upgrade.bind(storedName(api::upgradeTier), m_clock.now(), user.id.text(),
                 storedName(Tier::Free));
    const auto changed = upgrade.execute();
    if (!changed)
        return failure(changed.error());
    if (*changed == 1)
        return Nothing();
    return tierOf(user).and_then([](Tier tier) -> Result<Nothing> {
        const bool isUnverified = tier == Tier::Unverified;
        return failure(Error::of(Error::Kind::Conflict,
                                 isUnverified ? u"emailNotVerified"_s : u"planUpgraded"_s));
    });
}

Result<Nothing> Plans::set(const api::UserId &user, Tier tier)
{
    if (tier == Tier::Unverified || tier == Tier::Unknown)
        return failure(Error::rejected(u"tierNotOffered"_s, u"tier"_s));
    Statement upsert(m_database,
                     u"INSERT INTO plans (user_id, tier, changed_at) VALUES (?, ?, ?) "
                     "ON CONFLICT (user_id) DO UPDATE SET tier = excluded.tier, "
                     "changed_at = excluded.changed_at WHERE plans.tier <> excluded.tier"_s);
    upsert.bind(user.text(), storedName(tier), m_clock.now());
    return upsert.execute().map([](qint64) { return Nothing(); });
}

} // namespace latchkey::server
