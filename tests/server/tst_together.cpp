#include "server/passwordhashing.h"
#include "stand.h"
#include "storage/database.h"
#include "support/testrunner.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void startStream(Browser &browser, const QByteArray &more = {})
{
    browser.send("GET /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                 browser.token + "\r\n" + more + "\r\n");
}

} // namespace

/// More than one at a time: streams, parallel tries, storms.
class TogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoServersNeverShareADatabase()
    {
        Stand stand;
        QTemporaryDir elsewhere;
        const QString link = elsewhere.filePath(u"by-another-name.db"_s);
        QVERIFY(QFile::link(stand.database(), link));
        for (const QString &name : {stand.database(), link}) {
            server::ServerConfig config;
            config.database = name;
            config.signUp = server::SignUpRule::Anybody;
            server::AccountServer second(config, stand.clock);
            const auto started = second.start();
            QVERIFY(!started);
            QCOMPARE(started.error().code, u"databaseInUse"_s);
            QVERIFY(started.error().detail.contains(QString::number(::getpid())));
        }
        stand.restart({});
        QCOMPARE(Browser(stand.port()).ask("GET", "/healthz").status, 200);
    }

    void aDatabaseWithTwoNamesIsNotOpened()
    {
        Stand stand;
        const QString link = stand.database() + u".link"_s;
        QCOMPARE(::link(qPrintable(stand.database()), qPrintable(link)), 0);
        server::ServerConfig config;
        config.database = link;
        const auto started = server::AccountServer(config, stand.clock).start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, u"databaseLinked"_s);
        QVERIFY(!QFile::exists(link + u".latchkey-lock"_s));
    }

    void aRefusedStartLeavesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"other.db"_s);
        storage::DatabaseAddress other;
        other.path = path;
        other.applicationId = 1;
        QVERIFY(storage::Database::open(other));
        server::ServerConfig config;
        config.database = path;
        const ManualClock clock;
        const auto started = server::AccountServer(config, clock).start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, u"databaseForeign"_s);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"other.db"_s});
    }

    void theOtherHearsOfItsEndAtOnce()
    {
        Stand stand;
        Browser mine(stand.port());
        mine.token = stand.signUp("ada");
        Browser other(stand.port());
        other.token = stand.signIn("ada");
        const QByteArray id =
            other.ask("GET", "/v1/session").json().value(u"id"_s).toString().toLatin1();
        Browser stream(stand.port());
        stream.token = other.token;
        startStream(stream);
        QVERIFY(stream.readUntil("id: ").contains("text/event-stream"));
        stream.readUntil("\n\n");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(mine.ask("DELETE", "/v1/sessions/" + id).status, 200);
        const QByteArray told = stream.readUntil("\"reason\":\"endedByOwner\"", 1s);
        QVERIFY(told.contains("sessionEnded"));
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(other.ask("GET", "/v1/me").code(), u"sessionEnded"_s);
        QVERIFY(stream.isClosedByServer());
    }

    void aStreamGoesOnWhereItBroke()
    {
        Stand stand;
        Browser mine(stand.port());
        mine.token = stand.signUp("ada"); // event 1
        stand.signIn("ada");              // event 2
        stand.signIn("ada");              // event 3
        Browser stream(stand.port());
        stream.token = mine.token;
        startStream(stream, "Last-Event-ID: 1\r\n");
        const QByteArray told = stream.readUntil("id: 3\n");
        QVERIFY(told.contains("id: 2\ndata: {"));
        QVERIFY(!told.contains("id: 1\n"));
        mine.ask("PATCH", "/v1/me", quoted("{'name':'Ada L.'}"), {{"If-Match", "\"1\""}});
        QVERIFY(stream.readUntil("Ada L.", 1s).contains("profileChanged"));
        Browser lost(stand.port());
        lost.token = mine.token;
        startStream(lost, "Last-Event-ID: 999\r\n");
        QVERIFY(lost.readUntil("resync").contains("resync"));
    }

    void streamsBeatAndAreBounded()
    {
        Stand stand([](server::ServerConfig &config) {
            config.streamsPerUser = 1;
            config.heartbeat = 50ms;
        });
        Browser stream(stand.port());
        stream.token = stand.signUp("ada");
        startStream(stream);
        QVERIFY(stream.readUntil(": beat").endsWith(": beat"));
        Browser second(stand.port());
        second.token = stream.token;
        const Answer refused = second.ask("GET", "/v1/events");
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.code(), u"tooManyStreams"_s);
        QVERIFY(!refused.field("Retry-After").isEmpty());
        stand.clock.advance(24h); // expired: the next beat is the last
        QVERIFY(stream.isClosedByServer());
    }

    void aStreamEndsWithTheTokenThatOpenedIt()
    {
        Stand stand([](server::ServerConfig &config) { config.heartbeat = 50ms; });
        Browser mine(stand.port());
        mine.token = stand.signUp("ada");
        Browser stream(stand.port());
        stream.token = mine.token;
        startStream(stream);
        stand.clock.advance(1min);
        const Answer proof =
            mine.post("/v1/session/proof", quoted("{'password':'") + goodPassword + "\"}");
        QCOMPARE(proof.status, 200);
        QVERIFY(stream.isClosedByServer());
        Browser renewed(stand.port());
        renewed.token = proof.json().value(u"token"_s).toString().toLatin1();
        startStream(renewed);
        QVERIFY(renewed.readUntil(": beat").endsWith(": beat"));
    }

    void ofParallelProofsOneTokenHolds()
    {
        Stand stand;
        const QByteArray token = stand.signUp("ada");
        stand.clock.advance(1min);
        std::mutex mutex;
        QList<QByteArray> tokens;
        QStringList codes;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                Browser browser(stand.port());
                browser.token = token;
                const Answer proof = browser.post("/v1/session/proof",
                                                  quoted("{'password':'") + goodPassword + "\"}");
                const std::scoped_lock lock(mutex);
                if (proof.status == 200)
                    tokens << proof.json().value(u"token"_s).toString().toLatin1();
                else
                    codes << proof.code();
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(tokens.size(), 1);
        QCOMPARE(codes.count(u"provenMeanwhile"_s), 3);
        Browser browser(stand.port());
        browser.token = tokens.first();
        QCOMPARE(browser.ask("GET", "/v1/me").status, 200);
        // Whoever was right has used up no try.
        for (int i = 0; i < 5; ++i)
            QCOMPARE(stand.trySignIn("ada@example.com", "not the password").status, 401);
    }

    void parallelTriesAreCountedExactly()
    {
        Stand stand;
        stand.signUp("ada");
        std::atomic<int> wrong{0};
        std::atomic<int> throttled{0};
        std::atomic<int> without{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 16; ++i) {
            threads.emplace_back([&] {
                const Answer answer = stand.trySignIn("ada@example.com", "not the password");
                wrong += answer.status == 401;
                throttled += answer.status == 429;
                without += answer.status == 429 && answer.field("Retry-After").toInt() < 1;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 5);
        QCOMPARE(throttled.load(), 11);
        QCOMPARE(without.load(), 0);
        QCOMPARE(stand.trySignIn("ada@example.com", goodPassword).code(), u"tooManyTries"_s);
        stand.clock.advance(2min);
        QCOMPARE(stand.trySignIn("ada@example.com", goodPassword).status, 200);
    }

    void unknownAddressesAreThrottledAlike()
    {
        Stand stand;
        QStringList codes;
        for (int i = 0; i < 6; ++i)
            codes << stand.trySignIn("nobody@example.com", "not the password").code();
        QCOMPARE(codes.count(u"wrongCredentials"_s), 5);
        QCOMPARE(codes.last(), u"tooManyTries"_s);
    }

    void aStormOfSignInsLeavesTokenChecksAlone()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        std::atomic<bool> isOver{false};
        std::vector<std::thread> storm;
        for (int i = 0; i < 6; ++i) {
            storm.emplace_back([&] {
                while (!isOver)
                    stand.trySignIn("ada@example.com", goodPassword);
            });
        }
        // One hash takes longer than any of these may.
        QList<qint64> took;
        for (int i = 0; i < 200; ++i) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(browser.ask("GET", "/v1/me").status, 200);
            took << timer.nsecsElapsed() / 1000;
        }
        isOver = true;
        for (std::thread &thread : storm)
            thread.join();
        std::ranges::sort(took);
        QVERIFY2(took.at(100) < 20'000, qPrintable(QString::number(took.at(100)) + u" us"_s));
    }

    void aFullQueueSaysWhenToComeBack()
    {
        Stand stand([](server::ServerConfig &config) { config.passwordQueue = 0; });
        const Answer answer = stand.trySignIn("ada@example.com", goodPassword);
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.code(), u"busy"_s);
        QCOMPARE(answer.field("Retry-After"), "1");
    }

    void manySignUpsAtOnceGetOneAdministrator()
    {
        Stand stand;
        std::atomic<int> admins{0};
        std::atomic<int> done{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                const Answer answer =
                    Browser(stand.port())
                        .post("/v1/users", Stand::signUpBody("user" + QByteArray::number(i)));
                done += answer.status == 200;
                admins += answer.body.contains("\"role\":\"admin\"");
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(done.load(), 8);
        QCOMPARE(admins.load(), 1);
    }

    void stoppingUnderLoadLosesNoPromise()
    {
        Stand stand;
        std::atomic<int> done{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                const Answer answer =
                    Browser(stand.port())
                        .post("/v1/users", Stand::signUpBody("user" + QByteArray::number(i)));
                done += answer.status == 200;
            });
        }
        stand.signUp("ada");
        stand.server->stop();
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(stand.rows(u"users"_s) >= done + 1);
    }

    void hashesAreJudged()
    {
        const server::PasswordHashing hashing{api::PasswordPolicy()};
        const Secret typed(goodPassword);
        const Secret hash = *server::PasswordHashing::hash(typed);
        QVERIFY(hash.reveal().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        QVERIFY(!server::PasswordHashing::isWeak(hash));
        server::PasswordTask task;
        task.check = {typed, hash};
        QVERIFY(hashing.judge(task).matches);
        QVERIFY(!hashing.judge(task).fresh);
        task.check = {typed, {}};
        QVERIFY(!hashing.judge(task).matches);
        task.choice = {Secret(u"password1"_s), {}, u"next"_s};
        QVERIFY(!hashing.judge(task).refused); // the check was wrong: no word about the choice
        task.check = {typed, hash};
        QCOMPARE(hashing.judge(task).refused->field, u"next"_s);
    }
};

LATCHKEY_TEST(TogetherTest)

#include "tst_together.moc"
