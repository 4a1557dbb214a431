#include "server/store/idempotencykeys.h"

#include "server/store/token.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds keptFor = std::chrono::hours(24);

} // namespace

IdempotencyKeys::IdempotencyKeys(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<KeyedStart> IdempotencyKeys::begin(const KeyedRequest &request)
{
    const Timestamp now = m_clock.now();
    const QByteArray key = sha256(request.key);
    const QByteArray payload = sha256(request.payload);
    Statement claim(
        m_database,
        u"INSERT INTO idempotency_keys (user_id, operation, key, payload_hash, begun_at) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (user_id, operation, key) DO UPDATE SET "
        "payload_hash = excluded.payload_hash, begun_at = excluded.begun_at, "
        "status = NULL, headers = NULL, body = NULL WHERE begun_at <= ? RETURNING 1"_s);
    claim.bind(request.user.text(), request.operation, key, payload, now, now - keptFor);
    const auto claimed = claim.next();
    if (!claimed)
        return failure(claimed.error());
    if (*claimed)
        return KeyedStart{};
    Statement kept(m_database, u"SELECT payload_hash, status, headers, body FROM idempotency_keys "
                               "WHERE user_id = ? AND operation = ? AND key = ?"_s);
    kept.bind(request.user.text(), request.operation, key);
    return kept.next().map([&](bool) {
        if (kept.bytes(0) != payload)
            return KeyedStart{KeyedStart::State::OtherPayload, {}};
        return KeyedStart{KeyedStart::State::Replay,
                          {int(kept.integer(1)), kept.bytes(2), kept.bytes(3)}};
    });
}

Result<Nothing> IdempotencyKeys::finish(const KeyedRequest &request, const KeptReply &reply)
{
    Statement update(m_database, u"UPDATE idempotency_keys SET status = ?, headers = ?, body = ? "
                                 "WHERE user_id = ? AND operation = ? AND key = ?"_s);
    update.bind(reply.status, reply.headers, reply.body, request.user.text(), request.operation,
                sha256(request.key));
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<qint64> IdempotencyKeys::forgetOld(int limit)
{
    Statement remove(
        m_database, u"DELETE FROM idempotency_keys WHERE (user_id, operation, key) IN (SELECT "
                    "user_id, operation, key FROM idempotency_keys WHERE begun_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now() - keptFor, limit);
    return remove.execute();
}

} // namespace latchkey::server
