#include "shell/barstack.h"
#include "shell/profiledesk.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

/// What holds the window open.
class LeavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

LATCHKEY_TEST(LeavingTest)
#include "tst_leaving.moc"
