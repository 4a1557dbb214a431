#include "net/sockets/networkerror.h"
#include "net/sockets/networktransport.h"
#include "support/manualalarm.h"
#include "support/scriptedserver.h"
#include "support/selfsigned.h"
#include "support/testrunner.h"
#include "support/tlsserver.h"

#include <QSslCertificate>
#include <QSslError>
#include <QTest>

using namespace latchkey;
using namespace latchkey::net;
using namespace Qt::StringLiterals;
using test::TlsServer;

class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = test::SelfSigned::forAddress("127.0.0.1");
        m_certificate = made.certificate;
        m_key = made.key;
    }

    void refusesACertificateNobodyVouchesFor()
    {
        const TlsServer server(m_certificate, m_key);
        const auto end = send({.base = server.url(u"127.0.0.1"_s)});
        QVERIFY(!end);
        QCOMPARE(end.error().code, u"tlsSelfSigned"_s);
        QCOMPARE(end.error().kind, Error::Kind::Network);
        const auto print = QSslCertificate(m_certificate).digest(QCryptographicHash::Sha256);
        const QString expected = QString::fromLatin1(print.toHex(':').toUpper());
        QVERIFY(end.error().detail.startsWith(u"sha256 "_s + expected));
    }

    void takesTheOneThePersonVouchesFor()
    {
        const TlsServer server(m_certificate, m_key);
        const auto end = send({.base = server.url(u"127.0.0.1"_s),
                               .trustedCertificate = m_certificate});
        QVERIFY(end);
        QCOMPARE(end->body, QByteArray("ok"));
    }

    void takesItForItsOwnNameOnly()
    {
        const TlsServer server(m_certificate, m_key);
        const auto end = send({.base = server.url(u"localhost"_s),
                               .trustedCertificate = m_certificate});
        QVERIFY(!end);
        QCOMPARE(end.error().code, u"tlsHostMismatch"_s);
    }

    void knowsAServerThatSpeaksNoTls()
    {
        test::ScriptedServer plain;
        QUrl url = plain.url();
        url.setScheme(u"https"_s);
        QObject::connect(&plain, &QObject::destroyed, [] {});
        Error error;
        test::ManualAlarm alarm;
        NetworkTransport transport({.base = url}, alarm);
        transport.send({.path = "/"}, {}).then(this, [&](const auto &r) { error = r.error(); });
        QTRY_COMPARE(plain.openConnections(), 1);
        plain.push("220 mail.example ready\r\n");
        QTRY_COMPARE(error.code, u"tlsFailed"_s);
    }

    void sortsFlaws_data()
    {
        QTest::addColumn<QList<QSslError::SslError>>("errors");
        QTest::addColumn<QString>("code");
        using List = QList<QSslError::SslError>;
        QTest::newRow("expired") << List{QSslError::CertificateExpired} << u"tlsExpired"_s;
        QTest::newRow("early") << List{QSslError::CertificateNotYetValid} << u"tlsNotYetValid"_s;
        QTest::newRow("host") << List{QSslError::HostNameMismatch} << u"tlsHostMismatch"_s;
        QTest::newRow("own") << List{QSslError::SelfSignedCertificate} << u"tlsSelfSigned"_s;
        QTest::newRow("chain") << List{QSslError::SelfSignedCertificateInChain}
                               << u"tlsSelfSigned"_s;
        QTest::newRow("issuer") << List{QSslError::UnableToGetLocalIssuerCertificate}
                                << u"tlsUntrusted"_s;
        QTest::newRow("revoked") << List{QSslError::CertificateRevoked} << u"tlsRevoked"_s;
        QTest::newRow("other") << List{QSslError::CertificateSignatureFailed} << u"tlsFailed"_s;
        QTest::newRow("gravest first")
                << List{QSslError::SelfSignedCertificate, QSslError::HostNameMismatch,
                        QSslError::CertificateExpired}
                << u"tlsExpired"_s;
    }

    void sortsFlaws()
    {
        QFETCH(QList<QSslError::SslError>, errors);
        QFETCH(QString, code);
        QList<QSslError> list;
        for (const auto error : errors)
            list << QSslError(error);
        QCOMPARE(tlsError(list).code, code);
        const bool isTrust = code == u"tlsSelfSigned"_s || code == u"tlsUntrusted"_s;
        QCOMPARE(isOnlyUntrusted(list), isTrust);
    }

private:
    Result<HttpReply> send(const NetworkSettings &settings)
    {
        test::ManualAlarm alarm;
        NetworkTransport transport(settings, alarm);
        std::optional<Result<HttpReply>> end;
        transport.send({.path = "/"}, {}).then(this, [&](const auto &reply) { end = reply; });
        if (!QTest::qWaitFor([&] { return end.has_value(); }))
            return failure(Error::of(Error::Kind::Timeout, u"no end"_s));
        return *end;
    }

    QByteArray m_certificate;
    QByteArray m_key;
};

LATCHKEY_TEST(TlsTest)

#include "tst_tls.moc"
