#include "kit/errorwords.h"
#include "kit/subtletext.h"
#include "settings/appearancecard.h"
#include "settings/choicebox.h"
#include "settings/diagnosticscard.h"
#include "settings/profilerow.h"
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
        ProfileRow row(id, at.stage.accounts);
        row.show();
        auto *button = row.findChild<QPushButton *>();
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
        ProfileRow row(id, at.stage.accounts);
        row.show();
        QTest::mouseClick(row.findChild<QPushButton *>(), Qt::LeftButton);
        row.findChild<QTimer *>()->setInterval(1);
        QTRY_VERIFY(!row.isLeaving());
        at.stage.answer<api::SignOut>({});
        const QString words = wordsOf(Error::of(Error::Kind::Rejected, u"tokenKept"_s));
        QCOMPARE(row.findChild<SubtleText *>()->text(), words);
        QCOMPARE(at.stage.accounts.ids().size(), 1);
    }

    void whatIsPersonalIsLeftOut()
    {
        WindowStage at;
        at.stage.signIn();
        DiagnosticsCard card({at.stage.accounts, at.preferences, {}});
        QVERIFY(card.text().contains(u"latchkey: "_s));
        QVERIFY(!card.text().contains(u"ada@example.com"_s));
    }
};

LATCHKEY_TEST(SettingsTest)

#include "tst_settings.moc"
