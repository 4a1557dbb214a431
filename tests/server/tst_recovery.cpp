#include "oathtool.h"
#include "postbag.h"
#include "server/carriers/smtpcarrier.h"
#include "support/postoffice.h"
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

const QByteArray anotherPassword = "four quiet walruses dance 9";

QByteArray textIn(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1StringView(name)).toString().toLatin1();
}

/// Ada, who can't recall her password, at a server that sends mail.
struct Forgetful
{
    Postbag post;
    Stand stand;
    QByteArray token;

    explicit Forgetful(const Stand::Adjust &adjust = {})
        : stand(adjust, post.carriers())
        , token(stand.signUp("ada"))
    {}

    Answer request(const QByteArray &email = "ada@example.com") const
    {
        return Browser(stand.port())
            .post("/v1/resets", quoted("{'email':'") + email + quoted("'}"));
    }
    Answer remind(const QByteArray &email = "ada@example.com") const
    {
        return Browser(stand.port())
            .post("/v1/reminders", quoted("{'email':'") + email + quoted("'}"));
    }
    Answer reset(const QByteArray &id, const QByteArray &code,
                 const QByteArray &password = anotherPassword) const
    {
        return Browser(stand.port())
            .post("/v1/password", quoted("{'id':'") + id + quoted("','code':'") + code +
                                      quoted("','password':'") + password + quoted("'}"));
    }
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        Browser asking(stand.port());
        asking.token = token;
        return asking.ask(method, path, body);
    }
};

QByteArray otherThan(const QByteArray &code, int step = 1)
{
    return QByteArray::number(1'000'000 + (code.toInt() + step) % 1'000'000).last(6);
}

} // namespace

class RecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResetSetsThePasswordOnceAndTells()
    {
        Forgetful ada;
        const QByteArray id = textIn(ada.request().json(), "id");
        const QByteArray code = ada.post.nextCode();
        QCOMPARE(ada.reset(id, code).status, 204);
        QVERIFY(ada.post.next().subject.contains(u"password"_s));
        QCOMPARE(ada.reset(id, code, goodPassword).code(), u"wrongCode"_s);
        QCOMPARE(ada.stand.trySignIn("ada@example.com", goodPassword).status, 401);
        QCOMPARE(ada.stand.trySignIn("ada@example.com", anotherPassword).status, 200);
    }

    void aResetKeepsTheSecondFactorAndEndsSessions()
    {
        Forgetful ada;
        const auto enrolled =
            ada.ask("POST", "/v1/factors/totp", quoted("{'name':'Phone'}")).json();
        const QByteArray secret = textIn(enrolled, "secret");
        const Answer activated =
            ada.ask("POST", "/v1/factors/" + textIn(enrolled, "id") + "/activate",
                    quoted("{'code':'") + oathtool(secret, ada.stand.clock.now()) + "\"}");
        ada.token = textIn(activated.json(), "token");
        ada.post.next(); // that it was added
        // Trusted from here, and a sign-in under way.
        const auto challenge = [&](const QByteArray &password, const QByteArray &trust) {
            QByteArray body = Stand::signInBody("ada@example.com", password);
            body.chop(1);
            return Browser(ada.stand.port())
                .post("/v1/session", body + quoted(",'deviceTrust':'") + trust + "\"}")
                .json();
        };
        ada.stand.clock.advance(60s);
        const QByteArray first =
            textIn(challenge(goodPassword, "lkt_none")["challenge"_L1].toObject(), "id");
        const Answer trusted =
            Browser(ada.stand.port())
                .post("/v1/challenges/" + first, quoted("{'factor':'totp','code':'") +
                                                     oathtool(secret, ada.stand.clock.now()) +
                                                     quoted("','trustDevice':true}"));
        const QByteArray trust = textIn(trusted.json(), "deviceTrust");
        QVERIFY(!trust.isEmpty());
        const QByteArray underWay =
            textIn(challenge(goodPassword, "lkt_none")["challenge"_L1].toObject(), "id");

        const QByteArray id = textIn(ada.request().json(), "id");
        QCOMPARE(ada.reset(id, ada.post.nextCode()).status, 204);

        QCOMPARE(ada.ask("GET", "/v1/me").status, 401);
        const QJsonObject after = challenge(anotherPassword, trust);
        QVERIFY(after.contains("challenge"_L1));
        QVERIFY(!after.contains("signedIn"_L1));
        ada.stand.clock.advance(60s);
        const QByteArray answer = quoted("{'factor':'totp','trustDevice':false,'code':'") +
                                  oathtool(secret, ada.stand.clock.now()) + "\"}";
        QCOMPARE(Browser(ada.stand.port()).post("/v1/challenges/" + underWay, answer).code(),
                 u"challengeUnknown"_s);
        const QByteArray now = textIn(after["challenge"_L1].toObject(), "id");
        QCOMPARE(Browser(ada.stand.port()).post("/v1/challenges/" + now, answer).status, 200);
    }

    void whoIsUnknownIsAnsweredAlike()
    {
        Forgetful ada;
        const auto shapeOf = [](const Answer &answer) {
            QJsonObject json = answer.json();
            const auto size = json.value(u"id"_s).toString().size();
            json.remove(u"id"_s);
            json.remove(u"requestId"_s);
            return std::tuple(answer.status, size, json);
        };
        const Answer known = ada.request();
        const Answer unknown = ada.request("nobody@example.com");
        QCOMPARE(unknown.status, 200);
        QCOMPARE(shapeOf(known), shapeOf(unknown));
        QCOMPARE(shapeOf(ada.request()), shapeOf(ada.request("Nobody@example.com")));
        QCOMPARE(ada.request().code(), u"codeTooSoon"_s);
        QCOMPARE(shapeOf(ada.reset(textIn(known.json(), "id"), "000000x")),
                 shapeOf(ada.reset(textIn(unknown.json(), "id"), "000000x")));
        QCOMPARE(shapeOf(ada.reset("rst_none", "000000")),
                 shapeOf(ada.reset(textIn(unknown.json(), "id"), "000000")));
        QCOMPARE(ada.remind().status, 204);
        QCOMPARE(ada.remind("nobody@example.com").status, 204);
        // Five codes, and one reminder: nobody else is written to. Each before it would be too
        // late.
        QCOMPARE(ada.post.next().to, u"ada@example.com"_s);
        QCOMPARE(ada.post.next().to, u"ada@example.com"_s);
        for (int i = 0; i < 4; ++i) {
            ada.stand.clock.advance(61s);
            QCOMPARE(ada.request().status, ada.request("nobody@example.com").status);
            QCOMPARE(ada.post.next().to, u"ada@example.com"_s);
        }
        ada.stand.clock.advance(61s);
        QCOMPARE(ada.request().code(), u"tooManyCodes"_s);
        QCOMPARE(ada.request("nobody@example.com").code(), u"tooManyCodes"_s);
        QCOMPARE(ada.stand.rows(u"post WHERE recipient <> ''"_s), 6);
        QCOMPARE(ada.stand.rows(u"post WHERE recipient = ''"_s), 6);
        QTRY_COMPARE(ada.stand.rows(u"post WHERE body IS NOT NULL"_s), 0);
    }

    void aRefusedPasswordLeavesTheCodeGood()
    {
        Forgetful ada;
        const QByteArray id = textIn(ada.request().json(), "id");
        const QByteArray code = ada.post.nextCode();
        for (int i = 0; i < 7; ++i) {
            const Answer weak = ada.reset(id, code, "password1");
            QCOMPARE(weak.status, 422);
            QCOMPARE(weak.wrongField(), u"password"_s);
        }
        QCOMPARE(ada.reset(id, code).status, 204);
    }

    void aCodeIsForItsRequestAloneAndForFiveMinutes()
    {
        Forgetful ada;
        const QByteArray first = textIn(ada.request().json(), "id");
        const QByteArray code = ada.post.nextCode();
        const QByteArray other = textIn(ada.request("nobody@example.com").json(), "id");
        QCOMPARE(ada.reset(other, code).code(), u"wrongCode"_s);
        ada.stand.clock.advance(5min);
        QCOMPARE(ada.reset(first, code).code(), u"wrongCode"_s);
    }

    void ofManyGuessesAtOnceFiveAreTried()
    {
        Forgetful ada([](server::ServerConfig &config) {
            config.throttle.recovery = {1000, 1s, 1000, 1000};
        });
        const QByteArray id = textIn(ada.request().json(), "id");
        const QByteArray code = ada.post.nextCode();
        std::atomic<int> next = 0;
        std::atomic<int> wrong = 0;
        std::vector<std::thread> guessing;
        for (int thread = 0; thread < 8; ++thread) {
            guessing.emplace_back([&] {
                for (int i = ++next; i <= 200; i = ++next) {
                    if (ada.reset(id, otherThan(code, i)).code() == u"wrongCode"_s)
                        ++wrong;
                }
            });
        }
        for (std::thread &thread : guessing)
            thread.join();
        QCOMPARE(wrong.load(), 200); // whatever is wrong with a code is told alike
        QCOMPARE(ada.reset(id, code).code(), u"wrongCode"_s);
        // Four leave one.
        ada.stand.clock.advance(61s);
        const QByteArray again = textIn(ada.request().json(), "id");
        const QByteArray good = ada.post.nextCode();
        for (int i = 1; i < 5; ++i)
            QCOMPARE(ada.reset(again, otherThan(good, i)).code(), u"wrongCode"_s);
        QCOMPARE(ada.reset(again, good).status, 204);
    }

    void guessesAreNotedAtTheirRequest()
    {
        Forgetful ada;
        const QByteArray id = textIn(ada.request().json(), "id");
        QCOMPARE(ada.reset(id, "12345x").code(), u"wrongCode"_s);
        QCOMPARE(ada.reset("rst_none", "12345x").code(), u"wrongCode"_s);
        const auto noted = [&](const QByteArray &subject) {
            return ada.stand.rows(u"audit WHERE outcome = 'wrongCode' AND subject = '%1'"_s.arg(
                QString::fromLatin1(subject)));
        };
        QCOMPARE(noted(id), 1);
        QCOMPARE(noted(""), 1); // no stranger's words
    }

    void guessesAreCountedByAddressToo()
    {
        Forgetful ada;
        int limited = 0;
        for (int i = 0; i < 30; ++i) {
            limited += ada.reset("rst_" + QByteArray::number(i), "123456").status == 429 ? 1 : 0;
        }
        QCOMPARE(limited, 10);
    }

    void nobodyClosesWhatAnotherIsCountedBy()
    {
        Forgetful ada;
        for (const QByteArray &named : {"ada@example.com", "127.0.0.1"}) {
            for (int i = 0; i < 6; ++i)
                QCOMPARE(ada.reset(named, "123456").code(), u"wrongCode"_s);
        }
        QCOMPARE(ada.request().status, 200);
        QCOMPARE(ada.reset(textIn(ada.request("eve@example.com").json(), "id"), "12345").code(),
                 u"wrongCode"_s);
    }

    void aRequestIsTriedFiveTimes()
    {
        Forgetful ada;
        const QByteArray id = textIn(ada.request().json(), "id");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ada.reset(id, "12345x").code(), u"wrongCode"_s);
        QCOMPARE(ada.reset(id, "12345x").status, 429);
    }

    void codesWithoutARequestAreCountedByAddressAlone()
    {
        Forgetful ada;
        const auto tried = [&] {
            return Browser(ada.stand.port())
                .post("/v1/password",
                      quoted("{'code':'00000-00000','password':'") + anotherPassword + quoted("'}"))
                .status;
        };
        for (int i = 0; i < 20; ++i)
            QCOMPARE(tried(), 422);
        QCOMPARE(tried(), 429);
    }

    void aNewPasswordEndsTheOtherCodes()
    {
        Forgetful ada;
        const QByteArray first = textIn(ada.request().json(), "id");
        const QByteArray code = ada.post.nextCode();
        ada.stand.clock.advance(61s);
        const QByteArray second = textIn(ada.request().json(), "id");
        const QByteArray other = ada.post.nextCode();
        QCOMPARE(ada.reset(first, code).status, 204);
        ada.post.next(); // that it was set
        QCOMPARE(ada.reset(second, other, goodPassword).code(), u"wrongCode"_s);
    }

    void aChangedPasswordEndsTheCodes()
    {
        Forgetful ada;
        const QByteArray id = textIn(ada.request().json(), "id");
        const QByteArray code = ada.post.nextCode();
        const QByteArray body = quoted("{'keepOthers':true,'current':'") + goodPassword +
                                quoted("','next':'") + anotherPassword + quoted("'}");
        QCOMPARE(ada.ask("POST", "/v1/me/password", body).status, 200);
        QCOMPARE(ada.reset(id, code, goodPassword).code(), u"wrongCode"_s);
    }

    void whoeverAsksOftenIsRemindedOnce()
    {
        Forgetful ada;
        QCOMPARE(ada.remind().status, 204);
        QCOMPARE(ada.remind().status, 204);
        QVERIFY(ada.post.next().plain.revealText().contains(u"ada@example.com"_s));
        QCOMPARE(ada.stand.rows(u"post"_s), 1);
        ada.stand.clock.advance(16min);
        QCOMPARE(ada.remind().status, 204);
        QCOMPARE(ada.stand.rows(u"post"_s), 2);
    }

    void withoutMailNothingIsPromised()
    {
        Stand stand;
        stand.signUp("ada");
        const QByteArray body = quoted("{'email':'ada@example.com'}");
        QCOMPARE(Browser(stand.port()).post("/v1/resets", body).code(), u"noMail"_s);
        QCOMPARE(Browser(stand.port()).post("/v1/reminders", body).code(), u"noMail"_s);
        QCOMPARE(stand.rows(u"sent_codes"_s), 0);
    }

    void withoutAMailServerNothingWaitsAndTheMailGoesOnceItIsBack()
    {
        PostOffice office;
        Stand stand({}, [&office, clock = std::make_shared<SystemClock>()] {
            server::SmtpSettings settings;
            settings.host = u"127.0.0.1"_s;
            settings.port = office.port();
            settings.security = server::SmtpSettings::Security::None;
            settings.from = {u"post@example.org"_s, u"Latchkey"_s};
            return server::Carriers{std::make_unique<server::SmtpCarrier>(settings, *clock),
                                    nullptr};
        });
        stand.signUp("ada");
        office.tell("close");
        const auto begun = std::chrono::steady_clock::now();
        const Answer requested =
            Browser(stand.port()).post("/v1/resets", quoted("{'email':'ada@example.com'}"));
        QCOMPARE(requested.status, 200);
        QVERIFY(std::chrono::steady_clock::now() - begun < 3s);
        QVERIFY(!office.next(1s));
        QCOMPARE(stand.signIn("ada").isEmpty(), false);
        office.tell("open");
        const auto mail = office.next();
        QVERIFY(mail.has_value());
        QCOMPARE(mail->value(u"to"_s).toArray().at(0).toString(), u"ada@example.com"_s);
        static const QRegularExpression digits(u"\\b[0-9]{6}\\b"_s);
        const QString code = digits.match(mail->value(u"plain"_s).toString()).captured(0);
        QVERIFY(!office.next(2s));
        const QByteArray body = quoted("{'id':'") + textIn(requested.json(), "id") +
                                quoted("','code':'") + code.toLatin1() + quoted("','password':'") +
                                anotherPassword + quoted("'}");
        QCOMPARE(Browser(stand.port()).post("/v1/password", body).status, 204);
    }
};

LATCHKEY_TEST(RecoveryTest)

#include "tst_recovery.moc"
