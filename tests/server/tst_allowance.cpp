#include "member.h"
#include "server/ratebuckets.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto health = "/temporal/v2/systems/check";

/// A server that lets each address ask three times, and in a thousand seconds once more.
Stand slow()
{
    return Stand([](server::ServerConfig &config) {
        config.rate = {.perSecond = 0.001, .burst = 3, .countsLoopback = true};
        config.loops = 1;
    });
}

Answer asked(const Stand &stand, const QByteArray &path)
{
    return Browser(stand.port()).ask("GET", path);
}

} // namespace

/// What Temporal's answers say of how much more may be asked.
class AllowanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachAnswerSaysWhatIsLeft()
    {
        const Stand stand = slow();
        int left = 3;
        // Also where it refuses, and where no path is meant.
        for (const auto &[path, status] :
             {std::pair(health, 200), std::pair("/temporal/v2/account/usage", 401),
              std::pair("/temporal/v2/nowhere", 404)}) {
            const Answer answer = asked(stand, path);
            QCOMPARE(answer.status, status);
            QCOMPARE(answer.field("X-RateLimit-Limit"), QByteArray("3"));
            QCOMPARE(answer.field("X-RateLimit-Remaining").toInt(), --left);
            QCOMPARE(answer.field("Vary"), QByteArray("Origin"));
            QVERIFY(!answer.field("X-Request-Id").isEmpty());
            const qint64 away = answer.field("X-RateLimit-Reset").toLongLong() -
                                std::chrono::floor<std::chrono::seconds>(stand.clock.now())
                                    .time_since_epoch()
                                    .count();
            // Within what the test itself takes.
            QVERIFY2(away > 1000 * (3 - left) - 60 && away <= 1000 * (3 - left) + 1,
                     qPrintable(QString::number(away)));
        }
    }

    void whoAsksTooOftenIsToldInItsWords()
    {
        const Stand stand = slow();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(asked(stand, health).status, 200);
        for (const char *path : {health, "/temporal/v2/auth/login", "/temporal/v2/nowhere"}) {
            const Answer refused = asked(stand, path);
            QCOMPARE(refused.status, 429);
            QCOMPARE(refused.field("Content-Type"), QByteArray("text/plain"));
            QCOMPARE(refused.body, QByteArray("Limit exceeded"));
            QCOMPARE(refused.field("X-RateLimit-Remaining"), QByteArray("0"));
            QCOMPARE(refused.field("Vary"), QByteArray("Origin"));
        }
    }

    void othersSayNothingOfIt()
    {
        const Stand stand = slow();
        for (const char *path : {"/v1/server", "/oneshot/", "/aurora/nowhere"})
            QCOMPARE(asked(stand, path).field("X-RateLimit-Limit"), QByteArray());
    }

    void whatIsLeftIsWhatCanBeTaken()
    {
        server::RateBuckets buckets({.perSecond = 2, .burst = 4, .places = 10});
        const auto now = std::chrono::steady_clock::now();
        const std::string ada = "192.0.2.1";
        QCOMPARE(buckets.standing(ada, now).left, 4);
        QCOMPARE(buckets.standing(ada, now).untilWhole, 0ms);
        for (int left = 3; left >= 0; --left) {
            QVERIFY(!buckets.take(ada, now));
            const auto standing = buckets.standing(ada, now);
            QCOMPARE(standing.most, 4);
            QCOMPARE(standing.left, left);
            QCOMPARE(standing.untilWhole, 500ms * (4 - left));
        }
        QVERIFY(buckets.take(ada, now));
        QCOMPARE(buckets.standing(ada, now + 1s).left, 2);
        QCOMPARE(buckets.standing(ada, now + 1h).left, 4);
        QCOMPARE(buckets.standing("192.0.2.2", now).left, 4);
        // Who is on this machine is not counted.
        QVERIFY(!buckets.take("127.0.0.1", now));
        QCOMPARE(buckets.standing("127.0.0.1", now).left, 4);
    }
};

LATCHKEY_TEST(AllowanceTest)

#include "tst_allowance.moc"
