#include "deliveruntilkilled.h"
#include "server/accountserver.h"
#include "server/carriers/smtpcarrier.h"
#include "server/donow.h"
#include "server/masterkey.h"
#include "server/post/letters.h"
#include "storage/statement.h"
#include "support/manualclock.h"
#include "support/postoffice.h"
#include "support/testrunner.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using latchkey::test::ManualClock;
using latchkey::test::PostOffice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A store with a writer, and who carries its mail to a post office.
struct Round
{
    QTemporaryDir folder;
    ManualClock clock{SystemClock().now()}; // another process has the system's
    PostOffice office;
    StoreOptions options = optionsOf(folder.filePath(u"accounts.db"_s));
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Delivery> delivery;

    Round() { open(); }
    ~Round() { close(); }

    void open()
    {
        writer = Writer::start(options, clock, [this](const std::vector<Notice> &) {
                     if (delivery)
                         delivery->wake();
                 }).value();
    }
    void close()
    {
        delivery.reset();
        writer.reset();
    }
    void start()
    {
        delivery = std::make_unique<Delivery>(
            PostKind::Mail, std::make_unique<SmtpCarrier>(settingsOf(office.port()), clock), clock,
            DeliveryPauses{10ms, 50ms});
        delivery->start(*writer);
    }
    PostQueue::Added add(const QString &cause)
    {
        return doNow<PostQueue::Added>(*writer,
                                       [&](WriteStore &store) {
                                           const Mail mail{cause + u"@example.org"_s, u"Code"_s,
                                                           Secret(u"493817"_s),
                                                           Secret(u"<p>493817</p>"_s)};
                                           return store.post.add(cause, mail, clock.now() + 24h);
                                       })
            .value();
    }
    QString state(const QString &cause)
    {
        return doNow<QString>(*writer,
                              [&](WriteStore &store) {
                                  storage::Statement found(
                                      store.database(),
                                      u"SELECT state FROM post WHERE cause = ?"_s);
                                  found.bind(cause);
                                  return found.next().map([&](bool) { return found.text(0); });
                              })
            .value();
    }
    /// To whom the next mail went.
    QString arrived()
    {
        const auto mail = office.next().value_or(QJsonObject());
        return mail["to"_L1].toArray()[0].toString().section(u'@', 0, 0);
    }

    /// Another process carries until the post office says so, and is killed.
    void carryAndBeKilledAt(const QString &event)
    {
        const QByteArray program = QCoreApplication::applicationFilePath().toLocal8Bit();
        const QByteArray path = options.database.path.toLocal8Bit();
        const QByteArray port = QByteArray::number(office.port());
        const pid_t server = ::fork();
        if (server == 0) {
            ::execl(program.constData(), program.constData(), deliverUntilKilledOption,
                    path.constData(), port.constData(), nullptr);
            ::_exit(1);
        }
        const auto got = office.next().value_or(QJsonObject());
        ::kill(server, SIGKILL);
        ::waitpid(server, nullptr, 0);
        QCOMPARE(got["event"_L1].toString(), event);
    }
};

} // namespace

class DeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesAsSoonAsItIsQueued()
    {
        Round round;
        QCOMPARE(round.add(u"a"_s), PostQueue::Added::Now);
        round.start();
        QCOMPARE(round.arrived(), u"a"_s);
        QCOMPARE(round.add(u"b"_s), PostQueue::Added::Now);
        QCOMPARE(round.add(u"b"_s), PostQueue::Added::Before);
        QCOMPARE(round.arrived(), u"b"_s);
        QTRY_COMPARE(round.state(u"b"_s), u"sent"_s);
        QCOMPARE(round.add(u"b"_s), PostQueue::Added::Before);
        QCOMPARE(round.add(u"c"_s), PostQueue::Added::Now);
        QCOMPARE(round.arrived(), u"c"_s);
        QTRY_COMPARE(round.delivery->figures().sent, 3u);
        QCOMPARE(round.office.untold(), 0);
    }

    void isThereWhenTheServerIsBack()
    {
        Round round;
        round.office.tell("close");
        round.start();
        for (const QString &cause : {u"a"_s, u"b"_s, u"c"_s})
            round.add(cause);
        QTRY_VERIFY(round.delivery->figures().isUnavailable);
        QCOMPARE(round.state(u"a"_s), u"waiting"_s); // and the writer answers
        round.office.tell("open");
        QStringList arrived{round.arrived(), round.arrived(), round.arrived()};
        arrived.sort();
        QCOMPARE(arrived, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QTRY_COMPARE(round.delivery->figures().sent, 3u);
        QVERIFY(!round.delivery->figures().isUnavailable);
        QCOMPARE(round.office.untold(), 0);
    }

    void isTriedAgainInItsTime()
    {
        Round round;
        round.office.tell("answer rcpt 451");
        round.start();
        round.add(u"a"_s);
        QTRY_COMPARE(round.delivery->figures().putOff, 1u);
        round.office.tell("answer rcpt well");
        round.add(u"b"_s);
        QCOMPARE(round.arrived(), u"b"_s); // nobody waits for the first
        round.clock.advance(1min);
        round.delivery->wake();
        QCOMPARE(round.arrived(), u"a"_s);
    }

    void whatIsRefusedIsLeftThere()
    {
        Round round;
        round.office.tell("answer rcpt 550");
        round.start();
        round.add(u"a"_s);
        QTRY_COMPARE(round.state(u"a"_s), u"refused"_s);
        round.office.tell("answer rcpt well");
        round.add(u"b"_s);
        QCOMPARE(round.arrived(), u"b"_s);
        QCOMPARE(round.delivery->figures().refused, 1u);
    }

    void whatMayHaveArrivedIsNotSentAgain()
    {
        Round round;
        round.office.tell("answer end cut");
        round.start();
        round.add(u"a"_s);
        QCOMPARE(round.arrived(), u"a"_s);
        QTRY_COMPARE(round.state(u"a"_s), u"uncertain"_s);
        QCOMPARE(round.delivery->figures().uncertain, 1u);
    }

    void aSlowServerHoldsNobodyUp()
    {
        Round round;
        round.office.tell("answer rcpt hang");
        round.start();
        round.add(u"a"_s);
        QCOMPARE(round.office.next().value()["event"_L1].toString(), u"hangs"_s);
        QCOMPARE(round.state(u"a"_s), u"waiting"_s);
        round.delivery->stop();
        QCOMPARE(round.state(u"a"_s), u"waiting"_s);
    }

    void killedBeforeItLeft()
    {
        Round round;
        round.add(u"a"_s);
        round.close();
        round.office.tell("answer rcpt hang");
        round.carryAndBeKilledAt(u"hangs"_s);
        round.office.tell("answer rcpt well");
        round.open();
        round.start();
        QCOMPARE(round.arrived(), u"a"_s);
        QTRY_COMPARE(round.state(u"a"_s), u"sent"_s);
        QCOMPARE(round.office.untold(), 0);
    }

    void killedWhileItLeft()
    {
        Round round;
        round.add(u"a"_s);
        round.close();
        round.office.tell("answer end hang");
        round.carryAndBeKilledAt(u"mail"_s);
        round.open();
        round.start();
        QTRY_COMPARE(round.state(u"a"_s), u"uncertain"_s);
        round.add(u"b"_s);
        // The post office, too, still hangs over the first.
        while (const auto got = round.office.next()) {
            if ((*got)["event"_L1] != "mail"_L1)
                continue;
            QCOMPARE((*got)["to"_L1].toArray()[0].toString(), u"b@example.org"_s);
            break;
        }
    }

    void theWholeServerSendsWhatIsQueued()
    {
        const QTemporaryDir folder;
        PostOffice office;
        const SystemClock clock;
        ServerConfig config;
        config.database = folder.filePath(u"accounts.db"_s);
        {
            StoreOptions options;
            options.database.path = config.database;
            options.post.mail = PostWay::Out;
            options.masterKey = [&](bool wasUsed) {
                return masterKey(MasterKeyPlaces::of({}, config.database), wasUsed);
            };
            const auto store = WriteStore::open(options, clock).value();
            const auto letters = Letters::load(u"Latchkey"_s).value();
            const auto mail = letters.mail(letter::SignInCode{Secret(u"493817"_s), 5min},
                                           api::Language::Chinese, u"ada@example.org"_s);
            QVERIFY(store->post.add(u"a"_s, mail, clock.now() + 5min));
        }
        AccountServer server(config, clock,
                             {std::make_unique<SmtpCarrier>(settingsOf(office.port()), clock), {}});
        const auto started = server.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().code + started.error().detail));
        const auto mail = office.next().value();
        QCOMPARE(mail["headers"_L1].toObject()["Subject"_L1].toString(),
                 u"您登录 Latchkey 的验证码"_s);
        QVERIFY(mail["plain"_L1].toString().contains("    493817\n"_L1));
        QVERIFY(mail["html"_L1].toString().contains("<p class=\"code\">493817</p>"_L1));
        QCOMPARE(mail["defects"_L1].toArray(), QJsonArray());
        server.stop();
    }
};

LATCHKEY_TEST(DeliveryTest)

#include "tst_delivery.moc"
