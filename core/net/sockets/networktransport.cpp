#include "net/sockets/networktransport.h"

#include "net/outgoing.h"
#include "net/sockets/exchange.h"
#include "net/sockets/proxyfactory.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace latchkey::net {

namespace {

/// A body that can be read once. Qt sends a request again by itself when its connection breaks
/// before the answer, also a change that the server may have carried out; it does so only where it
/// can rewind the body. Not a QBuffer: whose bytes Qt takes without asking.
class OneWayBody final : public QIODevice
{
public:
    explicit OneWayBody(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(ReadOnly | Unbuffered);
    }
    ~OneWayBody() override { wipe(m_bytes); }

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const auto count = std::min<qint64>(most, m_bytes.size() - m_read);
        if (count == 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_read, count, into);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_read = 0;
};

/// How much body is to come; 0 where nobody says.
qint64 promisedBy(const HttpReply &head)
{
    const bool hasBody = head.status != 204 && head.status != 304;
    return hasBody ? head.headers.value("Content-Length").toLongLong() : 0;
}

/// A connection that ends in the middle of a body is an error to Qt only where it ends with one.
bool isCutShort(const HttpReply &reply)
{
    return reply.body.size() < promisedBy(reply);
}

/// What ends a line ends a header, and begins whatever the other side wrote after it: it comes from
/// tokens and versions that a server told.
bool isOneLine(const HttpHeaders &headers)
{
    return std::ranges::none_of(headers.fields(), [](const HttpHeaders::Field &field) {
        return std::ranges::any_of(field.second,
                                   [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    });
}

/// What of a path may be logged: its words and versions. Any other part may be an id, and on some
/// wires a code or a token.
bool isWord(const QByteArray &part)
{
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    const bool isVersion = part.size() <= 3 && part.startsWith('v');
    return part.size() <= 32 && (isVersion || std::ranges::all_of(part, isPlain));
}

class NetworkStream final : public HttpStream
{
public:
    NetworkStream(QNetworkAccessManager *access, std::unique_ptr<Exchange> exchange)
        : m_access(access)
        , m_exchange(std::move(exchange))
    {
        connect(m_exchange.get(), &Exchange::answered, this, [this] {
            m_exchange->liftDeadline();
            Q_EMIT answered(m_exchange->head());
        });
        connect(m_exchange.get(), &Exchange::received, this,
                [this] { Q_EMIT received(m_exchange->takeBytes()); });
        connect(m_exchange.get(), &Exchange::ended, this, &HttpStream::ended);
    }

    ~NetworkStream() override
    {
        m_exchange.reset();
        if (m_access)
            m_access->deleteLater();
    }

private:
    // One of its own: streams that never end would use up the six connections of the shared one.
    QPointer<QNetworkAccessManager> m_access;
    std::unique_ptr<Exchange> m_exchange;
};

/// Of what was never sent.
class RefusedStream final : public HttpStream
{
public:
    explicit RefusedStream(const Error &why)
    {
        QMetaObject::invokeMethod(
            this, [this, why] { Q_EMIT ended(failure(why)); }, Qt::QueuedConnection);
    }
};

QNetworkAccessManager *makeAccess(const NetworkSettings &settings, QObject *parent)
{
    auto *access = new QNetworkAccessManager(parent);
    access->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    apply(settings.proxy, *access);
    return access;
}

/// Qt does not tell when a change without a body is on its way, so nothing would end the time to
/// connect before the answer is here.
Deadline deadlineFor(const HttpRequest &request, const Deadline &asked)
{
    const bool isTold = request.method == HttpMethod::Get || !request.body.isEmpty();
    return isTold ? asked : Deadline{.connect = asked.total, .total = asked.total};
}

Error tooLarge(qsizetype limit)
{
    return Error::of(Error::Kind::Protocol, u"replyTooLarge"_s,
                     QString::number(limit) + " bytes are the limit"_L1);
}

} // namespace

bool NetworkTransport::isUsable(const QUrl &base)
{
    return base.isValid() && (base.scheme() == "http"_L1 || base.scheme() == "https"_L1) &&
           !base.host().isEmpty() && base.userInfo().isEmpty() && !base.hasQuery() &&
           !base.hasFragment();
}

NetworkTransport::NetworkTransport(NetworkSettings settings, Alarm &alarm, QObject *parent)
    : ServerTransport(parent)
    , m_settings(std::move(settings))
    , m_alarm(alarm)
    , m_access(makeAccess(m_settings, this))
{}

NetworkTransport::~NetworkTransport()
{
    // Before the access goes, which would end the replies under the exchanges' feet.
    qDeleteAll(findChildren<Exchange *>(Qt::FindDirectChildrenOnly));
}

void NetworkTransport::setProxy(const ProxySettings &proxy)
{
    if (isSame(m_settings.proxy, proxy))
        return;
    m_settings.proxy = proxy;
    // Another access: this one keeps its connections, and who it is at the proxy. What is under way
    // there may end.
    retire(std::exchange(m_access, makeAccess(m_settings, this)));
    const auto streams = std::exchange(m_streams, {});
    for (const QPointer<HttpStream> &stream : streams) {
        if (stream)
            Q_EMIT stream->ended(failure(Error::of(Error::Kind::Network, u"connectionLost"_s)));
    }
}

void NetworkTransport::retire(QNetworkAccessManager *access)
{
    const auto replies = access->findChildren<QNetworkReply *>();
    if (replies.isEmpty()) {
        access->deleteLater();
        return;
    }
    for (QNetworkReply *reply : replies) {
        connect(
            reply, &QObject::destroyed, this,
            [this, old = QPointer(access)] {
                if (old)
                    retire(old);
            },
            Qt::QueuedConnection);
    }
}

Call<HttpReply> NetworkTransport::send(const HttpRequest &request, const Deadline &deadline)
{
    Q_ASSERT(request.path.startsWith('/'));
    if (const auto may = mustBeSendable(request); !may)
        return Call<HttpReply>::finished(failure(may.error()));
    auto *exchange = new Exchange(
        start(*m_access, request),
        {pathOf(request), m_settings.trustedCertificate, deadlineFor(request, deadline)}, m_alarm,
        this);
    const CallSource<HttpReply> source;
    source.onCancel([exchange = QPointer(exchange)] { delete exchange; });

    connect(exchange, &Exchange::answered, exchange, [exchange, limit = m_settings.replyLimit] {
        if (promisedBy(exchange->head()) > limit)
            exchange->abandon(tooLarge(limit));
    });
    const auto body = std::make_shared<QByteArray>();
    const auto collect = [exchange, body, limit = m_settings.replyLimit] {
        body->append(exchange->takeBytes());
        if (body->size() > limit)
            exchange->abandon(tooLarge(limit));
    };
    connect(exchange, &Exchange::received, exchange, collect);
    connect(exchange, &Exchange::ended, exchange,
            [exchange, body, source, limit = m_settings.replyLimit](const Result<Nothing> &how) {
                Result<HttpReply> reply = exchange->head();
                if (how) {
                    reply->body = *body + exchange->takeBytes();
                    if (reply->body.size() > limit)
                        reply = failure(tooLarge(limit));
                    else if (isCutShort(*reply))
                        reply = failure(Error::of(Error::Kind::Network, u"connectionLost"_s));
                } else {
                    reply = failure(how.error());
                }
                source.finish(std::move(reply));
                exchange->deleteLater();
            });
    return source.call();
}

std::unique_ptr<HttpStream> NetworkTransport::open(const HttpRequest &request,
                                                   const Deadline &deadline)
{
    Q_ASSERT(request.path.startsWith('/'));
    if (const auto may = mustBeSendable(request); !may)
        return std::make_unique<RefusedStream>(may.error());
    auto *access = makeAccess(m_settings, this);
    auto exchange = std::make_unique<Exchange>(
        start(*access, request),
        Exchange::Terms{pathOf(request), m_settings.trustedCertificate, deadline}, m_alarm,
        nullptr);
    auto stream = std::make_unique<NetworkStream>(access, std::move(exchange));
    m_streams.removeIf([](const QPointer<HttpStream> &one) { return !one; });
    m_streams << stream.get();
    return stream;
}

Result<Nothing> NetworkTransport::mustBeSendable(const HttpRequest &request) const
{
    if (!isUsable(m_settings.base))
        return failure(Error::of(Error::Kind::Network, u"unusableAddress"_s));
    if (!isOneLine(request.headers))
        return failure(Error::of(Error::Kind::Protocol, u"headerUnusable"_s));
    return Nothing();
}

QNetworkRequest NetworkTransport::toNetworkRequest(const HttpRequest &request) const
{
    QUrl url = m_settings.base;
    QString prefix = url.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setPath(prefix + QString::fromLatin1(request.path), QUrl::StrictMode);
    if (!request.query.isEmpty())
        url.setQuery(QString::fromLatin1(request.query), QUrl::StrictMode);

    QNetworkRequest out(url);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setRawHeader("User-Agent", m_settings.userAgent);
    // Else Qt unpacks, and what was never packed becomes bytes that nobody sent.
    out.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : request.headers.fields())
        out.setRawHeader(name, value);
    if (!m_settings.trustedCertificate.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(m_settings.trustedCertificate));
        out.setSslConfiguration(tls);
    }
    return out;
}

QNetworkReply *NetworkTransport::start(QNetworkAccessManager &access,
                                       const HttpRequest &request) const
{
    const QNetworkRequest out = toNetworkRequest(request);
    if (request.method == HttpMethod::Get)
        return access.get(out);
    auto *body = new OneWayBody(request.body);
    QNetworkReply *reply = access.sendCustomRequest(out, toBytes(request.method), body);
    body->setParent(reply);
    return reply;
}

QByteArray NetworkTransport::pathOf(const HttpRequest &request) const
{
    QByteArrayList parts = request.path.split('/');
    for (QByteArray &part : parts) {
        if (!isWord(part))
            part = "*";
    }
    return toBytes(request.method) + ' ' + parts.join('/');
}

} // namespace latchkey::net
