#include "account/runningserver.h"
#include "foreignstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;

/// A server while it runs, as its administrators see and set it.
class RunningServerTest : public QObject
{
    Q_OBJECT

    static api::Figures figures()
    {
        return {.version = u"0.1.0"_s, .users = 1234, .sessions = 56, .sessionsBegun = 7};
    }
    static void loaded(Stage &stage, RunningServer &server)
    {
        server.load();
        stage.answer<api::ShowServerSettings>({.signUpOpen = true});
        stage.answer<api::ShowFigures>(figures());
    }

private Q_SLOTS:
    void onlyForAdministrators()
    {
        Stage stage;
        Account &account = stage.signIn();
        QVERIFY(!RunningServer::isOffered(account));
        api::User me = Stage::user(u"Ada"_s, 2);
        me.role = api::Role::Admin;
        account.learn(me);
        QVERIFY(RunningServer::isOffered(account));
    }

    void asksForAllThatThereIs()
    {
        Stage stage;
        RunningServer server(stage.signIn());
        server.load();
        QCOMPARE(stage.line(), QByteArray("GET /v1/server/settings"));
        stage.answer<api::ShowServerSettings>({.signUpOpen = true});
        QVERIFY(server.isLoading() && !server.isLoaded());
        QCOMPARE(stage.line(), QByteArray("GET /v1/server/figures"));
        stage.answer<api::ShowFigures>(figures());
        QVERIFY(!server.isLoading() && server.isLoaded());
        QVERIFY(server.settings()->signUpOpen);
        QCOMPARE(*server.figures(), figures());
    }

    void whatFailsKeepsWhatWasKnown()
    {
        Stage stage;
        RunningServer server(stage.signIn());
        loaded(stage, server);
        server.load();
        stage.refuse(Error::of(Kind::Forbidden, u"roleTooLow"_s));
        QVERIFY(server.lastError() && !server.isLoading());
        QVERIFY(server.settings() && server.figures());
    }

    void closesSignUp()
    {
        Stage stage;
        RunningServer server(stage.signIn());
        loaded(stage, server);
        server.setSignUpOpen(false);
        QVERIFY(server.isSetting());
        QCOMPARE(stage.line(), QByteArray("PATCH /v1/server/settings"));
        QCOMPARE(stage.asked().body, QByteArray("{\"signUpOpen\":false}"));
        stage.answer<api::EditServerSettings>({.signUpOpen = false});
        QVERIFY(!server.isSetting());
        QVERIFY(!server.settings()->signUpOpen);
        server.setSignUpOpen(true);
        stage.refuse(Error::of(Kind::Forbidden, u"roleTooLow"_s));
        QVERIFY(!server.settings()->signUpOpen);
    }

    void ofMmdlOnlyTheSettingIsKnown()
    {
        Stage stage;
        Account &account = enterBy(stage, u"mmdl"_s);
        say(stage, 200, saidByMmdl(userOfMmdl(1, "ada", "1")));
        QVERIFY(RunningServer::isOffered(account));
        RunningServer server(account);
        server.load();
        QCOMPARE(stage.line(), QByteArray("GET /api/settings/getone"));
        say(stage, 200, saidByMmdl("\"0\""));
        QVERIFY(server.isLoaded() && !server.figures());
        QVERIFY(!server.settings()->signUpOpen);
        QCOMPARE(stage.line(), QByteArray());
        QVERIFY(server.canSet());
        server.setSignUpOpen(true);
        QCOMPARE(stage.line(), QByteArray("POST /api/settings/modify"));
        QVERIFY(stage.asked().body.contains("GLOBAL_DISABLE_USER_REGISTRATION"));
        say(stage, 200, saidByMmdl("\"\""));
        QVERIFY(server.settings()->signUpOpen);
    }

    /// Else everybody there had a page that refuses them.
    void whoIsNotKnownToBeAnAdministratorIsOfferedNothing()
    {
        Stage stage;
        Account &account = enterBy(stage, u"temporal"_s);
        QVERIFY(account.can<api::ShowFigures>());
        QVERIFY(!RunningServer::isOffered(account));
    }
};

LATCHKEY_TEST(RunningServerTest)
#include "tst_runningserver.moc"
