#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "server/post/message.h"

namespace latchkey::server {

struct MailSender
{
    QString address;
    QString name; ///< what people see in front of it; may be empty
};

/// An address as it goes over the wire: the domain in ASCII. Rejected `addressInvalid` for what
/// is none, or more than one.
Result<QString> mailAddress(const QString &address);

/// The mail as RFC 5322 and MIME have it, plain text and HTML as alternatives, with CRLF at the end
/// of each line. Whatever stands in the mail, it can't add a header. The id is the Message-ID's.
Result<Secret> mailDocument(const Mail &mail, const MailSender &sender, const QString &id,
                            Timestamp at);

} // namespace latchkey::server
