#pragma once

#include "stage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

namespace latchkey::test {

using namespace std::chrono_literals;

inline api::ProviderCard acme(const QString &id = u"p1"_s, const QString &name = u"Acme"_s)
{
    return {.id = api::ProviderId(id), .name = name};
}

/// What the system's browser does, with the visit that the server was asked for last.
class Browser
{
public:
    explicit Browser(Stage &stage)
        : m_stage(stage)
    {}

    /// Where the program waits, as it says in the request that has no answer yet.
    QString returnTo()
    {
        return QJsonDocument::fromJson(m_stage.asked().body)[u"returnTo"_s].toString();
    }

    /// The server names the address of the provider.
    void send(const QString &address = u"https://login.example/authorize?state=st1&scope=openid"_s)
    {
        m_returnTo = QUrl(returnTo());
        m_stage.answer<api::VisitProvider>({.id = api::VisitId(u"v1"_s),
                                            .address = address,
                                            .expiresAt = m_stage.clock.now() + 10min});
    }

    /// Comes back, and says what it was shown.
    QByteArray bring(const QByteArray &query, const QByteArray &below = {})
    {
        QTcpSocket socket;
        socket.connectToHost(m_returnTo.host(), static_cast<quint16>(m_returnTo.port()));
        socket.write("GET " + m_returnTo.path().toUtf8() + below + '?' + query +
                     " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_returnTo.port()) +
                     "\r\n\r\n");
        QByteArray heard;
        (void)QTest::qWaitFor([&] {
            heard += socket.readAll();
            return socket.state() == QTcpSocket::UnconnectedState;
        });
        settle();
        return heard + socket.readAll();
    }

private:
    Stage &m_stage;
    QUrl m_returnTo;
};

} // namespace latchkey::test
