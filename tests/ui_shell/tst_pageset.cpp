#include "shell/pageset.h"
#include "support/testrunner.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;

class PageSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreMadeAtTheirFirstVisit()
    {
        int made = 0;
        PageSet set({page(u"home"_s, &made), page(u"profile"_s, &made)});
        QCOMPARE(made, 0);
        QVERIFY(set.open(u"home"_s));
        QVERIFY(set.open(u"home"_s));
        QCOMPARE(made, 1);
        QVERIFY(!set.page(u"profile"_s));
    }

    void aPageKeepsWhatWasTyped()
    {
        int made = 0;
        PageSet set({page(u"home"_s, &made), page(u"profile"_s, &made)});
        set.open(u"profile"_s);
        qobject_cast<QLineEdit *>(set.currentPage())->setText(u"half a sent"_s);
        set.open(u"home"_s);
        set.open(u"profile"_s);
        QCOMPARE(qobject_cast<QLineEdit *>(set.currentPage())->text(), u"half a sent"_s);
        QCOMPARE(made, 2);
    }

    void noButtonGetsTheFocusByItself()
    {
        int made = 0;
        PageEntry home = page(u"home"_s, &made);
        home.make = [](QWidget *parent) {
            auto *widget = new QWidget(parent);
            new QPushButton(widget);
            return widget;
        };
        PageSet set({home, page(u"profile"_s, &made)});
        set.show();
        set.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&set));
        set.open(u"home"_s);
        set.open(u"profile"_s);
        set.currentPage()->setFocus();
        QVERIFY(set.currentPage()->hasFocus());
        set.open(u"home"_s);
        QVERIFY(!set.currentPage()->findChild<QPushButton *>()->hasFocus());
    }

    void whatIsNotThereDoesNotOpen()
    {
        int made = 0;
        bool isThere = false;
        PageEntry maybe = page(u"admin"_s, &made);
        maybe.isAvailable = [&isThere] { return isThere; };
        PageSet set({page(u"home"_s, &made), maybe});
        QSignalSpy changed(&set, &PageSet::currentIdChanged);
        QVERIFY(!set.open(u"admin"_s));
        QVERIFY(!set.open(u"nowhere"_s));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(set.available().size(), 1);
        isThere = true;
        QVERIFY(set.open(u"admin"_s));
        QCOMPARE(set.available().size(), 2);
        QCOMPARE(changed.count(), 1);
    }

    void refreshGoesToTheCurrentPage()
    {
        int made = 0;
        QWidget *refreshed = nullptr;
        PageEntry home = page(u"home"_s, &made);
        home.refresh = [&refreshed](QWidget *widget) { refreshed = widget; };
        PageSet set({home, page(u"profile"_s, &made)});
        set.open(u"profile"_s);
        set.refreshCurrent();
        QVERIFY(!refreshed);
        set.open(u"home"_s);
        set.refreshCurrent();
        QCOMPARE(refreshed, set.page(u"home"_s));
    }

private:
    static PageEntry page(const QString &id, int *made)
    {
        PageEntry entry;
        entry.id = id;
        entry.title = [id] { return id; };
        entry.make = [made](QWidget *parent) {
            ++*made;
            return new QLineEdit(parent);
        };
        return entry;
    }
};

LATCHKEY_TEST(PageSetTest)

#include "tst_pageset.moc"
