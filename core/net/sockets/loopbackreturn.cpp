#include "net/sockets/loopbackreturn.h"

#include "base/alarm.h"
#include "base/callscope.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

namespace latchkey::net {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHead = 16 * 1024;
constexpr auto patience = 10s;
constexpr qsizetype guestsAtMost = 16;

constexpr QByteArrayView style = "body{font:1.1em system-ui,sans-serif;margin:15vh auto;"
                                 "max-width:32em;padding:0 1.5em;line-height:1.5}"
                                 "h1{font-size:1.4em}"
                                 "@media(prefers-color-scheme:dark)"
                                 "{body{background:#1b1d21;color:#e6e7e9}}";

QByteArray reply(const QByteArray &status, const QByteArray &type, const QByteArray &body,
                 const QByteArray &more = {})
{
    return "HTTP/1.1 "_ba + status + "\r\nContent-Type: "_ba + type +
           "; charset=utf-8\r\nContent-Length: "_ba + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
           "X-Content-Type-Options: nosniff\r\n"_ba +
           more + "\r\n"_ba + body;
}

QByteArray refusal(const QByteArray &status, const QByteArray &more = {})
{
    return reply(status, "text/plain", status + '\n',
                 "Content-Security-Policy: default-src 'none'\r\n"_ba + more);
}

QByteArray written(const ReturnPage &page)
{
    const QString body = u"<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
                         "<meta name=\"viewport\" content=\"width=device-width\">"
                         "<title>%2</title><style>%3</style></head>"
                         "<body><h1>%2</h1><p>%4</p></body></html>\n"_s.arg(
                             page.language.toHtmlEscaped(), page.title.toHtmlEscaped(),
                             QString::fromLatin1(style), page.text.toHtmlEscaped());
    const QByteArray hash =
        QCryptographicHash::hash(style.toByteArray(), QCryptographicHash::Sha256).toBase64();
    return reply("200 OK", "text/html", body.toUtf8(),
                 "Content-Security-Policy: default-src 'none'; style-src 'sha256-"_ba + hash +
                     "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"_ba);
}

/// Nothing where it is not there, or more than once: then nobody knows which one counts.
std::optional<QString> only(const QUrlQuery &query, const QString &name)
{
    const QStringList all = query.allQueryItemValues(name, QUrl::FullyDecoded);
    return all.size() == 1 && !all.first().isEmpty() ? std::optional(all.first()) : std::nullopt;
}

std::optional<BroughtBack> read(QByteArray query)
{
    query.replace('+', "%20"); // it is written as a form is
    const QUrlQuery items(QString::fromLatin1(query));
    const auto state = only(items, u"state"_s);
    const auto code = only(items, u"code"_s);
    const auto error = only(items, u"error"_s);
    if (!state || code.has_value() == error.has_value())
        return {};
    return BroughtBack{.state = *state,
                       .code = code ? std::optional(Secret(*code)) : std::nullopt,
                       .error = error.value_or(QString())};
}

/// The only one of its name, without the space around it.
QByteArray hostIn(const QList<QByteArray> &lines)
{
    QList<QByteArray> found;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare("host", Qt::CaseInsensitive) == 0)
            found << line.sliced(colon + 1).trimmed();
    }
    return found.size() == 1 ? found.first() : QByteArray();
}

} // namespace

/// Whoever connected: heard until its request's head has ended, then answered and let go.
class LoopbackReturn::Guest final : public QObject
{
public:
    Guest(QTcpSocket *socket, Alarm &alarm, LoopbackReturn &host)
        : QObject(&host)
        , m_socket(socket)
        , m_host(host)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, &Guest::hear);
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        m_wait.add(alarm.after(patience)).then(this, [this](const Result<Nothing> &isOver) {
            if (isOver)
                say(refusal("408 Request Timeout"));
        });
    }

private:
    void hear()
    {
        const QByteArray bytes = m_socket->readAll();
        if (m_isAnswered)
            return;
        m_heard += bytes;
        const qsizetype end = m_heard.indexOf("\r\n\r\n");
        if (end > longestHead || (end < 0 && m_heard.size() > longestHead))
            say(refusal("431 Request Header Fields Too Large"));
        else if (end >= 0)
            say(m_host.answer(m_heard.first(end)));
    }

    void say(const QByteArray &bytes)
    {
        if (std::exchange(m_isAnswered, true)) {
            m_socket->abort(); // it was answered, and stays
            return;
        }
        m_socket->write(bytes);
        m_socket->flush();
        m_socket->disconnectFromHost();
        // Now that it has its page whoever waits may take all of this away.
        if (auto brought = std::exchange(m_host.m_brought, std::nullopt))
            QMetaObject::invokeMethod(
                &m_host, [&host = m_host, brought] { Q_EMIT host.returned(*brought); },
                Qt::QueuedConnection);
    }

    QTcpSocket *m_socket;
    LoopbackReturn &m_host;
    CallScope m_wait;
    QByteArray m_heard;
    bool m_isAnswered = false;
};

LoopbackReturn::LoopbackReturn(Alarm &alarm, PageOf pageOf, QObject *parent)
    : BrowserReturn(parent)
    , m_alarm(alarm)
    , m_pageOf(std::move(pageOf))
    , m_server(std::make_unique<QTcpServer>())
{
    m_server->setProxy(QNetworkProxy::NoProxy); // that of the program is for the way out
    connect(m_server.get(), &QTcpServer::newConnection, this, &LoopbackReturn::accept);
}

LoopbackReturn::~LoopbackReturn() = default;

Result<Nothing> LoopbackReturn::listen()
{
    if (m_server->isListening() || m_server->listen(QHostAddress(QHostAddress::LocalHost)))
        return Nothing();
    return failure(Error::of(Error::Kind::Network, u"returnImpossible"_s, m_server->errorString()));
}

QString LoopbackReturn::address() const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_server->serverPort()).arg(QLatin1StringView(path));
}

void LoopbackReturn::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        if (findChildren<QTcpSocket *>().size() < guestsAtMost)
            new Guest(socket, m_alarm, *this);
        else
            socket->deleteLater();
    }
}

QByteArray LoopbackReturn::answer(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines)
        line = line.endsWith('\r') ? line.chopped(1) : line;
    const QList<QByteArray> first = lines.takeFirst().split(' ');
    if (first.size() != 3 || !first.at(2).startsWith("HTTP/1."))
        return refusal("400 Bad Request");
    // A page from elsewhere may bring a browser here by a name of its own (DNS rebinding).
    if (hostIn(lines) != "127.0.0.1:" + QByteArray::number(m_server->serverPort()))
        return refusal("400 Bad Request");
    const QByteArray &target = first.at(1);
    const qsizetype mark = target.indexOf('?');
    if ((mark < 0 ? target : target.first(mark)) != m_path)
        return refusal("404 Not Found");
    if (first.at(0) != "GET")
        return refusal("405 Method Not Allowed", "Allow: GET\r\n");
    return answerQuery(mark < 0 ? QByteArray() : target.sliced(mark + 1));
}

QByteArray LoopbackReturn::answerQuery(const QByteArray &query)
{
    if (!m_taken.isEmpty())
        return query == m_taken ? m_page : refusal("410 Gone");
    auto brought = read(query);
    const bool isExpected =
        brought && m_state && (m_state->isEmpty() || brought->state == *m_state);
    if (!isExpected)
        return refusal("400 Bad Request");
    m_taken = query;
    m_page = written(m_pageOf(*brought));
    m_brought = std::move(brought);
    return m_page;
}

} // namespace latchkey::net
