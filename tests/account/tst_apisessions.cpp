#include "account/apisessionstore.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;

/// The sessions that programs have, as the pages find them.
class ApiSessionStoreTest : public QObject
{
    Q_OBJECT

    static api::ApiSession one(const QString &id, const QString &label = u"Backup"_s)
    {
        return {.id = api::SessionId(id), .labels = {label}};
    }
    static ApiSessionStore &loaded(Stage &stage)
    {
        ApiSessionStore &store = *stage.accounts.apiSessions(stage.signIn().id());
        store.load();
        stage.answer<api::ListApiSessions>({.sessions = {one(u"a1"_s)}});
        return store;
    }
    static api::Event told(api::EventKind kind, const QString &id, api::SessionKind of)
    {
        api::Session session{.id = api::SessionId(id), .kind = of};
        return {.id = api::EventId(u"e1"_s), .kind = kind, .session = session};
    }

private Q_SLOTS:
    void nothingIsLoadedUntilSomebodyWantsIt()
    {
        Stage stage;
        ApiSessionStore &store = *stage.accounts.apiSessions(stage.signIn().id());
        stage.happen(told(api::EventKind::SessionStarted, u"a1"_s, api::SessionKind::Api));
        QCOMPARE(stage.line(), QByteArray());
        int ends = 0;
        for (int i = 0; i < 2; ++i)
            store.load().then(this, [&](const auto &result) { ends += result.has_value(); });
        stage.answer<api::ListApiSessions>({.sessions = {one(u"a1"_s)}});
        QCOMPARE(stage.line(), QByteArray());
        QVERIFY(ends == 2 && store.isLoaded() && !store.isLoading());
        QCOMPARE(store.sessions(), QList{one(u"a1"_s)});
    }

    void whatIsDoneElsewhereIsHeardOf()
    {
        Stage stage;
        ApiSessionStore &store = loaded(stage);
        stage.happen(told(api::EventKind::SessionStarted, u"d1"_s, api::SessionKind::Device));
        QCOMPARE(stage.line(), QByteArray());
        stage.happen(told(api::EventKind::SessionStarted, u"a2"_s, api::SessionKind::Api));
        QVERIFY(store.isLoading());
        QCOMPARE(store.sessions().size(), 1);
        stage.answer<api::ListApiSessions>({.sessions = {one(u"a2"_s), one(u"a1"_s)}});
        QCOMPARE(store.sessions().size(), 2);
    }

    void nobodyIsAskedWhoMadeOne()
    {
        Stage stage;
        const ProfileId id = stage.signIn().id();
        QSignalSpy began(stage.accounts.sessions(id), &SessionStore::began);
        stage.happen(told(api::EventKind::SessionStarted, u"a1"_s, api::SessionKind::Api));
        QCOMPARE(began.size(), 0);
        stage.happen(told(api::EventKind::SessionStarted, u"d1"_s, api::SessionKind::Device));
        QCOMPARE(began.size(), 1);
    }

    void aFailedLoadKeepsWhatWasKnown()
    {
        Stage stage;
        ApiSessionStore &store = loaded(stage);
        store.load();
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(store.lastError() && !store.isLoading());
        QCOMPARE(store.sessions().size(), 1);
        store.load();
        stage.answer<api::ListApiSessions>({});
        QVERIFY(!store.lastError() && store.sessions().isEmpty());
    }

    void aNewOneIsThereAtOnceWithItsSecret()
    {
        Stage stage;
        ApiSessionStore &store = loaded(stage);
        Secret secret;
        store.create({.labels = {u"CI"_s}, .unlimited = true})
            .then(this, [&](const Result<api::ApiSessionSecret> &made) { secret = made->secret; });
        stage.answer<api::CreateApiSession>({one(u"a2"_s, u"CI"_s), Secret(u"lk_x"_s)});
        settle();
        QCOMPARE(secret.revealText(), u"lk_x"_s);
        QCOMPARE(store.sessions(), (QList{one(u"a2"_s, u"CI"_s), one(u"a1"_s)}));
    }

    void aChangeDuringALoadIsNotUndoneByIt()
    {
        Stage stage;
        ApiSessionStore &store = loaded(stage);
        store.load();
        QCOMPARE(stage.line(), QByteArray("GET /v1/api-sessions"));
        stage.answer<api::ListApiSessions>({.sessions = {one(u"a1"_s)}});
        store.update({.id = api::SessionId(u"a1"_s), .labels = {{u"CI"_s}}});
        QVERIFY(store.isPending(api::SessionId(u"a1"_s)));
        store.load();
        stage.answer<api::UpdateApiSession>(one(u"a1"_s, u"CI"_s));
        settle();
        QVERIFY(!store.isPending(api::SessionId(u"a1"_s)));
        QCOMPARE(store.sessions(), QList{one(u"a1"_s, u"CI"_s)});
        stage.answer<api::ListApiSessions>({.sessions = {one(u"a1"_s)}}); // begun before it
        QVERIFY(store.isLoading());
        QCOMPARE(store.sessions(), QList{one(u"a1"_s, u"CI"_s)});
        stage.answer<api::ListApiSessions>({.sessions = {one(u"a1"_s, u"CI"_s)}});
        QCOMPARE(store.sessions(), QList{one(u"a1"_s, u"CI"_s)});
    }

    void aRefusedChangeLooksOnceMore()
    {
        Stage stage;
        ApiSessionStore &store = loaded(stage);
        store.rotate(api::SessionId(u"a1"_s));
        stage.refuse(Error::of(Kind::Conflict, u"apiSessionEnded"_s));
        QVERIFY(store.isLoading() && !store.isPending(api::SessionId(u"a1"_s)));
    }

    void unusedIsSaidAfterNinetyDays()
    {
        const Timestamp now{24h * 1000};
        api::ApiSession api{.createdAt = now - 24h * 90};
        QVERIFY(isLongUnused(api, now));
        api.lastUsedAt = now - 24h * 89;
        QVERIFY(!isLongUnused(api, now));
        api.lastUsedAt = now - 24h * 91;
        QVERIFY(isLongUnused(api, now));
        api.end = api::SessionEnd();
        QVERIFY(!isLongUnused(api, now));
        QVERIFY(!isLongUnused(api::ApiSession(), now)); // its API tells of no use
        api::Session session{.kind = api::SessionKind::Api, .lastActiveAt = now - 24h * 90};
        QVERIFY(isLongUnused(session, now));
        session.kind = api::SessionKind::Device;
        QVERIFY(!isLongUnused(session, now));
    }

    void endingSoonIsSaidSevenDaysBefore()
    {
        const Timestamp now{24h * 1000};
        api::ApiSession api;
        QVERIFY(!endsSoon(api, now));
        api.expiresAt = now + 24h * 7;
        QVERIFY(endsSoon(api, now));
        api.expiresAt = now + 24h * 8;
        QVERIFY(!endsSoon(api, now));
    }
};

LATCHKEY_TEST(ApiSessionStoreTest)

#include "tst_apisessions.moc"
