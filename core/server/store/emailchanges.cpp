#include "server/store/emailchanges.h"

#include "api/email.h"
#include "server/store/vault.h"
#include "server/store/writtencode.h"
#include "server/store/wrongcode.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds openFor = std::chrono::hours(72);

} // namespace

EmailChanges::EmailChanges(storage::Database &database, const Clock &clock, const Vault &vault)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
{}

QByteArray EmailChanges::hashOf(const Secret &typed) const
{
    return m_vault.hashOf(plainWrittenCode(typed), u"emailChange"_s);
}

Result<WayBack> EmailChanges::open(const api::User &former)
{
    WayBack back{.code = newWrittenCode(), .until = m_clock.now() + openFor};
    Statement insert(m_database, u"INSERT INTO email_changes (user_id, code_hash, old_email, "
                                 "old_phone, changed_at, expires_at) VALUES (?, ?, ?, ?, ?, ?) "
                                 "RETURNING number"_s);
    insert.bind(former.id.text(), hashOf(back.code), former.email, former.phone, m_clock.now(),
                back.until);
    return insert.next().map([&](bool) {
        back.cause = u"emailChange/%1"_s.arg(insert.integer(0));
        return back;
    });
}

// Finding it takes it: of two at once, one was first.
Result<FormerEmail> EmailChanges::take(const Secret &typed)
{
    Statement take(m_database, u"DELETE FROM email_changes WHERE code_hash = ? AND expires_at > ? "
                               "RETURNING user_id, old_email, old_phone, "
                               "changed_at, number"_s);
    take.bind(hashOf(typed), m_clock.now());
    const auto found = take.next();
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(wrongCode());
    const FormerEmail former{api::UserId(take.text(0)), take.text(1), take.optionalText(2),
                             take.moment(3)};
    return closeFrom(former.user, take.integer(4)).map([&](Nothing) { return former; });
}

Result<bool> EmailChanges::returned(const api::User &now)
{
    Statement open(m_database, u"SELECT number, old_email FROM email_changes WHERE user_id = ? "
                               "AND expires_at > ? ORDER BY number"_s);
    open.bind(now.id.text(), m_clock.now());
    for (;;) {
        const auto more = open.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return false;
        if (api::emailKey(open.text(1)) == api::emailKey(now.email))
            break;
    }
    return closeFrom(now.id, open.integer(0)).map([](Nothing) { return true; });
}

Result<Nothing> EmailChanges::closeFrom(const api::UserId &user, qint64 number)
{
    Statement close(m_database, u"DELETE FROM email_changes WHERE user_id = ? AND number >= ?"_s);
    close.bind(user.text(), number);
    return close.execute().map([](qint64) { return Nothing(); });
}

Result<qint64> EmailChanges::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM email_changes WHERE number IN (SELECT number FROM "
                                 "email_changes WHERE expires_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now(), limit);
    return remove.execute();
}

} // namespace latchkey::server
