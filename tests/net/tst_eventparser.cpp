#include "net/eventparser.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using net::EventParser;
using net::ServerEvent;
using Events = QList<ServerEvent>;

class EventParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSameCutAnywhere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Events>("events");

        const ServerEvent hello{.data = "hello"};
        QTest::newRow("LF") << QByteArray("data: hello\n\n") << Events{hello};
        QTest::newRow("CRLF") << QByteArray("data: hello\r\n\r\n") << Events{hello};
        QTest::newRow("CR") << QByteArray("data: hello\r\r") << Events{hello};
        QTest::newRow("mixed") << QByteArray("data: a\rdata: b\r\ndata: c\n\r\n")
                               << Events{{.data = "a\nb\nc"}};
        QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF" "data: hello\n\n") << Events{hello};
        QTest::newRow("a BOM later is no BOM")
                << QByteArray("data: hello\n\n\xEF\xBB\xBF" "data: x\n\n") << Events{hello};
        QTest::newRow("type and id") << QByteArray("id: 7\nevent: ended\ndata: x\n\ndata: y\n\n")
                                     << Events{{"7", "ended", "x"}, {"7", "message", "y"}};
        QTest::newRow("id taken back") << QByteArray("id: 7\ndata: x\n\nid\ndata: y\n\n")
                                       << Events{{"7", "message", "x"}, {"", "message", "y"}};
        QTest::newRow("id with NUL") << QByteArray("id: a\0b\ndata: x\n\n", 17)
                                     << Events{{.data = "x"}};
        QTest::newRow("comment") << QByteArray(": still here\n\n:\n\ndata: hello\n\n")
                                 << Events{hello};
        QTest::newRow("no data") << QByteArray("event: x\n\ndata: hello\n\n") << Events{hello};
        QTest::newRow("empty data") << QByteArray("data\n\ndata:\ndata\n\n")
                                    << Events{{.data = ""}, {.data = "\n"}};
        QTest::newRow("one space only") << QByteArray("data:  x\n\n") << Events{{.data = " x"}};
        QTest::newRow("unknown field") << QByteArray("date: x\ndata: hello\nDATA: y\n\n")
                                       << Events{hello};
        QTest::newRow("not whole") << QByteArray("data: hello\n\ndata: lost\n") << Events{hello};
        QTest::newRow("Chinese") << QByteArray("data: \u5df2\u7ed3\u675f\n\n")
                                 << Events{{.data = "\u5df2\u7ed3\u675f"}};
    }

    void readsTheSameCutAnywhere()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Events, events);
        QCOMPARE(feed({bytes}), events);
        for (qsizetype cut = 1; cut < bytes.size(); ++cut)
            QCOMPARE(feed({bytes.first(cut), bytes.sliced(cut)}), events);
        QList<QByteArray> single;
        for (const char c : bytes)
            single.append(QByteArray(1, c));
        QCOMPARE(feed(single), events);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("long line") << "data: " + QByteArray(95, 'x') << "eventLineTooLong";
        QTest::newRow("long event") << QByteArray("data: 1234567890\n").repeated(30)
                                    << "eventTooLarge";
        QTest::newRow("not UTF-8") << QByteArray("data: \xC3\x28\n") << "eventNotUtf8";
        QTest::newRow("half a character") << QByteArray("data: \xE4\xBD\n") << "eventNotUtf8";
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        EventParser parser({.line = 100, .event = 300});
        const auto result = parser.feed(bytes);
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
    }

    void hearsHowLongToWait()
    {
        EventParser parser;
        QVERIFY(parser.feed("retry: 2500\nretry: x\nretry: -1\nretry:\n"));
        QCOMPARE(parser.retry(), std::optional(std::chrono::milliseconds(2500)));
    }

    void keepsTheIdOfTheStreamBefore()
    {
        EventParser parser;
        parser.setLastEventId("41");
        QCOMPARE(parser.feed("data: x\n\n")->first().id, QByteArray("41"));
        QVERIFY(parser.feed("id: 42\n"));
        QCOMPARE(parser.lastEventId(), QByteArray("41")); // the event is not whole yet
        QVERIFY(parser.feed("\n"));
        QCOMPARE(parser.lastEventId(), QByteArray("42"));
    }

private:
    static Events feed(const QList<QByteArray> &parts)
    {
        EventParser parser;
        Events events;
        for (const QByteArray &part : parts)
            events += *parser.feed(part);
        return events;
    }
};

LATCHKEY_TEST(EventParserTest)

#include "tst_eventparser.moc"
