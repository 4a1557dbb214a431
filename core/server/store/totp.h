#pragma once

#include "base/clock.h"
#include "base/secret.h"

#include <QList>

namespace latchkey::server {

/// RFC 6238 as every authenticator has it: HMAC-SHA-1, six digits, a new code every 30 s.
class Totp
{
public:
    static Totp make(); ///< 160 random bits
    explicit Totp(Secret secret);

    const Secret &secret() const { return m_secret; }
    Secret base32() const;
    /// For authenticators that scan it. The issuer and the account are what they show.
    Secret uri(const QString &issuer, const QString &account) const;

    /// Steps at whose time this is the code: the present one, and those next to it, for clocks and
    /// people are slow. Spaces in a code don't count.
    QList<qint64> stepsOf(const Secret &code, Timestamp now) const;

private:
    Secret m_secret;
};

} // namespace latchkey::server
