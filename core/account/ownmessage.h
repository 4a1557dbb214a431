#pragma once

#include "base/clock.h"
#include "base/secret.h"

#include <QString>

#include <cstdint>

namespace latchkey::account {

/// A mail or a text that the server inside this program would have sent.
struct OwnMessage
{
    enum class Kind : std::uint8_t { Mail, Text };

    qint64 number = 0; ///< later ones have a higher one
    Kind kind = Kind::Mail;
    QString to;
    QString subject; ///< a text has none
    Secret text;
    Timestamp at{};
};

/// The code that it was written for; empty where there is none.
Secret codeIn(const OwnMessage &message);

} // namespace latchkey::account
