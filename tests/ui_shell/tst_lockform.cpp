#include "kit/errorwords.h"
#include "kit/passwordedit.h"
#include "settings/lockcard.h"
#include "settings/lockform.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QCheckBox>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

class LockFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSetsItWaitsForTheAnswer()
    {
        WindowStage at;
        const CallSource<Secret> hashed;
        account::AppLock lock(at.stage.dir.filePath(u"slow.json"_s), at.stage.clock, at.stage.alarm,
                              {[&](const Secret &) { return hashed.call(); }, {}});
        LockForm form(lock);
        form.open(LockForm::For::Begin);
        for (PasswordEdit *edit : form.findChildren<PasswordEdit *>())
            edit->line()->setText(u"1234"_s);
        const QSignalSpy closed(&form, &LockForm::closed);
        WindowStage::button(&form, u"Turn on the lock"_s)->click();
        QVERIFY(!WindowStage::button(&form, u"Cancel"_s)->isEnabled());
        QTest::keyClick(&form, Qt::Key_Escape);
        QVERIFY(closed.isEmpty());
        hashed.finish(Secret(u"hash"_s));
        settle();
        QCOMPARE(closed.size(), 1);
        QVERIFY(lock.isOn());
    }

    void whatCouldNotBeWrittenIsTriedAgain()
    {
        WindowStage at;
        const QString file = at.stage.dir.filePath(u"lock.json"_s);
        LockForm form(at.lock);
        form.open(LockForm::For::Begin);
        for (PasswordEdit *edit : form.findChildren<PasswordEdit *>())
            edit->line()->setText(u"1234"_s);
        QVERIFY(QDir().mkpath(file));
        WindowStage::button(&form, u"Turn on the lock"_s)->click();
        settle();
        QVERIFY(!at.lock.isOn());
        QVERIFY(
            WindowStage::says(form, wordsOf(Error::of(Error::Kind::Server, u"unwritableFile"_s))));
        QVERIFY(QDir().rmdir(file));
        WindowStage::button(&form, u"Turn on the lock"_s)->click();
        settle();
        QVERIFY(at.lock.isOn() && !form.isVisible());
    }

    void isSetChangedAndTurnedOffInTheSettings()
    {
        WindowStage at;
        LockCard card(at.lock);
        card.show();
        QApplication::setActiveWindow(&card);
        const auto fill = [&card](const QStringList &values) {
            qsizetype next = 0;
            for (PasswordEdit *edit : card.findChildren<PasswordEdit *>()) {
                if (edit->isVisible())
                    edit->line()->setText(values.value(next++));
            }
        };
        const auto click = [&card](const QString &name) {
            auto *button = WindowStage::button(&card, name);
            QVERIFY2(button && button->isEnabled(), qPrintable(name));
            button->click();
            settle();
        };
        QVERIFY(WindowStage::says(card, u"It encrypts nothing"_s));
        click(u"Set a PIN or passphrase…"_s);
        fill({u"12"_s, u"12"_s});
        click(u"Turn on the lock"_s);
        QVERIFY(WindowStage::says(card, u"Too short."_s));
        fill({u"1234"_s, u"1235"_s});
        click(u"Turn on the lock"_s);
        QVERIFY(WindowStage::says(card, u"not the same"_s));
        fill({u"1234"_s, u"1234"_s});
        click(u"Turn on the lock"_s);
        QVERIFY(at.lock.isOn());
        QVERIFY(WindowStage::says(card, u"The lock is on"_s));
        auto *screen = card.findChild<QCheckBox *>();
        QVERIFY(screen->isVisible());
        screen->click();
        QVERIFY(!at.lock.locksWithScreen());

        click(u"Change it…"_s);
        fill({u"9999"_s, u"a longer one"_s, u"a longer one"_s});
        click(u"Change the lock"_s);
        QVERIFY(WindowStage::says(card, u"That is not it."_s));
        fill({u"1234"_s, u"a longer one"_s, u"a longer one"_s});
        click(u"Change the lock"_s);
        QVERIFY(!at.lock.isPin());
        click(u"Turn off…"_s);
        QVERIFY(WindowStage::says(card, u"Current passphrase"_s));
        fill({u"a longer one"_s});
        click(u"Turn off the lock"_s);
        QVERIFY(!at.lock.isOn());
        QVERIFY(!WindowStage::says(card, u"The lock is on"_s));
    }
};

LATCHKEY_TEST(LockFormTest)
#include "tst_lockform.moc"
