#include "support/testrunner.h"
#include "wire/formbody.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;

namespace {

HttpRequest form(const QByteArray &type, const QByteArray &body)
{
    return {.method = HttpMethod::Post, .headers = {{"Content-Type", type}}, .body = body};
}

QString read(const HttpRequest &request, const QString &name)
{
    const auto text = formOf(request)
                          .and_then([&](const JsonNode &node) { return node.member(name); })
                          .and_then([](const JsonNode &member) { return member.text(); });
    return text ? *text : u"refused: "_s + text.error().code;
}

const QByteArray part =
    "--b\r\nContent-Disposition: form-data; name=\"user\"\r\n\r\nAda & <Bob>\r\n";

} // namespace

class FormBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatBrowsersSend()
    {
        const QString ada = u"Ada & <Bob>"_s;
        for (const char *type :
             {"multipart/form-data; boundary=b", "Multipart/Form-Data;boundary=\"b\"",
              "multipart/form-data; charset=utf-8; Boundary=b"}) {
            QCOMPARE(read(form(type, part + "--b--\r\n"), u"user"_s), ada);
            QCOMPARE(read(form(type, part + "--b--"), u"user"_s), ada);
            QCOMPARE(read(form(type, "a preamble\r\n" + part + "--b--\r\nan epilogue"), u"user"_s),
                     ada);
        }
        QCOMPARE(read(form("application/x-www-form-urlencoded",
                           "user=Ada+%26+%3CBob%3E&empty=&name=%E4%B8%AD"),
                      u"user"_s),
                 ada);
        QCOMPARE(read(form("application/x-www-form-urlencoded; charset=UTF-8", "name=%E4%B8%AD"),
                      u"name"_s),
                 u"中"_s);
        QCOMPARE(read(form("application/x-www-form-urlencoded", "user=&more=1"), u"user"_s),
                 QString());
    }

    void refusesWhatIsNone()
    {
        const auto refused = [](const QByteArray &body,
                                const QByteArray &type = "multipart/form-data; boundary=b") {
            return !formOf(form(type, body));
        };
        QVERIFY(!refused(part + "--b--"));
        QVERIFY(refused(part));
        QVERIFY(refused(part + "--b"));
        QVERIFY(refused(""));
        QVERIFY(refused("{}"));
        QVERIFY(refused(part + part + "--b--")); // a name twice
        QVERIFY(refused("--b\r\n\r\nno head\r\n--b--"));
        QVERIFY(refused("--b\r\n" + part + "--b--"));
        QVERIFY(refused("--b\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--b--"));
        QVERIFY(refused("--b\r\nContent-Disposition: form-data; name=\"a\\\"\"\r\n\r\nx\r\n--b--"));
        QVERIFY(refused("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--b--"));
        QVERIFY(refused(part + "--b--", "multipart/form-data"));
        QVERIFY(refused(part + "--b--", "multipart/form-data; boundary="));
        QVERIFY(refused("a=1&a=2", "application/x-www-form-urlencoded"));
        QVERIFY(!hasForm(form("application/json", "{}")));
        QVERIFY(!hasForm(form("", "a=1")));
    }

    /// Whatever a text holds, it comes back as it was.
    void readsWhatWeWrite()
    {
        for (const char *text : {"plain", "", "--latchkey-form", "\\r\\n--latchkey-form--\\r\\n",
                                 "latchkey-form-1 latchkey-form", "\\u4e2d & \\u0001"}) {
            const QByteArray object = "{\"first\":\"1\",\"text\":\"" + QByteArray(text) + "\"}";
            HttpRequest request;
            putForm(request, object);
            QVERIFY(hasForm(request));
            QCOMPARE(read(request, u"first"_s), u"1"_s);
            QCOMPARE(read(request, u"text"_s),
                     JsonNode::parse(object)->member(u"text"_s)->text().value());
        }
    }
};

LATCHKEY_TEST(FormBodyTest)

#include "tst_formbody.moc"
