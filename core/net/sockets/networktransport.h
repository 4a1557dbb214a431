#pragma once

#include "net/network.h"

#include <QList>
#include <QPointer>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace latchkey {
class Alarm;
}

namespace latchkey::net {

/// One server over HTTP/1.1. Follows no redirect, keeps no cookie and no cache, and never sends a
/// change a second time by itself. Outlives its streams.
class NetworkTransport final : public ServerTransport
{
    Q_OBJECT

public:
    /// Whether requests can be sent to such a base: http or https, a host, nothing after the path.
    static bool isUsable(const QUrl &base);

    NetworkTransport(NetworkSettings settings, Alarm &alarm, QObject *parent = nullptr);
    ~NetworkTransport() override;

    void setProxy(const ProxySettings &proxy) override;

    Call<HttpReply> send(const HttpRequest &request, const Deadline &deadline) override;
    std::unique_ptr<HttpStream> open(const HttpRequest &request, const Deadline &deadline) override;

private:
    Result<Nothing> mustBeSendable(const HttpRequest &request) const;
    QNetworkRequest toNetworkRequest(const HttpRequest &request) const;
    QNetworkReply *start(QNetworkAccessManager &access, const HttpRequest &request) const;
    void retire(QNetworkAccessManager *access);
    QByteArray pathOf(const HttpRequest &request) const;

    NetworkSettings m_settings;
    Alarm &m_alarm;
    QNetworkAccessManager *m_access;
    QList<QPointer<HttpStream>> m_streams;
};

} // namespace latchkey::net
