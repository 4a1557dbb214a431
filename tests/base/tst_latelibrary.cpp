#include "base/latelibrary.h"
#include "support/testrunner.h"

#include <QTest>

#include <cmath>

using namespace latchkey;

class LateLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsThere()
    {
        using Root = double(double);
        const LateLibrary library("libm.so.6");
        auto *const root = library.find<Root>("sqrt");
        QVERIFY(root);
        QCOMPARE(root(49), 7);
    }

    void whatIsMissingIsNothing()
    {
        QVERIFY(!LateLibrary("libm.so.6").find<void()>("latchkey_never_heard_of"));
        QVERIFY(!LateLibrary("libneverheardof.so.1").find<void()>("sqrt"));
    }
};

LATCHKEY_TEST(LateLibraryTest)

#include "tst_latelibrary.moc"
