#pragma once

#include "base/result.h"

namespace latchkey::api {

/// The address as it is kept and compared: trimmed, NFC, the domain in lower case. Refuses what
/// can't be an address; whether mail arrives there only a mail can tell.
Result<QString> normalEmail(const QString &typed);

/// What stands behind the `@`.
QString domainOf(const QString &normal);
/// A name that a mail could go to.
bool isDomain(QStringView domain);

/// What two addresses are compared by: nobody has `Ada@example.com` beside `ada@example.com`.
QString emailKey(const QString &normal);

/// For an account that came by a way which knows no addresses: nobody else's, and no mail gets
/// there (RFC 2606).
QString nobodysEmail();
bool isNobodys(const QString &email);

} // namespace latchkey::api
