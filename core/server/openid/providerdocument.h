#pragma once

#include "base/result.h"
#include "server/openid/fetch.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace latchkey::server {

/// What a provider says of itself (OpenID Connect Discovery 1.0), as far as we need it.
struct ProviderDocument
{
    QString issuer;
    QString authorizationEndpoint;
    QString tokenEndpoint;
    QString keys; ///< where they are
    std::optional<QString> userinfoEndpoint;
    QStringList clientAuthentications; ///< how a client may show who it is

    bool operator==(const ProviderDocument &) const = default;
};

/// Where it says that. `issuerInvalid` where nothing may be asked.
Result<QString> documentAddress(const QString &issuer);
/// `notAProvider`, `issuerMismatch`, or unavailable where it fails for the moment.
Result<ProviderDocument> readDocument(const QString &issuer, const Fetch::Answer &answer);

} // namespace latchkey::server
