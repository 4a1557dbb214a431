#include "support/testrunner.h"
#include "together.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

namespace {

SigningIn by(const api::User &user, const QString &address = u"192.0.2.1"_s)
{
    return {user.id, {u"Laptop"_s, u"Latchkey 0.1"_s, u"Debian 12"_s}, address};
}

} // namespace

class ChallengesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveTriesInFiveMinutes()
    {
        Opened opened;
        const api::User user = opened.user();
        const OpenedChallenge first = opened->challenges.open(by(user)).value();
        QVERIFY(first.id.text().startsWith(u"chl_"_s));
        QCOMPARE(first.expiresAt, opened.clock.now() + 5min);
        for (int i = 0; i < 5; ++i) {
            const auto who = opened->challenges.countTry(first.id, u"192.0.2.1"_s);
            QVERIFY(who);
            QCOMPARE(who->user, user.id);
            QCOMPARE(who->device, by(user).device);
        }
        const auto sixth = opened->challenges.countTry(first.id, u"192.0.2.1"_s);
        QCOMPARE(sixth.error().kind, Error::Kind::NotFound);
        QCOMPARE(sixth.error().code, u"challengeUnknown"_s);

        const OpenedChallenge second = opened->challenges.open(by(user)).value();
        opened.clock.advance(5min);
        QVERIFY(!opened->challenges.countTry(second.id, u"192.0.2.1"_s));
        QCOMPARE(opened->challenges.forgetOld(100).value(), 2);
        QVERIFY(!opened->challenges.countTry(api::ChallengeId(u"chl_x"_s), u"192.0.2.1"_s));
    }

    void isAnsweredFromWhereItWasOpened()
    {
        const Opened opened;
        const api::User user = opened.user();
        const auto four = opened->challenges.open(by(user)).value().id;
        QVERIFY(!opened->challenges.countTry(four, u"192.0.2.2"_s));
        const auto six = opened->challenges.open(by(user, u"2001:db8:1:2::3"_s)).value().id;
        QVERIFY(opened->challenges.countTry(six, u"2001:db8:1:2:ffff::9"_s));
        QVERIFY(!opened->challenges.countTry(six, u"2001:db8:1:3::3"_s));
    }

    void isAnsweredOnce()
    {
        const Opened opened;
        const api::User user = opened.user();
        const api::User bob = opened.user(u"bob@example.com"_s);
        const auto mine = opened->challenges.open(by(user)).value().id;
        const auto other = opened->challenges.open(by(user)).value().id;
        const auto bobs = opened->challenges.open(by(bob)).value().id;
        QVERIFY(opened->challenges.close(mine));
        QVERIFY(!opened->challenges.countTry(mine, u"192.0.2.1"_s));
        QVERIFY(opened->challenges.countTry(other, u"192.0.2.1"_s));
        QVERIFY(opened->challenges.closeAll(user.id));
        QVERIFY(!opened->challenges.countTry(other, u"192.0.2.1"_s));
        QVERIFY(opened->challenges.countTry(bobs, u"192.0.2.1"_s));
    }

    void atOnceItIsTriedFiveTimesAndAnsweredOnce()
    {
        Opened opened;
        const api::User user = opened.user();
        const auto tried = opened->challenges.open(by(user)).value().id;
        const auto answered = opened->challenges.open(by(user)).value().id;
        opened.store.reset();
        const auto countIn = [](WriteStore &store, const api::ChallengeId &id) {
            return store.challenges.countTry(id, u"192.0.2.1"_s);
        };
        QCOMPARE(doneByEight(opened,
                             [&](WriteStore &store) {
                                 return countIn(store, tried).map([](auto) { return Nothing(); });
                             }),
                 5);
        QCOMPARE(doneByEight(opened,
                             [&](WriteStore &store) {
                                 return countIn(store, answered).and_then([&](const auto &) {
                                     return store.challenges.close(answered);
                                 });
                             }),
                 1);
    }
};

LATCHKEY_TEST(ChallengesTest)

#include "tst_challenges.moc"
