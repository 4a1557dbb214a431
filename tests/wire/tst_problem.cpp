#include "support/testrunner.h"
#include "wire/problem.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;

class ProblemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItReads()
    {
        Error error = Error::of(Error::Kind::RateLimited, u"tooManyAttempts"_s);
        error.status = 429;
        error.retryAfter = std::chrono::seconds(17);
        error.requestId = u"r1"_s;
        const HttpReply reply = writeProblem(error);
        QCOMPARE(reply.headers.value("Retry-After"), "17");
        QCOMPARE(readProblem(reply), error);
    }

    void waitsNoLongerThanADay_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<int>("seconds");
        QTest::newRow("plain") << QByteArray("90") << 90;
        QTest::newRow("longest") << QByteArray("9223372036854775807") << 86400;
        QTest::newRow("before now") << QByteArray("-9223372036854775808") << 0;
    }

    void waitsNoLongerThanADay()
    {
        QFETCH(QByteArray, asked);
        QFETCH(int, seconds);
        const Error error =
            readProblem({.status = 429,
                         .headers = {{"Content-Type", "application/problem+json"}},
                         .body = R"({"code":"tooManyAttempts","retryAfter":)" + asked + '}'});
        QCOMPARE(error.retryAfter.value().count(), seconds);
    }

    void waitsUntilADate_data()
    {
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("seconds") << QByteArray("30") << qint64(30);
        QTest::newRow("date") << QByteArray("Fri, 15 Jan 2027 08:01:30 GMT") << qint64(90);
        QTest::newRow("past") << QByteArray("Fri, 15 Jan 2027 07:00:00 GMT") << qint64(0);
        QTest::newRow("next year") << QByteArray("Sat, 15 Jan 2028 08:00:00 GMT") << qint64(86400);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
    }

    /// By the server's own clock: this computer's may be wrong.
    void waitsUntilADate()
    {
        QFETCH(QByteArray, until);
        HttpReply reply{
            .status = 503,
            .headers = {{"Date", "Fri, 15 Jan 2027 08:00:00 GMT"}, {"Retry-After", until}}};
        const auto wait = readProblem(reply).retryAfter;
        QTEST(wait ? qint64(wait->count()) : -1, "seconds");
        reply.headers = {{"Retry-After", "Fri, 15 Jan 2027 08:01:30 GMT"}};
        QVERIFY(!readProblem(reply).retryAfter);
    }

    void tellsUnreadableFromUnacceptable()
    {
        QCOMPARE(problemStatus(Error::rejected(u"wrongType"_s, {})), 400);
        QCOMPARE(problemStatus(Error::rejected(u"passwordTooWeak"_s, {})), 422);
        QCOMPARE(problemStatus(Error::of(Error::Kind::Conflict, u"changedMeanwhile"_s)), 412);
    }

    void understandsWhatStandsInBetween_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("proxy page") << 502 << int(Error::Kind::Server);
        QTest::newRow("redirect") << 302 << int(Error::Kind::Protocol);
        QTest::newRow("teapot") << 418 << int(Error::Kind::Rejected);
        QTest::newRow("unauthorized") << 401 << int(Error::Kind::Unauthorized);
    }

    void understandsWhatStandsInBetween()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        const Error error = readProblem({.status = status,
                                         .headers = {{"Content-Type", "text/html"}},
                                         .body = "<html>no</html>"});
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.status, status);
    }
};

LATCHKEY_TEST(ProblemTest)

#include "tst_problem.moc"
