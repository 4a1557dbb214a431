#pragma once

#include "api/signingin.h"
#include "api/user.h"

#include <QString>

#include <optional>

/// Kinds of second factors, in words and drawings.
namespace latchkey::ui::factorwords {

QString icon(api::Factor kind);
/// What it is: "Codes as texts". Also what it is called where nobody calls it otherwise.
QString kind(api::Factor kind);
/// Where its codes come from, as far as that is known.
QString origin(api::Factor kind, const std::optional<api::User> &user);
/// What its removal is called, and that it was done.
QString removing(api::Factor kind);
QString removed(api::Factor kind);

/// Where codes of this kind would be sent; nothing where that has to be verified first.
std::optional<QString> target(api::Factor kind, const api::User &user);

} // namespace latchkey::ui::factorwords
