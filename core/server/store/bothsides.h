#pragma once

#include "api/ids.h"
#include "base/result.h"
#include "storage/statement.h"

#include <QList>

/// Tables of what one account gives to another.
namespace latchkey::server::bothsides {

/// Whoever gave that account something of it, or got it from there; each once.
inline Result<QList<api::UserId>> othersOf(storage::Database &database, const QString &table,
                                           const api::UserId &user)
{
    storage::Statement statement(
        database, QStringLiteral("SELECT receiver_id FROM %1 WHERE giver_id = ? "
                                 "UNION SELECT giver_id FROM %1 WHERE receiver_id = ?")
                      .arg(table));
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
