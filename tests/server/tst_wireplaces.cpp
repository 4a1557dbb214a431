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
};

LATCHKEY_TEST(WirePlacesTest)

#include "tst_wireplaces.moc"
