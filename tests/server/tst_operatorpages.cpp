#include "stand.h"
#include "support/testrunner.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

/// As long as it lives, no file of this process grows beyond that: the disk is full.
class SmallFiles
{
public:
    explicit SmallFiles(rlim_t size)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{size, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallFiles(const SmallFiles &) = delete;
    SmallFiles &operator=(const SmallFiles &) = delete;

private:
    rlimit m_before{};
};

} // namespace

/// What whoever runs the server is told, above all when something is wrong.
class OperatorPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverRunsItSeesHowItDoes()
    {
        Stand stand;
        stand.signUp("ada");
        Browser browser(stand.port());
        QCOMPARE(browser.ask("GET", "/healthz").body, "ok\n");
        const QByteArray metrics = browser.ask("GET", "/metrics").body;
        QVERIFY(
            metrics.contains("latchkey_requests_total{operation=\"signUp\",status=\"2xx\"} 1\n"));
        QVERIFY(metrics.contains("latchkey_users 1\n"));
        QVERIFY(metrics.contains("latchkey_sessions 1\n"));
    }

    void aFullDiskIsSaidAndPasses()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        const auto rename = [&browser](const QByteArray &tag, const QByteArray &name) {
            return browser.ask("PATCH", "/v1/me", "{\"name\":\"" + name + "\"}",
                               {{"If-Match", tag}});
        };
        {
            const SmallFiles limit(4096);
            const Answer refused = rename("\"1\"", "Ada L.");
            QCOMPARE(refused.status, 503);
            QCOMPARE(refused.code(), u"diskFull"_s);
            QVERIFY(!refused.field("Retry-After").isEmpty());
            QCOMPARE(browser.ask("GET", "/v1/me").status, 200);
            const Answer health = browser.ask("GET", "/healthz");
            QCOMPARE(health.status, 503);
            QCOMPARE(health.code(), u"diskFull"_s);
        }
        QCOMPARE(rename("\"1\"", "Ada L.").status, 200);
        QCOMPARE(browser.ask("GET", "/healthz").status, 200);
    }

    void aDamagedDatabaseIsSaidOnceItIsMet()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        const qint64 page =
            stand.number(u"SELECT rootpage FROM sqlite_schema WHERE name = 'users'"_s);
        stand.restart([&stand, page](server::ServerConfig &) {
            stand.server.reset();
            QFile file(stand.database());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek((page - 1) * 4096));
            QCOMPARE(file.write(QByteArray(4096, 'Z')), 4096);
        });
        Browser after(stand.port());
        after.token = browser.token;
        QCOMPARE(after.ask("GET", "/healthz").body, "ok\n");
        QVERIFY(after.ask("GET", "/metrics").body.contains("latchkey_database_damaged 0\n"));
        const Answer refused = after.ask("GET", "/v1/me");
        QCOMPARE(refused.status, 500);
        QCOMPARE(refused.code(), u"databaseCorrupt"_s);
        const Answer health = after.ask("GET", "/healthz");
        QCOMPARE(health.status, 503);
        QCOMPARE(health.code(), u"databaseCorrupt"_s);
        QVERIFY(after.ask("GET", "/metrics").body.contains("latchkey_database_damaged 1\n"));
    }
};

LATCHKEY_TEST(OperatorPagesTest)

#include "tst_operatorpages.moc"
