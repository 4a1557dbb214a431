#pragma once

#include "api/authorizations.h"
#include "authorizations/authorizationside.h"

#include <QString>

/// What people let each other do in their accounts, in words for people.
namespace latchkey::ui::authorizationwords {

/// "See your profile", or theirs.
QString what(api::AccessScope scope, api::AccessAction action, AuthorizationSide side);
/// What that comes to in the giver's account.
QString help(api::AccessScope scope, api::AccessAction action);
/// An account as its owner sees it.
QString profile(const api::User &user);
QString since(const api::Authorization &authorization, Timestamp now);
/// Whoever has the other end of it.
const api::UserCard &other(const api::Authorization &authorization, AuthorizationSide side);

} // namespace latchkey::ui::authorizationwords
