#include "account/actingonbehalf.h"
#include "kit/toast.h"
#include "shell/barstack.h"
#include "shell/profiledesk.h"
#include "shell/profileswitcher.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

/// The window of an administrator, in which Grace's account is open.
struct Acting
{
    Acting()
        : own(at.stage.signIn().id())
        , window(at.window())
    {
        at.stage.accounts.acting().begin(own, u"grace@example.com"_s, u"Ticket 4711, as asked"_s);
        api::SignedIn begun{.token = Secret(u"lks_2"_s),
                            .user = Stage::user(u"Grace"_s),
                            .session = Stage::session(u"s9"_s)};
        begun.user.id = api::UserId(u"u2"_s);
        at.stage.answer<api::SignInOnBehalf>(begun);
        there = window->currentProfile();
        QApplication::setActiveWindow(window.get()); // keys and focus are the active one's
    }

    QString words() const
    {
        const MessageBar *bar = window->bars().bar(u"acting"_s);
        return bar ? bar->text() : QString();
    }
    bool press(const QString &name) const
    {
        QPushButton *button = WindowStage::button(&window->bars(), name);
        if (!button)
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
        return true;
    }
    void pressKeys() const
    {
        QTest::keyClick(window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
    }

    WindowStage at;
    account::ProfileId own;
    std::unique_ptr<MainWindow> window;
    account::ProfileId there;
};

} // namespace

/// The window while an administrator acts for somebody else.
class ActingTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowGoesThereAndSaysForHowLong()
    {
        Acting acting;
        QVERIFY(!acting.there.isEmpty() && acting.there != acting.own);
        QVERIFY(acting.words().contains(u"Grace"_s));
        QVERIFY(acting.words().contains(u"30 minute"_s));
        acting.at.stage.clock.advance(2min);
        QTRY_VERIFY(acting.words().contains(u"28 minute"_s));
        const auto *switcher = acting.window->findChild<ProfileSwitcher *>();
        QVERIFY(switcher->accessibleDescription().contains(u"on behalf"_s));
    }

    void itIsSaidAboveEveryPageOfIt()
    {
        Acting acting;
        for (const QString &page : {u"profile"_s, u"sessions"_s, u"settings"_s}) {
            acting.window->openPage(page);
            QVERIFY(acting.window->bars().holds(u"acting"_s));
        }
        acting.window->openProfile(acting.own);
        QVERIFY(!acting.window->bars().holds(u"acting"_s));
        acting.window->openProfile(acting.there);
        QVERIFY(acting.window->bars().holds(u"acting"_s));
        QCOMPARE(acting.at.memory.lastProfile(), acting.own.text());
    }

    void aMinuteMoreLeavesTheFocusOnItsButton()
    {
        Acting acting;
        QPushButton *end = WindowStage::button(&acting.window->bars(), u"End acting"_s);
        end->setFocus();
        acting.at.stage.clock.advance(1min);
        QTRY_VERIFY(acting.words().contains(u"29 minute"_s));
        QCOMPARE(QApplication::focusWidget(), end);
    }

    void itsKeysEndIt()
    {
        Acting acting;
        acting.pressKeys();
        QCOMPARE(acting.window->currentProfile(), acting.own);
        QCOMPARE(acting.window->toast().text(), u"You are back in your own account."_s);
        QVERIFY(!acting.window->bars().holds(u"acting"_s));
        QCOMPARE(acting.at.stage.line(), QByteArray("DELETE /v1/session"));
        acting.at.stage.answer<api::SignOut>({});
        settle();
        QCOMPARE(acting.at.stage.accounts.ids(), QList{acting.own});
        // There is nothing left that they could end.
        acting.pressKeys();
        QCOMPARE(acting.window->currentProfile(), acting.own);
        QVERIFY(acting.at.stage.accounts.account(acting.own)->state().isOnline());
    }

    void itsButtonEndsIt()
    {
        Acting acting;
        QVERIFY(acting.press(u"End acting"_s));
        QCOMPARE(acting.window->currentProfile(), acting.own);
    }

    void onesOwnPagesAreAsTheyWere()
    {
        Acting acting;
        acting.window->openProfile(acting.own);
        acting.window->openPage(u"profile"_s);
        auto *edit =
            qobject_cast<QLineEdit *>(acting.window->desk(acting.own)->pages().currentPage());
        edit->setText(u"half a na"_s);
        acting.window->openProfile(acting.there);
        acting.pressKeys();
        QCOMPARE(acting.window->currentPageId(), u"profile"_s);
        QCOMPARE(edit->text(), u"half a na"_s);
    }

    void whatIsNotSavedIsAskedAbout()
    {
        Acting acting;
        acting.at.hasUnsaved = true;
        for (int times = 0; times < 2; ++times) {
            acting.pressKeys();
            QCOMPARE(acting.window->currentProfile(), acting.there);
            QVERIFY(acting.words().contains(u"not saved"_s));
        }
        acting.at.hasUnsaved = false;
        acting.window->settleUnsaved();
        QVERIFY(acting.words().contains(u"30 minute"_s));
        acting.at.hasUnsaved = true;
        acting.pressKeys();
        QVERIFY(acting.press(u"End without saving"_s));
        QCOMPARE(acting.window->currentProfile(), acting.own);
    }

    void anEndElsewhereTakesTheWindowBack()
    {
        Acting acting;
        acting.at.stage.accounts.account(acting.there)
            ->refused(Error::of(Kind::Unauthorized, u"sessionEnded"_s));
        settle();
        QCOMPARE(acting.window->currentProfile(), acting.own);
        QVERIFY(acting.window->toast().text().contains(u"The session on behalf of Grace"_s));
        QCOMPARE(acting.at.stage.accounts.ids(), QList{acting.own});
    }

    void itsTimeIsOver()
    {
        Acting acting;
        acting.at.stage.clock.advance(30min);
        acting.at.stage.alarm.advance(30min);
        settle();
        QCOMPARE(acting.window->currentProfile(), acting.own);
        QVERIFY(acting.window->toast().text().contains(u"Your time to act on behalf of Grace"_s));
    }

    void itEndsWithTheWindow()
    {
        Acting acting;
        QVERIFY(acting.window->close());
        QCOMPARE(acting.at.stage.line(), QByteArray("DELETE /v1/session"));
        QCOMPARE(acting.at.stage.asked().headers.value("Authorization"),
                 QByteArray("Bearer lks_2"));
        acting.at.stage.answer<api::SignOut>({});
        QCOMPARE(acting.at.stage.accounts.ids(), QList{acting.own});
        QCOMPARE(acting.at.memory.lastProfile(), acting.own.text());
    }

    void whatWasTypedOutlivesIt()
    {
        Acting acting;
        acting.at.hasUnsaved = true;
        acting.at.stage.accounts.account(acting.there)
            ->refused(Error::of(Kind::Unauthorized, u"sessionEnded"_s));
        settle();
        QCOMPARE(acting.window->currentProfile(), acting.there);
        QVERIFY(acting.words().contains(u"is over"_s));
        QVERIFY(!acting.window->desk(acting.there)->bars().holds(u"state"_s));
        QVERIFY(acting.press(u"Leave without saving"_s));
        QCOMPARE(acting.window->currentProfile(), acting.own);
        QCOMPARE(acting.at.stage.accounts.ids(), QList{acting.own});
    }
};

LATCHKEY_TEST(ActingTurnsTest)
#include "tst_actingturns.moc"
