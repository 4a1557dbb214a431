#include "fakeprovider.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Error::Kind;

class DiscoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSaysWhatItMustIsMet()
    {
        FakeProvider provider;
        QVERIFY(provider.meet());
        const auto asked = provider.fetch.asked(provider.documentAt);
        QCOMPARE(asked.size(), 1U);
        QVERIFY(!asked.front().form && asked.front().headers.empty());
    }

    void aSlashAtTheEndIsPartOfTheName()
    {
        FakeProvider provider;
        const QString slashed = provider.issuer + u'/';
        QCOMPARE(provider.party.meet(slashed, {}).error().code, u"issuerMismatch"_s);
        QCOMPARE(provider.fetch.timesAsked(provider.documentAt), 1);
        provider.document[u"issuer"_s] = slashed;
        provider.publish();
        QVERIFY(provider.party.meet(slashed, {}));
    }

    void onlySafeAddressesAreAsked()
    {
        FakeProvider provider;
        for (const QString &issuer :
             {u""_s, u"accounts.google.com"_s, u"http://id.example.org"_s, u"ftp://127.0.0.1"_s,
              u"https://id.example.org?x=y"_s, u"https://ada@id.example.org"_s,
              QString(u"https://id.example.org/"_s + QString(250, u'a'))}) {
            const auto met = provider.party.meet(issuer, {});
            QCOMPARE(met.error().kind, Kind::Rejected);
            QCOMPARE(met.error().code, u"issuerInvalid"_s);
            QCOMPARE(met.error().field, u"issuer"_s);
        }
    }

    void onThisComputerHttpWillDo()
    {
        FakeProvider provider;
        const QString issuer = u"http://127.0.0.1:8080"_s;
        for (const auto &[name, path] :
             {std::pair(u"authorization_endpoint"_s, u"/auth"_s),
              std::pair(u"token_endpoint"_s, u"/token"_s), std::pair(u"jwks_uri"_s, u"/keys"_s)})
            provider.document[name] = QString(issuer + path);
        provider.document[u"issuer"_s] = issuer;
        provider.fetch.at(issuer + u"/.well-known/openid-configuration"_s, 200,
                          json(provider.document));
        QVERIFY(provider.party.meet(issuer, {}));
    }

    void whoIsNone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const QByteArray good = json(FakeProvider().document);
        const auto with = [](const QString &name, const QJsonValue &value) {
            QJsonObject document = FakeProvider().document;
            document[name] = value;
            return json(document);
        };
        const auto row = [](const QByteArray &name, int status, const QByteArray &body,
                            const QString &code = u"notAProvider"_s) {
            QTest::newRow(name.constData()) << status << body << code;
        };
        row("a page", 200, "<!doctype html><title>Welcome</title>");
        row("elsewhere", 302, good);
        row("not there", 404, good);
        row("not for us", 401, good);
        row("empty", 200, "");
        row("cut", 200, good.chopped(20));
        row("something behind it", 200, good + "x");
        row("a list", 200, "[" + good + "]");
        row("twice the same name", 200, good.chopped(1) + R"(,"issuer":"x"})");
        row("another one", 200, with(u"issuer"_s, u"https://id.example.org"_s),
            u"issuerMismatch"_s);
        row("no name", 200, with(u"issuer"_s, QJsonValue::Null));
        row("no text", 200, with(u"issuer"_s, 5));
        for (const char *name : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
            const QString member = QString::fromLatin1(name);
            const auto named = [&](const char *what) {
                return QByteArray(QByteArray(name) + what);
            };
            row(named(" missing"), 200, with(member, QJsonValue::Null));
            row(named(" plain"), 200, with(member, u"http://id.example.org/x"_s));
            row(named(" no address"), 200, with(member, u"/token"_s));
            row(named(" here"), 200, with(member, u"http://127.0.0.1:6379/"_s));
            row(named(" here, encrypted"), 200, with(member, u"https://localhost:8443/"_s));
        }
        row("userinfo here", 200, with(u"userinfo_endpoint"_s, u"http://localhost/"_s));
        row("broken", 500, good, u"providerUnreachable"_s);
        row("too often", 429, good, u"providerUnreachable"_s);
    }
    void whoIsNone()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        FakeProvider provider;
        provider.fetch.at(provider.documentAt, status, body);
        const auto met = provider.meet();
        QVERIFY(!met);
        QTEST(met.error().code, "code");
        QCOMPARE(met.error().field, met.error().status == 503 ? QString() : u"issuer"_s);
    }

    void whatDoesNotAnswer()
    {
        FakeProvider provider;
        provider.fetch.failsAt(provider.documentAt, Error::of(Kind::Timeout, u"t"_s, u"why"_s));
        const auto late = provider.meet();
        QCOMPARE(late.error().kind, Kind::Server);
        QCOMPARE(late.error().status, 503);
        QCOMPARE(late.error().code, u"providerUnreachable"_s);
        QVERIFY(late.error().detail.contains(u"why"_s));
        provider.fetch.failsAt(provider.documentAt, Error::of(Kind::Protocol, u"answerTooLong"_s));
        QCOMPARE(provider.meet().error().code, u"notAProvider"_s);
        provider.fetch.failsAt(provider.documentAt, Error::of(Kind::Cancelled, u"c"_s));
        QCOMPARE(provider.meet().error().kind, Kind::Cancelled);
        provider.publish();
        QVERIFY(provider.meet());
    }

    /// Nobody waits for it again at once, but whoever wants to know.
    void thatItDoesNotAnswerIsKeptForHalfAMinute()
    {
        FakeProvider provider;
        const auto times = [&] { return provider.fetch.timesAsked(provider.documentAt); };
        const auto visit = [&] {
            const auto address =
                provider.party.visitAddress({provider.client, {}, {}, {}, {}, {}}, {});
            return address ? QString() : address.error().code;
        };
        provider.fetch.failsAt(provider.documentAt, Error::of(Kind::Timeout, u"t"_s));
        QCOMPARE(visit(), u"providerUnreachable"_s);
        provider.publish();
        provider.clock.advance(29s);
        QCOMPARE(visit(), u"providerUnreachable"_s);
        QCOMPARE(times(), 1);
        provider.clock.advance(1s);
        QCOMPARE(visit(), QString());
        QCOMPARE(times(), 2);
        provider.fetch.failsAt(provider.documentAt, Error::of(Kind::Timeout, u"t"_s));
        QCOMPARE(provider.meet().error().code, u"providerUnreachable"_s);
        provider.publish();
        QVERIFY(provider.meet());
        QCOMPARE(times(), 4);
    }

    void whoGaveUpLeavesNothingBehind()
    {
        FakeProvider provider;
        provider.fetch.failsAt(provider.documentAt, Error::of(Kind::Cancelled, u"c"_s));
        QCOMPARE(
            provider.party.visitAddress({provider.client, {}, {}, {}, {}, {}}, {}).error().kind,
            Kind::Cancelled);
        provider.publish();
        QVERIFY(provider.party.visitAddress({provider.client, {}, {}, {}, {}, {}}, {}));
    }

    void itIsKeptForAnHour()
    {
        FakeProvider provider;
        const auto times = [&] { return provider.fetch.timesAsked(provider.documentAt); };
        QVERIFY(provider.verify(provider.token()));
        QVERIFY(provider.verify(provider.token()));
        QCOMPARE(times(), 1);
        QVERIFY(provider.meet()); // who asks that wants to know it now
        QCOMPARE(times(), 2);
        provider.clock.advance(59min);
        QVERIFY(provider.party.visitAddress({provider.client, {}, {}, {}, {}, {}}, {}));
        QCOMPARE(times(), 2);
        provider.clock.advance(1min);
        QVERIFY(provider.party.visitAddress({provider.client, {}, {}, {}, {}, {}}, {}));
        QCOMPARE(times(), 3);
        provider.clock.advance(-2h);
        QVERIFY(provider.party.visitAddress({provider.client, {}, {}, {}, {}, {}}, {}));
        QCOMPARE(times(), 4);
    }
};

LATCHKEY_TEST(DiscoveryTest)

#include "tst_discovery.moc"
