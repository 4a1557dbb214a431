#include "server/http/descriptors.h"
#include "server/http/places.h"
#include "support/testrunner.h"

#include <QTest>

#include <sys/resource.h>

using namespace latchkey::server::http;

class PlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsACustomerAndNotAnAddress_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("isTheSame");
        QTest::newRow("v4") << QByteArray("192.0.2.1") << QByteArray("192.0.2.1") << true;
        QTest::newRow("v4, another") << QByteArray("192.0.2.1") << QByteArray("192.0.2.2") << false;
        QTest::newRow("v4 in v6") << QByteArray("192.0.2.1") << QByteArray("::ffff:192.0.2.1")
                                  << true;
        QTest::newRow("a /64") << QByteArray("2001:db8::1") << QByteArray("2001:db8::2:3:4:5")
                               << true;
        QTest::newRow("two /64") << QByteArray("2001:db8::1") << QByteArray("2001:db8:0:1::1")
                                 << false;
        QTest::newRow("with a scope") << QByteArray("fe80::1%lo") << QByteArray("fe80::2") << true;
        QTest::newRow("v4 and a /64 of its digits")
            << QByteArray("32.1.13.184") << QByteArray("2001:db8::1") << false;
    }

    void countsACustomerAndNotAnAddress()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(bool, isTheSame);
        Limits limits;
        limits.ofOrigin = 1;
        Places places(limits);
        const auto place = places.take(Origin(one.toStdString()));
        QVERIFY(place);
        QCOMPARE(places.isFullFor(Origin(other.toStdString())), isTheSame);
        QCOMPARE(!places.take(Origin(other.toStdString())), isTheSame);
    }

    void thisMachineHasABoundOfItsOwn_data()
    {
        QTest::addColumn<QByteArray>("address");
        for (const char *address : {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"})
            QTest::newRow(address) << QByteArray(address);
    }

    void thisMachineHasABoundOfItsOwn()
    {
        QFETCH(QByteArray, address);
        Limits limits;
        limits.ofOrigin = 0;
        limits.ofLoopback = 2;
        Places places(limits);
        const Origin origin(address.toStdString());
        auto first = places.take(origin);
        const auto second = places.take(origin);
        QVERIFY(first && second && !places.take(origin));
        first.reset();
        QVERIFY(places.take(origin));
    }

    void thereIsABoundInAll()
    {
        Limits limits;
        limits.connections = 2;
        Places places(limits);
        const auto first = places.take(Origin("192.0.2.1"));
        auto second = places.take(Origin("192.0.2.2"));
        QVERIFY(!places.take(Origin("192.0.2.3")));
        QVERIFY(!places.isFullFor(Origin("192.0.2.3")));
        second.reset();
        QVERIFY(places.take(Origin("192.0.2.3")));
    }

    void allowsMoreDescriptors()
    {
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit low = before;
        low.rlim_cur = 256;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &low), 0);
        const std::size_t most = before.rlim_max;
        QCOMPARE(allowDescriptors(300), std::min<std::size_t>(300, most));
        QCOMPARE(allowDescriptors(280), std::min<std::size_t>(300, most)); // never fewer
        QCOMPARE(allowDescriptors(most), most);
        setrlimit(RLIMIT_NOFILE, &before);
    }
};

LATCHKEY_TEST(PlacesTest)

#include "tst_places.moc"
