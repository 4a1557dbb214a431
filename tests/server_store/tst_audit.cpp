#include "opened.h"
#include "storage/database.h"
#include "support/testrunner.h"

#include <QTest>

#include <sqlite3.h>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class AuditTest : public QObject
{
    Q_OBJECT

    static AuditEntry entry(int number)
    {
        return {u"updateProfile"_s,
                api::UserId(u"usr_1"_s),
                api::SessionId(u"ses_1"_s),
                u"usr_%1"_s.arg(number),
                u"done"_s,
                u"::1"_s,
                u"req"_s,
                {{u"name"_s, u"Ada"_s, u"\"中\""_s}, {u"password"_s, {}, {}}}};
    }

private Q_SLOTS:
    void isReadAsItWasWritten()
    {
        const Opened opened;
        QCOMPARE(opened->audit.append(entry(1)).value(), 1);
        QCOMPARE(opened->audit.append({.operation = u"signIn"_s}).value(), 2);
        const auto rows = opened->audit.after(0, 10).value();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].entry.changes, entry(1).changes);
        QCOMPARE(rows[0].entry.actor, entry(1).actor);
        QCOMPARE(rows[0].at, opened.clock.now());
        QVERIFY(!rows[1].entry.actor);
        QCOMPARE(opened->audit.after(1, 10)->size(), 1);
        const auto verdict = opened->audit.verify().value();
        QCOMPARE(verdict.end.seq, 2);
        QVERIFY(!verdict.firstBroken);
    }

    void aRememberedPlaceShowsWhatTheChainCanNot()
    {
        const Opened opened;
        for (int i = 0; i < 3; ++i)
            QVERIFY(opened->audit.append(entry(i)));
        const AuditMark mark = opened->audit.verify()->end;
        QCOMPARE(AuditMark::parse(mark.text())->hash, mark.hash);
        QVERIFY(opened->audit.append(entry(3)));
        QVERIFY(opened->audit.verify(mark)->isAsRemembered);
        for (const AuditMark &other : {AuditMark{3, "another"}, AuditMark{9, mark.hash}}) {
            const auto verdict = opened->audit.verify(other).value();
            QVERIFY(!verdict.isAsRemembered);
            QVERIFY(!verdict.firstBroken);
        }
        for (const char16_t *wrong : {u"", u"3", u"x:00", u"3:zz", u"3:0"})
            QVERIFY(!AuditMark::parse(QString::fromUtf16(wrong)));
    }

    void theDatabaseItselfRefusesChanges()
    {
        const Opened opened;
        QVERIFY(opened->audit.append(entry(1)));
        for (const QString &sql :
             {u"UPDATE audit SET operation = 'x'"_s, u"DELETE FROM audit"_s,
              u"INSERT OR REPLACE INTO audit SELECT * FROM audit"_s,
              u"INSERT INTO audit SELECT 7, at, actor, session, operation, subject, outcome, "
              "address, request_id, before, after, hash FROM audit"_s})
            QVERIFY2(!opened->database().run(sql), qPrintable(sql));
        QVERIFY(!opened->audit.verify()->firstBroken);
    }

    void tamperingShows_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("changed") << QByteArray("UPDATE audit SET subject = 'x' WHERE seq = 3");
        QTest::newRow("nobody") << QByteArray("UPDATE audit SET actor = NULL WHERE seq = 3");
        QTest::newRow("removed") << QByteArray("DELETE FROM audit WHERE seq = 3");
        QTest::newRow("moved") << QByteArray("UPDATE audit SET subject = subject || outcome, "
                                             "outcome = '' WHERE seq = 3");
    }

    void tamperingShows()
    {
        QFETCH(QByteArray, sql);
        const Opened opened;
        for (int i = 0; i < 5; ++i)
            QVERIFY(opened->audit.append(entry(i)));
        sqlite3 *raw = nullptr;
        QCOMPARE(sqlite3_open(qPrintable(opened.options.database.path), &raw), SQLITE_OK);
        const QByteArray script = "DROP TRIGGER audit_is_not_changed;"
                                  "DROP TRIGGER audit_is_not_shortened;" +
                                  sql;
        QCOMPARE(sqlite3_exec(raw, script.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(raw);
        QCOMPARE(opened->audit.verify()->firstBroken, 3);
    }
};

LATCHKEY_TEST(AuditTest)

#include "tst_audit.moc"
