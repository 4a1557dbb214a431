#include "member.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray anotherPassword = "four quiet walruses dance 9";
const QByteArray countess = "countess@example.com";

/// Asks for the new address, and answers what came there.
QByteArray codeForChange(const Member &ada, const QByteArray &to)
{
    const Answer started = ada.post("/v1/me/email/change", "{'email':'" + to + "'}");
    if (started.status != 200)
        qFatal("no change begins: %s", started.body.constData());
    return ada.codeTo(to);
}

/// Changes to it; the way back that came to the address before.
QByteArray change(const Member &ada, const QByteArray &to)
{
    const QByteArray before = textIn(ada.me(), "email");
    const Answer changed = ada.give("PUT", "/v1/me/email", codeForChange(ada, to));
    if (changed.status != 200)
        qFatal("not changed: %s", changed.body.constData());
    return ada.codeTo(before);
}

Answer takeBack(const Stand &stand, const QByteArray &code)
{
    return Browser(stand.port()).post("/v1/email/take-back", quoted("{'code':'") + code + "\"}");
}

} // namespace

/// Addresses and phones that show that they are somebody's own.
class VerificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePresentAddress()
    {
        Member ada;
        QCOMPARE(ada.me()[u"emailVerified"_s].toBool(), false);
        const Answer sent = ada.post("/v1/me/email/code", "{}");
        QCOMPARE(sent.json()[u"to"_s].toString(), u"ada@example.com"_s);
        const QByteArray code = ada.codeTo();
        const Answer wrong = ada.give("POST", "/v1/me/email/verify", otherThan(code));
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong.code(), u"wrongCode"_s);
        QCOMPARE(wrong.wrongField(), u"code"_s);
        const Answer verified = ada.give("POST", "/v1/me/email/verify", code);
        QCOMPARE(verified.status, 200);
        QCOMPARE(verified.json(), ada.me());
        QCOMPARE(ada.me()[u"emailVerified"_s].toBool(), true);
        QCOMPARE(ada.me()[u"version"_s].toInt(), 2);
        QCOMPARE(ada.give("POST", "/v1/me/email/verify", code).code(), u"wrongCode"_s);
    }

    void guessesAreCountedForAllCodesTogether()
    {
        Member ada;
        ada.post("/v1/me/email/code", "{}");
        const QByteArray code = ada.codeTo();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ada.give("PUT", "/v1/me/email", "00000x").code(), u"wrongCode"_s);
        QCOMPARE(ada.give("POST", "/v1/me/email/verify", code).status, 200);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(ada.give("PUT", "/v1/me/phone", "00000x").code(), u"wrongCode"_s);
        QCOMPARE(ada.give("PUT", "/v1/me/phone", "00000x").status, 429);
    }

    void aNewAddress()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray code = codeForChange(ada, countess);
        QCOMPARE(textIn(ada.me(), "email"), Member::email); // until the code came back
        const Answer changed = ada.give("PUT", "/v1/me/email", code);
        QCOMPARE(changed.json(), ada.me());
        QCOMPARE(textIn(ada.me(), "email"), countess);
        QCOMPARE(ada.me()[u"emailVerified"_s].toBool(), true);
        QCOMPARE(ada.stand.trySignIn(countess, goodPassword).status, 200);
        QCOMPARE(ada.stand.trySignIn(Member::email, goodPassword).status, 401);
        const QString told = ada.wordsTo(Member::email).value(0);
        QVERIFY(told.contains(QString::fromLatin1(countess)));
    }

    void whoReadsTheOldAddressTakesItBack()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray back = change(ada, countess);
        ada.stand.clock.advance(72h - 1s);
        ada.token = textIn(
            ada.stand.trySignIn(countess, goodPassword).json()[u"signedIn"_s].toObject(), "token");
        QCOMPARE(ada.ask("GET", "/v1/me").status, 200);
        QCOMPARE(takeBack(ada.stand, "00000-00000").code(), u"wrongCode"_s);
        QCOMPARE(takeBack(ada.stand, back.toLower().replace("-", " ")).status, 204);
        QCOMPARE(ada.ask("GET", "/v1/me").code(), u"sessionEnded"_s);
        QCOMPARE(ada.stand.trySignIn(Member::email, goodPassword).status, 401);
        QCOMPARE(ada.stand.trySignIn(countess, goodPassword).status, 401);
        QCOMPARE(takeBack(ada.stand, back).code(), u"wrongCode"_s);
        // A reset leads back in.
        const Answer asked =
            Browser(ada.stand.port()).post("/v1/resets", quoted("{'email':'ada@example.com'}"));
        const Answer reset =
            Browser(ada.stand.port())
                .post("/v1/password", quoted("{'id':'") + textIn(asked.json(), "id") +
                                          quoted("','code':'") + ada.codeTo() +
                                          quoted("','password':'") + anotherPassword + "\"}");
        QCOMPARE(reset.status, 204);
        QCOMPARE(ada.stand.trySignIn(Member::email, anotherPassword).status, 200);
    }

    void theWayBackEndsAfter72Hours()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray back = change(ada, countess);
        ada.stand.clock.advance(72h);
        QCOMPARE(takeBack(ada.stand, back).code(), u"wrongCode"_s);
    }

    void whoChangesTwiceHasNotWon()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray first = change(ada, countess);
        ada.stand.clock.advance(1min);
        const QByteArray second = change(ada, "third@example.com");
        QCOMPARE(takeBack(ada.stand, first).status, 204);
        // What came later is worth nothing any more: it came to the thief.
        QCOMPARE(takeBack(ada.stand, second).code(), u"wrongCode"_s);
    }

    void anEarlierWayBackOutlivesALaterOne()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray first = change(ada, countess);
        ada.stand.clock.advance(1min);
        const QByteArray second = change(ada, "third@example.com");
        QCOMPARE(takeBack(ada.stand, second).status, 204);
        QCOMPARE(takeBack(ada.stand, first).status, 204);
        QCOMPARE(ada.stand.rows(u"email_changes"_s), 0);
    }

    void anAddressThatNobodyVerifiedGetsNoWayBack()
    {
        Member ada;
        QVERIFY(change(ada, countess).isEmpty());
        const QString told = ada.wordsTo(Member::email).value(0);
        QVERIFY(told.contains(u"another"_s));
        QVERIFY(!told.contains(QString::fromLatin1(countess))); // it may be a stranger's
        QCOMPARE(ada.stand.rows(u"email_changes"_s), 0);
    }

    void whoChangesBackLeavesNoWayBackToTheOther()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray first = change(ada, countess);
        ada.stand.clock.advance(1min);
        const QByteArray second = change(ada, "third@example.com");
        ada.stand.clock.advance(1min);
        change(ada, "Ada@example.com");
        QCOMPARE(ada.codeTo("third@example.com").size(), 6); // by which it was proven, no other
        QVERIFY(ada.wordsTo("third@example.com").value(0).contains(u"another"_s));
        QCOMPARE(ada.stand.rows(u"email_changes"_s), 0);
        QCOMPARE(takeBack(ada.stand, first).code(), u"wrongCode"_s);
        QCOMPARE(takeBack(ada.stand, second).code(), u"wrongCode"_s);
        // The next one leads back again.
        ada.stand.clock.advance(1min);
        QCOMPARE(takeBack(ada.stand, change(ada, countess)).status, 204);
    }

    void whatAThiefLinkedGoesWithThem()
    {
        Member ada;
        ada.verifyEmail();
        const auto link = [&ada](const QByteArray &name) {
            const auto now = ada.stand.clock.now().time_since_epoch().count();
            ada.stand.change("INSERT INTO identities (id, provider_id, subject, user_id, name, "
                             "linked_at) SELECT '" +
                             name + "', 'prv', '" + name + "', id, '" + name + "', " +
                             QByteArray::number(qint64(now)) + " FROM users");
        };
        ada.stand.change("INSERT INTO providers (id, kind, name, issuer, client_id, "
                         "makes_accounts, created_at, updated_at) VALUES ('prv', 'openId', 'x', "
                         "'https://x', 'x', 0, 1, 1)");
        link("own");
        ada.stand.clock.advance(1min);
        const QByteArray back = change(ada, countess);
        ada.stand.clock.advance(1min);
        link("thief");
        QCOMPARE(takeBack(ada.stand, back).status, 204);
        // Whichever of them a thief linked, and when: the owner links theirs anew.
        QCOMPARE(ada.stand.rows(u"identities"_s), 0);
    }

    void whomAThiefLetInIsOutAgain()
    {
        Member ada;
        ada.verifyEmail();
        const QByteArray bob = ada.stand.signUp("bob");
        const auto asBob = [&](const QByteArray &path) {
            Browser asking(ada.stand.port());
            asking.token = bob;
            return asking.ask("GET", path);
        };
        const QByteArray receiver = textIn(asBob("/v1/me").json(), "id");
        const QByteArray account = "/v1/accounts/" + textIn(ada.me(), "id");
        const QByteArray back = change(ada, countess);
        QCOMPARE(ada.post("/v1/authorizations",
                          "{'receiver':'" + receiver + "','scope':'profile','action':'read'}")
                     .status,
                 200);
        QCOMPARE(asBob(account).status, 200);
        QCOMPARE(takeBack(ada.stand, back).status, 204);
        QCOMPARE(asBob(account).status, 403);
    }

    void bothAddressesHearThatOneWasTakenBack()
    {
        Member ada;
        ada.verifyEmail();
        QCOMPARE(takeBack(ada.stand, change(ada, countess)).status, 204);
        for (const QByteArray &to : {Member::email, countess}) {
            const QString told = ada.wordsTo(to).value(0);
            QVERIFY(told.contains(u"taken back"_s));
            QVERIFY(told.contains(QString::fromLatin1(Member::email)));
        }
    }

    void whoTriesToTakeBackIsCountedByAddressAlone()
    {
        Member ada;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(takeBack(ada.stand, "00000-00000").code(), u"wrongCode"_s);
        QCOMPARE(takeBack(ada.stand, "00000-00000").status, 429);
    }

    void whatWasSentToSetAPasswordByEndsWithTheAddress()
    {
        Member ada;
        ada.verifyEmail();
        const Answer asked =
            Browser(ada.stand.port()).post("/v1/resets", quoted("{'email':'ada@example.com'}"));
        const QByteArray code = ada.codeTo();
        change(ada, countess);
        ada.stand.clock.advance(1min);
        change(ada, Member::email);
        const Answer reset =
            Browser(ada.stand.port())
                .post("/v1/password", quoted("{'id':'") + textIn(asked.json(), "id") +
                                          quoted("','code':'") + code + quoted("','password':'") +
                                          anotherPassword + "\"}");
        QCOMPARE(reset.code(), u"wrongCode"_s);
    }

    void whoseAddressItIsIsNotTold()
    {
        Member ada;
        ada.stand.signUp("bob");
        QCOMPARE(ada.post("/v1/me/email/change", "{'email':'ada@example.com'}").code(),
                 u"emailUnchanged"_s);
        const Answer started = ada.post("/v1/me/email/change", "{'email':'bob@example.com'}");
        QCOMPARE(started.status, 200);
        QCOMPARE(started.json()[u"to"_s].toString(), u"bob@example.com"_s);
        QVERIFY(ada.codeTo("bob@example.com").isEmpty());
        QVERIFY(ada.wordsTo("bob@example.com").value(0).contains(u"already"_s));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ada.give("PUT", "/v1/me/email", "12345" + QByteArray::number(i)).code(),
                     u"wrongCode"_s);
    }

    void anAddressThatWasTakenMeanwhileLooksTheSame()
    {
        Member ada;
        const QByteArray code = codeForChange(ada, "bob@example.com");
        ada.stand.signUp("bob");
        QCOMPARE(ada.give("PUT", "/v1/me/email", code).code(), u"wrongCode"_s);
    }

    void aChangeTakesTheFactorWithIt()
    {
        Member ada;
        ada.askForMail();
        const QByteArray id = textIn(ada.challenge(), "id");
        ada.sendCode(id);
        const QByteArray code = ada.codeTo();
        change(ada, countess);
        // It shows that somebody reads an address that isn't the account's any more.
        QCOMPARE(ada.answer(id, code).code(), u"wrongCode"_s);
        ada.stand.clock.advance(1min);
        QCOMPARE(ada.sendCode(id).json()[u"to"_s].toString(), u"c•••@example.com"_s);
        QCOMPARE(ada.answer(id, ada.codeTo(countess)).status, 200);
    }

    void whatAThiefAddedGoesWithTheAddress()
    {
        Member ada;
        ada.verifyEmail();
        ada.activate(ada.enrol("emailCode"), Member::email);
        ada.stand.clock.advance(1min);
        const QByteArray back = change(ada, countess);
        ada.verifyPhone();
        ada.activate(ada.enrol("smsCode"), Member::phone);
        QCOMPARE(ada.post("/v1/recovery-codes", "{}").status, 200);
        QCOMPARE(takeBack(ada.stand, back).status, 204);
        QCOMPARE(ada.stand.rows(u"users WHERE phone IS NOT NULL"_s), qint64(0));
        QCOMPARE(ada.stand.rows(u"factors WHERE kind = 'emailCode'"_s), qint64(1));
        QCOMPARE(ada.stand.rows(u"factors"_s), qint64(1));
        QCOMPARE(ada.stand.rows(u"recovery_codes"_s), qint64(0));
    }

    void aPhone()
    {
        Member ada;
        const Answer started =
            ada.post("/v1/me/phone/code", "{'phone':'(410) 435-0691 x609','region':'US'}");
        QCOMPARE(started.status, 200);
        QCOMPARE(started.json()[u"to"_s].toString().toLatin1(), Member::phone);
        QVERIFY(!ada.me().contains(u"phone"_s));
        const Answer verified = ada.give("PUT", "/v1/me/phone", ada.codeTo(Member::phone));
        QCOMPARE(verified.status, 200);
        QCOMPARE(verified.json(), ada.me());
        QCOMPARE(textIn(ada.me(), "phone"), Member::phone);
        QCOMPARE(ada.ask("DELETE", "/v1/me/phone").status, 200);
        QVERIFY(!ada.me().contains(u"phone"_s));
        const int version = ada.me()[u"version"_s].toInt();
        QCOMPARE(ada.ask("DELETE", "/v1/me/phone").status, 200);
        QCOMPARE(ada.me()[u"version"_s].toInt(), version);

        const auto refusal = [&](const QByteArray &body) {
            return ada.post("/v1/me/phone/code", body).code();
        };
        QCOMPARE(refusal("{'phone':'410 435 0691'}"), u"phoneNeedsCountry"_s);
        QCOMPARE(refusal("{'phone':'+1 410 435'}"), u"phoneNotValid"_s);
    }

    void aPhoneThatIsAskedForStays()
    {
        Member ada;
        ada.verifyPhone();
        const QByteArray factor = ada.enrol("smsCode");
        ada.activate(factor, Member::phone);
        QCOMPARE(ada.ask("DELETE", "/v1/me/phone").code(), u"phoneInUse"_s);
        QVERIFY(ada.ask("DELETE", "/v1/factors/" + factor).status < 300);
        QCOMPARE(ada.ask("DELETE", "/v1/me/phone").status, 200);
    }

    void anotherPhoneThatIsAskedForIsTold()
    {
        Member ada;
        ada.verifyPhone();
        QVERIFY(ada.wordsTo(Member::email).isEmpty()); // nothing is asked for yet
        ada.activate(ada.enrol("smsCode"), Member::phone);
        ada.stand.clock.advance(1min);
        ada.post("/v1/me/phone/code", "{'phone':'+1 410 435 0692'}");
        QCOMPARE(ada.give("PUT", "/v1/me/phone", ada.codeTo("+14104350692")).status, 200);
        const QString told = ada.wordsTo(Member::email).value(0);
        QVERIFY(told.contains(u"phone"_s));
        QVERIFY(told.contains(u"•92"_s));
        QVERIFY(!told.contains(u"4104350692"_s));
    }

    void oneAddressHasOnlySoManyTexts()
    {
        Member ada([](server::ServerConfig &config) {
            config.throttle.textsPerAddressAndHour = 2;
            config.throttle.countsCostOfLoopback = true;
        });
        const auto textTo = [&](int number) {
            ada.stand.clock.advance(1min);
            return ada.post("/v1/me/phone/code",
                            "{'phone':'+1410435069" + QByteArray::number(number) + "'}");
        };
        QCOMPARE(textTo(1).status, 200);
        QCOMPARE(textTo(2).status, 200);
        const Answer refused = textTo(3);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"tooManyCodes"_s);
        QCOMPARE(ada.post("/v1/me/email/code", "{}").status, 200);
    }

    void programsHearOfIt()
    {
        Member ada;
        const qint64 before = ada.stand.rows(u"events"_s);
        const qint64 noted = ada.stand.rows(u"audit"_s);
        ada.verifyEmail();
        QCOMPARE(ada.stand.rows(u"events"_s), before + 1);
        QCOMPARE(ada.stand.rows(u"audit"_s), noted + 2);
    }

    void whereNothingIsSentNothingCanBeVerified()
    {
        Member ada;
        ada.stand.restart([](server::ServerConfig &config) { config.keepsMessages = false; });
        QCOMPARE(ada.post("/v1/me/email/code", "{}").code(), u"noMail"_s);
        QCOMPARE(ada.post("/v1/me/email/change", "{'email':'x@example.com'}").code(), u"noMail"_s);
        QCOMPARE(ada.post("/v1/me/phone/code", "{'phone':'+14104350691'}").code(), u"noTexts"_s);
        const QJsonObject server = ada.ask("GET", "/v1/server").json();
        QCOMPARE(server[u"sendsMail"_s].toBool(true), false);
        QCOMPARE(server[u"sendsTexts"_s].toBool(true), false);
        ada.stand.restart([](server::ServerConfig &config) { config.keepsMessages = true; });
        const QJsonObject keeping = ada.ask("GET", "/v1/server").json();
        QCOMPARE(keeping[u"sendsMail"_s].toBool(), true);
        QCOMPARE(keeping[u"sendsTexts"_s].toBool(), true);
    }
};

LATCHKEY_TEST(VerificationTest)

#include "tst_verification.moc"
