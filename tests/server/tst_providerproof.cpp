#include "guarded.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

#include <atomic>
#include <thread>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray eveThere = "eve@example.com";

/// Eve has no password, and proved who she is long ago.
struct Stale : Guarded
{
    Stale()
        : token(eve())
    {
        stand.clock.advance(6min);
    }

    QByteArray token;
};

} // namespace

/// Where no password is, a visit to the provider proves who is there.
class ProviderProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSignsInThereAnewHasProvenIt()
    {
        Stale at;
        QCOMPARE(at.addFactor(at.token).code(), u"stepUpNeeded"_s);
        const Guarded::Visit visit = at.visitToProve(at.token);
        const Answer proven = at.prove(visit, eveThere, at.token);
        QCOMPARE(proven.status, 200);
        const QByteArray token = textIn(proven.json(), "token");
        QVERIFY(!token.isEmpty() && token != at.token);
        QCOMPARE(at.addFactor(token).status, 200);
        // Once.
        QCOMPARE(at.prove(visit, eveThere, token).code(), u"visitUnknown"_s);
    }

    void theBrowserIsToldToAskThemAnew()
    {
        Stale at;
        const QJsonObject begun = at.ask("POST", "/v1/session/proof/visit",
                                         quoted("{'provider':'") + at.provider +
                                             quoted("','returnTo':'http://127.0.0.1:9/back'}"),
                                         at.token)
                                      .json();
        const QUrlQuery query(QUrl(begun.value(u"address"_s).toString()));
        QCOMPARE(query.queryItemValue(u"prompt"_s), u"login"_s);
    }

    void whatTheyWereThereBeforeProvesNothing_data()
    {
        QTest::addColumn<QByteArray>("as");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("before") << QByteArray("before:eve@example.com") << 403
                                << u"signInNotAnew"_s;
        QTest::newRow("undated") << QByteArray("undated:eve@example.com") << 403
                                 << u"signInUndated"_s;
        QTest::newRow("somebody else")
            << QByteArray("mallory@example.com") << 403 << u"identityNotYours"_s;
        QTest::newRow("refused") << QByteArray("refused") << 401 << u"visitRefused"_s;
        QTest::newRow("forged") << QByteArray("forged") << 401 << u"idTokenInvalid"_s;
    }
    void whatTheyWereThereBeforeProvesNothing()
    {
        QFETCH(QByteArray, as);
        QFETCH(int, status);
        Stale at;
        const Guarded::Visit visit = at.visitToProve(at.token);
        const qint64 noted = at.stand.rows(u"audit"_s);
        const Answer refused = at.prove(visit, as, at.token);
        QCOMPARE(refused.status, status);
        QTEST(refused.code(), "code");
        QCOMPARE(at.stand.rows(u"audit"_s), noted + 1);
        // The session lives, and is as stale as before.
        QCOMPARE(at.addFactor(at.token).code(), u"stepUpNeeded"_s);
        QVERIFY(at.prove(visit, eveThere, at.token).status != 200);
    }

    /// Another account's identity is none of this one's, whoever sits there.
    void anIdentityProvesItsOwnAccountAlone()
    {
        Stale at;
        const QByteArray mallory = Guarded::tokenIn(at.enter(at.visit(), "mallory@example.com"));
        at.stand.clock.advance(6min);
        const Guarded::Visit visit = at.visitToProve(mallory);
        QCOMPARE(at.prove(visit, eveThere, mallory).code(), u"identityNotYours"_s);
    }

    void aVisitIsOfTheSessionThatBeganIt()
    {
        Stale at;
        const QByteArray other = at.eve();
        const Guarded::Visit visit = at.visitToProve(at.token);
        QVERIFY(!visit.id.isEmpty());
        QCOMPARE(at.prove(visit, eveThere, other).code(), u"visitUnknown"_s);
        // Nor does it sign in, or connect; and what was begun for that proves nothing.
        QCOMPARE(at.enter(visit, eveThere).code(), u"visitUnknown"_s);
        QCOMPARE(at.link(visit, eveThere, other).code(), u"visitUnknown"_s);
        QCOMPARE(at.prove(at.visit(), eveThere, at.token).code(), u"visitUnknown"_s);
        QCOMPARE(at.prove(visit, eveThere, at.token).status, 200);
    }

    void whoIsNotConnectedGoesNowhere()
    {
        Guarded at;
        const Answer refused = at.ask("POST", "/v1/session/proof/visit",
                                      quoted("{'provider':'") + at.provider +
                                          quoted("','returnTo':'http://127.0.0.1:9/back'}"));
        QCOMPARE(refused.status, 404);
        QCOMPARE(refused.code(), u"identityUnlinked"_s);
    }

    /// Where a second factor is asked for, a provider is as little as a password.
    void itIsNoSecondFactor()
    {
        Stale at;
        at.stand.change("INSERT INTO factors (id, user_id, kind, name, sealed_secret, "
                        "enrolled_at, activated_at) SELECT 'fac_x', id, 'totp', 'x', x'00', 1, 1 "
                        "FROM users WHERE email = 'eve@example.com'");
        const Answer proven = at.prove(at.visitToProve(at.token), eveThere, at.token);
        QCOMPARE(proven.status, 200);
        const Answer asked = at.addFactor(textIn(proven.json(), "token"));
        QCOMPARE(asked.code(), u"stepUpNeeded"_s);
        QCOMPARE(textIn(asked.json(), "requiredLevel"), "secondFactor");
    }

    /// Whose answer got lost has a token that only proves; so it can go there once more.
    void whoNeverGotTheNewTokenProvesAgain()
    {
        Stale at;
        QCOMPARE(at.prove(at.visitToProve(at.token), eveThere, at.token).status, 200);
        at.stand.clock.advance(1min);
        QCOMPARE(at.ask("GET", "/v1/me", {}, at.token).code(), u"stepUpNeeded"_s);
        QCOMPARE(at.prove(at.visitToProve(at.token), eveThere, at.token).status, 200);
    }

    void whereNobodyCouldBeAskedTheCodeIsStillGood()
    {
        Stale at;
        const Guarded::Visit visit = at.visitToProve(at.token);
        QCOMPARE(at.prove(visit, "unreachable", at.token).status, 503);
        QCOMPARE(at.prove(visit, eveThere, at.token).status, 200);
    }

    void tooManyTriesAreRefused()
    {
        Stale at;
        int refused = 0;
        for (int i = 0; i < 30; ++i)
            refused += at.prove({"vst_nobody", "x"}, "x", at.token).status == 429 ? 1 : 0;
        QCOMPARE(refused, 10);
    }

    void whoProvesUsesUpNoTries()
    {
        Stale at;
        QByteArray token = at.token;
        for (int i = 0; i < 30; ++i) {
            const Answer proven = at.prove(at.visitToProve(token), eveThere, token);
            QCOMPARE(proven.status, 200);
            token = textIn(proven.json(), "token");
        }
    }

    /// Two windows bring the same code at once: one of them has proven it.
    void aCodeProvesOnce()
    {
        Stale at;
        const Guarded::Visit visit = at.visitToProve(at.token);
        std::atomic<int> proven = 0;
        std::vector<std::thread> all;
        for (int i = 0; i < 8; ++i) {
            all.emplace_back(
                [&] { proven += at.prove(visit, eveThere, at.token).status == 200 ? 1 : 0; });
        }
        for (std::thread &one : all)
            one.join();
        QCOMPARE(proven.load(), 1);
    }

    void whoHasAPasswordIsTold()
    {
        Guarded at;
        const auto has = [&](const QByteArray &token) {
            return at.ask("GET", "/v1/identities", {}, token)
                .json()
                .value(u"hasPassword"_s)
                .toBool();
        };
        QVERIFY(!has(at.eve()));
        QVERIFY(has(at.admin));
    }

    void whoDisconnectsOneIsWrittenTo()
    {
        Guarded at([](server::ServerConfig &config) { config.keepsMessages = true; });
        const QByteArray mallory = at.stand.signUp("mallory");
        const Answer linked = at.link(at.visit(), "mallory@example.com", mallory);
        QCOMPARE(linked.status, 200);
        const qint64 written = at.stand.rows(u"messages"_s);
        const QByteArray id = textIn(linked.json(), "id");
        QCOMPARE(at.ask("DELETE", "/v1/identities/" + id, {}, mallory).status, 204);
        QCOMPARE(at.stand.rows(u"messages"_s), written + 1);
    }
};

LATCHKEY_TEST(ProviderProofTest)

#include "tst_providerproof.moc"
