#include "member.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray accounts = "/v1/organisation/accounts";
const QByteArray bobsEmail = "bob@example.com";
const QByteArray because = quoted("{'reason':'They asked for help by phone'}");

/// Ada, who makes an account for Bob.
struct Parent : Member
{
    // The first of all is an administrator, and she isn't.
    Parent()
        : root(token)
    {
        token = stand.signUp("parent");
        made = post(accounts, "{'name':'Bob','email':'bob@example.com','language':'en'}");
        const QJsonObject user = made.json()[u"user"_s].toObject();
        bob = textIn(user, "id");
    }

    Answer askAs(const QByteArray &held, const QByteArray &method, const QByteArray &path,
                 const QByteArray &body = {}, const Browser::Fields &fields = {}) const
    {
        Browser asking(stand.port());
        asking.token = held;
        return asking.ask(method, path, body, fields);
    }
    Answer act() const { return ask("POST", accounts + '/' + bob + "/session", because); }

    /// By a mailed code; answers the token.
    QByteArray signInBob()
    {
        stand.clock.advance(2min);
        const Answer pending =
            Browser(stand.port()).post("/v1/email-sign-ins", quoted("{'email':'bob@example.com'}"));
        const Answer begun =
            Browser(stand.port())
                .post("/v1/email-sign-ins/" + textIn(pending.json(), "id"),
                      quoted("{'code':'") + codeTo(bobsEmail) +
                          quoted("','device':{'label':'','program':'test','system':''}}"));
        return textIn(begun.json()[u"signedIn"_s].toObject(), "token");
    }

    QByteArray root;
    Answer made;
    QByteArray bob;
};

} // namespace

class OrganisationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasActedForHearsThatTheParentLeft()
    {
        Parent parent;
        const QString acting = parent.act().json()[u"session"_s].toObject()[u"id"_s].toString();
        QVERIFY(!acting.isEmpty());
        QCOMPARE(parent.ask("DELETE", "/v1/account").status, 204);
        const QString told = u"events WHERE kind = 'sessionEnded' AND user_id = '%1' AND "
                             "session_id = '%2'"_s.arg(QString::fromLatin1(parent.bob), acting);
        QCOMPARE(parent.stand.rows(told), 1);
        QCOMPARE(parent.stand.rows(u"audit WHERE subject = '%1'"_s.arg(acting)), 1);
    }

    void whoeverGetsAnAccountIsTold()
    {
        Parent parent;
        QCOMPARE(parent.made.status, 200);
        // An address that nobody verified may be a stranger's: the tag says who it was.
        const QString words = parent.wordsTo(bobsEmail).first();
        QVERIFY(!words.contains(u"parent@example.com"_s));
        const QJsonObject own = parent.askAs(parent.token, "GET", "/v1/me").json();
        QVERIFY(words.contains(own[u"tag"_s].toString()));
        QCOMPARE(parent.stand.trySignIn(bobsEmail, goodPassword).status, 401);
        const QByteArray bob = parent.signInBob();
        const QJsonObject me = parent.askAs(bob, "GET", "/v1/me").json();
        QCOMPARE(textIn(me, "id"), parent.bob);
        QVERIFY(me[u"emailVerified"_s].toBool());
    }

    void whoseAddressIsVerifiedIsNamedByIt()
    {
        const Parent parent;
        parent.post("/v1/me/email/code", "{}");
        const QByteArray code = parent.codeTo("parent@example.com");
        QCOMPARE(parent.give("POST", "/v1/me/email/verify", code).status, 200);
        QCOMPARE(parent.post(accounts, "{'name':'Eve','email':'eve@example.com','language':'en'}")
                     .status,
                 200);
        QVERIFY(parent.wordsTo("eve@example.com").first().contains(u"parent@example.com"_s));
    }

    /// Which addresses have accounts is told to nobody who asks for many, nor without a trace.
    void eachAddressThatIsTakenCounts()
    {
        const Parent parent;
        const auto tryOne = [&parent] {
            return parent.post(accounts,
                               "{'name':'Ada','email':'ada@example.com','language':'en'}");
        };
        int refused = 0;
        while (refused <= 30 && tryOne().status == 422)
            ++refused;
        QVERIFY(refused > 0 && refused < 30); // Bob was tried, too
        QCOMPARE(tryOne().status, 429);
        QCOMPARE(parent.stand.rows(u"audit WHERE operation = 'makeChildAccount' "
                                   "AND outcome = 'signUpRefused'"_s),
                 refused);
    }

    /// Else it would be told without that.
    void whoHasNoRoomIsToldOfNoAddress()
    {
        const Parent parent;
        parent.stand.change(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999) "
            "INSERT INTO users (id, email, email_key, name, tag, role, language, password_hash, "
            "created_at) SELECT 'usr_' || i, i || '@example.org', i || '@example.org', 'A', "
            "'@' || i, 'user', 'en', '', 0 FROM n; "
            "INSERT INTO child_accounts SELECT id, (SELECT id FROM users WHERE email = "
            "'parent@example.com'), 'none', 'none', 'none', 'none', 'none', 0, 0 FROM users "
            "WHERE email LIKE '%@example.org'");
        for (const char *email : {"ada@example.com", "nobody@example.com"}) {
            const Answer refused = parent.post(accounts, QByteArray("{'name':'Ada','email':'") +
                                                             email + "','language':'en'}");
            QCOMPARE(refused.code(), u"tooManyChildren"_s);
        }
        const QJsonObject all = parent.ask("GET", accounts).json();
        QCOMPARE(all[u"accounts"_s].toArray().size(), 1000);
        QVERIFY(!all.contains(u"next"_s));
        const QJsonObject some = parent.ask("GET", accounts + "?limit=999").json();
        QCOMPARE(some[u"accounts"_s].toArray().size(), 999);
        const QByteArray after = "&after=" + textIn(some, "next");
        QCOMPARE(parent.ask("GET", accounts + "?limit=999" + after)
                     .json()[u"accounts"_s]
                     .toArray()
                     .size(),
                 1);
    }

    void actingGoesWithTheAccountThatBeganIt()
    {
        const Parent parent;
        const QByteArray acting = textIn(parent.act().json(), "token");
        QCOMPARE(parent.askAs(acting, "GET", "/v1/me").status, 200);
        QCOMPARE(
            parent.askAs(parent.root, "DELETE", "/v1/accounts/" + textIn(parent.me(), "id")).status,
            204);
        QCOMPARE(parent.askAs(acting, "GET", "/v1/me").status, 401);
    }

    void aParentActsWithinLimits()
    {
        Parent parent;
        const Answer begun = parent.act();
        QCOMPARE(begun.status, 200);
        const QByteArray acting = textIn(begun.json(), "token");
        const QJsonObject me = parent.askAs(acting, "GET", "/v1/me").json();
        QCOMPARE(textIn(me, "id"), parent.bob);
        // Nothing personal, nothing that is to be proven.
        QCOMPARE(parent.askAs(acting, "PATCH", "/v1/account", quoted("{'name':'Eve'}")).code(),
                 u"notOnBehalf"_s);
        QCOMPARE(parent.askAs(acting, "DELETE", "/v1/organisation").code(), u"notOnBehalf"_s);
        QCOMPARE(parent
                     .askAs(acting, "POST", accounts,
                            quoted("{'name':'Eve','email':'eve@example.com','language':'en'}"))
                     .code(),
                 u"notOnBehalf"_s);
        const QString told = parent.wordsTo(bobsEmail).first();
        QVERIFY(told.contains(u"They asked for help by phone"_s));
        parent.stand.clock.advance(30min);
        QCOMPARE(parent.askAs(acting, "GET", "/v1/me").status, 401);
        QCOMPARE(parent.act().code(), u"stepUpNeeded"_s);
    }

    void theChildSeesAndEndsIt()
    {
        Parent parent;
        const QByteArray bob = parent.signInBob();
        parent.proveByPassword();
        const QByteArray acting = textIn(parent.act().json(), "token");
        const QJsonArray sessions =
            parent.askAs(bob, "GET", "/v1/sessions").json()[u"sessions"_s].toArray();
        const auto onBehalf = std::ranges::count_if(
            sessions, [](const auto &one) { return one.toObject().contains("onBehalf"_L1); });
        QCOMPARE(onBehalf, 1);
        QCOMPARE(parent.askAs(bob, "DELETE", "/v1/organisation").status, 204);
        QCOMPARE(parent.askAs(acting, "GET", "/v1/me").status, 401);
        QCOMPARE(parent.act().code(), u"childUnknown"_s);
        QVERIFY(parent.ask("GET", accounts).json()[u"accounts"_s].toArray().isEmpty());
        QCOMPARE(parent.askAs(bob, "DELETE", "/v1/organisation").status, 204);
        QCOMPARE(parent.askAs(bob, "GET", "/v1/me").status, 200);
    }

    void aChildSeesWhoMadeItUntilItLeaves()
    {
        Parent parent;
        const QByteArray bob = parent.signInBob();
        const QJsonObject maker = parent.askAs(parent.token, "GET", "/v1/me").json();
        const auto parentOf = [&](const QByteArray &held) {
            const Answer told = parent.askAs(held, "GET", "/v1/organisation");
            return told.status == 200 ? textIn(told.json()[u"parent"_s].toObject(), "id")
                                      : QByteArray::number(told.status);
        };
        QCOMPARE(parentOf(bob), textIn(maker, "id"));
        QCOMPARE(parentOf(parent.token), QByteArray());
        parent.proveByPassword();
        const QByteArray acting = textIn(parent.act().json(), "token");
        QCOMPARE(parentOf(acting), QByteArray("403"));
        QCOMPARE(parent.askAs(bob, "DELETE", "/v1/organisation").status, 204);
        QCOMPARE(parentOf(bob), QByteArray());
    }

    void bothAreToldOfEachChange()
    {
        Parent parent;
        const QByteArray own = textIn(parent.askAs(parent.token, "GET", "/v1/me").json(), "id");
        const auto told = [&](const QByteArray &user) {
            return parent.stand.rows(
                u"events WHERE kind = 'organisationChanged' AND user_id = '%1'"_s.arg(
                    QString::fromLatin1(user)));
        };
        QCOMPARE(told(own), 1);
        QCOMPARE(told(parent.bob), 0);
        const QByteArray bob = parent.signInBob();
        QCOMPARE(parent.askAs(bob, "DELETE", "/v1/organisation").status, 204);
        QCOMPARE(told(own), 2);
        QCOMPARE(told(parent.bob), 1);
        QCOMPARE(parent.askAs(bob, "DELETE", "/v1/organisation").status, 204);
        QCOMPARE(told(own), 2);
    }

    void aParentIsToldThatAChildIsGone()
    {
        const Parent parent;
        const QString toldOf = u"events WHERE kind = 'organisationChanged'"_s;
        const qint64 before = parent.stand.rows(toldOf);
        QCOMPARE(parent.askAs(parent.root, "DELETE", "/v1/accounts/" + parent.bob).status, 204);
        QCOMPARE(parent.stand.rows(toldOf), before + 1);
        QVERIFY(parent.ask("GET", accounts).json()[u"accounts"_s].toArray().isEmpty());
    }

    void nobodyActsInOneOfRank()
    {
        Parent parent;
        parent.stand.change("UPDATE users SET role = 'support' WHERE email = 'bob@example.com'");
        QCOMPARE(parent.act().code(), u"higherRole"_s);
    }

    /// Also an administrator isn't, of accounts that are there.
    void nobodyBecomesAParentOfWhatIsThere()
    {
        Parent parent;
        const QByteArray one = accounts + '/' + parent.bob;
        const QByteArray all = quoted("{'inheritance':{'externalAccounts':'parent',"
                                      "'fundingSource':'none','payoutSettings':'none',"
                                      "'mainAccount':'none','financialSettings':'none'}}");
        QCOMPARE(parent.askAs(parent.root, "PATCH", one, all).code(), u"childUnknown"_s);
        QCOMPARE(parent.askAs(parent.root, "GET", one).code(), u"childUnknown"_s);
        QCOMPARE(parent.askAs(parent.root, "POST", one + "/session", because).code(),
                 u"childUnknown"_s);
        QCOMPARE(parent.ask("PATCH", one, all).status, 200);
        const Answer again =
            parent.post(accounts, "{'name':'Ada','email':'ada@example.com','language':'en'}");
        QCOMPARE(again.code(), u"signUpRefused"_s);
    }

    /// On Wingspan its program sends these without a body, and a parent names the child.
    void wingspanNamesTheChild()
    {
        Parent parent;
        const QByteArray login =
            quoted("{'email':'parent@example.com','password':'") + goodPassword + "\"}";
        const auto there = [&](const QByteArray &held, const QByteArray &method,
                               const QByteArray &path, const QByteArray &body = {},
                               const QByteArray &in = {}) {
            Browser::Fields fields{{"Accept", "application/json"}};
            if (!in.isEmpty())
                fields.append({"X-WINGSPAN-USER", in});
            return parent.askAs(held, method, "/wingspan/users/" + path, body, fields);
        };
        const QByteArray held = textIn(there({}, "POST", "session", login).json(), "token");
        const QByteArray one = "organization/user/" + parent.bob;
        QCOMPARE(textIn(there(held, "PATCH", one).json(), "userId"), parent.bob);
        QCOMPARE(textIn(there(held, "POST", one + "/associate").json(), "childUserId"), parent.bob);
        QCOMPARE(
            there(held, "POST", one + "/associate", quoted("{'parentUserId':'usr_other'}")).status,
            403);
        const QByteArray page = "user/" + parent.bob;
        QCOMPARE(there(held, "GET", page, {}, parent.bob).status, 403);
        const Answer begun = there(held, "GET", one + "/session");
        QCOMPARE(textIn(begun.json(), "userId"), parent.bob);
        QCOMPARE(there(textIn(begun.json(), "token"), "GET", page).status, 200);
        QCOMPARE(there(held, "GET", page, {}, parent.bob).status, 200);
        QCOMPARE(there(held, "PATCH", page, quoted("{'tag':'eve'}"), parent.bob).status, 403);
        QCOMPARE(there(held, "GET", page).status, 403);
    }
};

LATCHKEY_TEST(OrganisationTest)

#include "tst_organisations.moc"
