#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "server/store/postpolicy.h"

#include <QList>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

class Vault;

/// A mail or text that stayed on this computer.
struct KeptMessage
{
    qint64 number = 0;
    QString id;
    Timestamp at{};
    Message message;
};

/// What this server would have sent, the newest 500 of 30 days.
class Messages
{
public:
    Messages(storage::Database &database, const Clock &clock, const Vault &vault,
             PostPolicy policy);

    /// Whether it is new: for one cause there is one.
    Result<bool> add(const QString &cause, const Message &message);
    /// From the newest on, those before that number.
    Result<QList<KeptMessage>> before(std::optional<qint64> number, int limit);

    Result<qint64> forgetOld(int limit);

private:
    storage::Database &m_database;
    const Clock &m_clock;
    const Vault &m_vault;
    const PostPolicy m_policy;
};

} // namespace latchkey::server
