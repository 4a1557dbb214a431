#include "opened.h"
#include "server/store/hotjson.h"
#include "storage/database.h"
#include "support/testrunner.h"
#include "wire/fieldjson.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class HotSessionReadTest : public QObject
{
    Q_OBJECT

    template <class T>
    static QByteArray json(const T &value)
    {
        JsonWriter writer;
        wire::writeJson(writer, value);
        return writer.take();
    }

private Q_SLOTS:
    void writesWhatTheWireWrites()
    {
        Opened opened;
        const auto ada = opened.user();
        opened.clock.advance(1234567ms);
        const auto begun = opened.session(ada, u"Ada's \"\\\t\r\n\x1f 😀"_s);
        const auto reader = ReadStore::open(opened.options, opened.clock).value();
        auto &hot = reader->hotSessions();
        const auto find = [&](HotSession::Told told) {
            return hot.find(begun.token.reveal(), opened.clock.now(), told).value();
        };
        QCOMPARE(find(HotSession::Told::Standing).state, HotSession::State::Live);
        QCOMPARE(QByteArray::fromStdString(meAsJson(find(HotSession::Told::Account))), json(ada));
        hot.endTurn();
        const auto reached = opened->users.setPhone(ada.id, u"+14104350691"_s).value();
        QCOMPARE(QByteArray::fromStdString(meAsJson(find(HotSession::Told::Account))),
                 json(reached));
        QCOMPARE(QByteArray::fromStdString(currentSessionAsJson(find(HotSession::Told::Session))),
                 json(begun.session));
    }

    void knowsWhatIsOver()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto begun = opened.session(ada);
        const auto second = opened.session(ada);
        const auto reader = ReadStore::open(opened.options, opened.clock).value();
        auto &hot = reader->hotSessions();
        const auto state = [&](const Secret &token) {
            return hot.find(token.reveal(), opened.clock.now())->state;
        };
        QCOMPARE(state(Secret(QByteArray("lks_?"))), HotSession::State::Unknown);
        QCOMPARE(state(begun.token), HotSession::State::Live);
        QVERIFY(opened->sessions.end({ada.id, second.session.id}, begun.session.id,
                                     api::EndReason::EndedByOwner));
        // One turn sees one state.
        QCOMPARE(state(begun.token), HotSession::State::Live);
        hot.endTurn();
        QCOMPARE(state(begun.token), HotSession::State::Ended);
        hot.endTurn();
        opened.clock.advance(30min);
        QCOMPARE(state(second.token), HotSession::State::Expired);
        hot.endTurn();
        QVERIFY(opened->sessions.endExpired(10));
        QCOMPARE(state(second.token), HotSession::State::Expired);
    }

    void theWholeHashCounts()
    {
        Opened opened;
        const auto begun = opened.session(opened.user());
        QVERIFY(opened.isAlive(begun));
        // Another token that shares the eight bytes by which rows are found.
        QVERIFY(opened->database().run(u"UPDATE sessions SET token_hash = zeroblob(32)"_s));
        QVERIFY(!opened.isAlive(begun));
    }

    void nobodyInheritsASessionWithANumber()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto begun = opened.session(ada);
        // As a tool does that doesn't know of our foreign keys.
        auto &database = opened->database();
        QVERIFY(database.run(u"PRAGMA foreign_keys = OFF"_s));
        QVERIFY(database.run(u"DELETE FROM users"_s));
        QVERIFY(database.run(u"DELETE FROM sqlite_sequence"_s));
        opened.user(u"eve@example.com"_s);
        QCOMPARE(opened.stateOf(begun.token), HotSession::State::Unknown);
    }

    void aReaderCantWrite()
    {
        Opened opened;
        const auto reader = ReadStore::open(opened.options, opened.clock).value();
        QCOMPARE(reader->settings.key(u"x"_s).error().code, u"databaseReadOnly"_s);
    }
};

LATCHKEY_TEST(HotSessionReadTest)

#include "tst_hotsessionread.moc"
