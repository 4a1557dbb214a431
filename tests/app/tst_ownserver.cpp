#include "base/filelock.h"
#include "folders.h"
#include "home.h"
#include "ownserver.h"
#include "server/donow.h"
#include "server/masterkey.h"
#include "support/testrunner.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace latchkey;
using namespace latchkey::app;
using namespace Qt::StringLiterals;

namespace {

QString profilesFile()
{
    return configFolder() + u"/profiles.json"_s;
}

account::Profile profileAt(const QUrl &url, const QString &id = u"a"_s)
{
    return {.id = account::ProfileId(id),
            .server = {.url = url},
            .userId = api::UserId(id),
            .onOwnServer = true};
}

} // namespace

class OwnServerTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;

    template <class T>
    Result<T> wait(const Call<T> &call)
    {
        std::optional<Result<T>> end;
        call.then(this, [&](const Result<T> &result) { end = result; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(end, 20000); }();
        return *end;
    }

    /// The status of what the server says.
    QByteArray answerOf(const QUrl &server, const QByteArray &line, const QByteArray &body)
    {
        QTcpSocket socket;
        socket.connectToHost(server.host(), quint16(server.port()));
        socket.write(line + " HTTP/1.1\r\nHost: " + server.authority().toUtf8() +
                     "\r\nContent-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        [&] { QTRY_VERIFY(socket.canReadLine()); }();
        return socket.readLine().split(' ').value(1);
    }

    /// As the server does for what it can't send.
    void postCode(const QString &database, const QString &code)
    {
        using namespace server;
        StoreOptions options;
        options.database.path = database;
        options.post.mail = PostWay::IntoMessages;
        options.masterKey = [database](bool wasUsed) {
            return masterKey(MasterKeyPlaces::of({}, database), wasUsed);
        };
        const auto writer = Writer::start(options, m_clock, [](const auto &) {}).value();
        const Mail mail{.to = u"ada@example.com"_s,
                        .subject = u"Your code"_s,
                        .plain = Secret(u"Here it is:\n\n    %1\n"_s.arg(code)),
                        .html = Secret(code)};
        const auto posted = doNow<Nothing>(*writer, [&](WriteStore &store) {
            return store.post.add(code, mail, m_clock.now() + std::chrono::minutes(5))
                .map([](auto) { return Nothing(); });
        });
        QVERIFY(posted);
    }

private Q_SLOTS:
    void anotherCopyMovesNoProfile()
    {
        const test::Home home;
        account::Profiles profiles(profilesFile());
        OwnServer first(OwnServer::Use::Host, m_clock, profiles);
        const QUrl url = *wait(first.start());
        QVERIFY(profiles.add(profileAt(url)));

        account::Profiles others(profilesFile());
        QVERIFY(others.load());
        OwnServer second(OwnServer::Use::Host, m_clock, others);
        const auto vouched = wait(second.vouchFor(url));
        QVERIFY(!vouched);
        QCOMPARE(vouched.error().code, u"ownServerInUse"_s);
        QVERIFY(others.load());
        QCOMPARE(others.all().first().server.url, url);
    }

    void aBorrowerUsesTheOneThatRuns()
    {
        const test::Home home;
        account::Profiles profiles(profilesFile());
        OwnServer host(OwnServer::Use::Host, m_clock, profiles);
        const QUrl url = *wait(host.start());
        QVERIFY(profiles.add(profileAt(url)));
        OwnServer borrower(OwnServer::Use::Borrow, m_clock, profiles);
        QVERIFY(wait(borrower.vouchFor(url)));
        QCOMPARE(borrower.url(), url);
    }

    void aStrangerAtTheOldPortIsNotVouchedFor()
    {
        const test::Home home;
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        const QUrl old(u"http://127.0.0.1:%1"_s.arg(stranger.serverPort()));
        account::Profiles profiles(profilesFile());
        QVERIFY(profiles.add(profileAt(old)));
        for (const OwnServer::Use use : {OwnServer::Use::Borrow, OwnServer::Use::Host}) {
            OwnServer server(use, m_clock, profiles);
            const auto vouched = wait(server.vouchFor(profiles.all().first().server.url));
            const bool isFirst = use == OwnServer::Use::Borrow;
            QCOMPARE(vouched.has_value(), !isFirst);
            if (isFirst)
                QCOMPARE(vouched.error().code, u"ownServerMoved"_s);
            QVERIFY(profiles.all().first().server.url != old);
            QCOMPARE(profiles.all().first().server.url, server.url());
            QVERIFY(wait(server.vouchFor(server.url())));
        }
        QVERIFY(!stranger.hasPendingConnections());
    }

    void theWindowReadsWhatTheServerKeeps()
    {
        const test::Home home;
        account::Profiles profiles(profilesFile());
        {
            OwnServer first(OwnServer::Use::Host, m_clock, profiles);
            account::OwnMessages &messages = first.messages();
            messages.load();
            QTRY_VERIFY(messages.lastError());
            QCOMPARE(messages.lastError()->code, u"ownServerNotRunning"_s);
            QVERIFY(wait(first.start()));
            QTRY_VERIFY(messages.isLoaded()); // who looked too early need not look again
            QVERIFY(messages.all().isEmpty() && !messages.lastError());
        }
        postCode(dataFolder() + u"/own-server.db"_s, u"493817"_s);
        postCode(dataFolder() + u"/own-server.db"_s, u"271828"_s);
        OwnServer server(OwnServer::Use::Host, m_clock, profiles);
        QVERIFY(wait(server.start()));
        server.messages().load();
        QTRY_COMPARE(server.messages().all().size(), 2);
        const account::OwnMessage newest = server.messages().all().first();
        QCOMPARE(account::codeIn(newest).revealText(), u"271828"_s);
        QCOMPARE(newest.to, u"ada@example.com"_s);
        QCOMPARE(newest.kind, account::OwnMessage::Kind::Mail);

        // Another program that only uses the server has no business in them.
        OwnServer borrower(OwnServer::Use::Borrow, m_clock, profiles);
        QVERIFY(wait(borrower.start()));
        borrower.messages().load();
        QTRY_VERIFY(borrower.messages().lastError());
    }

    void wordsOfADeadHostAreNotFollowed()
    {
        const test::Home home;
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(stranger.serverPort());
        QFile lock(dataFolder() + u"/own-server.lock"_s); // as a kill leaves it
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("1\n" + port + '\n');
        lock.close();
        account::Profiles profiles(profilesFile());
        OwnServer borrower(OwnServer::Use::Borrow, m_clock, profiles);
        const auto url = wait(borrower.start());
        QVERIFY(url && url->port() != stranger.serverPort());
    }

    void aHostWaitsForWhoIsHereForAMoment()
    {
        const test::Home home;
        account::Profiles profiles(profilesFile());
        auto command = std::make_unique<OwnServer>(OwnServer::Use::Borrow, m_clock, profiles);
        QVERIFY(wait(command->start()));
        QVERIFY(FileLock::holderOf(dataFolder() + u"/own-server.lock"_s)->words.isEmpty());
        OwnServer window(OwnServer::Use::Host, m_clock, profiles);
        const auto started = window.start();
        command.reset();
        QVERIFY(wait(started));
    }

    void aProfileThatStaysBehindIsStillKnown()
    {
        const test::Home home;
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        const QUrl old(u"http://127.0.0.1:%1"_s.arg(stranger.serverPort()));
        account::Profiles profiles(profilesFile());
        QVERIFY(profiles.add(profileAt(old)));
        {
            auto busy = FileLock::take(profilesFile() + u".lock"_s);
            QVERIFY(busy);
            OwnServer server(OwnServer::Use::Host, m_clock, profiles);
            QVERIFY(wait(server.start()));
            QCOMPARE(profiles.all().first().server.url, old);
            QCOMPARE(wait(server.vouchFor(old)).error().code, u"ownServerMoved"_s);
        }
        OwnServer server(OwnServer::Use::Host, m_clock, profiles);
        QVERIFY(wait(server.start()));
        QCOMPARE(profiles.all().first().server.url, server.url());
    }

    void nobodyElseOnThisComputerTakesTheFirstAccount()
    {
        const test::Home home;
        account::Profiles profiles(profilesFile());
        OwnServer server(OwnServer::Use::Host, m_clock, profiles);
        const QUrl url = *wait(server.start());
        const auto signUp = [&](const QString &code) {
            const QJsonObject device{
                {u"label"_s, QString()}, {u"program"_s, u"x"_s}, {u"system"_s, u"x"_s}};
            QJsonObject form{{u"name"_s, u"Ada"_s},
                             {u"email"_s, u"ada@example.org"_s},
                             {u"password"_s, u"correct horse battery staple"_s},
                             {u"language"_s, u"en"_s},
                             {u"device"_s, device}};
            if (!code.isEmpty())
                form.insert(u"setupCode"_s, code);
            return answerOf(url, "POST /v1/users", QJsonDocument(form).toJson());
        };
        QCOMPARE(signUp({}), QByteArray("422"));
        const auto code = server.setupCode(url);
        QVERIFY(code);
        QVERIFY(!server.setupCode(QUrl(u"http://127.0.0.1:1"_s)));
        QCOMPARE(signUp(code->revealText()), QByteArray("200"));
    }

    void oneThatDidNotStartIsTriedAgain()
    {
        const test::Home home;
        const QString database = dataFolder() + u"/own-server.db"_s;
        QVERIFY(QDir().mkpath(database)); // a folder is no database
        account::Profiles profiles(profilesFile());
        QVERIFY(profiles.add(profileAt(QUrl(u"http://127.0.0.1:1"_s))));
        OwnServer server(OwnServer::Use::Host, m_clock, profiles);
        QVERIFY(!wait(server.vouchFor(profiles.all().first().server.url)));
        QVERIFY(server.url().isEmpty());
        QVERIFY(QDir().rmdir(database));
        QVERIFY(wait(server.start()));
        QCOMPARE(profiles.all().first().server.url, server.url());
    }

    void itsVaultHasAKeyOfItsOwn()
    {
        const test::Home home;
        const QString file = dataFolder() + u"/own-server.db.key"_s;
        account::Profiles profiles(profilesFile());
        {
            OwnServer server(OwnServer::Use::Host, m_clock, profiles);
            QVERIFY(wait(server.start()));
        }
        QVERIFY(QFile::rename(file, file + u".away"_s));
        {
            OwnServer server(OwnServer::Use::Host, m_clock, profiles);
            const auto started = wait(server.start());
            QVERIFY(!started);
            QCOMPARE(started.error().code, u"vaultKeyMissing"_s);
            QVERIFY(!QFile::exists(file));
        }
        QVERIFY(QFile::rename(file + u".away"_s, file));
        OwnServer server(OwnServer::Use::Host, m_clock, profiles);
        QVERIFY(wait(server.start()));
    }

    void otherServersAreNotItsMatter()
    {
        const test::Home home;
        account::Profiles profiles(profilesFile());
        OwnServer server(OwnServer::Use::Host, m_clock, profiles);
        QVERIFY(wait(server.vouchFor(QUrl(u"https://accounts.example.org"_s))));
        QVERIFY(server.url().isEmpty());
    }
};

LATCHKEY_TEST(OwnServerTest)

#include "tst_ownserver.moc"
