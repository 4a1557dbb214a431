#include "keptlog.h"
#include "oathtool.h"
#include "stand.h"
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

QByteArray textIn(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1StringView(name)).toString().toLatin1();
}

/// Ada, with oathtool in her pocket.
class Ada
{
public:
    Stand stand;
    QByteArray token;
    QByteArray factor;
    QByteArray secret;
    QList<QByteArray> seen; ///< everything that was told once

    Ada()
    {
        token = stand.signUp("ada");
        seen << token;
    }

    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        Browser asking(stand.port());
        asking.token = token;
        return asking.ask(method, path, body);
    }
    Answer enrol()
    {
        const Answer enrolled = ask("POST", "/v1/factors/totp", quoted("{'name':'Phone'}"));
        factor = textIn(enrolled.json(), "id");
        secret = textIn(enrolled.json(), "secret");
        seen << secret;
        return enrolled;
    }
    /// By the code before the present one, which is not used up then.
    Answer activate()
    {
        const Answer activated = ask("POST", "/v1/factors/" + factor + "/activate",
                                     quoted("{'code':'") + code(-30s) + "\"}");
        token = textIn(activated.json(), "token");
        seen << token;
        return activated;
    }
    QByteArray code(std::chrono::seconds from = 0s)
    {
        const QByteArray shown = oathtool(secret, stand.clock.now() + from);
        seen << shown;
        return shown;
    }
    /// The password, and the id of the challenge that follows.
    QByteArray challenge()
    {
        const Answer answer = stand.trySignIn("ada@example.com", goodPassword);
        return textIn(answer.json().value(u"challenge"_s).toObject(), "id");
    }
    Answer answer(const QByteArray &id, const QByteArray &code, const QByteArray &more = {},
                  const QByteArray &kind = "totp")
    {
        return Browser(stand.port())
            .post("/v1/challenges/" + id,
                  quoted("{'factor':'") + kind + quoted("','code':'") + code + '"' +
                      (more.isEmpty() ? QByteArray(",\"trustDevice\":false") : more) + '}');
    }
    Answer signInTrusted(const QByteArray &trust)
    {
        QByteArray body = Stand::signInBody("ada@example.com", goodPassword);
        body.chop(1);
        return Browser(stand.port())
            .post("/v1/session", body + quoted(",'deviceTrust':'") + trust + "\"}");
    }
};

QString proofOf(const Answer &answer)
{
    return answer.json()
        .value(u"signedIn"_s)
        .toObject()
        .value(u"session"_s)
        .toObject()
        .value(u"proof"_s)
        .toString();
}

const QByteArray trustThis = quoted(",'trustDevice':true");

} // namespace

/// Second factors as somebody meets them over HTTP.
class SecondFactorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyAuthenticatorWillDo()
    {
        Ada ada;
        const Answer enrolled = ada.enrol();
        QCOMPARE(enrolled.status, 200);
        QVERIFY(textIn(enrolled.json(), "uri").contains(QByteArray("secret=" + ada.secret + '&')));
        QCOMPARE(ada.secret.size(), 32);
        // Not asked for before a right code.
        QVERIFY(!ada.stand.signIn("ada").isEmpty());
        QCOMPARE(ada.activate().status, 200);

        const QByteArray first = ada.challenge();
        QVERIFY(first.startsWith("chl_"));
        const QByteArray code = ada.code();
        const Answer signedIn = ada.answer(first, code);
        QCOMPARE(signedIn.status, 200);
        QCOMPARE(proofOf(signedIn), u"totp"_s);
        QCOMPARE(ada.answer(first, code).code(), u"challengeUnknown"_s);
        const Answer again = ada.answer(ada.challenge(), code);
        QCOMPARE(again.status, 422);
        QCOMPARE(again.code(), u"wrongCode"_s);
        QCOMPARE(again.wrongField(), u"code"_s);
    }

    void oneStepEarlyAndLateAndNoMore_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("status");
        QTest::newRow("two steps late") << -60 << 422;
        QTest::newRow("one step late") << -30 << 200;
        QTest::newRow("in time") << 0 << 200;
        QTest::newRow("one step early") << 30 << 200;
        QTest::newRow("two steps early") << 60 << 422;
    }

    void oneStepEarlyAndLateAndNoMore()
    {
        QFETCH(int, seconds);
        QFETCH(int, status);
        Ada ada;
        ada.enrol();
        ada.activate();
        ada.stand.clock.advance(2min);
        QCOMPARE(ada.answer(ada.challenge(), ada.code(std::chrono::seconds(seconds))).status,
                 status);
    }

    void ofManyGuessesFiveAreTried()
    {
        Ada ada;
        ada.enrol();
        ada.activate();
        const QByteArray challenge = ada.challenge();
        std::atomic<int> tried = 0;
        std::atomic<int> held = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 20; ++i) {
            threads.emplace_back([&, i] {
                for (int j = 0; j < 10; ++j) {
                    const Answer answer =
                        ada.answer(challenge, QByteArray::number(1'000'000 + 10 * i + j).last(6));
                    tried += answer.code() == u"wrongCode"_s || answer.status == 200;
                    held += answer.status == 429 || answer.code() == u"challengeUnknown"_s;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(tried > 0 && tried <= 5);
        QCOMPARE(tried + held, 200);
        // Waiting helps nobody to a sixth.
        for (int i = 0; i < 4; ++i) {
            ada.stand.clock.advance(65s);
            tried += ada.answer(challenge, "000000").code() == u"wrongCode"_s;
        }
        QVERIFY(tried <= 5);
    }

    void aRightPasswordGivesNoNewGuesses()
    {
        Ada ada;
        ada.enrol();
        ada.activate();
        ada.stand.clock.advance(1min);
        int guesses = 0;
        for (int i = 0; i < 20; ++i) {
            const Answer proven = ada.ask("POST", "/v1/session/proof",
                                          quoted("{'password':'") + goodPassword + "\"}");
            if (proven.status == 200)
                ada.token = textIn(proven.json(), "token");
            const Answer guessed = ada.ask("POST", "/v1/session/proof/code",
                                           quoted("{'factor':'totp','code':'000000'}"));
            guesses += guessed.code() == "wrongCode"_L1;
        }
        // The fifth free try was the password, which is right, but not the last word.
        QCOMPARE(guesses, 4);
    }

    void ofAThousandPasswordsFiveAreTried()
    {
        Stand stand;
        stand.signUp("ada");
        std::atomic<int> tried = 0;
        std::atomic<int> held = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 20; ++i) {
            threads.emplace_back([&] {
                for (int j = 0; j < 50; ++j) {
                    const int status = stand.trySignIn("ada@example.com", "not the one").status;
                    tried += status == 401;
                    held += status == 429;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(tried.load(), 5);
        QCOMPARE(held.load(), 995);
    }

    void recoveryCodesStandIn()
    {
        Ada ada;
        QCOMPARE(ada.ask("POST", "/v1/recovery-codes").code(), u"noSecondFactor"_s);
        ada.enrol();
        ada.activate();
        const QJsonArray codes =
            ada.ask("POST", "/v1/recovery-codes").json().value(u"codes"_s).toArray();
        QCOMPARE(codes.size(), 10);
        const QByteArray code = codes.at(7).toString().toLatin1().toLower().replace("-", " ");
        const Answer signedIn = ada.answer(ada.challenge(), code, {}, "recoveryCode");
        QCOMPARE(proofOf(signedIn), u"recoveryCode"_s);
        QCOMPARE(ada.answer(ada.challenge(), code, {}, "recoveryCode").code(), u"wrongCode"_s);
        const QJsonObject left =
            ada.ask("GET", "/v1/factors").json().value(u"recoveryCodes"_s).toObject();
        QCOMPARE(left.value(u"left"_s).toInt(), 9);
    }

    void aTrustedDeviceIsNotAsked()
    {
        Ada ada;
        ada.enrol();
        ada.activate();
        const Answer signedIn = ada.answer(ada.challenge(), ada.code(), trustThis);
        const QByteArray trust = textIn(signedIn.json(), "deviceTrust");
        QVERIFY(trust.startsWith("lkt_"));
        QCOMPARE(proofOf(ada.signInTrusted(trust)), u"trustedDevice"_s);
        QVERIFY(proofOf(ada.signInTrusted("lkt_other")).isEmpty());
        const QJsonArray devices =
            ada.ask("GET", "/v1/trusted-devices").json().value(u"devices"_s).toArray();
        QCOMPARE(devices.size(), 1);
        const QByteArray id = textIn(devices.first().toObject(), "id");
        QVERIFY(ada.ask("DELETE", "/v1/trusted-devices/" + id).status < 300);
        QVERIFY(proofOf(ada.signInTrusted(trust)).isEmpty());
        QCOMPARE(ada.ask("DELETE", "/v1/trusted-devices/" + id).code(), u"trustedDeviceUnknown"_s);
    }

    void aNewPasswordEndsWhatTheOldOneBegan()
    {
        Ada ada;
        ada.enrol();
        ada.activate();
        const QByteArray trust =
            textIn(ada.answer(ada.challenge(), ada.code(), trustThis).json(), "deviceTrust");
        const QByteArray open = ada.challenge();
        const Answer changed =
            ada.ask("POST", "/v1/me/password",
                    quoted("{'current':'") + goodPassword +
                        quoted("','next':'four quiet walruses dance 9','keepOthers':true}"));
        QCOMPARE(changed.status, 200);
        QCOMPARE(ada.answer(open, ada.code(30s)).code(), u"challengeUnknown"_s);
        const QByteArray body = Stand::signInBody("ada@example.com", "four quiet walruses dance 9");
        const Answer again =
            Browser(ada.stand.port())
                .post("/v1/session", body.chopped(1) + quoted(",'deviceTrust':'") + trust + "\"}");
        QVERIFY(again.json().contains(u"challenge"_s));
    }

    void aStrangersSessionTakesTrustWithIt()
    {
        Ada ada;
        ada.enrol();
        ada.activate();
        const Answer stranger = ada.answer(ada.challenge(), ada.code(), trustThis);
        const QByteArray trust = textIn(stranger.json(), "deviceTrust");
        const QByteArray session = textIn(
            stranger.json().value(u"signedIn"_s).toObject().value(u"session"_s).toObject(), "id");
        QCOMPARE(
            ada.ask("POST", "/v1/sessions/" + session + "/review", quoted("{'verdict':'notMine'}"))
                .status,
            200);
        QVERIFY(proofOf(ada.signInTrusted(trust)).isEmpty());
    }

    void levelsAreThoseOfTheAccount()
    {
        Ada ada;
        ada.enrol();
        ada.activate();
        ada.stand.clock.advance(6min);
        const auto needed = [](const Answer &answer) {
            return answer.json().value(u"requiredLevel"_s).toString();
        };
        const auto enrolMore = [&] {
            return ada.ask("POST", "/v1/factors/totp", quoted("{'name':'Key'}"));
        };
        QCOMPARE(needed(enrolMore()), u"secondFactor"_s);
        const Answer byPassword =
            ada.ask("POST", "/v1/session/proof", quoted("{'password':'") + goodPassword + "\"}");
        ada.token = textIn(byPassword.json(), "token");
        QCOMPARE(needed(enrolMore()), u"secondFactor"_s);
        ada.stand.clock.advance(1min);
        const Answer wrong =
            ada.ask("POST", "/v1/session/proof/code", quoted("{'factor':'totp','code':'000000'}"));
        QCOMPARE(wrong.code(), u"wrongCode"_s);
        const Answer byCode = ada.ask("POST", "/v1/session/proof/code",
                                      quoted("{'factor':'totp','code':'") + ada.code() + "\"}");
        QCOMPARE(byCode.status, 200);
        ada.token = textIn(byCode.json(), "token");
        QCOMPARE(enrolMore().status, 200);
        // The better proof is good for what asks for less.
        QCOMPARE(ada.ask("POST", "/v1/sessions/end-others").status, 200);
        // Without the factor, the password is all there is.
        QVERIFY(ada.ask("DELETE", "/v1/factors/" + ada.factor).status < 300);
        ada.stand.clock.advance(6min);
        QCOMPARE(needed(enrolMore()), u"password"_s);
        QVERIFY(!ada.stand.signIn("ada").isEmpty());
    }

    void nothingOfItLiesInTheDatabaseOrTheLog()
    {
        const KeptLog log;
        Ada ada;
        ada.stand.restart([](server::ServerConfig &config) { config.accessLog = true; });
        ada.enrol();
        ada.activate();
        const QByteArray challenge = ada.challenge();
        const QJsonArray codes =
            ada.ask("POST", "/v1/recovery-codes").json().value(u"codes"_s).toArray();
        for (const QJsonValue &code : codes) {
            ada.seen << code.toString().toLatin1();
            ada.seen << code.toString().toLatin1().replace("-", "");
        }
        const Answer answer = ada.answer(challenge, ada.code(), trustThis);
        ada.seen << textIn(answer.json(), "deviceTrust");
        ada.seen << textIn(answer.json().value(u"signedIn"_s).toObject(), "token");
        ada.seen << goodPassword;
        const auto search = [&] {
            QByteArray all = everythingBeside(ada.stand.database());
            QVERIFY(all.contains("Phone")); // it is the right place
            QVERIFY(KeptLog::text().contains("/v1/factors/totp"));
            all += KeptLog::text();
            for (const QByteArray &secret : std::as_const(ada.seen)) {
                QVERIFY(secret.size() >= 6);
                QVERIFY2(!all.contains(secret), secret.constData());
            }
        };
        search(); // with the log
        ada.stand.server->stop();
        search();
    }
};

LATCHKEY_TEST(SecondFactorsTest)

#include "tst_secondfactors.moc"
