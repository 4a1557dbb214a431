#include "stand.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// An administrator, and Ada, at a server that keeps what it would send.
struct Town
{
    Stand stand{[](server::ServerConfig &config) { config.keepsMessages = true; }};
    QByteArray admin = stand.signUp("root");
    QByteArray ada = stand.signUp("ada");

    Answer ask(const QByteArray &token, const QByteArray &method, const QByteArray &path,
               const QByteArray &body = {}) const
    {
        Browser asking(stand.port());
        asking.token = token;
        return asking.ask(method, path, body);
    }
    QByteArray idOf(const QByteArray &token) const
    {
        return ask(token, "GET", "/v1/me").json()[u"id"_s].toString().toLatin1();
    }
    Answer remove(const QByteArray &id) const { return ask(admin, "DELETE", "/v1/accounts/" + id); }
    Answer setOpen(bool open) const
    {
        return ask(admin, "PATCH", "/v1/server/settings",
                   quoted("{'signUpOpen':") + (open ? "true}" : "false}"));
    }
    bool isOpen() const { return ask({}, "GET", "/v1/server").json()[u"signUpOpen"_s].toBool(); }
    Answer join(const QByteArray &name) const
    {
        return Browser(stand.port()).post("/v1/users", Stand::signUpBody(name));
    }
};

} // namespace

/// How accounts go, and whether others may come.
class LeavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountGoesWithAllThatIsItsOwn()
    {
        Town town;
        const QByteArray id = town.idOf(town.ada);
        const qint64 letters = town.stand.rows(u"messages"_s);
        QCOMPARE(
            town.ask(town.ada, "PUT", "/v1/preferences/theme", quoted("{'value':'dark'}")).status,
            200);
        QCOMPARE(town.remove(id).status, 204);
        QCOMPARE(town.ask(town.ada, "GET", "/v1/me").status, 401);
        QCOMPARE(town.stand.rows(u"users"_s), 1);
        QCOMPARE(town.stand.rows(u"sessions"_s), 1);
        QCOMPARE(town.stand.rows(u"preferences"_s), 0);
        QTRY_COMPARE(town.stand.rows(u"messages"_s), letters + 1);
        QCOMPARE(town.remove(id).code(), u"userUnknown"_s);
        QCOMPARE(town.stand.trySignIn("ada@example.com", goodPassword).status, 401);
        QVERIFY(!town.stand.signUp("ada").isEmpty()); // the address is free
    }

    void whoeverDealtWithItIsTold()
    {
        Town town;
        const QByteArray bob = town.stand.signUp("bob");
        const QByteArray eve = town.stand.signUp("eve");
        const QByteArray gone = town.idOf(town.ada);
        const auto told = [&town](const QByteArray &who, const char *kind) {
            return town.stand.rows(u"events WHERE kind = '%1' AND user_id = '%2'"_s.arg(
                QString::fromLatin1(kind), QString::fromLatin1(town.idOf(who))));
        };
        QCOMPARE(
            town.ask(bob, "POST", "/v1/grants",
                     quoted("{'package':'benefits','tier':'basic','receiver':'") + gone + "\"}")
                .status,
            200);
        for (const char *scope : {"profile", "sessions"}) {
            const QByteArray letIn = quoted("{'action':'read','receiver':'") + gone +
                                     quoted("','scope':'") + scope + "\"}";
            QCOMPARE(town.ask(eve, "POST", "/v1/authorizations", letIn).status, 200);
        }
        const qint64 bobs = told(bob, "grantsChanged");
        const qint64 eves = told(eve, "authorizationsChanged");
        QCOMPARE(town.remove(gone).status, 204);
        QCOMPARE(told(bob, "grantsChanged"), bobs + 1);
        QCOMPARE(told(eve, "authorizationsChanged"), eves + 1);
        QCOMPARE(told(bob, "authorizationsChanged"), 0);
        QCOMPARE(told(eve, "grantsChanged"), 0);
    }

    void itsOwnerDeletesItWithAFreshProof()
    {
        Town town;
        town.stand.clock.advance(6min);
        QCOMPARE(town.ask(town.ada, "DELETE", "/v1/account").code(), u"stepUpNeeded"_s);
        const QByteArray fresh = town.stand.signIn("ada");
        QCOMPARE(town.ask(fresh, "DELETE", "/v1/account").status, 204);
        for (const QByteArray &token : {fresh, town.ada})
            QCOMPARE(town.ask(token, "GET", "/v1/me").status, 401);
        QCOMPARE(town.stand.rows(u"users"_s), 1);
    }

    void anAdministratorStays()
    {
        Town town;
        QCOMPARE(town.remove(town.idOf(town.admin)).code(), u"adminStays"_s);
        QCOMPARE(town.ask(town.admin, "DELETE", "/v1/account").code(), u"adminStays"_s);
        QCOMPARE(town.ask(town.ada, "DELETE", "/v1/accounts/" + town.idOf(town.admin)).code(),
                 u"roleTooLow"_s);
        QCOMPARE(town.stand.rows(u"users"_s), 2);
    }

    void itsStreamsEndAtOnce()
    {
        Town town;
        const QByteArray id = town.idOf(town.ada);
        Browser stream(town.stand.port());
        stream.send("GET /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                    town.ada + "\r\n\r\n");
        QVERIFY(stream.readUntil("id: ").endsWith("id: "));
        QCOMPARE(town.remove(id).status, 204);
        QVERIFY(stream.readUntil("sessionEnded").endsWith("sessionEnded"));
        QVERIFY(stream.isClosedByServer());
    }

    void accountsComePageByPage()
    {
        Town town;
        town.stand.signUp("bob");
        QStringList names;
        QByteArray after;
        do {
            const QJsonObject page =
                town.ask(town.admin, "GET", "/v1/accounts?limit=2" + after).json();
            const QJsonArray users = page[u"users"_s].toArray();
            for (const QJsonValue &user : users)
                names << user[u"name"_s].toString();
            const QByteArray next = page[u"next"_s].toString().toLatin1();
            after = next.isEmpty() ? QByteArray() : "&after=" + next;
        } while (!after.isEmpty());
        QCOMPARE(names, QStringList({u"root"_s, u"ada"_s, u"bob"_s}));
    }

    void onlyAdministratorsListThem()
    {
        const Town town;
        const auto list = [&town](const QByteArray &as) {
            return town.ask(as, "GET", "/v1/accounts");
        };
        QCOMPARE(list(town.ada).code(), u"roleTooLow"_s);
        town.stand.change("UPDATE users SET role = 'support' WHERE email = 'ada@example.com'");
        QCOMPARE(list(town.ada).code(), u"roleTooLow"_s);
        QCOMPARE(list(town.admin).status, 200);
    }

    void anAdministratorClosesAndOpensSignUp()
    {
        Town town;
        QCOMPARE(town.setOpen(false).status, 200);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(!town.isOpen());
            QCOMPARE(town.join("bob").code(), u"signUpClosed"_s);
            town.stand.restart();
        }
        QCOMPARE(town.setOpen(true).status, 200);
        QVERIFY(town.isOpen());
        QCOMPARE(town.join("bob").status, 200);
    }

    /// What an administrator says holds over how it was started.
    void alsoWhereItWasStartedClosed()
    {
        Town town;
        const auto close = [](server::ServerConfig &config) {
            config.signUp = server::SignUpRule::OnlyFirst;
        };
        town.stand.restart(close);
        QVERIFY(!town.isOpen());
        QCOMPARE(town.setOpen(true).status, 200);
        town.stand.restart();
        QVERIFY(town.isOpen());
        QCOMPARE(town.join("bob").status, 200);
    }

    void eachChangeIsAudited()
    {
        Town town;
        const qint64 before = town.stand.rows(u"audit"_s);
        QCOMPARE(town.setOpen(true).status, 200); // it is so already
        QCOMPARE(town.stand.rows(u"audit"_s), before);
        QCOMPARE(town.setOpen(false).status, 200);
        QCOMPARE(town.stand.rows(u"audit"_s), before + 1);
        QCOMPARE(town.remove(town.idOf(town.ada)).status, 204);
        QCOMPARE(town.stand.rows(u"audit"_s), before + 2);
    }
};

LATCHKEY_TEST(LeavingTest)

#include "tst_leaving.moc"
