#pragma once

#include "api/codes.h"
#include "server/context.h"
#include "server/post/letters.h"
#include "server/store/writestore.h"

/// The codes that an account gets about its own addresses.
namespace latchkey::server::handlers {

/// One at a time of each purpose.
CodeRequest codeAbout(const api::User &user, CodePurpose purpose, const QString &to);

/// Where a code can be given back: in the way that it was asked for by, or at this server's own
/// address.
enum class TypedAt : std::uint8_t { Asking, OwnAddress };

Result<api::CodeSent> sendVerificationCode(const Letters &letters, const Context &context,
                                           WriteStore &store, const api::User &user,
                                           TypedAt at = TypedAt::Asking);

/// To an address that is to become the account's. Whose it is already is not told; but they are.
Result<api::CodeSent> sendEmailChangeCode(const Letters &letters, const Context &context,
                                          WriteStore &store, const api::User &user,
                                          const QString &normalEmail, TypedAt at = TypedAt::Asking);

} // namespace latchkey::server::handlers
