#include "postbag.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray idIn(const Answer &answer)
{
    return answer.json()[u"pending"_s].toObject()[u"id"_s].toString().toLatin1();
}

/// A server that sends mail, and has an administrator.
struct Open
{
    Postbag post;
    Stand stand{{}, post.carriers()};

    Open() { stand.signUp("root"); }

    Answer begin(const QByteArray &name) const
    {
        return Browser(stand.port()).post("/v1/users", Stand::signUpBody(name));
    }
    Answer finish(const QByteArray &id, const QByteArray &code) const
    {
        return Browser(stand.port()).post("/v1/sign-ups/" + id, quoted("{'code':'") + code + "\"}");
    }
    Answer resend(const QByteArray &id) const
    {
        return Browser(stand.port()).post("/v1/sign-ups/" + id + "/code", "{}");
    }
};

} // namespace

class SignUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressAloneMakesAnAccountWithoutAPassword()
    {
        Open open;
        const QByteArray body = quoted("{'name':'Ada','email':'ada@example.com','language':'en',"
                                       "'device':{'label':'','program':'test','system':''}}");
        const Answer begun = Browser(open.stand.port()).post("/v1/sign-ups", body);
        QCOMPARE(begun.status, 200);
        QCOMPARE(open.stand.rows(u"users"_s), 1);
        const Answer finished = open.finish(idIn(begun), open.post.nextCode());
        QCOMPARE(finished.status, 200);
        QVERIFY(finished.json()[u"user"_s].toObject()[u"emailVerified"_s].toBool());
        QCOMPARE(open.stand.trySignIn("ada@example.com", goodPassword).status, 401);
        QCOMPARE(open.stand.trySignIn("ada@example.com", {}).status, 422);
        // Whoever is there already is told, and nobody else is.
        open.stand.clock.advance(2min);
        const Answer again = Browser(open.stand.port()).post("/v1/sign-ups", body);
        QCOMPARE(again.status, 200);
        QVERIFY(Postbag::codeIn(open.post.next()).isEmpty());
    }

    /// Whoever waits is not in yet, and meanwhile nobody comes first without the code.
    void theSetupCodeIsGoodUntilSomebodyIsIn()
    {
        Postbag post;
        const Stand stand(
            [](server::ServerConfig &config) { config.signUp = server::SignUpRule::FirstWithCode; },
            post.carriers());
        const Answer begun =
            Browser(stand.port())
                .post("/v1/sign-ups",
                      quoted("{'name':'Root','email':'root@example.com','language':'en',"
                             "'device':{'label':'','program':'test','system':''},'setupCode':'") +
                          stand.running.setupCode->reveal() + "\"}");
        QCOMPARE(begun.status, 200);
        const auto joinWithoutCode = [&] {
            return Browser(stand.port()).post("/v1/users", Stand::signUpBody("eve"));
        };
        QCOMPARE(joinWithoutCode().code(), u"setupCodeWrong"_s);
        QCOMPARE(stand.rows(u"users"_s), 0);
        const Answer finished =
            Browser(stand.port())
                .post("/v1/sign-ups/" + idIn(begun), quoted("{'code':'") + post.nextCode() + "\"}");
        QCOMPARE(finished.json()[u"user"_s].toObject()[u"role"_s].toString(), u"admin"_s);
        QCOMPARE(joinWithoutCode().status, 200);
    }

    void anAccountWaitsForItsCode()
    {
        Open open;
        const Answer begun = open.begin("ada");
        QCOMPARE(begun.status, 200);
        QVERIFY(!begun.json().contains("signedIn"_L1));
        QCOMPARE(open.stand.rows(u"users"_s), 1);
        QCOMPARE(open.stand.trySignIn("ada@example.com", goodPassword).status, 401);
        const QByteArray code = open.post.nextCode();
        const Answer finished = open.finish(idIn(begun), code);
        QCOMPARE(finished.status, 200);
        const QJsonObject user = finished.json()[u"user"_s].toObject();
        QCOMPARE(user[u"emailVerified"_s].toBool(), true);
        QCOMPARE(user[u"role"_s].toString(), u"user"_s);
        QCOMPARE(open.finish(idIn(begun), code).status, 404);
        QVERIFY(!open.stand.signIn("ada").isEmpty());
    }

    void whoWaitsWhenTheServerClosesGetsNone()
    {
        Open open;
        const QByteArray id = idIn(open.begin("ada"));
        const QByteArray code = open.post.nextCode();
        open.stand.restart(
            [](server::ServerConfig &config) { config.signUp = server::SignUpRule::OnlyFirst; });
        QCOMPARE(open.finish(id, code).code(), u"signUpClosed"_s);
        QCOMPARE(open.stand.rows(u"users"_s), 1);
    }

    void aWrongCodeMakesNone()
    {
        Open open;
        const QByteArray id = idIn(open.begin("ada"));
        const QByteArray code = open.post.nextCode();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(open.finish(id, code == "000000" ? "000001" : "000000").status, 422);
        open.stand.clock.advance(2min);
        QCOMPARE(open.finish(id, code).code(), u"wrongCode"_s);
        QCOMPARE(open.resend(id).status, 200);
        open.stand.clock.advance(1min);
        QCOMPARE(open.finish(id, open.post.nextCode()).status, 200);
    }

    void whoseAddressIsTakenIsToldWithinDays()
    {
        Open open;
        open.post.outcome = server::CarryOutcome::Kind::Later;
        QCOMPARE(open.begin("root").status, 200);
        open.stand.clock.advance(24h);
        open.post.outcome = server::CarryOutcome::Kind::Sent;
        QCOMPARE(open.begin("ada").status, 200); // and wakes the one before it
        QStringList told{open.post.next().to, open.post.next().to};
        told.sort();
        QCOMPARE(told, QStringList({u"ada@example.com"_s, u"root@example.com"_s}));
    }

    void whoseAddressIsTakenIsToldByMailAlone()
    {
        Open open;
        const Answer fresh = open.begin("ada");
        const QByteArray code = open.post.nextCode();
        const Answer taken = open.begin("root");
        QCOMPARE(taken.status, fresh.status);
        const auto shapeOf = [](const Answer &answer) {
            QJsonObject pending = answer.json()[u"pending"_s].toObject();
            pending.remove(u"id"_s);
            QJsonObject sent = pending[u"sent"_s].toObject();
            sent[u"to"_s] = sent[u"to"_s].toString().section(u'@', 1);
            pending[u"sent"_s] = sent;
            return pending;
        };
        QCOMPARE(shapeOf(taken), shapeOf(fresh));
        const server::Mail told = open.post.next();
        QCOMPARE(told.to, u"root@example.com"_s);
        QVERIFY(Postbag::codeIn(told).isEmpty());
        QVERIFY(told.plain.revealText().contains(u"already"_s));
        QCOMPARE(open.finish(idIn(taken), code).code(), u"wrongCode"_s);
        QCOMPARE(open.resend(idIn(taken)).code(), u"codeTooSoon"_s);
        open.stand.clock.advance(61s);
        QCOMPARE(open.resend(idIn(taken)).status, open.resend(idIn(fresh)).status);
        QCOMPARE(open.stand.rows(u"users"_s), 1);
    }

    void anAddressTakenMeanwhileIsAWrongCode()
    {
        Open open;
        const QByteArray mine = idIn(open.begin("ada"));
        const QByteArray code = open.post.nextCode();
        open.stand.clock.advance(61s);
        const QByteArray theirs = idIn(open.begin("ada"));
        QCOMPARE(open.finish(theirs, open.post.nextCode()).status, 200);
        QCOMPARE(open.finish(mine, code).code(), u"wrongCode"_s);
        QCOMPARE(open.stand.rows(u"users"_s), 2);
    }

    void theCodeOfOneIsNoneOfAnother()
    {
        Open open;
        const QByteArray stranger = idIn(open.begin("ada"));
        open.post.next();
        open.stand.clock.advance(61s);
        const QByteArray mine = idIn(open.begin("ada"));
        const QByteArray code = open.post.nextCode();
        QCOMPARE(open.finish(stranger, code).code(), u"wrongCode"_s);
        QCOMPARE(open.finish(mine, code).status, 200);
    }

    void nobodyWaitsForLongerThanAQuarterOfAnHour()
    {
        Open open;
        const QByteArray id = idIn(open.begin("ada"));
        const QByteArray code = open.post.nextCode(); // it has to leave in time
        open.stand.clock.advance(15min);
        QCOMPARE(open.resend(id).code(), u"signUpUnknown"_s);
        QCOMPARE(open.finish(id, code).code(), u"signUpUnknown"_s);
        QCOMPARE(open.resend("sgn_none").code(), u"signUpUnknown"_s);
    }

    void whereMailsStayNobodyWaits()
    {
        Stand stand([](server::ServerConfig &config) { config.keepsMessages = true; });
        stand.signUp("root");
        QVERIFY(!stand.signUp("ada").isEmpty());
        QCOMPARE(stand.rows(u"messages"_s), 0);
    }
};

LATCHKEY_TEST(SignUpTest)

#include "tst_signup.moc"
