#include "support/scriptedserver.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace latchkey::test {

namespace {

HttpMethod methodOf(const QByteArray &word)
{
    for (const HttpMethod method : {HttpMethod::Get, HttpMethod::Post, HttpMethod::Put,
                                    HttpMethod::Patch, HttpMethod::Delete}) {
        if (toBytes(method) == word)
            return method;
    }
    qFatal("unknown method %s", word.constData());
}

/// Takes one whole request off the front, if there is one.
std::optional<HttpRequest> takeRequest(QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    HttpRequest request;
    const QList<QByteArray> lines = bytes.first(headEnd).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    const qsizetype mark = words.at(1).indexOf('?');
    request.method = methodOf(words.at(0));
    request.path = mark < 0 ? words.at(1) : words.at(1).first(mark);
    request.query = mark < 0 ? QByteArray() : words.at(1).sliced(mark + 1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.add(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("Content-Length").toLongLong();
    if (bytes.size() < headEnd + 4 + length)
        return std::nullopt;
    request.body = bytes.sliced(headEnd + 4, length);
    bytes.remove(0, headEnd + 4 + length);
    return request;
}

} // namespace

ScriptedServer::Act ScriptedServer::answer(int status, const QByteArray &body,
                                           const HttpHeaders &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n";
    for (const auto &[name, value] : headers.fields())
        bytes += name + ": " + value + "\r\n";
    if (status != 204)
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return {bytes + "\r\n" + body, false, false, false};
}

ScriptedServer::Act ScriptedServer::stream(const QByteArray &contentType, const QByteArray &first)
{
    return {"HTTP/1.1 200 Said\r\nContent-Type: " + contentType
                    + "\r\nConnection: close\r\n\r\n" + first,
            false, false, false};
}

ScriptedServer::ScriptedServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the loopback can't be listened on");
}

ScriptedServer::~ScriptedServer()
{
    for (auto it = m_sockets.keyBegin(); it != m_sockets.keyEnd(); ++it)
        (*it)->disconnect(this);
}

QUrl ScriptedServer::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server.serverPort());
    return url;
}

void ScriptedServer::release()
{
    Q_ASSERT(!m_heldBack.empty());
    const auto [socket, act] = m_heldBack.front();
    m_heldBack.pop_front();
    if (socket)
        perform({act.bytes, false, act.closesAfter, act.cutsAtOnce}, socket);
}

void ScriptedServer::push(const QByteArray &bytes)
{
    for (auto it = m_sockets.keyBegin(); it != m_sockets.keyEnd(); ++it)
        (*it)->write(bytes);
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_sockets.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_sockets.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    QByteArray &bytes = m_sockets[socket];
    bytes += socket->readAll();
    while (auto request = takeRequest(bytes)) {
        m_requests.push_back(std::move(*request));
        Act act = hang();
        if (!m_script.empty()) {
            act = m_script.front();
            m_script.pop_front();
        }
        perform(act, socket);
        if (!m_sockets.contains(socket))
            return;
    }
}

void ScriptedServer::perform(const Act &act, QTcpSocket *socket)
{
    if (act.isHeldBack) {
        m_heldBack.emplace_back(socket, act);
    } else if (act.cutsAtOnce) {
        socket->abort();
    } else {
        socket->write(act.bytes);
        if (act.closesAfter)
            socket->disconnectFromHost();
    }
}

} // namespace latchkey::test
