#include "base/filelock.h"
#include "secrets/system/filesecretstore.h"
#include "support/testrunner.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::secrets;
using namespace Qt::StringLiterals;

class FileSecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatItIsGiven()
    {
        auto store = *open("right");
        QVERIFY(wait(store->write(u"profile"_s, Secret(QByteArray("lks_token\0x", 11)))));
        QVERIFY(wait(store->write(u"other"_s, Secret(u"中文"_s))));
        QVERIFY(wait(store->remove(u"other"_s)));
        QVERIFY(wait(store->remove(u"never"_s)));
        store = *open("right");
        QCOMPARE(wait(store->read(u"profile"_s))->reveal(), QByteArray("lks_token\0x", 11));
        QCOMPARE(wait(store->read(u"other"_s)).error().kind, Error::Kind::NotFound);
    }

    void isUnreadableAndOnlyTheOwners()
    {
        QVERIFY(wait((*open("right"))->write(u"profile"_s, Secret(u"lks_token"_s))));
        QVERIFY(!contents().contains("lks_token"));
        QVERIFY(!contents().contains("profile"));
        QVERIFY(!contents().contains(QByteArray("lks_token").toBase64()));
        QCOMPARE(QFile::permissions(path()) &
                     ~QFile::Permissions(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void refusesAWrongPassphrase()
    {
        QVERIFY(open("right"));
        const QByteArray before = contents();
        const auto opened = open("wrong");
        QCOMPARE(opened.error().code, u"wrongPassphrase"_s);
        QCOMPARE(contents(), before);
        QVERIFY(open("right"));
    }

    void tellsDamageAndLeavesTheFile_data()
    {
        QTest::addColumn<int>("at");
        QTest::newRow("mark") << 3;
        QTest::newRow("nonce") << 60;
        QTest::newRow("contents") << -20;
        QTest::newRow("end") << -1;
        QTest::newRow("cut") << 0;
    }

    void tellsDamageAndLeavesTheFile()
    {
        QFETCH(int, at);
        QVERIFY(wait((*open("right"))->write(u"profile"_s, Secret(u"token"_s))));
        QByteArray damaged = contents();
        if (at == 0)
            damaged.chop(30);
        else
            damaged[at > 0 ? at : damaged.size() + at] ^= 1;
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged);
        file.close();
        const auto opened = open("right");
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"secretFileBroken"_s);
        QCOMPARE(contents(), damaged);
    }

    void twoWritersLoseNothing()
    {
        const auto one = *open("right");
        const auto two = *open("right");
        QVERIFY(wait(one->write(u"a"_s, Secret(u"token a"_s))));
        QVERIFY(wait(two->write(u"b"_s, Secret(u"token b"_s))));
        QCOMPARE(wait(one->read(u"b"_s))->revealText(), u"token b"_s);
        QVERIFY(wait(one->remove(u"b"_s)));
        QVERIFY(wait(two->write(u"c"_s, Secret(u"token c"_s))));
        const auto later = *open("right");
        QCOMPARE(wait(later->read(u"a"_s))->revealText(), u"token a"_s);
        QCOMPARE(wait(later->read(u"b"_s)).error().kind, Error::Kind::NotFound);
        QCOMPARE(wait(later->read(u"c"_s))->revealText(), u"token c"_s);
    }

    void aFileBegunAnewIsNotOverwritten()
    {
        const auto old = *open("right");
        QVERIFY(QFile::remove(path()));
        QVERIFY(open("another"));
        const QByteArray before = contents();
        QCOMPARE(wait(old->write(u"a"_s, Secret(u"token"_s))).error().code, u"secretFileBroken"_s);
        QCOMPARE(contents(), before);
    }

    void waitsForAnotherWriterAndSaysSo()
    {
        const auto store = *open("right");
        auto writer = FileLock::take(path() + u".lock"_s);
        QCOMPARE(wait(store->write(u"a"_s, Secret(u"token"_s))).error().code,
                 u"secretFileUnwritable"_s);
        writer->reset();
        QVERIFY(wait(store->write(u"a"_s, Secret(u"token"_s))));
    }

    void refusesWhereItCannotWrite()
    {
        const auto opened =
            wait(FileSecretStore::open(u"/proc/nowhere/secrets"_s, Secret(u"right"_s)));
        QCOMPARE(opened.error().code, u"secretFileUnwritable"_s);
    }

private:
    QString path() const { return m_folder->filePath(u"secrets"_s); }

    QByteArray contents() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Result<std::shared_ptr<SecretStore>> open(const char *passphrase)
    {
        return wait(FileSecretStore::open(path(), Secret(QByteArray(passphrase))));
    }

    template <class T>
    Result<T> wait(const Call<T> &call)
    {
        std::optional<Result<T>> end;
        call.then(this, [&](const Result<T> &result) { end = result; });
        [&] { QTRY_VERIFY(end); }();
        return *end;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

LATCHKEY_TEST(FileSecretStoreTest)

#include "tst_filesecretstore.moc"
