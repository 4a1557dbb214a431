#include "spoken.h"
#include "support/testrunner.h"

#include <QTest>
#include <QUuid>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
        const QByteArray token = wire.begin(stand, "ada");
        QVERIFY(!token.isEmpty());
        if (!wire.change.isEmpty())
            QCOMPARE(wire.changeTo(stand, "ada", token, "password1").body, wire.weakChangeBody);
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
        QCOMPARE(wire.enter(stand, "ada").body,
                 wire.throttledBody.isEmpty() ? wire.wrongBody : wire.throttledBody);
        QCOMPARE(stand.trySignIn("ada@example.com", goodPassword).status, 429);
        if (wire.hasUserNames)
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
        wire.join(stand, "ada");
        QCOMPARE(noted(), 1);
        const QByteArray token = wire.token(wire.enter(stand, "ada"));
        QCOMPARE(noted(), 1);
        wire.enter(stand, "ada");
        QCOMPARE(noted(), 1);
        wire.enter(stand, "ada", "wrong");
        QCOMPARE(noted(), 1);
        if (wire.change.isEmpty())
            return; // nobody changes their own there: anAdministratorOfMmdlIsFreshAndAudited
        // And each session that ends with it.
        wire.changeTo(stand, "ada", token, "four quiet walruses dance 9");
        QCOMPARE(noted(), wire.beginsAtSignUp ? 3 : 2);
    }

    /// An edit that needs a fresh session is refused on an old one; what is so already needs none.
    /// Where the former password stands beside the new one, that is the proof.
    void levelsHold_data() { eachWire(); }
    void levelsHold()
    {
        QFETCH(Spoken, wire);
        Stand stand;
        wire.begin(stand, "root"); // the administrator, whose sessions live shorter
        const QByteArray begun = wire.begin(stand, "ada");
        QCOMPARE(wire.whoAmI(stand, begun).status, 200); // from here it lives longer
        wire.enter(stand, "ada"); // what was noted behind the answer's back is there
        stand.clock.advance(6min);
        if (wire.asksForFreshness) {
            const Answer late = wire.changeTo(stand, "ada", begun, "four quiet walruses dance 9");
            QCOMPARE(late.status, wire.late);
            QCOMPARE(wire.changeTo(stand, "ada", begun, goodPassword).status, 200);
        }
        const QByteArray fresh = wire.token(wire.enter(stand, "ada"));
        if (wire.change.isEmpty())
            return; // nor does anything of one's own ask for it
        QCOMPARE(wire.changeTo(stand, "ada", fresh, "four quiet walruses dance 9").status, 200);
        QCOMPARE(wire.whoAmI(stand, begun).status, wire.ended);
        QCOMPARE(wire.whoAmI(stand, fresh).status, 200);
    }

    /// It has no word for a second factor: as if the password had been wrong, and as counted.
    void aSecondFactorShutsTheDoor_data() { eachWire(); }
    void aSecondFactorShutsTheDoor()
    {
        QFETCH(Spoken, wire);
        if (wire.challenges)
            return; // it has the word: tst_wingspan.cpp
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
        QHash<QByteArray, QByteArray> tokens{{"own", stand.signUp("own")}};
        for (const Spoken &wire : allSpoken()) {
            tokens[wire.name] = wire.begin(stand, "of-" + wire.name);
            QCOMPARE(wire.whoAmI(stand, tokens[wire.name]).status, 200);
        }
        QCOMPARE(tokens["aurora"].size(), 48);
        QCOMPARE(QUuid::fromString(tokens["oneshot"]).version(), QUuid::Random);
        QCOMPARE(QByteArray::fromBase64(tokens["mmdl"]).size(), 128 + 1 + 128);
        QCOMPARE(partOf(tokens["temporal"], 1).value(u"id"_s).toString(), u"of-temporal"_s);
        for (const QByteArray &name : tokens.keys()) {
            const QByteArray token = tokens[name];
            const auto own = Browser(stand.port())
                                 .ask("GET", "/v1/me", {}, {{"Authorization", "Bearer " + token}});
            QCOMPARE(own.status, name == "own" ? 200 : 401);
            for (const Spoken &wire : allSpoken())
                QCOMPARE(wire.whoAmI(stand, token).status, name == wire.name ? 200 : 401);
        }
        QCOMPARE(aurora.whoAmI(stand, tokens["own"]).body, refusedByAurora(auroras::invalid));
        QCOMPARE(oneShot.whoAmI(stand, tokens["own"]).body, refusedByOneShot("UNAUTHORIZED"));
    }

    void signUpsAnswerAtOnceAndSayWhatIsTaken()
    {
        Stand stand;
        QVERIFY(!aurora.token(aurora.join(stand, "ada")).isEmpty());
        const Answer five = aurora.join(stand, "ada");
        QCOMPARE(five.status, 401);
        QCOMPARE(five.body, refusedByAurora(auroras::duplicate));
        const Answer six =
            Browser(stand.port()).post("/aurora/api/v6/signup", aurora.body("ADA", goodPassword));
        QCOMPARE(six.status, 400);
        QCOMPARE(six.body, refusedByAurora(auroras::malformed));
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
        QCOMPARE(aurora.join(stand, "ada").body, refusedByAurora(auroras::malformed));
        QCOMPARE(oneShot.join(stand, "ada").body, refusedByOneShot("BAD_REQUEST"));
        QCOMPARE(temporal.join(stand, "ada").body, temporal.weakBody);
        QCOMPARE(mmdl.join(stand, "ada").status, 422);
        QCOMPARE(wingspan.join(stand, "ada").status, 400);
        QCOMPARE(stand.rows(u"users"_s), 0);
    }
};

LATCHKEY_TEST(WiresTest)

#include "tst_wires.moc"
