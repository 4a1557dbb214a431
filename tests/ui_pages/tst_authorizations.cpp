#include "authorizationstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;
using api::AccessAction;
using api::AccessScope;
using Open = OpenAuthorizations;

namespace {

const QString receiverLine = u"Account ID of whoever you let in"_s;
const QString changeGrace = u"Change what Grace may do: See your profile"_s;
const QString takeBack = u"Take back what Grace may do: See your profile"_s;
const QString giveBack = u"Give back what Mary lets you do: See their profile"_s;

} // namespace

/// Who may do what in whose account.
class AuthorizationsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIsForWhereThereIsNone()
    {
        Open open;
        QVERIFY(says(open.page, u"Nobody is let in"_s));
        QVERIFY(says(open.page, u"without your password"_s));
        QVERIFY(!says(open.page, u"Accounts that let you in"_s));
        QVERIFY(says(open.page, u"needs the ID of yours"_s));
        QVERIFY(says(open.page, u"u1"_s));
    }

    void nobodyIsSeenOnceTheSessionIsOver()
    {
        Open open({toGrace(), fromMary()});
        open.account.close(account::AccountState::Reason::EndedByOther);
        settle();
        QVERIFY(!says(open.page, u"Grace"_s));
        QVERIFY(!says(open.page, u"Mary"_s));
        QVERIFY(says(open.page, u"You are signed out"_s));
    }

    void eachSideSaysThatItHasNone()
    {
        Open given({toGrace()});
        QVERIFY(says(given.page, u"You let Grace in"_s));
        QVERIFY(says(given.page, u"See your profile"_s));
        QVERIFY(says(given.page, u"Nobody lets you into their account."_s));
        Open received({fromMary(AccessAction::Write)});
        QVERIFY(says(received.page, u"Mary lets you in"_s));
        QVERIFY(says(received.page, u"See and change their profile"_s));
        QVERIFY(says(received.page, u"You let nobody into your account."_s));
    }

    void whatThisProgramDoesNotKnowIsShown()
    {
        Open open;
        open.page->refresh();
        HttpReply newer = open.stage.wire.translation<api::ListAuthorizations>()->writeReply(
            {.authorizations = {toGrace()}}, {});
        newer.body.replace(R"("profile")", R"("wallet")").replace(R"("read")", R"("spend")");
        open.stage.give(newer);
        QVERIFY(says(open.page, u"Something that this Latchkey does not know"_s));
        QVERIFY(press(open.page,
                      u"Change what Grace may do: Something that this Latchkey does not know"_s));
        QVERIFY(press(open.page, u"Save"_s)); // with nothing chosen
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void eachChoiceIsExplained()
    {
        Open open;
        press(open.page, u"Let somebody in"_s);
        QVERIFY(says(open.page, u"They see your name, e-mail address, phone and language."_s));
        open.chooseAccess(1);
        QVERIFY(says(open.page, u"can change your name and language"_s));
        open.chooseAccess(2);
        QVERIFY(says(open.page, u"They can end none of them."_s));
    }

    void letsSomebodyIn()
    {
        Open open;
        QVERIFY(press(open.page, u"Let somebody in"_s));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(open.page, receiverLine));
        QVERIFY(press(open.page, u"Give access"_s));
        QVERIFY(says(open.page, u"Please fill this in."_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(type(open.page, receiverLine, u" u2 "_s));
        QVERIFY(!says(open.page, u"Please fill this in."_s));
        QVERIFY(open.page->hasUnsavedChanges());
        open.chooseAccess(2);
        QVERIFY(press(open.page, u"Give access"_s));
        QCOMPARE(open.stage.line(), QByteArray("POST /v1/authorizations"));
        const QByteArray body = open.stage.asked().body;
        QVERIFY(body.contains("\"receiver\":\"u2\"") && body.contains("\"sessions\"") &&
                body.contains("\"read\""));
        open.stage.answer<api::CreateAuthorization>(toGrace(AccessScope::Sessions));
        QVERIFY(says(open.page, u"You let Grace in"_s));
        QVERIFY(says(open.page, u"See where you are signed in"_s));
        QVERIFY(!named<QLineEdit>(open.page, receiverLine));
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(open.stage.toast.text(), u"You let Grace in now."_s);
    }

    void theFormIsEmptyEachTime()
    {
        Open open({fromMary()});
        press(open.page, u"Let somebody in"_s);
        type(open.page, receiverLine, u"u2"_s);
        open.chooseAccess(2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        settle();
        QVERIFY(!named<QLineEdit>(open.page, receiverLine));
        QCOMPARE(QApplication::focusWidget(),
                 named<QAbstractButton>(open.page, u"Let somebody in"_s));
        press(open.page, u"Let somebody in"_s);
        QCOMPARE(named<QLineEdit>(open.page, receiverLine)->text(), QString());
        QVERIFY(says(open.page, u"They see your name, e-mail address, phone and language."_s));
    }

    void whatIsRefusedIsToldBesideWhomItIsFor_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown") << int(Kind::NotFound) << u"userUnknown"_s
                                 << u"There is no such account"_s;
        QTest::newRow("second") << int(Kind::Conflict) << u"authorizationExists"_s
                                << u"You let this person into that part already"_s;
        QTest::newRow("self") << int(Kind::Rejected) << u"authorizationToSelf"_s
                              << u"Your own account is open to you anyway"_s;
        QTest::newRow("too many") << int(Kind::Conflict) << u"tooManyAuthorizations"_s
                                  << u"as many authorizations as an account can give"_s;
    }

    void whatIsRefusedIsToldBesideWhomItIsFor()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, code);
        QFETCH(const QString, words);
        Open open;
        press(open.page, u"Let somebody in"_s);
        type(open.page, receiverLine, u"u2"_s);
        press(open.page, u"Give access"_s);
        open.stage.refuse(Error::of(static_cast<Kind>(kind), code));
        QVERIFY(says(open.page, words));
        auto *line = named<QLineEdit>(open.page, receiverLine);
        QCOMPARE(line->text(), u"u2"_s);
        QCOMPARE(line->accessibleDescription().contains(words), code != "tooManyAuthorizations"_L1);
    }

    void whoDoesNotProveItIsToldNothing()
    {
        Open open;
        press(open.page, u"Let somebody in"_s);
        type(open.page, receiverLine, u"u2"_s);
        press(open.page, u"Give access"_s);
        Error needed = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        needed.requiredLevel = u"password"_s;
        open.stage.refuse(needed);
        QVERIFY(open.account.isProofNeeded());
        QVERIFY(!named<QAbstractButton>(open.page, u"Give access"_s)->isEnabled());
        open.account.declineProof();
        settle();
        QCOMPARE(named<QLineEdit>(open.page, receiverLine)->text(), u"u2"_s);
        QVERIFY(named<QAbstractButton>(open.page, u"Give access"_s)->isEnabled());
    }

    void changesOne()
    {
        Open open({toGrace()});
        QVERIFY(press(open.page, changeGrace));
        QVERIFY(open.page->hasUnsavedChanges());
        QVERIFY(!named<QLineEdit>(open.page, receiverLine));
        open.chooseAccess(1);
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.line(), QByteArray("PATCH /v1/authorizations/a1"));
        QVERIFY(open.stage.asked().body.contains("\"write\""));
        QVERIFY(!open.stage.asked().body.contains("\"profile\""));
        open.stage.answer<api::UpdateAuthorization>(
            toGrace(AccessScope::Profile, AccessAction::Write));
        QVERIFY(says(open.page, u"See and change your profile"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(open.stage.toast.text(), u"Saved."_s);
    }

    void aRefusedChangeIsToldInPlace()
    {
        Open open({toGrace(AccessScope::Sessions), toGrace()});
        QVERIFY(press(open.page, changeGrace));
        open.chooseAccess(2);
        QVERIFY(press(open.page, u"Save"_s));
        QVERIFY(open.stage.asked().body.contains("\"sessions\""));
        open.stage.refuse(Error::of(Kind::Conflict, u"authorizationExists"_s));
        QVERIFY(says(open.page, u"You let this person into that part already"_s));
        QVERIFY(open.page->hasUnsavedChanges());
    }

    void whatStaysIsNotSent()
    {
        Open open({toGrace()});
        press(open.page, changeGrace);
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void asksBeforeItTakesOneBack()
    {
        Open open({toGrace(), fromMary()});
        QVERIFY(press(open.page, takeBack));
        QVERIFY(says(open.page, u"From now on Grace can no longer do that."_s));
        QCOMPARE(QApplication::focusWidget(), named<QAbstractButton>(open.page, u"Cancel"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!says(open.page, u"From now on Grace"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(press(open.page, takeBack));
        QVERIFY(press(open.page, u"Take it back"_s));
        QCOMPARE(open.stage.line(), QByteArray("DELETE /v1/authorizations/a1"));
        QVERIFY(!named<QAbstractButton>(open.page, takeBack)->isEnabled());
        open.stage.answer<api::RevokeAuthorization>(toGrace());
        QVERIFY(!says(open.page, u"You let Grace in"_s));
        QVERIFY(says(open.page, u"You let nobody into your account."_s));
        QCOMPARE(open.stage.toast.text(), u"Grace can no longer do that."_s);
    }

    void oneThatWasReceivedCanBeGivenBackAlone()
    {
        Open open({fromMary()});
        QVERIFY(
            !named<QAbstractButton>(open.page, u"Change what Mary may do: See their profile"_s));
        QVERIFY(press(open.page, giveBack));
        QVERIFY(says(open.page, u"Only Mary can let you in again."_s));
        QVERIFY(press(open.page, u"Give it back"_s));
        open.stage.refuse(Error::of(Kind::Server, u"internal"_s));
        open.answer({fromMary()});
        QVERIFY(press(open.page, giveBack));
        QVERIFY(press(open.page, u"Give it back"_s));
        open.stage.answer<api::RevokeAuthorization>(fromMary());
        QVERIFY(says(open.page, u"Nobody is let in"_s));
        QCOMPARE(open.stage.toast.text(), u"Mary no longer lets you do that."_s);
    }

    void whatHappensElsewhereIsShown()
    {
        Open open({toGrace()});
        open.stage.happen(
            {.id = api::EventId(u"e1"_s), .kind = api::EventKind::AuthorizationsChanged});
        open.answer({fromMary()});
        QVERIFY(!says(open.page, u"You let Grace in"_s));
        QVERIFY(says(open.page, u"Mary lets you in"_s));
    }

    void aFailedLoadIsToldAndTriedAgain()
    {
        PageStage stage;
        account::Account &account = stage.open(stage.sample());
        auto *page = stage.show(new AuthorizationsPage(
            account, *stage.accounts.authorizations(account.id()), stage.clock, stage.toast));
        QTRY_VERIFY(says(page, u"Loading who may look in…"_s));
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(says(page, u"Who may look in could not be loaded"_s));
        QVERIFY(press(page, u"Try again"_s));
        stage.answer<api::ListAuthorizations>({.authorizations = {toGrace()}});
        QVERIFY(says(page, u"You let Grace in"_s));
    }

    void offlineNothingCanBeDone()
    {
        Open open({toGrace(), fromMary()});
        open.account.lost(Error::of(Kind::Network, u"offline"_s));
        settle();
        QVERIFY(says(open.page, u"You let Grace in"_s));
        for (const QString &act : {u"Let somebody in"_s, changeGrace, takeBack, giveBack})
            QVERIFY(!named<QAbstractButton>(open.page, act)->isEnabled());
    }

    /// What was begun goes on when the page is gone.
    void takingBackGoesOnWithoutThePage()
    {
        Open open({toGrace()});
        press(open.page, takeBack);
        press(open.page, u"Take it back"_s);
        delete open.page;
        open.stage.answer<api::RevokeAuthorization>(toGrace());
        QCOMPARE(open.stage.toast.text(), u"Grace can no longer do that."_s);
    }
};

LATCHKEY_TEST(AuthorizationsPageTest)
#include "tst_authorizations.moc"
