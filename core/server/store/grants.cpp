#include "server/store/grants.h"

#include "server/store/bothsides.h"
#include "server/store/cardrow.h"
#include "server/store/names.h"
#include "server/store/token.h"
#include "storage/databaseerror.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds endedShownFor = std::chrono::days(90);
constexpr int shownAtMost = 200;

const QString select = u"SELECT grants.id, package, tier, grants.created_at, updated_at, ended_at, "
                       "receiver.email_verified, "_s +
                       cardrow::columns(u"giver"_s) + u", "_s + cardrow::columns(u"receiver"_s) +
                       u" FROM grants JOIN users AS giver ON giver.id = giver_id "
                       "JOIN users AS receiver ON receiver.id = receiver_id WHERE "_s;

api::GrantState stateOf(bool isEnded, bool isReceiverVerified)
{
    if (isEnded)
        return api::GrantState::Cancelled;
    return isReceiverVerified ? api::GrantState::Active : api::GrantState::Pending;
}

api::Grant read(const Statement &row)
{
    constexpr int firstCard = 7;
    return {.id = api::GrantId(row.text(0)),
            .giver = cardrow::read(row, firstCard),
            .receiver = cardrow::read(row, firstCard + cardrow::columnCount),
            .package = fromStoredName<api::Package>(row.text(1)),
            .tier = fromStoredName<api::PackageTier>(row.text(2)),
            .state = stateOf(!row.isNull(5), row.boolean(6)),
            .createdAt = row.moment(3),
            .updatedAt = row.moment(4)};
}

/// As it is kept: what is unknown has no name.
template <api::GrowingEnum Enum>
Result<std::optional<QString>> asked(const std::optional<Enum> &value, const QString &field)
{
    if (value == Enum::Unknown)
        return failure(Error::rejected(u"unknownValue"_s, field));
    return value ? std::optional(storedName(*value)) : std::nullopt;
}

} // namespace

Grants::Grants(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<QList<api::Grant>> Grants::givenBy(const api::UserId &user)
{
    return list(u"giver_id"_s, user);
}

Result<QList<api::Grant>> Grants::receivedBy(const api::UserId &user)
{
    return list(u"receiver_id"_s, user);
}

Result<QList<api::Grant>> Grants::list(const QString &side, const api::UserId &user)
{
    Statement statement(m_database,
                        select + u"grants.number IN (SELECT number FROM grants WHERE "_s + side +
                            u" = ? AND (ended_at IS NULL OR ended_at > ?) "
                            "ORDER BY ended_at IS NOT NULL, number DESC LIMIT ?) "
                            "ORDER BY grants.number DESC"_s);
    statement.bind(user.text(), m_clock.now() - endedShownFor, shownAtMost);
    QList<api::Grant> grants;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return grants;
        grants << read(statement);
    }
}

Result<api::Grant> Grants::find(const api::UserId &asker, const api::GrantId &id)
{
    Statement statement(m_database, select + u"grants.id = ? AND ? IN (giver_id, receiver_id)"_s);
    statement.bind(id.text(), asker.text());
    return statement.next().and_then([&](bool found) -> Result<api::Grant> {
        if (!found)
            return failure(Error::of(Error::Kind::NotFound, u"grantUnknown"_s));
        return read(statement);
    });
}

Result<api::Grant> Grants::create(const NewGrant &fresh)
{
    if (fresh.giver == fresh.receiver)
        return failure(Error::rejected(u"grantToSelf"_s, u"receiver"_s));
    const auto package = asked(std::optional(fresh.package), u"package"_s);
    const auto tier = asked(std::optional(fresh.tier), u"tier"_s);
    if (!package || !tier)
        return failure(package ? tier.error() : package.error());
    if (auto room = mustHaveRoom(fresh.giver); !room)
        return failure(std::move(room).error());
    const Timestamp now = m_clock.now();
    const api::GrantId id(newId("grt"));
    Statement insert(m_database, u"INSERT INTO grants (id, giver_id, receiver_id, package, tier, "
                                 "created_at, updated_at) "
                                 "SELECT ?, ?, id, ?, ?, ?, ? FROM users WHERE id = ?"_s);
    insert.bind(id.text(), fresh.giver.text(), *package, *tier, now, now, fresh.receiver.text());
    const auto inserted = insert.execute();
    if (!inserted) {
        const bool isSecond = inserted.error().code == QLatin1StringView(storage::code::notUnique);
        return failure(isSecond ? Error::of(Error::Kind::Conflict, u"grantExists"_s)
                                : inserted.error());
    }
    if (*inserted == 0)
        return failure(Error::of(Error::Kind::NotFound, u"userUnknown"_s));
    return find(fresh.giver, id);
}

Result<Nothing> Grants::mustHaveRoom(const api::UserId &giver)
{
    Statement count(m_database,
                    u"SELECT COUNT(*) FROM grants WHERE giver_id = ? AND ended_at IS NULL"_s);
    count.bind(giver.text());
    return count.next().and_then([&](bool) -> Result<Nothing> {
        if (count.integer(0) < grantsAtMost)
            return Nothing();
        return failure(Error::of(Error::Kind::Conflict, u"tooManyGrants"_s));
    });
}

Result<api::Grant> Grants::update(const api::UserId &asker, const api::GrantId &id,
                                  const GrantChange &change)
{
    const auto package = asked(change.package, u"package"_s);
    const auto tier = asked(change.tier, u"tier"_s);
    if (!package || !tier)
        return failure(package ? tier.error() : package.error());
    Statement update(m_database,
                     u"UPDATE grants SET updated_at = IIF(COALESCE(?, package) = package "
                     "AND COALESCE(?, tier) = tier, updated_at, ?), "
                     "package = COALESCE(?, package), tier = COALESCE(?, tier) "
                     "WHERE id = ? AND giver_id = ? AND ended_at IS NULL"_s);
    update.bind(*package, *tier, m_clock.now(), *package, *tier, id.text(), asker.text());
    return update.execute().and_then([&](qint64 changed) {
        return find(asker, id).and_then([&](const api::Grant &grant) -> Result<api::Grant> {
            if (grant.giver.id != asker)
                return failure(Error::of(Error::Kind::Forbidden, u"grantByOther"_s));
            if (changed == 0)
                return failure(Error::of(Error::Kind::Conflict, u"grantEnded"_s));
            return grant;
        });
    });
}

Result<api::Grant> Grants::end(const api::UserId &asker, const api::GrantId &id)
{
    const Timestamp now = m_clock.now();
    Statement update(m_database,
                     u"UPDATE grants SET ended_at = ?, updated_at = ? "
                     "WHERE id = ? AND ? IN (giver_id, receiver_id) AND ended_at IS NULL"_s);
    update.bind(now, now, id.text(), asker.text());
    return update.execute().and_then([&](qint64) { return find(asker, id); });
}

Result<QList<api::UserId>> Grants::othersOf(const api::UserId &user)
{
    return bothsides::othersOf(m_database, u"grants"_s, user);
}

Result<qint64> Grants::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM grants WHERE number IN (SELECT number FROM grants "
                                 "WHERE ended_at IS NOT NULL AND ended_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now() - endedShownFor, limit);
    return remove.execute();
}

} // namespace latchkey::server
