#include "spoken.h"
#include "support/testrunner.h"

#include <QDateTime>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How long a session lives on each wire, and what becomes of its token.
class WireSessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 24 hours, whatever is done with it, and by another token 24 more.
    void aSessionOfTemporalLivesAsItsTokenSays()
    {
        Stand stand;
        temporal.join(stand, "root"); // whose sessions live shorter
        const Answer entered = (temporal.join(stand, "ada"), temporal.enter(stand, "ada"));
        const QByteArray first = temporal.token(entered);
        const auto refresh = [&](const QByteArray &token) {
            return Browser(stand.port())
                .ask("GET", "/temporal/v2/auth/refresh", {}, temporal.holding(token));
        };
        const auto expire = [](const QByteArray &token) {
            return partOf(token, 1).value(u"exp"_s).toInteger();
        };
        const auto told = [](const Answer &answer) {
            return QDateTime::fromString(answer.json().value(u"expire"_s).toString(), Qt::ISODate)
                .toSecsSinceEpoch();
        };
        QCOMPARE(told(entered), expire(first));
        QCOMPARE(expire(first) - partOf(first, 1).value(u"orig_iat"_s).toInteger(), 24 * 3600);
        stand.clock.advance(23h);
        QCOMPARE(temporal.whoAmI(stand, first).status, 200);
        const Answer renewed = refresh(first);
        const QByteArray second = temporal.token(renewed);
        QCOMPARE(told(renewed), expire(first) + 23 * 3600);
        // The one before does the same for a moment, and no longer.
        QCOMPARE(temporal.whoAmI(stand, first).status, 200);
        stand.clock.advance(61s);
        QCOMPARE(temporal.whoAmI(stand, first).status, 401);
        stand.clock.advance(90min);
        QCOMPARE(temporal.whoAmI(stand, second).status, 200);
        const Answer late = refresh(second);
        QCOMPARE(late.status, 401);
        QCOMPARE(textIn(late.json(), "message"), QByteArray("Token is expired."));
        stand.clock.advance(23h);
        QCOMPARE(temporal.whoAmI(stand, second).body,
                 quoted("{'code':401,'message':'Token is expired'}"));
    }

    /// Its signature is good, and its session is over.
    void aSignedTokenIsLookedUpAllTheSame()
    {
        Stand stand;
        const QByteArray token = temporal.begin(stand, "ada");
        const auto parts = token.split('.');
        QCOMPARE(partOf(token, 0).value(u"alg"_s).toString(), u"HS256"_s);
        const QByteArray none =
            QByteArray(R"({"alg":"none","typ":"JWT"})")
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        for (const QByteArray &forged :
             {QByteArray(none + '.' + parts[1] + '.'),
              QByteArray(none + '.' + parts[1] + '.' + parts[2]),
              QByteArray(parts[0] + '.' + parts[0] + '.' + parts[2]), token.chopped(2)}) {
            QCOMPARE(temporal.whoAmI(stand, forged).body,
                     quoted("{'code':401,'message':'signature is invalid'}"));
        }
        stand.restart(); // the keys lie with the vault's
        QCOMPARE(temporal.whoAmI(stand, token).status, 200);
        Browser own(stand.port());
        own.token = stand.signIn("ada");
        QCOMPARE(own.post("/v1/sessions/end-others", {}).status, 200);
        QCOMPARE(temporal.whoAmI(stand, token).body,
                 quoted("{'code':401,'message':'Token is expired'}"));
    }

    /// A session that began before there was a second factor sets no password.
    void aPasswordIsNotEnoughWhereThereIsAFactor()
    {
        Member ada;
        const QByteArray token = temporal.token(
            Browser(ada.stand.port())
                .post(temporal.signIn, '{' + member("username", Member::email) + ',' +
                                           member("password", goodPassword) + '}'));
        QCOMPARE(temporal.whoAmI(ada.stand, token).status, 200);
        ada.askForMail();
        QCOMPARE(temporal.changeTo(ada.stand, "ada", token, "four quiet walruses dance 9").status,
                 401);
    }

    void renewingKeepsWhatASessionIs()
    {
        Stand stand;
        Browser ada(stand.port());
        ada.token = stand.signUp("ada");
        const QByteArray first = ada.token;
        const QByteArray before = ada.ask("GET", "/v1/session").body;
        const Answer renewed = ada.post("/v1/session/renew", {});
        QCOMPARE(renewed.status, 200);
        QCOMPARE(ada.ask("GET", "/v1/session").body, before);
        // At once again, by the one before: the answer to that may be on its way.
        QCOMPARE(ada.post("/v1/session/renew", {}).status, 409);
        ada.token = textIn(renewed.json(), "token");
        QVERIFY(ada.token != first);
        QCOMPARE(ada.ask("GET", "/v1/session").body, before);
        stand.clock.advance(61s);
        QCOMPARE(ada.ask("GET", "/v1/session").status, 200);
        ada.token = first;
        QCOMPARE(ada.ask("GET", "/v1/session").code(), u"stepUpNeeded"_s);
        QCOMPARE(ada.post("/v1/session/renew", {}).code(), u"stepUpNeeded"_s);
    }

    void aSessionOfOneShotLivesShortUntilItIsUsed()
    {
        Stand stand;
        oneShot.join(stand, "ada"); // who is the administrator, with a life of their own
        const QByteArray unused = oneShot.token(oneShot.join(stand, "bob"));
        const QByteArray used = oneShot.token(oneShot.enter(stand, "bob"));
        stand.clock.advance(4min);
        QCOMPARE(oneShot.whoAmI(stand, used).status, 200);
        oneShot.enter(stand, "bob"); // and what was noted behind the answer's back is there
        stand.clock.advance(61s);
        QCOMPARE(oneShot.whoAmI(stand, unused).status, 401);
        stand.clock.advance(std::chrono::days(13));
        QCOMPARE(oneShot.whoAmI(stand, used).status, 200);
        oneShot.enter(stand, "bob");
        stand.clock.advance(std::chrono::days(15));
        QCOMPARE(oneShot.whoAmI(stand, used).status, 401);
    }
};

LATCHKEY_TEST(WireSessionsTest)

#include "tst_wiresessions.moc"
