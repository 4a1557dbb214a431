#include "server/http/parser.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey::server::http;

namespace {

struct Case
{
    const char *name;
    std::string head;
    int status; ///< 0 where it is to be accepted
};

std::string get(const std::string &fields)
{
    return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

std::string post(const std::string &fields)
{
    return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

const std::vector<Case> &cases()
{
    static const std::vector<Case> all{
        {"plain", get(""), 0},
        {"lower-case names, tabs around", get("x-a:\t b \t\r\n"), 0},
        {"HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", 0},
        {"unknown method", "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", 0},
        {"UTF-8 in a value", get("X: \xc3\xa4\r\n"), 0},
        {"length with a coding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400},
        {"another coding with a length", post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n"),
         400},
        {"another coding", post("Transfer-Encoding: gzip\r\n"), 400},
        {"two codings", post("Transfer-Encoding: gzip, chunked\r\n"), 501},
        {"xchunked", post("Transfer-Encoding: xchunked\r\n"), 400},
        {"coding twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400},
        {"coding in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        {"two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n"), 400},
        {"two equal lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n"), 400},
        {"list of lengths", post("Content-Length: 5, 5\r\n"), 400},
        {"+5", post("Content-Length: +5\r\n"), 400},
        {"5x", post("Content-Length: 5x\r\n"), 400},
        {"-1", post("Content-Length: -1\r\n"), 400},
        {"0x5", post("Content-Length: 0x5\r\n"), 400},
        {"no length", post("Content-Length:\r\n"), 400},
        {"endless length", post("Content-Length: 99999999999999999999999\r\n"), 413},
        {"space before the colon", get("X : a\r\n"), 400},
        {"folded line", get("X: a\r\n b\r\n"), 400},
        {"first field folded", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"two credentials", get("Authorization: Bearer a\r\nauthorization: Bearer b\r\n"), 400},
        {"two Hosts", get("Host: b\r\n"), 400},
        {"NUL in a value", get(std::string("X: a\0b\r\n", 8)), 400},
        {"NUL in the target", std::string("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28), 400},
        {"bare CR", get("X: a\rb\r\n"), 400},
        {"bare LF", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400},
        {"bare LF in a field", get("X: a\nY: b\r\n"), 400},
        {"bad method", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"no method", " / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"HTTP/9.9", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505},
        {"HTTP/1.10", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400},
        {"lower-case version", "GET / http/1.1\r\nHost: a\r\n\r\n", 400},
        {"HTTP/0.9", "GET /\r\n\r\n", 400},
        {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"absolute target", "GET http://b/c HTTP/1.1\r\nHost: a\r\n\r\n", 0},
        {"absolute target without a path", "GET HTTP://b:80 HTTP/1.1\r\nHost: a\r\n\r\n", 0},
        {"absolute target without Host", "GET http://b/ HTTP/1.1\r\n\r\n", 400},
        {"absolute target, two Hosts", "GET http://b/ HTTP/1.1\r\nHost: b\r\nHost: b\r\n\r\n", 400},
        {"absolute target without a host", "GET http:///c HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"user in the target", "GET http://b@c/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"another scheme", "GET ftp://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"no scheme", "GET b:80 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"asterisk target", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"UTF-8 in the target", "GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"no colon", get("nonsense\r\n"), 400},
        {"no name", get(": a\r\n"), 400},
        {"control character", get("X: \x01\r\n"), 400},
        {"another expectation", post("Expect: 200-ok\r\n"), 417},
        {"too many fields", get([] {
             std::string fields;
             for (int i = 0; i < 101; ++i)
                 fields += "a: b\r\n";
             return fields;
         }()),
         431},
        {"too large", get("X: " + std::string(17000, 'a') + "\r\n"), 431},
    };
    return all;
}

} // namespace

class ParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strictness_data()
    {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << int(i);
    }

    /// Whole, and cut at every place: more bytes may be asked for, but never another verdict given.
    void strictness()
    {
        QFETCH(int, number);
        const Case &each = cases()[static_cast<std::size_t>(number)];
        Head head;
        const HeadResult whole = parseHead(each.head, Limits(), head);
        QCOMPARE(whole.outcome, each.status ? Outcome::Bad : Outcome::Complete);
        QCOMPARE(whole.status, each.status);
        for (std::size_t cut = 0; cut < each.head.size(); ++cut) {
            const auto part = parseHead(std::string_view(each.head).substr(0, cut), Limits(), head);
            QVERIFY(part.outcome == Outcome::Incomplete ||
                    (part.outcome == Outcome::Bad && part.status == each.status));
        }
    }

    void refusesWhatCannotBecomeARequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02", 4) << 400;
        QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\n") << 400;
        QTest::newRow("bare LF in a field") << QByteArray("GET / HTTP/1.1\r\nHost: a\n") << 400;
        QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n") << 400;
        QTest::newRow("empty line") << QByteArray("\r\n") << 400;
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-x\r\n") << 400;
        QTest::newRow("another version") << QByteArray("GET / HTTP/2.0\r\n") << 505;
        QTest::newRow("no field") << QByteArray("GET / HTTP/1.1\r\nHost\r\n") << 400;
    }

    /// Nobody waits for the rest of what no rest can mend.
    void refusesWhatCannotBecomeARequest()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Head head;
        const auto result = parseHead(bytes.toStdString(), Limits(), head);
        QCOMPARE(result.outcome, Outcome::Bad);
        QCOMPARE(result.status, status);
    }

    /// RFC 9112, 3.2.2: the field is to be ignored.
    void takesTheHostOfTheTarget()
    {
        Head head;
        std::string text; // which the head points into
        const auto reads = [&](const std::string &target) {
            text = "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
            return parseHead(text, Limits(), head).outcome == Outcome::Complete;
        };
        QVERIFY(reads("/c?d"));
        QVERIFY(head.scheme.empty() && head.host == "a" && head.path == "/c" && head.query == "d");
        QVERIFY(reads("http://b:8080/c?d"));
        QVERIFY(head.scheme == "http" && head.host == "b:8080");
        QVERIFY(head.path == "/c" && head.query == "d");
        QVERIFY(reads("https://[::1]?d"));
        QVERIFY(head.scheme == "https" && head.host == "[::1]");
        QVERIFY(head.path == "/" && head.query == "d");
        QVERIFY(reads("/c?d=http://b"));
        QVERIFY(head.scheme.empty() && head.host == "a");
    }

    void closesWhereAnyFieldSaysSo()
    {
        const auto keeps = [](const std::string &fields) {
            Head head;
            const auto result =
                parseHead("GET / HTTP/1.0\r\nHost: x\r\n" + fields + "\r\n", Limits(), head);
            return result.outcome == Outcome::Complete && head.keepAlive;
        };
        QVERIFY(!keeps(""));
        QVERIFY(keeps("Connection: keep-alive\r\n"));
        QVERIFY(!keeps("Connection: close\r\nConnection: keep-alive\r\n"));
        QVERIFY(!keeps("Connection: keep-alive\r\nConnection: close\r\n"));
        QVERIFY(!keeps("Connection: keep-alive, close\r\n"));
    }

    void readsWhatIsThere()
    {
        Head head;
        const std::string text = "PATCH /v1/me?a=b&c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                 "Content-Length: 12\r\nExpect: 100-continue\r\n\r\nnext";
        QCOMPARE(parseHead(text, Limits(), head).outcome, Outcome::Complete);
        QVERIFY(head.method == "PATCH" && head.path == "/v1/me" && head.query == "a=b&c");
        QVERIFY(head.contentLength == 12 && !head.keepAlive && head.expectsContinue);
        QVERIFY(head.field("HOST") == "x" && head.field("none").empty());
        QCOMPARE(head.size, text.size() - 4);
    }
};

LATCHKEY_TEST(ParserTest)

#include "tst_parser.moc"
