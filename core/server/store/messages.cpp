#include "server/store/messages.h"

#include "server/store/token.h"
#include "server/store/vault.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

Messages::Messages(storage::Database &database, const Clock &clock, const Vault &vault,
                   PostPolicy policy)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
    , m_policy(std::move(policy))
{}

Result<bool> Messages::add(const QString &cause, const Message &message)
{
    const QString id = newId("msg_");
    Statement insert(m_database, u"INSERT INTO messages (id, cause, body, at) VALUES (?, ?, ?, ?) "
                                 "ON CONFLICT (cause) DO NOTHING"_s);
    insert.bind(id, cause, m_vault.seal(toBytes(message), id), m_clock.now());
    return insert.execute().map([](qint64 added) { return added == 1; });
}

Result<QList<KeptMessage>> Messages::before(std::optional<qint64> number, int limit)
{
    Statement statement(m_database, u"SELECT number, id, at, body FROM messages WHERE number < ? "
                                    "ORDER BY number DESC LIMIT ?"_s);
    statement.bind(number.value_or(std::numeric_limits<qint64>::max()), limit);
    QList<KeptMessage> kept;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return kept;
        const QString id = statement.text(1);
        // One that can't be opened keeps nobody from the others.
        if (auto message = m_vault.open(statement.bytes(3), id).and_then(fromBytes))
            kept << KeptMessage{statement.integer(0), id, statement.moment(2), *std::move(message)};
    }
}

Result<qint64> Messages::forgetOld(int limit)
{
    Statement remove(m_database,
                     u"DELETE FROM messages WHERE number IN (SELECT number FROM messages WHERE "
                     "at <= ? OR number <= (SELECT number FROM messages ORDER BY number DESC "
                     "LIMIT 1 OFFSET ?) LIMIT ?)"_s);
    remove.bind(m_clock.now() - m_policy.keptFor, m_policy.messagesKept, limit);
    return remove.execute();
}

} // namespace latchkey::server
