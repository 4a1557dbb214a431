#pragma once

#include "api/joining.h"
#include "server/context.h"
#include "server/handlers/emailcodes.h"
#include "server/service.h"
#include "server/store/writestore.h"

/// How an account comes to be, whatever somebody brings to it.
namespace latchkey::server::handlers {

/// Forbidden `signUpClosed`. Asked before a password is hashed, and again by the work that makes
/// the account: meanwhile another one may have been made.
Result<Nothing> mayJoin(const Service &service, WriteStore &store);
/// ... and Rejected `setupCodeWrong`, where one is asked for.
Result<Nothing> mayJoin(const Service &service, const std::optional<Secret> &setupCode,
                        WriteStore &store);
/// ... and counts whoever is let in. What let the first one in lets in nobody else.
Result<Nothing> letIn(const Service &service, const std::optional<Secret> &setupCode,
                      const Context &context, WriteStore &store);

/// ... counted all the same where they have to wait: the code that lets the first one in stays good
/// until somebody is in.
Result<Nothing> letWait(const Service &service, const std::optional<Secret> &setupCode,
                        const Context &context, WriteStore &store);
/// Somebody is in.
Result<Nothing> withdrawSetupCode(const Service &service, WriteStore &store);

/// The account, and its first session.
Result<api::SignedIn> join(Context &context, WriteStore &store, const WaitingSignUp &who);
/// Where nobody waits for the code, it may come back whenever they like.
struct AtOnce
{
    bool beginsSession = true;
    api::VerificationPath verificationPath = nullptr;
    TypedAt typedAt = TypedAt::Asking;
};
Result<api::SignUpProgress> joinAtOnce(const Service &service, const AtOnce &how, Context &context,
                                       WriteStore &store, const WaitingSignUp &who);
/// Once the code came back that their address gets.
Result<api::SignUpProgress> joinByCode(const Letters &letters, Context &context, WriteStore &store,
                                       const WaitingSignUp &who);

/// Whose address has an account already gets a letter about that, and a code that will do nobody
/// gets; it looks and takes as long as if it had none.
Result<api::CodeSent> sendJoiningCode(const Letters &letters, WriteStore &store, Timestamp now,
                                      const api::SignUpId &id, const NewUser &who);

} // namespace latchkey::server::handlers
