#include "kit/toast.h"
#include "shell/commandpalette.h"
#include "shell/palettemodel.h"
#include "shell/profiledesk.h"
#include "shell/profileswitcher.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QAction>
#include <QCommandLinkButton>
#include <QListView>
#include <QMenu>
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

    void tabGoesAroundAllOfTheWindow()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        account.lost(Error::of(Error::Kind::Network, u"offline"_s));
        settle();
        // The bar hands its focus on to its button, and was made last.
        for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
            QStringList reached;
            for (int i = 0; i < 12; ++i) {
                QTest::keyClick(QApplication::focusWidget(), key);
                reached << nameOf(*QApplication::focusWidget());
            }
            QVERIFY2(reached.contains(u"Profile: Ada on one.example"_s) &&
                         reached.contains(u"Try again now"_s),
                     qPrintable(reached.join(u'|')));
        }
    }

    void whoAddsNoAccountAfterAllIsBackWhereTheyWere()
    {
        WindowStage at;
        at.stage.signIn();
        const auto window = at.window();
        window->openPage(u"settings"_s);
        window->openFirstStart();
        settle();
        QTest::keyClick(window->findChild<FirstStartPage *>(), Qt::Key_Escape);
        settle();
        QVERIFY(!window->findChild<FirstStartPage *>());
        QCOMPARE(window->currentPageId(), u"settings"_s);
        window->openPage(u"sessions"_s);
        window->openFirstStart();
        QTest::keyClick(window->findChild<FirstStartPage *>(), Qt::Key_Escape);
        settle();
        QCOMPARE(window->currentPageId(), u"sessions"_s);
    }

    void theProfileAtWorkKeepsItsTick()
    {
        WindowStage at;
        at.stage.signIn();
        const auto window = at.window();
        auto *menu = window->findChild<ProfileSwitcher *>()->menu();
        QAction *own = menu->actions().constFirst();
        QVERIFY(own->isChecked());
        own->trigger();
        settle();
        QVERIFY(menu->actions().constFirst()->isChecked());
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

    void whoComesNextReadsNoNewsOfWhoWasThere()
    {
        WindowStage at;
        const account::ProfileId id = at.stage.signIn().id();
        const auto window = at.window();
        window->toast().offer(u"Ended: Laptop"_s, u"Undo"_s, [] {});
        window->toast().say(u"Texts to +14104350691 reach you."_s);
        window->toast().say(u"More of that"_s);
        at.stage.accounts.signOut(id);
        at.stage.answer<api::SignOut>({});
        settle();
        QCOMPARE(window->toast().waiting(), 0);
        QCOMPARE(window->toast().text(), u"Ended: Laptop"_s);
    }

    void aDeletedAccountTakesItsPagesAlong()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        account.ask(api::DeleteAccount{});
        at.stage.answer<api::DeleteAccount>({});
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
