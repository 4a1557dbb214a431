#include "shell/translator.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

class TranslatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesBothWaysWhileRunning()
    {
        WindowStage at;
        const auto window = at.window();
        Translator translator;
        QSignalSpy changed(&translator, &Translator::languageChanged);
        translator.speak(QLocale(QLocale::Chinese, QLocale::China));
        settle();
        QCOMPARE(translator.language(), u"zh_CN"_s);
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        translator.speak(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(changed.count(), 1);
        translator.speak(QLocale(QLocale::English, QLocale::UnitedStates));
        settle();
        QCOMPARE(QLocale().language(), QLocale::English);
        QVERIFY(WindowStage::button(window.get(), u"Connect to a server"_s));
    }
};

LATCHKEY_TEST(TranslatorTest)

#include "tst_translator.moc"
