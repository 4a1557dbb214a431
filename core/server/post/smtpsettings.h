#pragma once

#include "base/secret.h"
#include "server/post/maildocument.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace latchkey::server {

/// The server that takes our mail.
struct SmtpSettings
{
    enum class Security : std::uint8_t {
        StartTls, ///< must be offered
        Tls,      ///< from the first byte
        None,
    };

    QString host;
    quint16 port = 0; ///< 0: the usual one, 587, 465 or 25
    Security security = Security::StartTls;
    QString user; ///< empty: nobody signs in
    Secret password;
    MailSender from;
    QString authorities; ///< a PEM file that vouches for its certificate; empty: the system's
    std::chrono::milliseconds connectWithin = std::chrono::seconds(15);
    std::chrono::milliseconds doneWithin = std::chrono::seconds(60);
};

} // namespace latchkey::server
