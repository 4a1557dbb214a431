#include "keptlog.h"
#include "member.h"
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

QStringList factorsOf(const QJsonObject &challenge)
{
    QStringList factors;
    const QJsonArray named = challenge[u"factors"_s].toArray();
    for (const QJsonValue &one : named)
        factors << one.toString();
    return factors;
}

QString proofOf(const Answer &answer)
{
    return answer.json()[u"signedIn"_s].toObject()[u"session"_s].toObject()[u"proof"_s].toString();
}

QString needed(const Answer &answer)
{
    return answer.json()[u"requiredLevel"_s].toString();
}

/// From 20 threads at once, ten each; how often each code was answered.
QMap<QString, int> guessAtOnce(const std::function<Answer(int)> &guess)
{
    std::mutex mutex;
    QMap<QString, int> answers;
    std::vector<std::thread> threads;
    for (int i = 0; i < 20; ++i) {
        threads.emplace_back([&, i] {
            for (int j = 0; j < 10; ++j) {
                const Answer answer = guess(10 * i + j);
                const std::scoped_lock lock(mutex);
                ++answers[answer.status == 200 ? u"right"_s : answer.code()];
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return answers;
}

} // namespace

/// Codes that are sent, as somebody meets them over HTTP.
class ServerSentCodesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMailedCodeIsASecondFactor()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray factor = ada.enrol("emailCode");
        QVERIFY(factor.startsWith("fac_"));
        QVERIFY(ada.challenge().isEmpty()); // not before the code came back
        ada.activate(factor, Member::email);
        const QJsonObject challenge = ada.challenge();
        QCOMPARE(factorsOf(challenge), QStringList{u"emailCode"_s});
        const QByteArray id = textIn(challenge, "id");
        QCOMPARE(ada.answer(id, ada.codeTo()).code(), u"wrongCode"_s); // that of the enrolment
        const Answer sent = ada.sendCode(id);
        QCOMPARE(sent.status, 200);
        QCOMPARE(sent.json()[u"to"_s].toString(), u"a•••@example.com"_s);
        QCOMPARE(proofOf(ada.answer(id, ada.codeTo())), u"emailCode"_s);
        QCOMPARE(ada.answer(textIn(ada.challenge(), "id"), ada.codeTo()).code(), u"wrongCode"_s);
        const auto listed = ada.ask("GET", "/v1/factors").json()[u"factors"_s].toArray();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(textIn(listed[0].toObject(), "kind"), QByteArray("emailCode"));
    }

    void aTextIsOneToo()
    {
        Member ada;
        ada.verifyPhone();
        ada.activate(ada.enrol("smsCode"), Member::phone);
        ada.stand.clock.advance(1min);
        const QByteArray id = textIn(ada.challenge(), "id");
        QCOMPARE(ada.sendCode(id, "emailCode").code(), u"factorUnknown"_s);
        const Answer sent = ada.sendCode(id, "smsCode");
        QCOMPARE(sent.json()[u"to"_s].toString(), u"••••••••••91"_s);
        const QByteArray code = ada.codeTo(Member::phone);
        QCOMPARE(ada.answer(id, code, "emailCode").code(), u"wrongCode"_s);
        QCOMPARE(proofOf(ada.answer(id, code, "smsCode")), u"smsCode"_s);
    }

    void whatIsAskedForIsOffered()
    {
        Member ada;
        ada.askForMail();
        ada.verifyPhone();
        ada.activate(ada.enrol("smsCode"), Member::phone);
        QCOMPARE(ada.post("/v1/recovery-codes", "{}").status, 200);
        const QJsonObject challenge = ada.challenge();
        QCOMPARE(factorsOf(challenge),
                 QStringList({u"emailCode"_s, u"smsCode"_s, u"recoveryCode"_s}));
        QCOMPARE(ada.sendCode(textIn(challenge, "id"), "totp").code(), u"unknownValue"_s);
        QCOMPARE(ada.sendCode("chl_other").code(), u"challengeUnknown"_s);
        // What can't be brought is not offered.
        ada.stand.restart([](server::ServerConfig &config) { config.keepsMessages = false; });
        const QJsonObject later = ada.challenge();
        QCOMPARE(factorsOf(later), QStringList{u"recoveryCode"_s});
        QCOMPARE(ada.sendCode(textIn(later, "id")).code(), u"noMail"_s);
    }

    void recoveryCodesStandInForIt()
    {
        Member ada;
        ada.askForMail();
        const auto codes = ada.post("/v1/recovery-codes", "{}").json()[u"codes"_s].toArray();
        const QByteArray code = codes.at(3).toString().toLatin1();
        QCOMPARE(proofOf(ada.answer(textIn(ada.challenge(), "id"), code, "recoveryCode")),
                 u"recoveryCode"_s);
    }

    void enrolmentAsksForWhatItNeeds()
    {
        Member ada;
        const auto refusal = [&](const QByteArray &kind) {
            return ada.post("/v1/factors/codes", "{'kind':'" + kind + "','name':'Codes'}").code();
        };
        QCOMPARE(refusal("emailCode"), u"emailNotVerified"_s);
        QCOMPARE(refusal("smsCode"), u"noPhone"_s);
        QCOMPARE(refusal("totp"), u"unknownValue"_s);
        ada.askForMail();
        QCOMPARE(refusal("emailCode"), u"factorThere"_s);
        ada.verifyPhone();
        ada.stand.restart([](server::ServerConfig &config) { config.keepsMessages = false; });
        QCOMPARE(refusal("smsCode"), u"noTexts"_s);
    }

    void enrolledAgainItIsTheSameFactorWithANewCode()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray factor = ada.enrol("emailCode");
        const QByteArray first = ada.codeTo();
        ada.stand.clock.advance(1min);
        QCOMPARE(ada.enrol("emailCode"), factor);
        const QByteArray second = ada.codeTo();
        const auto activate = [&](const QByteArray &code) {
            return ada.give("POST", "/v1/factors/" + factor + "/activate", code);
        };
        if (first != second)
            QCOMPARE(activate(first).code(), u"wrongCode"_s);
        QCOMPARE(activate(second).status, 200);
    }

    void aWrongCodeAtActivationIsCountedAndNoted()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray factor = ada.enrol("emailCode");
        const qint64 noted = ada.stand.rows(u"audit"_s);
        const QByteArray wrong = otherThan(ada.codeTo());
        const auto activate = [&] {
            return ada.give("POST", "/v1/factors/" + factor + "/activate", wrong);
        };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(activate().code(), u"wrongCode"_s);
        QCOMPARE(activate().status, 429);
        QCOMPARE(ada.stand.rows(u"audit"_s), noted + 5);
        QCOMPARE(ada.stand.trySignIn(Member::email, goodPassword).status, 429);
    }

    void of200GuessesAtAChallengeFiveAreTried()
    {
        Member ada;
        ada.askForMail();
        const QByteArray id = textIn(ada.challenge(), "id");
        ada.sendCode(id);
        const QByteArray code = ada.codeTo();
        const auto answers =
            guessAtOnce([&](int i) { return ada.answer(id, otherThan(code, i + 1)); });
        QVERIFY(answers[u"wrongCode"_s] > 0 && answers[u"wrongCode"_s] <= 5);
        QCOMPARE(answers[u"wrongCode"_s] + answers[u"tooManyTries"_s] +
                     answers[u"challengeUnknown"_s],
                 200);
        // The tries that were left are of no more use than time is.
        int tried = answers[u"wrongCode"_s];
        for (int i = 0; i < 4; ++i) {
            ada.stand.clock.advance(61s);
            tried += ada.answer(id, otherThan(code, 201 + i)).code() == u"wrongCode"_s;
        }
        QVERIFY(tried <= 5);
        QVERIFY(ada.answer(id, code).status != 200);
    }

    /// Where nothing else limits these, what holds is the code's own count.
    void of200GuessesAtACodeFiveAreTried()
    {
        Member ada([](server::ServerConfig &config) {
            config.throttle.recovery = {1000, 1s, 1000, 1000};
        });
        ada.post("/v1/me/email/code", "{}");
        const QByteArray code = ada.codeTo();
        const auto answers = guessAtOnce(
            [&](int i) { return ada.give("POST", "/v1/me/email/verify", otherThan(code, i + 1)); });
        QCOMPARE(answers, (QMap<QString, int>{{u"wrongCode"_s, 200}}));
        QCOMPARE(ada.give("POST", "/v1/me/email/verify", code).code(), u"wrongCode"_s);

        ada.stand.clock.advance(1min);
        ada.post("/v1/me/email/code", "{}");
        const QByteArray next = ada.codeTo();
        // Of so many with the right one among them, it is right once at most.
        const auto mixed = guessAtOnce([&](int i) {
            return ada.give("POST", "/v1/me/email/verify", i % 2 ? next : otherThan(next, i + 1));
        });
        QVERIFY(mixed.value(u"right"_s) <= 1);
    }

    void anotherIsSentAfterAMinuteAndFiveInAnHour()
    {
        Member ada;
        ada.askForMail();
        // A new challenge is no way around.
        const auto newChallenge = [&] { return textIn(ada.challenge(), "id"); };
        for (int i = 0; i < 5; ++i) {
            const QByteArray id = newChallenge();
            QCOMPARE(ada.sendCode(id).status, 200);
            const Answer soon = ada.sendCode(id);
            QCOMPARE(soon.status, 429);
            QCOMPARE(soon.code(), u"codeTooSoon"_s);
            QCOMPARE(soon.field("Retry-After"), QByteArray("60"));
            ada.stand.clock.advance(61s);
        }
        const Answer refused = ada.sendCode(newChallenge());
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"tooManyCodes"_s);
        QCOMPARE(refused.field("Retry-After"), QByteArray::number(3600 - 5 * 61));
        ada.stand.clock.advance(55min);
        QCOMPARE(ada.sendCode(newChallenge()).status, 200);
    }

    void theNextCodeKillsTheOneBefore()
    {
        Member ada;
        ada.askForMail();
        const QByteArray id = textIn(ada.challenge(), "id");
        ada.sendCode(id);
        const QByteArray first = ada.codeTo();
        ada.stand.clock.advance(60s);
        ada.sendCode(id);
        const QByteArray second = ada.codeTo();
        if (first != second)
            QCOMPARE(ada.answer(id, first).code(), u"wrongCode"_s);
        QCOMPARE(ada.answer(id, second).status, 200);
    }

    void aCodeIsGoodForWhatItWasSentForAlone()
    {
        Member ada;
        ada.askForMail();
        const QByteArray mine = textIn(ada.challenge(), "id");
        ada.sendCode(mine);
        const QByteArray code = ada.codeTo();
        QCOMPARE(ada.answer(textIn(ada.challenge(), "id"), code).code(), u"wrongCode"_s);
        QCOMPARE(ada.prove(code).code(), u"wrongCode"_s);
        QCOMPARE(ada.give("POST", "/v1/me/email/verify", code).code(), u"wrongCode"_s);
        QCOMPARE(ada.give("PUT", "/v1/me/email", code).code(), u"wrongCode"_s);
        QCOMPARE(ada.answer(mine, code).status, 200);
    }

    void provesASession()
    {
        Member ada;
        ada.askForMail();
        ada.stand.clock.advance(6min);
        const auto act = [&] { return ada.post("/v1/factors/totp", "{'name':'Key'}"); };
        QCOMPARE(needed(act()), u"secondFactor"_s);
        const Answer sent = ada.post("/v1/session/code", "{'factor':'emailCode'}");
        QCOMPARE(sent.json()[u"to"_s].toString(), u"ada@example.com"_s);
        const QByteArray code = ada.codeTo();
        QCOMPARE(ada.prove(otherThan(code)).code(), u"wrongCode"_s);
        QCOMPARE(ada.prove(code).status, 200);
        QCOMPARE(act().status, 200);
        QCOMPARE(ada.post("/v1/session/code", "{'factor':'smsCode'}").code(), u"noPhone"_s);
        QCOMPARE(ada.post("/v1/session/code", "{'factor':'totp'}").code(), u"unknownValue"_s);
    }

    void aPasswordNeitherLowersNorProlongsALevel()
    {
        Member ada;
        ada.verifyEmail();
        ada.activate(ada.enrol("emailCode"), Member::email);
        const auto act = [&] { return ada.post("/v1/factors/totp", "{'name':'Key'}"); };
        ada.stand.clock.advance(3min);
        QCOMPARE(ada.proveByPassword().status, 200);
        QCOMPARE(act().status, 200);
        ada.stand.clock.advance(2min + 1s);
        QCOMPARE(needed(act()), u"secondFactor"_s);
    }

    void aNewPasswordNeedsTheFactorAndKeepsItsLevel()
    {
        Member ada;
        ada.askForMail();
        ada.stand.clock.advance(5min);
        const auto change = [&](const QByteArray &from, const QByteArray &to) {
            const Answer changed = ada.ask("POST", "/v1/me/password",
                                           quoted("{'current':'") + from + quoted("','next':'") +
                                               to + quoted("','keepOthers':true}"));
            if (changed.status == 200)
                ada.token = textIn(changed.json(), "token");
            return changed;
        };
        const QByteArray next = "four quiet walruses dance 9";
        const Answer stale = change(goodPassword, next);
        QCOMPARE(stale.status, 403);
        QCOMPARE(needed(stale), u"secondFactor"_s);
        ada.proveByPassword();
        ada.stand.clock.advance(1min); // a token that was just replaced rests
        QCOMPARE(needed(change(goodPassword, next)), u"secondFactor"_s);
        ada.post("/v1/session/code", "{'factor':'emailCode'}");
        QCOMPARE(ada.prove(ada.codeTo()).status, 200);
        ada.stand.clock.advance(1min);
        QCOMPARE(change(goodPassword, next).status, 200);
        QCOMPARE(ada.post("/v1/factors/totp", "{'name':'Key'}").status, 200);
    }

    void nothingOfItLiesInTheDatabaseOrTheLog()
    {
        const KeptLog log;
        Member ada([](server::ServerConfig &config) { config.accessLog = true; });
        QList<QByteArray> seen;
        ada.post("/v1/me/email/code", "{}");
        seen << ada.codeTo();
        ada.give("POST", "/v1/me/email/verify", otherThan(seen.last()));
        ada.give("POST", "/v1/me/email/verify", seen.last());
        const QByteArray factor = ada.enrol("emailCode");
        seen << ada.codeTo();
        ada.activate(factor, Member::email);
        ada.sendCode(textIn(ada.challenge(), "id"));
        seen << ada.codeTo(); // on its way
        ada.post("/v1/me/phone/code", "{'phone':'+1 410 435 0691'}");
        seen << ada.codeTo(Member::phone);
        ada.post("/v1/me/email/change", "{'email':'countess@example.com'}");
        seen << ada.codeTo("countess@example.com");
        ada.give("PUT", "/v1/me/email", seen.last());
        seen << ada.codeTo(); // the way back
        QCOMPARE(seen.last().size(), 11);
        seen << seen.last().replace("-", "");
        const auto search = [&] {
            QByteArray all = everythingBeside(ada.stand.database());
            QVERIFY(all.contains("countess@example.com")); // it is the right place
            QVERIFY(KeptLog::text().contains("/v1/me/email/verify"));
            all += KeptLog::text();
            for (const QByteArray &secret : std::as_const(seen)) {
                QVERIFY(secret.size() >= 6);
                QVERIFY2(!all.contains(secret), secret.constData());
            }
        };
        search(); // with the write-ahead log
        ada.stand.server->stop();
        search();
    }
};

LATCHKEY_TEST(ServerSentCodesTest)

#include "tst_sentcodes.moc"
