#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class ThrottleTest : public QObject
{
    Q_OBJECT

    static Result<Nothing> tried(const Opened &opened, const QString &address = u"192.0.2.1"_s,
                                 const QString &email = u"ada@example.com"_s)
    {
        return opened->throttle.countTry(Try::Password, email, address);
    }

private Q_SLOTS:
    void fiveAreFreeThenTheWaitDoubles()
    {
        Opened opened;
        opened.options.throttle.password.perAddressAndHour = 1000;
        opened.store.reset();
        opened.store = WriteStore::open(opened.options, opened.clock).value();
        for (int i = 0; i < 5; ++i)
            QVERIFY(tried(opened));
        for (const int wait : {1, 2, 4, 8, 16, 32, 60, 60}) {
            const auto refused = tried(opened);
            QCOMPARE(refused.error().kind, Error::Kind::RateLimited);
            QCOMPARE(refused.error().retryAfter, std::chrono::seconds(wait));
            opened.clock.advance(std::chrono::seconds(wait) - 1ms);
            QVERIFY(!tried(opened));
            opened.clock.advance(1ms);
            QVERIFY(tried(opened));
        }
        QVERIFY(opened->throttle.succeeded(Try::Password, u"ADA@example.com"_s, u"192.0.2.1"_s));
        for (int i = 0; i < 5; ++i)
            QVERIFY(tried(opened));
        QVERIFY(!tried(opened));
        opened.clock.advance(24h);
        QVERIFY(tried(opened));
        QVERIFY(tried(opened));
    }

    void aLockIsSeenAndLifted()
    {
        Opened opened;
        const QString ada = u"ada@example.com"_s;
        for (int i = 0; i < 4; ++i)
            QVERIFY(tried(opened));
        QVERIFY(!opened->throttle.lockOf(Try::Password, ada)->has_value());
        QVERIFY(tried(opened));
        const api::Lock lock =
            opened->throttle.lockOf(Try::Password, u"ADA@example.com"_s)->value();
        QCOMPARE(lock.failures, 5);
        QCOMPARE(lock.until, opened.clock.now() + 1s);
        QVERIFY(!opened->throttle.lockOf(Try::SignUp, ada)->has_value());
        QVERIFY(!tried(opened));
        QVERIFY(opened->throttle.lift(Try::Password, ada).value());
        QVERIFY(!opened->throttle.lift(Try::Password, ada).value());
        QVERIFY(!opened->throttle.lockOf(Try::Password, ada)->has_value());
        QVERIFY(tried(opened));
    }

    void twentyAMinuteAndAHundredAnHour()
    {
        Opened opened;
        int number = 0;
        const auto next = [&](const QString &address) {
            return tried(opened, address, u"%1@example.com"_s.arg(++number));
        };
        for (int minute = 0; minute < 5; ++minute) {
            for (int i = 0; i < 20; ++i)
                QVERIFY(next(u"2001:db8::%1"_s.arg(i)));
            const auto refused = next(u"2001:db8::ffff"_s);
            QCOMPARE(refused.error().retryAfter, minute < 4 ? 60s : 60s);
            QVERIFY(next(u"2001:db8:0:1::%1"_s.arg(minute)));
            opened.clock.advance(1min);
        }
        const auto hard = next(u"2001:db8::1"_s);
        QCOMPARE(hard.error().retryAfter, 55min);
        opened.clock.advance(55min);
        QVERIFY(next(u"2001:db8::1"_s));
    }

    void whatIsRefusedIsCountedNowhere()
    {
        Opened opened;
        for (int i = 0; i < 20; ++i)
            QVERIFY(tried(opened, u"192.0.2.1"_s, u"%1@example.com"_s.arg(i)));
        for (int i = 0; i < 10; ++i)
            QVERIFY(!tried(opened));
        for (int i = 0; i < 5; ++i)
            QVERIFY(tried(opened, u"192.0.2.2"_s));
    }

    void success_givesTheAddressItsTryBack()
    {
        Opened opened;
        for (int i = 0; i < 200; ++i) {
            QVERIFY(tried(opened));
            QVERIFY(
                opened->throttle.succeeded(Try::Password, u"ada@example.com"_s, u"192.0.2.1"_s));
        }
    }

    void eachKindIsCountedApart()
    {
        Opened opened;
        opened.options.throttle.signUp = {.freeFailures = 2, .perAddressAndMinute = 3};
        opened.store.reset();
        opened.store = WriteStore::open(opened.options, opened.clock).value();
        const auto signUp = [&](const QString &email) {
            return opened->throttle.countTry(Try::SignUp, email, u"192.0.2.1"_s);
        };
        QVERIFY(signUp(u"ada@example.com"_s));
        QVERIFY(signUp(u"ada@example.com"_s));
        QVERIFY(!signUp(u"ada@example.com"_s));
        QVERIFY(signUp(u"bob@example.com"_s));
        QVERIFY(!signUp(u"eve@example.com"_s));
        for (int i = 0; i < 5; ++i)
            QVERIFY(tried(opened));
        QVERIFY(!tried(opened));
        QVERIFY(opened->throttle.succeeded(Try::SignUp, u"ada@example.com"_s, u"192.0.2.1"_s));
        QVERIFY(signUp(u"ada@example.com"_s));
        QVERIFY(!tried(opened));
    }

    void aClockThatWasAheadKeepsNobodyWaiting()
    {
        Opened opened;
        opened.clock.advance(24h * 365);
        for (int i = 0; i < 5; ++i)
            QVERIFY(tried(opened));
        QVERIFY(!tried(opened));
        for (int i = 5; i < 20; ++i)
            QVERIFY(tried(opened, u"192.0.2.1"_s, u"%1@example.com"_s.arg(i)));
        QVERIFY(!tried(opened, u"192.0.2.1"_s, u"x@example.com"_s));
        opened.clock.advance(-24h * 365);
        QVERIFY(!opened->throttle.lockOf(Try::Password, u"ada@example.com"_s)->has_value());
        QVERIFY(tried(opened));
        QVERIFY(!tried(opened)); // those before count still
        for (int i = 1; i < 20; ++i)
            QVERIFY(tried(opened, u"192.0.2.1"_s, u"%1@example.net"_s.arg(i)));
        const auto refused = tried(opened, u"192.0.2.1"_s, u"x@example.com"_s);
        QCOMPARE(refused.error().retryAfter, 60s);
        opened.clock.advance(-24h * 365);
        QVERIFY(opened->throttle.forgetOld(100).value() > 0);
    }

    void customersAreCountedTogether()
    {
        Opened opened;
        for (int i = 0; i < 20; ++i) {
            const QString address = u"2001:db8:1:2::%1"_s.arg(i + 1);
            QVERIFY(opened->throttle.countTry(Try::Password, u"%1@example.com"_s.arg(i), address));
        }
        QVERIFY(!opened->throttle.countTry(Try::Password, u"x@example.com"_s,
                                           u"2001:db8:1:2:ffff::1"_s));
        QVERIFY(opened->throttle.countTry(Try::Password, u"x@example.com"_s, u"2001:db8:1:3::1"_s));
    }

    void anAddressMakesOnlySoManyAccounts()
    {
        Opened opened;
        const auto counted = [&](const QString &address) {
            return opened->throttle.countNewAccount(address);
        };
        for (int i = 0; i < 30; ++i)
            QVERIFY(counted(u"192.0.2.1"_s));
        const auto refused = counted(u"192.0.2.1"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"tooManyAccounts"_s);
        QVERIFY(refused.error().retryAfter > 59min);
        QVERIFY(counted(u"192.0.2.2"_s));
        opened.clock.advance(1h);
        QVERIFY(counted(u"192.0.2.1"_s));
        for (int i = 0; i < 100; ++i)
            QVERIFY(counted(u"127.0.0.1"_s));
    }

    void parallelTriesDontGetThrough()
    {
        Opened opened(false);
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        std::atomic<int> let = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int j = 0; j < 20; ++j) {
                    const auto counted = written(*writer, [](WriteStore &store) {
                        return store.throttle.countTry(Try::Password, u"ada@example.com"_s,
                                                       u"192.0.2.1"_s);
                    });
                    let += counted ? 1 : 0;
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(let.load(), 5);
    }
};

LATCHKEY_TEST(ThrottleTest)

#include "tst_throttle.moc"
