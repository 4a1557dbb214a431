#pragma once

#include "api/user.h"
#include "server/store/names.h"
#include "storage/statement.h"

/// An account as its owner sees it, as rows tell it.
namespace latchkey::server::userrow {

inline QString columns()
{
    return QStringLiteral("users.id, users.name, users.email, users.email_verified, users.role, "
                          "users.language, users.created_at, users.version, users.phone, "
                          "users.user_name, users.tag, users.password_hash <> ''");
}
inline constexpr int columnCount = 12;

inline api::User read(const storage::Statement &row, int from = 0)
{
    api::User user;
    user.id = api::UserId(row.text(from));
    user.name = row.text(from + 1);
    user.email = row.text(from + 2);
    user.emailVerified = row.boolean(from + 3);
    user.role = fromStoredName<api::Role>(row.text(from + 4));
    user.language = fromStoredName<api::Language>(row.text(from + 5));
    user.createdAt = row.moment(from + 6);
    user.version = row.integer(from + 7);
    user.phone = row.optionalText(from + 8);
    user.userName = row.optionalText(from + 9);
    user.tag = row.text(from + 10);
    user.hasPassword = row.boolean(from + 11);
    return user;
}

} // namespace latchkey::server::userrow
