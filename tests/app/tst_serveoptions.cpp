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
};

LATCHKEY_TEST(ServeOptionsTest)

#include "tst_serveoptions.moc"
