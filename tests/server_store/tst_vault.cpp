#include "opened.h"
#include "support/testrunner.h"

#include <QFile>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;

namespace {

Secret keyOf(char byte)
{
    return aKey(byte)(false).value();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class VaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensInTheSamePlaceOnly()
    {
        const Vault vault(keyOf('a'));
        const Secret plain(QByteArray("twenty bytes of seed"));
        const QByteArray sealed = vault.seal(plain, u"fac_1"_s);
        QVERIFY(!sealed.contains(plain.reveal()));
        QVERIFY(sealed != vault.seal(plain, u"fac_1"_s));
        QVERIFY(vault.open(sealed, u"fac_1"_s).value().matches(plain));
        QVERIFY(Vault(keyOf('a')).open(sealed, u"fac_1"_s).value().matches(plain));
        QCOMPARE(vault.open(sealed, u"fac_2"_s).error().code, u"vaultBroken"_s);
        QCOMPARE(Vault(keyOf('b')).open(sealed, u"fac_1"_s).error().code, u"vaultBroken"_s);
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY(!vault.open(changed, u"fac_1"_s));
            QVERIFY(!vault.open(sealed.first(i), u"fac_1"_s));
        }
    }

    void hashesByKeyAndPlace()
    {
        const Secret code(QByteArray("ABCDE12345"));
        const QByteArray hash = Vault(keyOf('a')).hashOf(code, u"usr_1"_s);
        QCOMPARE(hash.size(), 32);
        QCOMPARE(Vault(keyOf('a')).hashOf(code, u"usr_1"_s), hash);
        QVERIFY(Vault(keyOf('a')).hashOf(code, u"usr_2"_s) != hash);
        QVERIFY(Vault(keyOf('b')).hashOf(code, u"usr_1"_s) != hash);
    }

    void aDatabaseKnowsItsKey()
    {
        Opened opened;
        const Secret mine = opened->vault.fingerprint();
        opened.store.reset();
        const QByteArray before = contentOf(opened.options.database.path);
        StoreOptions options = opened.options;
        options.masterKey = aKey('x');
        const auto wrong = WriteStore::open(options, opened.clock);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, u"vaultKeyWrong"_s);
        options.masterKey = {};
        QCOMPARE(WriteStore::open(options, opened.clock).error().code, u"vaultKeyMissing"_s);
        QCOMPARE(contentOf(opened.options.database.path), before);
        const auto again = WriteStore::open(opened.options, opened.clock);
        QVERIFY(again);
        QVERIFY((*again)->vault.fingerprint().matches(mine));
    }

    void asksWhetherThereMustBeAKey()
    {
        Opened opened(false);
        QList<bool> asked;
        opened.options.masterKey = [&asked](bool wasUsed) {
            asked << wasUsed;
            return aKey()(wasUsed);
        };
        QVERIFY(WriteStore::open(opened.options, opened.clock));
        QVERIFY(WriteStore::open(opened.options, opened.clock));
        QCOMPARE(asked, (QList{false, true}));
    }
};

LATCHKEY_TEST(VaultTest)

#include "tst_vault.moc"
