#include "opened.h"
#include "storage/statement.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

namespace {

const WaitingSignUp ada{
    {u"ada@example.com"_s, u"Ada 中"_s, api::Language::Chinese, Secret(QByteArray("$argon2id$x"))},
    {u"Laptop"_s, u"Latchkey 0.1"_s, u"Debian 12"_s}};

} // namespace

class SignUpsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWaitsIsFoundForAQuarterOfAnHour()
    {
        Opened opened;
        const api::SignUpId id = opened->signUps.wait(ada).value();
        const WaitingSignUp found = opened->signUps.find(id)->value();
        QCOMPARE(found.user.email, ada.user.email);
        QCOMPARE(found.user.name, ada.user.name);
        QCOMPARE(found.user.language, ada.user.language);
        QVERIFY(found.user.passwordHash.matches(ada.user.passwordHash));
        QVERIFY(!found.user.isEmailVerified);
        QVERIFY(found.device == ada.device);
        opened.clock.advance(15min);
        QVERIFY(!opened->signUps.find(id)->has_value());
        QCOMPARE(opened->signUps.forgetOld(10).value(), 1);
    }

    void whoIsDoneIsForgotten()
    {
        Opened opened;
        const api::SignUpId id = opened->signUps.wait(ada).value();
        QVERIFY(opened->signUps.forget(id));
        QVERIFY(!opened->signUps.find(id)->has_value());
        QVERIFY(!opened->signUps.find(api::SignUpId(u"sgn_none"_s))->has_value());
    }

    void nothingOfThemCanBeReadInTheDatabase()
    {
        Opened opened;
        QVERIFY(opened->signUps.wait(ada));
        storage::Statement row(opened->database(), u"SELECT sealed FROM sign_ups"_s);
        QVERIFY(row.next().value());
        for (const char *said : {"ada", "argon", "Latchkey"})
            QVERIFY(!row.bytes(0).contains(said));
    }
};

LATCHKEY_TEST(SignUpsTest)

#include "tst_signups.moc"
