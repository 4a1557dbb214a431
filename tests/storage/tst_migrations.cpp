#include "storage/migrations.h"
#include "storage/statement.h"
#include "support/testrunner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::storage;
using namespace Qt::StringLiterals;

class MigrationsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void write(const QString &name, const QByteArray &sql)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sql);
    }
    std::unique_ptr<Database> open()
    {
        DatabaseAddress address;
        address.path = m_folder->filePath(u"test.db"_s);
        return Database::open(address).value();
    }
    Result<Nothing> apply(Database &database)
    {
        return Migrations::load(m_folder->path()).and_then([&](const Migrations &steps) {
            return steps.apply(database);
        });
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void freshThenFurther()
    {
        write(u"0001-first.sql"_s, "CREATE TABLE a (x);");
        const auto database = open();
        QVERIFY(apply(*database));
        QCOMPARE(Migrations::versionOf(*database).value(), 1);
        write(u"0002-second.sql"_s, "CREATE TABLE b (x); INSERT INTO b VALUES (1);");
        QVERIFY(apply(*database));
        QVERIFY(apply(*database));
        QCOMPARE(Migrations::versionOf(*database).value(), 2);
        QVERIFY(database->hasTable(u"b"_s));
        QVERIFY2(!database->run(u"UPDATE schema_versions SET applied_at = 'once'"_s),
                 "the table is strict");
    }

    void whatComesAfterThemSurvivesAPowerCut()
    {
        write(u"0001-first.sql"_s, "CREATE TABLE a (x);");
        const auto database = open();
        const auto synchronous = [&database] {
            Statement setting(*database, u"PRAGMA synchronous"_s);
            return setting.next().map([&setting](bool) { return setting.integer(0); }).value();
        };
        constexpr int full = 2;
        QCOMPARE(synchronous(), full);
        QVERIFY(apply(*database));
        QCOMPARE(synchronous(), full);
    }

    void aTableMadeAnewKeepsWhatPointsAtIt()
    {
        write(u"0001-first.sql"_s,
              "CREATE TABLE a (id INTEGER PRIMARY KEY);"
              "CREATE TABLE b (a INTEGER REFERENCES a (id) ON DELETE CASCADE);"
              "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);");
        const auto database = open();
        QVERIFY(apply(*database));
        write(u"0002-second.sql"_s, "CREATE TABLE a2 (id INTEGER PRIMARY KEY, name TEXT);"
                                    "INSERT INTO a2 (id) SELECT id FROM a; DROP TABLE a;"
                                    "ALTER TABLE a2 RENAME TO a;");
        QVERIFY(apply(*database));
        Statement rows(*database, u"SELECT count(*) FROM b"_s);
        QVERIFY(rows.next().value());
        QCOMPARE(rows.integer(0), 1);
        QVERIFY2(!database->run(u"INSERT INTO b VALUES (7)"_s), "references count again");

        write(u"0003-third.sql"_s, "DELETE FROM a;");
        const auto failed = apply(*database);
        QVERIFY(!failed);
        QVERIFY(failed.error().detail.contains(u"0003"_s));
        QCOMPARE(Migrations::versionOf(*database).value(), 2);
    }

    void oneThatFailsChangesNothing()
    {
        write(u"0001-first.sql"_s, "CREATE TABLE a (x);");
        write(u"0002-second.sql"_s, "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1);");
        const auto database = open();
        const auto failed = apply(*database);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"migrationBroken"_s);
        QVERIFY(failed.error().detail.contains(u"0002-second.sql"_s));
        QCOMPARE(Migrations::versionOf(*database).value(), 1);
        QVERIFY(database->hasTable(u"a"_s));
        QVERIFY(!database->hasTable(u"b"_s));
    }

    void theFirstOneFailing()
    {
        write(u"0001-first.sql"_s, "CREATE TABLE a (x); CREATE TABLE a (x);");
        const auto database = open();
        QVERIFY(!apply(*database));
        QCOMPARE(Migrations::versionOf(*database).value(), 0);
        QVERIFY(!database->hasTable(u"schema_versions"_s));
    }

    void aDatabaseFromTheFuture()
    {
        write(u"0001-first.sql"_s, "CREATE TABLE a (x);");
        write(u"0002-second.sql"_s, "CREATE TABLE b (x);");
        const auto database = open();
        QVERIFY(apply(*database));
        QVERIFY(QFile::remove(m_folder->filePath(u"0002-second.sql"_s)));
        QCOMPARE(apply(*database).error().code, u"databaseNewer"_s);
    }

    void gapsAndStrangeNames()
    {
        write(u"0002-second.sql"_s, "CREATE TABLE b (x);");
        QCOMPARE(Migrations::load(m_folder->path()).error().code, u"migrationBroken"_s);
        write(u"0001-First.sql"_s, "CREATE TABLE b (x);");
        QCOMPARE(Migrations::load(m_folder->path()).error().code, u"migrationBroken"_s);
    }

    void noneAtAll()
    {
        QCOMPARE(Migrations::load(m_folder->path()).error().code, u"migrationBroken"_s);
    }
};

LATCHKEY_TEST(MigrationsTest)

#include "tst_migrations.moc"
