#include "sourcetree.h"
#include "support/testrunner.h"

#include <QRegularExpression>
#include <QTest>

using namespace latchkey::test;
using namespace Qt::StringLiterals;

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesSayADomainWord()
    {
        static const QRegularExpression empty(
            u"(manager|helper|util|utils|data|info|misc|common)\\.(h|cpp)$"_s);
        static const QRegularExpression form(u"/[a-z0-9]+\\.(h|cpp)$"_s);
        for (const SourceFile &file : sourceFiles()) {
            QVERIFY2(!empty.match(file.path).hasMatch(), qPrintable(file.path));
            QVERIFY2(form.match(file.path).hasMatch(), qPrintable(file.path));
        }
    }

    /// What no target lists is not compiled alone either.
    void everyFileIsListed()
    {
        const auto builds = buildFiles();
        for (const SourceFile &file : sourceFiles()) {
            QString folder = file.room;
            while (!builds.contains(folder + u"/CMakeLists.txt"_s) && folder.contains(u'/'))
                folder = folder.left(folder.lastIndexOf(u'/'));
            const QString name = QRegularExpression::escape(file.path.mid(folder.size() + 1));
            const QRegularExpression listed(u"(^|[\\s(])"_s + name + u"($|[\\s)])"_s);
            QVERIFY2(listed.match(builds.value(folder + u"/CMakeLists.txt"_s)).hasMatch(),
                     qPrintable(file.path));
        }
    }
};

LATCHKEY_TEST(NamesTest)

#include "tst_names.moc"
