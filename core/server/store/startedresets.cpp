#include "server/store/startedresets.h"

#include "server/store/sendinglimit.h"
#include "server/store/token.h"
#include "server/store/vault.h"
#include "server/store/writtencode.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds openFor = SentCodePolicy().writtenLifetime;
constexpr std::chrono::milliseconds keptFor = std::chrono::days(90);

/// Where the server keeps its mails instead of sending them, there is no row in the queue.
api::ResetState stateOfMail(const std::optional<QString> &state)
{
    if (state == u"waiting"_s)
        return api::ResetState::Waiting;
    if (state == u"refused"_s || state == u"expired"_s)
        return api::ResetState::NotSent;
    return api::ResetState::Sent;
}

} // namespace

StartedResets::StartedResets(storage::Database &database, const Clock &clock, const Vault *vault)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
{}

Result<Nothing> StartedResets::admit(const api::UserId &user)
{
    const Timestamp now = m_clock.now();
    Statement started(m_database, u"SELECT started_at FROM started_resets WHERE user_id = ? "
                                  "AND started_at > ? AND started_at <= ? "
                                  "ORDER BY started_at DESC"_s);
    started.bind(user.text(), now - sendingCountedFor, now);
    return admitSending(started, now, {});
}

Result<FreshReset> StartedResets::start(const api::UserId &user)
{
    if (auto admitted = admit(user); !admitted)
        return failure(std::move(admitted).error());
    const Timestamp now = m_clock.now();
    const QString id = newId("rst");
    const FreshReset fresh{id,
                           u"startedReset/"_s + id,
                           newWrittenCode(),
                           {api::ResetState::Waiting, now, now + openFor, {}}};
    if (auto withdrawn = withdraw(user); !withdrawn)
        return failure(std::move(withdrawn).error());
    Statement insert(m_database, u"INSERT INTO started_resets (id, user_id, code_hash, cause, "
                                 "started_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)"_s);
    insert.bind(fresh.id, user.text(), hashOf(fresh.code), fresh.cause, fresh.reset.startedAt,
                fresh.reset.expiresAt);
    return insert.execute().map([&](qint64) { return fresh; });
}

Result<std::optional<api::StartedReset>> StartedResets::last(const api::UserId &user)
{
    Statement last(m_database, u"SELECT started_at, expires_at, used_at, "
                               "(SELECT state FROM post WHERE post.cause = started_resets.cause) "
                               "FROM started_resets WHERE user_id = ? "
                               "ORDER BY rowid DESC LIMIT 1"_s);
    last.bind(user.text());
    return last.next().map([&](bool found) -> std::optional<api::StartedReset> {
        if (!found)
            return std::nullopt;
        api::StartedReset reset{
            stateOfMail(last.optionalText(3)), last.moment(0), last.moment(1), {}};
        if (!last.isNull(2)) {
            reset.usedAt = last.moment(2);
            reset.state = api::ResetState::Used;
        } else if (reset.expiresAt <= m_clock.now()) {
            reset.state = api::ResetState::Expired;
        }
        return reset;
    });
}

Result<std::optional<api::UserId>> StartedResets::find(const Secret &typed)
{
    Statement find(m_database, u"SELECT user_id FROM started_resets WHERE code_hash = ? "
                               "AND used_at IS NULL AND expires_at > ?"_s);
    find.bind(hashOf(typed), m_clock.now());
    return find.next().map([&](bool found) {
        return found ? std::optional(api::UserId(find.text(0))) : std::nullopt;
    });
}

// One statement asks and uses it up: of two at once, one was first.
Result<bool> StartedResets::use(const Secret &typed)
{
    const Timestamp now = m_clock.now();
    Statement use(m_database, u"UPDATE started_resets SET used_at = ? WHERE code_hash = ? "
                              "AND used_at IS NULL AND expires_at > ?"_s);
    use.bind(now, hashOf(typed), now);
    return use.execute().map([](qint64 used) { return used > 0; });
}

Result<Nothing> StartedResets::withdraw(const api::UserId &user)
{
    const Timestamp now = m_clock.now();
    Statement end(m_database, u"UPDATE started_resets SET expires_at = ? WHERE user_id = ? "
                              "AND used_at IS NULL AND expires_at > ?"_s);
    end.bind(now, user.text(), now);
    return end.execute().map([](qint64) { return Nothing(); });
}

Result<qint64> StartedResets::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM started_resets WHERE id IN (SELECT id FROM "
                                 "started_resets WHERE started_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now() - keptFor, limit);
    return remove.execute();
}

QByteArray StartedResets::hashOf(const Secret &typed) const
{
    return m_vault->hashOf(plainWrittenCode(typed), u"startedReset"_s);
}

} // namespace latchkey::server
