#include "api/passwordrules.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

class PasswordRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsGuessedAtOnceScoresNothing()
    {
        QCOMPARE(api::passwordScore(Secret(u"password"_s), {}), 0);
        QCOMPARE(api::passwordScore(Secret(u"correct horse battery staple"_s), {}), 4);
    }

    void whatThePersonIsCalledCountsAsGuessed()
    {
        const Secret name(u"Lovelacewood"_s);
        QVERIFY(api::passwordScore(name, {u"lovelacewood@example.org"_s}) <
                api::passwordScore(name, {}));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("code");
        QTest::newRow("short") << QByteArray("a7#kQ") << u"passwordTooShort"_s;
        QTest::newRow("long") << QByteArray(2000, 'x') << u"passwordTooLong"_s;
        QTest::newRow("weak") << QByteArray("passwordpassword") << u"passwordTooWeak"_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(const QByteArray, password);
        const auto checked = api::checkPassword(Secret(password), {}, {}, u"chosen"_s);
        QVERIFY(!checked);
        QTEST(checked.error().code, "code");
        QCOMPARE(checked.error().field, u"chosen"_s);
    }
};

LATCHKEY_TEST(PasswordRulesTest)

#include "tst_passwordrules.moc"
