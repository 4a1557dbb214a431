#include "server/phonenumber.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

class PhoneNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isUnderstoodHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("understood");
        const QString ada = u"+14104350691"_s;
        QTest::newRow("E.164") << ada << QString() << ada;
        QTest::newRow("with an extension") << u"(410) 435-0691 x609"_s << u"US"_s << ada;
        QTest::newRow("a region in small letters") << u"410.435.0691"_s << u"us"_s << ada;
        QTest::newRow("its own country wins") << u"+1 410 435 0691"_s << u"DE"_s << ada;
        QTest::newRow("an international prefix") << u"00 1 410 435 0691"_s << u"DE"_s << ada;
        QTest::newRow("full width") << u"＋１４１０４３５０６９１"_s << QString() << ada;
        QTest::newRow("a trunk zero") << u"030 901820"_s << u"DE"_s << u"+4930901820"_s;
        QTest::newRow("China") << u"138 0013 8000"_s << u"CN"_s << u"+8613800138000"_s;
    }

    void isUnderstoodHoweverItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, region);
        QFETCH(QString, understood);
        QCOMPARE(server::normalPhone(typed, region.isEmpty() ? std::nullopt : std::optional(region))
                     .value(),
                 understood);
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("code");
        QTest::newRow("no country") << u"410 435 0691"_s << QString() << u"phoneNeedsCountry"_s;
        QTest::newRow("no such region") << u"410 435 0691"_s << u"XX"_s << u"phoneNeedsCountry"_s;
        QTest::newRow("no such country") << u"+999 435 0691"_s << QString() << u"phoneNotValid"_s;
        QTest::newRow("too short") << u"+1 410"_s << QString() << u"phoneNotValid"_s;
        QTest::newRow("too long") << u"+1 410 435 0691 0691"_s << QString() << u"phoneNotValid"_s;
        QTest::newRow("no number") << u"Ada"_s << u"US"_s << u"phoneNotValid"_s;
        QTest::newRow("nobody's area") << u"+1 111 435 0691"_s << QString() << u"phoneNotValid"_s;
        QTest::newRow("who calls it pays")
            << u"+1 900 435 0691"_s << QString() << u"phoneNotValid"_s;
    }

    void isRefused()
    {
        QFETCH(QString, typed);
        QFETCH(QString, region);
        const auto refused =
            server::normalPhone(typed, region.isEmpty() ? std::nullopt : std::optional(region));
        QVERIFY(!refused);
        QTEST(refused.error().code, "code");
        QCOMPARE(refused.error().field, u"phone"_s);
    }
};

LATCHKEY_TEST(PhoneNumberTest)

#include "tst_phonenumber.moc"
