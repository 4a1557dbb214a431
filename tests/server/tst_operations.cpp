#include "stand.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <thread>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString idIn(const Answer &answer)
{
    return answer.json().value(u"id"_s).toString();
}

} // namespace

/// Every operation once as it should be, and each refusal that it documents.
class OperationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesItself()
    {
        Stand stand;
        const Answer before = Browser(stand.port()).ask("GET", "/v1/server");
        QCOMPARE(before.status, 200);
        QVERIFY(before.json().value(u"firstAccountPending"_s).toBool());
        const QString request = QString::fromLatin1(before.field("Request-Id"));
        QVERIFY(!QUuid::fromString(request).isNull());
        QCOMPARE(before.field("X-Request-Id"), before.field("Request-Id"));
        QCOMPARE(before.field("Cache-Control"), "no-store");
        QCOMPARE(before.field("X-Content-Type-Options"), "nosniff");
        stand.signUp("ada");
        const Answer after = Browser(stand.port()).ask("GET", "/v1/server");
        QVERIFY(!after.json().value(u"firstAccountPending"_s).toBool());
    }

    void theFirstAccountIsAdministratorAndTheSecondIsNot()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        const Answer me = browser.ask("GET", "/v1/me");
        QCOMPARE(me.status, 200);
        QCOMPARE(me.json().value(u"role"_s).toString(), u"admin"_s);
        QCOMPARE(me.field("ETag"), "\"1\"");
        browser.token = stand.signUp("bob");
        QCOMPARE(browser.ask("GET", "/v1/me").json().value(u"role"_s).toString(), u"user"_s);
    }

    void aSetUpCodeIsNeededWhereOneWasIssued()
    {
        Stand stand([](server::ServerConfig &config) {
            config.signUp = server::SignUpRule::FirstWithCode;
        });
        QVERIFY(stand.running.setupCode);
        Browser browser(stand.port());
        QVERIFY(browser.ask("GET", "/v1/server").json().value(u"setupCodeRequired"_s).toBool());
        for (const QByteArray &code : {QByteArray(), QByteArray(quoted(",'setupCode':'WRONG'"))}) {
            const Answer refused =
                browser.post("/v1/users", Stand::signUpBody("ada", goodPassword, code));
            QCOMPARE(refused.status, 422);
            QCOMPARE(refused.code(), u"setupCodeWrong"_s);
            QCOMPARE(refused.wrongField(), u"setupCode"_s);
        }
        const QByteArray right =
            quoted(",'setupCode':'") + stand.running.setupCode->reveal().toLower() + '"';
        QCOMPARE(browser.post("/v1/users", Stand::signUpBody("ada", goodPassword, right)).status,
                 200);
        stand.restart();
        QVERIFY(!stand.running.setupCode);
    }

    void aNewSetUpCodeIsIssuedAtEachStart()
    {
        Stand stand([](server::ServerConfig &config) {
            config.signUp = server::SignUpRule::FirstWithCode;
        });
        const Secret first = *stand.running.setupCode;
        stand.restart();
        QVERIFY(!first.matches(*stand.running.setupCode));
    }

    void aCodeOfAnEarlierStartIsForgottenWhereNoneIsAskedFor()
    {
        Stand stand([](server::ServerConfig &config) {
            config.signUp = server::SignUpRule::FirstWithCode;
        });
        stand.restart(
            [](server::ServerConfig &config) { config.signUp = server::SignUpRule::Anybody; });
        QVERIFY(!stand.signUp("ada").isEmpty());
    }

    void signUpRefusals()
    {
        Stand stand;
        stand.signUp("ada");
        Browser browser(stand.port());
        const auto refused = [&](const QByteArray &body, const QString &code,
                                 const QString &field) {
            const Answer answer = browser.post("/v1/users", body);
            QCOMPARE(answer.status, 422);
            QCOMPARE(answer.code(), code);
            QCOMPARE(answer.wrongField(), field);
        };
        refused(Stand::signUpBody("ada"), u"signUpRefused"_s, u"email"_s);
        refused(Stand::signUpBody("ADA"), u"signUpRefused"_s, u"email"_s);
        refused(Stand::signUpBody("bob", "short"), u"passwordTooShort"_s, u"password"_s);
        refused(Stand::signUpBody("bob", "password1"), u"passwordTooWeak"_s, u"password"_s);
        refused(Stand::signUpBody("bob", QByteArray(129, 'x')), u"passwordTooLong"_s,
                u"password"_s);
        refused(Stand::signUpBody("a b"), u"emailInvalid"_s, u"email"_s);
        QCOMPARE(stand.rows(u"users"_s), 1);
    }

    static Answer signUpWith(Stand &stand, const QByteArray &name)
    {
        const QByteArray code = quoted(",'setupCode':'") + stand.running.setupCode->reveal() + '"';
        return Browser(stand.port()).post("/v1/users", Stand::signUpBody(name, goodPassword, code));
    }

    void aClosedServerTakesTheFirstAndThenNobody()
    {
        Stand stand(
            [](server::ServerConfig &config) { config.signUp = server::SignUpRule::OnlyFirst; });
        QCOMPARE(Browser(stand.port()).post("/v1/users", Stand::signUpBody("eve")).code(),
                 u"setupCodeWrong"_s);
        QCOMPARE(signUpWith(stand, "ada").status, 200);
        for (const Answer &answer :
             {signUpWith(stand, "bob"),
              Browser(stand.port()).post("/v1/users", Stand::signUpBody("bob"))}) {
            QCOMPARE(answer.status, 403);
            QCOMPARE(answer.code(), u"signUpClosed"_s);
        }
    }

    void aClosedServerTakesOneOfThoseThatComeAtOnce()
    {
        Stand stand(
            [](server::ServerConfig &config) { config.signUp = server::SignUpRule::OnlyFirst; });
        std::atomic<int> taken{0};
        std::vector<std::jthread> threads;
        for (const char *name : {"ada", "bob", "cyd", "dan"}) {
            threads.emplace_back(
                [&stand, &taken, name] { taken += signUpWith(stand, name).status == 200; });
        }
        threads.clear();
        QCOMPARE(taken, 1);
        QCOMPARE(stand.rows(u"users"_s), 1);
    }

    void aServerForOneHouseholdAsksEachForItsCode()
    {
        Stand stand(
            [](server::ServerConfig &config) { config.signUp = server::SignUpRule::EachWithCode; });
        for (const QByteArray name : {"ada", "bob"}) {
            QCOMPARE(Browser(stand.port()).post("/v1/users", Stand::signUpBody("eve")).code(),
                     u"setupCodeWrong"_s);
            QCOMPARE(signUpWith(stand, name).status, 200);
            stand.restart();
        }
        QCOMPARE(stand.rows(u"users"_s), 2);
    }

    void identifyingTellsNothing()
    {
        Stand stand;
        stand.signUp("ada");
        Browser browser(stand.port());
        const Answer known = browser.post("/v1/identify", quoted("{'login':'ada@example.com'}"));
        const Answer unknown = browser.post("/v1/identify", quoted("{'login':'eve@example.com'}"));
        QCOMPARE(known.status, 200);
        QCOMPARE(known.body, unknown.body);
    }

    void wrongAndUnknownSignInsLookTheSame()
    {
        Stand stand;
        stand.signUp("ada");
        Answer wrong = stand.trySignIn("ada@example.com", "not the password");
        Answer unknown = stand.trySignIn("eve@example.com", "not the password");
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.code(), u"wrongCredentials"_s);
        wrong.body.replace(wrong.field("Request-Id"), "");
        unknown.body.replace(unknown.field("Request-Id"), "");
        QCOMPARE(unknown.body, wrong.body);
        QVERIFY(!stand.signIn("ada").isEmpty());
    }

    void noChallengeIsOpen()
    {
        Stand stand;
        const Answer answer =
            Browser(stand.port())
                .post("/v1/challenges/chl_1",
                      quoted("{'factor':'totp','code':'123456','trustDevice':false}"));
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.code(), u"challengeUnknown"_s);
    }

    void provingReplacesTheToken()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        const Answer wrong = browser.post("/v1/session/proof", quoted("{'password':'no'}"));
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong.code(), u"wrongPassword"_s);
        QCOMPARE(wrong.wrongField(), u"password"_s);
        const Answer right =
            browser.post("/v1/session/proof", quoted("{'password':'") + goodPassword + "\"}");
        QCOMPARE(right.status, 200);
        QCOMPARE(browser.ask("GET", "/v1/session").code(), u"stepUpNeeded"_s);
        browser.token = right.json().value(u"token"_s).toString().toLatin1();
        QCOMPARE(browser.ask("GET", "/v1/session").status, 200);
    }

    void aProofWhoseAnswerWasLostIsGivenOnceMore()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        const auto prove = [&] {
            return browser.post("/v1/session/proof",
                                quoted("{'password':'") + goodPassword + "\"}");
        };
        QCOMPARE(prove().status, 200);
        const Answer tooEarly = prove();
        QCOMPARE(tooEarly.status, 409);
        QCOMPARE(tooEarly.code(), u"provenMeanwhile"_s);
        QCOMPARE(tooEarly.field("Retry-After"), "3");
        for (int i = 0; i < 25; ++i) // whoever is right uses up no try
            QCOMPARE(prove().status, 409);
        stand.clock.advance(3s);
        for (const char *path : {"/v1/me", "/v1/session", "/v1/sessions", "/v1/events"})
            QCOMPARE(browser.ask("GET", path).code(), u"stepUpNeeded"_s);
        QCOMPARE(browser.post("/v1/session/proof", quoted("{'password':'no'}")).status, 422);
        const Answer again = prove();
        QCOMPARE(again.status, 200);
        browser.token = again.json().value(u"token"_s).toString().toLatin1();
        QCOMPARE(browser.ask("GET", "/v1/me").status, 200);
    }

    void signingOutEndsTheToken()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        QCOMPARE(browser.ask("DELETE", "/v1/session").status, 204);
        const Answer after = browser.ask("GET", "/v1/session");
        QCOMPARE(after.status, 401);
        QCOMPARE(after.code(), u"sessionEnded"_s);
        QCOMPARE(after.field("WWW-Authenticate"), "Bearer");
    }

    void theHotAnswersAreWhatTheHandlersSay()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        // A query takes the long way, as does a list that shows the same session.
        const Answer hot = browser.ask("GET", "/v1/session");
        const Answer list = browser.ask("GET", "/v1/sessions");
        QCOMPARE(list.json().value(u"sessions"_s).toArray().at(0).toObject(), hot.json());
        const Answer refused = browser.ask("GET", "/v1/session?x=1");
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code(), u"unknownField"_s);
        QCOMPARE(browser.ask("HEAD", "/v1/me").status, 200);
        QCOMPARE(browser.ask("GET", "/v1/me").status, 200);
    }

    void profileChangesAreBasedOnAVersion()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        const auto change = [&](const QByteArray &version, const QByteArray &body) {
            return browser.ask("PATCH", "/v1/me", body, {{"If-Match", version}});
        };
        const Answer done = change("\"1\"", quoted("{'name':'Ada L.','language':'zh'}"));
        QCOMPARE(done.status, 200);
        QCOMPARE(done.json().value(u"name"_s).toString(), u"Ada L."_s);
        QCOMPARE(done.field("ETag"), "\"2\"");
        const Answer late = change("\"1\"", quoted("{'name':'Eve'}"));
        QCOMPARE(late.status, 412);
        QCOMPARE(late.code(), u"changedMeanwhile"_s);
        for (const char *blank : {"  ", "\u200b\u200d", "\u00a0\ufeff", "\u3164"}) {
            const Answer empty = change("\"2\"", QByteArray("{\"name\":\"") + blank + "\"}");
            QCOMPARE(empty.status, 422);
            QCOMPARE(empty.code(), u"empty"_s);
            QCOMPARE(empty.wrongField(), u"name"_s);
        }
        QCOMPARE(browser.ask("PATCH", "/v1/me", "{}").wrongField(), u"If-Match"_s);
    }

    void aNewPasswordEndsTheOthers()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        Browser other(stand.port());
        other.token = stand.signIn("ada");
        const auto change = [&](const QByteArray &current, const QByteArray &next) {
            return browser.post("/v1/me/password", quoted("{'current':'") + current +
                                                       quoted("','next':'") + next +
                                                       quoted("','keepOthers':false}"));
        };
        const Answer wrong = change("no", "another good one 81");
        QCOMPARE(wrong.code(), u"wrongPassword"_s);
        QCOMPARE(wrong.wrongField(), u"current"_s);
        const Answer weak = change(goodPassword, "password1");
        QCOMPARE(weak.code(), u"passwordTooWeak"_s);
        QCOMPARE(weak.wrongField(), u"next"_s);
        QCOMPARE(other.ask("GET", "/v1/me").status, 200);
        const Answer done = change(goodPassword, "another good one 81");
        QCOMPARE(done.status, 200);
        QCOMPARE(other.ask("GET", "/v1/me").status, 401);
        QCOMPARE(browser.ask("GET", "/v1/me").code(), u"stepUpNeeded"_s);
        browser.token = done.json().value(u"token"_s).toString().toLatin1();
        QCOMPARE(browser.ask("GET", "/v1/me").status, 200);
        QCOMPARE(stand.trySignIn("ada@example.com", goodPassword).status, 401);
    }

    void sessionsAreRenamedEndedAndTakenBack()
    {
        Stand stand;
        Browser mine(stand.port());
        mine.token = stand.signUp("ada");
        Browser other(stand.port());
        other.token = stand.signIn("ada");
        const QByteArray path = "/v1/sessions/" + idIn(other.ask("GET", "/v1/session")).toLatin1();
        const Answer unseen = mine.ask("PATCH", path, "{\"label\":\"\u200b \"}");
        QCOMPARE(unseen.code(), u"empty"_s);
        QCOMPARE(unseen.wrongField(), u"label"_s);
        const Answer renamed = mine.ask("PATCH", path, quoted("{'label':'Laptop'}"));
        QCOMPARE(renamed.json().value(u"device"_s).toObject().value(u"label"_s).toString(),
                 u"Laptop"_s);
        const Answer ended = mine.ask("DELETE", path);
        QCOMPARE(ended.status, 200);
        QVERIFY(ended.json().contains(u"end"_s));
        QCOMPARE(other.ask("GET", "/v1/me").code(), u"sessionEnded"_s);
        QCOMPARE(mine.ask("POST", path + "/reinstate").status, 200);
        QCOMPARE(other.ask("GET", "/v1/me").status, 200);
        QCOMPARE(mine.ask("DELETE", path).status, 200);
        stand.clock.advance(11s);
        QCOMPARE(mine.ask("POST", path + "/reinstate").code(), u"reinstateTooLate"_s);
    }

    void sessionsAreReviewed()
    {
        Stand stand;
        Browser mine(stand.port());
        mine.token = stand.signUp("ada");
        Browser other(stand.port());
        other.token = stand.signIn("ada");
        const QByteArray path =
            "/v1/sessions/" + idIn(other.ask("GET", "/v1/session")).toLatin1() + "/review";
        QVERIFY(mine.post(path, quoted("{'verdict':'mine'}")).json().value(u"reviewed"_s).toBool());
        const Answer ended = mine.post(path, quoted("{'verdict':'notMine'}"));
        QCOMPARE(ended.json().value(u"end"_s).toObject().value(u"reason"_s).toString(),
                 u"notRecognised"_s);
        QCOMPARE(other.ask("GET", "/v1/me").status, 401);
    }

    void otherSessionsEndTogether()
    {
        Stand stand;
        Browser mine(stand.port());
        mine.token = stand.signUp("ada");
        Browser other(stand.port());
        other.token = stand.signIn("ada");
        stand.signIn("ada");
        const Answer ended = mine.post("/v1/sessions/end-others", {});
        QCOMPARE(ended.json().value(u"ended"_s).toArray().size(), 2);
        QCOMPARE(other.ask("GET", "/v1/me").status, 401);
        QCOMPARE(mine.ask("GET", "/v1/me").status, 200);
    }

    void theSessionsOfOthersAreUnknown()
    {
        Stand stand;
        Browser ada(stand.port());
        ada.token = stand.signUp("ada");
        Browser bob(stand.port());
        bob.token = stand.signUp("bob");
        const QByteArray path = "/v1/sessions/" + idIn(ada.ask("GET", "/v1/session")).toLatin1();
        QCOMPARE(bob.ask("DELETE", path).code(), u"sessionUnknown"_s);
        QCOMPARE(bob.ask("PATCH", path, quoted("{'label':'x'}")).status, 404);
        QCOMPARE(bob.ask("POST", path + "/reinstate").status, 404);
        QCOMPARE(bob.post(path + "/review", quoted("{'verdict':'notMine'}")).status, 404);
        QCOMPARE(ada.ask("GET", "/v1/me").status, 200);
    }

    void aChangeSentTwiceWithAKeyHappensOnce()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        const auto change = [&](const QByteArray &key, const QByteArray &body) {
            return browser.ask("PATCH", "/v1/me", body,
                               {{"If-Match", "\"1\""}, {"Idempotency-Key", key}});
        };
        const Answer first = change("k1", quoted("{'name':'Ada L.'}"));
        const Answer second = change("k1", quoted("{'name':'Ada L.'}"));
        QCOMPARE(first.status, 200);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.body, first.body);
        QCOMPARE(second.field("ETag"), first.field("ETag"));
        const Answer other = change("k1", quoted("{'name':'Eve'}"));
        QCOMPARE(other.status, 422);
        QCOMPARE(other.code(), u"idempotencyKeyReused"_s);
        QCOMPARE(change("k2", quoted("{'name':'Eve'}")).status, 412);
        QCOMPARE(change(QByteArray(300, 'k'), "{}").wrongField(), u"Idempotency-Key"_s);
    }
};

LATCHKEY_TEST(OperationsTest)

#include "tst_operations.moc"
