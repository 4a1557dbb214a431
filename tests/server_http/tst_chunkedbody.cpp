#include "server/http/parser.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey::server::http;

class ChunkedBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesApart()
    {
        const std::string wire = "4\r\nWiki\r\n6\r\npedia \r\nA\r\n0123456789\r\n0\r\n\r\n";
        for (std::size_t step = 1; step <= wire.size(); ++step) {
            ChunkedBody chunks;
            std::string body;
            std::string waiting;
            HeadResult result;
            for (std::size_t from = 0; from < wire.size(); from += step) {
                waiting += wire.substr(from, step);
                std::size_t taken = 0;
                result = chunks.feed(waiting, taken, body, 1000);
                waiting.erase(0, taken);
            }
            QCOMPARE(result.outcome, Outcome::Complete);
            QVERIFY(body == "Wikipedia 0123456789" && waiting.empty());
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<int>("status");
        QTest::newRow("no digit") << QByteArray("x\r\n") << 400;
        QTest::newRow("no size") << QByteArray("\r\n") << 400;
        QTest::newRow("sign") << QByteArray("+4\r\n") << 400;
        QTest::newRow("0x") << QByteArray("0x4\r\n") << 400;
        QTest::newRow("space") << QByteArray("4 \r\n") << 400;
        QTest::newRow("extension") << QByteArray("4;a=b\r\nWiki\r\n") << 400;
        QTest::newRow("bare LF") << QByteArray("4\nWiki\r\n") << 400;
        QTest::newRow("too long a line") << QByteArray("00000000000004") << 400;
        QTest::newRow("no end of content") << QByteArray("4\r\nWikiX") << 400;
        QTest::newRow("trailer") << QByteArray("0\r\nX: a\r\n\r\n") << 400;
        QTest::newRow("too large") << QByteArray("400\r\n") << 413;
        QTest::newRow("too large in sum") << QByteArray("4\r\nWiki\r\n3E5\r\n") << 413;
    }

    void refuses()
    {
        QFETCH(QByteArray, wire);
        QFETCH(int, status);
        ChunkedBody chunks;
        std::size_t taken = 0;
        std::string body;
        const auto result = chunks.feed({wire.data(), std::size_t(wire.size())}, taken, body, 1000);
        QCOMPARE(result.outcome, Outcome::Bad);
        QCOMPARE(result.status, status);
    }
};

LATCHKEY_TEST(ChunkedBodyTest)

#include "tst_chunkedbody.moc"
