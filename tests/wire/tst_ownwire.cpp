#include "support/testrunner.h"
#include "wire/ownwire.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;

/// What our own wire refuses to read, and the place that it names.
class OwnWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &body, const QString &code,
                            const QString &field) { QTest::newRow(name) << body << code << field; };
        const QByteArray body = R"({"login":"a@b.c","password":"x",)"
                                R"("device":{"label":"LABEL","program":"","system":""}})";
        const QByteArray device = R"("device":{"label":"","program":"","system":""})";
        row("not an object", "[]", u"wrongType"_s, u""_s);
        row("missing", R"({"password":"x",)" + device + "}", u"missingField"_s, u"login"_s);
        row("null", R"({"login":null,"password":"x",)" + device + "}", u"missingField"_s,
            u"login"_s);
        row("wrong type", R"({"login":5,"password":"x",)" + device + "}", u"wrongType"_s,
            u"login"_s);
        row("unknown", R"({"login":"a@b.c","password":"x","role":"admin",)" + device + "}",
            u"unknownField"_s, u"role"_s);
        row("nested", R"({"login":"a@b.c","password":"x","device":{"label":1}})", u"wrongType"_s,
            u"device.label"_s);
        row("too long",
            R"({"login":")" + QByteArray(255, 'a') + R"(","password":"x",)" + device + "}",
            u"tooLong"_s, u"login"_s);
        row("empty", R"({"login":"a@b.c","password":"",)" + device + "}", u"empty"_s,
            u"password"_s);
        row("NUL", R"({"login":"a@b\u0000.c","password":"x",)" + device + "}",
            u"controlCharacter"_s, u"login"_s);
        for (const char *hidden : {"u001b[2K", "n", "u202e", "u2028"}) {
            const QByteArray label = QByteArray(1, '\\') + hidden;
            row(hidden, QByteArray(body).replace("LABEL", label), u"controlCharacter"_s,
                u"device.label"_s);
        }
    }

    void refusesBadBodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QFETCH(QString, field);
        const Wire wire = ownWire();
        HttpRequest request;
        request.body = body;
        request.headers.add("Content-Type", "application/json");
        const auto read = wire.translation<api::SignIn>()->readRequest(request, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QCOMPARE(read.error().field, field);
    }

    /// Whoever they are called by, nobody turns the text around them.
    void whatAServerSaysMisleadsNobody()
    {
        const Wire wire = ownWire();
        const auto &how = *wire.translation<api::Me>();
        api::User told;
        told.id = api::UserId(u"u1"_s);
        told.email = u"ada@example.com"_s;
        told.name = u"Ada \u202Enimda\u2028\u001B[2K\u05D0"_s;
        const auto read = how.readReply(how.writeReply(told, {}), {});
        QVERIFY(read);
        QCOMPARE(read->name, u"Ada \uFFFDnimda\uFFFD\uFFFD[2K\u05D0"_s);
    }

    void refusesBadQueries_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::newRow("word") << QByteArray("limit=ten") << u"wrongType"_s << u"limit"_s;
        QTest::newRow("zero") << QByteArray("limit=0") << u"outOfRange"_s << u"limit"_s;
        QTest::newRow("large") << QByteArray("limit=201") << u"outOfRange"_s << u"limit"_s;
        QTest::newRow("twice") << QByteArray("limit=1&limit=2") << u"duplicateField"_s
                               << u"limit"_s;
        QTest::newRow("unknown") << QByteArray("size=1") << u"unknownField"_s << u"size"_s;
    }

    void refusesBadQueries()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, code);
        QFETCH(QString, field);
        HttpRequest request;
        request.query = query;
        const auto read = ownWire().translation<api::ListSessions>()->readRequest(request, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QCOMPARE(read.error().field, field);
    }

    void leavesOutWhatIsNotGiven()
    {
        const auto read = ownWire().translation<api::ListSessions>()->readRequest({}, {});
        QVERIFY(read);
        QCOMPARE(read->limit, 100);
        QVERIFY(!read->after);
    }

    void asksForTheVersionAChangeIsBasedOn()
    {
        const Wire wire = ownWire();
        HttpRequest request;
        request.body = R"({"name":"Ada"})";
        request.headers.add("Content-Type", "application/json");
        const auto without = wire.translation<api::UpdateProfile>()->readRequest(request, {});
        QCOMPARE(without.error().code, u"missingField"_s);
        QCOMPARE(without.error().field, u"If-Match"_s);
        for (const char *wrong : {"7", "W/\"7\"", "*", "\"7", "\"7\", \"8\"", "\"x\"", "\"\""}) {
            HttpRequest odd = request;
            odd.headers.add("If-Match", wrong);
            const auto read = wire.translation<api::UpdateProfile>()->readRequest(odd, {});
            QVERIFY2(!read, wrong);
            QCOMPARE(read.error().field, u"If-Match"_s);
            QCOMPARE(wire.writeError(read.error(), {}).status, 400);
        }
        request.headers.add("If-Match", "\"7\"");
        QCOMPARE(wire.translation<api::UpdateProfile>()->readRequest(request, {})->basedOn, 7);
        api::User user;
        user.version = 8;
        QCOMPARE(wire.translation<api::Me>()->writeReply(user, {}).headers.value("ETag"), "\"8\"");
    }

    void leavesAnEventsIdAsItIs()
    {
        HttpRequest request;
        request.headers.add("Last-Event-ID", "\"7\"");
        const auto read = ownWire().translation<api::Events>()->readRequest(request, {});
        QVERIFY(read && read->after);
        QCOMPARE(read->after->text(), u"\"7\""_s);
    }

    void refusesAnotherContentType()
    {
        HttpRequest request;
        request.body = "email=a";
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        const auto read = ownWire().translation<api::SignIn>()->readRequest(request, {});
        QCOMPARE(read.error().status, 415);
    }

    void takesAPageForNoDoneThing()
    {
        const Wire wire = ownWire();
        const auto &translation = wire.translation<api::SignOut>();
        QVERIFY(translation->readReply({.status = 204}, {}));
        const auto read =
            translation->readReply({.status = 200, .headers = {}, .body = "<html>Welcome"}, {});
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
        QCOMPARE(read.error().code, u"unexpectedBody"_s);
    }

    void understandsANewerServerAsFarAsItCan()
    {
        const Wire wire = ownWire();
        const auto told = [](const QByteArray &body) {
            HttpReply reply{.status = 200, .headers = {}, .body = body};
            reply.headers.add("Content-Type", "application/json");
            return reply;
        };
        const auto session = wire.translation<api::CurrentSession>()->readReply(
            told(R"({"id":"s1","kind":"robot","device":{"label":"","program":"","system":""},
                "address":"::1","proof":"passkey","startedAt":"2026-01-01T00:00:00Z",
                "lastActiveAt":"2026-01-01T00:00:00Z","provenAt":"2026-01-01T00:00:00Z",
                "expiresAt":"2026-01-01T00:00:00Z","current":true,"reviewed":false,"new":1,
                "end":{"at":"2026-01-01T00:00:00Z","reason":"frozen"}})"),
            {});
        QVERIFY(session);
        QCOMPARE(session->kind, api::SessionKind::Unknown);
        QCOMPARE(session->proof, api::Proof::Unknown);
        QCOMPARE(session->end->reason, api::EndReason::Unknown);
        const auto event = wire.translation<api::Events>()->readReply(
            told(R"({"id":"7","kind":"creditsMoved"})"), {});
        QCOMPARE(event->kind, api::EventKind::Unknown);
        // What can't be offered is as if it were not there.
        const auto ways = wire.translation<api::IdentifyUser>()->readReply(
            told(R"({"ways":["passkey","password"]})"), {});
        QCOMPARE(ways->ways, QList{api::SignInWay::Password});
    }

    void takesNoNameThatItDoesNotKnowFromWhoAsks()
    {
        HttpRequest request;
        request.body = R"({"factor":"passkey","code":"123456"})";
        request.headers.add("Content-Type", "application/json");
        const auto read = ownWire().translation<api::AnswerChallenge>()->readRequest(
            request, {{u"id"_s, u"chl_1"_s}});
        QCOMPARE(read.error().code, u"unknownValue"_s);
        QCOMPARE(read.error().field, u"factor"_s);
    }

    void callsABrokenReplyABreakOfTheProtocol()
    {
        const Wire wire = ownWire();
        for (const QByteArray body : {"", "{}", "<html>", "{}{}", R"({"id":5})"}) {
            const auto read = wire.translation<api::Me>()->readReply(
                {.status = 200, .headers = {}, .body = body}, {});
            QVERIFY(!read);
            QCOMPARE(read.error().kind, Error::Kind::Protocol);
        }
    }
};

LATCHKEY_TEST(OwnWireTest)

#include "tst_ownwire.moc"
