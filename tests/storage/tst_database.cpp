#include "storage/database.h"
#include "storage/savepoint.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/testrunner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace latchkey;
using namespace latchkey::storage;
using namespace Qt::StringLiterals;

class DatabaseTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    DatabaseAddress m_address;

    std::unique_ptr<Database> open() { return Database::open(m_address).value(); }

    static qint64 count(Database &database)
    {
        Statement rows(database, u"SELECT COUNT(*) FROM t"_s);
        return rows.next().value() ? rows.integer(0) : -1;
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_address = {};
        m_address.path = m_folder.filePath(u"%1.db"_s.arg(++number));
        m_address.applicationId = 0x1234;
        m_address.busyTimeout = std::chrono::milliseconds(1);
    }

    void isForItsOwnersEyesOnly()
    {
        const auto database = open();
        QVERIFY(database->run(u"CREATE TABLE t (x)"_s));
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s}) {
            const auto rights = QFile::permissions(m_address.path + end);
            QVERIFY(rights & QFile::ReadOwner);
            QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup)));
        }
    }

    void isSetUp()
    {
        const auto database = open();
        const auto setting = [&](const QString &name) {
            Statement statement(*database, u"PRAGMA "_s + name);
            return statement.next().value() ? statement.text(0) : QString();
        };
        QCOMPARE(setting(u"journal_mode"_s), u"wal"_s);
        QCOMPARE(setting(u"foreign_keys"_s), u"1"_s);
        QCOMPARE(setting(u"synchronous"_s), u"2"_s);
        QCOMPARE(setting(u"wal_autocheckpoint"_s), u"0"_s);
        QCOMPARE(setting(u"secure_delete"_s), u"1"_s);
    }

    void takesValuesAndGivesThemBack()
    {
        const auto database = open();
        QVERIFY(database->run(u"CREATE TABLE t (a, b, c, d, e)"_s));
        Statement insert(*database, u"INSERT INTO t VALUES (?, ?, ?, ?, ?)"_s);
        insert.bind(42, u"中\"'"_s, QByteArray("\0x", 2), std::optional<QString>(), QString());
        QCOMPARE(insert.execute().value(), 1);
        Statement select(*database, u"SELECT * FROM t"_s);
        QVERIFY(select.next().value());
        QCOMPARE(select.integer(0), 42);
        QCOMPARE(select.text(1), u"中\"'"_s);
        QCOMPARE(select.bytes(2), QByteArray("\0x", 2));
        QVERIFY(select.isNull(3));
        QVERIFY(!select.isNull(4));
        QVERIFY(!select.next().value());
    }

    void theSameStatementMayNest()
    {
        const auto database = open();
        QVERIFY(database->run(u"CREATE TABLE t (x)"_s));
        QVERIFY(database->run(u"INSERT INTO t VALUES (1), (2)"_s));
        int pairs = 0;
        Statement outer(*database, u"SELECT x FROM t"_s);
        while (outer.next().value()) {
            Statement inner(*database, u"SELECT x FROM t"_s);
            while (inner.next().value())
                ++pairs;
        }
        QCOMPARE(pairs, 4);
    }

    void badSqlIsAnError()
    {
        const auto database = open();
        Statement statement(*database, u"SELEC"_s);
        statement.bind(1);
        QCOMPARE(statement.execute().error().code, u"statementRefused"_s);
    }

    void aTransactionIsAllOrNothing()
    {
        const auto database = open();
        QVERIFY(database->run(u"CREATE TABLE t (x)"_s));
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(database->run(u"INSERT INTO t VALUES (1)"_s));
        }
        QCOMPARE(count(*database), 0);
        auto transaction = Transaction::begin(*database);
        {
            auto part = Savepoint::begin(*database);
            QVERIFY(database->run(u"INSERT INTO t VALUES (2)"_s));
        }
        auto part = Savepoint::begin(*database);
        QVERIFY(database->run(u"INSERT INTO t VALUES (3)"_s));
        QVERIFY(part->keep());
        QVERIFY(transaction->commit());
        QCOMPARE(count(*database), 1);
    }

    void aFileOfSomebodyElseIsNotTouched()
    {
        m_address.applicationId = 0;
        QVERIFY(open()->run(u"CREATE TABLE theirs (x)"_s));
        m_address.applicationId = 0x1234;
        QCOMPARE(Database::open(m_address).error().code, u"databaseForeign"_s);
        QFile text(m_folder.filePath(u"letter.txt"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(5000, 'x'));
        text.close();
        m_address.path = text.fileName();
        QCOMPARE(Database::open(m_address).error().code, u"databaseForeign"_s);
        QVERIFY(text.open(QIODevice::ReadOnly));
        QCOMPARE(text.readAll(), QByteArray(5000, 'x'));
    }

    void noFileNoReading()
    {
        m_address.access = DatabaseAddress::Access::ReadOnly;
        QCOMPARE(Database::open(m_address).error().code, u"databaseUnreachable"_s);
        QVERIFY(!QFile::exists(m_address.path));
    }

    void isReadOnAMediumThatCantBeWritten()
    {
        if (::geteuid() == 0)
            QSKIP("whoever may do everything may write here too");
        QDir(m_folder.path()).mkdir(u"medium #1?"_s);
        m_address.path = m_folder.filePath(u"medium #1?/a.db"_s);
        QVERIFY(open()->run(u"CREATE TABLE t (x)"_s));
        const QString medium = QFileInfo(m_address.path).path();
        QFile::setPermissions(medium, QFile::ReadOwner | QFile::ExeOwner);
        m_address.access = DatabaseAddress::Access::ReadOnly;
        const auto database = Database::open(m_address);
        QFile::setPermissions(medium, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(database);
        QCOMPARE(count(**database), 0);
    }

    void besideAFileThatCantBeWrittenNothingIsLeft()
    {
        if (::geteuid() == 0)
            QSKIP("whoever may do everything may write here too");
        QVERIFY(open()->run(u"CREATE TABLE t (x)"_s));
        QFile::setPermissions(m_address.path, QFile::ReadOwner);
        QCOMPARE(Database::open(m_address).error().code, u"databaseReadOnly"_s);
        for (const QString &end : {u"-wal"_s, u"-shm"_s})
            QVERIFY(!QFile::exists(m_address.path + end));
        QFile::setPermissions(m_address.path, QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(count(*open()), 0);
    }

    void aReaderCantWrite()
    {
        const auto database = open();
        QVERIFY(database->run(u"CREATE TABLE t (x)"_s));
        m_address.access = DatabaseAddress::Access::ReadOnly;
        const auto refused = open()->run(u"INSERT INTO t VALUES (1)"_s);
        QCOMPARE(refused.error().code, u"databaseReadOnly"_s);
    }

    void twoWritersAtOnce()
    {
        const auto one = open();
        const auto two = open();
        const auto transaction = Transaction::begin(*one);
        QVERIFY(transaction);
        QCOMPARE(Transaction::begin(*two).error().code, u"databaseLocked"_s);
    }

    void constraintsHaveTheirOwnWords()
    {
        const auto database = open();
        QVERIFY(database->run(u"CREATE TABLE t (x UNIQUE CHECK (x > 0))"_s));
        QVERIFY(database->run(u"INSERT INTO t VALUES (1)"_s));
        const auto twice = database->run(u"INSERT INTO t VALUES (1)"_s);
        QCOMPARE(twice.error().code, u"notUnique"_s);
        QCOMPARE(twice.error().kind, Error::Kind::Conflict);
        const auto bad = database->run(u"INSERT INTO t VALUES (0)"_s);
        QCOMPARE(bad.error().code, u"notAllowedByDatabase"_s);
    }

    void aFullDiskIsSaid()
    {
        const auto database = open();
        QVERIFY(database->run(u"CREATE TABLE t (x)"_s));
        QVERIFY(database->run(u"PRAGMA max_page_count = 3"_s));
        const auto full = database->run(u"INSERT INTO t VALUES (zeroblob(100000))"_s);
        QCOMPARE(full.error().code, u"diskFull"_s);
        QCOMPARE(count(*database), 0);
    }

    void aDamagedFileIsSaid()
    {
        {
            const auto database = open();
            QVERIFY(database->run(u"CREATE TABLE t (x)"_s));
            QVERIFY(database->run(u"INSERT INTO t VALUES (zeroblob(100000))"_s));
        }
        QFile file(m_address.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096));
        file.write(QByteArray(4096, char(0x5a)));
        file.close();
        const auto database = open();
        Statement rows(*database, u"SELECT * FROM t"_s);
        QCOMPARE(rows.next().error().code, u"databaseCorrupt"_s);
    }

    void addresses()
    {
        QCOMPARE(DatabaseAddress::fromUrl(u"sqlite:///a/b%20c.db"_s)->path, u"/a/b c.db"_s);
        QCOMPARE(DatabaseAddress::fromUrl(u"/a/b.db"_s)->path, u"/a/b.db"_s);
        QVERIFY(!DatabaseAddress::fromUrl(u"mysql://a/b"_s));
        QVERIFY(!DatabaseAddress::fromUrl(u""_s));
    }
};

LATCHKEY_TEST(DatabaseTest)

#include "tst_database.moc"
