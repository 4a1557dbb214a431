#include "storage/sqlscript.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

class SqlScriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits()
    {
        const auto statements = storage::splitScript(
            u"-- a; comment\nCREATE TABLE a (x TEXT DEFAULT ';''');\n/* ; */ SELECT \"b;\";"_s);
        QVERIFY(statements);
        QCOMPARE(*statements,
                 QStringList({u"CREATE TABLE a (x TEXT DEFAULT ';''')"_s, u"SELECT \"b;\""_s}));
    }

    void keepsATriggerWhole()
    {
        const QString trigger =
            u"CREATE TRIGGER t BEFORE UPDATE ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; "
            "SELECT 3; END"_s;
        const auto statements = storage::splitScript(trigger + u"; SELECT 1;"_s);
        QVERIFY(statements);
        QCOMPARE(*statements, QStringList({trigger, u"SELECT 1"_s}));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("no semicolon") << u"SELECT 1"_s;
        QTest::newRow("empty statement") << u"SELECT 1;;"_s;
        QTest::newRow("open quote") << u"SELECT 'a;"_s;
        QTest::newRow("open comment") << u"SELECT 1; /* a"_s;
        QTest::newRow("open trigger") << u"CREATE TRIGGER t BEGIN SELECT 1;"_s;
    }

    void refuses()
    {
        QFETCH(QString, script);
        const auto statements = storage::splitScript(script);
        QVERIFY(!statements);
        QCOMPARE(statements.error().code, u"scriptBroken"_s);
    }

    void nothingIsNothing() { QCOMPARE(storage::splitScript(u" -- \n"_s).value(), QStringList()); }
};

LATCHKEY_TEST(SqlScriptTest)

#include "tst_sqlscript.moc"
