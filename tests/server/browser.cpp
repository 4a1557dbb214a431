#include "browser.h"

#include <QJsonDocument>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <tuple>

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QByteArray Answer::field(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.left(name.size() + 1).toLower() == name.toLower() + ':')
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Answer::code() const
{
    return json().value(u"code"_s).toString();
}

QString Answer::wrongField() const
{
    return json().value(u"field"_s).toString();
}

Browser::Browser(quint16 port)
    : m_socket(socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // Where nobody listens, every answer is empty.
    std::ignore = connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

Browser::~Browser()
{
    ::close(m_socket);
}

Answer Browser::ask(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                    const Fields &fields)
{
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\n";
    QByteArray names;
    for (const auto &[name, value] : fields) {
        head += name + ": " + value + "\r\n";
        names += name.toLower() + '\n';
    }
    if (!names.contains("host\n"))
        head += "Host: localhost\r\n";
    if (!token.isEmpty())
        head += "Authorization: Bearer " + token + "\r\n";
    if (!body.isEmpty() && !names.contains("content-type\n"))
        head += "Content-Type: application/json\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    send(head + body);
    return receive(method != "HEAD");
}

void Browser::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t part =
            ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (part <= 0)
            return;
        sent += part;
    }
}

Answer Browser::receive(bool hasBody)
{
    Answer answer;
    const auto patience = 20s;
    while (m_read.indexOf("\r\n\r\n") < 0) {
        if (!more(patience))
            return answer;
    }
    const qsizetype end = m_read.indexOf("\r\n\r\n");
    answer.head = m_read.left(end);
    answer.status = answer.head.mid(9, 3).toInt();
    m_read.remove(0, end + 4);
    const qsizetype size = hasBody ? answer.field("Content-Length").toLongLong() : 0;
    while (m_read.size() < size) {
        if (!more(patience))
            return answer;
    }
    answer.body = m_read.left(size);
    m_read.remove(0, size);
    return answer;
}

QByteArray Browser::readUntil(const QByteArray &text, std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!m_read.contains(text)) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        if (left <= 0ms || !more(left))
            break;
    }
    const qsizetype found = m_read.indexOf(text);
    const qsizetype size = found < 0 ? m_read.size() : found + text.size();
    const QByteArray all = m_read.left(size);
    m_read.remove(0, size);
    return all;
}

bool Browser::isClosedByServer()
{
    const auto until = std::chrono::steady_clock::now() + 5s;
    while (std::chrono::steady_clock::now() < until) {
        if (!more(5s))
            return true;
    }
    return false;
}

bool Browser::more(std::chrono::milliseconds patience)
{
    pollfd ready{m_socket, POLLIN, 0};
    if (poll(&ready, 1, int(patience.count())) <= 0)
        return false;
    char buffer[16384];
    const ssize_t size = recv(m_socket, buffer, sizeof buffer, 0);
    if (size <= 0)
        return false;
    m_read.append(buffer, size);
    return true;
}

} // namespace latchkey::test
