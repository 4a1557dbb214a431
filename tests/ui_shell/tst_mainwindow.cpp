#include "kit/codefield.h"
#include "kit/errorwords.h"
#include "kit/toast.h"
#include "shell/barstack.h"
#include "shell/commandpalette.h"
#include "shell/palettemodel.h"
#include "shell/profiledesk.h"
#include "shell/windowitems.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QAction>
#include <QCommandLinkButton>
#include <QLabel>
#include <QListView>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAProfileItBeginsWithFirstStart()
    {
        WindowStage at;
        const auto window = at.window();
        QVERIFY(window->findChild<FirstStartPage *>()->isVisible());
        QVERIFY(window->currentProfile().isEmpty());
    }

    void theFirstChoiceHasTheFocusFromTheStart()
    {
        WindowStage at;
        const auto window = at.window();
        const auto *page = window->findChild<FirstStartPage *>();
        const auto choices = page->findChildren<QCommandLinkButton *>();
        QCOMPARE(QApplication::focusWidget(), choices.first());
        QTest::keyClick(choices.first(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), choices.last());
    }

    void thePaletteOffersTheChoicesOfFirstStart()
    {
        WindowStage at;
        const auto window = at.window();
        pick(*window, u"connect to"_s);
        const auto *page = window->findChild<FirstStartPage *>();
        QCOMPARE(page->step(), FirstStartPage::Step::Connect);
        // Elsewhere they are no longer to be chosen.
        for (const QAction *action : page->actions())
            QVERIFY(!action->isEnabled());
    }

    void closingAsksWhereAnAccountIsHalfMade()
    {
        WindowStage at;
        const auto window = at.window();
        auto *page = window->findChild<FirstStartPage *>();
        QTest::mouseClick(WindowStage::button(page, u"Work on this computer"_s), Qt::LeftButton);
        at.ownServer.finish(QUrl(u"http://127.0.0.1:1234"_s));
        settle();
        at.stage.answer<api::DescribeServer>({.name = u"Own"_s, .firstAccountPending = true});
        QVERIFY(!page->hasUnsaved());
        page->findChild<QLineEdit *>(u"signUp"_s)->setText(u"Ada"_s);
        QVERIFY(!window->close());
        QVERIFY(window->bars().holds(u"unsaved"_s));
        page->findChild<QLineEdit *>(u"signUp"_s)->clear();
        QVERIFY(!window->bars().holds(u"unsaved"_s));
        page->findChild<QLineEdit *>(u"signUp"_s)->setText(u"Ada"_s);
        QVERIFY(!window->close());
        settle();
        QVERIFY(window->bars().bar(u"unsaved"_s)->text().contains(u"not saved"_s));
        QTest::mouseClick(WindowStage::button(&window->bars(), u"Close without saving"_s),
                          Qt::LeftButton);
        settle();
        QVERIFY(!window->isVisible());
    }

    void returnPressesWhatHasTheFocus()
    {
        WindowStage at;
        const auto window = at.window();
        auto *page = window->findChild<FirstStartPage *>();
        QAbstractButton *choice = WindowStage::button(page, u"Connect to a server"_s);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(choice->isVisible());
        QTest::keyClick(choice, Qt::Key_Return);
        QVERIFY(!choice->isVisible());
    }

    void onlyThePageThatIsSeenIsMade()
    {
        WindowStage at;
        at.stage.signIn();
        const auto window = at.window();
        QCOMPARE(at.made, 1);
        QCOMPARE(window->currentPageId(), u"home"_s);
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(window->currentPageId(), u"sessions"_s);
        QCOMPARE(at.made, 2);
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(window->currentPageId(), u"settings"_s);
    }

    void goingToAnotherProfileLeavesThePagesAsTheyAre()
    {
        WindowStage at;
        const account::ProfileId one = at.stage.signIn(u"one.example"_s).id();
        const account::ProfileId two = at.stage.signIn(u"two.example"_s).id();
        const auto window = at.window();
        window->openProfile(one);
        window->openPage(u"profile"_s);
        auto *edit = qobject_cast<QLineEdit *>(window->desk(one)->pages().currentPage());
        edit->setText(u"half a na"_s);
        window->openProfile(two);
        QCOMPARE(window->currentPageId(), u"home"_s);
        window->openProfile(one);
        QCOMPARE(window->currentPageId(), u"profile"_s);
        QCOMPARE(edit->text(), u"half a na"_s);
        QCOMPARE(at.memory.lastProfile(), one.text());
    }

    void theLastPageIsRemembered()
    {
        WindowStage at;
        at.stage.signIn();
        at.window()->openPage(u"home"_s);
        {
            const auto window = at.window();
            window->openPage(u"sessions"_s);
            window->close();
        }
        QCOMPARE(at.window()->currentPageId(), u"sessions"_s);
    }

    void thePaletteReachesPagesAndActions()
    {
        WindowStage at;
        const account::ProfileId id = at.stage.signIn().id();
        const auto window = at.window();
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        settle();
        QVERIFY(window->findChild<CommandPalette *>()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        bool hasRun = false;
        auto *action = new QAction(u"&Rename it"_s, window->desk(id)->pages().currentPage());
        connect(action, &QAction::triggered, this, [&hasRun] { hasRun = true; });
        window->desk(id)->pages().currentPage()->addAction(action);
        pick(*window, u"rename"_s);
        QVERIFY(hasRun);
        pick(*window, u"prof"_s);
        QCOMPARE(window->currentPageId(), u"profile"_s);
        window->addPaletteSource([&hasRun] {
            return QList{
                PaletteItem{u"Old laptop"_s, u"Session"_s, {}, {}, [&hasRun] { hasRun = false; }}};
        });
        pick(*window, u"laptop"_s);
        QVERIFY(!hasRun);
    }

    void closingAsksWhereSomethingIsNotSaved()
    {
        WindowStage at;
        const account::ProfileId id = at.stage.signIn().id();
        const auto window = at.window();
        at.hasUnsaved = true;
        window->openPage(u"settings"_s);
        QVERIFY(!window->close());
        settle();
        QVERIFY(window->isVisible());
        QCOMPARE(window->currentPageId(), u"home"_s);
        BarStack &bars = window->desk(id)->bars();
        QVERIFY(bars.bar(u"unsaved"_s)->text().contains(u"not saved"_s));
        // It stays for as long as it is true.
        window->settleUnsaved();
        QVERIFY(bars.holds(u"unsaved"_s));
        at.hasUnsaved = false;
        window->settleUnsaved();
        QVERIFY(!bars.holds(u"unsaved"_s));
        at.hasUnsaved = true;
        QVERIFY(!window->close());
        settle();
        QTest::mouseClick(WindowStage::button(&bars, u"Close without saving"_s), Qt::LeftButton);
        settle();
        QVERIFY(!window->isVisible());
    }

    void whoWaitsForNoAnswerClosesItAnyway()
    {
        WindowStage at;
        at.stage.signIn();
        const auto window = at.window();
        at.hasUnsaved = true;
        window->closeAnyway();
        QVERIFY(!window->isVisible());
    }

    void thePaletteOffersEverythingOnce()
    {
        WindowStage at;
        at.stage.signIn();
        const auto window = at.window();
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        const auto *model =
            window->findChild<CommandPalette *>()->findChild<QListView *>()->model();
        QMap<QString, QString> keys;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            const QString title = index.data().toString();
            QVERIFY2(!keys.contains(title), qPrintable(title));
            keys.insert(title, index.data(PaletteModel::ShortcutRole).toString());
        }
        QCOMPARE(keys.value(u"Home"_s), u"Ctrl+1"_s);
        QCOMPARE(keys.value(u"Settings"_s), u"Ctrl+4"_s);
        QVERIFY(!keys.contains(u"Find a command"_s));
    }

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

    void tabWalksInTheOrderInWhichThingsStand()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        // The page has the focus from the start, and again after it was changed by its keys.
        QWidget *page = window->desk(account.id())->pages().currentPage();
        QCOMPARE(QApplication::focusWidget(), page);
        account.lost(Error::of(Error::Kind::Network, u"offline"_s));
        settle();
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        page = window->desk(account.id())->pages().currentPage();
        QCOMPARE(QApplication::focusWidget(), page);
        // Sidebar, bar, page: also where the bar and the page were made later.
        QStringList order;
        QWidget *widget = page;
        do {
            widget = widget->nextInFocusChain();
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) &&
                !widget->focusProxy())
                order << (widget == page ? u"page"_s : nameOf(*widget));
        } while (widget != page);
        QCOMPARE(order, (QStringList{u"Profile: Ada on one.example"_s, u"Home"_s, u"Profile"_s,
                                     u"Sessions"_s, u"Settings"_s, u"Try again now"_s, u"page"_s}));
    }

    void theFocusComesBackFromAPanel()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        auto *page = window->desk(account.id())->pages().currentPage();
        page->setFocus();
        const auto call = account.ask(api::EndSession{.id = api::SessionId(u"s2"_s)});
        Error stepUp = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
        stepUp.requiredLevel = u"password"_s;
        at.stage.refuse(stepUp);
        QVERIFY(account.isProofNeeded());
        QVERIFY(QApplication::focusWidget() != page);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        settle();
        QCOMPARE(QApplication::focusWidget(), page);
    }

    void aCodeIsAskedForWhereThePasswordIsNotEnough()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        auto *page = window->desk(account.id())->pages().currentPage();
        page->setFocus();
        account.ask(api::EndSession{.id = api::SessionId(u"s2"_s)});
        Error stepUp = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
        stepUp.requiredLevel = u"secondFactor"_s;
        at.stage.refuse(stepUp);
        at.stage.answer<api::ListFactors>(
            {.factors = {{.id = api::FactorId(u"f1"_s), .name = u"Phone"_s}},
             .recoveryCodes = api::RecoveryCodesLeft{.left = 3}});
        at.stage.answer<api::ListTrustedDevices>({});
        auto *code = qobject_cast<CodeField *>(QApplication::focusWidget());
        QVERIFY(code);
        QTest::keyClicks(code, u"111111"_s);
        Error wrong = Error::of(Error::Kind::Unauthorized, u"wrongCode"_s);
        wrong.field = u"code"_s;
        QCOMPARE(at.stage.line(), QByteArray("POST /v1/session/proof/code"));
        at.stage.refuse(wrong);
        QCOMPARE(QApplication::focusWidget(), code);
        QTest::mouseClick(WindowStage::button(window.get(), u"Use a recovery code"_s),
                          Qt::LeftButton);
        QTest::keyClicks(QApplication::focusWidget(), u"abcde-fghjk"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(at.stage.asked().body.contains("recoveryCode"));
        at.stage.answer<api::ProveWithCode>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(at.stage.line(), QByteArray("DELETE /v1/sessions/s2"));
        QCOMPARE(QApplication::focusWidget(), page);
    }

    void aCodeThatProvesIsSent()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        account.ask(api::EndSession{.id = api::SessionId(u"s2"_s)});
        Error stepUp = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
        stepUp.requiredLevel = u"secondFactor"_s;
        at.stage.refuse(stepUp);
        at.stage.answer<api::ListFactors>({.factors = {{.id = api::FactorId(u"f1"_s),
                                                        .kind = api::Factor::EmailCode,
                                                        .name = u"Mail"_s}}});
        at.stage.answer<api::ListTrustedDevices>({});
        QCOMPARE(at.stage.line(), QByteArray("POST /v1/session/code"));
        QVERIFY(WindowStage::says(*window, u"A code is being sent"_s));
        at.stage.answer<api::SendProofCode>(
            {.to = u"a•••@example.org"_s,
             .resendAt = at.stage.clock.now() + std::chrono::seconds(60),
             .expiresAt = at.stage.clock.now() + std::chrono::minutes(5)});
        QVERIFY(WindowStage::says(*window, u"sent to a•••@example.org"_s));
        QVERIFY(qobject_cast<CodeField *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"123456"_s);
        QVERIFY(at.stage.asked().body.contains("emailCode"));
        at.stage.answer<api::ProveWithCode>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(at.stage.line(), QByteArray("DELETE /v1/sessions/s2"));
        QVERIFY(!qobject_cast<CodeField *>(QApplication::focusWidget()));
    }

    void ctrlZTakesBackWhatTheNewsOffer()
    {
        WindowStage at;
        const auto window = at.window();
        int undone = 0;
        const auto offer = [&] {
            window->toast().offer(u"Ended: Laptop"_s, u"Undo"_s, [&undone] { ++undone; });
        };
        window->setFocus();
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        offer();
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        // In a field it belongs to what is typed; the palette and F8 reach the news from there.
        auto *line = new QLineEdit(window.get());
        line->show();
        line->setFocus();
        QTest::keyClicks(line, u"typed"_s);
        offer();
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        QCOMPARE(line->text(), QString());
        QTest::keyClick(line, Qt::Key_F8);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Undo"_s);
        pick(*window, u"undo what"_s);
        QCOMPARE(undone, 2);
    }

    void aRemovedProfileTakesItsPagesAlong()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        at.stage.accounts.remove(account.id());
        at.stage.answer<api::SignOut>({});
        settle();
        QVERIFY(window->currentProfile().isEmpty());
        QVERIFY(window->findChild<FirstStartPage *>()->isVisible());
    }

private:
    static QString nameOf(const QWidget &widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        return widget.accessibleName().isEmpty() && button ? withoutMnemonic(button->text())
                                                           : widget.accessibleName();
    }

    static void pick(MainWindow &window, const QString &letters)
    {
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(edit);
        QTest::keyClicks(edit, letters);
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

LATCHKEY_TEST(MainWindowTest)

#include "tst_mainwindow.moc"
