#include "account/actingonbehalf.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

/// Ada, who is an administrator, and Grace.
struct Scene
{
    Scene()
        : own(stage.signIn())
        , over(&acting(), &ActingOnBehalf::over)
    {
        api::User ada = Stage::user(u"Ada"_s, 2);
        ada.role = api::Role::Admin;
        own.learn(ada);
    }

    ActingOnBehalf &acting() const { return stage.accounts.acting(); }

    /// By a clock of the server's own.
    static api::SignedIn grace()
    {
        api::SignedIn begun{.token = Secret(u"lks_2"_s),
                            .user = Stage::user(u"Grace"_s),
                            .session = Stage::session(u"s9"_s)};
        begun.user.id = api::UserId(u"u2"_s);
        begun.user.email = u"grace@example.com"_s;
        begun.session.kind = api::SessionKind::OnBehalf;
        begun.session.startedAt = Timestamp(24h * 9000);
        begun.session.expiresAt = begun.session.startedAt + 30min;
        return begun;
    }
    void ask()
    {
        acting()
            .begin(own.id(), u"grace@example.com"_s, u"Ticket 4711, as asked"_s)
            .then(&context, [this](const Result<ProfileId> &result) { begun = result; });
    }
    Account &begin()
    {
        ask();
        stage.answer<api::SignInOnBehalf>(grace());
        return *stage.accounts.account(begun->value());
    }

    Stage stage;
    Account &own;
    QSignalSpy over;
    QObject context;
    std::optional<Result<ProfileId>> begun;
};

} // namespace

/// An administrator in the account of somebody else.
class ActingOnBehalfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyForAdministrators()
    {
        Stage stage;
        Account &account = stage.signIn();
        QVERIFY(!ActingOnBehalf::isOffered(account));
        api::User me = Stage::user(u"Ada"_s, 2);
        me.role = api::Role::Support;
        account.learn(me);
        QVERIFY(!ActingOnBehalf::isOffered(account));
        me.role = api::Role::Admin;
        me.version = 3;
        account.learn(me);
        QVERIFY(ActingOnBehalf::isOffered(account));
    }

    void itStandsBesideOnesOwn()
    {
        Scene scene;
        scene.ask();
        QCOMPARE(scene.stage.line(), QByteArray("POST /v1/session/on-behalf"));
        QVERIFY(scene.stage.asked().body.contains("Ticket 4711, as asked"));
        QSignalSpy began(&scene.acting(), &ActingOnBehalf::began);
        scene.stage.answer<api::SignInOnBehalf>(Scene::grace());
        QCOMPARE(began.size(), 1);
        const ProfileId id = scene.begun->value();
        QCOMPARE(scene.stage.accounts.ids(), (QList{scene.own.id(), id}));
        const Account &there = *scene.stage.accounts.account(id);
        QVERIFY(there.isActing() && !scene.own.isActing());
        QVERIFY(there.state().isOnline());
        QCOMPARE(there.user()->name, u"Grace"_s);
        QCOMPARE(there.profile().title(), u"Grace"_s);
        QCOMPARE(there.profile().acting->by, scene.own.id());
        QVERIFY(there.profile().acting->until == scene.stage.clock.now() + 30min);
        QCOMPARE(scene.own.credential()->revealText(), u"lk-token-1"_s);
        QCOMPARE(scene.own.user()->name, u"Ada"_s);
    }

    void nothingOfItIsWritten()
    {
        Scene scene;
        Account &there = scene.begin();
        settle();
        QCOMPARE(scene.stage.profiles.all().size(), 1);
        QVERIFY(!scene.stage.profiles.find(there.profile().server.url, api::UserId(u"u2"_s)));
        Profiles next(scene.stage.dir.filePath(u"profiles.json"_s));
        QVERIFY(next.load());
        QCOMPARE(next.all().size(), 1);
        QVERIFY(!next.find(there.id()));
        QVERIFY(
            !QFile::exists(scene.stage.dir.filePath(u"cache/"_s + there.id().text() + u".json"_s)));
        bool isGone = false;
        scene.stage.keychain.memory.read(u"profile-"_s + there.id().text())
            .then(this, [&](const auto &token) { isGone = !token; });
        settle();
        QVERIFY(isGone);
    }

    void whatIsItsOwnersAloneCanNotBeDone()
    {
        Scene scene;
        Account &there = scene.begin();
        QVERIFY(there.can<api::UpdateProfile>() && there.can<api::ListSessions>());
        QVERIFY(there.can<api::SignOut>());
        QVERIFY(!there.can<api::ChangePassword>() && !there.can<api::EnrolTotp>());
        QVERIFY(!there.can<api::RenameFactor>() && !there.can<api::ForgetTrustedDevice>());
        QVERIFY(!there.can<api::CreateApiSession>() && !there.can<api::EndSession>());
        QVERIFY(!there.can<api::StartEmailChange>() && !there.can<api::FindAccount>());
        QVERIFY(there.can<api::ListGivenGrants>() && !there.can<api::CreateGrant>());
        QVERIFY(!there.can<api::EndGrant>() && !there.can<api::RevokeAuthorization>());
        QVERIFY(!scene.stage.accounts.sessions(there.id())->canEnd());
        QVERIFY(scene.own.can<api::ChangePassword>() && scene.own.can<api::EndSession>());
        std::optional<Result<api::Session>> ended;
        there.ask(api::EndSession{.id = api::SessionId(u"s1"_s)}).then(this, [&](const auto &end) {
            ended = end;
        });
        QCOMPARE(scene.stage.line(), QByteArray());
        QVERIFY(ended && !*ended);
    }

    void nobodyIsAskedWhetherTheyKnowASignIn()
    {
        Scene scene;
        Account &there = scene.begin();
        const SessionStore &sessions = *scene.stage.accounts.sessions(there.id());
        api::Session other = Stage::session(u"s3"_s);
        other.startedAt = Scene::grace().session.startedAt + 1min;
        QCOMPARE(sessions.answersFor(other), SessionStore::Answers::None);
        QVERIFY(!sessions.isUnvouched(other));
    }

    void aRefusalIsTold()
    {
        Scene scene;
        scene.ask();
        scene.stage.refuse(Error::of(Kind::Forbidden, u"isAdmin"_s));
        QVERIFY(scene.begun && !*scene.begun);
        QCOMPARE(scene.begun->error().code, u"isAdmin"_s);
        QCOMPARE(scene.stage.accounts.ids().size(), 1);
    }

    void itIsOverWithItsTime()
    {
        Scene scene;
        Account &there = scene.begin();
        const ProfileId id = there.id();
        scene.stage.alarm.advance(29min);
        settle();
        QCOMPARE(scene.over.size(), 0);
        scene.stage.alarm.advance(1min);
        settle();
        QCOMPARE(scene.over.size(), 1);
        QVERIFY(there.state().isSignedOut() && !scene.own.state().isSignedOut());
        QCOMPARE(scene.stage.accounts.ids().size(), 2);
        scene.acting().end(id);
        settle();
        QCOMPARE(scene.stage.accounts.ids(), QList{scene.own.id()});
    }

    void itIsOverWithTheSessionThatBeganIt()
    {
        Scene scene;
        Account &there = scene.begin();
        scene.stage.accounts.signOut(scene.own.id());
        settle();
        QVERIFY(there.state().isSignedOut());
        QCOMPARE(scene.over.size(), 1);
    }

    void itIsOverWhereItsOwnerEndsIt()
    {
        Scene scene;
        Account &there = scene.begin();
        there.refused(Error::of(Kind::Unauthorized, u"sessionEnded"_s));
        QCOMPARE(scene.over.size(), 1);
        QVERIFY(scene.own.state().isOnline());
    }

    void whoEndsItIsNotTold()
    {
        Scene scene;
        const ProfileId id = scene.begin().id();
        scene.acting().end(id);
        QCOMPARE(scene.stage.line(), QByteArray("DELETE /v1/session"));
        QCOMPARE(scene.stage.asked().headers.value("Authorization"), QByteArray("Bearer lks_2"));
        scene.stage.answer<api::SignOut>({});
        settle();
        QCOMPARE(scene.over.size(), 0);
        QCOMPARE(scene.stage.accounts.ids(), QList{scene.own.id()});
        QVERIFY(scene.own.state().isOnline());
    }
};

LATCHKEY_TEST(ActingOnBehalfTest)
#include "tst_actingonbehalf.moc"
