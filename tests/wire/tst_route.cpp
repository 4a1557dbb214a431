#include "support/testrunner.h"
#include "wire/route.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;

class RouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsAndMatches()
    {
        const Route route{HttpMethod::Get, "/v1/sessions/{id}/label"};
        const QByteArray path = route.fill({{u"id"_s, u"a/b %中"_s}});
        QCOMPARE(path, "/v1/sessions/a%2Fb%20%25%E4%B8%AD/label");
        QCOMPARE(route.match(path)->value(u"id"_s), u"a/b %中"_s);
    }

    void matchesWholePathsOnly()
    {
        const Route route{HttpMethod::Get, "/v1/sessions/{id}"};
        QVERIFY(!route.match("/v1/sessions"));
        QVERIFY(!route.match("/v1/sessions/"));
        QVERIFY(!route.match("/v1/sessions/a/"));
        QVERIFY(!route.match("/V1/sessions/a"));
        QVERIFY(route.match("/v1/sessions/a"));
    }
};

LATCHKEY_TEST(RouteTest)

#include "tst_route.moc"
