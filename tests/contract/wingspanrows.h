#pragma once

#include "foreignrows.h"

namespace latchkey::test::wingspan {

// What it has no words for is told by its status.
inline const Refusal notAllowed{Error::Kind::Forbidden, 403, QStringLiteral("roleTooLow")};
inline const Refusal notFound{Error::Kind::NotFound, 404};
inline const Refusal conflict{Error::Kind::Conflict, 409};
inline const Refusal malformed{Error::Kind::Rejected, 400};
inline const Refusal wrongCode{Error::Kind::Rejected, 400, QStringLiteral("wrongCode")};
inline const Refusal expired{Error::Kind::Unauthorized, 403, QStringLiteral("sessionEnded")};
inline const Refusal stepUpNeeded{Error::Kind::StepUpNeeded, 403, QStringLiteral("stepUpNeeded")};
/// Of one act, and not of how often anything is asked.
inline Refusal tooMany(const QString &code)
{
    return {.kind = Error::Kind::RateLimited, .status = 429, .code = code, .saysWhen = true};
}

const Foreign &foreign();

/// They sign up; their session asks.
void joined(Stage &stage, Scene &scene);
/// ... where a letter went there, so that another may.
void joinedAWhileAgo(Stage &stage, Scene &scene);
/// Somebody else signs up, who receives what the scene gives. Answers their token.
Secret joinReceiver(Stage &stage, Scene &scene);

/// Signing in: by a password, a mailed code, a second factor; and what shows who is signed in.
void addEntry(Table &table);
/// Who signs somebody in, and as whom others see them.
void addSignOn(Table &table);
/// An account and its addresses.
void addOwnAccounts(Table &table);
/// What an account makes for programs, and gives to others.
void addMade(Table &table);
/// Whom an account lets in, and what they see.
void addLetIn(Table &table);
/// Accounts that it makes for others.
void addChildren(Table &table);

} // namespace latchkey::test::wingspan
