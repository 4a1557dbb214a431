#pragma once

#include "base/error.h"

#include <QList>

class QNetworkReply;
class QSslError;

namespace latchkey::net {

/// Whether the server answered at all, whatever it said.
bool hasAnswer(const QNetworkReply &reply);

/// Whether a proxy stands between us and the server.
bool goesOverProxy(const QNetworkReply &reply);

/// Why there is no answer. Codes: `unknownHost connectionRefused connectionLost unreachable offline
/// timeout notHttp`, `proxyRefused proxyLost proxyUnknownHost proxyTimeout
/// proxyAuthenticationRequired`, and those of `tlsError`.
Error networkError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors);

/// The gravest of them as `tlsRevoked tlsExpired tlsNotYetValid tlsHostMismatch tlsSelfSigned
/// tlsUntrusted tlsFailed`; `detail` holds the certificate's `sha256 AB:CD:...`.
Error tlsError(const QList<QSslError> &errors);

/// Whether these errors only say that nobody vouches for the certificate.
bool isOnlyUntrusted(const QList<QSslError> &errors);

} // namespace latchkey::net
