#include "kit/errorwords.h"
#include "shell/barstack.h"
#include "shell/profilechoice.h"
#include "shell/profiledesk.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QAction>
#include <QLabel>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

/// What the window says about the state of an account.
class AccountBarsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endedFromOutsideItSaysSoAndOffersToSignInAgain()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        BarStack &bars = window->desk(account.id())->bars();
        QVERIFY(!bars.holds(u"state"_s));
        auto *edit = qobject_cast<QLineEdit *>(window->desk(account.id())->pages().currentPage());
        edit->setText(u"typed"_s);
        api::SessionEnd end;
        end.reason = api::EndReason::EndedByOwner;
        account.close(account::AccountState::Reason::EndedByOther, end);
        settle();
        QVERIFY(bars.bar(u"state"_s)->text().contains(u"another of your sessions"_s));
        QTest::mouseClick(WindowStage::button(&bars, u"Sign in again"_s), Qt::LeftButton);
        settle();
        QVERIFY(window->findChild<SignInAgainPage *>()->isVisible());
        // What leads here is not offered here; elsewhere it is.
        QVERIFY(bars.holds(u"state"_s));
        QVERIFY(!WindowStage::button(&bars, u"Sign in again"_s));
        window->openPage(u"profile"_s);
        QVERIFY(WindowStage::button(&bars, u"Sign in again"_s));
        window->openPage(u"home"_s);
        QTest::mouseClick(WindowStage::button(&bars, u"Sign in again"_s), Qt::LeftButton);
        settle();
        QTest::mouseClick(WindowStage::button(window.get(), u"Not now"_s), Qt::LeftButton);
        settle();
        QVERIFY(WindowStage::button(&bars, u"Sign in again"_s));
        QVERIFY(edit->isVisible());
        QCOMPARE(edit->text(), u"typed"_s);
    }

    void offlineSaysSinceWhen()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        account.lost(Error::of(Error::Kind::Network, u"offline"_s));
        settle();
        BarStack &bars = window->desk(account.id())->bars();
        QVERIFY(bars.bar(u"state"_s)->text().startsWith(u"Offline"_s));
        account.reached();
        settle();
        QVERIFY(!bars.holds(u"state"_s));
    }

    void aServerThatDidNotStartIsNoLock()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        account.restoring();
        account.locked(Error::of(Error::Kind::Server, u"databaseCorrupt"_s));
        settle();
        const QString words = window->desk(account.id())->bars().bar(u"state"_s)->text();
        QVERIFY2(words.contains(u"did not start. The database is damaged."_s), qPrintable(words));
        QCOMPARE(profileChoices(at.stage.accounts).first().state, u"Server not started"_s);
        account.restoring();
        account.locked(Error::of(Error::Kind::Rejected, u"keychainLocked"_s));
        QCOMPARE(profileChoices(at.stage.accounts).first().state, u"Locked"_s);
    }

    void whatSigningOutCouldNotDoIsSaid()
    {
        for (const bool isTold : {true, false}) {
            WindowStage at;
            account::Account &account = at.stage.signIn();
            const auto window = at.window();
            if (isTold)
                at.stage.keychain.grip = Error::of(Error::Kind::Rejected, u"keychainLocked"_s);
            const auto actions = window->findChildren<QAction *>();
            for (QAction *action : actions) {
                if (action->text() == "Sign out"_L1)
                    action->trigger();
            }
            QVERIFY(!account.state().isSignedIn());
            if (isTold)
                at.stage.answer<api::SignOut>({});
            else
                at.stage.breakOff();
            const QString words = wordsOf(
                Error::of(Error::Kind::Network, isTold ? u"tokenKept"_s : u"serverNotTold"_s));
            const auto labels = window->findChildren<QLabel *>();
            QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) {
                return label->isVisible() && label->text() == words;
            }));
        }
    }

    void offlineSaysWhyAndHowOldThingsAre()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        at.stage.accounts.sessions(account.id())->fill({}, {});
        const auto window = at.window();
        BarStack &bars = window->desk(account.id())->bars();
        account.lost(Error::of(Error::Kind::Network, u"proxyRefused"_s));
        settle();
        QVERIFY(bars.bar(u"state"_s)->text().contains(u"The proxy did not let"_s));
        account.reached();
        account.lost(Error::of(Error::Kind::Network, u"tlsExpired"_s));
        settle();
        const QString words = bars.bar(u"state"_s)->text();
        QVERIFY2(words.startsWith(u"The server's certificate has expired"_s), qPrintable(words));
        QVERIFY(!words.contains(u"Offline"_s));
    }

    void fromTheCacheItSaysHowOldThatIs()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const Timestamp asOf = at.stage.clock.now();
        at.stage.clock.advance(std::chrono::hours(24 * 40));
        account.restoring();
        account.open(Secret(u"lk-token"_s));
        const auto window = at.window();
        account.lost(Error::of(Error::Kind::Network, u"unknownHost"_s));
        settle();
        const QString date =
            QLocale().toString(toDateTime(asOf).toLocalTime(), QLocale::ShortFormat);
        const QString words = window->desk(account.id())->bars().bar(u"state"_s)->text();
        QVERIFY2(words.contains(date), qPrintable(words));
    }
};

LATCHKEY_TEST(AccountBarsTest)
#include "tst_accountbars.moc"
