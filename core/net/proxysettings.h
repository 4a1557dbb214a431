#pragma once

#include "base/secret.h"

#include <QString>

class QNetworkAccessManager;
class QNetworkProxy;
class QUrl;

namespace latchkey::net {

struct ProxySettings
{
    enum class Kind { System, None, Http, Socks5 };

    Kind kind = Kind::System;
    QString host = {}; ///< this and the rest with Http and Socks5 only
    quint16 port = 0;
    QString user = {};
    Secret password = {};
};

bool isSame(const ProxySettings &one, const ProxySettings &other);
/// The way to one server.
QNetworkProxy proxyTo(const QUrl &server, const ProxySettings &settings);

void apply(const ProxySettings &settings, QNetworkAccessManager &access);

} // namespace latchkey::net
