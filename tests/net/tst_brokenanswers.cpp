#include "support/testrunner.h"
#include "world.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using Server = ScriptedServer;

/// What is no answer, and why; and what never becomes a request.
class BrokenAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyThereIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const QByteArray whole = Server::answer(200, "0123456789").bytes;
        const QByteArray chunked = "HTTP/1.1 200 Said\r\nTransfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("closed at once") << QByteArray() << u"connectionLost"_s;
        QTest::newRow("cut in the head") << whole.first(20) << u"connectionLost"_s;
        QTest::newRow("cut in the body") << whole.chopped(3) << u"connectionLost"_s;
        QTest::newRow("cut in a chunk") << chunked + "5\r\nab" << u"connectionLost"_s;
        QTest::newRow("cut between chunks") << chunked + "2\r\nab\r\n" << u"connectionLost"_s;
        // Qt takes what is no HTTP for a connection that broke.
        QTest::newRow("garbage") << Server::garbage().bytes << u"connectionLost"_s;
        QTest::newRow("too large")
            << Server::answer(200, QByteArray(1001, 'x')).bytes << u"replyTooLarge"_s;
        QTest::newRow("as large as allowed")
            << Server::answer(200, QByteArray(1000, 'x')).bytes << u"status 200"_s;
        QTest::newRow("said to be packed")
            << Server::answer(200, "0123", {{"Content-Encoding", "gzip"}}).bytes
            << u"replyPacked"_s;
        QTest::newRow("as it is")
            << Server::answer(200, "0123", {{"Content-Encoding", "identity"}}).bytes
            << u"status 200"_s;
        QTest::newRow("a refusal that is packed")
            << Server::answer(503, "0123", {{"Content-Encoding", "gzip"}}).bytes << u"status 503"_s;
        QTest::newRow("no content of a length")
            << QByteArray("HTTP/1.1 204 Said\r\nContent-Length: 7\r\n\r\n") << u"status 204"_s;
        QTest::newRow("until the end of the connection")
            << QByteArray("HTTP/1.1 200 Said\r\n\r\nabc") << u"status 200"_s;
    }

    void saysWhyThereIsNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        World world;
        for (int i = 0; i < 4; ++i)
            world.server.then({bytes, false, true, false});
        world.send();
        QTRY_VERIFY(world.end);
        QCOMPARE(codeOf(world.end), code);
    }

    void endsBeforeABodyThatIsTooLarge()
    {
        World world;
        world.server.then(
            {"HTTP/1.1 200 Said\r\nContent-Length: 1001\r\n\r\n", false, false, false});
        world.send();
        QTRY_VERIFY(world.end);
        QCOMPARE(codeOf(world.end), u"replyTooLarge"_s);
    }

    void asksForNothingPacked()
    {
        World world;
        world.server.then(Server::answer(200));
        world.send();
        QTRY_VERIFY(world.end);
        QCOMPARE(world.server.requests().front().headers.value("Accept-Encoding"),
                 QByteArray("identity"));
    }

    void putsNoLineIntoAHeader_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("CR LF") << QByteArray("a\r\nX-Admin: 1");
        QTest::newRow("LF") << QByteArray("a\nX-Admin: 1");
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
    }

    void putsNoLineIntoAHeader()
    {
        QFETCH(QByteArray, token);
        World world;
        HttpRequest request{.path = "/"};
        request.headers.add("Authorization", "Bearer " + token);
        world.send(request);
        QTRY_VERIFY(world.end);
        QCOMPARE(world.end->error().kind, Error::Kind::Protocol);
        QCOMPARE(codeOf(world.end), u"headerUnusable"_s);
        const auto stream = world.transport.open(request, {});
        std::optional<Result<Nothing>> ended;
        connect(stream.get(), &net::HttpStream::ended, this, [&](const auto &how) { ended = how; });
        QTRY_VERIFY(ended);
        QCOMPARE(ended->error().code, u"headerUnusable"_s);
        QCOMPARE(world.server.openConnections(), qsizetype(0));
    }
};

LATCHKEY_TEST(BrokenAnswersTest)

#include "tst_brokenanswers.moc"
