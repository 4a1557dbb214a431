#include "shell/fuzzymatch.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;

class FuzzyMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTypedMatchesEverything()
    {
        QVERIFY(fuzzyMatch({}, u"Home"_s).has_value());
        QVERIFY(fuzzyMatch(u"  "_s, u"Home"_s).has_value());
    }

    void lettersMustStandInOrder()
    {
        QVERIFY(fuzzyMatch(u"eas"_s, u"End all sessions"_s));
        QVERIFY(!fuzzyMatch(u"sne"_s, u"End"_s));
        QVERIFY(!fuzzyMatch(u"homes"_s, u"Home"_s));
        QVERIFY(!fuzzyMatch(u"x"_s, {}));
    }

    void caseAndSpacesDontCount()
    {
        QCOMPARE(fuzzyMatch(u"SIGN out"_s, u"Sign out"_s)->positions,
                 (QList<qsizetype>{0, 1, 2, 3, 5, 6, 7}));
    }

    void startsOfWordsWin()
    {
        const auto initials = fuzzyMatch(u"eo"_s, u"End others"_s);
        QCOMPARE(initials->positions, (QList<qsizetype>{0, 4}));
        QVERIFY(initials->score > fuzzyMatch(u"eo"_s, u"Wheeloose"_s)->score);
        QVERIFY(fuzzyMatch(u"set"_s, u"Settings"_s)->score >
                fuzzyMatch(u"set"_s, u"Show each thing"_s)->score);
    }

    void chineseIsFoundByAnyCharacter()
    {
        QCOMPARE(fuzzyMatch(u"设"_s, u"打开设置"_s)->positions, (QList<qsizetype>{2}));
    }
};

LATCHKEY_TEST(FuzzyMatchTest)

#include "tst_fuzzymatch.moc"
