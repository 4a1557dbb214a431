#include "server/store/housekeeping.h"
#include "storage/transaction.h"
#include "support/testrunner.h"
#include "together.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

namespace {

/// Ada gives, Bob gets, Eve has nothing to do with it.
struct Given : Opened
{
    api::User ada = user();
    api::User bob = user(u"bob@example.com"_s);
    api::User eve = user(u"eve@example.com"_s);

    Result<api::Grant> give(const api::User &from, const api::User &to) const
    {
        return store->grants.create({.giver = from.id,
                                     .receiver = to.id,
                                     .package = api::Package::Essentials,
                                     .tier = api::PackageTier::Premium});
    }
    Result<api::Grant> end(const api::User &by, const api::Grant &grant) const
    {
        return store->grants.end(by.id, grant.id);
    }
    Result<api::Grant> update(const api::User &by, const api::Grant &grant,
                              const GrantChange &change) const
    {
        return store->grants.update(by.id, grant.id, change);
    }
    Result<api::Grant> seen(const api::User &by, const api::Grant &grant) const
    {
        return store->grants.find(by.id, grant.id);
    }
    QList<api::Grant> givenBy(const api::User &user) const
    {
        return store->grants.givenBy(user.id).value();
    }
    QList<api::Grant> receivedBy(const api::User &user) const
    {
        return store->grants.receivedBy(user.id).value();
    }
};

} // namespace

/// Subscriptions that accounts give to each other, in the database.
class GrantStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoGaveAndWhoReceivedSeeIt()
    {
        const Given given;
        const api::Grant grant = given.give(given.ada, given.bob).value();
        QVERIFY(grant.id.text().startsWith(u"grt_"_s));
        QCOMPARE(grant.giver, cardOf(given.ada));
        QCOMPARE(grant.receiver, cardOf(given.bob));
        QCOMPARE(grant.package, api::Package::Essentials);
        QCOMPARE(grant.tier, api::PackageTier::Premium);
        QCOMPARE(grant.createdAt, given.clock.now());
        QCOMPARE(grant.updatedAt, given.clock.now());
        QCOMPARE(given.seen(given.ada, grant).value(), grant);
        QCOMPARE(given.seen(given.bob, grant).value(), grant);
        QCOMPARE(given.seen(given.eve, grant).error().kind, Error::Kind::NotFound);
        QCOMPARE(given.seen(given.eve, grant).error().code, u"grantUnknown"_s);
        QCOMPARE(given.givenBy(given.ada), QList{grant});
        QCOMPARE(given.receivedBy(given.bob), QList{grant});
        QVERIFY(given.receivedBy(given.ada).isEmpty() && given.givenBy(given.bob).isEmpty());
        QVERIFY(given.receivedBy(given.eve).isEmpty() && given.givenBy(given.eve).isEmpty());
    }

    void oneLivesFromOneToAnother()
    {
        const Given given;
        const api::Grant first = given.give(given.ada, given.bob).value();
        const auto second = given.give(given.ada, given.bob);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QCOMPARE(second.error().code, u"grantExists"_s);
        QVERIFY(given.give(given.bob, given.ada));
        QVERIFY(given.give(given.ada, given.eve));
        QVERIFY(given.end(given.ada, first));
        QVERIFY(given.give(given.ada, given.bob).value().id != first.id);
    }

    void ofEightAtOnceOneIsGiven()
    {
        const Given given;
        QCOMPARE(doneByEight(given,
                             [&given](WriteStore &store) {
                                 return store.grants
                                     .create({.giver = given.ada.id, .receiver = given.bob.id})
                                     .map([](const api::Grant &) { return Nothing(); });
                             }),
                 1);
        QCOMPARE(given.receivedBy(given.bob).size(), 1);
    }

    void toNobodyAndToOneselfNoneIsGiven()
    {
        const Given given;
        const auto toSelf = given.give(given.ada, given.ada);
        QCOMPARE(toSelf.error().kind, Error::Kind::Rejected);
        QCOMPARE(toSelf.error().code, u"grantToSelf"_s);
        QCOMPARE(toSelf.error().field, u"receiver"_s);
        const auto toNobody =
            given->grants.create({.giver = given.ada.id, .receiver = api::UserId(u"usr_x"_s)});
        QCOMPARE(toNobody.error().kind, Error::Kind::NotFound);
        QCOMPARE(toNobody.error().code, u"userUnknown"_s);
        QVERIFY(given.givenBy(given.ada).isEmpty());
    }

    void whatHasNoNameIsRefused()
    {
        const Given given;
        const NewGrant good{.giver = given.ada.id, .receiver = given.bob.id};
        NewGrant bad = good;
        bad.package = api::Package::Unknown;
        QCOMPARE(given->grants.create(bad).error(),
                 Error::rejected(u"unknownValue"_s, u"package"_s));
        bad = good;
        bad.tier = api::PackageTier::Unknown;
        QCOMPARE(given->grants.create(bad).error(), Error::rejected(u"unknownValue"_s, u"tier"_s));
        const api::Grant grant = given->grants.create(good).value();
        QCOMPARE(given.update(given.ada, grant, {.package = bad.package, .tier = bad.tier}).error(),
                 Error::rejected(u"unknownValue"_s, u"tier"_s));
        QCOMPARE(
            given.update(given.ada, grant, {.package = api::Package::Unknown, .tier = {}}).error(),
            Error::rejected(u"unknownValue"_s, u"package"_s));
        QCOMPARE(given.seen(given.ada, grant).value(), grant);
    }

    void itWaitsForTheReceiversAddress()
    {
        const Given given;
        const api::Grant grant = given.give(given.ada, given.bob).value();
        QCOMPARE(grant.state, api::GrantState::Pending);
        QVERIFY(given->users.setEmail(given.ada.id, given.ada.email));
        QCOMPARE(given.seen(given.ada, grant).value().state, api::GrantState::Pending);
        QVERIFY(given->users.setEmail(given.bob.id, given.bob.email));
        QCOMPARE(given.seen(given.ada, grant).value().state, api::GrantState::Active);
        QCOMPARE(given.receivedBy(given.bob).value(0).state, api::GrantState::Active);
    }

    void whoGaveItChangesIt()
    {
        Given given;
        const api::Grant before = given.give(given.ada, given.bob).value();
        given.clock.advance(1s);
        api::Grant expected = before;
        expected.package = api::Package::Corporate;
        expected.updatedAt = given.clock.now();
        const GrantChange corporate{.package = api::Package::Corporate, .tier = {}};
        QCOMPARE(given.update(given.ada, before, corporate).value(), expected);
        given.clock.advance(1s);
        QCOMPARE(given.update(given.ada, before, corporate).value(), expected);
        QCOMPARE(given.update(given.ada, before, {}).value(), expected);
        expected.tier = api::PackageTier::Basic;
        expected.updatedAt = given.clock.now();
        QCOMPARE(given.update(given.ada, before, {.package = {}, .tier = api::PackageTier::Basic})
                     .value(),
                 expected);
        const auto byReceiver = given.update(given.bob, before, corporate);
        QCOMPARE(byReceiver.error().kind, Error::Kind::Forbidden);
        QCOMPARE(byReceiver.error().code, u"grantByOther"_s);
        QCOMPARE(given.update(given.eve, before, corporate).error().code, u"grantUnknown"_s);
        QCOMPARE(given.seen(given.bob, before).value(), expected);
    }

    void eitherEndsItOnce()
    {
        Given given;
        for (const api::User &by : {given.ada, given.bob}) {
            const api::Grant grant = given.give(given.ada, given.bob).value();
            given.clock.advance(1s);
            QCOMPARE(given.end(given.eve, grant).error().code, u"grantUnknown"_s);
            const api::Grant ended = given.end(by, grant).value();
            QCOMPARE(ended.state, api::GrantState::Cancelled);
            QCOMPARE(ended.updatedAt, given.clock.now());
            given.clock.advance(1s);
            QCOMPARE(given.end(given.ada, grant).value(), ended);
            QCOMPARE(given.end(given.bob, grant).value(), ended);
            const auto late = given.update(given.ada, grant, {});
            QCOMPARE(late.error().kind, Error::Kind::Conflict);
            QCOMPARE(late.error().code, u"grantEnded"_s);
            QCOMPARE(given.update(given.bob, grant, {}).error().code, u"grantByOther"_s);
        }
    }

    void endedOnesAreShownForNinetyDays()
    {
        Given given;
        const api::Grant ended = given.give(given.ada, given.bob).value();
        given.clock.advance(1s);
        const api::Grant living = given.give(given.ada, given.eve).value();
        QVERIFY(given.end(given.bob, ended));
        given.clock.advance(24h * 90 - 1ms);
        QVERIFY(!Housekeeping().step(*given.store).value());
        QCOMPARE(given.givenBy(given.ada).size(), 2);
        QCOMPARE(given.givenBy(given.ada).first(), living);
        given.clock.advance(1ms);
        QCOMPARE(given.givenBy(given.ada), QList{living});
        QVERIFY(given.receivedBy(given.bob).isEmpty());
        QVERIFY(given.seen(given.ada, ended));
        QVERIFY(!Housekeeping().step(*given.store).value());
        QCOMPARE(given.seen(given.ada, ended).error().code, u"grantUnknown"_s);
        QCOMPARE(given.seen(given.ada, living).value(), living);
    }

    void twoHundredLiveAtMost()
    {
        const Given given;
        const auto atOnce = storage::Transaction::begin(given->database());
        api::Grant last;
        for (qint64 i = 0; i < grantsAtMost; ++i)
            last = given.give(given.ada, given.user(u"u%1@example.com"_s.arg(i))).value();
        const auto oneMore = given.give(given.ada, given.bob);
        QCOMPARE(oneMore.error().kind, Error::Kind::Conflict);
        QCOMPARE(oneMore.error().code, u"tooManyGrants"_s);
        QVERIFY(given.give(given.bob, given.ada));
        QVERIFY(given.end(given.ada, last));
        QVERIFY(given.give(given.ada, given.bob));
    }

    void endedOnesHideNoneThatLives()
    {
        const Given given;
        const auto atOnce = storage::Transaction::begin(given->database());
        const api::Grant living = given.give(given.ada, given.bob).value();
        QVERIFY(given.give(given.eve, given.bob));
        api::Grant newest;
        for (int i = 0; i < 200; ++i)
            newest = given.end(given.ada, given.give(given.ada, given.eve).value()).value();
        const auto shown = given.givenBy(given.ada);
        QCOMPARE(shown.size(), 200);
        QCOMPARE(shown.first(), newest);
        QCOMPARE(shown.last(), living);
    }
};

LATCHKEY_TEST(GrantStoreTest)

#include "tst_grants.moc"
