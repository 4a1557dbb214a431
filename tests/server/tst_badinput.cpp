#include "stand.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

/// Whatever is wrong with a request gets its 4xx, with the field named, and changes nothing.
class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stand = std::make_unique<Stand>();
        m_token = m_stand->signUp("ada");
    }
    void cleanupTestCase() { m_stand.reset(); }

    void bodies_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &body, int status,
                            const QString &code, const QString &field) {
            QTest::newRow(name) << QByteArray("/v1/users") << body << status << code << field;
        };
        const QByteArray good = Stand::signUpBody("bob");
        const auto with = [good](const QByteArray &from, const QByteArray &to) {
            return QByteArray(good).replace(from, to);
        };
        const QByteArray zeroes = QByteArray("0,").repeated(250'000) + '0';
        row("nothing", {}, 415, u"malformedRequest"_s, u"Content-Type"_s);
        row("no json", "hello", 400, u"malformedJson"_s, {});
        row("cut off", good.chopped(1), 400, u"malformedJson"_s, {});
        row("something after it", good + "{}", 400, u"malformedJson"_s, {});
        row("bad UTF-8", with("\"name\":\"bob\"", "\"name\":\"\xff\xfe\""), 400, u"malformedJson"_s,
            {});
        row("deep", QByteArray(100, '['), 400, u"malformedJson"_s, {});
        row("deep and whole", QByteArray(100, '[') + QByteArray(100, ']'), 400, u"malformedJson"_s,
            {});
        row("an array", "[]", 400, u"wrongType"_s, {});
        row("long name", "{\"" + QByteArray(520'000, 'n') + "\":[" + zeroes + "]}", 400,
            u"nameTooLong"_s, {});
        row("many values", '[' + zeroes + ']', 400, u"tooManyValues"_s, {});
        row("duplicate", with("{\"name\"", "{\"name\":\"x\",\"name\""), 400, u"duplicateField"_s,
            u"name"_s);
        row("missing", with("\"name\":\"bob\",", ""), 400, u"missingField"_s, u"name"_s);
        row("unknown", with("{\"name\"", "{\"role\":\"admin\",\"name\""), 400, u"unknownField"_s,
            u"role"_s);
        row("unknown inside", with("{\"label\"", "{\"colour\":1,\"label\""), 400, u"unknownField"_s,
            u"device.colour"_s);
        row("wrong type", with("\"name\":\"bob\"", "\"name\":5"), 400, u"wrongType"_s, u"name"_s);
        row("null", with("\"name\":\"bob\"", "\"name\":null"), 400, u"missingField"_s, u"name"_s);
        row("unknown value", with("\"en\"", "\"tlh\""), 400, u"unknownValue"_s, u"language"_s);
        row("nested", with("\"program\":\"Test 1\"", "\"program\":[]"), 400, u"wrongType"_s,
            u"device.program"_s);
        row("too long", with("\"name\":\"bob\"", "\"name\":\"" + QByteArray(101, 'x') + '"'), 422,
            u"tooLong"_s, u"name"_s);
        row("empty name", with("\"name\":\"bob\"", "\"name\":\"\""), 422, u"empty"_s, u"name"_s);
        row("blank name", with("\"name\":\"bob\"", "\"name\":\" \u200b\u2060\""), 422, u"empty"_s,
            u"name"_s);
        row("blank program", with("\"program\":\"Test 1\"", "\"program\":\"\u200b\""), 422,
            u"empty"_s, u"device.program"_s);
        row("no address", with("bob@example.com", "bob at example"), 422, u"emailInvalid"_s,
            u"email"_s);
    }
    void bodies()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        const qint64 audited = m_stand->rows(u"audit"_s);
        const Answer answer = Browser(m_stand->port()).post(target, body);
        QTEST(answer.status, "status");
        QTEST(answer.code(), "code");
        QTEST(answer.wrongField(), "field");
        QCOMPARE(answer.field("Content-Type"), "application/problem+json");
        QCOMPARE(answer.json().value(u"requestId"_s).toString().toLatin1(),
                 answer.field("Request-Id"));
        QCOMPARE(m_stand->rows(u"users"_s), 1);
        QCOMPARE(m_stand->rows(u"audit"_s), audited);
    }

    void heads_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/v1/nothing") << 404;
        QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << 404;
        QTest::newRow("slash after") << QByteArray("GET") << QByteArray("/v1/me/") << 404;
        QTest::newRow("up") << QByteArray("GET") << QByteArray("/v1/../v1/me") << 404;
        QTest::newRow("other method") << QByteArray("PUT") << QByteArray("/v1/me") << 405;
        QTest::newRow("options") << QByteArray("OPTIONS") << QByteArray("/v1/me") << 405;
        QTest::newRow("unknown method") << QByteArray("BREW") << QByteArray("/v1/me") << 405;
        QTest::newRow("health is read") << QByteArray("POST") << QByteArray("/healthz") << 405;
        QTest::newRow("empty id") << QByteArray("DELETE") << QByteArray("/v1/sessions/") << 404;
        QTest::newRow("limit no number")
            << QByteArray("GET") << QByteArray("/v1/sessions?limit=x") << 400;
        QTest::newRow("limit with a sign")
            << QByteArray("GET") << QByteArray("/v1/sessions?limit=%2B5") << 400;
        QTest::newRow("limit too much")
            << QByteArray("GET") << QByteArray("/v1/sessions?limit=201") << 422;
        QTest::newRow("limit twice")
            << QByteArray("GET") << QByteArray("/v1/sessions?limit=1&limit=2") << 400;
        QTest::newRow("cursor of nobody")
            << QByteArray("GET") << QByteArray("/v1/sessions?after=zzz") << 422;
    }
    void heads()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        Browser browser(m_stand->port());
        browser.token = m_token;
        const Answer answer = browser.ask(method, target);
        QTEST(answer.status, "status");
        QCOMPARE(answer.field("Content-Type"), "application/problem+json");
        QCOMPARE(answer.field("Allow").isEmpty(), answer.status != 405);
    }

    void theAllowedMethodsAreNamed()
    {
        const Answer answer = Browser(m_stand->port()).ask("PUT", "/v1/me");
        QCOMPARE(answer.field("Allow"), "GET, HEAD, PATCH");
    }

    void whatTheEngineRefusesIsAProblemToo()
    {
        Browser huge(m_stand->port());
        huge.send("POST /v1/users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n");
        const Answer body = huge.receive();
        QCOMPARE(body.status, 413);
        QCOMPARE(body.code(), u"bodyTooLarge"_s);
        QVERIFY(!body.field("Request-Id").isEmpty());
        Browser twoHosts(m_stand->port());
        twoHosts.send("GET /v1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        QCOMPARE(twoHosts.receive().code(), u"malformedRequest"_s);
        Browser longHead(m_stand->port());
        longHead.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(20000, 'x') +
                      "\r\n\r\n");
        QCOMPARE(longHead.receive().code(), u"headTooLarge"_s);
    }

    void anotherContentTypeIsRefused()
    {
        const Answer answer = Browser(m_stand->port())
                                  .ask("POST", "/v1/users", Stand::signUpBody("bob"),
                                       {{"Content-Type", "application/x-www-form-urlencoded"}});
        QCOMPARE(answer.status, 415);
        QCOMPARE(answer.wrongField(), u"Content-Type"_s);
    }

private:
    std::unique_ptr<Stand> m_stand;
    QByteArray m_token;
};

LATCHKEY_TEST(BadInputTest)

#include "tst_badinput.moc"
