#include "../account/foreignstage.h"
#include "account/account.h"
#include "kit/codefield.h"
#include "pagestage.h"
#include "profile/profilepage.h"
#include "securityparts.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

namespace {

QByteArray ofAurora(const QByteArray &name, const QByteArray &email = "ada@example.com")
{
    return R"({"success":true,"username":")" + name + R"(","email":")" + email + R"("})";
}

QByteArray ofOneShot(const QByteArray &name)
{
    return R"({"id":"ee8e77d9-290e-4bb9-84a1-c2b7efb338df","name":")" + name +
           R"(","created_at":"2027-01-15T08:00:00.063095Z"})";
}

/// Ada's page at a server of another API.
template <class Page>
struct At
{
    At(const QString &wire, int version, const QByteArray &whoSheIs)
        : account(enterBy(stage, wire, version))
        , me(whoSheIs)
        , page(stage.show(make()))
    {
        rest();
    }

    Page *make()
    {
        if constexpr (std::same_as<Page, ProfilePage>)
            return new ProfilePage(account, stage.clock, stage.toast);
        else
            return new SecurityPage(securityParts(stage, account));
    }

    /// What is asked besides, up to the request that a test is about.
    HttpRequest upTo(const QByteArray &wanted)
    {
        for (QByteArray next = stage.line(); !next.isEmpty() && next != wanted; next = stage.line())
            say(200, me);
        return stage.asked();
    }
    void rest() { upTo({}); }
    void say(int status, const QByteArray &body) { test::say(stage, status, body); }
    bool isAsked(const QByteArray &line) { return stage.line() == line; }
    QString typed(const QString &name) const { return named<QLineEdit>(page, name)->text(); }

    PageStage stage;
    account::Account &account;
    QByteArray me; ///< as the server tells it of her
    Page *page;
};

api::SignedIn begunAnew()
{
    api::SignedIn begun;
    begun.token = Secret(foreignToken());
    begun.user = foreignAda();
    return begun;
}

struct ProfileAtAurora : At<ProfilePage>
{
    ProfileAtAurora()
        : At(u"aurora"_s, 7, ofAurora("ada"))
    {}
    /// With a password that is right.
    HttpRequest saved()
    {
        type(page, u"Your password"_s, u"right one"_s);
        press(page, u"Save changes"_s);
        if (!isAsked("POST /api/v7/login"))
            return {};
        say(200, R"({"success":true,"accessToken":"t2"})");
        return upTo("PUT /api/v7/user/info");
    }
};

} // namespace

/// Profile and security where one operation changes all of an account: what is shown is what the
/// server's API has words for.
class EditingPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneShotsProfileIsAUserName()
    {
        At<ProfilePage> open(u"oneshot"_s, 0, ofOneShot("ada"));
        QCOMPARE(open.typed(u"User name"_s), u"ada"_s);
        for (const QString &missing : {u"Name"_s, u"E-mail address"_s, u"Your password"_s})
            QVERIFY2(!named<QLineEdit>(open.page, missing), qPrintable(missing));
        QVERIFY(!says(open.page, u"Language"_s));
        QVERIFY(!says(open.page, u"If you want one"_s));
        // Nothing there knows whether mail reaches her.
        QVERIFY(!says(open.page, u"Not verified"_s));

        type(open.page, u"User name"_s, u"taken"_s);
        QVERIFY(press(open.page, u"Save changes"_s));
        QVERIFY(open.isAsked("PATCH /user/update"));
        QCOMPARE(open.stage.asked().body, QByteArray(R"({"name":"taken"})"));
        open.say(409, R"({"message":"ALREADY_EXISTS"})");
        QVERIFY(says(open.page, u"Somebody has this user name already"_s));
        QCOMPARE(open.typed(u"User name"_s), u"taken"_s);
        QVERIFY(open.page->hasUnsavedChanges());

        type(open.page, u"User name"_s, u"countess"_s);
        QVERIFY(press(open.page, u"Save changes"_s));
        open.me = ofOneShot("countess");
        open.rest();
        QCOMPARE(open.stage.toast.text(), u"Your profile is saved."_s);
        QVERIFY(!open.page->hasUnsavedChanges());
        QVERIFY(!says(open.page, u"Somebody has this user name already"_s));
        QCOMPARE(open.account.profile().email, u"ada@example.com"_s);
    }

    void auroraWantsThePasswordWithEachChange()
    {
        ProfileAtAurora open;
        QVERIFY(!named<QLineEdit>(open.page, u"Name"_s));
        QVERIFY(!named<QLineEdit>(open.page, u"Your password"_s)); // there is nothing to save
        type(open.page, u"User name"_s, u"countess"_s);
        QVERIFY(says(open.page, u"This server wants it with every change."_s));
        QVERIFY(press(open.page, u"Save changes"_s));
        QVERIFY(open.isAsked({}));
        QVERIFY(says(open.page, u"Please fill this in."_s));
        auto *password = named<QLineEdit>(open.page, u"Your password"_s);
        QVERIFY(password->hasFocus());

        QTest::keyClicks(password, u"wrong one"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(open.isAsked("POST /api/v7/login"));
        open.say(401, R"({"success":false,"error":"Invalid username, password, or access token"})");
        QVERIFY(says(open.page, u"This is not the password. Try again."_s));
        QCOMPARE(password->text(), u"wrong one"_s);
        QCOMPARE(open.typed(u"User name"_s), u"countess"_s);
        QVERIFY(open.account.state().isOnline());

        QCOMPARE(open.saved().body,
                 QByteArray(R"({"username":"countess",)"
                            R"("email":"ada@example.com","password":"right one"})"));
        open.say(200, R"({"success":true})");
        open.me = ofAurora("countess");
        open.rest();
        QCOMPARE(open.stage.toast.text(), u"Your profile is saved."_s);
        QVERIFY(!open.page->hasUnsavedChanges());
        QVERIFY(password->text().isEmpty());
        QVERIFY(!says(open.page, u"This is not the password"_s));
    }

    void auroraSaysNotWhetherAnAddressCounts()
    {
        ProfileAtAurora open;
        QCOMPARE(open.typed(u"E-mail address"_s), u"ada@example.com"_s);
        type(open.page, u"E-mail address"_s, u"new@example.com"_s);
        QVERIFY(open.saved().body.contains("new@example.com"));
        open.say(200, R"({"success":true})");
        open.rest(); // where it is still the one before
        QVERIFY(open.stage.toast.text().contains(u"new@example.com is not your address yet"_s));
        QCOMPARE(open.typed(u"E-mail address"_s), u"ada@example.com"_s);
        open.stage.toast.clear();

        type(open.page, u"E-mail address"_s, u"Other@Example.com"_s);
        QVERIFY(open.saved().body.contains("Other@Example.com"));
        open.say(200, R"({"success":true})");
        open.me = ofAurora("ada", "other@example.com");
        open.rest();
        QCOMPARE(open.stage.toast.text(), u"Your profile is saved."_s);
        QCOMPARE(open.account.user()->email, u"other@example.com"_s);
    }

    void whatAuroraRefusesStaysTyped()
    {
        ProfileAtAurora open;
        type(open.page, u"User name"_s, u"taken"_s);
        open.saved();
        open.say(400, R"({"success":false,"error":"One or more API parameters are malformed. )"
                      R"(Please check your request and try again"})");
        QVERIFY(says(open.page, u"The server did not take this."_s));
        QCOMPARE(open.typed(u"User name"_s), u"taken"_s);
        QCOMPARE(open.typed(u"Your password"_s), u"right one"_s);
        QVERIFY(press(open.page, u"Discard"_s));
        QCOMPARE(open.typed(u"User name"_s), u"ada"_s);
        QVERIFY(!says(open.page, u"The server did not take this."_s));
        type(open.page, u"User name"_s, u"countess"_s);
        QCOMPARE(open.typed(u"Your password"_s), QString());
    }

    void wingspansAddressIsChangedByItsCode()
    {
        At<ProfilePage> open(u"wingspan"_s, 0, adaOfWingspan);
        QCOMPARE(open.typed(u"Name"_s), u"Ada"_s);
        QCOMPARE(open.typed(u"User name"_s), u"ada"_s);
        QVERIFY(!named<QLineEdit>(open.page, u"E-mail address"_s));
        QVERIFY(says(open.page, u"Verified: mail to this address"_s));
        QVERIFY(press(open.page, u"Change the e-mail address"_s));
        QVERIFY(says(open.page, u"You then sign in with the new address."_s));
        QVERIFY(!says(open.page, u"72 hours"_s));
        type(open.page, u"New e-mail address"_s, u"new@example.com"_s);
        QVERIFY(press(open.page, u"Send the code"_s));
        QVERIFY(open.isAsked("POST /users/user/usr_1/verification/email"));
        open.say(200, R"({"email":"new@example.com","status":"Pending","userId":"usr_1"})");
        auto *code = qobject_cast<CodeField *>(QApplication::focusWidget());
        QVERIFY(code);
        QTest::keyClicks(code, u"123456"_s);
        QVERIFY(open.isAsked("PATCH /users/user/usr_1/verification/email"));
        open.say(200, R"({"email":"new@example.com","status":"Verified","userId":"usr_1"})");
        QCOMPARE(open.stage.toast.text(), u"Your e-mail address is changed."_s);
        QVERIFY(says(open.page, u"new@example.com"_s));
        QCOMPARE(open.typed(u"Name"_s), u"Ada"_s);
    }

    void temporalTakesTheCodeThatTheSignUpSent()
    {
        At<ProfilePage> open(u"temporal"_s, 0, R"({"code":200,"response":"ada"})");
        api::User unknown = *open.account.user();
        unknown.emailVerified = false;
        open.account.learn(unknown);
        QVERIFY(says(open.page, u"does not tell whether it is verified"_s));
        QVERIFY(!says(open.page, u"Not verified"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Change the e-mail address"_s));
        QVERIFY(press(open.page, u"Verify the e-mail address"_s));
        QVERIFY(open.isAsked({})); // no other code can be asked for
        QVERIFY(!named<QAbstractButton>(open.page, u"Send the code"_s));
        auto *code = qobject_cast<CodeField *>(QApplication::focusWidget());
        QVERIFY(code);
        QTest::keyClicks(code, u"111111"_s);
        QVERIFY(open.isAsked("GET /v2/account/email/verify/ada/111111"));
        open.say(400, R"({"code":400,"response":"failed to validate email verification token"})");
        QVERIFY(!says(open.page, u"Verified: mail"_s));
        QTest::keyClicks(code, u"123456"_s);
        QVERIFY(open.isAsked("GET /v2/account/email/verify/ada/123456"));
        open.say(200, R"({"code":200,"response":"email verified"})");
        QVERIFY(says(open.page, u"Verified: mail to this address"_s));
        QCOMPARE(open.stage.toast.text(), u"Your e-mail address is verified."_s);
        open.rest(); // what it tells of her is a part
        QVERIFY(open.account.user()->emailVerified);
    }

    void oneShotsPasswordIsChangedByThePresentOne()
    {
        At<SecurityPage> open(u"oneshot"_s, 0, ofOneShot("ada"));
        QVERIFY(!named<QAbstractButton>(open.page, u"Keep other devices signed in"_s));
        type(open.page, u"Current password"_s, u"old one"_s);
        type(open.page, u"New password"_s, u"violet teapot 42 harbour"_s);
        QVERIFY(press(open.page, u"Change password"_s));
        QVERIFY(open.isAsked("POST /user/login"));
        open.say(403, R"({"message":"FORBIDDEN"})");
        QVERIFY(says(open.page, u"This is not the password. Try again."_s));
        QCOMPARE(open.typed(u"Current password"_s), u"old one"_s);
        QCOMPARE(open.typed(u"New password"_s), u"violet teapot 42 harbour"_s);
        QVERIFY(open.account.state().isOnline());

        QVERIFY(press(open.page, u"Change password"_s));
        open.say(200, R"({"token":"7c1d5bd6-2f9c-4f0e-9d7b-2f3f6c1b5a10"})");
        QCOMPARE(open.upTo("PATCH /user/update").body,
                 QByteArray(R"({"password":"violet teapot 42 harbour"})"));
        open.rest();
        // A server of this API ends no other sessions by that.
        QCOMPARE(open.stage.toast.text(), u"Your password is changed."_s);
        QCOMPARE(open.typed(u"New password"_s), QString());
        QCOMPARE(open.account.credential()->reveal(),
                 QByteArray("7c1d5bd6-2f9c-4f0e-9d7b-2f3f6c1b5a10"));
    }

    void aurorasPasswordIsToldWithAllTheRest()
    {
        At<SecurityPage> open(u"aurora"_s, 7, ofAurora("ada"));
        type(open.page, u"Current password"_s, u"old one"_s);
        type(open.page, u"New password"_s, u"violet teapot 42 harbour"_s);
        QVERIFY(press(open.page, u"Change password"_s));
        QVERIFY(open.stage.asked().body.contains(R"("password":"old one")"));
        open.say(200, R"({"success":true,"accessToken":"t2"})");
        QCOMPARE(open.upTo("PUT /api/v7/user/info").body,
                 QByteArray(R"({"username":"ada","email":"ada@example.com",)"
                            R"("password":"violet teapot 42 harbour"})"));
        open.say(200, R"({"success":true})");
        open.rest();
        QCOMPARE(open.stage.toast.text(), u"Your password is changed."_s);
        QCOMPARE(open.account.user()->email, u"ada@example.com"_s);
    }

    void wingspanAsksForProofAndNotForThePasswordBefore()
    {
        At<SecurityPage> open(u"wingspan"_s, 0, adaOfWingspan);
        QVERIFY(!named<QLineEdit>(open.page, u"Current password"_s));
        open.page->choosePassword();
        QVERIFY(named<QLineEdit>(open.page, u"New password"_s)->hasFocus());
        type(open.page, u"New password"_s, u"violet teapot 42 harbour"_s);
        QVERIFY(press(open.page, u"Change password"_s));
        QVERIFY(open.isAsked("PATCH /users/user/usr_1"));
        open.say(403, R"({"error":"OTP verification required"})");
        QVERIFY(open.account.isProofNeeded());
        open.account.declineProof();
        settle();
        QCOMPARE(open.typed(u"New password"_s), u"violet teapot 42 harbour"_s);

        QVERIFY(press(open.page, u"Change password"_s));
        QVERIFY(open.isAsked("PATCH /users/user/usr_1"));
        open.say(400, R"({"error":"Password is too weak"})");
        QVERIFY(says(open.page, u"This password is too easy to guess"_s));
        QVERIFY(press(open.page, u"Change password"_s));
        open.say(200, adaOfWingspan);
        QCOMPARE(open.stage.toast.text(), u"Your password is changed."_s);
    }

    void whatASessionCouldNotLoadTheNextOneDoes()
    {
        At<ProfilePage> open(u"wingspan"_s, 0, adaOfWingspan);
        open.page->refresh();
        open.say(403, R"({"error":"Session expired"})");
        QVERIFY(open.account.state().isSignedOut());
        open.account.adopt(begunAnew());
        open.rest();
        QVERIFY(!says(open.page, u"Sign in again to go on"_s));
    }

    void whatASessionCouldNotDoIsNotSaidOfTheNext()
    {
        At<SecurityPage> open(u"wingspan"_s, 0, adaOfWingspan);
        type(open.page, u"New password"_s, u"violet teapot 42 harbour"_s);
        QVERIFY(press(open.page, u"Change password"_s));
        open.say(403, R"({"error":"Session expired"})");
        QVERIFY(open.account.state().isSignedOut());
        QVERIFY(says(open.page, u"You are signed out"_s));
        open.account.adopt(begunAnew());
        QVERIFY(!says(open.page, u"Sign in again to go on"_s));
        QCOMPARE(open.typed(u"New password"_s), u"violet teapot 42 harbour"_s);
    }
};

LATCHKEY_TEST(EditingPagesTest)

#include "tst_editing.moc"
