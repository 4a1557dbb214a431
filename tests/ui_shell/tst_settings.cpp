#include "account/proxies.h"
#include "kit/errorwords.h"
#include "kit/passwordedit.h"
#include "kit/subtletext.h"
#include "settings/appearancecard.h"
#include "settings/choicebox.h"
#include "settings/diagnosticscard.h"
#include "settings/networkcard.h"
#include "settings/profiledetails.h"
#include "settings/profilerow.h"
#include "settings/proxyform.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPickedPersists()
    {
        WindowStage at;
        AppearanceCard card(at.preferences);
        card.show();
        auto *language = card.findChild<ChoiceBox *>();
        language->setFocus();
        QTest::keyClick(language, Qt::Key_End);
        account::PreferencesStore again(at.stage.dir.filePath(u"preferences.json"_s));
        QVERIFY(again.load());
        QCOMPARE(again.current().language, std::optional(api::Language::Chinese));
    }

    void removingCanBeTakenBack()
    {
        WindowStage at;
        const account::ProfileId id = at.stage.signIn().id();
        ProfileRow row(id, at.settings());
        row.show();
        auto *button = WindowStage::button(&row, u"Remove"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(row.isLeaving());
        QCOMPARE(button->text(), u"Undo"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!row.isLeaving());
        QCOMPARE(at.stage.accounts.ids().size(), 1);
    }

    void whyItCouldNotBeRemovedIsSaid()
    {
        WindowStage at;
        const account::ProfileId id = at.stage.signIn().id();
        at.stage.keychain.grip = Error::of(Error::Kind::Rejected, u"keychainLocked"_s);
        ProfileRow row(id, at.settings());
        row.show();
        QTest::mouseClick(WindowStage::button(&row, u"Remove"_s), Qt::LeftButton);
        row.findChild<QTimer *>()->setInterval(1);
        QTRY_VERIFY(!row.isLeaving());
        at.stage.answer<api::SignOut>({});
        const QString words = wordsOf(Error::of(Error::Kind::Rejected, u"tokenKept"_s));
        QCOMPARE(row.findChild<SubtleText *>()->text(), words);
        QCOMPARE(at.stage.accounts.ids().size(), 1);
    }

    void theProxyTakesAPassword()
    {
        WindowStage at;
        NetworkCard card(at.preferences, at.proxies);
        card.show();
        auto *password = card.findChild<PasswordEdit *>();
        QVERIFY(!password->isVisible());
        account::Preferences changed = at.preferences.current();
        changed.proxy = {account::ProxyChoice::Kind::Http, u"proxy.example"_s, 3128, u"ada"_s};
        QVERIFY(at.preferences.set(changed));
        QVERIFY(password->isVisible());
        QTest::keyClicks(password->line(), u"open sesame"_s);
        QTest::keyClick(password->line(), Qt::Key_Return);
        settle();
        QVERIFY(password->isEmpty());
        QCOMPARE(at.proxies.passwordOf({}).revealText(), u"open sesame"_s);
        QTest::mouseClick(WindowStage::button(&card, u"Forget the password"_s), Qt::LeftButton);
        QVERIFY(!at.proxies.hasPassword({}));
    }

    void aProfileHasANameAndAProxyOfItsOwn()
    {
        WindowStage at;
        const account::Account &account = at.stage.signIn();
        ProfileRow row(account.id(), at.settings());
        row.show();
        QTest::mouseClick(WindowStage::button(&row, u"Change…"_s), Qt::LeftButton);
        auto *kind = row.findChild<ProxyForm *>()->findChild<ChoiceBox *>();
        QTest::keyClick(kind, Qt::Key_End);
        QTest::keyClick(kind, Qt::Key_Up);
        QTest::keyClick(kind, Qt::Key_Up);
        QCOMPARE(account.profile().server.proxy.kind, account::ProxyChoice::Kind::None);

        auto *label = row.findChild<ProfileDetails *>()->findChild<QLineEdit *>();
        label->setText(u" at work "_s);
        QTest::keyClick(label, Qt::Key_Return);
        QCOMPARE(account.profile().title(), u"at work"_s);
        row.showCurrent();
        QVERIFY(row.accessibleName().startsWith(u"at work"_s));
        label->clear();
        QTest::keyClick(label, Qt::Key_Return);
        QCOMPARE(account.profile().title(), u"Ada"_s);
    }

    void whatIsPersonalIsLeftOut()
    {
        WindowStage at;
        at.stage.signIn();
        DiagnosticsCard card(at.settings());
        QVERIFY(card.text().contains(u"latchkey: "_s));
        QVERIFY(!card.text().contains(u"ada@example.com"_s));
    }
};

LATCHKEY_TEST(SettingsTest)

#include "tst_settings.moc"
