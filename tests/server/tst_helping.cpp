#include "postbag.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = server::CarryOutcome::Kind;

namespace {

const QByteArray anotherPassword = "four quiet walruses dance 9";

/// An administrator, somebody from support, and Ada, who needs help.
struct Desk
{
    Postbag post;
    Stand stand;
    QByteArray admin;
    QByteArray support;
    QByteArray ada;

    explicit Desk(bool sendsMail = true)
        : stand({}, sendsMail ? post.carriers() : Stand::MakeCarriers())
        , admin(stand.signUp("root"))
    {
        support = join("helper");
        ada = join("ada");
        stand.change("UPDATE users SET role = 'support' WHERE email = 'helper@example.com'");
    }

    QByteArray join(const QByteArray &name)
    {
        const Answer begun = Browser(stand.port()).post("/v1/users", Stand::signUpBody(name));
        QJsonObject signedIn = begun.json()[u"signedIn"_s].toObject();
        if (signedIn.isEmpty()) {
            const auto id = begun.json()[u"pending"_s].toObject()[u"id"_s].toString().toLatin1();
            signedIn =
                Browser(stand.port())
                    .post("/v1/sign-ups/" + id, quoted("{'code':'") + post.nextCode() + "\"}")
                    .json();
        }
        return signedIn[u"token"_s].toString().toLatin1();
    }

    Answer ask(const QByteArray &token, const QByteArray &method, const QByteArray &path,
               const QByteArray &body = {}) const
    {
        Browser asking(stand.port());
        asking.token = token;
        return asking.ask(method, path, body);
    }
    Answer find(const QByteArray &token, const QByteArray &name = "ada") const
    {
        return ask(token, "POST", "/v1/accounts/find",
                   quoted("{'email':'") + name + quoted("@example.com'}"));
    }
    QByteArray idOf(const QByteArray &name) const
    {
        return find(admin, name).json()[u"user"_s].toObject()[u"id"_s].toString().toLatin1();
    }
    Answer start(const QByteArray &token, const QByteArray &name = "ada") const
    {
        return ask(token, "POST", "/v1/accounts/" + idOf(name) + "/reset", "{}");
    }
    Answer lift(const QByteArray &token, const QByteArray &name = "ada") const
    {
        return ask(token, "DELETE", "/v1/accounts/" + idOf(name) + "/lock");
    }
    QString state() const
    {
        return find(support).json()[u"reset"_s].toObject()[u"state"_s].toString();
    }
    Answer reset(const QByteArray &code) const
    {
        return Browser(stand.port())
            .post("/v1/password", quoted("{'code':'") + code + quoted("','password':'") +
                                      anotherPassword + quoted("'}"));
    }
};

} // namespace

class HelpingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHelpsSeesTheAccount()
    {
        const Desk desk;
        const Answer found = desk.find(desk.support);
        QCOMPARE(found.status, 200);
        QCOMPARE(found.json()[u"user"_s].toObject()[u"name"_s].toString(), u"ada"_s);
        QVERIFY(!found.json().contains("lock"_L1));
        QVERIFY(!found.json().contains("reset"_L1));
        QCOMPARE(desk.find(desk.support, "ADA").status, 200);
        QCOMPARE(desk.find(desk.support, "nobody").code(), u"userUnknown"_s);
        QCOMPARE(desk.find(desk.ada).code(), u"roleTooLow"_s);
    }

    void aResetGoesThroughItsStates()
    {
        Desk desk;
        desk.post.outcome = Kind::Later;
        QCOMPARE(desk.start(desk.support).json()[u"state"_s].toString(), u"waiting"_s);
        QCOMPARE(desk.state(), u"waiting"_s);
        desk.post.outcome = Kind::Sent;
        desk.stand.clock.advance(2min);
        QCOMPARE(desk.start(desk.support).status, 200); // and wakes the one before it
        const QByteArray first = desk.post.nextCode();
        const QByteArray second = desk.post.nextCode();
        QTRY_COMPARE(desk.state(), u"sent"_s);
        // Whichever came first: the older is worth nothing.
        QCOMPARE(first.size(), 11);
        const Answer one = desk.reset(first);
        const Answer other = desk.reset(second.toLower().replace("-", " "));
        QCOMPARE(qMin(one.status, other.status), 204);
        QCOMPARE(qMax(one.status, other.status), 422);
        QCOMPARE(desk.state(), u"used"_s);
        QVERIFY(desk.find(desk.admin).json()[u"reset"_s].toObject().contains("usedAt"_L1));
        QCOMPARE(desk.ask(desk.ada, "GET", "/v1/me").status, 401);
        QCOMPARE(desk.stand.trySignIn("ada@example.com", anotherPassword).status, 200);
    }

    void aMailThatIsRefusedIsSeen()
    {
        Desk desk;
        desk.post.outcome = Kind::Refused;
        QCOMPARE(desk.start(desk.admin).status, 200);
        QTRY_COMPARE(desk.state(), u"notSent"_s);
    }

    void aResetExpiresAfterADay()
    {
        Desk desk;
        QCOMPARE(desk.start(desk.admin).status, 200);
        const QByteArray code = desk.post.nextCode();
        desk.stand.clock.advance(24h);
        desk.admin = desk.stand.signIn("root");
        desk.support = desk.stand.signIn("helper");
        QCOMPARE(desk.state(), u"expired"_s);
        QCOMPARE(desk.reset(code).code(), u"wrongCode"_s);
    }

    void anotherNewPasswordEndsIt()
    {
        Desk desk;
        QCOMPARE(desk.start(desk.admin).status, 200);
        const QByteArray code = desk.post.nextCode();
        const QByteArray body = quoted("{'keepOthers':true,'current':'") + goodPassword +
                                quoted("','next':'") + anotherPassword + quoted("'}");
        QCOMPARE(desk.ask(desk.ada, "POST", "/v1/me/password", body).status, 200);
        QCOMPARE(desk.reset(code).code(), u"wrongCode"_s);
        QCOMPARE(desk.state(), u"expired"_s);
    }

    void nobodyOfAHigherRoleIsHelped()
    {
        Desk desk;
        QCOMPARE(desk.find(desk.support, "root").code(), u"higherRole"_s);
        QCOMPARE(desk.find(desk.support, "helper").status, 200);
        QCOMPARE(desk.start(desk.support, "root").code(), u"higherRole"_s);
        QCOMPARE(desk.lift(desk.support, "root").code(), u"higherRole"_s);
        QCOMPARE(desk.start(desk.support, "helper").status, 200);
        QCOMPARE(desk.start(desk.admin, "helper").code(), u"codeTooSoon"_s);
        desk.stand.clock.advance(1min);
        QCOMPARE(desk.start(desk.admin, "helper").status, 200);
        QCOMPARE(desk.start(desk.ada, "helper").code(), u"roleTooLow"_s);
        QCOMPARE(desk.ask(desk.admin, "POST", "/v1/accounts/usr_none/reset", "{}").code(),
                 u"userUnknown"_s);
    }

    void aLockIsSeenAndLifted()
    {
        Desk desk;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(desk.stand.trySignIn("Ada@example.com", "wrong").status, 401);
        QCOMPARE(desk.stand.trySignIn("ada@example.com", goodPassword).status, 429);
        const QJsonObject lock = desk.find(desk.support).json()[u"lock"_s].toObject();
        QCOMPARE(lock[u"failures"_s].toInt(), 5);
        QCOMPARE(lock[u"until"_s].toString(), toRfc3339(desk.stand.clock.now() + 1s));
        const qint64 audited = desk.stand.rows(u"audit"_s);
        QCOMPARE(desk.lift(desk.support).status, 204);
        QCOMPARE(desk.stand.rows(u"audit"_s), audited + 1);
        QVERIFY(!desk.find(desk.support).json().contains("lock"_L1));
        QCOMPARE(desk.stand.trySignIn("ada@example.com", goodPassword).status, 200);
        QCOMPARE(desk.lift(desk.support).status, 204); // nothing to lift, and nothing noted
        QCOMPARE(desk.stand.rows(u"audit"_s), audited + 2);
    }

    void whereNothingIsLockedNothingIsLifted()
    {
        Desk desk;
        for (int i = 0; i < 4; ++i)
            QCOMPARE(desk.stand.trySignIn("ada@example.com", "wrong").status, 401);
        const qint64 audited = desk.stand.rows(u"audit"_s);
        QCOMPARE(desk.lift(desk.support).status, 204);
        QCOMPARE(desk.stand.rows(u"audit"_s), audited);
        QCOMPARE(desk.stand.trySignIn("ada@example.com", "wrong").status, 401);
        QCOMPARE(desk.stand.trySignIn("ada@example.com", "wrong").status, 429);
    }

    void whoHelpsProvesItFirst()
    {
        Desk desk;
        desk.stand.clock.advance(6min);
        QCOMPARE(desk.find(desk.support).status, 200);
        QCOMPARE(desk.start(desk.support).code(), u"stepUpNeeded"_s);
        QCOMPARE(desk.lift(desk.support).code(), u"stepUpNeeded"_s);
    }

    void withoutMailNoneIsStarted()
    {
        const Desk desk(false);
        QCOMPARE(desk.start(desk.admin).code(), u"noMail"_s);
        QVERIFY(!desk.find(desk.admin).json().contains("reset"_L1));
    }
};

LATCHKEY_TEST(HelpingTest)

#include "tst_helping.moc"
