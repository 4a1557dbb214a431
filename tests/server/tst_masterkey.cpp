#include "server/masterkey.h"
#include "server/store/vault.h"
#include "stand.h"
#include "support/testrunner.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray someKey = QByteArray(32, 'k').toBase64();
const QByteArray otherKey = QByteArray(32, 'o').toBase64();

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

mode_t modeOf(const QString &path)
{
    struct stat status{};
    return ::stat(qPrintable(path), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// As long as it lives, the environment says so.
class Environment
{
public:
    Environment(const char *name, const QByteArray &value)
        : m_name(name)
    {
        qputenv(name, value);
    }
    ~Environment() { qunsetenv(m_name); }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;

private:
    const char *m_name;
};

QString codeOf(const ServerConfig &config, const Clock &clock)
{
    const auto started = AccountServer(config, clock).start();
    return started ? u"started"_s : started.error().code;
}

} // namespace

class MasterKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeOnceForItsOwnersEyesOnly()
    {
        const QTemporaryDir folder;
        MasterKeyPlaces places;
        places.beside = folder.filePath(u"accounts.db.key"_s);
        const auto made = masterKey(places, false);
        QVERIFY(made);
        QCOMPARE(made->size(), Vault::keySize);
        QCOMPARE(modeOf(places.beside), mode_t(0600));
        QVERIFY(masterKey(places, false)->matches(*made));
        QVERIFY(masterKey(places, true)->matches(*made));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"accounts.db.key"_s});
    }

    void isNotMadeWhereOneWasUsed()
    {
        const QTemporaryDir folder;
        MasterKeyPlaces places;
        places.beside = folder.filePath(u"accounts.db.key"_s);
        QCOMPARE(masterKey(places, true).error().code, u"vaultKeyMissing"_s);
        places.file = folder.filePath(u"elsewhere"_s);
        QCOMPARE(masterKey(places, true).error().code, u"vaultKeyMissing"_s);
        places.file = folder.filePath(u"no/such/folder"_s);
        QCOMPARE(masterKey(places, false).error().code, u"vaultKeyMissing"_s);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void theFirstPlaceThatIsGivenCounts()
    {
        const QTemporaryDir folder;
        MasterKeyPlaces places;
        places.beside = folder.filePath(u"beside"_s);
        put(places.beside, QByteArray(32, 'b').toBase64());
        const auto first = [&] { return masterKey(places, true)->reveal().at(0); };
        QCOMPARE(first(), 'b');
        places.credentials = folder.path();
        QCOMPARE(first(), 'b'); // systemd passed other things, and no key
        put(folder.filePath(u"latchkey-key"_s), QByteArray(32, 'c').toBase64() + '\n');
        QCOMPARE(first(), 'c');
        places.text = Secret(QByteArray(32, 'e').toBase64());
        QCOMPARE(first(), 'e');
        places.file = folder.filePath(u"file"_s);
        put(places.file, QByteArray(32, 'f').toBase64());
        QCOMPARE(first(), 'f');
    }

    void whatIsNoKeyIsNotTaken()
    {
        const QTemporaryDir folder;
        MasterKeyPlaces places;
        places.file = folder.filePath(u"file"_s);
        for (const QByteArray &text :
             {QByteArray(), QByteArray("no base64!"), QByteArray(31, 'k').toBase64()}) {
            put(places.file, text);
            const auto read = masterKey(places, false);
            QVERIFY(!read);
            QCOMPARE(read.error().code, u"vaultKeyWrong"_s);
            QVERIFY(read.error().detail.startsWith(places.file));
        }
        places.file.clear();
        places.text = Secret(QByteArray("short"));
        QCOMPARE(masterKey(places, false).error().detail.section(u' ', 0, 0), u"LATCHKEY_KEY"_s);
    }

    void theServerStartsWithItsOwnKeyAndNoOther()
    {
        Stand stand;
        stand.signUp("ada");
        stand.server->stop();
        const QString beside = stand.database() + u".key"_s;
        QCOMPARE(modeOf(beside), mode_t(0600));
        QFile file(beside);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray right = file.readAll();
        ServerConfig config;
        config.database = stand.database();
        {
            const Environment wrong("LATCHKEY_KEY", otherKey);
            QCOMPARE(codeOf(config, stand.clock), u"vaultKeyWrong"_s);
        }
        QVERIFY(QFile::remove(beside));
        QCOMPARE(codeOf(config, stand.clock), u"vaultKeyMissing"_s);
        QVERIFY(!QFile::exists(beside));
        {
            const Environment given("LATCHKEY_KEY", right);
            QCOMPARE(codeOf(config, stand.clock), u"started"_s);
        }
        {
            const QTemporaryDir credentials;
            put(credentials.filePath(u"latchkey-key"_s), right);
            const Environment given("CREDENTIALS_DIRECTORY", credentials.path().toLocal8Bit());
            QCOMPARE(codeOf(config, stand.clock), u"started"_s);
        }
        config.vaultKeyFile = stand.database() + u".elsewhere"_s;
        put(config.vaultKeyFile, someKey);
        QCOMPARE(codeOf(config, stand.clock), u"vaultKeyWrong"_s);
        put(config.vaultKeyFile, right);
        QCOMPARE(codeOf(config, stand.clock), u"started"_s);
        QCOMPARE(stand.rows(u"users"_s), 1);
    }

    void aDatabaseByAnotherNameHasTheSameKey()
    {
        Stand stand;
        stand.server->stop();
        const QTemporaryDir elsewhere;
        ServerConfig config;
        config.database = elsewhere.filePath(u"link.db"_s);
        QVERIFY(QFile::link(stand.database(), config.database));
        QCOMPARE(codeOf(config, stand.clock), u"started"_s);
        QVERIFY(!QFile::exists(config.database + u".key"_s));
    }
};

LATCHKEY_TEST(MasterKeyTest)

#include "tst_masterkey.moc"
