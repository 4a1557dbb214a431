#include "account/sessionstore.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QFile>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using StateKind = AccountState::Kind;

/// What an account does where its API has few words; by Aurora's, as it was published first.
class ForeignWireTest : public QObject
{
    Q_OBJECT

    static ServerAddress server()
    {
        ServerAddress address = Stage::server();
        address.wire.name = u"aurora"_s;
        return address;
    }

    static void answer(Stage &stage, int status, const QByteArray &body)
    {
        HttpReply reply{.status = status, .headers = {}, .body = body};
        reply.headers.add("Content-Type", "application/json");
        stage.give(reply);
    }

    static ProfileId signIn(Stage &stage)
    {
        const auto flow = stage.accounts.signInFlow(server());
        flow->submitEmail(u"ada"_s);
        settle();
        flow->submitPassword(Secret(u"right"_s));
        answer(stage, 200, R"({"success":true,"accessToken":"t1"})");
        return flow->profile();
    }

private Q_SLOTS:
    void signsInWithNothingButALogin()
    {
        Stage stage;
        const auto flow = stage.accounts.signInFlow(server());
        flow->submitEmail(u"ada"_s);
        settle();
        QCOMPARE(flow->step(), SignInFlow::Step::Password); // nobody was asked how
        QVERIFY(!flow->canRecover());
        flow->submitPassword(Secret(u"wrong"_s));
        QCOMPARE(stage.line(), QByteArray("POST /api/v3/login"));
        answer(stage, 401,
               R"({"success":false,"error":"Invalid username, password, or access token"})");
        QCOMPARE(flow->error()->code, u"wrongCredentials"_s);
        flow->submitPassword(Secret(u"right"_s));
        answer(stage, 200, R"({"success":true,"accessToken":"t1"})");
        QCOMPARE(flow->step(), SignInFlow::Step::Done);

        const Profile profile = *stage.profiles.find(flow->profile());
        QCOMPARE(profile.login(), u"ada"_s);
        QCOMPARE(profile.server.wire.name, u"aurora"_s);
        const Account &account = *stage.accounts.account(profile.id);
        QCOMPARE(account.state().kind, StateKind::Online);
        QVERIFY(!account.can<api::ListSessions>());
        QVERIFY(!stage.accounts.sessions(profile.id)->lastError());
    }

    void isThereAgainAfterAStart()
    {
        Stage stage;
        const ProfileId id = signIn(stage);
        Profiles read(stage.dir.filePath(u"profiles.json"_s));
        read.load().value();
        Accounts again(stage.around(), read, stage.keeping,
                       OfflineCache(stage.dir.filePath(u"none"_s)));
        const size_t before = stage.count();
        again.restoreAll();
        settle();
        const Account &account = *again.account(id);
        QCOMPARE(account.state().kind, StateKind::Online);
        QCOMPARE(api::loginOf(*account.user()), u"ada"_s);
        QCOMPARE(stage.count(), before); // there is nothing that it could ask
    }

    void theSamePersonIsTheSameProfile()
    {
        Stage stage;
        const ProfileId id = signIn(stage);
        stage.accounts.account(id)->close(AccountState::Reason::Refused);
        const auto flow = stage.accounts.signInAgain(id);
        settle();
        QCOMPARE(flow->email(), u"ada"_s);
        flow->submitPassword(Secret(u"right"_s));
        answer(stage, 200, R"({"success":true,"accessToken":"t2"})");
        QCOMPARE(flow->profile(), id);
        QCOMPARE(stage.profiles.all().size(), 1);
        QCOMPARE(stage.accounts.account(id)->state().kind, StateKind::Online);
    }

    void whoGotAnotherNameIsTheSamePerson()
    {
        Stage stage;
        ServerAddress temporal = Stage::server();
        temporal.wire.name = u"temporal"_s;
        const auto first = stage.accounts.signInFlow(temporal);
        first->submitEmail(u"ada@example.com"_s);
        settle();
        first->submitPassword(Secret(u"right"_s));
        const auto begin = [&stage](const QByteArray &token) {
            const Timestamp end = stage.clock.now() + std::chrono::hours(24);
            answer(stage, 200,
                   "{\"expire\":\"" + toRfc3339(end).toUtf8() + "\",\"token\":\"" + token + "\"}");
            answer(stage, 200, R"({"code":200,"response":"ada"})");
        };
        begin("t1");
        const ProfileId id = first->profile();
        QCOMPARE(stage.profiles.find(id)->login(), u"ada"_s);
        QCOMPARE(stage.profiles.find(id)->email, u"ada@example.com"_s);
        stage.accounts.account(id)->close(AccountState::Reason::Refused);

        const auto again = stage.accounts.signInAgain(id);
        settle();
        again->submitPassword(Secret(u"right"_s));
        QVERIFY(stage.asked().body.contains("\"ada\""));
        begin("t2");
        QCOMPARE(again->step(), SignInFlow::Step::Done);
        QCOMPARE(again->profile(), id);
        QCOMPARE(stage.profiles.all().size(), 1);
        QCOMPARE(stage.profiles.find(id)->email, u"ada@example.com"_s);
        QCOMPARE(stage.accounts.account(id)->state().kind, StateKind::Online);
    }

    void signsOutWhereTheServerNeedNotKnow()
    {
        Stage stage;
        const ProfileId id = signIn(stage);
        const size_t before = stage.count();
        Result<Nothing> ended = failure(Error());
        stage.accounts.signOut(id).then(this, [&](const Result<Nothing> &told) { ended = told; });
        settle();
        QVERIFY(ended);
        QCOMPARE(stage.count(), before);
        bool isKept = true;
        stage.keychain.memory.read(u"profile-"_s + id.text())
            .then(this, [&](const Result<Secret> &kept) { isKept = kept.has_value(); });
        settle();
        QVERIFY(!isKept);
    }

    void renewsBeforeItEndsWhatUseDoesNotProlong()
    {
        Stage stage;
        ServerAddress temporal = Stage::server();
        temporal.wire.name = u"temporal"_s;
        const auto flow = stage.accounts.signInFlow(temporal);
        flow->submitEmail(u"ada"_s);
        settle();
        flow->submitPassword(Secret(u"right"_s));
        const auto token = [&stage](const QByteArray &name) -> QByteArray {
            const Timestamp end = stage.clock.now() + std::chrono::hours(24);
            return "{\"expire\":\"" + toRfc3339(end).toUtf8() + "\",\"token\":\"" + name + "\"}";
        };
        answer(stage, 200, token("t1"));
        QCOMPARE(flow->step(), SignInFlow::Step::Done);
        answer(stage, 200, R"({"code":200,"response":"ada"})");
        const auto pass = [&stage](std::chrono::milliseconds time) {
            stage.clock.advance(time);
            stage.alarm.advance(time);
            settle();
        };
        for (int minutes = 0; minutes < 715; minutes += 5)
            pass(std::chrono::minutes(5));
        QVERIFY(stage.line().isEmpty());
        pass(std::chrono::minutes(5));
        QCOMPARE(stage.line(), QByteArray("GET /v2/auth/refresh"));
        stage.breakOff();
        QVERIFY(stage.line().isEmpty());
        pass(std::chrono::seconds(20));
        QCOMPARE(stage.line(), QByteArray("GET /v2/auth/refresh"));
        answer(stage, 200, token("t2"));
        const Account &account = *stage.accounts.account(flow->profile());
        QCOMPARE(account.credential()->reveal(), QByteArray("t2"));
        QCOMPARE(*account.profile().tokenEnds, stage.clock.now() + std::chrono::hours(24));
    }

    void triesAgainAsItsProfileSays()
    {
        Stage stage;
        const ProfileId id = signIn(stage);
        Profile profile = *stage.profiles.find(id);
        profile.server.wire.version = 7;
        profile.server.retries.initialInterval = std::chrono::seconds(4);
        profile.server.retries.maxElapsedTime = std::chrono::seconds(10);
        stage.profiles.update(profile).value();
        settle();
        const QByteArray line = "GET /api/v7/user/info";
        QCOMPARE(stage.line(), line); // who that is can be asked by now
        const auto fail = [&stage] { answer(stage, 503, {}); };
        const auto pass = [&stage](std::chrono::milliseconds time) {
            stage.clock.advance(time);
            stage.alarm.advance(time);
            settle();
        };
        fail();
        QVERIFY(stage.line().isEmpty());
        pass(std::chrono::milliseconds(3'000)); // three quarters of it, as chance has it here
        QCOMPARE(stage.line(), line);
        fail();
        pass(std::chrono::milliseconds(3'600)); // longer by a fifth
        QCOMPARE(stage.line(), line);
        fail(); // the third would come too late
        pass(std::chrono::seconds(10));
        QVERIFY(stage.line().isEmpty());

        profile.server.retries.strategy = RetryChoice::Strategy::None;
        stage.profiles.update(profile).value();
        QCOMPARE(stage.line(), line);
        fail();
        pass(std::chrono::seconds(10));
        QVERIFY(stage.line().isEmpty());
    }

    void aVersionOfItsOwnIsKept()
    {
        Stage stage;
        const ProfileId id = signIn(stage);
        Profile profile = *stage.profiles.find(id);
        profile.server.wire.version = 7;
        stage.profiles.update(profile).value();
        QVERIFY(stage.accounts.account(id)->can<api::Me>());
        Profiles read(stage.dir.filePath(u"profiles.json"_s));
        read.load().value();
        QCOMPARE(read.find(id)->server.wire, profile.server.wire);

        QFile file(stage.dir.filePath(u"profiles.json"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray known = file.readAll();
        file.resize(0);
        file.write(QByteArray(known).replace("\"aurora\"", "\"notYetThere\""));
        file.close();
        QCOMPARE(read.load().error().code, u"profileUnreadable"_s);
    }
};

LATCHKEY_TEST(ForeignWireTest)

#include "tst_foreignwire.moc"
