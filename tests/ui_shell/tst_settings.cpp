#include "net/sockets/certificate.h"
#include "account/profilesettings.h"
#include "account/proxies.h"
#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/letters.h"
#include "kit/passwordedit.h"
#include "kit/subtletext.h"
#include "settings/appearancecard.h"
#include "settings/diagnosticscard.h"
#include "settings/keepingform.h"
#include "settings/networkcard.h"
#include "settings/noticescard.h"
#include "settings/profiledetails.h"
#include "settings/profilerow.h"
#include "settings/proxyform.h"
#include "settings/retryform.h"
#include "support/selfsigned.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QTest>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

class SettingsTest : public QObject
{
    Q_OBJECT

    static QByteArray made()
    {
        static const QByteArray pem = SelfSigned::forAddress("203.0.113.5").certificate;
        return pem;
    }

private Q_SLOTS:
    void noLetterStandsTwice_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addRow("English") << false;
        QTest::addRow("Chinese") << true;
    }

    void noLetterStandsTwice()
    {
        QFETCH(const bool, isChinese);
        WindowStage at;
        at.stage.signIn();
        account::Preferences changed = at.preferences.current();
        changed.proxy = {account::ProxyChoice::Kind::Http, u"proxy.example"_s, 3128, u"ada"_s};
        QVERIFY(at.preferences.set(changed));
        at.lock.set(Secret(u"2468"_s));
        settle();
        SettingsPage page(at.settings());
        page.show();
        QTest::mouseClick(WindowStage::button(&page, u"Change…"_s), Qt::LeftButton);
        QTest::mouseClick(WindowStage::button(&page, u"Change it…"_s), Qt::LeftButton);
        QTranslator words;
        if (isChinese) {
            QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
            QCoreApplication::installTranslator(&words);
            settle();
        }
        const Letters letters(page);
        QVERIFY2(letters.twice().isEmpty(), qPrintable(letters.twice()));
        QVERIFY(letters.count() > 8);
    }

    void theDesktopIsLeftAlone()
    {
        WindowStage at;
        NoticesCard card(at.preferences);
        auto *box = card.findChild<QCheckBox *>();
        QVERIFY(box->isChecked());
        box->click();
        account::PreferencesStore again(at.stage.dir.filePath(u"preferences.json"_s));
        QVERIFY(again.load());
        QVERIFY(!again.current().signInNotices);
    }

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

    void whoClosesTheWindowMeanwhileHasItRemoved()
    {
        WindowStage at;
        at.stage.signIn();
        const auto window = at.window();
        window->openPage(u"settings"_s);
        QTest::mouseClick(WindowStage::button(window.get(), u"Remove"_s), Qt::LeftButton);
        QVERIFY(window->close());
        at.stage.answer<api::SignOut>({});
        QVERIFY(at.stage.accounts.ids().isEmpty());
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

    void howAuroraIsAskedAgainIsSetWithItsProfile()
    {
        using account::RetryChoice;
        WindowStage at;
        const account::Account &ours = at.stage.signIn();
        ProfileDetails other(ours.id(), at.settings());
        QVERIFY(other.findChild<RetryForm *>()->isHidden());

        RetryForm form;
        form.show();
        RetryChoice chosen;
        connect(&form, &RetryForm::chosen, &form,
                [&chosen](const RetryChoice &choice) { chosen = choice; });
        auto *first = form.findChild<QDoubleSpinBox *>();
        QCOMPARE(first->value(), 1.0);
        QCOMPARE(first->minimum(), 0.1);
        QCOMPARE(first->maximum(), 60.0);
        first->setValue(2.5);
        QTest::keyClick(first, Qt::Key_Return);
        QCOMPARE(chosen.initialInterval, std::chrono::milliseconds(2'500));
        auto *strategy = form.findChild<ChoiceBox *>();
        QTest::keyClick(strategy, Qt::Key_Home);
        QCOMPARE(chosen.strategy, RetryChoice::Strategy::None);
        QVERIFY(!first->isVisible());
        QCOMPARE(chosen.initialInterval, std::chrono::milliseconds(2'500));
        QTest::keyClick(strategy, Qt::Key_End);
        QVERIFY(first->isVisible());
    }

    void theSessionIsKeptElsewhereAfterThePassphrase()
    {
        WindowStage at;
        const account::Account &account = at.stage.signIn();
        ProfileRow row(account.id(), at.settings());
        row.show();
        QTest::mouseClick(WindowStage::button(&row, u"Change…"_s), Qt::LeftButton);
        auto *form = row.findChild<KeepingForm *>();
        auto *place = form->findChild<ChoiceBox *>();
        QTest::keyClick(place, Qt::Key_Down);
        QCOMPARE(account.profile().keeping, account::KeepingPlace::Keychain);
        const auto edits = form->findChildren<PasswordEdit *>();
        QVERIFY(edits.at(0)->isVisible() && edits.at(1)->isVisible());
        QTest::keyClicks(edits.at(0)->line(), u"four quiet walruses dance"_s);
        QTest::keyClicks(edits.at(1)->line(), u"four quiet walruses dacne"_s);
        auto *keep = WindowStage::button(form, u"Keep it in the encrypted file"_s);
        QTest::mouseClick(keep, Qt::LeftButton);
        QVERIFY(WindowStage::says(*form, u"not the same"_s));
        edits.at(1)->line()->setText(u"four quiet walruses dance"_s);
        QTest::mouseClick(keep, Qt::LeftButton);
        settle();
        QCOMPARE(account.profile().keeping, account::KeepingPlace::File);
        QVERIFY(!edits.at(0)->isVisible());
        QTest::keyClick(place, Qt::Key_Down);
        settle();
        QCOMPARE(account.profile().keeping, account::KeepingPlace::Memory);
    }

    void aKeychainThatRefusesLeavesTheSessionWhereItWas()
    {
        WindowStage at;
        const account::Account &account = at.stage.signIn();
        account::ProfileSettings settings(account.id(), at.stage.accounts);
        settings.moveTo(account::KeepingPlace::Memory);
        settle();
        ProfileRow row(account.id(), at.settings());
        row.show();
        QTest::mouseClick(WindowStage::button(&row, u"Change…"_s), Qt::LeftButton);
        at.stage.keychain.trouble = Error::of(Error::Kind::Forbidden, u"keychainDenied"_s);
        auto *place = row.findChild<KeepingForm *>()->findChild<ChoiceBox *>();
        QTest::keyClick(place, Qt::Key_Home);
        settle();
        QVERIFY(WindowStage::says(row, u"did not let Latchkey in"_s));
        QCOMPARE(place->chosen(), static_cast<int>(account::KeepingPlace::Memory));
        QCOMPARE(account.profile().keeping, account::KeepingPlace::Memory);
    }

    void aChangedCertificateIsSeenAndTrusted()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        account.lost(Error::of(Error::Kind::Network, u"tlsSelfSigned"_s));
        ProfileRow row(account.id(), at.settings());
        row.show();
        QTest::mouseClick(WindowStage::button(&row, u"Change…"_s), Qt::LeftButton);
        QTest::mouseClick(WindowStage::button(&row, u"Look at it now"_s), Qt::LeftButton);
        at.stage.connections.certificate.finish(*net::certificateFrom(made()));
        settle();
        QVERIFY(WindowStage::says(row, u"203.0.113.5"_s));
        QTest::mouseClick(WindowStage::button(&row, u"Trust this certificate"_s), Qt::LeftButton);
        QCOMPARE(account.profile().server.trustedCertificate, made());
        row.showCurrent();
        QVERIFY(WindowStage::says(row, u"You chose to trust"_s));
        QVERIFY(!WindowStage::button(&row, u"Trust this certificate"_s));
        QTest::mouseClick(WindowStage::button(&row, u"Trust it no longer"_s), Qt::LeftButton);
        QVERIFY(account.profile().server.trustedCertificate.isEmpty());
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
