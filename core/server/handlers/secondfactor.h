#pragma once

#include "api/signingin.h"
#include "server/context.h"
#include "server/passwordtask.h"
#include "server/store/writestore.h"

/// What signing in, proving and changing the password have in common about second factors.
namespace latchkey::server::handlers {

/// A code that somebody gave, and what one that was sent must have been sent for.
struct GivenCode
{
    api::Factor factor = api::Factor::Totp; ///< Unknown: they did not say
    const Secret &code;
    CodePurpose purpose = CodePurpose::Challenge;
    QString subject;
};

/// Uses the code up, and tells of what it was. Rejected `wrongCode` (field `code`).
Result<api::Factor> takeCode(WriteStore &store, const api::User &user, const GivenCode &given);

/// A wrong code is noted, and stays counted; what else went wrong is taken back.
Error refusedCode(WriteStore &store, Context &context, const QString &subject, const Error &error);

/// What answers for this account, and this server can bring to it.
Result<QList<api::Factor>> factorsAsked(WriteStore &store, const api::UserId &user);

/// Where codes of that kind are sent. Rejected `unknownValue` for a kind that isn't sent.
Result<CodeRequest> codeRequest(const api::User &user, api::Factor kind, const QString &field);
/// ... and that are a second factor of the account, besides what was shown. Of whoever doesn't say
/// which: as a text before by mail. NotFound `factorUnknown`.
Result<CodeRequest> codeRequestOfFactor(WriteStore &store, const api::User &user, api::Factor kind,
                                        const std::optional<api::Factor> &shown = {});

/// Nobody goes on from an earlier password: sign-ins under way are over, and every device is asked
/// for the second factor again.
Result<Nothing> askAgainEverywhere(WriteStore &store, const api::UserId &user);

/// What stood in for a second factor has nothing left to stand in for, where none is left.
Result<Nothing> clearUnlessAsked(WriteStore &store, const api::UserId &user);

/// Whatever was sent to set a password of this account by is worth nothing any more.
Result<Nothing> withdrawResets(WriteStore &store, const api::User &user);

/// A hash made with less work than is asked for today is replaced while the password is at hand.
Result<Nothing> renewHash(WriteStore &store, const api::UserId &user,
                          const PasswordVerdict &verdict);

/// A right password lets the count of tries start anew only where nothing more is asked for: else
/// whoever knows it could try codes for ever, with a right password in between.
Result<Nothing> passwordSucceeded(WriteStore &store, const api::User &user, const QString &address);

} // namespace latchkey::server::handlers
