#include "server/store/postqueue.h"

#include "api/email.h"
#include "base/log.h"
#include "server/store/messages.h"
#include "server/store/notices.h"
#include "server/store/token.h"
#include "server/store/vault.h"
#include "storage/statement.h"

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

QString nameOf(PostKind kind)
{
    return kind == PostKind::Mail ? u"mail"_s : u"sms"_s;
}

const QString nobody = u""_s;

using Added = PostQueue::Added;

Added asAdded(bool isNew)
{
    return isNew ? Added::Now : Added::Before;
}

Result<Nothing> done(Result<qint64> changed)
{
    return std::move(changed).map([](qint64) { return Nothing(); });
}

} // namespace

PostQueue::PostQueue(storage::Database &database, const Clock &clock, const Vault &vault,
                     Messages &messages, Notices &notices, PostPolicy policy)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
    , m_messages(messages)
    , m_notices(notices)
    , m_policy(std::move(policy))
{}

Result<PostQueue::Added> PostQueue::add(const QString &cause, const Message &message,
                                        Timestamp expires)
{
    switch (m_policy.wayOf(kindOf(message))) {
    case PostWay::Nowhere:
        return Added::Nowhere;
    case PostWay::IntoMessages:
        return m_messages.add(cause, message).map([&](bool isNew) {
            if (isNew)
                m_notices.add(MessageNotice{});
            return asAdded(isNew);
        });
    case PostWay::Out:
        break;
    }
    const QString to = recipientOf(message);
    return queue(cause, message, api::isNobodys(to) ? nobody : to, expires);
}

Result<Added> PostQueue::addForNobody(const QString &cause, const Message &message,
                                      Timestamp expires)
{
    return m_policy.wayOf(kindOf(message)) == PostWay::Out ? queue(cause, message, nobody, expires)
                                                           : Result<Added>(Added::Nowhere);
}

Result<Added> PostQueue::queue(const QString &cause, const Message &message,
                               const QString &recipient, Timestamp expires)
{
    const PostKind kind = kindOf(message);
    const QString id = newId("pst_");
    const Timestamp now = m_clock.now();
    Statement insert(m_database, u"INSERT INTO post (id, cause, kind, recipient, body, created_at, "
                                 "next_try_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                                 "ON CONFLICT (cause) DO NOTHING"_s);
    insert.bind(id, cause, nameOf(kind), recipient, m_vault.seal(toBytes(message), id), now, now,
                expires);
    return insert.execute().map([&](qint64 added) {
        if (added)
            m_notices.add(PostNotice{kind});
        return asAdded(added == 1);
    });
}

Result<qint64> PostQueue::expireOverdue(PostKind kind)
{
    Statement expire(m_database, u"UPDATE post SET state = 'expired', body = NULL, ended_at = ? "
                                 "WHERE state = 'waiting' AND kind = ? AND expires_at <= ?"_s);
    const Timestamp now = m_clock.now();
    expire.bind(now, nameOf(kind), now);
    return expire.execute();
}

Result<Nothing> PostQueue::endNobodys(PostKind kind)
{
    Statement end(m_database, u"UPDATE post SET state = 'sent', body = NULL, ended_at = ? "
                              "WHERE state = 'waiting' AND kind = ? AND recipient = ?"_s);
    end.bind(m_clock.now(), nameOf(kind), nobody);
    return done(end.execute());
}

Result<DuePost> PostQueue::due(PostKind kind)
{
    if (auto ended = endNobodys(kind); !ended)
        return failure(std::move(ended).error());
    const auto expired = expireOverdue(kind);
    if (!expired)
        return failure(expired.error());
    DuePost due{.expired = *expired};
    Statement count(m_database,
                    u"SELECT COUNT(*) FROM post WHERE state = 'waiting' AND kind = ?"_s);
    count.bind(nameOf(kind));
    if (const auto counted = count.next(); !counted)
        return failure(counted.error());
    due.waiting = count.integer(0);
    for (;;) {
        Statement first(m_database,
                        u"SELECT id, body, next_try_at FROM post WHERE state = "
                        "'waiting' AND kind = ? ORDER BY next_try_at, number LIMIT 1"_s);
        first.bind(nameOf(kind));
        const auto found = first.next();
        if (!found)
            return failure(found.error());
        if (!*found)
            return due;
        const QString id = first.text(0);
        if (const Timestamp turn = first.moment(2); turn > m_clock.now()) {
            due.later = turn;
            return due;
        }
        auto message = m_vault.open(first.bytes(1), id).and_then(fromBytes);
        if (message) {
            due.next = DueMessage{id, *std::move(message)};
            return due;
        }
        qCWarning(logServer) << "a queued message can't be read:" << message.error();
        if (auto ended = end(id, u"refused"_s, message.error().code); !ended)
            return failure(std::move(ended).error());
    }
}

Result<bool> PostQueue::markLeaving(const QString &id)
{
    Statement mark(m_database, u"UPDATE post SET state = 'leaving', tries = tries + 1 "
                               "WHERE id = ? AND state = 'waiting' AND expires_at > ?"_s);
    mark.bind(id, m_clock.now());
    return mark.execute().map([](qint64 marked) { return marked == 1; });
}

Result<Nothing> PostQueue::settle(const QString &id, const CarryOutcome &outcome)
{
    using Kind = CarryOutcome::Kind;
    switch (outcome.kind) {
    case Kind::Sent:
        return end(id, u"sent"_s, {});
    case Kind::Refused:
        return end(id, u"refused"_s, outcome.why);
    case Kind::Uncertain:
        return end(id, u"uncertain"_s, outcome.why);
    case Kind::Later:
    case Kind::Unavailable:
    case Kind::Stopped:
        return tryAgain(id, outcome);
    }
    Q_UNREACHABLE();
}

Result<Nothing> PostQueue::tryAgain(const QString &id, const CarryOutcome &outcome)
{
    const bool isItsOwn = outcome.kind == CarryOutcome::Kind::Later;
    Statement tries(m_database, u"SELECT tries, state FROM post WHERE id = ?"_s);
    tries.bind(id);
    if (const auto found = tries.next(); !found)
        return failure(found.error());
    // One that was leaving has been counted.
    const bool isCounted = tries.text(1) == "leaving"_L1;
    const qint64 tried = tries.integer(0) + (isItsOwn && !isCounted ? 1 : 0);
    const auto step = std::clamp<std::size_t>(std::size_t(tried), 1, m_policy.backOff.size()) - 1;
    const Timestamp next =
        m_clock.now() + (isItsOwn ? m_policy.backOff.at(step) : std::chrono::minutes(0));
    Statement again(m_database,
                    u"UPDATE post SET state = 'waiting', tries = ?, next_try_at = ?, "
                    "last_error = ? WHERE id = ? AND state IN ('waiting', 'leaving')"_s);
    again.bind(tried, next, outcome.why, id);
    return done(again.execute());
}

Result<Nothing> PostQueue::end(const QString &id, const QString &state, const QString &why)
{
    Statement end(m_database,
                  u"UPDATE post SET state = ?, body = NULL, ended_at = ?, last_error = ? "
                  "WHERE id = ? AND state IN ('waiting', 'leaving')"_s);
    end.bind(state, m_clock.now(), why, id);
    return done(end.execute());
}

Result<qint64> PostQueue::settleAbandoned(PostKind kind)
{
    Statement settle(
        m_database, u"UPDATE post SET state = 'uncertain', body = NULL, ended_at = ?, last_error = "
                    "'the server ended meanwhile' WHERE state = 'leaving' AND kind = ?"_s);
    settle.bind(m_clock.now(), nameOf(kind));
    return settle.execute();
}

Result<qint64> PostQueue::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM post WHERE number IN (SELECT number FROM post "
                                 "WHERE ended_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now() - m_policy.keptFor, limit);
    return remove.execute();
}

} // namespace latchkey::server
