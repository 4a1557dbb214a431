#include "base/ipaddress.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;

class IpAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *text, const char *written) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(written);
        };
        row("192.0.2.1", "192.0.2.1");
        row("::ffff:192.0.2.1", "192.0.2.1");
        row("2001:DB8::1", "2001:db8::1");
        row("fe80::1%eth0", "fe80::1");
        row("", "");
        row("localhost", "");
        row("192.0.2", "");
        row("192.0.2.256", "");
        row("1.2.3.4:80", "");
        row("[::1]", "");
    }
    void readsAndWrites()
    {
        QFETCH(QByteArray, text);
        const auto address = IpAddress::parse(text.toStdString());
        QTEST(address ? QByteArray::fromStdString(address->text()) : QByteArray(), "written");
    }

    void knowsThisMachine()
    {
        for (const char *ours : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
            QVERIFY2(IpAddress::parse(ours)->isLoopback(), ours);
        for (const char *other : {"128.0.0.1", "::2", "0.0.0.0", "::", "1::1", "10.0.0.1"})
            QVERIFY2(!IpAddress::parse(other)->isLoopback(), other);
    }

    void knowsThisComputer()
    {
        for (const char *ours : {"localhost", "LocalHost", "127.0.0.1", "::1"})
            QVERIFY2(isThisComputer(ours), ours);
        for (const char *other : {"", "localhost.example", "local", "example.com", "127.example",
                                  "127.0.0.1.example", "192.0.2.1"})
            QVERIFY2(!isThisComputer(other), other);
    }

    void knowsTheCustomer()
    {
        const auto customer = [](const char *text) { return IpAddress::parse(text)->customer(); };
        QCOMPARE(customer("2001:db8:1:2:3::4"), customer("2001:db8:1:2:ffff::9"));
        QVERIFY(!(customer("2001:db8:1:2::4") == customer("2001:db8:1:3::4")));
        QVERIFY(!(customer("192.0.2.1") == customer("192.0.2.2")));
        QCOMPARE(customer("::ffff:192.0.2.1"), customer("192.0.2.1"));
    }

    void knowsItsNetwork_data()
    {
        QTest::addColumn<QByteArray>("network");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("isIn");
        const auto row = [](const char *network, const char *address, bool isIn) {
            QTest::addRow("%s %s", network, address)
                << QByteArray(network) << QByteArray(address) << isIn;
        };
        row("10.0.0.0/8", "10.255.0.1", true);
        row("10.0.0.0/8", "11.0.0.1", false);
        row("10.1.2.3/9", "10.127.0.1", true);
        row("10.1.2.3/9", "10.128.0.1", false);
        row("192.0.2.1", "192.0.2.1", true);
        row("192.0.2.1", "192.0.2.2", false);
        row("0.0.0.0/0", "8.8.8.8", true);
        row("0.0.0.0/0", "::1", false);
        row("2001:db8::/33", "2001:db8:7fff::1", true);
        row("2001:db8::/33", "2001:db8:8000::1", false);
    }
    void knowsItsNetwork()
    {
        QFETCH(QByteArray, network);
        QFETCH(QByteArray, address);
        const auto parsed = IpNetwork::parse(network.toStdString());
        QVERIFY(parsed);
        QTEST(parsed->contains(*IpAddress::parse(address.toStdString())), "isIn");
    }

    void refusesWhatIsNoNetwork()
    {
        for (const char *wrong : {"", "/8", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0.0/-1",
                                  "10.0.0.0/8x", "ten/8"})
            QVERIFY2(!IpNetwork::parse(wrong), wrong);
    }
};

LATCHKEY_TEST(IpAddressTest)
#include "tst_ipaddress.moc"
