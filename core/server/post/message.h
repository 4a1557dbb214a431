#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <array>
#include <cstdint>
#include <variant>

namespace latchkey::server {

/// A mail as its reader sees it. What it says may hold a code, so it is a secret; the subject never
/// does, for it stands on locked screens.
struct Mail
{
    QString to;
    QString subject;
    Secret plain;
    Secret html;
};

/// A text to a phone.
struct Sms
{
    QString to; ///< E.164
    Secret text;
};

using Message = std::variant<Mail, Sms>;

/// How a message goes.
enum class PostKind : std::uint8_t { Mail, Sms };
inline constexpr std::array postKinds{PostKind::Mail, PostKind::Sms};

PostKind kindOf(const Message &message);
const QString &recipientOf(const Message &message);

/// For keeping: the whole message, from which `fromBytes` makes the same one.
Secret toBytes(const Message &message);
/// Server `messageBroken`.
Result<Message> fromBytes(const Secret &bytes);

} // namespace latchkey::server
