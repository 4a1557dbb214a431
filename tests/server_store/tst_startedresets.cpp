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
        const FreshReset second = opened->startedResets.start(ada.id).value();
        QVERIFY(!opened->startedResets.use(first.code).value());
        QCOMPARE(opened->startedResets.last(ada.id)->value().expiresAt, second.reset.expiresAt);
        QVERIFY(opened->startedResets.use(second.code).value());
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
        const api::User ada = opened.user();
        const auto end = [&](CarryOutcome::Kind kind) {
            const FreshReset fresh = opened->startedResets.start(ada.id).value();
            const Mail mail{ada.email, u"Reset"_s, fresh.code, fresh.code};
            QVERIFY(opened->post.add(fresh.cause, mail, fresh.reset.expiresAt));
            QCOMPARE(stateOf(opened, ada), api::ResetState::Waiting);
            const QString id = opened->post.due(PostKind::Mail)->next->id;
            QVERIFY(opened->post.settle(id, {kind}));
        };
        end(CarryOutcome::Kind::Later);
        QCOMPARE(stateOf(opened, ada), api::ResetState::Waiting);
        end(CarryOutcome::Kind::Sent);
        QCOMPARE(stateOf(opened, ada), api::ResetState::Sent);
        end(CarryOutcome::Kind::Uncertain);
        QCOMPARE(stateOf(opened, ada), api::ResetState::Sent);
        end(CarryOutcome::Kind::Refused);
        QCOMPARE(stateOf(opened, ada), api::ResetState::NotSent);
        opened.clock.advance(24h);
        QCOMPARE(stateOf(opened, ada), api::ResetState::Expired);
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
