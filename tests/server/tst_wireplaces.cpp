#include "spoken.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

/// Where a server speaks its wires: which of them, and at which ports.
class WirePlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsNamedIsSpokenBeyondThisMachine()
    {
        Stand stand([](server::ServerConfig &config) {
            config.hostNames = {u"accounts.example.org"_s};
            config.wires = {{u"oneshot"_s}};
        });
        QCOMPARE(aurora.join(stand, "ada").status, 404);
        QCOMPARE(oneShot.join(stand, "ada").status, 201);
        const auto wires =
            Browser(stand.port()).ask("GET", "/v1/server").json().value(u"wires"_s).toArray();
        QCOMPARE(wires, QJsonArray({u"latchkey"_s, u"oneshot"_s}));
        stand.restart([](server::ServerConfig &config) { config.wires.reset(); });
        QCOMPARE(oneShot.join(stand, "bob").status, 404);
    }

    void aWireHasAPortOfItsOwn()
    {
        Stand stand([](server::ServerConfig &config) {
            config.wirePorts = {{u"oneshot"_s, {u"127.0.0.1"_s, 0}}};
        });
        const quint16 port = stand.running.wirePorts.first().where.port;
        Browser browser(port);
        QCOMPARE(browser.post("/users", oneShot.body("ada", goodPassword)).status, 201);
        QCOMPARE(browser.ask("GET", "/").json().value(u"license"_s).toString(), u"MIT"_s);
        for (const char *path : {"/v1/server", "/healthz", "/oneshot/", "/aurora/api/v3/login"}) {
            const Answer unknown = browser.ask("GET", path);
            QCOMPARE(unknown.status, 404);
            QCOMPARE(unknown.body, refusedByOneShot("NOT_FOUND"));
        }
    }

    void tooLargeABodyIsRefusedInTheWordsOfItsWire()
    {
        Stand stand([](server::ServerConfig &config) {
            config.wirePorts = {{u"oneshot"_s, {u"127.0.0.1"_s, 0}}};
        });
        const auto refused = [](quint16 port, const QByteArray &path) {
            Browser huge(port);
            huge.send("POST " + path +
                      " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n");
            return huge.receive();
        };
        const quint16 alone = stand.running.wirePorts.first().where.port;
        for (const Answer &answer : {refused(stand.port(), "/oneshot/users"),
                                     refused(alone, "/users"), refused(alone, "/nowhere")}) {
            QCOMPARE(answer.status, 413);
            QCOMPARE(answer.field("Content-Type"), "text/plain; charset=utf-8");
            QCOMPARE(answer.body, "JSON payload (2000000 bytes) is larger than allowed "
                                  "(limit: 1048576 bytes).");
            QVERIFY(!answer.field("Request-Id").isEmpty());
        }
        // Others' pages have no word for it.
        for (const char *path : {"/v1/users", "/aurora/api/v3/login", "/oneshots"})
            QCOMPARE(refused(stand.port(), path).code(), u"bodyTooLarge"_s);
    }
};

LATCHKEY_TEST(WirePlacesTest)

#include "tst_wireplaces.moc"
