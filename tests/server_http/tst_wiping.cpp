#include "server/http/outbox.h"
#include "server/http/requestreader.h"
#include "server/http/wipe.h"
#include "support/testrunner.h"

#include <QTest>

#include <algorithm>
#include <cstring>

using namespace latchkey::server::http;

namespace {

const std::string secret = "correct horse battery staple";

bool isZero(const char *begin, std::size_t size)
{
    return std::all_of(begin, begin + size, [](char c) { return c == 0; });
}

void fill(RequestReader &reader, std::string_view bytes)
{
    const auto room = reader.room();
    QVERIFY(room.size() >= bytes.size());
    std::memcpy(room.data(), bytes.data(), bytes.size());
    reader.filled(bytes.size());
}

} // namespace

/// What came by is not found in the memory that is still in use.
class WipingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestThatIsThroughIsOverwritten()
    {
        const std::string request = "POST / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\n"
                                    "Content-Length: 28\r\n\r\n" +
                                    secret;
        RequestReader reader;
        Head head;
        fill(reader, request + "GET /next HTTP/1.1\r\n");
        QCOMPARE(reader.take({}, head).outcome, Outcome::Complete);
        QVERIFY(reader.body() == secret);
        const char *begin = head.method.data();
        reader.drop();
        QVERIFY(isZero(begin, request.size()));
        QVERIFY(std::string_view(begin + request.size(), 9) == "GET /next");

        fill(reader, "Host: a\r\n\r\n"); // moves the rest to the front
        QCOMPARE(reader.take({}, head).outcome, Outcome::Complete);
        QVERIFY(head.path == "/next");
        // Where the end of the rest stood before it was moved.
        QVERIFY(isZero(head.method.data() + head.size, request.size()));
    }

    void whatIsDroppedIsOverwritten()
    {
        RequestReader reader;
        fill(reader, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n" + secret);
        Head head;
        QCOMPARE(reader.take({}, head).outcome, Outcome::Incomplete);
        const char *begin = head.method.data();
        reader.dropAll();
        QVERIFY(isZero(begin, head.size + secret.size()));
    }

    void whatHasLeftIsOverwritten()
    {
        Response response;
        response.body = secret;
        Outbox out;
        out.append(response, "", true, BodyForm::Whole);
        const char *begin = out.waiting().data();
        const std::size_t size = out.size();
        out.wroteAtOnce(size - 5);
        QVERIFY(out.waiting() == "taple");
        QVERIFY(isZero(begin + 5, size - 5));
        out.wroteAtOnce(5);
        QVERIFY(isZero(begin, 5));

        out.append(secret);
        const std::string_view leaving = out.beginWrite();
        begin = leaving.data();
        QVERIFY(leaving == secret);
        out.wrote();
        QVERIFY(isZero(begin, secret.size()));
        QCOMPARE(out.size(), 0U);
    }

    void growingKeepsWhatIsThere()
    {
        std::string bytes = secret;
        reserveWiping(bytes, 1000);
        QVERIFY(bytes == secret && bytes.capacity() >= 1000);
    }
};

LATCHKEY_TEST(WipingTest)

#include "tst_wiping.moc"
