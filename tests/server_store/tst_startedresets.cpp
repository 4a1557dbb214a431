#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class StartedResetsTest : public QObject
{
    Q_OBJECT

    static api::ResetState stateOf(const Opened &opened, const api::User &user)
    {
        return opened->startedResets.last(user.id)->value().state;
    }

private Q_SLOTS:
    void aCodeNamesItsAccountUntilItIsUsed()
    {
        Opened opened;
        const api::User ada = opened.user();
        QVERIFY(!opened->startedResets.last(ada.id)->has_value());
        const FreshReset fresh = opened->startedResets.start(ada.id).value();
        QCOMPARE(fresh.code.size(), 11);
        QCOMPARE(fresh.reset.expiresAt, opened.clock.now() + 24h);
        QCOMPARE(opened->startedResets.find(fresh.code)->value(), ada.id);
        const Secret typed(fresh.code.reveal().toLower().replace('-', ' '));
        QCOMPARE(opened->startedResets.find(typed)->value(), ada.id);
        QVERIFY(!opened->startedResets.find(Secret(QByteArray("00000-00000")))->has_value());
        QVERIFY(opened->startedResets.use(typed).value());
        QVERIFY(!opened->startedResets.use(fresh.code).value());
        QVERIFY(!opened->startedResets.find(fresh.code)->has_value());
        QCOMPARE(stateOf(opened, ada), api::ResetState::Used);
        QCOMPARE(*opened->startedResets.last(ada.id)->value().usedAt, opened.clock.now());
    }

    void theNextOneEndsTheOneBefore()
    {
        Opened opened;
        const api::User ada = opened.user();
        const FreshReset first = opened->startedResets.start(ada.id).value();
        opened.clock.advance(60s);
        const FreshReset second = opened->startedResets.start(ada.id).value();
        QVERIFY(!opened->startedResets.use(first.code).value());
        QCOMPARE(opened->startedResets.last(ada.id)->value().expiresAt, second.reset.expiresAt);
        QVERIFY(opened->startedResets.use(second.code).value());
    }

    void oneAMinuteAndFiveAnHour()
    {
        Opened opened;
        const api::User ada = opened.user();
        const api::User bob = opened.user(u"bob@example.com"_s);
        const auto refusal = [&] { return opened->startedResets.start(ada.id).error(); };
        for (int i = 0; i < 5; ++i) {
            QVERIFY(opened->startedResets.start(ada.id));
            QCOMPARE(refusal().code, u"codeTooSoon"_s);
            opened.clock.advance(60s);
        }
        QCOMPARE(refusal().code, u"tooManyCodes"_s);
        QCOMPARE(refusal().retryAfter, 55min);
        QVERIFY(opened->startedResets.start(bob.id));
        opened.clock.advance(55min);
        QVERIFY(opened->startedResets.start(ada.id));
    }

    void theLastIsTheOneThatWasStartedLast()
    {
        Opened opened;
        const api::User ada = opened.user();
        opened.clock.advance(24h * 30); // the clock was ahead
        QVERIFY(opened->startedResets.start(ada.id));
        opened.clock.advance(-24h * 30);
        const FreshReset last = opened->startedResets.start(ada.id).value();
        QCOMPARE(opened->startedResets.last(ada.id)->value().expiresAt, last.reset.expiresAt);
    }

    void itEndsAfterADayOrWhenWithdrawn()
    {
        Opened opened;
        const api::User ada = opened.user();
        const FreshReset fresh = opened->startedResets.start(ada.id).value();
        opened.clock.advance(24h - 1ms);
        QVERIFY(opened->startedResets.find(fresh.code)->has_value());
        opened.clock.advance(1ms);
        QVERIFY(!opened->startedResets.find(fresh.code)->has_value());
        QVERIFY(!opened->startedResets.use(fresh.code).value());
        QCOMPARE(stateOf(opened, ada), api::ResetState::Expired);
        const FreshReset next = opened->startedResets.start(ada.id).value();
        QVERIFY(opened->startedResets.withdraw(ada.id));
        QVERIFY(!opened->startedResets.use(next.code).value());
        QCOMPARE(stateOf(opened, ada), api::ResetState::Expired);
    }

    void whatBecameOfItsMailTheQueueSays()
    {
        Opened opened(false);
        opened.options.post.mail = PostWay::Out;
        opened.store = WriteStore::open(opened.options, opened.clock).value();
        const auto end = [&](CarryOutcome::Kind kind) {
            const api::User user = opened.user(u"%1@example.com"_s.arg(int(kind)));
            const FreshReset fresh = opened->startedResets.start(user.id).value();
            const Mail mail{user.email, u"Reset"_s, fresh.code, fresh.code};
            [&] {
                QVERIFY(opened->post.add(fresh.cause, mail, fresh.reset.expiresAt));
                QCOMPARE(stateOf(opened, user), api::ResetState::Waiting);
                const QString id = opened->post.due(PostKind::Mail)->next->id;
                QVERIFY(opened->post.settle(id, {kind}));
            }();
            return user;
        };
        QCOMPARE(stateOf(opened, end(CarryOutcome::Kind::Later)), api::ResetState::Waiting);
        QCOMPARE(stateOf(opened, end(CarryOutcome::Kind::Sent)), api::ResetState::Sent);
        QCOMPARE(stateOf(opened, end(CarryOutcome::Kind::Uncertain)), api::ResetState::Sent);
        const api::User last = end(CarryOutcome::Kind::Refused);
        QCOMPARE(stateOf(opened, last), api::ResetState::NotSent);
        opened.clock.advance(24h);
        QCOMPARE(stateOf(opened, last), api::ResetState::Expired);
    }

    void oldOnesAreForgotten()
    {
        Opened opened;
        const api::User ada = opened.user();
        QVERIFY(opened->startedResets.start(ada.id));
        opened.clock.advance(24h * 89);
        QCOMPARE(opened->startedResets.forgetOld(10).value(), 0);
        opened.clock.advance(24h);
        QCOMPARE(opened->startedResets.forgetOld(10).value(), 1);
        QVERIFY(!opened->startedResets.last(ada.id)->has_value());
    }
};

LATCHKEY_TEST(StartedResetsTest)

#include "tst_startedresets.moc"
