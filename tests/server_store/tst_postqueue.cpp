#include "opened.h"
#include "server/store/housekeeping.h"
#include "storage/statement.h"
#include "support/testrunner.h"

#include <QFile>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

using Kind = CarryOutcome::Kind;
using Added = PostQueue::Added;

namespace {

Mail mailTo(const QString &to)
{
    return {to, u"Your code"_s, Secret(u"code 493817-plain"_s), Secret(u"code 493817-html"_s)};
}

struct Post : Opened
{
    explicit Post(PostWay way = PostWay::Out)
        : Opened(false)
    {
        options.post.mail = way;
        options.post.sms = way;
        store = WriteStore::open(options, clock).value();
    }

    void reopen()
    {
        store.reset();
        store = WriteStore::open(options, clock).value();
    }
    Added add(const QString &cause, std::chrono::milliseconds lifetime = 24h)
    {
        return store->post.add(cause, mailTo(cause + u"@example.org"_s), clock.now() + lifetime)
            .value();
    }
    /// Whose turn it is.
    QString next()
    {
        const auto due = store->post.due(PostKind::Mail).value();
        return due.next ? recipientOf(due.next->message).section(u'@', 0, 0) : QString();
    }
    QString id() { return store->post.due(PostKind::Mail).value().next.value().id; }
    void settle(Kind kind) { QVERIFY(store->post.settle(id(), {kind, u"why"_s})); }
    QString text(const QString &sql)
    {
        storage::Statement statement(store->database(), sql);
        return statement.next().value() ? statement.text(0) : QString();
    }
    QString state() { return text(u"SELECT state FROM post"_s); }
};

} // namespace

class PostQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsForNobodyIsQueuedAndNeverDue()
    {
        Post opened;
        const Mail mail = mailTo(u"ada@example.com"_s);
        const Timestamp expires = opened.clock.now() + 5min;
        QCOMPARE(opened->post.addForNobody(u"one"_s, mail, expires).value(), Added::Now);
        QCOMPARE(opened->post.addForNobody(u"one"_s, mail, expires).value(), Added::Before);
        const DuePost due = opened->post.due(PostKind::Mail).value();
        QVERIFY(!due.next);
        QCOMPARE(due.waiting, 0);
        storage::Statement row(opened->database(),
                               u"SELECT COUNT(*), COUNT(body), MAX(recipient) FROM post"_s);
        QVERIFY(row.next().value());
        QCOMPARE(row.integer(0), 1);
        QCOMPARE(row.integer(1), 0);
        QCOMPARE(row.text(2), QString());
    }

    void oneCauseIsOneMessage()
    {
        Post post;
        QCOMPARE(post.add(u"a"_s), Added::Now);
        QCOMPARE(post.add(u"a"_s), Added::Before);
        QCOMPARE(post->notices.take().size(), 1);
        QCOMPARE(post.next(), u"a"_s);
        post.settle(Kind::Sent);
        QCOMPARE(post.add(u"a"_s), Added::Before);
        QCOMPARE(post.next(), QString());
    }

    void goesNowhereWhereNothingCarriesIt()
    {
        Post post(PostWay::Nowhere);
        QVERIFY(!post->post.carries(PostKind::Mail));
        QCOMPARE(post.add(u"a"_s), Added::Nowhere);
        QCOMPARE(post.next(), QString());
    }

    void inTurn()
    {
        Post post;
        post.add(u"a"_s);
        post.clock.advance(1s);
        post.add(u"b"_s);
        QVERIFY(post->post.add(u"c"_s, Sms{u"+1"_s, Secret(u"x"_s)}, post.clock.now() + 1h));
        QCOMPARE(post.next(), u"a"_s);
        post.settle(Kind::Sent);
        QCOMPARE(post.next(), u"b"_s);
        post.settle(Kind::Sent);
        const auto due = post->post.due(PostKind::Mail).value();
        QVERIFY(!due.next && !due.later);
        QCOMPARE(post->post.due(PostKind::Sms).value().waiting, 1);
    }

    void backsOff()
    {
        Post post;
        post.add(u"a"_s);
        for (const auto wait : {1min, 5min, 15min, 60min, 60min}) {
            post.settle(Kind::Later);
            QCOMPARE(post->post.due(PostKind::Mail).value().later.value(), post.clock.now() + wait);
            post.clock.advance(wait - 1ms);
            QCOMPARE(post.next(), QString());
            post.clock.advance(1ms);
            QCOMPARE(post.next(), u"a"_s);
        }
        QCOMPARE(post.text(u"SELECT tries FROM post"_s), u"5"_s);
        post.clock.advance(24h);
        const auto due = post->post.due(PostKind::Mail).value();
        QCOMPARE(due.expired, 1);
        QCOMPARE(post.state(), u"expired"_s);
    }

    void whereNothingGoesNobodyHasTried()
    {
        Post post;
        post.add(u"a"_s);
        post.settle(Kind::Unavailable);
        post.settle(Kind::Stopped);
        QCOMPARE(post.next(), u"a"_s);
        QCOMPARE(post.text(u"SELECT tries FROM post"_s), u"0"_s);
    }

    void leavesOnceOnly()
    {
        Post post;
        post.add(u"a"_s);
        const QString id = post.id();
        QVERIFY(post->post.markLeaving(id).value());
        QVERIFY(!post->post.markLeaving(id).value());
        QCOMPARE(post.next(), QString());
        QVERIFY(post->post.settle(id, {Kind::Later, {}}));
        QCOMPARE(post.text(u"SELECT tries FROM post"_s), u"1"_s);
        post.clock.advance(1min);
        QVERIFY(post->post.markLeaving(post.id()).value());
    }

    void whatExpiredMeanwhileStays()
    {
        Post post;
        post.add(u"a"_s, 5min);
        const QString id = post.id();
        post.clock.advance(5min);
        QVERIFY(!post->post.markLeaving(id).value());
    }

    void whatWasLeavingIsNotSentAgain()
    {
        Post post;
        post.add(u"a"_s);
        QVERIFY(post->post.markLeaving(post.id()).value());
        post.reopen();
        QCOMPARE(post.next(), QString());
        QCOMPARE(post->post.settleAbandoned(PostKind::Sms).value(), 0);
        QCOMPARE(post->post.settleAbandoned(PostKind::Mail).value(), 1);
        QCOMPARE(post.state(), u"uncertain"_s);
    }

    void whatHasEndedIsEmpty_data()
    {
        QTest::addColumn<Kind>("outcome");
        QTest::addColumn<QString>("state");
        QTest::newRow("sent") << Kind::Sent << u"sent"_s;
        QTest::newRow("refused") << Kind::Refused << u"refused"_s;
        QTest::newRow("uncertain") << Kind::Uncertain << u"uncertain"_s;
    }
    void whatHasEndedIsEmpty()
    {
        QFETCH(Kind, outcome);
        Post post;
        post.add(u"a"_s);
        post.settle(outcome);
        QTEST(post.state(), "state");
        QCOMPARE(post.text(u"SELECT body IS NULL FROM post"_s), u"1"_s);
        post.clock.advance(30 * 24h);
        QVERIFY(!Housekeeping().step(*post.store).value());
        QCOMPARE(post.state(), QString());
    }

    void noCodeLiesInTheDatabase()
    {
        for (const PostWay way : {PostWay::Out, PostWay::IntoMessages}) {
            Post post(way);
            post.add(u"a"_s);
            post.reopen();
            for (const QString &suffix : {u""_s, u"-wal"_s}) {
                QFile file(post.options.database.path + suffix);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray all = file.readAll();
                QVERIFY(!all.contains("493817"));
                QVERIFY(!all.contains(QByteArray::fromHex("0034003900330038"))); // UTF-16
            }
        }
    }

    void aWrongBodyIsSetAside()
    {
        Post post;
        post.add(u"a"_s);
        post.add(u"b"_s);
        QVERIFY(post->database().run(
            u"UPDATE post SET body = (SELECT body FROM post WHERE cause = 'b') WHERE cause = 'a'"_s));
        QCOMPARE(post.next(), u"b"_s);
        QCOMPARE(post.text(u"SELECT last_error FROM post WHERE cause = 'a'"_s), u"vaultBroken"_s);
    }

    void staysOnThisComputer()
    {
        Post post(PostWay::IntoMessages);
        QCOMPARE(post.add(u"a"_s), Added::Now);
        QCOMPARE(post.add(u"a"_s), Added::Before);
        QCOMPARE(post.add(u"b"_s), Added::Now);
        const auto notices = post->notices.take(); // for the one that was there before, none
        QCOMPARE(notices.size(), size_t(2));
        QVERIFY(std::holds_alternative<MessageNotice>(notices.front()));
        QVERIFY(!post->post.due(PostKind::Mail).value().next);
        const auto newest = post->messages.before({}, 1).value();
        QCOMPARE(newest.size(), 1);
        QCOMPARE(recipientOf(newest[0].message), u"b@example.org"_s);
        const auto older = post->messages.before(newest[0].number, 10).value();
        QCOMPARE(older.size(), 1);
        QCOMPARE(std::get<Mail>(older[0].message).plain.revealText(), u"code 493817-plain"_s);
        QCOMPARE(older[0].at, post.clock.now());
    }

    void onlyTheNewestStay()
    {
        Post post(PostWay::IntoMessages);
        for (int i = 0; i < 520; ++i)
            post.add(QString::number(i));
        QVERIFY(!Housekeeping().step(*post.store).value());
        const auto kept = post->messages.before({}, 1000).value();
        QCOMPARE(kept.size(), 500);
        QCOMPARE(recipientOf(kept.last().message), u"20@example.org"_s);
        post.clock.advance(30 * 24h);
        while (Housekeeping().step(*post.store).value()) {
        }
        QVERIFY(post->messages.before({}, 1000).value().isEmpty());
    }
};

LATCHKEY_TEST(PostQueueTest)

#include "tst_postqueue.moc"
