#include "net/sockets/certificate.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslCertificate>

namespace latchkey::net {

using namespace Qt::StringLiterals;

namespace {

Timestamp momentOf(const QDateTime &time)
{
    return Timestamp(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString named(const QSslCertificate &certificate, bool subject)
{
    const auto part = [&](QSslCertificate::SubjectInfo what) {
        return (subject ? certificate.subjectInfo(what) : certificate.issuerInfo(what))
            .join(u", "_s);
    };
    const QString name = part(QSslCertificate::CommonName);
    return name.isEmpty() ? part(QSslCertificate::Organization) : name;
}

} // namespace

ServerCertificate described(const QSslCertificate &certificate)
{
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    return {.pem = certificate.toPem(),
            .subject = named(certificate, true),
            .issuer = named(certificate, false),
            .validFrom = momentOf(certificate.effectiveDate()),
            .validUntil = momentOf(certificate.expiryDate()),
            .fingerprint = QString::fromLatin1(digest)};
}

std::optional<ServerCertificate> certificateFrom(const QByteArray &pem)
{
    const QSslCertificate certificate(pem);
    return certificate.isNull() ? std::nullopt : std::optional(described(certificate));
}

} // namespace latchkey::net
