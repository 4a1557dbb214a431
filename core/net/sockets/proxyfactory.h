#pragma once

#include "net/proxysettings.h"

class QNetworkAccessManager;
class QNetworkProxy;
class QUrl;

namespace latchkey::net {

bool isSame(const ProxySettings &one, const ProxySettings &other);
/// The way to one server.
QNetworkProxy proxyTo(const QUrl &server, const ProxySettings &settings);

void apply(const ProxySettings &settings, QNetworkAccessManager &access);

} // namespace latchkey::net
