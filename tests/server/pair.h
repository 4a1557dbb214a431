#pragma once

#include "member.h"
#include "server/store/audit.h"

namespace latchkey::test {

/// Ada, who gives Bob something.
class Pair : public Member
{
public:
    Answer as(const QByteArray &who, const QByteArray &method, const QByteArray &path,
              const QByteArray &body = {}) const
    {
        Browser asking(stand.port());
        asking.token = who;
        return asking.ask(method, path, quoted(body.constData()));
    }
    QByteArray idOf(const QByteArray &who) const
    {
        return textIn(as(who, "GET", "/v1/me").json(), "id");
    }
    /// How often that account was told of such a change.
    qint64 told(const QByteArray &who, const QByteArray &kind) const
    {
        return stand.rows(QStringLiteral("events WHERE kind = '%1' AND user_id = '%2'")
                              .arg(QString::fromLatin1(kind), QString::fromLatin1(idOf(who))));
    }
    /// Of the operations whose names end like that.
    QList<server::AuditEntry> trail(const QString &ending) const
    {
        storage::DatabaseAddress address;
        address.path = stand.database();
        address.applicationId = server::storeApplicationId;
        address.access = storage::DatabaseAddress::Access::ReadOnly;
        const auto database = storage::Database::open(address).value();
        QList<server::AuditEntry> entries;
        const auto rows = server::Audit(*database, stand.clock).after(0, 100).value();
        for (const server::AuditRow &row : rows) {
            if (row.entry.operation.endsWith(ending))
                entries << row.entry;
        }
        return entries;
    }

    const QByteArray bob = stand.signUp("bob"); ///< by the token
};

} // namespace latchkey::test
