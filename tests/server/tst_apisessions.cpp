#include "member.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Ada, who makes sessions for her programs.
class Maker : public Member
{
public:
    using Member::Member;

    Answer make(const QByteArray &labels = "'Backup'", const QByteArray &end = "'unlimited':true")
    {
        return post("/v1/api-sessions", "{'labels':[" + labels + "]," + end + "}");
    }
    QByteArray in(std::chrono::milliseconds time) const
    {
        return "'expiresAt':'" + toRfc3339(stand.clock.now() + time).toLatin1() + "'";
    }
    Answer as(const QByteArray &secret, const QByteArray &method, const QByteArray &path,
              const QByteArray &body = {}) const
    {
        Browser program(stand.port());
        program.token = secret;
        return program.ask(method, path, quoted(body.constData()));
    }
    /// What one is made with, changed.
    Answer patch(const Answer &made, const QByteArray &what) const
    {
        const QByteArray path =
            "/v1/api-sessions/" + textIn(made.json()[u"session"_s].toObject(), "id");
        const QByteArray body = '{' + what + '}';
        return ask("PATCH", path, quoted(body.constData()));
    }
    int statusOf(const QByteArray &secret) const { return as(secret, "GET", "/v1/me").status; }
    QJsonArray all() const
    {
        return ask("GET", "/v1/api-sessions").json()[u"sessions"_s].toArray();
    }
    qint64 reminders() const
    {
        qint64 count = 0;
        for (const QString &words : wordsTo(email))
            count += words.contains(u"stops working then"_s);
        return count;
    }
};

QByteArray secretIn(const Answer &made)
{
    return textIn(made.json(), "secret");
}

QByteArray idIn(const Answer &made)
{
    return textIn(made.json()[u"session"_s].toObject(), "id");
}

QByteArray pathOf(const Answer &made, const QByteArray &more = {})
{
    return "/v1/api-sessions/" + idIn(made) + more;
}

} // namespace

/// Sessions that programs have.
class ApiSessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsMadeAndUsed()
    {
        Maker ada;
        const Answer made = ada.make("'Backup',' team: billing ','Backup'");
        QCOMPARE(made.status, 200);
        const QByteArray secret = secretIn(made);
        QVERIFY(secret.startsWith("lk_"));
        QCOMPARE(secret.size(), 52);
        const QJsonObject session = made.json()[u"session"_s].toObject();
        QCOMPARE(session[u"labels"_s].toArray(), QJsonArray({u"Backup"_s, u"team: billing"_s}));
        QVERIFY(!session.contains(u"expiresAt"_s));
        QVERIFY(!session.contains(u"lastUsedAt"_s));

        ada.stand.clock.advance(1s);
        QCOMPARE(textIn(ada.as(secret, "GET", "/v1/me").json(), "email"), Member::email);
        const auto used = [&] { return ada.ask("GET", pathOf(made)).json(); };
        // It is noted behind the answer's back.
        QTRY_COMPARE(textIn(used(), "lastUsedAt"), toRfc3339(ada.stand.clock.now()).toLatin1());
        QCOMPARE(textIn(used(), "lastUsedFrom"), "127.0.0.1");
        QVERIFY(!ada.ask("GET", "/v1/api-sessions").body.contains(secret));
    }

    void itsFirstUseIsTold()
    {
        Maker ada;
        const auto told = [&] { return ada.stand.rows(u"events WHERE kind = 'sessionChanged'"_s); };
        const Answer made = ada.make();
        QCOMPARE(told(), 0);
        QCOMPARE(ada.statusOf(secretIn(made)), 200);
        QTRY_COMPARE(told(), 1);
        ada.stand.clock.advance(2min);
        QCOMPARE(ada.statusOf(secretIn(made)), 200);
        const auto used = [&] { return textIn(ada.ask("GET", pathOf(made)).json(), "lastUsedAt"); };
        QTRY_COMPARE(used(), toRfc3339(ada.stand.clock.now()).toLatin1());
        QCOMPARE(told(), 1);
    }

    void theHotAnswerIsWhatTheHandlerSays()
    {
        Maker ada;
        const QByteArray secret = secretIn(ada.make("'Backup','team: billing'"));
        const QJsonObject hot = ada.as(secret, "GET", "/v1/session").json();
        QCOMPARE(hot, ada.as(secret, "GET", "/v1/session?").json());
        QCOMPARE(textIn(hot, "kind"), "api");
        QCOMPARE(textIn(hot[u"device"_s].toObject(), "label"), "Backup, team: billing");
        QCOMPARE(textIn(hot, "expiresAt"), "9999-12-31T23:59:59.999Z");
    }

    void aBrokenSecretIsUnknown()
    {
        Maker ada;
        const QByteArray secret = secretIn(ada.make());
        QByteArray mistyped = secret;
        mistyped[20] = mistyped[20] == 'a' ? 'b' : 'a';
        for (const QByteArray &wrong : {mistyped, secret.chopped(1), QByteArray("lk_")})
            QCOMPARE(ada.as(wrong, "GET", "/v1/me").code(), u"tokenUnknown"_s);
        QCOMPARE(ada.statusOf(secret), 200);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &body, const QString &code,
                            const QString &field) { QTest::newRow(name) << body << code << field; };
        const QByteArray ever = "'unlimited':true";
        row("noLabel", "{'labels':[]," + ever + "}", u"tooFew"_s, u"labels"_s);
        row("emptyLabel", "{'labels':[' ']," + ever + "}", u"empty"_s, u"labels"_s);
        row("longLabel", "{'labels':['" + QByteArray(101, 'x') + "']," + ever + "}", u"tooLong"_s,
            u"labels"_s);
        row("manyLabels", "{'labels':['1','2','3','4','5','6','7','8','9','10','11']," + ever + "}",
            u"tooMany"_s, u"labels"_s);
        row("noEnd", "{'labels':['a']}", u"missingField"_s, u"expiresAt"_s);
        row("notUnlimited", "{'labels':['a'],'unlimited':false}", u"missingField"_s,
            u"expiresAt"_s);
        row("bothEnds", "{'labels':['a'],'expiresAt':'2030-01-01T00:00:00Z'," + ever + "}",
            u"notTogether"_s, u"unlimited"_s);
        row("past", "{'labels':['a'],'expiresAt':'2020-01-01T00:00:00Z'}", u"expiryOutOfRange"_s,
            u"expiresAt"_s);
        row("farAway", "{'labels':['a'],'expiresAt':'2999-01-01T00:00:00Z'}", u"expiryOutOfRange"_s,
            u"expiresAt"_s);
    }
    void refusals()
    {
        QFETCH(QByteArray, body);
        Maker ada;
        const Answer refused = ada.post("/v1/api-sessions", body);
        QCOMPARE(refused.status, refused.code() == u"missingField"_s ? 400 : 422);
        QTEST(refused.code(), "code");
        QTEST(refused.wrongField(), "field");
        QVERIFY(ada.all().isEmpty());
    }

    void itDoesNothingThatAsksWhoSomebodyIs_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *method, const char *path, const char *body = "{}") {
            QTest::newRow(path) << QByteArray(method) << QByteArray(path) << QByteArray(body);
        };
        row("POST", "/v1/api-sessions", "{'labels':['a'],'unlimited':true}");
        row("POST", "/v1/session/proof", "{'password':'correct horse battery staple 7'}");
        row("POST", "/v1/session/code", "{'factor':'emailCode'}");
        row("POST", "/v1/session/proof/code", "{'factor':'emailCode','code':'123456'}");
        row("POST", "/v1/me/password",
            "{'current':'correct horse battery staple 7','next':'four quiet walruses dance 9',"
            "'keepOthers':true}");
        row("PATCH", "/v1/account", "{'name':'Eve'}");
        row("POST", "/v1/sessions/end-others", "");
        row("DELETE", "/v1/sessions/ses_x", "");
        row("POST", "/v1/sessions/ses_x/reinstate", "");
        row("POST", "/v1/sessions/ses_x/review", "{'verdict':'mine'}");
        row("POST", "/v1/factors/totp", "{'name':'Mine'}");
        row("POST", "/v1/accounts/find", "{'email':'ada@example.com'}");
    }
    void itDoesNothingThatAsksWhoSomebodyIs()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        Maker ada; // the first account: an administrator
        const QByteArray secret = secretIn(ada.make());
        const Answer refused = ada.as(secret, method, path, body);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.code(), u"notForApiSessions"_s);
        QCOMPARE(ada.statusOf(secret), 200);
    }

    void itMayEndItself()
    {
        Maker ada;
        const QByteArray secret = secretIn(ada.make());
        QCOMPARE(ada.as(secret, "DELETE", "/v1/session").status, 204);
        QCOMPARE(ada.statusOf(secret), 401);
        const QJsonObject end = ada.all()[0].toObject()[u"end"_s].toObject();
        QCOMPARE(textIn(end, "reason"), "signedOut");
    }

    void makingOneAsksForAFreshSession()
    {
        Maker ada;
        const Answer made = ada.make();
        ada.stand.clock.advance(6min);
        QCOMPARE(ada.make().code(), u"stepUpNeeded"_s);
        QCOMPARE(ada.ask("PATCH", pathOf(made), quoted("{'labels':['b']}")).code(),
                 u"stepUpNeeded"_s);
        QCOMPARE(ada.ask("POST", pathOf(made, "/secret")).code(), u"stepUpNeeded"_s);
        QCOMPARE(ada.ask("GET", pathOf(made)).status, 200);
    }

    void aRotatedOneHasANewSecretAlone()
    {
        Maker ada;
        const Answer made = ada.make();
        ada.stand.clock.advance(2min);
        const Answer rotated = ada.ask("POST", pathOf(made, "/secret"));
        QCOMPARE(rotated.status, 200);
        QCOMPARE(idIn(rotated), idIn(made));
        QCOMPARE(textIn(rotated.json()[u"session"_s].toObject(), "secretMadeAt"),
                 toRfc3339(ada.stand.clock.now()).toLatin1());
        QCOMPARE(ada.as(secretIn(made), "GET", "/v1/me").code(), u"tokenUnknown"_s);
        QCOMPARE(ada.statusOf(secretIn(rotated)), 200);
    }

    void anEndIsMovedAndTakenAway()
    {
        Maker ada;
        const Answer made = ada.make("'a'", ada.in(24h));
        const QByteArray secret = secretIn(made);
        const auto change = [&](const QByteArray &what) { return ada.patch(made, what); };
        const QJsonObject labelled = change("'labels':['b','c']").json();
        QCOMPARE(labelled[u"labels"_s].toArray(), QJsonArray({u"b"_s, u"c"_s}));
        QVERIFY(labelled.contains(u"expiresAt"_s));
        QVERIFY(!change("'unlimited':true").json().contains(u"expiresAt"_s));
        ada.stand.clock.advance(24h * 365);
        QCOMPARE(ada.statusOf(secret), 200);
        ada.token = ada.stand.signIn("ada");
        QCOMPARE(change(ada.in(1h)).status, 200);
        ada.stand.clock.advance(61min);
        QCOMPARE(ada.as(secret, "GET", "/v1/me").code(), u"sessionEnded"_s);
        ada.token = ada.stand.signIn("ada");
        QCOMPARE(change("'unlimited':true").code(), u"apiSessionEnded"_s);
        QCOMPARE(ada.ask("POST", pathOf(made, "/secret")).code(), u"apiSessionEnded"_s);
    }

    void itIsEndedLikeAnyOtherAndTakenBack()
    {
        Maker ada;
        const Answer made = ada.make();
        const QByteArray path = "/v1/sessions/" + idIn(made);
        QCOMPARE(ada.ask("PATCH", path, quoted("{'label':'x'}")).code(), u"isApiSession"_s);
        QCOMPARE(ada.ask("DELETE", path).status, 200);
        QCOMPARE(ada.statusOf(secretIn(made)), 401);
        QVERIFY(ada.all()[0].toObject().contains(u"end"_s));
        QCOMPARE(ada.ask("POST", path + "/reinstate").status, 200);
        QCOMPARE(ada.statusOf(secretIn(made)), 200);
    }

    void itOutlivesTheOthersButNoPassword()
    {
        Maker ada;
        const QByteArray first = secretIn(ada.make());
        QCOMPARE(ada.ask("POST", "/v1/sessions/end-others").status, 200);
        QCOMPARE(ada.statusOf(first), 200);
        const auto changePassword = [&](const QByteArray &from, const QByteArray &to,
                                        const QByteArray &keep) {
            const Answer changed = ada.ask("POST", "/v1/me/password",
                                           quoted("{'current':'") + from + quoted("','next':'") +
                                               to + quoted("','keepOthers':") + keep + '}');
            ada.token = textIn(changed.json(), "token");
        };
        changePassword(goodPassword, "four quiet walruses dance 9", "true");
        QCOMPARE(ada.statusOf(first), 200);
        changePassword("four quiet walruses dance 9", goodPassword, "false");
        QCOMPARE(ada.statusOf(first), 401);
    }

    void itGoesWithTheStrangerWhoMadeIt()
    {
        Maker ada;
        const QByteArray own = secretIn(ada.make());
        ada.stand.clock.advance(1s);
        Maker &eve = ada;
        const QByteArray adas = std::exchange(eve.token, ada.stand.signIn("ada"));
        const QByteArray stranger = textIn(eve.ask("GET", "/v1/session").json(), "id");
        const QByteArray left = secretIn(eve.make("'Harmless'"));
        ada.token = adas;
        QCOMPARE(ada.statusOf(left), 200);
        QCOMPARE(ada.post("/v1/sessions/" + stranger + "/review", "{'verdict':'notMine'}").status,
                 200);
        QCOMPARE(ada.statusOf(left), 401);
        QCOMPARE(ada.statusOf(own), 200);
    }

    void itIsNobodyElses()
    {
        Maker ada;
        const Answer made = ada.make();
        ada.token = ada.stand.signUp("bob");
        for (const Answer &refused :
             {ada.ask("GET", pathOf(made)), ada.ask("PATCH", pathOf(made), quoted("{}")),
              ada.ask("POST", pathOf(made, "/secret"))})
            QCOMPARE(refused.code(), u"sessionUnknown"_s);
        QVERIFY(ada.all().isEmpty());
    }

    void thereAreNotAnyNumberOfThem()
    {
        Maker ada;
        QByteArray last;
        for (int i = 0; i < 100; ++i)
            last = idIn(ada.make());
        QCOMPARE(ada.make().code(), u"tooManyApiSessions"_s);
        QCOMPARE(ada.make().status, 409);
        QCOMPARE(ada.ask("DELETE", "/v1/sessions/" + last).status, 200);
        QCOMPARE(ada.make().status, 200);
        QCOMPARE(ada.all().size(), 101);
    }

    void theOwnerIsTold()
    {
        Maker ada;
        ada.make("'Backup','team: billing'");
        const QString words = ada.wordsTo(Member::email).value(0);
        QVERIFY2(words.contains(u"- Labels: Backup, team: billing"_s), qPrintable(words));
    }

    void theOwnerIsRemindedOnce()
    {
        Maker ada([](server::ServerConfig &config) { config.housekeepingEvery = 5ms; });
        ada.make("'Weekly'", ada.in(24h * 7));
        const Answer monthly = ada.make("'Monthly'", ada.in(24h * 30));
        const auto comes = [](const std::function<bool()> &what) { return QTest::qWaitFor(what); };
        const auto isReminded = [&](qint64 times) {
            return comes([&] { return ada.reminders() == times; });
        };
        const auto expired = [&] {
            return ada.stand.rows(u"sessions WHERE kind = 'api' AND end_reason = 'expired'"_s);
        };
        ada.stand.clock.advance(24h * 22);
        QVERIFY(comes([&] { return expired() == 1; })); // the other one, of which nobody is told
        QCOMPARE(ada.reminders(), 0);
        ada.stand.clock.advance(24h + 1h);
        QVERIFY(isReminded(1));
        ada.token = ada.stand.signIn("ada");
        const auto change = [&](const QByteArray &what) { return ada.patch(monthly, what).status; };
        QCOMPARE(change("'labels':['Every month']"), 200);
        QCOMPARE(change(ada.in(24h * 20)), 200);
        ada.stand.clock.advance(24h * 14);
        QVERIFY(isReminded(2));
        ada.stand.clock.advance(24h * 7);
        QVERIFY(comes([&] { return expired() == 2; }));
        QCOMPARE(ada.reminders(), 2);
    }

    void whatIsDoneIsWrittenDown()
    {
        Maker ada;
        const auto before = ada.stand.rows(u"audit"_s);
        const Answer made = ada.make();
        ada.ask("PATCH", pathOf(made), quoted("{'labels':['b']}"));
        ada.ask("PATCH", pathOf(made), quoted("{'labels':['b']}")); // as it is
        ada.ask("POST", pathOf(made, "/secret"));
        QCOMPARE(ada.stand.rows(u"audit"_s), before + 3);
    }
};

LATCHKEY_TEST(ApiSessionsTest)

#include "tst_apisessions.moc"
