#include "account/account.h"
#include "kit/codefield.h"
#include "pagestage.h"
#include "profile/profilepage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

namespace {

struct Open
{
    explicit Open(const api::User &me = Stage::user())
        : account(stage.open(stage.sample()))
        , page(stage.show(new ProfilePage(account, stage.clock, stage.toast)))
    {
        stage.serve(stage.sample(), me);
    }

    api::CodeSent sent(const QString &to) const
    {
        return {
            .to = to, .resendAt = stage.clock.now() + 60s, .expiresAt = stage.clock.now() + 5min};
    }
    CodeField *code() const
    {
        for (auto *field : page->findChildren<CodeField *>()) {
            if (field->isVisibleTo(page))
                return field;
        }
        return nullptr;
    }

    PageStage stage;
    account::Account &account;
    ProfilePage *page;
};

api::User with(const QString &phone, const QString &email = u"ada@example.com"_s)
{
    api::User user = Stage::user(u"Ada"_s, 2);
    user.email = email;
    user.emailVerified = true;
    if (!phone.isEmpty())
        user.phone = phone;
    return user;
}

Error refused(Kind kind, const QString &code, const QString &field = {})
{
    Error error = Error::of(kind, code);
    error.field = field;
    return error;
}

} // namespace

/// The e-mail address and the phone: verified, changed, removed, all in the page.
class ContactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAddressIsVerifiedInPlace()
    {
        Open open;
        QVERIFY(says(open.page, u"Not verified yet"_s));
        QVERIFY(press(open.page, u"Verify the e-mail address"_s));
        QCOMPARE(open.stage.line(), QByteArray("POST /v1/me/email/code"));
        open.stage.answer<api::StartEmailVerification>(open.sent(u"ada@example.com"_s));
        QVERIFY(says(open.page, u"was sent to ada@example.com"_s));
        QVERIFY(says(open.page, u"works for 5 minute"_s));
        QVERIFY(open.code()->hasFocus());
        QVERIFY(!named<QAbstractButton>(open.page, u"Send another code"_s)->isEnabled());
        QTest::keyClicks(open.code(), u"000000"_s);
        open.stage.refuse(refused(Kind::Rejected, u"wrongCode"_s, u"code"_s));
        QVERIFY(says(open.page, u"This is not the code, or it is too old"_s));
        QVERIFY(open.code()->hasFocus());
        QTest::keyClicks(open.code(), u"111111"_s);
        open.stage.refuse(refused(Kind::Conflict, u"emailTaken"_s));
        QVERIFY(!says(open.page, u"This is not the code"_s));
        QVERIFY(says(open.page, u"This address belongs to an account already"_s));
        open.stage.clock.advance(60s);
        QTRY_VERIFY(named<QAbstractButton>(open.page, u"Send another code"_s)->isEnabled());
        open.stage.clock.advance(4min);
        QTRY_VERIFY(says(open.page, u"The code for ada@example.com works no longer"_s));
        QVERIFY(press(open.page, u"Send another code"_s));
        QCOMPARE(open.code()->text(), QString());
        open.stage.answer<api::StartEmailVerification>(open.sent(u"ada@example.com"_s));
        QTest::keyClicks(open.code(), u"123456"_s);
        QVERIFY(!named<QAbstractButton>(open.page, u"Cancel"_s)->isEnabled());
        QTest::keyClick(open.code(), Qt::Key_Escape);
        QVERIFY(open.code());
        open.stage.answer<api::FinishEmailVerification>(with({}));
        QVERIFY(!open.code());
        QVERIFY(says(open.page, u"Verified: mail to this address"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Verify the e-mail address"_s));
        QCOMPARE(open.stage.toast.text(), u"Your e-mail address is verified."_s);
    }

    void theNextIsNotTakenForTheOneBefore()
    {
        Open open;
        QVERIFY(press(open.page, u"Verify the e-mail address"_s));
        open.stage.answer<api::StartEmailVerification>(open.sent(u"ada@example.com"_s));
        QTest::keyClicks(open.code(), u"123456"_s);
        open.stage.answer<api::FinishEmailVerification>(with({}));
        open.stage.toast.hide();
        QVERIFY(press(open.page, u"Change the e-mail address"_s));
        QVERIFY(named<QLineEdit>(open.page, u"New e-mail address"_s)->hasFocus());
        QVERIFY(open.stage.toast.isHidden());
    }

    void whereNoMailGoesOutThatIsSaid()
    {
        Open open;
        QVERIFY(press(open.page, u"Verify the e-mail address"_s));
        open.stage.refuse(refused(Kind::Conflict, u"noMail"_s));
        QVERIFY(says(open.page, u"This server sends no mail"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!says(open.page, u"This server sends no mail"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Verify the e-mail address"_s)->hasFocus());
    }

    void theAddressIsChangedAndTheOldOneIsTold()
    {
        Open open(with({}));
        QVERIFY(press(open.page, u"Change the e-mail address"_s));
        QVERIFY(says(open.page, u"ada@example.com gets a mail with which the change"_s));
        QVERIFY(type(open.page, u"New e-mail address"_s, u"not an address"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        QVERIFY(press(open.page, u"Send the code"_s));
        open.stage.refuse(refused(Kind::Rejected, u"emailInvalid"_s, u"email"_s));
        QVERIFY(says(open.page, u"This is not an e-mail address"_s));
        QCOMPARE(named<QLineEdit>(open.page, u"New e-mail address"_s)->text(), u"not an address"_s);
        type(open.page, u"New e-mail address"_s, u"new@example.com"_s);
        QVERIFY(press(open.page, u"Send the code"_s));
        Error proof = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        proof.requiredLevel = u"password"_s;
        open.stage.refuse(proof);
        QVERIFY(open.account.isProofNeeded());
        open.account.prove(Secret(u"password"_s));
        open.stage.answer<api::ProveWithPassword>(Stage::signedIn(u"lk-token-2"_s));
        QVERIFY(open.stage.asked().body.contains("new@example.com"));
        open.stage.answer<api::StartEmailChange>(open.sent(u"new@example.com"_s));
        QTest::keyClicks(open.code(), u"123456"_s);
        open.stage.answer<api::FinishEmailChange>(with({}, u"new@example.com"_s));
        QVERIFY(says(open.page, u"new@example.com"_s));
        QVERIFY(open.stage.toast.text().contains(u"ada@example.com got a mail with a way back"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void waitingForAnotherCodeIsCountedDown()
    {
        Open open(with({}));
        press(open.page, u"Change the e-mail address"_s);
        type(open.page, u"New e-mail address"_s, u"new@example.com"_s);
        press(open.page, u"Send the code"_s);
        Error soon = Error::of(Kind::RateLimited, u"codeTooSoon"_s);
        soon.retryAfter = 40s;
        open.stage.refuse(soon);
        QVERIFY(says(open.page, u"in 40 second"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Send the code"_s)->isEnabled());
        open.stage.clock.advance(40s);
        QTRY_VERIFY(named<QAbstractButton>(open.page, u"Send the code"_s)->isEnabled());
        QVERIFY(!says(open.page, u"0 second"_s)); // nor any other number of them
        QCOMPARE(named<QLineEdit>(open.page, u"New e-mail address"_s)->text(),
                 u"new@example.com"_s);
    }

    void whatHasJustLeftIsTypedAtOnce()
    {
        Open open;
        QVERIFY(press(open.page, u"Verify the e-mail address"_s));
        Error soon = Error::of(Kind::RateLimited, u"codeTooSoon"_s);
        soon.retryAfter = 40s;
        open.stage.refuse(soon);
        QVERIFY(open.code() && open.code()->hasFocus());
        QVERIFY(says(open.page, u"was sent to ada@example.com"_s));
        QVERIFY(says(open.page, u"Another code can be sent in 40 second"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Send another code"_s)->isEnabled());
        QTest::keyClicks(open.code(), u"123456"_s);
        open.stage.answer<api::FinishEmailVerification>(with({}));
        QVERIFY(says(open.page, u"Verified: mail to this address"_s));
    }

    void whatAnotherProgramAskedForIsTypedHere()
    {
        Open open(with({}));
        press(open.page, u"Change the e-mail address"_s);
        QVERIFY(press(open.page, u"I already have a code"_s));
        QVERIFY(open.code() && open.code()->hasFocus());
        QVERIFY(says(open.page, u"Type the code that was sent to you."_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Send another code"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"I already have a code"_s));
        QTest::keyClicks(open.code(), u"123456"_s);
        QCOMPARE(open.stage.line(), QByteArray("PUT /v1/me/email"));
        open.stage.answer<api::FinishEmailChange>(with({}, u"new@example.com"_s));
        QVERIFY(says(open.page, u"new@example.com"_s));
        QVERIFY(open.stage.toast.text().contains(u"ada@example.com got a mail with a way back"_s));
    }

    void aPhoneIsAddedHoweverItIsWritten()
    {
        Open open;
        QVERIFY(says(open.page, u"No phone"_s));
        QVERIFY(press(open.page, u"Add a phone"_s));
        QVERIFY(named<QLineEdit>(open.page, u"Phone number"_s)->hasFocus());
        QVERIFY(press(open.page, u"Send the code"_s));
        QVERIFY(says(open.page, u"Please fill this in"_s));
        type(open.page, u"Phone number"_s, u"435-0691"_s);
        press(open.page, u"Send the code"_s);
        open.stage.refuse(refused(Kind::Rejected, u"phoneNeedsCountry"_s, u"phone"_s));
        QVERIFY(says(open.page, u"the code of its country"_s));
        type(open.page, u"Phone number"_s, u"(410) 435-0691 x609"_s);
        QVERIFY(!says(open.page, u"the code of its country"_s));
        press(open.page, u"Send the code"_s);
        QVERIFY(open.stage.asked().body.contains("(410) 435-0691 x609"));
        open.stage.answer<api::StartPhoneVerification>(open.sent(u"+14104350691"_s));
        QVERIFY(says(open.page, u"was sent to +14104350691"_s));
        QTest::keyClicks(open.code(), u"123456"_s);
        open.stage.answer<api::FinishPhoneVerification>(with(u"+14104350691"_s));
        QVERIFY(says(open.page, u"texts to this number reach you"_s));
        QCOMPARE(open.stage.toast.text(), u"Texts to +14104350691 reach you."_s);
        QVERIFY(named<QAbstractButton>(open.page, u"Change the phone"_s)->hasFocus());
    }

    void whoWantsAPhoneCanTypeItAtOnce()
    {
        PageStage stage;
        account::Account &account = stage.open(stage.sample());
        auto *page = stage.show(new ProfilePage(account, stage.clock, stage.toast));
        page->showPhone(); // before anything was answered
        stage.serve(stage.sample(), Stage::user());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Phone number"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"+44"_s);
        page->showPhone();
        QCOMPARE(named<QLineEdit>(page, u"Phone number"_s)->text(), u"+44"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Add a phone"_s);

        account.learn(with(u"+14104350691"_s));
        page->showPhone();
        QVERIFY(!named<QLineEdit>(page, u"Phone number"_s));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Change the phone"_s);
    }

    void whatHasTheFocusIsInSight()
    {
        PageStage stage;
        stage.window.resize(420, 300);
        account::Account &account = stage.open(stage.sample());
        auto *page = stage.show(new ProfilePage(account, stage.clock, stage.toast));
        page->showPhone();
        stage.serve(stage.sample(), Stage::user());
        auto *line = named<QLineEdit>(page, u"Phone number"_s);
        QTRY_COMPARE(line->visibleRegion().boundingRect().height(), line->height());
    }

    void aPhoneIsRemovedOnlyAfterAQuestion()
    {
        Open open(with(u"+14104350691"_s));
        QVERIFY(press(open.page, u"Remove the phone"_s));
        QVERIFY(says(open.page, u"Codes can then no longer come to +14104350691"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Cancel"_s)->hasFocus());
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(press(open.page, u"Remove phone"_s));
        QCOMPARE(open.stage.line(), QByteArray("DELETE /v1/me/phone"));
        open.stage.answer<api::RemovePhone>(with({}));
        QVERIFY(says(open.page, u"No phone"_s));
        QCOMPARE(open.stage.toast.text(), u"The phone is removed."_s);
    }

    void aPhoneInUseLeadsToWhereItIsUsed()
    {
        Open open(with(u"+14104350691"_s));
        press(open.page, u"Remove the phone"_s);
        press(open.page, u"Remove phone"_s);
        open.stage.refuse(refused(Kind::Conflict, u"phoneInUse"_s));
        QVERIFY(says(open.page, u"Remove that in Security first"_s));
        const QSignalSpy asked(open.page, &ProfilePage::securityRequested);
        QVERIFY(press(open.page, u"Open Security"_s));
        QCOMPARE(asked.size(), 1);
    }

    void escLeavesAndNothingIsChanged()
    {
        Open open(with({}));
        press(open.page, u"Add a phone"_s);
        QTest::keyClicks(named<QLineEdit>(open.page, u"Phone number"_s), u"12"_s);
        QTest::keyClick(named<QLineEdit>(open.page, u"Phone number"_s), Qt::Key_Escape);
        QVERIFY(!named<QLineEdit>(open.page, u"Phone number"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Add a phone"_s)->hasFocus());
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(open.stage.line(), QByteArray());
    }

    void whatIsTypedOutlivesBeingOffline()
    {
        Open open(with({}));
        press(open.page, u"Add a phone"_s);
        type(open.page, u"Phone number"_s, u"+49 30 1234567"_s);
        open.account.lost(refused(Kind::Network, u"offline"_s));
        settle();
        QCOMPARE(named<QLineEdit>(open.page, u"Phone number"_s)->text(), u"+49 30 1234567"_s);
        QVERIFY(!named<QAbstractButton>(open.page, u"Send the code"_s)->isEnabled());
        QVERIFY(open.page->hasUnsavedChanges());
    }
};

LATCHKEY_TEST(ContactsTest)
#include "tst_contacts.moc"
