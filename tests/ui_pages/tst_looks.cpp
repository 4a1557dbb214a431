#include "administratorpages.h"
#include "entrypages.h"
#include "givingpages.h"
#include "identitypages.h"
#include "kit/letters.h"
#include "kit/theme.h"
#include "profilepages.h"
#include "securitypages.h"
#include "sessionpages.h"
#include "sharingpages.h"
#include "support/testrunner.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

namespace {

QStringList allPages()
{
    return EntryPages::names() + SessionPages::names() + ProfilePages::names() +
           SecurityPages::names() + IdentityPages::names() + GivingPages::names() +
           SharingPages::names() + AdministratorPages::names();
}

QStringList scrollingPages()
{
    return SessionPages::scrolling() + ProfilePages::scrolling() + SecurityPages::scrolling() +
           IdentityPages::scrolling() + GivingPages::scrolling() + SharingPages::names() +
           AdministratorPages::scrolling();
}

} // namespace

/// Every page with something on it: its words fit, in each theme. Where LATCHKEY_SHOTS names a
/// folder the pictures are left there for people to look at.
class LooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, Theme::Light); }

    void everyPage_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("isDark");
        for (const QString &page : allPages()) {
            QTest::addRow("%s light", qPrintable(page)) << page << false;
            QTest::addRow("%s dark", qPrintable(page)) << page << true;
        }
    }

    void everyPage()
    {
        QFETCH(const QString, page);
        QFETCH(const bool, isDark);
        applyTheme(*qApp, isDark ? Theme::Dark : Theme::Light);
        PageStage stage;
        QWidget *const widget = make(page, stage);
        QVERIFY(widget);
        settle();
        for (const auto *button : widget->findChildren<QPushButton *>()) {
            if (button->isVisibleTo(widget) && !button->text().isEmpty())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->text()));
        }
        keep(stage.window, page + (isDark ? u"-dark"_s : u"-light"_s));
    }

    void noLetterStandsTwiceOnAPage_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("isChinese");
        for (const QString &page : allPages() + QStringList{u"ended"_s}) {
            QTest::addRow("%s English", qPrintable(page)) << page << false;
            QTest::addRow("%s Chinese", qPrintable(page)) << page << true;
        }
    }

    void noLetterStandsTwiceOnAPage()
    {
        QFETCH(const QString, page);
        QFETCH(const bool, isChinese);
        PageStage stage;
        const QWidget *const widget = make(page, stage);
        QTranslator words;
        if (isChinese) {
            QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
            QCoreApplication::installTranslator(&words);
            settle();
            keep(stage.window, page + u"-chinese"_s);
        }
        const Letters letters(*widget);
        QVERIFY2(letters.twice().isEmpty(), qPrintable(letters.twice()));
        QVERIFY(letters.count() > 0);
    }

    void aNarrowWindowScrollsDownAlone_data()
    {
        QTest::addColumn<QString>("page");
        for (const QString &page : scrollingPages())
            QTest::addRow("%s", qPrintable(page)) << page;
    }

    /// As it is where everything is drawn twice as large.
    void aNarrowWindowScrollsDownAlone()
    {
        QFETCH(const QString, page);
        PageStage stage;
        QTranslator words;
        QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
        QWidget *const widget = make(page, stage);
        QCoreApplication::installTranslator(&words);
        stage.window.resize(420, 430);
        widget->setGeometry(stage.window.rect());
        settle();
        keep(stage.window, page + u"-narrow"_s);
        const auto *scroll = widget->findChild<QScrollArea *>();
        QVERIFY(scroll && scroll->isVisible());
        QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    }

private:
    QWidget *make(const QString &page, PageStage &stage)
    {
        if (EntryPages::names().contains(page))
            return m_entryPages.make(page, stage);
        if (IdentityPages::names().contains(page))
            return m_identityPages.make(page, stage);
        account::Account &account = stage.open(stage.sample());
        if (AdministratorPages::names().contains(page))
            return AdministratorPages::make(page, stage, account);
        if (ProfilePages::names().contains(page))
            return ProfilePages::make(page, stage, account);
        if (SecurityPages::names().contains(page))
            return SecurityPages::make(page, stage, account);
        if (GivingPages::names().contains(page))
            return GivingPages::make(page, stage, account);
        if (SharingPages::names().contains(page))
            return SharingPages::make(page, stage, account);
        return SessionPages::make(page, stage, account);
    }

    static void keep(QWidget &window, const QString &name)
    {
        const QString folder = qEnvironmentVariable("LATCHKEY_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(window.grab().save(QDir(folder).filePath(name + u".png"_s)));
    }

    EntryPages m_entryPages;
    IdentityPages m_identityPages;
};

LATCHKEY_TEST(LooksTest)
#include "tst_looks.moc"
