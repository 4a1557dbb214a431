#pragma once

#include "api/ids.h"
#include "base/result.h"
#include "storage/statement.h"

#include <QList>

/// Tables of what one account gives to another.
namespace latchkey::server::bothsides {

struct Columns
{
    QString giver = QStringLiteral("giver_id");
    QString receiver = QStringLiteral("receiver_id");
};

/// Whoever gave that account something of it, or got it from there; each once.
inline Result<QList<api::UserId>> othersOf(storage::Database &database, const QString &table,
                                           const api::UserId &user, const Columns &of = {})
{
    storage::Statement statement(
        database,
        QStringLiteral("SELECT %3 FROM %1 WHERE %2 = ? UNION SELECT %2 FROM %1 WHERE %3 = ?")
            .arg(table, of.giver, of.receiver));
    statement.bind(user.text(), user.text());
    QList<api::UserId> others;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return others;
        others << api::UserId(statement.text(0));
    }
}

} // namespace latchkey::server::bothsides
