#include "../account/foreignstage.h"
#include "account/account.h"
#include "kit/codefield.h"
#include "kit/qrview.h"
#include "pagestage.h"
#include "security/codespaper.h"
#include "securityparts.h"
#include "support/testrunner.h"

#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

namespace {

struct Open
{
    explicit Open(const api::Factors &factors = {}, const QList<api::TrustedDevice> &devices = {})
        : account(stage.open(stage.sample()))
        , page(stage.show(new SecurityPage(securityParts(stage, account))))
    {
        serve(factors, devices);
    }

    void serve(const api::Factors &factors, const QList<api::TrustedDevice> &devices = {})
    {
        for (QByteArray next = stage.line(); !next.isEmpty(); next = stage.line()) {
            if (next.endsWith("GET /v1/factors"))
                stage.answer<api::ListFactors>(factors);
            else if (next.endsWith("/trusted-devices"))
                stage.answer<api::ListTrustedDevices>({.devices = devices});
            else if (next.endsWith("GET /v1/identities"))
                stage.answer<api::ListIdentities>({.identities = stage.identities});
            else if (next.endsWith("/server"))
                stage.describe();
            else
                break;
        }
    }

    PageStage stage;
    account::Account &account;
    SecurityPage *page;
};

api::EnrolledFactor factor(const QString &id, const QString &name)
{
    return {.id = api::FactorId(id), .name = name};
}

api::Factors one(std::optional<qint64> codes)
{
    api::Factors all{.factors = {factor(u"f1"_s, u"Phone"_s)}};
    if (codes)
        all.recoveryCodes = api::RecoveryCodesLeft{.left = *codes};
    return all;
}

api::User reachable()
{
    api::User user = Stage::user(u"Ada"_s, 2);
    user.emailVerified = true;
    user.phone = u"+14104350691"_s;
    return user;
}

QList<Secret> tenCodes()
{
    QList<Secret> codes;
    for (int i = 0; i < 10; ++i)
        codes << Secret(u"ABCD%1-EFGH%1"_s.arg(i));
    return codes;
}

} // namespace

/// By the menu of kinds.
bool add(const QWidget *page, const QString &kind)
{
    for (const auto *menu : page->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() != kind || !action->isEnabled() || !action->isVisible())
                continue;
            action->trigger();
            settle();
            return true;
        }
    }
    return false;
}

class SecurityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAnAuthenticatorInThePage()
    {
        Open open;
        QVERIFY(says(open.page, u"Only your password protects your account"_s));
        QVERIFY(add(open.page, u"Authenticator app"_s));
        QVERIFY(type(open.page, u"Name of the authenticator"_s, u"My phone"_s));
        QVERIFY(press(open.page, u"Continue"_s));
        open.stage.answer<api::EnrolTotp>(
            {.id = api::FactorId(u"f1"_s),
             .secret = Secret(u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s),
             .uri = Secret(u"otpauth://totp/Demo:ada?secret=JBSWY3DPEHPK3PXP"_s)});
        auto *picture = open.page->findChild<QrView *>();
        QVERIFY(picture->isVisibleTo(open.page) && !picture->isEmpty());
        QVERIFY(says(open.page, u"JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"_s));
        auto *code = open.page->findChild<CodeField *>();
        QTest::keyClicks(code, u"000000"_s);
        open.stage.refuse(Error::rejected(u"wrongCode"_s, u"code"_s));
        QVERIFY(says(open.page, u"This is not the code"_s));
        QTest::keyClicks(code, u"123456"_s);
        QVERIFY(open.stage.asked().body.contains("123456"));
        open.stage.answer<api::ActivateFactor>(Stage::signedIn(u"lk-token-2"_s));
        open.serve(one({}));
        open.stage.answer<api::MakeRecoveryCodes>({.codes = tenCodes()});
        open.serve(one(10));
        QVERIFY(says(open.page, u"ABCD9-EFGH9"_s));
        QVERIFY(!says(open.page, u"JBSW"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        QVERIFY(!named<QAbstractButton>(open.page, u"Done"_s)->isEnabled());
        QVERIFY(press(open.page, u"I have saved them"_s));
        auto *done = named<QAbstractButton>(open.page, u"Done"_s);
        done->setFocus();
        QTest::keyClick(done, Qt::Key_Space);
        settle();
        QVERIFY(!open.page->hasUnsavedChanges());
        QVERIFY(!says(open.page, u"ABCD9-EFGH9"_s));
        QVERIFY(says(open.page, u"Phone"_s));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Add another second factor"_s);
        QVERIFY(says(open.page, u"10 recovery code"_s));
        QVERIFY(open.stage.toast.text().contains(u"asks for a second factor"_s));
    }

    void aMenuThatKeysOpenHasItsFirstEntryChosen()
    {
        Open open;
        open.account.learn(reachable());
        auto *button = named<QPushButton>(open.page, u"Add a second factor"_s);
        QString chosen;
        QTimer::singleShot(50ms, button->menu(), [menu = button->menu(), &chosen] {
            if (menu->activeAction())
                chosen = menu->activeAction()->text();
            menu->close();
        });
        QTest::keyClick(open.page, Qt::Key_A, Qt::AltModifier);
        QTRY_COMPARE(chosen, u"Authenticator app"_s);
    }

    void escLeavesTheEnrolmentAndNothingIsAdded()
    {
        Open open;
        add(open.page, u"Authenticator app"_s);
        QTest::keyClick(named<QLineEdit>(open.page, u"Name of the authenticator"_s),
                        Qt::Key_Escape);
        settle();
        QVERIFY(!named<QLineEdit>(open.page, u"Name of the authenticator"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Add a second factor"_s)->hasFocus());
        QCOMPARE(open.stage.line(), QByteArray());
    }

    void codesAsTextsBecomeASecondFactor()
    {
        Open open;
        open.account.learn(reachable());
        settle();
        QVERIFY(add(open.page, u"Codes as texts"_s));
        QVERIFY(says(open.page, u"goes as a text to +14104350691"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Send the first code"_s)->hasFocus());
        QVERIFY(press(open.page, u"Send the first code"_s));
        QVERIFY(open.stage.asked().body.contains("smsCode"));
        open.stage.refuse(Error::of(Kind::Conflict, u"noTexts"_s));
        QVERIFY(says(open.page, u"This server sends no text messages"_s));
        QVERIFY(press(open.page, u"Send the first code"_s));
        open.stage.answer<api::EnrolCodes>({.id = api::FactorId(u"f3"_s),
                                            .sent = {.to = u"+14104350691"_s,
                                                     .resendAt = open.stage.clock.now() + 60s,
                                                     .expiresAt = open.stage.clock.now() + 5min}});
        QVERIFY(says(open.page, u"was sent to +14104350691"_s));
        CodeField *code = nullptr;
        for (auto *field : open.page->findChildren<CodeField *>())
            code = field->isVisibleTo(open.page) ? field : code;
        QVERIFY(code && code->hasFocus());
        QTest::keyClicks(code, u"000000"_s);
        open.stage.refuse(Error::rejected(u"wrongCode"_s, u"code"_s));
        QVERIFY(says(open.page, u"This is not the code, or it is too old"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Cancel"_s)->isEnabled());
        QTest::keyClicks(code, u"123456"_s);
        // The server may have taken it: nobody leaves before that is known.
        QVERIFY(!named<QAbstractButton>(open.page, u"Cancel"_s)->isEnabled());
        QTest::keyClick(code, Qt::Key_Escape);
        settle();
        QVERIFY(code->isVisibleTo(open.page));
        open.stage.answer<api::ActivateFactor>(Stage::signedIn(u"lk-token-2"_s));
        api::Factors all{.factors = {factor(u"f3"_s, u"Codes as texts"_s)}};
        all.factors[0].kind = api::Factor::SmsCode;
        open.serve(all);
        open.stage.answer<api::MakeRecoveryCodes>({.codes = tenCodes()});
        all.recoveryCodes = api::RecoveryCodesLeft{.left = 10};
        open.serve(all);
        QVERIFY(press(open.page, u"I have saved them"_s));
        QVERIFY(press(open.page, u"Done"_s));
        QVERIFY(!add(open.page, u"Codes as texts"_s)); // one is enough
        QVERIFY(press(open.page, u"Remove Codes as texts"_s));
        QVERIFY(press(open.page, u"Remove codes as texts"_s));
        QCOMPARE(open.stage.line(), QByteArray("DELETE /v1/factors/f3"));
    }

    void codesByMailSayHowLittleTheyGuard()
    {
        Open open;
        open.account.learn(reachable());
        settle();
        QVERIFY(add(open.page, u"Codes by e-mail"_s));
        QVERIFY(says(open.page, u"Whoever reads your mail can also reset your password"_s));
        QVERIFY(says(open.page, u"An authenticator guards better."_s));
        QVERIFY(press(open.page, u"Cancel"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Add a second factor"_s)->hasFocus());
    }

    void whatIsNotVerifiedLeadsToProfile()
    {
        Open open;
        const QSignalSpy email(open.page, &SecurityPage::emailRequested);
        const QSignalSpy phone(open.page, &SecurityPage::phoneRequested);
        QVERIFY(add(open.page, u"Codes by e-mail"_s));
        QVERIFY(says(open.page, u"only to an e-mail address that is verified"_s));
        QVERIFY(press(open.page, u"Verify it in Profile"_s));
        QCOMPARE(email.size(), 1);
        open.account.learn(reachable()); // meanwhile
        settle();
        QVERIFY(named<QAbstractButton>(open.page, u"Send the first code"_s));
        QVERIFY(press(open.page, u"Cancel"_s));
        open.account.learn(Stage::user(u"Ada"_s, 3));
        settle();
        QVERIFY(add(open.page, u"Codes as texts"_s));
        QVERIFY(press(open.page, u"Add a phone in Profile"_s));
        QCOMPARE(phone.size(), 1);
        QCOMPARE(open.stage.line(), QByteArray());
    }

    void renamesInPlace()
    {
        Open open(one(10));
        QVERIFY(press(open.page, u"Rename Phone"_s));
        type(open.page, u"Name of the authenticator"_s, u"Old phone"_s);
        QVERIFY(press(open.page, u"Save the name"_s));
        open.stage.refuse(Error::rejected(u"tooLong"_s, u"name"_s));
        QVERIFY(says(open.page, u"This is too long"_s));
        QVERIFY(press(open.page, u"Save the name"_s));
        open.stage.answer<api::RenameFactor>(factor(u"f1"_s, u"Old phone"_s));
        QVERIFY(says(open.page, u"Old phone"_s));
        QVERIFY(!named<QLineEdit>(open.page, u"Name of the authenticator"_s));
    }

    void removingTheLastSaysWhatGoesWithIt()
    {
        Open open(one(10), {{.id = api::TrustedDeviceId(u"d1"_s), .address = u"192.0.2.1"_s}});
        QVERIFY(press(open.page, u"Remove Phone"_s));
        QVERIFY(says(open.page, u"The recovery codes and the trusted devices go with it"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Cancel"_s)->hasFocus());
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(press(open.page, u"Remove authenticator"_s));
        QCOMPARE(open.stage.line(), QByteArray("DELETE /v1/factors/f1"));
        open.stage.answer<api::RemoveFactor>({});
        open.serve({});
        QVERIFY(says(open.page, u"Only your password protects your account"_s));
        QVERIFY(!says(open.page, u"Recovery codes"_s));
        QCOMPARE(open.stage.toast.text(), u"The authenticator is removed."_s);
    }

    void fewCodesAreWarnedOfAndReplaced()
    {
        Open open(one(3));
        QVERIFY(says(open.page, u"Only 3 recovery code"_s));
        QVERIFY(press(open.page, u"Make new codes"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(press(open.page, u"Replace the codes"_s));
        open.stage.answer<api::MakeRecoveryCodes>({.codes = tenCodes()});
        open.serve(one(10));
        QVERIFY(says(open.page, u"ABCD0-EFGH0"_s));
        QVERIFY(press(open.page, u"Copy all"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"ABCD7-EFGH7"_s));
        QVERIFY(press(open.page, u"I have saved them"_s));
        QVERIFY(press(open.page, u"Done"_s));
        QVERIFY(!says(open.page, u"Only 3"_s));
    }

    void fourCodesAreEnough()
    {
        Open open(one(4));
        QVERIFY(says(open.page, u"4 recovery code"_s));
        QVERIFY(!says(open.page, u"Make new ones soon"_s));
    }

    void whatBecameOfPaperIsTold()
    {
        Open open(one(3));
        const QTemporaryDir dir;
        open.stage.printing.path = dir.filePath(u"codes.pdf"_s);
        QVERIFY(press(open.page, u"Make new codes"_s));
        QVERIFY(press(open.page, u"Replace the codes"_s));
        open.stage.answer<api::MakeRecoveryCodes>({.codes = tenCodes()});
        open.serve(one(10));
        open.stage.printing.trouble = Error::of(Kind::Server, u"moduleMissing"_s);
        QVERIFY(press(open.page, u"Print…"_s));
        QVERIFY(says(open.page, u"A part of Latchkey is missing"_s));
        QVERIFY(says(open.page, u"ABCD0-EFGH0"_s));
        open.stage.printing.trouble.reset();
        QVERIFY(press(open.page, u"Print…"_s));
        QVERIFY(says(open.page, u"Only you can read it"_s));
        QVERIFY(QFileInfo(open.stage.printing.path).size() > 0);
    }

    void theFileOfCodesIsItsOwnersAlone_data()
    {
        QTest::addColumn<bool>("isPrinted");
        QTest::newRow("saved") << false;
        QTest::newRow("printed") << true;
    }

    void theFileOfCodesIsItsOwnersAlone()
    {
        QFETCH(const bool, isPrinted);
        QTemporaryDir dir;
        const codespaper::Heading heading{u"ada@example.com"_s, u"Demo"_s, u"today"_s};
        const auto keep = [&](const QString &path, const QList<Secret> &codes) {
            if (!isPrinted)
                return codespaper::save(path, heading, codes);
            QPdfWriter paper(path);
            return codespaper::print(paper, path, heading, codes);
        };
        const QString path = dir.filePath(u"codes.pdf"_s);
        QVERIFY(keep(path, tenCodes()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        if (isPrinted)
            QVERIFY(all.startsWith("%PDF"));
        else
            QVERIFY(all.contains("ada@example.com") && all.contains("ABCD5-EFGH5"));
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(file.permissions() & others));
        const auto refused = keep(dir.filePath(u"no/such/folder.pdf"_s), {});
        QCOMPARE(refused.error().code, u"unwritableFile"_s);
    }

    void aTrustedDeviceIsAskedAgain()
    {
        Open open(one(10), {{.id = api::TrustedDeviceId(u"d1"_s),
                             .device = {.label = u"Laptop"_s},
                             .address = u"192.0.2.1"_s}});
        QVERIFY(says(open.page, u"192.0.2.1"_s));
        QVERIFY(press(open.page, u"Stop trusting Laptop"_s));
        open.stage.answer<api::ForgetTrustedDevice>({});
        open.serve(one(10));
        QVERIFY(says(open.page, u"Every device is asked"_s));
    }

    void aKeyThatIsPressedTwiceTrustsOneDeviceLess()
    {
        Open open(one(10), {{.id = api::TrustedDeviceId(u"d1"_s), .device = {.label = u"Laptop"_s}},
                            {.id = api::TrustedDeviceId(u"d2"_s), .device = {.label = u"Desk"_s}}});
        named<QPushButton>(open.page, u"Stop trusting Laptop"_s)->setFocus();
        for (int time = 0; time < 2; ++time) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            settle();
        }
        open.stage.answer<api::ForgetTrustedDevice>({});
        QVERIFY(named<QPushButton>(open.page, u"Stop trusting Desk"_s)->isEnabled());
    }

    void whatFailsIsToldAndTriedAgain()
    {
        PageStage stage;
        account::Account &account = stage.open(stage.sample());
        auto *page = stage.show(new SecurityPage(securityParts(stage, account)));
        for (QByteArray next = stage.line(); !next.isEmpty(); next = stage.line()) {
            Error error = Error::of(Kind::Server, u"internal"_s);
            error.status = 500;
            if (next.endsWith("/server"))
                stage.answer<api::DescribeServer>({});
            else
                stage.refuse(error);
            if (stage.count() > 12)
                break;
            stage.alarm.advance(10s);
        }
        QVERIFY(says(page, u"The server failed at this"_s));
        QVERIFY(named<QLineEdit>(page, u"Current password"_s));
        QVERIFY(!says(page, u"Second factor"_s));
    }

    void offlineNothingCanBeChangedAndWhatIsKnownStays()
    {
        Open open(one(5));
        open.account.lost(Error::of(Kind::Network, u"offline"_s));
        settle();
        QVERIFY(says(open.page, u"Phone"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Remove Phone"_s)->isEnabled());
        QVERIFY(!named<QAbstractButton>(open.page, u"Make new codes"_s)->isEnabled());
    }

    void changesThePasswordInPlace()
    {
        Open open;
        type(open.page, u"Current password"_s, u"old one"_s);
        type(open.page, u"New password"_s, u"password"_s);
        QVERIFY(press(open.page, u"Change password"_s));
        QVERIFY(says(open.page, u"too easy to guess"_s));
        type(open.page, u"New password"_s, u"violet teapot 42 harbour"_s);
        QVERIFY(press(open.page, u"Keep other devices signed in"_s));
        QVERIFY(press(open.page, u"Change password"_s));
        Error wrong = Error::rejected(u"wrongPassword"_s, u"current"_s);
        wrong.status = 422;
        open.stage.refuse(wrong);
        QVERIFY(says(open.page, u"This is not the password"_s));
        QVERIFY(!named<QLineEdit>(open.page, u"New password"_s)->text().isEmpty());
        const QSignalSpy changed(open.page, &SecurityPage::passwordChanged);
        QVERIFY(press(open.page, u"Change password"_s));
        QVERIFY(open.stage.asked().body.contains("\"keepOthers\":true"));
        QVERIFY(changed.isEmpty());
        open.stage.answer<api::ChangePassword>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(open.stage.toast.text(), u"Your password is changed."_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(named<QLineEdit>(open.page, u"New password"_s)->text().isEmpty());
    }

    void saysWhatBecomesOfOtherDevices()
    {
        Open open;
        type(open.page, u"Current password"_s, u"old one"_s);
        type(open.page, u"New password"_s, u"violet teapot 42 harbour"_s);
        QVERIFY(press(open.page, u"Change password"_s));
        open.stage.answer<api::ChangePassword>(Stage::signedIn(u"lk-token-2"_s));
        QVERIFY(open.stage.toast.text().contains(u"Other devices were signed out"_s));
    }

    void saysNothingOfOtherDevicesWhereTheServerDoesNot()
    {
        PageStage stage;
        account::Account &account = enterBy(stage, u"temporal"_s);
        const auto tell = [&stage](const QByteArray &words) {
            say(stage, 200, "{\"code\":200,\"response\":\"" + words + "\"}");
        };
        tell("ada");
        const QWidget *page = stage.show(new SecurityPage(securityParts(stage, account)));
        while (stage.line() == "GET /v2/systems/check")
            tell("systems online");
        QVERIFY(!named<QAbstractButton>(page, u"Keep other devices signed in"_s));
        type(page, u"Current password"_s, u"old one"_s);
        type(page, u"New password"_s, u"violet teapot 42 harbour"_s);
        QVERIFY(press(page, u"Change password"_s));
        QCOMPARE(stage.line(), QByteArray("POST /v2/account/password/change"));
        tell("password changed");
        QCOMPARE(stage.toast.text(), u"Your password is changed."_s);
        QCOMPARE(account.credential()->reveal(), foreignToken());
    }

    void whatAssistiveTechnologyTypesIsAnEdit()
    {
        Open open;
        named<QLineEdit>(open.page, u"Current password"_s)->setText(u"old one"_s);
        named<QLineEdit>(open.page, u"New password"_s)->setText(u"violet teapot 42 harbour"_s);
        QVERIFY(named<QAbstractButton>(open.page, u"Change password"_s)->isEnabled());
    }
};

LATCHKEY_TEST(SecurityTest)
#include "tst_security.moc"
