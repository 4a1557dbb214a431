#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

#include "server/store/housekeeping.h"
#include "storage/statement.h"

#include <thread>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

/// Holds the writer until it is told to go on, so that the test decides what waits together.
class Gate
{
public:
    void hold(Writer &writer)
    {
        writer.submit(
            [this](WriteStore &) -> Result<Nothing> {
                m_entered.set_value();
                m_open.get_future().wait();
                return Nothing();
            },
            {});
        m_entered.get_future().wait();
    }
    void open() { m_open.set_value(); }

private:
    std::promise<void> m_entered;
    std::promise<void> m_open;
};

class WriterTest : public QObject
{
    Q_OBJECT

    static Result<Nothing> insert(WriteStore &store, int number)
    {
        Opened::insertUser(store, u"%1@example.com"_s.arg(number));
        return Nothing();
    }

    static qint64 countIn(const Opened &opened)
    {
        return ReadStore::open(opened.options, opened.clock).value()->users.count().value();
    }

private Q_SLOTS:
    void whatWaitsIsCommittedTogether()
    {
        Opened opened(false);
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        Gate gate;
        gate.hold(*writer);
        std::atomic<int> done = 0;
        for (int i = 0; i < 64; ++i) {
            writer->submit([i](WriteStore &store) { return insert(store, i); },
                           [&done](const Result<Nothing> &end) { done += end ? 1 : 0; });
        }
        gate.open();
        writer->stop();
        QCOMPARE(done.load(), 64);
        QCOMPARE(writer->figures().commits, 3u);
        QCOMPARE(writer->figures().works, 65u);
        QCOMPARE(countIn(opened), 64);
    }

    void aRefusalTakesBackOnlyItself()
    {
        Opened opened(false);
        std::vector<Notice> announced;
        const auto writer = Writer::start(opened.options, opened.clock, [&](const auto &notices) {
                                announced = notices;
                            }).value();
        Gate gate;
        gate.hold(*writer);
        QStringList codes;
        const auto note = [&codes](const Result<Nothing> &end) {
            codes << (end ? u"ok"_s : end.error().code);
        };
        for (int i = 0; i < 3; ++i) {
            writer->submit(
                [i](WriteStore &store) -> Result<Nothing> {
                    const auto user = Opened::insertUser(store, u"%1@example.com"_s.arg(i));
                    if (auto told = store.events.append(user.id, api::EventKind::ProfileChanged);
                        !told)
                        return failure(told.error());
                    if (i == 1)
                        return failure(Error::of(Error::Kind::Forbidden, u"no"_s));
                    return Nothing();
                },
                note);
        }
        gate.open();
        writer->stop();
        QCOMPARE(codes, QStringList({u"ok"_s, u"no"_s, u"ok"_s}));
        QCOMPARE(countIn(opened), 2);
        QCOMPARE(announced.size(), 2u);
    }

    void valuesComeBack()
    {
        Opened opened(false);
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        std::promise<Result<qint64>> count;
        writer->submit<qint64>([](WriteStore &store) { return store.users.count(); },
                               [&](const Result<qint64> &end) { count.set_value(end); });
        QCOMPARE(count.get_future().get().value(), 0);
    }

    void whatIsToldIsDurable()
    {
        Opened opened(false);
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        const QString path = opened.options.database.path;
        std::promise<bool> copied;
        writer->submit([](WriteStore &store) { return insert(store, 1); },
                       [&](const Result<Nothing> &) {
                           copied.set_value(QFile::copy(path, path + u".copy"_s) &&
                                            QFile::copy(path + u"-wal"_s, path + u".copy-wal"_s));
                       });
        QVERIFY(copied.get_future().get());
        StoreOptions options = opened.options;
        options.database.path = path + u".copy"_s;
        QCOMPARE(WriteStore::open(options, opened.clock).value()->users.count().value(), 1);
    }

    void aFullQueueIsSaidAtOnce()
    {
        Opened opened(false);
        opened.options.queueLimit = 2;
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        Gate gate;
        gate.hold(*writer);
        const auto nothing = [](WriteStore &) -> Result<Nothing> { return Nothing(); };
        writer->submit(nothing, {});
        writer->submit(nothing, {});
        Result<Nothing> third;
        writer->submit(nothing, [&](const Result<Nothing> &end) { third = end; });
        QCOMPARE(third.error().code, u"busy"_s);
        QCOMPARE(third.error().status, 503);
        QCOMPARE(third.error().retryAfter, 1s);
        gate.open();
        writer->stop();
        writer->submit(nothing, [&](const Result<Nothing> &end) { third = end; });
        QCOMPARE(third.error().code, u"stopping"_s);
    }

    void aFullDiskLeavesNothingHalfDone()
    {
        Opened opened(false);
        opened.options.groupLimit = 4;
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        QVERIFY(written(*writer, [](WriteStore &store) {
            storage::Statement pages(store.database(), u"PRAGMA page_count"_s);
            return pages.next().and_then([&](bool) {
                return store.database().run(u"PRAGMA max_page_count = "_s +
                                            QString::number(pages.integer(0) + 3));
            });
        }));
        int told = 0;
        QString code;
        for (int i = 0; i < 2000 && code.isEmpty(); ++i) {
            const auto end = written(*writer, [i](WriteStore &store) -> Result<Nothing> {
                return store.audit.append({.operation = u"signIn"_s, .subject = QString(500, u'x')})
                    .and_then([&](qint64) {
                        return store.users
                            .insert({u"%1@example.com"_s.arg(i), u"Ada"_s, api::Language::English,
                                     Secret(QByteArray("x"))})
                            .map([](const api::User &) { return Nothing(); });
                    });
            });
            end ? void(++told) : void(code = end.error().code);
        }
        QCOMPARE(code, u"diskFull"_s);
        writer->stop();
        QCOMPARE(countIn(opened), told);
        const auto reader = ReadStore::open(opened.options, opened.clock).value();
        const auto verdict = reader->audit.verify().value();
        QCOMPARE(verdict.end.seq, told);
        QVERIFY(!verdict.firstBroken);
    }

    void findsOutByItselfThatThereIsRoomAgain()
    {
        Opened opened(false);
        opened.options.housekeepingEvery = 1ms;
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        const auto atMost = [&writer](qint64 pages) {
            return written(*writer, [pages](WriteStore &store) {
                return store.database().run(u"PRAGMA max_page_count = "_s + QString::number(pages));
            });
        };
        QVERIFY(atMost(1)); // or as many as there are
        Result<Nothing> end;
        for (int i = 0; i < 2000 && end; ++i) {
            end = written(*writer, [](WriteStore &store) {
                return store.audit.append({.operation = u"signIn"_s, .subject = QString(500, u'x')})
                    .map([](qint64) { return Nothing(); });
            });
        }
        QCOMPARE(end.error().code, u"diskFull"_s);
        QVERIFY(writer->figures().trouble);
        QVERIFY(atMost(1'000'000));
        QTRY_VERIFY(!writer->figures().trouble);
    }

    void aDatabaseThatCantBeOpened()
    {
        Opened opened(false);
        opened.options.database.path = opened.folder.path() + u"/no/such/folder/a.db"_s;
        const auto writer = Writer::start(opened.options, opened.clock, {});
        QCOMPARE(writer.error().code, u"databaseUnreachable"_s);
    }

    void theLogIsShortened()
    {
        Opened opened(false);
        opened.options.longestLog = 64 * 1024;
        opened.options.checkpointEvery = std::chrono::hours(1);
        const auto writer = Writer::start(opened.options, opened.clock, {}).value();
        const auto length = [&opened] {
            return QFileInfo(opened.options.database.path + u"-wal"_s).size();
        };
        const qint64 begun = length(); // with what made the tables
        for (int i = 0; i < 200; ++i)
            QVERIFY(written(*writer, [i](WriteStore &store) { return insert(store, i); }));
        QVERIFY(length() < begun + 256 * 1024);
    }

    void housekeepingEndsWhatExpired()
    {
        Opened opened(false);
        std::promise<void> announced;
        opened.options.housekeepingEvery = 1ms;
        api::UserId user;
        std::atomic<bool> isTold = false;
        const auto writer =
            Writer::start(opened.options, opened.clock, [&](const std::vector<Notice> &) {
                if (!isTold.exchange(true))
                    announced.set_value();
            }).value();
        QVERIFY(written(*writer, [&](WriteStore &store) -> Result<Nothing> {
            const auto ada = Opened::insertUser(store, u"ada@example.com"_s);
            user = ada.id;
            return store.sessions.begin({.user = ada.id, .role = ada.role})
                .map([](const BegunSession &) { return Nothing(); });
        }));
        opened.clock.advance(31min);
        announced.get_future().wait();
        writer->stop();
        const auto reader = ReadStore::open(opened.options, opened.clock).value();
        const auto events = reader->events.after({user, {}}, api::EventId(u"0"_s), 10).value();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].session->end->reason, api::EndReason::Expired);
    }
};

LATCHKEY_TEST(WriterTest)

#include "tst_writer.moc"
