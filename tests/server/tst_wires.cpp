#include "member.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>
#include <QUuid>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray malformed =
    "One or more API parameters are malformed. Please check your request and try again";
const QByteArray invalid = "Invalid username, password, or access token";
const QByteArray duplicate = "Username or email already in use";

QByteArray refusedByAurora(const QByteArray &text)
{
    return quoted("{'success':false,'error':'") + text + "\"}";
}

QByteArray refusedByOneShot(const QByteArray &code)
{
    return quoted("{'message':'") + code + "\"}";
}

/// How somebody signs up, signs in and edits on one of the wires, and what it says to them.
struct Spoken
{
    QByteArray name;
    QByteArray signUp;
    QByteArray signIn;
    QByteArray nameField;
    QByteArray tokenField;
    int weak;
    QByteArray weakBody;
    int wrong;
    QByteArray wrongBody;

    QByteArray body(const QByteArray &user, const QByteArray &password) const
    {
        return "{\"" + nameField + "\":\"" + user + quoted("','email':'") + user +
               quoted("@example.com','password':'") + password + "\"}";
    }
    Answer join(const Stand &stand, const QByteArray &user,
                const QByteArray &password = goodPassword) const
    {
        return Browser(stand.port()).post(signUp, body(user, password));
    }
    Answer enter(const Stand &stand, const QByteArray &user,
                 const QByteArray &password = goodPassword) const
    {
        return Browser(stand.port()).post(signIn, body(user, password));
    }
    QByteArray token(const Answer &answer) const
    {
        return textIn(answer.json(), tokenField.constData());
    }
    Browser::Fields credential(const QByteArray &token) const
    {
        return name == "aurora" ? Browser::Fields{{"x-access-token", token}}
                                : Browser::Fields{{"Authorization", "Bearer " + token}};
    }
    /// Another password, for whoever has that token.
    Answer change(const Stand &stand, const QByteArray &user, const QByteArray &token,
                  const QByteArray &password) const
    {
        Browser browser(stand.port());
        return name == "aurora"
                   ? browser.ask("PUT", "/aurora/api/v7/user/info", body(user, password),
                                 credential(token))
                   : browser.ask("PATCH", "/oneshot/user/update",
                                 quoted("{'password':'") + password + "\"}", credential(token));
    }
    Answer whoAmI(const Stand &stand, const QByteArray &token) const
    {
        return Browser(stand.port())
            .ask("GET", name == "aurora" ? "/aurora/api/v7/user/info" : "/oneshot/user/self", {},
                 credential(token));
    }
};

const Spoken aurora{.name = "aurora",
                    .signUp = "/aurora/api/v2/signup",
                    .signIn = "/aurora/api/v3/login",
                    .nameField = "username",
                    .tokenField = "accessToken",
                    .weak = 400,
                    .weakBody = refusedByAurora(malformed),
                    .wrong = 401,
                    .wrongBody = refusedByAurora(invalid)};
const Spoken oneShot{.name = "oneshot",
                     .signUp = "/oneshot/users",
                     .signIn = "/oneshot/user/login",
                     .nameField = "name",
                     .tokenField = "token",
                     .weak = 400,
                     .weakBody = refusedByOneShot("BAD_REQUEST"),
                     .wrong = 403,
                     .wrongBody = refusedByOneShot("FORBIDDEN")};

} // namespace

Q_DECLARE_METATYPE(Spoken)

/// No wire gets round what the domain asks for: password policy, throttle, audit, levels. And none
/// lets in whoever has a token of another.
class WiresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePasswordPolicyHolds_data() { eachWire(); }
    void thePasswordPolicyHolds()
    {
        QFETCH(Spoken, wire);
        Stand stand;
        const Answer weak = wire.join(stand, "ada", "password1");
        QCOMPARE(weak.status, wire.weak);
        QCOMPARE(weak.body, wire.weakBody);
        QCOMPARE(stand.rows(u"users"_s), 0);
        const Answer joined = wire.join(stand, "ada");
        QVERIFY2(!wire.token(joined).isEmpty(), joined.body.constData());
        QCOMPARE(wire.change(stand, "ada", wire.token(joined), "password1").body, wire.weakBody);
        QVERIFY(!wire.token(wire.enter(stand, "ada")).isEmpty());
    }

    void triesAreThrottled_data() { eachWire(); }
    void triesAreThrottled()
    {
        QFETCH(Spoken, wire);
        Stand stand(
            [](server::ServerConfig &config) { config.throttle.password.freeFailures = 2; });
        wire.join(stand, "ada");
        for (int i = 0; i < 2; ++i) {
            const Answer wrong = wire.enter(stand, "ada", "wrong");
            QCOMPARE(wrong.status, wire.wrong);
            QCOMPARE(wrong.body, wire.wrongBody);
        }
        // The right one is not looked at, here or on another way in, by whichever name.
        QCOMPARE(wire.enter(stand, "ada").body, wire.wrongBody);
        QCOMPARE(stand.trySignIn("ada@example.com", goodPassword).status, 429);
        QCOMPARE(stand.trySignIn("ADA", goodPassword).status, 429);
        stand.clock.advance(1min);
        QVERIFY(!wire.token(wire.enter(stand, "ada")).isEmpty());
    }

    void everythingIsAudited_data() { eachWire(); }
    void everythingIsAudited()
    {
        QFETCH(Spoken, wire);
        Stand stand;
        auto noted = [&stand, before = qint64(0)]() mutable {
            const qint64 now = stand.rows(u"audit"_s);
            return now - std::exchange(before, now);
        };
        const QByteArray token = wire.token(wire.join(stand, "ada"));
        QCOMPARE(noted(), 1);
        wire.enter(stand, "ada");
        QCOMPARE(noted(), 1);
        wire.enter(stand, "ada", "wrong");
        QCOMPARE(noted(), 1);
        // And each session that ends with it.
        wire.change(stand, "ada", token, "four quiet walruses dance 9");
        QCOMPARE(noted(), 2);
        stand.clock.advance(6min);
    }

    /// An edit that needs a fresh session is refused on an old one; what is so already needs none.
    void levelsHold_data() { eachWire(); }
    void levelsHold()
    {
        QFETCH(Spoken, wire);
        Stand stand;
        const QByteArray begun = wire.token(wire.join(stand, "ada"));
        QCOMPARE(wire.whoAmI(stand, begun).status, 200); // from here it lives longer
        wire.enter(stand, "ada"); // what was noted behind the answer's back is there
        stand.clock.advance(6min);
        const Answer late = wire.change(stand, "ada", begun, "four quiet walruses dance 9");
        QCOMPARE(late.status, 401);
        QCOMPARE(wire.change(stand, "ada", begun, goodPassword).status, 200);
        const QByteArray fresh = wire.token(wire.enter(stand, "ada"));
        QCOMPARE(wire.change(stand, "ada", fresh, "four quiet walruses dance 9").status, 200);
        QCOMPARE(wire.whoAmI(stand, begun).status, 401);
        QCOMPARE(wire.whoAmI(stand, fresh).status, 200);
    }

    /// It has no word for a second factor: as if the password had been wrong, and as counted.
    void aSecondFactorShutsTheDoor_data() { eachWire(); }
    void aSecondFactorShutsTheDoor()
    {
        QFETCH(Spoken, wire);
        Member ada([](server::ServerConfig &config) { config.throttle.password.freeFailures = 3; });
        ada.askForMail();
        ada.stand.clock.advance(2h);
        const qint64 audited = ada.stand.rows(u"audit"_s);
        for (int i = 0; i < 3; ++i) {
            const Answer refused =
                Browser(ada.stand.port())
                    .post(wire.signIn, "{\"" + wire.nameField + "\":\"" + Member::email +
                                           quoted("','password':'") + goodPassword + "\"}");
            QCOMPARE(refused.status, wire.wrong);
            QCOMPARE(refused.body, wire.wrongBody);
        }
        QCOMPARE(ada.stand.rows(u"audit"_s), audited + 3);
        QCOMPARE(ada.stand.rows(u"challenges"_s), 0);
        QCOMPARE(ada.stand.trySignIn(Member::email, goodPassword).status, 429);
    }

    void aTokenIsWorthNothingOnAnotherWire()
    {
        Stand stand;
        const QByteArray own = stand.signUp("own");
        const QByteArray ofAurora = aurora.token(aurora.join(stand, "ada"));
        const QByteArray ofOneShot = oneShot.token(oneShot.join(stand, "bob"));
        QCOMPARE(ofAurora.size(), 48);
        QCOMPARE(QUuid::fromString(ofOneShot).version(), QUuid::Random);
        QCOMPARE(aurora.whoAmI(stand, ofAurora).status, 200);
        QCOMPARE(oneShot.whoAmI(stand, ofOneShot).status, 200);
        for (const QByteArray &other : {ofAurora, ofOneShot, QByteArray("aurora" + ofAurora)})
            QCOMPARE(Browser(stand.port())
                         .ask("GET", "/v1/me", {}, {{"Authorization", "Bearer " + other}})
                         .status,
                     401);
        for (const QByteArray &other : {own, ofOneShot})
            QCOMPARE(aurora.whoAmI(stand, other).body, refusedByAurora(invalid));
        for (const QByteArray &other : {own, ofAurora})
            QCOMPARE(oneShot.whoAmI(stand, other).body, refusedByOneShot("UNAUTHORIZED"));
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

    void signUpsAnswerAtOnceAndSayWhatIsTaken()
    {
        Stand stand;
        QVERIFY(!aurora.token(aurora.join(stand, "ada")).isEmpty());
        const Answer five = aurora.join(stand, "ada");
        QCOMPARE(five.status, 401);
        QCOMPARE(five.body, refusedByAurora(duplicate));
        const Answer six =
            Browser(stand.port()).post("/aurora/api/v6/signup", aurora.body("ADA", goodPassword));
        QCOMPARE(six.status, 400);
        QCOMPARE(six.body, refusedByAurora(malformed));
        const Answer here = oneShot.join(stand, "ada");
        QCOMPARE(here.status, 409);
        QCOMPARE(here.body, refusedByOneShot("ALREADY_EXISTS"));
        // The same address under another name.
        const QByteArray eve =
            quoted("{'name':'eve','email':'Ada@example.com','password':'") + goodPassword + "\"}";
        QCOMPARE(Browser(stand.port()).post("/oneshot/users", eve).status, 409);
    }

    void theSetUpCodeCanNotBePassedBy()
    {
        Stand stand([](server::ServerConfig &config) {
            config.signUp = server::SignUpRule::FirstWithCode;
        });
        QCOMPARE(aurora.join(stand, "ada").body, refusedByAurora(malformed));
        QCOMPARE(oneShot.join(stand, "ada").body, refusedByOneShot("BAD_REQUEST"));
        QCOMPARE(stand.rows(u"users"_s), 0);
    }

    void onlyWhatIsNamedIsSpokenBeyondThisMachine()
    {
        Stand stand([](server::ServerConfig &config) {
            config.hostNames = {u"accounts.example.org"_s};
            config.wires = {{u"oneshot"_s}};
        });
        QCOMPARE(aurora.join(stand, "ada").status, 404);
        QCOMPARE(oneShot.join(stand, "ada").status, 201);
        const auto wires =
            Browser(stand.port()).ask("GET", "/v1/server").json().value(u"wires"_s).toArray();
        QCOMPARE(wires, QJsonArray({u"latchkey"_s, u"oneshot"_s}));
        stand.restart([](server::ServerConfig &config) { config.wires.reset(); });
        QCOMPARE(oneShot.join(stand, "bob").status, 404);
    }

    void aWireHasAPortOfItsOwn()
    {
        Stand stand([](server::ServerConfig &config) {
            config.wirePorts = {{u"oneshot"_s, {u"127.0.0.1"_s, 0}}};
        });
        const quint16 port = stand.running.wirePorts.first().where.port;
        Browser browser(port);
        QCOMPARE(browser.post("/users", oneShot.body("ada", goodPassword)).status, 201);
        QCOMPARE(browser.ask("GET", "/").json().value(u"license"_s).toString(), u"MIT"_s);
        for (const char *path : {"/v1/server", "/healthz", "/oneshot/", "/aurora/api/v3/login"}) {
            const Answer unknown = browser.ask("GET", path);
            QCOMPARE(unknown.status, 404);
            QCOMPARE(unknown.body, refusedByOneShot("NOT_FOUND"));
        }
    }

private:
    static void eachWire()
    {
        QTest::addColumn<Spoken>("wire");
        QTest::newRow("aurora") << aurora;
        QTest::newRow("oneshot") << oneShot;
    }
};

LATCHKEY_TEST(WiresTest)

#include "tst_wires.moc"
