#include "misbehaviours.h"
#include "support/testrunner.h"
#include "talk.h"
#include "wireways.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Kind = Error::Kind;

Q_DECLARE_METATYPE(latchkey::test::WireWay)

namespace {

bool tellsLess(const Column &column, const Breakage &breakage)
{
    const QStringList places = breakage.field.split(u'.');
    return breakage.code == "missingField"_L1 &&
           column.mayBeMissing.intersects({places.begin(), places.end()});
}

/// What must be said of it; wherever nobody needs what is broken, in some word.
Refusal unread(int status, const Breakage &breakage, const Outcome &outcome,
               const QSet<QString> &needed)
{
    if (needed.contains(breakage.name) || !outcome.error || outcome.error->code.isEmpty())
        return {Kind::Protocol, status, breakage.code, breakage.field};
    return {Kind::Protocol, status, outcome.error->code, outcome.error->field};
}

} // namespace

/// The client before servers that don't keep to what they speak: each asking ends once, with the
/// right result or with an error that says which.
class MisbehaviourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAnswerOfTheWire_data() { testEveryGoodAnswer(); }

    void noAnswerOfTheWire()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        QFETCH(Written, written);
        if (traitsOf(row.operation).streams)
            return;
        Talk talk(column);
        std::size_t asked = 0;
        for (const auto &each : everyMisbehaviour(column, row.operation, written.reply)) {
            talk.server.then(each.act);
            const Outcome outcome = talk.ask(row);
            std::optional<Refusal> wanted = each.wanted;
            if (wanted && each.isCodeOpen && outcome.error)
                wanted->code = outcome.error->code;
            const QStringList wrong = judged(wanted, {outcome.error, {}});
            QVERIFY2(wrong.isEmpty(), qPrintable(each.name + u": "_s + wrong.join(u", "_s)));
            QVERIFY2(talk.server.requests().size() == ++asked, qPrintable(each.name));
        }
    }

    /// Nobody else hears of it, least of all with the token.
    void sentToSomebodyElse_data() { testEveryGoodAnswer(); }

    void sentToSomebodyElse()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        if (traitsOf(row.operation).streams)
            return;
        Talk talk(column);
        const ScriptedServer elsewhere;
        std::size_t asked = 0;
        for (const int status : {301, 302, 303, 307, 308}) {
            const QByteArray there = elsewhere.url().toEncoded() + "/v1/me";
            const QByteArray itself = talk.server.url().toEncoded() + "/";
            for (const QByteArray &location : {there, itself, QByteArray("http://[::")}) {
                talk.server.then(ScriptedServer::answer(status, {}, {{"Location", location}}));
                NOTHING_WRONG(judged(Refusal{Kind::Protocol, status}, talk.ask(row)));
                QCOMPARE(talk.server.requests().size(), ++asked);
            }
        }
        QCOMPARE(elsewhere.requests().size(), std::size_t(0));
        QCOMPARE(elsewhere.openConnections(), qsizetype(0));
    }

    /// A byte now and then is no answer in time.
    void anAnswerInDrops_data() { testEveryGoodAnswer(); }

    void anAnswerInDrops()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        if (traitsOf(row.operation).streams)
            return;
        Talk talk(column);
        talk.server.then(
            {"HTTP/1.1 200 Said\r\nContent-Length: 100\r\n\r\n{", false, false, false});
        ManualAlarm &alarm = talk.client().alarm;
        talk.client().meanwhile = [&talk, &alarm, left = milliseconds(30s)]() mutable {
            // Once it is on its way, only the time for all of it still runs.
            const bool isDue =
                !talk.server.requests().empty() && left > 0s && alarm.pending() == QList{left};
            if (!isDue)
                return;
            talk.server.push(" ");
            left -= 10s;
            alarm.advance(10s);
        };
        NOTHING_WRONG(judged(Refusal{Kind::Timeout, 0, u"timeout"_s}, talk.ask(row)));
        QCOMPARE(talk.server.requests().size(), std::size_t(1));
    }

    /// Without a member, or with another for it: what is wrong is said, and where the member is
    /// needed, of which. Else it is as if nobody needed it; what may be missing tells less.
    void anyMemberBroken_data() { testEveryAnswer(columns().sliced(1)); } // ours has a document

    void anyMemberBroken()
    {
        QFETCH(Column, column);
        QFETCH(Row, row);
        QFETCH(Written, written);
        QSet<QString> needed;
        for (const Breakage &breakage : column.broken(row.operation, written.reply))
            needed << breakage.name;
        Talk talk(column);
        for (const Breakage &breakage : everyBreakage(written.reply.body)) {
            talk.server.then(
                ScriptedServer::answer(written.reply.status, breakage.body, written.reply.headers));
            const Outcome outcome = talk.ask(row);
            const bool isRight = outcome.wrong.isEmpty() || tellsLess(column, breakage);
            const QStringList wrong =
                outcome.error || needed.contains(breakage.name)
                    ? judged(unread(written.reply.status, breakage, outcome, needed), outcome)
                : isRight ? QStringList()
                          : outcome.wrong;
            QVERIFY2(wrong.isEmpty(), qPrintable(breakage.name + u": "_s + wrong.join(u", "_s)));
        }
    }

    /// What one wire's servers say and its page does not.
    void itsOwnWays_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<WireWay>("way");
        for (const Column &column : columns()) {
            for (const WireWay &way : waysOf(column.name))
                QTest::newRow(QByteArray(column.name + '/' + way.row + '/' + way.name).constData())
                    << column << way;
        }
    }

    void itsOwnWays()
    {
        QFETCH(Column, column);
        QFETCH(WireWay, way);
        const auto &rows = column.rows();
        const auto row =
            std::ranges::find_if(rows, [&](const Row &each) { return each.title() == way.row; });
        QVERIFY(row != rows.end());
        Talk talk(column);
        talk.server.then(
            ScriptedServer::answer(way.reply.status, way.reply.body, way.reply.headers));
        NOTHING_WRONG(judged(way.refusal, talk.ask(*row)));
        QCOMPARE(talk.server.requests().size(), std::size_t(1));
    }

    void everyForeignWireHasWays()
    {
        for (const Column &column : columns())
            QVERIFY2(!waysOf(column.name).isEmpty(), column.name.constData());
    }
};

LATCHKEY_TEST(MisbehaviourTest)

#include "tst_misbehaviour.moc"
