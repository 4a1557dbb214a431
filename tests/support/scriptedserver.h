#pragma once

#include "base/httpmessage.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <vector>

class QTcpSocket;

namespace latchkey::test {

/// A server on the loopback that does to each request, in order, what the test wrote down for it.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    /// What happens to one request.
    struct Act
    {
        QByteArray bytes; ///< what is sent, as it stands
        bool isHeldBack = false; ///< not before `release`
        bool closesAfter = false;
        bool cutsAtOnce = false; ///< resets the connection without a word

        Act heldBack() const { return {bytes, true, closesAfter, cutsAtOnce}; }
        /// Sends that many bytes of it and breaks off.
        Act cutAfter(qsizetype count) const { return {bytes.first(count), isHeldBack, true, false}; }
    };

    static Act answer(int status, const QByteArray &body = {}, const HttpHeaders &headers = {});
    /// The head of an answer without an end; more is sent by `push`.
    static Act stream(const QByteArray &contentType = "text/event-stream",
                      const QByteArray &first = {});
    static Act garbage() { return {"\x16\x03 this is no HTTP\r\n\r\n", false, true, false}; }
    static Act cut() { return {{}, false, false, true}; }
    static Act hang() { return {{}, true, false, false}; }

    explicit ScriptedServer(QObject *parent = nullptr);
    ~ScriptedServer() override;

    /// When nothing is left to do, requests are left hanging.
    void then(const Act &act) { m_script.push_back(act); }
    void release(); ///< lets the oldest act that is held back go on
    void push(const QByteArray &bytes); ///< more bytes on every open connection

    QUrl url() const;
    const std::vector<HttpRequest> &requests() const { return m_requests; }
    qsizetype openConnections() const { return m_sockets.size(); }

private:
    void accept();
    void read(QTcpSocket *socket);
    void perform(const Act &act, QTcpSocket *socket);

    QTcpServer m_server;
    std::deque<Act> m_script;
    std::vector<HttpRequest> m_requests;
    QHash<QTcpSocket *, QByteArray> m_sockets; ///< and what each has sent so far
    std::deque<std::pair<QPointer<QTcpSocket>, Act>> m_heldBack;
};

} // namespace latchkey::test
