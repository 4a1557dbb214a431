#include "server/store/authorizations.h"

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

constexpr int receivedAtMost = 200; ///< that are shown: others say how many there are

const QString select = u"SELECT authorizations.id, scope, action, authorizations.created_at, "
                       "authorizations.updated_at, "_s +
                       cardrow::columns(u"giver"_s) + u", "_s + cardrow::columns(u"receiver"_s) +
                       u" FROM authorizations JOIN users AS giver ON giver.id = giver_id "
                       "JOIN users AS receiver ON receiver.id = receiver_id WHERE "_s;
const QString newestFirst = u" ORDER BY authorizations.number DESC"_s;
const QString received = u"authorizations.number IN (SELECT number FROM authorizations "
                         "WHERE receiver_id = ? ORDER BY number DESC LIMIT ?)"_s;

api::Authorization read(const Statement &row)
{
    constexpr int firstCard = 5;
    return {.id = api::AuthorizationId(row.text(0)),
            .giver = cardrow::read(row, firstCard),
            .receiver = cardrow::read(row, firstCard + cardrow::columnCount),
            .scope = fromStoredName<api::AccessScope>(row.text(1)),
            .action = fromStoredName<api::AccessAction>(row.text(2)),
            .createdAt = row.moment(3),
            .updatedAt = row.moment(4)};
}

/// What is unknown can't be kept, and not everything is given.
Result<Nothing> mustBeGiven(api::AccessScope scope, api::AccessAction action)
{
    if (scope == api::AccessScope::Unknown)
        return failure(Error::rejected(u"unknownValue"_s, u"scope"_s));
    if (action == api::AccessAction::Unknown)
        return failure(Error::rejected(u"unknownValue"_s, u"action"_s));
    if (!api::canBeGiven(scope, action))
        return failure(Error::rejected(u"actionNotGiven"_s, u"action"_s));
    return Nothing();
}

Error orExists(const Error &error)
{
    const bool isSecond = error.code == QLatin1StringView(storage::code::notUnique);
    return isSecond ? Error::of(Error::Kind::Conflict, u"authorizationExists"_s) : error;
}

} // namespace

Authorizations::Authorizations(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<QList<api::Authorization>> Authorizations::of(const api::UserId &user)
{
    Statement statement(m_database, select + u"giver_id = ? OR "_s + received + newestFirst);
    statement.bind(user.text(), user.text(), receivedAtMost);
    return list(statement);
}

Result<QList<api::Authorization>> Authorizations::receivedBy(const api::UserId &user)
{
    Statement statement(m_database, select + received + newestFirst);
    statement.bind(user.text(), receivedAtMost);
    return list(statement);
}

Result<QList<api::Authorization>> Authorizations::between(const api::UserId &giver,
                                                          const api::UserId &receiver)
{
    Statement statement(m_database, select + u"giver_id = ? AND receiver_id = ?"_s + newestFirst);
    statement.bind(giver.text(), receiver.text());
    return list(statement);
}

Result<QList<api::Authorization>> Authorizations::list(Statement &statement)
{
    QList<api::Authorization> all;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return all;
        all << read(statement);
    }
}

Result<api::Authorization> Authorizations::find(const api::UserId &asker,
                                                const api::AuthorizationId &id)
{
    Statement statement(m_database,
                        select + u"authorizations.id = ? AND ? IN (giver_id, receiver_id)"_s);
    statement.bind(id.text(), asker.text());
    return statement.next().and_then([&](bool found) -> Result<api::Authorization> {
        if (!found)
            return failure(Error::of(Error::Kind::NotFound, u"authorizationUnknown"_s));
        return read(statement);
    });
}

Result<bool> Authorizations::allows(const Access &access)
{
    Statement statement(m_database, u"SELECT 1 FROM authorizations WHERE giver_id = ? "
                                    "AND receiver_id = ? AND scope = ? AND action IN (?, ?)"_s);
    statement.bind(access.giver.text(), access.receiver.text(), storedName(access.scope),
                   storedName(access.action), storedName(api::AccessAction::Write));
    return statement.next();
}

Result<api::Authorization> Authorizations::create(const Access &access)
{
    if (access.giver == access.receiver)
        return failure(Error::rejected(u"authorizationToSelf"_s, u"receiver"_s));
    if (auto given = mustBeGiven(access.scope, access.action); !given)
        return failure(std::move(given).error());
    if (auto room = mustHaveRoom(access.giver); !room)
        return failure(std::move(room).error());
    const Timestamp now = m_clock.now();
    const api::AuthorizationId id(newId("atz"));
    Statement insert(m_database, u"INSERT INTO authorizations (id, giver_id, receiver_id, scope, "
                                 "action, created_at, updated_at) "
                                 "SELECT ?, ?, id, ?, ?, ?, ? FROM users WHERE id = ?"_s);
    insert.bind(id.text(), access.giver.text(), storedName(access.scope), storedName(access.action),
                now, now, access.receiver.text());
    return insert.execute().map_error(orExists).and_then(
        [&](qint64 inserted) -> Result<api::Authorization> {
            if (inserted == 0)
                return failure(Error::of(Error::Kind::NotFound, u"userUnknown"_s));
            return find(access.giver, id);
        });
}

Result<Nothing> Authorizations::mustHaveRoom(const api::UserId &giver)
{
    Statement count(m_database, u"SELECT COUNT(*) FROM authorizations WHERE giver_id = ?"_s);
    count.bind(giver.text());
    return count.next().and_then([&](bool) -> Result<Nothing> {
        if (count.integer(0) < authorizationsAtMost)
            return Nothing();
        return failure(Error::of(Error::Kind::Conflict, u"tooManyAuthorizations"_s));
    });
}

Result<api::Authorization> Authorizations::update(const api::UserId &asker,
                                                  const api::AuthorizationId &id,
                                                  const AuthorizationChange &change)
{
    const auto before = find(asker, id);
    if (!before)
        return before;
    if (before->giver.id != asker)
        return failure(Error::of(Error::Kind::Forbidden, u"authorizationByOther"_s));
    const api::AccessScope scope = change.scope.value_or(before->scope);
    const api::AccessAction action = change.action.value_or(before->action);
    if (auto given = mustBeGiven(scope, action); !given)
        return failure(std::move(given).error());
    if (scope == before->scope && action == before->action)
        return before;
    Statement update(m_database, u"UPDATE authorizations SET scope = ?, action = ?, updated_at = ? "
                                 "WHERE id = ? AND giver_id = ?"_s);
    update.bind(storedName(scope), storedName(action), m_clock.now(), id.text(), asker.text());
    return update.execute().map_error(orExists).and_then([&](qint64) { return find(asker, id); });
}

Result<api::Authorization> Authorizations::revoke(const api::UserId &asker,
                                                  const api::AuthorizationId &id)
{
    return find(asker, id).and_then([&](const api::Authorization &before) {
        Statement remove(m_database, u"DELETE FROM authorizations "
                                     "WHERE id = ? AND ? IN (giver_id, receiver_id)"_s);
        remove.bind(id.text(), asker.text());
        return remove.execute().map([&](qint64) { return before; });
    });
}

Result<QList<api::Authorization>> Authorizations::revokeSince(const api::UserId &giver,
                                                              Timestamp since)
{
    const QString thoseSince = u"giver_id = ? AND authorizations.updated_at >= ?"_s;
    Statement statement(m_database, select + thoseSince + newestFirst);
    statement.bind(giver.text(), since);
    return list(statement).and_then([&](const QList<api::Authorization> &revoked) {
        Statement remove(m_database, u"DELETE FROM authorizations WHERE "_s + thoseSince);
        remove.bind(giver.text(), since);
        return remove.execute().map([&](qint64) { return revoked; });
    });
}

Result<QList<api::UserId>> Authorizations::othersOf(const api::UserId &user)
{
    return bothsides::othersOf(m_database, u"authorizations"_s, user);
}

} // namespace latchkey::server
