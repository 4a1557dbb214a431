#pragma once

#include "server/handlers/trace.h"
#include "server/store/writestore.h"

/// Somebody who asks for a mail without a session, and who may have no account at all: neither the
/// answer nor how long it takes tells.
namespace latchkey::server::handlers {

/// A mail to an address that may have an account. How long the answer takes must not tell.
struct MaybeMail
{
    QString cause;
    Mail mail;
    Timestamp expires{};
    bool isWanted = false;
};

Result<Nothing> post(WriteStore &store, const MaybeMail &maybe);

struct Addressee
{
    std::optional<StoredUser> user;
    QString email; ///< the account's own, where there is one
    api::Language language = api::Language::English;
};

/// By an address, or by whatever somebody signs in with.
Result<Addressee> addresseeOf(const Result<QString> &normal, WriteStore &store);

/// Of whom it is, as far as anybody may know afterwards.
Trace traceOf(const Addressee &who);

/// A code came to the account's address, and back.
Result<Nothing> verifyAddress(WriteStore &store, const api::User &user);

} // namespace latchkey::server::handlers
