#include "fakedesktop.h"
#include "notify/busnotices.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey::test;
using namespace latchkey::ui;
using namespace Qt::StringLiterals;

namespace {

Notice notice(const QString &text = u"Somebody <b>bold</b> & new"_s)
{
    return {.key = u"k"_s,
            .title = u"Was it you?"_s,
            .text = text,
            .acts = {{u"yes"_s, u"It was me"_s}, {u"no"_s, u"It wasn't me"_s}}};
}

} // namespace

class BusNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWithButtonsAndTellsWhichWasPressed()
    {
        FakeDesktop desktop;
        QVERIFY(desktop.begin());
        BusNotices notices(QDBusConnection::sessionBus());
        QSignalSpy acted(&notices, &BusNotices::acted);
        notices.show(notice());
        QTRY_COMPARE(desktop.shown.size(), 1);
        const auto shown = desktop.shown.first();
        QCOMPARE(shown.title, u"Was it you?"_s);
        QCOMPARE(shown.text, u"Somebody <b>bold</b> & new"_s); // it takes no markup
        QCOMPARE(shown.acts, (QStringList{u"default"_s, QString(), u"yes"_s, u"It was me"_s,
                                          u"no"_s, u"It wasn't me"_s}));
        desktop.click(desktop.shown.firstKey(), u"no"_s);
        QTRY_COMPARE(acted.size(), 1);
        QCOMPARE(acted.first().at(0).toString(), u"k"_s);
        QCOMPARE(acted.first().at(1).toString(), u"no"_s);
        QCOMPARE(acted.first().at(2).toByteArray(), QByteArray("token-1"));
    }

    void wordsStayWords()
    {
        FakeDesktop desktop;
        desktop.capabilities = {u"body-markup"_s};
        QVERIFY(desktop.begin());
        BusNotices notices(QDBusConnection::sessionBus());
        notices.show(notice());
        QTRY_COMPARE(desktop.shown.size(), 1);
        QCOMPARE(desktop.shown.first().text, u"Somebody &lt;b&gt;bold&lt;/b&gt; &amp; new"_s);
        QCOMPARE(desktop.shown.first().acts, (QStringList{u"default"_s, QString()}));
    }

    void aLaterOneTakesThePlaceOfTheSame()
    {
        FakeDesktop desktop;
        QVERIFY(desktop.begin());
        BusNotices notices(QDBusConnection::sessionBus());
        notices.show(notice(u"one"_s));
        notices.show(notice(u"two"_s));
        QTRY_COMPARE(desktop.shown.size(), 1);
        QTRY_COMPARE(desktop.shown.first().text, u"two"_s);
        notices.show(notice(u"three"_s)); // maybe before the answer to the last
        notices.show(notice(u"four"_s));
        QTRY_COMPARE(desktop.shown.first().text, u"four"_s);
        QCOMPARE(desktop.shown.size(), 1);
    }

    void withdrawsEvenWhatIsOnlyOnItsWay()
    {
        FakeDesktop desktop;
        QVERIFY(desktop.begin());
        BusNotices notices(QDBusConnection::sessionBus());
        notices.show(notice());
        notices.withdraw(u"k"_s); // not sent yet
        notices.show(notice());
        QTRY_COMPARE(desktop.shown.size(), 1);
        notices.withdraw(u"k"_s); // its id may not be known yet
        QTRY_COMPARE(desktop.shown.size(), 0);
        QTRY_COMPARE(desktop.closed.size(), 1);
        notices.show(notice());
        notices.withdraw(u"k"_s);
        notices.show(notice(u"last"_s));
        QTRY_COMPARE(desktop.closed.size(), 2);
        QTRY_COMPARE(desktop.shown.size(), 1);
        QCOMPARE(desktop.shown.first().text, u"last"_s);
    }

    void withoutAServiceItSaysSo()
    {
        BusNotices notices(QDBusConnection::sessionBus());
        QSignalSpy refused(&notices, &BusNotices::refused);
        notices.show(notice());
        QTRY_COMPARE(refused.size(), 1);

        BusNotices onNoBus(QDBusConnection(u"there is none"_s));
        QSignalSpy refusedToo(&onNoBus, &BusNotices::refused);
        onNoBus.show(notice());
        QCOMPARE(refusedToo.size(), 1);
    }

    void aServiceThatBeganAnewIsAskedAnew()
    {
        FakeDesktop desktop;
        QVERIFY(desktop.begin());
        BusNotices notices(QDBusConnection::sessionBus());
        notices.show(notice());
        QTRY_COMPARE(desktop.shown.size(), 1);
        desktop.end();
        QSignalSpy refused(&notices, &BusNotices::refused);
        QTRY_VERIFY_WITH_TIMEOUT((notices.show(notice()), QTest::qWait(20), refused.size() > 0),
                                 5000);
        desktop.capabilities.clear();
        QVERIFY(desktop.begin());
        notices.show(notice());
        QTRY_COMPARE(desktop.shown.size(), 1);
        QCOMPARE(desktop.shown.first().acts.size(), 2);
    }

    void whatThePersonSendsAwayIsGone()
    {
        FakeDesktop desktop;
        QVERIFY(desktop.begin());
        BusNotices notices(QDBusConnection::sessionBus());
        QSignalSpy gone(&notices, &BusNotices::gone);
        notices.show(notice());
        QTRY_COMPARE(desktop.shown.size(), 1);
        desktop.dismiss(desktop.shown.firstKey());
        QTRY_COMPARE(gone.size(), 1);
    }
};

LATCHKEY_TEST(BusNoticesTest)
#include "tst_busnotices.moc"
