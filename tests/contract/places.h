#pragma once

#include "base/httpmessage.h"

#include <QHash>
#include <QStringList>

/// Answers as they are written down. What differs from one account, server or moment to the next
/// stands in them as a `<name>`.
namespace latchkey::test {

struct Place
{
    QByteArray sample;    ///< as a client is shown it
    QByteArray form = {}; ///< the pattern of all that a server may say there; else the sample alone
};

/// By their names.
using Places = QHash<QByteArray, Place>;

/// As a client is shown it.
HttpReply filled(HttpReply written, const Places &places);
/// As a client asks it.
HttpRequest filled(HttpRequest written, const Places &places);

/// What of a server's reply is not as it is written down: its status, its type and what else stands
/// in a header there, and every byte of its body.
QStringList compared(const HttpReply &said, const HttpReply &written, const Places &places);

} // namespace latchkey::test
