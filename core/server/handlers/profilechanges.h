#pragma once

#include "server/context.h"
#include "server/store/audit.h"
#include "server/store/writestore.h"

/// What is changed of how an account is called.
namespace latchkey::server::handlers {

/// As it is kept. Rejected `empty` or `userNameInvalid`, with the field.
Result<ProfileChange> normalChange(ProfileChange typed);

/// What is really another than before.
QList<FieldChange> changesOf(const api::User &before, const ProfileChange &change);

/// Changed, noted and told. Conflict `changedMeanwhile`, `userNameTaken`.
Result<api::User> changeProfile(Context &context, WriteStore &store, const api::UserId &id,
                                qint64 basedOn, const ProfileChange &typed);

/// It is there no more, and so nobody is signed in to it.
Error accountGone();

} // namespace latchkey::server::handlers
