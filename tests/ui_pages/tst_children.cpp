#include "organisationstage.h"
#include "support/testrunner.h"

#include <QCheckBox>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using Kind = Error::Kind;
using Open = OpenOrganisation;

/// What accounts that were made for others take from whoever made them, and show them.
class ChildrenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChildTakesWhatItsParentSays()
    {
        Open open({child()});
        QVERIFY(says(open.page, u"Takes nothing from you"_s));
        QVERIFY(press(open.page, Open::inheritanceOfBob));
        QCOMPARE(QApplication::focusWidget(),
                 named<QCheckBox>(open.page, u"Financial accounts elsewhere"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        QVERIFY(press(open.page, u"Payout settings"_s));
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.line(), QByteArray("PATCH /v1/organisation/accounts/u2"));
        const QByteArray body = open.stage.asked().body;
        QVERIFY(body.contains("\"payoutSettings\":\"parent\"") &&
                body.contains("\"mainAccount\":\"none\""));
        QVERIFY(!named<QAbstractButton>(open.page, u"Save"_s)->isEnabled());
        QVERIFY(!named<QAbstractButton>(open.page, u"Payout settings"_s)->isEnabled());
        api::ChildAccount taking = child();
        taking.inheritance.payoutSettings = api::Inherited::Parent;
        open.stage.answer<api::SetInheritance>(taking);
        QVERIFY(says(open.page, u"Takes from you: Payout settings"_s));
        QCOMPARE(open.stage.toast.text(), u"Saved."_s);
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(QApplication::focusWidget(),
                 named<QAbstractButton>(open.page, Open::inheritanceOfBob));
        press(open.page, Open::inheritanceOfBob);
        QVERIFY(named<QCheckBox>(open.page, u"Payout settings"_s)->isChecked());
    }

    void whatAChildTakesAlreadyIsNotSent()
    {
        Open open({child()});
        press(open.page, Open::inheritanceOfBob);
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(!open.page->hasUnsavedChanges());
        press(open.page, Open::inheritanceOfBob);
        press(open.page, u"Main account"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(QApplication::focusWidget(),
                 named<QAbstractButton>(open.page, Open::inheritanceOfBob));
        press(open.page, Open::inheritanceOfBob);
        QVERIFY(!named<QCheckBox>(open.page, u"Main account"_s)->isChecked());
    }

    void whatIsSetElsewhereMeanwhileIsNotUndone()
    {
        Open open({child()});
        press(open.page, Open::inheritanceOfBob);
        press(open.page, u"Main account"_s);
        api::ChildAccount changed = child();
        changed.inheritance.payoutSettings = api::Inherited::Parent;
        open.page->refresh();
        open.answer({changed}, {});
        open.stage.answer<api::ListAuthorizations>({});
        QVERIFY(named<QCheckBox>(open.page, u"Main account"_s)->isChecked());
        QVERIFY(named<QCheckBox>(open.page, u"Payout settings"_s)->isChecked());
        QVERIFY(press(open.page, u"Save"_s));
        const QByteArray body = open.stage.asked().body;
        QVERIFY(body.contains("\"payoutSettings\":\"parent\"") &&
                body.contains("\"mainAccount\":\"parent\""));
    }

    void whatAChildCanNotTakeIsToldWhereItWasTicked()
    {
        Open open({child()});
        QVERIFY(open.tick(u"Funding source"_s));
        open.stage.refuse(Error::of(Kind::Server, u"internal"_s));
        QVERIFY(says(open.page, u"The server failed at this."_s));
        QVERIFY(named<QCheckBox>(open.page, u"Funding source"_s)->isChecked());
        QVERIFY(open.page->hasUnsavedChanges());
        QVERIFY(press(open.page, u"Save"_s));
        open.stage.refuse(Error::of(Kind::NotFound, u"childUnknown"_s));
        QVERIFY(says(open.page, u"it has left you"_s));
        open.answer({}, {});
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void whatAChildTakesIsSetWithoutThePage()
    {
        Open open({child()});
        QVERIFY(open.tick(u"Funding source"_s));
        delete open.page;
        open.stage.answer<api::SetInheritance>(child());
        QCOMPARE(open.stage.toast.text(), u"Saved."_s);
    }

    void looksWhereAChildIsSignedIn()
    {
        Open open({child(), child(u"u3"_s, u"Eve"_s)}, {}, {sessionsOfBob()});
        QVERIFY(!named<QAbstractButton>(open.page, u"Look where Eve is signed in"_s));
        QVERIFY(press(open.page, Open::whereBobIs));
        QCOMPARE(open.stage.line(), QByteArray("GET /v1/accounts/u2/sessions"));
        open.stage.answer<api::ListAccountSessions>(
            {.sessions = {open.stage.device(u"b1"_s, u"Desk of Bob"_s)}});
        QVERIFY(says(open.page, u"Desk of Bob"_s));
        QVERIFY(says(open.page, u"Last active:"_s));
        QVERIFY(press(open.page, u"Close where Bob is signed in"_s));
        QVERIFY(!says(open.page, u"Desk of Bob"_s));
        QVERIFY(press(open.page, Open::whereBobIs)); // asks anew
        open.stage.answer<api::ListAccountSessions>({});
        QVERIFY(says(open.page, u"They are signed in nowhere."_s));
        press(open.page, u"Close where Bob is signed in"_s);
        press(open.page, Open::whereBobIs);
        open.stage.refuse(Error::of(Kind::Forbidden, u"notAuthorized"_s));
        QVERIFY(says(open.page, u"Its owner doesn't let you do that."_s));
    }

    void whatAChildNoLongerShowsIsGone()
    {
        Open open({child()}, {}, {sessionsOfBob()});
        press(open.page, Open::whereBobIs);
        open.stage.answer<api::ListAccountSessions>(
            {.sessions = {open.stage.device(u"b1"_s, u"Desk of Bob"_s)}});
        open.stage.happen(
            {.id = api::EventId(u"e1"_s), .kind = api::EventKind::AuthorizationsChanged});
        open.stage.answer<api::ListAuthorizations>({});
        QVERIFY(!says(open.page, u"Desk of Bob"_s));
        QVERIFY(!named<QAbstractButton>(open.page, Open::whereBobIs));
    }

    void whoLetsInIsAskedAgainWhereThatFailed()
    {
        Open open({child()});
        open.page->refresh();
        open.answer({child()}, {});
        open.stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(says(open.page, u"bob@example.com"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Try again"_s)); // the page is whole
        QVERIFY(!named<QAbstractButton>(open.page, Open::whereBobIs));
        open.page->refresh();
        open.answer({child()}, {});
        open.stage.answer<api::ListAuthorizations>({.authorizations = {sessionsOfBob()}});
        QVERIFY(named<QAbstractButton>(open.page, Open::whereBobIs));
    }
};

LATCHKEY_TEST(ChildrenTest)
#include "tst_children.moc"
