#include "account/connectflow.h"
#include "stage.h"
#include "support/testrunner.h"
#include "wire/wires.h"

#include <QTest>

#include <algorithm>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;

namespace {

bool isOn(const QList<wire::Route> &routes, const HttpRequest &asked)
{
    return std::ranges::any_of(routes, [&](const wire::Route &route) {
        return route.method == asked.method && route.path == asked.path;
    });
}

/// As a server answers that speaks this wire alone.
HttpReply answerOf(const QString &name, const HttpRequest &asked)
{
    const auto wires = wire::allWires();
    const wire::Wire &spoken = *std::ranges::find(wires, name, &wire::Wire::name);
    const auto &describe = spoken.translation<api::DescribeServer>();
    if (describe && isOn(describe->routes, asked))
        return describe->writeReply({.name = u"One"_s, .version = u"1"_s}, asked);
    const auto &signIn = spoken.translation<api::SignIn>();
    if (isOn(signIn->routes, asked))
        return spoken.writeError(signIn->readRequest(asked, {}).error(), signIn->routes.first());
    return spoken.writeError(Error::of(Kind::NotFound, u"pathUnknown"_s), {});
}

} // namespace

class ConnectFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("bare") << u" id.example.com "_s << u"https://id.example.com"_s;
        QTest::newRow("slash") << u"https://a.example/x/"_s << u"https://a.example/x"_s;
        QTest::newRow("port") << u"a.example:8443"_s << u"https://a.example:8443"_s;
        QTest::newRow("own port") << u"https://a.example:443"_s << u"https://a.example"_s;
        QTest::newRow("here") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:80/"_s << u"http://127.0.0.1"_s;
        QTest::newRow("loopback 6") << u"http://[::1]:8000"_s << u"http://[::1]:8000"_s;
        QTest::newRow("plain") << u"http://a.example"_s << u"plainHttp"_s;
        QTest::newRow("like loopback") << u"http://localhost.example"_s << u"plainHttp"_s;
        QTest::newRow("empty") << u"  "_s << u"empty"_s;
        QTest::newRow("scheme") << u"ftp://a.example"_s << u"badAddress"_s;
        QTest::newRow("user") << u"https://me@a.example"_s << u"badAddress"_s;
        QTest::newRow("query") << u"https://a.example/?q=1"_s << u"badAddress"_s;
        QTest::newRow("space") << u"a b"_s << u"badAddress"_s;
    }

    void addresses()
    {
        QFETCH(const QString, typed);
        const auto url = normalAddress(typed);
        QTEST(url ? url->toString() : url.error().code, "outcome");
    }

    void connectFindsAServer()
    {
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"one.example"_s);
        QCOMPARE(flow->step(), ConnectFlow::Step::Checking);
        QCOMPARE(stage.line(), QByteArray("GET /v1/server"));
        stage.answer<api::DescribeServer>({.name = u"One"_s});
        QCOMPARE(flow->step(), ConnectFlow::Step::Found);
        QCOMPARE(flow->description()->name, u"One"_s);
        QCOMPARE(flow->address().url, QUrl(u"https://one.example"_s));
    }

    void aSilentServerIsAskedOnceAndNotForLong()
    {
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"one.example"_s);
        settle();
        QVERIFY(stage.net().sent.front().deadline.total <= std::chrono::seconds(10));
        stage.net().fail(0, Error::of(Kind::Timeout, u"timeout"_s));
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Address);
        QCOMPARE(flow->error()->code, u"timeout"_s);
        QCOMPARE(stage.count(), size_t(1));
    }

    void connectOffersToTrustOnlyWhatNobodyVouchesFor()
    {
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"one.example"_s);
        settle();
        stage.net().fail(0, Error::of(Kind::Network, u"tlsSelfSigned"_s));
        settle();
        stage.connections.certificate.finish(
            ServerCertificate{.pem = "PEM", .subject = u"one"_s, .issuer = u"one"_s});
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Untrusted);
        flow->trustCertificate();
        QCOMPARE(stage.connections.addresses.last().trustedCertificate, QByteArray("PEM"));
        stage.net().answer(1, stage.wire.translation<api::DescribeServer>()->writeReply({}, {}));
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Found);

        flow->check(u"two.example"_s);
        settle();
        stage.net().fail(2, Error::of(Kind::Network, u"tlsExpired"_s));
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Address);
        QCOMPARE(flow->error()->code, u"tlsExpired"_s);
        QCOMPARE(flow->typed(), u"two.example"_s);
    }

    void connectTriesBothWaysToThisComputer()
    {
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"127.0.0.1:8443"_s);
        QCOMPARE(flow->address().url, QUrl(u"http://127.0.0.1:8443"_s));
        settle();
        stage.net().fail(0, Error::of(Kind::Protocol, u"notHttp"_s));
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Checking);
        QCOMPARE(flow->address().url, QUrl(u"https://127.0.0.1:8443"_s));
        stage.net().fail(1, Error::of(Kind::Network, u"tlsFailed"_s));
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Address);
        QCOMPARE(flow->error()->code, u"notHttp"_s);

        flow->check(u"localhost"_s);
        settle();
        stage.net().fail(2, Error::of(Kind::Protocol, u"notHttp"_s));
        settle();
        stage.net().fail(3, Error::of(Kind::Network, u"tlsExpired"_s));
        settle();
        QCOMPARE(flow->error()->code, u"tlsExpired"_s);

        flow->check(u"http://127.0.0.1:8443"_s);
        settle();
        stage.net().fail(4, Error::of(Kind::Protocol, u"notHttp"_s));
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Address);
    }

    void vendorsOwnServersAreAddresses()
    {
        Stage stage;
        QStringList known;
        for (const WireOffer &offer : stage.accounts.connectFlow()->offered())
            known << offer.addresses;
        QVERIFY(known.contains(u"https://api.temporal.cloud"_s));
        QVERIFY(known.contains(u"https://dev.api.temporal.cloud"_s));
        for (const QString &address : std::as_const(known)) {
            const auto url = normalAddress(address);
            QVERIFY2(url && url->toString() == address, qPrintable(address));
        }
    }

    void connectKnowsAnAddressByItsPage_data()
    {
        QTest::addColumn<bool>("isRecognised");
        QTest::newRow("recognised") << true;
        QTest::newRow("chosen") << false;
    }

    /// Temporal's page has addresses end with what its paths begin with.
    void connectKnowsAnAddressByItsPage()
    {
        QFETCH(const bool, isRecognised);
        const QUrl base(u"https://dev.api.temporal.cloud"_s);
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"dev.api.temporal.cloud/v2"_s);
        while (flow->step() == ConnectFlow::Step::Checking) {
            settle();
            const size_t last = stage.net().sent.size() - 1;
            const HttpReply absent{.status = 404, .headers = {}, .body = "404 page not found"};
            const bool isThere = isRecognised && stage.connections.addresses.last().url == base;
            stage.net().answer(
                last, isThere ? answerOf(u"temporal"_s, stage.net().sent[last].request) : absent);
            settle();
        }
        if (!isRecognised) {
            QCOMPARE(flow->step(), ConnectFlow::Step::Unknown);
            QCOMPARE(flow->address().url, QUrl(u"https://dev.api.temporal.cloud/v2"_s));
            flow->choose({.name = u"temporal"_s});
        }
        QCOMPARE(flow->step(), ConnectFlow::Step::Found);
        QCOMPARE(flow->address().wire.name, u"temporal"_s);
        QCOMPARE(flow->address().url, base);
    }

    void connectFindsAServersWire_data()
    {
        QTest::addColumn<QString>("wire");
        for (const wire::Spoken &spoken : wire::spokenWires()) {
            if (spoken.name != WireChoice().name)
                QTest::newRow(qPrintable(spoken.name)) << spoken.name;
        }
    }

    /// Each question goes to a server that speaks that wire and no other.
    void connectFindsAServersWire()
    {
        QFETCH(const QString, wire);
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"one.example"_s);
        while (flow->step() == ConnectFlow::Step::Checking) {
            settle();
            const size_t last = stage.net().sent.size() - 1;
            stage.net().answer(last, answerOf(wire, stage.net().sent[last].request));
            settle();
        }
        QCOMPARE(flow->step(), ConnectFlow::Step::Found);
        QCOMPARE(flow->address().wire.name, wire);
        QVERIFY(flow->description()->signUpOpen);
    }

    void connectKnowsWhereNobodyCanSignUp_data()
    {
        QTest::addColumn<QByteArray>("told");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("open") << QByteArray("true") << true;
        QTest::newRow("closed") << QByteArray("false") << false;
    }

    /// MMDL's servers tell it.
    void connectKnowsWhereNobodyCanSignUp()
    {
        QFETCH(const QByteArray, told);
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"one.example"_s);
        while (flow->step() == ConnectFlow::Step::Checking) {
            HttpReply reply{.status = 404, .headers = {}, .body = "<html>"};
            if (stage.line() == "GET /api/users/settings/registrationstatus") {
                reply.status = 200;
                reply.headers.add("Content-Type", "application/json");
                reply.body = R"({"success":true,"data":{"message":)" + told + "}}";
            }
            stage.give(reply);
        }
        QCOMPARE(flow->step(), ConnectFlow::Step::Found);
        QCOMPARE(flow->address().wire.name, u"mmdl"_s);
        QTEST(flow->description()->signUpOpen, "isOpen");
    }

    void connectWaitsOnceForWhoSaysNothingElse()
    {
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"one.example"_s);
        stage.give({.status = 404, .headers = {}, .body = "<html>"});
        stage.net().fail(1, Error::of(Kind::Timeout, u"timeout"_s));
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Unknown);
        QCOMPARE(stage.net().sent.size(), 2u);
    }

    void connectSaysWhatIsNoServer()
    {
        Stage stage;
        const auto flow = stage.accounts.connectFlow();
        flow->check(u"one.example"_s);
        for (qsizetype asked = 0; asked <= flow->offered().size(); ++asked)
            stage.give({.status = 200, .headers = {}, .body = "<html>"});
        QCOMPARE(flow->step(), ConnectFlow::Step::Unknown);
        flow->choose({.name = u"aurora"_s, .version = 7});
        QCOMPARE(flow->step(), ConnectFlow::Step::Found);
        QCOMPARE(flow->address().wire.version, 7);
        flow->check(u"one.example"_s);
        stage.give({.status = 500, .headers = {}, .body = "<html>"});
        QCOMPARE(flow->step(), ConnectFlow::Step::Address);
        QCOMPARE(flow->error()->kind, Kind::Server);
        flow->check(u"one.example"_s);
        flow->back();
        settle();
        QCOMPARE(flow->step(), ConnectFlow::Step::Address);
        QVERIFY(!flow->error());
    }
};

LATCHKEY_TEST(ConnectFlowTest)

#include "tst_connectflow.moc"
