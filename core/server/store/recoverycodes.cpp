#include "server/store/recoverycodes.h"

#include "server/store/writtencode.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr int codesInASet = 10;

} // namespace

RecoveryCodes::RecoveryCodes(storage::Database &database, const Clock &clock, const Vault *vault)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
{}

Result<QList<Secret>> RecoveryCodes::make(const api::UserId &user)
{
    if (auto gone = forgetAll(user); !gone)
        return failure(std::move(gone).error());
    const Timestamp now = m_clock.now();
    QList<Secret> codes;
    while (codes.size() < codesInASet) {
        const Secret code = newWrittenCode();
        Statement insert(m_database, u"INSERT INTO recovery_codes (user_id, code_hash, made_at) "
                                     "VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s);
        insert.bind(user.text(), m_vault->hashOf(plainWrittenCode(code), user.text()), now);
        const auto inserted = insert.execute();
        if (!inserted)
            return failure(inserted.error());
        if (*inserted > 0)
            codes << code;
    }
    return codes;
}

Result<std::optional<api::RecoveryCodesLeft>> RecoveryCodes::left(const api::UserId &user)
{
    Statement count(m_database, u"SELECT COUNT(*) FILTER (WHERE used_at IS NULL), MAX(made_at) "
                                "FROM recovery_codes WHERE user_id = ?"_s);
    count.bind(user.text());
    return count.next().map([&](bool) {
        return count.isNull(1)
                   ? std::nullopt
                   : std::optional(api::RecoveryCodesLeft{count.integer(0), count.moment(1)});
    });
}

// One statement asks and uses it up: of two at once, one was first.
Result<bool> RecoveryCodes::use(const api::UserId &user, const Secret &typed)
{
    Statement update(m_database, u"UPDATE recovery_codes SET used_at = ? WHERE user_id = ? "
                                 "AND code_hash = ? AND used_at IS NULL"_s);
    update.bind(m_clock.now(), user.text(), m_vault->hashOf(plainWrittenCode(typed), user.text()));
    return update.execute().map([](qint64 used) { return used > 0; });
}

Result<Nothing> RecoveryCodes::forgetAll(const api::UserId &user)
{
    Statement remove(m_database, u"DELETE FROM recovery_codes WHERE user_id = ?"_s);
    remove.bind(user.text());
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> RecoveryCodes::forgetSince(const api::UserId &user, Timestamp moment)
{
    Statement remove(m_database,
                     u"DELETE FROM recovery_codes WHERE user_id = ? AND made_at >= ?"_s);
    remove.bind(user.text(), moment);
    return remove.execute().map([](qint64) { return Nothing(); });
}

} // namespace latchkey::server
