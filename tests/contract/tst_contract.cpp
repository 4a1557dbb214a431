#include "document.h"
#include "exchanges.h"
#include "stage.h"
#include "support/testrunner.h"
#include "talk.h"
#include "troubles.h"

#include <QTest>

#include <map>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Kind = Error::Kind;
using Act = ScriptedServer::Act;

Q_DECLARE_METATYPE(latchkey::test::Exchange)
Q_DECLARE_METATYPE(latchkey::test::Trouble)

/// The same rows against our own server and against answers that are written down: what the client
/// makes of both must be the same, and what our server says is what is written.
class ContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { m_stages.clear(); }

    void ourServer_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Row>("row");
        for (const Column &column : columns()) {
            for (const Row &row : column.rows()) {
                if (column.isOurServers && row.server != Row::Server::None)
                    QTest::newRow(QByteArray(column.name + '/' + row.title()).constData())
                        << column << row;
            }
        }
    }

    void ourServer()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        Stage &stage = stageOf(row.server);
        Scene scene = stage.newcomer();
        if (row.prepare)
            row.prepare(stage, scene);
        const wire::Wire wire = column.wire();
        Client client(wire, stage.url(wire.prefix), stage.clock());
        client.token = scene.token;
        client.onceOpen = scene.happen;

        NOTHING_WRONG(judged(row.refusal, row.ask(client, scene)));

        QCOMPARE(client.tap.replies.size(), std::size_t(1));
        const HttpReply &reply = client.tap.replies.front();
        if (column.faults)
            NOTHING_WRONG(column.faults(row, scene, reply));
        if (!column.isPublished)
            return;
        const QString operation = QString::fromLatin1(row.operation);
        NOTHING_WRONG(traitsOf(row.operation).streams
                          ? Document::published().faultsOfHead(operation, reply)
                          : Document::published().faultsOf(operation, reply));
        if (row.isSuccess()) {
            NOTHING_WRONG(Document::published().faultsOf(operation, client.tap.requests.front()));
        }
        for (const QByteArray &event : client.events)
            NOTHING_WRONG(Document::published().faultsOfEvent(operation, event));
    }

    void whatOthersAsk_data()
    {
        QTest::addColumn<Exchange>("exchange");
        for (const Exchange &exchange : exchanges())
            QTest::newRow(exchange.title().constData()) << exchange;
    }

    void whatOthersAsk()
    {
        QFETCH(Exchange, exchange);
        Stage &stage = stageOf(Row::Server::Usual);
        Scene scene = stage.newcomer();
        if (exchange.prepare)
            exchange.prepare(stage, scene);
        const auto column = std::ranges::find(columns(), exchange.column, &Column::name);
        QVERIFY(column != columns().cend());
        const wire::Wire wire = column->wire();
        Client client(wire, stage.url(wire.prefix), stage.clock());
        const Places places = placesOfExchange(scene);
        const auto reply = client.exchange(filled(exchange.request, places));
        QVERIFY(reply);
        NOTHING_WRONG(compared(*reply, exchange.reply, places));
    }

    void writtenAnswers_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Row>("row");
        for (const Column &column : columns()) {
            for (const Row &row : column.rows()) {
                if (!row.isSuccess() || column.written(row))
                    QTest::newRow(QByteArray(column.name + '/' + row.title()).constData())
                        << column << row;
            }
        }
    }

    void writtenAnswers()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        const auto written = column.written(row);
        Talk talk(column);
        talk.server.then(actOf(column, row.isSuccess() ? written->reply : column.refusal(row)));
        NOTHING_WRONG(judged(row.refusal, talk.ask(row)));
        QCOMPARE(talk.server.requests().size(), std::size_t(1));
        if (row.isSuccess())
            NOTHING_WRONG(compared(talk.server.requests().front(), written->request));
    }

    void troubles_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Row>("row");
        QTest::addColumn<Written>("written");
        QTest::addColumn<Trouble>("trouble");
        for (const Column &column : columns()) {
            everyGoodAnswer(column, [&](const Row &row, const Written &written) {
                for (const Trouble &trouble : everyTrouble())
                    QTest::newRow(QByteArray(column.name + '/' + row.operation + '/' + trouble.name)
                                      .constData())
                        << column << row << written << trouble;
            });
        }
    }

    void troubles()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        QFETCH(Written, written);
        QFETCH(Trouble, trouble);
        Talk talk(column);
        const QList<Act> acts = trouble.acts(column, written.reply);
        for (const Act &act : acts)
            talk.server.then(act);
        if (acts.isEmpty()) {
            talk.client().meanwhile = [&talk, isOver = false]() mutable {
                // Once it is on its way, only the time for all of it still runs.
                const bool isSent = !talk.server.requests().empty() &&
                                    talk.client().alarm.pending() == QList{milliseconds(30s)};
                if (isSent && !std::exchange(isOver, true))
                    talk.client().alarm.advance(30s);
            };
        }
        const Outcome outcome = talk.ask(row);
        NOTHING_WRONG(judged(traitsOf(row.operation).streams ? trouble.onStreams
                             : written.reply.body.isEmpty()  ? trouble.whereNothingIsSaid
                                                             : trouble.usually,
                             {outcome.error, {}}));
        if (acts.size() == 1)
            QCOMPARE(talk.server.requests().size(), std::size_t(1));
    }

    /// What may be asked again is, in the same words; what may not is not.
    void aLostAnswer_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Row>("row");
        QTest::addColumn<Written>("written");
        for (const Column &column : columns()) {
            everyGoodAnswer(column, [&](const Row &row, const Written &written) {
                if (!traitsOf(row.operation).streams)
                    QTest::newRow(QByteArray(column.name + '/' + row.operation).constData())
                        << column << row << written;
            });
        }
    }

    void aLostAnswer()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        QFETCH(Written, written);
        Talk talk(column, 2);
        const Act good = actOf(column, written.reply);
        talk.server.then(halfOf(good));
        talk.server.then(good);
        ManualAlarm &alarm = talk.client().alarm;
        talk.client().meanwhile = [&alarm] {
            const auto pending = alarm.pending();
            if (!pending.isEmpty() && pending.first() <= 5s)
                alarm.advance(pending.first());
        };
        const Outcome outcome = talk.ask(row);
        const auto &requests = talk.server.requests();
        const QByteArray keyHeader = column.wire().idempotencyHeader;
        const auto repeat = traitsOf(row.operation).repeat;
        const bool isAgain =
            repeat == api::Repeat::Safe || (repeat == api::Repeat::WithKey && !keyHeader.isEmpty());
        if (!isAgain) {
            NOTHING_WRONG(judged(Refusal{Kind::Network, 0, u"connectionLost"_s}, outcome));
            QCOMPARE(requests.size(), std::size_t(1));
            return;
        }
        NOTHING_WRONG(judged({}, outcome));
        QCOMPARE(requests.size(), std::size_t(2));
        NOTHING_WRONG(compared(requests[1], requests[0]));
        const QByteArray key =
            keyHeader.isEmpty() ? QByteArray() : requests[0].headers.value(keyHeader);
        QCOMPARE(!key.isEmpty(), repeat == api::Repeat::WithKey);
        if (!key.isEmpty())
            QCOMPARE(requests[1].headers.value(keyHeader), key);
    }

    void brokenMembers_data() { testEveryGoodAnswer(); }

    void brokenMembers()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        QFETCH(Written, written);
        Talk talk(column);
        for (const Breakage &breakage : column.broken(row.operation, written.reply)) {
            HttpReply reply = written.reply;
            reply.body = breakage.body;
            talk.server.then(actOf(column, reply));
            const Refusal wanted{Kind::Protocol, reply.status, breakage.code, breakage.field};
            const QStringList wrong = judged(wanted, talk.ask(row));
            QVERIFY2(wrong.isEmpty(), qPrintable(breakage.name + u": "_s + wrong.join(u", "_s)));
        }
    }

    /// A newer server may say more than we know of.
    void oneMemberMore_data() { testEveryGoodAnswer(); }

    void oneMemberMore()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        QFETCH(Written, written);
        if (written.reply.body.isEmpty())
            return;
        const QByteArray more = R"("newerThanWe":{"a":[1,null]},)";
        written.reply.body.replace('{', QByteArray('{' + more));
        // In a map there is what its owner put there.
        written.reply.body.replace(QByteArray(R"("labels":{)" + more), R"("labels":{)");
        written.reply.body.replace(",}", "}");
        Talk talk(column);
        talk.server.then(actOf(column, written.reply));
        NOTHING_WRONG(judged({}, talk.ask(row)));
    }

private:
    /// Servers are shared by their rows, each of which has people of its own. An empty one is
    /// empty only once.
    Stage &stageOf(Row::Server kind)
    {
        auto &stage = m_stages[kind];
        if (!stage || kind == Row::Server::Empty) {
            stage.reset();
            stage = std::make_unique<Stage>(kind);
        }
        return *stage;
    }

    std::map<Row::Server, std::unique_ptr<Stage>> m_stages;
};

LATCHKEY_TEST(ContractTest)

#include "tst_contract.moc"
