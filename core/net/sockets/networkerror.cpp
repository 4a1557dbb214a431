#include "net/sockets/networkerror.h"

#include <QNetworkAccessManager>
#include <QNetworkInformation>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace latchkey::net {

namespace {

// In the order in which a person needs to know: the first that applies is the one told.
enum class Flaw { Revoked, Expired, NotYetValid, HostMismatch, SelfSigned, Untrusted, Other };

Flaw flawOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Flaw::Revoked;
    case QSslError::CertificateExpired:
        return Flaw::Expired;
    case QSslError::CertificateNotYetValid:
        return Flaw::NotYetValid;
    case QSslError::HostNameMismatch:
        return Flaw::HostMismatch;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Flaw::SelfSigned;
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Flaw::Untrusted;
    default:
        return Flaw::Other;
    }
}

QString codeOf(Flaw flaw)
{
    switch (flaw) {
    case Flaw::Revoked:
        return u"tlsRevoked"_s;
    case Flaw::Expired:
        return u"tlsExpired"_s;
    case Flaw::NotYetValid:
        return u"tlsNotYetValid"_s;
    case Flaw::HostMismatch:
        return u"tlsHostMismatch"_s;
    case Flaw::SelfSigned:
        return u"tlsSelfSigned"_s;
    case Flaw::Untrusted:
        return u"tlsUntrusted"_s;
    case Flaw::Other:
        return u"tlsFailed"_s;
    }
    Q_UNREACHABLE();
}

bool isDisconnected()
{
    const auto *network = QNetworkInformation::instance();
    return network && network->reachability() == QNetworkInformation::Reachability::Disconnected;
}

Error unreachable(const QString &code, const QString &detail)
{
    return Error::of(Error::Kind::Network, isDisconnected() ? u"offline"_s : code, detail);
}

} // namespace

bool goesOverProxy(const QNetworkReply &reply)
{
    QNetworkProxyFactory *const factory = reply.manager()->proxyFactory();
    if (!factory)
        return false;
    const auto proxies = factory->queryProxy(QNetworkProxyQuery(reply.url()));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

bool hasAnswer(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 100 || status == 407)
        return false;
    const auto error = reply.error();
    // Qt makes an error of each status from 400 on; only these are made that way.
    const bool saysContent = error >= QNetworkReply::ContentAccessDenied &&
                             error <= QNetworkReply::UnknownContentError &&
                             error != QNetworkReply::ContentReSendError;
    const bool saysServer =
        error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError;
    const bool saysBadRequest =
        error == QNetworkReply::ProtocolInvalidOperationError && status >= 400;
    // 307 and 308 ask for the same body once more, and Qt looks whether it could before it asks
    // whether it should.
    const bool saysElsewhere =
        error == QNetworkReply::ContentReSendError && (status == 307 || status == 308);
    return saysElsewhere || error == QNetworkReply::NoError || saysContent || saysServer ||
           saysBadRequest;
}

Error networkError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors)
{
    using Kind = Error::Kind;
    const QString detail = reply.errorString();
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return unreachable(u"unknownHost"_s, detail);
    case QNetworkReply::ConnectionRefusedError:
        return Error::of(Kind::Network, u"connectionRefused"_s, detail);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return Error::of(Kind::Network, u"connectionLost"_s, detail);
    case QNetworkReply::TimeoutError:
        return Error::of(Kind::Timeout, u"timeout"_s, detail);
    case QNetworkReply::OperationCanceledError:
        return Error::of(Kind::Cancelled, u"cancelled"_s, detail);
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return Error::of(Kind::Network, u"offline"_s, detail);
    case QNetworkReply::SslHandshakeFailedError:
        return tlsErrors.isEmpty() ? Error::of(Kind::Network, u"tlsFailed"_s, detail)
                                   : tlsError(tlsErrors);
    case QNetworkReply::ProxyConnectionRefusedError:
        return Error::of(Kind::Network, u"proxyRefused"_s, detail);
    case QNetworkReply::ProxyConnectionClosedError:
        return Error::of(Kind::Network, u"proxyLost"_s, detail);
    case QNetworkReply::ProxyNotFoundError:
        return unreachable(u"proxyUnknownHost"_s, detail);
    case QNetworkReply::ProxyTimeoutError:
        return Error::of(Kind::Timeout, u"proxyTimeout"_s, detail);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Error::of(Kind::Network, u"proxyAuthenticationRequired"_s, detail);
    case QNetworkReply::UnknownProxyError:
        return Error::of(Kind::Network, u"proxyRefused"_s, detail);
    case QNetworkReply::UnknownNetworkError:
        // A refused proxy ends here too when it is noticed before the request is on its way.
        return goesOverProxy(reply) ? Error::of(Kind::Network, u"proxyRefused"_s, detail)
                                    : unreachable(u"unreachable"_s, detail);
    default:
        return Error::of(Kind::Protocol, u"notHttp"_s, detail);
    }
}

Error tlsError(const QList<QSslError> &errors)
{
    Flaw gravest = Flaw::Other;
    QSslCertificate certificate;
    QString words;
    for (const QSslError &error : errors) {
        const Flaw flaw = flawOf(error.error());
        if (words.isEmpty() || flaw < gravest) {
            gravest = flaw;
            words = error.errorString();
        }
        if (!error.certificate().isNull() && certificate.isNull())
            certificate = error.certificate();
    }
    if (!certificate.isNull()) {
        const QByteArray print = certificate.digest(QCryptographicHash::Sha256).toHex(':');
        words = "sha256 "_L1 + QString::fromLatin1(print.toUpper()) + "; "_L1 + words;
    }
    return Error::of(Error::Kind::Network, codeOf(gravest), words);
}

bool isOnlyUntrusted(const QList<QSslError> &errors)
{
    return std::ranges::all_of(errors, [](const QSslError &error) {
        const Flaw flaw = flawOf(error.error());
        return flaw == Flaw::SelfSigned || flaw == Flaw::Untrusted;
    });
}

} // namespace latchkey::net
