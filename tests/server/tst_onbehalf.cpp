#include "pair.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using server::FieldChange;

namespace {

/// Ada, the first here and so its administrator, who acts in Bob's account.
class Acting : public Pair
{
public:
    Answer begin() const
    {
        return post("/v1/session/on-behalf",
                    "{'login':'bob@example.com','reason':'They asked by phone'}");
    }
    int works(const QByteArray &token) const { return as(token, "GET", "/v1/me").status; }
    QByteArray programOf(const QByteArray &who) const
    {
        const Answer made =
            as(who, "POST", "/v1/api-sessions", "{'labels':['a'],'unlimited':true}");
        return textIn(made.json(), "secret");
    }
    /// Answers where it is.
    QByteArray given(const QByteArray &by, const QByteArray &to, const QByteArray &path,
                     const QByteArray &what) const
    {
        const Answer made = as(by, "POST", path, "{'receiver':'" + idOf(to) + "'," + what + '}');
        return path + '/' + textIn(made.json(), "id");
    }

    const Answer begun = begin();
    const QByteArray acting = textIn(begun.json(), "token");
};

const QByteArray aSubscription = "'package':'benefits','tier':'basic'";

} // namespace

/// What whoever acts on somebody's behalf leaves alone, and what stays of it.
class OnBehalfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is done in it is noted with the person and that session.
    void theTrailTellsWhoseSessionItWas()
    {
        const Acting ada;
        QCOMPARE(ada.begun.status, 200);
        const QString session = ada.begun.json()[u"session"_s].toObject()[u"id"_s].toString();
        QVERIFY(!session.isEmpty());
        const auto trail = ada.trail(u"signInOnBehalf"_s);
        QCOMPARE(trail.size(), 1);
        QCOMPARE(trail[0].actor, api::UserId(QString::fromLatin1(ada.idOf(ada.token))));
        QVERIFY(trail[0].changes.contains(FieldChange{u"session"_s, {}, session}));
    }

    void itEndsWithTheSessionThatBeganIt()
    {
        Acting ada;
        const QByteArray other = ada.stand.signIn("ada");
        const QByteArray acting =
            textIn(ada.as(other, "POST", "/v1/session/on-behalf",
                          "{'login':'bob@example.com','reason':'They asked by phone'}")
                       .json(),
                   "token");
        QCOMPARE(ada.works(acting), 200);
        QCOMPARE(ada.as(other, "DELETE", "/v1/session").status, 204);
        QCOMPARE(ada.works(acting), 401);
        QCOMPARE(ada.works(ada.acting), 200);
    }

    void itsOwnerHearsThatItEndedWithTheSessionThatBeganIt()
    {
        Acting ada;
        const QByteArray bob = ada.idOf(ada.bob);
        for (const QByteArray &how : {"signed out", "ended", "ended with all others"}) {
            const QByteArray other = ada.stand.signIn("ada");
            const QByteArray itself = textIn(ada.as(other, "GET", "/v1/session").json(), "id");
            const Answer begun =
                ada.as(other, "POST", "/v1/session/on-behalf",
                       "{'login':'bob@example.com','reason':'They asked by phone'}");
            const QString acting = begun.json()[u"session"_s].toObject()[u"id"_s].toString();
            QVERIFY(!acting.isEmpty());
            if (how == "signed out")
                QCOMPARE(ada.as(other, "DELETE", "/v1/session").status, 204);
            else if (how == "ended")
                QCOMPARE(ada.as(ada.token, "DELETE", "/v1/sessions/" + itself).status, 200);
            else
                QCOMPARE(ada.as(ada.token, "POST", "/v1/sessions/end-others").status, 200);
            const QString told = u"events WHERE kind = 'sessionEnded' AND user_id = '%1' AND "
                                 "session_id = '%2'"_s.arg(QString::fromLatin1(bob), acting);
            QCOMPARE(ada.stand.rows(told), 1);
            QCOMPARE(ada.stand.rows(u"audit WHERE subject = '%1'"_s.arg(acting)), 1);
        }
        QCOMPARE(ada.works(ada.acting), 200);
    }

    void whoeverStoleTheSessionActsNoLonger()
    {
        Acting ada;
        const QByteArray change = quoted("{'current':'") + goodPassword +
                                  quoted("','next':'four quiet walruses dance 9','keepOthers':"
                                         "false}");
        Browser mine(ada.stand.port());
        mine.token = ada.stand.signIn("ada");
        QCOMPARE(mine.post("/v1/me/password", change).status, 200);
        QCOMPARE(ada.works(ada.token), 401);
        QCOMPARE(ada.works(ada.acting), 401);
    }

    void thereAreOnlySoManyLetters()
    {
        const Acting ada;
        for (int letters = 1; letters < 20; ++letters)
            QCOMPARE(ada.begin().status, 200);
        const auto letters = ada.wordsTo("bob@example.com").size();
        const Answer refused = ada.begin();
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"tooManyLetters"_s);
        QVERIFY(refused.field("Retry-After").toInt() > 0);
        QCOMPARE(ada.wordsTo("bob@example.com").size(), letters);
    }

    void nobodyElseChoosesWhatOneSignsInWith()
    {
        const Acting ada;
        Browser asking(ada.stand.port());
        const auto change = [&asking](const QByteArray &token, const char *to) {
            asking.token = token;
            const QByteArray seen = asking.ask("GET", "/v1/me").field("ETag");
            return asking.ask("PATCH", "/v1/me", quoted(to), {{"If-Match", seen}});
        };
        QCOMPARE(change(ada.acting, "{'userName':'eve'}").code(), u"notOnBehalf"_s);
        QCOMPARE(change(ada.acting, "{'name':'Robert','userName':'eve'}").code(), u"notOnBehalf"_s);
        QCOMPARE(change(ada.acting, "{'name':'Robert'}").status, 200);
        QCOMPARE(change(ada.bob, "{'userName':'bob'}").status, 200);
    }

    void nobodyElseSeesWhomOneMadeAccountsFor()
    {
        const Acting ada;
        const QByteArray accounts = "/v1/organisation/accounts";
        const Answer made = ada.as(ada.bob, "POST", accounts,
                                   "{'name':'Eve','email':'eve@example.com','language':'en'}");
        const QByteArray one = accounts + '/' + textIn(made.json()[u"user"_s].toObject(), "id");
        const QByteArray program = ada.programOf(ada.bob);
        for (const QByteArray &path : {accounts, one}) {
            QCOMPARE(ada.as(ada.bob, "GET", path).status, 200);
            QCOMPARE(ada.as(ada.acting, "GET", path).code(), u"notOnBehalf"_s);
            QCOMPARE(ada.as(program, "GET", path).code(), u"notForApiSessions"_s);
        }
    }

    /// A program of theirs may.
    void nobodyElseGivesAndTakesInTheirName()
    {
        const Acting ada;
        const QByteArray grant = ada.given(ada.bob, ada.token, "/v1/grants", aSubscription);
        const QByteArray letIn = ada.given(ada.token, ada.bob, "/v1/authorizations",
                                           "'scope':'profile','action':'read'");
        for (const QByteArray &path : {grant, letIn}) {
            QCOMPARE(ada.as(ada.acting, "GET", path).status, 200);
            QCOMPARE(ada.as(ada.acting, "DELETE", path).code(), u"notOnBehalf"_s);
        }
        QCOMPARE(ada.as(ada.acting, "PATCH", grant, "{'tier':'premium'}").code(), u"notOnBehalf"_s);
        QCOMPARE(ada.as(ada.acting, "POST", "/v1/grants",
                        "{'receiver':'" + ada.idOf(ada.token) + "'," + aSubscription + '}')
                     .code(),
                 u"notOnBehalf"_s);
        const QByteArray program = ada.programOf(ada.bob);
        QCOMPARE(ada.as(program, "DELETE", letIn).status, 200);
        QCOMPARE(ada.as(program, "PATCH", grant, "{'tier':'premium'}").status, 200);
    }
};

LATCHKEY_TEST(OnBehalfTest)

#include "tst_onbehalf.moc"
