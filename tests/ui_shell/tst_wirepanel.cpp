#include "firststart/wirepanel.h"
#include "kit/choicebox.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using account::WireChoice;

namespace {

/// The panel in a window, with one API that has versions and one that has none.
struct Choosing
{
    Choosing()
    {
        window.show();
        panel.show({}, false);
    }

    ChoiceBox *box(const QString &name) const
    {
        for (ChoiceBox *one : panel.findChildren<ChoiceBox *>()) {
            if (one->accessibleName() == name && one->isVisibleTo(&window))
                return one;
        }
        return nullptr;
    }
    ChoiceBox *wires() const { return box(u"Account API"_s); }
    ChoiceBox *versions() const { return box(u"Version of the API"_s); }
    bool says(const QString &words) { return WindowStage::says(window, words); }

    /// As a combo box tells of what a person picks.
    static void pick(ChoiceBox *box, const QString &words)
    {
        box->setCurrentText(words);
        Q_EMIT box->activated(box->currentIndex());
        settle();
    }

    QWidget window;
    WirePanel panel{{{.name = u"aurora"_s, .versions = {3, 11, 2}, .addresses = {}},
                     {.name = u"oneshot"_s, .versions = {}, .addresses = {}}},
                    &window};
};

} // namespace

/// Which account API a server speaks that does not say so.
class WirePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsChosenForAnybody()
    {
        Choosing at;
        QVERIFY(at.says(u"does not say which account API is spoken"_s));
        QCOMPARE(at.wires()->count(), 2);
        QCOMPARE(at.wires()->currentIndex(), -1);
        QCOMPARE(at.wires()->placeholderText(), u"Choose one"_s);
        QVERIFY(!at.panel.chosen());
        QVERIFY(!at.panel.hasVersions());
        QVERIFY(!at.versions());
    }

    void eachIsExplainedOnceChosen()
    {
        Choosing at;
        const QSignalSpy picked(&at.panel, &WirePanel::picked);
        QVERIFY(!at.says(u"People sign in by name"_s));
        Choosing::pick(at.wires(), u"OneShot"_s);
        QVERIFY(at.says(u"People sign in by name"_s));
        QCOMPARE(at.panel.chosen(), (WireChoice{.name = u"oneshot"_s, .version = 0}));
        QVERIFY(!at.versions()); // there is nothing to choose
        QCOMPARE(picked.size(), 1);
    }

    void theUsualVersionIsThereFirst()
    {
        Choosing at;
        Choosing::pick(at.wires(), u"Aurora"_s);
        QVERIFY(at.panel.hasVersions());
        QCOMPARE(at.versions()->currentText(), u"Version 3"_s);
        QCOMPARE(at.panel.chosen(), (WireChoice{.name = u"aurora"_s, .version = 3}));
    }

    void anotherVersionIsTaken()
    {
        Choosing at;
        Choosing::pick(at.wires(), u"Aurora"_s);
        const QSignalSpy picked(&at.panel, &WirePanel::picked);
        Choosing::pick(at.versions(), u"Version 11"_s);
        QCOMPARE(at.panel.chosen(), (WireChoice{.name = u"aurora"_s, .version = 11}));
        QCOMPARE(picked.size(), 1);
    }

    void versionsGoWithTheirApi()
    {
        Choosing at;
        Choosing::pick(at.wires(), u"Aurora"_s);
        Choosing::pick(at.versions(), u"Version 11"_s);
        Choosing::pick(at.wires(), u"OneShot"_s);
        QVERIFY(!at.versions());
        QCOMPARE(at.panel.chosen(), (WireChoice{.name = u"oneshot"_s, .version = 0}));
        Choosing::pick(at.wires(), u"Aurora"_s);
        QCOMPARE(at.panel.chosen()->version, 3);
    }

    void whatWasFoundLeavesItsVersionAlone()
    {
        Choosing at;
        const QSignalSpy picked(&at.panel, &WirePanel::picked);
        at.panel.show({.name = u"aurora"_s, .version = 11}, true);
        QVERIFY(!at.wires());
        QVERIFY(!at.says(u"does not say"_s));
        QCOMPARE(at.versions()->currentText(), u"Version 11"_s);
        QCOMPARE(at.panel.chosen(), (WireChoice{.name = u"aurora"_s, .version = 11}));
        at.panel.show({.name = u"oneshot"_s, .version = 0}, true);
        QVERIFY(!at.wires() && !at.versions());
        QCOMPARE(picked.size(), 0); // nobody chose
    }

    void anotherServerIsAskedAboutAnew()
    {
        Choosing at;
        at.panel.show({.name = u"aurora"_s, .version = 11}, true);
        at.panel.show({}, false);
        QVERIFY(at.wires());
        QVERIFY(!at.panel.chosen());
        QVERIFY(!at.versions());
    }

    void theLanguageChangesWordsAndNoChoice()
    {
        Choosing at;
        Choosing::pick(at.wires(), u"Aurora"_s);
        Choosing::pick(at.versions(), u"Version 11"_s);
        QTranslator words;
        QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
        QCoreApplication::installTranslator(&words);
        settle();
        const bool isEnglish = at.wires() || at.says(u"does not say"_s);
        const auto chosen = at.panel.chosen();
        QCoreApplication::removeTranslator(&words);
        settle();
        QVERIFY(!isEnglish);
        QCOMPARE(chosen, (WireChoice{.name = u"aurora"_s, .version = 11}));
        QVERIFY(at.wires());
    }
};

LATCHKEY_TEST(WirePanelTest)

#include "tst_wirepanel.moc"
