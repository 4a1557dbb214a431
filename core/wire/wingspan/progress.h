#pragma once

#include "api/signingin.h"
#include "wire/wingspan/requests.h"

/// How far somebody is who signs in: a session, or what is held until it is one.
namespace latchkey::wire::wingspan {

/// Something is waited for before it is a session, and is asked for by this meanwhile.
SessionValue waiting(const QString &held, Timestamp until);

HttpReply progressReply(const api::SignInProgress &progress, const HttpRequest &asked);

/// What an answer tells, and what was known of who asked.
api::SignedIn begunWith(api::SignedIn begun, const SessionValue &value);
api::SignInProgress progressOf(const SessionValue &value, const api::SignedIn &begun);

} // namespace latchkey::wire::wingspan
