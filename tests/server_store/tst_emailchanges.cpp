#include "support/testrunner.h"
#include "together.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class EmailChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsBackOnceFor72Hours()
    {
        Opened opened;
        const api::User ada = opened.user();
        const WayBack back = opened->emailChanges.open(ada).value();
        QCOMPARE(back.until, opened.clock.now() + 72h);
        opened.clock.advance(72h - 1ms);
        QCOMPARE(opened->emailChanges.forgetOld(10).value(), qint64(0));
        const FormerEmail former = opened->emailChanges.take(back.code).value();
        QCOMPARE(former.user, ada.id);
        QCOMPARE(former.email, ada.email);
        QCOMPARE(former.until, back.until - 72h);
        QCOMPARE(opened->emailChanges.take(back.code).error().code, u"wrongCode"_s);

        const WayBack late = opened->emailChanges.open(ada).value();
        QVERIFY(late.cause != back.cause);
        opened.clock.advance(72h);
        QVERIFY(!opened->emailChanges.take(late.code));
        QCOMPARE(opened->emailChanges.forgetOld(10).value(), qint64(1));
    }

    void takesTheLaterOnesOfThatAccountWithIt()
    {
        const Opened opened;
        const api::User ada = opened.user();
        const api::User bob = opened.user(u"bob@example.com"_s);
        const auto open = [&](const api::User &user) {
            return opened->emailChanges.open(user).value().code;
        };
        const Secret first = open(ada);
        const Secret second = open(ada);
        const Secret other = open(bob);
        const Secret third = open(ada);
        QVERIFY(opened->emailChanges.take(second));
        QVERIFY(!opened->emailChanges.take(third));
        QVERIFY(opened->emailChanges.take(first));
        QVERIFY(opened->emailChanges.take(other));
    }

    void atOnceItLeadsBackOnce()
    {
        Opened opened;
        const api::User ada = opened.user();
        const Secret code = opened->emailChanges.open(ada).value().code;
        opened.store.reset();
        QCOMPARE(doneByEight(opened,
                             [&](WriteStore &store) -> Result<Nothing> {
                                 return store.emailChanges.take(code).map(
                                     [](const FormerEmail &) { return Nothing(); });
                             }),
                 1);
    }
};

LATCHKEY_TEST(EmailChangesTest)

#include "tst_emailchanges.moc"
