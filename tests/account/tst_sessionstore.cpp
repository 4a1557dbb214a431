#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;

class SessionStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesThroughAndKeepsOldRowsMeanwhile()
    {
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        QCOMPARE(store.ids().size(), 2);
        QVERIFY(store.find(store.currentId())->current);
        QSignalSpy removed(&store, &SessionStore::removed);
        QSignalSpy inserted(&store, &SessionStore::inserted);
        int told = 0;
        store.load().then(this, [&](const auto &) { ++told; });
        store.load().then(this, [&](const auto &) { ++told; });
        QVERIFY(store.isLoading());
        const size_t asked = stage.count();
        stage.answer<api::ListSessions>(
            {.sessions = {Stage::session(u"s1"_s)}, .next = u"page2"_s});
        QCOMPARE(store.ids().size(), 2);
        QCOMPARE(stage.asked().query, QByteArray("after=page2&limit=100"));
        stage.answer<api::ListSessions>({.sessions = {Stage::session(u"s3"_s)}, .next = {}});
        QCOMPARE(told, 2);
        QCOMPARE(stage.count(), asked + 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(store.ids().last().text(), u"s3"_s);
        QVERIFY(!store.isLoading());
    }

    void onlyASignInSinceItsOwnIsAskedAbout()
    {
        using Answers = SessionStore::Answers;
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        const auto startedAt = [&stage](const QString &id, std::chrono::minutes sinceOwn) {
            api::Session one = Stage::session(id);
            one.startedAt = stage.clock.now() + sinceOwn;
            return one;
        };
        store.load();
        stage.answer<api::ListSessions>({.sessions = {startedAt(u"s1"_s, 0min)}, .next = {}});
        QCOMPARE(store.answersFor(startedAt(u"s1"_s, 0min)), Answers::None);
        api::Session other = startedAt(u"s2"_s, -1min);
        QCOMPARE(store.answersFor(other), Answers::OnlyNo);
        QVERIFY(store.isUnvouched(other));
        other.proof = api::Proof::SignUp;
        QVERIFY(!store.isUnvouched(other));
        other.proof = api::Proof::Password;
        other.startedAt = stage.clock.now();
        QCOMPARE(store.answersFor(other), Answers::YesOrNo);
        QVERIFY(!store.isUnvouched(other));
        other.reviewed = true;
        QCOMPARE(store.answersFor(other), Answers::None);
        other.reviewed = false;
        other.end = api::SessionEnd{};
        QCOMPARE(store.answersFor(other), Answers::None);
        // Where its own is not known, nor is which came first.
        store.load();
        stage.answer<api::ListSessions>({.sessions = {}, .next = {}});
        QCOMPARE(store.answersFor(startedAt(u"s3"_s, 1min)), Answers::OnlyNo);
        QVERIFY(!store.isUnvouched(startedAt(u"s3"_s, 1min)));
    }

    void aFailedLoadKeepsTheRows_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("no answer") << int(Kind::Network);
        QTest::newRow("refusal") << int(Kind::Forbidden);
        QTest::newRow("broken answer") << int(Kind::Protocol);
        QTest::newRow("circle") << int(Kind::Cancelled);
    }

    void aFailedLoadKeepsTheRows()
    {
        QFETCH(const int, kind);
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        store.load();
        if (kind == int(Kind::Network)) {
            stage.breakOff();
        } else if (kind == int(Kind::Forbidden)) {
            stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        } else if (kind == int(Kind::Protocol)) {
            stage.give({.status = 200, .headers = {}, .body = R"({"sessions": 3})"});
        } else {
            stage.answer<api::ListSessions>({.sessions = {}, .next = u"x"_s});
            stage.answer<api::ListSessions>({.sessions = {}, .next = u"x"_s});
        }
        QVERIFY(!store.isLoading());
        QVERIFY(store.lastError());
        QCOMPARE(store.ids().size(), 2);
        QVERIFY(store.loadedAt());
    }

    void aClosedPageEndsItsWaitingAndTheStoreGoesOn()
    {
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        store.load().cancel();
        QVERIFY(store.isLoading());
        stage.answer<api::ListSessions>({.sessions = {Stage::session(u"s9"_s)}, .next = {}});
        QCOMPARE(store.ids().size(), 1);
    }

    void theStoreHearsFirstAndAlsoWhenThePageIsGone()
    {
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        const api::SessionId id(u"s2"_s);
        QString seen;
        store.rename(id, u"Desk"_s).then(this, [&](const auto &) {
            seen = store.find(id)->device.label;
        });
        QVERIFY(store.isPending(id));
        stage.answer<api::RenameSession>(Stage::session(u"s2"_s, u"Desk"_s));
        QCOMPARE(seen, u"Desk"_s);
        QVERIFY(!store.isPending(id));

        auto page = std::make_unique<QObject>();
        bool isDeadCalled = false;
        store.rename(id, u"Sofa"_s).then(page.get(), [&](const auto &) { isDeadCalled = true; });
        page.reset();
        stage.answer<api::RenameSession>(Stage::session(u"s2"_s, u"Sofa"_s));
        QCOMPARE(store.find(id)->device.label, u"Sofa"_s);
        QVERIFY(!isDeadCalled);
    }

    void aRefusedChangeLeavesTheRow()
    {
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        const api::SessionId id(u"s2"_s);
        store.end(id);
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(!store.find(id)->end);
        QVERIFY(!store.isPending(id));
        store.review(id, api::Verdict::NotMine);
        stage.refuse(Error::of(Kind::NotFound, u"noSuchSession"_s));
        QVERIFY(store.isLoading());
        stage.answer<api::ListSessions>({.sessions = {Stage::session(u"s1"_s)}, .next = {}});
        QVERIFY(!store.find(id));
    }

    void endsTheOthersAtOnce()
    {
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        const api::SessionId id(u"s2"_s);
        store.endOthers();
        QVERIFY(store.isPending(id));
        QVERIFY(!store.isPending(store.currentId()));
        stage.answer<api::EndOtherSessions>({.ended = {id}});
        QCOMPARE(store.find(id)->end->reason, api::EndReason::EndedByOwner);
        QVERIFY(!store.isPending(id));
    }

    void tellsWhoBeganAndWhoWasDisowned()
    {
        Stage stage;
        account::Account &account = stage.signIn();
        account::SessionStore &store = *stage.accounts.sessions(account.id());
        const QSignalSpy began(&store, &account::SessionStore::began);
        const QSignalSpy disowned(&store, &account::SessionStore::disowned);
        api::Session other = Stage::session(u"s9"_s);
        stage.happen({.id = api::EventId(u"e1"_s),
                      .kind = api::EventKind::SessionStarted,
                      .session = Stage::session(u"s1"_s)}); // its own
        stage.happen({.id = api::EventId(u"e2"_s),
                      .kind = api::EventKind::SessionChanged,
                      .session = Stage::session(u"s2"_s)});
        QCOMPARE(began.size(), 0);
        stage.happen({.id = api::EventId(u"e3"_s),
                      .kind = api::EventKind::SessionStarted,
                      .session = other});
        QCOMPARE(began.size(), 1);
        QCOMPARE(began.first().first().value<api::SessionId>(), other.id);

        store.review(other.id, api::Verdict::Mine);
        other.reviewed = true;
        stage.answer<api::ReviewSession>(other);
        store.review(other.id, api::Verdict::NotMine);
        stage.refuse(Error::of(Error::Kind::Forbidden, u"x"_s));
        QCOMPARE(disowned.size(), 0);
        store.review(other.id, api::Verdict::NotMine);
        other.end = api::SessionEnd{.reason = api::EndReason::NotRecognised};
        stage.answer<api::ReviewSession>(other);
        QCOMPARE(disowned.size(), 1);
        QCOMPARE(disowned.first().first().value<api::SessionId>(), other.id);
    }

    void eventsComeInByThemselves()
    {
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        QSignalSpy inserted(&store, &SessionStore::inserted);
        api::Event event{.id = api::EventId(u"e1"_s), .kind = api::EventKind::SessionStarted};
        event.session = Stage::session(u"s7"_s);
        stage.happen(event);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(store.ids().first().text(), u"s7"_s);
        api::Event resync{.id = api::EventId(u"e2"_s), .kind = api::EventKind::Resync};
        stage.happen(resync);
        QVERIFY(store.isLoading());
    }

    void anEventIsNotUndoneByAnOlderPage()
    {
        Stage stage;
        SessionStore &store = *stage.accounts.sessions(stage.signIn().id());
        store.load();
        settle();
        api::Event event{.id = api::EventId(u"e1"_s), .kind = api::EventKind::SessionChanged};
        event.session = Stage::session(u"s2"_s, u"New"_s);
        stage.happen(event);
        stage.answer<api::ListSessions>(
            {.sessions = {Stage::session(u"s1"_s), Stage::session(u"s2"_s, u"Old"_s)}, .next = {}});
        QCOMPARE(store.find(api::SessionId(u"s2"_s))->device.label, u"New"_s);
    }
};

LATCHKEY_TEST(SessionStoreTest)

#include "tst_sessionstore.moc"
