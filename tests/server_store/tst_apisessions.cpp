#include "api/apisecret.h"
#include "opened.h"
#include "storage/database.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

/// Sessions that programs have, in the database.
class ApiSessionStoreTest : public QObject
{
    Q_OBJECT

    struct Made : Opened
    {
        api::User ada = user();
        BegunSession mine = session(ada);
        Asker asker{ada.id, mine.session.id};

        api::ApiSessionSecret make(Timestamp end = api::never)
        {
            return store->apiSessions
                .create({.maker = asker, .labels = {u"Backup"_s, u"team: a"_s}, .expiresAt = end})
                .value();
        }
        bool works(const api::ApiSessionSecret &made) const
        {
            return stateOf(made.secret) == HotSession::State::Live;
        }
    };

private Q_SLOTS:
    /// Against Python's zlib.
    void aSecretCarriesItsSum_data()
    {
        QTest::addColumn<QByteArray>("random");
        QTest::addColumn<QByteArray>("secret");
        QByteArray counted;
        for (char i = 0; i < 32; ++i)
            counted.append(i);
        QTest::newRow("zeros") << QByteArray(32, '\0')
                               << QByteArray(
                                      "lk_00000000000000000000000000000000000000000002eJTI4");
        QTest::newRow("ones") << QByteArray(32, '\xff')
                              << QByteArray("lk_yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp115EvKG");
        QTest::newRow("counted") << counted
                                 << QByteArray(
                                        "lk_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3TQtQq");
    }
    void aSecretCarriesItsSum()
    {
        QFETCH(const QByteArray, random);
        const QByteArray secret = api::apiSecret({.random = random}).reveal();
        QTEST(secret, "secret");
        QVERIFY(!api::isBrokenApiSecret(secret));
        for (qsizetype i = 3; i < secret.size(); ++i) {
            QByteArray other = secret;
            other[i] = other[i] == 'x' ? 'y' : 'x';
            QVERIFY(api::isBrokenApiSecret(other));
        }
        QVERIFY(api::isBrokenApiSecret(secret.chopped(1)));
        QVERIFY(api::isBrokenApiSecret(QByteArray(secret + '0')));
        QVERIFY(!api::isBrokenApiSecret("lks_whatever"));
    }

    void theSecretIsNowhere()
    {
        Made made;
        const QByteArray secret = made.make().secret.reveal();
        QVERIFY(made.store->database().execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        QFile file(made.options.database.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(all.contains("team: a"));
        QVERIFY(!all.contains(secret.sliced(3, 20)));
    }

    void useIsNotedAndMovesNoEnd()
    {
        Made made;
        const auto end = made.clock.now() + 24h * 30;
        const auto session = made.make(end).session;
        QVERIFY(!session.lastUsedAt);
        QVERIFY(made->sessions.isTouchDue(Timestamp(), end));
        made.clock.advance(24h);
        QVERIFY(made->sessions.touch(session.id, u"192.0.2.9"_s).value());
        const auto used = made->apiSessions.find(made.asker, session.id).value();
        QVERIFY(used.lastUsedAt == made.clock.now());
        QVERIFY(used.lastUsedFrom == u"192.0.2.9"_s);
        QVERIFY(used.expiresAt == end);
    }

    void lyingIdleEndsNone()
    {
        Made made;
        const auto endless = made.make();
        const auto yearly = made.make(made.clock.now() + 24h * 366);
        made.clock.advance(24h * 365);
        QVERIFY(made.works(endless) && made.works(yearly));
        made.clock.advance(24h * 2);
        QVERIFY(made.works(endless) && !made.works(yearly));
    }

    void manySignInsEndNone()
    {
        Made made;
        made.options.sessions.livingAtMost = 2;
        made.store.reset();
        made.store = WriteStore::open(made.options, made.clock).value();
        const auto api = made.make();
        made.clock.advance(1s);
        for (int i = 0; i < 3; ++i)
            made.session(made.ada);
        QVERIFY(made.works(api));
        QVERIFY(!made.isAlive(made.mine));
    }

    void itMakesNoDeviceKnown()
    {
        Made made;
        const api::Device silent;
        made.make();
        QCOMPARE(made->sessions.acquaintance(made.ada.id, silent).value(), Acquaintance::None);
    }

    void endedOnesAreShownForAWhile()
    {
        Made made;
        const auto first = made.make().session.id;
        made.clock.advance(1s);
        const auto second = made.make().session.id;
        QVERIFY(made->sessions.end(made.asker, second, api::EndReason::EndedByOwner));
        const auto ids = [&] {
            QList<api::SessionId> all;
            const auto sessions = made->apiSessions.list(made.asker).value();
            for (const api::ApiSession &one : sessions)
                all << one.id;
            return all;
        };
        QCOMPARE(ids(), (QList{first, second}));
        made.clock.advance(24h * 91);
        QCOMPARE(ids(), QList{first});
    }

    void eachEndIsTakenOnce()
    {
        Made made;
        const auto now = made.clock.now();
        const auto monthly = made.make(now + 24h * 30).session.id;
        const auto ended = made.make(now + 24h * 30).session.id;
        made.make(now + 24h * 7); // of its choice nobody is told at once
        made.make();
        QVERIFY(made->sessions.end(made.asker, ended, api::EndReason::EndedByOwner));
        made.clock.advance(24h * 23 - 1ms);
        QVERIFY(made->apiSessions.takeEnding(10)->isEmpty());
        made.clock.advance(1ms);
        const auto taken = made->apiSessions.takeEnding(10).value();
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.first().whose.session, monthly);
        QCOMPARE(taken.first().labels, (QList{u"Backup"_s, u"team: a"_s}));
        QVERIFY(made->apiSessions.takeEnding(10)->isEmpty());
        const auto later = made.clock.now() + 24h * 20;
        QVERIFY(made->apiSessions.update(made.asker, monthly, {.expiresAt = later}));
        QVERIFY(made->apiSessions.takeEnding(10)->isEmpty());
        made.clock.advance(24h * 13);
        QCOMPARE(made->apiSessions.takeEnding(10)->size(), 1);
    }
};

LATCHKEY_TEST(ApiSessionStoreTest)

#include "tst_apisessions.moc"
