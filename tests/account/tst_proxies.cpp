#include "account/networkconnections.h"
#include "account/profilesettings.h"
#include "account/proxies.h"
#include "account/stage.h"
#include "net/sockets/socketnetwork.h"
#include "support/proxyserver.h"
#include "support/selfsigned.h"
#include "support/testrunner.h"
#include "support/tlsserver.h"

#include "account/preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

// An address of the block for examples: only the proxy can take anybody there.
const QByteArray address = "203.0.113.5";

/// A server that only a proxy leads to, and the program's way of finding it.
struct Road
{
    ProxyChoice choice(const QString &user = u"ada"_s) const
    {
        return {.kind = ProxyChoice::Kind::Http,
                .host = u"127.0.0.1"_s,
                .port = proxy.serverPort(),
                .user = user};
    }

    ServerAddress server(const ProxyChoice &choice = {}) const
    {
        return {.url = QUrl(u"https://"_s + QString::fromLatin1(address)),
                .proxy = choice,
                .trustedCertificate = made.certificate};
    }

    void setForProgram(const ProxyChoice &choice)
    {
        Preferences changed = preferences.current();
        changed.proxy = choice;
        QVERIFY(preferences.set(changed));
    }

    static QString ask(net::Transport &transport)
    {
        QObject receiver;
        std::optional<Result<HttpReply>> end;
        transport.send({.path = "/"}, {}).then(&receiver, [&](const auto &reply) { end = reply; });
        if (!QTest::qWaitFor([&] { return end.has_value(); }))
            return u"no end"_s;
        return *end ? QString::fromLatin1((*end)->body) : end->error().code;
    }

    Stage stage;
    SelfSigned made = SelfSigned::forAddress(address);
    TlsServer target{made.certificate, made.key};
    ProxyServer proxy{target.port(), "ada", "open sesame"};
    ManualAlarm alarm;
    PreferencesStore preferences{stage.dir.filePath(u"preferences.json"_s)};
    Proxies proxies{preferences, stage.keeping};
    net::SocketNetwork network{alarm};
    NetworkConnections connections{network, proxies};
};

} // namespace

class ProxiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProxyThatAsksWhoItIsGetsAnAnswer()
    {
        Road road;
        road.setForProgram(road.choice());
        const auto transport = road.connections.transportTo(road.server());
        QCOMPARE(Road::ask(*transport), u"proxyAuthenticationRequired"_s);
        QCOMPARE(road.proxy.tunnels(), 0);
        road.proxies.setPassword({}, Secret(u"open sesame"_s));
        QCOMPARE(Road::ask(*transport), u"ok"_s);
        QCOMPARE(road.proxy.tunnels(), 1);
        road.proxies.setPassword({}, Secret(u"another"_s));
        QCOMPARE(Road::ask(*transport), u"proxyAuthenticationRequired"_s);
    }

    void theProgramsProxyIsThatOfEveryProfileWithoutOne()
    {
        Road road;
        road.setForProgram({.kind = ProxyChoice::Kind::Http, .host = u"nowhere.invalid"_s});
        const auto follows = road.connections.transportTo(road.server());
        const auto has = road.connections.transportTo(road.server(road.choice()));
        road.proxies.setPassword(road.choice(), Secret(u"open sesame"_s));
        QCOMPARE(Road::ask(*has), u"ok"_s);
        QVERIFY(Road::ask(*follows) != u"ok"_s);
        road.setForProgram(road.choice());
        QCOMPARE(Road::ask(*follows), u"ok"_s);
    }

    void theCertificateIsSeenThroughTheProxy()
    {
        Road road;
        road.proxies.setPassword(road.choice(), Secret(u"open sesame"_s));
        std::optional<Result<ServerCertificate>> seen;
        road.connections.certificateOf(road.server(road.choice()))
            .then(&road.proxies, [&](const auto &shown) { seen = shown; });
        QTRY_VERIFY(seen);
        QVERIFY(*seen);
        QCOMPARE((*seen)->subject, QString::fromLatin1(address));
    }

    void thePasswordIsKeptAndInNoSettings()
    {
        Road road;
        road.setForProgram(road.choice());
        std::optional<KeepingPlace> place;
        road.proxies.setPassword({}, Secret(u"open sesame"_s))
            .then(&road.proxies, [&](const auto &kept) { place = *kept; });
        settle();
        QCOMPARE(place, std::optional(KeepingPlace::Keychain));
        QFile written(road.stage.dir.filePath(u"preferences.json"_s));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray settings = written.readAll();
        QVERIFY(settings.contains("\"ada\""));
        QVERIFY(!settings.contains("sesame"));

        Proxies later(road.preferences, road.stage.keeping);
        QSignalSpy changed(&later, &Proxies::changed);
        QVERIFY(later.passwordOf({}).isEmpty());
        settle();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(later.passwordOf({}).revealText(), u"open sesame"_s);
        later.forgetPassword({});
        settle();
        Proxies last(road.preferences, road.stage.keeping);
        QVERIFY(last.passwordOf({}).isEmpty());
        settle();
        QVERIFY(!last.hasPassword({}));
    }

    void thePasswordGoesToNoOtherProxy()
    {
        Road road;
        road.proxies.setPassword(road.choice(), Secret(u"open sesame"_s));
        QVERIFY(road.proxies.passwordOf(road.choice(u"eve"_s)).isEmpty());
        ProxyChoice other = road.choice();
        other.host = u"other.example"_s;
        QVERIFY(road.proxies.passwordOf(other).isEmpty());
        other = road.choice();
        other.kind = ProxyChoice::Kind::System;
        QVERIFY(road.proxies.passwordOf(other).isEmpty());
    }

    void whereTheKeychainSaysNoItHoldsUntilTheEnd()
    {
        Road road;
        road.stage.keychain.trouble = Error::of(Error::Kind::Server, u"keychainAbsent"_s);
        std::optional<KeepingPlace> place;
        road.proxies.setPassword(road.choice(), Secret(u"open sesame"_s))
            .then(&road.proxies, [&](const auto &kept) { place = *kept; });
        settle();
        QCOMPARE(place, std::optional(KeepingPlace::Memory));
        QVERIFY(road.proxies.hasPassword(road.choice()));
    }

    void anAccountThatIsThereGetsAnotherProxy()
    {
        Stage stage;
        Account &account = stage.signIn();
        const ProxyChoice proxy{.kind = ProxyChoice::Kind::Socks5, .host = u"p"_s, .port = 1080};
        QVERIFY(ProfileSettings(account.id(), stage.accounts).setProxy(proxy));
        QCOMPARE(stage.connections.addresses.back().proxy, proxy);
        QVERIFY(account.state().isSignedIn());
        Profiles again(stage.dir.filePath(u"profiles.json"_s));
        QVERIFY(again.load());
        QCOMPARE(again.all().front().server.proxy, proxy);
    }
};

LATCHKEY_TEST(ProxiesTest)

#include "tst_proxies.moc"
