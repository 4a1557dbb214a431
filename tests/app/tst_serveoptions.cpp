#include "home.h"
#include "serveoptions.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::app;
using namespace Qt::StringLiterals;

class ServeOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyFileIsNamedOnTheCommandLineOrInAFile()
    {
        const test::Home home;
        const auto bare = readServeOptions({});
        QVERIFY(std::get<server::ServerConfig>(bare).vaultKeyFile.isEmpty());

        const QTemporaryDir folder;
        QFile file(folder.filePath(u"server.conf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# our server\nkey-file = /etc/latchkey/key\nname = Ours\n");
        file.close();
        const auto written = readServeOptions({u"--config"_s, file.fileName()});
        QCOMPARE(std::get<server::ServerConfig>(written).vaultKeyFile, u"/etc/latchkey/key"_s);
        const auto typed =
            readServeOptions({u"--config"_s, file.fileName(), u"--key-file=/root/key"_s});
        QCOMPARE(std::get<server::ServerConfig>(typed).vaultKeyFile, u"/root/key"_s);
        QCOMPARE(std::get<QString>(readServeOptions({u"--key-file"_s})),
                 u"--key-file needs a value"_s);
    }

    void aNameIsOneLine()
    {
        const test::Home home;
        const auto read = [](const QString &name) { return readServeOptions({u"--name"_s, name}); };
        for (const QString &good : {u"Zürich 的账户"_s, u"𠮷 🗝"_s})
            QCOMPARE(std::get<server::ServerConfig>(read(good)).name, good);
        for (const QString &bad : {u"a\nb"_s, QString(101, u'a')})
            QVERIFY(std::holds_alternative<QString>(read(bad)));
    }

    void aHostIsANameAlone()
    {
        const test::Home home;
        const auto read = [](const QString &name) { return readServeOptions({u"--host"_s, name}); };
        for (const char *good :
             {"accounts.example.org", "localhost", "10.0.0.7", "[::1]", "an_account"}) {
            const QString name = QString::fromLatin1(good);
            QCOMPARE(std::get<server::ServerConfig>(read(name)).hostNames, QStringList{name});
        }
        for (const char *bad : {"", "http://x/", "a b", "x:8080", "::1", "x\n"}) {
            QCOMPARE(std::get<QString>(read(QString::fromLatin1(bad))),
                     u"--host wants the name alone, e.g. accounts.example.org"_s);
        }
    }

    void aFileSaysEachThingOnce()
    {
        const test::Home home;
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"server.conf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("listen = 127.0.0.1:1\nlisten = [::1]:1\nname = Ours\n");
        file.flush();
        const auto read = readServeOptions({u"--config"_s, file.fileName()});
        QCOMPARE(std::get<server::ServerConfig>(read).listen.size(), 2);
        file.write("name = Theirs\n");
        file.close();
        QCOMPARE(std::get<QString>(readServeOptions({u"--config"_s, file.fileName()})),
                 file.fileName() + u", line 4: name is given in line 3 already"_s);
    }

    void otherWiresAreNamedOrLeftOut()
    {
        const test::Home home;
        const auto configOf = [](const QStringList &arguments) {
            return std::get<server::ServerConfig>(readServeOptions(arguments));
        };
        QVERIFY(!configOf({}).wires);
        QCOMPARE(*configOf({u"--wires"_s, u"none"_s}).wires, QStringList());
        QCOMPARE(*configOf({u"--wires=oneshot,aurora"_s}).wires,
                 QStringList({u"oneshot"_s, u"aurora"_s}));
        const auto own = configOf({u"--wire"_s, u"oneshot=[::1]:0"_s});
        QCOMPARE(own.wirePorts.size(), 1);
        QCOMPARE(own.wirePorts.first().wire, u"oneshot"_s);
        QCOMPARE(own.wirePorts.first().where.address, u"::1"_s);
        for (const QString &wrong : {u"--wires=morse"_s, u"--wire=oneshot"_s,
                                     u"--wire=morse=127.0.0.1:1"_s, u"--wire=oneshot=0.0.0.0:80"_s})
            QVERIFY2(std::holds_alternative<QString>(readServeOptions({wrong})), qPrintable(wrong));
    }
};

LATCHKEY_TEST(ServeOptionsTest)

#include "tst_serveoptions.moc"
