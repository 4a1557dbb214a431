#include "server/openid/webaddress.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey::server;
using namespace Qt::StringLiterals;

class WebAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSafe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::newRow("https") << u"https://id.example.org"_s << u"id.example.org"_s;
        QTest::newRow("port, path, query")
            << u"https://id.example.org:8443/a/b%20c?p=1&q=%2F"_s << u"id.example.org"_s;
        QTest::newRow("this computer") << u"http://127.0.0.1:8080/realm"_s << u"127.0.0.1"_s;
        QTest::newRow("by name") << u"http://localhost:1"_s << u"localhost"_s;
        QTest::newRow("sixth version") << u"http://[::1]:80/x"_s << u"::1"_s;
    }
    void isSafe()
    {
        QFETCH(QString, text);
        const auto address = WebAddress::parse(text);
        QVERIFY(address && address->isSafe());
        QTEST(address->host, "host");
        QCOMPARE(address->hasQuery, text.contains(u'?'));
    }

    void isNot_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "id.example.org",
                                 "http://id.example.org",
                                 "http://127.0.0.1.example.org",
                                 "http://localhost.example.org",
                                 "http://127.1",
                                 "http://[::2]/",
                                 "ftp://127.0.0.1",
                                 "file:///etc/passwd",
                                 "HTTPS://id.example.org",
                                 "https://",
                                 "https:///path",
                                 "https://ada@id.example.org",
                                 "http://127.0.0.1@example.org",
                                 "http://127.0.0.1\\@example.org",
                                 "http://localhost#@example.org",
                                 "https://id.example.org/#fragment",
                                 "https://id.example.org/a b",
                                 "https://id.example.org/\n",
                                 "https://id.example.org\n",
                                 "https://id.example.org:123456/",
                                 "https://id.ex\xC3\xA4mple.org"}) {
            QTest::newRow(QByteArray(text).replace('\n', "|").constData())
                << QString::fromUtf8(text);
        }
        QTest::newRow("long") << QString(u"https://id.example.org/"_s + QString(2000, u'a'));
        QTest::newRow("a zero") << QString(u"https://id.example.org/"_s + QChar(0) + u"a"_s);
    }
    void isNot()
    {
        QFETCH(QString, text);
        const auto address = WebAddress::parse(text);
        QVERIFY(!address || !address->isSafe());
    }
};

LATCHKEY_TEST(WebAddressTest)

#include "tst_webaddress.moc"
