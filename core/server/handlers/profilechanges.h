#pragma once

#include "server/store/audit.h"
#include "server/store/users.h"

/// What is changed of how an account is called.
namespace latchkey::server::handlers {

/// As it is kept. Rejected `empty` or `userNameInvalid`, with the field.
Result<ProfileChange> normalChange(ProfileChange typed);

/// What is really another than before.
QList<FieldChange> changesOf(const api::User &before, const ProfileChange &change);

} // namespace latchkey::server::handlers
