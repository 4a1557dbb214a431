#pragma once

#include "net/proxysettings.h"
#include "net/transport.h"

#include <QList>
#include <QPointer>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace latchkey {
class Alarm;
}

namespace latchkey::net {

struct NetworkSettings
{
    QUrl base; ///< scheme, host, port and what stands before each path
    ProxySettings proxy = {};
    QByteArray trustedCertificate = {}; ///< PEM; for a private server, besides the system's own
    QByteArray userAgent = "Latchkey/" LATCHKEY_VERSION;
    qsizetype replyLimit = qsizetype{8} * 1024 * 1024;
};

/// One server over HTTP/1.1. Follows no redirect, keeps no cookie and no cache, and never sends a
/// change a second time by itself. Outlives its streams.
class NetworkTransport final : public QObject, public Transport
{
    Q_OBJECT

public:
    /// Whether requests can be sent to such a base: http or https, a host, nothing after the path.
    static bool isUsable(const QUrl &base);

    NetworkTransport(NetworkSettings settings, Alarm &alarm, QObject *parent = nullptr);
    ~NetworkTransport() override;

    /// For every request from now on; open streams break off and are to be opened anew.
    void setProxy(const ProxySettings &proxy);

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
