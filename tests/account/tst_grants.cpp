#include "account/grantstore.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using api::GrantState;

/// Subscriptions that are given and received, as the pages find them.
class GrantStoreTest : public QObject
{
    Q_OBJECT

    static api::Grant grant(const QString &id, GrantState state = GrantState::Active)
    {
        return {.id = api::GrantId(id),
                .giver = api::cardOf(Stage::user(u"Ada"_s)),
                .receiver = api::cardOf(Stage::user(u"Grace"_s)),
                .package = api::Package::Benefits,
                .state = state};
    }
    static void answerLoad(Stage &stage, const QList<api::Grant> &received,
                           const QList<api::Grant> &given)
    {
        stage.answer<api::ListReceivedGrants>({.grants = received});
        stage.answer<api::ListGivenGrants>({.grants = given});
    }
    static GrantStore &loaded(Stage &stage)
    {
        GrantStore &store = *stage.accounts.grants(stage.signIn().id());
        store.load();
        answerLoad(stage, {grant(u"g1"_s)}, {grant(u"g2"_s)});
        return store;
    }
    static api::Event changed()
    {
        return {.id = api::EventId(u"e1"_s), .kind = api::EventKind::GrantsChanged};
    }

private Q_SLOTS:
    void nothingIsLoadedUntilSomebodyWantsIt()
    {
        Stage stage;
        GrantStore &store = *stage.accounts.grants(stage.signIn().id());
        QVERIFY(store.isOffered() && store.canGive() && store.canChange() && store.canEnd());
        stage.happen(changed());
        QCOMPARE(stage.line(), QByteArray());
        int ends = 0;
        for (int i = 0; i < 2; ++i)
            store.load().then(this, [&](const auto &result) { ends += result.has_value(); });
        QCOMPARE(stage.line(), QByteArray("GET /v1/grants/received"));
        stage.answer<api::ListReceivedGrants>({.grants = {grant(u"g1"_s)}});
        QVERIFY(store.isLoading() && !store.isLoaded());
        QCOMPARE(stage.line(), QByteArray("GET /v1/grants"));
        stage.answer<api::ListGivenGrants>({.grants = {grant(u"g2"_s)}});
        QCOMPARE(stage.line(), QByteArray());
        QVERIFY(ends == 2 && store.isLoaded() && !store.isLoading());
        QCOMPARE(store.received(), QList{grant(u"g1"_s)});
        QCOMPARE(store.given(), QList{grant(u"g2"_s)});
    }

    void aChangeElsewhereIsHeardOf()
    {
        Stage stage;
        GrantStore &store = loaded(stage);
        stage.happen(changed());
        QVERIFY(store.isLoading());
        QCOMPARE(store.given().size(), 1);
        stage.happen(changed()); // while that load is under way
        answerLoad(stage, {}, {});
        QVERIFY(store.isLoading());
        QCOMPARE(store.given().size(), 1);
        answerLoad(stage, {grant(u"g1"_s, GrantState::Cancelled)}, {});
        QVERIFY(!store.isLoading());
        QCOMPARE(store.received().first().state, GrantState::Cancelled);
        QVERIFY(store.given().isEmpty());
    }

    void aFailedLoadKeepsWhatWasKnown_data()
    {
        QTest::addColumn<bool>("isSecond");
        QTest::newRow("received") << false;
        QTest::newRow("given") << true;
    }

    void aFailedLoadKeepsWhatWasKnown()
    {
        QFETCH(const bool, isSecond);
        Stage stage;
        GrantStore &store = loaded(stage);
        store.load();
        if (isSecond)
            stage.answer<api::ListReceivedGrants>({});
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(store.lastError() && !store.isLoading());
        QCOMPARE(store.received().size(), 1);
        QCOMPARE(store.given().size(), 1);
    }

    void oneThatIsGivenStandsThereAtOnceAndOnce()
    {
        Stage stage;
        GrantStore &store = loaded(stage);
        store.give({.receiver = api::UserId(u"u2"_s), .package = api::Package::Benefits});
        QCOMPARE(stage.line(), QByteArray("POST /v1/grants"));
        stage.answer<api::CreateGrant>(grant(u"g3"_s));
        QCOMPARE(store.given(), (QList{grant(u"g3"_s), grant(u"g2"_s)}));
        stage.happen(changed());
        answerLoad(stage, {grant(u"g1"_s)}, {grant(u"g3"_s), grant(u"g2"_s)});
        QCOMPARE(store.given().size(), 2);
    }

    void changesAndEnds()
    {
        Stage stage;
        GrantStore &store = loaded(stage);
        const api::GrantId id(u"g2"_s);
        store.change({.id = id, .tier = api::PackageTier::Premium});
        QVERIFY(store.isPending(id));
        api::Grant after = grant(u"g2"_s);
        after.tier = api::PackageTier::Premium;
        stage.answer<api::UpdateGrant>(after);
        QVERIFY(!store.isPending(id));
        QCOMPARE(store.given(), QList{after});
        store.end(api::GrantId(u"g1"_s));
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/grants/g1"));
        stage.answer<api::EndGrant>(grant(u"g1"_s, GrantState::Cancelled));
        QCOMPARE(store.received().first().state, GrantState::Cancelled);
        QCOMPARE(stage.line(), QByteArray());
    }

    void aRefusedChangeLooksOnceMore()
    {
        Stage stage;
        GrantStore &store = loaded(stage);
        const api::GrantId id(u"g2"_s);
        store.end(id);
        stage.refuse(Error::of(Kind::NotFound, u"grantUnknown"_s));
        QVERIFY(store.isLoading() && !store.isPending(id));
    }
};

LATCHKEY_TEST(GrantStoreTest)
#include "tst_grants.moc"
