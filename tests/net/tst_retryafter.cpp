#include "net/retryafter.h"
#include "support/manualclock.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;

class RetryAfterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: none
        QTest::newRow("absent") << QByteArray() << qint64(-1);
        QTest::newRow("seconds") << QByteArray("7") << qint64(7000);
        QTest::newRow("none") << QByteArray("0") << qint64(0);
        QTest::newRow("absurd") << QByteArray("99999999999999999999") << qint64(3'600'000);
        QTest::newRow("a day") << QByteArray("86400") << qint64(3'600'000);
        QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
        QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
        // The manual clock stands at 2027-01-15T08:00:00Z.
        QTest::newRow("date") << QByteArray("Fri, 15 Jan 2027 08:00:30 GMT") << qint64(30'000);
        QTest::newRow("past") << QByteArray("Fri, 15 Jan 2027 07:00:30 GMT") << qint64(0);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, milliseconds);
        HttpReply reply;
        if (!text.isEmpty())
            reply.headers.add("retry-after", text);
        const auto read = net::retryAfter(reply, test::ManualClock().now());
        QCOMPARE(read ? qint64(read->count()) : qint64(-1), milliseconds);
    }
};

LATCHKEY_TEST(RetryAfterTest)

#include "tst_retryafter.moc"
