#pragma once

#include "api/verification.h"
#include "server/context.h"
#include "server/service.h"
#include "server/store/writestore.h"

/// Links in mails that show an address to be somebody's own, without a session.
namespace latchkey::server::handlers {

/// Whether browsers find at this server what the way that somebody came by leads them to, and the
/// link to it says nothing that they chose to say to whoever reads the mail.
bool leadsToVerification(const Service &service, const Context &context, const api::User &user);

/// Good for a day, however often it is opened.
Result<api::CodeSent> sendVerificationLink(const Service &service, const Context &context,
                                           WriteStore &store, const api::User &user,
                                           api::VerificationPath path);

/// Rejected `linkForged`, `linkOfAnother`, `linkExpired`, or `wrongCode` where it once was good.
Result<Nothing> verifyByLink(const api::VerifyEmail &op, Context &context, WriteStore &store);

/// The address of an account that nobody is signed in to is its owner's.
Result<Nothing> verifyOutside(Context &context, WriteStore &store, const api::User &user);

} // namespace latchkey::server::handlers
