#include "server/store/trusteddevices.h"

#include "server/store/token.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds trustedFor = std::chrono::days(30);
constexpr int most = 50; // of one account

} // namespace

TrustedDevices::TrustedDevices(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

/// Of too many, the one that was trusted first is asked again.
Result<Nothing> TrustedDevices::makeRoom(const api::UserId &user)
{
    Statement remove(m_database,
                     u"DELETE FROM trusted_devices WHERE id IN (SELECT id FROM trusted_devices "
                     "WHERE user_id = ? ORDER BY trusted_at DESC, rowid DESC LIMIT -1 OFFSET ?)"_s);
    remove.bind(user.text(), most - 1);
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<FreshTrust> TrustedDevices::trust(const SigningIn &who)
{
    if (auto room = makeRoom(who.user); !room)
        return failure(std::move(room).error());
    const Timestamp now = m_clock.now();
    const FreshTrust fresh{api::TrustedDeviceId(newId("dev")), newTrustToken()};
    Statement insert(m_database, u"INSERT INTO trusted_devices (id, user_id, token_hash, label, "
                                 "program, system, address, trusted_at, expires_at) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(fresh.id.text(), who.user.text(), sha256(fresh.token.reveal()), who.device.label,
                who.device.program, who.device.system, who.address, now, now + trustedFor);
    return insert.execute().map([&](qint64) { return fresh; });
}

Result<bool> TrustedDevices::use(const api::UserId &user, const Secret &token)
{
    const Timestamp now = m_clock.now();
    Statement update(m_database, u"UPDATE trusted_devices SET last_used_at = ? "
                                 "WHERE token_hash = ? AND user_id = ? AND expires_at > ?"_s);
    update.bind(now, sha256(token.reveal()), user.text(), now);
    return update.execute().map([](qint64 used) { return used > 0; });
}

Result<QList<api::TrustedDevice>> TrustedDevices::list(const api::UserId &user)
{
    QList<api::TrustedDevice> devices;
    Statement statement(m_database,
                        u"SELECT id, label, program, system, address, trusted_at, expires_at, "
                        "last_used_at FROM trusted_devices WHERE user_id = ? AND expires_at > ? "
                        "ORDER BY trusted_at DESC, rowid DESC"_s);
    statement.bind(user.text(), m_clock.now());
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return devices;
        api::TrustedDevice device;
        device.id = api::TrustedDeviceId(statement.text(0));
        device.device = {statement.text(1), statement.text(2), statement.text(3)};
        device.address = statement.text(4);
        device.trustedAt = statement.moment(5);
        device.expiresAt = statement.moment(6);
        if (!statement.isNull(7))
            device.lastUsedAt = statement.moment(7);
        devices << device;
    }
}

Result<Nothing> TrustedDevices::forget(const api::UserId &user, const api::TrustedDeviceId &id)
{
    Statement remove(m_database, u"DELETE FROM trusted_devices WHERE id = ? AND user_id = ?"_s);
    remove.bind(id.text(), user.text());
    return remove.execute().and_then([](qint64 removed) -> Result<Nothing> {
        if (removed == 0)
            return failure(Error::of(Error::Kind::NotFound, u"trustedDeviceUnknown"_s));
        return Nothing();
    });
}

Result<qint64> TrustedDevices::forgetAll(const api::UserId &user)
{
    Statement remove(m_database, u"DELETE FROM trusted_devices WHERE user_id = ?"_s);
    remove.bind(user.text());
    return remove.execute();
}

Result<qint64> TrustedDevices::forgetOld(int limit)
{
    Statement remove(m_database,
                     u"DELETE FROM trusted_devices WHERE id IN (SELECT id FROM trusted_devices "
                     "WHERE expires_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now(), limit);
    return remove.execute();
}

} // namespace latchkey::server
