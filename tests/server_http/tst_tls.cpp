#include "client.h"
#include "server/http/engine.h"
#include "support/selfsigned.h"
#include "support/testrunner.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server::http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QByteArray request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr int patience = 5'000; // ms

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                : QString();
}

/// Answers everything with the same body over TLS.
class Server
{
public:
    explicit Server(std::string body = "safe")
        : m_made(test::SelfSigned::forAddress("127.0.0.1"))
        , engine({.listen = {{"127.0.0.1", 0}},
                  .certificate = {written(m_folder, u"cert"_s, m_made.certificate).toStdString(),
                                  written(m_folder, u"key"_s, m_made.key).toStdString()},
                  .limits = limits()},
                 {.onRequest = [body](const Request &, const Responder &responder) {
                     Response response;
                     response.body = body;
                     responder.send(response);
                 }})
    {
        const std::string trouble = engine.start();
        if (!trouble.empty())
            qFatal("%s", trouble.c_str());
    }

    quint16 port() const { return engine.listening().front().port; }

private:
    static Limits limits()
    {
        Limits limits;
        limits.handshakeTime = 150ms;
        limits.sweep = 20ms;
        return limits;
    }

    QTemporaryDir m_folder;
    test::SelfSigned m_made;

public:
    Engine engine;
};

class Browser : public QSslSocket
{
public:
    bool reach(quint16 port)
    {
        setPeerVerifyMode(QSslSocket::VerifyNone);
        connectToHostEncrypted(u"127.0.0.1"_s, port);
        return waitForEncrypted(patience);
    }

    QByteArray readFully(qsizetype size)
    {
        QByteArray all;
        while (all.size() < size && (bytesAvailable() || waitForReadyRead(patience)))
            all += readAll();
        return all;
    }
};

} // namespace

class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOverTls()
    {
        const Server server;
        Browser browser;
        QVERIFY(browser.reach(server.port()));
        for (int i = 0; i < 2; ++i) {
            browser.write(request);
            QByteArray answer;
            while (!answer.endsWith("safe") && browser.waitForReadyRead(patience))
                answer += browser.readAll();
            QVERIFY(answer.startsWith("HTTP/1.1 200 "));
        }
    }

    void answersAllOfSeveralAtOnce()
    {
        const Server server;
        Browser browser;
        QVERIFY(browser.reach(server.port()));
        browser.write(request.repeated(20));
        QByteArray answers;
        while (answers.count("safe") < 20 && browser.waitForReadyRead(patience))
            answers += browser.readAll();
        QCOMPARE(answers.count("HTTP/1.1 200 "), 20);
    }

    void sendsMoreThanASocketHolds()
    {
        constexpr std::size_t size = 8 * 1024 * 1024;
        const Server server(std::string(size, 'x'));
        Browser browser;
        QVERIFY(browser.reach(server.port()));
        browser.write(request);
        QVERIFY(browser.readFully(qsizetype(size)).size() >= qsizetype(size));
    }

    void speaksNoOldTls()
    {
        const Server server;
        Browser browser;
        QSslConfiguration old;
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        old.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        browser.setSslConfiguration(old);
        QVERIFY(!browser.reach(server.port()));
    }

    void hangsUpOnPlainText()
    {
        const Server server;
        test::Client client(server.port());
        client.send(request.toStdString());
        const std::string rest = client.rest();
        QVERIFY(client.isClosed());
        QVERIFY(!rest.starts_with("HTTP/"));
    }

    void doesNotWaitForAHandshakeThatNeverComes()
    {
        const Server server;
        test::Client client(server.port());
        client.rest();
        QVERIFY(client.isClosed());
    }

    void saysWhichFileItCanNotUse()
    {
        Engine engine({.listen = {{"127.0.0.1", 0}},
                       .certificate = {"/nowhere/cert.pem", "/nowhere/key.pem"}},
                      {});
        const std::string trouble = engine.start();
        QVERIFY2(trouble.find("/nowhere/cert.pem") != std::string::npos, trouble.c_str());
    }
};

LATCHKEY_TEST(TlsTest)
#include "tst_tls.moc"
