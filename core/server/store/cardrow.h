#pragma once

#include "api/user.h"
#include "storage/statement.h"

/// An account as others see it, as rows tell it.
namespace latchkey::server::cardrow {

/// Of a table, or of a name for one.
inline QString columns(const QString &users)
{
    return QStringLiteral("%1.id, %1.name, %1.user_name, %1.created_at").arg(users);
}
inline constexpr int columnCount = 4;

inline api::UserCard read(const storage::Statement &row, int from)
{
    return {.id = api::UserId(row.text(from)),
            .name = row.text(from + 1),
            .userName = row.optionalText(from + 2),
            .createdAt = row.moment(from + 3)};
}

} // namespace latchkey::server::cardrow
