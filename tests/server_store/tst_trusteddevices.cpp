#include "support/testrunner.h"
#include "together.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

namespace {

SigningIn by(const api::User &user, const QString &label = u"Laptop"_s)
{
    return {user.id, {label, u"Latchkey 0.1"_s, u"Debian 12"_s}, u"192.0.2.1"_s};
}

} // namespace

class TrustedDevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forThirtyDaysAndOneAccount()
    {
        Opened opened;
        const api::User user = opened.user();
        const api::User bob = opened.user(u"bob@example.com"_s);
        const FreshTrust fresh = opened->trustedDevices.trust(by(user)).value();
        QVERIFY(fresh.token.reveal().startsWith("lkt_"));
        QCOMPARE(fresh.token.size(), 4 + 43);
        QVERIFY(!opened->trustedDevices.use(bob.id, fresh.token).value());
        QVERIFY(!opened->trustedDevices.use(user.id, Secret(u"lkt_other"_s)).value());
        const auto before = opened->trustedDevices.list(user.id).value();
        QCOMPARE(before.size(), 1);
        QCOMPARE(before.first().id, fresh.id);
        QCOMPARE(before.first().device, by(user).device);
        QCOMPARE(before.first().address, u"192.0.2.1"_s);
        QCOMPARE(before.first().expiresAt, opened.clock.now() + std::chrono::days(30));
        QVERIFY(!before.first().lastUsedAt);
        opened.clock.advance(std::chrono::days(30) - 1ms);
        QVERIFY(opened->trustedDevices.use(user.id, fresh.token).value());
        QCOMPARE(opened->trustedDevices.list(user.id).value().first().lastUsedAt,
                 opened.clock.now());
        opened.clock.advance(1ms);
        QVERIFY(!opened->trustedDevices.use(user.id, fresh.token).value());
        QVERIFY(opened->trustedDevices.list(user.id).value().isEmpty());
        QCOMPARE(opened->trustedDevices.forgetOld(100).value(), 1);
    }

    void areForgotten()
    {
        const Opened opened;
        const api::User user = opened.user();
        const api::User bob = opened.user(u"bob@example.com"_s);
        const FreshTrust one = opened->trustedDevices.trust(by(user)).value();
        const FreshTrust two = opened->trustedDevices.trust(by(user)).value();
        const FreshTrust bobs = opened->trustedDevices.trust(by(bob)).value();
        QCOMPARE(opened->trustedDevices.forget(bob.id, one.id).error().code,
                 u"trustedDeviceUnknown"_s);
        QVERIFY(opened->trustedDevices.forget(user.id, one.id));
        QVERIFY(!opened->trustedDevices.use(user.id, one.token).value());
        QVERIFY(opened->trustedDevices.use(user.id, two.token).value());
        QCOMPARE(opened->trustedDevices.forgetAll(user.id).value(), 1);
        QVERIFY(!opened->trustedDevices.use(user.id, two.token).value());
        QVERIFY(opened->trustedDevices.use(bob.id, bobs.token).value());
    }

    void theNewestFiftyStay()
    {
        Opened opened;
        const api::User user = opened.user();
        for (int i = 0; i < 60; ++i)
            QVERIFY(opened->trustedDevices.trust(by(user, QString::number(i))));
        const auto devices = opened->trustedDevices.list(user.id).value();
        QCOMPARE(devices.size(), 50);
        QCOMPARE(devices.first().device.label, u"59"_s);
        QCOMPARE(devices.last().device.label, u"10"_s);
    }
};

LATCHKEY_TEST(TrustedDevicesTest)

#include "tst_trusteddevices.moc"
