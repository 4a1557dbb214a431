#include "guarded.h"
#include "support/testrunner.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <atomic>
#include <thread>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray wholeDatabase(const Stand &stand)
{
    QByteArray all;
    for (const char *end : {"", "-wal"}) {
        QFile file(stand.database() + QLatin1StringView(end));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

/// Signing in by identity providers, where one request alone does not show it.
class ProvidersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrowserGoesThereAndComesBackToThePage()
    {
        Guarded ada;
        Browser browser(ada.stand.port());
        const Answer away = browser.ask("GET", "/sign-in/" + ada.provider);
        QCOMPARE(away.status, 303);
        const QUrl there(QString::fromLatin1(away.field("Location")));
        QCOMPARE(there.host(), u"login.example.com"_s);
        const QUrlQuery query(there);
        QCOMPARE(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded),
                 u"http://127.0.0.1:1/sign-in/return/login.example.com"_s);
        const QByteArray state = query.queryItemValue(u"state"_s).toLatin1();
        // What another provider's place gets is not for this one, and who only looks takes nothing.
        const QByteArray brought = "?code=eve%40example.com&state=" + state;
        QCOMPARE(browser.ask("GET", "/sign-in/return/evil.example" + brought).status, 404);
        QCOMPARE(browser.ask("HEAD", "/sign-in/return/login.example.com" + brought).status, 405);
        const QByteArray path =
            "/sign-in/return/login.example.com?code=eve%40example.com&state=" + state;
        const Answer page = browser.ask("GET", path);
        QCOMPARE(page.status, 200);
        QVERIFY(page.field("Content-Security-Policy").startsWith("default-src 'none'"));
        QCOMPARE(page.field("Referrer-Policy"), "no-referrer");
        const QByteArray code = page.body.mid(page.body.indexOf("vst_")).split('<').constFirst();
        QCOMPARE(browser.ask("GET", path).status, 404); // once
        const QByteArray entering = quoted("{'id':'") + code + "\"," + theDevice + '}';
        const Answer entered = ada.ask("POST", "/v1/session/provider", entering, QByteArray());
        QCOMPARE(entered.status, 200);
        QVERIFY(!Guarded::tokenIn(entered).isEmpty());
    }

    void pagesSayWhatIsWrongInBothLanguages()
    {
        Guarded ada;
        Browser browser(ada.stand.port());
        const Answer nobody = browser.ask("GET", "/sign-in/prv_nobody");
        QCOMPARE(nobody.status, 404);
        QVERIFY(nobody.body.contains("Ask whoever runs it"));
        QVERIFY(nobody.body.contains("请联系服务器管理员"));
        QCOMPARE(browser.ask("GET", "/sign-in/return/login.example.com").status, 400);
        const Answer denied = browser.ask(
            "GET",
            "/sign-in/return/login.example.com?state=x&error=%3Cscript%3Ealert(1)%3C/script%3E");
        QCOMPARE(denied.status, 403);
        QVERIFY(!denied.body.contains("script"));
        QCOMPARE(browser.ask("POST", "/sign-in/return/x").status, 405);
        const QByteArray markup = browser.ask("GET", "/sign-in/%22%3E%3Cb%3E").body;
        QVERIFY(!markup.contains("<b>"));
    }

    /// Whoever sends somebody else's browser there gets nothing of them.
    void aPageVisitIsNobodysWhoBeganIt()
    {
        Guarded ada;
        const Guarded::Visit own = ada.visit();
        Browser browser(ada.stand.port());
        // The visit of a program ends at no page, and the other way round.
        QCOMPARE(browser.ask("GET", "/sign-in/return/login.example.com?code=x&state=" + own.state)
                     .status,
                 404);
        const QUrl there(
            QString::fromLatin1(browser.ask("GET", "/sign-in/" + ada.provider).field("Location")));
        const Guarded::Visit page{own.id, QUrlQuery(there).queryItemValue(u"state"_s).toLatin1()};
        QCOMPARE(ada.enter(page, "eve@example.com").status, 404);
    }

    void nothingSecretLiesInTheDatabase()
    {
        Guarded ada;
        const Guarded::Visit visit = ada.visit();
        QCOMPARE(ada.enter(visit, "eve@example.com").status, 200);
        const Guarded::Visit open = ada.visit();
        const QByteArray all = wholeDatabase(ada.stand);
        QVERIFY(!all.isEmpty());
        for (const QByteArray &secret :
             {visit.id, visit.state, open.id, open.state, QByteArray("the kept secret")})
            QVERIFY2(!all.contains(secret), secret.constData());
        // Nor does an answer tell the secret that stands there.
        QVERIFY(!ada.ask("GET", "/v1/providers").body.contains("kept secret"));
    }

    void eachStepIsNoted()
    {
        Guarded ada;
        auto noted = [&ada, before = ada.stand.rows(u"audit"_s)]() mutable {
            const qint64 now = ada.stand.rows(u"audit"_s);
            return now - std::exchange(before, now);
        };
        const Guarded::Visit visit = ada.visit();
        QCOMPARE(noted(), 0); // nobody did anything yet
        QCOMPARE(ada.enter(visit, "forged").status, 401);
        QCOMPARE(noted(), 1);
        QCOMPARE(ada.enter(visit, "eve@example.com").status, 404); // its code was used
        QCOMPARE(noted(), 1);
        QCOMPARE(ada.enter(ada.visit(), "eve@example.com").status, 200);
        QCOMPARE(noted(), 2); // the account, the session
    }

    void theFirstFactorAloneIsNotEnough()
    {
        Guarded ada;
        const QByteArray eve = ada.stand.signUp("eve");
        QCOMPARE(ada.link(ada.visit(), "eve@example.com", eve).status, 200);
        // As if it had been activated: what an authenticator shows is no matter here.
        ada.stand.change("INSERT INTO factors (id, user_id, kind, name, sealed_secret, "
                         "enrolled_at, activated_at) SELECT 'fac_x', id, 'totp', 'x', x'00', 1, 1 "
                         "FROM users WHERE email = 'eve@example.com'");
        const Answer asked = ada.enter(ada.visit(), "eve@example.com");
        QCOMPARE(asked.status, 200);
        QVERIFY(asked.json().contains(u"challenge"_s));
        QVERIFY(!asked.json().contains(u"signedIn"_s));
    }

    void tooManyTriesAreRefused()
    {
        Guarded ada;
        int refused = 0;
        for (int i = 0; i < 30; ++i) {
            const Answer answer = ada.enter({"vst_nobody", "x"}, "x");
            refused += answer.status == 429 ? 1 : 0;
        }
        QCOMPARE(refused, 10);
    }

    void whoIsTurnedOffOrRemovedSignsNobodyIn()
    {
        Guarded ada;
        const Guarded::Visit open = ada.visit();
        const QByteArray one = "/v1/providers/" + ada.provider;
        QCOMPARE(ada.ask("PATCH", one, quoted("{'isOn':false}")).status, 200);
        QCOMPARE(ada.enter(open, "eve@example.com").code(), u"providerUnknown"_s);
        QVERIFY(ada.ask("GET", "/v1/server").json().value(u"providers"_s).toArray().isEmpty());
        QCOMPARE(ada.ask("PATCH", one, quoted("{'isOn':true}")).status, 200);
        const Guarded::Visit again = ada.visit();
        QCOMPARE(ada.ask("DELETE", one).status, 204);
        QCOMPARE(ada.enter(again, "eve@example.com").code(), u"visitUnknown"_s);
        QCOMPARE(ada.stand.rows(u"identities"_s), 0);
    }

    void whereNobodyCouldBeAskedTheCodeIsStillGood()
    {
        Guarded ada;
        const Guarded::Visit visit = ada.visit();
        const Answer later = ada.enter(visit, "unreachable");
        QCOMPARE(later.status, 503);
        QCOMPARE(later.field("Retry-After"), "30");
        QCOMPARE(ada.enter(visit, "eve@example.com").status, 200);
    }

    void whoSignsInUsesUpNoTries()
    {
        Guarded ada;
        for (int i = 0; i < 30; ++i)
            QCOMPARE(ada.enter(ada.visit(), "eve@example.com").status, 200);
    }

    /// Of some kinds of signature everybody can make another.
    void anotherSignatureMakesNoOtherToken()
    {
        Guarded ada;
        ada.ask("POST", "/v1/providers",
                quoted("{'kind':'google','name':'Google','issuer':'https://accounts.google.com',"
                       "'clientId':'latchkey','domains':[],'makesAccounts':true}"));
        const auto give = [&ada](const QByteArray &token) {
            return ada.ask("POST", "/v1/session/google",
                           quoted("{'idToken':'") + token + "\"," + theDevice + '}', QByteArray());
        };
        QCOMPARE(give("eve@example.com.one").status, 200);
        QCOMPARE(give("eve@example.com.two").code(), u"idTokenInvalid"_s);
    }

    /// Whoever finds that an account has their address links it to that account, or to none.
    void aVisitThatFoundAnAccountIsForNoOther()
    {
        Guarded ada;
        const QByteArray eve = ada.stand.signUp("eve");
        const QByteArray mallory = ada.stand.signUp("mallory");
        const Guarded::Visit visit = ada.visit();
        QCOMPARE(ada.enter(visit, "eve@example.com").code(), u"identityUnlinked"_s);
        const QByteArray body = quoted("{'id':'") + visit.id + "\"}";
        QCOMPARE(ada.ask("POST", "/v1/identities", body, mallory).code(), u"visitUnknown"_s);
        QCOMPARE(ada.ask("POST", "/v1/identities", body, eve).status, 200);
    }

    /// Who is asked first whether it is them links it without visiting once more.
    void whoWasShownIsLinkedByTheVisitAlone()
    {
        Guarded ada;
        const QByteArray eve = ada.stand.signUp("eve");
        const Guarded::Visit visit = ada.visit();
        const Answer shown = ada.ask("POST", "/v1/provider-visits/show",
                                     quoted("{'id':'") + visit.id + quoted("','state':'") +
                                         visit.state + quoted("','code':'other@example.com'}"),
                                     eve);
        QCOMPARE(textIn(shown.json(), "name"), "other@example.com");
        QCOMPARE(ada.stand.rows(u"identities"_s), 0);
        const QByteArray body = quoted("{'id':'") + visit.id + "\"}";
        QCOMPARE(ada.ask("POST", "/v1/identities", body, eve).status, 200);
        QCOMPARE(ada.stand.rows(u"identities"_s), 1);
    }

    void anotherClientIsAnotherProvider()
    {
        Guarded ada;
        const QByteArray one = "/v1/providers/" + ada.provider;
        QCOMPARE(ada.ask("PATCH", one, quoted("{'clientId':'second'}")).status, 200);
        QCOMPARE(ada.enter(ada.visit(), "eve@example.com").status, 200);
        QCOMPARE(ada.ask("PATCH", one, quoted("{'clientId':'second'}")).status, 200);
        QCOMPARE(ada.ask("PATCH", one, quoted("{'clientId':'third'}")).code(), u"providerInUse"_s);
    }

    void aRemovedProviderTakesItsIdentitiesAlong()
    {
        Guarded ada;
        const QByteArray eve = ada.stand.signUp("eve");
        QCOMPARE(ada.link(ada.visit(), "eve@example.com", eve).status, 200);
        QCOMPARE(ada.stand.rows(u"identities"_s), 1);
        QCOMPARE(ada.ask("DELETE", "/v1/providers/" + ada.provider).status, 204);
        QCOMPARE(ada.stand.rows(u"identities"_s), 0);
        const Answer left = ada.ask("GET", "/v1/identities", {}, eve);
        QVERIFY(left.json().value(u"identities"_s).toArray().isEmpty());
    }

    /// Two programs bring the same code at once: it is redeemed by one.
    void aCodeIsRedeemedOnce()
    {
        Guarded ada;
        const Guarded::Visit visit = ada.visit();
        std::atomic<int> entered = 0;
        std::vector<std::thread> all;
        for (int i = 0; i < 8; ++i) {
            all.emplace_back(
                [&] { entered += ada.enter(visit, "eve@example.com").status == 200 ? 1 : 0; });
        }
        for (std::thread &one : all)
            one.join();
        QCOMPARE(entered.load(), 1);
        QCOMPARE(ada.stand.rows(u"users"_s), 2);
    }
};

LATCHKEY_TEST(ProvidersTest)

#include "tst_providers.moc"
