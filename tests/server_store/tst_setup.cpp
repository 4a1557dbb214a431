#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class SetupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutACodeAnybodyMayBeginIt()
    {
        const Opened opened;
        QVERIFY(opened->setup.isFirstAccountPending().value());
        QVERIFY(!opened->setup.isCodeRequired().value());
        QVERIFY(opened->setup.admit({}));
    }

    void theLastCodeCounts()
    {
        const Opened opened;
        const Secret old = opened->setup.issueCode().value();
        const Secret code = opened->setup.issueCode().value();
        QVERIFY(opened->setup.isCodeRequired().value());
        QCOMPARE(opened->setup.admit({}).error().code, u"setupCodeWrong"_s);
        QCOMPARE(opened->setup.admit(old).error().code, u"setupCodeWrong"_s);
        const Secret typed(QByteArray(code.reveal().toLower().replace('-', ' ')));
        QVERIFY(opened->setup.admit(typed));
        opened.user();
        QVERIFY(!opened->setup.isFirstAccountPending().value());
        QVERIFY(!opened->setup.admit({}));
        QVERIFY(opened->setup.withdrawCode());
        QVERIFY(opened->setup.admit({}));
    }

    void signUpIsAsItWasSaidLast()
    {
        const Opened opened;
        QVERIFY(opened->setup.isSignUpOpen(true).value());
        QVERIFY(!opened->setup.isSignUpOpen(false).value());
        for (const bool open : {false, true}) {
            QVERIFY(opened->setup.setSignUpOpen(open));
            QCOMPARE(opened->setup.isSignUpOpen(!open).value(), open);
        }
    }

    void keysStay()
    {
        const Opened opened;
        const Secret key = opened->settings.key(u"a"_s).value();
        QCOMPARE(key.size(), 32);
        QVERIFY(key.matches(opened->settings.key(u"a"_s).value()));
        QVERIFY(!key.matches(opened->settings.key(u"b"_s).value()));
    }
};

LATCHKEY_TEST(SetupTest)

#include "tst_setup.moc"
