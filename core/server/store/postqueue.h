#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "server/post/carrier.h"
#include "server/store/postpolicy.h"

#include <cstdint>
#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

class Messages;
class Notices;
class Vault;

/// A message whose turn it is.
struct DueMessage
{
    QString id;
    Message message;
};

/// What a carrier's thread finds when it looks.
struct DuePost
{
    std::optional<DueMessage> next;
    std::optional<Timestamp> later; ///< when to look again, where nothing is due
    qint64 waiting = 0;
    qint64 expired = 0; ///< that nobody waits for any more, found just now
};

/// Mails and texts on their way out. They are added in the transaction of what causes them, so
/// neither is there without the other.
class PostQueue
{
public:
    enum class Added : std::uint8_t {
        Now,
        Before,  ///< there is one for that cause
        Nowhere, ///< this server sends none of that kind
    };

    PostQueue(storage::Database &database, const Clock &clock, const Vault &vault,
              Messages &messages, Notices &notices, PostPolicy policy);

    bool carries(PostKind kind) const { return m_policy.wayOf(kind) != PostWay::Nowhere; }

    /// The cause is this one event's name, e.g. `signInCode/chl_6Jx...`. A message that did not go
    /// by `expires` never does.
    Result<Added> add(const QString &cause, const Message &message, Timestamp expires);

    /// As much work as `add` and the same row; nobody ever gets it. For an answer that must not tell
    /// whether somebody does.
    Result<Added> addForNobody(const QString &cause, const Message &message, Timestamp expires);

    /// For the one thread that carries that kind.
    Result<DuePost> due(PostKind kind);
    /// Whether it may go: it is waiting and has not expired.
    Result<bool> markLeaving(const QString &id);
    Result<Nothing> settle(const QString &id, const CarryOutcome &outcome);

    /// What was leaving when the server ended: it may have left, and goes not again. How many.
    Result<qint64> settleAbandoned(PostKind kind);

    Result<qint64> forgetOld(int limit);

private:
    Result<Added> queue(const QString &cause, const Message &message, const QString &recipient,
                        Timestamp expires);
    Result<qint64> expireOverdue(PostKind kind);
    Result<Nothing> endNobodys(PostKind kind);
    Result<Nothing> tryAgain(const QString &id, const CarryOutcome &outcome);
    Result<Nothing> end(const QString &id, const QString &state, const QString &why);

    storage::Database &m_database;
    const Clock &m_clock;
    const Vault &m_vault;
    Messages &m_messages;
    Notices &m_notices;
    const PostPolicy m_policy;
};

} // namespace latchkey::server
