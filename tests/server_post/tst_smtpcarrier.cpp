#include "server/carriers/smtpcarrier.h"
#include "support/manualclock.h"
#include "support/postoffice.h"
#include "support/selfsigned.h"
#include "support/testrunner.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Outcome = CarryOutcome::Kind;
using Security = SmtpSettings::Security;

namespace {

Mail aMail(const QString &html = u"<p>Your code: 493817</p>"_s)
{
    return {u"ada@example.org"_s, u"Your code"_s, Secret(u"Your code: 493817\n"_s), Secret(html)};
}

/// A carrier at a post office, and how often something left.
struct Post
{
    QTemporaryDir folder;
    PostOffice office;
    ManualClock clock;
    SmtpSettings settings;
    std::stop_source stop;
    int left = 0;
    bool mayLeave = true;

    explicit Post(const QStringList &tls = {}, const QString &login = {})
        : office(arguments(folder, tls, login))
    {
        settings.host = u"127.0.0.1"_s;
        settings.port = office.port();
        settings.security = Security::None;
        settings.from = {u"post@example.org"_s, u"Latchkey"_s};
        settings.authorities = folder.filePath(u"certificate.pem"_s);
        settings.connectWithin = 5s;
        settings.doneWithin = 10s;
    }

    CarryOutcome carry(const Mail &mail = aMail())
    {
        SmtpCarrier carrier(settings, clock);
        return carrier.carry(
            mail, u"pst_1"_s,
            [this] {
                ++left;
                return mayLeave;
            },
            stop.get_token());
    }

    static QStringList arguments(const QTemporaryDir &folder, const QStringList &tls,
                                 const QString &login)
    {
        const auto made = SelfSigned::forAddress("127.0.0.1");
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::WriteOnly))
                file.write(bytes);
            return file.fileName();
        };
        QStringList all{u"serve"_s, u"--certificate"_s,
                        write(u"certificate.pem"_s, made.certificate), u"--key"_s,
                        write(u"key.pem"_s, made.key)};
        if (!tls.isEmpty())
            all << u"--tls"_s << tls;
        if (!login.isEmpty())
            all << u"--login"_s << login;
        return all;
    }
};

} // namespace

class SmtpCarrierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMailArrives()
    {
        Post post;
        QCOMPARE(post.carry().kind, Outcome::Sent);
        QCOMPARE(post.left, 1);
        const auto mail = post.office.next().value();
        QCOMPARE(mail["sender"_L1].toString(), u"post@example.org"_s);
        QCOMPARE(mail["to"_L1].toArray(), QJsonArray({"ada@example.org"_L1}));
        QCOMPARE(mail["plain"_L1].toString(), u"Your code: 493817\n"_s);
        QCOMPARE(mail["html"_L1].toString(), u"<p>Your code: 493817</p>"_s);
        QCOMPARE(mail["defects"_L1].toArray(), QJsonArray());
        QVERIFY(!mail["tls"_L1].toBool());
    }

    void overTls_data()
    {
        QTest::addColumn<QString>("tls");
        QTest::addColumn<Security>("security");
        QTest::newRow("STARTTLS") << u"starttls"_s << Security::StartTls;
        QTest::newRow("from the first byte") << u"implicit"_s << Security::Tls;
    }
    void overTls()
    {
        QFETCH(QString, tls);
        QFETCH(Security, security);
        Post post({tls}, u"mailer:päss word"_s);
        post.settings.security = security;
        post.settings.user = u"mailer"_s;
        post.settings.password = Secret(u"päss word"_s);
        const auto outcome = post.carry();
        QVERIFY2(outcome.kind == Outcome::Sent, qPrintable(outcome.why));
        const auto mail = post.office.next().value();
        QVERIFY(mail["tls"_L1].toBool());
        QCOMPARE(mail["login"_L1].toString(), u"mailer"_s);

        post.settings.password = Secret(u"wrong"_s);
        const auto refused = post.carry();
        QCOMPARE(refused.kind, Outcome::Unavailable);
        QCOMPARE(refused.why, u"Login denied"_s); // the server's answer, and not our patience
        QCOMPARE(post.office.next().value()["event"_L1].toString(), u"login refused"_s);

        post.settings.authorities.clear(); // the system's know nothing of it
        QCOMPARE(post.carry().kind, Outcome::Unavailable);
        QCOMPARE(post.office.untold(), 0);
        QCOMPARE(post.left, 1);
    }

    void tlsThatIsNotOfferedIsNotDoneWithout()
    {
        Post post;
        post.settings.security = Security::StartTls;
        QCOMPARE(post.carry().kind, Outcome::Unavailable);
        QCOMPARE(post.left, 0);
        QCOMPARE(post.office.untold(), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("left");
        QTest::newRow("no such person") << QByteArray("rcpt 550") << Outcome::Refused << 0;
        QTest::newRow("person not now") << QByteArray("rcpt 451") << Outcome::Later << 0;
        QTest::newRow("content refused") << QByteArray("end 554") << Outcome::Refused << 1;
        QTest::newRow("content not now") << QByteArray("end 452") << Outcome::Later << 1;
        QTest::newRow("data not now") << QByteArray("data 451") << Outcome::Later << 0;
        QTest::newRow("we are refused") << QByteArray("mail 550") << Outcome::Unavailable << 0;
        QTest::newRow("who are we") << QByteArray("mail 530") << Outcome::Unavailable << 0;
        QTest::newRow("closing") << QByteArray("rcpt 421") << Outcome::Unavailable << 0;
        QTest::newRow("cut before") << QByteArray("rcpt cut") << Outcome::Unavailable << 0;
        QTest::newRow("cut after") << QByteArray("end cut") << Outcome::Uncertain << 1;
    }
    void refusals()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Outcome, outcome);
        Post post;
        post.office.tell("answer " + answer);
        const auto got = post.carry();
        QVERIFY2(got.kind == outcome, qPrintable(got.why));
        QVERIFY(!got.why.isEmpty());
        QVERIFY(!got.why.contains("493817"_L1));
        QTEST(post.left, "left");
    }

    void cutInTheMiddleNothingHasLeft()
    {
        Post post;
        post.office.tell("answer data drown");
        QCOMPARE(post.carry(aMail(QString(20'000'000, u'x'))).kind, Outcome::Unavailable);
        QCOMPARE(post.left, 0);
        QCOMPARE(post.office.untold(), 0);
    }

    void nobodyThere()
    {
        Post post;
        post.office.tell("close");
        QCOMPARE(post.carry().kind, Outcome::Unavailable);
        post.office.tell("open");
        QCOMPARE(post.carry().kind, Outcome::Sent);
    }

    void aSlowServerIsGivenUp()
    {
        Post post;
        post.settings.doneWithin = 500ms;
        post.office.tell("answer rcpt hang");
        QCOMPARE(post.carry().kind, Outcome::Unavailable);
        post.office.tell("answer rcpt well");
        post.office.tell("answer end hang");
        QCOMPARE(post.carry().kind, Outcome::Uncertain);
    }

    void whatMayNotLeaveStays()
    {
        Post post;
        post.mayLeave = false;
        QCOMPARE(post.carry().kind, Outcome::Stopped);
        QCOMPARE(post.left, 1);
        QCOMPARE(post.office.untold(), 0);
    }

    void endsWhenItIsTold()
    {
        Post post;
        post.office.tell("answer rcpt hang");
        std::optional<CarryOutcome> outcome;
        std::thread carrying([&] { outcome = post.carry(); });
        QCOMPARE(post.office.next().value()["event"_L1].toString(), u"hangs"_s);
        post.stop.request_stop();
        carrying.join();
        QCOMPARE(outcome->kind, Outcome::Stopped);
        QCOMPARE(post.left, 0);
    }

    void onlyAddressesAreSentTo()
    {
        Post post;
        for (const QString &to : {u"ada@example.org>\r\nRCPT TO:<eve@example.org"_s, u""_s,
                                  u"a@example.org,b@example.org"_s}) {
            Mail mail = aMail();
            mail.to = to;
            QCOMPARE(post.carry(mail).kind, Outcome::Refused);
        }
        QCOMPARE(post.office.untold(), 0);
    }
};

LATCHKEY_TEST(SmtpCarrierTest)

#include "tst_smtpcarrier.moc"
