#include "net/sockets/exchange.h"

#include "base/alarm.h"
#include "base/log.h"
#include "net/sockets/networkerror.h"

#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace latchkey::net {

namespace {

/// Nobody asked for it. A refusal is told by its status, whatever its body is.
bool isPacked(const HttpReply &head)
{
    const QByteArray encoding = head.headers.value("Content-Encoding").trimmed().toLower();
    return head.status < 300 && !encoding.isEmpty() && encoding != "identity";
}

Error packed(const HttpReply &head)
{
    Error error = Error::of(Error::Kind::Protocol, u"replyPacked"_s);
    error.status = head.status;
    return error;
}

/// Over a proxy nobody sees from here which of the two says nothing.
Error notConnected(const QNetworkReply &reply)
{
    return Error::of(Error::Kind::Timeout,
                     goesOverProxy(reply) ? u"nothingOverProxy"_s : u"connectTimeout"_s);
}

} // namespace

Exchange::Exchange(QNetworkReply *reply, Terms terms, Alarm &alarm, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_terms(std::move(terms))
{
    m_since.start();

    if (m_terms.deadline.connect < m_terms.deadline.total) {
        m_connect = alarm.after(m_terms.deadline.connect);
        m_connect.then(this, [this](const Result<Nothing> &rang) {
            if (rang)
                abandon(notConnected(*m_reply));
        });
    }
    m_total = alarm.after(m_terms.deadline.total);
    m_total.then(this, [this](const Result<Nothing> &rang) {
        if (rang)
            abandon(Error::of(Error::Kind::Timeout, u"timeout"_s));
    });

    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_connect.cancel(); });
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::judgeCertificate);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        // Also told for a proxy's refusal, which is nobody's answer.
        if (m_isEnded || m_isAnswered || head().status < 100 || head().status == 407)
            return;
        m_connect.cancel();
        m_isAnswered = true;
        if (isPacked(head()))
            abandon(packed(head()));
        else
            Q_EMIT answered();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        if (!m_isEnded && m_isAnswered)
            Q_EMIT received();
    });
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        end(hasAnswer(*m_reply) ? Result<Nothing>(Nothing())
                                : failure(networkError(*m_reply, m_tlsErrors)));
    });
}

Exchange::~Exchange()
{
    m_isEnded = true;
    m_connect.cancel();
    m_total.cancel();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    // Its end is the request's, too. Not at once: we may be inside of what it tells, after which it
    // would go on with what had been aborted.
    m_reply->deleteLater();
}

HttpReply Exchange::head() const
{
    HttpReply head;
    head.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        head.headers.add(name, value);
    return head;
}

QByteArray Exchange::takeBytes()
{
    return m_reply->readAll();
}

void Exchange::abandon(const Error &error)
{
    const QPointer<QNetworkReply> reply = m_reply; // who hears of the end may delete us
    end(failure(error));
    if (reply)
        reply->abort();
}

void Exchange::judgeCertificate(const QList<QSslError> &errors)
{
    m_tlsErrors = errors;
    // The person vouched for this very certificate; that mends who signed it, and nothing else.
    const auto trusted = QSslCertificate::fromData(m_terms.trustedCertificate);
    const auto shown = m_reply->sslConfiguration().peerCertificate();
    if (!shown.isNull() && trusted.contains(shown) && isOnlyUntrusted(errors))
        m_reply->ignoreSslErrors(errors);
}

void Exchange::end(const Result<Nothing> &how)
{
    if (std::exchange(m_isEnded, true))
        return;
    m_connect.cancel();
    m_total.cancel();
    if (how) {
        qCInfo(logNet).noquote() << m_terms.name << head().status << m_since.elapsed() << "ms";
    } else {
        qCInfo(logNet).noquote() << m_terms.name << how.error() << m_since.elapsed() << "ms";
    }
    Q_EMIT ended(how);
}

} // namespace latchkey::net
