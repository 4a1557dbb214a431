#include "storage/transaction.h"
#include "support/testrunner.h"
#include "together.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;
using api::AccessAction;
using api::AccessScope;

namespace {

/// Ada gives, Bob gets, Eve has nothing to do with it.
struct Given : Opened
{
    api::User ada = user();
    api::User bob = user(u"bob@example.com"_s);
    api::User eve = user(u"eve@example.com"_s);

    Result<api::Authorization> give(const api::User &from, const api::User &to,
                                    AccessScope scope = AccessScope::Profile,
                                    AccessAction action = AccessAction::Read) const
    {
        return store->authorizations.create({from.id, to.id, scope, action});
    }
    Result<api::Authorization> update(const api::User &by, const api::Authorization &given,
                                      const AuthorizationChange &change) const
    {
        return store->authorizations.update(by.id, given.id, change);
    }
    Result<api::Authorization> revoke(const api::User &by, const api::Authorization &given) const
    {
        return store->authorizations.revoke(by.id, given.id);
    }
    Result<api::Authorization> seen(const api::User &by, const api::Authorization &given) const
    {
        return store->authorizations.find(by.id, given.id);
    }
    QList<api::Authorization> of(const api::User &user) const
    {
        return store->authorizations.of(user.id).value();
    }
    bool allows(const api::User &giver, const api::User &receiver, AccessScope scope,
                AccessAction action) const
    {
        return store->authorizations.allows({giver.id, receiver.id, scope, action}).value();
    }
};

} // namespace

/// Accounts that let others in, in the database.
class AuthorizationStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoGaveAndWhoReceivedSeeIt()
    {
        const Given given;
        const api::Authorization one = given.give(given.ada, given.bob).value();
        QVERIFY(one.id.text().startsWith(u"atz_"_s));
        QCOMPARE(one.giver, cardOf(given.ada));
        QCOMPARE(one.receiver, cardOf(given.bob));
        QCOMPARE(one.scope, AccessScope::Profile);
        QCOMPARE(one.action, AccessAction::Read);
        QCOMPARE(one.createdAt, given.clock.now());
        QCOMPARE(one.updatedAt, given.clock.now());
        QCOMPARE(given.seen(given.ada, one).value(), one);
        QCOMPARE(given.seen(given.bob, one).value(), one);
        QCOMPARE(given.seen(given.eve, one).error().kind, Error::Kind::NotFound);
        QCOMPARE(given.seen(given.eve, one).error().code, u"authorizationUnknown"_s);
        QCOMPARE(given.of(given.ada), QList{one});
        QCOMPARE(given.of(given.bob), QList{one});
        QVERIFY(given.of(given.eve).isEmpty());
        QCOMPARE(given->authorizations.receivedBy(given.bob.id).value(), QList{one});
        QVERIFY(given->authorizations.receivedBy(given.ada.id).value().isEmpty());
        QCOMPARE(given->authorizations.between(given.ada.id, given.bob.id).value(), QList{one});
        QVERIFY(given->authorizations.between(given.bob.id, given.ada.id).value().isEmpty());
    }

    void itAllowsWhatItSaysAndNothingElse()
    {
        const Given given;
        const auto may = [&](AccessScope scope, AccessAction action) {
            return given.allows(given.ada, given.bob, scope, action);
        };
        QVERIFY(!may(AccessScope::Profile, AccessAction::Read));
        const api::Authorization one = given.give(given.ada, given.bob).value();
        QVERIFY(may(AccessScope::Profile, AccessAction::Read));
        QVERIFY(!may(AccessScope::Profile, AccessAction::Write));
        QVERIFY(!may(AccessScope::Sessions, AccessAction::Read));
        QVERIFY(!given.allows(given.bob, given.ada, AccessScope::Profile, AccessAction::Read));
        QVERIFY(!given.allows(given.ada, given.eve, AccessScope::Profile, AccessAction::Read));
        QVERIFY(given.update(given.ada, one, {.scope = {}, .action = AccessAction::Write}));
        QVERIFY(may(AccessScope::Profile, AccessAction::Write));
        QVERIFY(may(AccessScope::Profile, AccessAction::Read));
        QVERIFY(given.revoke(given.ada, one));
        QVERIFY(!may(AccessScope::Profile, AccessAction::Write));
        QVERIFY(!may(AccessScope::Profile, AccessAction::Read));
    }

    void oneIsGivenForEachScope()
    {
        const Given given;
        const api::Authorization first = given.give(given.ada, given.bob).value();
        const auto second =
            given.give(given.ada, given.bob, AccessScope::Profile, AccessAction::Write);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QCOMPARE(second.error().code, u"authorizationExists"_s);
        const api::Authorization other =
            given.give(given.ada, given.bob, AccessScope::Sessions).value();
        QCOMPARE(given.of(given.ada), (QList{other, first}));
        QVERIFY(given.give(given.bob, given.ada));
        QVERIFY(given.give(given.ada, given.eve));
        QVERIFY(given.revoke(given.ada, first));
        QVERIFY(given.give(given.ada, given.bob).value().id != first.id);
    }

    void ofEightAtOnceOneIsGiven()
    {
        const Given given;
        QCOMPARE(doneByEight(given,
                             [&given](WriteStore &store) {
                                 return store.authorizations
                                     .create({.giver = given.ada.id, .receiver = given.bob.id})
                                     .map([](const api::Authorization &) { return Nothing(); });
                             }),
                 1);
        QCOMPARE(given.of(given.bob).size(), 1);
    }

    void toNobodyAndToOneselfNoneIsGiven()
    {
        const Given given;
        const auto toSelf = given.give(given.ada, given.ada);
        QCOMPARE(toSelf.error().kind, Error::Kind::Rejected);
        QCOMPARE(toSelf.error().code, u"authorizationToSelf"_s);
        QCOMPARE(toSelf.error().field, u"receiver"_s);
        const auto toNobody = given->authorizations.create(
            {.giver = given.ada.id, .receiver = api::UserId(u"usr_x"_s)});
        QCOMPARE(toNobody.error().kind, Error::Kind::NotFound);
        QCOMPARE(toNobody.error().code, u"userUnknown"_s);
        QVERIFY(given.of(given.ada).isEmpty());
    }

    void whatIsNotGivenIsRefused()
    {
        const Given given;
        const Error unknownScope = Error::rejected(u"unknownValue"_s, u"scope"_s);
        const Error unknownAction = Error::rejected(u"unknownValue"_s, u"action"_s);
        const Error notGiven = Error::rejected(u"actionNotGiven"_s, u"action"_s);
        QCOMPARE(given.give(given.ada, given.bob, AccessScope::Unknown).error(), unknownScope);
        QCOMPARE(
            given.give(given.ada, given.bob, AccessScope::Profile, AccessAction::Unknown).error(),
            unknownAction);
        QCOMPARE(
            given.give(given.ada, given.bob, AccessScope::Sessions, AccessAction::Write).error(),
            notGiven);
        const api::Authorization one =
            given.give(given.ada, given.bob, AccessScope::Profile, AccessAction::Write).value();
        QCOMPARE(
            given.update(given.ada, one, {.scope = AccessScope::Unknown, .action = {}}).error(),
            unknownScope);
        QCOMPARE(
            given.update(given.ada, one, {.scope = {}, .action = AccessAction::Unknown}).error(),
            unknownAction);
        // What is not said stays, and doesn't go with it.
        QCOMPARE(
            given.update(given.ada, one, {.scope = AccessScope::Sessions, .action = {}}).error(),
            notGiven);
        QCOMPARE(given.seen(given.ada, one).value(), one);
    }

    void whoGaveItChangesIt()
    {
        Given given;
        const api::Authorization before = given.give(given.ada, given.bob).value();
        given.clock.advance(1s);
        api::Authorization expected = before;
        expected.action = AccessAction::Write;
        expected.updatedAt = given.clock.now();
        const AuthorizationChange toWrite{.scope = {}, .action = AccessAction::Write};
        QCOMPARE(given.update(given.ada, before, toWrite).value(), expected);
        given.clock.advance(1s);
        QCOMPARE(given.update(given.ada, before, toWrite).value(), expected);
        QCOMPARE(given.update(given.ada, before, {}).value(), expected);
        const auto byReceiver = given.update(given.bob, before, toWrite);
        QCOMPARE(byReceiver.error().kind, Error::Kind::Forbidden);
        QCOMPARE(byReceiver.error().code, u"authorizationByOther"_s);
        QCOMPARE(given.update(given.eve, before, toWrite).error().code, u"authorizationUnknown"_s);
        QCOMPARE(given.seen(given.bob, before).value(), expected);
        expected.scope = AccessScope::Sessions;
        expected.action = AccessAction::Read;
        expected.updatedAt = given.clock.now();
        QCOMPARE(given
                     .update(given.ada, before,
                             {.scope = AccessScope::Sessions, .action = AccessAction::Read})
                     .value(),
                 expected);
        const api::Authorization profile = given.give(given.ada, given.bob).value();
        const auto second =
            given.update(given.ada, profile, {.scope = AccessScope::Sessions, .action = {}});
        QCOMPARE(second.error().code, u"authorizationExists"_s);
        QCOMPARE(given.seen(given.ada, profile).value(), profile);
    }

    void eitherTakesItBack()
    {
        const Given given;
        for (const api::User &by : {given.ada, given.bob}) {
            const api::Authorization one = given.give(given.ada, given.bob).value();
            QCOMPARE(given.revoke(given.eve, one).error().code, u"authorizationUnknown"_s);
            QCOMPARE(given.revoke(by, one).value(), one);
            QCOMPARE(given.revoke(by, one).error().code, u"authorizationUnknown"_s);
            QCOMPARE(given.seen(given.ada, one).error().code, u"authorizationUnknown"_s);
            QVERIFY(given.of(given.bob).isEmpty());
        }
    }

    void whatWasGivenSinceThenIsTakenBack()
    {
        Given given;
        const api::Authorization early = given.give(given.ada, given.bob).value();
        const api::Authorization changed =
            given.give(given.ada, given.bob, AccessScope::Sessions).value();
        const api::Authorization byBob = given.give(given.bob, given.ada).value();
        const api::Authorization toEve = given.give(given.ada, given.eve).value();
        given.clock.advance(1s);
        const Timestamp then = given.clock.now();
        QVERIFY(given.revoke(given.ada, toEve));
        const api::Authorization late = given.give(given.ada, given.eve).value();
        const api::Authorization later =
            given.give(given.ada, given.eve, AccessScope::Sessions).value();
        const auto since = [&] {
            return given->authorizations.revokeSince(given.ada.id, then).value();
        };
        QCOMPARE(since(), (QList{later, late}));
        QCOMPARE(given.of(given.ada), (QList{byBob, changed, early}));
        const auto written =
            given.update(given.ada, early, {.scope = {}, .action = AccessAction::Write});
        QCOMPARE(since(), QList{written.value()});
        QCOMPARE(given.of(given.ada), (QList{byBob, changed}));
        QCOMPARE(given->authorizations.revokeSince(given.ada.id).value(), QList{changed});
        QCOMPARE(given.of(given.ada), QList{byBob});
        QVERIFY(given->authorizations.revokeSince(given.ada.id).value().isEmpty());
    }

    void whoHasToDoWithThemIsToldOnce()
    {
        const Given given;
        QVERIFY(given->authorizations.othersOf(given.ada.id).value().isEmpty());
        QVERIFY(given.give(given.ada, given.bob));
        QVERIFY(given.give(given.ada, given.bob, AccessScope::Sessions));
        QVERIFY(given.give(given.bob, given.ada));
        QVERIFY(given.give(given.eve, given.ada));
        const auto others = given->authorizations.othersOf(given.ada.id).value();
        QCOMPARE(others.size(), 2);
        QVERIFY(others.contains(given.bob.id) && others.contains(given.eve.id));
        QCOMPARE(given->authorizations.othersOf(given.eve.id).value(), QList{given.ada.id});
    }

    void twoHundredAreGivenAtMost()
    {
        const Given given;
        const auto atOnce = storage::Transaction::begin(given->database());
        api::Authorization last;
        for (qint64 i = 0; i < authorizationsAtMost; ++i)
            last = given.give(given.ada, given.user(u"u%1@example.com"_s.arg(i))).value();
        const auto oneMore = given.give(given.ada, given.bob);
        QCOMPARE(oneMore.error().kind, Error::Kind::Conflict);
        QCOMPARE(oneMore.error().code, u"tooManyAuthorizations"_s);
        QVERIFY(given.give(given.bob, given.ada));
        QVERIFY(given.revoke(given.ada, last));
        QVERIFY(given.give(given.ada, given.bob));
    }

    void whatOthersGiveHidesNothingOfOnesOwn()
    {
        const Given given;
        const auto atOnce = storage::Transaction::begin(given->database());
        const api::Authorization own = given.give(given.ada, given.bob).value();
        api::Authorization newest;
        for (int i = 0; i < 201; ++i)
            newest = given.give(given.user(u"u%1@example.com"_s.arg(i)), given.ada).value();
        const auto shown = given.of(given.ada);
        QCOMPARE(shown.size(), 201);
        QCOMPARE(shown.first(), newest);
        QCOMPARE(shown.last(), own);
    }
};

LATCHKEY_TEST(AuthorizationStoreTest)

#include "tst_authorizations.moc"
