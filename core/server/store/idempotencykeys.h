#pragma once

#include "api/ids.h"
#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// A change that somebody may send twice, and what it says.
struct KeyedRequest
{
    api::UserId user;
    QString operation;
    QByteArray key;     ///< as the client chose it
    QByteArray payload; ///< everything that makes two requests the same; kept as a hash
};

struct KeptReply
{
    int status = 0;
    QByteArray headers; ///< in whatever form the caller likes
    QByteArray body;
};

struct KeyedStart
{
    enum class State : std::uint8_t {
        Fresh,        ///< go on, then `finish`, in the same transaction
        Replay,       ///< here is what the first one was told
        OtherPayload, ///< the key was used for something else
    };

    State state = State::Fresh;
    KeptReply reply;
};

/// Replies by idempotency key, for 24 hours. Only for operations whose reply holds no secret.
class IdempotencyKeys
{
public:
    IdempotencyKeys(storage::Database &database, const Clock &clock);

    Result<KeyedStart> begin(const KeyedRequest &request);
    Result<Nothing> finish(const KeyedRequest &request, const KeptReply &reply);
    Result<qint64> forgetOld(int limit);

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
