#include "member.h"
#include "postbag.h"
#include "spoken.h"
#include "support/testrunner.h"

#include <QCryptographicHash>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray anotherPassword = "four quiet walruses dance 9";

QByteArray said(const QByteArray &message)
{
    return quoted("{'success':false,'data':{'message':'") + message + "\"}}";
}

/// Ada, who can't recall her password, asks for another on a foreign wire.
struct Asking
{
    Postbag post;
    Stand stand;

    explicit Asking(const Stand::Adjust &adjust = {})
        : stand(adjust, post.carriers())
    {}

    Answer send(const QByteArray &path, const QByteArray &body) const
    {
        return Browser(stand.port()).post(path, QByteArray(body).replace('\'', '"'));
    }
    Answer get(const QByteArray &path) const { return Browser(stand.port()).ask("GET", path); }

    Answer reset(const QByteArray &code, const QByteArray &password = anotherPassword) const
    {
        return send("/v1/password", "{'code':'" + code + "','password':'" + password + "'}");
    }

    void joinTemporal()
    {
        const Answer joined =
            send("/temporal/v2/auth/register",
                 "{'username':'ada','email_address':'ada@example.com','password':'" + goodPassword +
                     "'}");
        QCOMPARE(joined.status, 200);
        QCOMPARE(get("/temporal/v2/account/email/verify/ada/" + post.nextCode()).status, 200);
    }
    Answer enterTemporal(const QByteArray &password) const
    {
        return send("/temporal/v2/auth/login", "{'username':'ada','password':'" + password + "'}");
    }

    void joinWingspan()
    {
        const Answer joined = send("/wingspan/users/user",
                                   "{'email':'ada@example.com','password':'" + goodPassword + "'}");
        QCOMPARE(joined.status, 200);
        post.next(); // that verifies the address
    }
    Answer askWingspan(const QByteArray &email = "ada@example.com") const
    {
        return send("/wingspan/users/user/password/reset",
                    "{'email':'" + email + "','userType':'Member'}");
    }

    void joinMmdl()
    {
        const Answer joined =
            send("/mmdl/api/users/register",
                 "{'username':'ada','email':'ada@example.com','password':'" + goodPassword + "'}");
        QCOMPARE(joined.status, 200);
        post.next(); // that verifies the address
    }
    QByteArray askMmdl() const
    {
        const Answer asked = get("/mmdl/api/users/requestotp?username=ada");
        const QJsonObject data = asked.json().value(u"data"_s).toObject();
        return textIn(data.value(u"message"_s).toObject(), "reqid");
    }
    Answer modify(const QByteArray &name, const QByteArray &request, const QByteArray &code,
                  const QByteArray &password = anotherPassword) const
    {
        const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha512).toHex();
        return send("/mmdl/api/users/modifypassword", "{'userhash':'" + hash + "','otp':'" + code +
                                                          "','reqid':'" + request +
                                                          "','password':'" + password + "'}");
    }
};

const QString ownAddress = u"https://accounts.example.org"_s;

void foundByBrowsers(server::ServerConfig &config)
{
    config.publicAddress = ownAddress;
}

} // namespace

/// A code that is asked for on a foreign wire can be used: there, or where its letter says.
class ForeignResetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTemporalHasSentSetsThePassword()
    {
        Asking ada;
        ada.joinTemporal();
        QCOMPARE(
            ada.send("/temporal/v2/forgot/password", "{'email_address':'ada@example.com'}").status,
            200);
        const server::Mail letter = ada.post.next();
        QVERIFY(letter.plain.revealText().contains(u"I already have a code"_s));
        const QByteArray code = Postbag::codeIn(letter);
        QCOMPARE(code.size(), 11);
        QCOMPARE(ada.reset(code, "password1").wrongField(), u"password"_s);
        QCOMPARE(ada.reset(code).status, 204);
        QVERIFY(ada.post.next().subject.contains(u"password"_s)); // that it was set
        QCOMPARE(ada.reset(code, goodPassword).code(), u"wrongCode"_s);
        QCOMPARE(ada.enterTemporal(goodPassword).status, 401);
        QCOMPARE(ada.enterTemporal(anotherPassword).status, 200);
    }

    void itsLetterLeadsToTheServersOwnAddress()
    {
        Asking ada(foundByBrowsers);
        ada.joinWingspan();
        ada.stand.clock.advance(61s);
        QCOMPARE(ada.askWingspan().status, 204);
        QVERIFY(ada.post.next().plain.revealText().contains(ownAddress));
    }

    void whatASignUpHasSentVerifiesTheAddressThere_data() { eachWire(); }
    void whatASignUpHasSentVerifiesTheAddressThere()
    {
        QFETCH(Spoken, wire);
        Asking ada(foundByBrowsers);
        wire.join(ada.stand, "ada");
        const server::Mail letter = ada.post.next();
        const QString text = letter.plain.revealText();
        const bool leadsThere = text.contains(u"has no place for the code"_s);
        // The others have a word for it.
        QCOMPARE(leadsThere, wire.name != "wingspan" && wire.name != "temporal");
        if (!leadsThere)
            return;
        for (const QString &said : {ownAddress, u"\"Verify\""_s})
            QVERIFY2(text.contains(said), qPrintable(said));
        Browser there(ada.stand.port());
        there.token = ada.stand.signIn("ada");
        const Answer verified =
            there.post("/v1/me/email/verify", "{\"code\":\"" + Postbag::codeIn(letter) + "\"}");
        QCOMPARE(verified.status, 200);
        QVERIFY(verified.json().value(u"emailVerified"_s).toBool());
    }

    void whatAuroraHasSentChangesTheAddressThere()
    {
        Asking ada(foundByBrowsers);
        const QByteArray token = aurora.token(aurora.join(ada.stand, "ada"));
        ada.post.next(); // that verifies the address
        ada.stand.clock.advance(61s);
        const QByteArray edit = quoted("{'username':'ada','email':'new@example.com','password':'") +
                                goodPassword + "\"}";
        const Answer edited =
            Browser(ada.stand.port())
                .ask("PUT", "/aurora/api/v7/user/info", edit, aurora.holding(token));
        QCOMPARE(edited.status, 200);
        const server::Mail letter = ada.post.next();
        QCOMPARE(letter.to, u"new@example.com"_s);
        for (const QString &said : {ownAddress, u"\"Change\""_s, u"I already have a code"_s})
            QVERIFY2(letter.plain.revealText().contains(said), qPrintable(said));
        Browser there(ada.stand.port());
        there.token = ada.stand.signIn("ada");
        const Answer changed =
            there.ask("PUT", "/v1/me/email", "{\"code\":\"" + Postbag::codeIn(letter) + "\"}");
        QCOMPARE(changed.status, 200);
        QCOMPARE(textIn(changed.json(), "email"), QByteArray("new@example.com"));
    }

    void whatWingspanHasSentSetsThePassword()
    {
        Asking ada;
        ada.stand.signUp("ada");
        QCOMPARE(ada.askWingspan().status, 204);
        const QByteArray code = ada.post.nextCode().toLower().replace('-', " ");
        ada.stand.clock.advance(23h);
        QCOMPARE(ada.reset(code).status, 204);
        QCOMPARE(ada.send("/wingspan/users/session",
                          "{'email':'ada@example.com','password':'" + anotherPassword + "'}")
                     .status,
                 204);
        // It came to her address, and back.
        QCOMPARE(ada.stand.rows(u"users WHERE email_verified"_s), 1);
    }

    void whoIsUnknownIsAnsweredAlike()
    {
        Asking ada;
        ada.stand.signUp("ada");
        for (const int status : {204, 429}) {
            const Answer known = ada.askWingspan();
            const Answer unknown = ada.askWingspan("nobody@example.com");
            QCOMPARE(known.status, status);
            QCOMPARE(unknown.status, status);
            QCOMPARE(known.body, unknown.body);
        }
        QCOMPARE(ada.post.next().to, u"ada@example.com"_s);
        QCOMPARE(ada.stand.rows(u"post WHERE recipient = ''"_s), 1);
        QCOMPARE(ada.stand.rows(u"sent_codes"_s), 2);
    }

    void longCodesAreCountedByAddress()
    {
        Asking ada;
        ada.stand.signUp("ada");
        QCOMPARE(ada.askWingspan().status, 204);
        const QByteArray code = ada.post.nextCode();
        for (int i = 1; i < 20; ++i) // asking was the first
            QCOMPARE(ada.reset("00000-00000").code(), u"wrongCode"_s);
        QCOMPARE(ada.reset(code).status, 429);
        ada.stand.clock.advance(61s);
        QCOMPARE(ada.reset(code).status, 204);
    }

    void nobodyInheritsACodeWithAnAddress()
    {
        Asking ada;
        ada.stand.signUp("root");
        ada.joinWingspan();
        QCOMPARE(ada.askWingspan().status, 204);
        const QByteArray code = ada.post.nextCode();
        const QByteArray token = ada.stand.signIn("ada");
        QCOMPARE(Browser(ada.stand.port())
                     .ask("DELETE", "/v1/account", {}, {{"Authorization", "Bearer " + token}})
                     .status,
                 204);
        ada.stand.clock.advance(2min); // a letter has just been sent there
        ada.joinWingspan();
        QCOMPARE(ada.reset(code).code(), u"wrongCode"_s);
    }

    void aRequestOfMmdlIsOfItsAccount()
    {
        Asking ada;
        ada.joinMmdl();
        const QByteArray request = ada.askMmdl();
        const QByteArray code = ada.post.nextCode();
        QCOMPARE(code.size(), 6);
        const Answer others = ada.modify("eve", request, code);
        QCOMPARE(others.status, 401);
        QCOMPARE(others.body, said("ERROR_INVALID_OTP"));
        const QByteArray own =
            "{'id':'" + request + "','code':'" + code + "','password':'" + anotherPassword + "'}";
        QCOMPARE(ada.send("/v1/password", own).code(), u"wrongCode"_s);
        QCOMPARE(ada.modify("ada", request, code).status, 200);
        QCOMPARE(ada.modify("ada", request, code, goodPassword).body, said("ERROR_INVALID_OTP"));
    }

    /// As its page has it.
    void aCodeOfMmdlLivesForHalfAnHour()
    {
        Asking ada;
        ada.joinMmdl();
        const QByteArray first = ada.askMmdl();
        const server::Mail letter = ada.post.next();
        QVERIFY(letter.plain.revealText().contains(u"for 30 minutes"_s));
        ada.stand.clock.advance(30min);
        QCOMPARE(ada.modify("ada", first, Postbag::codeIn(letter)).status, 401);
        const QByteArray second = ada.askMmdl();
        const QByteArray code = ada.post.nextCode();
        ada.stand.clock.advance(29min);
        QCOMPARE(ada.modify("ada", second, code).status, 200);
    }

    /// Weak ones are refused, guesses counted, both noted; and no request is guessed at for ever.
    void mmdlsNewPasswordsAreHeldToTheRules()
    {
        Asking ada;
        ada.joinMmdl();
        const QByteArray request = ada.askMmdl();
        const QByteArray code = ada.post.nextCode();
        const auto noted = [&](const QString &outcome) {
            return ada.stand.rows(
                u"audit WHERE operation = 'resetPassword' AND outcome = '%1'"_s.arg(outcome));
        };
        const Answer weak = ada.modify("ada", request, code, "password1");
        QCOMPARE(weak.status, 422);
        QCOMPARE(weak.body, said("INVALID_INPUT"));
        for (int i = 0; i < 4; ++i)
            QCOMPARE(ada.modify("ada", request, "12345x").body, said("ERROR_INVALID_OTP"));
        QCOMPARE(noted(u"wrongCode"_s), 4);
        QCOMPARE(ada.modify("ada", request, code).status, 200);
        QCOMPARE(noted(u"done"_s), 1);

        ada.post.next(); // that it was set
        ada.stand.clock.advance(2min);
        const QByteArray guessed = ada.askMmdl();
        const QByteArray right = ada.post.nextCode();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ada.modify("ada", guessed, "12345x").status, 401);
        ada.stand.clock.advance(5min);
        QCOMPARE(ada.modify("ada", guessed, right).body, said("ERROR_INVALID_OTP"));
    }
};

LATCHKEY_TEST(ForeignResetsTest)

#include "tst_foreignresets.moc"
